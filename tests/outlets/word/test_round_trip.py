"""A Word file of ours, taken in, gives the same story back: every sample, and one story with everything that a story can hold."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.desk import word
from plugins.desk.intake.making import Wishes
from plugins.desk.intake.taking import take_in
from plugins.newsroom.body.placed import words_of
from plugins.newsroom.column import column as columns
from plugins.newsroom.story.model import Story
from tests.newsdesk import NOW, ROOT, column, common_cache, jpeg

SITE = "https://a.example/zt/gc"
MOMENT = datetime.fromisoformat(NOW)
SAMPLES = sorted(
    file.relative_to(ROOT / "content").as_posix()
    for file in (ROOT / "content").glob("2*/**/*.md")
    if "状态: 撤稿" not in file.read_text(encoding="utf-8")
)
PICTURES = {"2017/08/17-qingyun/01.jpg": jpeg(900), "2017/08/17-qingyun/02.jpg": jpeg(700, 900)}
WHOLE = """---
引题: 老城新事
标题: 两条老巷　一本新账
副题: [清运队进巷第一天, 居民说说心里话]
日期: 2017-08-17 09:30
版块: 项目建设
署名: 记者 张三 文/图 通讯员 李四
来源: 本专栏编写
责编: [王五, 赵六]
校对: 孙七
审签:
  - 环节: 初审
    姓名: 周八
    时间: 2017-08-16 18:00
---

> 编者按　从今天起，本专栏连着三天看巷子里的变化。

清运从本周开始，**三天**清完两条巷子，~~五天~~的老话不算了；面积是120米<sup>2</sup>，水是H<sub>2</sub>O，<em>一天一报</em>，见[办法](https://www.example.org/banfa?a=1&b=2)。[^1]

## 先清哪里

1. 北头的砖瓦；
2. 南头的木料：
    - 能用的码齐；
    - 不能用的运走。

- 早上七点开工
- 晚上六点收工

![工人在巷口装车](01.jpg "张三 摄") ![居民在看图纸](02.jpg "李四 供图")

### 账怎么记

| 巷子 | 车次 | 说明 |
| --- | --- | --- |
| 北巷 | 12 | 已经**清完**[^2] |
| 南巷 | 7 | 还剩两户 |

<table><thead><tr><th colspan="2">合计</th><th>备考</th></tr></thead>
<tbody><tr><td rowspan="2">两条巷子</td><td>十九车</td><td>无</td></tr><tr><td>六十吨</td><td>约数</td></tr></tbody></table>

账本每天下午贴在巷口，谁都能看。

[^1]: 数字由街道提供，见[公告](https://www.example.org/gonggao)。
[^2]: 到昨天为止。
"""


def taken(content: Path, source: str, folder: Path) -> tuple[Story, Story]:
    """(the story, what intake makes of its Word file)."""
    made = word.make(content, [source], content, SITE, MOMENT, cache=common_cache(folder))
    (file,) = word.write(made, folder / "out")
    shutil.copytree(content / "data", folder / "taken/data")
    (outcome,) = take_in([file], folder / "taken", Wishes(None, "", date(2030, 1, 1)))
    assert (outcome.refusal, outcome.is_whole) == ("", True)
    return _only(content, source), _only(folder / "taken", outcome.story)


def _only(content: Path, source: str) -> Story:
    return columns.load(content, MOMENT).story(source)


def head(story: Story):
    signed = [(each.name, each.role, each.does) for each in story.byline.contributors] if story.byline else []
    section = story.section and story.section.name
    return story.kicker, story.title, story.decks, signed, story.published.date(), section, story.desk


def words(story: Story) -> list[str]:
    return [re.sub(r"\s+", "", text) for _, text in words_of(story.document)]


def html(story: Story) -> str:
    return "".join(part for part in story.document.parts if isinstance(part, str))


def marked(story: Story) -> dict[str, list[str]]:
    """What the marks of the body hold, by the mark. A cell that spans others comes back as one and empty ones beside it."""
    page = html(story)
    marks = ("strong", "em", "del", "sub", "li", "td", "th")
    return {mark: list(filter(None, re.findall(rf"<{mark}\b[^>]*>([^<]*)", page))) for mark in marks}


def links(story: Story) -> list[str]:
    """Addresses outside the site."""
    return [each for each in re.findall(r'href="(http[^"]*)"', html(story)) if not each.startswith(SITE)]


def photos(story: Story) -> list[tuple[str, str]]:
    return [(use.caption, use.credit) for use in story.photos if use.in_text]


def headings(story: Story) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in story.document.headings]


@pytest.mark.slow
@pytest.mark.parametrize("source", SAMPLES)
def test_every_sample_comes_back(source, tmp_path):
    former, story = taken(ROOT / "content", source, tmp_path)
    assert head(story) == head(former)
    assert words(story) == words(former)
    assert (headings(story), links(story), photos(story)) == (headings(former), links(former), photos(former))


@pytest.mark.slow
def test_a_story_with_everything_comes_back(tmp_path):
    content = column(tmp_path / "content", {"2017/08/17-qingyun/index.md": WHOLE, **PICTURES})
    former, story = taken(content, "2017/08/17-qingyun/index.md", tmp_path)
    assert head(story) == head(former)
    assert words(story) == words(former)
    assert (headings(story), links(story), photos(story)) == (headings(former), links(former), photos(former))
    assert marked(story) == marked(former)
    assert len(story.photos) == 2
