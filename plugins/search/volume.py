"""Writes the index of one volume as files: a table of stories, shards of pairs, and leaves with the words shown in results."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plugins.newsroom.text.fingerprint import NAME, checksum

from .entry import Entry
from .folding import BREAK, BREAKS, PASSED_OVER, folded
from .postings import packed, pairs, plainly_packed

TABLE = "table.json"
_SHARD = 8 * 1024  # average bytes of a shard: what a reader fetches for two characters per volume
_AROUND = 12  # bytes of a pair in a shard, with JSON punctuation
_LEAF = 2  # stories in one leaf


def volume(entries: Sequence[Entry]) -> dict[str, bytes]:
    """Bytes by file name. entries: its stories, oldest first.

    table.json is always there; all other files are in a folder named by their hash, so that no browser mixes two versions.
    """
    headlines = [BREAK.join(entry.headline) for entry in entries]
    texts = [
        BREAK.join((headline, *entry.names, *entry.text, ""))
        for headline, entry in zip(headlines, entries, strict=True)
    ]
    codes, lengths = folded(texts)
    shards = _shards(pairs(codes))
    files = {f"{number}.json": _json(shard) for number, shard in enumerate(shards)}
    files |= {f"leaf-{number}.json": _json(leaf) for number, leaf in enumerate(_leaves(entries))}
    edition = checksum(b"".join(files.values()), NAME)
    table = {
        "edition": edition,
        "shards": len(shards),
        "leaf": _LEAF,
        "passedOver": PASSED_OVER,
        "breaks": BREAKS,
        "lengths": plainly_packed(lengths),
        "headlines": plainly_packed(folded(headlines)[1]),
        "facets": _facets(entries),
    }
    return {TABLE: _json(table), **{f"{edition}/{name}": data for name, data in files.items()}}


def shard_of(pair: str, shards: int) -> int:
    """The number of the shard that contains a pair; the page's script uses the same formula."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % shards


def _shards(found: Mapping[str, str]) -> list[dict[str, str]]:
    size = len("".join(found.values()).encode()) + _AROUND * len(found)
    shards: list[dict[str, str]] = [{} for _ in range(size // _SHARD + 1)]
    for pair, where in found.items():
        shards[shard_of(pair, len(shards))][pair] = where
    return shards


def _leaves(entries: Sequence[Entry]) -> Iterable[list[object]]:
    for start in range(0, len(entries), _LEAF):
        yield [_shown(entry) for entry in entries[start : start + _LEAF]]


def _shown(entry: Entry) -> list[object]:
    section = " ".join(name for _, name in entry.facets["section"])
    return [entry.address, entry.title, entry.day, section, (*entry.headline[1:], *entry.names), entry.text]


def _facets(entries: Sequence[Entry]) -> dict[str, dict[str, tuple[str, str]]]:
    """kind -> id -> (name, packed numbers of its stories)."""
    kinds: defaultdict[str, defaultdict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for kind, subjects in entry.facets.items():
            for subject in dict.fromkeys(subjects):
                kinds[kind][subject].append(number)
    return {
        kind: {identity: (name, packed(numbers)) for (identity, name), numbers in sorted(subjects.items())}
        for kind, subjects in sorted(kinds.items())
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
