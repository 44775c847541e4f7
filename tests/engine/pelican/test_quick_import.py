"""Pelican starts without what nobody uses of it, and leaves no trace of what stood in for it."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.newsdesk import ROOT

_PROGRAM = """
import json, sys
if {early!r}: __import__({early!r})
from plugins.engine.pelican import quick_import
quick_import.import_pelican()
heavy = [name for name in ("docutils", "rich", "watchfiles", "dateutil", "ssl", "email.message", "importlib.metadata") if name in sys.modules]
import dateutil.parser, importlib.metadata, pelican.server, rich.console, docutils.core, watchfiles
from importlib import metadata
real = [metadata.version("pelican")[:1], str(dateutil.parser.parse("2017-08-16").year), pelican.server.RootedHTTPServer.__mro__[1].__name__]
print(json.dumps([heavy, real, type(watchfiles).__name__, pelican.Pelican.__module__]))
"""


def _said(early: str = "") -> list[object]:
    command = [sys.executable, "-c", _PROGRAM.format(early=early)]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def test_what_nobody_uses_is_not_loaded_and_can_be_loaded_afterwards():
    heavy, real, kind, where = _said()
    assert heavy == []
    assert real == ["4", "2017", "HTTPServer"]
    assert (kind, where) == ("module", "pelican")


def test_what_was_loaded_before_stays():
    assert "dateutil" in _said("dateutil.parser")[0]
