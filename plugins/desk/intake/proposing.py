"""Captions and credits that the pictures of a submission carry in themselves, proposed to the grammar. Reading them is left to `handed_in`."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from plugins.desk import handed_in
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Block, Picture, Submission, Table
from plugins.newsroom.text.fingerprint import checksum

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\ud800-\udfff]')  # what no file may be called somewhere
_LONGEST_NAME = 60  # characters


def propose(submission: Submission) -> tuple[Submission, frozenset[str]]:
    """The submission with the words that its pictures carry, and the checksums of those that are marked as generated."""
    generated: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        blocks = _with_words(submission.blocks, Path(folder), generated)
    return replace(submission, blocks=blocks), frozenset(generated)


def _with_words(blocks: Iterable[Block], folder: Path, generated: set[str]) -> tuple[Block, ...]:
    return tuple(_block_with_words(block, folder, generated) for block in blocks)


def _block_with_words(block: Block, folder: Path, generated: set[str]) -> Block:
    if isinstance(block, Picture):
        return _picture_with_words(block, folder, generated)
    if not isinstance(block, Table):
        return block
    rows = (
        tuple(replace(cell, blocks=_with_words(cell.blocks, folder, generated)) for cell in row) for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _picture_with_words(picture: Picture, folder: Path, generated: set[str]) -> Picture:
    """The picture as it came where its file cannot be used: `check` tells that of the story."""
    name = PurePosixPath(_NO_NAME.sub("", picture.name))
    file = folder / f"{name.stem[:_LONGEST_NAME]}{name.suffix[:_LONGEST_NAME]}"
    file.write_bytes(picture.data)
    try:
        (delivered,) = handed_in.receive([file])
    except Refusal:
        return picture
    if delivered.is_generated:
        generated.add(checksum(picture.data))
    return replace(picture, caption=delivered.caption, credit=delivered.credit)
