from __future__ import annotations

import time

import pytest
from data_models import bao_cao, bo_chi_tieu, chi_tieu, ket_qua, ket_qua_bo, nhom, so_lieu, text, van_ban
from hypothesis import given
from hypothesis import strategies as st

from generator.data.derive import assess
from generator.data.expanding import expand_report
from generator.data.expressions import expand, expand_text
from generator.data.markup import Stretch, stretches
from generator.data.model_blocks import Doan, Muc
from generator.data.names import names
from generator.findings import DataPlace, Finding, Severity

REPORT = bao_cao(
    so_lieu=(
        so_lieu("may_tinh", gia_tri="368", don_vi="máy"),
        so_lieu("to", gia_tri="6"),
        so_lieu("le", gia_tri="5.5"),
        so_lieu("ho_so", tu="421", mau="592"),
    ),
    chi_tieu=(
        ket_qua_bo(
            bo_chi_tieu(
                nhom(chi_tieu("Có", "1.1"), chi_tieu("Có", "1.2"), chi_tieu("100", "1.3"), chi_tieu("", "1.4"))
            ),
            ket_qua("1.1", chu="**Có** 5 * 3 kênh"),
            ket_qua("1.3", gia_tri="3420"),
            ket_qua("1.4", chu="{{ so_lieu.to }} {{"),
        ),
    ),
)
NAMES = names(REPORT, assess(REPORT))


def expanded(raw: str) -> str:
    found, findings = expand_text(text(raw), NAMES)
    assert findings == []
    return found.raw


def fault(raw: str) -> Finding:
    found, (finding,) = expand_text(text(raw, line=7), NAMES)
    assert finding.severity is Severity.ERROR
    assert found.raw == raw
    return finding


# --- what is replaced -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("không có gì", "không có gì"),
        ("{{ so_lieu.may_tinh }}", "368"),
        ("có {{ so_lieu.may_tinh.day_du }}.", "có 368 máy."),
        ("{{so_lieu.to}}{{so_lieu.to}}", "66"),
        ("{{ so_lieu.ho_so }}, đạt {{ so_lieu.ho_so.ty_le }}", "421/592, đạt 71,11%"),
        ("{{ so_lieu.may_tinh.gia_tri * 2 + 1 }}", "737"),
        ("{{ so_lieu.may_tinh.gia_tri / 3 }}", "122,67"),
        ("{{ (so_lieu.may_tinh.gia_tri / 3)|round(1) }}", "122,7"),
        ("{{ 'đủ' if so_lieu.to.gia_tri >= 6 else 'thiếu' }}", "đủ"),
        ("{{\n so_lieu.to\n}} thôn", "6 thôn"),
        ("{% if x %} và {# y #}", "{% if x %} và {# y #}"),
        ("a } b } c", "a } b } c"),
        ("{x} {1, 2}", "{x} {1, 2}"),
    ],
)
def test_an_expression_is_replaced_by_what_it_prints(typed: str, printed: str) -> None:
    assert expanded(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"\{{", "{{"),
        (r"\{{ so_lieu.to }}", "{{ so_lieu.to }}"),
        (r"\{{ x }} và {{ so_lieu.to }}", "{{ x }} và 6"),
        (r"\{{ {{ so_lieu.to }} }}", "{{ 6 }}"),
    ],
)
def test_braces_after_a_backslash_are_words(typed: str, printed: str) -> None:
    assert expanded(typed) == printed


def test_what_is_printed_is_not_read_again() -> None:
    assert expanded("{{ ct('1.4') }}") == "{{ so_lieu.to }} {{"


def test_stars_in_a_value_are_no_emphasis() -> None:
    found = stretches(expanded("**Kết quả:** {{ ct('1.1') }}"))
    assert found == (Stretch("Kết quả:", bold=True), Stretch(" **Có** 5 * 3 kênh"))


