"""Our own settings: one typed value, whose slips are sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.site.configuration import Configuration, configured, instant


def test_a_name_nobody_knows_is_an_error_with_the_nearest_one():
    (finding,) = configured(list_siz=5).slips
    assert (finding.code, finding.place.file) == ("PL03", "pelicanconf.py")
    assert "list_size" in finding.advice


def test_the_old_name_of_a_setting_leads_to_the_new_one():
    (finding,) = configured(LIST_SIZE=5).slips
    assert "list_size" in finding.advice


@pytest.mark.parametrize(("values", "kind"), [({"feed_size": "viele"}, "int"), ({"previous": "a"}, "Path、NoneType")])
def test_a_value_of_the_wrong_kind_is_an_error(values, kind):
    (finding,) = configured(**values).slips
    assert finding.code == "PL04"
    assert kind in finding.message


def test_what_is_not_set_has_its_default():
    assert configured(list_size=3) == Configuration(list_size=3)
    assert configured() == Configuration()
    assert configured(cache=Path("x")).slips == ()


def test_an_instant_without_an_offset_is_meant_in_shanghai():
    assert instant("2017-08-16T09:30").isoformat() == "2017-08-16T09:30:00+08:00"
    assert instant("2017-08-16T01:30+00:00") == instant("2017-08-16T09:30")
