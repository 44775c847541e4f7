"""What somebody did for a story and for the column."""

from __future__ import annotations

from datetime import datetime

from plugins.newsroom.column import column as columns
from plugins.newsroom.story.work import Contributions, Work, contributions_of
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import BODY, column, jpeg, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
FOLDER = "2017/08/20-x"


def _work(tmp_path, byline: str, *photos: str) -> dict[str, Work]:
    """What each did by name. photos: their credits, "" where none is written."""
    shown = "".join(
        f'\n![图]({n}.jpg "{credit}")\n' if credit else f"\n![图]({n}.jpg)\n" for n, credit in enumerate(photos)
    )
    files = {f"{FOLDER}/index.md": story(BODY + shown, 署名=byline)}
    files |= {f"{FOLDER}/{n}.jpg": jpeg() for n in range(len(photos))}
    (brief,) = (
        one for one in columns.load(column(tmp_path / "content", files), NOW).visible if one.source.startswith(FOLDER)
    )
    return dict(zip([person.name for person in brief.people], brief.work, strict=True))


def test_who_wrote_and_who_photographed_is_told_apart(tmp_path):
    assert _work(tmp_path, "记者 张三 文 通讯员 李四 图", "", "") == {
        "张三": Work("记者", ("text",)),
        "李四": Work("通讯员", ("photo",), photos=2),
    }


def test_a_photo_counts_for_whom_its_credit_names(tmp_path):
    done = _work(tmp_path, "首席记者 张三 通讯员 李四 文/图", "张 三 摄", "李四 摄", "张三 李四 摄", "资料图片")
    assert done["张三"] == Work("首席记者", ("text", "photo"), photos=2)
    assert done["李四"] == Work("通讯员", ("text", "photo"), photos=2)


def test_a_drawing_is_no_photo(tmp_path):
    assert _work(tmp_path, "记者 张三", "张三 制图")["张三"] == Work("记者", ("text", "drawing"), drawings=1)


def test_the_record_adds_up_and_puts_the_usual_role_first():
    works = [
        Work("通讯员", ("text",)),
        Work("记者", ("text", "photo"), photos=3),
        Work("记者", ("photo", "video"), photos=1),
        Work("", ("drawing",), drawings=2),
    ]
    assert contributions_of(works) == Contributions(("记者", "通讯员"), texts=2, photos=4, drawings=2, videos=1)
