from __future__ import annotations

from decimal import Decimal

import pytest
from documents import cell, like, para, recognised, stretch, twips, view
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.findings import Basis, Severity
from generator.rules.body import (
    RULES,
    tt301,
    tt302,
    tt303,
    tt304,
    tt305,
    tt306,
    tt307,
    tt308,
    tt309,
    tt310,
    tt311,
    tt312,
    tt313,
    tt314,
    tt315,
    tt316,
    tt320,
    tt321,
    tt322,
    tt323,
    tt324,
)
from generator.rules.body.divisions import Level, read_division
from generator.rules.body.prose import gathered, in_brackets, is_form_line, stands_aside
from generator.vn.numerals import letter, roman
from generator.word.recognised import Annex, Fragment

LONG = "Thực hiện kế hoạch chuyển đổi số của tỉnh, xã đã triển khai các nhiệm vụ được giao trong năm nay. " * 3
HALF_MM = Decimal("0.5")
FIRST_LINES = (Decimal(10), Decimal("12.7"))


def body_of(*pieces, annexes=(), tables=(), head=None):
    """A document whose content are these paragraphs: each a text, a paragraph, or (component, paragraph).

    A blank paragraph stands in the file and is no content, as the recogniser has it; ``None`` as a component makes a
    paragraph of the content that was recognised as nothing.
    """
    parts = [piece if isinstance(piece, tuple) else ("noi_dung", piece) for piece in pieces]
    paras = [(name, para(piece, align="both") if isinstance(piece, str) else piece) for name, piece in parts]
    seen = view(*(each for _, each in paras), *tables)
    found, content = {}, []
    for (name, _), numbered in zip(paras, seen.body, strict=False):
        if numbered.is_blank:
            continue
        content.append(numbered)
        if name is not None:
            found.setdefault(name, []).append(Fragment.whole(numbered))
    doc = recognised(content=content, seen=seen, annexes=annexes, **found, **(head or {}))
    return replace(doc, tables=seen.body[len(paras) :])


def found(module, doc):
    verdict = module.check(doc)
    assert verdict.assessed
    assert {finding.rule for finding in verdict.findings} <= {module.RULE.id}
    return list(verdict.findings)


def the_only(module, doc):
    (finding,) = found(module, doc)
    return finding


def in_prose(module, text):
    return [finding.problem for finding in found(module, body_of(text))]


def test_rules_stand_in_the_order_of_their_ids():
    ids = [module.RULE.id for module in RULES]
    assert ids == sorted(ids)
    assert [module.__name__.rpartition(".")[2].upper() for module in RULES] == ids


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.id)
def test_without_content_nothing_is_judged(module):
    verdict = module.check(recognised())
    assert (verdict.assessed, verdict.findings) == (False, ())


def test_findings_that_say_the_same_are_told_once_with_all_their_places():
    finding = the_only(tt301, body_of(*(para(LONG, 15, align="both") for _ in range(4))))
    assert finding.place.paragraph == 1
    assert [place.paragraph for place in finding.related] == [2, 3, 4]
    assert "3 đoạn khác cũng vậy" in finding.problem


def test_a_single_finding_is_left_as_it_is():
    finding = the_only(tt301, body_of(para(LONG, 15, align="both")))
    assert list(gathered([finding])) == [finding]


