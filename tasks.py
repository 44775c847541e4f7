"""The tasks of the house, one thin function per verb: `python3 tasks.py` lists them.

Run by any Python it first makes .venv (see plugins/desk/environment.py), so until that import it must be readable to
Python 3.6 and need no package. What a task does is left to plugins/desk.
"""

import os
import sys
from pathlib import Path

from plugins.desk import environment

if __name__ == "__main__":
    environment.enter(sys.argv[1:])
    if sys.argv[1:2] == ["build"]:
        from plugins.desk import front

        front.enter(sys.argv[1:], environment.HOUSE)

import subprocess

from invoke import Exit, task

HOUSE = environment.HOUSE
CONTENT_HELP = "内容文件夹，默认是本站的 content。"
NOW_HELP = "按哪个时刻决定稿件是否已到发布时间，例如 2017-08-16T09:30；默认是现在。"


def _content(given):
    return Path(given) if given else HOUSE / "content"


def _say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def _instant(given):
    """The moment of `--now`, in Shanghai where it names no time zone; None for this moment."""
    from datetime import datetime

    from plugins.newsroom.text.dates import SHANGHAI

    try:
        moment = datetime.fromisoformat(given) if given else None
    except ValueError:
        raise Exit(f"看不懂时刻“{given}”。请照这样写：--now 2017-08-16T09:30。", code=1) from None
    return moment.replace(tzinfo=moment.tzinfo or SHANGHAI) if moment else None


@task(
    help={
        "content": CONTENT_HELP,
        "output": "网站写到哪个文件夹，默认是本站的 output。",
        "site-url": "网站的正式网址，可以带路径，例如 https://www.example.org/zt/guancheng。",
        "now": NOW_HELP,
        "previous": "上一版网站里的 addresses.json：有已发布的网址会消失，就不生成。",
    }
)
def build(_, content="", output="", site_url="", now="", previous=""):
    """生成网站：把 content 里的稿件变成 output 里的网页。有错就全部列出，原来的网站不动。"""
    from plugins.desk import front

    moment = _instant(now)
    status = front.build(HOUSE, content, output, site_url, moment and moment.isoformat(), previous)
    if status:
        raise Exit(code=status)


@task(
    help={
        "content": CONTENT_HELP,
        "port": "端口（同一台电脑上几个预览各用一个），默认从 8000 起找第一个空的。",
        "open": "不自动打开浏览器。",
        "built": "只看已经生成的网站，不预览草稿，也不跟着修改更新。",
        "output": "与 --built 同用：看哪个文件夹，默认是本站的 output。",
    }
)
def serve(_, content="", port=0, open=True, built=False, output=""):
    """预览网站：草稿和未到时间的稿件也显示，保存后浏览器自动更新。按 Ctrl+C 结束。"""
    from plugins.desk import serve as desk

    try:
        if built:
            desk.serve_built(Path(output) if output else HOUSE / "output", port=port, open_browser=open)
        else:
            desk.serve(_content(content), port=port, open_browser=open)
    except desk.CannotServe as refusal:
        raise Exit(str(refusal), code=1) from refusal


