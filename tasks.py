"""The tasks of the house, one thin function per verb: `python3 tasks.py` lists them.

Run by any Python it first makes .venv (see plugins/desk/environment.py), so until that import it must be readable to
Python 3.6 and need no package. What a task does is left to plugins/desk; how the command line is read, to its `commands`.
"""

import os
import sys
from pathlib import Path

from plugins.desk import environment

if __name__ == "__main__":
    environment.enter(sys.argv[1:])

from datetime import datetime

from plugins.desk import commands
from plugins.desk.commands import Option, number, task
from plugins.newsroom.findings.problems import Exempted, Problem, has_errors
from plugins.newsroom.findings.refusals import Refusal

HOUSE = environment.HOUSE
FORMATS = ("text", "json", "github")


def _content(given: str) -> Path:
    return Path(given) if given else HOUSE / "content"


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _moment(written: str) -> datetime | None:
    """The moment of `--now`, in Shanghai where it names no time zone; None for this moment."""
    if not written:
        return None
    from plugins.newsroom.text.dates import SHANGHAI

    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise Refusal.of("TK12", written=written) from None
    return moment.replace(tzinfo=moment.tzinfo or SHANGHAI)


def _format(written: str) -> str:
    if written not in FORMATS:
        raise Refusal.of("TK13", written=written, formats="text、json 或 github")
    return written


def _text_or_json(written: str) -> str:
    if written not in FORMATS[:2]:
        raise Refusal.of("TK13", written=written, formats="text 或 json")
    return written


def _call(*command: str) -> int:
    """The exit code of another program, run in the house."""
    import subprocess

    return subprocess.call(command, cwd=HOUSE)


CONTENT = Option(("-c", "--content"), "内容文件夹，默认是本站的 content。", "文件夹")
NOW = "按哪个时刻决定稿件是否已到发布时间，例如 2017-08-16T09:30；默认是现在。"


@task(
    CONTENT,
    Option(("-n", "--now"), NOW, "时刻", _moment),
    Option(("-o", "--output"), "网站写到哪个文件夹，默认是本站的 output。", "文件夹"),
    Option(("-p", "--previous"), "上一版网站里的 addresses.json：有已发布的网址会消失，就不生成。", "文件"),
    Option(("-s", "--site-url"), "网站的正式网址，可以带路径，例如 https://www.example.org/zt/guancheng。", "网址"),
)
def build(content: str, now: datetime | None, output: str, previous: str, site_url: str) -> int:
    """生成网站：把 content 里的稿件变成 output 里的网页。有错就全部列出，原来的网站不动。"""
    import gc

    gc.disable()  # the process ends with the build, which keeps nearly all it makes
    from plugins.desk import front

    return front.build(HOUSE, content, output, site_url, now.isoformat() if now else None, previous)


@task(
    Option(("-b", "--built"), "只看已经生成的网站，不预览草稿，也不跟着修改更新。"),
    CONTENT,
    Option(("-o", "--open"), "自动打开浏览器（默认）；不要就写 --no-open。", default=True),
    Option(("-u", "--output"), "与 --built 同用：看哪个文件夹，默认是本站的 output。", "文件夹"),
    Option(
        ("-p", "--port"),
        "端口（同一台电脑上几个预览各用一个），默认从 8000 起找第一个空的。",
        "数",
        number(8000),
        default=0,
    ),
)
def serve(built: bool, content: str, open: bool, output: str, port: int) -> None:
    """预览网站：草稿和未到时间的稿件也显示，保存后浏览器自动更新。按 Ctrl+C 结束。"""
    from plugins.desk import serve as desk

    if built:
        desk.serve_built(Path(output) if output else HOUSE / "output", port=port, open_browser=open)
    else:
        desk.serve(_content(content), port=port, open_browser=open)


