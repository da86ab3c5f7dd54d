"""Laws of the rules over the figures of the data: seeded faults are always found, clean figures give nothing."""

from __future__ import annotations

from decimal import Decimal

from data_models import PLACE, bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, nhom, so_lieu
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.derive import assess
from generator.data.model import BaoCao
from generator.data.model_catalogue import CongThuc
from generator.findings import DataPlace, Finding
from generator.rules.figures import sl101, sl102, sl103
from generator.rules.said import AnnexHeading, Said
from generator.rules.said_words import dl713

CHECKS = (sl101.check, sl102.check, sl103.check)
terms = st.tuples(st.integers(0, 9_999), st.integers(1, 9_999)).map(sorted)


def report(*fractions: tuple[int, int], formula: CongThuc | None = None, rate: int | None = None) -> BaoCao:
    """A report with a figure and an indicator for each fraction; the last indicator has the formula and the rate."""
    figures = tuple(so_lieu(f"so_{n}", tu=Decimal(tu), mau=Decimal(mau)) for n, (tu, mau) in enumerate(fractions))
    targets = [chi_tieu(ma=f"1.{n}") for n in range(len(fractions))]
    results = [ket_qua(f"1.{n}", tu=Decimal(tu), mau=Decimal(mau)) for n, (tu, mau) in enumerate(fractions)]
    if formula is not None:
        targets.append(chi_tieu("15", ma="9", cong_thuc=(formula,)))
        stated = {} if rate is None else {"ty_le": Decimal(rate)}
        results.append(ket_qua("9", tu=Decimal(3), mau=Decimal(7), **stated))
    return bao_cao(so_lieu=figures, chi_tieu=(ket_qua_bo(bo_chi_tieu(nhom(*targets)), *results),))


def found(made: BaoCao) -> list[Finding]:
    groups = assess(made)
    return [finding for check in CHECKS for finding in check(made, groups)]


@settings(max_examples=100)
@given(st.lists(terms.map(tuple), min_size=1, max_size=6))
def test_parts_of_their_wholes_give_nothing(fractions: list[tuple[int, int]]) -> None:
    assert found(report(*fractions)) == []


@settings(max_examples=100)
@given(st.integers(1, 9_999), st.integers(1, 9_999))
def test_a_part_above_its_whole_is_always_found(whole: int, more: int) -> None:
    assert [each.rule for each in found(report((whole, whole), (whole + more, whole)))] == ["SL101"] * 2


@settings(max_examples=100)
@given(st.integers(0, 9_999), st.integers(1, 9_999))
def test_a_whole_of_nothing_is_always_found(part: int, whole: int) -> None:
    told = [each.rule for each in found(report((0, whole), (part, 0)))]
    assert told.count("SL102") == 2
    assert set(told) == {"SL102"}


@settings(max_examples=100)
@given(st.sampled_from(["1000", "10.000", "100.000"]), st.integers(0, 100))
def test_a_rate_beside_a_formula_of_another_factor_is_always_found(factor: str, rate: int) -> None:
    formula = CongThuc("S = 3/7", "S", "Số giường", "Số dân", factor, Decimal(factor.replace(".", "")), phan_tram=False)
    assert found(report(formula=formula)) == []
    assert [each.rule for each in found(report(formula=formula, rate=rate))] == ["SL103"]


@settings(max_examples=100)
@given(st.integers(1, 12), st.data())
def test_two_annexes_of_one_number_are_always_found(count: int, data: st.DataObject) -> None:
    roman = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    headings = [
        AnnexHeading(number, f"Bảng {number}", DataPlace("a.yaml", n, 1)) for n, number in enumerate(roman[:count])
    ]
    assert list(dl713.check(Said("a.yaml", (), annexes=tuple(headings)))) == []
    twice = data.draw(st.integers(1, count))
    again = data.draw(st.sampled_from([roman[twice - 1], str(twice), f"{twice:02}"]))
    headings.append(AnnexHeading(again, "Bảng nữa", PLACE))
    (finding,) = dl713.check(Said("a.yaml", (), annexes=tuple(headings)))
    assert finding.place == PLACE
