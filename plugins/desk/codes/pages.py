"""Writes the page of each code as Markdown, and the index of them all. What is told comes from `examples`, what happens from `trial`."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.findings.catalogue import messages, problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.findings.report import LEVELS, as_text

from .examples import BODY, HEAD, STORY, Domain, Explained, domains
from .trial import Trial, trials

INDEX = "README.md"
_WHERE = {HEAD: "稿头", BODY: "正文", STORY: "整篇稿件"}


def all_pages() -> dict[str, str]:
    """Every page by its file name: one for each code, and the index."""
    codes = ((domain, example) for domain in domains() for example in domain.codes)
    return {INDEX: index()} | {f"{example.code}.md": page(domain, example) for domain, example in codes}


def index() -> str:
    """All codes by domain, each with its sentence."""
    return "\n".join(("# 全部编号", "", _INTRODUCTION, *(line for domain in domains() for line in _listed(domain))))


_INTRODUCTION = """每条提示都有一个编号，如 ST04。这里按类列出全部编号，点进去看它是什么意思、怎样算错、怎样算对。
在终端里看同样的内容：`python3 tasks.py check ST04`。
"""


def _listed(domain: Domain) -> Iterator[str]:
    yield f"## {domain.letters} {domain.name}\n"
    yield f"{domain.about}\n"
    for example in domain.codes:
        shown = _sentence(example.code)
        yield f"- [{example.code}]({example.code}.md) {LEVELS[shown.level]}：{_plain(shown.message)}"
    yield ""


def page(domain: Domain, example: Explained) -> str:
    """The page of one code."""
    shown = _sentence(example.code)
    parts = [
        f"# {example.code} {_plain(shown.message)}",
        f"{LEVELS[shown.level]} · {domain.name} · [全部编号]({INDEX})",
        *filter(None, [example.means]),
        f"**怎样改**：{_plain(shown.advice)}",
        *(_shown(example) if example.wrong else ["## 什么时候出现", example.when, "这一条没有文字的例子。"]),
        "## 依据",
        example.source + "。" * (example.source[-1:] not in "。）"),
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _sentence(code: str) -> Problem:
    """The finding as the catalogue's example fills it."""
    return problem(code, Place(""), messages(code[:2])[code].example)


def _shown(example: Explained) -> Iterator[str]:
    trial = trials()[example.code]
    yield f"## 错（{_place(example)}）"
    yield fenced(example.wrong)
    yield "`check` 这样说："
    yield fenced(_told(trial.wrong, example.code))
    if example.right:
        yield f"## 对（{_place(example)}）"
        yield fenced(example.right)
    if example.silent:
        yield "## 这样写不算错"
        yield fenced("\n\n".join(example.silent))
    yield "## 自动修改"
    yield from _mended(trial, has_right=bool(example.right))


def _place(example: Explained) -> str:
    return _WHERE.get(example.where, example.where)


def _told(found: tuple[Problem, ...], code: str) -> str:
    """The finding as `check` prints it, without the lines below it that count."""
    return as_text([one for one in found if one.code == code][:1]).split("\n\n")[0]


def _mended(trial: Trial, *, has_right: bool) -> Iterator[str]:
    if trial.is_right and has_right:
        yield "`check --fix` 会改成上面“对”的样子。"
    elif trial.diff:
        yield "`check --fix` 会这样改（`-` 是原来的，`+` 是改成的）："
        yield fenced("\n".join(line for line in trial.diff.split("\n")[2:] if line[:1] in ("+", "-")))
    else:
        yield "`check --fix` 不改这一处，要由人来定。"


def fenced(text: str) -> str:
    """A block that is printed as it is, whatever fences the text has itself; a soft return of Word has its sign."""
    fence = "````" if "```" in text else "```"
    return f"{fence}\n{text.strip(chr(10)).replace(chr(11), chr(0x240B))}\n{fence}"


def _plain(text: str) -> str:
    """Words that Markdown would read as signs, as they are."""
    return text.translate({ord(sign): f"\\{sign}" for sign in "\\`*_[]<>#"})
