"""Serialises structured data as JSON that is safe inside a script element, whatever its strings contain."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from plugins.newsroom.text.typography import printable

# Ends of scripts and comments (HTML, 4.12.1.3), and characters that end lines in JavaScript but not in JSON.
_UNSAFE = re.compile("[<>&\u2028\u2029]")

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json] | None"


def as_script(data: Json) -> Markup:
    """`data` as JSON without characters that are special to HTML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(printable(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)))
