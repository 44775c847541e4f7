"""A picture made by a machine says so on the page, whether its editor declared it or its file does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from plugins.photos.inspect import look_at
from plugins.photos.labels import IS, MAY_BE, SUSPECTED, label_in
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
        (_iptc("trainedAlgorithmicMedia"), IS),
        (_iptc("compositeWithTrainedAlgorithmicMedia"), IS),
        (_iptc("digitalCapture"), ""),
        (_iptc("algorithmicMedia"), ""),
        (_chinese("1"), IS),
        (_chinese("2"), MAY_BE),
        (_chinese("3"), SUSPECTED),
        (_chinese("1").replace("&quot;", '"'), IS),
        (PACKET.format(attributes=f'{CHINESE} TC260:AIGC="{VALUE.format("2")}"', inside=""), MAY_BE),
        (PACKET.format(attributes=CHINESE, inside="<TC260:AIGC>?</TC260:AIGC>"), IS),
        (PACKET.format(attributes="", inside=""), ""),
    ],
)
def test_the_label_is_read_in_both_of_its_languages(packet, label):
    assert label_in(packet.encode()) == label


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
    assert original.ai_label == IS


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


def test_a_picture_of_noise_says_nothing():
    assert label_in(Image.effect_noise((400, 400), 90).tobytes(), b"") == ""
