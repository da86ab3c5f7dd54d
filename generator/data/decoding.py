"""Bytes of a data file -> text that any YAML reader takes the same way."""

from __future__ import annotations

import codecs
import itertools
import re
from decimal import Decimal

from generator.data import finding_ids as ids
from generator.data.faults import fault
from generator.findings import DataPlace, Finding
from generator.patterns import regex
from generator.vn.numbers import format_number
from generator.vn.text import character_name, forbidden_character

MOST_BYTES = 5_000_000
_MOST_SHOWN = 20

_SAVE_AS_UTF8 = "mở tệp bằng trình soạn thảo (Notepad, VS Code), chọn Lưu thành (Save As) với mã hóa UTF-8."
_OTHER_FORMATS = (
    (b"PK\x03\x04", "tệp Word/Excel (hoặc tệp nén zip)"),
    (b"\xd0\xcf\x11\xe0", "tệp Word/Excel đời cũ (.doc, .xls)"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TAB_IN_INDENTATION = regex(r"^ *\t[ \t]*(?=[^ \t\n])", re.MULTILINE)


def read_text(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of the file with LF line ends, or None when it cannot be parsed; and what is wrong with it.

    Positions in the text are positions in the file.  A tab outside the indentation becomes one blank, since
    readers of YAML disagree on tabs; a forbidden character is reported and becomes a blank too.
    """
    if len(data) > MOST_BYTES:
        size = format_number(Decimal(len(data)) / 1_000_000, 1)
        problem = f"tệp quá lớn ({size} MB); tệp dữ liệu không được quá 5 MB."
        fix = "kiểm tra xem có chọn nhầm tệp không; nếu đúng tệp này thì tách bớt nội dung ra."
        return None, [fault(ids.LIMITS, DataPlace(file, 1, 1), problem, fix)]
    other = _other_format(data)
    if other is not None:
        return None, [fault(ids.NOT_TEXT, DataPlace(file, 1, 1), *other)]
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_bad_byte(body, error.start, file)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, findings = _without_forbidden(text, file)
    tabs = _tab_findings(text, file)
    return (None if tabs else text.replace("\t", " ")), findings + tabs


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at ``index``."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _other_format(data: bytes) -> tuple[str, str] | None:
    """Problem and remedy for a file that is no UTF-8 text by its first bytes, or None."""
    for start, name in _OTHER_FORMATS:
        if data.startswith(start):
            return (
                f"đây là {name}, không phải YAML.",
                "chọn tệp dữ liệu .yaml; đổi đuôi tệp không làm tệp thành YAML.",
            )
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        return "tệp lưu bằng mã UTF-16 («Unicode» trong Notepad), không phải UTF-8.", _SAVE_AS_UTF8
    return None


def _looks_like_utf16(data: bytes) -> bool:
    """Whether the first line or two are ASCII letters with a zero byte beside each."""
    head = data[:200]
    pairs = len(head) // 2
    return pairs > 0 and max(head[0::2].count(0), head[1::2].count(0)) > pairs // 2


def _bad_byte(body: bytes, index: int, file: str) -> Finding:
    line_start = max(body.rfind(b"\n", 0, index), body.rfind(b"\r", 0, index)) + 1
    breaks = body[:index].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(body[line_start:index].decode("utf-8")) + 1
    place = DataPlace(file, breaks.count(b"\n") + 1, column)
    problem = (
        f"tệp không lưu bằng mã UTF-8 (gặp byte {body[index]:02X}); có thể tệp lưu bằng bảng mã cũ như Windows-1258."
    )
    return fault(ids.NOT_TEXT, place, problem, f"Lưu lại bằng UTF-8: {_SAVE_AS_UTF8}")


def _without_forbidden(text: str, file: str) -> tuple[str, list[Finding]]:
    # Asking once for each distinct character keeps a long run of them from costing the square of its length.
    bad = {ch for ch in set(text) if forbidden_character(ch) is not None}
    if not bad:
        return text, []
    hits = itertools.islice((index for index, ch in enumerate(text) if ch in bad), _MOST_SHOWN)
    findings = [_forbidden(text[index], DataPlace(file, *position(text, index))) for index in hits]
    return text.translate(dict.fromkeys(map(ord, bad), " ")), findings


def _forbidden(ch: str, place: DataPlace) -> Finding:
    problem = f"có ký tự không dùng được {character_name(ch)} (ký tự ẩn, thường dính theo khi dán từ nơi khác)."
    return fault(ids.FORBIDDEN_CHARACTER, place, problem, "xóa ký tự ở đúng dòng, cột này rồi gõ lại chữ quanh đó.")


def _tab_findings(text: str, file: str) -> list[Finding]:
    places = []
    for found in _TAB_IN_INDENTATION.finditer(text):
        line, column = position(text, text.index("\t", found.start()))
        places.append(DataPlace(file, line, column))
        if len(places) == _MOST_SHOWN:
            break
    problem = "dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách."
    fix = "xóa dấu Tab, thay bằng dấu cách (mỗi bậc hai dấu cách); VS Code: Convert Indentation to Spaces."
    return [fault(ids.TAB, place, problem, fix) for place in places]
