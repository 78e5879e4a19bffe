"""What the parts of a scheme are called where a difference is told."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.policy.language.words import word_table
from xingping.policy.words import Text

# Parts whose name in the code is not the key of the file, or that read better otherwise.
_OWN: Mapping[str, Text] = {
    "title": Text("名称", "title"),
    "parameters": Text("参数", "parameter"),
    "criteria": Text("标准", "criterion"),
    "lines": Text("分项", "line"),
    "standards": Text("星级要求", "standard of level"),
    "levels": Text("等级", "level"),
    "results": Text("结果", "result"),
    "ranks": Text("排名", "rank"),
    "vetoes": Text("否决情形", "veto"),
    "quotas": Text("名额", "quota"),
    "clauses": Text("条款", "clause"),
    "assumptions": Text("执行口径", "assumption"),
    "accepted": Text("已接受的检验发现", "accepted finding"),
    "examples": Text("样例", "example"),
    "bodies": Text("办理机构", "body"),
    "procedure": Text("步骤", "step"),
    "changes": Text("称号变动", "change of a title"),
    "local": Text("地方权限", "allowance"),
    "rules": Text("界限", "condition"),
    "default": Text("默认值", "default"),
    "low": Text("下限", "minimum"),
    "high": Text("上限", "maximum"),
    "passed": Text("通过条件", "condition to pass"),
    "every": Text("各条标准共用", "shared by all criteria"),
    "helpers": Text("共用计分", "shared value"),
    "places": Text("名额数", "places of level"),
    "by": Text("依据（期限）", "by"),
    "options": Text("选项", "options"),
    "rule": Text("规则", "rule"),
    "then": Text("处理", "effect"),
    "when": Text("情形", "condition"),
    "other": Text("不过时", "otherwise"),
    "op": Text("方式", "way"),
    "value": Text("数值", "value"),
    "target": Text("对象", "target"),
    "start": Text("起算", "start"),
    "counts_from": Text("起算时点", "counted from"),
    "begins": Text("开始日", "first day"),
    "day": Text("日", "day"),
    "month": Text("月", "month"),
    "set_by": Text("确定机构", "set by"),
    "number": Text("数量", "number"),
    "name": Text("名称", "name"),
    "register": Text("台账", "register"),
    "at_most": Text("至多", "at most"),
    "on_record": Text("须记录", "kept on record"),
    "down": Text("降级数", "levels down"),
    "count": Text("个数", "count"),
    "unit": Text("单位", "unit"),
    "clause_prefix": Text("条款目录", "prefix of clauses"),
    "catalogue": Text("台账目录", "catalogue"),
    "registers": Text("台账", "register"),
    "fields": Text("栏目", "field"),
    "choices": Text("选项表", "choice list"),
    "to": Text("不超过的栏目", "at most the field"),
    "none": Text("可空", "may be empty"),
    "later": Text("后补", "filled in later"),
    "later_by": Text("后补者", "filled in later by"),
    "refers": Text("所指台账", "refers to"),
    "is_id": Text("编号栏", "id column"),
    "placed_by_year": Text("按年度归期", "placed by year"),
    "kept_yearly": Text("逐年建账", "kept yearly"),
    "made_by": Text("填报人", "made by"),
    "key": Text("键", "key"),
    "path": Text("路径", "path"),
    "kind": Text("方式", "kind"),
    "levels_for": Text("适用等级", "for levels"),
    "times": Text("次数", "times"),
    "subject": Text("评定对象", "subject"),
    "subjects": Text("对象", "subject"),
    "level": Text("等级", "level"),
    "stars": Text("星级", "stars"),
    "share": Text("份额", "share"),
    "purpose": Text("宗旨", "purpose"),
}


def label(key: str) -> Text:
    """The name of a part: its own here, else the key of the file in both languages."""
    if key in _OWN:
        return _OWN[key]
    return Text(word_table().spell("keys", key, "zh"), key.replace("_", " "))
