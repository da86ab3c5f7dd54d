from __future__ import annotations

from decimal import Decimal

import pytest
from documents import (
    FOOTER,
    HEADER,
    cell,
    like,
    page_number,
    para,
    recognised,
    section,
    stretch,
    twips,
    view,
)
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.decree.facts import law
from generator.findings import Basis, Severity
from generator.rules.format_rule import FormatRule
from generator.rules.looks import as_printed, look_findings, look_verdict
from generator.rules.page import RULES, tt101, tt102, tt103, tt104, tt105, tt106, tt107, tt108
from generator.word.recognised import Annex, Fragment

LONG = "Thực hiện kế hoạch chuyển đổi số của tỉnh, xã đã triển khai các nhiệm vụ được giao. " * 60
FIRST_HEADER = "word/header2.xml"
SOME_RULE = FormatRule("TT999", "Một luật để thử", "Chỉ dùng trong các phép thử này.", law("Điều 1"))

half_points = st.integers(min_value=2, max_value=100).map(lambda n: Decimal(n) / 2)


def of_view(*body, **changes):
    return recognised(seen=view(*body, **changes))


def found(module, doc):
    verdict = module.check(doc)
    assert verdict.assessed
    assert {finding.rule for finding in verdict.findings} <= {module.RULE.id}
    return list(verdict.findings)


def problems(module, doc):
    return [finding.problem for finding in found(module, doc)]


def the_only(module, doc):
    (finding,) = found(module, doc)
    return finding


