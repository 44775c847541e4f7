"""The task `stats`: counts what was published, prints the tables and writes them where that is wished."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plugins.desk import progress
from plugins.newsroom.column import column as columns
from plugins.newsroom.column.counting import By
from plugins.newsroom.findings.refusals import Refusal

from . import fees, plain
from .report import Report, report_on
from .span import Span


def stats(content: Path, span: Span, which: tuple[By, ...], rates: Path | None, now: datetime) -> Report:
    """Count the stories of `content` that readers may see at `now`. rates: the file with the fees, None for none."""
    if not content.is_dir():
        raise Refusal.of("TK30", content=content)
    with progress.shown() as show:
        read = columns.load(content.resolve(), now, progress=show)
    paid = fees.read(rates, content, (section.name for section in read.registries.sections)) if rates else None
    return report_on(read, span, which, paid.rate if paid else None)


def put_out(report: Report, csv: Path | None, xlsx: Path | None) -> None:
    """Print the report, and write it to these files."""
    sys.stdout.write(plain.as_text(report))
    files: Mapping[Path, bytes] = {}
    if csv:
        files = {**files, csv: plain.as_csv(report)}
    if xlsx:
        from .workbook import as_xlsx  # noqa: PLC0415  openpyxl takes longer to import than most counts take

        files = {**files, xlsx: as_xlsx(report)}
    for file, data in files.items():
        file.write_bytes(data)
        print(f"已写好：{file}")
