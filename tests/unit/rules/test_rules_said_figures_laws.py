"""Laws of the rules over figures: seeded faults are found, clean text gives nothing, no text takes long."""

from __future__ import annotations

import time
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from said_figures_of import cell, found, indicator, problems, rules_that_find, table, text

from generator.rules.said import Said
from generator.rules.said_figures import RULES
from generator.vn.numbers import format_number

FORMS = (
    "{a}/{b} = {c}%",
    "Đã có {a}/{b} hộ, đạt {c}%.",
    "Có {a}/{b} đạt tỷ lệ {c}%",
    "có {a}/ {b} người đạt {c} %.",
    "Tỷ lệ đạt {c}% ({a}/{b} hồ sơ).",
    "Tính đến tháng 11/2023, là {a}/{b} người, đạt tỉ lệ: {c}% (có phụ lục)",
    "Có {a}/{b} thôn ({c}%)",
    "Có {a} người trên tổng số {b} người, chiếm {c}%.",
)
PLAIN = (str, lambda value: format_number(Decimal(value)))


@st.composite
def fractions(draw: st.DrawFn) -> tuple[int, int, int]:
    """Numerator, denominator, decimals of the rate; the denominator is no year and no month."""
    whole = draw(st.integers(13, 99_999).filter(lambda value: not 1900 <= value <= 2100))
    return draw(st.integers(1, whole)), whole, draw(st.integers(0, 2))


def rate(part: int, whole: int, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(1).scaleb(-decimals), rounding=rounding)


def shown(value: Decimal) -> str:
    return str(value).replace(".", ",")


def sentence(form: str, written: int, part: int, whole: int, value: Decimal) -> Said:
    write = PLAIN[written]
    return text(form.format(a=write(part), b=write(whole), c=shown(value)))


forms, writings = st.sampled_from(FORMS), st.integers(0, 1)


@settings(max_examples=200)
@given(fractions(), forms, writings)
def test_a_rate_computed_from_its_fraction_is_never_found(
    figures: tuple[int, int, int], form: str, written: int
) -> None:
    part, whole, _ = figures
    assert rules_that_find(sentence(form, written, part, whole, rate(*figures))) == set()


@settings(max_examples=200)
@given(fractions(), forms, writings, st.integers(2, 60))
def test_a_rate_moved_by_more_than_a_digit_is_always_found(
    figures: tuple[int, int, int], form: str, written: int, moved: int
) -> None:
    part, whole, decimals = figures
    wrong = rate(*figures) + Decimal(moved).scaleb(-decimals)
    assume(wrong <= 100)
    assert len(problems("SL201", sentence(form, written, part, whole, wrong))) == 1


@settings(max_examples=200)
@given(fractions(), forms, writings)
def test_a_rate_cut_off_is_always_found_as_such(figures: tuple[int, int, int], form: str, written: int) -> None:
    part, whole, _ = figures
    cut = rate(*figures, rounding=ROUND_DOWN)
    # A fraction that lies exactly in the middle may be rounded either way.
    assume(cut not in (rate(*figures), rate(*figures, rounding=ROUND_HALF_DOWN)))
    said = sentence(form, written, part, whole, cut)
    assert len(problems("SL202", said)) == 1
    assert problems("SL201", said) == []


@settings(max_examples=200)
@given(fractions(), forms, writings)
def test_swapped_terms_are_always_found(figures: tuple[int, int, int], form: str, written: int) -> None:
    part, whole, _ = figures
    assume(part < whole)
    value = rate(*figures)
    assume(abs(value - Decimal(whole * 100) / part) > 1)
    assert len(problems("SL203", sentence(form, written, whole, part, value))) == 1


@settings(max_examples=100)
@given(st.integers(1_000, 999_999), st.sampled_from(("hộ", "người", "hồ sơ", "tài khoản", "văn bản")))
def test_english_thousands_before_what_is_counted(count: int, noun: str) -> None:
    assert len(found("SL204", text(f"Toàn huyện có {count:,} {noun}."))) == 1
    assert found("SL204", text(f"Toàn huyện có {format_number(Decimal(count))} {noun}.")) == []


