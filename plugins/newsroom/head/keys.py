"""The form sheet of a head: which keys there are, in Chinese and English, and what shape each takes. What values may say is left to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Key:
    """One key. kind: "line" (a text), "list" (texts), "records" (a list of mappings) or "map" (mappings by name).

    sentences: a list of sentences, so that one line is one item and never split; people: the items are names, in
    which a space inside a two-character name is only typography; wraps: the text may be written over several lines;
    is_prose: the text is printed as running text, in which a # is a sign like any other; is_hashed: the items may be
    written as social media do, #城墙#, and lose those signs.
    """

    name: str
    alias: str
    kind: str = "line"
    sentences: bool = False
    people: bool = False
    wraps: bool = False
    is_prose: bool = False
    is_hashed: bool = False


KEYS = (
    Key("标题", "title", is_prose=True),
    Key("引题", "kicker", is_prose=True),
    Key("副题", "deck", "list", sentences=True, is_prose=True),
    Key("日期", "date"),
    Key("版块", "section"),
    Key("署名", "byline"),
    Key("来源", "source"),
    Key("原文", "original"),
    Key("单位", "units", "list"),
    Key("项目", "projects", "list"),
    Key("话题", "tags", "list", is_hashed=True),
    Key("摘要", "summary", wraps=True, is_prose=True),
    Key("封面", "cover"),
    Key("网址", "slug"),
    Key("旧址", "aliases", "list"),
    Key("状态", "status"),
    Key("撤稿说明", "withdrawal_reason", wraps=True, is_prose=True),
    Key("撤稿日期", "withdrawal_date"),
    Key("下线", "expires"),
    Key("责编", "editor", "list", people=True),
    Key("校对", "proofreader", "list", people=True),
    Key("审核", "reviewer", "list", people=True),
    Key("审签", "sign_off", "records"),
    Key("更正", "corrections", "records"),
    Key("图片", "photos", "map"),
)
FILE = "文件"  # names the photo where 图片 is written as a list
RECORD_KEYS: Mapping[str, tuple[Key, ...]] = MappingProxyType(
    {
        "审签": (Key("环节", "stage"), Key("姓名", "name"), Key("时间", "time"), Key("文本指纹", "fingerprint")),
        "更正": (Key("日期", "date"), Key("说明", "text", wraps=True, is_prose=True)),
        "图片": (
            Key("说明", "caption", wraps=True, is_prose=True),
            Key("署名", "credit"),
            Key("替代文字", "alt", wraps=True, is_prose=True),
            Key("焦点", "focus", "list"),
            Key("许可", "licence", is_prose=True),
            Key("到期", "expires"),
            Key("AI生成", "ai_generated"),
            Key(FILE, "file"),
        ),
    }
)
_MEANT = {  # words that editors of other systems bring along; what is to be written for some of them says `foreign`
    **dict.fromkeys(("作者", "记者", "通讯员", "文图", "author", "authors", "writer"), "署名"),
    **dict.fromkeys(("时间", "发布时间", "发稿时间", "发布日期", "发稿日期", "time", "pubdate"), "日期"),
    **dict.fromkeys(("publishdate", "publish_date", "published_at", "created", "created_at"), "日期"),
    **dict.fromkeys(("栏目", "分类", "板块", "频道", "category", "categories"), "版块"),
    **dict.fromkeys(("标签", "关键词", "关键字", "keyword", "keywords", "tag", "topics"), "话题"),
    **dict.fromkeys(("题目", "正题", "主题", "主标题", "大标题", "headline"), "标题"),
    **dict.fromkeys(("肩题", "眉题"), "引题"),
    **dict.fromkeys(("副标题", "subtitle"), "副题"),
    **dict.fromkeys(("导语", "提要", "简介", "描述", "description", "abstract", "excerpt", "intro", "lead"), "摘要"),
    **dict.fromkeys(("责任编辑", "编辑"), "责编"),
    **dict.fromkeys(
        ("原文链接", "原文地址", "链接", "canonical", "canonicalurl", "canonical_url", "source_url"), "原文"
    ),
    **dict.fromkeys(("稿源", "出处"), "来源"),
    "撤稿时间": "撤稿日期",
    "撤稿原因": "撤稿说明",
    **dict.fromkeys(("照片", "配图", "gallery"), "图片"),
    **dict.fromkeys(("image", "images", "img", "thumbnail", "thumb", "banner", "feature", "featured", "photo"), "封面"),
    **dict.fromkeys(("featured_image", "feature_image", "cover_image", "top_img", "header_image", "index_img"), "封面"),
    **dict.fromkeys(("permalink", "url", "path", "abbrlink"), "网址"),
    **dict.fromkeys(("alias", "redirect_from"), "旧址"),
    **dict.fromkeys(("draft", "published", "hidden", "private", "unlisted", "password"), "状态"),
    **dict.fromkeys(("expirydate", "expiry_date", "unpublishdate", "expire"), "下线"),
    **dict.fromkeys(
        ("updated", "update", "updated_at", "lastmod", "modified", "last_modified_at", "updatedate"), "更正"
    ),
}


def _index(keys: Iterable[Key]) -> Mapping[str, Key]:
    return MappingProxyType({name.casefold(): key for key in keys for name in (key.name, key.alias)})


TOP = _index(KEYS)
NESTED: Mapping[str, Mapping[str, Key]] = MappingProxyType({name: _index(keys) for name, keys in RECORD_KEYS.items()})


def find(written: str, table: Mapping[str, Key] = TOP) -> Key | None:
    """The key that `written` is, in Chinese or English, in any case, with or without spaces inside."""
    return table.get(written) or table.get("".join(written.split()).casefold())


def nearest(written: str, table: Mapping[str, Key] = TOP) -> Key | None:
    """The key that an unknown word was probably meant to be; None unless exactly one is closest and close enough."""
    word = "".join(written.split()).casefold().replace("-", "_")
    if table is TOP and word in _MEANT:
        return TOP[_MEANT[word]]
    ratios: dict[str, float] = {}
    for name, key in table.items():
        ratio = SequenceMatcher(None, word, name).ratio()
        if ratio >= (0.75 if name.isascii() else 0.5):
            ratios[key.name] = max(ratio, ratios.get(key.name, 0))
    best = max(ratios.values(), default=0)
    closest = [name for name, ratio in ratios.items() if ratio == best]
    return table[closest[0].casefold()] if len(closest) == 1 else None
