from __future__ import annotations

import pytest
from documents import cell, like, para, recognised, stretch, view
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.findings import Basis, Severity
from generator.rules.close import RULES, tt401, tt402, tt403, tt404, tt405, tt406, tt407, tt408, tt409, tt410
from generator.rules.close.recipients import recipients
from generator.word.recognised import Fragment

ITEMS = ("- UBND huyện;", "- Các thôn;", "- Lưu: VT, VHXH.")


def found(module, doc):
    verdict = module.check(doc)
    assert verdict.assessed
    assert {finding.rule for finding in verdict.findings} <= {module.RULE.id}
    return list(verdict.findings)


def the_only(module, doc):
    (finding,) = found(module, doc)
    return finding


def signed(*lines):
    return recognised(quyen_han_chuc_vu=[like("quyen_han_chuc_vu", line) for line in lines])


def named(name, body="ỦY BAN NHÂN DÂN XÃ HOÀNG KIM", **changes):
    return recognised(ho_ten=like("ho_ten", name, **changes), co_quan_ban_hanh=body)


def sent_to(*lines, **components):
    pieces = [line if not isinstance(line, str) else like("noi_nhan_danh_sach", line) for line in lines]
    return recognised(noi_nhan_danh_sach=pieces, **components)


def test_rules_stand_in_the_order_of_their_ids():
    assert [module.RULE.id for module in RULES] == [f"TT{number}" for number in range(401, 412)]


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.RULE.id)
def test_without_its_component_nothing_is_judged(module):
    verdict = module.check(recognised(noi_dung="Một đoạn."))
    assert (verdict.assessed, verdict.findings) == (False, ())


class TestOffice:
    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 12}])
    def test_its_look_is_law(self, change):
        finding = the_only(tt401, recognised(quyen_han_chuc_vu=like("quyen_han_chuc_vu", "CHỦ TỊCH", **change)))
        assert finding.basis is Basis.LAW

    def test_its_place_is_the_specimens(self):
        finding = the_only(tt401, recognised(quyen_han_chuc_vu=like("quyen_han_chuc_vu", "CHỦ TỊCH", align="right")))
        assert finding.severity is Severity.WARNING

    def test_another_office_is_a_custom(self):
        assert found(tt404, recognised(chuc_vu_khac=like("chuc_vu_khac", "PHÓ CHỦ TỊCH UBND HUYỆN"))) == []
        finding = the_only(tt404, recognised(chuc_vu_khac=like("chuc_vu_khac", "PHÓ CHỦ TỊCH", bold=False)))
        assert finding.severity is Severity.HINT


