from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from documents import fragment, like, para, recognised, rule_line, stretch
from hypothesis import given
from hypothesis import strategies as st

from generator.decree.kinds import KINDS
from generator.findings import Severity
from generator.rules.head import (
    RULES,
    tt201,
    tt202,
    tt203,
    tt204,
    tt205,
    tt206,
    tt207,
    tt208,
    tt209,
    tt210,
    tt211,
    tt212,
    tt213,
    tt214,
    tt215,
    tt216,
    tt217,
    tt218,
    tt219,
    tt220,
)

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
DATED = "Hoàng Kim, ngày 05 tháng 12 năm 2023"
LOOKS = [
    (tt201, "quoc_hieu", QUOC_HIEU, (12, 13)),
    (tt202, "tieu_ngu", TIEU_NGU, (13, 14)),
    (tt204, "co_quan_chu_quan", "UBND TỈNH THANH HÓA", (12, 13)),
    (tt205, "co_quan_ban_hanh", "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM", (12, 13)),
    (tt207, "so_ky_hieu", "Số: 12/BC-UBND", (13, 13)),
    (tt209, "dia_danh_thoi_gian", DATED, (13, 14)),
    (tt211, "ten_loai", "BÁO CÁO", (13, 14)),
    (tt212, "trich_yeu", "Kết quả chuyển đổi số", (13, 14)),
    (tt215, "trich_yeu_cong_van", "V/v báo cáo chuyển đổi số", (12, 13)),
    (tt217, "kinh_gui", "Kính gửi: UBND tỉnh Thanh Hóa", (13, 14)),
]


def problems(module, doc):
    verdict = module.check(doc)
    assert verdict.assessed
    assert {finding.rule for finding in verdict.findings} <= {module.RULE.id}
    assert all(finding.fix.endswith((".", "».")) for finding in verdict.findings)
    return [finding.problem for finding in verdict.findings]


def the_only(module, doc):
    assert len(problems(module, doc)) == 1
    return module.check(doc).findings[0]


def head(component, *texts):
    return recognised(**{component: [like(component, text) for text in texts]})


@pytest.mark.parametrize("case", LOOKS, ids=lambda case: case[1])
class TestEveryLook:
    def test_right_in_every_size_allowed_and_in_no_other(self, case):
        module, component, text, (low, high) = case
        for half in range(2, 60):
            size = Decimal(half) / 2
            found = problems(module, recognised(**{component: like(component, text, size=size)}))
            assert bool(found) == (not low <= size <= high)

    def test_weight_and_slant(self, case):
        module, component, text, _ = case
        right = like(component, text).stretches[0].look
        for attribute in ("bold", "italic"):
            turned = like(component, text, **{attribute: not getattr(right, attribute)})
            finding = the_only(module, recognised(**{component: turned}))
            assert finding.severity is Severity.ERROR
            assert "«" in finding.problem
            assert "phải" in finding.problem

    def test_not_assessed_without_its_component(self, case):
        assert not case[0].check(recognised()).assessed


