"""Compiled templates shared between Pelican's generators: each has a Jinja environment of its own, with equal settings."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache


class SharedBytecode(BytecodeCache):
    """Bytecode in memory, for one build. Every template is compiled once instead of once a generator."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()
