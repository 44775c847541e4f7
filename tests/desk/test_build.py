"""What a build refuses before it begins."""

from __future__ import annotations

from plugins.desk.build import Assignment, refusal_of
from tests.newsdesk import column


def test_an_address_with_a_password_is_refused_whoever_gives_it_and_is_printed_nowhere(tmp_path, monkeypatch):
    folders = (column(tmp_path / "content"), tmp_path / "output")
    written = "https://zhang:mi-ma@www.example.org/"
    monkeypatch.setenv("PUBLISH_SITE_URL", written)
    asked = {
        "--site-url": Assignment(*folders, written),
        "PUBLISH_SITE_URL": Assignment(*folders, settings="publishconf.py"),
    }
    for name, assignment in asked.items():
        (refusal,) = refusal_of(assignment)
        assert (refusal.code, refusal.place.file) == ("PL45", name)
        assert "mi-ma" not in refusal.message + refusal.advice
    assert refusal_of(Assignment(*folders, "https://www.example.org/")) == ()