def test_an_expression_may_stand_inside_emphasis() -> None:
    assert stretches(expanded("**{{ so_lieu.to }}** thôn")) == (Stretch("6", bold=True), Stretch(" thôn"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{ so_lieu.to|bang_chu }}", "sáu"),
        ("{{ so_lieu.may_tinh|bang_chu }}", "ba trăm sáu mươi tám"),
        ("{{ so_lieu.le|bang_chu }}", "năm phẩy năm"),
        ("{{ 24|bang_chu }}", "hai mươi tư"),
        ("{{ ct('1.3')|bang_chu }}", "ba nghìn bốn trăm hai mươi"),
        ("{{ ct('1.3').ket_qua|bang_chu }}", "ba nghìn bốn trăm hai mươi"),
        ("{{ so_lieu.to|hai_chu_so }}", "06"),
        ("{{ so_lieu.may_tinh|hai_chu_so }}", "368"),
        ("{{ 0|hai_chu_so }}", "00"),
    ],
)
def test_numbers_are_put_in_words_or_in_two_figures(typed: str, printed: str) -> None:
    assert expanded(typed) == printed


@pytest.mark.parametrize(
    "typed", ["{{ so_lieu.le|hai_chu_so }}", "{{ so_lieu.ho_so|bang_chu }}", "{{ 'ba'|bang_chu }}"]
)
def test_what_is_no_such_number_is_not_put_in_words(typed: str) -> None:
    assert fault(typed).rule == "DL402"


@given(st.text(alphabet=st.characters(exclude_characters="{\\", exclude_categories=("Cs", "Cc"))))
def test_a_text_without_braces_stays_as_typed(raw: str) -> None:
    typed = text(raw)
    assert expand_text(typed, NAMES) == (typed, [])


# --- what is wrong ----------------------------------------------------------------------------------------------


def test_a_slip_in_a_name_is_located_and_answered_with_the_nearest() -> None:
    finding = fault("Có {{ so_lieu.may_tin }} máy")
    assert finding.rule == "DL403"
    assert finding.place == DataPlace("xa.yaml", 7, 5, "noi_dung")
    assert finding.problem == "«{{ so_lieu.may_tin }}»: không có tên «may_tin»."
    assert finding.fix == "Có phải ý là «may_tinh»?"


@pytest.mark.parametrize(
    ("typed", "problem", "fix"),
    [
        ("{{ so_lieus.to }}", "không có tên «so_lieus»", "«so_lieu»"),
        ("{{ so_lieu.to.gia_trị }}", "không có tên «gia_trị»", "«gia_tri»"),
        ("{{ so_lieu.zzz }}", "không có tên «zzz»", "Dùng một trong: ho_so, le, may_tinh, to."),
        ("{{ zzz }}", "không có tên «zzz»", "Dùng một trong: ct, dem, don_vi, ky, nhom, phu_luc, so_lieu, vb."),
        ("{{ ky.namm }}", "không có tên «namm»", "«nam»"),
        ("{{ ct('9.9') }}", "không có chỉ tiêu «9.9»", "bộ chỉ tiêu"),
        ("{{ ct(1.1) }}", "không đặt trong dấu nháy", "dấu nháy"),
        ("{{ ct('1.1').ket_quả }}", "không có tên «ket_quả»", "«ket_qua»"),
        ("{{ so_lieu.to.gia_tri.abc }}", "không có tên «abc»", "Xem lại tên này."),
    ],
)
def test_an_unknown_name_is_a_finding(typed: str, problem: str, fix: str) -> None:
    finding = fault(typed)
    assert finding.rule == "DL403"
    assert problem in finding.problem
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("offset", "line"), [("", 20), ("dòng đầu\n", 21), ("một\nhai\n\nbốn ", 23), ("{{ so_lieu.to }}\n", 21)]
)
def test_a_fault_in_a_long_text_is_found_on_its_line(offset: str, line: int) -> None:
    block = text(f"{offset}{{{{ thieu }}}}\ncuối", line=19, first_line=20)
    _, (finding,) = expand_text(block, NAMES)
    assert finding.place == DataPlace("xa.yaml", line, 1, "noi_dung")


def test_every_fault_of_a_text_is_found_and_what_is_right_is_replaced() -> None:
    found, findings = expand_text(text("{{ a }} {{ so_lieu.to }} {{ b }}"), NAMES)
    assert found.raw == "{{ a }} 6 {{ b }}"
    assert [finding.problem for finding in findings] == ["«{{ a }}»: không có tên «a».", "«{{ b }}»: không có tên «b»."]


@pytest.mark.parametrize("typed", ["{{", "a {{ so_lieu.to", "a {{ so_lieu.to }", "{{ so_lieu.to } }"])
def test_braces_that_are_not_closed_are_a_finding(typed: str) -> None:
    finding = fault(typed)
    assert finding.rule == "DL401"
    assert r"\{{" in finding.fix


