"""Which characters are taken for each other: those that sound the same and those that look alike. What is a slip is left to the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from types import MappingProxyType
from unicodedata import normalize

# Simplified characters of which one is easily read for another: by eye, and where their glyphs nearly cover each other.
_LOOK_ALIKE = (
    "且县 且旦 且目 东车 丸九 丹舟 主生 乌马鸟 乒兵 乓兵 了子 予矛 于千干 井共 井并 亩苗 享亭 亭亮 "
    "亮壳 亮高 亲奈 亳毫 亳豪 人入 人大 仅仪 今令 仑仓 仕任 仕壮 仰抑 仲伸 会合 伛怄 伟讳 伦伧 "
    "位拉 住佳 住往 佘余 佳桂 侍待 侮悔海 俊唆 倡儡 倭偻 偏编 偏遍 傅博 傈僳 僧憎 僵儡 僵懂 儒懦 "
    "儿几 免兔 党堂 其具 具县 具真 兽善 兽曾 冀翼 冈网 冉再 冒曹 冒置 冒胃 决块 决快 冶治 准淮谁 "
    "几凡 刑荆 刚剐 刺剌 刽剑 剔副 勋勤 勒勤 勾匀 勿匆 匡区 区医 午牛 卒辛 占古 卯卵 卿唧 厘屋 "
    "又叉 受爱 口囗 句旬 史吏 司同 合含 吉告 同周 吕昌 吗呜 含舍 吴昊 员贝 呜鸣 咀诅 咀阻 咋昨 "
    "咸威 咸成 品晶 哂晒 响晌 哗晔 哩唾 哩嘎 唇辱 唐庸 唾睡 啦啪 啾瞅 喇嘲 喜嘉 喧喳 喳噎 嗄嘎 "
    "嗅嘎 嗉嗦 嗓噪 嗜嘻 嘉赢 嘻嚏 嘻嚷 噍瞧 囊襄 囊震 囚因困 四西 因团 因固 团囤 团图 囤围圃 园圃 "
    "围圃圈 国图 国圃 图圈 囿圃 圃圆 圃圊 圄圊 圄圜 土士 场扬 坚竖 坟玟 坡披 坡玻 埋狸 埋理 城域 "
    "培焙 堂常 堆惟推椎 堇董 塞寒 墓葛 墓董 壬玉 壬王 壮社 处外 复夏 大犬 天夭 太犬 夫央 夫失 央夹 "
    "奏秦 奠莫 奢著 奥臭 奸妊 妥委 妹姝 委娄 威戚 娠媚 娠振 娶婴 婧婿 媛嫒 媛缓 嬴羸蠃 子孑 字宇 "
    "孟盂 季秀 孺糯 宗崇 官宦 官宫 官营 定走 定足 宜宣 富畜 寓窝 察蔡 层展 居届 展辰 屯电 岗岚 "
    "岫蚰 崇祟 巨臣 己已 己巳 巳巴 币市 帅师 帝带 常赏 幂幕 幂暮 庚庾 康庸 庸鹰 廊廓 廓郭 廪麇麋 "
    "延廷 弘私 役投 彼披 待恃 徐涂 徐除 徒徙 徒陡 微徽 徵徽 徼檄 忌思 忐忘 志忘 志忠 志态 快抉 "
    "快炔 怡恰 恃持 恒桓 恬括 恬话 恰拾 悄梢 悔梅海 患愚 悼掉 情惰 情睛 惊掠 惜措 惟谁 惭渐 惯愤 "
    "惯馈 惶惺 愀揪 愉输 意慧 意童 愧槐 慊搛 慨既 慨概 慵慷 憋憨 憧懂 懒獭 戊戌戍戎 戌戍成 截裁载 "
    "戮戳 扬汤 扶抉挟 技披 技按 抉袂 折拆析 抠枢 抡抢 抬拾 抽柚 抽袖 担袒 拈枯 拓柘 拙绌 拣栋 拣炼 "
    "拥捆 拨泼 拿掌 挂挫 挂桂 指措 挠桡 捅捕 捅搔 捧掉 捧揍 捧棒 据掘 捶插 掇摄 掇缀 授援 掌裳 "
    "掠椋 探深 措揞 措猎 揍摸 插播 揪楸 揪锹 搂褛 搐撞 搐播 搓槎 搔播 搞摘 搞擒 摄撮 摹纂 撂播 "
    "撂攘攫 撇撒撤 撒撤擞 撒撤檄 撖橄 撞擅攫 撞攫檀 撤辙 撩擦 播擂 擅攘攫 擦檫 攘攫檀 攫覆 改政 攻牧 "
    "攻玫 效敬 效郊 敏散敬 教敦 敝敞 敦郭 料科 斤斥 斩轩 斯期 施旋 旅旋族 旅族旗 日曰 日目 昆昊 "
    "昌晶 明朋 明阴 昔音 映陕 春看 晒硒 晨震 晴睛 晴隋 暖缓 暗睹 暮纂 曹遭 最聂 木本术 未末朱 杆杯 "
    "杏查 材村 杜牡 杜社 束柬 束耒 杲果 杳查 杳香 析祈 枘衲 枚牧 枯祜 柏粕 染梁 柢祗 栅棚 栗票粟 "
    "栗粟粱 样祥 根裉 栽裁 桔梏 梗粳 梭棱 棒樟 棚绷 棵裸 植楦 植檀 椎稚 椰榔 椽橡檬 楱榛 楼褛 槛褴 "
    "槽檀 樟檬 模横 檀檬 歇歌 止正 殷般 毒青 氟氦氰 氢氯 氦氨 氦氮氰 氯氰 氽汆 汉汊 江汪 汨汩 汪注 "
    "沐沭 沦沧 沮泪 沽沾 泰秦 泱浃 洁浩 洒酒 津肆 活话 浙淅 浙渐 浦涌 浸漫 涅淫 涌诵 涎诞 涛铸 "
    "涠溷 深琛 清渭 清滑 渍溃 渎续 温湿 渴谒 湍端 漂潭 澈激 灵炅 灸炙 烃经 烧绕 烧饶 熏重 爪瓜 "
    "猜猬 猜猾 玖玫 琼谅 瑗瑷 瑞端 瓢瓤 用甩 甲申 略赂 疸疽 病痈 痛瘤 痿瘘 痿瘿 瘢癜 瘤瘪 瘦瘪 "
    "瘭瘰 瘼癀 盖蛊 目自 盲肓育 直真 盾眉 省雀 看着 眠眼 眼跟 着羞 睡陲 睢雎 督瞀 督瞥 督誓 瞥警 "
    "瞥鳖 瞧礁 瞻赡 瞿翟 矗赢 硼绷 磐磬 礻衤 祆袄 祷铸 祸锅 禄裸 禳镶 禽篱 租粗 秧秩 稍销 稚锥 "
    "稳隐 童蓄 童量 竭蝎 笞苔 筒简 箦篑 箦蒉 篙篱 篡纂 簟蕈 簧黉 精糈 精糟 糖糠 糟糯 紊素 素累 "
    "纡纤 纲绸 纹绞 绐给 绘给 绢绳 绩缋 绪锗 绾馆 缀辍 置董 羸蠃赢 羹董 而面 耍要 聂轰 聘骋 肢胺 "
    "肺脯 肼胼 肾贤 胃胄青 胰膜 脂腊 脆跪 脯膊 脸险 腊膳 腥膛 臀臂 臂譬 舢舳 芊芋 芙英 苗茧 苜苴 "
    "苟荀 苦苫 英荚 茉茱 茛莨 茵菌 草革 荣营 荫萌 莆董 菅营 菱萎 萄葡 萎蒌 董蓄蕾 董量 葳蒇 葸蒽 "
    "蓄蔷 薛薜 藉藕 虐虚 蚁蚊 蚌蛙 蛹蝇 蜒蜓 蜗蝎 蜗锅 蝇蝉 蝥螫 蝶螺 螫螯 螵螺 螺蠕 蠖蠼 衍街 "
    "衔街 袖釉 袖铀 裹褒 西酉 见贝 警譬 词饲 诘诰 诚诫 请谓 谋谍 责贵 货贷 贯贵 贷赁 费贾 贾赞 "
    "赐踢 赠赡 赠蹭 赦郝 趺跌 踌铸 踢蹋 踢锡 蹭蹲 轩轻 轻较 辅铺 迁迂 进迸 追造 逼遇 逼遥 遇遏 "
    "遒道 道遣 遗遣 遣遭 遨邀 遭遵 邰邵 郧鄙 酋首 酪酷 酵醇 酾鲡 醵醺 里量 重量 重黄 鍪鏊 鏖麈 "
    "钓钧钩 钜钷 钡锁 钢铜锅 钤铃 钴钻 铁铣 铟锢 铺销 锁镇 锂锃 锗错 镀镰 镇镐 镇镜 镊镶 镍镣 闭闲 "
    "问间 闲闸 间闻 闸阉阐 闸阉阑 闹闽 闺阂阑 闻阊 闽阐 阁阎 阖阗 阵陈 雪雷 雪霉 雹霍 震霞露 霖霜 "
    "霜露 露霸 青骨 顶项 顶须 顷项 顾颐 顾颗 顾颤 颁颂 颁领 颁颈 领颌 颇频 颇颠颤 颜颠颤 额颤 "
    "颠颤颧 餐餮 骗骟 骡骤 魉魍魑 鳌鳖鳘 鳍鳢 鳕鳢 鹂鹏 麇麈麋"
)


def _by_character() -> Mapping[str, frozenset[str]]:
    alike: dict[str, set[str]] = {}
    for group in _LOOK_ALIKE.split():
        for character in group:
            alike.setdefault(character, set()).update(group)
    return MappingProxyType({character: frozenset(group) for character, group in alike.items()})


_ALIKE = _by_character()
_TONE = re.compile("[\u0300\u0301\u0304\u030c]")  # grave, acute, macron, caron; the dots of ü stay
_BLUR = re.compile(r"(?<=^[zcs])h|g$")  # z, c, s are taken for zh, ch, sh; an, en, in for ang, eng, ing


@cache
def _readings() -> Mapping[int, str]:
    """The readings of every character by its code point, as `zhōng,zhòng`: pypinyin's table of characters, without the package
    around it, whose dictionary of phrases would take every process that meets a suspect 0.2 s."""
    package = find_spec("pypinyin")
    assert package
    assert package.submodule_search_locations
    table = spec_from_file_location("pinyin_dict", f"{package.submodule_search_locations[0]}/pinyin_dict.py")
    assert table
    assert table.loader
    module = module_from_spec(table)
    table.loader.exec_module(module)
    readings: Mapping[int, str] = module.pinyin_dict
    return readings


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Every reading of a character, without tones; the character itself where none is known."""
    written = normalize("NFD", _readings().get(ord(character), character))
    return frozenset(_TONE.sub("", written).split(","))


@lru_cache(maxsize=8192)
def _blurred(character: str) -> frozenset[str]:
    return frozenset(_BLUR.sub("", sound).replace("l", "n", 1) for sound in _sounds(character))


def sound_alike(one: str, other: str, *, nearly: bool = False) -> bool:
    """Whether two characters share a reading, whatever the tone; nearly: also when only z and zh, n and l, in and ing … differ."""
    sounds = _blurred if nearly else _sounds
    return not sounds(one).isdisjoint(sounds(other))


def look_alike(one: str, other: str) -> bool:
    return other in _ALIKE.get(one, ())


def taken_for(one: str, other: str, *, nearly: bool = False) -> bool:
    """Whether one character may have been written for the other, by its look or by its sound."""
    return look_alike(one, other) or sound_alike(one, other, nearly=nearly)


def differences(one: str, other: str) -> list[int]:
    """The positions at which two texts of the same length differ."""
    return [position for position, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
