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


def test_a_slip_in_the_settings_stops_plain_pelican_with_a_sentence(tmp_path):
    settings = tmp_path / "settings.py"
    slip = f"from pelicanconf import *\nTHEME = {str(ROOT / 'theme')!r}\nCOLUMN = configured(list_siz=3)\nOUTPUT_PAHT = 1\n"
    settings.write_text(slip, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", str(column(tmp_path / "content")), "-s", str(settings)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "是不是 list_size？" in done.stderr
    assert "是不是 OUTPUT_PATH？" in done.stderr
