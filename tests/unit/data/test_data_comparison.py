"""Figures held against those of the period before: numbers that add up, and words with the right sign and unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from data_models import PLACE, bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, nhom, so_lieu, text
from hypothesis import given
from hypothesis import strategies as st

from generator.data.comparison import Change, Compared, Measure, NotComparable, change
from generator.data.derive import ChiTieuDanhGia, assess
from generator.data.expressions import expand_text
from generator.data.model import BaoCao, KetQua, Ky, SoLieu
from generator.data.names import names
from generator.findings import Finding
from generator.vn.numbers import format_number, parse_number

NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)
DECIMALS = st.none() | st.integers(0, 6)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Measure, Measure]:
    """Two measures of one kind."""
    is_percent = draw(st.booleans())
    unit = "" if is_percent else draw(st.sampled_from(["", "hồ sơ", "máy"]))
    one, other = (Measure(draw(NUMBERS), is_percent, unit, draw(DECIMALS)) for _ in range(2))
    return one, other


def shown(measure: Measure) -> Decimal:
    """The number that a reader sees, read back."""
    return parse_number(format_number(measure.value, measure.decimals))


@given(pairs())
def test_what_is_printed_adds_up(pair: tuple[Measure, Measure]) -> None:
    now, before = pair
    assert shown(before) + parse_number(change(now, before).signed.removeprefix("+")) == shown(now)


@given(pairs())
def test_the_words_say_what_the_sign_says(pair: tuple[Measure, Measure]) -> None:
    moved = change(*pair)
    first, *more = moved.words.split(" ")
    if moved.difference:
        assert first == ("tăng" if moved.difference > 0 else "giảm")
        assert parse_number(more[0]) == abs(moved.difference)
        assert moved.signed[0] == ("+" if moved.difference > 0 else "-")
        assert moved.words.endswith("điểm %") is pair[0].is_percent
    else:
        assert (moved.words, moved.signed) == ("không đổi", "0")


@given(pairs())
def test_there_and_back_is_no_way(pair: tuple[Measure, Measure]) -> None:
    now, before = pair
    assert change(now, before).difference == -change(before, now).difference
    assert change(now, now).words == "không đổi"


@given(pairs())
def test_the_relative_change_has_the_sign_of_the_change(pair: tuple[Measure, Measure]) -> None:
    now, before = pair
    if now.is_percent or shown(before) <= 0:
        with pytest.raises(NotComparable):
            _ = change(now, before).relative
    else:
        assert change(now, before).relative.split(" ")[0] == change(now, before).words.split(" ")[0]


@pytest.mark.parametrize(
    ("now", "before", "words", "signed"),
    [
        (Measure(Decimal("82.4")), Measure(Decimal("77.2")), "tăng 5,2", "+5,2"),
        (Measure(Decimal("80.69"), True, "", 1), Measure(Decimal("65.24"), True, "", 1), "tăng 15,5 điểm %", "+15,5"),
        (Measure(Decimal("80.6"), True), Measure(Decimal("80.4567"), True, "", 3), "tăng 0,143 điểm %", "+0,143"),
        (Measure(Decimal(30), unit="hồ sơ"), Measure(Decimal(42)), "giảm 12 hồ sơ", "-12"),
        (Measure(Decimal(30)), Measure(Decimal(42), unit="hồ sơ"), "giảm 12 hồ sơ", "-12"),
        (Measure(Decimal(12345)), Measure(Decimal(0)), "tăng 12.345", "+12.345"),
    ],
)
def test_differences_are_written(now: Measure, before: Measure, words: str, signed: str) -> None:
    moved = change(now, before)
    assert (moved.words, moved.signed) == (words, signed)


def test_a_relative_change_is_in_percent_of_before() -> None:
    assert Change(Measure(Decimal(24)), Measure(Decimal(20))).relative == "tăng 20%"
    assert Change(Measure(Decimal(55)), Measure(Decimal(60))).relative == "giảm 8,33%"
    assert Change(Measure(Decimal(20)), Measure(Decimal(20))).relative == "không đổi"


@pytest.mark.parametrize(
    ("now", "before", "problem", "fix"),
    [
        (None, Measure(Decimal(1)), "chưa có số kỳ này", "Điền số kỳ này"),
        (Measure(Decimal(1)), None, "chưa có số kỳ trước", "Thêm «ky_truoc»"),
        ("Có", Measure(Decimal(1)), "kỳ này ghi bằng chữ «Có»", "bằng số"),
        (Measure(Decimal(1)), "Chưa\ncó", "kỳ trước ghi bằng chữ «Chưa có»", "bằng số"),
        (Measure(Decimal(8), True), Measure(Decimal(3)), "kỳ này là tỷ lệ (8%), kỳ trước là số đếm (3)", "một cách"),
        (
            Measure(Decimal(8), unit="máy"),
            Measure(Decimal(3), unit="hồ sơ"),
            "kỳ này tính bằng «máy», kỳ trước tính bằng «hồ sơ»",
            "cùng một «don_vi»",
        ),
    ],
)
def test_what_cannot_be_compared_says_what_lacks(now: Compared, before: Compared, problem: str, fix: str) -> None:
    with pytest.raises(NotComparable) as raised:
        change(now, before)
    assert problem in raised.value.problem
    assert fix in raised.value.fix


# --- in the texts of a report -------------------------------------------------------------------------------------


def report(*results: KetQua, figures: tuple[SoLieu, ...] = (), ky: Ky | None = None) -> BaoCao:
    catalogue = bo_chi_tieu(nhom(*(chi_tieu("70%", result.ma) for result in results)))
    period = ky or Ky(nam=2024, place=PLACE, truoc=Ky(nam=2023, place=PLACE))
    return bao_cao(ky=period, so_lieu=figures, chi_tieu=(ket_qua_bo(catalogue, *results),))


def expanded(expression: str, model: BaoCao) -> tuple[str, list[Finding]]:
    found, findings = expand_text(text(f"Có {{{{ {expression} }}}}.", line=7), names(model, assess(model)))
    return found.raw, findings


RESULTS = (
    ket_qua("1.1", tu="702", mau="870", lam_tron=1, ky_truoc=ket_qua("1.1", gia_tri="65.2", phan_tram=True)),
    ket_qua("1.2", gia_tri="12", don_vi="hồ sơ", ky_truoc=ket_qua("1.2", gia_tri="24", don_vi="Hồ sơ")),
    ket_qua("1.3", gia_tri="100", phan_tram=True, ky_truoc=ket_qua("1.3", tu="7", mau="7")),
    ket_qua("1.4", gia_tri="100", phan_tram=True),
    ket_qua("1.5", chu="Có", ky_truoc=ket_qua("1.5", chu="Chưa")),
    ket_qua("1.6", gia_tri="7", ky_truoc=ket_qua("1.6", tu="7", mau="8")),
)
FIGURES = (
    so_lieu("may", gia_tri="26", don_vi="máy", ky_truoc=so_lieu("may", gia_tri="24")),
    so_lieu("mang", tu="7", mau="8", ky_truoc=so_lieu("mang", tu="3", mau="4")),
    so_lieu("ho_so", tu="7", mau="8", ty_le="88", ky_truoc=so_lieu("ho_so", tu="3", mau="4")),
    so_lieu("diem", gia_tri="82.5", don_vi="%", ky_truoc=so_lieu("diem", gia_tri="80", don_vi="%")),
    so_lieu("moi", gia_tri="5"),
    so_lieu("khong", gia_tri="5", ky_truoc=so_lieu("khong", gia_tri="0")),
    so_lieu("lan", gia_tri="5", ky_truoc=so_lieu("lan", tu="1", mau="2")),
)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("ct('1.1').tang_giam", "tăng 15,5 điểm %"),
        ("ct('1.1').so_voi_ky_truoc", "tăng 15,5 điểm % so với năm 2023"),
        ("ct('1.2').tang_giam", "giảm 12 hồ sơ"),
        ("ct('1.2').ty_le_tang_giam", "giảm 50%"),
        ("ct('1.3').tang_giam", "không đổi"),
        ("ct('1.3').so_voi_ky_truoc", "không đổi so với năm 2023"),
        ("so_lieu.may.tang_giam", "tăng 2 máy"),
        ("so_lieu.may.ty_le_tang_giam", "tăng 8,33%"),
        ("so_lieu.mang.tang_giam", "tăng 12,5 điểm %"),
        ("so_lieu.ho_so.tang_giam", "tăng 13 điểm %"),
        ("so_lieu.diem.tang_giam", "tăng 2,5 điểm %"),
        ("so_lieu.may.tang_giam | upper", "TĂNG 2 MÁY"),
    ],
)
def test_expressions_tell_how_a_figure_moved(expression: str, words: str) -> None:
    assert expanded(expression, report(*RESULTS, figures=FIGURES)) == (f"Có {words}.", [])


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("ct('1.4').tang_giam", "chưa có số kỳ trước"),
        ("ct('1.5').so_voi_ky_truoc", "ghi bằng chữ «Có»"),
        ("ct('1.6').tang_giam", "kỳ này là số đếm (7), kỳ trước là tỷ lệ (87,5%)"),
        ("ct('1.1').ty_le_tang_giam", "đây là tỷ lệ"),
        ("so_lieu.moi.tang_giam", "chưa có số kỳ trước"),
        ("so_lieu.khong.ty_le_tang_giam", "kỳ trước là 0"),
        ("so_lieu.lan.tang_giam", "kỳ trước là tỷ lệ (50%)"),
        ("so_lieu.moi.tang_giam | lower", "chưa có số kỳ trước"),
    ],
)
def test_an_expression_that_cannot_compare_is_an_error_at_its_place(expression: str, problem: str) -> None:
    _, (finding,) = expanded(expression, report(*RESULTS, figures=FIGURES))
    assert finding.rule == "DL404"
    assert str(finding.place).startswith("xa.yaml:7")
    assert f"«{{{{ {expression} }}}}»" in finding.problem
    assert problem in finding.problem
    assert finding.fix.endswith("hoặc bỏ biểu thức này.")


def ky(nam: int, truoc: Ky | None = None, **part: int) -> Ky:
    return Ky(nam=nam, place=PLACE, truoc=truoc, **part)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (ky(2024, ky(2023)), "năm 2023"),
        (ky(2024, ky(2022)), "năm 2022"),
        (ky(2024, ky(2023, quy=3), quy=3), "cùng kỳ năm 2023"),
        (ky(2024, ky(2024, quy=2), quy=3), "quý II năm 2024"),
        (ky(2024, ky(2022, quy=3), quy=3), "quý III năm 2022"),
        (ky(2024, ky(2023, nua_nam=1), nua_nam=1), "cùng kỳ năm 2023"),
        (ky(2024, ky(2023, nua_nam=2), nua_nam=1), "6 tháng cuối năm 2023"),
        (ky(2024, ky(2023, thang=12), thang=1), "tháng 12 năm 2023"),
        (ky(2024, ky(2024, nua_nam=1)), "6 tháng đầu năm 2024"),
    ],
)
def test_the_period_before_is_named(period: Ky, name: str) -> None:
    words, findings = expanded("so_lieu.may.so_voi_ky_truoc", report(figures=FIGURES, ky=period))
    assert (words, findings) == (f"Có tăng 2 máy so với {name}.", [])


def test_a_period_that_is_not_told_cannot_be_named() -> None:
    _, (finding,) = expanded("so_lieu.may.so_voi_ky_truoc", report(figures=FIGURES, ky=ky(2024)))
    assert "chưa nói kỳ trước" in finding.problem
    assert "truoc: {nam: 2023}" in finding.fix


@pytest.mark.parametrize(
    ("target", "result", "signed"),
    [
        ("70%", ket_qua(tu="3", mau="4"), "+5"),
        ("80%", ket_qua(tu="3", mau="4"), "-5"),
        ("75%", ket_qua(tu="3", mau="4"), "0"),
        ("10", ket_qua(gia_tri="14", don_vi="điểm"), "+4"),
        ("Có", ket_qua(chu="Có"), None),
        ("Có", ket_qua(gia_tri="14"), None),
        ("70%", ket_qua(gia_tri="14"), None),
        ("70%", None, None),
    ],
)
def test_results_stand_against_their_targets(target: str, result: KetQua | None, signed: str | None) -> None:
    held = ChiTieuDanhGia(chi_tieu(target), result, "").so_voi_muc_tieu
    assert (held and held.signed) == signed
