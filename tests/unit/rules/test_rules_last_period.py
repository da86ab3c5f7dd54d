"""The rules that hold a report against the period before it, tried on the four real reports and on made figures."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.data.loading import load_report
from generator.data.model import BaoCao, KetQua, Ky, SoLieu
from generator.data.remarks import Remark, Verb
from generator.data.sentences import Copied, Sentence, sentences_of
from generator.findings import DataPlace, Finding, Severity
from generator.rules.figures import sl601, sl602, sl603, sl604, sl605
from generator.vn.dates import parse_date

ROOT = Path(__file__).parents[3]
REAL = ("camthuy", "hoangkim", "vinhloc", "yendinh")
PLACE = DataPlace("xa.yaml", 3, 5, "so_lieu.thon")
NGAY_CHOT = parse_date("15/12/2024")
COUNTS = st.integers(0, 10**9).map(Decimal)
Figure = SoLieu | KetQua


@functools.cache
def real(name: str) -> BaoCao:
    report, findings = load_report(ROOT / "inputs" / f"{name}.yaml", ROOT / "templates" / "chi_tieu")
    assert report is not None, findings
    return report


def with_figures(report: BaoCao, so_lieu: Iterable[SoLieu], ket_qua: Iterable[KetQua]) -> BaoCao:
    """The report with those figures and, in its first catalogue, those results."""
    part = replace(report.chi_tieu[0], ket_qua=tuple(ket_qua))
    return replace(report, so_lieu=tuple(so_lieu), chi_tieu=(part,))


def figures_of(report: BaoCao) -> list[Figure]:
    return [*report.so_lieu, *report.ket_qua]


def with_one(report: BaoCao, figure: Figure) -> BaoCao:
    if isinstance(figure, SoLieu):
        return with_figures(report, [figure], [])
    return with_figures(report, [], [figure])


def stale(figure: Figure) -> Figure:
    """The figure with its own value as last period's."""
    return replace(figure, ky_truoc=figure)  # type: ignore[arg-type]


def says_something(figure: Figure) -> bool:
    words = isinstance(figure, KetQua) and bool(figure.chu)
    return figure.tu is not None or figure.gia_tri is not None or words


def changed(figure: Figure) -> Figure:
    """The figure with another value as last period's."""
    before: dict[str, Any] = {}
    if figure.tu is not None:
        before["tu"] = figure.tu + 1
    if figure.gia_tri is not None:
        before["gia_tri"] = figure.gia_tri + 1
    if isinstance(figure, KetQua) and figure.chu:
        before["chu"] = f"{figure.chu} khác"
    return replace(figure, ky_truoc=replace(figure, **before))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", REAL)
def test_each_figure_left_stale_is_told_at_its_own_place(name: str) -> None:
    report = real(name)
    tried = [figure for figure in figures_of(report) if says_something(figure)]
    assert len(tried) > 10
    for figure in tried:
        (finding,) = sl601.check(with_one(report, stale(figure)), ())
        is_number = figure.tu is not None or figure.gia_tri is not None
        of_hundred = getattr(figure, "phan_tram", False) and figure.gia_tri == 100
        in_full = of_hundred if figure.tu is None else figure.tu == figure.mau
        assert finding.place == figure.place
        assert finding.severity is (Severity.WARNING if is_number and not in_full else Severity.HINT)


@pytest.mark.parametrize("name", REAL)
def test_one_stale_figure_among_changed_ones_is_told_alone(name: str) -> None:
    report = real(name)
    moved = [changed(figure) for figure in figures_of(report)]
    for index, figure in enumerate(figures_of(report)):
        if not says_something(figure):
            continue
        mixed = [*moved[:index], stale(figure), *moved[index + 1 :]]
        whole = with_figures(
            report,
            [each for each in mixed if isinstance(each, SoLieu)],
            [each for each in mixed if isinstance(each, KetQua)],
        )
        assert [finding.place for finding in sl601.check(whole, ())] == [figure.place]


@pytest.mark.parametrize("name", REAL)
def test_changed_figures_are_not_told(name: str) -> None:
    report = real(name)
    for figure in figures_of(report):
        assert list(sl601.check(with_one(report, changed(figure)), ())) == []


def so_lieu(**fields: Any) -> SoLieu:
    numbers: dict[str, Any] = {
        key: Decimal(value) if isinstance(value, int) else value for key, value in fields.items()
    }
    return SoLieu("thon", PLACE, **numbers)


def checked(rule: Any, figure: SoLieu, ky: Ky | None = None) -> list[Finding]:
    report = replace(real("hoangkim"), so_lieu=(figure,), chi_tieu=())
    return list(rule.check(replace(report, ky=ky) if ky else report, ()))


