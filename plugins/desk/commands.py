"""The command line: parses it with argparse, runs the named task, and answers every mistake with one Chinese sentence.

What a task does and which options it has is left to `tasks.py`. Messages of argparse itself are never shown: they are English.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple, NoReturn, TypeVar

from plugins.newsroom.findings.refusals import Refusal

COMMAND = "python3 tasks.py"
_HELP = ("-h", "--help")
_DASHES = "-–—－"  # a hyphen, and what word processors turn it into

Body = Callable[..., int | None]  # takes the options by name; returns the exit code, None for 0
_Body = TypeVar("_Body", bound=Body)


class Option(NamedTuple):
    """One option of a task. The last flag, the long one, names the function's parameter: `--dry-run` is `dry_run`.

    value: a Chinese placeholder for its value, "" for a switch; read: converts the value for the function, and raises Refusal
    when it cannot; is_repeated: it may be given several times, and the function gets a list.
    """

    flags: tuple[str, ...]
    help: str
    value: str = ""
    read: Callable[[str], object] = str
    default: object = ""
    is_repeated: bool = False

    @property
    def name(self) -> str:
        return self.flags[-1].lstrip("-").replace("-", "_")

    @property
    def is_on(self) -> bool:
        """Whether it is a switch that is on unless `--no-…` is given."""
        return self.default is True

    @property
    def spellings(self) -> tuple[str, ...]:
        return (*self.flags, f"--no-{self.flags[-1].lstrip('-')}") if self.is_on else self.flags

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        if self.is_repeated:
            parser.add_argument(*self.flags, action="append", type=self.read, default=[])
        elif self.value:
            parser.add_argument(*self.flags, type=self.read, default=self.default)
        elif self.is_on:
            parser.add_argument(*self.flags, action=argparse.BooleanOptionalAction, default=True)
        else:
            parser.add_argument(*self.flags, action="store_true")


class Task(NamedTuple):
    """bare: the option that positional words are values of; None when there may be none."""

    body: Body
    options: tuple[Option, ...]
    bare: Option | None

    @property
    def command(self) -> str:
        return f"{COMMAND} {_name_of(self.body)}"

    @property
    def purpose(self) -> str:
        return " ".join((self.body.__doc__ or "").split())


_TASKS: dict[str, Task] = {}


def task(*options: Option, bare: str = "") -> Callable[[_Body], _Body]:
    """Declares the decorated function as the task of its name. bare: name of the option that takes positional words."""

    def declared(body: _Body) -> _Body:
        named = {option.name: option for option in options}
        _TASKS[_name_of(body)] = Task(body, options, named[bare] if bare else None)
        return body

    return declared


def _name_of(body: Body) -> str:
    return body.__name__.replace("_", "-")


def number(example: int) -> Callable[[str], int]:
    """A `read` for whole numbers. example: a valid one, for the message."""

    def read(written: str) -> int:
        try:
            return int(written)
        except ValueError:
            raise Refusal.of("TK11", written=written, example=example) from None

    return read


def run(arguments: Sequence[str]) -> NoReturn:
    """Run the command line and end the process.

    Exit codes: 0 done, 1 refused, failed or found errors, 130 ended by Ctrl+C, or the task's own.
    """
    sys.stdout.reconfigure(errors="replace", line_buffering=True)  # type: ignore[union-attr]
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    status = _status(arguments)
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)  # skips the orderly destruction of ten thousand stories


def _status(arguments: Sequence[str]) -> int:
    try:
        return _carried_out(arguments) or 0
    except BrokenPipeError:  # the reader of our output has closed it
        return 1
    except KeyboardInterrupt:
        return 130
    except Refusal as refusal:
        return _failed(str(refusal))
    except Exception as error:
        from . import failing  # noqa: PLC0415  rarely needed

        return _failed(failing.told(error))


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _carried_out(arguments: Sequence[str]) -> int | None:
    first, *rest = arguments or _HELP[:1]
    if first in ("-V", "--version"):
        print(_version())
    elif first in (*_HELP, "help", "-l", "--list"):
        print(_help_of(_named(rest[0])) if rest else _list_of_tasks())
    else:
        chosen = _named(first)
        if set(_HELP).isdisjoint(_before_dashes(rest)):
            return chosen.body(**_options_of(chosen, rest))
        print(_help_of(chosen))
    return 0


def _named(name: str) -> Task:
    if name in _TASKS:
        return _TASKS[name]
    if name.startswith("-"):
        raise Refusal.of("TK04", option=name, command=COMMAND)
    if near := _nearest(name, _TASKS):
        raise Refusal.of("TK01", name=name, near=near)
    raise Refusal.of("TK02", name=name, tasks="、".join(sorted(_TASKS)))


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only needed after a typing error

    return next(iter(get_close_matches(word, list(known), n=1)), "")


# -- Reading ----------------------------------------------------------------------------------------------------------


def _options_of(chosen: Task, arguments: Sequence[str]) -> dict[str, object]:
    """The keyword arguments for the task's function. Raises Refusal."""
    written = _before_dashes(arguments)
    flags = [flag for option in chosen.options for flag in option.spellings]
    for word in written:
        _refuse_wrong_dashes(chosen, word, flags)
    try:
        known, rest = _parser(chosen).parse_known_args(written)
    except argparse.ArgumentError as slip:
        raise _about_value(chosen, slip) from slip
    for word in rest:
        if word.startswith("-") and len(word) > 1 and " " not in word:
            raise _unknown(chosen, word, flags)
    values = vars(known)
    _add_bare(chosen, values, [*rest, *arguments[len(written) + 1 :]])
    return values


