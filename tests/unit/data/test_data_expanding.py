"""Expressions in every place of a data file that takes them: printed there, and refused there with the line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from data_reports import REPORT, Load
from msgspec import Struct

from generator.data.expanding import expand_report
from generator.data.model import BaoCao
from generator.data.model_text import Text

# The file's rest, with what is typed in the place of §.
PLACES = {
    "a typed list": "noi_dung:\n  - liet_ke:\n      - một\n      - §\n",
    "a line below in a list": "noi_dung:\n  - liet_ke:\n      - |\n        một\n        §\n",
    "a cell of a row": "noi_dung:\n  - bang: tu_nhap\n    cot: [{tieu_de: A}]\n    hang:\n      - - §\n",
    "the heading of typed rows": "noi_dung:\n  - bang: tu_nhap\n    cot: [{tieu_de: A}]\n    hang:\n      - §\n",
    "a group of documents": "noi_dung:\n  - bang: van_ban_ban_hanh\n    cot: [tt]\n"
    "    chia_nhom:\n      - ten: §\n        loc: {}\n",
    "the heading of a column": "noi_dung:\n  - bang: chi_tieu\n    cot:\n      - cot: tt\n        tieu_de: §\n",
    "a table in an annex": "noi_dung: [a]\nphu_luc:\n  - tieu_de: A\n    noi_dung:\n      - bang: tu_nhap\n"
    "        cot: [{tieu_de: A}]\n        hang:\n          - - §\n",
    "a block of an annex": "noi_dung: [a]\nphu_luc:\n  - tieu_de: A\n    noi_dung:\n      - §\n",
    "the title of an annex": "noi_dung: [a]\nphu_luc:\n  - tieu_de: |\n      A\n      §\n    noi_dung: [a]\n",
    "the row of a group": "noi_dung: [a]\nchi_tieu:\n  bo: qd-1829-2023\n  nhom:\n    chinh_quyen_so:\n"
    "      ghi_chu: §\n  ket_qua: {}\n",
    "the story of a result": "noi_dung: [a]\nchi_tieu:\n  bo: qd-1829-2023\n  ket_qua:\n    '1.1':\n      chu: Có\n"
    "      noi_dung: |\n        Một.\n        §\n",
}
HEAD = REPORT.replace("noi_dung:\n  - Một đoạn văn.\n", "so_lieu: {thon: 9}\n")


def texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field))


def loaded(load: Load, place: str, typed: str) -> BaoCao:
    words = typed if "|" in PLACES[place] else f'"{typed}"'  # a text after | stands without quotes
    report, findings = load(HEAD + PLACES[place].replace("§", words))
    assert findings == []
    assert report is not None
    return report


@pytest.mark.parametrize("place", PLACES)
def test_an_expression_is_printed(load: Load, place: str) -> None:
    report, faults = expand_report(loaded(load, place, "có {{ so_lieu.thon }} thôn"))
    assert faults == []
    assert sum("có 9 thôn" in text.raw for text in texts(report)) == 1


@pytest.mark.parametrize("place", PLACES)
def test_an_expression_that_names_nothing_is_told_at_its_line(load: Load, place: str) -> None:
    _, (finding,) = expand_report(loaded(load, place, "{{ so_lieu.thonn }}"))
    assert (finding.rule, finding.fix) == ("DL403", "Có phải ý là «thon»?")
    line = (HEAD + PLACES[place]).split("§")[0].count("\n") + 1
    assert str(finding.place).startswith(f"xa.yaml:{line}:")


def test_the_row_of_a_group_may_tell_how_the_group_came_out(load: Load) -> None:
    more = 'noi_dung: [a]\nchi_tieu:\n  bo: qd-1829-2023\n  khong_bao_cao: ["1.2"]\n  nhom:\n    chinh_quyen_so:\n'
    cell = "      ghi_chu: Đạt {{ nhom('chinh_quyen_so').dat }}/{{ nhom('chinh_quyen_so').tong }}\n"
    report, findings = load(HEAD + more + cell + '  ket_qua: {"1.1": Có}\n')
    assert findings == []
    assert report is not None
    expanded, faults = expand_report(report)
    assert faults == []
    (part,) = expanded.chi_tieu
    assert [each.chu.raw for each in part.o_nhom] == ["Đạt 1/10"]
