"""Builds one column by the program of the folder it is started in, and prints as JSON what the build said.

Run as a file, with that folder as PYTHONPATH, so that nothing of the checkout that compares is imported. Both checkouts must
know `plugins.desk.build.build(content, output, site_url, cache=…, now=…)`, and in what it returns `ok`, `summary`, `problems`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from plugins.desk.build import build

_SECONDS = re.compile(r"用时 [\d.]+ 秒")


def main(content: str, output: str, cache: str, site_url: str, now: str) -> None:
    """now: "" for this moment."""
    result = build(Path(content), Path(output), site_url, cache=Path(cache), now=now or None)
    problems = [
        f"{one.place.file}:{one.place.line}:{one.place.column} {one.code} {one.message} {one.advice}"
        for one in result.problems
    ]
    summary = _SECONDS.sub("", result.summary)
    print(json.dumps({"ok": result.ok, "summary": summary, "problems": problems}))


if __name__ == "__main__":
    main(*sys.argv[1:])
