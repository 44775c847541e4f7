"""Parts a row of Chinese characters into words, so that the row is likeliest for a language model. What that tells is left to `looking`."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest

from .model import Model, State

_LONGEST = 6  # characters of a word
_KEPT = 2  # ways that are followed further from each place


@dataclass(frozen=True, slots=True)
class Parted:
    """score: the probability, log10; lengths: of the words, in characters."""

    score: float
    lengths: tuple[int, ...]

    def word_at(self, index: int) -> tuple[int, int]:
        """The [start, end) of the word that contains the character at an index."""
        spans = self.spans()
        return next(span for span in spans if span[0] <= index < span[1])

    def spans(self) -> list[tuple[int, int]]:
        ends = [sum(self.lengths[: count + 1]) for count in range(len(self.lengths))]
        return [(end - length, end) for end, length in zip(ends, self.lengths, strict=True)]


def parted(model: Model, text: str) -> Parted:
    """The likeliest words of a text; a character that is in no word is one by itself."""
    ways: list[list[tuple[float, State, tuple[int, ...]]]] = [[] for _ in range(len(text) + 1)]
    ways[0].append((0.0, model.start(), ()))
    words = model.words
    for start in range(len(text)):
        best = nlargest(_KEPT, ways[start], key=_score)
        for length in range(1, min(_LONGEST, len(text) - start) + 1):
            word = text[start : start + length]
            if length == 1 or word in words:
                for score, state, lengths in best:
                    more, after = model.step(state, word)
                    ways[start + length].append((score + more, after, (*lengths, length)))
    score, _, lengths = max(ways[-1], key=_score)
    return Parted(score, lengths)


def _score(way: tuple[float, State, tuple[int, ...]]) -> float:
    return way[0]
