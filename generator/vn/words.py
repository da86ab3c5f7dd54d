"""Numbers in Vietnamese words, by way of num2words.

The library's own Vietnamese is wrong for about one number in ten (1.005 becomes "một nghìn lẻ năm", -5
becomes "mười lăm"). Importing this module puts a right converter in its place, for every caller of num2words.
"""

from __future__ import annotations

from decimal import Decimal

import num2words
from msgspec import Struct

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LIMIT = 10**18
_BILLION = 10**9
_MOST_DECIMALS = 18
# Up to three digits after the comma are read as one number, as people do; a longer tail digit by digit.
_READ_AS_NUMBER = 3


def in_words(value: Decimal | int, *, tu: bool = True, linh: str = "linh", nghin: str = "nghìn", ty: str = "tỷ") -> str:
    """The number in words: 1.005.000 is "một triệu không trăm linh năm nghìn".

    ``tu``: 24 is "hai mươi tư", otherwise "hai mươi bốn". ``linh``, ``nghin`` and ``ty`` take the regional
    "lẻ", "ngàn" and "tỉ". Decimals are read as they stand, zeros at the end too; a fraction of nothing but
    zeros is not read. Raises ``ValueError`` from 10**18 up, for more than 18 decimals and for what is not
    finite.
    """
    words: str = num2words.num2words(value, lang="vi", tu=tu, linh=linh, nghin=nghin, ty=ty)
    return words


class _Reader(Struct, frozen=True):
    """Reads whole numbers with one choice of words."""

    tu: bool = True
    linh: str = "linh"
    nghin: str = "nghìn"
    ty: str = "tỷ"

    def whole(self, number: int) -> str:
        """The words of ``number``, 0 to 10**18 - 1."""
        if number == 0:
            return _DIGITS[0]
        billions, rest = divmod(number, _BILLION)
        words = [*self._below_billion(billions, inside=False), self.ty] if billions else []
        return " ".join(words + self._below_billion(rest, inside=bool(billions)))

    def _below_billion(self, number: int, *, inside: bool) -> list[str]:
        """The words of ``number``; ``inside`` when larger groups were read before it."""
        words: list[str] = []
        for size, name in ((1_000_000, "triệu"), (1000, self.nghin), (1, "")):
            group = number // size % 1000
            if group:
                words += self._group(group, inside=inside or bool(words))
                words += [name] if name else []
        return words

    def _group(self, group: int, *, inside: bool) -> list[str]:
        """The words of three digits, with an empty hundred spoken when the group stands inside a number."""
        hundreds, rest = divmod(group, 100)
        tens, units = divmod(rest, 10)
        words = [_DIGITS[hundreds], "trăm"] if hundreds or inside else []
        if tens == 0 and units:
            return [*words, self.linh, _DIGITS[units]] if words else [_DIGITS[units]]
        if tens == 1:
            words.append("mười")
        elif tens:
            words += [_DIGITS[tens], "mươi"]
        return [*words, self._unit(tens, units)] if units else words

    def _unit(self, tens: int, units: int) -> str:
        """The last digit, whose word changes with the tens before it."""
        if units == 5:
            return "lăm"
        if tens > 1 and units == 1:
            return "mốt"
        if tens > 1 and units == 4 and self.tu:
            return "tư"
        return _DIGITS[units]


class _Vietnamese:
    """What num2words asks of a language; it calls these methods by name."""

    def str_to_number(self, text: str) -> Decimal:
        return Decimal(text)

    def to_cardinal(self, number: Decimal | float, **choice: bool | str) -> str:
        value = _exact(number)
        reader = _Reader(**choice)  # type: ignore[arg-type]
        whole, _, fraction = f"{value.copy_abs():f}".partition(".")
        words = reader.whole(int(whole))
        if fraction.strip("0"):
            words = f"{words} phẩy {_fraction(reader, fraction)}"
        return f"âm {words}" if value < 0 else words

    def to_ordinal(self, number: Decimal | float) -> str:
        value = _exact(number)
        if value < 1 or value != value.to_integral_value():
            raise ValueError(f"no ordinal for {number}")
        irregular = {1: "nhất", 4: "tư"}
        return f"thứ {irregular.get(int(value)) or _Reader().whole(int(value))}"


def _exact(number: Decimal | float) -> Decimal:
    """The number as a decimal, a float by its shortest spelling; raises ``ValueError`` outside the limits."""
    value = Decimal(str(number)) if isinstance(number, float) else Decimal(number)
    if not value.is_finite() or value.copy_abs() >= _LIMIT:
        raise ValueError(f"cannot read {number}: words only go to 10**18")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _MOST_DECIMALS:
        raise ValueError(f"cannot read {number}: more than {_MOST_DECIMALS} decimals")
    return value


def _fraction(reader: _Reader, digits: str) -> str:
    significant = digits.lstrip("0")
    words = [_DIGITS[0]] * (len(digits) - len(significant))
    if len(significant) <= _READ_AS_NUMBER:
        words.append(reader.whole(int(significant)))
    else:
        words += [_DIGITS[int(digit)] for digit in significant]
    return " ".join(words)


num2words.CONVERTER_CLASSES["vi"] = _Vietnamese()
