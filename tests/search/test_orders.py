"""Which indexes there are and on what they depend: one a year, of what readers may see."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from plugins.newsroom.column import column as columns
from plugins.newsroom.text.dates import SHANGHAI
from plugins.search import FEATURE
from plugins.search.ordering import cut
from tests.newsdesk import story
from tests.sites import ordered, site
from tests.writers import Written

from . import varied
from .conftest import HIDDEN

NOW = datetime(2017, 9, 1, 8, tzinfo=SHANGHAI)


class Folders(Written):
    """Folders that were offered, made at once."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: dict[str, Mapping[str, bytes]] = {}

    def offer_folder(
        self,
        address: str,
        make: Callable[[], Mapping[str, bytes]],
        depends: Iterable[str],
        stage: str,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        self.folders[address], self.depends[address] = make(), tuple(depends)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = varied.write(tmp_path_factory.mktemp("orders"), varied.tales(40))
    for name, text in HIDDEN.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _ordered(content: Path, preview: bool = False) -> Folders:
    return ordered(FEATURE, site(columns.load(content, NOW, preview=preview)), Folders())


def test_every_year_has_an_index_of_its_own(content: Path) -> None:
    written = _ordered(content)
    assert list(written.folders) == [f"search/index/{year}/" for year in (2017, 2016, 2015)]
    assert written.pages["search/index.html"][1] == {"years": (2017, 2016, 2015), "volumes": ("2017", "2016", "2015")}


def test_a_year_with_many_stories_is_several_volumes_and_a_new_story_changes_the_last_alone(content: Path) -> None:
    briefs = columns.load(content, NOW).visible
    before, after = cut(briefs[1:], 4), cut(briefs, 4)
    assert [brief for name in reversed(after) for brief in after[name]] == list(briefs[::-1])
    assert all(
        len(found) <= 4 and {name[:4]} == {str(one.published.year) for one in found} for name, found in after.items()
    )
    assert {name for name in after if after[name] != before.get(name)} == {next(iter(after))}
    assert any(name.endswith("-2") for name in after)


def test_hidden_stories_are_in_no_file(content: Path) -> None:
    words = b"".join(data for files in _ordered(content).folders.values() for data in files.values()).decode()
    assert varied.PEOPLE[0] in words
    assert "藏起来" not in words
    assert "看不见" not in words


def test_all_but_the_table_lies_in_a_folder_named_after_what_it_holds(content: Path) -> None:
    for files in _ordered(content).folders.values():
        edition = json.loads(files["table.json"])["edition"]
        assert {name.split("/")[0] for name in files} == {"table.json", edition}


def test_two_makings_give_the_same_bytes(content: Path) -> None:
    assert _ordered(content).folders == _ordered(content).folders


def test_a_new_story_asks_for_the_index_of_its_year_alone(content: Path, tmp_path: Path) -> None:
    before = _ordered(content)
    new = content / "2016/05/09-xin/index.md"
    new.parent.mkdir(parents=True)
    new.write_text(story(标题="新来的", 日期="2016-05-09", 署名="文/本专栏"), encoding="utf-8")
    after = _ordered(content)
    new.unlink()
    assert {name for name in after.depends if after.depends[name] != before.depends[name]} == {"search/index/2016/"}
    assert after.folders["search/index/2017/"] == before.folders["search/index/2017/"]


def test_a_preview_has_a_page_that_says_so_and_no_index(content: Path) -> None:
    written = _ordered(content, preview=True)
    assert list(written.pages) == ["search/index.html"]
    assert not written.folders


def test_a_column_without_stories_has_no_search(tmp_path: Path) -> None:
    written = _ordered(varied.write(tmp_path, []))
    assert not written.pages
    assert not written.folders


def test_two_people_of_one_name_are_two_choices(tmp_path: Path) -> None:
    content = varied.write(tmp_path, varied.tales(2))
    homes = {"zhang-wei-1": ("beixiajie", "北下街"), "zhang-wei-2": ("nancao", "南曹乡")}
    people = "".join(f"- {{标识: {who}, 名称: 张伟, 单位: {unit}}}\n" for who, (unit, _) in homes.items())
    (content / "data/people.yaml").write_text(people, encoding="utf-8")
    for who, (_, home) in homes.items():
        path = content / f"2014/05/02-{who}/index.md"
        path.parent.mkdir(parents=True)
        path.write_text(story("正文。\n", 日期="2014-05-02", 署名=f"记者 张伟（{home}）"), encoding="utf-8")
    table = json.loads(_ordered(content).folders["search/index/2014/"]["table.json"])
    named = {who: name for who, (name, _) in table["facets"]["person"].items()}
    assert named == {"zhang-wei-1": "张伟（北下街）", "zhang-wei-2": "张伟（南曹乡）"}
    assert len({numbers for _, numbers in table["facets"]["person"].values()}) == 2
