"""QR codes as SVG files."""

from __future__ import annotations

from plugins.newsroom.pages.scan_code import scan_code


def qr(url: str) -> bytes:
    """`url` as an SVG without a size of its own, black on white, with the quiet zone that scanners need."""
    code = scan_code(url)
    side = code.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -.5 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 -.5h{side}v{side}H0z"/><path stroke="#000" d="{code.path}"/></svg>\n'
    ).encode()
