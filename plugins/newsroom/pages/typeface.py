"""The typefaces in which writing on pictures is drawn: they come as packages, so that the bytes do not depend on the machine."""

from __future__ import annotations

from importlib.resources import files

HEI = str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc")
HEI_SIMPLIFIED = 2  # which of the faces in the file has the forms of mainland China
SONG = str(files("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf")
