"""A small newsroom for tests: content folders made of text, the real commands run on them, the pages they make."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
NOW = "2017-09-01T08:00:00+08:00"

# Made-up facts of a made-up portal: a column that lacks none may be published.
SITE = (
    "name: 某专栏\ntitle: 某地·某专栏\ndescription: 测试用的专栏。\nsource: 某专栏\n"
    "portal_name: 某门户\nportal_domain: portal.example\nportal_url: https://portal.example/\nsite_code: '0000000000'\nhost: 某单位\n"
    "organiser: 某单位\ncontact: 000-00000000\nicp: 某ICP备0号\npolice: 某公网安备0号\nerror_report_url: https://errors.example/\n"
)
SECTIONS = (
    "- id: study\n  name: 学习贯彻\n  description: 学习。\n- id: works\n  name: 项目建设\n  description: 建设。\n"
)
UNITS = "- id: beixiajie\n  name: 管城回族区北下街街道办事处\n  short: 北下街\n"
PEOPLE = "- id: zhang-san\n  name: 张三\n- id: li-si\n  name: 李四\n"
HEAD = {"标题": "一篇好稿", "日期": "2017-08-16 09:30", "版块": "学习贯彻", "署名": "记者 张三 文/图"}
BODY = "第一段正文，写清楚事情。\n"


def story(body: str = BODY, **head: str | None) -> str:
    """A story as text; keyword arguments replace or (None) remove keys of a head that is right."""
    lines = [f"{key}: {value}" for key, value in {**HEAD, **head}.items() if value is not None]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body


def jpeg(width: int = 1200, height: int = 800, **options: object) -> bytes:
    """A smooth colour gradient as JPEG bytes."""
    picture = Image.merge("RGB", [Image.linear_gradient("L").resize((width, height))] * 3)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=80, **options)
    return buffer.getvalue()


def column(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A content folder with registries, one good story with a photo, a standing page, and `files`. Returns the folder."""
    good: dict[str, str | bytes] = {
        "data/site.yaml": SITE,
        "data/sections.yaml": SECTIONS,
        "data/units.yaml": UNITS,
        "data/people.yaml": PEOPLE,
        "pages/about/index.md": "---\n标题: 关于\n日期: 2017-08-01\n---\n\n这是关于页。\n",
        "2017/08/16-haogao/index.md": story(
            '第一段正文。\n\n![城墙一角](01.jpg "张三 摄")\n\n## 小标题 {#xiao}\n\n第二段。\n'
        ),
        "2017/08/16-haogao/01.jpg": jpeg(),
    }
    for name, data in {**good, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_dated(name, data).encode() if isinstance(data, str) else data)
    return folder


def _dated(name: str, text: str) -> str:
    """The usual day of a head moved to the one its folder names, so that the two agree."""
    day = re.match(r"2017/08/(\d\d)-", name)
    return text.replace(HEAD["日期"], f"2017-08-{day[1]} 09:30") if day else text


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python tasks.py …` as an editor runs it, in a child process; stdout and stderr together."""
    return subprocess.run(
        [sys.executable, "tasks.py", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )


def build(content: Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run("build", "--content", content, "--output", output, "--now", NOW, *options)


def common_cache(folder: Path) -> Path:
    """Where all builds of a test run keep what they compiled and drew, as the commands do for all content folders: templates
    and photos that many tests have alike are made once. folder: the temporary folder of a test."""
    return folder.parent / "cache"


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below `folder` with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
