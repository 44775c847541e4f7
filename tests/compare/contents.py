"""The columns that are compared beside the sample: a generated one with every kind of story in it, and broken ones."""

from __future__ import annotations

import itertools
from pathlib import Path

from tests.attachments.samples import MP3, PDF, VTT, film
from tests.bench.house import add_photos
from tests.columns import make
from tests.newsdesk import SITE, column, jpeg
from tests.scenarios.test_bad_input import ERRORS, TOLERATED
from tests.scenarios.test_hostile import FILES as HOSTILE

_SLIP_FOLDER = "2017/08/20-xingao"
_REGISTRIES: dict[str, str | bytes] = {
    "data/site.yaml": SITE,
    "data/projects.yaml": "- id: shangdu\n  name: 商都历史文化区\n  description: 片区的稿件。\n",
    "data/terms.yaml": "- id: chengqiang\n  name: 城墙\n  曾用名: [老城墙, 商城遗址]\n",
}
_EVERY_KEY = """\
引题: 商都历史文化区
标题: 拆迁清零　安置先行
副题:
  - 三项清零按节点推进
  - 安置房建设全程督查
日期: 2017-12-20（星期三） 09:30
版块: 学习贯彻
署名: 本报记者 赵一鸣 赵文 通讯员 钱一鸣 文 孙文 图
来源: 某报
原文: https://paper.example/2017/12/20.html
单位: [第一街道, 第二街道]
项目: 商都历史文化区
话题: [城墙, 老城墙, PPP, 安置房]
摘要: 三项清零都有了日子。
封面: 02.jpg
网址: quan-jian
旧址: [xw/2017/1220.html, xw/1220.html]
责编: 钱一鸣 # 值班
校对: 孙文
审核: 李明远
下线: 2018-06-30
更正:
  - 日期: 2017-12-22
    说明: 第二段“六项”应为“六个”，附件“实施方案”第二页已更正。
图片:
  01.jpg:
    替代文字: 夯土城墙断面
    焦点: [0.2, 0.3]
    许可: 作者授权，限本专栏使用
    到期: 2018-08-31
  02.jpg:
    AI生成: 是
  03.jpg:
    到期: 2017-12-25
"""
_EVERY_ELEMENT = """\
第一段，**重点**、*斜体*、~~原定二十日~~、`代码`，见 https://paper.example/a?b=1&c=2 ，
邮箱 a@paper.example，[外面](https://paper.example/ "题目")，脚注[^1]。\\
手动换行 8<9，138****1234。

> 编者按：两段的
>
> - 引文。

![墙](01.jpg "孙文 摄")

## 小标题 {#yi}

### 再小一级

1. 甲
2. 乙
   - 丙
     - 丁

     第二段。
3. 戊

| 单位 | 户数 | 日期 |
|:-----|-----:|:----:|
| 甲 | 12 | **8月** |
| 乙 | 3 | |

四重点
:   新型城镇化等四个方面。

![墙](01.jpg "孙文 摄")
![图](02.jpg "制图 本专栏")
![旧](03.jpg "孙文 摄")

---

附件：[实施方案](方案.pdf)、[录音](luyin.mp3)。

[城墙夜景](yejing.mp4 "孙文 摄像")

[录音](luyin.mp3 "孙文 录音")

见[小标题](#yi)和[附件的稿](../23-fujian/index.md#bu)。

[^1]: 脚注的话，[里面](../21-duan.md)也有链接。
"""
_PASTED = """\
　　一、先看时间
时间：八月十六日
地点：会议室
①第一件事办完了。
●第二件事也办完了。

单位\t户数
甲\t12
乙\t3

＃＃ 写错的小标题

！[墙]（01.jpg “孙文 摄”）

城墙下面 孙文 摄

![墙](01.jpg)
"""


def _story(title: str, day: str, body: str = "正文一段。\n", more: str = "") -> str:
    head = f"标题: {title}\n日期: {day}\n版块: 学习贯彻\n署名: 记者 赵一鸣 文/图\n{more}"
    return f"---\n{head}---\n\n{body}"


