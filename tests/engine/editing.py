"""A small newsroom that is edited at random: every kind of change an editor, an engineer or an accident makes to a house.

Each change is a method that takes a source of chance; `CHANGES` lists them. What they leave behind may be a bad column.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from tests.attachments.samples import PDF, VTT, film
from tests.columns import SECTIONS, UNITS, make
from tests.newsdesk import ROOT, jpeg

ROWS = int(os.environ.get("ROWS", "3"))  # of random changes in the long tests; more of them find what is rarer
FIRST_NOW = datetime(2014, 1, 2, 12, 0)
TO_TEMPLATES = {"template", "frame", "frame_lends", "wording", "setting", "program"}


class House:
    """A folder with content, theme, plugins and settings, as a clone of the project has them; `now` is its clock."""

    def __init__(self, folder: Path, stories: int) -> None:
        self.folder = folder
        self.content = make(folder / "content", stories)
        for name in ("theme", "plugins"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pelicanconf.py", "publishconf.py"):
            shutil.copy(ROOT / name, folder / name)
        self.output, self.cache = folder / "output", folder / "cache"
        self.now = FIRST_NOW
        self.made = 0

    def nothing_left(self, change: str = "") -> tuple[Path, Path]:
        """Output and cache for a build from nothing after `change`: without a file of the last one, and without anything kept but
        compiled templates, which take half the time, and those only where no template can have changed."""
        output, cache = self.folder / "clean/output", self.folder / "clean/cache"
        for path in (output, *(cache.iterdir() if cache.exists() else ())):
            if path.name != "templates" or change in TO_TEMPLATES:
                shutil.rmtree(path, ignore_errors=True)
        return output, cache

    def stories(self) -> list[Path]:
        return sorted(path for path in self.content.rglob("*.md") if "pages" not in path.parts)

    def _any(self, chance: random.Random) -> Path | None:
        stories = self.stories()
        return chance.choice(stories) if stories else None

    def _edit(self, chance: random.Random, change: Callable[[str], str]) -> None:
        path = self._any(chance)
        if path:
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    # What editors do to stories

    def body(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: text + f"\n又添一段，第{chance.randrange(99)}次。\n")

    def headline(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: text.replace("标题: ", f"标题: 新{chance.randrange(99)}", 1))

    def kicker(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "引题", f"引题{chance.randrange(99)}"))

    def summary(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "摘要", f"说的是第{chance.randrange(99)}件事。"))

    def date(self, chance: random.Random) -> None:
        day = (FIRST_NOW + timedelta(days=chance.randrange(-60, 9))).strftime("%Y-%m-%d %H:%M")
        self._edit(chance, lambda text: _with(text, "日期", day))

    def section(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "版块", chance.choice(SECTIONS)[1]))

    def unit(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "单位", f"[{chance.choice(UNITS)[2]}]"))

    def tags(self, chance: random.Random) -> None:
        one = chance.choice(("新话题", "PPP", "ppp", "“ＰＰＰ”"))
        self._edit(chance, lambda text: _with(text, "话题", f"[{one}, 道路]"))

    def byline(self, chance: random.Random) -> None:
        self._edit(
            chance, lambda text: _with(text, "署名", chance.choice(("记者 赵一鸣", "通讯员 新人甲 文", "文/本专栏")))
        )

    def status(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "状态", chance.choice(("草稿", "待审", "发布"))))

    def withdraw(self, chance: random.Random) -> None:
        reason = "状态: 撤稿\n撤稿日期: 2014-01-05\n撤稿说明: 有误。"
        self._edit(chance, lambda text: text if "撤稿" in text else text.replace("版块:", f"{reason}\n版块:", 1))

    def correct(self, chance: random.Random) -> None:
        note = f"更正:\n  - {{日期: 2014-01-0{chance.randrange(1, 9)}, 说明: 改了一处。}}"
        self._edit(chance, lambda text: text if "更正:" in text else text.replace("版块:", f"{note}\n版块:", 1))

    def alias(self, chance: random.Random) -> None:
        former = f"旧址: [xw/{chance.randrange(99)}.html]"
        self._edit(chance, lambda text: text if "旧址" in text else text.replace("版块:", f"{former}\n版块:", 1))

    def address(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: _with(text, "网址", f"dizhi-{chance.randrange(9)}"))

    def slip(self, chance: random.Random) -> None:
        self._edit(chance, lambda text: text.replace("标题:", "标题", 1))

    def mend(self, chance: random.Random) -> None:
        for path in self.stories():
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("标题 ", "标题: ", 1), encoding="utf-8")

    def link(self, chance: random.Random) -> None:
        target = self._any(chance)
        self._edit(
            chance,
            lambda text: (
                text + f"\n见[那一篇]({os.path.relpath(target, self.content)}).\n".replace("](", "](../../../")
            ),
        )

    def add(self, chance: random.Random) -> None:
        self.made += 1
        day = FIRST_NOW + timedelta(days=chance.randrange(-40, 3), minutes=self.made)
        folder = self.content / f"{day:%Y/%m}/{day:%d}-xin-{self.made}"
        folder.mkdir(parents=True)
        folder.joinpath("index.md").write_text(
            f"---\n标题: 新稿{self.made}\n日期: {day:%Y-%m-%d %H:%M}\n版块: {chance.choice(SECTIONS)[1]}\n署名: 记者 钱文\n---\n\n新稿的正文。\n",
            encoding="utf-8",
        )

    def remove(self, chance: random.Random) -> None:
        path = self._any(chance)
        if path:
            shutil.rmtree(path.parent)

    def rename(self, chance: random.Random) -> None:
        path = self._any(chance)
        if path:
            self.made += 1
            path.parent.rename(path.parent.with_name(f"{path.parent.name}-gai{self.made}"))

    def photo(self, chance: random.Random) -> None:
        path = self._any(chance)
        if path:
            path.with_name("01.jpg").write_bytes(jpeg(330 + chance.randrange(3), 220))
            text = path.read_text(encoding="utf-8")
            if "01.jpg" not in text:
                path.write_text(text + '\n![图](01.jpg "李四 摄")\n', encoding="utf-8")

    def photo_ends(self, chance: random.Random) -> None:
        """The right to show a photo ends some time around now."""
        photos = sorted(self.content.rglob("01.jpg"))
        if photos:
            path, day = (
                chance.choice(photos).with_name("index.md"),
                FIRST_NOW + timedelta(days=chance.randrange(-3, 4)),
            )
            text = path.read_text(encoding="utf-8") if path.exists() else "图片:"
            if "图片:" not in text:
                path.write_text(_with(text, "图片", f"{{01.jpg: {{到期: {day:%Y-%m-%d}}}}}"), encoding="utf-8")

    def photo_words(self, chance: random.Random) -> None:
        """What every copy of a photo carries, and what its cuts are made around. One original may have many uses."""
        photos = sorted(self.content.rglob("01.jpg"))
        path = chance.choice(photos).with_name("index.md") if photos else None
        if path and path.exists():
            text = path.read_text(encoding="utf-8").replace("![图", f"![图{chance.randrange(3)}", 1)
            if "图片:" not in text:
                text = _with(text, "图片", f"{{01.jpg: {{焦点: [0.{chance.randrange(9)}, 0.5], AI生成: 是}}}}")
            path.write_text(text, encoding="utf-8")

    def photo_gone(self, chance: random.Random) -> None:
        for path in sorted(self.content.rglob("01.jpg"))[:1]:
            path.unlink()

    def attachment(self, chance: random.Random) -> None:
        path = self._any(chance)
        if path:
            path.with_name("方案.pdf").write_bytes(PDF + str(chance.randrange(3)).encode())
            text = path.read_text(encoding="utf-8")
            if "方案.pdf" not in text:
                path.write_text(text + f"\n附件：[方案{chance.randrange(3)}](方案.pdf)。\n", encoding="utf-8")

    def film(self, chance: random.Random) -> None:
        """A film, and what may lie beside it or not."""
        path = self._any(chance)
        if path:
            path.with_name("ye.mp4").write_bytes(film(320 * chance.randrange(1, 3)))
            beside = {"ye.jpg": jpeg(330, 220), "ye.vtt": VTT.encode(), "ye.txt": f"第{chance.randrange(3)}稿".encode()}
            for name, data in beside.items():
                path.with_name(name).write_bytes(data) if chance.randrange(2) else path.with_name(name).unlink(
                    missing_ok=True
                )
            text = path.read_text(encoding="utf-8")
            if "ye.mp4" not in text:
                text += '\n[夜景](ye.mp4 "李四 摄像")\n'
            path.write_text(re.sub(r"\[夜景\d?\]", f"[夜景{chance.randrange(3)}]", text), encoding="utf-8")

    def attachment_gone(self, chance: random.Random) -> None:
        for path in sorted((*self.content.rglob("*.pdf"), *self.content.rglob("*.mp4")))[:1]:
            path.unlink()

    # What editors do beside stories

    def page(self, chance: random.Random) -> None:
        page = self.content / "pages/about/index.md"
        page.write_text(page.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")

    def page_title(self, chance: random.Random) -> None:
        page = self.content / "pages/about/index.md"
        page.write_text(_with(page.read_text(encoding="utf-8"), "标题", f"关于{chance.randrange(9)}"), encoding="utf-8")

    def site(self, chance: random.Random) -> None:
        self._registry("site.yaml", "某处", f"某处{chance.randrange(9)}")

    def section_name(self, chance: random.Random) -> None:
        self._registry("sections.yaml", "的稿件。", f"的稿件{chance.randrange(9)}。")

    def person(self, chance: random.Random) -> None:
        path = self.content / "data/people.yaml"
        path.write_text(
            path.read_text(encoding="utf-8") + f"- id: xin-{chance.random():.6f}\n  name: 新人甲\n".replace("0.", "")
        )

    def unit_followed(self, chance: random.Random) -> None:
        path = self.content / "data/units.yaml"
        first, *others = path.read_text(encoding="utf-8").split("- id: jiedao-2\n")
        first = first.split("  successor:")[0] + f"  successor: jiedao-{chance.randrange(2, 9)}\n"
        path.write_text("- id: jiedao-2\n".join((first, *others)), encoding="utf-8")

    def term(self, chance: random.Random) -> None:
        path = self.content / "data/terms.yaml"
        path.write_text(f"- id: daolu-{chance.randrange(3)}\n  name: 道路\n", encoding="utf-8")

    def _registry(self, name: str, old: str, new: str) -> None:
        path = self.content / "data" / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new) if old in text else text + "contact: 某处\n", encoding="utf-8")

    # What time and engineers do

    def hours_pass(self, chance: random.Random) -> None:
        self.now += timedelta(hours=chance.choice((1, 30, 24 * 40)))

    def template(self, chance: random.Random) -> None:
        name = chance.choice(
            (
                "base.html",
                "story.html",
                "listing.html",
                "../components/card/card.html",
                "../components/footer/footer.html",
                "head_meta.html",
            )
        )
        path = self.folder / "theme/templates" / name
        path.write_text(path.read_text(encoding="utf-8") + f"{{# {chance.random()} #}}", encoding="utf-8")

    def frame(self, chance: random.Random) -> None:
        """Other words around what is a page's own, or before it in the same place; or a way of its own to print that."""
        path = self.folder / "theme/templates/base.html"
        own, word = "{% block main %}{% endblock %}", f"<p>{chance.randrange(99)}</p>"
        change = chance.choice((f"{word}{own}", f"{own}{word}", f"{{% filter trim %}}{own}{{% endfilter %}}"))
        path.write_text(path.read_text(encoding="utf-8").replace(own, change), encoding="utf-8")

    def frame_lends(self, chance: random.Random) -> None:
        """The frame sets a name which pages print among their own words."""
        base, story = (self.folder / "theme/templates" / name for name in ("base.html", "story.html"))
        text = base.read_text(encoding="utf-8")
        base.write_text(f'{{% set lent = "借来的第 {chance.randrange(99)} 句" %}}{text}', encoding="utf-8")
        text = story.read_text(encoding="utf-8").replace("{{ lent }}", "")
        story.write_text(text.replace("{% block main %}", "{% block main %}{{ lent }}"), encoding="utf-8")

    def wording(self, chance: random.Random) -> None:
        path = self.folder / "theme/components/footer/footer.html"
        path.write_text(path.read_text(encoding="utf-8").replace("订阅</a>", "订阅！</a>"), encoding="utf-8")

    def style(self, chance: random.Random) -> None:
        path = self.folder / "theme/static/css/base.css"
        path.write_text(path.read_text(encoding="utf-8") + f"\n.x{chance.randrange(99)} {{ color: red }}\n")

    def script(self, chance: random.Random) -> None:
        path = self.folder / "theme/components/lightbox/lightbox.js"
        path.write_text(path.read_text(encoding="utf-8") + f"// {chance.randrange(99)}\n", encoding="utf-8")

    def setting(self, chance: random.Random) -> None:
        path = self.folder / "pelicanconf.py"
        path.write_text(
            path.read_text(encoding="utf-8") + f"\nCOLUMN = configured(list_size={chance.choice((3, 4, 20))})\n"
        )

    def program(self, chance: random.Random) -> None:
        path = self.folder / "plugins/lists/grouping.py"
        path.write_text(path.read_text(encoding="utf-8") + "\n# a remark\n")

    # What accidents do

    def output_lost(self, chance: random.Random) -> None:
        self._output(chance, lambda path: path.unlink())

    def output_edited(self, chance: random.Random) -> None:
        self._output(chance, lambda path: path.write_bytes(path.read_bytes() + b"<!-- by hand -->"))

    def output_foreign(self, chance: random.Random) -> None:
        self._output(chance, lambda path: path.with_name("by-hand.txt").write_text("x"))

    def output_gone(self, chance: random.Random) -> None:
        shutil.rmtree(self.output, ignore_errors=True)

    def next_spoilt(self, chance: random.Random) -> None:
        for path in sorted(self.output.with_name("output.next").rglob("*.html"))[:3]:
            path.unlink()
            path.write_text("half a page")

    def cache_damaged(self, chance: random.Random) -> None:
        files = sorted(
            path for path in self.cache.rglob("*") if path.is_file() and path.name != "lock" and path.stat().st_size
        )
        if files:
            path = chance.choice(files)
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 0xFF
            path.write_bytes(bytes(data))

    def cache_cut(self, chance: random.Random) -> None:
        files = sorted(path for path in self.cache.rglob("*") if path.is_file() and path.stat().st_size > 2)
        if files:
            path = chance.choice(files)
            os.truncate(path, path.stat().st_size // 2)

    def cache_lost(self, chance: random.Random) -> None:
        names = [name for name in ("records", "releases", "templates", "photos") if (self.cache / name).exists()]
        if names:
            shutil.rmtree(self.cache / chance.choice(names))

    def _output(self, chance: random.Random, change: Callable[[Path], object]) -> None:
        files = sorted(path for path in self.output.rglob("*") if path.is_file() and path.name != "manifest.json")
        if files:
            change(chance.choice(files))


def _with(text: str, key: str, value: str) -> str:
    """`text` with `key: value` in its head, in place of the line that was there."""
    lines = text.split("\n")
    kept = [line for line in lines[1:] if not line.startswith(f"{key}:")]
    return "\n".join([lines[0], f"{key}: {value}", *kept])


CHANGES = sorted(
    name
    for name, value in vars(House).items()
    if callable(value) and not name.startswith("_") and name not in ("stories", "nothing_left")
)
