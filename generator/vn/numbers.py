"""Numbers as Vietnamese offices write them: a point between thousands, a comma before decimals.

Figures are ``Decimal`` throughout; nothing here depends on the decimal context of the caller.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation

from generator.patterns import regex
from generator.vn.misread import Misread
from generator.vn.text import quoted

_NUMBER = regex(r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_THOUSANDS_OR_DECIMALS = regex(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_HALF_GROUPED = regex(r"-?[1-9][0-9]*\.[0-9]{3}")
_INNER_BLANK = regex(r"[0-9]\s+[0-9]")
_MOST_DIGITS = 30
MOST_TYPED_DECIMALS = 6
_USUAL_DECIMALS = 2
_SWAPPED = str.maketrans(".,", ",.")
_PLAIN_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})
_PERCENTAGE_CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero])
_EXACT = Context(prec=200, traps=[InvalidOperation])

_HOW_NUMBER = "chỉ viết chữ số, dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân, ví dụ 3.420 hoặc 80,95."
_HOW_COUNT = "viết số nguyên từ 0 trở lên, không có phần thập phân, ví dụ 12 hoặc 3.420."
_HOW_PERCENT = "viết số rồi đến dấu %, dấu phẩy ngăn phần thập phân, ví dụ 70% hoặc 82,9%."


class NumberError(Misread):
    """A text is not a number of the kind wanted; see ``Misread`` for ``problem`` and ``fix``."""


def parse_number(text: str) -> Decimal:
    """The number written in ``text``: "3.420" is 3420 and "80,95" is 80.95.

    Blanks around it are passed over. At most 30 digits. Raises ``NumberError``.
    """
    written = text.strip()
    if _NUMBER.fullmatch(written) and _digits(written) <= _MOST_DIGITS:
        return _value(written)
    if not written:
        raise NumberError(f"{quoted(written)} để trống, ở đây phải có một số.", _HOW_NUMBER)
    _refuse_length(written)
    bare = written.removesuffix("%").rstrip()
    if bare != written and _NUMBER.fullmatch(bare):
        raise NumberError(f"{quoted(written)} có dấu %, ở đây phải là một số.", f"viết {bare}.")
    meant = tuple(_meant(written))
    fix = f"viết {' hoặc '.join(f'{each}{_why(each)}' for each in meant)}." if meant else _HOW_NUMBER
    raise NumberError(_not_vietnamese(written, "số"), fix)


def parse_count(text: str) -> int:
    """The whole number from 0 up that is written in ``text``. Raises ``NumberError``.

    "12,850" is refused though it is a number: in a count the comma is more likely meant to part thousands.
    """
    written = text.strip()
    if not written:
        raise NumberError(f"{quoted(written)} để trống, ở đây phải có một số nguyên.", _HOW_COUNT)
    _refuse_length(written)
    whole = f"{quoted(written)} phải là số nguyên."
    if not _NUMBER.fullmatch(written):
        meant = tuple(_meant(written))
        counts = tuple(each for each in meant if "," not in each and not each.startswith("-"))
        if counts:
            raise NumberError(_not_vietnamese(written, "số"), f"viết {' hoặc '.join(counts)}.")
        raise NumberError(whole if meant else _not_vietnamese(written, "số nguyên"), _HOW_COUNT)
    if _THOUSANDS_OR_DECIMALS.fullmatch(written) and not written.startswith("-"):
        raise NumberError(whole, _thousands_meant(written))
    if "," in written:
        raise NumberError(whole, _HOW_COUNT)
    value = _value(written)
    if value < 0:
        raise NumberError(f"{quoted(written)} là số âm, ở đây phải là số nguyên từ 0 trở lên.", _HOW_COUNT)
    return int(value)


def parse_percent(text: str) -> Decimal:
    """The percentage written in ``text``, as percent: "82,9%" is 82.9. Raises ``NumberError``."""
    written = text.strip()
    if not written:
        raise NumberError(f"{quoted(written)} để trống, ở đây phải có một tỷ lệ phần trăm.", _HOW_PERCENT)
    _refuse_length(written)
    bare = written.removesuffix("%").rstrip()
    if _NUMBER.fullmatch(bare):
        if bare == written:
            raise NumberError(f"{quoted(written)} thiếu dấu %.", f"viết {bare}%.")
        return _value(bare)
    meant = " hoặc ".join(f"{each}%{_why(each)}" for each in _meant(bare))
    fix = f"viết {meant}." if meant else _HOW_PERCENT
    raise NumberError(_not_vietnamese(written, "tỷ lệ phần trăm"), fix)


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """The number as it is printed, such as "2.092.423.000" or "80,95", rounded half up.

    ``decimals`` None: at most two decimals, no zeros at the end. Otherwise that many decimals, but none when
    the value rounds to a whole number: "100", never "100,0". Raises ``ValueError`` when the value is not
    finite or ``decimals`` is negative.
    """
    places = _USUAL_DECIMALS if decimals is None else decimals
    rounded = _rounded(Decimal(value), places)
    whole, _, fraction = f"{rounded.copy_abs():,f}".partition(".")
    if decimals is None or not fraction.strip("0"):
        fraction = fraction.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{whole.replace(',', '.')}{',' if fraction else ''}{fraction}"


def format_percent(value: Decimal, decimals: int | None = None) -> str:
    """The percentage as it is printed, such as "82,52%"; see ``format_number`` for ``decimals``."""
    return f"{format_number(value, decimals)}%"


def printed_number(value: Decimal, decimals: int | None = None) -> Decimal:
    """The number that ``format_number`` prints for the value, as a number again."""
    shown = _rounded(value, _USUAL_DECIMALS if decimals is None else decimals).normalize(_EXACT)
    return shown if shown != shown.to_integral_value() else shown.quantize(Decimal(1), context=_EXACT)


def typed_decimals(value: Decimal) -> int | None:
    """How many decimals a typed number has, so that it is printed as precisely as it was typed.

    None beyond ``MOST_TYPED_DECIMALS``: such a number was computed, and is rounded as usual.
    """
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return decimals if decimals <= MOST_TYPED_DECIMALS else None


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """``part`` of ``whole`` in percent; see ``multiplied``."""
    return multiplied(part, whole, Decimal(100))


def multiplied(part: Decimal, whole: Decimal, factor: Decimal) -> Decimal:
    """``part`` / ``whole`` × ``factor``, to 28 significant digits.

    Callers must see to it that ``whole`` is not zero; ``ZeroDivisionError`` is raised otherwise.
    """
    if not whole:
        raise ZeroDivisionError("no fraction of zero")
    return _PERCENTAGE_CONTEXT.divide(_PERCENTAGE_CONTEXT.multiply(part, factor), whole)


def _value(written: str) -> Decimal:
    value = Decimal(written.replace(".", "").replace(",", "."))
    return value if value else value.copy_abs()


def _rounded(value: Decimal, places: int) -> Decimal:
    if not value.is_finite() or places < 0:
        raise ValueError(f"cannot show {value} with {places} decimals")
    digits = max(value.adjusted() + places + 2, 1)
    context = Context(prec=digits, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[InvalidOperation])
    return value.quantize(Decimal((0, (1,), -places)), rounding=ROUND_HALF_UP, context=context)


def _digits(written: str) -> int:
    return sum(ch.isdecimal() for ch in written)


def _refuse_length(written: str) -> None:
    if _digits(written) > _MOST_DIGITS:
        problem = f"{quoted(written)} dài quá {_MOST_DIGITS} chữ số."
        raise NumberError(problem, "xem lại số này, có thể đã dán nhầm hoặc dính hai số vào nhau.")


def _not_vietnamese(written: str, kind: str) -> str:
    blank = " (có dấu cách ở giữa)" if _INNER_BLANK.search(written) else ""
    return f"{quoted(written)} không phải là {kind} viết theo lối Việt Nam{blank}."


def _meant(written: str) -> Iterator[str]:
    """The Vietnamese spellings that the writer of an unreadable number may have had in mind, best first."""
    plain = "".join(_ascii_digit(ch) for ch in written).translate(_PLAIN_SIGNS)
    plain = re.sub(r"^- +", "-", plain.removeprefix("+").lstrip())
    swapped = plain.translate(_SWAPPED)
    grouped = f"{int(plain.replace('.', '')):,}".replace(",", ".") if _HALF_GROUPED.fullmatch(plain) else ""
    candidates = (plain, swapped, grouped, plain.replace(" ", "."))
    for candidate in dict.fromkeys(re.sub(r"^(-?),", r"\g<1>0,", each) for each in candidates):
        if candidate != written and _NUMBER.fullmatch(candidate):
            yield candidate


def _ascii_digit(ch: str) -> str:
    value = unicodedata.decimal(ch, None)
    return ch if value is None else str(value)


def _why(written: str) -> str:
    reasons = []
    if "." in written:
        reasons.append("dấu chấm ngăn hàng nghìn")
    if "," in written:
        reasons.append("dấu phẩy ngăn phần thập phân")
    return f" ({', '.join(reasons)})" if reasons else ""


def _thousands_meant(written: str) -> str:
    # Imported here because the reader of numbers is a costly import and only this message needs it.
    from generator.vn.words import in_words

    meant = written.replace(",", ".")
    return f"nếu là {in_words(int(written.replace(',', '')))} thì viết {meant}; ở đây không nhận phần thập phân."
