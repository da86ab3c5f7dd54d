"""DL513: what was written for a column is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.derive import NhomDanhGia
from generator.data.model import BaoCao, KetQuaBo
from generator.data.model_blocks import Bang
from generator.findings import DataPlace, Finding, Severity
from generator.rules.rule import DataRule
from generator.rules.walk import blocks
from generator.vn.suggest import closest

RULE = DataRule(
    "DL513",
    Severity.WARNING,
    "Chữ ghi cho một cột phải có cột ấy trong một bảng",
    "Không bảng nào có cột ấy thì chữ đã ghi không được in ra ở đâu.",
)


class _Words(Struct, frozen=True):
    """Words for a column; ``own`` where they stand in ``cot_them``."""

    column: str
    place: DataPlace
    own: bool = True


def check(report: BaoCao, groups: tuple[NhomDanhGia, ...]) -> Iterator[Finding]:
    for part in report.chi_tieu:
        tables = [table for table in _tables(report) if table.bang == "chi_tieu" and table.bo in (None, part.bo.ma)]
        yield from _unprinted(_of_indicators(part), tables, INDICATOR_COLUMNS, "chỉ tiêu")
    of_documents = (_Words(name, document.place) for document in report.van_ban_ban_hanh for name in document.cot_them)
    tables = [table for table in _tables(report) if table.bang == "van_ban_ban_hanh"]
    yield from _unprinted(of_documents, tables, DOCUMENT_COLUMNS, "văn bản")


def _tables(report: BaoCao) -> Iterator[Bang]:
    return (block for block in blocks(report) if isinstance(block, Bang))


def _of_indicators(part: KetQuaBo) -> Iterator[_Words]:
    for cell in part.o_nhom:
        yield _Words(cell.cot, cell.chu.place, own=False)
    for result in part.ket_qua:
        for name in result.cot_them:
            yield _Words(name, result.place)


def _unprinted(words: Iterable[_Words], tables: list[Bang], known: Mapping[str, str], kind: str) -> Iterator[Finding]:
    """A finding for each column that none of the tables of a kind has, at the first words for it."""
    printed = {name for table in tables for column in table.cot for name in column.cot}
    told = set[tuple[str, bool]]()
    for each in words:
        name, taken = each.column, each.own and each.column in known
        if (name in printed and not taken) or (name, taken) in told:
            continue
        told.add((name, taken))
        if taken:
            problem = f"«{name}» là tên cột có sẵn, nên chữ ghi cho nó ở «cot_them» không được in."
            yield RULE.finding(each.place, problem, _way_in(name))
            continue
        near = closest(name, sorted(printed))
        hint = f"Có phải ý là «{near}»? " if near else ""
        column = f"«{name}»" if name in known else f"{{cot: {name}, tieu_de: …}}"
        fix = f"{hint}Thêm cột {column} vào một bảng {kind}, hoặc bỏ chữ này."
        yield RULE.finding(each.place, f"Không bảng nào có cột «{name}» cho {kind}.", fix)


def _way_in(name: str) -> str:
    """How to have words printed that were written for a column which the program fills itself."""
    fix = "Đặt cho cột riêng một tên khác, có tiêu đề trong bảng."
    return f"Ghi «{name}» ngay dưới kết quả, không qua cot_them." if name in ("ghi_chu", "minh_chung") else fix
