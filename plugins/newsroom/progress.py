"""How long work tells how far it has come. Showing it to people is left to the desk."""

from __future__ import annotations

from collections.abc import Callable

# done, total: pieces of work; label: the stage, in Chinese. Called again and again, from one thread.
Progress = Callable[[int, int, str], None]