@task(
    CONTENT,
    Option(
        ("-l", "--file"),
        "只查这一篇；不写 --file、直接写路径也行，可以写好几个，也可以写文件夹或照片。写一个编号（如 ST04），就说明它的意思。",
        "文件",
        is_repeated=True,
    ),
    Option(("-i", "--fix"), "把毫无疑问的小错直接改好，并显示改了什么。"),
    Option(
        ("-f", "--format"),
        "怎样列出：text（默认，给人看）、json（给程序）或 github（给代码平台）。",
        "格式",
        _format,
        default="text",
    ),
    Option(
        ("-n", "--inspection"),
        "改为列出上级检查会看的内容：多久没有更新、空白版块、缺时间和来源的稿件、失效链接、缺少的标签。",
    ),
    Option(("-o", "--now"), NOW, "时刻", _moment),
    Option(("-d", "--doubts"), "另查可能打错的同音字、形近字，只作怀疑；要先装语言模型，见手册“校对”。"),
    bare="file",
)
def check(
    content: str, file: list[str], fix: bool, format: str, inspection: bool, now: datetime | None, doubts: bool
) -> int:
    """检查稿件：列出所有文件里的问题，写了文件就只看这些。有一处错误，就算没有通过（退出码 1）。"""
    if file and all(map(_is_code, file)):
        return _explain(file)
    if inspection:
        return _inspect(_content(content), now)
    from plugins.desk import check as desk
    from plugins.desk import choosing, mending, progress
    from plugins.desk.doubts import model

    chosen = choosing.choose(_content(content), file, Path.cwd()) if file else None
    if fix:
        print(mending.mend(_content(content), chosen), file=sys.stdout if format == "text" else sys.stderr)
    with progress.shown() as show:
        found = desk.look(_content(content), chosen, now, show, model=model.asked_for(_say) if doubts else None)
    _print_findings(found.problems, found.exempted, format)
    return int(has_errors(found.problems))


def _is_code(word: str) -> bool:
    """Whether it is written as the code of a finding is, `HD05`, and no file has that name."""
    return len(word) == 4 and word[:2].isalpha() and word[2:].isdecimal() and not os.path.exists(word)


def _explain(codes: list[str]) -> int:
    """Print what the codes mean."""
    from plugins.desk.codes import looking_up

    print(*map(looking_up.told, codes), sep="\n\n", end="")
    return 0


def _print_findings(problems: tuple[Problem, ...], exempted: tuple[Exempted, ...], format: str) -> None:
    from plugins.newsroom.findings import report

    if format == "json":
        sys.stdout.write(report.as_json(problems, exempted))
    elif format == "github":
        sys.stdout.write(report.as_github(problems))
    elif problems or exempted:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        sys.stdout.write(report.as_text(problems, colour=colour, exempted=exempted))
    else:
        print("没有发现问题。")


def _inspect(content: Path, moment: datetime | None) -> int:
    """Print the report of an inspection; the exit code is 1 when anything breaks a rule."""
    from plugins.desk import inspection, progress

    with progress.shown() as show:
        report = inspection.inspect(content, moment, show)
    sys.stdout.write(report.text)
    return int(report.failures > 0)


@task(
    CONTENT,
    Option(("-d", "--date"), "稿件的日期，例如 2017-08-16；默认是今天。", "日期"),
    Option(
        ("-p", "--photo"),
        "随稿的照片，有几张就写几次，或写装着它们的文件夹；文件里带有的说明和作者会写进稿件，请核对。",
        "照片",
        Path,
        is_repeated=True,
    ),
    Option(("-s", "--section"), "版块的名称，默认是第一个版块，以后可以改。", "版块"),
    Option(("-t", "--title"), "稿件的标题，用引号括起来；不写 --title、直接写标题也行。", "标题"),
    bare="title",
)
def new(content: str, date: str, photo: list[Path], section: str, title: str) -> None:
    """新建稿件：按日期建好文件夹，写好稿头，放好照片。"""
    from plugins.desk import new_story
    from plugins.newsroom.text.dates import SHANGHAI

    told: list[str] = []
    day = new_story.day_of(date) if date else datetime.now(SHANGHAI).date()
    text = new_story.new(title, _content(content), day=day, section=section, photos=photo, tell=told.append)
    place = text.resolve()
    shown = place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place
    print(f"已建好：{shown}", *told, sep="\n")
    print(f"边写边看：python3 tasks.py serve{f' --content {content}' if content else ''}")


@task(
    CONTENT,
    Option(("-d", "--date"), "稿件的日期，例如 2017-08-16；默认照稿件里写的，没有写就是今天。", "日期"),
    Option(
        ("-l", "--file"),
        "交来的文件：Word（.docx）、文本（.txt、.md）、网页（.html）、表格（.xlsx、.csv），或装着它们的文件夹；直接写路径也行。",
        "文件",
        Path,
        is_repeated=True,
    ),
    Option(
        ("-f", "--format"), "怎样列出：text（默认，给人看）或 json（给程序）。", "格式", _text_or_json, default="text"
    ),
    Option(("-s", "--section"), "版块的名称，默认按稿件里的关键词选，请核对。", "版块"),
    bare="file",
)
def intake(content: str, date: str, file: list[Path], format: str, section: str) -> int:
    """收稿：把记者交来的文件变成一篇篇草稿，照片放好，并列出做了什么、哪里要核对、什么没有收。"""
    from plugins.desk import new_story
    from plugins.desk.intake import front
    from plugins.newsroom.text.dates import SHANGHAI

    day = new_story.day_of(date) if date else None
    today = datetime.now(SHANGHAI).date()
    return front.intake(file, _content(content), day=day, section=section, today=today, format=format)


