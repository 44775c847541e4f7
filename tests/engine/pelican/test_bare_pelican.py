"""Plain `pelican`, without our tasks: the same gate, the same sentences, nothing written."""

from __future__ import annotations

import subprocess
import sys

from tests.newsdesk import ROOT, column, story


def _pelican(content, output):
    command = [sys.executable, "-m", "pelican", str(content), "-s", "pelicanconf.py", "-o", str(output)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_a_bad_story_stops_plain_pelican_with_the_same_sentence(tmp_path):
    done = _pelican(column(tmp_path / "content", {"2017/08/20-a/index.md": story(标题=None)}), tmp_path / "output")
    assert done.returncode == 1
    assert "ST01 缺少标题" in done.stderr
    assert not (tmp_path / "output").exists()


def test_a_good_column_is_built_by_plain_pelican(tmp_path):
    done = _pelican(column(tmp_path / "content"), tmp_path / "output")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output/2017/08/haogao/index.html").is_file()
