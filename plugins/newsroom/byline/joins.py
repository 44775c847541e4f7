"""Passes that merge or reinterpret neighbouring tokens of a byline: 文 and 图 become 文/图, John and Smith one name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest

from . import words
from .kinds import Body, Finding, Identity, Name, Rank, Single, Token, Tokens, Unread, Wire, Work, turned
from .singles import with_pairs

_NAMELIKE = (Name, Body, Single, Unread)


def joined_up(tokens: Tokens, text: str) -> tuple[Tokens, list[Finding]]:
    """The tokens of `text` after all passes, in order, and the places that are ambiguous."""
    tokens, doubts = _part_names_in_wen(_wires(_names_before_roles(tokens)))
    tokens, more = with_pairs(_given_names(_crafts(tokens)))
    tokens = _nameless_titles(_ranks(_foreign_names(tokens)), text)
    doubts += more + _two_in_one(tokens)
    return _unread_together(_unknown_labels(tokens)), doubts


def _names_before_roles(tokens: Tokens) -> Tokens:
    """本报记者 张忠德通讯员 张艳: an unread word attached to the second of two roles is the name that the first one lacks."""
    result: Tokens = []
    for token, right in zip_longest(tokens, tokens[1:]):
        left = result[-1] if result else None
        if isinstance(token, Unread) and isinstance(left, Identity) and _is_glued_name(token, right):
            token = turned(token, Name)
        result.append(token)
    return result


def _is_glued_name(token: Token, right: Token | None) -> bool:
    is_glued = isinstance(right, Identity) and right.before == ""
    return is_glued and words.is_name(token.text) and words.has_surname(token.text)


def _wires(tokens: Tokens) -> Tokens:
    """新华社 发 is 新华社发."""
    result: Tokens = []
    for token in tokens:
        left = result[-1] if result else None
        if token.text == "发" and isinstance(left, Body) and words.is_outlet(left.text):
            result[-1] = replace(turned(left, Wire), after=token.after)
        else:
            result.append(token)
    return result


def _part_names_in_wen(tokens: Tokens) -> tuple[Tokens, list[Finding]]:
    """冉红政文/图 is a name and 文/图; in 李博文/图 it is ambiguous whether 文 belongs to the name."""
    result: Tokens = []
    doubts: list[Finding] = []
    for token in tokens:
        left = result[-1] if result else None
        if isinstance(left, Name) and left.text.endswith("文") and isinstance(token, Work) and token.before == "/":
            if len(left.text) == 4 and not words.has_compound_surname(left.text):
                middle = left.end - 1
                result[-1] = replace(left, text=left.text[:-1], end=middle, after="")
                result.append(Work("文", middle, left.end, after="/", craft=words.CRAFTS["文"]))
            elif len(left.text) > 2:
                doubts.append(Finding("BL09", left.start, token.end))
        result.append(token)
    return result, doubts


def _crafts(tokens: Tokens) -> Tokens:
    """Crafts with a slash, bar or 、 between them become one: 文/图, 文、图, 文字/图片."""
    result: Tokens = []
    for token in tokens:
        left = result[-1] if result else None
        joins = token.before == "" or token.before.strip() in ("/", "|", "+", "、")
        if joins and isinstance(left, Work) and isinstance(token, Work) and not left.leads:
            craft = words.joined(left.craft, token.craft)
            ends = (left.start, token.end, left.before, token.after)
            result[-1] = Work(craft.printed, *ends, craft=craft, leads=token.leads)
        else:
            result.append(token)
    return result


def _given_names(tokens: Tokens) -> Tokens:
    """诸葛 亮: a compound surname alone is not a name, so the character after the space is the given name."""
    result: Tokens = []
    for token in tokens:
        left = result[-1] if result else None
        is_given = isinstance(token, Single) and token.before and not token.before.strip()
        if is_given and isinstance(left, Name) and _is_given(left.text, token.text):
            result[-1] = replace(left, text=left.text + token.text, end=token.end, after=token.after, note=token.note)
        else:
            result.append(token)
    return result


def _is_given(surname: str, name: str) -> bool:
    return words.is_compound_surname(surname) and words.is_name(surname + name)


def _foreign_names(tokens: Tokens) -> Tokens:
    """Foreign words separated by spaces become one name; some of these names are agencies."""
    result: Tokens = []
    for token in tokens:
        left = result[-1] if result else None
        if left and _continues(left, token):
            text = f"{left.text} {token.text}"
            kind = Body if words.is_outlet(text) else type(left)
            result[-1] = kind(text, left.start, token.end, left.before, token.after, token.note)
        else:
            result.append(token)
    return result


def _continues(left: Token, right: Token) -> bool:
    is_open = isinstance(left, Name) or (isinstance(left, Body) and not words.is_outlet(left.text))
    are_foreign = is_open and isinstance(right, Name) and words.is_foreign(left.text) and words.is_foreign(right.text)
    return are_foreign and not left.note and bool(right.before) and not right.before.strip()


def _ranks(tokens: Tokens) -> Tokens:
    """首席 记者 becomes 首席记者; a rank before anything else is not understood."""
    result: Tokens = []
    for token in reversed(tokens):
        right = result[-1] if result else None
        if not isinstance(token, Rank):
            result.append(token)
        elif isinstance(right, Identity) and not right.org and not right.before.strip():
            result[-1] = replace(right, rank=token.text + right.rank, start=token.start, before=token.before)
        else:
            result.append(token.as_unread())
    return result[::-1]


def _nameless_titles(tokens: Tokens, text: str) -> Tokens:
    """Titles used instead of a name: 本报评论员, and 作者 in 作者供图 or 供图：作者, the author of the story."""
    result: Tokens = []
    for token, right in zip_longest(tokens, tokens[1:]):
        if isinstance(token, Identity) and _stands_for_a_name(result[-1] if result else None, token, right):
            token = replace(turned(token, Body), text="".join(text[token.start : token.end].split()))
        result.append(token)
    return result


def _stands_for_a_name(left: Token | None, title: Token, right: Token | None) -> bool:
    if isinstance(right, _NAMELIKE) and not right.follows_comma:
        return False
    if title.text == "作者":
        is_led = isinstance(left, Work) and left.craft.provided and _must_lead(left)
        return is_led or (isinstance(right, Work) and right.craft.provided and not _must_lead(right))
    return title.text == "评论员"


def _must_lead(work: Work) -> bool:
    return work.leads or work.is_tied_right


def _two_in_one(tokens: Tokens) -> list[Finding]:
    """Doubts: two names without a space between them, names with a spaced dot, compound surnames without a given name."""
    names = [token for token in tokens if isinstance(token, Name)]
    doubts = [Finding("BL07", name.start, name.end) for name in names if words.may_be_two_names(name.text)]
    doubts += [Finding("BL09", name.start, name.end) for name in names if _ends_in_craft(name)]
    doubts += [
        Finding("BL32", token.start, token.end)
        for token in tokens
        if isinstance(token, Identity) and words.may_begin_with_name(token.org)
    ]
    for left, right in pairwise(tokens):
        are_spaced = right.before.strip() == "·" or words.is_compound_surname(left.text)
        if isinstance(left, Name) and isinstance(right, Name) and are_spaced and not right.follows_comma:
            doubts.append(Finding("BL09", left.start, right.end))
    return doubts


def _ends_in_craft(name: Token) -> bool:
    """Whether a name may really end in a craft: 李四图. Few three-character names end in 图."""
    return len(name.text) == 3 and name.text.endswith("图") and not words.has_compound_surname(name.text)


def _unknown_labels(tokens: Tokens) -> Tokens:
    """运营：王五: an unknown label and the names after it are not understood."""
    result: Tokens = []
    is_governed = False
    for token, right in zip_longest(tokens, tokens[1:]):
        is_nameish = isinstance(token, _NAMELIKE)
        starts_label = is_nameish and token.has_colon and right is not None
        is_governed = is_nameish and (is_governed or starts_label)
        result.append(token.as_unread() if is_governed else token)
    return result


def _unread_together(tokens: Tokens) -> Tokens:
    """Merges neighbouring tokens that were not understood into one."""
    result: Tokens = []
    for token in tokens:
        left = result[-1] if result else None
        if isinstance(left, Unread) and isinstance(token, Unread):
            result[-1] = replace(left, end=token.end, after=token.after)
        else:
            result.append(token)
    return result
