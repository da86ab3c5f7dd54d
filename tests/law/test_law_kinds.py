"""The kinds of documents, read from the table of Phụ lục III, mục I."""

from __future__ import annotations

import pytest

from generator.decree.kinds import COPIES, KINDS, by_name, by_symbol

SYMBOLS = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
]  # fmt: skip


@pytest.fixture(scope="module")
def table(annex_three):
    """Symbol and name as printed, without "(cá biệt)" and in one spelling of the tone."""
    rows = []
    for _, name, symbol in annex_three.tables()[0].rows:
        printed = " ".join("".join(line.text for line in name).split())
        printed = printed.replace(" (cá biệt)", "").replace("uỷ", "ủy")
        rows.append(("".join(line.text for line in symbol).strip(), printed))
    return rows


def test_kinds_are_those_of_the_table_in_its_order(table):
    listed = [row for row in table if row[0] in SYMBOLS]
    assert len(listed) == 27
    assert [(kind.ky_hieu, kind.ten) for kind in KINDS if kind.ky_hieu] == listed


def test_copies_are_those_of_the_table(table):
    listed = [row for row in table if row[0] in ("SY", "TrS", "SL")]
    assert [(copy.ky_hieu, copy.ten) for copy in COPIES] == listed
    assert len(listed) == 3


def test_table_has_nothing_else(table):
    assert {symbol for symbol, _ in table} - {"", "Chữ viết tắt"} == {*SYMBOLS, "SY", "TrS", "SL"}


def test_cong_van_and_thu_cong_have_no_symbol():
    assert [kind.ten for kind in KINDS if kind.ky_hieu is None] == ["Công văn", "Thư công"]
    assert by_name("Công văn").ky_hieu is None
    assert by_symbol("CV") is None


def test_specimen_1_4_names_kinds_that_are_held(specimens):
    notes = " ".join(line.text for block in specimens["1.4"] if hasattr(block, "rows") for line in block.column(0))
    listed = notes.split("có ghi tên loại gồm:")[1].split(".")[0]
    names = [" ".join(name.split()) for name in listed.split(",")]
    assert len(names) == 17
    assert all(by_name(name) for name in names)
