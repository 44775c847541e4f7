"""Which characters are taken for each other: those that sound the same and those that look alike. What is a slip is left to the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

# Simplified characters that differ by a stroke or by one component.
_LOOK_ALIKE = (
    "育肓盲 茶荼 冒昌 玖玫 祗祇衹 炙灸 睢雎 沭沐 汩汨 恰怡 袒坦 赢羸嬴 掂惦 喧暄 拴栓 弛驰池 裁栽载 毫亳豪 仰抑 伸仲 氽汆"
    "咀诅 绌拙 恙羔 肄肆 囗口 斡干 瞻赡 睹赌 粟栗粱 燥躁噪 谍碟 渎续 幅副福 侍待 徇殉询 辍缀 迁迂 杆秆 肆津 沽估 晢晰"
    "己已巳 族旗 末未 戊戌戍戎 日曰 人入八 土士 干千于 天夭 大太犬 今令 王玉主壬 东车 午牛 田由甲申 "
    "免兔 鸟乌马 刀力刁 末朱 失矢 木本术 木禾 目自 白百 贝见 厂广 儿几 九丸 又叉 万方 风凤 仑仓 "
    "抡抢 沦沧 伦伧 句旬 勾匀 斤斥 折拆 析折 徙徒 陡徒 拔拨 泼拨 辨辩辫 辛幸 幸辜 贷货 赁贷 "
    "侯候 竞竟 兢竞 祟崇 暑署 薄簿 蓝篮 籍藉 州洲 晴睛 晴睛情 请清 清情 倩情 渴喝 喝揭 竭揭 "
    "谒渴 偏编 篇偏 遍偏 博搏 搏膊 膊脯 哺捕 铺辅 浦铺 蒲薄 淮准 准谁 推堆 堆椎 难准 冉再 舟丹 "
    "丹册 瓜爪 爱受 授援 暖缓 缓援 炼练 拣栋 冻栋 陈阵 除徐 徐涂 余佘 冷冶 治冶 志忘 忘忐 态志 "
    "明朋 朗郎 郞郎 即既 慨概 溉概 既慨 政攻 攻玫 玫枚 枚牧 牧攻 效敬 洪烘 供拱 江汪 汪注 注住 "
    "住往 佳住 佳桂 挂桂 封卦 亮亭 亨享 亭享 高亮 壳亮 程呈 稈程 稍梢 捎稍 弘私 宏宋 宁宇 字宇 "
    "宇守 宛苑 完宗 宗崇 璞僕 璞蹼 璞噗 瑞端 湍端 瑜喻 谕喻 偷愉 愉榆 输愉 健键 建健 伟纬 炜伟 "
    "玮炜 讳伟 苇伟 俊骏 竣俊 峻竣 浚峻 唆俊 峰锋 锋蜂 烽峰 逢蓬 篷蓬 强弱 杨扬 扬场 汤扬 杭抗 "
    "抗坑 炕坑 航杭 坊仿 访仿 纺仿 妨访 防坊 苟荀 芋芊 芬芳 茅矛 矛予 予子 孑子 孓子 了子 季李 "
    "秀季 委季 香杳 杳查 查杏 杏李 呆杏 荣营 莹萤 营莹 栗票 粟栗 飘漂 骠膘 梁粱 染梁 凉谅 谅琼 "
    "凛凜 凌陵 陵棱 棱菱 菱凌 俺淹 淹掩 掩俺 施旋 旋旅 旅族 族旋 旗旅 析拆 晰淅 浙淅 渐浙 惭渐 "
    "崭渐 斩折 暂惭 徽微 撤撒 撤辙 澈撤 墩敦 敦郭 郭廓 孰熟 熟塾 塾墅 墅野 晨辰 辱唇 振震 赈振 "
    "娠振 展辰 宸晨 韦伟 书韦 卫韦 币市 市巿 布市 帅师 归帅 狮师 官宫 宦官 管菅 营官 馆绾 棺馆 "
    "回四 西四 因困 困囚 因固 团因 图团 圆园 国图 囤团 圃囿 圃园 蒲圃 街衔 衍街 河何 柯珂 珂坷 "
    "阿啊 郑邓 邓邹 邹郑 那哪 邵邰 郊效 郝赦 城诚 城域 减咸 盛威 威戚 咸威 成戌 成咸 紫柴 荆刑 "
    "刑形 型刑 邢刑 陇拢 拢垄 垄陇 笼茏 海悔 悔侮 侮海 梅海 晦悔 路露 露霞 霜露 霖霜 雷雪 雪霉 "
    "里理 理埋 狸埋 量里 岗岚 冈岗 刚岗 钢刚 纲钢 网冈 网罔 曹遭 槽曹 糟遭 嘈槽 圳川 州川 卅川 "
    "项顶 须顶 预项 顷项 倾顷 目日 且目 具且 真具 直真 值植 植殖 置直 重量 童重 黄重 董重 懂董 "
    "薰熏 点占 古占 贞占 站粘 店点 稳隐 稳急 急隐 保呆 堡保 褒保 证征 怔证 正止 止上 比此 北比 "
    "看着 春看 快块 块决 决快 诀决 抉快 缺快 定足 走定 是定 位拉 泣位 拉泣 粒位 立位 督誓 办为 "
    "力办 协办 苏办 宜宣 转传 专传 部剖 倍部 培部 陪部 倍培 赔陪 组阻 祖组 租组 沮组 诅阻 委妥 "
    "萎委 会合 合舍 舍含 含合 今含 员贝 损员 圆员 任仕 仁任 仕壮 壮状 仗任 长氏 氏民 低抵 底抵 "
    "邸底 氏氐 人大 天大 夫天 失夫 历厉 励厉 厅历 砺厉 县具 且县 乡多 镇填 慎镇 村材 财材 村树 "
    "社杜 壮社 区匹 巨区 臣巨 匡区 医区 司同 词同 洞桐 铜桐 恫洞 筒简 间问 向问 闻问 闲闭 闸闲 "
    "用甩 角用 周同 调周 稠绸 兵乒 乓兵 丘兵 岳兵 帐账 胀账 涨账 张帐 玟纹 纹蚊 坟玟 绞纹 钧钩 "
    "钩钓 均钧 匀均 勺钓 玲铃 冷玲 伶怜 岭领 颌领 领颁 颂颁 颈颁 佃钿 轩轻 较轻 轧轩 斩轩 琪棋 "
    "淇琪 祺琪 其具 旗棋 欺期 期斯 琳淋 彬杉 衫杉 林村 琛深 深探 涛淘 淘掏 陶淘 萄陶 焘涛 铸涛 "
    "浩皓 洁浩 诰浩 晧皓 昊吴 昊旲 吕吴 昱煜 煌惶 皇煌 昆昊 混昆 琨混 棍混 景影 憬景 晶品 晶昌 "
    "昌吕 唱昌 倡唱 菊掬 萍苹 平苹 评萍 娜挪 哪娜 妮泥 呢妮 婷停 亭婷 娟捐 绢娟 婉碗 宛婉 蜿婉 "
    "嫒媛 缓媛 嫦常 裳常 堂常 党堂 赏常 掌裳 霄宵 宵消 硝销 消硝 销稍"
)


def _by_character() -> Mapping[str, frozenset[str]]:
    alike: dict[str, set[str]] = {}
    for group in _LOOK_ALIKE.split():
        for character in group:
            alike.setdefault(character, set()).update(group)
    return MappingProxyType({character: frozenset(group) for character, group in alike.items()})


_ALIKE = _by_character()
_BLUR = re.compile(r"(?<=^[zcs])h|g$")  # z, c, s are taken for zh, ch, sh; an, en, in for ang, eng, ing


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Every reading of a character, without tones."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  a large dictionary, wanted only where something may be wrong

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


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
