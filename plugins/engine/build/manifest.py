"""What a release says of itself in manifest.json: its files, which of them may outlive it, and what may be seen in it.

    files     SHA-256 of every file by its address, sorted
    lasting   rows of files whose names change with their bytes, each row with all that they belong to (`newsroom/lasting`)
    shown     the stories and standing pages that readers may see

Who reads it on the way to readers is `desk/delivery`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from plugins.newsroom.text.fingerprint import KEY, checksum

from .orders import Order, Orders

Row = tuple[tuple[str, ...], tuple[str, ...]]  # to what they belong, files


def manifest(sha256: Mapping[str, str], orders: Orders) -> bytes:
    """sha256: of every file but the manifest, by address."""
    files = dict(sorted(sha256.items()))
    listed = json.dumps({"files": files}, ensure_ascii=False, indent=1).removesuffix("\n}")
    lasting, shown = sorted(_rows(list(files), orders)), dict(sorted(orders.shown().items()))
    return f'{listed},\n "lasting": {_on_one_line(lasting)},\n "shown": {_on_one_line(shown)}\n}}\n'.encode()


def declared(orders: Orders) -> str:
    """A text that changes whenever the manifest would say something else of the same files."""
    rows = [(order.belongs_to, order.addresses or order.folder) for order in orders if order.belongs_to is not None]
    return checksum(repr((rows, sorted(orders.shown().items()))).encode(), KEY)


def _rows(addresses: Sequence[str], orders: Orders) -> Iterator[Row]:
    """addresses: of all files, sorted."""
    for order in orders:
        if order.belongs_to is not None:
            yield tuple(sorted(order.belongs_to)), order.addresses or _named_in(order, addresses)


def _named_in(order: Order, addresses: Sequence[str]) -> tuple[str, ...]:
    """The files of a folder that lie in a further folder, which is named after what it holds."""
    start, end = (bisect_left(addresses, bound) for bound in (order.folder, f"{order.folder}\U0010ffff"))
    return tuple(address for address in addresses[start:end] if "/" in address.removeprefix(order.folder))


def _on_one_line(value: object) -> str:
    """There may be ten thousands of rows, and this is many times as fast."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
