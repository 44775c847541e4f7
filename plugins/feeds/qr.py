"""Addresses as QR codes that phones read from a screen or from paper (ISO/IEC 18004)."""

from __future__ import annotations

import io


def qr(url: str) -> bytes:
    """`url` as an SVG without a size of its own, dark on nothing, with the quiet zone that scanners need."""
    import segno  # noqa: PLC0415  a build without new codes needs it not

    buffer = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        buffer, kind="svg", omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return buffer.getvalue()
