"""Whether a file itself says that a machine made its picture. What pages then say is left to `plan`; no pixel is looked at."""

from __future__ import annotations

import re

IS, MAY_BE, SUSPECTED = "1", "2", "3"  # Label of GB 45438-2025, 附录: 属于, 可能为, 疑似为 AI 生成合成内容

# IPTC NewsCodes "Digital Source Type". The whole address stands in XMP (Iptc4xmpExt:DigitalSourceType) and in C2PA
# manifests alike, in all containers as plain text, so it is found wherever it is (ISO 16684-3: packets are found by scanning).
_SOURCES = re.compile(
    rb"cv\.iptc\.org/newscodes/digitalsourcetype/(?:trainedAlgorithmicMedia|compositeWithTrainedAlgorithmicMedia|compositeSynthetic)\b"
)
_CHINESE = re.compile(rb"<TC260:AIGC\b|\bTC260:AIGC=|\bns/AIGC/1\.0/")  # TC260-PG-20258A: XMP, the value is JSON
_LABEL = re.compile(rb"Label(?:&quot;|&#34;|&#x22;|[\s\"':\\])*([1-3])")
_NEAR = 8192  # bytes from the key within which its value stands


def label_in(*pieces: bytes) -> str:
    """IS, MAY_BE or SUSPECTED as the file has it, "" when it says nothing. pieces: the file, its XMP packet unpacked."""
    for piece in pieces:
        if _SOURCES.search(piece):
            return IS
        if found := _CHINESE.search(piece):
            label = _LABEL.search(piece, found.start(), found.start() + _NEAR)
            return label[1].decode() if label else IS
    return ""
