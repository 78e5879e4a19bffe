"""CSV files: UTF-8 with or without BOM or GB 18030, either line end, in bounded memory."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xingping.records.headers import HEADER_ROWS
from xingping.records.sheet import BLOCK_ROWS, Block, Sheet, UnreadableError, unreadable
from xingping.records.written import Cell, clean

if TYPE_CHECKING:
    from _csv import Reader

CSV_LIMIT = 512 * 1024 * 1024
_PIECE = 1 << 20
_LONGEST_LINE = 4 * _PIECE
_BEYOND = 1_024  # cells to the right of the header that are looked at
_Row = tuple[int, list[str]]


def open_csv(path: Path) -> Sheet:
    """A CSV file as a sheet. Raises `UnreadableError`."""
    encoding = _encoding(path)
    head = []
    for row in _rows(path, encoding):
        head.append(row)
        if len(head) == HEADER_ROWS:
            break

    def blocks(start: int, width: int) -> Iterator[Block]:
        rows = _rows(path, encoding)
        for _ in range(start):
            next(rows)
        return _blocks(rows, width)

    width = max((len(row) for _, row in head), default=0)
    return Sheet(path.name, "", head, blocks, letters=False, width=width)


def _encoding(path: Path) -> str:
    """Read the whole file once: its encoding, and no NUL in it."""
    file = path.name
    if path.stat().st_size > CSV_LIMIT:
        raise unreadable(
            file,
            f"文件超过 {CSV_LIMIT >> 20} MB，读取会占用过多内存",
            f"the file is larger than {CSV_LIMIT >> 20} MB",
            "请改用 Parquet，或按机关党委分开评定",
            "use Parquet, or rate each committee by itself",
        )
    with path.open("rb") as stream:
        start = stream.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _wrong_encoding(file, 1)
    line = _bad_line(path, "utf-8")
    if line is None:
        return "utf-8-sig"
    if _bad_line(path, "gb18030") is None:
        return "gb18030"
    raise _wrong_encoding(file, line)


def _bad_line(path: Path, encoding: str) -> int | None:
    """The first line that is not in ``encoding``, or None. Raises on a NUL or an endless line."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, length = 1, 0
    with path.open("rb") as stream:
        while True:
            piece = stream.read(_PIECE)
            if (nul := piece.find(b"\0")) >= 0:
                raise _garbage(path.name, line + piece[:nul].count(b"\n"))
            try:
                decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                return line + piece[: max(error.start, 0)].count(b"\n")
            if not piece:
                return None
            line += piece.count(b"\n")
            end = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
            length = len(piece) - 1 - end + (length if end < 0 else 0)
            if length > _LONGEST_LINE:
                raise _endless(path.name, line)


def _wrong_encoding(file: str, line: int) -> UnreadableError:
    return unreadable(
        file,
        "不是 UTF-8，也不是 GB 18030 编码的文本",
        "this is text neither in UTF-8 nor in GB 18030",
        "请另存为“CSV UTF-8（逗号分隔）”",
        "save it as 'CSV UTF-8 (comma delimited)'",
        cell=f"{line}:1",
    )


def _garbage(file: str, line: int) -> UnreadableError:
    return unreadable(
        file,
        "文件含有空字符（NUL），不是 CSV 文本",
        "the file holds NUL characters; it is no CSV text",
        "请另存为“CSV UTF-8（逗号分隔）”",
        "save it as 'CSV UTF-8 (comma delimited)'",
        cell=f"{line}:1",
    )


def _endless(file: str, line: int) -> UnreadableError:
    return unreadable(
        file,
        f"这一行超过 {_LONGEST_LINE >> 20} MB，不像 CSV 文本",
        f"this line is longer than {_LONGEST_LINE >> 20} MB; this looks like no CSV text",
        "请检查文件，或重新导出",
        "check the file, or export it again",
        cell=f"{line}:1",
    )


def _rows(path: Path, encoding: str) -> Iterator[_Row]:
    """Each row with the line on which it begins."""
    with path.open(encoding=encoding, newline="") as stream:
        reader = csv.reader(stream, strict=True)
        line = 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + 1
        except csv.Error as error:
            raise _broken(path.name, line, reader, str(error)) from error


def _broken(file: str, line: int, reader: Reader, why: str) -> UnreadableError:
    if "field larger" in why:
        return unreadable(
            file,
            "单元格内容过长，多半是前面的引号没有闭合",
            "a cell is far too long; a quotation mark before it may not be closed",
            f"请检查第 {line} 行起的英文双引号",
            f"check the double quotes from line {line} on",
            cell=f"{line}:1",
        )
    if "unexpected end" in why:
        return unreadable(
            file,
            "引号没有闭合，后面的内容都被当作一个单元格",
            "a quotation mark is not closed: all that follows is taken as one cell",
            f"请检查第 {line} 行起的英文双引号",
            f"check the double quotes from line {line} on",
            cell=f"{line}:1",
        )
    return unreadable(
        file,
        "引号用法有误",
        "the quotation marks are misplaced",
        '含英文双引号的内容要整体加引号，其中的引号写两遍：""',
        'quote the whole cell and double the quotes inside it: ""',
        cell=f"{reader.line_num}:1",
    )


def _blocks(rows: Iterator[_Row], width: int) -> Iterator[Block]:
    lines: list[int] = []
    kept: list[Sequence[str]] = []
    beyond: list[tuple[int, int, Cell]] = []
    blank: list[int] = []
    for line, row in rows:
        if not any(row):
            blank.append(line)
            if len(blank) == BLOCK_ROWS:
                yield _block(lines, kept, beyond, blank, width)
                lines, kept, beyond, blank = [], [], [], []
            continue
        if len(row) != width:
            beyond += [
                (line, at, cell)
                for at, cell in enumerate(row[width : width + _BEYOND], width)
                if clean(cell)
            ]
            row = [*row[:width], *[""] * (width - len(row))]  # noqa: PLW2901 -- the same row, made to fit
        lines.append(line)
        kept.append(row)
        if len(kept) == BLOCK_ROWS:
            yield _block(lines, kept, beyond, blank, width)
            lines, kept, beyond, blank = [], [], [], []
    if kept or blank:
        yield _block(lines, kept, beyond, blank, width)


def _block(
    lines: list[int],
    kept: list[Sequence[str]],
    beyond: list[tuple[int, int, Cell]],
    blank: list[int],
    width: int,
) -> Block:
    columns = list(zip(*kept, strict=True)) if kept else [()] * width
    return Block(lines, columns, beyond, blank)
