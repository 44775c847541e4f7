"""Creates a new story: a dated folder with a prefilled head. What a head may say is left to `newsroom`, photos to `handed_in`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from plugins.newsroom import head, registry, schema
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.registry import Section
from plugins.newsroom.story import skeleton
from plugins.newsroom.text import addresses

from . import handed_in

LONGEST_NAME = 50  # characters of the folder's slug: enough to recognise the story
NAMELESS = "gaojian"  # 稿件: the slug of a title without any character that can be romanised

SKELETON = """\
---
标题: {title}
# 日期可以带时间，例如 {day} 09:30；写将来的日期，到那时才发布
日期: {day}
# 版块选一个：{sections}
版块: {section}
# 署名照报纸的写法，例如：记者 张三 通讯员 李四 文/图
署名: {byline}
# 转载的稿件，来源写原来的媒体，并加一行“原文: 网址”
来源: {source}
# 要写话题，去掉下面一行的井号；几个话题用顿号分开
# 话题: 城市更新、文物保护
# 草稿不会发布；写好后改成“待审”，审完改成“发布”
状态: 草稿
{details}---

{sentence}

{photos}<!-- 照片和这个文件放在同一个文件夹里，单独成段，这样写：

{example}

同一段里写几张照片，就是一组图。这段说明可以删去，读者看不到。 -->
"""


def new(
    title: str,
    content: Path,
    *,
    day: date,
    section: str = "",
    photos: Iterable[Path] = (),
    tell: Callable[[str], None] | None = None,
) -> Path:
    """Create the folder and the text file of a new story; returns the path of the text. Never overwrites.

    title: one line; section: name or id of a section, "" for the first one; photos: files to be copied into the folder and
    added to the text, with the captions and credits found in them; tell: called with a summary of these, one line.
    Raises Refusal or OSError.
    """
    title = _one_line(title)
    if not content.is_dir():
        raise Refusal.of("TK30", content=content)
    known, _ = registry.load(content / "data", f"{content.name}/data")
    chosen = section_of(section, known.sections)
    delivered = handed_in.receive(photos)
    draft = SKELETON.format(
        title=_as_yaml("标题", title),
        day=day.isoformat(),
        sections="、".join(each.name for each in known.sections),
        section=_as_yaml("版块", chosen.name),
        byline=_as_yaml("署名", skeleton.BYLINE),
        sentence=skeleton.SENTENCE,
        example=skeleton.EXAMPLE,
        source=_as_yaml("来源", known.site.source or known.site.name),
        details=handed_in.head_of(delivered),
        photos=handed_in.body_of(delivered),
    )
    text = folder_for(title, content, day) / "index.md"
    text.parent.mkdir(parents=True)
    handed_in.store(delivered, text.parent)
    with text.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft)
    if tell and delivered:
        tell(handed_in.tally_of(delivered))
    return text


def day_of(written: str) -> date:
    """The day of `--date`, as `2017-08-16`. Raises Refusal."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise Refusal.of("TK31", written=written) from None


def folder_for(title: str, content: Path, day: date) -> Path:
    """`content/2017/08/16-shangdu`, with -2, -3 … when another story of the month has the address. Raises Refusal."""
    exact = _exact_folder(title, content, day)
    if exact.exists() or exact.with_name(f"{exact.name}.md").exists():
        raise Refusal.of("TK32", folder=exact)
    return free_folder(title, content, day)


def free_folder(title: str, content: Path, day: date) -> Path:
    """As `folder_for`, with a number also when the day has a story of this title."""
    exact = _exact_folder(title, content, day)
    slug = addresses.slug_of_folder(exact.name)
    taken = {addresses.slug_of_folder(path.stem if path.is_file() else path.name) for path in _entries(exact.parent)}
    number = 1
    while (slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    return exact if number == 1 else exact.with_name(f"{exact.name}-{number}")


def _exact_folder(title: str, content: Path, day: date) -> Path:
    slug = _short(addresses.pinyin(title)) or NAMELESS
    return content / f"{day.year:04}" / f"{day.month:02}" / f"{day.day:02}-{slug}"


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _one_line(title: str) -> str:
    """The title without surrounding space; wide spaces inside it are significant and stay."""
    stripped = title.strip()
    if not stripped:
        raise Refusal.of("TK33")
    if not stripped.isprintable() and any(not (c.isprintable() or c == "\u3000") for c in stripped):
        raise Refusal.of("TK34")
    return stripped


def section_of(written: str, sections: tuple[Section, ...]) -> Section:
    """The section of this name or id, the first one for "". Raises Refusal."""
    if not sections:
        raise Refusal.of("TK35")
    for section in sections:
        if not written or written.strip() in (section.id, section.name):
            return section
    raise Refusal.of("TK36", written=written, sections="、".join(each.name for each in sections))


def _short(slug: str) -> str:
    return slug if len(slug) <= LONGEST_NAME else slug[: LONGEST_NAME + 1].rpartition("-")[0]


def _as_yaml(key: str, value: str) -> str:
    """`value` as written in a head: plain where YAML reads it back unchanged, in double quotes elsewhere."""
    return head.on_one_line(schema.TOP[key], value)
