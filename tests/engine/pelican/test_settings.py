from pelican.settings import DEFAULT_CONFIG

from plugins.engine.pelican.pelican_class import instant
from plugins.engine.pelican.settings import OWN, complete


def test_a_setting_nobody_knows_is_an_error_with_the_nearest_name():
    (finding,) = complete({**DEFAULT_CONFIG, "LIST_SIZ": 5}, "pelicanconf.py")
    assert finding.code == "PL03"
    assert "LIST_SIZE" in finding.advice


def test_a_setting_of_the_wrong_kind_is_an_error():
    (finding,) = complete({**DEFAULT_CONFIG, "FEED_SIZE": "viele"}, "pelicanconf.py")
    assert finding.code == "PL04"


def test_what_is_not_set_has_its_default():
    settings = dict(DEFAULT_CONFIG)
    assert complete(settings, "pelicanconf.py") == ()
    assert {name: settings[name] for name in OWN} == {name: default for name, (_, default) in OWN.items()}


def test_an_instant_without_an_offset_is_meant_in_shanghai():
    assert instant("2017-08-16T09:30").isoformat() == "2017-08-16T09:30:00+08:00"
    assert instant("2017-08-16T01:30+00:00") == instant("2017-08-16T09:30")