class TestProse:
    @pytest.mark.parametrize("size", ["13", "13.5", "14"])
    def test_sizes_of_the_decree(self, size):
        assert found(tt301, body_of(para(LONG, size, align="both"))) == []

    @pytest.mark.parametrize("size", ["12", "12.5", "14.5", "15"])
    def test_other_sizes(self, size):
        finding = the_only(tt301, body_of(para(LONG, size, align="both")))
        assert (finding.severity, finding.basis) == (Severity.ERROR, Basis.LAW)
        assert f"«{size.replace('.', ',')}»" in finding.problem

    @pytest.mark.parametrize("look", [{"italic": True}, {"bold": True}])
    def test_words_set_off_inside_a_paragraph_are_right(self, look):
        mixed = para(
            [stretch("Theo tinh thần "), stretch("dân biết, dân bàn", **look), stretch(" xã đã làm.")], align="both"
        )
        assert found(tt301, body_of(mixed)) == []

    def test_a_whole_italic_paragraph_is_a_warning(self):
        finding = the_only(tt301, body_of(para(LONG, italic=True, align="both")))
        assert finding.severity is Severity.WARNING
        assert "nghiêng" in finding.problem

    @pytest.mark.parametrize("text", ["(Có phụ lục chi tiết kèm theo)", "(Kèm theo Phụ lục I).", "(Theo mẫu 2)1"])
    def test_italic_words_in_brackets_are_right(self, text):
        assert found(tt301, body_of(para(text, italic=True))) == []

    def test_a_long_bold_paragraph_is_a_warning_and_a_short_one_may_be_a_title(self):
        finding = the_only(tt301, body_of(para(LONG, bold=True, align="both")))
        assert (finding.severity, "đậm" in finding.problem) == (Severity.WARNING, True)
        assert found(tt301, body_of(para("Về hạ tầng số", bold=True))) == []

    def test_a_long_paragraph_in_capitals_is_a_warning(self):
        (finding,) = found(tt301, body_of(para(LONG, caps=True, align="both")))
        assert (finding.severity, "in hoa" in finding.problem) == (Severity.WARNING, True)
        assert found(tt301, body_of("QUYẾT ĐỊNH:")) == []

    @pytest.mark.parametrize("align", ["left", "right", "center"])
    def test_a_paragraph_of_several_lines_is_justified(self, align):
        finding = the_only(tt301, body_of(para(LONG, align=align)))
        assert finding.severity is Severity.ERROR
        assert "phải canh đều hai lề" in finding.problem

    @pytest.mark.parametrize("align", ["left", "right", "center"])
    def test_a_paragraph_of_one_line_may_stand_anywhere(self, align):
        assert found(tt301, body_of(para("Cụ thể như sau:", align=align))) == []

    @pytest.mark.parametrize("mark", ["- ", "+ ", "• "])
    def test_an_item_of_a_list_may_stand_at_the_left(self, mark):
        assert found(tt301, body_of(para(mark + LONG, align="left"))) == []
        assert found(tt301, body_of(para(LONG, align="left", marker=mark.strip()))) == []

    def test_a_paragraph_of_unknown_width_is_not_judged_by_its_alignment(self):
        assert found(tt301, body_of(para(LONG, align="left", room=0))) == []

    def test_lines_to_fill_in_and_boxes_are_not_judged(self):
        assert found(tt301, body_of(para("Họ và tên: ………… Chức vụ: …………", 11))) == []
        assert found(tt301, body_of(para(LONG, 11, boxed=True, box=1))) == []

    @pytest.mark.parametrize("text", ["…………/…………", "Kính mời: ......... dự ........", "Chức vụ:\t........", "\t./."])
    def test_what_a_line_to_fill_in_is(self, text):
        assert is_form_line(text)

    @pytest.mark.parametrize(
        "text", ["Đã cấp máy tính, máy in...", "Xã có 12 thôn.", "Các đơn vị (thôn, khu phố…) đã làm tốt việc này."]
    )
    def test_what_a_line_to_fill_in_is_not(self, text):
        assert not is_form_line(text)

    def test_brackets_around_all_of_it(self):
        assert in_brackets("(Theo Phụ lục I);")
        assert not in_brackets("(Theo Phụ lục I) và các văn bản khác")


class TestFirstLine:
    def indents(self, **look):
        return found(tt302, body_of(para(LONG, align="both", **look)))

    @pytest.mark.parametrize("mm", FIRST_LINES)
    def test_the_two_lengths_of_the_decree(self, mm):
        assert self.indents(first_line=twips(mm)) == []

    @given(st.decimals("0", "30", places=1), st.booleans())
    def test_only_these_two_lengths_are_right(self, mm, block):
        look = {"left": twips(mm)} if block else {"first_line": twips(mm)}
        distance = min(abs(mm - allowed) for allowed in FIRST_LINES)
        if abs(distance - HALF_MM) > Decimal("0.05"):
            assert (self.indents(**look) == []) == (distance < HALF_MM)

    def test_between_the_two_lengths_is_wrong(self):
        (finding,) = self.indents(first_line=twips("11.5"))
        assert finding.severity is Severity.ERROR
        assert "«1,15 cm»" in finding.problem
        assert "1 cm hoặc 1,27 cm" in finding.problem

    def test_a_hanging_number_is_judged_by_where_it_stands(self):
        right = para(LONG, align="both", marker="1.", left=twips("22.7"), first_line=-twips(10))
        wrong = para(LONG, align="both", marker="1.", left=twips("12.7"), first_line=-twips("6.3"))
        assert found(tt302, body_of(("khoan", right))) == []
        assert the_only(tt302, body_of(("khoan", wrong))).severity is Severity.ERROR

    @pytest.mark.parametrize("blank", ["\t", "      ", "\u00a0\u00a0\u00a0"])
    def test_a_typed_indent_is_told_in_its_own_words(self, blank):
        finding = the_only(tt302, body_of(blank + LONG))
        assert finding.severity is Severity.WARNING
        assert "phím Tab hoặc dấu cách" in finding.problem

    def test_what_is_set_in_as_a_whole_may_be_a_deeper_list(self):
        (finding,) = self.indents(left=twips(25))
        assert finding.severity is Severity.HINT

    @pytest.mark.parametrize("align", ["center", "right"])
    def test_lines_in_the_middle_have_no_indent(self, align):
        doc = body_of(para("QUYẾT ĐỊNH:", align=align), para(LONG, align="both", first_line=twips(10)))
        assert found(tt302, doc) == []

    def test_tables_and_boxes_are_not_judged(self):
        doc = body_of(para(LONG, cell=cell()), para(LONG, boxed=True), para(LONG, align="both", first_line=twips(10)))
        assert found(tt302, doc) == []


