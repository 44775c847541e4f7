"""Characters that are probably slips are doubted by the words of a language model; without one nothing is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk.check import look
from plugins.desk.choosing import choose
from plugins.desk.doubts import model as models
from plugins.desk.doubts.looking import Looker
from plugins.desk.doubts.segmenting import parted
from plugins.newsroom.proofreading.copy import copy_of
from plugins.newsroom.proofreading.rule import DOUBT
from plugins.newsroom.text.placed import Kind
from tests.newsdesk import column, story
from tests.newsroom.proofreading.sheets import registries

WORDS = {
    **dict.fromkeys(("领导", "小组", "要求", "抓紧", "安置", "群众", "工作"), -4.0),
    **dict.fromkeys(("的", "了", "在"), -2.0),
    **{f"安{sign}": -6.0 for sign in "全定排装顿静心"},
    **{f"{sign}安": -6.0 for sign in "平治公保"},
    # An ordinary character is in many words.
    **{
        f"按{first}{second}": -6.5
        for first in "照时期理钮"
        for second in "一二三四五六七八九十百千万上下左右前后内外东西"
    },
}
PAIRS = {("抓紧", "安置"): 1.5, ("安置", "群众"): 1.5}
SLIP = "领导小组要求抓紧按置群众。"


@dataclass(frozen=True)
class Small:
    """A model of a few words; a state is the word before."""

    @property
    def words(self) -> frozenset[str]:
        return frozenset(WORDS)

    def start(self) -> str:
        return ""

    def step(self, state: object, word: str) -> tuple[float, str]:
        return WORDS.get(word, -8.0) + PAIRS.get((str(state), word), 0.0), word


def doubted(text: str, *others: str, names: tuple[str, ...] = (), kind: Kind = Kind.PARAGRAPH) -> list[str]:
    """The characters that are doubted, each with the one that was probably meant."""
    copy = copy_of([(kind, text), *((Kind.PARAGRAPH, other) for other in others)], registries(), names=names)
    return [f"{copy.text[slip.start : slip.end]}{slip.values['right']}" for slip in Looker(Small()).rule().find(copy)]


def test_a_text_is_parted_into_its_likeliest_words():
    assert parted(Small(), "抓紧安置群众的").lengths == (2, 2, 2, 1)
    assert parted(Small(), "抓紧某置").lengths == (2, 1, 1)


def test_a_character_that_breaks_a_word_of_the_same_sound_is_doubted():
    assert doubted(SLIP) == ["按安"]
    assert doubted(SLIP.replace("按", "安")) == []


@pytest.mark.parametrize(
    ("text", "others", "names"),
    [
        ("领导小组要求抓紧某置群众。", (), ()),  # sounds like nothing that fits
        (SLIP, ("抓紧按置群众。",), ()),  # written so twice: a name or a term
        (SLIP, (), ("按置",)),  # a name
        ("抓紧·按置群众。", (), ()),  # within a foreign name
        ("领导小组要求抓紧，按，置群众。", (), ()),
    ],
)
def test_names_terms_and_what_may_be_meant_are_not_doubted(text: str, others: tuple[str, ...], names: tuple[str, ...]):
    assert doubted(text, *others, names=names) == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    excepted = story(f"{SLIP}\n", 校对例外=f"[{{规则: {DOUBT}, 文字: 按置, 理由: 原话}}]")
    return column(
        tmp_path / "content", {"2017/08/20-a/index.md": story(f"{SLIP}\n"), "2017/08/21-b/index.md": excepted}
    )


def test_doubts_are_told_only_on_request_and_are_reminders(content: Path, tmp_path: Path):
    assert look(content).problems == ()
    (told,) = look(content, model=Small()).problems
    assert (told.code, told.is_error, told.place.line, told.place.column, told.edits) == (DOUBT, False, 8, 9, ())
    chosen = choose(content, ["2017/08/21-b"], tmp_path)
    assert look(content, chosen, cache=tmp_path / "cache", model=Small()).problems == ()


def test_a_doubt_can_be_excepted_and_the_exception_is_not_outdated_while_nobody_asks(content: Path):
    assert look(content).exempted == ()
    (told,) = look(content, model=Small()).exempted
    assert (told.code, told.words, told.reason, told.count) == (DOUBT, "按置", "原话", 1)


def test_without_a_model_or_its_reader_there_is_none_and_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(models.NAMED_BY, raising=False)
    assert models.installed(tmp_path) is None
    file = tmp_path / "usr/lib/x/libime/zh_CN.lm"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no model")
    assert models.installed(tmp_path) is None
    monkeypatch.setenv(models.NAMED_BY, str(tmp_path / "none.lm"))
    said: list[str] = []
    assert models.asked_for(said.append) is None
    assert len(said) == 1
    assert "语言模型" in said[0]
