"""Font files for text drawn on images, taken from packages so that the output bytes do not depend on the machine."""

from __future__ import annotations

from importlib.resources import files

HEI = str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc")
HEI_SIMPLIFIED = 2  # index in the collection of the face with mainland Chinese glyphs
SONG = str(files("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf")
