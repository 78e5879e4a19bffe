"""The questions about a scheme's structure, and what their kinds of finding are called."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.doctor.answering import Asked
from xingping.doctor.questions.burden import ask_burden
from xingping.doctor.questions.calendar import ask_days, ask_late_facts
from xingping.doctor.questions.citations import (
    ask_idle_assumptions,
    ask_missing_clauses,
    ask_rules_without_clause,
    ask_shown_and_computed,
    ask_skipped_clauses,
)
from xingping.doctor.questions.first_years import ask_first_years
from xingping.doctor.questions.memory import ask_mutual_results, ask_own_results
from xingping.doctor.questions.readings import (
    DENOMINATOR,
    FIXED,
    NESTED,
    PERIODS,
    ask_cap_order,
    ask_denominators,
    ask_doubled_caps,
    ask_fixed_places,
    ask_periods,
)
from xingping.doctor.questions.unread import ask_unread_fields, ask_unread_registers, ask_unrecorded
from xingping.doctor.questions.unstated import (
    ask_bonus_line,
    ask_broken_places,
    ask_open_ties,
    ask_overruling,
    ask_shared_ends,
    ask_unstated_rounding,
)
from xingping.doctor.questions.unused import ask_idle_vetoes, ask_unused_levels, ask_unused_names
from xingping.doctor.questions.windows import ask_counted_again
from xingping.doctor.questions.yardsticks import ask_yardsticks
from xingping.policy.words import Text

_CITED = Text("条款和执行口径的引用", "what clauses and readings are cited")
_READ = Text("台账和规则是否相配", "whether registers and rules match")
_USED = Text("有没有不起作用的部分", "what has no effect")
_DAYS = Text("日期和年限", "days and years")
_SAID = Text("并列、取整和边界", "ties, rounding and boundaries")
_AGAIN = Text("结果是否依赖自己", "whether results rest on themselves")
_LOAD = Text("基层负担", "the burden on branches")

STRUCTURE: tuple[Asked, ...] = (
    Asked(ask_missing_clauses, _CITED),
    Asked(ask_idle_assumptions, _CITED),
    Asked(ask_rules_without_clause, _CITED),
    Asked(ask_shown_and_computed, _CITED),
    Asked(ask_skipped_clauses, _CITED),
    Asked(ask_own_results, _AGAIN),
    Asked(ask_mutual_results, _AGAIN),
    Asked(ask_open_ties, _SAID),
    Asked(ask_shared_ends, _SAID),
    Asked(ask_unstated_rounding, _SAID),
    Asked(ask_broken_places, _SAID),
    Asked(ask_overruling, _SAID),
    Asked(ask_bonus_line, _SAID),
    Asked(ask_cap_order, _SAID),
    Asked(ask_doubled_caps, _SAID),
    Asked(ask_denominators, _SAID),
    Asked(ask_periods, _SAID),
    Asked(ask_fixed_places, _SAID),
    Asked(ask_unused_names, _USED),
    Asked(ask_unused_levels, _USED),
    Asked(ask_idle_vetoes, _USED),
    Asked(ask_late_facts, _DAYS),
    Asked(ask_days, _DAYS),
    Asked(ask_counted_again, _DAYS),
    Asked(ask_first_years, _DAYS),
    Asked(ask_unread_fields, _READ),
    Asked(ask_unread_registers, _READ),
    Asked(ask_unrecorded, _READ),
    Asked(ask_yardsticks, _LOAD),
    Asked(ask_burden, _LOAD),
)

STRUCTURE_KINDS: Mapping[str, Text] = {
    "missing-clause": Text("规则提到没有的条款", "a rule names a clause that is not there"),
    "idle-assumption": Text("执行口径无人引用", "an assumption that decides nothing"),
    "rule-without-clause": Text("规则没有出处", "rules without a clause"),
    "shown-and-computed": Text("“只展示”的条款却在计算", "a clause only shown, yet computed"),
    "skipped-clause": Text("条款跳号", "clauses skipped"),
    "clause-twice": Text("两条条款内容相同", "two clauses that say the same"),
    "own-result": Text("结果依赖自己", "a result that rests on itself"),
    "mutual-results": Text("方案互相等待", "schemes that wait for each other"),
    "open-tie": Text("同分无人决定", "equals that nobody decides between"),
    "shared-ends": Text("分数段两端相接而无说明", "bands that touch without a reading"),
    "unstated-rounding": Text("取整没有依据", "rounding without a reading"),
    "broken-places": Text("名额不是整数", "places that are no whole number"),
    "exempt-or-veto": Text("免评与否决孰先", "exempt and under a veto"),
    "bonus-over-line": Text("加分可否过线", "a line passed by bonus"),
    NESTED: Text("封顶的先后没有写明", "a cap, and what comes before it"),
    DENOMINATOR: Text("不适用的怎样计满分", "lines that need not apply"),
    PERIODS: Text("一年几个结果取哪个", "several results in a year"),
    FIXED: Text("定数的名额", "places that are a fixed number"),
    "unused-names": Text("设而不用", "defined and not used"),
    "unused-levels": Text("没有人能得到的等级", "a level that nothing gives"),
    "idle-veto": Text("否决不起作用", "a veto without effect"),
    "facts-after-closing": Text("申报截止时事实还没有", "facts later than the closing day"),
    "no-time-for-notice": Text("日期排不下", "days that cannot be kept"),
    "counted-again": Text("同一记录重复计分", "records counted more than once"),
    "first-years": Text("头几年无人能达到", "out of reach in the first years"),
    "unread-fields": Text("填了没有用的栏目", "fields that no rule reads"),
    "unread-registers": Text("建了没有用的台账", "registers that no rule reads"),
    "unrecorded": Text("要读而无人登记", "read by rules and entered by nobody"),
    "barred-yardstick": Text("形式主义的考核尺度", "a yardstick barred as formalism"),
    "perhaps-barred-yardstick": Text(
        "疑似形式主义的考核尺度", "perhaps a yardstick barred as formalism"
    ),
    "burden": Text("基层填报量", "what branches fill in"),
}