def test_an_unchanged_numerator_of_another_whole_is_a_hint_and_an_unchanged_whole_is_nothing() -> None:
    (hint,) = checked(sl601, so_lieu(tu=5, mau=9, ky_truoc=so_lieu(tu=5, mau=8)))
    assert hint.severity is Severity.HINT
    assert "5/9" in hint.problem
    assert "5/8" in hint.problem
    assert checked(sl601, so_lieu(tu=5, mau=9, ky_truoc=so_lieu(tu=4, mau=9))) == []
    assert checked(sl601, so_lieu(tu=5, mau=9, ky_truoc=so_lieu(gia_tri=5))) == []


def ky(nam: int, **parts: Any) -> Ky:
    return Ky(nam, PLACE, **parts)


@given(COUNTS, COUNTS, COUNTS)
def test_what_adds_up_is_not_told_and_what_does_not_is(own: Decimal, before: Decimal, off: Decimal) -> None:
    year = ky(2024, truoc=ky(2023))
    total = own + before

    def with_total(luy_ke: Decimal) -> SoLieu:
        last = so_lieu(gia_tri=before, luy_ke=so_lieu(gia_tri=before))
        return so_lieu(gia_tri=own, luy_ke=so_lieu(gia_tri=luy_ke), ky_truoc=last)

    assert checked(sl603, with_total(total), year) == checked(sl604, with_total(total), year) == []
    told = [
        finding
        for luy_ke in (total + off, total - off)
        if luy_ke != total
        for rule in (sl603, sl604)
        for finding in checked(rule, with_total(luy_ke), year)
    ]
    assert len(told) == (2 if off else 0)


def test_the_message_on_what_does_not_add_up_gives_the_three_numbers() -> None:
    last = so_lieu(gia_tri=20, luy_ke=so_lieu(gia_tri=1400))
    (finding,) = checked(sl603, so_lieu(gia_tri=21, luy_ke=so_lieu(gia_tri=1500), ky_truoc=last))
    assert [number for number in ("1.500", "1.400", "21", "1.421") if number not in finding.problem] == []


FALLEN = so_lieu(gia_tri=5, luy_ke=so_lieu(gia_tri=30), ky_truoc=so_lieu(gia_tri=9, luy_ke=so_lieu(gia_tri=40)))
ANEW = so_lieu(gia_tri=5, luy_ke=so_lieu(gia_tri=5), ky_truoc=so_lieu(gia_tri=9, luy_ke=so_lieu(gia_tri=40)))


@pytest.mark.parametrize(
    ("period", "fallen", "anew"),
    [
        (ky(2024, truoc=ky(2023)), 1, 1),  # a year's sum goes on from year to year
        (ky(2024, quy=2, truoc=ky(2024, quy=1)), 1, 1),
        (ky(2024, quy=1, truoc=ky(2023, quy=4)), 1, 0),  # a new year counts from nothing
        (ky(2024, quy=1, truoc=ky(2023, quy=1)), 1, 0),
        (ky(2024, quy=3, truoc=ky(2023, quy=3)), 0, 0),  # two years' sums, which nothing binds
        (ky(2024, truoc=ky(2024, nua_nam=1)), 1, 1),
    ],
)
def test_a_sum_may_fall_only_where_a_new_year_begins(period: Ky, fallen: int, anew: int) -> None:
    assert len(checked(sl604, FALLEN, period)) == fallen
    assert len(checked(sl604, ANEW, period)) == anew
    assert checked(sl603, FALLEN, period) == checked(sl603, ANEW, period) == []


def test_sums_in_other_units_and_of_periods_that_overlap_are_not_held_together() -> None:
    last = so_lieu(gia_tri=20, luy_ke=so_lieu(gia_tri=40, don_vi="nghìn lượt"))
    now = so_lieu(gia_tri=21, luy_ke=so_lieu(gia_tri=99, don_vi="lượt"), ky_truoc=last)
    assert checked(sl603, now) == checked(sl604, now) == []
    last = so_lieu(gia_tri=20, luy_ke=so_lieu(gia_tri=40))
    now = so_lieu(gia_tri=41, luy_ke=so_lieu(gia_tri=61), ky_truoc=last)
    assert checked(sl603, now, ky(2024, truoc=ky(2024, nua_nam=1))) == []
    assert len(checked(sl603, now, ky(2024, nua_nam=2, truoc=ky(2024, nua_nam=1)))) == 1


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (ky(2024), None),
        (ky(2024, truoc=ky(2023)), None),
        (ky(2024, truoc=ky(2024, nua_nam=1)), None),
        (ky(2024, truoc=ky(2024, nua_nam=2)), None),
        (ky(2024, truoc=ky(2024, thang=12)), None),
        (ky(2024, nua_nam=2, truoc=ky(2024, quy=4)), None),
        (ky(2024, quy=4, truoc=ky(2024, nua_nam=2)), "không đứng trước"),
        (ky(2024, quy=3, truoc=ky(2023, quy=3)), None),
        (ky(2024, quy=1, truoc=ky(2023, quy=4)), None),
        (ky(2023, truoc=ky(2021)), "bỏ sót năm 2022"),
        (ky(2024, quy=3, truoc=ky(2024, quy=1)), "bỏ sót quý II năm 2024"),
        (ky(2024, truoc=ky(2022, nua_nam=1)), "bỏ sót 6 tháng cuối năm 2022, 6 tháng đầu năm 2023"),
        (ky(2024, thang=9, truoc=ky(2024, thang=1)), "và 4 kỳ nữa"),
        (ky(2023, truoc=ky(2023)), "không đứng trước"),
        (ky(2023, truoc=ky(2024)), "không đứng trước"),
        (ky(2024, nua_nam=1, truoc=ky(2024)), "không đứng trước"),
        (ky(2024, chot_den=NGAY_CHOT, truoc=ky(2024, nua_nam=2, chot_den=NGAY_CHOT)), None),
        (ky(2024, chot_den=parse_date("30/11/2023"), truoc=ky(2023, chot_den=parse_date("30/11/2023"))), "Ngày chốt"),
    ],
)
def test_a_period_left_out_is_named_and_one_that_is_not_before_is_told(period: Ky, told: str | None) -> None:
    findings = checked(sl605, so_lieu(gia_tri=1), period)
    assert len(findings) == (told is not None)
    assert all(told is not None and told in finding.problem for finding in findings)


