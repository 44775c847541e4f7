"""Every published file says what its page says of it, in Chinese, to Pillow and to exiftool; and nothing else of the original."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, IptcImagePlugin

from plugins.newsroom.media.photo import PhotoDetail
from plugins.newsroom.story.credits import credit_of
from plugins.newsroom.story.model import Story
from plugins.photos.cache import Cache
from plugins.photos.imprint import imprint
from plugins.photos.notice import AI, Notice
from plugins.photos.plan import survey
from plugins.photos.production import produce
from plugins.photos.recipe import STANDARD
from plugins.photos.render import encode

from .pictures import Pages, opened, put, saved, scene, story

AIGC = '{"Label":"1","ContentProducer":"某公司","ProduceID":"x-1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}'
TAGS = ("XMP-dc:all", "XMP-photoshop:all", "XMP-xmpRights:all", "XMP-iptcExt:all", "XMP-TC260:all", "IPTC:all")


def told(file: str, credit: str = "张三 摄", **words: object) -> Story:
    """A story with one photo of which it says `words`."""
    plain = story(file)
    return replace(plain, photos=(replace(plain.photos[0], credited=credit_of(credit), **words),))


def published(content: Path, *stories: Story) -> dict[str, bytes]:
    """Every file made for the stories, by address."""
    album, _ = survey(Pages(content, stories))
    jobs = album.jobs([one.source for one in stories])
    made = (produce(job, STANDARD, Cache(content.parent / "cache")) for job in jobs)
    return {shot.rendition.address: data for product in made for shot, data in product.files}


def read_back(folder: Path, files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """What exiftool reads in each file."""
    for address, data in files.items():
        put(folder, address, data)
    ask = [
        "exiftool",
        "-json",
        "-G1",
        "-struct",
        "-r",
        *(f"-{tag}" for tag in TAGS),
        "-GPS:all",
        "-ExifIFD:all",
        "-IFD0:all",
    ]
    said = subprocess.run([*ask, str(folder / "photos")], capture_output=True, text=True, check=True).stdout
    return {Path(entry.pop("SourceFile")).relative_to(folder).as_posix(): entry for entry in json.loads(said)}


@pytest.mark.needs("exiftool")
def test_exiftool_reads_in_every_file_what_the_page_prints(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(700, 500))
    detail = PhotoDetail("01.jpg", licence="仅限本专栏使用")
    files = published(
        tmp_path / "content", told("01.jpg", caption="城墙遗址<东南角> & “夯土”", credit="张三 李四 摄", detail=detail)
    )
    read = read_back(tmp_path, files)
    assert set(read) == set(files)
    for address, said in read.items():
        assert said["XMP-dc:Description"] == "城墙遗址<东南角> & “夯土”"
        assert said["XMP-dc:Creator"] == ["张三", "李四"]
        assert said["XMP-photoshop:Credit"] == said["XMP-dc:Rights"] == "张三 李四 摄"
        assert said["XMP-xmpRights:UsageTerms"] == "仅限本专栏使用"
        if address.endswith(".jpg"):
            assert said["IPTC:By-line"] == ["张三", "李四"]
            assert said["IPTC:Credit"] == said["IPTC:CopyrightNotice"] == "张三 李四 摄"
            assert said["IPTC:Caption-Abstract"] == "城墙遗址<东南角> & “夯土”"


def test_pillow_reads_the_same_words_and_the_same_pixels(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(500, 400))
    one = published(tmp_path / "content", told("01.jpg", caption="签约现场", credit="张三 摄"))
    two = published(tmp_path / "content", told("01.jpg", caption="另一种说明", credit="张三 摄"))
    for first, second in zip(one.values(), two.values(), strict=True):
        assert "签约现场" in opened(first).info["xmp"].decode()
        assert "另一种说明" in opened(second).info["xmp"].decode()
        assert opened(first).tobytes() == opened(second).tobytes()
    assert not set(one) & set(two)


def test_one_photo_with_two_captions_is_rendered_once_and_published_twice(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(500, 400))
    stories = [replace(told("01.jpg", caption=words), source=f"{words}/index.md") for words in ("甲", "乙")]
    album, _ = survey(Pages(tmp_path / "content", tuple(stories)))
    (job,) = album.jobs(one.source for one in stories)
    assert len(job.addresses) == 2 * len({shot.negative for shot in job.shots})
    assert len(produce(job, STANDARD, Cache(tmp_path / "cache")).files) == len(job.addresses)
    assert len([path for path in (tmp_path / "cache").rglob("*") if path.is_file()]) == len(job.addresses) // 2


@pytest.mark.parametrize(
    ("credit", "creators"),
    [("新华社记者 王五 摄", ["王五"]), ("制图 本专栏", ["本专栏"]), ("资料图片", None), ("区委宣传部供图", None)],
)
@pytest.mark.needs("exiftool")
def test_only_who_made_the_picture_is_its_creator(tmp_path: Path, credit: str, creators: list[str] | None) -> None:
    put(tmp_path / "content", "01.jpg", scene(330, 200))
    for said in read_back(tmp_path, published(tmp_path / "content", told("01.jpg", credit=credit))).values():
        assert said.get("XMP-dc:Creator") == creators
        assert said["XMP-photoshop:Credit"] == credit


def test_what_is_too_long_for_iptc_stands_in_xmp_alone(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(330, 200))
    credit = "欧阳一 欧阳二 欧阳三 欧阳四 摄"
    for address, data in published(tmp_path / "content", told("01.jpg", credit=credit)).items():
        assert f"<photoshop:Credit>{credit}<" in opened(data).info["xmp"].decode()
        if address.endswith(".jpg"):
            iptc = IptcImagePlugin.getiptcinfo(opened(data))
            assert (2, 110) not in iptc
            assert iptc[2, 116].decode() == credit


XMP_LABEL = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{}</TC260:AIGC></rdf:Description>'
    "</rdf:RDF></x:xmpmeta>"
)


def labelled(how: str) -> bytes:
    """A picture with an AI label as generators write it."""
    picture = scene(330, 200)
    if how == "png text":
        from PIL.PngImagePlugin import PngInfo

        chunks = PngInfo()
        chunks.add_text("AIGC", AIGC.encode().decode("latin-1"))
        return saved(picture, "PNG", pnginfo=chunks)
    if how == "exif":
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + f'{{"AIGC":{AIGC}}}'.encode()
        return saved(picture, "JPEG", exif=exif)
    words = {"xmp": AIGC, "escaped xmp": AIGC.replace('"', "&quot;")}[how]
    return saved(picture, "JPEG", xmp=XMP_LABEL.format(words).encode())


@pytest.mark.parametrize("how", ["xmp", "escaped xmp", "exif", "png text"])
def test_the_label_of_the_original_is_kept_to_the_letter(tmp_path: Path, how: str) -> None:
    name = "01.png" if how == "png text" else "01.jpg"
    put(tmp_path / "content", name, labelled(how))
    for data in published(tmp_path / "content", told(name)).values():
        words = opened(data).info["xmp"].decode()
        assert f"<TC260:AIGC>{AIGC}</TC260:AIGC>" in words
        assert f"<Iptc4xmpExt:DigitalSourceType>{AI}<" in words


@pytest.mark.needs("exiftool")
def test_a_source_type_is_kept_and_a_declared_one_written(tmp_path: Path) -> None:
    kind = AI.replace("trained", "compositeWithTrained")
    put(tmp_path / "content", "01.jpg", saved(scene(330, 200), "JPEG", xmp=f"<x Type='{kind}'/>".encode()))
    put(tmp_path / "content", "02.jpg", scene(331, 200))
    for name, wanted in (("01.jpg", kind), ("02.jpg", AI)):
        read = read_back(tmp_path / name, published(tmp_path / "content", told(name, ai_generated=True)))
        assert {said["XMP-iptcExt:DigitalSourceType"] for said in read.values()} == {wanted}


def test_a_label_nobody_declared_shows_on_the_page_and_is_told_to_the_editor(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", labelled("xmp"))
    album, problems = survey(Pages(tmp_path, (story("01.jpg"),)))
    assert album.figures["index.md"][0].use.ai_generated
    assert "PH21" in [found.code for found in problems]
    _, problems = survey(Pages(tmp_path, (told("01.jpg", ai_generated=True),)))
    assert "PH21" not in [found.code for found in problems]


@pytest.mark.parametrize(
    "words", ["AIGC", "AIGC {}", 'AIGC:{"Label":"7"}', "AIGC={Label:1}", "/digitalsourcetype/digitalCapture"]
)
def test_what_only_looks_like_a_label_is_none(tmp_path: Path, words: str) -> None:
    put(tmp_path, "01.jpg", saved(scene(330, 200), "JPEG", comment=words.encode()))
    album, _ = survey(Pages(tmp_path, (story("01.jpg"),)))
    assert not album.figures["index.md"][0].use.ai_generated


PLAIN = {
    encoding.media_type: encode(Image.new("RGB", (64, 48), "teal"), encoding, 60) for encoding in STANDARD.encodings
}


@given(st.text(max_size=300), st.text(max_size=60), st.sampled_from(sorted(PLAIN)))
@settings(max_examples=60)
def test_no_caption_breaks_a_file(caption: str, credit: str, media_type: str) -> None:
    from xml.etree import ElementTree

    caption = caption.encode("utf-8", "ignore").decode()
    credit = credit.encode("utf-8", "ignore").decode()
    file = opened(
        imprint(PLAIN[media_type], media_type, Notice(caption, credit, creators=tuple(credit_of(credit).names)))
    )
    assert file.tobytes() == opened(PLAIN[media_type]).tobytes()
    ElementTree.fromstring(file.info["xmp"])


def test_a_file_that_is_not_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="JFIF"):
        imprint(b"GIF89a", "image/jpeg", Notice("", ""))
    bare = saved(Image.new("RGB", (64, 48)), "AVIF")
    with pytest.raises(ValueError, match="placeholder"):
        imprint(bare, "image/avif", Notice("", ""))
