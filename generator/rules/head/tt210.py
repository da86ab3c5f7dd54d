"""TT210: place and date are worded in full: Hoàng Kim, ngày 05 tháng 3 năm 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decree.components import COMPONENTS
from generator.decree.facts import Fact
from generator.decree.head import AFTER_PLACE, DATE_IN_FULL, MONTHS_BARE, PLACE_NOUNS
from generator.decree.wording import DAY_PADDED_BELOW, IN_FULL, MONTHS_PADDED
from generator.findings import Finding, Place
from generator.patterns import regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.looks import as_printed, left_open
from generator.vn.dates import DateError, parse_date
from generator.vn.text import fold, nfc, quoted, sentence_start
from generator.word.recognised import Recognised

_COMPONENT = COMPONENTS["dia_danh_thoi_gian"]

RULE = FormatRule(
    "TT210",
    "Địa danh và thời gian viết đầy đủ, đúng số 0",
    "Số 0 trước ngày và tháng 1, 2 để không ai thêm được chữ số vào ngày ký.",
    DATE_IN_FULL,
)

_FORM = regex(
    r"(?P<place>.*?)(?P<comma>\s*,)?\s*\b(?P<ngay>ngày)\b(?P<day>.*?)\b(?P<thang>tháng)\b(?P<month>.*?)\b(?P<nam>năm)\b"
    r"(?P<year>.*)",
    re.IGNORECASE,
)
_SHORT_ENDS = ("hcm", "ho chi minh")
_SHORT_CITY = regex(rf"(?:t\s*\.?\s*p\s*\.?\s*)?(?:{'|'.join(_SHORT_ENDS)})")
_COMMA = ","
_EXAMPLE = "«Hoàng Kim, ngày 05 tháng 3 năm 2020»"


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(_COMPONENT.id)
    if not fragments:
        return NOT_ASSESSED
    text = nfc(" ".join(as_printed(fragment) for fragment in fragments))
    return judged(_findings(fragments[0].place, text))


def _findings(place: Place, text: str) -> Iterator[Finding]:
    form = _FORM.fullmatch(text)
    if form is None:
        if not left_open(text):
            yield RULE.finding(
                place,
                f"Địa danh và thời gian viết {quoted(text)}, phải có đủ các từ «ngày», «tháng», «năm»",
                f"Viết theo dạng {_EXAMPLE}.",
            )
        return
    name = form["place"].strip()
    if name and not left_open(name):
        yield from _place_name(place, name)
    if form["comma"] is None:
        problem = f"Sau địa danh {quoted(name)} không có dấu phẩy (,)" if name else "Trước «ngày» không có địa danh"
        yield RULE.finding(place, problem, f"Viết theo dạng {_EXAMPLE}.", AFTER_PLACE.source)
    yield from _small_letters(place, form, text)
    day, month, year = (form[part].strip() for part in ("day", "month", "year"))
    if day.endswith(_COMMA) or month.endswith(_COMMA):
        written = text[form.start("ngay") :]
        yield RULE.finding(
            place,
            f"Thời gian viết {quoted(written)}, có dấu phẩy giữa ngày, tháng, năm",
            f"Viết {quoted(' '.join(written.replace(_COMMA, ' ').split()))}.",
            AFTER_PLACE.source,
        )
        day, month = day.rstrip(" ,"), month.rstrip(" ,")
    yield from _zero(place, "Ngày", day, Fact(range(1, DAY_PADDED_BELOW.value), DAY_PADDED_BELOW.source))
    yield from _zero(place, "Tháng", month, MONTHS_PADDED)
    yield from _needless_zero(place, month)
    yield from _calendar(place, day, month, year)


def _small_letters(place: Place, form: re.Match[str], text: str) -> Iterator[Finding]:
    """«Ngày», «Tháng», «Năm» behind the place; a line all in capitals is a fault of the look, and told there."""
    written = [form[part] for part in (("ngay", "thang", "nam") if form["place"].strip() else ("thang", "nam"))]
    found = [word for word in written if word != word.lower()]
    if found and not text.isupper():
        yield RULE.finding(
            place,
            f"Thời gian viết hoa {', '.join(quoted(word) for word in found)}, phải viết in thường",
            f"Viết theo dạng {_EXAMPLE}.",
            AFTER_PLACE.source,
        )


def _place_name(place: Place, name: str) -> Iterator[Finding]:
    if fold(name).endswith(_SHORT_ENDS) and _SHORT_CITY.fullmatch(fold(name)):
        yield RULE.finding(
            place, f"Địa danh viết {quoted(name)}, phải viết đầy đủ", f"Viết «{IN_FULL}».", IN_FULL.source
        )
        return
    noun = next((noun for noun in PLACE_NOUNS.value if name.casefold().startswith(f"{noun.casefold()} ")), "")
    rest = name[len(noun) :].split()
    right = " ".join([noun, *(sentence_start(word) for word in rest)]).strip()
    if name != right and " ".join(name.split()) != right and not name.isupper():
        yield RULE.finding(
            place,
            f"Địa danh viết {quoted(name)}, phải viết hoa các chữ cái đầu",
            f"Viết {quoted(right)}.",
            AFTER_PLACE.source,
        )


def _zero(place: Place, word: str, figure: str, padded: Fact[range] | Fact[frozenset[int]]) -> Iterator[Finding]:
    if len(figure) == 1 and figure.isdecimal() and int(figure) in padded.value:
        yield RULE.finding(
            place,
            f"{word} viết «{figure}», phải có số 0 phía trước",
            f"Viết «{word.lower()} 0{figure}».",
            padded.source,
        )


def _needless_zero(place: Place, month: str) -> Iterator[Finding]:
    if month.startswith("0") and month.isdecimal() and int(month) in MONTHS_BARE.value:
        yield RULE.finding(
            place,
            f"Tháng viết «{month}»; chỉ tháng 1 và tháng 2 có số 0 phía trước",
            f"Viết «tháng {int(month)}».",
            MONTHS_BARE.source,
        )


def _calendar(place: Place, day: str, month: str, year: str) -> Iterator[Finding]:
    """A date in words, or one that does not exist; parts left blank are a draft's and not judged."""
    year = year.rstrip(" .")
    written = f"ngày {day} tháng {month} năm {year}"
    parts = [part for part in (day, month, year) if any(map(str.isalnum, part)) and not left_open(part)]
    if not all(part.isdecimal() for part in parts):
        yield RULE.finding(
            place,
            f"Thời gian viết {quoted(written)}; ngày, tháng, năm phải viết bằng chữ số Ả Rập",
            f"Viết theo dạng {_EXAMPLE}.",
        )
        return
    if month not in parts or year not in parts:
        return
    try:
        parse_date(written if day in parts else f"tháng {month} năm {year}")
    except DateError as error:
        yield RULE.finding(place, error.problem.rstrip("."), f"Sửa lại thời gian, viết theo dạng {_EXAMPLE}.")
