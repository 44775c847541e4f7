"""Pages of `docs/` in the preview: in whatever frame there is, and nothing from elsewhere."""

from __future__ import annotations

import pytest

from plugins.desk.preview import handbook, pages

FRAME = '<html><head><title>某专栏</title></head><body><nav>导航</nav><main id="main">没有</main><footer>页脚</footer></body></html>'


@pytest.mark.parametrize("frame", [FRAME, pages.NOT_FOUND])
def test_the_page_takes_the_place_of_the_main_part(frame):
    page = handbook.shown("codes/BD03.md", frame)
    assert "<title>BD03 图片不能用 &lt;img&gt; 来写</title>" in page
    assert page.count("<main") == page.count("</main>") == page.count("<h1") == 1
    assert "没有</main>" not in page
    assert ("导航" in page, "页脚" in page) == ("导航" in frame, "页脚" in frame)


@pytest.mark.parametrize("name", ["codes/XX01.md", "../README.md", "../tasks.py", "codes", "", "schema/head.json"])
def test_what_is_no_page_of_ours_is_not_shown(name):
    assert handbook.shown(name, FRAME) == ""
