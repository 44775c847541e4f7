"""One build of a folder, for `bench --pixels`: `python -m tests.bench.pixels.building CONTENT OUTPUT CACHE`."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.desk.build import build
from tests.newsdesk import NOW

if __name__ == "__main__":
    content, output, cache = map(Path, sys.argv[1:])
    result = build(content, output, now=NOW, cache=cache)
    print(result.summary or [problem.message for problem in result.problems])
    sys.exit(0 if result.ok else 1)