def _before_dashes(arguments: Sequence[str]) -> Sequence[str]:
    """The words before a bare `--`: after it nothing is an option."""
    return arguments[: arguments.index("--")] if "--" in arguments else arguments


def _parser(chosen: Task) -> argparse.ArgumentParser:
    """A parser for the options only: unlike in argparse, positional words may come anywhere among them."""
    unused = partial(
        argparse.HelpFormatter, width=100
    )  # else argparse imports a module to ask the terminal for its width
    parser = argparse.ArgumentParser(
        prog=COMMAND, add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=unused
    )
    for option in chosen.options:
        option.add_to(parser)
    return parser


def _about_value(chosen: Task, slip: argparse.ArgumentError) -> Refusal:
    """The only two errors left to argparse, as `Option.read` converts values: a missing value, or a superfluous one."""
    flags = (slip.argument_name or "").split("/")
    option = next(option for option in chosen.options if option.flags[-1] in flags)
    return Refusal.of("TK06" if option.value else "TK07", option=option.flags[-1], command=chosen.command)


def _refuse_wrong_dashes(chosen: Task, word: str, flags: Sequence[str]) -> None:
    """`-content` and `—content` would be read as `-c ontent` and as a bare word."""
    plain, _, _ = word.partition("=")
    meant = f"--{plain.lstrip(_DASHES)}"
    if plain[:1] in tuple(_DASHES) and plain not in flags and meant in flags:
        raise Refusal.of("TK03", option=plain, near=meant, command=chosen.command)


def _unknown(chosen: Task, word: str, flags: Sequence[str]) -> Refusal:
    name, _, _ = word.partition("=")
    if near := _nearest(name, flags):
        return Refusal.of("TK03", option=name, near=near, command=chosen.command)
    return Refusal.of("TK05" if chosen.bare else "TK04", option=name, command=chosen.command)


def _add_bare(chosen: Task, values: dict[str, object], words: Sequence[str]) -> None:
    """Pass the positional words to the option they belong to."""
    bare = chosen.bare
    if bare:
        named = values[bare.name]
        given = [*(named if isinstance(named, list) else [named] if named else []), *map(bare.read, words)]
        values[bare.name] = given if bare.is_repeated else _only(chosen, bare, given)
    elif words:
        raise Refusal.of("TK10", word=words[0], name=_name_of(chosen.body), command=chosen.command)


def _only(chosen: Task, bare: Option, given: Sequence[object]) -> object:
    if not given:
        raise Refusal.of("TK08", name=bare.name, command=chosen.command, example=f'"{bare.value}"')
    if len(given) > 1:
        each, whole = "、".join(f"“{word}”" for word in given), f'"{" ".join(map(str, given))}"'
        raise Refusal.of("TK09", value=bare.value, count=len(given), words=each, command=chosen.command, quoted=whole)
    return given[0]


# -- Help -------------------------------------------------------------------------------------------------------------


def _list_of_tasks() -> str:
    rows = _columns([(name, _TASKS[name].purpose) for name in sorted(_TASKS)])
    return f"用法：{COMMAND} 任务 [选项]\n\n任务：\n\n{rows}\n\n看一个任务的选项：{COMMAND} 任务 --help"


def _help_of(chosen: Task) -> str:
    bare = chosen.bare
    words = f" [{bare.value} …]" if bare and bare.is_repeated else f" {bare.value}" if bare else ""
    rows = _columns([*((_shown(option), option.help) for option in chosen.options), ("-h, --help", "显示这些说明。")])
    return f"用法：{chosen.command}{words} [选项]\n\n{chosen.purpose}\n\n选项：\n\n{rows}\n"


def _shown(option: Option) -> str:
    return ", ".join(option.flags) + (f"={option.value}" if option.value else "")


def _columns(rows: Sequence[tuple[str, str]]) -> str:
    """Two columns, aligned for wide characters; the second one is not wrapped."""
    from plugins.newsroom.findings.width import width  # noqa: PLC0415  only help needs it

    widest = max(width(name) for name, _ in rows) + 3
    return "\n".join(f"  {name}{' ' * (widest - width(name))}{text}" for name, text in rows)


def _version() -> str:
    import tomllib  # noqa: PLC0415  only this needs it

    from .environment import HOUSE  # noqa: PLC0415

    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"tasks.py {project['version']}"
