"""Writes the generated stories as a complete Hugo site, and names the command that builds it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pelicanconf
from plugins.assets.bundle import bundle, files, recall, scripts
from plugins.assets.headers import policy
from plugins.newsroom.text.addresses import slug_of_folder, story_address, tag_id
from plugins.newsroom.text.dates import chinese_month
from plugins.newsroom.text.typography import opening
from tests.columns import PEOPLE, SECTIONS, TAGS, UNITS, Sample, samples

_ROOT = Path(__file__).resolve().parents[3]
_LAYOUTS = Path(__file__).resolve().parent / "theme" / "layouts"
_THEME = _ROOT / "theme"

_SECTION_IDS = {name: identity for identity, name in SECTIONS}
_UNIT_IDS = {short: identity for identity, _, short in UNITS}
_PEOPLE_IDS = {name: identity for identity, name in PEOPLE}
_TAG_IDS = {name: tag_id(name) for name in TAGS}
_LINK = re.compile(r"\]\((?:\.\./)+(?:(\d{4}/\d\d)/)?([^/)]+)/index\.md\)")

LEFT_OUT = (
    "share cards, the index of pairs (plain words, a file a month), sheets that keep their numbers, sitemap in parts, "
    "QR codes inside the page (files), list of addresses, headers for hosts, checks"
)


def write(folder: Path, stories: int, seed: int = 1, site_url: str = "https://guancheng.example") -> Path:
    """Write a whole Hugo site with the stories of `tests.columns.samples(stories, seed)`. Returns `folder`.

    site_url: the absolute address of the site, with any path prefix.
    """
    content = folder / "content"
    _put(folder / "hugo.toml", _settings(site_url.rstrip("/")))
    shutil.copytree(_LAYOUTS, folder / "layouts", dirs_exist_ok=True)
    _write_static(folder / "static")
    _write_pages(content)
    _write_registries(content)
    prefix = urlsplit(site_url).path.rstrip("/")
    months = set()
    for sample in samples(stories, seed):
        months.add((sample.published.year, sample.published.month))
        _put(content / f"{_address(sample).rstrip('/')}.md", as_markdown(sample, prefix))
    _write_months(content, months)
    return folder


def as_markdown(sample: Sample, prefix: str = "") -> str:
    """The sample as Hugo reads it. prefix: the path below which the site lives, "" or "/zt/guancheng"."""
    head = (
        f"title = {_quoted(sample.title)}\n"
        f"date = {sample.published:%Y-%m-%dT%H:%M:%S}+08:00\n"
        f"description = {_quoted(_summary(sample))}\n"
        f"section = {_quoted(_SECTION_IDS[sample.section])}\n"
        f"person = {_quoted([_PEOPLE_IDS[name] for name in sample.people])}\n"
        f"unit = {_quoted([_UNIT_IDS[sample.unit]])}\n"
        f"tag = {_quoted([_TAG_IDS[name] for name in sample.tags])}\n"
    )
    month = f"{sample.published:%Y/%m}"
    body = _LINK.sub(
        lambda link: f"]({prefix}/{link[1] or month}/{slug_of_folder(link[2])}/)", "\n\n".join(sample.paragraphs)
    )
    return f"+++\n{head}+++\n\n{body}\n"


def executable() -> Path | None:
    """Hugo itself: beside this Python or on PATH, past the small Python script that some packages put before it."""
    beside = Path(sys.executable).parent / "hugo"
    found = str(beside) if beside.is_file() else shutil.which("hugo")
    return _behind_script(Path(found)) if found else None


def command(source: Path, output: Path) -> list[str]:
    """The command line that builds the site in `source` into `output`. Raises FileNotFoundError without Hugo."""
    hugo = executable()
    if hugo is None:
        raise FileNotFoundError("hugo")
    where = ["--source", str(source.absolute()), "--destination", str(output.absolute())]
    return [str(hugo), *where, "--quiet", "--noBuildLock"]


def _behind_script(hugo: Path) -> Path:
    """The program that a console script only starts, so that no start of Python is counted as Hugo's time."""
    with hugo.open("rb") as file:
        if file.read(2) != b"#!":
            return hugo
    return next(hugo.absolute().parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo"), hugo)


def _settings(site_url: str) -> str:
    template = (Path(__file__).resolve().parent / "theme" / "hugo.toml").read_text(encoding="utf-8")
    menu = "".join(
        f'\n[[menus.sections]]\npageRef = "/section/{identity}"\nweight = {weight}\n'
        for weight, (identity, _) in enumerate(SECTIONS, start=1)
    )
    names = {name: one.name for name, one in scripts(_THEME).items()}
    settings = template.format(
        base_url=_quoted(f"{site_url}/"),
        stylesheet=_quoted(bundle(_THEME).name),
        switches=_quoted(names["switches"]),
        tools=_quoted(names["tools"]),
        recall=_quoted(recall(_THEME)),
        policy=_quoted(policy(recall(_THEME))),
        list_size=pelicanconf.COLUMN.list_size,
        feed_size=pelicanconf.COLUMN.feed_size,
        list_feed_size=pelicanconf.COLUMN.list_feed_size,
    )
    return settings + menu


def _write_static(folder: Path) -> None:
    for made in (bundle(_THEME), *scripts(_THEME).values()):
        _put(folder / made.name, made.data.decode("utf-8"))
    for address, path in files(_THEME):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / address)