@task(
    CONTENT,
    Option(
        ("-l", "--file"),
        "哪一篇：稿件的文件或它的文件夹，可以写好几篇；不写 --file、直接写路径也行。",
        "稿件",
        is_repeated=True,
    ),
    Option(("-n", "--now"), NOW, "时刻", _moment),
    Option(("-o", "--output"), "写到哪个文件夹，默认是本站的 dist/wechat。", "文件夹"),
    Option(("-s", "--since"), "从这一天起发布的全部稿件，例如 2017-08-16。", "日期"),
    Option(
        ("-u", "--site-url"),
        "网站的正式网址，“阅读原文”和文中链接要用；默认看环境变量 PUBLISH_SITE_URL。",
        "网址",
    ),
    bare="file",
)
def wechat(content: str, file: list[str], now: datetime | None, output: str, since: str, site_url: str) -> None:
    """公众号排版：把稿件做成微信公众号文章，一篇一个文件夹，打开里面的 copy.html 一点就能复制；好几篇合成一组，最多 8 篇。"""
    from plugins.desk import front, progress
    from plugins.desk import wechat as desk

    address = site_url or os.environ.get("PUBLISH_SITE_URL", "").strip()
    day = desk.day_of(since) if since else None
    wish = desk.Wish(_content(content), file, Path.cwd(), day, address)
    with progress.shown() as show:
        made = desk.make(wish, now, show)
    folders = desk.write(made, Path(output).absolute() if output else HOUSE / "dist" / "wechat")
    front.tell(made.problems)
    print(desk.told(made, folders, Path.cwd()))


@task(
    CONTENT,
    Option(
        ("-l", "--file"),
        "哪一篇：稿件的文件或它的文件夹，可以写好几篇；不写 --file、直接写路径也行。",
        "稿件",
        is_repeated=True,
    ),
    Option(("-n", "--now"), NOW, "时刻", _moment),
    Option(("-o", "--output"), "写到哪个文件夹，默认是本站的 dist/word。", "文件夹"),
    Option(("-u", "--site-url"), "网站的正式网址，文中链接要用；默认看环境变量 PUBLISH_SITE_URL。", "网址"),
    bare="file",
)
def word(content: str, file: list[str], now: datetime | None, output: str, site_url: str) -> None:
    """导出 Word：把稿件连照片、注释、表格做成 .docx，给编辑部和领导审稿；草稿也能导出，会在第一行写明。"""
    from plugins.desk import front, progress
    from plugins.desk import word as desk

    address = site_url or os.environ.get("PUBLISH_SITE_URL", "").strip()
    with progress.shown() as show:
        made = desk.make(_content(content), file, Path.cwd(), address, now, show)
    written = desk.write(made, Path(output).absolute() if output else HOUSE / "dist" / "word")
    front.tell(made.problems)
    print(desk.told(made, written, Path.cwd()))


@task(
    CONTENT,
    Option(("-d", "--dry-run"), "试运行：只说会改动什么，不动发布的地方。"),
    Option(("-t", "--to"), "发布到哪里：文件夹，或“主机:/文件夹”；默认看环境变量 PUBLISH_TO。", "地方"),
)
def publish(content: str, dry_run: bool, to: str) -> None:
    """发布网站：生成以后整个换上去。网址、主机和密钥取自环境变量 PUBLISH_…，见手册。"""
    from plugins.desk import front, progress
    from plugins.desk import publish as desk

    settings = desk.settings_from(os.environ, to)
    with progress.shown() as show:
        published = desk.publish(_content(content), settings, dry_run=dry_run, progress=show, tell=_say)
    front.tell(published.problems)
    if not published.ok:
        raise Refusal.of("TK58")
    print(published.account)


