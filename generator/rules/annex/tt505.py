"""Whether what an annex says of its document is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.decree.kinds import by_name
from generator.decree.wording import KEM_THEO
from generator.findings import Finding
from generator.patterns import one_of, regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import left_open
from generator.vn.text import nfc, quoted, squeeze
from generator.word.recognised import Annex, Recognised

_OPEN = one_of(r"[\s.…]", "_") + "*"
_NUMBER = regex(
    rf"(?:^|\s)số:?{_OPEN}(?P<so>[0-9]*){_OPEN}/\s*(?P<symbol>[^\s,;)]*(?:\s?-\s?[^\s,;)]+)*)", re.IGNORECASE
)
_LONG_DATE = regex(
    rf"ngày{_OPEN}(?P<day>[0-9]*){_OPEN}tháng{_OPEN}(?P<month>[0-9]*){_OPEN}năm{_OPEN}(?P<year>[0-9]*)", re.IGNORECASE
)
_SHORT_DATE = regex(r"ngày\s+(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})", re.IGNORECASE)
_WORDS = r"\s+".join(KEM_THEO.split())
_KIND = regex(rf"{_WORDS}\s+(?:theo\s+)?(?P<kind>.+?)\s+(?:số|ngày)(?!\w)", re.IGNORECASE)
_PARTS = ("day", "month", "year")
_EITHER = "Các phụ lục đều ghi như nhau, khác với đầu văn bản: xem lại bên nào đúng rồi sửa bên kia."
_NAMES = {"day": "ngày", "month": "tháng", "year": "năm"}


class _Cited(Struct, frozen=True):
    """The number, the symbol and the date in a line of words; what is left open is empty."""

    so: str
    symbol: str
    date: dict[str, int]


RULE = FormatRule(
    "TT505",
    "Số, tên loại, ngày ghi trên phụ lục đúng với văn bản",
    "Phụ lục chép từ văn bản năm trước thường còn số và ngày cũ. Chỗ để trống không xét, vì văn bản điện tử không "
    "phải điền.",
    KEM_THEO.source,
)


def check(doc: Recognised) -> Verdict:
    annexes = [annex for annex in doc.annexes if annex.attached]
    if not annexes:
        return NOT_ASSESSED
    said = [_said(annex) for annex in annexes]
    # Where all annexes say the same, the document itself may be what is wrong.
    agree = len(annexes) > 1 and all(each == said[0] for each in said)
    return judged([finding for annex in annexes for finding in _findings(doc, annex, agree)])


def _said(annex: Annex) -> _Cited:
    return _read(_text(annex))


def _text(annex: Annex) -> str:
    return nfc(squeeze(" ".join(fragment.text for fragment in annex.attached)))


def _read(text: str) -> _Cited:
    number = _NUMBER.search(text)
    date = _LONG_DATE.search(text) or _SHORT_DATE.search(text)
    symbol = re.sub(r"\s", "", number["symbol"]) if number else ""
    return _Cited(
        number["so"].lstrip("0") if number else "",
        "" if left_open(symbol) else symbol,
        {part: int(date[part]) for part in _PARTS if date[part]} if date else {},
    )


def _line(doc: Recognised, component: str) -> str:
    return nfc(squeeze(" ".join(fragment.text for fragment in doc.of(component))))


def _findings(doc: Recognised, annex: Annex, agree: bool) -> Iterator[Finding]:
    place = annex.attached[0].place
    text = _text(annex)
    said = _read(text)
    true = _read(_line(doc, "so_ky_hieu"))
    if said.so and true.so and said.so != true.so:
        yield _differs(annex, "số", said.so, true.so, agree=agree)
    if said.symbol and true.symbol and said.symbol.casefold() != true.symbol.casefold():
        yield _differs(annex, "ký hiệu", said.symbol, true.symbol, agree=agree)
    kind = _KIND.search(text)
    named, own = by_name(kind["kind"]) if kind else None, by_name(doc.kind)
    if named and own and named != own:
        yield _differs(annex, "tên loại", named.ten, own.ten, agree=agree)
    date = _read(_line(doc, "dia_danh_thoi_gian")).date
    wrong = [part for part in _PARTS if part in said.date and part in date and said.date[part] != date[part]]
    if wrong:
        shown, right = (" ".join(f"{_NAMES[part]} {each[part]}" for part in wrong) for each in (said.date, date))
        yield RULE.finding(
            place,
            f"Phụ lục ghi kèm theo văn bản {quoted(shown)}, văn bản ghi {quoted(right)}",
            _EITHER if agree else f"Sửa thành «{right}».",
        )


def _differs(annex: Annex, what: str, found: str, right: str, *, agree: bool) -> Finding:
    return RULE.finding(
        annex.attached[0].place,
        f"Phụ lục ghi kèm theo văn bản có {what} {quoted(found)}, {what} của văn bản là {quoted(right)}",
        _EITHER if agree else f"Sửa {what} trong dòng «(Kèm theo …)» thành «{right}».",
    )
