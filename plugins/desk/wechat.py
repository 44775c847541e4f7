"""The task `wechat`: chooses the stories, makes their packages and writes them to a folder. What is in a package is left to `outlets.wechat`.

A package is written beside its place and then changes places with the old one, so that no half of one is ever found.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from plugins.newsroom.column.column import Column
from plugins.newsroom.findings.problems import Problem, has_errors
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.pages import share_image
from plugins.newsroom.pages import site_url as address_of_site
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.dates import SHANGHAI
from plugins.outlets import wechat
from plugins.outlets.wechat import limits, packaging
from plugins.outlets.wechat.material import Picture, Pictures
from plugins.photos.elsewhere import Made, made_for_wechat
from plugins.share_images.covers import SQUARE, WIDE, cover
from plugins.site.site import Site

from .build import CACHE
from .check import recorded
from .choosing import choose
from .few_stories import site_of


@dataclass(frozen=True, slots=True)
class Wish:
    """stories: as written on a command line in the folder `here`; since: also all stories from that day on, None for those alone;
    site_url: absolute address, "" where it is not known."""

    content: Path
    stories: Sequence[str]
    here: Path
    since: date | None = None
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """name: of its folder; files: by their path in it."""

    brief: Brief
    name: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Packages:
    """In the order in which they shall be published."""

    packages: tuple[Package, ...]
    problems: tuple[Problem, ...]

    @property
    def set_name(self) -> str:
        """The folder of the set that they form; "" for a single one."""
        day = max(package.brief.published for package in self.packages).date()
        return f"{day}-set" if len(self.packages) > 1 else ""


def day_of(written: str) -> date:
    """The day of `--since`, as `2017-08-16`. Raises Refusal."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise Refusal.of("WX07", written=written) from None


def make(wish: Wish, now: datetime | None = None, progress: Progress | None = None, cache: Path = CACHE) -> Packages:
    """The packages of the wished stories. now: the instant that decides what readers may see. Raises Refusal."""
    site_url, fault = address_of_site.read(wish.site_url)
    if fault:
        raise Refusal.of(fault, url=wish.site_url)
    read = recorded(wish.content.resolve(), now or datetime.now(SHANGHAI), progress, cache)
    return _made(read, tuple(_wished(wish, read)), site_url, cache)


def page_of(content: Path, address: str, site_url: str, cache: Path = CACHE) -> str:
    """The page to copy the story at a site-relative address from, for the preview. Raises Refusal."""
    read = recorded(content.resolve(), datetime.now(SHANGHAI), None, cache)
    found = [source for source, brief in read.by_source.items() if brief.address == address]
    briefs = [_story(read, source) for source in found]
    return _made(read, briefs, site_url, cache).packages[0].files[packaging.COPY].decode()


def _made(read: Column, briefs: Sequence[Brief], site_url: str, cache: Path) -> Packages:
    _refuse_too_many(briefs)
    site, names = site_of(read, {brief.source for brief in briefs}, site_url, cache), _names(read)
    _refuse_broken(site, briefs)
    packages: list[Package] = []
    problems: list[Problem] = []
    for brief in briefs:
        pictures = _pictures(site, brief)
        packages.append(Package(brief, names[brief.source], wechat.package(site, brief, pictures)))
        problems += wechat.check(site, brief, pictures)
    return Packages(tuple(packages), tuple(problems))


# -- Which stories -----------------------------------------------------------------------------------------------------


def _wished(wish: Wish, read: Column) -> Iterator[Brief]:
    """Each once: those of the command line in its order, then those of `--since`, oldest first."""
    sources = [source for written in wish.stories for source in _sources(wish, written)]
    if wish.since:
        since = wish.since
        sources += reversed([brief.source for brief in read.visible if brief.published.date() >= since])
    yield from (_story(read, source) for source in dict.fromkeys(sources))


def _sources(wish: Wish, written: str) -> Iterable[str]:
    found = sorted(choose(wish.content, [written], wish.here).files)
    stories = [file for file in found if file.endswith(".md")]
    if not stories:
        raise Refusal.of("WX03", file=written)
    return stories


