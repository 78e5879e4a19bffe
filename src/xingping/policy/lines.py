"""Lines as people write them: what NestedText cannot read is told and put right before it reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xingping.policy.faults import Fault, Place
from xingping.policy.words import Text
from xingping.policy.written import Page

MOST_OF_A_KIND = 20  # faults of one kind told of one file; more are one mistake made all over
_BLANKS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_DELETE = Text("请删去", "delete it")
_WIDTH = {"\t": 2, "\u3000": 2}
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_READABLE = re.compile(r"(?:#|> |>$|- |-$|: |:$|[\[{])|[^\[{].*?:(?: |$)")
_KEY = re.compile(r"([^:：=＝﹕]+?)[\s]*(:|：|﹕|=|＝)[\s]*(.*)")
_LONG = re.compile(r"\s[|>][-+]?$")  # how YAML begins a long text
_WIDE_MAP = re.compile(r"[｛［].*[｝］}\]]\s*|>\S.*")
_OTHER_MARKS = (
    (re.compile(r"(?:＃|//|--\s|;|；|<!--)"), "#"),
    (re.compile(r"＞\s*|>(?=\S)"), "> "),
    (re.compile(r"(?:[－–—•·*●＋+]\s*|-(?=\S))(?=\S)"), "- "),
)


@dataclass(slots=True)
class LineMender:
    """Looks at each line of a file once; the lines are changed in place, faults go to the page."""

    lines: list[str]
    page: Page
    told: dict[str, int] = field(default_factory=dict)
    indents: list[int] = field(default_factory=list)  # of the maps and lists open here
    long: int = -1  # the indentation of a key under which YAML would have a long text

    def mend(self) -> None:
        """Tell and repair everything that a look at single lines shows."""
        opened = False
        for row in range(len(self.lines)):
            self._visible(row)
            bare = self.lines[row].lstrip(_BLANKS)
            if not bare or bare.startswith("#"):
                continue
            indent = self._indented(row, bare, opened=opened)
            self._remember(indent)
            self._form(row, indent)
            opened = self.lines[row].rstrip().endswith(":")
        for kind, number in self.told.items():
            if number > MOST_OF_A_KIND:
                what = Text(
                    f"{kind}：另有 {number - MOST_OF_A_KIND} 行同样如此",
                    f"{number - MOST_OF_A_KIND} more lines have the same fault",
                )
                self.page.faults.append(Fault(Place(self.page.file), what))

    def _tell(self, row: int, column: int, what: Text, hint: Text, kind: str = "") -> None:
        kind = kind or what.zh
        self.told[kind] = self.told.get(kind, 0) + 1
        if self.told[kind] <= MOST_OF_A_KIND:
            self.page.faults.append(Fault(Place(self.page.file, row + 1, column + 1), what, hint))

    def _visible(self, row: int) -> None:
        """Without the signs that nobody sees."""
        line = self.lines[row]
        found = _INVISIBLE.search(line)
        if found is None:
            return
        code = f"U+{ord(found[0]):04X}"
        what = Text(f"有看不见的字符（{code}）", f"an invisible character ({code})")
        self._tell(row, found.start(), what, _DELETE, "看不见的字符")
        self.lines[row] = _INVISIBLE.sub("", line)

    def _indented(self, row: int, bare: str, *, opened: bool) -> int:
        """How far the line is indented, once that is done by spaces alone."""
        line = self.lines[row]
        lead = line[: len(line) - len(bare)]
        if not lead.strip(" "):
            return len(lead)
        wrong = next(place for place, sign in enumerate(lead) if sign != " ")
        indent = self._meant(sum(_WIDTH.get(sign, 1) for sign in lead), row, opened=opened)
        rows = [n for n in range(row, len(self.lines)) if self._wide(n)]
        if "缩进" not in self.told:
            more = f"（本文件共 {len(rows)} 行）" if len(rows) > 1 else ""
            also = f" ({len(rows)} lines of this file)" if len(rows) > 1 else ""
            what = Text(
                f"缩进里有制表符或全角空格{more}", f"a tab or a wide space in the indentation{also}"
            )
            hint = Text(
                f"只用半角空格缩进，此行缩进 {indent} 格",
                f"indent with spaces only, this line by {indent}",
            )
            self._tell(row, wrong, what, hint, "缩进")
        self.lines[row] = " " * indent + bare
        return indent

    def _wide(self, row: int) -> bool:
        line = self.lines[row]
        bare = line.lstrip(_BLANKS)
        return bool(bare) and line[: len(line) - len(bare)].strip(" ") != ""

    def _meant(self, width: int, row: int, *, opened: bool) -> int:
        last = self.indents[-1] if self.indents else 0
        if opened:
            after = next((line for line in self.lines[row + 1 :] if line.strip(_BLANKS)), "")
            below = len(after) - len(after.lstrip(" "))
            return below if below > last and not after[below : below + 1].isspace() else last + 2
        return min(self.indents or [0], key=lambda indent: (abs(indent - width), -indent))

    def _remember(self, indent: int) -> None:
        while self.indents and self.indents[-1] > indent:
            self.indents.pop()
        if not self.indents or self.indents[-1] < indent:
            self.indents.append(indent)

    def _form(self, row: int, indent: int) -> None:
        """The line as key and value, item or text."""
        bare = self.lines[row][indent:]
        if self.long >= 0:
            if indent > self.long:
                if not bare.startswith("> "):
                    self.lines[row] = " " * indent + "> " + bare
                return
            self.long = -1
        readable = _READABLE.match(bare) and not _WIDE_MAP.fullmatch(bare)
        if readable and _LONG.search(bare) and re.search(r":\s+[|>][-+]?$", bare):
            at = indent + len(bare.rstrip("-+")) - 1
            what = Text("长的文字不用“|”开头", "a long text does not begin with '|'")
            self._tell(
                row,
                at,
                what,
                Text("删去它，下面每行以“> ”开头", "delete it; begin each line below with '> '"),
            )
            self.long, self.lines[row] = indent, " " * indent + _LONG.sub("", bare)
        elif not readable:
            self._unreadable(row, indent, bare)

    def _unreadable(self, row: int, indent: int, bare: str) -> None:
        for read in (_mark, _wide_bracket, _key):
            found = read(bare)
            if found is not None:
                at, what, better = found
                shown = better if len(better) <= 60 else better[:60] + "…"  # noqa: PLR2004 -- one line
                hint = Text(f"写成：{shown}", f"write: {shown}") if better else _DELETE
                self._tell(row, indent + at, what, hint)
                self.lines[row] = " " * indent + better
                return
        what = Text(
            "这一行既不是“键: 值”，也不是“- 条目”或“> 文字”",
            "this line is no 'key: value', no '- item' and no '> text'",
        )
        hint = Text(
            "接着上一行的文字要另起：键后留空，下面每行以“> ”开头",
            "a text of several lines stands under its key, each line begins with '> '",
        )
        self._tell(row, indent, what, hint)
        self.page.gaps = True
        self.lines[row] = ""


Found = tuple[int, Text, str] | None


def _mark(bare: str) -> Found:
    """Another sign than # > - at the beginning."""
    if re.fullmatch(r"-{3,}|\.{3}|={3,}|`{3}\w*", bare.strip()):
        what = Text(f"“{bare.strip()}”没有用处", f"'{bare.strip()}' has no use here")
        return 0, what, ""
    for pattern, sign in _OTHER_MARKS:
        found = pattern.match(bare)
        if found is None or (sign == "- " and _key(bare) and not re.match(r"[－–—•·*●]\s", bare)):
            continue
        better = (sign + bare[found.end() :]).strip()
        what = Text(
            f"行首应为半角“{sign.strip()}”{'加空格' if sign != '#' else ''}",
            f"the line should begin with '{sign}'",
        )
        return 0, what, better
    return None


def _wide_bracket(bare: str) -> Found:
    if bare[0] not in "｛［【":
        return None
    better = bare.translate(str.maketrans("｛｝［］【】，：", "{}[][],:"))
    better = re.sub(r"([:,])(?=\S)", r"\1 ", better)
    return 0, Text("括号是全角的", "full-width brackets"), better


def _key(bare: str) -> Found:
    """A key whose colon is wide, missing, or has no space behind it."""
    found = _KEY.fullmatch(bare)
    if found is None or not found[1].strip():
        return None
    key, sign, value = found[1].strip(), found[2], found[3].strip()
    better = f"{key}: {value}" if value else f"{key}:"
    if sign in "：﹕":
        what = Text("键后面是全角冒号“：”", "a full-width colon '：' after the key")
    elif sign == ":":
        what = Text("冒号后面缺少空格", "a space is missing after the colon")
    elif len(key.split()) > 1 or not value or re.search(r"[<>!=+*/()-]", key + value[:1]):
        return None  # a rule rather than a key and its value
    else:
        what = Text("键后面应为冒号", "a colon is due after the key")
    return found.start(2), what, better
