"""Writes manifest.json, a release's description of itself: its files, which of them may outlive it, and which pages are public.

    files     SHA-256 of every file by its address, sorted
    lasting   rows of files whose names change with their bytes, each row with all that they belong to (`column/ownership`)
    shown     the stories and fixed pages that readers may see

It is read by `desk/delivery` when the release is delivered.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from plugins.newsroom.text.fingerprint import KEY, checksum

from .orders import Order, Orders

Row = tuple[tuple[str, ...], tuple[str, ...]]  # (owners, files)


def manifest(sha256: Mapping[str, str], orders: Orders) -> bytes:
    """The bytes of manifest.json. sha256: of every file but the manifest, by address."""
    files = dict(sorted(sha256.items()))
    listed = json.dumps({"files": files}, ensure_ascii=False, indent=1).removesuffix("\n}")
    lasting, shown = sorted(_rows(list(files), orders)), dict(sorted(orders.shown().items()))
    return f'{listed},\n "lasting": {_on_one_line(lasting)},\n "shown": {_on_one_line(shown)}\n}}\n'.encode()


def declared(orders: Orders) -> str:
    """A fingerprint of what the manifest says beyond the files' checksums."""
    rows = [(order.belongs_to, order.addresses or order.folder) for order in orders if order.belongs_to is not None]
    return checksum(repr((rows, sorted(orders.shown().items()))).encode(), KEY)


def _rows(addresses: Sequence[str], orders: Orders) -> Iterator[Row]:
    """The rows of `lasting`. addresses: of all files, sorted."""
    for order in orders:
        if order.belongs_to is not None:
            yield tuple(sorted(order.belongs_to)), order.addresses or _named_in(order, addresses)


def _named_in(order: Order, addresses: Sequence[str]) -> tuple[str, ...]:
    """The files of an ordered folder that are in a subfolder, which is named after its content."""
    start, end = (bisect_left(addresses, bound) for bound in (order.folder, f"{order.folder}\U0010ffff"))
    return tuple(address for address in addresses[start:end] if "/" in address.removeprefix(order.folder))


def _on_one_line(value: object) -> str:
    """Compact JSON: there may be tens of thousands of rows, and this is many times as fast."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