@task(
    CONTENT,
    Option(("-m", "--month"), "统计哪个月，例如 2017-08；什么都不写就是本月。", "月份"),
    Option(("-q", "--quarter"), "统计哪个季度，例如 2017-Q3。", "季度"),
    Option(("-y", "--year"), "统计哪一年，例如 2017。", "年份"),
    Option(("-u", "--unit"), "只列单位的表；和 --person 可以同用。"),
    Option(("-p", "--person"), "只列作者的表；和 --unit 可以同用。"),
    Option(("-s", "--csv"), "另写成 CSV 表格（Excel 能直接打开）。", "文件"),
    Option(("-x", "--xlsx"), "另写成 Excel 工作簿：有标题和合计，可以直接打印。", "文件"),
    Option(("-f", "--fees"), "按这个文件里的标准算稿酬；它要放在 content 和仓库以外，写法见手册“每月统计”。", "文件"),
    Option(("-n", "--now"), NOW, "时刻", _moment),
)
def stats(
    content: str,
    month: str,
    quarter: str,
    year: str,
    unit: bool,
    person: bool,
    csv: str,
    xlsx: str,
    fees: str,
    now: datetime | None,
) -> None:
    """每月统计：按作者、身份、单位、版块、来源，数一数发布了多少稿件、照片、制图、视频。"""
    from plugins.desk.stats import front
    from plugins.desk.stats.span import span_of
    from plugins.newsroom.column.counting import By
    from plugins.newsroom.text.dates import SHANGHAI

    moment = now or datetime.now(SHANGHAI)
    wished = (*[By.PERSON] * person, *[By.UNIT] * unit) or tuple(By)
    span = span_of(month, quarter, year, moment.astimezone(SHANGHAI).date())
    report = front.stats(_content(content), span, wished, Path(fees) if fees else None, moment)
    front.put_out(report, Path(csv) if csv else None, Path(xlsx) if xlsx else None)


@task(Option(("-q", "--quick"), "只跑快的：不跑 slow 和 browser 两类。"))
def test(quick: bool) -> int:
    """运行全部测试。缺少浏览器等程序时，有权安装就先装好。"""
    from plugins.desk import programs

    told = "" if quick else programs.bring()
    if told:
        print(told)
    choice = ["-m", "not slow and not browser"] if quick else []
    return _call(sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-q", *choice)


@task(
    Option(("-f", "--folder"), "与 --pixels 同用：再加上这个文件夹里的照片。", "文件夹"),
    Option(("-p", "--photos"), "其中多少篇带照片，默认 0。", "数", number(100), default=0),
    Option(
        ("-i", "--pixels"),
        "不比稿件，只比照片：用多少张生成的照片，与直接用 Pillow 比时间、大小和好看的程度。",
        "数",
        number(4),
        default=0,
    ),
    Option(("-s", "--stories"), "生成多少篇稿件来比，默认 1000。", "数", number(1000), default=1000),
)
def bench(folder: str, photos: int, pixels: int, stories: int) -> int:
    """比速度：同一批生成的稿件，本站、原样的 Pelican、Hugo（装了才比）和单纯复制各要多久。"""
    if pixels or folder:
        wishes = ["tests.bench.pixels", "--photos", str(pixels), *(["--folder", folder] if folder else [])]
    else:
        wishes = ["tests.bench", "--stories", str(stories), "--photos", str(photos)]
    return _call(sys.executable, "-m", *wishes)


@task()
def lint() -> int:
    """检查代码的写法、格式和类型。"""
    tools = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    return max(_call(sys.executable, "-m", *tool) for tool in tools)


@task()
def docs() -> None:
    """重新写出 docs 里由程序写的部分：手册里的表格和例子、每个编号的一页等。改程序的人改了键、提示或任务以后运行。"""
    from plugins.desk import generated

    changed = generated.write(HOUSE / "docs")
    print("\n".join(os.path.relpath(file) for file in changed) or "没有要改的。")


@task()
def screenshots() -> None:
    """重新拍 README 里的网页照片（要有 Chromium）。"""
    from plugins.desk import screenshots as desk

    taken = desk.take(HOUSE / "content", HOUSE / "docs" / "screenshots")
    print("\n".join(os.path.relpath(picture) for picture in taken))


@task(Option(("-f", "--folder"), "写到哪个文件夹，默认是本站的 .cache/gallery。", "文件夹"))
def gallery(folder: str) -> int:
    """写出部件图录：主题的每个部件和它的各种情形，都在一页上。给改主题的人看，不发布。"""
    target = Path(folder).resolve() if folder else HOUSE / ".cache" / "gallery"
    status = _call(sys.executable, "-m", "tests.theme.gallery", str(target))
    if not status:
        print(f"用浏览器打开：{target / 'gallery.html'}")
    return status


@task(Option(("-e", "--environment"), "连运行环境 .venv 也删去，下次会重新安装。"))
def clean(environment: bool) -> None:
    """删去生成的网站和缓存。稿件不动。"""
    import shutil

    caches = (".cache", ".pytest_cache", ".ruff_cache", ".hypothesis") + (".venv",) * environment
    for name in ("output", "output.next", *caches):
        shutil.rmtree(HOUSE / name, ignore_errors=True)
    print("已清理。")


if __name__ == "__main__":
    commands.run(sys.argv[1:])