class TestQuocHieu:
    @pytest.mark.parametrize("text", [QUOC_HIEU, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", f" {QUOC_HIEU} "])
    def test_both_spellings_are_right(self, text):
        assert problems(tt201, head("quoc_hieu", text)) == []

    def test_small_letters_set_in_capitals_are_right(self):
        typed = like("quoc_hieu", "Cộng hòa xã hội chủ nghĩa Việt Nam", caps=True)
        assert problems(tt201, recognised(quoc_hieu=typed)) == []

    def test_two_lines_are_one_name_and_one_line_too_many(self):
        for pieces in (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM"]):
            finding = the_only(tt201, head("quoc_hieu", *pieces))
            assert "trình bày «nhiều dòng»" in finding.problem
            assert finding.severity is Severity.WARNING

    def test_small_letters_are_told_once(self):
        assert "in hoa" in the_only(tt201, head("quoc_hieu", "Cộng hòa Xã hội chủ nghĩa Việt Nam")).problem

    def test_wrong_words(self):
        finding = the_only(tt201, head("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM"))
        assert f"phải là «{QUOC_HIEU}»" in finding.problem
        assert "VIỆTNAM" in finding.problem
        assert finding.severity is Severity.ERROR

    def test_a_mark_of_a_note_is_no_part_of_it(self):
        marked = para([stretch(QUOC_HIEU, 13, bold=True), stretch("1", 13, raised=True)], align="center")
        assert problems(tt201, recognised(quoc_hieu=marked)) == []


class TestTieuNgu:
    @pytest.mark.parametrize(
        "text", [TIEU_NGU, "Độc lập \u2011 Tự do \u2011 Hạnh phúc", "Độc\u00a0lập - Tự do - Hạnh phúc"]
    )
    def test_hyphens_and_blanks_that_do_not_break_are_right(self, text):
        assert problems(tt202, head("tieu_ngu", text)) == []

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("Độc lập – Tự do – Hạnh phúc", "gạch dài «–»"),
            ("Độc lập-Tự do-Hạnh phúc", "thiếu dấu cách"),
            ("Độc lập - Tự do- Hạnh phúc", "thiếu dấu cách"),
            ("Độc Lập - Tự Do - Hạnh Phúc", "phải là"),
            ("Độc lập - Tự do - Hạnh phúc.", "phải là"),
            ("Độc lập Tự do Hạnh phúc", "phải là"),
            ("Độc lập - Tự do - Hạnh phúc năm 2023", "phải là"),
        ],
    )
    def test_other_words_and_dashes(self, text, says):
        finding = the_only(tt202, head("tieu_ngu", text))
        assert says in finding.problem
        assert f"«{TIEU_NGU}»" in finding.fix
        assert finding.severity is Severity.ERROR

    def test_capitals_are_a_fault_of_the_look_alone(self):
        assert "in thường" in the_only(tt202, head("tieu_ngu", TIEU_NGU.upper())).problem


def ruled(component, rule):
    return recognised(**{component: like(component, "Hoàng Kim")}, rules={component: rule})


class Ruled(NamedTuple):
    """A rule of the package, the component that its line stands under, the shares allowed of the words above."""

    module: Any
    component: str
    low: Fraction
    high: Fraction

    def document(self, rule):
        return ruled(self.component, rule)


@pytest.mark.parametrize(
    "case",
    [
        Ruled(tt203, "tieu_ngu", Fraction(1), Fraction(1)),
        Ruled(tt206, "co_quan_ban_hanh", Fraction(1, 3), Fraction(1, 2)),
        Ruled(tt214, "trich_yeu", Fraction(1, 3), Fraction(1, 2)),
    ],
    ids=lambda case: case.component,
)
class TestRuleLines:
    def test_shapes_and_borders_of_the_right_length(self, case):
        for kind in ("shape", "border"):
            for share in (case.low, case.high):
                assert problems(case.module, case.document(rule_line("Hoàng Kim", share, kind))) == []

    @given(share=st.fractions(min_value=0, max_value=2))
    def test_lengths_outside_by_more_than_measures_differ(self, case, share):
        found = problems(case.module, case.document(rule_line("Hoàng Kim", float(share))))
        if case.low <= share <= case.high:
            assert found == []
        elif not case.low - Fraction(51, 1000) <= share <= case.high + Fraction(51, 1000):
            (problem,) = found
            assert "mm»" in problem
            assert "phải dài" in problem

    def test_short_lines_are_measured_to_a_millimetre(self, case):
        short = rule_line("Hoàng Kim", length=round(case.high * 400) + 50, text_length=400)
        assert problems(case.module, case.document(short)) == []

    def test_missing(self, case):
        finding = the_only(case.module, case.document(None))
        assert "không có đường kẻ ngang" in finding.problem
        assert finding.severity is Severity.ERROR
        assert finding.place.excerpt.casefold() == "hoàng kim"

    def test_not_looked_for(self, case):
        assert not case.module.check(recognised(**{case.component: "Hoàng Kim"})).assessed
        assert not case.module.check(recognised(rules={case.component: None})).assessed

    def test_dashes(self, case):
        finding = the_only(case.module, case.document(rule_line("Hoàng Kim", case.high, solid=False)))
        assert "«nét đứt», phải là nét liền" in finding.problem
        assert finding.severity is Severity.ERROR

    def test_underlined_words_are_no_rule_apart(self, case):
        finding = the_only(case.module, case.document(rule_line("Hoàng Kim", case.high, "underline")))
        assert "«gạch chân»" in finding.problem
        assert finding.severity is Severity.WARNING

    def test_underlines_of_the_wrong_length(self, case):
        doc = case.document(rule_line("Hoàng Kim", case.high + Fraction(1, 3), "underline"))
        severities = [finding.severity for finding in case.module.check(doc).findings]
        assert severities == [Severity.WARNING, Severity.ERROR]

    def test_typed_characters_are_as_in_the_specimens(self, case):
        finding = the_only(case.module, case.document(rule_line("_____", case.high * Fraction(11, 10), "characters")))
        assert "«ký tự gạch»" in finding.problem
        assert finding.severity is Severity.HINT

    def test_typed_characters_of_a_wholly_wrong_length(self, case):
        doc = case.document(rule_line("_____", case.high * 2, "characters"))
        assert Severity.ERROR in [finding.severity for finding in case.module.check(doc).findings]

    def test_off_the_middle(self, case):
        assert (
            "«lệch»" in the_only(case.module, case.document(rule_line("Hoàng Kim", case.high, centred=False))).problem
        )

    def test_what_the_file_does_not_tell_is_not_judged(self, case):
        for unknown in ({"length": None}, {"text_length": None}, {"text_length": 0}, {"centred": None}):
            assert problems(case.module, case.document(rule_line("Hoàng Kim", case.high, **unknown))) == []


class TestSymbolForm:
    @pytest.mark.parametrize(
        "text",
        [
            "Số: 12/BC-UBND",
            "Số:12/BC-UBND",
            "Số: 05/BC-UBND",
            "Số:      /BC-UBND",
            "Số: …/BC-UBND",
            "Số: ...../BC-UBND",
            "Số:        /…3...-...4...",
            "Số: ..... /……….",
            "Số: 2142/STTTT-CNTT",
            "Số: 12a/QyĐ-UBND",
            "Số: 42/2022/NĐ-CP",
            "Số: 05/2023/QĐ-UBND",
            "Số: 12/2023/NQ-HĐND",
            "Số: 52/2019/QH14",
            "Số: 12/UBND-VX",
            "Số: 07/SY-UBND",
        ],
    )
    def test_right_and_drafts(self, text):
        assert problems(tt208, head("so_ky_hieu", text)) == []

    @pytest.mark.parametrize(
        ("text", "says", "mend"),
        [
            ("Số 12/BC-UBND", "không có dấu hai chấm", "«Số:»"),
            ("Số: 5/BC-UBND", "«5», số nhỏ hơn 10 phải có số 0", "«05»"),
            ("Số: 12/BC - UBND", "«BC - UBND» có dấu cách", "«BC-UBND»"),
            ("Số: 12/ BC-UBND", "có dấu cách", "«BC-UBND»"),
            ("Số:    /BC- UBND", "có dấu cách", "«BC-UBND»"),
            ("Số: 12/BC–UBND", "gạch dài «–»", "«BC-UBND»"),
            ("Số: 12/CV-UBND", "«CV»", "«UBND-VHXH»"),
            ("Số: 12/2023/BC-UBND", "năm «2023»", "«12/BC-UBND»"),
            ("Số: 12/2023/UBND-VX", "năm «2023»", "«12/UBND-VX»"),
            ("Số: 12/QD-UBND", "«QD» thay cho «QĐ»", "«12/QĐ-UBND»"),
            ("Số:   /QD-UBND", "«QD» thay cho «QĐ»", "«…/QĐ-UBND»"),
            ("Số: 12/TTR-UBND", "«TTR» thay cho «TTr»", "«12/TTr-UBND»"),
            ("Số: 12/bc-ubnd", "viết chữ thường", "«12/BC-UBND»"),
            ("Số: 12-BC/ĐU", "văn bản Đảng", "«12/BC-ĐU»"),
            ("Số: 12BC-UBND", "không phải", "«12/BC-UBND»"),
            ("Số: 12 BC-UBND", "có dấu cách", "«12/BC-UBND»"),
            ("Số: 00/BC-UBND", "số 0", "dạng"),
        ],
    )
    def test_wrong(self, text, says, mend):
        finding = the_only(tt208, head("so_ky_hieu", text))
        assert says in finding.problem
        assert mend in finding.fix
        assert finding.severity is Severity.ERROR

    def test_a_blank_before_the_slash_is_but_a_hint(self):
        finding = the_only(tt208, head("so_ky_hieu", "Số: 123 /BC-UBND"))
        assert "«123»" in finding.problem
        assert finding.severity is Severity.HINT

    @pytest.mark.parametrize("number", range(1, 10))
    def test_every_number_below_ten_is_padded(self, number):
        assert len(problems(tt208, head("so_ky_hieu", f"Số: {number}/BC-UBND"))) == 1
        assert problems(tt208, head("so_ky_hieu", f"Số: 0{number}/BC-UBND")) == []

    @pytest.mark.parametrize("text", ["12/BC-UBND", "Không số"])
    def test_another_line_is_not_assessed(self, text):
        assert not tt208.check(head("so_ky_hieu", text)).assessed
        assert not tt208.check(recognised()).assessed

    def test_only_its_own_part_of_a_line_counts(self):
        line = para(f"Số: 12/BC-UBND\t{DATED}", 13)
        assert problems(tt208, recognised(so_ky_hieu=fragment(line, 0, 14))) == []


class TestPlaceAndDate:
    @pytest.mark.parametrize(
        "text",
        [
            DATED,
            "Hoàng Kim, ngày      tháng 12 năm 2023",
            "Hoàng Kim, ngày … tháng … năm 2023",
            "Hoàng Kim, ngày …… tháng …… năm ……",
            "…4..., ngày …… tháng …… năm ……",
            "Hoàng Kim, ngày     tháng     năm 202…",
            "Hà Nội, ngày 29 tháng 02 năm 2024",
            "Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2020",
            "Thị trấn Ea Kar, ngày 15 tháng 10 năm 2020",
            "Phường 3, ngày 15 tháng 10 năm 2020",
            "Bà Rịa - Vũng Tàu, ngày 15 tháng 10 năm 2020",
            "Cư M'gar, ngày 15 tháng 10 năm 2020",
            "Hoàng Kim, ngày\u00a005 tháng\u00a012 năm\u00a02023",
            "…………",
        ],
    )
    def test_right_and_drafts(self, text):
        assert problems(tt210, head("dia_danh_thoi_gian", text)) == []

    @pytest.mark.parametrize(
        ("text", "says", "mend"),
        [
            ("Hoàng Kim, ngày 5 tháng 12 năm 2023", "«5», phải có số 0", "«ngày 05»"),
            ("Hoàng Kim, ngày 05 tháng 1 năm 2023", "«1», phải có số 0", "«tháng 01»"),
            ("Hoàng Kim, ngày … tháng 2 năm 2023", "«2», phải có số 0", "«tháng 02»"),
            ("Hoàng Kim ngày 05 tháng 12 năm 2023", "không có dấu phẩy", "dạng"),
            ("ngày 05 tháng 12 năm 2023", "không có địa danh", "dạng"),
            ("Hoàng Kim, 05/12/2023", "phải có đủ các từ", "dạng"),
            ("Hoàng Kim, ngày 31 tháng 11 năm 2023", "chỉ có 30 ngày", "dạng"),
            ("Hoàng Kim, ngày 29 tháng 02 năm 2023", "chỉ có 28 ngày", "dạng"),
            ("Hoàng Kim, ngày 05 tháng 13 năm 2023", "không có tháng 13", "dạng"),
            ("Hoàng Kim, ngày 05 tháng 12 năm 23", "năm 23»", "dạng"),
            ("Hoàng Kim, ngày năm tháng 12 năm 2023", "chữ số Ả Rập", "dạng"),
            ("hoàng Kim, ngày 05 tháng 12 năm 2023", "«hoàng Kim», phải viết hoa", "«Hoàng Kim»"),
            ("xã hoàng Kim, ngày 05 tháng 12 năm 2023", "phải viết hoa", "«Xã Hoàng Kim»"),
            ("TP. HCM, ngày 05 tháng 12 năm 2023", "«TP. HCM», phải viết đầy đủ", "«Thành phố Hồ Chí Minh»"),
            ("TP Hồ Chí Minh, ngày 05 tháng 12 năm 2023", "phải viết đầy đủ", "«Thành phố Hồ Chí Minh»"),
        ],
    )
    def test_wrong(self, text, says, mend):
        finding = the_only(tt210, head("dia_danh_thoi_gian", text))
        assert says in finding.problem
        assert mend in finding.fix
        assert finding.severity is Severity.ERROR

    @given(st.dates(datetime.date(1945, 9, 2), datetime.date(2100, 12, 31)))
    def test_zeros_of_every_date(self, date):
        month = f"{date.month:02d}" if date.month < 3 else str(date.month)
        text = f"Hoàng Kim, ngày {date.day:02d} tháng {month} năm {date.year}"
        assert problems(tt210, head("dia_danh_thoi_gian", text)) == []

    @pytest.mark.parametrize("month", range(3, 10))
    def test_a_needless_zero_of_a_month_is_but_a_warning(self, month):
        finding = the_only(tt210, head("dia_danh_thoi_gian", f"Hoàng Kim, ngày 05 tháng 0{month} năm 2023"))
        assert f"«0{month}»" in finding.problem
        assert finding.severity is Severity.WARNING


class TestSubject:
    def test_a_heading(self):
        assert problems(tt213, head("trich_yeu", "Kết quả chuyển đổi số", "trên địa bàn xã Hoàng Kim")) == []

    def test_v_v_is_of_a_cong_van(self):
        finding = the_only(tt213, head("trich_yeu", "V/v báo cáo kết quả"))
        assert "«V/v»" in finding.problem
        assert "«Báo cáo kết quả»" in finding.fix
        assert finding.severity is Severity.ERROR

    def test_a_full_stop_is_a_hint_at_the_last_line(self):
        finding = the_only(tt213, head("trich_yeu", "Kết quả chuyển đổi số", "năm 2023."))
        assert finding.severity is Severity.HINT
        assert finding.place.excerpt == "năm 2023."

    @pytest.mark.parametrize("text", ["......... 7 ........", "………"])
    def test_dots_of_a_form_are_no_full_stop(self, text):
        assert problems(tt213, head("trich_yeu", text)) == []

    @pytest.mark.parametrize("text", ["Về việc báo cáo", "v/v báo cáo", "Vv báo cáo"])
    def test_a_cong_van_has_v_v(self, text):
        finding = the_only(tt215, head("trich_yeu_cong_van", text))
        assert "phải là «V/v»" in finding.problem
        assert finding.severity is Severity.ERROR

    def test_only_its_first_line_has_v_v(self):
        assert problems(tt215, head("trich_yeu_cong_van", "V/v báo cáo kết quả", "chuyển đổi số")) == []


class TestSizesAgree:
    def sized(self, quoc_hieu, tieu_ngu, dia_danh):
        return recognised(
            quoc_hieu=like("quoc_hieu", QUOC_HIEU, size=quoc_hieu),
            tieu_ngu=like("tieu_ngu", TIEU_NGU, size=tieu_ngu),
            dia_danh_thoi_gian=like("dia_danh_thoi_gian", DATED, size=dia_danh),
        )

    @pytest.mark.parametrize("sizes", [(12, 13, 13), (13, 14, 14)])
    def test_the_sets_of_the_decree(self, sizes):
        assert problems(tt216, self.sized(*sizes)) == []

    @pytest.mark.parametrize("sizes", [(12, 14, 14), (12, 13, 14), ("12.5", 13, 13)])
    def test_other_sets_are_warned_of(self, sizes):
        finding = the_only(tt216, self.sized(*sizes))
        assert finding.severity is Severity.WARNING
        assert "12/13/13 hoặc 13/14/14" in finding.problem
        assert f"«{'/'.join(str(size).replace('.', ',') for size in sizes)}»" in finding.problem

    @pytest.mark.parametrize("sizes", [(13, 13, 13), (13, 13, 14), (13, 14, 13)])
    def test_one_up_and_another_down_is_against_the_law(self, sizes):
        assert the_only(tt216, self.sized(*sizes)).severity is Severity.ERROR

    def test_sizes_that_are_missing_mixed_or_not_allowed_are_not_compared(self):
        mixed = para([stretch("Độc lập", 13, bold=True), stretch(" - Tự do", 14, bold=True)])
        assert not tt216.check(self.sized(15, 14, 14)).assessed
        assert not tt216.check(recognised(quoc_hieu=QUOC_HIEU)).assessed
        doc = recognised(quoc_hieu=para(QUOC_HIEU, 13), tieu_ngu=mixed, dia_danh_thoi_gian=para(DATED, 14))
        assert not tt216.check(doc).assessed


class TestKinhGui:
    @pytest.mark.parametrize(
        "lines",
        [
            ["Kính gửi: Ủy ban nhân dân tỉnh Thanh Hóa"],
            ["Kính gửi: Ủy ban nhân dân tỉnh Thanh Hóa."],
            ["Kính gửi: Ủy ban nhân dân", "tỉnh Thanh Hóa"],
            ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Khoa học và Công nghệ."],
            ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Khoa học", "và Công nghệ."],
            ["Kính gửi:\t", "- …………;", "- ………..", ""],
        ],
    )
    def test_right(self, lines):
        doc = recognised(kinh_gui=[para(line) for line in lines])
        assert problems(tt218, doc) == []

    @pytest.mark.parametrize(
        ("lines", "says"),
        [
            (["Kính gửi Ủy ban nhân dân tỉnh"], "không có dấu hai chấm"),
            (["Kính gửi: Sở Nội vụ; Sở Tài chính"], "ghi 2 nơi nhận"),
            (["Kính gửi:", "Sở Nội vụ"], "phải cùng dòng"),
            (["Kính gửi:", "- Sở Nội vụ."], "phải cùng dòng"),
            (["Kính gửi: - Sở Nội vụ;", "- Sở Tài chính."], "từ hai nơi phải xuống dòng"),
            (["Kính gửi:", "Sở Nội vụ;", "- Sở Tài chính."], "không có gạch đầu dòng"),
            (["Kính gửi:", "- Sở Nội vụ", "- Sở Tài chính."], "không có dấu «;»"),
            (["Kính gửi:", "- Sở Nội vụ,", "- Sở Tài chính."], "không có dấu «;»"),
            (["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính;"], "không có dấu «.»"),
            (["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính"], "không có dấu «.»"),
        ],
    )
    def test_wrong(self, lines, says):
        finding = the_only(tt218, recognised(kinh_gui=[para(line) for line in lines]))
        assert says in finding.problem
        assert finding.severity is Severity.ERROR

    def test_dashes_may_be_numbers_of_word(self):
        items = [para("Sở Nội vụ;", marker="-"), para("Sở Tài chính.", marker="-")]
        assert problems(tt218, recognised(kinh_gui=["Kính gửi:", *items])) == []

    def test_dashes_stand_under_each_other(self):
        items = [para("- Sở Nội vụ;", left=2552), para("- Sở Tài chính.", left=2500)]
        assert "«không thẳng hàng»" in the_only(tt218, recognised(kinh_gui=["Kính gửi:", *items])).problem
        hung = [para("- Sở Nội vụ;", left=2552), para("- Sở Tài chính.", left=2652, first_line=-100)]
        assert problems(tt218, recognised(kinh_gui=["Kính gửi:", *hung])) == []
        pushed = [para("\t- Sở Nội vụ;", left=100), para("- Sở Tài chính.", left=2500)]
        assert problems(tt218, recognised(kinh_gui=["Kính gửi:", *pushed])) == []

    def test_a_single_line_may_be_centred_and_a_list_is_not(self):
        centred = [para(line, align="center") for line in ("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính.")]
        assert problems(tt217, recognised(kinh_gui=centred[0])) == []
        severities = {finding.severity for finding in tt217.check(recognised(kinh_gui=centred)).findings}
        assert severities == {Severity.WARNING}

    def test_not_assessed_without_it(self):
        assert not tt218.check(recognised()).assessed
        assert not tt218.check(recognised(kinh_gui="Sở Nội vụ")).assessed

    @pytest.mark.parametrize("kind", ["Tờ trình", "Báo cáo", "Công văn"])
    def test_kinds_that_are_addressed(self, kind):
        assert problems(tt220, recognised(kinh_gui="Kính gửi: Sở Nội vụ", kind=kind)) == []

    def test_other_kinds_are_not(self):
        finding = the_only(tt220, recognised(kinh_gui="Kính gửi: Sở Nội vụ", kind="Kế hoạch"))
        assert "«Kế hoạch»" in finding.problem
        assert "báo cáo, công văn, tờ trình" in finding.problem
        assert finding.severity is Severity.ERROR
        assert problems(tt220, recognised(kind="Kế hoạch")) == []

    @pytest.mark.parametrize("kind", ["", "Đề cương"])
    def test_an_unknown_kind_is_not_judged(self, kind):
        assert not tt220.check(recognised(kinh_gui="Kính gửi: Sở Nội vụ", kind=kind)).assessed


class TestSymbolOfKind:
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ten)
    def test_every_kind_with_its_own_symbol(self, kind):
        symbol = f"{kind.ky_hieu}-UBND" if kind.ky_hieu else "UBND-VX"
        for number in ("12", "     "):
            doc = recognised(so_ky_hieu=f"Số: {number}/{symbol}", kind=kind.ten)
            assert problems(tt219, doc) == []

    @pytest.mark.parametrize(
        ("symbol", "kind", "says", "mend"),
        [
            ("BC-UBND", "Kế hoạch", "«BC» không phải là của kế hoạch, phải là «KH»", "«KH-UBND»"),
            ("UBND-VX", "Báo cáo", "«UBND-VX» thiếu chữ viết tắt tên loại", "«BC-UBND-VX»"),
            ("BC-UBND", "Công văn", "«BC-UBND» là của báo cáo", "«UBND-VHXH»"),
        ],
    )
    def test_the_symbol_of_another_kind(self, symbol, kind, says, mend):
        finding = the_only(tt219, recognised(so_ky_hieu=f"Số: 12/{symbol}", kind=kind))
        assert says in finding.problem
        assert mend in finding.fix
        assert finding.severity is Severity.ERROR

    def test_cv_is_told_by_the_rule_of_the_form(self):
        assert problems(tt219, recognised(so_ky_hieu="Số: 12/CV-UBND", kind="Công văn")) == []

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("Số: 12/BC-UBND", ""),
            ("Số: 12/BC-UBND", "Đề cương"),
            ("Số: 12/QD-UBND", "Quyết định"),
            ("Số:   /…3...-...4...", "Báo cáo"),
            ("Số: 07/SY-UBND", "Quyết định"),
        ],
    )
    def test_not_assessed_where_kind_or_symbol_is_not_known(self, line, kind):
        assert not tt219.check(recognised(so_ky_hieu=line, kind=kind)).assessed


def test_the_rules_of_the_head_are_named_after_their_files():
    assert [module.RULE.id for module in RULES] == [module.__name__.rpartition(".")[2].upper() for module in RULES]