def test_an_unclosed_expression_does_not_swallow_the_next_one() -> None:
    found, (finding,) = expand_text(text("{{ so_lieu.to và {{ so_lieu.to }}"), NAMES)
    assert (found.raw, finding.rule) == ("{{ so_lieu.to và 6", "DL401")


@pytest.mark.parametrize(("typed", "right"), [("{ so_lieu.to }", "{{ so_lieu.to }}"), ("{ct('1.1')}", "{{ct('1.1')}}")])
def test_one_brace_instead_of_two_is_a_finding(typed: str, right: str) -> None:
    finding = fault(f"Có {typed} thôn")
    assert (finding.rule, right in finding.fix) == ("DL401", True)


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "  ",
        "so_lieu.",
        "so_lieu.to so_lieu.le",
        "ct('1.1'",
        "ct(1.1')",
        "for x in y",
        "so_lieu.to = 5",
        "import os",
        "x" * 501,
    ],
)
def test_an_expression_that_does_not_parse_is_a_finding(expression: str) -> None:
    assert fault(f"{{{{{expression}}}}}").rule == "DL402"


def test_a_filter_that_is_not_there_is_named_with_the_one_that_was_meant() -> None:
    found = fault("{{ so_lieu.to|hai_chu_soo }}")
    assert (found.rule, found.fix) == ("DL403", "Có phải ý là «hai_chu_so»?")
    assert "không có bộ lọc «hai_chu_soo»" in found.problem


@pytest.mark.parametrize(
    "typed", ["có }} đây", "{ so_lieu.to }}", "so_lieu.to }}", r"\{{ a }} và b }}", "{{ so_lieu.to }} }}"]
)
def test_a_closing_that_nothing_opens_is_told_and_printed_as_typed(typed: str) -> None:
    found, findings = expand_text(text(typed), NAMES)
    assert [(finding.rule, finding.severity) for finding in findings] == [("DL401", Severity.WARNING)]
    assert "}}" in found.raw


def test_a_closing_after_a_plain_opening_is_text() -> None:
    assert expand_text(text(r"viết \{{ so_lieu.to }} để gọi"), NAMES)[1] == []


@pytest.mark.parametrize("typed", ["có { so_lieu.to } tổ", "{ct('1.6').ty_le}", "{ ky.nam }"])
def test_one_brace_around_a_name_is_a_finding(typed: str) -> None:
    _, findings = expand_text(text(typed), NAMES)
    assert [(finding.rule, finding.severity) for finding in findings] == [("DL401", Severity.ERROR)]


@pytest.mark.parametrize(
    "expression",
    ["so_lieu", "ct", "7 / 2", "1.5", "true", "[1]", "dict(a=1)", "[1]|map('abs')", "namespace()", "ky == 1"],
)
def test_what_is_neither_words_nor_a_number_is_not_printed(expression: str) -> None:
    finding = fault(f"{{{{ {expression} }}}}")
    assert finding.rule == "DL402"
    assert "không phải là chữ hay số" in finding.problem


@pytest.mark.parametrize(
    "expression", ["so_lieu.to.ty_le", "so_lieu.to.tu", "ct('1.2')", "ct('1.2').ty_le", "ky.quy", "''"]
)
def test_a_value_that_is_not_there_yet_is_a_finding_and_no_hole_in_the_text(expression: str) -> None:
    finding = fault(f"{{{{ {expression} }}}}")
    assert finding.rule == "DL404"
    assert "chưa có giá trị" in finding.problem


@pytest.mark.parametrize(
    "expression",
    [
        "so_lieu.to / 0",
        "so_lieu.to.gia_tri / 0",
        "so_lieu.to.gia_tri + 'a'",
        "so_lieu.to + 1",
        "10 ** 30 * 10 ** 30",
        "'a' * 1000000000",
        "'{:>999999999}'.format(1)",
        "so_lieu.__class__",
        "''.__class__.__mro__",
        "ct.__globals__",
        "(" * 240 + "1" + ")" * 240,
        "-" * 480 + "1",
        "+".join("1" * 240),
        r"'\u0007'",
    ],
)
def test_an_expression_that_cannot_or_must_not_be_computed_is_a_finding_soon(expression: str) -> None:
    started = time.monotonic()
    _, findings = expand_text(text(f"{{{{ {expression} }}}}"), NAMES)
    assert time.monotonic() - started < 1
    if "1+1" not in expression and "** 30" not in expression:
        assert [finding.rule for finding in findings] == ["DL402"]


