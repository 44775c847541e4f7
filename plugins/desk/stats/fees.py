"""What the office pays for a piece, read from a private YAML file that lies neither in the content nor where Git would take it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

import yaml

from plugins.newsroom.column.pieces import PAID_ROLES, Kind
from plugins.newsroom.findings.refusals import Refusal, reason

_KINDS = tuple(kind.value for kind in Kind)
_SECTIONS, _ROLES = "版块", "身份"
_NOT_IGNORED = 1  # what `git check-ignore` returns for a file that a commit may take; 128 outside of any repository
Rates = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Fees:
    """In yuan. general: by kind; sections, roles: by name, then by kind. What is nowhere is paid with nothing."""

    general: Rates
    sections: Mapping[str, Rates]
    roles: Mapping[str, Rates]

    def rate(self, kind: Kind, section: str, role: str) -> Fraction:
        """For a whole piece: what is written for the role, else for the section, else in general."""
        places = (self.roles.get(role, {}), self.sections.get(section, {}), self.general)
        return next((rates[kind.value] for rates in places if kind.value in rates), Fraction())


def read(file: Path, content: Path, sections: Iterable[str]) -> Fees:
    """The rates in `file`. Refuses a file that others may get to see, and one with anything that is not understood."""
    if _is_exposed(file.resolve(), content.resolve()):
        raise Refusal.of("TK17", file=file)
    try:
        return _Reader(file, tuple(sections)).fees(yaml.load(file.read_text("utf-8-sig"), yaml.BaseLoader))
    except OSError as error:
        raise Refusal.of("TK18", file=file, fault=f"打不开（{reason(error)}）") from None
    except (UnicodeDecodeError, yaml.YAMLError):
        raise Refusal.of("TK18", file=file, fault="不是能读的 YAML（UTF-8）") from None


def _is_exposed(file: Path, content: Path) -> bool:
    if file.is_relative_to(content):
        return True
    try:
        asked = subprocess.run(["git", "-C", file.parent, "check-ignore", "-q", file], capture_output=True, check=False)
    except OSError:  # without Git, or without the folder
        return False
    return asked.returncode == _NOT_IGNORED


class _Reader:
    """Holds what was parsed against what may be written."""

    def __init__(self, file: Path, sections: tuple[str, ...]) -> None:
        self._file, self._sections = file, sections

    def fees(self, parsed: object) -> Fees:
        written = dict(self._entries(parsed, (*_KINDS, _SECTIONS, _ROLES), "整个文件"))
        sections, roles = written.pop(_SECTIONS, ""), written.pop(_ROLES, "")
        return Fees(
            self._rates(written, "整个文件"),
            self._groups(sections, self._sections, _SECTIONS),
            self._groups(roles, PAID_ROLES, _ROLES),
        )

    def _groups(self, parsed: object, known: tuple[str, ...], what: str) -> Mapping[str, Rates]:
        return {name: self._rates(rates, name) for name, rates in self._entries(parsed or {}, known, what)}

    def _rates(self, parsed: object, where: str) -> Rates:
        return {kind: self._money(kind, amount) for kind, amount in self._entries(parsed or {}, _KINDS, where)}

    def _money(self, kind: str, written: object) -> Fraction:
        try:
            amount = Decimal(str(written))
        except InvalidOperation:
            amount = Decimal(-1)
        if not amount.is_finite() or amount < 0:
            self._refuse(f"里“{kind}”后面不是钱数（{written}）")
        return Fraction(amount)

    def _entries(self, parsed: object, known: tuple[str, ...], where: str) -> Iterator[tuple[str, object]]:
        if not isinstance(parsed, dict):
            self._refuse(f"里“{where}”要写成“键: 值”的几行")
        for key, value in parsed.items():
            if key not in known:
                self._refuse(f"里“{where}”没有“{key}”这一项，可以写的有：{'、'.join(known)}")
            yield key, value

    def _refuse(self, fault: str) -> NoReturn:
        raise Refusal.of("TK18", file=self._file, fault=fault)
