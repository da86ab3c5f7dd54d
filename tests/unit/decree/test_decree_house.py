"""What a house style rests on in the decree: sizes that go together, and how a committee may be named."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decree.sizes import discord
from generator.decree.uy_ban import has_full, has_short, in_full, in_short
from generator.findings import Basis


@pytest.mark.parametrize(
    ("sizes", "basis"),
    [
        ("12 13 13", None),
        ("13 14 14", None),
        ("12 14 14", Basis.SPECIMEN),
        ("12.5 13.5 13.5", Basis.SPECIMEN),
        ("12 13 14", Basis.SPECIMEN),
        ("13 13 13", Basis.LAW),
        ("13 13 14", Basis.LAW),
        ("13 14 13", Basis.LAW),
    ],
)
def test_sizes_of_the_head_go_up_and_down_together(sizes: str, basis: Basis | None) -> None:
    ground = discord(*map(Decimal, sizes.split()))
    assert (ground and ground.basis) == basis


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("UBND huyện A", "Ủy ban nhân dân huyện A"),
        ("UBND HUYỆN A", "ỦY BAN NHÂN DÂN HUYỆN A"),
        ("UBND", "Ủy ban nhân dân"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("(Kèm theo Báo cáo số 12/BC-UBND của UBND xã A)", "(Kèm theo Báo cáo số 12/BC-UBND của Ủy ban nhân dân xã A)"),
        ("Công văn số 5/UBND-VX", "Công văn số 5/UBND-VX"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("", ""),
    ],
)
def test_a_committee_is_named_in_full_or_in_short_and_symbols_stay(short: str, full: str) -> None:
    assert in_full(short) == full
    assert in_short(full) == short


@pytest.mark.parametrize("text", ["Uỷ ban nhân dân xã A", "UỶ BAN  NHÂN DÂN XÃ A", "ỦY BAN\nNHÂN DÂN XÃ A"])
def test_either_place_of_the_tone_and_any_blanks_are_known(text: str) -> None:
    assert has_full(text)
    assert in_short(text).startswith("UBND ")


words = st.lists(
    st.sampled_from(["UBND", "Ủy ban nhân dân", "ỦY BAN NHÂN DÂN", "xã", "XÃ", "A", "12/BC-UBND", "(", "của", "UBNDA"])
).map(" ".join)


@given(words)
def test_nothing_is_left_to_name_the_other_way(text: str) -> None:
    assert not has_short(in_full(text))
    assert not has_full(in_short(text))
    assert in_full(in_full(text)) == in_full(text)
