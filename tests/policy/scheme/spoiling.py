"""Scheme folders spoilt: at random as hands and editors do it, and shape by shape at every key."""

import nestedtext

SIGNS = "：，。；、（）％＞＝－—～　,()（）{}[]\"'“”|#>-<=%:&^*x\t  é是无分年０0a.\n\0\u200b\u00a0\ufeff"
VALUES = (
    "5", "x y", "{a: 1}", "[]", "", "yes", "有", "10分", "百分之八十", "80%以上", "75—85", "3次以上",
    "sum(meetings)", "1 to 2", "- a", "10月31日", "近三年无立案", "((((1", "score >= 80 && 1", "9" * 40,
)  # fmt: skip
WIDE = str.maketrans(":,()%<>=-.0123456789", "：，（）％＜＞＝－．０１２３４５６７８９")
ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "big5", "utf-32")


def spoil(rng, lines):
    """One random change to the lines of a file."""
    row, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    if not rng.randrange(5):
        rng.choice(MOVES)(rng, lines, row, other)
    else:
        lines[row] = rng.choice(CHANGES)(rng, lines[row], rng.randrange(len(lines[row]) + 1))


def _swap(_rng, lines, row, other):
    lines[row], lines[other] = lines[other], lines[row]


def _lose(rng, lines, row, _other):
    del lines[row : row + rng.randrange(1, 6)]


def _cut(rng, lines, row, _other):
    del lines[row + 1 :]
    lines[row] = lines[row][: rng.randrange(len(lines[row]) + 1)]


MOVES = (
    _swap,
    _lose,
    _cut,
    lambda _rng, lines, row, _other: lines.pop(row),
    lambda _rng, lines, row, other: lines.insert(row, lines[other]),
    lambda _rng, lines, row, _other: lines.insert(row, lines[row]),
)


def _indent(line):
    return len(line) - len(line.lstrip())


def _under(line, *below):
    return "\n".join(
        [line.partition(":")[0] + ":", *(" " * (_indent(line) + 2) + b for b in below)]
    )


CHANGES = (
    lambda rng, line, _place: " " * rng.randrange(7) + line.lstrip(),
    lambda rng, line, place: line[:place] + rng.choice(SIGNS) + line[place:],
    lambda _rng, line, place: line[:place] + line[place + 1 :],
    lambda rng, line, _place: " ".join(rng.sample(line.split(" "), len(line.split(" ")))),
    lambda rng, line, _place: line.partition(":")[0] + ": " + rng.choice(VALUES),
    lambda _rng, line, place: line[:place] + line[place : place + 2][::-1] + line[place + 2 :],
    lambda _rng, line, _place: line.translate(WIDE),
    lambda rng, line, _place: rng.choice("\t　\u00a0") * (_indent(line) // 2) + line.lstrip(),
    lambda _rng, line, _place: _under(line, "- a", "- b"),
    lambda _rng, line, _place: _under(line, "a: b"),
)


def spoilt(rng, raw):
    """The bytes of a file after one to three changes, now and then in another encoding."""
    lines = raw.decode("utf-8").split("\n")
    for _ in range(rng.choice((1, 1, 2, 3))):
        spoil(rng, lines)
        lines = lines or [""]
    text = rng.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines)
    if rng.randrange(12):
        return text.encode("utf-8")
    whole = text.encode(rng.choice(ENCODINGS), "replace")
    return whole[: rng.randrange(len(whole) + 1)] if rng.randrange(2) else whole


def paths(data, here=()):
    """The way to every value of a file, the file itself left out."""
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in inner:
        yield (*here, key)
        yield from paths(value, (*here, key))


def shape(value):
    """map, list or text."""
    return {dict: "map", list: "list"}.get(type(value), "text")


def replaced(data, path, new):
    """``data`` with ``new`` at ``path``."""
    if not path:
        return new
    key, *rest = path
    if isinstance(data, list):
        return [replaced(v, rest, new) if n == key else v for n, v in enumerate(data)]
    return {k: replaced(v, rest, new) if k == key else v for k, v in data.items()}


def at(data, path):
    """What stands at ``path``."""
    for key in path:
        data = data[key]
    return data


def written(data):
    """As NestedText, and where each value stands: path -> line, from 1."""
    text = nestedtext.dumps(data)
    keymap = {}
    nestedtext.loads(text, "any", keymap=keymap)
    return text, keymap
