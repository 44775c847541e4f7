"""The command line as people meet it: tasks listed in Chinese, every slip one line, never a traceback.

What the tasks are is left to `tasks.py`; what Invoke does with them, to Invoke.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Sequence
from copy import copy
from difflib import get_close_matches

from invoke import Argument, Collection, Program
from invoke.exceptions import Exit, ParseError

from . import failing
from .environment import HOUSE

COMMAND = "python3 tasks.py"


_SLIPS = {
    "required positional": "还缺少必须写的内容：{named}。",
    "needed value": "选项 --{named} 后面还要写一个值。",
    "doesn't take any value": "选项 --{named} 后面不写值。",
    "invalid literal for int": "“{named}”不是一个数。",
}


_BARE = {"check": "file"}  # the option that words of a task without a name stand for


def _flags(argument: Argument) -> list[str]:
    return [f"-{name}" if len(name) == 1 else f"--{name}" for name in argument.names]


class FrontDoor(Program):
    """Invoke's program with our own words for the list of tasks and for what goes wrong."""

    def normalize_argv(self, argv: list[str] | None) -> None:
        """Take `TASK … --help` as a question about the task, also where Invoke would read a title in it."""
        super().normalize_argv(argv)
        self.argv = self._with_names(self.argv)
        if len(self.argv) > 2 and self.argv[-1] in ("-h", "--help") and not self.argv[1].startswith("-"):
            self.argv = [self.argv[0], "--help", self.argv[1]]

    def _with_names(self, argv: list[str]) -> list[str]:
        """Give every bare word of a task in `_BARE` the name of the option it stands for: Invoke takes a fixed number of them."""
        name = argv[1] if len(argv) > 1 else ""
        if name not in _BARE or self.namespace is None:
            return argv
        task = copy(self.namespace[name])
        task.help = {}  # whoever asks for the arguments takes the help away
        valued = (argument for argument in task.get_arguments() if argument.takes_value)
        flags = {flag for argument in valued for flag in _flags(argument)}
        named = argv[:2]
        for word, before in zip(argv[2:], argv[1:-1], strict=True):
            named += [word] if word.startswith("-") or before in flags else [f"--{_BARE[name]}", word]
        return named

    def parse_core(self, argv: list[str] | None) -> None:
        super().parse_core(argv)
        sys.dont_write_bytecode = False  # Invoke forbids .pyc files, which makes every start slower

    def parse_tasks(self) -> None:
        try:
            super().parse_tasks()
        except (ParseError, ValueError) as slip:  # ValueError: letters where a number must stand
            raise Exit(self._explain(str(slip)), code=1) from slip

    def parse_cleanup(self) -> None:
        try:
            super().parse_cleanup()
        except ParseError as slip:
            raise Exit(self._explain(str(slip)), code=1) from slip

    def execute(self) -> None:
        try:
            super().execute()
        except BrokenPipeError:
            raise
        except Exception as error:
            if isinstance(error, Exit):
                raise
            raise Exit(failing.told(error), code=1) from error

    def print_help(self) -> None:
        self.list_tasks()

    def display_with_columns(self, pairs: Sequence[tuple[str, str | None]], extra: str = "") -> None:
        print(f"用法：{COMMAND} 任务 [选项]\n\n任务：\n")
        self.print_columns(pairs)
        print(f"看一个任务的选项：{COMMAND} 任务 --help")

    def print_task_help(self, name: str) -> None:
        context = self.parser.contexts[name]
        titles = "".join(f" {argument.name.upper()}" for argument in context.positional_args)
        titles += f" [{_BARE[name].upper()} …]" if name in _BARE else ""
        print(f"用法：{COMMAND} {name}{titles} [选项]\n\n{(self.collection[name].__doc__ or '').strip()}\n\n选项：\n")
        self.print_columns([*context.help_tuples(), ("-h, --help", "显示这些说明。")])

    def print_columns(self, tuples: Sequence[tuple[str, str | None]]) -> None:
        """Two columns; the second is not wrapped, since Invoke counts a Chinese character as one column."""
        width = max(len(name) for name, _ in tuples) + 3
        for name, text in tuples:
            print(f"  {name:<{width}}{' '.join((text or '').split())}".rstrip())
        print()

    def _explain(self, slip: str) -> str:
        known = sorted(self.collection.task_names)
        unknown = slip.split("'")[1] if slip.startswith("No idea what") else ""
        if not unknown:
            return f"{_in_chinese(slip)}选项见 {COMMAND} 任务 --help"
        if unknown.startswith("-"):
            return f"没有 {unknown} 这个选项。选项见 {COMMAND} 任务 --help"
        near = get_close_matches(unknown, known, n=1)
        hint = f"是不是 {near[0]}？" if near else f"任务有：{'、'.join(known)}。"
        return f"没有叫“{unknown}”的任务。{hint}"


def run(module_name: str) -> None:
    """Carry out the command line with the tasks of the module `module_name`, then end the process."""
    sys.stdout.reconfigure(errors="replace", line_buffering=True)
    sys.stderr.reconfigure(errors="replace")
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    tasks = Collection.from_module(sys.modules[module_name])
    try:
        FrontDoor(name="tasks.py", binary=COMMAND, namespace=tasks, version=version).run()
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _in_chinese(slip: str) -> str:
    """What Invoke or Python says about the command line, as far as its wording is known."""
    found = re.findall(r"(?:'|<Argument: )([^' >]*)", slip.partition("arguments:")[2] or slip)
    named = "、".join(filter(None, found))
    for sign, sentence in _SLIPS.items():
        if sign in slip:
            return sentence.format(named=named)
    return f"看不懂这条命令（{slip}）。"