class TestParagraphSpacing:
    def gap(self, upper, lower):
        return found(tt303, body_of(para("Đoạn trên.", **upper), para("Đoạn dưới.", **lower)))

    @pytest.mark.parametrize(("after", "before"), [(120, 0), (0, 120), (120, 120), (200, 0)])
    def test_six_points_on_one_side_are_enough(self, after, before):
        assert self.gap({"after": after}, {"before": before}) == []

    @pytest.mark.parametrize(("after", "before"), [(0, 0), (60, 40), (119, 0), (0, 80)])
    def test_less_even_as_a_sum_is_wrong(self, after, before):
        (finding,) = self.gap({"after": after}, {"before": before})
        assert (finding.severity, finding.place.paragraph) == (Severity.ERROR, 2)

    def test_what_is_enough_as_a_sum_alone_is_a_hint(self):
        (finding,) = self.gap({"after": 60}, {"before": 60})
        assert finding.severity is Severity.HINT

    @given(st.integers(0, 300), st.integers(0, 300))
    def test_more_space_is_never_worse(self, after, before):
        worst = min((f.severity for f in self.gap({"after": after}, {"before": before})), default=99)
        more = min((f.severity for f in self.gap({"after": after + 20}, {"before": before})), default=99)
        assert more >= worst

    def test_contextual_spacing_gives_nothing_towards_its_own_style(self):
        assert self.gap({"after": 120, "contextual": True, "style": "A"}, {"style": "B"}) == []
        (finding,) = self.gap({"after": 120, "contextual": True, "style": "A"}, {"style": "A"})
        assert "«0 pt»" in finding.problem

    @pytest.mark.parametrize(
        "between", [para(""), para("Tiêu đề", align="center"), para("ô", cell=cell())], ids=["blank", "title", "table"]
    )
    def test_what_stands_between_parts_them(self, between):
        doc = body_of(para("Đoạn trên.", after=0), between, para("Đoạn dưới."))
        assert tt303.check(doc).findings == ()

    def test_a_new_page_parts_them(self):
        assert tt303.check(body_of("Đoạn trên.", para("Đoạn dưới.", breaks_page=True))).findings == ()

    def test_a_text_box_does_not_part_them(self):
        doc = body_of("Đoạn trên.", para("trong khung", boxed=True, box=1), "Đoạn dưới.")
        assert the_only(tt303, doc).place.paragraph == 3

    def test_a_single_paragraph_has_no_neighbour(self):
        assert not tt303.check(body_of("Một đoạn.")).assessed


class TestLineSpacing:
    def spacing(self, line, rule="auto", size=14):
        return found(tt304, body_of(para(LONG, size, line=line, line_rule=rule)))

    @pytest.mark.parametrize("line", [240, 259, 276, 288, 312, 360])
    def test_from_single_to_one_and_a_half(self, line):
        assert self.spacing(line) == []

    @given(st.integers(100, 600))
    def test_all_else_is_wrong(self, line):
        if not (236 <= line < 240 or 360 < line <= 364):
            assert (self.spacing(line) == []) == (240 <= line <= 360)

    @pytest.mark.parametrize(("line", "words"), [(228, "«0,95 dòng»"), (384, "«1,6 dòng»"), (480, "«2 dòng»")])
    def test_what_was_found_is_told(self, line, words):
        (finding,) = self.spacing(line)
        assert finding.severity is Severity.ERROR
        assert words in finding.problem

    @pytest.mark.parametrize("points", [16, 17, 18, 20, 22, 24])
    def test_exact_points_near_a_line_are_right(self, points):
        assert self.spacing(points * 20, "exact") == []

    @pytest.mark.parametrize("points", [12, 14, 26, 30])
    def test_exact_points_far_from_a_line_are_wrong(self, points):
        (finding,) = self.spacing(points * 20, "exact")
        assert f"chính xác {points} pt" in finding.problem

    def test_at_least_binds_only_from_above(self):
        assert self.spacing(12 * 20, "atLeast") == []
        (finding,) = self.spacing(30 * 20, "atLeast")
        assert "ít nhất 30 pt" in finding.problem