def _write_pages(content: Path) -> None:
    """Pages that are no stories: each has a layout of its own."""
    about = "这是测试用的页面。"
    for name, title, description in (
        ("about", "关于本专栏", about),
        ("archives", "往期", "测试专栏的全部稿件，按年月、项目、单位、话题和作者查找。"),
        ("map", "网站地图", "测试专栏的全部栏目和页面。"),
        ("search", "搜索", "在测试专栏的稿件里查找字词、标题、人名和单位。"),
        ("subscribe", "怎样订阅", "把测试专栏的订阅地址放进阅读器，新稿自己送到，全文带图，不用登记。"),
    ):
        layout, body = ("standing", f"\n{about}\n") if name == "about" else (name, "")
        _put(content / f"{name}.md", _entry(title, layout=layout, description=description) + body)


def _write_registries(content: Path) -> None:
    """The names behind the ids in the stories' heads: a file a section, unit, person and tag."""
    for identity, name in SECTIONS:
        _put(content / f"section/{identity}/_index.md", _entry(name, description=f"{name}的稿件。"))
    for weight, (identity, name, short) in enumerate(UNITS, start=1):
        _put(content / f"unit/{identity}/_index.md", _entry(name, weight=weight, short=short))
    for identity, name in PEOPLE:
        _put(content / f"person/{identity}/_index.md", _entry(name))
    for name, identity in _TAG_IDS.items():
        _put(content / f"tag/{identity}/_index.md", _entry(name, outputs=["html"]))


def _write_months(content: Path, months: set[tuple[int, int]]) -> None:
    """Months are Hugo's sections; the years that hold them have no page, as with us."""
    for year in {year for year, _ in months}:
        _put(content / f"{year}/_index.md", f"+++\ntitle = '{year}'\n[build]\nrender = 'never'\n+++\n")
    for year, month in months:
        _put(content / f"{year}/{month:02}/_index.md", _entry(chinese_month(year, month)))


def _entry(title: str, **values: str | int | list[str]) -> str:
    """A file that is all head."""
    lines = [f"{key} = {_quoted(value)}\n" for key, value in {"title": title, **values}.items()]
    return f"+++\n{''.join(lines)}+++\n"


def _summary(sample: Sample) -> str:
    """The opening sentences, as our build takes them from the body; Hugo is given them so that it need not look."""
    return opening(sample.paragraphs[0].replace("\n", "").replace("**", ""))


def _address(sample: Sample) -> str:
    return story_address(sample.published.date(), slug_of_folder(sample.folder.rsplit("/", 1)[-1]))


def _quoted(value: str | int | list[str]) -> str:
    """A value as TOML writes it, which for these is as JSON does."""
    return json.dumps(value, ensure_ascii=False)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
