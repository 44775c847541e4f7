"""One name written in two ways within one story: a person, a title in 《》, a quoted name, an institution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ...registry import Registries
from ...text.likeness import differences, sound_alike, taken_for
from ...text.patterns import Pattern
from ...text.typography import HAN, is_han
from ..copy import Copy
from ..lexicon import Lexicon, once
from ..misspelling import is_telling, variants
from ..rule import Rule, Slip, Source
from ..samples import TABLES

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文庞樊殷施陶洪翟安颜倪严牛温芦季"
    "俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄裴席卫查屈鲍覃霍翁隋植甘景薄"
    "包司柏宁柯阮桂闵华冉"
)
_SAYS = "说|介绍|表示|告诉|强调|指出|认为|坦言"
_INTRODUCED = Pattern(
    r"(?:记者|通讯员|主任|书记|经理|董事长|局长|院长|校长|村民|居民|市民|教师|老师|医生|负责人|党员|职工|队长|站长|所长|处长|"
    rf"科长|部长|镇长|乡长|区长|县长|市长|主席|教授|专家|研究员|工程师|志愿者|民警|社长|总编|律师|法官|检察官|院士|组长|同学|司机|店主|商户|支书|班长|厂长|老板|创始人|护士|游客|农户|师傅)"
    rf"([{_SURNAMES}](?!{_SAYS})[{HAN}]{{2}})"
    rf"(?={_SAYS}|[，、。（,(])"
)
_SPEAKS = Pattern(rf"(?<![{HAN}])[{_SURNAMES}](?!{_SAYS})[{HAN}]{{2}}(?={_SAYS})")
_BEFORE = Pattern(rf"(?:^|[^{HAN}]|[者任记理长民员人师生士察席授妈爸哥姐和与及由被对向让把给找叫是在的跟同])$")
_ALL_HAN = Pattern(f"[{HAN}]{{2}}")
_QUOTED = Pattern(rf"[《“]([{HAN}]{{4,30}})[》”]")
_BODY = Pattern("有限公司|公司|集团|小学|中学|大学|学院|医院|社区|街道办事处|派出所|合作社|博物馆|幼儿园")
_BEHIND = frozenset(
    "，、。：,:（(和与及同等的在是说介表告强指认坦一今也就曾已又还都很从到把被给为向对让将去来正没不"
)  # what may follow a name
_SHORT = 3
_NAME_OF_BODY = 2  # characters of the name that are compared


@once
def _people(registries: Registries) -> Lexicon[None]:
    return Lexicon((name, None) for name in registries.people_names)


@once
def _units(registries: Registries) -> Lexicon[None]:
    """Names too short for a slip to be told unless the right form is in the same story."""
    names = (name for unit in registries.units for name in (unit.name, unit.short))
    return Lexicon((name, None) for name in names if len(name) == _SHORT)


def _find(copy: Copy) -> Iterator[Slip]:
    yield from _people_in_two_forms(copy)
    yield from _units_in_two_forms(copy)
    yield from _pairs(copy, [(found.start(1), found.group(1)) for found in _QUOTED.finditer(copy.text)])
    yield from _pairs(copy, list(_bodies(copy.text)), often=2)


def _bodies(text: str) -> Iterator[tuple[int, str]]:
    for found in _BODY.finditer(text):
        start = max(0, found.start() - _NAME_OF_BODY)
        if _ALL_HAN.fullmatch(text, start, found.start()):
            yield start, text[start : found.end()]


def _people_in_two_forms(copy: Copy) -> Iterator[Slip]:
    signed = copy.names.difference(copy.registries.people_names)
    known = signed.union(name for _, name, _ in _people(copy.registries).longest(copy.text))
    for name in sorted(filter(is_telling, known)):
        yield from _forms(copy, name, _is_whole)
    for name in sorted({*_INTRODUCED.findall(copy.text), *_SPEAKS.findall(copy.text)} - known):
        yield from _forms(copy, name, _is_same)


def _forms(copy: Copy, name: str, is_meant: Callable[[str, int, str, str], bool]) -> Iterator[Slip]:
    """Other forms of a name that are nobody's own."""
    for start, written in variants(copy.text, name):
        is_nobody = written not in copy.names and written not in _people(copy.registries)
        if is_nobody and is_meant(copy.text, start, written, name):
            yield Slip(start, start + len(name), {"written": written, "name": name})


def _is_whole(text: str, start: int, written: str, name: str) -> bool:
    """Whether a form of a known name is a name: any of three characters, or two that stand alone, with the right surname."""
    stands_alone = not (start and is_han(text[start - 1])) and text[start + len(name)] in _BEHIND
    return len(name) > 2 or (stands_alone and written[0] == name[0])


def _units_in_two_forms(copy: Copy) -> Iterator[Slip]:
    for name in sorted({name for _, name, _ in _units(copy.registries).longest(copy.text)}):
        for start, written in variants(copy.text, name):
            if written[0] == name[0] and written[-1] == name[-1] and written not in _units(copy.registries):
                yield Slip(start, start + len(name), {"written": written, "name": name})


def _is_same(text: str, start: int, written: str, name: str) -> bool:
    """Whether a form that ends as a name does sounds like one that is not registered, and is written less often, or later."""
    if text[start + len(written)] not in _BEHIND or not _BEFORE.search(text, max(0, start - 2), start):
        return False
    often, other = text.count(written), text.count(name)
    is_first = other > often or (other == often and text.find(name) < text.find(written))
    return is_first and all(sound_alike(written[at], name[at]) for at in differences(written, name))


def _pairs(copy: Copy, found: Iterable[tuple[int, str]], often: int = 1) -> Iterator[Slip]:
    """Of what was found, the forms that differ from one before, written at least so often, by one character taken for another."""
    counts = Counter(written for _, written in found)
    by_rest: dict[tuple[str, str], str] = {}
    for written in sorted(counts, key=lambda word: -counts[word]):
        for at in range(len(written)):
            name = by_rest.setdefault((written[:at], written[at + 1 :]), written)
            if name != written and counts[name] >= often and _are_alike(written, name):
                yield from (
                    Slip(at, at + len(name), {"written": written, "name": name})
                    for at, word in found
                    if word == written
                )
                break


def _are_alike(written: str, name: str) -> bool:
    (at,) = differences(written, name)
    return taken_for(written[at], name[at])


RULE = Rule(
    code="PF81",
    find=_find,
    wrong="冉红政来到社区。冉宏政说，回迁就在眼前。",
    right="冉红政来到社区。冉红政说，回迁就在眼前。",
    silent=("冉红政来到社区。张红政说，回迁就在眼前。", "《城市志》和《城市史》。", "“商代城墙”和“商城城墙”。"),
    source=Source("前后一致：一个名称在一篇里只有一种写法"),
    tables=TABLES,
)
