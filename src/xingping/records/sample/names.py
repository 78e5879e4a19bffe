"""Made-up names of people, offices, townships and villages."""

import random

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
    "顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_OFFICE_FIRST = "思雨晓志海子云景承若清嘉明俊雅静"
_OFFICE_SECOND = "远宁涵航然辉敏舟琪妍哲昕桐岚瑜翔"
_VILLAGE_FIRST = "春秀玉桂兰永长福庆传守兆世巧金银桃满"
_VILLAGE_SECOND = "林山田生根来喜顺珍梅英花凤莲贵财旺芝"

OFFICE_COMMITTEE = "市政府办公室机关党委"
OFFICE_BRANCHES = (
    "综合一处党支部",
    "综合二处党支部",
    "综合三处党支部",
    "秘书处党支部",
    "信息处党支部",
    "督查处党支部",
    "政策研究室党支部",
    "法制处党支部",
    "人事处党支部",
    "财务处党支部",
    "行政处党支部",
    "总值班室党支部",
    "机关服务中心党支部",
    "离退休干部党支部",
)

TOWNSHIPS = (
    "青石镇",
    "云岭镇",
    "柳河镇",
    "东坪镇",
    "白塔镇",
    "双泉镇",
    "枫林镇",
    "南渡镇",
    "安乐镇",
    "竹溪乡",
    "望山乡",
)
_VILLAGE_WHERE = (
    "上",
    "下",
    "东",
    "西",
    "南",
    "北",
    "前",
    "后",
    "大",
    "小",
    "新",
    "老",
    "高",
)
_VILLAGE_WHAT = (
    "石桥",
    "柳湾",
    "杨庄",
    "槐树",
    "泉沟",
    "梨园",
    "竹坪",
    "水磨",
    "松岗",
    "塘坊",
    "井台",
    "沙河",
    "茶亭",
    "荷塘",
    "枣林",
)


def official(chance: random.Random) -> str:
    """Make up the name of someone who works in an office."""
    return chance.choice(SURNAMES) + chance.choice(_OFFICE_FIRST) + chance.choice(_OFFICE_SECOND)


def villager(chance: random.Random) -> str:
    """Make up the name of someone who lives in a village."""
    return chance.choice(SURNAMES) + chance.choice(_VILLAGE_FIRST) + chance.choice(_VILLAGE_SECOND)


def villages(chance: random.Random, count: int) -> list[str]:
    """Make up as many different village names as asked, in the order drawn."""
    return chance.sample(
        [f"{where}{what}村" for where in _VILLAGE_WHERE for what in _VILLAGE_WHAT], count
    )
