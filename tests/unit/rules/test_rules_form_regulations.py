"""Divisions of regulations, strange marks of numbers, what căn cứ must tell: what the rules of the body say of them."""

from __future__ import annotations

import pytest
from documents import like, para
from test_rules_form_body import body_of, found, the_only

from generator.findings import Severity
from generator.rules.body import tt306, tt307, tt308, tt309, tt310, tt312, tt317, tt318, tt319, tt325


class TestMuc:
    @pytest.mark.parametrize("text", ["Mục 1", "Tiểu mục 12"])
    def test_as_the_decree_has_it(self, text):
        assert found(tt317, body_of(("muc_tieu_muc", like("muc_tieu_muc", text)))) == []

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 15}, {"align": "left"}])
    def test_its_look(self, change):
        assert len(found(tt317, body_of(("muc_tieu_muc", like("muc_tieu_muc", "Mục 1", **change))))) == 1

    @pytest.mark.parametrize(
        ("text", "words"), [("Mục II", "Ả Rập"), ("MỤC 1", "in thường"), ("Mục 1. CHUNG", "cùng dòng")]
    )
    def test_its_words(self, text, words):
        assert words in the_only(tt317, body_of(("muc_tieu_muc", like("muc_tieu_muc", text)))).problem

    def test_the_title_below(self):
        number = ("muc_tieu_muc", like("muc_tieu_muc", "Mục 1"))
        title = ("tieu_de_muc_tieu_muc", like("tieu_de_muc_tieu_muc", "QUẢN LÝ VĂN BẢN"))
        small = ("tieu_de_muc_tieu_muc", like("tieu_de_muc_tieu_muc", "Quản lý văn bản"))
        assert found(tt318, body_of(number, title)) == []
        assert "không có tiêu đề" in the_only(tt318, body_of(number)).problem
        assert "in hoa" in the_only(tt318, body_of(number, small)).problem

    def test_a_part_without_a_title(self):
        parts = [("phan_chuong", like("phan_chuong", f"Phần {n}")) for n in ("I", "II")]
        title = ("tieu_de_phan_chuong", like("tieu_de_phan_chuong", "QUY ĐỊNH CHUNG"))
        assert found(tt306, body_of(parts[0], title, parts[1], title)) == []
        assert the_only(tt306, body_of(parts[0], parts[1], title)).place.paragraph == 1


class TestDieu:
    @pytest.mark.parametrize("text", ["Điều 1. Phạm vi điều chỉnh", "Điều 12."])
    def test_as_the_decree_has_it(self, text):
        assert found(tt319, body_of(("dieu", para(text, bold=True)))) == []

    @pytest.mark.parametrize("change", [{"bold": False}, {"italic": True}, {"size": 15}, {"caps": True}])
    def test_its_look(self, change):
        assert len(found(tt319, body_of(("dieu", para("Điều 1. Phạm vi", **{"bold": True, **change}))))) == 1

    @pytest.mark.parametrize(("text", "words"), [("Điều I. Phạm vi", "Ả Rập"), ("Điều 1: Phạm vi", "dấu chấm")])
    def test_its_number(self, text, words):
        assert words in the_only(tt319, body_of(("dieu", para(text, bold=True)))).problem

    def test_a_number_left_for_later(self):
        assert found(tt319, body_of(("dieu", para("Điều ... Phạm vi", bold=True)))) == []


