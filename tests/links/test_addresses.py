"""Addresses that stay: rules that real web servers obey, slips that are found, promises that a build may not break."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from plugins.desk import programs
from plugins.desk.build import BuildResult, build
from plugins.links.rules import apache, nginx, static_host
from plugins.newsroom.column.promised_addresses import read
from plugins.newsroom.column.redirects import Redirect
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text.addresses import check_alias
from tests.newsdesk import PEOPLE, SECTIONS, column, common_cache, story

FORMER = ("xw/2017/0816.html", "旧 闻/第（1）条/", "a.b/c+d.htm", "shi$1;{x}'/", "old/path/")
PLACES = Urls("https://portal.example/专栏/guancheng")


class _Story:
    address, title = "2017/08/haogao/", "好稿"


def _redirects() -> tuple[Redirect, ...]:
    return tuple(Redirect(former, _Story()) for former in FORMER)  # type: ignore[arg-type]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(command: list[str], port: int) -> dict[str, tuple[int, str]]:
    """What a server says to each former address, to it without its slash, and to a path below it."""
    process = subprocess.Popen(
        command, env={"PATH": programs.search_path()}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.05)
        asked = [path for former in FORMER for path in (former, former.rstrip("/"), former + "x")]
        return {path: _answer(port, quote(f"/专栏/guancheng/{path}")) for path in asked}
    finally:
        process.terminate()
        process.wait(10)


def _answer(port: int, path: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, unquote(re.sub(r"^http://[^/]+", "", answer.headers.get("Location") or ""))


def _expect(answers: dict[str, tuple[int, str]]) -> None:
    for former in FORMER:
        assert answers[former] == (301, "/专栏/guancheng/2017/08/haogao/"), former
        assert answers[former.rstrip("/")][0] == 301, former
        assert answers[former + "x"][0] in (403, 404), former


@pytest.mark.needs("nginx")
def test_nginx_obeys_the_rules(tmp_path):
    port = _free_port()
    (tmp_path / "rules.conf").write_bytes(nginx(_redirects(), PLACES))
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log stderr;\nevents {{}}\nhttp {{ access_log off;\n"
        + "".join(f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        + f"server {{ listen 127.0.0.1:{port}; root {tmp_path}; include {tmp_path}/rules.conf; }} }}\n"
    )  # fmt: skip
    _expect(_answers(["nginx", "-c", str(tmp_path / "nginx.conf")], port))


@pytest.mark.needs("apache2")
def test_apache_obeys_the_rules(tmp_path):
    port, modules = _free_port(), "/usr/lib/apache2/modules"
    (tmp_path / "rules.conf").write_bytes(apache(_redirects(), PLACES))
    loaded = "".join(
        f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in ("mpm_event", "authz_core", "alias")
    )
    (tmp_path / "apache.conf").write_text(
        f"{loaded}ServerName localhost\nListen 127.0.0.1:{port}\nServerRoot {tmp_path}\nDocumentRoot {tmp_path}\n"
        f"PidFile {tmp_path}/pid\nErrorLog /dev/stderr\nInclude {tmp_path}/rules.conf\n"
    )
    _expect(_answers(["apache2", "-X", "-f", str(tmp_path / "apache.conf")], port))


def test_the_file_of_static_hosts_has_three_words_a_line_and_no_line_twice():
    lines = static_host(_redirects(), PLACES).decode().splitlines()
    assert all(re.fullmatch(rf"{PLACES.prefix}/\S+ {PLACES.prefix}/\S+ 301", line) for line in lines)
    assert all(line.isascii() for line in lines)
    assert len({line.split()[0] for line in lines}) == len(lines) == len(FORMER) + 3


def _build(folder: Path, **wishes) -> BuildResult:
    now = "2017-09-01T08:00:00+08:00"
    return build(folder / "content", folder / "output", now=now, cache=common_cache(folder), processors=1, **wishes)


def _codes(result: BuildResult) -> list[str]:
    return [problem.code for problem in result.problems if problem.is_error]


def test_a_build_writes_rules_only_when_something_has_moved_and_never_for_what_is_hidden(tmp_path):
    column(tmp_path / "content", {"2017/08/20-cao/index.md": story(状态="草稿", 旧址="mi/mi.html")})
    assert _build(tmp_path).ok
    assert not (tmp_path / "output/_redirects").exists()
    column(tmp_path / "content", {"2017/08/21-gai/index.md": story(旧址="xw/1.html")})
    assert _build(tmp_path).ok
    assert (tmp_path / "output/_redirects").read_text() == "/xw/1.html /2017/08/gai/ 301\n"
    assert 'location = "/xw/1.html" ' in (tmp_path / "output/redirects/nginx.conf").read_text()
    assert "mi/mi" not in (tmp_path / "output/redirects/apache.conf").read_text()


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("xw/1.html", "xw/1.html", "AD15"),  # clash
        ("2017/08/liang/", "xw/2.html", "AD15"),  # shadows the other story
        ("2017/08/yi/", "xw/2.html", "AD15"),  # leads to itself
        ("xw/1.html", "xw/1.html/tu/", "AD17"),  # a page that must be a folder
        ("sitemap.xml", "xw/2.html", "AD13"),
        ("addresses.json", "xw/2.html", "AD13"),
        ("subscribe/", "xw/2.html", "AD13"),
    ],
)
def test_loops_clashes_and_shadows_are_errors(tmp_path, one, other, code):
    files = {"2017/08/20-yi/index.md": story(旧址=one), "2017/08/21-liang/index.md": story(旧址=other)}
    column(tmp_path / "content", files)
    result = _build(tmp_path)
    assert _codes(result) == [code]
    assert not (tmp_path / "output").exists()


KEPT = "2017/08/16-haogao/index.md"


@pytest.mark.parametrize(
    ("after", "codes"),
    [
        ({KEPT: story("改了。\n")}, []),
        ({KEPT: None, "2017/08/16-bie/index.md": story("改了。\n")}, ["AD18"]),
        ({KEPT: None, "2017/08/16-bie/index.md": story(旧址="2017/08/haogao/")}, []),
        ({KEPT: story(状态="草稿")}, ["AD18"]),
        ({KEPT: story(日期="2099-01-01")}, ["AD18"]),
        ({KEPT: story(状态="撤稿", 撤稿日期="2017-08-20", 撤稿说明="有误。")}, []),
        ({KEPT: story(下线="2017-08-20")}, []),
        ({"2017/08/20-jiu/index.md": story()}, ["AD18"]),  # its 旧址 xw/1.html is gone
        ({"2017/08/20-jiu/index.md": None}, ["AD18", "AD18"]),
        ({"pages/about/index.md": None}, ["AD18"]),
        ({"data/sections.yaml": SECTIONS.replace("id: study", "id: xuexi")}, ["AD19"]),
        ({"data/people.yaml": PEOPLE.replace("zhang-san", "zhang-san-2")}, ["AD19"]),
        ({"2017/08/22-wu/index.md": story(署名="记者 张三 王伍")}, []),  # a name that was misspelt
    ],
)
def test_an_address_that_readers_have_does_not_vanish_unnoticed(tmp_path, after, codes):
    before = {
        KEPT: story(),
        "2017/08/20-jiu/index.md": story(旧址="xw/1.html"),
        "2017/08/22-wu/index.md": story(署名="记者 张三 王五"),
    }
    content = column(tmp_path / "content", before)
    (content / "2017/08/16-haogao/01.jpg").unlink()
    assert _build(tmp_path).ok
    promised = tmp_path / "promised.json"
    promised.write_bytes((tmp_path / "output/addresses.json").read_bytes())
    for name, text in after.items():
        if text is None:
            (content / name).unlink()
        else:
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_text(text, encoding="utf-8")
    result = _build(tmp_path, previous=promised)
    assert _codes(result) == codes, result.problems


def test_no_former_address_can_take_a_name_that_the_site_uses_itself(tmp_path):
    files = {f"2017/08/2{n}-x{n}/index.md": story(旧址=f"xw/{n}.html", 单位="北下街") for n in range(5)}
    column(tmp_path / "content", files)
    assert _build(tmp_path).ok
    ours = {path.name for path in (tmp_path / "output").iterdir()} - {"2017", "about", "xw", "index.html"}
    assert len(ours) > 20
    assert [name for name in sorted(ours) if check_alias(name) or check_alias(f"{name}/x.html")] == []


def test_a_list_of_addresses_that_cannot_be_read_stops_the_build(tmp_path):
    column(tmp_path / "content")
    (tmp_path / "x.json").write_text("[1, 2")
    assert _codes(_build(tmp_path, previous=tmp_path / "x.json")) == ["AD20"]
    with pytest.raises(ValueError):  # noqa: PT011  whatever is wrong with it
        read('{"pages": 3}')


def test_what_is_promised_is_what_stands(tmp_path):
    column(tmp_path / "content", {"2017/08/21-gai/index.md": story(旧址="xw/1.html")})
    assert _build(tmp_path).ok
    promised = json.loads((tmp_path / "output/addresses.json").read_text(encoding="utf-8"))
    for address in (*promised["pages"], *promised["lists"]):
        assert (tmp_path / "output" / address / ("index.html" if address.endswith("/") else "")).is_file(), address
    assert promised["lists"]["person/zhang-san/"] == "张三"


def test_a_story_that_nobody_saw_is_withdrawn_without_a_word(tmp_path):
    gone = {"状态": "撤稿", "撤稿说明": "内容不实。", "旧址": "jiu/1.html"}
    unseen = {
        "2017/10/01-wei/index.md": story(标题="麒麟一号", 日期="2017-10-01", 撤稿日期="2017-08-30", **gone),
        "2017/08/21-zao/index.md": story(
            标题="麒麟二号", 日期="2017-08-21", 撤稿日期="2017-08-20", **gone | {"旧址": "jiu/2.html"}
        ),
    }
    column(tmp_path / "content", unseen)
    result = _build(tmp_path)
    assert "（未发布即撤稿 2）" in result.summary

    def told(words: str) -> list[str]:
        files = (path for path in (tmp_path / "output").rglob("*") if path.is_file())
        return sorted(
            path.relative_to(tmp_path / "output").as_posix() for path in files if words.encode() in path.read_bytes()
        )

    assert told("麒麟") == told("jiu/") == []
    late = story(标题="麒麟三号", 日期="2017-08-22", 撤稿日期="2017-08-23", **gone | {"旧址": "jiu/3.html"})
    promised = tmp_path / "promised.json"
    promised.write_bytes((tmp_path / "output/addresses.json").read_bytes())
    column(tmp_path / "content", {"2017/08/22-wan/index.md": late})
    assert _build(tmp_path).ok
    assert {"2017/08/wan/index.html", "corrections/index.html"} <= set(told("麒麟三号"))
    assert _build(tmp_path, previous=promised).ok
    assert told("麒麟") == told("jiu/") == []