class TestParts:
    def part(self, text, **changes):
        return found(tt305, body_of(("phan_chuong", like("phan_chuong", text, **changes))))

    @pytest.mark.parametrize("text", ["Phần I", "Chương IV", "Phần II."])
    def test_as_the_decree_has_it(self, text):
        assert self.part(text) == []

    @pytest.mark.parametrize("text", ["Phần 1", "Chương 2", "Phần thứ nhất"])
    def test_the_number_is_roman(self, text):
        (finding,) = self.part(text)
        assert finding.severity is Severity.ERROR
        assert "La Mã" in finding.problem

    def test_the_title_stands_on_a_line_of_its_own(self):
        (finding,) = self.part("Phần I. TÌNH HÌNH CHUNG")
        assert "cùng dòng" in finding.problem

    def test_a_title_below_in_the_same_paragraph_is_right(self):
        whole = like("phan_chuong", "Phần I\nTÌNH HÌNH CHUNG")
        doc = recognised(phan_chuong=Fragment(whole, 0, 6), content=[whole])
        assert found(tt305, doc) == []

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 12}, {"align": "left"}])
    def test_its_look(self, change):
        assert len(self.part("Phần I", **change)) == 1

    def test_the_title_below(self):
        right = like("tieu_de_phan_chuong", "TÌNH HÌNH CHUNG")
        assert found(tt306, body_of(("tieu_de_phan_chuong", right))) == []
        small = like("tieu_de_phan_chuong", "Tình hình chung")
        assert "phải viết in hoa" in the_only(tt306, body_of(("tieu_de_phan_chuong", small))).problem


class TestSections:
    def muc(self, text, **changes):
        return found(tt307, body_of(("muc", like("muc", text, **changes))))

    @pytest.mark.parametrize("align", ["left", "both"])
    def test_a_title_may_stand_at_the_left_edge(self, align):
        assert self.muc("I. KẾT QUẢ THỰC HIỆN", align=align) == []

    @pytest.mark.parametrize("align", ["center", "right"])
    def test_a_title_in_the_middle_or_at_the_right(self, align):
        (finding,) = self.muc("I. KẾT QUẢ THỰC HIỆN", align=align)
        assert finding.severity is Severity.WARNING

    def test_capitals_of_the_look_count(self):
        assert self.muc("I. Kết quả thực hiện", caps=True) == []

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 15}])
    def test_its_look(self, change):
        assert len(self.muc("I. KẾT QUẢ", **change)) == 1

    def test_small_letters_are_wrong(self):
        assert "phải viết in hoa" in self.muc("I. Kết quả thực hiện")[0].problem

    @pytest.mark.parametrize("text", ["I/ KẾT QUẢ", "I - KẾT QUẢ", "I) KẾT QUẢ"])
    def test_the_mark_of_the_specimen(self, text):
        (finding,) = self.muc(text)
        assert finding.severity is Severity.WARNING
        assert "phải là dấu chấm" in finding.problem

    def test_an_automatic_number_counts(self):
        assert self.muc("KẾT QUẢ", marker="I.") == []


class TestClauses:
    def test_with_a_title_it_is_bold(self):
        assert found(tt308, body_of(("khoan_co_tieu_de", para("1. Hạ tầng số", bold=True)))) == []
        finding = the_only(tt308, body_of(("khoan_co_tieu_de", para("1. Hạ tầng số"))))
        assert finding.severity is Severity.ERROR
        assert "phải đậm" in finding.problem

    def test_without_a_title_it_is_running_text(self):
        lead = para([stretch("1. Quyết định này", bold=True), stretch(" có hiệu lực kể từ ngày ký.")], align="both")
        assert found(tt308, body_of(("khoan", lead))) == []
        assert len(found(tt308, body_of(("khoan", para("1. " + LONG, 15, align="left"))))) == 2

    def test_the_number_has_a_full_stop(self):
        (finding,) = found(tt308, body_of(("khoan", "1/ Quyết định này có hiệu lực.")))
        assert "phải là dấu chấm" in finding.problem
        assert "«1.»" in finding.fix

    @pytest.mark.parametrize("text", ["3.1. Hạ tầng kỹ thuật", "3.1 Hạ tầng kỹ thuật"])
    def test_dotted_numbers_are_not_of_the_decree(self, text):
        assert found(tt308, body_of(("khoan_co_tieu_de", para(text, bold=True)))) == []

    @pytest.mark.parametrize("text", ["a) Đối với xã;", "đ) Đối với xã;"])
    def test_a_point_as_the_decree_has_it(self, text):
        assert found(tt309, body_of(("diem", text))) == []

    @pytest.mark.parametrize("text", ["a. Đối với xã;", "A) Đối với xã;"])
    def test_a_point_in_other_marks(self, text):
        finding = the_only(tt309, body_of(("diem", text)))
        assert "phải là «a)»" in finding.problem

    def test_figures_with_a_bracket_are_no_point(self):
        assert found(tt309, body_of(("diem", "1) Đối với xã;"))) == []

    @pytest.mark.parametrize(
        ("component", "text", "level", "number"),
        [
            ("phan_chuong", "Phần II", Level.PHAN, (2,)),
            ("phan_chuong", "CHƯƠNG IX", Level.CHUONG, (9,)),
            ("muc", "III. KẾT QUẢ", Level.MUC, (3,)),
            ("muc", "Mục 2. KẾT QUẢ", Level.MUC_TU, (2,)),
            ("khoan", "12. Xã", Level.KHOAN, (12,)),
            ("diem", "đ) Xã", Level.DIEM, (5,)),
            ("diem", "w) Xã", Level.DIEM, (0,)),
        ],
    )
    def test_numbers_are_read(self, component, text, level, number):
        division = read_division(para(text), component)
        assert division is not None
        assert (division.level, division.number) == (level, number)


