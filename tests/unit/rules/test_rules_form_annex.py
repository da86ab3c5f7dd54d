from __future__ import annotations

import pytest
from documents import cell, fragments, like, para, recognised, section, view
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.findings import Severity
from generator.rules.annex import RULES, tt501, tt502, tt503, tt504, tt505, tt506, tt507
from generator.vn.numerals import roman
from generator.word.recognised import Annex, Fragment

SYMBOL = "Số: 12/BC-UBND"
DATE = "Hoàng Kim, ngày 05 tháng 12 năm 2023"


def annex(heading="Phụ lục", title=(), attached=()):
    heading = like("phu_luc_tu", heading) if isinstance(heading, str) else heading
    return Annex(fragments(heading), fragments(title), fragments(attached), ())


def with_annexes(*annexes, content="Một đoạn."):
    return recognised(annexes=annexes, content=[para(content)] if content else [])


def attached_as(text, symbol=SYMBOL, date=DATE, kind="Báo cáo"):
    line = like("phu_luc_kem_theo", text)
    return recognised(annexes=[annex(attached=line)], so_ky_hieu=symbol, dia_danh_thoi_gian=date, kind=kind)


def found(module, doc):
    verdict = module.check(doc)
    assert verdict.assessed
    assert {finding.rule for finding in verdict.findings} <= {module.RULE.id}
    return list(verdict.findings)


def the_only(module, doc):
    (finding,) = found(module, doc)
    return finding


def test_rules_stand_in_the_order_of_their_ids():
    assert [module.RULE.id for module in RULES] == [f"TT{number}" for number in range(501, 508)]


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.id)
def test_a_document_without_annexes_is_not_judged(module):
    verdict = module.check(recognised(noi_dung="Một đoạn."))
    assert (verdict.assessed, verdict.findings) == (False, ())


class TestLooks:
    def test_as_the_decree_has_them(self):
        doc = with_annexes(
            annex(
                "Phụ lục I",
                like("phu_luc_tieu_de", "SỐ LIỆU NĂM 2023"),
                like("phu_luc_kem_theo", "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023)"),
            )
        )
        assert [found(module, doc) for module in (tt501, tt503, tt504)] == [[], [], []]

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 13}, {"align": "left"}])
    def test_the_heading(self, change):
        finding = the_only(tt501, with_annexes(annex(like("phu_luc_tu", "Phụ lục I", **change))))
        assert finding.severity is Severity.ERROR

    def test_the_heading_is_in_small_letters(self):
        assert "in thường" in the_only(tt501, with_annexes(annex("PHỤ LỤC I"))).problem

    @pytest.mark.parametrize("change", [{"bold": False}, {"size": 12}, {"align": "both"}])
    def test_the_title(self, change):
        doc = with_annexes(annex(title=like("phu_luc_tieu_de", "SỐ LIỆU", **change)))
        assert len(found(tt503, doc)) == 1

    def test_the_title_is_in_capitals(self):
        doc = with_annexes(annex(title=like("phu_luc_tieu_de", "Số liệu năm 2023")))
        assert "in hoa" in the_only(tt503, doc).problem

    @pytest.mark.parametrize("change", [{"italic": False}, {"bold": True}, {"size": 12}])
    def test_what_it_is_attached_to(self, change):
        doc = with_annexes(
            annex(attached=like("phu_luc_kem_theo", "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023)", **change))
        )
        assert len(found(tt504, doc)) == 1

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("(Kèm theo Báo cáo của UBND xã)", "số, ký hiệu, thời gian"),
            ("(Kèm theo Báo cáo số 12/BC-UBND)", "thời gian"),
            ("(Kèm theo Báo cáo ngày 05 tháng 12 năm 2023)", "số, ký hiệu"),
        ],
    )
    def test_it_names_number_and_date(self, text, words):
        finding = the_only(tt504, with_annexes(annex(attached=like("phu_luc_kem_theo", text))))
        assert (finding.severity, words in finding.problem) == (Severity.ERROR, True)

    @pytest.mark.parametrize("text", ["(Kèm theo Văn bản số …/…-… ngày …. tháng …. năm ….)"])
    def test_places_left_blank_are_enough(self, text):
        assert found(tt504, with_annexes(annex(attached=like("phu_luc_kem_theo", text)))) == []

    def test_it_is_there(self):
        finding = the_only(tt504, with_annexes(annex()))
        assert (finding.severity, "không có dòng" in finding.problem) == (Severity.ERROR, True)

    def test_it_stands_below_the_title(self):
        title = replace(like("phu_luc_tieu_de", "SỐ LIỆU"), number=3)
        line = replace(like("phu_luc_kem_theo", "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023)"), number=2)
        finding = the_only(tt504, with_annexes(annex(title=title, attached=line)))
        assert (finding.severity, "đứng trên tên" in finding.problem) == (Severity.ERROR, True)

    def test_the_heading_and_the_title_stand_on_two_lines(self):
        whole = like("phu_luc_tu", "Phụ lục II. SỐ LIỆU")
        parts = (Fragment(whole, 0, 10),), (Fragment(whole, 12, 19),)
        finding = the_only(tt501, with_annexes(Annex(*parts, (), ())))
        assert "cùng dòng" in finding.problem
        broken = like("phu_luc_tu", "Phụ lục II\nSỐ LIỆU")
        parts = (Fragment(broken, 0, 10),), (Fragment(broken, 11, 18),)
        assert found(tt501, with_annexes(Annex(*parts, (), ()))) == []

    @pytest.mark.parametrize(("size", "count"), [(13, 0), (14, 0), (12, 1), (20, 1)])
    def test_running_text_of_another_size_is_a_hint(self, size, count):
        content = (para("Chính quyền số gồm 07 chỉ tiêu.", size), para("ô", 9, cell=cell()))
        doc = with_annexes(Annex((), (), (), content))
        assert [finding.severity for finding in found(tt507, doc)] == [Severity.HINT] * count

    def test_a_title_is_not_required(self):
        assert not tt503.check(with_annexes(annex())).assessed


