"""Whatever Word files are made of, and however they are damaged: no word is lost, none is there twice, nothing fails."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk.submissions import word
from plugins.desk.submissions.gate import Kind, kind_of
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Paragraph, Submission, leaves

from .samples import PNG, docx, p, part, r

RUN = r("@")
BOX = '<w:r><w:pict v:x="1"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>'
TWICE = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
AROUND_RUNS = [
    *(
        "<w:ins>{}</w:ins>",
        "<w:del>{}</w:del>",
        "<w:moveTo>{}</w:moveTo>",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    ),
    *(
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:smartTag>{}</w:smartTag>",
        "<w:unknown>{}</w:unknown>",
        TWICE,
    ),
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:r><w:ruby><w:rt>{0}</w:rt><w:rubyBase>" + RUN + "</w:rubyBase></w:ruby></w:r>",
    FIELD.format("begin") + "{}" + FIELD.format("end"),
    FIELD.format("begin") + FIELD.format("separate") + "{}" + FIELD.format("end"),
    FIELD.format("begin") + "{}",
    "{}" + FIELD.format("end"),
]
AROUND_BLOCKS = [
    *("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>", "<w:ins>{}</w:ins>", TWICE),
    *("<w:del>{}</w:del>", "<w:unknown>{}</w:unknown>", "<w:p>" + BOX + RUN + "</w:p>"),
    "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>" + p("@") + "</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>",
]
SINGLE = [
    *(
        RUN,
        r("@", "<w:vanish/>"),
        "<w:r><w:tab/><w:br/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
        "<w:r><w:sym/></w:r>",
        "<w:proofErr/>",
    ),
    *('<w:r><w:footnoteReference w:id="1"/></w:r>', "<w:r><w:drawing><a:blip r:embed='rId9'/></w:drawing></w:r>"),
]


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=4).map("".join)


def around(frames: list[str]) -> Callable[[st.SearchStrategy[str]], st.SearchStrategy[str]]:
    return lambda inner: st.builds(lambda frame, content: frame.format(content), st.sampled_from(frames), joined(inner))


MARKS = ["", "<w:rPr><w:del/></w:rPr>", '<w:framePr w:dropCap="drop"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>']
LINES = joined(st.recursive(st.sampled_from(SINGLE), around(AROUND_RUNS), max_leaves=8))
PARAGRAPHS = st.builds(lambda mark, line: f"<w:p><w:pPr>{mark}</w:pPr>{line}</w:p>", st.sampled_from(MARKS), LINES)
BODIES = joined(st.recursive(PARAGRAPHS, around(AROUND_BLOCKS), max_leaves=6))


def made(body: str) -> tuple[bytes, list[str]]:
    """A file in which every word is another one, and these words."""
    words = [f"q{number}z" for number in range(body.count("@"))]
    parts = re.split("@", body)
    numbered = "".join(text + said for text, said in zip(parts, (*words, ""), strict=True))
    notes = part("footnotes", f'<w:footnote w:id="1">{p("注")}</w:footnote>')
    targets = {"rId9": ("image", "media/a.png"), "f": ("footnotes", "footnotes.xml")}
    return docx(numbered, targets, {"media/a.png": PNG, "footnotes.xml": notes}), words


def said(submission: Submission) -> str:
    kept = [leaf.text for leaf in leaves(submission.blocks) if isinstance(leaf, Paragraph)]
    return "".join((*kept, *(each.text for each in submission.left_out)))


@settings(deadline=None, max_examples=150)
@given(BODIES)
def test_every_word_is_in_the_story_or_in_the_list_once(body):
    data, words = made(body)
    assert sorted(re.findall("q[0-9]+z", said(word.read("稿件.docx", data)))) == sorted(words)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=20), st.floats(0.5, 1.5))
def test_a_damaged_file_is_read_or_refused_in_one_sentence(body, flips, length):
    data = bytearray(made(body)[0])
    for where, byte in flips:
        data[int(where * (len(data) - 1))] = byte
    refusal = refused(bytes(data[: int(len(data) * length)]))
    assert refusal is None or (len(refusal.problems) == 1 and "\n" not in str(refusal))


def refused(data: bytes) -> Refusal | None:
    try:
        if kind_of("稿件.docx", data) is Kind.WORD:
            word.read("稿件.docx", data)
    except Refusal as refusal:
        return refusal
    return None