class TestStrangeMarks:
    def test_a_number_with_a_bracket_is_wrong_where_it_counts_khoan(self):
        doc = body_of(("khoan", "1) Xã đã ban hành kế hoạch."), ("khoan", "2) Xã đã tập huấn."))
        finding = the_only(tt308, doc)
        assert (finding.severity, len(finding.related)) == (Severity.ERROR, 1)

    def test_a_list_with_brackets_beside_other_khoan_is_a_hint(self):
        items = (("khoan", "1) Xã đã ban hành."), ("khoan", "2) Xã đã tập huấn."))
        first, second = (("muc", para(f"{n}. KIẾN NGHỊ", bold=True)) for n in ("I", "II"))
        dotted = ("khoan", "1. Xã đã làm.")
        assert the_only(tt308, body_of(dotted, first, *items, second)).severity is Severity.HINT
        with_points = the_only(tt308, body_of(dotted, first, *items, ("diem", "a) Một là."), second))
        assert with_points.severity is Severity.ERROR

    @pytest.mark.parametrize("sign", ["2-", "2 -", "2:", "(2)", "2"])
    def test_of_a_khoan_where_the_numbers_go_on_over_it(self, sign):
        doc = body_of(("khoan", "1. Xã đã làm."), f"{sign} Tập huấn cho cán bộ.", ("khoan", "3. Xã đã họp."))
        assert f"«{sign}»" in the_only(tt308, doc).problem
        assert found(tt310, doc) == []

    @pytest.mark.parametrize("sign", ["b/", "(b)", "B)", "b-"])
    def test_of_a_point(self, sign):
        doc = body_of(("diem", "a) Đối với xã;"), f"{sign} Đối với thôn;", ("diem", "c) Đối với tổ."))
        assert f"«{sign}»" in the_only(tt309, doc).problem
        assert found(tt310, doc) == []

    def test_of_a_section(self):
        first, third = (("muc", para(f"{n}. KẾT QUẢ", bold=True)) for n in ("I", "III"))
        doc = body_of(first, (None, para("II NHIỆM VỤ", bold=True)), third)
        assert "«II»" in the_only(tt307, doc).problem
        assert found(tt310, doc) == []

    @pytest.mark.parametrize("text", ["2 thôn đã hoàn thành.", "5- Tập huấn.", "A. ĐÁNH GIÁ", "2023 là năm đầu."])
    def test_words_that_go_on_with_no_list_are_left_alone(self, text):
        doc = body_of(("khoan", "1. Xã đã làm."), text, ("khoan", "2. Xã đã họp."))
        assert found(tt308, doc) == []


class TestCitedGrounds:
    @pytest.mark.parametrize(
        "text",
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ;",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
            "Căn cứ Nghị quyết số 06-NQ/TU ngày 10/11/2021 của Ban Thường vụ Tỉnh ủy về chuyển đổi số;",
            "Căn cứ chức năng, nhiệm vụ của Ủy ban nhân dân xã;",
            "Căn cứ Quyết định số ..../QĐ-UBND ngày .... của Ủy ban nhân dân tỉnh;",
            "Theo đề nghị của công chức Văn hóa - Xã hội.",
        ],
    )
    def test_as_the_decree_has_them(self, text):
        assert found(tt325, body_of(("can_cu", text))) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Căn cứ Luật Công nghệ thông tin số 67/2006/QH11;", "«số 67/2006/QH11»"),
            ("Căn cứ Luật số 77/2015/QH13 về chính quyền địa phương;", "«số 77/2015/QH13»"),
            ("Căn cứ Pháp lệnh Ưu đãi người có công của Ủy ban Thường vụ Quốc hội;", "cơ quan ban hành"),
            ("Căn cứ Kế hoạch chuyển đổi số của huyện;", "không có số, ký hiệu, ngày tháng năm"),
            ("- Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân xã về việc cử người;", "không có ngày tháng năm"),
            ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", "không có trích yếu"),
            ("Căn cứ Quyết định số 12/QĐ-SKHCN ngày 30/5/2023 về việc ban hành chỉ tiêu;", "không có cơ quan ban hành"),
        ],
    )
    def test_too_much_and_too_little(self, text, words):
        finding = the_only(tt325, body_of(("can_cu", text)))
        assert (finding.severity, words in finding.problem) == (Severity.ERROR, True)

    def test_a_dash_before_them(self):
        lines = [("can_cu", para(text, italic=True)) for text in ("- Căn cứ Luật A;", "Căn cứ Luật B.")]
        finding = the_only(tt312, body_of(*lines))
        assert (finding.severity, "«-»" in finding.problem) == (Severity.WARNING, True)