def division(text):
    """A division by its number: I. is a mục, 1. a khoản, a) a điểm, Điều 1. an article."""
    if text.startswith(("Phần", "Chương")):
        return ("phan_chuong", text)
    if text.startswith("Điều"):
        return ("dieu", text)
    if text == "-":
        return ("noi_dung", text)
    sign = text.rstrip(".)")
    component = "diem" if text.endswith(")") else "khoan" if sign[0].isdecimal() else "muc"
    return (component, f"{text} Nội dung")


class TestOrder:
    def order(self, text):
        return found(tt310, body_of(*(division(part.replace("_", " ")) for part in text.split())))

    @pytest.mark.parametrize(
        "text",
        [
            "I. 1. 2. 3. II. 1. 2. III.",
            "1. a) b) c) d) đ) e) g) h) i) k) 2. a) b)",
            "Phần_I I. II. Phần_II I. 1. II.",
            "Phần_I I. II. Phần_II III. IV.",
            "Phần_I Chương_I Chương_II Phần_II Chương_III",
            "Chương_I Điều_1.A 1. 2. Điều_2.B 1. a) b) Chương_II Điều_3.C",
            "I. 1. 1.1. 1.2. 2. 2.1. 2.2. II. 1.",
            "I. 1.1. 1.2.",
        ],
    )
    def test_in_order(self, text):
        assert self.order(text) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("I. III.", "sau «I» là «III», phải là «II»"),
            ("1. 2. 2.", "lặp lại, phải là «3»"),
            ("I. 2.", "phải bắt đầu bằng «1»"),
            ("a) b) d)", "phải là «c»"),
            ("a) b) c) d) e)", "phải là «đ»"),
            ("Điều_1.A Điều_3.B", "phải là «2»"),
            ("I. 1. 2. II. 3.", "phải bắt đầu bằng «1»"),
        ],
    )
    def test_out_of_order(self, text, words):
        (finding,) = self.order(text)
        assert finding.severity is Severity.ERROR
        assert words.casefold() in finding.problem.casefold()

    @pytest.mark.parametrize("wrong", ["f", "j", "w", "z", "ă", "â", "ê", "ô", "ơ", "ư"])
    def test_letters_that_the_decree_does_not_use(self, wrong):
        (finding,) = self.order(f"a) b) {wrong}) d)")
        assert f"«{wrong}»" in finding.problem
        assert "«c»" in finding.problem

    def test_a_list_that_begins_again_is_a_warning(self):
        (finding,) = self.order("I. 1. 2. 1. 2.")
        assert finding.severity is Severity.WARNING
        assert "bắt đầu lại" in finding.problem

    def test_below_a_bold_line_without_number_a_list_may_begin_again(self):
        title = (None, para("Về hạ tầng", bold=True))
        doc = body_of(division("1."), division("2."), title, division("1."), division("2."))
        assert found(tt310, doc) == []

    def test_dotted_numbers_are_a_hint(self):
        (gap,) = self.order("1. 1.1. 1.3.")
        (under_another,) = self.order("1. 2. 1.1.")
        assert gap.severity is under_another.severity is Severity.HINT
        assert "«2.1»" in under_another.problem

    def test_automatic_numbers_count_as_typed_ones(self):
        def item(marker):
            return ("khoan", para("Nội dung", marker=marker))

        assert found(tt310, body_of(item("1."), item("2."))) == []
        assert "phải là «2»" in the_only(tt310, body_of(item("1."), item("3."))).problem

    def test_an_article_of_another_document_is_no_division(self):
        doc = body_of(division("1."), ("noi_dung", "Điều 12 của Luật quy định như sau"), division("2."))
        assert found(tt310, doc) == []

    @given(st.integers(1, 23), st.integers(1, 60))
    def test_any_list_in_order_is_right(self, points, sections):
        letters = " ".join(f"{letter(n)})" for n in range(1, points + 1))
        romans = " ".join(f"{roman(n)}." for n in range(1, sections + 1))
        assert self.order(f"{romans} 1. {letters}") == []

    @given(st.integers(3, 23), st.data())
    def test_a_list_with_one_left_out_is_wrong_just_there(self, points, data):
        gone = data.draw(st.integers(2, points - 1))
        letters = [f"{letter(n)})" for n in range(1, points + 1) if n != gone]
        (finding,) = self.order(" ".join(letters))
        assert finding.place.paragraph == gone