PARTS = ("có {total} tin bài, trong đó cấp huyện {a}, cấp xã {b}.", "{total} thủ tục: cấp huyện {a}; cấp xã {b}")


@settings(max_examples=100)
@given(st.integers(2, 5_000), st.integers(2, 5_000), st.integers(-40, 40), st.sampled_from(PARTS))
def test_parts_are_found_exactly_when_they_do_not_sum_up(first: int, second: int, moved: int, form: str) -> None:
    total = first + second + moved
    assume(total > 0)
    said = text(form.format(total=total, a=first, b=second))
    assert len(found("SL401", said)) == int(moved != 0)


@settings(max_examples=100)
@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1), st.booleans())
def test_a_verdict_is_found_exactly_when_the_figures_belie_it(target: Decimal, result: Decimal, met: bool) -> None:
    row = indicator("1", target=f"{shown(target)}%", result=f"{shown(result)}%", verdict="Đạt" if met else "Không đạt")
    assert len(found("SL301", table(row))) == int(met != (result >= target))


@settings(max_examples=100)
@given(st.integers(1, 99), st.integers(1, 99), st.booleans())
def test_text_and_annex_are_found_exactly_when_they_differ(here: int, there: int, above: bool) -> None:
    bound = "trên " if above else ""
    name = "Tỷ lệ hộ gia đình kết nối Internet băng rộng cáp quang"
    said = table(indicator("3", name, result=f"{bound}{there}%"), told=(f"- {name} đạt {bound}{here}%.",))
    assert len(found("SL501", said)) == int(here != there)


@settings(max_examples=100)
@given(st.integers(2, 12), st.integers(2, 12), st.booleans())
def test_a_list_is_found_exactly_when_its_length_is_not_the_stated(count: int, listed: int, padded: bool) -> None:
    stated = f"{count:02}" if padded else str(count)
    said = text(f"Xã đã ban hành {stated} kế hoạch:", *(f"- Kế hoạch về việc thứ {n};" for n in range(listed)), "Hết.")
    assert len(found("SL402", said)) == int(count != listed)


@settings(max_examples=100)
@given(st.integers(1, 20), st.integers(1, 20))
def test_claims_are_found_exactly_when_the_table_has_another_number(claimed: int, rows: int) -> None:
    indicators = [indicator(f"1.{n}", group="Chính quyền số") for n in range(1, rows + 1)]
    said = table(*indicators, told=(f"a) Chính quyền số: gồm {claimed:02} chỉ tiêu",))
    assert len(found("SL304", said)) == int(claimed != rows)


KINDS_AGREE = (
    ("%", "{n}%", "{m}%"),
    ("Điểm", "{n} điểm", "{m} điểm"),
    ("Hệ thống", "Có", "Có"),
    ("%", "trên {n}%", "{m}%"),
)
KINDS_DIFFER = (
    ("%", "{n}%", "{m}"),
    ("%", "{n}%", "Có"),
    ("%", "{n}%", "{m} thôn"),
    ("%", "{n}", "{m}%"),
    ("Điểm", "{n} điểm", "{m}%"),
    ("Điểm", "{n} điểm", "Không"),
    ("%", "{n}%", "Đạt"),
    ("Văn bản", "{n}%", "Có"),
)
numbers = st.integers(1, 99)


@settings(max_examples=100)
@given(numbers, numbers, st.sampled_from(KINDS_AGREE), st.sampled_from(KINDS_DIFFER))
def test_a_result_of_another_kind_is_always_found(
    target: int, result: int, right: tuple[str, str, str], wrong: tuple[str, str, str]
) -> None:
    rows = [
        indicator(id_, unit=unit, target=asked.format(n=target), result=given_.format(m=result))
        for id_, (unit, asked, given_) in (("1", right), ("2", wrong))
    ]
    assert [problem.split(":")[0] for problem in problems("SL302", table(*rows))] == ["Chỉ tiêu 2"]


