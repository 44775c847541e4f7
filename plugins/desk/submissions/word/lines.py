"""From what stands in one paragraph of Word to blocks: words as a paragraph, pictures and boxes before, between or after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plugins.newsroom.submission.tree import Block, Paragraph, Picture, Run


@dataclass(frozen=True)
class Piece:
    """A run and its size in points."""

    run: Run
    size: float


@dataclass(frozen=True)
class Beside:
    """Blocks that were anchored here, such as those of a text box."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Cut:
    """A page or a column ends here, and a paragraph with it."""


Item = Piece | Picture | Beside | Cut


def blocks_of(items: Sequence[Item], form: Paragraph) -> Iterator[Block]:
    """The blocks of one paragraph in their order. form: it without its words.

    A picture on a line of its own divides the paragraph; one within a sentence, or floating beside it, follows it.
    """
    words: list[Piece] = []
    after: list[Block] = []
    for number, item in enumerate(items):
        if isinstance(item, Piece):
            words.append(item)
            continue
        if _is_a_border(item, words, items[number + 1 :]):
            yield from (*_paragraphs(words, form), *after)
            form, words, after = _continued(form, words), [], []
        after.extend(_blocks(item))
        if not _said(words).strip():
            yield from after
            after = []
    yield from (*_paragraphs(words, form), *after)


def _is_a_border(item: Item, words: list[Piece], following: Sequence[Item]) -> bool:
    if isinstance(item, Beside) or (isinstance(item, Picture) and item.is_floating):
        return False
    return isinstance(item, Cut) or _said(words).endswith("\n") or _next_words(following).startswith("\n")


def _next_words(items: Sequence[Item]) -> str:
    return next((item.run.text for item in items if isinstance(item, Piece) and item.run.text), "\n")


def _continued(form: Paragraph, words: list[Piece]) -> Paragraph:
    """The form of what follows in the same paragraph: the number of a list stands once."""
    return replace(form, item=None) if _said(words).strip() else form


def _blocks(item: Item) -> tuple[Block, ...]:
    if isinstance(item, Beside):
        return item.blocks
    return (item,) if isinstance(item, Picture) else ()


def _said(words: list[Piece]) -> str:
    return "".join(piece.run.text for piece in words)


def _paragraphs(words: list[Piece], form: Paragraph) -> list[Paragraph]:
    """No paragraph for blank words."""
    runs = _trimmed(_merged(piece.run for piece in words))
    if not any(run.text.strip() or run.note for run in runs):
        return []
    size = _most((piece.size, piece.run.text) for piece in words)
    is_bold = _most((piece.run.is_bold, piece.run.text) for piece in words)
    return [replace(form, runs=runs, look=replace(form.look, size=size, is_bold=bool(is_bold)))]


def _most(said: Iterable[tuple[float, str]]) -> float:
    """What holds for most characters that are no blanks."""
    counts: dict[float, int] = {}
    for what, text in said:
        counts[what] = counts.get(what, 0) + len("".join(text.split()))
    return max(counts, key=lambda what: counts[what], default=0)


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one look as one run."""
    alike = groupby(runs, lambda run: replace(run, text=""))
    merged = (replace(look, text="".join(run.text for run in group)) for look, group in alike)
    return [run for run in merged if run.text or run.note]


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without the line breaks at both ends."""
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while runs and not runs[at].note and not (kept := strip(runs[at].text, "\n")):
            del runs[at]
        if runs and not runs[at].note:
            runs[at] = replace(runs[at], text=kept)
    return tuple(runs)
