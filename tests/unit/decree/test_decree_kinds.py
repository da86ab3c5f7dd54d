from __future__ import annotations

import pytest

from generator.decree.kinds import COPIES, KINDS, by_name, by_symbol


@pytest.mark.parametrize("kind", [*KINDS, *COPIES], ids=lambda kind: kind.ten)
def test_a_kind_is_found_by_symbol_and_by_name(kind):
    assert by_name(kind.ten) == kind
    assert by_name(kind.ten.upper()) == kind
    assert kind.ky_hieu is None or by_symbol(kind.ky_hieu) == kind


@pytest.mark.parametrize("name", ["giấy uỷ quyền", "GIẤY ỦY QUYỀN", "  Giấy   ủy quyền "])
def test_case_blanks_and_the_place_of_the_tone_do_not_matter(name):
    assert by_name(name).ky_hieu == "GUQ"


def test_both_spellings_of_thoa_thuan():
    assert by_name("Bản thoả thuận") == by_name("bản thỏa thuận")


@pytest.mark.parametrize("symbol", ["bc", "TTR", "CV", "", "BC "])
def test_symbols_are_exact(symbol):
    assert by_symbol(symbol) is None


def test_an_unknown_name_is_no_kind():
    assert by_name("Nghị định") is None