SHARES = (
    "Tỷ lệ hộ có mạng đạt {bound}{value}%.",
    "Có {bound}{value}% doanh nghiệp dùng chữ ký số",
    "đạt tỉ lệ {bound}{value} %",
)


@settings(max_examples=100)
@given(st.decimals(0, 100, places=1), st.decimals(Decimal("100.1"), 999, places=1), st.sampled_from(SHARES))
def test_a_share_above_the_whole_is_always_found(within: Decimal, above: Decimal, form: str) -> None:
    assert found("SL303", text(form.format(bound="", value=shown(within)))) == []
    assert len(found("SL303", text(form.format(bound="", value=shown(above))))) == 1
    assert len(found("SL303", text(form.format(bound="trên ", value="100")))) == 1


@settings(max_examples=100)
@given(fractions(), writings, st.integers(2, 60))
def test_a_wrong_rate_in_a_table_is_always_found(figures: tuple[int, int, int], written: int, moved: int) -> None:
    part, whole, decimals = figures
    right, write = rate(*figures), PLAIN[written]
    wrong = right + Decimal(moved).scaleb(-decimals)
    assume(wrong <= 100)
    words = f"{write(part)}/{write(whole)} = {{}}%"
    assert found("SL305", cell(words.format(shown(right)))) == []
    assert len(found("SL305", cell(words.format(shown(wrong))))) == 1


TWICE = (
    ("Trên địa bàn xã có {n} doanh nghiệp.", "Hiện trên địa bàn xã có {n} doanh nghiệp, đã dùng hóa đơn điện tử."),
    ("Tổng số máy tính để bàn: {n} máy.", "- Tổng số máy tính để bàn là: {n} máy."),
    (
        "Tỷ lệ hộ gia đình kết nối Internet băng rộng cáp quang đạt {n}%.",
        "Đến nay, tỷ lệ hộ gia đình kết nối Internet băng rộng cáp quang là {n}%.",
    ),
    (
        "Tỷ lệ doanh nghiệp thanh toán không dùng tiền mặt qua kênh điện tử {n}/100",
        "Số doanh nghiệp thanh toán không dùng tiền mặt qua kênh điện tử {n} doanh nghiệp.",
    ),
)


@settings(max_examples=100)
@given(numbers, numbers, st.sampled_from(TWICE))
def test_two_values_of_one_quantity_are_found_exactly_when_they_differ(
    first: int, second: int, forms: tuple[str, str]
) -> None:
    said = text(forms[0].format(n=first), forms[1].format(n=second))
    assert len(found("SL502", said)) == int(first != second)


LIMIT = 1.0
HOSTILE = (
    "1",
    "1/",
    "1.",
    "1,",
    "12/34 ",
    "12/34 = 5% ",
    "100% ",
    "200% ",
    "200%, ",
    "9 a: ",
    "9 a: 1, ",
    "9 xã: A, B ",
    "9 trong đó ",
    "1,000",
    "12/34 hộ đạt ",
    "tỷ lệ ",
    "(",
    " ",
    "5 chỉ tiêu ",
    "trên địa bàn xã A có 5 b ",
    "Số a: 5. Tỷ lệ a 1/2. ",
    "\n",
    "- 5 xã:\n",
    "**",
    ".",
    "a.",
    "Tổng số ",
)


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.id)
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_long(module: object, piece: str) -> None:
    long = (piece * (100_000 // len(piece) + 1))[:100_000]
    row = indicator(
        "1", "Tỷ lệ hộ gia đình kết nối Internet 5%", group="a", target="5%", result=long[:20_000], verdict="Đạt"
    )
    said = table(row, told=(long,))
    start = time.process_time()
    list(module.check(said))  # type: ignore[attr-defined]
    assert time.process_time() - start < LIMIT
