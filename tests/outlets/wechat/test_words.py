"""No word of a story is lost in an article, whatever the body is made of, after the strictest imitation of the editor."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest

from plugins.newsroom.column import column as columns
from plugins.outlets.wechat import schemes
from tests.attachments.samples import MP3, PDF, film
from tests.newsdesk import NOW, ROOT, column, jpeg, story

from .editor import pasted
from .made import files, samples

HERE = "2017/08/16-haogao"
TABLE = "| 类别 | 数 |\n|:--|--:|\n| 续建 | 3 |\n| **新开** | 4 |\n"
SPANS = (
    '<table><caption>三类</caption><tr><th colspan="2">合计</th></tr><tr><td rowspan="2">甲</td><td>1</td></tr>'
    "<tr><td>2</td></tr></table>\n"
)
# A body, and the lines that must be left of it.
KINDS = {
    "paragraphs": ("第一段。\n\n第二段，<3 & 4>。\n", "第一段。|第二段，<3 & 4>。"),
    "headings": ("## 二级\n\n### 三级 **重**\n\n文。\n", "二级|三级 重|文。"),
    "emphasis": ("**粗**、*斜*、~~删~~、`码`、***粗斜***。\n", "粗、斜、删、码、粗斜。"),
    "raised": ("H<sub>2</sub>O，10<sup>3</sup>。\n", "H2O，103。"),
    "a line break": ("上一行  \n下一行\n", "上一行|下一行"),
    "a rule": ("前。\n\n---\n\n后。\n", "前。|后。"),
    "a list": ("- 甲\n- 乙\n", "•甲|•乙"),
    "numbers": ("3. 甲\n4. 乙\n", "3.甲|4.乙"),
    "nested lists": ("- 甲\n    - 乙\n        1. 丙\n        2. 丁\n- 戊\n", "•甲|◦乙|1.丙|2.丁|•戊"),
    "items of paragraphs": ("1. 甲\n\n    乙\n\n2. 丙\n", "1.甲|乙|2.丙"),
    "a quotation": ("> 城墙很老。\n>\n> > 更老。\n", "城墙很老。|更老。"),
    "quotations without end": (
        "\n>\n".join("> " * depth + f"第{depth}层" for depth in range(1, 8)) + "\n",
        "|".join(f"第{depth}层" for depth in range(1, 8)),
    ),
    "an editors' note": ("> 编者按　请看。\n\n文。\n", "编者按 请看。|文。"),
    "a table": (TABLE, "类别|数|续建|3|新开|4"),
    "spans": (SPANS, "三类|合计|甲|1|2"),
    "definitions": ("一稳定\n:   社会稳定。\n\n一保证\n:   党的建设。\n", "一稳定|社会稳定。|一保证|党的建设。"),
    "code": ("文。\n\n```\nif a < b:\n    x  = 1\n```\n", "文。|if a < b:|\xa0\xa0\xa0 x\xa0 = 1"),
    "notes": (
        "甲。[^1]乙。[^b]\n\n[^1]: 说明一。\n\n    又一段。\n[^b]: 说明二。\n",
        "甲。注1乙。注2|注释|注1 说明一。|又一段。|注2 说明二。",
    ),
    "a link": ("见[规定](https://b.example/g?a=1&b=2)。\n", "见规定[1]。|文中链接|[1] https://b.example/g?a=1&b=2"),
    "the same link": (
        "[甲](https://b.example/)、[乙](https://c.example/)、[丙](https://b.example/)\n",
        "甲[1]、乙[2]、丙[1]|文中链接|[1] https://b.example/|[2] https://c.example/",
    ),
    "a bare address": ("见 https://b.example/g 。\n", "见 https://b.example/g 。"),
    "a mail address": ("写信到[编辑部](mailto:a@b.example)。\n", "写信到编辑部。"),
    "a link to WeChat": ("[旧文](https://mp.weixin.qq.com/s/abc)\n", "旧文"),
    "a link within": ("## 甲 {#jia}\n\n见[上](#jia)。\n", "甲|见上。"),
    "a link to a story": (
        "见[另一篇](../17-ling/index.md#yi)。\n",
        "见另一篇[1]。|文中链接|[1] https://a.example/zt/gc/2017/08/ling/#yi",
    ),
    "a photo": ('![城墙](01.jpg "张三 摄")\n\n文。\n', "城墙 张三 摄|文。"),
    "a gallery": ('![东](01.jpg "张三 摄") ![西](02.jpg "李四 摄")\n', "东 张三 摄|西 李四 摄"),
    "a file": ("见[方案](a.pdf)。\n", "见方案（PDF，SIZE）[1]。|文中链接|[1] ADDRESS"),
    "a film": (
        '[夜景](ye.mp4 "李四 摄像")\n',
        "夜景 李四 摄像（MP4，SIZE，请点“阅读原文”观看）[1]|文字稿|很静。|没有人。|文中链接|[1] ADDRESS",
    ),
    "a recording": ("[采访](lu.mp3)\n", "采访（MP3，SIZE，请点“阅读原文”收听）[1]|文中链接|[1] ADDRESS"),
    "raw HTML": (
        "<div>块里<q>引</q></div>\n\n<ruby>管<rt>guǎn</rt></ruby><mark>亮</mark><u>线</u><kbd>键</kbd><small>小</small>。\n",
        "块里“引”|管（guǎn）亮线键小。",
    ),
    "aligned": ("居中\n{: .align-center}\n", "居中"),
}
LAST = "阅读原文 https://a.example/zt/gc/2017/08/"
NUMBER = {kind: f"lei-{number}" for number, kind in enumerate(KINDS)}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A story of each kind, with the files that bodies name."""
    laid = {"2017/08/17-ling/index.md": story("## 一 {#yi}\n\n文。\n", 标题="另一篇")}
    beside = {"01.jpg": jpeg(), "02.jpg": jpeg(900, 1200), "a.pdf": PDF, "ye.mp4": film(), "ye.jpg": jpeg(640, 360)}
    beside |= {"ye.txt": "很静。\n\n没有人。\n", "lu.mp3": MP3}
    for kind, (body, _) in KINDS.items():
        folder = f"2017/08/16-{NUMBER[kind]}"
        used = {name: data for name, data in beside.items() if name.partition(".")[0] in body}
        laid |= {
            f"{folder}/index.md": story(body, 标题=kind),
            **{f"{folder}/{name}": data for name, data in used.items()},
        }
    return column(tmp_path_factory.mktemp("kinds") / "content", laid)


