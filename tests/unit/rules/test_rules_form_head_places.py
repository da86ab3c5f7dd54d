"""Where the lines of the head stand: beside, below and apart from each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from documents import cell, like, line, para, recognised, rule_line, stretch, twips, view

from generator.findings import Basis, Severity
from generator.rules.head import tt201, tt202, tt203, tt205, tt206, tt207, tt208, tt209, tt210, tt211, tt212, tt215
from generator.word.recognised import Fragment, Recognised

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 12/BC-UBND", "Hoàng Kim, ngày 05 tháng 12 năm 2023"


def found(module, doc):
    return [(finding.severity, finding.problem) for finding in module.check(doc).findings]


def problems(module, doc):
    return [problem for _, problem in found(module, doc)]


def placed(*paras, **components):
    """A document of these paragraphs in order; each component is the number of one of them."""
    seen = view(*paras)
    return Recognised(seen, {name: (Fragment.whole(seen.body[at]),) for name, at in components.items()})


class TestRightBlock:
    def doc(self, between=(), first=None, second=None):
        name, motto = like("quoc_hieu", QUOC_HIEU, **(first or {})), like("tieu_ngu", TIEU_NGU, **(second or {}))
        return placed(name, *between, motto, quoc_hieu=0, tieu_ngu=1 + len(between))

    @pytest.mark.parametrize("look", [{}, {"before": 120}, {"line": 276}])
    def test_single_spacing_and_what_looks_like_it(self, look):
        assert problems(tt202, self.doc(second=look)) == []

    @pytest.mark.parametrize(
        ("first", "second", "words"),
        [
            ({"after": 140}, {}, "7 pt"),
            ({}, {"before": 240}, "12 pt"),
            ({"line": 480}, {}, "giãn dòng 2"),
            ({"line": 288}, {"line": 288}, "giãn dòng 1,2"),
        ],
    )
    def test_wider_spacing(self, first, second, words):
        ((severity, problem),) = found(tt202, self.doc(first=first, second=second))
        assert f"cách Quốc hiệu «{words}»" in problem
        assert severity is Severity.ERROR

    def test_an_empty_paragraph_between_and_one_that_holds_a_line(self):
        assert "«1 dòng trống»" in problems(tt202, self.doc([para("")]))[0]
        assert problems(tt202, self.doc([para("", lines=(line(),))])) == []

    def test_in_cells_of_two_rows_nothing_is_told(self):
        looks = ({"cell": cell(1, row=0)}, {"cell": cell(1, row=1), "before": 400})
        assert problems(tt202, self.doc(first=looks[0], second=looks[1])) == []

    def test_a_name_that_its_column_breaks(self):
        narrow = like("quoc_hieu", QUOC_HIEU, room=twips(60))
        assert "nhiều dòng" in problems(tt201, recognised(quoc_hieu=narrow))[0]
        pressed = like("quoc_hieu", QUOC_HIEU, room=twips(85), width=95)
        assert problems(tt201, recognised(quoc_hieu=pressed)) == []

    def test_a_line_under_the_name(self):
        doc = self.doc()
        told = Recognised(doc.view, doc.found, above_motto=doc.view.body[0])
        assert "đường kẻ" in problems(tt201, told)[0]
        assert problems(tt201, doc) == []


class TestLeftBlock:
    def test_the_issuing_body_in_full(self):
        ((severity, problem),) = found(
            tt205, recognised(co_quan_ban_hanh=like("co_quan_ban_hanh", "UBND XÃ HOÀNG KIM"))
        )
        assert "«UBND XÃ HOÀNG KIM», phải là tên đầy đủ" in problem
        assert severity is Severity.ERROR
        assert (
            "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"
            in tt205.check(recognised(co_quan_ban_hanh=like("co_quan_ban_hanh", "UBND XÃ HOÀNG KIM"))).findings[0].fix
        )

    @pytest.mark.parametrize(
        ("text", "full"),
        [
            ("HĐND XÃ HOÀNG KIM", "HỘI ĐỒNG NHÂN DÂN XÃ HOÀNG KIM"),
            ("BCĐ CHUYỂN ĐỔI SỐ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
        ],
    )
    def test_other_bodies_in_full(self, text, full):
        (finding,) = tt205.check(recognised(co_quan_ban_hanh=like("co_quan_ban_hanh", text))).findings
        assert full in finding.fix

    def test_the_superior_body_may_be_shortened(self):
        doc = placed(
            like("co_quan_chu_quan", "UBND HUYỆN HOẰNG HÓA"),
            like("co_quan_ban_hanh", "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"),
            co_quan_chu_quan=0,
            co_quan_ban_hanh=1,
        )
        assert problems(tt205, doc) == []

    def test_the_bodies_stand_close(self):
        doc = placed(
            like("co_quan_chu_quan", "UBND HUYỆN HOẰNG HÓA", after=200),
            like("co_quan_ban_hanh", "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"),
            co_quan_chu_quan=0,
            co_quan_ban_hanh=1,
        )
        assert "cách tên cơ quan chủ quản «10 pt»" in problems(tt205, doc)[0]


class TestOneLine:
    def doc(self, left, right, *above):
        number, date = like("so_ky_hieu", NUMBER, cell=left), like("dia_danh_thoi_gian", DATE, cell=right)
        return placed(*above, number, date, so_ky_hieu=len(above), dia_danh_thoi_gian=len(above) + 1)

    def test_cells_of_one_row(self):
        assert problems(tt209, self.doc(cell(0, row=1), cell(1, row=1))) == []

    def test_cells_of_two_rows(self):
        ((severity, problem),) = found(tt209, self.doc(cell(0, row=1), cell(1, row=2)))
        assert "không cùng dòng" in problem
        assert severity is Severity.ERROR

    def test_a_line_above_one_of_them(self):
        blank = para("", cell=cell(1, row=1))
        assert "không cùng dòng" in problems(tt209, self.doc(cell(0, row=1), cell(1, row=1), blank))[0]

    def test_beside_the_names_heights_are_not_known(self):
        name = like("quoc_hieu", QUOC_HIEU, cell=cell(1, row=0))
        doc = self.doc(cell(0, row=0), cell(1, row=0), name)
        with_name = Recognised(doc.view, {**doc.found, "quoc_hieu": (Fragment.whole(doc.view.body[0]),)})
        assert problems(tt209, with_name) == []

    def test_a_head_of_tabs_has_both_in_one_paragraph(self):
        names = para(f"ỦY BAN NHÂN DÂN\t{QUOC_HIEU}")
        both, alone = para(f"{NUMBER}\t{DATE}", italic=True), para(f"\t{DATE}", italic=True)
        seen = view(names, both, alone)
        name, number, beside, below = (
            Fragment(seen.body[0], len("ỦY BAN NHÂN DÂN\t"), len(names.text)),
            Fragment(seen.body[1], 0, len(NUMBER)),
            Fragment(seen.body[1], len(NUMBER) + 1, len(both.text)),
            Fragment.whole(seen.body[2]),
        )
        for date, told in ((beside, False), (below, True)):
            doc = Recognised(seen, {"quoc_hieu": (name,), "so_ky_hieu": (number,), "dia_danh_thoi_gian": (date,)})
            assert any("không cùng dòng" in problem for problem in problems(tt209, doc)) is told

    @pytest.mark.parametrize("places", [(None, None), (cell(0), None), (cell(0, table=0), cell(1, table=1))])
    def test_outside_one_table_nothing_is_told(self, places):
        assert problems(tt209, self.doc(*places)) == []


class TestAboveVeViec:
    def doc(self, after, before, *between, text="V/v báo cáo chuyển đổi số"):
        number, subject = like("so_ky_hieu", NUMBER, after=after), like("trich_yeu_cong_van", text, before=before)
        return placed(number, *between, subject, so_ky_hieu=0, trich_yeu_cong_van=1 + len(between))

    @pytest.mark.parametrize(("after", "before"), [(0, 120), (120, 0), (120, 120), (100, 0), (0, 139)])
    def test_six_points(self, after, before):
        assert problems(tt215, self.doc(after, before)) == []

    @pytest.mark.parametrize(("after", "before", "words"), [(0, 0, "0 pt"), (0, 240, "12 pt"), (60, 0, "3 pt")])
    def test_other_gaps(self, after, before, words):
        ((severity, problem),) = found(tt215, self.doc(after, before))
        assert f"«{words}», phải cách 6 pt" in problem
        assert severity is Severity.ERROR

    def test_an_empty_line(self):
        assert "«1 dòng trống»" in problems(tt215, self.doc(0, 0, para("")))[0]

    def test_a_form_is_not_judged(self):
        assert problems(tt215, self.doc(0, 0, text="V/v ………………")) == []


class TestWords:
    @pytest.mark.parametrize("number", ["007", "012", "0123"])
    def test_needless_zeros_of_a_number(self, number):
        doc = recognised(so_ky_hieu=like("so_ky_hieu", f"Số: {number}/BC-UBND"))
        assert [severity for severity, _ in found(tt208, doc)] == [Severity.HINT]

    @pytest.mark.parametrize("number", ["07", "12", "123"])
    def test_numbers_that_are_right(self, number):
        assert problems(tt208, recognised(so_ky_hieu=like("so_ky_hieu", f"Số: {number}/BC-UBND"))) == []

    def test_a_blank_before_the_colon(self):
        assert "dấu cách" in problems(tt208, recognised(so_ky_hieu=like("so_ky_hieu", "Số : 12/BC-UBND")))[0]

    @pytest.mark.parametrize("text", ["Số: 12 BC/UBND", "Số: mười hai", "Số: ?/BC"])
    def test_the_mend_of_a_number_is_never_in_the_form_of_the_party(self, text):
        for finding in tt208.check(recognised(so_ky_hieu=like("so_ky_hieu", text))).findings:
            assert "-NQ/" not in finding.fix
            assert "-BC/" not in finding.fix

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Hoàng Kim, Ngày 05 Tháng 12 năm 2023", "«Ngày», «Tháng»"),
            ("Hoàng Kim, ngày 05 tháng 12 Năm 2023", "«Năm»"),
        ],
    )
    def test_capitals_in_the_date(self, text, words):
        ((severity, problem),) = found(tt210, recognised(dia_danh_thoi_gian=like("dia_danh_thoi_gian", text)))
        assert f"viết hoa {words}, phải viết in thường" in problem
        assert severity is Severity.ERROR

    @pytest.mark.parametrize(("text", "words"), [("BÁO CÁO:", "dấu «:»"), ("B Á O C Á O", "tách rời")])
    def test_the_kind_stands_alone(self, text, words):
        doc = recognised(ten_loai=like("ten_loai", text), kind="Báo cáo")
        ((severity, problem),) = found(tt211, doc)
        assert words in problem
        assert severity is Severity.WARNING


class TestMarks:
    @pytest.mark.parametrize(
        ("look", "words"),
        [
            ({"underline": True}, "gạch chân"),
            ({"strike": True}, "gạch ngang"),
            ({"width": 66}, "rộng 66%"),
            ({"spread": 60}, "giãn 3 pt"),
            ({"spread": -40}, "ép 2 pt"),
            ({"shade": "FFFF00"}, "nền màu"),
        ],
    )
    def test_letters_that_are_marked_or_pressed(self, look, words):
        (problem,) = problems(tt207, recognised(so_ky_hieu=like("so_ky_hieu", NUMBER, **look)))
        assert words in problem

    @pytest.mark.parametrize("look", [{"width": 95}, {"spread": 10}, {"shade": "FFFFFF"}, {"spread": -20}])
    def test_what_is_hardly_seen(self, look):
        assert problems(tt207, recognised(so_ky_hieu=like("so_ky_hieu", NUMBER, **look))) == []

    def test_none_of_it_is_law(self):
        doc = recognised(so_ky_hieu=like("so_ky_hieu", NUMBER, underline=True, strike=True, width=50))
        assert all(finding.basis is not Basis.LAW for finding in tt207.check(doc).findings)

    def test_an_underline_that_stands_for_the_rule_is_told_of_there(self):
        motto = like("tieu_ngu", TIEU_NGU, underline=True)
        doc = recognised(tieu_ngu=motto, rules={"tieu_ngu": rule_line(motto, kind="underline")})
        assert problems(tt202, doc) == []
        assert "gạch chân" in problems(tt203, doc)[0]

    def test_small_capitals_are_no_small_letters(self):
        doc = recognised(trich_yeu=para([stretch("Kết quả", 14, bold=True, small_caps=True)], align="center"))
        ((severity, problem),) = found(tt212, doc)
        assert "hoa nhỏ" in problem
        assert severity is Severity.ERROR


class TestMiddle:
    @pytest.mark.parametrize("look", [{"left": 1134}, {"right": 1134}, {"first_line": 567}, {"left": -500}])
    def test_indents_push_a_line_aside(self, look):
        ((severity, problem),) = found(tt211, recognised(ten_loai=like("ten_loai", "BÁO CÁO", **look), kind="Báo cáo"))
        assert "bị thụt lề nên «lệch" in problem
        assert severity is Severity.ERROR

    @pytest.mark.parametrize("look", [{"left": 1134, "right": 1134}, {"left": 100}, {"left": 567, "first_line": -567}])
    def test_indents_that_leave_it_in_the_middle(self, look):
        assert problems(tt211, recognised(ten_loai=like("ten_loai", "BÁO CÁO", **look), kind="Báo cáo")) == []

    def test_indents_make_the_column_of_a_block_without_a_table(self):
        assert problems(tt202, recognised(tieu_ngu=like("tieu_ngu", TIEU_NGU, left=3600))) == []
        assert len(problems(tt202, recognised(tieu_ngu=like("tieu_ngu", TIEU_NGU, left=3600, cell=cell(1))))) == 1


class TestRuleLines:
    def doc(self, **changes):
        body = like("co_quan_ban_hanh", "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM")
        rule = rule_line(body, 0.4, line_height=300, **changes)
        return recognised(co_quan_ban_hanh=body, rules={"co_quan_ban_hanh": rule})

    @pytest.mark.parametrize("drop", [None, 0, 60, -100, 440])
    def test_close_below_its_words(self, drop):
        assert problems(tt206, self.doc(drop=drop)) == []

    @pytest.mark.parametrize(
        ("drop", "words", "severity"),
        [
            (-200, "đè lên", Severity.ERROR),
            (-400, "phía trên", Severity.ERROR),
            (twips(20), "cách 20 mm", Severity.WARNING),
        ],
    )
    def test_elsewhere(self, drop, words, severity):
        ((found_severity, problem),) = found(tt206, self.doc(drop=drop))
        assert words in problem
        assert found_severity is severity

    def test_strokes_and_colour(self):
        assert "nét đôi" in problems(tt206, self.doc(strokes=2))[0]
        assert found(tt206, self.doc(colour="C00000"))[0][0] is Severity.HINT
        assert problems(tt206, self.doc(colour="0D0D0D")) == []
        assert problems(tt206, self.doc(colour="đỏ")) == []


def test_sizes_are_not_touched_by_what_is_new():
    assert problems(tt207, recognised(so_ky_hieu=like("so_ky_hieu", NUMBER, size=Decimal(13)))) == []
