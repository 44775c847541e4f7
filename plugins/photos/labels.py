"""Whether an original says that a machine drew it: the label must stay with every copy. Reading only, whatever the container."""

from __future__ import annotations

import html
import json
import re

# IPTC NewsCodes, digital source type: drawn by a trained model, in whole or in part. They stand in XMP and in C2PA manifests.
_SOURCE_TYPE = re.compile(
    rb"https?://cv\.iptc\.org/newscodes/digitalsourcetype/"
    rb"(trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia|compositeSynthetic)\b"
)
_TYPE_MARK = b"/digitalsourcetype/"
# GB 45438-2025, annex E: the key AIGC and a JSON object, in XMP, in a PNG text chunk or in EXIF.
_AIGC = re.compile(rb"AIGC[^{}<]{0,160}(\{[^{}]{2,4000}\})")
_AIGC_MARK = b"AIGC"
IS, MAY_BE, SUSPECTED = "1", "2", "3"  # its Label: 属于, 可能为, 疑似为人工智能生成合成内容


def source_type_in(data: bytes) -> str:
    """The digital source type, as an address, of a picture drawn by a machine; "" for all others."""
    at = data.find(_TYPE_MARK)  # much faster than the expression, and most files have none
    found = _SOURCE_TYPE.search(data, max(0, at - 64)) if at >= 0 else None
    return f"http://cv.iptc.org/newscodes/digitalsourcetype/{found[1].decode()}" if found else ""


def aigc_in(data: bytes) -> str:
    """The JSON of the label, to the letter; "" when there is none that can be read."""
    at = data.find(_AIGC_MARK)
    for found in _AIGC.finditer(data, at) if at >= 0 else ():
        text = html.unescape(found[1].decode("utf-8", "replace"))
        if certainty(text):
            return text
    return ""


def certainty(aigc: str) -> str:
    """IS, MAY_BE or SUSPECTED as the JSON of a label has it; "" when it is none."""
    try:
        told = json.loads(aigc)
    except ValueError:
        return ""
    label = str(told.get("Label", "")) if isinstance(told, dict) else ""
    return label if label in (IS, MAY_BE, SUSPECTED) else ""