class TestLooks:
    def looks(self, component, *pieces, **options):
        doc = recognised(**{component: pieces})
        return list(look_findings(SOME_RULE, component, doc, doc.of(component), **options))

    @pytest.mark.parametrize(
        ("component", "text"),
        [
            ("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("tieu_ngu", "Độc lập - Tự do - Hạnh phúc"),
            ("so_ky_hieu", "Số: 05/BC-UBND"),
            ("dia_danh_thoi_gian", "Hoàng Kim, ngày 05 tháng 12 năm 2023"),
            ("noi_nhan_danh_sach", "- HĐND, UBND;"),
            ("noi_nhan_danh_sach", "- VPTƯ;"),
            ("ho_ten", "Lê Quang Thành"),
            ("ho_ten", "Y Vinh Tơr"),
            ("ho_ten", "K'Brơi Nguyễn A"),
            ("kinh_gui", "Kính gửi: UBND tỉnh"),
        ],
    )
    def test_a_component_set_as_the_decree_has_it_is_right(self, component, text):
        assert self.looks(component, like(component, text)) == []

    def test_each_attribute_is_one_finding(self):
        faults = self.looks("quoc_hieu", para("Cộng hòa xã hội chủ nghĩa Việt Nam", 15, italic=True))
        assert [fault.problem.partition(" (")[0] for fault in faults] == [
            "Quốc hiệu có cỡ chữ «15», phải từ 12 đến 13",
            "Quốc hiệu đang là chữ «không đậm», phải đậm",
            "Quốc hiệu đang là chữ «nghiêng», phải đứng",
            "Quốc hiệu viết «Cộng hòa xã hội chủ nghĩa Việt Nam», phải viết in hoa",
            "Quốc hiệu đang «canh trái», phải canh giữa",
        ]
        assert all(fault.fix.endswith(".") for fault in faults)

    def test_each_attribute_is_as_grave_as_its_own_source(self):
        faults = self.looks("quoc_hieu", like("quoc_hieu", "CỘNG HÒA", size=15, align="right"))
        assert [(fault.severity, fault.basis) for fault in faults] == [
            (Severity.ERROR, Basis.LAW),
            (Severity.WARNING, Basis.SPECIMEN),
        ]
        assert "(Phụ lục III, mẫu 1.4)" in faults[1].problem
        hints = self.looks("chuc_vu_khac", like("chuc_vu_khac", "TRƯỞNG BAN", bold=False))
        assert [hint.severity for hint in hints] == [Severity.HINT]

    @given(half_points)
    def test_a_size_is_wrong_just_outside_the_range(self, size):
        faults = self.looks("tieu_ngu", like("tieu_ngu", "Độc lập - Tự do - Hạnh phúc", size=size))
        assert bool(faults) == (not 13 <= size <= 14)
        if faults:
            assert f"«{float(size):g}»".replace(".", ",") in faults[0].problem
            assert "từ 13 đến 14" in faults[0].problem

    def test_a_single_allowed_size_is_told_as_one(self):
        (fault,) = self.looks("noi_nhan_tu", like("noi_nhan_tu", "Nơi nhận:", size=14))
        assert "«14», phải là 12 (" in fault.problem

    def test_words_that_differ_from_the_rest_are_quoted_once(self):
        words = [stretch("Độc lập - ", bold=True), stretch("Tự ", bold=False), stretch("do", bold=False, italic=False)]
        (fault,) = self.looks("tieu_ngu", para([*words, stretch(" - Hạnh phúc", bold=True)], align="center"))
        assert fault.problem.startswith("Tiêu ngữ, ở chữ «Tự do», đang là chữ «không đậm», phải đậm")

    def test_words_that_differ_in_several_places_are_still_one_finding(self):
        words = [stretch("Độc lập"), stretch(" - Tự do - ", bold=True), stretch("Hạnh phúc")]
        (fault,) = self.looks("tieu_ngu", para(words, align="center"))
        assert "«Độc lập» và 1 chỗ khác" in fault.problem

    @pytest.mark.parametrize(
        "unseen",
        [
            stretch("   ", 30),
            stretch("\u00a0", 30, italic=True),
            stretch(" - …", 30),
            stretch("ghi chú", 30, hidden=True),
            stretch("1", 30, raised=True),
        ],
    )
    def test_blanks_stops_hidden_words_and_marks_of_notes_are_not_judged(self, unseen):
        assert self.looks("tieu_ngu", para([stretch("Độc lập", bold=True), unseen], align="center")) == []

    def test_an_empty_fragment_is_not_judged(self):
        assert self.looks("quoc_hieu", para("  ", 30, align="right")) == []

    def test_capitals_may_come_from_the_look(self):
        typed = like("ten_loai", "Báo cáo", caps=True)
        assert self.looks("ten_loai", typed) == []
        assert as_printed(Fragment.whole(typed)) == "BÁO CÁO"
        (fault,) = self.looks("trich_yeu", like("trich_yeu", "Kết quả chuyển đổi số", caps=True))
        assert "phải viết in thường" in fault.problem

    def test_small_capitals_are_no_capitals(self):
        (fault,) = self.looks("ten_loai", like("ten_loai", "Báo cáo", small_caps=True))
        assert "«Báo cáo», phải viết in hoa" in fault.problem

    def test_the_word_so_in_capitals(self):
        (fault,) = self.looks("so_ky_hieu", like("so_ky_hieu", "SỐ: 12/BC-UBND"))
        assert "phải viết in thường" in fault.problem

    @pytest.mark.parametrize("name", ["LÊ QUANG THÀNH", "Lê quang Thành"])
    def test_a_name_has_a_capital_in_each_syllable(self, name):
        (fault,) = self.looks("ho_ten", like("ho_ten", name))
        assert f"«{name}»" in fault.problem
        assert "«Lê Quang Thành»" in fault.fix

    def test_left_and_justified_look_alike_on_one_line_and_not_on_two(self):
        short, long = "Một dòng.", "Một đoạn văn dài hơn một dòng. " * 6
        assert self.looks("noi_dung", like("noi_dung", short, align="left")) == []
        (fault,) = self.looks("noi_dung", like("noi_dung", long, align="left"))
        assert "«canh trái», phải canh đều hai lề" in fault.problem
        assert self.looks("noi_dung", like("noi_dung", long, align="left", room=0)) == []
        assert self.looks("noi_dung", like("noi_dung", f"{short}\n{short}", align="left")) == []
        assert self.looks("noi_nhan_danh_sach", like("noi_nhan_danh_sach", "- UBND;", align="both")) == []

    def test_a_part_of_a_paragraph_has_no_alignment_of_its_own(self):
        both = para("Số: 12/BC-UBND\tHoàng Kim, ngày 05 tháng 12 năm 2023", 13, align="left")
        assert self.looks("so_ky_hieu", Fragment(both, 0, 14)) == []

    def test_only_the_attributes_asked_for(self):
        wrong = para("độc lập", 20, align="right")
        assert len(self.looks("tieu_ngu", wrong, attributes=frozenset({"bold"}))) == 1

    def test_a_missing_component_is_not_assessed(self):
        assert not look_verdict(SOME_RULE, "quoc_hieu", recognised()).assessed


class TestPaper:
    def test_a4_either_way_round_passes(self):
        lying = section(1, width=twips(297), height=twips(210))
        assert problems(tt101, of_view(sections=(section(), lying))) == []

    def test_word_rounds(self):
        assert problems(tt101, of_view(sections=(section(width=11907, height=16839),))) == []

    def test_letter_paper_is_found_once_for_sections_in_a_row(self):
        letter = [section(n, width=12240, height=15840) for n in range(3)]
        doc = of_view(para("Mở đầu"), sections=letter)
        finding = the_only(tt101, doc)
        assert "«216 × 279 mm», phải là A4 210 × 297 mm" in finding.problem
        assert finding.severity is Severity.ERROR
        assert finding.place.excerpt == "Mở đầu"

    def test_no_section_is_nothing_to_judge(self):
        for module in (tt101, tt102, tt103):
            assert not module.check(of_view(sections=())).assessed


LYING = {"width": twips(297), "height": twips(210), "landscape": True}


class TestUpright:
    def test_words_across_the_page(self):
        finding = the_only(tt102, of_view(para("Chữ"), sections=(section(**LYING),)))
        assert "«ngang», phải đặt dọc" in finding.problem
        assert "bảng, biểu" in finding.problem

    def test_upright_passes(self):
        assert problems(tt102, of_view(para("Chữ"))) == []

    def test_tables_may_lie(self):
        body = (para("Chữ"), para("Số liệu", section=1, cell=cell(bordered=True)))
        assert problems(tt102, of_view(*body, sections=(section(), section(1, **LYING)))) == []

    def test_annexes_may_lie(self):
        heading = para("Phụ lục", section=1, number=2)
        seen = view(para("Chữ"), heading, sections=(section(), section(1, **LYING)))
        annex = Annex((Fragment.whole(seen.body[1]),), (), (), ())
        assert problems(tt102, recognised(seen=seen, annexes=[annex])) == []

    def test_an_annex_in_the_section_of_the_words_does_not_excuse_them(self):
        seen = view(para("Chữ"), para("Phụ lục"), sections=(section(**LYING),))
        annex = Annex((Fragment.whole(seen.body[1]),), (), (), ())
        assert len(problems(tt102, recognised(seen=seen, annexes=[annex]))) == 1


class TestMargins:
    @given(
        st.sampled_from([("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)]),
        st.integers(min_value=0, max_value=600).map(lambda n: Decimal(n) / 10),
    )
    def test_a_margin_is_wrong_half_a_millimetre_outside_the_range(self, side, length):
        name, low, high = side
        doc = of_view(para("Chữ"), sections=(section(**{name: twips(length)}),))
        if low <= length <= high:
            assert problems(tt103, doc) == []
        elif not low - Decimal("0.52") <= length <= high + Decimal("0.52"):
            (problem,) = problems(tt103, doc)
            assert f"phải từ {low} đến {high} mm" in problem

    def test_what_was_found_is_told_in_vietnamese_figures(self):
        finding = the_only(tt103, of_view(para("Chữ"), sections=(section(left=twips("25.4")),)))
        assert finding.problem.startswith("Lề trái là «25,4 mm», phải từ 30 đến 35 mm")
        assert "Left" in finding.fix

    def test_every_section_is_judged_and_like_ones_are_told_once(self):
        sections = (section(), section(1, top=twips(10)), section(2, top=twips(10)), section(3, top=twips(40)))
        assert len(problems(tt103, of_view(para("Chữ"), sections=sections))) == 2

    def test_a_lying_sheet_may_have_its_margins_as_seen_or_turned(self):
        turned = {"top": twips(30), "right": twips(20), "bottom": twips(20), "left": twips(20)}
        for margins in ({}, turned):
            assert problems(tt103, of_view(para("Chữ"), sections=(section(**LYING, **margins),))) == []
        assert len(problems(tt103, of_view(para("Chữ"), sections=(section(**turned),)))) == 2


class TestFont:
    def test_another_font_is_named_with_its_words(self):
        words = para([stretch("Kết quả "), stretch("chuyển đổi số", font="Arial")])
        finding = the_only(tt104, of_view(words))
        assert "«chuyển đổi số» dùng phông «Arial», phải là Times New Roman" in finding.problem
        assert finding.severity is Severity.ERROR

    def test_a_font_is_told_once_with_all_the_paragraphs_that_have_it(self):
        arial = [para("Chữ", font="Arial"), para(" "), para("Chữ"), para("Khác", font="Arial")]
        finding = the_only(tt104, of_view(*arial, margins={HEADER: (page_number(font="Arial"),)}))
        assert "«Chữ» và chữ ở 2 đoạn khác dùng phông «Arial»" in finding.problem
        assert [(place.part, place.paragraph) for place in finding.related] == [("word/document.xml", 4), (HEADER, 1)]

    def test_each_font_is_told_by_itself(self):
        mixed = para([stretch("Một", font="Arial"), stretch(" hai", font="Calibri"), stretch(" ba", font="Arial")])
        assert len(problems(tt104, of_view(mixed))) == 2

    def test_headers_are_judged(self):
        doc = of_view(para("Chữ"), margins={HEADER: (page_number(font="Calibri"),)})
        assert the_only(tt104, doc).place.part == HEADER

    @pytest.mark.parametrize(
        "unseen",
        [
            stretch("  ", font="Arial"),
            stretch("→ ☐", font="Segoe UI"),
            stretch("x", font="Cambria Math"),
            stretch("ü", font="Wingdings 2"),
            stretch("chữ", font=""),
            stretch("chữ", font="times new roman"),
            stretch("ẩn", font="Arial", hidden=True),
            stretch("năm …../.", font="Arial"),
        ],
    )
    def test_blanks_signs_formulas_and_what_is_not_known_pass(self, unseen):
        assert problems(tt104, of_view(para([stretch("Chữ "), unseen]))) == []

    def test_an_empty_document_is_not_assessed(self):
        assert not tt104.check(of_view(para(""))).assessed
        assert not tt105.check(of_view(para(""))).assessed


class TestColour:
    def test_a_blue_link(self):
        finding = the_only(tt105, of_view(para([stretch("Xem "), stretch("tại đây", colour="0563C1")])))
        assert "«tại đây» có màu «#0563C1», phải màu đen" in finding.problem
        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize("colour", ["auto", "000000", ""])
    def test_black_however_it_is_said(self, colour):
        assert problems(tt105, of_view(para("Chữ", colour=colour))) == []

    def test_what_passes_for_black_is_a_hint(self):
        assert the_only(tt105, of_view(para("Chữ", colour="0D0D0D"))).severity is Severity.HINT

    def test_a_colour_that_is_no_colour_is_told_and_breaks_nothing(self):
        assert the_only(tt105, of_view(para("Chữ", colour="đỏ"))).severity is Severity.ERROR

    @pytest.mark.parametrize("stamp", ["KHẨN", "Hỏa tốc", "MẬT"])
    def test_stamps_are_red(self, stamp):
        assert problems(tt105, of_view(para("Chữ"), para(stamp, colour="FF0000"))) == []


def numbered(part=HEADER, paragraph=None, **changes):
    shown = paragraph or page_number(part=part)
    usual = {"margins": {part: (shown,)}, "fields": {(part, 1): ("PAGE",)}}
    return of_view(para(LONG), **(usual | changes))


class TestPageNumber:
    def test_in_the_middle_of_the_header(self):
        assert problems(tt106, numbered()) == []

    @given(half_points)
    def test_its_size(self, size):
        found_ = problems(tt106, numbered(paragraph=page_number("2", size=size)))
        assert bool(found_) == (not 13 <= size <= 14)
        if found_:
            assert "phải từ 13 đến 14" in found_[0]

    @pytest.mark.parametrize(
        ("look", "says"),
        [
            ({"align": "right"}, "«canh phải», phải canh giữa"),
            ({"align": "left"}, "«canh trái», phải canh giữa"),
            ({"italic": True}, "«nghiêng», phải là chữ đứng"),
            ({"bold": True}, "«đậm», phải là chữ đứng"),
        ],
    )
    def test_its_place_and_slant(self, look, says):
        finding = the_only(tt106, numbered(paragraph=page_number(**look)))
        assert says in finding.problem
        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize("place", [{"text": "\t2"}, {"boxed": True}, {"cell": cell(1)}])
    def test_where_tabs_boxes_and_tables_put_it_is_not_judged(self, place):
        assert problems(tt106, numbered(paragraph=page_number(**{"align": "left", **place}))) == []

    def test_a_field_that_word_has_not_filled_in_has_no_look(self):
        assert problems(tt106, numbered(paragraph=page_number(""))) == []

    def test_at_the_foot(self):
        doc = numbered(FOOTER, sections=(section(headers={}, footers={"default": FOOTER}),))
        assert "«chân trang»" in the_only(tt106, doc).problem

    def test_a_footer_that_no_page_shows_does_not_count(self):
        foot = section(footers={"first": FOOTER}, title_page=False)
        parts = {HEADER: (page_number(),), FOOTER: (page_number(part=FOOTER),)}
        doc = numbered(sections=(foot,), margins=parts, fields={(HEADER, 1): ("PAGE",), (FOOTER, 1): ("PAGE",)})
        assert problems(tt106, doc) == []

    def test_roman_figures(self):
        finding = the_only(tt106, numbered(sections=(section(number_format="lowerRoman"),)))
        assert "«lowerRoman», phải là chữ số Ả Rập" in finding.problem

    def test_even_pages_have_their_own_header(self):
        assert "Trang chẵn" in the_only(tt106, numbered(even_and_odd=True)).problem
        both = section(headers={"default": HEADER, "even": HEADER})
        assert problems(tt106, numbered(even_and_odd=True, sections=(both,))) == []

    def test_a_long_document_without_numbers(self):
        assert "không có số trang" in the_only(tt106, numbered(fields={})).problem
        pages = view(para("Trang một"), para("Trang hai", breaks_page=True), fields={}, margins={})
        assert len(found(tt106, recognised(seen=pages))) == 1

    @pytest.mark.parametrize("text", ["Một dòng.", "", "…" * 5000])
    def test_a_document_that_may_be_one_page_needs_none(self, text):
        doc = of_view(para(text), fields={}, margins={})
        assert not tt106.check(doc).assessed
        assert not tt107.check(doc).assessed

    def test_tables_do_not_make_a_document_long(self):
        cells = [para("Ô", cell=cell(bordered=True)) for _ in range(500)]
        assert not tt106.check(of_view(*cells, fields={}, margins={})).assessed


class TestFirstPage:
    def test_an_empty_first_header_hides_the_number(self):
        assert problems(tt107, numbered()) == []

    def test_the_same_header_on_all_pages_shows_it(self):
        finding = the_only(tt107, numbered(sections=(section(title_page=False),)))
        assert "«có hiện số trang», phải không hiện" in finding.problem
        assert "Different First Page" in finding.fix
        assert finding.place.part == HEADER

    def test_a_number_in_the_header_of_the_first_page(self):
        shown = page_number(part=FIRST_HEADER)
        own = section(headers={"default": HEADER, "first": FIRST_HEADER})
        fields = {(FIRST_HEADER, 1): ("PAGE",)}
        doc = numbered(sections=(own,), margins={FIRST_HEADER: (shown,)}, fields=fields)
        assert the_only(tt107, doc).place.part == FIRST_HEADER

    def test_a_number_at_the_foot_of_the_first_page(self):
        foot = section(title_page=False, headers={}, footers={"default": FOOTER})
        assert len(problems(tt107, numbered(FOOTER, sections=(foot,)))) == 1

    def test_a_first_page_that_is_a_section_without_header(self):
        assert problems(tt107, numbered(sections=(section(title_page=False, headers={}), section(1)))) == []

    def test_a_number_under_a_condition_is_not_judged(self):
        doc = numbered(sections=(section(title_page=False),), fields={(HEADER, 1): ("IF", "PAGE")})
        assert problems(tt107, doc) == []


class TestAnnexNumbers:
    def annexed(self, *, shared=False, heading="Phụ lục", fields=None, **changes):
        number = 0 if shared else 1
        seen = view(para("Chữ"), para(heading, section=number), sections=(section(), section(1, **changes)))
        if fields is not None:
            seen = replace(seen, fields=fields)
        return recognised(seen=seen, annexes=[Annex((Fragment.whole(seen.body[1]),), (), (), ())])

    def test_from_one_with_an_empty_first_page(self):
        assert problems(tt108, self.annexed(start=1)) == []

    @pytest.mark.parametrize(("start", "says"), [(None, "«nối tiếp phần trước»"), (5, "«bắt đầu từ 5»")])
    def test_going_on_from_the_document(self, start, says):
        finding = the_only(tt108, self.annexed(start=start))
        assert says in finding.problem
        assert "phải bắt đầu từ 1" in finding.problem
        assert finding.severity is Severity.ERROR

    def test_in_the_same_section_as_the_document(self):
        assert "«chung phần (section)»" in the_only(tt108, self.annexed(shared=True)).problem

    def test_a_number_on_its_first_page_is_but_a_hint(self):
        finding = the_only(tt108, self.annexed(start=1, title_page=False))
        assert finding.severity is Severity.HINT

    def test_not_assessed_without_annexes_or_numbers_or_in_a_blank_form(self):
        assert not tt108.check(numbered()).assessed
        assert not tt108.check(self.annexed(fields={})).assessed
        assert not tt108.check(self.annexed(heading="Phụ lục …1...")).assessed

    def test_an_annex_that_is_the_whole_file_begins_at_one(self):
        seen = view(para("Phụ lục"))
        doc = recognised(seen=seen, annexes=[Annex((Fragment.whole(seen.body[0]),), (), (), ())])
        assert problems(tt108, doc) == []


def test_the_rules_of_the_page_are_named_after_their_files():
    assert [module.RULE.id for module in RULES] == [module.__name__.rpartition(".")[2].upper() for module in RULES]