def _specials() -> dict[str, str | bytes]:
    """One story of each kind that `tests.columns` does not make, all of December 2017 or later."""
    withdrawn = "状态: 撤稿\n撤稿日期: 2017-12-24\n撤稿说明: 与另一篇内容重复。\n"
    texts: dict[str, str | bytes] = {
        "20-quanjian/index.md": f"---\n{_EVERY_KEY}---\n\n{_EVERY_ELEMENT}",
        "21-duan.md": _story("没有文件夹的短稿", "2017-12-21"),
        "22-che/index.md": _story("撤了的稿", "2017-12-22 08:00", more=withdrawn),
        "22-caogao/index.md": _story("草稿", "2017-12-22 09:00", more="状态: 草稿\n"),
        "22-daishen/index.md": _story("待审的稿", "2017-12-22 10:00", more="状态: 待审\n"),
        "22-xiaxian/index.md": _story("下线了的稿", "2017-12-22 11:00", more="下线: 2017-12-30\n"),
        "23-fujian/index.md": _story("有附件的稿", "2017-12-23", "## 部分 {#bu}\n\n[方案](../20-quanjian/方案.pdf)\n"),
        "24-daoqi/index.md": _story(
            "照片到期的稿",
            "2017-12-24",
            '文。\n\n![墙](01.jpg "孙文 摄")\n',
            "图片:\n  01.jpg:\n    到期: 2017-12-26\n",
        ),
        "25-zhantie/index.md": _story("粘贴来的稿", "2017-12-25 08:00", _PASTED),
        "26-gbk/index.md": _story("别的编码", "2017-12-26 08:00").encode("gbk"),
        "27-maohao/index.md": _story("全角冒号", "2017-12-27 08:00").replace(": ", "："),
        "28-xinren/index.md": _story("新人写的稿", "二〇一七年十二月二十八日").replace("赵一鸣", "新人甲"),
        "29-jiuzhi/index.md": _story("换了地方的稿", "2017-12-29", more="旧址: xw/29.html\n审核: 钱一鸣\n"),
    }
    beside: dict[str, str | bytes] = {f"20-quanjian/0{number}.jpg": jpeg(1300 + number, 870) for number in (1, 2, 3)}
    beside |= {"24-daoqi/01.jpg": jpeg(1400, 900), "25-zhantie/01.jpg": jpeg(1500, 900)}
    beside |= {"20-quanjian/方案.pdf": PDF, "20-quanjian/luyin.mp3": MP3, "20-quanjian/yejing.mp4": film()}
    beside |= {
        "20-quanjian/yejing.jpg": jpeg(1280, 720),
        "20-quanjian/yejing.vtt": VTT,
        "20-quanjian/luyin.txt": "词。\n",
    }
    future: dict[str, str | bytes] = {"2018/01/31-jianglai/index.md": _story("将来的稿", "2018-01-31 08:00")}
    return _REGISTRIES | {f"2017/12/{name}": data for name, data in (texts | beside).items()} | future


def filler(folder: Path, stories: int, photos: int) -> Path:
    """A column of `stories` filler stories, the newest `photos` of them with a photo."""
    make(folder, stories)
    add_photos(sorted(folder.glob("20*/**/index.md")), min(photos, stories))
    return folder


def generated(folder: Path, stories: int, photos: int) -> Path:
    """The same, and a story of every other kind, as they stand at NOW."""
    return _put(filler(folder, stories, photos), _specials())


def broken(folder: Path) -> dict[str, Path]:
    """Columns with slips, by name: one with all slips in stories that the tests know, one for each slip in a registry, and one
    whose registries hold signs that mean something to a format."""
    slips: dict[str, str | bytes] = {}
    columns = {"hostile": column(folder / "hostile/content", HOSTILE)}
    for number, case in enumerate(itertools.chain(ERRORS, TOLERATED)):
        if any(name.startswith("data/") for name in case.files):
            columns[case.name] = column(folder / f"registry-{number}/content", case.files)
        else:
            slips |= {name.replace(_SLIP_FOLDER, f"{_SLIP_FOLDER}-{number}"): data for name, data in case.files.items()}
    return {"slips": column(folder / "slips/content", slips), **columns}


def _put(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder
