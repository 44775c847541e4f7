"""What happens to an editor's slip: the real commands on a real folder, the sentence, the place, the untouched site."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import sys
import zlib
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from plugins.desk import front
from tests.newsdesk import BODY, HEAD, NOW, ROOT, build, column, fingerprint, jpeg, run, story

NEW = "2017/08/20-xingao/index.md"
PHOTO = "2017/08/20-xingao/01.jpg"
WITH_PHOTO = BODY + '\n![说明](01.jpg "张三 摄")\n'


@dataclass(frozen=True)
class Case:
    """name: what the editor did; files: what is put into the folder; says: code and words that must be in one finding at `at`."""

    name: str
    files: dict[str, str | bytes]
    code: str
    says: str
    at: str = ""
    stops: bool = True


def _bomb() -> bytes:
    """A PNG whose header declares 60,000 x 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def _png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "white").save(buffer, "PNG")
    return buffer.getvalue()


ERRORS = [
    Case("wrong weekday", {NEW: story(日期="2017年8月16日（星期五）")}, "DT", "星期三", f"{NEW}:3"),
    Case("impossible date", {NEW: story(日期="2017-08-32")}, "DT", "31", f"{NEW}:3"),
    Case("unknown status", {NEW: story(状态="发部")}, "ST14", "发部", f"{NEW}:6"),
    Case("unknown key", {NEW: story(标体="多余")}, "HD", "标题", f"{NEW}:6"),
    Case("unknown section", {NEW: story(版块="学习惯彻")}, "ST04", "是不是“学习贯彻”？", f"{NEW}:4"),
    Case("unknown unit", {NEW: story(单位="北夏街")}, "ST11", "北夏街", f"{NEW}:6"),
    Case("missing title", {NEW: story(标题=None)}, "ST01", "缺少标题", f"{NEW}:"),
    Case("empty file", {NEW: ""}, "FI", "空", NEW),
    Case("head without end", {NEW: story().replace("\n---\n\n", "\n\n")}, "HD", "---", f"{NEW}:"),
    Case("repeated key", {NEW: story().replace("版块:", "标题: 又一个\n版块:")}, "HD02", "第 2 行", f"{NEW}:4"),
    Case("broken YAML", {NEW: story(标题='"半个引号')}, "HD01", "引号只有一半", f"{NEW}:2"),
    Case("two stories with one address", {NEW: story(网址="haogao")}, "AD14", "2017/08/haogao/", f"{NEW}:6"),
    Case(
        "two names with one pinyin",
        {"2017/08/20-城市/index.md": story(), "2017/08/21-诚实/index.md": story()},
        "AD14",
        "2017/08/cheng-shi/",
        "2017/08/21-诚实/index.md:",
    ),
    Case("traversal in 网址", {NEW: story(网址="../../etc")}, "AD10", "../../etc", f"{NEW}:6"),
    Case("traversal in 旧址", {NEW: story(旧址="../../etc/passwd")}, "AD13", "../../etc/passwd", f"{NEW}:6"),
    Case("missing photo", {NEW: story(WITH_PHOTO)}, "PH", "01.jpg", f"{NEW}:10"),
    Case("empty photo", {NEW: story(WITH_PHOTO), PHOTO: b""}, "PH", "空", f"{NEW}:10"),
    Case("truncated photo", {NEW: story(WITH_PHOTO), PHOTO: jpeg()[:-500]}, "PH", "不完整", f"{NEW}:10"),
    Case(
        "a page named .jpg", {NEW: story(WITH_PHOTO), PHOTO: "<html><body>404</body></html>"}, "PH", "网页", f"{NEW}:10"
    ),
    Case("a PNG named .jpg", {NEW: story(WITH_PHOTO), PHOTO: _png()}, "PH", "PNG", f"{NEW}:10"),
    Case("a photo too small to print", {NEW: story(WITH_PHOTO), PHOTO: jpeg(200, 100)}, "PH", "200", f"{NEW}:10"),
    Case(
        "bomb photo",
        {NEW: story(WITH_PHOTO.replace(".jpg", ".png")), PHOTO[:-3] + "png": _bomb()},
        "PH",
        "60000",
        f"{NEW}:10",
    ),
    Case(
        "photo without credit",
        {NEW: story(BODY + "\n![说明](01.jpg)\n", 署名="记者 张三"), PHOTO: jpeg()},
        "CR10",
        "01.jpg",
        f"{NEW}:10",
    ),
    Case("dead link", {NEW: story("见[旧稿](../16-haogoa/index.md)。\n")}, "LK01", "16-haogoa", f"{NEW}:8"),
    Case(
        "dead fragment",
        {NEW: story("见[旧稿](../16-haogao/index.md#xiaoo)。\n")},
        "LK03",
        "是不是“#xiao”？",
        f"{NEW}:8",
    ),
    Case(
        "link to a draft",
        {NEW: story("见[稿](../21-caogao/index.md)。\n"), "2017/08/21-caogao/index.md": story(状态="草稿")},
        "LK02",
        "草稿",
        f"{NEW}:8",
    ),
    Case("script in the body", {NEW: story(BODY + "\n<script>alert(1)</script>\n")}, "BD", "script", f"{NEW}:10"),
    Case("javascript: link", {NEW: story(BODY + "\n[点这里](javascript:alert(1))\n")}, "BD", "javascript", f"{NEW}:10"),
    Case("withdrawn without a reason", {NEW: story(状态="撤稿")}, "ST15", "撤稿的稿件缺少", f"{NEW}:6"),
    Case(
        "unit before its time",
        {"data/units.yaml": "- {id: a, name: 甲街道, short: 甲街, from: 2018-01-01}\n", NEW: story(单位="甲街")},
        "ST12",
        "甲街",
        f"{NEW}:6",
    ),
    Case(
        "two people of one name",
        {"data/people.yaml": "- {id: a, name: 张三}\n- {id: b, name: 张三}\n"},
        "BL21",
        "a",
        "haogao/index.md:5",
    ),
    Case(
        "a broken registry", {"data/sections.yaml": "- id: study\n  nmae: 学习\n"}, "RG", "name", "data/sections.yaml:2"
    ),
    Case("a word nobody understands as a date", {NEW: story(日期="昨天")}, "DT", "昨天", f"{NEW}:3"),
    Case("no body", {NEW: story("")}, "ST10", "没有正文", f"{NEW}:"),
]

TOLERATED = [
    Case("GBK file", {NEW: story().encode("gbk")}, "FI", "GB", NEW, stops=False),
    Case("UTF-16 file", {NEW: story().encode("utf-16")}, "FI", "UTF-16", NEW, stops=False),
    Case("BOM", {NEW: story().encode("utf-8-sig")}, "FI", "BOM", NEW, stops=False),
    Case("full-width colons", {NEW: story().replace(": ", "：")}, "HD", "冒号", f"{NEW}:2", stops=False),
    Case("Chinese date", {NEW: story(日期="二〇一七年八月二十日")}, "DT", "2017-08-20", f"{NEW}:3", stops=False),
    Case("a title YAML trips over", {NEW: story(标题="“三个一”: 一个项目 #1")}, "HD", "", f"{NEW}:2", stops=False),
    Case("an unregistered name", {NEW: story(署名="记者 王五")}, "BL20", "王五", f"{NEW}:5", stops=False),
    Case("a Word file", {"2017/08/20-xingao/初稿.docx": b"PK\x03\x04"}, "FI11", "初稿.docx", "初稿.docx", stops=False),
    Case("a photo nobody shows", {"2017/08/16-haogao/02.jpg": jpeg()}, "FI12", "02.jpg", "02.jpg", stops=False),
]


def _built(content: Path, output: Path) -> tuple[int, str]:
    """The exit code of `build` and what it prints. It runs in this process: to start one takes longer than most of these builds."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        status = front.build(ROOT, str(content), str(output), now=NOW)
    return status, told.getvalue()


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A site that stands, made by a good build."""
    folder = tmp_path_factory.mktemp("published")
    done = build(column(folder / "content"), folder / "output")
    assert done.returncode == 0, done.stdout
    return folder / "output"


def _finding(output: str, case: Case) -> str:
    """The finding that names the case's place and code, with its advice."""
    pattern = re.compile(rf"^\S*{re.escape(case.at)}\S*: (?:错误|提醒) {case.code}\d*.*?改法：.*?$", re.M | re.S)
    found = pattern.search(output)
    assert found, f"no finding {case.code} at {case.at!r} in:\n{output}"
    return found.group()


@pytest.mark.parametrize("case", ERRORS, ids=lambda case: case.name)
def test_a_slip_is_named_and_the_site_stays(case, tmp_path, published):
    content = column(tmp_path / "content", case.files)
    before = fingerprint(published)
    status, told = _built(content, published)
    assert status == 1, told
    finding = _finding(told, case)
    assert case.says in finding
    assert "content/" in finding.splitlines()[0]
    assert fingerprint(published) == before


@pytest.mark.parametrize("case", TOLERATED, ids=lambda case: case.name)
def test_a_slip_whose_meaning_is_certain_is_understood_and_told(case, tmp_path):
    content = column(tmp_path / "content", case.files)
    status, told = _built(content, tmp_path / "output")
    assert status == 0, told
    assert case.says in _finding(told, case)
    if NEW in case.files:
        assert (tmp_path / "output/2017/08/xingao/index.html").is_file()


@pytest.mark.slow
def test_slips_where_readers_see_nothing_are_told_apart_and_the_site_is_built_without_a_word_of_them(tmp_path):
    withdrawn = {"状态": "撤稿", "撤稿日期": "2017-08-25", "撤稿说明": "内容重复。"}
    files = {
        NEW: story("麒麟之事。\n\n![麒麟](meiyou.jpg)\n", 版块="没有的版块", 状态="草稿"),
        "2017/08/21-che/index.md": story("貔貅之事。<script>1</script>\n", **withdrawn),
    }
    done = build(column(tmp_path / "content", files), tmp_path / "output")
    assert done.returncode == 0, done.stdout
    assert "读到 3 篇 = 发布 1 + 暂不发布 2（草稿 1，撤稿 1） + 有错 0" in done.stdout
    told, apart = done.stdout.split("不影响发布：")
    assert "错误" not in told
    assert re.findall(r"错误 (\w+) ", apart) == ["ST04", "PH01", "BD13"]
    pages = b"".join(path.read_bytes() for path in (tmp_path / "output").rglob("*") if path.is_file())
    assert not any(word.encode() in pages for word in ("麒麟", "貔貅", "meiyou"))
    assert (tmp_path / "output/2017/08/che/index.html").is_file()
    assert run("check", "--content", tmp_path / "content").returncode == 0


def test_all_findings_of_all_files_come_at_once_and_check_and_build_agree(tmp_path):
    bad = {
        f"2017/08/{day}-{number}/index.md": text
        for number, (day, text) in enumerate(
            [("20", story(版块="学习惯彻")), ("21", story(标题=None)), ("22", story(日期="2017-02-30"))]
        )
    }
    content = column(tmp_path / "content", bad)
    built = build(content, tmp_path / "output")
    checked = run("check", "--content", content)
    assert (built.returncode, checked.returncode) == (1, 1)
    for code in ("ST04", "ST01", "DT"):
        assert code in built.stdout
        assert code in checked.stdout
    assert _only_findings(built.stdout) == _only_findings(checked.stdout)
    assert not (tmp_path / "output").exists()


def _only_findings(output: str) -> list[str]:
    return [line for line in output.splitlines() if re.match(r"\S+: (错误|提醒) ", line)]


def test_hidden_files_and_lock_files_are_passed_over_in_silence(tmp_path):
    strays = {
        "2017/08/16-haogao/.index.md.swp": b"\0\1",
        "2017/08/16-haogao/~$初稿.docx": b"\0",
        ".DS_Store": b"\0",
        "2017/08/.hidden.md": "nonsense",
        "2017/08/16-haogao/index.md~": "old",
        ".obsidian/x.md": "nonsense",
    }
    _, plain = _built(column(tmp_path / "plain"), tmp_path / "a")
    status, told = _built(column(tmp_path / "content", strays), tmp_path / "b")
    assert status == 0, told
    assert _only_findings(told) == _only_findings(plain)
    assert fingerprint(tmp_path / "a") == fingerprint(tmp_path / "b")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("feeds/ordering.py", "PL01"),
        ("feeds/xml_formats.py", "PL02"),  # imported as late as the feed is written
        ("engine/pelican/writer.py", "PL"),
    ],
)
def test_a_part_of_the_program_that_cannot_be_imported_stops_the_build_by_name(part, code, tmp_path):
    house = _house(tmp_path / "house")
    (house / "plugins" / part).write_text("import nothing_of_this_name\n", encoding="utf-8")
    content, output = column(tmp_path / "content"), tmp_path / "output"
    started = "import sys, tasks; tasks.commands.run(sys.argv[1:])"  # in this environment: that house has none
    done = subprocess.run(
        [sys.executable, "-c", started, "build", "--content", str(content), "--output", str(output)],
        cwd=house,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert f"错误 {code}" in done.stderr
    assert "nothing_of_this_name" in done.stderr
    assert not output.exists()


def _house(folder: Path) -> Path:
    """A copy of the program without its content, to be broken."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_somebody_elses_folder_is_never_replaced(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/a.txt").write_text("x")
    done = build(column(tmp_path / "content"), tmp_path / "letters")
    assert done.returncode == 1
    assert "PL05" in done.stdout
    assert (tmp_path / "letters/a.txt").read_text() == "x"


def test_a_content_folder_that_is_not_there_is_one_sentence(tmp_path):
    for task in ("build", "check"):
        done = run(task, "--content", tmp_path / "nowhere")
        assert done.returncode == 1
        assert "没有找到内容文件夹" in done.stdout
        assert "Traceback" not in done.stdout


def test_a_head_that_is_right_has_no_findings(tmp_path):
    assert set(HEAD) == {"标题", "日期", "版块", "署名"}
    done = run("check", "--content", column(tmp_path / "content", {NEW: story()}))
    assert done.returncode == 0, done.stdout
    assert not _only_findings(done.stdout), done.stdout