@given(st.text(alphabet=st.sampled_from("{} so_lieu.tct('1')|+-*/[]~%,=\n\\"), max_size=40))
def test_any_text_is_expanded_or_has_findings_but_never_breaks_the_program(raw: str) -> None:
    _, findings = expand_text(text(raw), NAMES)
    assert all(finding.fix and finding.problem for finding in findings)


# --- whole reports ----------------------------------------------------------------------------------------------


def test_every_text_of_a_report_is_expanded_wherever_it_stands() -> None:
    report = bao_cao(
        so_lieu=REPORT.so_lieu,
        noi_dung=(Muc(text("{{ ky.nam }}"), (Doan(text("{{ so_lieu.to }}")), Doan(text("như cũ")))),),
        kien_nghi=(text("{{ dem() }}"),),
    )
    found, findings = expand(report, names(report, ()))
    assert findings == []
    assert found.noi_dung == (Muc(text("2023"), (Doan(text("6")), Doan(text("như cũ")))),)
    assert found.kien_nghi == (text("0"),)
    assert (found.don_vi, found.so_lieu) == (report.don_vi, report.so_lieu)


def test_faults_of_a_report_come_from_all_its_texts() -> None:
    report = bao_cao(noi_dung=(Doan(text("{{ a }}", line=3)),), ket_thuc=text("{{ b }}", line=9))
    _, findings = expand(report, names(report, ()))
    assert [(finding.problem, str(finding.place)) for finding in findings] == [
        ("«{{ a }}»: không có tên «a».", "xa.yaml:3:5 (noi_dung)"),
        ("«{{ b }}»: không có tên «b».", "xa.yaml:9:5 (noi_dung)"),
    ]


def test_a_citation_prints_the_subject_with_its_own_expressions_expanded() -> None:
    report = bao_cao(
        so_lieu=REPORT.so_lieu,
        van_ban_ban_hanh=(van_ban("43/QĐ-UBND", trich_yeu=text("về {{ so_lieu.to }} tổ")),),
        ket_thuc=text("Theo {{ vb('43/QĐ-UBND') }}"),
    )
    found, findings = expand_report(report)
    assert findings == []
    assert found.ket_thuc.raw == "Theo Quyết định số 43/QĐ-UBND ngày 13/5/2022 về 6 tổ"
    assert found.van_ban_ban_hanh[0].trich_yeu.raw == "về 6 tổ"


_NAMES = st.sampled_from(["so_lieu", "ky", "don_vi", "ct", "nhom", "vb", "dem", "phu_luc", "loop", "none"])
_QUOTED = st.sampled_from(["'1.6'", '"1.6"', "''", "'chinh_quyen_so'", "'Quyết định'", "'it''s'", "'a\"b'", "1"])
_STEPS = st.sampled_from(["ty_le", "may_2", "tu", "gia_tri", "tong", "danh_gia", "ten", "nam", "khong_co", "__class__"])
_FILTERS = st.sampled_from(["lower", "upper", "hai_chu_so", "bang_chu", "join", "length", "khong_co", "round", "trim"])


@given(
    _NAMES,
    st.lists(st.one_of(_QUOTED, _QUOTED.map("nhom={}".format)), max_size=3),
    st.booleans(),
    st.lists(_STEPS, max_size=2),
    st.lists(_FILTERS, max_size=2),
)
def test_a_plain_reference_means_what_it_means_inside_brackets(
    name: str, arguments: list[str], called: bool, steps: list[str], filters: list[str]
) -> None:
    call = f"({', '.join(arguments)})" if called else ""
    reference = ".".join([name + call, *steps])
    plain = " | ".join([reference, *filters])
    bracketed = " | ".join([f"({reference})", *filters])

    (fast, found), (slow, also) = (expand_text(text(f"{{{{ {each} }}}}"), NAMES) for each in (plain, bracketed))

    assert [(each.rule, each.fix) for each in found] == [(each.rule, each.fix) for each in also]
    if not found:
        assert fast.raw == slow.raw