class TestGrounds:
    LAW = "Căn cứ Luật Tổ chức chính quyền địa phương"

    def ground(self, text, **changes):
        return ("can_cu", like("can_cu", text, **changes))

    def test_as_the_decree_has_it(self):
        doc = body_of(self.ground(f"{self.LAW};"), self.ground("Theo đề nghị của Chánh Văn phòng."), "Ban hành:")
        assert found(tt311, doc) == []
        assert found(tt312, doc) == []

    @pytest.mark.parametrize("change", [{"italic": False}, {"bold": True}, {"size": 12}])
    def test_its_look(self, change):
        finding = the_only(tt311, body_of(self.ground(self.LAW, **change)))
        assert finding.severity is Severity.ERROR

    def test_alignment_shows_only_in_several_lines(self):
        assert found(tt311, body_of(self.ground(self.LAW, align="left"))) == []
        assert len(found(tt311, body_of(self.ground(f"{self.LAW} {LONG}", align="left")))) == 1

    @pytest.mark.parametrize("end", ["", ",", "."])
    def test_each_line_ends_with_a_semicolon(self, end):
        finding = the_only(tt312, body_of(self.ground(f"{self.LAW}{end}"), self.ground("Căn cứ Luật Ngân sách.")))
        assert finding.place.paragraph == 1
        assert "dấu chấm phẩy" in finding.problem

    def test_the_last_ends_with_a_full_stop(self):
        finding = the_only(tt312, body_of(self.ground(f"{self.LAW};")))
        assert "cuối cùng" in finding.problem

    def test_a_line_on_whose_proposal_closes_the_list(self):
        doc = body_of(self.ground(f"{self.LAW};"), para("Theo đề nghị của Chánh Văn phòng.", italic=True))
        assert found(tt312, doc) == []

    def test_a_line_of_dots_closes_the_list_of_a_specimen(self):
        assert found(tt312, body_of(self.ground("Căn cứ ………;"), "\t\t.")) == []


class TestClosingMark:
    @pytest.mark.parametrize("text", ["Trên đây là báo cáo của xã./.", "./.", "xem xét ./. "])
    def test_the_content_ends_with_it(self, text):
        assert found(tt313, body_of("Đoạn đầu.", text)) == []

    @pytest.mark.parametrize("text", ["Trên đây là báo cáo của xã.", "của xã./", "của xã. / ."])
    def test_without_it(self, text):
        finding = the_only(tt313, body_of("Đoạn đầu./.", text))
        assert (finding.severity, finding.place.paragraph) == (Severity.WARNING, 2)

    def test_a_table_at_the_end_leaves_it_open(self):
        assert not tt313.check(body_of("Số liệu như sau:", tables=[para("12", cell=cell())])).assessed

    def test_a_table_of_an_annex_does_not(self):
        doc = body_of("Trên đây là báo cáo.", tables=[para("Phụ lục I"), para("12", cell=cell())])
        heading = Fragment.whole(doc.tables[0])
        assert len(found(tt313, replace(doc, annexes=(Annex((heading,), (), (), ()),), tables=doc.tables[1:]))) == 1

    def test_a_line_to_fill_in_is_not_judged(self):
        assert not tt313.check(body_of("Số: …/…; ngày …")).assessed


class TestOneSize:
    def test_one_size_throughout(self):
        assert found(tt314, body_of(para(LONG, 13), ("khoan", para("1. Xã", 13)), ("diem", para("a) Xã", 13)))) == []

    def test_a_paragraph_of_another_size(self):
        finding = the_only(tt314, body_of(para(LONG, 14), para("Đoạn dán vào.", 13), para(LONG, 14)))
        assert finding.place.paragraph == 2
        assert "«13», lời văn của văn bản này cỡ 14" in finding.problem

    def test_divisions_follow_the_text(self):
        finding = the_only(tt314, body_of(para(LONG, 13), ("khoan_co_tieu_de", para("1. Hạ tầng", 14, bold=True))))
        assert "II.6.đ" in finding.problem

    def test_a_text_in_a_wrong_size_is_no_measure(self):
        assert not tt314.check(body_of(para(LONG, 15), para("Đoạn dán vào.", 14))).assessed

    def test_marks_of_notes_are_not_judged(self):
        note = para([stretch("Theo Luật"), stretch("12", 9, raised=True)])
        assert found(tt314, body_of(LONG, note)) == []

    @given(st.integers(1, 5), st.integers(1, 5))
    def test_the_size_of_most_letters_is_the_documents(self, thirteens, fourteens):
        doc = body_of(*(para(LONG, 13) for _ in range(thirteens)), *(para(LONG, 14) for _ in range(fourteens)))
        if thirteens != fourteens:
            finding = the_only(tt314, doc)
            assert f"«{13 if thirteens < fourteens else 14}»" in finding.problem
            assert 1 + len(finding.related) == min(thirteens, fourteens)


