"""The preview for real: a server on loopback, real saves in a copy of the house, the events a browser would get."""

from __future__ import annotations

import asyncio
import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.desk import failing
from plugins.desk import serve as desk
from plugins.desk.preview import builder, pages, watching
from plugins.newsroom.findings.refusals import Refusal
from tests import newsdesk

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 40.0  # seconds; only a failing test waits so long
SERVE = "import sys; from pathlib import Path; from plugins.desk import serve; serve.{call}(Path(sys.argv[1]), open_browser=False)"
SCRIPT = f'<script src="{pages.LIVE}/live.js"'
STORY = "2017/08/16-haogao/index.md"


class Running:
    """A `serve` in a child process: what it prints, where it listens, what it answers."""

    def __init__(self, house: Path, call: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE.format(call=call), folder],
            cwd=house,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []
        threading.Thread(target=lambda: self.lines.extend(self.process.stdout), daemon=True).start()
        self.address = self.wait_for(lambda: self._address())

    def _address(self) -> str:
        found = re.search(r"：(http://127\.0\.0\.1:\d+[^（\s]*)/（", self.output)
        return found[1] if found else ""

    @property
    def output(self) -> str:
        return "".join(list(self.lines))

    def wait_for(self, check: Callable[[], object]) -> object:
        """The first true answer of `check`."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if answer := check():
                return answer
            time.sleep(0.02)
        raise AssertionError(f"waited in vain; the server said:\n{self.output}")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode("utf-8")

    def events(self) -> Events:
        return Events(self.address)

    def builds(self) -> int:
        return self.output.count("正在生成预览")

    def interrupt(self) -> int:
        os.kill(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


class Events:
    """What a browser that listens is told."""

    def __init__(self, address: str) -> None:
        self.told: queue.Queue[dict[str, object]] = queue.Queue()
        stream = urllib.request.urlopen(f"{address}{pages.LIVE}/events", timeout=PATIENCE)
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        threading.Thread(target=self._listen, args=(stream,), daemon=True).start()

    def _listen(self, stream) -> None:
        for line in stream:
            if line.startswith(b"data: "):
                self.told.put(json.loads(line[6:]))

    def next(self) -> dict[str, object]:
        return self.told.get(timeout=PATIENCE)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house that a test may spoil."""
    house = tmp_path / "house"
    for name in ("plugins", "theme"):
        shutil.copytree(HOUSE / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(HOUSE / name, house / name)
    return house


@pytest.fixture
def docs(house: Path) -> Path:
    return shutil.copytree(HOUSE / "docs/codes", house / "docs/codes").parent


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return newsdesk.column(tmp_path / "content")


@pytest.fixture
def start(house: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def _start(folder: Path, call: str = "serve") -> Running:
        started.append(Running(house, call, folder))
        return started[-1]

    yield _start
    for running in started:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()


def save(path: Path, text: str) -> None:
    """As careful editors do: write aside, then rename."""
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def test_pages_drafts_and_missing_pages_are_shown_with_the_live_script(start, content, house):
    draft = newsdesk.story(标题="还没写完", 状态="草稿", 日期="2099-01-01")
    (content / "2099/01/01-draft").mkdir(parents=True)
    (content / "2099/01/01-draft/index.md").write_text(draft, encoding="utf-8")
    running = start(content)
    status, home = running.get("/")
    assert (status, home.count(SCRIPT)) == (200, 1)
    assert "一篇好稿" in home
    status, page = running.get("/2099/01/draft")  # without its slash: redirected
    assert (status, page.count(SCRIPT)) == (200, 1)
    assert "还没写完" in page
    assert "草稿" in page
    built = next((house / ".cache/preview").iterdir())
    status, missing = running.get("/no/such/page")
    assert (status, missing.count(SCRIPT)) == (404, 1)
    own = (built / "404.html").read_text(encoding="utf-8")
    assert missing.replace(re.search(SCRIPT + "[^>]*></script>", missing)[0], "") == own
    assert all(SCRIPT not in path.read_text(encoding="utf-8") for path in built.rglob("*.html"))


def test_a_button_leads_from_a_story_to_its_package_for_wechat(start, content):
    (content / "2017/08/17-cao").mkdir()
    (content / "2017/08/17-cao/index.md").write_text(newsdesk.story(标题="还没写完", 状态="草稿"), encoding="utf-8")
    running = start(content)
    button = f'<a href="{pages.LIVE}/wechat/2017/08/haogao/"'
    assert button in running.get("/2017/08/haogao/")[1]
    assert "/wechat/" not in running.get("/")[1]
    status, page = running.get(f"{pages.LIVE}/wechat/2017/08/haogao/")
    assert (status, page.count('id="copy"')) == (200, 1)
    assert "data:image/jpeg;base64," in page
    status, refused = running.get(f"{pages.LIVE}/wechat/2017/08/cao/")
    assert (status, refused.count("《还没写完》现在是“草稿”")) == (409, 1)


def test_a_save_is_built_and_told_to_the_browser(start, content):
    running = start(content)
    events = running.events()
    assert events.next() == {"build": 1, "report": ""}
    save(content / STORY, newsdesk.story(标题="改过的标题"))
    assert events.next() == {"build": 2, "report": ""}
    assert "改过的标题" in running.get("/")[1]


@pytest.mark.slow
def test_the_page_of_a_code_is_shown_in_the_frame_of_the_site(start, content, docs):
    running = start(content)
    status, page = running.get(f"{pages.LIVE}/docs/codes/BD03.md")
    assert (status, page.count(SCRIPT), page.count("<main")) == (200, 1, 1)
    assert "<title>BD03 图片不能用 &lt;img&gt; 来写</title>" in page
    assert "![城墙遗址东南角](01.jpg &quot;张三 摄&quot;)" in page
    assert "学习贯彻" in page, "the frame of the site"
    assert 'href="README.md"' in page
    for elsewhere in ("codes/XX01.md", "../README.md", "%2e%2e/tasks.py", "codes"):
        assert running.get(f"{pages.LIVE}/docs/{elsewhere}")[0] == 404


@pytest.mark.slow
def test_an_error_is_told_in_both_places_and_the_last_good_page_stays(start, content):
    running = start(content)
    events = running.events()
    events.next()
    save(content / STORY, newsdesk.story(版块="没有的版块"))
    told = events.next()
    assert (told["build"], told["open"]) == (2, True)
    assert f"content/{STORY}:4:" in told["report"]
    assert "错误" in told["report"]
    assert "改法" in told["report"]
    assert running.wait_for(lambda: told["report"].rstrip() in running.output)
    assert "一篇好稿" in running.get("/2017/08/haogao/")[1]
    save(content / STORY, newsdesk.story(日期="2017年13月1日"))
    assert events.next()["report"] not in ("", told["report"])
    time.sleep(1.0)
    assert running.builds() == 3, "one build for each save, also after an error"
    save(content / STORY, newsdesk.story(标题="又好了"))
    assert events.next() == {"build": 4, "report": ""}
    assert "又好了" in running.get("/")[1]


@pytest.mark.slow
def test_every_whole_story_is_shown_while_another_has_errors_and_the_errors_just_made_come_first(start, content):
    for name, text in (("15-huai", newsdesk.story(版块="没有")), ("20-bie", newsdesk.story(标题="别的稿子"))):
        (content / f"2017/08/{name}").mkdir()
        save(content / f"2017/08/{name}/index.md", text)
    os.utime(content / STORY, (2e9, 2e9))
    running = start(content)
    assert f"最近保存的一篇：{running.address}/2017/08/haogao/" in running.wait_for(lambda: running.output)
    events = running.events()
    assert events.next()["open"] is False
    assert "别的稿子" in running.get("/")[1]
    assert running.get("/2017/08/huai/")[0] == 404
    save(content / "2017/08/20-bie/index.md", newsdesk.story(标题="别的稿子", 版块="也没有"))
    told = events.next()
    assert told["report"].startswith("content/2017/08/20-bie/index.md:")
    assert told["report"].index("20-bie") < told["report"].index("15-huai")
    assert running.wait_for(lambda: f"刚保存的一篇：{running.address}/2017/08/bie/" in running.output)
    assert running.get("/2017/08/bie/")[0] == 200
    assert running.get(f"{pages.LIVE}/saved")[1] == '"/2017/08/bie/"'


@pytest.mark.slow
def test_a_column_that_cannot_be_built_at_first_has_a_page_that_waits(start, content):
    site = (content / "data/site.yaml").read_text(encoding="utf-8")
    save(content / "data/site.yaml", site.replace("title:", "titel:"))
    running = start(content)
    status, page = running.get("/")
    assert (status, page.count(SCRIPT)) == (503, 1)
    events = running.events()
    told = events.next()
    assert told["build"] == 0
    assert "titel" in told["report"]
    save(content / "data/site.yaml", site)
    assert events.next() == {"build": 1, "report": ""}
    assert running.get("/")[0] == 200


@pytest.mark.slow
def test_changed_code_and_templates_count_at_once(start, content, house):
    running = start(content)
    events = running.events()
    events.next()
    module = house / "plugins/newsroom/text/dates.py"
    good = module.read_text(encoding="utf-8")
    save(module, "def broken(:\n")
    told = events.next()
    assert told["build"] == 1
    assert "dates.py" in told["report"] or "SyntaxError" in told["report"]
    assert "Traceback" not in told["report"] + running.output
    save(module, good)
    assert events.next() == {"build": 2, "report": ""}
    template = next(house.glob("theme/templates/notfound.html"))
    save(template, "<!DOCTYPE html><html lang='zh-CN'><title>没了</title><body><p>新的模板</p></body></html>")
    assert events.next() == {"build": 3, "report": ""}
    assert "新的模板" in running.get("/nowhere")[1]


@pytest.mark.slow
def test_ctrl_c_ends_quietly_although_a_browser_listens(start, content, house):
    running = start(content)
    events = running.events()
    events.next()
    save(content / STORY, newsdesk.story(标题="改过的标题"))
    events.next()
    assert running.interrupt() == 0  # within the patience of all these tests
    assert "Traceback" not in running.output
    assert "ERROR" not in running.output


@pytest.mark.slow
def test_two_previews_take_two_ports(start, content):
    one, two = start(content), start(content)
    assert one.address != two.address
    assert "一篇好稿" in two.get("/")[1]


@pytest.mark.slow
def test_a_built_site_is_shown_below_the_path_of_the_portal(start, content, tmp_path):
    output = tmp_path / "output"
    built = newsdesk.build(content, output, "--site-url", "https://www.example.org/zt/guancheng")
    assert built.returncode == 0, built.stdout
    running = start(output, "serve_built")
    assert running.address.endswith("/zt/guancheng")
    status, page = running.get("/2017/08/haogao")
    assert (status, page) == (200, (output / "2017/08/haogao/index.html").read_text(encoding="utf-8"))
    for link in re.findall(r'(?:href|src)="(/[^"#?]*)', page):
        assert link.startswith("/zt/guancheng/")
        assert running.get(link.removeprefix("/zt/guancheng"))[0] == 200, link
    assert running.get("/nothing/here") == (404, (output / "404.html").read_text(encoding="utf-8"))
    origin = running.address.removesuffix("/zt/guancheng")
    with urllib.request.urlopen(f"{origin}/") as home:
        assert home.url == f"{running.address}/"
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{origin}/zt/other<b>")


def test_there_is_nothing_to_show_before_the_first_build(tmp_path):
    with pytest.raises(Refusal, match=r"还没有网站。请先运行 python3 tasks\.py build。"):
        desk.serve_built(tmp_path)


def test_a_missing_content_folder_is_one_sentence(tmp_path):
    with pytest.raises(Refusal, match="用 --content 指明"):
        desk.serve(tmp_path / "nowhere")


def test_a_port_that_was_asked_for_and_is_taken_is_one_sentence():
    with socket.socket() as taken:
        taken.bind((desk.HOST, 0))
        taken.listen()
        with pytest.raises(Refusal, match="请用 --port 换一个"):
            desk.open_door(taken.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_port_that_cannot_be_is_one_sentence(port):
    with pytest.raises(Refusal, match="请用 --port 换一个"):
        desk.open_door(port)


def test_without_a_wish_the_next_free_port_is_taken():
    with desk.open_door() as first, desk.open_door() as second:
        ports = [door.getsockname()[1] for door in (first, second)]
        assert desk.FIRST_PORT <= ports[0] < ports[1]
        assert first.getsockname()[0] == "127.0.0.1"


def test_the_address_of_a_built_site_is_read_from_its_home_page(tmp_path):
    page = tmp_path / "index.html"
    page.write_text('<link href="https://e.org/zt/x/" rel="canonical"><link rel="canonical" href="https://other/">')
    assert desk.canonical_address(page) == "https://e.org/zt/x/"
    page.write_text("<p>nothing</p>")
    assert desk.canonical_address(page) == ""


def test_a_child_that_dies_without_an_answer_is_one_sentence_and_a_log(tmp_path, monkeypatch):
    monkeypatch.setattr(builder, "HOUSE", tmp_path)
    monkeypatch.setattr(failing, "LOG", tmp_path / ".cache/last-error.log")
    monkeypatch.setattr(builder, "__name__", "plugins.desk.preview.nothing_of_this_name")
    outcome = asyncio.run(builder.Builder(builder.PreviewRequest("content", "output", "http://127.0.0.1:8000")).build())
    assert not outcome.ok
    assert outcome.report.startswith("网站程序出了错：")
    assert "nothing_of_this_name" in (tmp_path / ".cache/last-error.log").read_text(encoding="utf-8")


@pytest.mark.slow
def test_locks_and_swap_files_of_editors_call_for_no_build(tmp_path):
    async def saved_after(*names: str) -> bool:
        (tmp_path / "content").mkdir(exist_ok=True)
        saves = watching.saves([tmp_path / "content"], tmp_path)
        asking = asyncio.ensure_future(anext(saves))
        await asyncio.sleep(0.6)  # the watch must be set before anything happens
        for name in names:
            (tmp_path / name).write_text("x", encoding="utf-8")
        done, _ = await asyncio.wait({asking}, timeout=1.5)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await saves.aclose()
        return bool(done)

    noise = ("content/~$稿件.docx", "content/.index.md.swp", "content/index.md~", "content/.~lock.x#", "notes.txt")
    assert not asyncio.run(saved_after(*noise))
    assert asyncio.run(saved_after("content/index.md"))
    assert asyncio.run(saved_after("pelicanconf.py"))


@pytest.mark.browser
@pytest.mark.needs("chromium")
def test_a_real_browser_shows_the_findings_and_reloads_when_they_are_mended(start, content, docs):
    from playwright.sync_api import expect, sync_playwright

    running = start(content)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        slips: list[str] = []
        page.on("pageerror", lambda slip: slips.append(str(slip)))
        page.goto(f"{running.address}/2017/08/haogao/")
        save(content / STORY, newsdesk.story(版块="<b>没有</b>"))
        overlay = page.get_by_role("alert")
        expect(overlay).to_contain_text("“<b>没有</b>”", timeout=PATIENCE * 1000)
        expect(overlay).to_contain_text("有错的稿件，页面仍是上一次的")
        expect(page.locator("h1").first).to_contain_text("一篇好稿")
        with page.context.expect_page() as opened:
            overlay.get_by_role("link", name="ST04").click()
        expect(opened.value.locator("h1")).to_contain_text("ST04 没有“学习惯彻”这个版块")
        for width in (360, 1280):
            opened.value.set_viewport_size({"width": width, "height": 800})
            assert opened.value.evaluate("document.documentElement.scrollWidth") <= width
        opened.value.close()
        save(content / STORY, newsdesk.story(标题="改好的标题"))
        expect(page.locator("h1").first).to_contain_text("改好的标题", timeout=PATIENCE * 1000)
        expect(overlay).to_have_count(0)
        assert slips == []
        browser.close()
