"""DL516: tables are wide enough for what stands in them.

Judged where a report is built: how wide a table is, the template says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.findings import Finding, Place, Severity
from generator.jobs.view.context import Context
from generator.jobs.view.printed import BangIn, KhoiIn
from generator.rules.looks import mm
from generator.rules.rule import DataRule, in_short
from generator.vn.numbers import format_number
from generator.vn.text import upper_first

RULE: Final = DataRule(
    "DL516",
    Severity.WARNING,
    "Bảng đủ rộng cho chữ và công thức trong nó",
    "Cột hẹp hơn một từ thì Word ngắt từ ấy ra hai dòng («lượn», «g»); công thức không đủ chỗ thì in thành dòng chữ.",
)

_IN_BODY = "chuyển bảng vào một phụ lục khổ ngang"
_WIDER = {"doc": "ghi «kho: ngang» ở phụ lục này", "ngang": ""}
_MOST_SHOWN = 3


def cramped(printed: Context) -> Iterator[Finding]:
    """What does not go into the tables of a report; each finding stands at its table."""
    yield from _of_blocks(printed["noi_dung"], _IN_BODY)
    for annex in printed["phu_luc"]:
        yield from _of_blocks(annex.noi_dung, _WIDER[annex.kho])


def _of_blocks(blocks: Iterable[KhoiIn], wider: str) -> Iterator[Finding]:
    for block in blocks:
        if block.bang is not None and block.bang.chat:
            assert block.cho is not None
            yield from _of_table(block.bang, block.cho, wider)


def _of_table(table: BangIn, place: Place, wider: str) -> Iterator[Finding]:
    ways = [wider] if wider else []
    if table.them:
        ways.append("thu hẹp cột cố định của bảng trong mẫu")
    torn = [column for column in table.chat if column.words]
    if torn:
        width = format_number(mm(sum(column.rong for column in table.cot)), 0)
        shown = "; ".join(f"cột «{in_short(column.heading)}» (từ «{column.words[0]}»)" for column in torn[:_MOST_SHOWN])
        more = f"; và {len(torn) - _MOST_SHOWN} cột nữa" if len(torn) > _MOST_SHOWN else ""
        added = f" (mẫu giữ {format_number(mm(table.them), 0)} mm cho cột cố định)" if table.them else ""
        problem = f"Bảng {len(table.cot)} cột chỉ rộng {width} mm{added}, có từ bị ngắt giữa chừng ở: {shown}{more}."
        ways_out = [*ways, "bớt cột hoặc xếp chồng mấy cột vào một ô", "viết «tieu_de» của cột ngắn hơn"]
        yield RULE.finding(place, problem, _sentence(ways_out))
    flat = [column for column in table.chat if column.formula]
    if flat:
        shown = ", ".join(f"«{in_short(column.heading)}»" for column in flat)
        problem = f"Cột {shown} không đủ rộng cho công thức, nên có công thức in thành một dòng chữ."
        ways_out = ["tăng «rong» của cột ấy", *ways, "bớt cột"]
        yield RULE.finding(place, problem, _sentence(ways_out))


def _sentence(ways: list[str]) -> str:
    """Several ways out as one sentence."""
    words = f"{', '.join(ways[:-1])}, hoặc {ways[-1]}." if len(ways) > 1 else f"{ways[0]}."
    return upper_first(words)