class TestNumbers:
    def numbers(self, *headings, **options):
        return found(tt502, with_annexes(*(annex(heading) for heading in headings), **options))

    @given(st.integers(2, 40))
    def test_roman_numbers_in_order(self, count):
        assert self.numbers(*(f"Phụ lục {roman(n)}" for n in range(1, count + 1))) == []

    @given(st.integers(2, 20), st.data())
    def test_one_wrong_number_is_told_at_its_annex(self, count, data):
        wrong = data.draw(st.integers(1, count))
        headings = [f"Phụ lục {roman(n + 1 if n == wrong else n)}" for n in range(1, count + 1)]
        (finding,) = self.numbers(*headings)
        assert f"«Phụ lục {roman(wrong)}»" in finding.fix

    @pytest.mark.parametrize("second", ["Phụ lục 2", "Phụ lục 02", "Phụ lục số 2", "Phụ lục B"])
    def test_other_numbers(self, second):
        (finding,) = self.numbers("Phụ lục I", second)
        assert "La Mã" in finding.problem
        assert finding.fix == "Viết «Phụ lục II»."

    def test_without_a_number(self):
        assert len(self.numbers("Phụ lục", "Phụ lục")) == 2

    @pytest.mark.parametrize("heading", ["Phụ lục", "Phụ lục I", "Phụ lục 01"])
    def test_a_single_annex_is_not_judged(self, heading):
        assert not tt502.check(with_annexes(annex(heading))).assessed

    def test_a_number_left_open_is_not_judged(self):
        assert not tt502.check(with_annexes(annex("Phụ lục …"), annex("Phụ lục …"))).assessed

    def test_a_file_of_annexes_alone_may_hold_the_later_ones(self):
        assert self.numbers("Phụ lục II", "Phụ lục III", content="") == []
        assert len(self.numbers("Phụ lục II", "Phụ lục IV", content="")) == 1


