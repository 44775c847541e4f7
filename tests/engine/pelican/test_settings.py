"""Which settings there are: Pelican's names, and two of ours."""

from __future__ import annotations

from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.engine.pelican.settings import OWN, unknown
from tests.newsdesk import ROOT


def test_a_setting_nobody_knows_is_an_error_with_the_nearest_name():
    (finding,) = unknown({**DEFAULT_CONFIG, "OUTPUT_PAHT": "x"})
    assert finding.code == "PL03"
    assert "OUTPUT_PATH" in finding.advice


def test_no_more_than_two_names_are_ours():
    settings = read_settings(str(ROOT / "pelicanconf.py"))
    assert unknown(settings) == ()
    ours = set(settings) - set(DEFAULT_CONFIG)
    assert ours & set(OWN) == {"COLUMN"}
    assert len(OWN) <= 2
