"""Locates errors raised by templates: the finding names the template and its line. All other failures are left to `printing`."""

from __future__ import annotations

import re
import traceback

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem

_TEMPLATE = re.compile(r"theme/(?:templates|components)/.*")
_FRAME = re.compile(r'^\s*File "([^"\n]+)", line (\d+)', re.MULTILINE)


def fault_in_template(error: BaseException) -> Problem | None:
    """The finding for an error raised by a template, here or in a worker process; None for any other."""
    file, line = _spot(error)
    if not file and not isinstance(error, TemplateError):
        return None
    message = str(error).splitlines()[0] if str(error) else type(error).__name__
    detail = f"找不到模板 {message}" if isinstance(error, TemplateNotFound) else message
    return problem("PL07", Place(file or "theme", line), {"detail": detail})


def _spot(error: BaseException) -> tuple[str, int]:
    """The template and line where the error was raised, ("", 0) when that is not in a template."""
    if isinstance(error, TemplateSyntaxError):
        file = _template(error.filename or "")
        return (file, error.lineno) if file else ("", 0)
    frames = _FRAME.findall("".join(traceback.format_exception(error)))  # notes contain the frames of a worker process
    inner = [(_template(file), int(line)) for file, line in frames]
    place = max((number for number, (file, _) in enumerate(inner) if file), default=-1)
    is_ours = isinstance(error, TemplateError) or place == len(inner) - 1
    return inner[place] if place >= 0 and is_ours else ("", 0)


def _template(file: str) -> str:
    """The path of a template from the theme folder on, "" for any other file."""
    found = _TEMPLATE.search(file.replace("\\", "/"))
    return found[0] if found else ""
