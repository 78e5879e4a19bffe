"""Rules, facts and results in words, Chinese and English; none written by hand for a rule.

`ask` says what a rule asks, `with_facts` what was found (`Measured` by node); `missing`, `needs` and
`results` turn single values into words.
"""

from xingping.policy.sentences.measured import (
    Bounds,
    Facts,
    Measured,
    Missing,
    Row,
    Value,
    Verdict,
)
from xingping.policy.sentences.missing import missing_words, verdict_words
from xingping.policy.sentences.say import ask, ask_both
from xingping.policy.sentences.telling import with_facts

__all__ = [
    "Bounds",
    "Facts",
    "Measured",
    "Missing",
    "Row",
    "Value",
    "Verdict",
    "ask",
    "ask_both",
    "missing_words",
    "verdict_words",
    "with_facts",
]