def _story(read: Column, source: str) -> Brief:
    """The story, which readers may see. Raises Refusal."""
    file = f"{read.content.name}/{source}"
    brief = read.by_source.get(source)
    reason = read.held.get(source)
    if reason:
        raise Refusal.of("WX01", title=brief.title if brief else file, reason=reason.value)
    if source in read.broken:
        raise Refusal.of("WX02", file=file)
    if brief is None or brief.is_page:
        raise Refusal.of("WX03", file=file)
    return brief


def _refuse_too_many(briefs: Sequence[Brief]) -> None:
    if not briefs:
        raise Refusal.of("WX05")
    if len(briefs) > limits.STORIES:
        raise Refusal.of("WX04", count=len(briefs), most=limits.STORIES)


def _names(read: Column) -> dict[str, str]:
    """The folder of each story: its name in its address, with the month where two stories have the same."""
    last = {brief.source: brief.address.strip("/").split("/") for brief in read.briefs}
    often = Counter(parts[-1] for parts in last.values())
    return {
        source: parts[-1] if often[parts[-1]] == 1 else "-".join((parts[-1], *parts[:-1]))
        for source, parts in last.items()
    }


# -- What they are made of ---------------------------------------------------------------------------------------------


def _refuse_broken(site: Site, briefs: Sequence[Brief]) -> None:
    for brief in briefs:
        file = f"{site.column.content.name}/{brief.source}"
        if has_errors(each for each in site.problems if each.place.file == file):
            raise Refusal.of("WX02", file=file)


def _pictures(site: Site, brief: Brief) -> Pictures:
    made = made_for_wechat(site, brief, limits.PICTURE_BYTES)
    covers = {each.purpose: _picture(each) for each in made if each.purpose}
    whole = {each.number: _picture(each) for each in made if not each.purpose}
    wide, square = covers.get("wechat-wide"), covers.get("wechat-square")
    return Pictures(whole, wide or _drawn(site, brief, WIDE), square or _drawn(site, brief, SQUARE))


def _picture(made: Made) -> Picture:
    return Picture(made.data, "image/jpeg", made.width, made.height)


def _drawn(site: Site, brief: Brief, size: tuple[int, int]) -> Picture:
    """The headline as a cover, for a story without a photo."""
    card = share_image.of_story(brief, site.column.registries.site)
    return Picture(cover(card, size), "image/png", *size)


# -- Writing -----------------------------------------------------------------------------------------------------------


def write(made: Packages, folder: Path) -> tuple[Path, ...]:
    """Write the packages below `folder`, and that of the set where there are several; returns their folders. Raises Refusal."""
    targets = [(folder / package.name, package.files) for package in made.packages]
    if made.set_name:
        manifests = [(f"../{each.name}", json.loads(each.files[packaging.MANIFEST])) for each in made.packages]
        targets.append((folder / made.set_name, {packaging.MANIFEST: packaging.set_of(manifests)}))
    for target, _ in targets:
        _refuse_foreign(target)
    for target, files in targets:
        _replace(target, files)
    return tuple(target for target, _ in targets)


def _refuse_foreign(target: Path) -> None:
    """A folder that this task did not make is not touched."""
    if target.exists() and not _is_ours(target):
        raise Refusal.of("WX06", folder=target)


def _is_ours(target: Path) -> bool:
    with suppress(OSError, ValueError, AttributeError):
        kind = json.loads((target / packaging.MANIFEST).read_bytes()).get("kind")
        return kind in (packaging.KIND, packaging.KIND_OF_SET)
    return False


def _replace(target: Path, files: Mapping[str, bytes]) -> None:
    fresh, former = (target.with_name(f".{target.name}.{end}") for end in ("new", "old"))
    for rest in (fresh, former):
        shutil.rmtree(rest, ignore_errors=True)
    for name, data in files.items():
        file = fresh / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    if target.exists():
        target.rename(former)
    fresh.rename(target)
    shutil.rmtree(former, ignore_errors=True)


def told(made: Packages, folders: Iterable[Path], here: Path) -> str:
    """What was made and where, for people."""
    shown = [folder.relative_to(here) if folder.is_relative_to(here) else folder for folder in folders]
    lines = [f"已做好：{folder}（《{each.brief.title}》）" for folder, each in zip(shown, made.packages, strict=False)]
    if made.set_name:
        lines.append(f"合成一组：{shown[-1]}（{len(made.packages)} 篇，按这个次序）")
    return "\n".join([*lines, f"用浏览器打开 {shown[0] / packaging.COPY}，点“复制全文”，到公众号编辑器里粘贴。"])