@task(
    help={
        "file": "只查这一篇；不写 --file、直接写路径也行，可以写好几个，也可以写文件夹或照片。",
        "content": CONTENT_HELP,
        "format": "怎样列出：text（默认，给人看）、json（给程序）或 github（给代码平台）。",
        "fix": "把毫无疑问的小错直接改好，并显示改了什么。",
        "inspection": "改为列出上级检查会看的内容：多久没有更新、空白版块、缺时间和来源的稿件、失效链接、缺少的标签。",
        "now": NOW_HELP,
    },
    iterable=["file"],
)
def check(_, content="", format="text", fix=False, inspection=False, now="", file=None):
    """检查稿件：列出所有文件里的问题，写了文件就只看这些。有一处错误，就算没有通过（退出码 1）。"""
    if inspection:
        _inspect(_content(content), _instant(now))
        return
    from plugins.desk import check as desk
    from plugins.desk import choosing, mending, progress
    from plugins.newsroom.findings import report
    from plugins.newsroom.findings.problems import has_errors

    writers = {"text": None, "json": report.as_json, "github": report.as_github}
    if format not in writers:
        raise Exit(f"没有“{format}”这种格式。请写 --format text、json 或 github。", code=1)
    try:
        chosen = choosing.choose(_content(content), file, Path.cwd()) if file else None
    except choosing.CannotChoose as refusal:
        raise Exit(str(refusal), code=1) from refusal
    if fix:
        print(mending.mend(_content(content), chosen), file=sys.stdout if format == "text" else sys.stderr)
    with progress.shown() as show:
        wishes = (_instant(now), show)
        problems = (
            desk.check_files(_content(content), chosen, *wishes) if chosen else desk.check(_content(content), *wishes)
        )
    if format != "text":
        sys.stdout.write(writers[format](problems))
    elif problems:
        sys.stdout.write(report.as_text(problems, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    else:
        print("没有发现问题。")
    if has_errors(problems):
        raise Exit(code=1)


def _inspect(content, moment):
    """Print the report of an inspection; exit code 1 when anything breaks a rule."""
    from plugins.desk import inspection, progress

    with progress.shown() as show:
        report = inspection.inspect(content, moment, show)
    sys.stdout.write(report.text)
    if report.failures:
        raise Exit(code=1)


@task(
    positional=["title"],
    help={
        "title": "稿件的标题，用引号括起来。",
        "section": "版块的名称，默认是第一个版块，以后可以改。",
        "date": "稿件的日期，例如 2017-08-16；默认是今天。",
        "photo": "随稿的照片，有几张就写几次，或写装着它们的文件夹；文件里带有的说明和作者会写进稿件，请核对。",
        "content": CONTENT_HELP,
    },
    iterable=["photo"],
)
def new(_, title, section="", date="", photo=None, content=""):
    """新建稿件：按日期建好文件夹，写好稿头，放好照片。"""
    from datetime import datetime

    from plugins.desk import intake
    from plugins.newsroom.text.dates import SHANGHAI

    told = []
    try:
        day = intake.day_of(date) if date else datetime.now(SHANGHAI).date()
        photos = map(Path, photo or ())
        text = intake.new(title, _content(content), day=day, section=section, photos=photos, tell=told.append)
    except intake.CannotTakeIn as refusal:
        raise Exit(str(refusal), code=1) from refusal
    place = text.resolve()
    shown = place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place
    print(f"已建好：{shown}", *told, sep="\n")
    print(f"边写边看：python3 tasks.py serve{f' --content {content}' if content else ''}")


@task(
    help={
        "to": "发布到哪里：文件夹，或“主机:/文件夹”；默认看环境变量 PUBLISH_TO。",
        "dry-run": "试运行：只说会改动什么，不动发布的地方。",
        "content": CONTENT_HELP,
    }
)
def publish(_, to="", dry_run=False, content=""):
    """发布网站：生成以后整个换上去。网址、主机和密钥取自环境变量 PUBLISH_…，见手册。"""
    from plugins.desk import front, progress
    from plugins.desk import publish as desk

    try:
        settings = desk.settings_from(os.environ, to)
        with progress.shown() as show:
            published = desk.publish(_content(content), settings, dry_run=dry_run, progress=show, tell=_say)
    except desk.CannotPublish as refusal:
        raise Exit(str(refusal), code=1) from refusal
    front.tell(published.problems)
    if not published.ok:
        raise Exit("内容有错，没有发布。", code=1)
    print(published.account)


@task(help={"quick": "只跑快的：不跑 slow 和 browser 两类。"})
def test(_, quick=False):
    """运行全部测试。缺少浏览器等程序时，有权安装就先装好。"""
    from plugins.desk import programs

    told = "" if quick else programs.bring()
    if told:
        print(told)
    choice = ["-m", "not slow and not browser"] if quick else []
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-q", *choice]
    raise Exit(code=subprocess.call(command, cwd=HOUSE))


@task(
    help={
        "stories": "生成多少篇稿件来比，默认 1000。",
        "photos": "其中多少篇带照片，默认 0。",
        "pixels": "不比稿件，只比照片：用多少张生成的照片，与直接用 Pillow 比时间、大小和好看的程度。",
        "folder": "与 --pixels 同用：再加上这个文件夹里的照片。",
    }
)
def bench(_, stories=1000, photos=0, pixels=0, folder=""):
    """比速度：同一批生成的稿件，本站、原样的 Pelican、Hugo（装了才比）和单纯复制各要多久。"""
    if pixels or folder:
        wishes = ["tests.bench.pixels", "--photos", str(pixels), *(["--folder", folder] if folder else [])]
    else:
        wishes = ["tests.bench", "--stories", str(stories), "--photos", str(photos)]
    raise Exit(code=subprocess.call([sys.executable, "-m", *wishes], cwd=HOUSE))


@task
def lint(_):
    """检查代码的写法和格式。"""
    ruff = [sys.executable, "-m", "ruff"]
    results = [subprocess.call([*ruff, *how], cwd=HOUSE) for how in (["check", "."], ["format", "--check", "."])]
    raise Exit(code=max(results))


@task
def screenshots(_):
    """重新拍 README 里的网页照片（要有 Chromium）。"""
    from plugins.desk import screenshots as desk

    try:
        taken = desk.take(HOUSE / "content", HOUSE / "docs" / "screenshots")
    except desk.CannotPhotograph as refusal:
        raise Exit(str(refusal), code=1) from refusal
    print("\n".join(os.path.relpath(picture) for picture in taken))


@task(help={"folder": "写到哪个文件夹，默认是本站的 .cache/gallery。"})
def gallery(_, folder=""):
    """写出部件图录：主题的每个部件和它的各种情形，都在一页上。给改主题的人看，不发布。"""
    target = Path(folder).resolve() if folder else HOUSE / ".cache" / "gallery"
    status = subprocess.call([sys.executable, "-m", "tests.theme.gallery", str(target)], cwd=HOUSE)
    if status:
        raise Exit(code=status)
    print(f"用浏览器打开：{target / 'gallery.html'}")


@task(help={"environment": "连运行环境 .venv 也删去，下次会重新安装。"})
def clean(_, environment=False):
    """删去生成的网站和缓存。稿件不动。"""
    import shutil

    caches = (".cache", ".pytest_cache", ".ruff_cache", ".hypothesis") + (".venv",) * environment
    for name in ("output", "output.next", *caches):
        shutil.rmtree(HOUSE / name, ignore_errors=True)
    print("已清理。")


if __name__ == "__main__":
    from plugins.desk import commands

    commands.run(__name__)
