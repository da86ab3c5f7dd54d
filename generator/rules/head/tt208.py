"""TT208: number and symbol are written in their form: Số: 05/BC-UBND."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decree.head import (
    BODIES_WITH_YEAR,
    COLON_TOUCHES,
    NO_CONG_VAN_SYMBOL,
    NUMBER_OF_YEAR,
    NUMBER_TOUCHES_SLASH,
    ONE_ZERO,
    YEAR_CARRIED_BY,
)
from generator.decree.symbols import LEGAL_KINDS, SoKyHieu, SymbolError, mended_symbol, parse_symbol
from generator.decree.wording import NUMBER_PADDED_BELOW, SO
from generator.findings import Finding, Place
from generator.patterns import one_of, regex
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.rules.head.symbol_text import COMPONENT, STAND_IN, SymbolText, read_line
from generator.vn.text import quoted
from generator.word.recognised import Recognised

RULE = FormatRule(
    "TT208",
    "Số, ký hiệu viết đúng dạng «Số: 05/BC-UBND»",
    "Số và ký hiệu là cách gọi văn bản khi viện dẫn, tìm trong sổ; viết mỗi nơi một kiểu thì không tìm được.",
    SO.source,
)

_FORMS = "«05/BC-UBND», công văn thì «05/UBND-VHXH»"
_LONG_DASH = regex("[\u2012-\u2015\u2212]")
_MARK = one_of("[-/]", "[\u2010-\u2015\u2212]")
_BLANKS_AT_MARKS = regex(rf"\s*({_MARK})\s*")


def check(doc: Recognised) -> Verdict:
    fragments = doc.of(COMPONENT)
    line = read_line(doc)
    return judged(_findings(fragments[0].place, line)) if fragments and line else NOT_ASSESSED


def _findings(place: Place, line: SymbolText) -> Iterator[Finding]:
    if not line.has_colon:
        yield RULE.finding(place, "Sau từ «Số» không có dấu hai chấm (:)", f"Viết «{SO}» rồi đến số.")
    if line.colon_apart:
        yield RULE.finding(
            place,
            "Giữa từ «Số» và dấu hai chấm (:) có dấu cách",
            f"Viết «{SO}» liền nhau.",
            COLON_TOUCHES,
        )
    if line.symbol is None:
        if not line.is_blank:
            yield from _symbol(place, line)
        return
    if not line.is_blank:
        yield from _number(place, line.number)
    if not line.is_open:
        yield from _marks(place, line)
        yield from _symbol(place, line)


def _number(place: Place, number: str) -> Iterator[Finding]:
    found = number.strip()
    if len(found) == 1 and found.isdecimal() and 0 < int(found) < NUMBER_PADDED_BELOW.value:
        yield RULE.finding(
            place,
            f"Số của văn bản là «{found}», số nhỏ hơn {NUMBER_PADDED_BELOW.value} phải có số 0 phía trước",
            f"Viết «0{found}».",
            NUMBER_PADDED_BELOW.source,
        )
    figures = found.lstrip("0")
    wanted = figures.rjust(2, "0")
    if found.isdecimal() and figures and len(found) > len(wanted):
        yield RULE.finding(
            place,
            f"Số của văn bản là «{found}», thừa số 0 phía trước",
            f"Viết «{wanted}».",
            ONE_ZERO,
        )


def _marks(place: Place, line: SymbolText) -> Iterator[Finding]:
    symbol = (line.symbol or "").strip()
    if (line.symbol or "")[:1].isspace() or any(ch.isspace() for ch in symbol):
        yield RULE.finding(
            place, f"Ký hiệu {quoted(symbol)} có dấu cách, phải viết liền", f"Viết {quoted(_without_blanks(symbol))}."
        )
    if not line.is_blank and line.number[-1:].isspace():
        yield RULE.finding(
            place,
            f"Giữa số «{line.number.strip()}» và dấu gạch chéo (/) có dấu cách",
            f"Viết {quoted(f'{line.number.strip()}/{_without_blanks(symbol)}')}.",
            NUMBER_TOUCHES_SLASH,
        )
    dash = _LONG_DASH.search(symbol)
    if dash:
        yield RULE.finding(
            place,
            f"Ký hiệu {quoted(symbol)} có gạch dài «{dash[0]}», phải là gạch nối (-)",
            f"Viết {quoted(_without_blanks(symbol))}.",
        )


def _without_blanks(symbol: str) -> str:
    return "".join(_LONG_DASH.sub("-", symbol).split())


def _symbol(place: Place, line: SymbolText) -> Iterator[Finding]:
    written = _BLANKS_AT_MARKS.sub(r"\1", line.whole).strip()
    if line.symbol is not None and any(ch.isspace() for ch in written):
        return  # the blank was told of by its own
    try:
        symbol = parse_symbol(written)
    except SymbolError as error:
        yield _told(place, line, error)
        return
    if NO_CONG_VAN_SYMBOL in (symbol.loai, symbol.co_quan):
        yield RULE.finding(
            place,
            f"Ký hiệu «{line.symbol}» có «{NO_CONG_VAN_SYMBOL}»; ký hiệu công văn không có chữ viết tắt tên loại",
            "Viết chữ viết tắt tên cơ quan rồi đến đơn vị soạn thảo, ví dụ «UBND-VHXH».",
            NO_CONG_VAN_SYMBOL.source,
        )
    elif symbol.dang:
        yield RULE.finding(
            place,
            f"Số, ký hiệu «{symbol}» viết theo dạng của văn bản Đảng; sau số phải là dấu gạch chéo (/)",
            f"Viết «{SoKyHieu(symbol.so, symbol.loai, symbol.co_quan)}».",
        )
    elif symbol.nam is not None and not _may_carry_year(symbol):
        yield RULE.finding(
            place,
            f"Số, ký hiệu «{symbol}» có năm «{symbol.nam}»; số của văn bản hành chính không ghi năm",
            f"Viết «{SoKyHieu(symbol.so, symbol.loai, symbol.co_quan)}».",
            NUMBER_OF_YEAR,
        )


def _may_carry_year(symbol: SoKyHieu) -> bool:
    if symbol.loai is None:
        return symbol.co_quan.startswith(BODIES_WITH_YEAR.value)
    return symbol.loai in YEAR_CARRIED_BY.value or symbol.loai in LEGAL_KINDS


def _told(place: Place, line: SymbolText, error: SymbolError) -> Finding:
    mended = mended_symbol(line.whole)
    problem, fix = error.problem.rstrip("."), f"Viết theo dạng {_FORMS}."
    if mended is not None:
        fix = f"Viết «{SoKyHieu(mended.so, mended.loai, mended.co_quan, mended.nam)}»."
    if line.is_blank:
        # The reader never typed the number that stands in for the open one.
        problem, fix = (text.replace(f"«{STAND_IN}/", "«…/") for text in (problem, fix))
    return RULE.finding(place, f"Số, ký hiệu {problem}", fix)
