"""What the texts of a data file mean: each function reads one text and raises ``Unreadable`` where it cannot."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from msgspec import Struct

from generator.data.model_catalogue import MucTieu
from generator.decree.kinds import COPIES, KINDS, by_name
from generator.decree.symbols import (
    LEGAL_KINDS,
    PARTY_KINDS,
    STATE_KINDS,
    SoKyHieu,
    SymbolError,
    parse_symbol,
)
from generator.patterns import regex
from generator.vn.dates import DateError, VnDate, parse_date
from generator.vn.numbers import NumberError, format_number, parse_count, parse_number, parse_percent
from generator.vn.text import fold, quoted, squeeze

T = TypeVar("T")

SLUG = regex(r"[a-z0-9_-]+")
IDENTIFIER = regex(r"[a-z][a-z0-9_]*")
_SHOWN = 60  # characters of a text that a remedy repeats
_NUMERIC = regex(r"[+-]?[0-9][0-9.,]*")
_ENGLISH_THOUSANDS = regex(r"[1-9][0-9]{0,2},[0-9]{3}")
_EXPRESSION = regex(r"\{\{(?:[^{}]*\}\})?")
_FRACTION = regex(r"(?P<tu>[0-9][0-9.,]*)\s*/\s*(?P<mau>[0-9][0-9.,]*)")
_WITH_UNIT = regex(r"(?P<so>[0-9][0-9.,]*)\s*[^\W\d_].*")
_YES = frozenset(("co", "yes", "true", "x"))
_NO = frozenset(("khong", "no", "false"))
# Laws and resolutions of the National Assembly have no kind in their symbols, so no table of symbols names them.
_OTHER_KINDS = ("Hiến pháp", "Bộ luật", "Luật", "Nghị quyết", "Pháp lệnh")
_KIND_NAMES = tuple(
    dict.fromkeys(
        (
            *(kind.ten for kind in (*KINDS, *COPIES)),
            *STATE_KINDS.values(),
            *LEGAL_KINDS.values(),
            *PARTY_KINDS.values(),
            *_OTHER_KINDS,
        )
    )
)


class Unreadable(ValueError):
    """A text is not what its key needs; ``problem`` and ``fix`` say why and what to write, in Vietnamese.

    ``at`` is the index in the text where it goes wrong.
    """

    def __init__(self, problem: str, fix: str, at: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix
        self.at = at


class SoDo(Struct, frozen=True):
    """A number, or (``phan_tram``) a percentage stored as percent."""

    gia_tri: Decimal
    phan_tram: bool = False


def chu(text: str) -> str:
    """Words on one line."""
    _refuse_expressions(text)
    _refuse_lines(text)
    return squeeze(text)


def chu_giu_trang(text: str) -> str:
    """Words on one line with the blanks around them, which part them from what they are printed beside."""
    _refuse_expressions(text)
    _refuse_lines(text)
    return text.strip("\n")


def chu_nhieu_dong(text: str) -> str:
    """Words on one line or more, without blank lines."""
    _refuse_expressions(text)
    lines = (squeeze(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def doan_van(text: str) -> str:
    """A text as typed, of one line or more; only blanks and line breaks at its end are dropped."""
    return text.rstrip()


def mot_dong(text: str) -> str:
    """A text as typed, of one line."""
    _refuse_lines(text)
    return text.strip()


def _refuse_lines(text: str) -> None:
    if "\n" in text.strip():
        raise Unreadable(f"{quoted(text)} gồm nhiều dòng, ở đây chỉ viết một dòng.", "viết gọn trên một dòng.")


def _refuse_expressions(text: str) -> None:
    """Plain words are printed as typed, so that an expression would come out as its own source."""
    found = _EXPRESSION.search(text)
    if found:
        problem = f"{quoted(found[0])}: ở đây không dùng được biểu thức, máy sẽ in ra nguyên như đã gõ."
        raise Unreadable(problem, "viết thẳng chữ hoặc số cần in, không có {{ }}.", found.start())


def so(text: str) -> Decimal:
    """A number; words after it are refused with advice on where the unit goes."""
    unit = re.fullmatch(r"(?P<so>[0-9][0-9.,]*)\s*(?P<don_vi>[^\W\d].*|%)", text.strip())
    if unit:
        _read(parse_number, unit["so"])
        quote = "'" if '"' in unit["don_vi"] else '"'
        group = f"«{{gia_tri: {_in_braces(unit['so'])}, don_vi: {quote}{unit['don_vi']}{quote}}}»"
        fix = f"tách đơn vị ra: {group}{_points_meant(unit['so'])}."
        raise Unreadable(f"{quoted(text)} có cả số lẫn chữ, ở đây chỉ viết số.", fix)
    _refuse_fraction(text)
    return _unmistakable(_read(parse_number, text), text)


def so_khong_am(text: str) -> Decimal:
    """A number from 0 up."""
    value = _read(parse_number, text)
    if value < 0:
        raise Unreadable(f"{quoted(text)} là số âm, ở đây phải từ 0 trở lên.", "viết số từ 0 trở lên.")
    return value


def so_trong_phan_so(text: str) -> Decimal:
    """A numerator or denominator, from 0 up."""
    return _unmistakable(so_khong_am(text), text)


def so_duong(text: str) -> Decimal:
    """A number above 0."""
    value = so_khong_am(text)
    if not value:
        raise Unreadable(f"{quoted(text)} phải lớn hơn 0.", "viết số lớn hơn 0, ví dụ «30».")
    return value


def so_do(text: str) -> Decimal:
    """A measure above 0 in the unit that its key tells; a unit typed behind it is refused."""
    found = _WITH_UNIT.fullmatch(text.strip())
    if found:
        _read(parse_number, found["so"])
        raise Unreadable(f"{quoted(text)} có kèm đơn vị, ở đây chỉ viết con số.", f"viết «{found['so']}».")
    return so_duong(text)


def dem(text: str) -> int:
    """A whole number from 0 up."""
    return _read(parse_count, text)


def phan_tram(text: str) -> Decimal:
    """A percentage, as percent."""
    return _read(parse_percent, text)


def so_hoac_phan_tram(text: str) -> SoDo:
    """A number, or a percentage when a % stands after it; words are refused with advice on where they go."""
    _refuse_fraction(text)
    parts = split_unit(text)
    if parts is not None:
        fix = f"ghi số và chữ ở hai mục: «gia_tri: {parts[0]}» và «don_vi: {parts[1]}»."
        raise Unreadable(f"{quoted(text)} có cả số lẫn chữ, ở đây chỉ viết số.", fix)
    if text[:1].isalpha():
        fix = f"kết quả bằng chữ thì đổi «gia_tri» thành «chu», ví dụ «chu: {squeeze(text)[:_SHOWN]}»."
        raise Unreadable(f"{quoted(text)} là chữ, ở đây chỉ viết một con số hoặc một tỷ lệ.", fix)
    if text.rstrip().endswith("%"):
        return SoDo(_read(parse_percent, text), phan_tram=True)
    return SoDo(_unmistakable(_read(parse_number, text), text))


def _unmistakable(value: Decimal, text: str) -> Decimal:
    """The value, unless ``text`` looks like an English number.

    "12,850" is legal Vietnamese for 12.85, but it is nearly always an English twelve thousand: refused.
    """
    if not _ENGLISH_THOUSANDS.fullmatch(text.strip()):
        return value
    points = text.strip().replace(",", ".")
    fix = (
        f"nếu là số nguyên có dấu ngăn hàng nghìn thì viết «{points}»; nếu là số thập phân thì viết «{text.strip()}0»."
    )
    raise Unreadable(f"{quoted(text)} có thể hiểu là {points} hoặc một số thập phân.", fix)


def _refuse_fraction(text: str) -> None:
    found = _FRACTION.fullmatch(text.strip())
    if found:
        group = f"«{{tu: {_in_braces(found['tu'])}, mau: {_in_braces(found['mau'])}}}»"
        fix = f"viết tử số và mẫu số: {group}{_points_meant(found['tu'], found['mau'])}."
        raise Unreadable(f"{quoted(text)} là phân số, ở đây chỉ viết một số.", fix)


def ngay(text: str) -> VnDate:
    """A date; its day, or its day and month, may be missing."""
    return _read(parse_date, text)


def ngay_co_thang(text: str) -> VnDate:
    """A date whose day may be missing, but not its month."""
    value = ngay(text)
    if value.month is None:
        fix = f"viết cả tháng, ví dụ «12/{value.year}»; biết ngày thì viết «05/12/{value.year}»."
        raise Unreadable(f"{quoted(text)} thiếu tháng.", fix)
    return value


def ngay_du(text: str) -> VnDate:
    """A date with its day and month."""
    value = ngay(text)
    if value.day is None:
        month = value.month or 11
        last = min(monthrange(value.year, month)[1], 30)
        fix = f"viết đủ ngày, tháng, năm, ví dụ «{last}/{month}/{value.year}»."
        raise Unreadable(f"{quoted(text)} thiếu ngày.", fix)
    return value


def ky_hieu(text: str) -> SoKyHieu:
    """A number and symbol of a document."""
    return _read(parse_symbol, text)


def ten_loai_van_ban(text: str) -> str:
    """The name of a kind of document; an unknown name is taken as it is, a slip in the accents is refused."""
    words = chu(text)
    known = by_name(words)
    if known is not None:
        return known.ten
    for name in _KIND_NAMES:
        if name.casefold() == words.casefold():
            return name
        if fold(name) == fold(words):
            raise Unreadable(f"{quoted(words)} không phải là tên loại văn bản.", f"viết «{name}».")
    return words


def co_khong(text: str) -> bool:
    """Có or Không."""
    word = fold(text.strip())
    if word in _YES or word in _NO:
        return word in _YES
    raise Unreadable(f"{quoted(text)} không phải là Có hoặc Không.", "viết «Có» hoặc «Không».")


def dinh_danh(text: str) -> str:
    """An identifier: lower-case letters without accents, figures and underscores, starting with a letter."""
    return _of_pattern(text, IDENTIFIER, "mã", "may_tinh")


def slug(text: str) -> str:
    """A name of a file without its ending: lower-case letters without accents, figures, hyphens, underscores."""
    return _of_pattern(text, SLUG, "tên", "qd-1829-2023")


def muc_tieu(text: str) -> MucTieu:
    """A target as issued: a percentage, a number or words."""
    words = chu(text)
    if not _NUMERIC.fullmatch(words.removesuffix("%").rstrip()):
        return MucTieu(words)
    value = so_hoac_phan_tram(words)
    return MucTieu(words, value.gia_tri, value.phan_tram)


def suggested_name(text: str) -> str:
    """What a name without accents, made from the words typed, looks like; empty where nothing is left."""
    return re.sub(r"[^a-z0-9_-]+", "_", fold(text)).strip("_")


def split_unit(text: str) -> tuple[str, str] | None:
    """The number and the words of a text such as "14 điểm" or "2.000 lượt/tháng", or None."""
    number, _, words = squeeze(text).partition(" ")
    if words and words != "%" and _NUMERIC.fullmatch(number) and not _printed_otherwise(number):
        return number, words
    return None


def _printed_otherwise(number: str) -> bool:
    """Whether a whole number would not come out as typed: a year ("2023 …"), a padded one ("01 văn bản")."""
    return number.isdigit() and format_number(int(number)) != number


def is_figure(text: str) -> bool:
    """Whether the text is a number, a percentage or a fraction, be it well or badly written."""
    bare = text.strip()
    return bool(_NUMERIC.fullmatch(bare.removesuffix("%").rstrip()) or _FRACTION.fullmatch(bare))


def _read(parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except (NumberError, DateError, SymbolError) as error:
        raise Unreadable(error.problem, error.fix) from error


def _of_pattern(text: str, pattern: re.Pattern[str], what: str, example: str) -> str:
    word = text.strip()
    if pattern.fullmatch(word):
        return word
    meant = suggested_name(word)
    fitting = (name for name in (meant, meant.replace("-", "_")) if pattern.fullmatch(name))
    problem = f"{quoted(word)} không dùng làm {what} được; chỉ dùng chữ thường không dấu, chữ số và dấu gạch dưới."
    raise Unreadable(problem, f"viết «{next(fitting, example)}».")


def _in_braces(number: str) -> str:
    """The number as it must be typed inside ``{ }``, where a bare comma would part two keys."""
    if _ENGLISH_THOUSANDS.fullmatch(number):
        return number.replace(",", ".")
    return f'"{number}"' if "," in number else number


def _points_meant(*numbers: str) -> str:
    """A word of warning where ``_in_braces`` took an English number for what it nearly always is."""
    english = next((number for number in numbers if _ENGLISH_THOUSANDS.fullmatch(number)), None)
    return "" if english is None else f' (nếu {quoted(english)} là số thập phân thì viết «"{english}0"»)'