def body_of(text: str) -> str:
    """What stands between the byline and the story's own address; sizes and addresses of files left open."""
    words = text.replace("　", " ").split("张三 文/图\n", 1)[1].rpartition(f"\n{LAST}")[0]
    words = re.sub(r"[\d.]+ (?:B|KB|MB)", "SIZE", words)
    return re.sub(r"https://a\.example/zt/gc/files/\S+", "ADDRESS", words)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_every_kind_of_body_are_left(content, kind):
    made = files(content, f"2017/08/16-{NUMBER[kind]}")
    measured = json.loads(made["check.json"])
    assert body_of(pasted(made["article.html"].decode())) == KINDS[kind][1].replace("|", "\n")
    assert measured["structure"] == []
    assert min(measured["contrast"].values()) >= schemes.LEAST


@pytest.mark.slow
def test_the_words_of_every_sample_are_left_in_their_order():
    read = columns.load(ROOT / "content", datetime.fromisoformat(NOW))
    for package in samples():
        made = json.loads(package.files["check.json"])
        left = iter("".join(pasted(package.files["article.html"].decode()).split()))
        text = read.story(package.brief.source).document.text
        assert [letter for letter in text if letter.strip() and letter not in left] == [], package.name
        assert (made["structure"], made["findings"]) == ([], []), package.name
        assert min(made["contrast"].values()) >= schemes.LEAST, package.name


def test_what_stands_around_the_body(tmp_path):
    head = {
        "引题": "商都",
        "标题": "三项清零在前　五个片区在后",
        "副题": "进度要快",
        "署名": "记者 张三 文 李四 图",
        "来源": "某报",
        "原文": "https://b.example/1",
        "责编": "李四",
        "审核": "张三",
    }
    text = story("正文。\n", **head).replace(
        "---\n\n正文", "更正:\n  - 日期: 2017-08-18\n    说明: 数字写错了。\n---\n\n正文"
    )
    content = column(tmp_path / "content", {f"{HERE}/index.md": text})
    assert pasted(files(content)["article.html"].decode()).split("\n") == [
        "某专栏 · 学习贯彻",
        "商都",
        "三项清零在前",
        "五个片区在后",
        "进度要快",
        "2017年8月16日 09:30　转载自：某报（原文）[1]",
        "记者 张三 文 李四 图",
        "正文。",
        "责编：李四　审核：张三",
        "更正",
        "2017年8月18日　数字写错了。",
        "文中链接",
        "[1] https://b.example/1",
        "阅读原文　https://a.example/zt/gc/2017/08/haogao/",
    ]
