"""The same content at the root of a host and below a path: nothing differs but the path."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.desk.build import build
from plugins.newsroom.pages.scan_code import scan_code
from tests.newsdesk import NOW, column, common_cache, jpeg, story

HOST, PREFIX = "https://portal.example", "/zt/guancheng"
FILES: dict[str, str | bytes] = {
    "data/projects.yaml": "- id: qiao\n  name: 某桥\n",
    "2017/08/20-tu/index.md": story(
        '见[上一篇](../16-haogao/index.md#xiao)。[^1]\n\n![图](01.jpg "李四 摄")\n\n[^1]: 注。\n',
        署名="记者 张三 文 李四 图", 单位="北下街", 项目="某桥", 话题="[城墙]", 旧址="[xw/1.html, 旧 闻/]", 日期="2017-08-31",
        更正="\n  - 日期: 2017-08-31\n    说明: 已改正。",
    ),
    "2017/08/20-tu/01.jpg": jpeg(1300, 800),
    "2017/08/21-zhuan/index.md": story(来源="示例晚报", 原文="https://paper.example/zt/1.html", 标题="转载的"),
    "2017/08/23-che/index.md": story(状态="撤稿", 撤稿日期="2017-08-25", 撤稿说明="重复。"),
    **{f"2017/07/{n:02}-duo{n}/index.md": story(日期=f"2017-07-{n:02} 09:00") for n in range(1, 31)},
    **{f"2017/06/{n:02}-lao{n}/index.md": story(日期=f"2017-06-{n:02} 09:00") for n in range(1, 20)},
}  # fmt: skip
_DRAWN = re.compile(rb' viewBox="[^"]+"| d="[^"]+"')


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """The files of both sites by their prefix."""
    folder = tmp_path_factory.mktemp("prefix")
    column(folder / "content", FILES)
    made = {}
    for number, prefix in enumerate(("", PREFIX)):
        output = folder / f"output{number}"
        result = build(folder / "content", output, HOST + prefix, now=NOW, cache=common_cache(folder), processors=1)
        assert result.ok, result.problems
        made[prefix] = _files(output)
    return made


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_both_sites_have_the_same_files(sites):
    assert sites[""].keys() == sites[PREFIX].keys()
    kinds = {name.rpartition(".")[2] for name in sites[""]}
    assert kinds >= {"html", "xml", "json", "opml", "conf", "txt", "svg", "png", "jpg", "css", "js", "_redirects"}
    assert "section/study/page/1/index.html" in sites[""]


def test_every_file_differs_in_the_path_alone(sites):
    """But for two: a code to be scanned spells the whole address in its pattern, and the manifest sums up all bytes."""
    for name, below in sites[PREFIX].items():
        if name != "manifest.json":
            assert _without_drawings(below.replace(PREFIX.encode(), b"")) == _without_drawings(sites[""][name]), name


def test_a_code_spells_the_address_of_its_own_site(sites):
    for prefix, files in sites.items():
        for name, address in (("2017/08/tu/index.html", "2017/08/tu/"), ("subscribe/all.svg", "feed.xml")):
            assert scan_code(f"{HOST}{prefix}/{address}").path.encode() in files[name]


def test_nothing_below_a_path_points_above_it(sites):
    addresses = re.compile(rb'(?:href|src|action)="(/[^"]*)"')
    for name, data in sites[PREFIX].items():
        if name.endswith(".html"):
            assert all(found.startswith(f"{PREFIX}/".encode()) for found in addresses.findall(data)), name


def _without_drawings(data: bytes) -> bytes:
    return _DRAWN.sub(b"", data)
