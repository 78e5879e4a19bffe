"""``xingping diff``: what differs between two schemes, or an overlay and its base, in words."""

from __future__ import annotations

from xingping.cli.asking import Argument, Command
from xingping.cli.gathering import open_scheme
from xingping.cli.options import SCHEME, form
from xingping.cli.saying import in_json, show, show_text, spoken
from xingping.cli.usage import UsageFaultError
from xingping.policy.differences.compare import compare
from xingping.policy.differences.words import between, to_json
from xingping.policy.words import Text


def diff(scheme: str, other: str | None, form: str | None) -> None:
    """Print the differences."""
    new = open_scheme(other or scheme)
    if other:
        old = open_scheme(scheme)
    elif new.overlay is not None:
        old = new.overlay.base
    else:
        raise UsageFaultError(
            f"“{scheme}”不是地方调整，请再给出一个方案与它比较",
            f"'{scheme}' is no overlay; give another scheme to compare it with",
        )
    if form == "json":
        told = {
            "base": {"scheme": old.id, "digest": old.digest},
            "other": {"scheme": new.id, "digest": new.digest},
            "differences": [to_json(one, old, new, spoken()) for one in compare(old, new)],
        }
        show(in_json(told))
        return
    show_text(between(old, new, spoken()))


_OTHER = Argument(
    "other",
    Text(
        "与之比较的方案；第一个是地方调整时可以不写，即与它所依据的方案比较",
        "the scheme to compare with; may be left out for an overlay, which is compared with its base",
    ),
    Text("另一方案", "OTHER"),
    required=False,
)

command = Command(
    "diff",
    diff,
    (SCHEME, _OTHER, form("text", "json")),
    told=Text(
        "用文字说明两个方案有何不同：参数、分值和界限的前后数值，规则的前后说法，增删的标准、分项、"
        "等级和否决情形，以及出自哪些条款。",
        "Say in words how two schemes differ: values of parameters, points and bounds before and after, "
        "what rules said and say, criteria, lines, levels and vetoes added or taken away, and the clauses.",
    ),
    examples=("xingping diff {scheme} my-scheme", "xingping diff my-county"),
)