class TestAuthority:
    @pytest.mark.parametrize(
        "lines",
        [
            ("CHỦ TỊCH",),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("TM. UỶ BAN NHÂN DÂN XÃ", "CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
            ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
            ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"),
            ("Q. GIÁM ĐỐC",),
            ("TM. BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "TRƯỞNG BAN"),
            ("TM. BAN TỔ CHỨC\nTRƯỞNG BAN",),
        ],
    )
    def test_forms_that_are_right(self, lines):
        assert found(tt402, signed(*lines)) == []

    @pytest.mark.parametrize(
        ("line", "right"),
        [
            ("TM: ỦY BAN NHÂN DÂN", "«TM. ỦY BAN NHÂN DÂN»"),
            ("THAY MẶT ỦY BAN NHÂN DÂN", "«TM. ỦY BAN NHÂN DÂN»"),
            ("KÝ THAY CHỦ TỊCH", "«KT. CHỦ TỊCH»"),
            ("THỪA UỶ QUYỀN CHỦ TỊCH", "«TUQ. CHỦ TỊCH»"),
            ("QUYỀN CHỦ TỊCH", "«Q. CHỦ TỊCH»"),
        ],
    )
    def test_the_authority_is_abbreviated(self, line, right):
        finding = the_only(tt402, signed(line, "CHÁNH VĂN PHÒNG"))
        assert (finding.severity, right in finding.fix) == (Severity.ERROR, True)

    @pytest.mark.parametrize("short", ["TL.", "KT.", "TUQ.", "Q."])
    def test_behind_it_stands_the_head_and_no_deputy(self, short):
        finding = the_only(tt402, signed(f"{short} PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG"))
        assert (finding.severity, "người đứng đầu" in finding.problem) == (Severity.ERROR, True)

    @pytest.mark.parametrize("short", ["TM", "T/M", "TM ."])
    def test_the_abbreviation_has_its_full_stop(self, short):
        findings = found(tt402, signed(f"{short} ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
        if short == "TM .":
            assert findings == []
        else:
            (finding,) = findings
            assert finding.severity is Severity.ERROR
            assert "«TM. ỦY BAN NHÂN DÂN»" in finding.fix

    def test_a_blank_follows_the_stop(self):
        finding = the_only(tt402, signed("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
        assert (finding.severity, "dấu cách" in finding.problem) == (Severity.WARNING, True)

    @pytest.mark.parametrize(
        ("lines", "wanted"),
        [
            (("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "tên tập thể"),
            (("KT. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), "chức vụ của người đứng đầu"),
            (("TL. UỶ BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG"), "chức vụ của người đứng đầu"),
            (("TM.", "CHỦ TỊCH"), "không có chữ nào"),
        ],
    )
    def test_what_follows(self, lines, wanted):
        finding = the_only(tt402, signed(*lines))
        assert finding.severity is Severity.ERROR
        assert wanted in finding.problem

    def test_the_signers_own_office_stands_below(self):
        finding = the_only(tt402, signed("TM. ỦY BAN NHÂN DÂN"))
        assert (finding.severity, "chức vụ của người ký" in finding.problem) == (Severity.WARNING, True)

    def test_nobody_signs_for_himself(self):
        finding = the_only(tt402, signed("KT. CHỦ TỊCH", "CHỦ TỊCH"))
        assert (finding.severity, "trùng" in finding.problem) == (Severity.ERROR, True)

    def test_other_authorities_one_below_the_other_are_a_hint(self):
        finding = the_only(tt402, signed("TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"))
        assert finding.severity is Severity.HINT

    def test_each_signer_is_judged_alone(self):
        left = [like("quyen_han_chuc_vu", text, cell=cell(0)) for text in ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
        right = [like("quyen_han_chuc_vu", text, cell=cell(1)) for text in ("TM. ĐẢNG ỦY", "BÍ THƯ")]
        assert found(tt402, recognised(quyen_han_chuc_vu=[left[0], right[0], left[1], right[1]])) == []

    def test_the_words_of_a_specimen_are_not_judged(self):
        assert not tt402.check(signed("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")).assessed


class TestName:
    @pytest.mark.parametrize("name", ["Lê Quang Thành", "Sùng A Sình", "Y Bhăm Êban", "H'Hen Niê", "Ông Văn Huyên"])
    def test_names_that_are_right(self, name):
        assert found(tt403, named(name)) == []

    @pytest.mark.parametrize("name", ["LÊ QUANG THÀNH", "Lê quang Thành", "lê quang thành"])
    def test_each_syllable_has_a_capital(self, name):
        finding = the_only(tt403, named(name))
        assert finding.severity is Severity.ERROR
        assert "«Lê Quang Thành»" in finding.fix

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 12}, {"align": "left"}])
    def test_its_look(self, change):
        assert len(found(tt403, named("Lê Quang Thành", **change))) == 1

    @pytest.mark.parametrize(
        "title",
        [
            "TS.",
            "ThS.",
            "Ths.",
            "PGS.TS.",
            "PGS. TS",
            "BS.CKII",
            "KS.",
            "Thạc sĩ",
            "Đại tá",
            "Thượng úy",
            "Ông",
            "Đ/c",
            "Đồng chí:",
        ],
    )
    def test_nothing_stands_before_the_name(self, title):
        finding = the_only(tt403, named(f"{title} Lê Quang Thành"))
        assert finding.severity is Severity.ERROR
        assert finding.fix == "Chỉ ghi «Lê Quang Thành»."

    @pytest.mark.parametrize("body", ["CÔNG AN XÃ HOÀNG KIM", "TRƯỜNG TIỂU HỌC HOÀNG KIM", "TRẠM Y TẾ XÃ"])
    def test_some_sectors_have_rules_of_their_own(self, body):
        assert found(tt403, named("Thiếu tá Lê Quang Thành", body)) == []
        assert found(tt403, named("ThS. Lê Quang Thành", body)) == []
        assert len(found(tt403, named("Ông Lê Quang Thành", body))) == 1

    def test_the_words_of_a_specimen_are_not_judged(self):
        assert not tt403.check(named("Họ và tên")).assessed


class TestRecipientsWord:
    def word(self, text, **changes):
        return found(tt405, recognised(noi_nhan_tu=like("noi_nhan_tu", text, **changes)))

    def test_as_the_decree_has_it(self):
        assert self.word("Nơi nhận:") == []

    @pytest.mark.parametrize("text", ["Nơi nhận", "Nơi nhận."])
    def test_the_colon(self, text):
        (finding,) = self.word(text)
        assert "dấu hai chấm" in finding.problem

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": False}, {"size": 14}, {"align": "center"}])
    def test_its_look(self, change):
        assert len(self.word("Nơi nhận:", **change)) == 1

    def test_the_list_stands_below(self):
        whole = like("noi_nhan_tu", "Nơi nhận: - UBND huyện;")
        doc = recognised(noi_nhan_tu=Fragment(whole, 0, 10), noi_nhan_danh_sach=Fragment(whole, 10, len(whole.text)))
        (finding,) = [each for each in found(tt405, doc) if "cùng dòng" in each.problem]
        assert "nhấn Enter" in finding.fix

    def test_a_line_break_is_a_new_line(self):
        whole = like("noi_nhan_tu", "Nơi nhận:\n- UBND huyện;")
        doc = recognised(noi_nhan_tu=Fragment(whole, 0, 10), noi_nhan_danh_sach=Fragment(whole, 10, len(whole.text)))
        assert [each for each in found(tt405, doc) if "cùng dòng" in each.problem] == []


class TestRecipientsLook:
    def test_as_the_decree_has_it(self):
        assert found(tt406, sent_to(*ITEMS)) == []

    @pytest.mark.parametrize("change", [{"size": 12}, {"bold": True}, {"italic": True}, {"align": "center"}])
    def test_its_look(self, change):
        assert len(found(tt406, sent_to(like("noi_nhan_danh_sach", "- Lưu: VT.", **change)))) == 1

    def test_the_same_fault_is_told_once(self):
        finding = the_only(tt406, sent_to(*(like("noi_nhan_danh_sach", item, size=12) for item in ITEMS)))
        assert len(finding.related) == 2

    def test_words_beside_a_brace_stand_in_the_middle(self):
        beside = like("noi_nhan_danh_sach", "(để b/c)", align="center", cell=cell(2, depth=2, columns=3))
        assert found(tt406, sent_to("- UBND huyện;", beside, "- Lưu: VT.")) == []


class TestMarks:
    @pytest.mark.parametrize(
        "lines",
        [
            ITEMS,
            ("- Lưu: VT.",),
            ("- Thành viên BCĐ (để biết)\n(QĐ số 3050/QĐ-UBND);", "- Lưu: VT."),
            ("- Chủ tịch, các Phó Chủ tịch", "UBND xã;", "- Lưu: VT."),
            ("- Như trên;", "(qua thư điện tử);", "- Lưu: VT."),
            ("- Như trên;\n- Các thôn;\n- Lưu: VT, VHXH.",),
            ("- ………;", "- ................;", "- Lưu: VT, ...9. … 10."),
        ],
    )
    def test_lists_that_are_right(self, lines):
        assert found(tt407, sent_to(*lines)) == []

    def test_an_automatic_dash_counts(self):
        lines = [like("noi_nhan_danh_sach", text, marker="-") for text in ("UBND huyện;", "Lưu: VT.")]
        assert found(tt407, sent_to(*lines)) == []

    @pytest.mark.parametrize("end", ["", ",", "."])
    def test_each_line_ends_with_a_semicolon(self, end):
        finding = the_only(tt407, sent_to(f"- UBND huyện{end}", "- Lưu: VT."))
        assert finding.severity is Severity.ERROR
        assert "dấu chấm phẩy (;)" in finding.fix

    @pytest.mark.parametrize("end", ["", ";", ","])
    def test_the_last_ends_with_a_full_stop(self, end):
        finding = the_only(tt407, sent_to("- UBND huyện;", f"- Lưu: VT{end}"))
        assert "dấu chấm (.)" in finding.fix
        assert "cuối cùng" in finding.problem

    def test_a_line_without_a_dash(self):
        finding = the_only(tt407, sent_to("- Như trên;", "Các thôn;", "- Lưu: VT."))
        assert "không có gạch đầu dòng" in finding.problem

    @pytest.mark.parametrize("dash", ["–", "—", "+", "•"])
    def test_another_dash_is_a_warning(self, dash):
        finding = the_only(tt407, sent_to(f"{dash} UBND huyện;", "- Lưu: VT."))
        assert finding.severity is Severity.WARNING

    def test_a_brace_may_join_lines_without_marks(self):
        inside = [
            like("noi_nhan_danh_sach", text, cell=cell(0, depth=2, columns=3, table=1))
            for text in ("- UBND tỉnh", "- Sở Y tế")
        ]
        beside = like("noi_nhan_danh_sach", "(để b/c)", cell=cell(2, depth=2, columns=3, table=1))
        outside = [like("noi_nhan_danh_sach", text, cell=cell(0)) for text in ("- Như trên;", "- Lưu: VT.")]
        doc = sent_to(outside[0], *inside, beside, outside[1])
        assert found(tt407, doc) == []
        assert [item.text for item in recipients(doc)] == ["Như trên;", "UBND tỉnh", "Sở Y tế", "Lưu: VT."]

    def test_empty_columns_between_make_no_brace(self):
        lines = [like("noi_nhan_danh_sach", text, cell=cell(1, columns=5)) for text in ("- UBND tỉnh", "- Lưu: VT.")]
        word = like("noi_nhan_tu", "Nơi nhận:", cell=cell(1, columns=5))
        assert len(found(tt407, sent_to(*lines, noi_nhan_tu=word))) == 1

    @pytest.mark.parametrize("end", [";", "."])
    def test_lists_side_by_side_may_each_be_closed(self, end):
        left = [like("noi_nhan_danh_sach", text, cell=cell(0)) for text in ("- Như trên;", f"- Các thôn{end}")]
        right = [like("noi_nhan_danh_sach", text, cell=cell(1)) for text in ("- Công an xã;", "- Lưu: VT.")]
        assert found(tt407, sent_to(left[0], right[0], left[1], right[1])) == []

    @given(st.lists(st.sampled_from(["UBND huyện", "Các thôn", "Trạm Y tế xã", "Công an xã (để biết)"]), max_size=6))
    def test_a_list_as_the_decree_has_it_is_right_whatever_its_length(self, names):
        doc = sent_to(*(f"- {name};" for name in names), "- Lưu: VT, VHXH.")
        assert found(tt407, doc) == found(tt409, doc) == []
        assert len(recipients(doc)) == len(names) + 1

    @given(st.integers(0, 4))
    def test_one_missing_mark_is_told_at_its_line(self, gone):
        lines = [f"- Thôn số {number}{'' if number == gone else ';'}" for number in range(5)]
        finding = the_only(tt407, sent_to(*lines, "- Lưu: VT."))
        assert f"Thôn số {gone}" in finding.place.excerpt


class TestAsAbove:
    def test_it_is_the_first_recipient(self):
        assert found(tt408, sent_to("- Như trên;", *ITEMS, kinh_gui="Kính gửi: UBND huyện")) == []

    @pytest.mark.parametrize("first", ["- NHƯ TRÊN;", "- Như trên (để b/c);", "- Như trên:"])
    def test_however_it_is_written(self, first):
        assert found(tt408, sent_to(first, *ITEMS, kinh_gui="Kính gửi: UBND huyện")) == []

    def test_without_it(self):
        finding = the_only(tt408, sent_to(*ITEMS, kinh_gui="Kính gửi: UBND huyện"))
        assert finding.severity is Severity.ERROR
        assert finding.fix.startswith("Thêm")

    def test_elsewhere_in_the_list(self):
        finding = the_only(tt408, sent_to("- Các thôn;", "- Như trên;", "- Lưu: VT.", kinh_gui="Kính gửi: UBND huyện"))
        assert finding.fix.startswith("Chuyển")

    def test_without_kinh_gui_nothing_is_judged(self):
        assert not tt408.check(sent_to("- Như trên;", *ITEMS)).assessed


class TestStored:
    @pytest.mark.parametrize("last", ["- Lưu: VT, VHXH.", "- Lưu: VT, Hồ sơ.", "- Lưu: VT, TCCB (3b)."])
    def test_as_the_decree_has_it(self, last):
        assert found(tt409, sent_to("- UBND huyện;", last)) == []

    def test_without_the_unit_that_drafted_it_is_a_hint(self):
        finding = the_only(tt409, sent_to("- UBND huyện;", "- Lưu: VT."))
        assert (finding.severity, "đơn vị soạn thảo" in finding.problem) == (Severity.HINT, True)

    def test_it_must_be_there(self):
        finding = the_only(tt409, sent_to("- UBND huyện;", "- Các thôn."))
        assert (finding.severity, "không có dòng «Lưu»" in finding.problem) == (Severity.ERROR, True)

    def test_it_is_the_last(self):
        finding = the_only(tt409, sent_to("- Lưu: VT, VHXH.", "- Các thôn."))
        assert "Các thôn" in finding.problem

    def test_it_is_the_last_of_its_column(self):
        left = [like("noi_nhan_danh_sach", text, cell=cell(0)) for text in ("- Như trên;", "- Lưu: VT, VHXH.")]
        right = like("noi_nhan_danh_sach", "- Công an xã;", cell=cell(1))
        assert found(tt409, sent_to(*left, right)) == []

    def test_the_colon(self):
        finding = the_only(tt409, sent_to("- UBND huyện;", "- Lưu VT, VHTT."))
        assert "dấu hai chấm" in finding.problem

    @pytest.mark.parametrize("last", ["- Lưu: Văn thư.", "- Lưu: VP.", "- Lưu: VTX."])
    def test_the_registry_is_named(self, last):
        finding = the_only(tt409, sent_to("- UBND huyện;", last))
        assert (finding.severity, "không có «VT»" in finding.problem) == (Severity.ERROR, True)

    def test_the_registry_comes_first(self):
        finding = the_only(tt409, sent_to("- UBND huyện;", "- Lưu: VHXH, VT."))
        assert finding.severity is Severity.WARNING


class TestSignatureBlock:
    def doc(self, *, last=None, between=()):
        seen = view(
            para("Đoạn đầu."),
            last or para("Trên đây là báo cáo./.", keep_next=True),
            *between,
            like("noi_nhan_tu", "Nơi nhận:", cell=cell(0)),
            like("quyen_han_chuc_vu", "CHỦ TỊCH", cell=cell(1)),
        )
        doc = recognised(seen=seen, content=seen.body[:2])
        office, word = Fragment.whole(seen.body[-1]), Fragment.whole(seen.body[-2])
        return replace(doc, found={"quyen_han_chuc_vu": (office,), "noi_nhan_tu": (word,)})

    def test_kept_with_the_closing_words(self):
        assert found(tt410, self.doc()) == []

    def test_not_kept(self):
        finding = the_only(tt410, self.doc(last=para("Trên đây là báo cáo./.")))
        assert (finding.severity, finding.place.paragraph) == (Severity.HINT, 2)

    def test_an_empty_paragraph_between_breaks_the_hold(self):
        assert found(tt410, self.doc(between=[para("", keep_next=True)])) == []
        assert len(found(tt410, self.doc(between=[para("")]))) == 1

    def test_a_page_break_between(self):
        finding = the_only(tt410, self.doc(between=[para("", breaks_page=True)]))
        assert "ngắt trang" in finding.problem

    def test_without_content_nothing_is_judged(self):
        assert not tt410.check(replace(self.doc(), content=())).assessed


def test_a_stretch_of_another_look_in_the_list_is_told_by_its_words():
    mixed = para([stretch("- UBND huyện;", 11), stretch(" để báo cáo", 11, italic=True)], align="left")
    assert "để báo cáo" in the_only(tt406, sent_to(mixed)).problem


class TestLines:
    def test_two_recipients_on_a_line(self):
        finding = the_only(tt407, sent_to("- UBND huyện; - UBND tỉnh;", "- Lưu: VT, VHXH."))
        assert (finding.severity, "2 nơi nhận" in finding.problem) == (Severity.ERROR, True)

    @pytest.mark.parametrize("line", ["- Chủ tịch, các PCT;", "- UBND huyện (để b/c; để biết);"])
    def test_a_group_on_a_line_is_right(self, line):
        assert found(tt407, sent_to(line, "- Lưu: VT, VHXH.")) == []

    def test_a_dash_away_from_the_left_edge(self):
        moved = like("noi_nhan_danh_sach", "- Các thôn;", left=567)
        finding = the_only(tt406, sent_to("- UBND huyện;", moved, "- Lưu: VT, VHXH."))
        assert (finding.severity, "sát lề trái" in finding.problem) == (Severity.ERROR, True)

    def test_the_edge_is_where_the_words_stand(self):
        moved = [like("noi_nhan_danh_sach", text, left=284) for text in ("- Các thôn;", "- Lưu: VT, VHXH.")]
        word = like("noi_nhan_tu", "Nơi nhận:", left=284)
        assert found(tt406, sent_to(*moved, noi_nhan_tu=word)) == []


class TestMarksOfTheName:
    def test_a_stop_behind_it(self):
        finding = the_only(tt403, named("Lê Quang Thành."))
        assert (finding.severity, "«Lê Quang Thành»" in finding.fix) == (Severity.WARNING, True)

    @pytest.mark.parametrize(("note", "count"), [("(Đã ký)", 1), ("(Chữ ký, dấu)", 0)])
    def test_signed_in_words_is_a_hint(self, note, count):
        doc = recognised(ho_ten=like("ho_ten", "Lê Quang Thành"), ghi_chu_ky=note)
        assert [finding.severity for finding in found(tt403, doc)] == [Severity.HINT] * count
