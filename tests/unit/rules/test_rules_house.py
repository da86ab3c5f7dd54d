"""The rules of the house style: what the office has chosen passes, anything else is told with the choice."""

from __future__ import annotations

from decimal import Decimal

import pytest
from documents import fragment, like, para, recognised, section, stretch, twips, view
from msgspec.structs import replace

from generator.data.house import CoChu, Le, QuyCach
from generator.findings import Basis, Severity
from generator.rules.form_registry import FORM_RULES, check_form
from generator.rules.house import RULES, tt601, tt602, tt603, tt604, tt605, tt606, tt607
from generator.rules.house_registry import HOUSE_RULES, check_house
from generator.word.recognised import Annex, Fragment

USUAL = QuyCach()
SMALL = QuyCach(CoChu(*map(Decimal, (12, 13, 13, 13))))
FULL, SHORT = QuyCach(uy_ban_day_du=True), QuyCach(uy_ban_day_du=False)
LONG = "Thực hiện kế hoạch chuyển đổi số của tỉnh, xã đã triển khai các nhiệm vụ được giao trong năm nay."


def prose(*paras, component="noi_dung"):
    seen = view(*paras)
    return recognised(content=seen.body, seen=seen, **{component: [Fragment.whole(each) for each in seen.body]})


def text(size=14, **looks):
    return para(LONG, size, **{"align": "both", "first_line": twips(10), "before": 120, **looks})


def found(module, doc, style=USUAL):
    verdict = module.check(doc, style)
    assert verdict.assessed
    for finding in verdict.findings:
        assert (finding.rule, finding.severity, finding.basis) == (module.RULE.id, Severity.WARNING, Basis.HOUSE)
        assert finding.fix.endswith((".", "»."))
    return list(verdict.findings)


def the_only(module, doc, style=USUAL):
    (finding,) = found(module, doc, style)
    return finding


def head(sizes):
    names = ("quoc_hieu", "tieu_ngu", "dia_danh_thoi_gian")
    words = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hoàng Kim, ngày 05 tháng 12 năm 2023",
    )
    return recognised(
        **{name: like(name, each, size=size) for name, each, size in zip(names, words, sizes, strict=True)}
    )


def test_the_rules_stand_apart_from_those_of_the_decree():
    assert list(HOUSE_RULES) == [module.RULE.id for module in RULES] == sorted(HOUSE_RULES)
    assert not set(HOUSE_RULES) & set(FORM_RULES)
    assert not set(check_form(recognised())) & set(HOUSE_RULES)


def test_an_empty_document_breaks_none():
    verdicts = check_house(recognised(seen=view(sections=())), FULL)
    assert list(verdicts) == list(HOUSE_RULES)
    assert not any(verdict.assessed for verdict in verdicts.values())


class TestSizes:
    def test_the_sizes_chosen_pass_and_others_do_not(self):
        assert not found(tt601, head((13, 14, 14)))
        assert not found(tt601, head((12, 13, 13)), SMALL)
        assert len(found(tt601, head((12, 13, 13)))) == len(found(tt601, head((13, 14, 14)), SMALL)) == 3

    def test_what_was_found_and_what_was_chosen_are_told(self):
        finding = the_only(tt601, head((12, 14, 14)))
        assert finding.problem == "Quốc hiệu có cỡ chữ «12», cơ quan chọn 13 (quy cách của cơ quan, mục «co_chu»)"
        assert "đặt cỡ chữ 13" in finding.fix

    def test_a_part_of_the_head_alone_is_judged(self):
        assert the_only(tt601, recognised(tieu_ngu=like("tieu_ngu", "Độc lập - Tự do - Hạnh phúc", size=13)))
        assert not tt601.check(prose(text()), USUAL).assessed

    def test_the_body_is_of_one_size_and_told_once(self):
        assert not found(tt602, prose(text(14), text(14)))
        finding = the_only(tt602, prose(*(text(13) for _ in range(9))))
        assert "«13», cơ quan chọn 14" in finding.problem
        assert "8 đoạn khác cũng vậy" in finding.problem
        assert len(finding.related) == 3

    @pytest.mark.parametrize("component", ["noi_dung", "khoan", "diem"])
    def test_all_running_text_is_judged(self, component):
        assert the_only(tt602, prose(text(13), component=component))

    def test_marks_of_notes_and_blanks_have_no_say(self):
        mixed = para([stretch(LONG, 14), stretch("1", 9, raised=True), stretch("  ", 10)])
        assert not found(tt602, prose(mixed))


class TestMargins:
    def doc(self, *sections):
        return recognised(seen=view(text(), sections=sections))

    def test_the_margins_chosen_pass(self):
        style = QuyCach(le=Le(*map(Decimal, (25, 25, 35, 15))))
        edges = {"top": twips(25), "bottom": twips(25), "left": twips(35), "right": twips(15)}
        assert not found(tt603, self.doc(section()))
        assert not found(tt603, self.doc(section(**edges)), style)
        assert len(found(tt603, self.doc(section()), style)) == 4

    @pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
    def test_each_side_is_told_with_the_length_chosen(self, side):
        finding = the_only(tt603, self.doc(section(**{side: twips(33)})))
        wanted = 30 if side == "left" else 20
        assert f"«33 mm», cơ quan chọn {wanted} mm" in finding.problem

    def test_a_lying_sheet_is_not_judged(self):
        lying = section(1, width=twips(297), height=twips(210), landscape=True, left=twips(20))
        assert not found(tt603, self.doc(section(), lying))
        assert not tt603.check(self.doc(replace(lying, number=0)), USUAL).assessed

    def test_rounding_of_word_is_no_difference(self):
        assert not found(tt603, self.doc(section(left=1700, right=1135)))


