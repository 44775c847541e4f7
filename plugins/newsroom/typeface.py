"""The typeface in which writing on pictures is drawn: it comes as a package, so that the bytes do not depend on the machine."""

from __future__ import annotations

from importlib.resources import files

FILE = str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc")
SIMPLIFIED = 2  # which of the faces in the file has the forms of mainland China