def test_a_file_of_the_period_before_that_is_gone_is_a_hint() -> None:
    report = next_year(real("hoangkim"))
    (finding,) = sl602.check(report, (), (), "cu.yaml")
    assert finding.severity is Severity.HINT
    assert "không đọc được tệp «cu.yaml»" in finding.problem


def test_a_copied_sentence_with_counts_in_words_is_told() -> None:
    (finding,) = found_in(real("hoangkim"), "Xã đã bố trí mười hai công chức.")
    assert "«mười hai»" in finding.problem


def next_year(report: BaoCao) -> BaoCao:
    return replace(report, ky=replace(report.ky, nam=report.ky.nam + 1, truoc=report.ky))


def found_in(report: BaoCao, *texts: str, remarks: tuple[Remark, ...] = ()) -> list[Finding]:
    same = tuple(Copied(Sentence(text, PLACE), PLACE) for text in texts)
    return list(sl602.check(replace(next_year(report), remarks=remarks), (), same))


@pytest.mark.parametrize("name", REAL)
def test_each_copied_sentence_with_figures_beside_those_of_the_program_is_told(name: str) -> None:
    for sentence in sentences_of(real(name)):
        bare = re.sub(r"\{\{.*?\}\}", "", sentence.text)
        assert len(found_in(real(name), f"{sentence.text} và 37 hộ mới")) == 1
        if not re.search("[0-9]", bare):
            assert found_in(real(name), sentence.text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm 2023, xã đã lắp camera.",
        "Tính đến ngày 30/11/2023, công tác tuyên truyền đạt kết quả.",
        "Tính đến tháng 11/2023 còn thiếu.",
        "Đến 30 tháng 11 năm 2023 đã xong.",
        "Thực hiện Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã. Có 13 máy.",
        "Có {{ so_lieu.may }} máy, trong đó 5 máy mới.",
        "Đạt 82,5% kế hoạch.",
        "12 | Máy in",
    ],
)
def test_figures_of_the_period_before_are_told(text: str) -> None:
    (finding,) = found_in(real("hoangkim"), text)
    assert finding.related == (PLACE,)


@pytest.mark.parametrize(
    "text",
    [
        "Hạ tầng 4G, 5G phủ khắp xã.",
        "Thực hiện Quyết định số 43/QĐ-UBND ngày 13/5/2022 của UBND xã về việc thành lập Ban Chỉ đạo.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 06/01/2023 của UBND huyện.",
        "Có {{ so_lieu.may }} máy, đạt {{ ct('1.6').ty_le }}.",
        "Kế hoạch giai đoạn 2021 - 2025, định hướng đến năm 2030.",
        "Kế hoạch giai đoạn 2022-2023.",
        "Hệ thống đưa vào dùng từ năm 2020.",
        "Theo khoản 2 Điều 5, dịch vụ công mức độ 3, mức độ 4 được cung cấp.",
        "Triển khai Đề án 06 từ ngày 06/01/2022.",
        "1. Công tác tuyên truyền",
        "Xem https://xa.example/2023/15.",
    ],
)
def test_figures_that_only_name_are_not_told(text: str) -> None:
    assert found_in(real("hoangkim"), text) == []


def test_a_sentence_still_to_be_read_again_is_not_told_twice() -> None:
    remark = Remark(Verb.REVIEW, PLACE, PLACE, PLACE.line)
    assert found_in(real("hoangkim"), "Có 13 máy.", remarks=(remark,)) == []
    its_entry = replace(remark, about=replace(PLACE, line=9, path="so_lieu"), last_line=9)
    assert found_in(real("hoangkim"), "Có 13 máy.", remarks=(its_entry,)) == []
    elsewhere = replace(its_entry, about=replace(PLACE, line=9, path="so_lieu.thon_moi"))
    assert len(found_in(real("hoangkim"), "Có 13 máy.", remarks=(elsewhere,))) == 1
