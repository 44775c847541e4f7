import os

from plugins.desk import release


def _release(folder, text):
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text)
    release.write_manifest(folder)


def test_a_switch_replaces_the_old_release_as_a_whole(tmp_path):
    output = tmp_path / "output"
    _release(output, "old")
    (output / "gone.html").write_text("x")
    staging = release.staging_for(output)
    (staging / "index.html").write_text("new")
    release.switch(staging, output)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]
    assert [path.name for path in output.iterdir()] == ["index.html"]


def test_a_folder_with_somebody_elses_files_is_not_ours(tmp_path):
    (tmp_path / "letters").mkdir()
    assert release.is_ours(tmp_path / "letters")
    (tmp_path / "letters/a.txt").write_text("x")
    assert not release.is_ours(tmp_path / "letters")
    assert release.is_ours(tmp_path / "new")


def test_a_release_set_aside_by_a_killed_build_comes_back(tmp_path):
    output = tmp_path / "output"
    _release(tmp_path / "output.old-99999999", "old")
    (tmp_path / "output.new-99999999-abc").mkdir()
    release.sweep(output)
    assert (output / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_what_a_living_build_is_making_is_left_alone(tmp_path):
    mine = tmp_path / f"output.new-{os.getpid()}-abc"
    mine.mkdir()
    release.sweep(tmp_path / "output")
    assert mine.is_dir()


def test_the_manifest_lists_every_file_with_the_hash_of_its_bytes(tmp_path):
    _release(tmp_path / "a", "same")
    _release(tmp_path / "b", "same")
    first, second = ((tmp_path / name / release.MANIFEST).read_bytes() for name in "ab")
    assert first == second
    assert b'"index.html"' in first