class TestEmptyParagraphs:
    def test_between_paragraphs_they_are_a_hint(self):
        finding = the_only(tt315, body_of("Đoạn trên.", para(""), para("  "), "Đoạn dưới."))
        assert finding.severity is Severity.HINT
        assert "«2 đoạn trống»" in finding.problem

    def test_paragraphs_without_them(self):
        assert found(tt315, body_of("Đoạn trên.", "Đoạn dưới.")) == []

    def test_beside_a_table_word_needs_one(self):
        doc = body_of("Đoạn trên.", para(""), (None, para("ô", cell=cell())), para(""), "Đoạn dưới.")
        doc = replace(doc, content=tuple(one for one in doc.content if one.cell is None))
        assert found(tt315, doc) == []

    def test_above_and_below_the_content_they_do_not_count(self):
        assert found(tt315, body_of(para(""), "Đoạn.", para(""))) == []

    def test_one_that_begins_a_page_is_no_spacing(self):
        assert found(tt315, body_of("Đoạn trên.", para("", breaks_page=True), "Đoạn dưới.")) == []


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "wrong", "right"),
        [
            ("đạt 99.97%", "99.97", "99,97"),
            ("đạt 43.5 % kế hoạch", "43.5", "43,5"),
            ("thu 53,126,221 đồng", "53,126,221", "53.126.221"),
            ("thu 1,234.5 triệu đồng", "1,234.5", "1.234,5"),
            ("dài 12.5 km", "12.5", "12,5"),
        ],
    )
    def test_english_figures(self, text, wrong, right):
        finding = the_only(tt316, body_of(text))
        assert finding.severity is Severity.HINT
        assert f"«{wrong}»" in finding.problem
        assert f"«{right}»" in finding.fix

    @pytest.mark.parametrize(
        "text",
        [
            "đạt 99,97%",
            "thu 53.126.221 đồng",
            "1.234 km",
            "mục 1.1, 2.2.1 và 3.5",
            "ngày 15.12 năm 2023",
            "phiên bản TLS 1.2",
            "tại 192.168.1.10 hoặc http://a.vn/1.5",
            "các thôn 1,2,3",
            "đạt 12.345%",
        ],
    )
    def test_what_can_be_read_as_vietnamese(self, text):
        assert found(tt316, body_of(text)) == []

    def test_tables_and_annexes_are_read_as_well(self):
        table = para("95.5 %", cell=cell())
        annex = Annex((), (), (), (para("64.1%", number=90),))
        assert len(found(tt316, body_of("Đoạn.", tables=[table], annexes=[annex]))) == 2


class TestUnits:
    def test_a_province_inside_a_sentence(self):
        (problem,) = in_prose(tt320, "Thực hiện chỉ đạo của Tỉnh Thanh Hóa về chuyển đổi số.")
        assert "«Tỉnh Thanh Hóa»" in problem

    @pytest.mark.parametrize(
        "text",
        [
            "Thực hiện chỉ đạo của tỉnh Thanh Hóa.",
            "Tỉnh Thanh Hóa đã ban hành kế hoạch.",
            "Đã họp. Tỉnh Thanh Hoá chủ trì.",
            "- Tỉnh Thanh Hóa: 12 xã",
            "tại Phường Điện Biên Phủ và Quận 1",
            "tại Phường Điện Biên",
            "về Thành phố Hồ Chí Minh",
            "tại Xã Nguyễn Trãi",
        ],
    )
    def test_what_is_right_or_cannot_be_told(self, text):
        assert [problem for problem in in_prose(tt320, text) if "Điện Biên" not in problem] == []

    def test_lines_in_capitals_are_left_out(self):
        doc = body_of("Đoạn.", "ỦY BAN NHÂN DÂN TỈNH THANH HÓA", para("Tại Tỉnh Thanh Hóa", caps=True))
        assert found(tt320, doc) == []

    def test_a_longer_name_is_another_name(self):
        assert in_prose(tt320, "tại Phường Điện Biên Phủ") == []

    def test_the_unit_of_the_date_line(self):
        head = {"dia_danh_thoi_gian": "Hoàng Kim, ngày 05 tháng 12 năm 2023"}
        finding = the_only(tt320, body_of("Nhân dân của Xã Hoàng Kim đã tham gia.", head=head))
        assert finding.severity is Severity.HINT
        assert "«xã Hoàng Kim»" in finding.fix

    def test_a_unit_named_after_an_event_keeps_its_noun(self):
        head = {"dia_danh_thoi_gian": "Phường Điện Biên Phủ, ngày 05 tháng 12 năm 2023"}
        assert found(tt320, body_of("Nhân dân của Phường Điện Biên Phủ đã tham gia.", head=head)) == []

    @pytest.mark.parametrize("text", ["tại thành phố Hồ Chí Minh", "về thủ đô Hà Nội", "tại Thành Phố Hồ Chí Minh"])
    def test_the_two_special_names(self, text):
        finding = the_only(tt320, body_of(text))
        assert finding.severity is Severity.WARNING