class TestIndent:
    @pytest.mark.parametrize(("chosen", "other"), [("1", "12.7"), ("1.27", "10")])
    def test_one_centimetre_is_told_apart_from_half_an_inch(self, chosen, other):
        style = QuyCach(thut_dau_dong=Decimal(chosen))
        assert not found(tt604, prose(text(first_line=twips(Decimal(chosen) * 10))), style)
        finding = the_only(tt604, prose(text(first_line=twips(other))), style)
        assert f"cơ quan chọn {chosen.replace('.', ',')} cm" in finding.problem

    def test_a_hanging_number_begins_where_it_stands(self):
        assert not found(tt604, prose(text(left=twips(20), first_line=-twips(10))))

    def test_a_block_set_in_deeper_and_centred_lines_are_not_judged(self):
        assert not tt604.check(prose(text(left=twips(25), first_line=0), text(align="center")), USUAL).assessed


class TestSpacing:
    def test_the_space_chosen_passes_wherever_it_stands(self):
        for looks in ({"before": 120}, {"before": 0, "after": 120}, {"before": 60, "after": 60}):
            assert not found(tt605, prose(text(**looks), text(**looks)))
        assert not found(tt605, prose(text(before=120, after=120), text(before=120, after=120)))

    def test_another_space_is_told(self):
        finding = the_only(tt605, prose(text(before=200), text(before=200)))
        assert "«10 pt», cơ quan chọn 6 pt" in finding.problem
        assert not found(tt605, prose(text(before=200), text(before=200)), QuyCach(gian_doan=Decimal(10)))

    def test_space_that_word_drops_between_paragraphs_of_a_style_is_none(self):
        same = text(style="NoiDung", contextual=True)
        assert "«0 pt»" in the_only(tt605, prose(same, same)).problem

    def test_titles_pages_and_single_paragraphs_are_not_judged(self):
        title = para("1. Mục tiêu", before=400)
        seen = view(text(), title, text(before=120, breaks_page=True))
        doc = recognised(content=seen.body, seen=seen, noi_dung=[fragment(seen.body[0]), fragment(seen.body[2])])
        assert not tt605.check(doc, USUAL).assessed


class TestLines:
    @pytest.mark.parametrize(
        ("looks", "lines"),
        [
            ({"line": 240}, "1"),
            ({"line": 276}, "1.15"),
            ({"line": 360}, "1.5"),
            ({"line": 12, "line_rule": "atLeast"}, "1"),
        ],
    )
    def test_the_spacing_chosen_passes(self, looks, lines):
        assert not found(tt606, prose(text(**looks)), QuyCach(gian_dong=Decimal(lines)))

    @pytest.mark.parametrize(
        ("looks", "shown"),
        [
            ({"line": 276}, "«1,15 dòng»"),
            ({"line": 500, "line_rule": "exact"}, "«chính xác 25 pt»"),
            ({"line": 500, "line_rule": "atLeast"}, "«ít nhất 25 pt»"),
        ],
    )
    def test_another_spacing_is_told(self, looks, shown):
        assert f"{shown}, cơ quan chọn 1 dòng" in the_only(tt606, prose(text(**looks))).problem


class TestCommittee:
    def doc(self, superior, attached="(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023 của Sở Nội vụ)"):
        annex = Annex((fragment("Phụ lục"),), (), (fragment(attached),), ())
        return recognised(co_quan_chu_quan=superior, annexes=(annex,))

    def test_the_superior_body_is_named_as_chosen(self):
        assert not found(tt607, self.doc("UBND HUYỆN A"), SHORT)
        assert not found(tt607, self.doc("ỦY BAN NHÂN DÂN\nHUYỆN A"), FULL)
        finding = the_only(tt607, self.doc("UBND HUYỆN A"), FULL)
        assert finding.problem.startswith("Ủy ban nhân dân viết tắt trong «UBND HUYỆN A», cơ quan chọn viết đủ")
        assert finding.fix == "Gõ lại «ỦY BAN NHÂN DÂN HUYỆN A»."
        assert the_only(tt607, self.doc("UỶ BAN NHÂN DÂN HUYỆN A"), SHORT).fix == "Gõ lại «UBND HUYỆN A»."

    def test_the_body_behind_of_in_an_annex_is_named_as_chosen(self):
        doc = self.doc("SỞ NỘI VỤ", "(Kèm theo Báo cáo số 12/BC-UBND của UBND xã A)")
        assert not found(tt607, doc, SHORT)
        assert the_only(tt607, doc, FULL).fix == "Gõ lại «Ủy ban nhân dân xã A»."

    def test_without_a_choice_or_a_committee_nothing_is_judged(self):
        assert not tt607.check(self.doc("UBND HUYỆN A"), USUAL).assessed
        assert not tt607.check(self.doc("SỞ NỘI VỤ"), FULL).assessed

    def test_the_issuing_body_is_the_laws_business(self):
        assert not tt607.check(recognised(co_quan_ban_hanh="ỦY BAN NHÂN DÂN XÃ A"), SHORT).assessed
