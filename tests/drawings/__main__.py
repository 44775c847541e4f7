"""Draws every picture of the sample stories into the content folder: `python -m tests.drawings`."""

from __future__ import annotations

from pathlib import Path

from . import DRAWINGS

CONTENT = Path(__file__).parents[2] / "content"


def main() -> None:
    for drawing in DRAWINGS:
        target = CONTENT / drawing.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(drawing.jpeg())
        print(f"{drawing.path}  {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