class TestBodies:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Ủy Ban Nhân Dân xã", "«Ủy ban nhân dân»"),
            ("Uỷ ban Nhân dân xã", "«Uỷ ban nhân dân»"),
            ("Hội Đồng nhân dân xã", "«Hội đồng nhân dân»"),
        ],
    )
    def test_capitals_of_each_word(self, text, right):
        finding = the_only(tt321, body_of(f"Báo cáo của {text} Hoàng Kim"))
        assert finding.severity is Severity.WARNING
        assert right in finding.fix

    @pytest.mark.parametrize(
        "text",
        [
            "của Ủy ban nhân dân xã",
            "của Uỷ ban nhân dân xã",
            "ủy ban nhân dân các cấp",
            "của ỦY BAN NHÂN DÂN",
            "UBND xã",
        ],
    )
    def test_right_or_common_words(self, text):
        assert found(tt321, body_of(text)) == []

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Sở thông tin và Truyền thông", "«Sở Thông tin và Truyền thông»"),
            ("Sở khoa học và công nghệ", "«Sở Khoa học và Công nghệ»"),
            ("Bộ Giáo Dục và Đào Tạo", "«Bộ Giáo dục và Đào tạo»"),
            ("Sở Văn hoá, thể thao và du lịch", "«Sở Văn hoá, Thể thao và Du lịch»"),
        ],
    )
    def test_names_of_offices(self, text, right):
        finding = the_only(tt322, body_of(f"Đề nghị {text} xem xét"))
        assert finding.severity is Severity.HINT
        assert right in finding.fix

    @pytest.mark.parametrize(
        "text",
        [
            "Sở Khoa học và Công nghệ",
            "Sở Văn hoá, Thể thao và Du lịch",
            "các cơ sở y tế, cơ sở giáo dục và đào tạo",
            "cán bộ tư pháp",
            "toàn bộ tài chính",
            "SỞ TÀI CHÍNH",
            "Sở Tài chính - Kế hoạch",
        ],
    )
    def test_right_names_and_common_words(self, text):
        assert found(tt322, body_of(f"theo {text} đã báo cáo")) == []

    def test_recipients_are_read_as_well(self):
        doc = body_of("Đoạn.", head={"noi_nhan_danh_sach": ["- Sở thông tin và Truyền thông;"]})
        assert len(found(tt322, doc)) == 1


class TestCitations:
    @pytest.mark.parametrize(
        "text",
        ["thực hiện kế hoạch số 12/KH-UBND", "theo công văn số 1305 /STTTT-CNTT", "tại nghị quyết số 06-NQ/TU"],
    )
    def test_the_kind_of_one_certain_document(self, text):
        finding = the_only(tt323, body_of(text))
        assert finding.severity is Severity.HINT

    @pytest.mark.parametrize(
        "text",
        [
            "thực hiện Kế hoạch số 12/KH-UBND",
            "có 3 kế hoạch số hóa",
            "các kế hoạch của xã",
            "báo cáo số liệu",
            "kế hoạch số 12",
        ],
    )
    def test_kinds_in_common_use(self, text):
        assert found(tt323, body_of(text)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "theo điểm a khoản 2 điều 103 của Luật",
            "quy định tại điều 5 Nghị định số 30/2020/NĐ-CP",
            "theo khoản 1 điều 24",
            "theo Khoản 2 Điều 5",
            "tại Điểm a khoản 2 Điều 5",
            "tại chương III của Nghị định",
        ],
    )
    def test_parts_of_a_document(self, text):
        finding = the_only(tt324, body_of(f"Thực hiện nhiệm vụ {text} đã ban hành"))
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "text",
        [
            "Căn cứ điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.",
            "Theo quy định tại điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết.",
            "được giao tại khoản 1, 2 Điều 5, Quyết định số 969/QĐ-UBND",
            "Khoản 2 Điều 5 quy định như sau",
            "đạt 14 điểm",
            "có 3 mục 2 phần",
            "nộp các khoản thu và điều 2 xe",
        ],
    )
    def test_as_the_decree_has_it(self, text):
        assert found(tt324, body_of(text)) == []


@pytest.mark.parametrize("words", ["Biểu đồ: Kết quả xã hội số", "Biểu đồ 2: Tỷ lệ đạt", "Bảng 1. Kết quả"])
def test_words_under_a_chart_stand_aside_with_a_number_and_without(words: str) -> None:
    assert stands_aside(words)
    assert not stands_aside(f"Xem {words.lower()}")
