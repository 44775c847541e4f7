"""Stock Pelican on the same stories with the same theme: what a benchmark compares with. Nothing of ours reads or writes."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

PLUGINS = ["tests.bench.stock.stand_in"]
SITENAME = "测试专栏"
SITEURL = "https://guancheng.example"
THEME = str(ROOT / "theme")
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).resolve().parent / "templates"), THEME]
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "section/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "person/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
PAGINATED_TEMPLATES = {"category": 20, "tag": 20, "author": 20, "period_archives": 20}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = TRANSLATION_FEED_ATOM = None
FEED_RSS, FEED_ATOM = "feed.xml", "atom.xml"
CATEGORY_FEED_RSS, CATEGORY_FEED_ATOM = f"{CATEGORY_URL}feed.xml", f"{CATEGORY_URL}atom.xml"
AUTHOR_FEED_RSS, AUTHOR_FEED_ATOM = f"{AUTHOR_URL}feed.xml", f"{AUTHOR_URL}atom.xml"
FEED_MAX_ITEMS = 20  # as our lists' feeds; Pelican knows one number for all. Tags have no feeds with us
RSS_FEED_SUMMARY_ONLY = False
MARKDOWN = {
    "extensions": ["tables", "footnotes", "def_list", "attr_list", "sane_lists", "fenced_code"],
    "output_format": "html",
}
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["tests.bench.stock.stand_in.Each"]}
