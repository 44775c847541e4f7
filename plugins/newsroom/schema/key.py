"""The definition of one key, and the lookup of a key by what an editor wrote. The keys are in `head` and `registries`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Literal, NamedTuple

Kind = Literal["line", "list", "records", "map"]  # one text, a list of texts, a list of mappings, mappings by name
Form = Literal["text", "name", "id", "date", "moment", "address", "number", "yes", "photo", "stretch"]


class Choice(NamedTuple):
    """One of the words allowed as a key's value, in Chinese and English."""

    name: str
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a head, of a record in it, or of a registry.

    name, alias: in Chinese and English; also: further accepted spellings; meant_by: keys of other systems that are not
    accepted here, but mean this one. help, example: in Chinese, for handbook and forms; needed: "必须", perhaps with
    exceptions in brackets, "" if the key is optional. form: the format of a text or of each item of a list; pattern,
    pattern_help: what a text must match as a whole, and how to explain that to an editor. keys: those of nested records.

    sentences: a list of sentences, so that a line is always one item and never split; people: the items are names, in
    which a space inside a two-character name is only typography; wraps: the text may be written over several lines;
    is_prose: the text is printed as running text, in which a # is an ordinary character; is_hashed: the items may be
    written as on social media, #城墙#, and lose those signs. joint: what joins the halves of a text that a manual line
    break split; "" joins them like the lines of a paragraph.
    """

    name: str
    alias: str
    help: str = ""
    example: str = ""
    kind: Kind = "line"
    form: Form = "text"
    needed: str = ""
    choices: tuple[Choice, ...] = ()
    also: tuple[str, ...] = ()
    meant_by: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    pattern: str = ""
    pattern_help: str = ""
    joint: str = ""
    sentences: bool = False
    people: bool = False
    wraps: bool = False
    is_prose: bool = False
    is_hashed: bool = False

    @property
    def is_required(self) -> bool:
        """Whether the key is always required."""
        return self.needed == "必须"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every accepted spelling of this key; the first is the one to show."""
        return (self.name, *self.also, self.alias)

    def spelt_like(self, word: str) -> str:
        """The spelling to suggest for `word`: a Chinese one for a Chinese word, an English one for an English word."""
        return next(spelling for spelling in self.spellings if spelling.isascii() == word.isascii())


Table = Mapping[str, Key]


def table_of(keys: Iterable[Key]) -> Table:
    """The keys by every spelling, in lower case."""
    return MappingProxyType({spelling.casefold(): key for key in keys for spelling in key.spellings})


def find(written: str, table: Table) -> Key | None:
    """The key spelt `written`, in Chinese or English, in any case, with or without spaces inside; None if there is none."""
    return table.get(written) or table.get("".join(written.split()).casefold())


def nearest(written: str, table: Table) -> Key | None:
    """The key that an unknown word was probably meant to be; None unless exactly one is closest, and close enough."""
    word = "".join(written.split()).casefold().replace("-", "_")
    meant = next((key for key in table.values() if word in key.meant_by), None)
    if meant:
        return meant
    ratios: dict[str, float] = {}
    for name, key in table.items():
        ratio = SequenceMatcher(None, word, name).ratio()
        if ratio >= (0.75 if name.isascii() else 0.5):
            ratios[key.name] = max(ratio, ratios.get(key.name, 0))
    best = max(ratios.values(), default=0)
    closest = [name for name, ratio in ratios.items() if ratio == best]
    return table[closest[0].casefold()] if len(closest) == 1 else None
