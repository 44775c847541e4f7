"""The language model that Debian has for input methods: its words, and how likely one follows others. What is doubtful is left to `looking`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Protocol

from plugins.newsroom.findings.refusals import Refusal

PACKAGE = "libime-data-language-model"
NAMED_BY = (
    "LANGUAGE_MODEL"  # the environment variable that names the model's file where it is not installed by the system
)
_INSTALLED = ("usr/lib/*/libime/zh_CN.lm", "usr/lib/libime/zh_CN.lm", "usr/share/libime/zh_CN.lm")
_BEFORE_WORDS = b"<unk>\0"  # where the words begin in a file of KenLM
_UNKNOWN = -8.0  # log10 of the probability of a word that is not in the model


class State(Protocol):
    """The words before a word, as far as the model regards them."""


class Model(Protocol):
    """A language model of words. Probabilities are given as log10."""

    @property
    def words(self) -> frozenset[str]:
        """All words that it knows."""

    def start(self) -> State:
        """The state in which nothing is known of the words before."""

    def step(self, state: State, word: str) -> tuple[float, State]:
        """The probability of a word, and the state after it."""


class _Kenlm(Protocol):
    def NullContextWrite(self, state: object) -> None: ...  # noqa: N802 - named by kenlm
    def BaseScore(self, state: object, word: str, after: object) -> float: ...  # noqa: N802


class InstalledModel:
    """A model file as KenLM writes it, with its words at its end, read by the package ufal-kenlm. Raises ImportError without that."""

    def __init__(self, path: Path) -> None:
        kenlm = import_module("kenlm")
        self._path, self._new_state = path, kenlm.State
        self._model: _Kenlm = kenlm.Model(os.fspath(path))

    @cached_property
    def words(self) -> frozenset[str]:
        data = self._path.read_bytes()
        words = data[data.rfind(_BEFORE_WORDS) + len(_BEFORE_WORDS) :].split(b"\0")
        return frozenset(word.decode("utf-8", "replace") for word in words if word)

    def start(self) -> State:
        state: State = self._new_state()
        self._model.NullContextWrite(state)
        return state

    def step(self, state: State, word: str) -> tuple[float, State]:
        after: State = self._new_state()
        return self._model.BaseScore(state, word, after), after


def installed(root: Path = Path("/")) -> Model | None:
    """The model of this machine, None where it or the package that reads it is missing. root: the folder of the system."""
    named = os.environ.get(NAMED_BY)
    paths = [Path(named)] if named else sorted(path for place in _INSTALLED for path in root.glob(place))
    try:
        return next((InstalledModel(path) for path in paths if path.is_file()), None)
    except (ImportError, OSError):
        return None


def asked_for(tell: Callable[[str], None]) -> Model | None:
    """The same, for someone who asked for it: where it is missing, a sentence says so."""
    found = installed()
    if found is None:
        tell(str(Refusal.of("TK84")))
    return found


def probability(model: Model, words: Sequence[str]) -> float:
    """Of the words in a row, nothing being known of those before."""
    total, state = 0.0, model.start()
    for word in words:
        score, state = model.step(state, word)
        total += score
    return total


def alone(model: Model, word: str) -> float:
    """The probability of one word by itself."""
    return probability(model, (word,)) if word in model.words else _UNKNOWN
