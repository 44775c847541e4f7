import re
from pathlib import Path

import pytest

from plugins.newsroom.findings import catalogue
from plugins.newsroom.findings.catalogue import DOMAINS, messages, problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.report import as_text

MESSAGES = {code: message for domain in DOMAINS for code, message in messages(domain).items()}


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_table_has_the_codes_of_its_domain_and_no_others(domain):
    """So no code can stand in two tables."""
    assert messages(domain)
    assert {code[:2] for code in messages(domain)} == {domain}


def test_every_table_is_the_table_of_one_domain():
    modules = {file.stem for file in Path(catalogue.__file__).parent.glob("*.py")} - {"__init__", "message"}
    assert sorted(DOMAINS.values()) == sorted(modules)


def test_an_unknown_code_is_a_slip_of_ours():
    for code in ("ST999", "XX01"):
        with pytest.raises(KeyError):
            problem(code, Place("content/a.md"))


def test_every_message_can_be_printed_with_its_example():
    for code, message in MESSAGES.items():
        made = problem(code, Place("content/a.md", 1, 1, 1, "标题"), message.example)
        assert code in as_text([made])
        assert "{" not in made.message + made.advice or "{" in str(message.example)
        assert made.message[-1] not in "。.，"
        assert made.advice


def test_every_advice_ends_as_a_sentence():
    for code, message in MESSAGES.items():
        advice = message.advice.format(**message.example)
        assert advice.rstrip().endswith(("。", "？", "）", "”")) or advice.rstrip()[-1].isascii(), code


def test_no_message_uses_a_word_of_engineers_without_saying_what_it_means():
    """In brackets stands what the plain words beside them are called; in quotes, what a menu calls it."""
    foreign = re.compile(r"YAML|BOM|\bLF\b|UTF|GB18030|HTML|Markdown|JPEG|HEIC|\bid\b|slug|字节|控制字符")
    for code, message in MESSAGES.items():
        if not code.startswith("PL"):  # the machine's own, for an engineer
            words = re.sub(r"（[^）]*）|“[^”]*”|\{[^}]*\}", "", message.text + message.advice)
            assert not foreign.search(words), code
