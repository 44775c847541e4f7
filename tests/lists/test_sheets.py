from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.pages.listing import Listing, sheets


def _listing(number):
    """`number` stories, newest first: the story called 1 is the oldest."""
    return Listing("section", "x", "某版块", "section/x/", tuple(range(number, 0, -1)))


@given(st.integers(1, 200), st.integers(1, 30))
def test_every_story_stands_on_exactly_one_sheet_in_order(number, size):
    cut = sheets(_listing(number), size)
    assert [story for sheet in cut for story in sheet.stories] == list(range(number, 0, -1))


@given(st.integers(1, 200), st.integers(1, 30))
def test_a_new_story_changes_no_older_sheet(number, size):
    before = {sheet.address: sheet.stories for sheet in sheets(_listing(number), size)[1:]}
    after = {sheet.address: sheet.stories for sheet in sheets(_listing(number + 1), size)[1:]}
    assert before.items() <= after.items()


def test_the_newest_sheet_stands_at_the_lists_own_address_and_is_linked_with_its_neighbours():
    newest, middle, oldest = sheets(_listing(7), 2)
    assert (newest.address, newest.number, newest.of, newest.newer) == ("section/x/", 3, 3, "")
    assert (middle.newer, middle.older) == (newest.address, oldest.address)
    assert (oldest.address, oldest.older, oldest.stories) == ("section/x/page/1/", "", (2, 1))


def test_a_short_list_is_one_sheet():
    (only,) = sheets(_listing(3), 20)
    assert (only.address, only.newer, only.older) == ("section/x/", "", "")