class TestAttached:
    @pytest.mark.parametrize(
        "text",
        [
            "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023 của UBND xã)",
            "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023 của UBND xã)",
            "(Kèm theo Báo cáo số      /BC-UBND ngày      tháng 12 năm 2023 của UBND xã)",
            "(Kèm theo Văn bản số …/…-… ngày …. tháng …. năm ….)",
            "(Kèm theo báo cáo số: 12/BC - UBND)",
            "(Kèm theo Báo cáo của UBND xã)",
        ],
    )
    def test_what_agrees_or_is_left_open(self, text):
        assert found(tt505, attached_as(text)) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("(Kèm theo Báo cáo số 11/BC-UBND)", "«11»"),
            ("(Kèm theo Báo cáo số 12/KH-UBND)", "«KH-UBND»"),
            ("(Kèm theo Kế hoạch số 12/BC-UBND)", "«Kế hoạch»"),
            ("(Kèm theo Báo cáo số 12/BC-UBND ngày 06 tháng 12 năm 2023)", "«ngày 6»"),
            ("(Kèm theo Báo cáo số      /BC-UBND ngày      tháng 12 năm 2022)", "«năm 2022»"),
            ("(Kèm theo Báo cáo số 12/BC-UBND ngày 05/11/2023)", "«tháng 11»"),
        ],
    )
    def test_what_differs(self, text, words):
        finding = the_only(tt505, attached_as(text))
        assert finding.severity is Severity.ERROR
        assert words in finding.problem

    def test_leading_zeros_do_not_matter(self):
        assert found(tt505, attached_as("(Kèm theo Báo cáo số 5/BC-UBND)", symbol="Số: 05/BC-UBND")) == []

    def test_what_the_document_leaves_open_is_not_compared(self):
        text = "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023)"
        doc = attached_as(text, symbol="Số:      /BC-UBND", date="Hoàng Kim, ngày      tháng 12 năm 2023")
        assert found(tt505, doc) == []

    def test_a_document_without_head_is_not_compared(self):
        assert found(tt505, recognised(annexes=[annex(attached="(Kèm theo Báo cáo số 12/BC-UBND)")])) == []

    @given(st.integers(1, 999), st.integers(1, 999))
    def test_numbers_agree_only_with_themselves(self, said, true):
        doc = attached_as(f"(Kèm theo Báo cáo số {said}/BC-UBND)", symbol=f"Số: {true}/BC-UBND")
        assert (found(tt505, doc) == []) == (said == true)

    def test_each_annex_is_compared(self):
        line = like("phu_luc_kem_theo", "(Kèm theo Báo cáo số 11/BC-UBND)")
        doc = recognised(
            annexes=[annex("Phụ lục I", attached=line), annex("Phụ lục II", attached=line)], so_ky_hieu=SYMBOL
        )
        findings = found(tt505, doc)
        assert len(findings) == 2
        # Both say the same: the document itself may be what is wrong.
        assert all("bên nào đúng" in finding.fix for finding in findings)


class TestNewPage:
    def doc(self, *above, **heading):
        seen = view(*above, like("phu_luc_tu", "Phụ lục I", **heading), sections=(section(0), section(1)))
        return replace(recognised(seen=seen), annexes=(Annex((Fragment.whole(seen.body[-1]),), (), (), ()),))

    @pytest.mark.parametrize("heading", [{"breaks_page": True}, {"page_break_before": True}])
    def test_what_begins_a_page(self, heading):
        assert found(tt506, self.doc(para("Trên đây là báo cáo./."), **heading)) == []

    def test_a_section_that_goes_on_on_the_same_page_begins_none(self):
        assert len(found(tt506, self.doc(para("Trên đây là báo cáo./."), section=1))) == 1

    def test_a_break_in_an_empty_paragraph_above(self):
        assert found(tt506, self.doc(para("Báo cáo./."), para("", breaks_page=True), para(""))) == []

    def test_without_a_break_it_is_a_warning(self):
        finding = the_only(tt506, self.doc(para("Trên đây là báo cáo./."), para("")))
        assert (finding.severity, finding.place.paragraph) == (Severity.WARNING, 3)

    def test_a_break_further_up_does_not_count(self):
        assert len(found(tt506, self.doc(para("", breaks_page=True), para("Báo cáo./.")))) == 1

    def test_at_the_start_of_the_file(self):
        assert found(tt506, self.doc()) == []
        assert found(tt506, self.doc(para(""))) == []
