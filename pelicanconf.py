"""Facts about the site, for Pelican. What readers and editors may change lies in content/data/*.yaml."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jinja2 import StrictUndefined

from plugins import features
from plugins.engine.pelican.pelican_class import ColumnPelican
from plugins.site.configuration import configured

PELICAN_CLASS = ColumnPelican

PLUGINS = list(features.FEATURES)

SITENAME = "建设国家中心城市·管城在行动"
SITEURL = "https://guancheng.example"  # an address nobody owns; the real one is given at build or publish
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).resolve().parent / THEME)]  # a component is named components/x/x.html
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
LOCALE = ["C.UTF-8", "C"]

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["plugins.engine.pelican.once_tag.Once"],
    "auto_reload": False,  # one build sees one theme
    "cache_size": -1,
}

# Pelican's own lists, feeds, file search and guesses are off: the desk has its own, from data/ and the story format.
DIRECT_TEMPLATES: list[str] = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
IGNORE_FILES: list[str] = []
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = ""
FORMATTED_FIELDS: list[str] = []
TYPOGRIFY = False

# What is ours alone: see `plugins/site/configuration.py`, where the numbers are explained and a slip becomes a sentence.
COLUMN = configured(list_size=20, feed_size=50, list_feed_size=20, sitemap_size=1000)
