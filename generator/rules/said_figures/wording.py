"""What the rules over figures tell the reader alike."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from generator.findings import DataPlace, Place
from generator.patterns import regex
from generator.rules.said import Passage, Said
from generator.vn.figures_in_text import Figure
from generator.vn.numbers import format_number
from generator.vn.rates_in_text import Rated, computed, counts, decimals_of

_FIGURE = regex("[0-9]")
_LONGEST_QUOTE = 60
_COMPUTE = "Trong tệp dữ liệu nên ghi tử số, mẫu số một lần rồi gọi lại, ví dụ «{{ ct('3.8').ty_le }}», để máy tự tính."
_COMPUTE_IN_TABLE = "Trong tệp dữ liệu chỉ cần ghi «tu» và «mau», bỏ «ty_le», để máy tự tính."


@lru_cache(maxsize=2)
def figured(said: Said) -> tuple[Passage, ...]:
    """The passages and the cells that have a figure."""
    return tuple(passage for passage in (*said.passages, *cells(said)) if _FIGURE.search(passage.text))


@lru_cache(maxsize=2)
def cells(said: Said) -> tuple[Passage, ...]:
    """The words of the tables; the results of the indicators where no table is known."""
    if said.tables:
        return tuple(cell for table in said.tables for row in table.rows for cell in row.cells)
    return tuple(Passage(each.result, each.place) for each in said.indicators if each.result)


def mend(place: Place, remedy: str, in_table: bool = False) -> str:
    """The remedy, and in a data file how to let the program compute the figure."""
    if not isinstance(place, DataPlace):
        return remedy
    return f"{remedy} {_COMPUTE_IN_TABLE if in_table else _COMPUTE}"


def stated(text: str, pair: Rated) -> str:
    """The fraction with its rate as they stand, «2/3 … 69%» where much stands between them."""
    spans = sorted(((pair.ratio.start, pair.ratio.end), (pair.rate.start, pair.rate.end)))
    (start, middle), (after, end) = spans
    whole = " ".join(text[start:end].split())
    if len(whole) <= _LONGEST_QUOTE:
        return f"«{whole}»"
    return f"«{text[start:middle]} … {text[after:end]}»"


def right_rate(pair: Rated) -> str:
    """The rate as the fraction gives it, with as many decimals as were stated (two where none were)."""
    part, whole = counts(pair.ratio)
    if part is None or not whole:
        raise ValueError(f"no rate of {pair.ratio.text}")
    return computed(part, whole, decimals_of(pair.rate.values[-1]))


def written(figure: Figure) -> str:
    """How the figure is written in Vietnamese: its value as a count, or as a decimal."""
    if figure.percent or figure.whole is None:
        value = figure.values[-1]
        return format_number(value, decimals_of(value)) + ("%" if figure.percent else "")
    return format_number(Decimal(figure.whole))
