"""The zip around a workbook: opened with suspicion, read in pieces, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from xingping.records.sheet import UnreadableError, unreadable

FILE_LIMIT = 64 << 20
UNPACKED_LIMIT = 512 << 20
_RATIO, _RATIO_FROM = 200, 32 << 20
_PARTS = 10_000
_PIECE = 1 << 18
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    expat.ExpatError,
    KeyError,
    ValueError,
    IndexError,
    OverflowError,
    RecursionError,
)  # all that a file which is no workbook may cause while it is unpacked and parsed


class DoctypeError(Exception):
    """A document type declaration stands in a part of the workbook."""


@contextmanager
def told(file: str, sheet: str = "") -> Iterator[None]:
    """Turn whatever a damaged workbook causes into one thing to tell."""
    try:
        yield
    except DoctypeError as error:
        raise unreadable(
            file,
            "工作簿内含有文档类型声明（DTD），不予读取",
            "a document type declaration (DTD) stands inside this workbook; it is not read",
            "请用 Excel 或 WPS 打开后另存为 .xlsx",
            "open it in Excel or WPS and save it as .xlsx",
            sheet=sheet,
        ) from error
    except _DAMAGE as error:
        raise unreadable(
            file,
            "工作簿已损坏或不完整，读不出来",
            "the workbook is damaged or cut short and cannot be read",
            "请用 Excel 或 WPS 打开后另存为 .xlsx，或换一份副本",
            "open it in Excel or WPS and save it as .xlsx, or take another copy",
            sheet=sheet,
        ) from error


class Package:
    """The parts of a workbook by name; ``close`` it after use."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        _refuse_others(path)
        with told(self.file):
            self.zip = ZipFile(path)
        self._left = UNPACKED_LIMIT
        try:
            self._inspect()
        except UnreadableError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.zip.close()

    def _inspect(self) -> None:
        parts = self.zip.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise _locked(self.file)
        if any(part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
            with told(self.file):
                raise BadZipFile
        packed, unpacked = sum(p.compress_size for p in parts), sum(p.file_size for p in parts)
        bomb = any(
            part.file_size > _RATIO_FROM and part.file_size > _RATIO * part.compress_size
            for part in parts
        )
        inflated = unpacked > _RATIO_FROM and unpacked > _RATIO * max(packed, 1)
        if bomb or inflated or unpacked > UNPACKED_LIMIT or len(parts) > _PARTS:
            raise _bomb(self.file)

    def names(self) -> list[str]:
        """All parts."""
        return self.zip.namelist()

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; counted, whatever its directory entry says."""
        with self.zip.open(name) as stream:
            while piece := stream.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise _bomb(self.file)
                yield piece


def _refuse_others(path: Path) -> None:
    if path.stat().st_size > FILE_LIMIT:
        raise unreadable(
            path.name,
            f"工作簿超过 {FILE_LIMIT >> 20} MB，读取会占用过多内存",
            f"the workbook is larger than {FILE_LIMIT >> 20} MB",
            "请把各工作表另存为 CSV，放进一个文件夹再读",
            "save its sheets as CSV files into a folder and give the folder",
        )
    with path.open("rb") as stream:
        start = stream.read(len(_OLE))
        if start == _OLE:
            directory = start + stream.read()
            raise _locked(path.name) if _name("EncryptedPackage") in directory else _old(path.name)


def _name(text: str) -> bytes:
    return text.encode("utf-16-le")


def _locked(file: str) -> UnreadableError:
    return unreadable(
        file,
        "工作簿有打开密码",
        "the workbook is protected by a password",
        "请在 Excel 或 WPS 中取消密码后保存",
        "remove the password in Excel or WPS and save it",
    )


def _old(file: str) -> UnreadableError:
    return unreadable(
        file,
        "这是旧的 .xls 格式",
        "this is the old .xls format",
        "请在 Excel 或 WPS 中另存为 .xlsx",
        "save it as .xlsx in Excel or WPS",
    )


def _bomb(file: str) -> UnreadableError:
    return unreadable(
        file,
        f"工作簿解压后过大（上限 {UNPACKED_LIMIT >> 20} MB）或压缩比异常",
        f"the workbook unpacks to more than {UNPACKED_LIMIT >> 20} MB, or far more than its size",
        "请把各工作表另存为 CSV，放进一个文件夹再读",
        "save its sheets as CSV files into a folder and give the folder",
    )
