"""A picture made by a machine says so on the page, whether its editor declared it or its file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import PngImagePlugin

from plugins.photos.inspect import look_at
from plugins.photos.labels import IS, MAY_BE, SUSPECTED, aigc_in, certainty, source_type_in
from plugins.photos.plan import figures
from plugins.photos.recipe import STANDARD

from .pictures import put, saved, scene, story

SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    "<rdf:Description {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
)
IPTC = 'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="{}"'
CHINESE = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"'
VALUE = "{{&quot;Label&quot;:&quot;{}&quot;,&quot;ContentProducer&quot;:&quot;x&quot;}}"


def _iptc(word: str) -> str:
    return PACKET.format(attributes=IPTC.format(SOURCE + word), inside="")


def _chinese(label: str) -> str:
    return PACKET.format(attributes=CHINESE, inside=f"<TC260:AIGC>{VALUE.format(label)}</TC260:AIGC>")


@pytest.mark.parametrize(
    ("packet", "label"),
    [
        (_chinese("1"), IS),
        (_chinese("2"), MAY_BE),
        (_chinese("3"), SUSPECTED),
        (_chinese("1").replace("&quot;", '"'), IS),
        (PACKET.format(attributes=f'{CHINESE} TC260:AIGC="{VALUE.format("2")}"', inside=""), MAY_BE),
        (PACKET.format(attributes=CHINESE, inside="<TC260:AIGC>?</TC260:AIGC>"), ""),
        (PACKET.format(attributes="", inside=""), ""),
    ],
)
def test_the_chinese_label_says_how_certain_it_is(packet, label):
    assert certainty(aigc_in(packet.encode())) == label


@pytest.mark.parametrize(
    ("word", "is_label"),
    [
        ("trainedAlgorithmicMedia", True),
        ("compositeWithTrainedAlgorithmicMedia", True),
        ("digitalCapture", False),
        ("algorithmicMedia", False),
    ],
)
def test_only_sources_with_a_trained_machine_are_labels(word, is_label):
    assert bool(source_type_in(_iptc(word).encode())) is is_label


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP", "PNG", "AVIF"])
@pytest.mark.parametrize("packet", [_iptc("trainedAlgorithmicMedia"), _chinese("1")], ids=["iptc", "gb45438"])
def test_the_label_is_found_in_every_format(file_format, packet, tmp_path):
    name = f"01.{file_format.lower().replace('jpeg', 'jpg')}"
    options = {"xmp": packet.encode()}
    if file_format == "PNG":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_itxt("XML:com.adobe.xmp", packet, zip=True)
        options = {"pnginfo": chunks}
    put(tmp_path, name, saved(scene(700, 500), file_format, **options))
    original, _ = look_at(tmp_path, name, STANDARD.limits)
    assert original is not None
    assert original.is_labelled


def test_a_signed_history_of_the_picture_is_understood_too(tmp_path):
    """C2PA keeps its manifest in APP11 segments of a JPEG; the source type stands in it as plain text."""
    claim = (
        b"JP\0\1" + bytes(8) + b"jumb" + b"qdigitalSourceTypexF" + f"{SOURCE}trainedAlgorithmicMedia".encode() + b"\xa0"
    )
    data = saved(scene(700, 500), "JPEG")
    segment = b"\xff\xeb" + (len(claim) + 2).to_bytes(2, "big") + claim
    put(tmp_path, "01.jpg", data[:2] + segment + data[2:])
    original, _ = look_at(tmp_path, "01.jpg", STANDARD.limits)
    assert original is not None
    assert original.is_labelled


def _planned(folder: Path, packet: str):
    put(folder, "01.jpg", saved(scene(700, 500), "JPEG", xmp=packet.encode()))
    (figure,), problems = figures(story("01.jpg"), folder)
    return figure, [problem.code for problem in problems]


def test_what_the_file_says_goes_on_the_page_and_the_editor_is_told(tmp_path):
    figure, codes = _planned(tmp_path, _chinese("1"))
    assert figure.use.ai_generated
    assert codes == ["PH21"]


def test_a_mere_suspicion_is_left_to_the_editor(tmp_path):
    figure, codes = _planned(tmp_path, _chinese("3"))
    assert not figure.use.ai_generated
    assert codes == ["PH22"]


def test_a_plain_photo_says_nothing(tmp_path):
    figure, codes = _planned(tmp_path, _iptc("digitalCapture"))
    assert not figure.use.ai_generated
    assert codes == []
