from __future__ import annotations

import unicodedata

import pytest
from word_views import (
    BODY,
    CLOSE,
    DATE,
    HEAD,
    LEFT,
    NAMESPACES,
    NUMBER,
    PAGE,
    QUOC_HIEU,
    RELATIONS,
    RIGHT,
    TIEU_NGU,
    TITLE,
    centre,
    p,
    package,
    recognised,
    run,
    shape,
    table,
    texts,
)

from generator.word.reading import read_view
from generator.word.recognise import recognise
from generator.word.recognised import Recognised

HEAD_WORDS = {
    "quoc_hieu": [QUOC_HIEU],
    "tieu_ngu": [TIEU_NGU],
    "so_ky_hieu": ["Số: 12/BC-UBND"],
    "dia_danh_thoi_gian": ["Hoàng Kim, ngày 05 tháng 12 năm 2023"],
    "ten_loai": ["BÁO CÁO"],
    "trich_yeu": ["Kết quả chuyển đổi số năm 2023"],
}


def tabbed(left: str, right: str, look: str = "b") -> str:
    return p(inside=run(f"\t{left}\t{right}", look))


def head_words(found: Recognised) -> dict[str, list[str]]:
    return {component: texts(found, component) for component in HEAD_WORDS}


MAKES = {
    "2x2": HEAD,
    "1x2": table((LEFT + NUMBER, RIGHT + DATE)),
    "3 hàng": table(
        (LEFT.removesuffix(centre(inside=shape(900))), RIGHT.removesuffix(centre(inside=shape(3427)))),
        (centre(inside=shape(900)), centre(inside=shape(3427))),
        (NUMBER, DATE),
    ),
    "cột trống ở giữa": table((LEFT, p(), RIGHT), (NUMBER, p(), DATE), widths=(3400, 200, 5400)),
    "ngắt dòng": table(
        (
            centre("ỦY BAN NHÂN DÂN\nXÃ HOÀNG KIM", "b", shape(900)),
            centre(f"{QUOC_HIEU}\n{TIEU_NGU}", "b", shape(3427)),
        ),
        (NUMBER, DATE),
    ),
    "tab": tabbed("ỦY BAN NHÂN DÂN", QUOC_HIEU)
    + tabbed("XÃ HOÀNG KIM", TIEU_NGU)
    + tabbed("____", "____________________", "")
    + tabbed("Số: 12/BC-UBND", "Hoàng Kim, ngày 05 tháng 12 năm 2023", ""),
    "khung": p(inside=shape(3500, LEFT + NUMBER, height=1500) + shape(5500, RIGHT + DATE, height=1500)),
    "hai khối": centre(QUOC_HIEU, "b")
    + centre(TIEU_NGU, "b")
    + centre(inside=shape(3427))
    + p("ỦY BAN NHÂN DÂN", "b")
    + p("XÃ HOÀNG KIM", "b", inside=shape(900))
    + p("Số: 12/BC-UBND")
    + p("Hoàng Kim, ngày 05 tháng 12 năm 2023", "i", "right"),
}


IN_MARGIN = "header của Word"


def in_margin(head: str, kind: str = "first") -> Recognised:
    """A document whose head stands in a header of Word."""
    page = PAGE.replace("<w:sectPr>", f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId7"/>')
    page = page.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>" if kind == "first" else "</w:sectPr>")
    relation = '<Relationship Id="rId7" Type="header" Target="header7.xml"/>'
    parts = {
        RELATIONS: f"<Relationships>{relation}</Relationships>",
        "word/header7.xml": f"<w:hdr {NAMESPACES}>{head}</w:hdr>",
    }
    return recognise(read_view(package(TITLE + BODY + table((p("a"), p("b"))) + CLOSE + page, parts), "thu.docx"))


@pytest.mark.parametrize("kind", ["first", "default"])
@pytest.mark.parametrize("make", MAKES)
def test_the_head_is_found_in_the_header_of_the_first_page(make: str, kind: str) -> None:
    found = in_margin(MAKES[make], kind)
    assert head_words(found) == HEAD_WORDS
    assert {each.para.part for each in found.of("quoc_hieu")} == {"word/header7.xml"}
    assert found.of("noi_nhan_tu")


def test_a_header_without_the_national_name_is_no_head() -> None:
    assert "quoc_hieu" not in in_margin(centre("Báo cáo năm 2023")).found


@pytest.mark.parametrize("make", MAKES)
def test_the_head_is_found_whatever_it_is_made_of(make: str) -> None:
    found = recognised(MAKES[make], TITLE, BODY, CLOSE)
    assert head_words(found) == HEAD_WORDS
    assert " ".join(texts(found, "co_quan_ban_hanh")) == "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"
    assert found.of("co_quan_chu_quan") == ()
    assert found.kind == "Báo cáo"
    assert [rule for rule in found.rules.values() if rule is None] == []
    assert set(found.rules) == {"tieu_ngu", "co_quan_ban_hanh", "trich_yeu"}


def test_two_components_on_one_line_are_parts_of_one_paragraph() -> None:
    found = recognised(MAKES["tab"], TITLE, BODY)
    (left,), (right,) = found.of("so_ky_hieu"), found.of("dia_danh_thoi_gian")
    assert left.para is right.para
    assert not left.is_whole
    assert found.alignment(left) is None


@pytest.mark.parametrize(
    ("name", "motto"),
    [
        ("Cộng hoà xã hội chủ nghĩa Việt Nam", "ĐỘC LẬP – TỰ DO – HẠNH PHÚC"),
        ("CỘNG HÒA  XÃ HỘI CHỦ NGHĨA VIỆT NAM ", "Độc lập-Tự do-Hạnh phúc"),
        (unicodedata.normalize("NFD", QUOC_HIEU), unicodedata.normalize("NFD", TIEU_NGU)),
        ("CONG HOA XA HOI CHU NGHIA VIET NAM", "Độc lập - Tự do - Hạnh phúc."),
    ],
)
def test_wrong_spellings_are_recognised_so_that_rules_can_judge_them(name: str, motto: str) -> None:
    found = recognised(table((LEFT + NUMBER, centre(name, "b") + centre(motto, "b") + DATE)), TITLE, BODY)
    assert len(found.of("quoc_hieu")) == len(found.of("tieu_ngu")) == 1


@pytest.mark.parametrize(
    "number", ["Số:      /BC-UBND", "Số 12/BC-UBND", "số: 12 /CV-UBND", "Số: …/BC-UBND", "SỐ: 12/BC-UBND"]
)
def test_the_number_is_found_blank_or_misspelt(number: str) -> None:
    found = recognised(table((LEFT + centre(number), RIGHT + DATE)), TITLE, BODY)
    assert texts(found, "so_ky_hieu") == [" ".join(number.split())]


@pytest.mark.parametrize(
    "date",
    [
        "Hoàng Kim, ngày      tháng 12 năm 2023",
        "Hoàng Kim, ngày … tháng … năm …",
        "ngày 5 tháng 03 năm 2023",
        "Hoàng Kim, 05/12/2023",
        "Hoàng Kim, Ngày 05 tháng 12 năm 2023.",
    ],
)
def test_the_date_is_found_blank_or_misspelt(date: str) -> None:
    found = recognised(table((LEFT + NUMBER, RIGHT + centre(date, "i"))), TITLE, BODY)
    assert texts(found, "dia_danh_thoi_gian") == [" ".join(date.split())]


@pytest.mark.parametrize(
    ("lines", "superior", "issuing"),
    [
        ([("UBND HUYỆN A", ""), ("PHÒNG NỘI VỤ", "b")], ["UBND HUYỆN A"], ["PHÒNG NỘI VỤ"]),
        (
            [("UBND TỈNH A", ""), ("SỞ TÀI CHÍNH", ""), ("CHI CỤC B", "b")],
            ["UBND TỈNH A", "SỞ TÀI CHÍNH"],
            ["CHI CỤC B"],
        ),
        ([("ỦY BAN NHÂN DÂN", "b"), ("XÃ HOÀNG KIM", "b")], [], ["ỦY BAN NHÂN DÂN", "XÃ HOÀNG KIM"]),
        ([("ỦY BAN NHÂN DÂN", ""), ("XÃ HOÀNG KIM", "")], [], ["ỦY BAN NHÂN DÂN", "XÃ HOÀNG KIM"]),
        ([("SỞ NỘI VỤ", ""), ("VĂN PHÒNG", "")], ["SỞ NỘI VỤ"], ["VĂN PHÒNG"]),
        ([("SỞ NỘI VỤ", "b"), ("VĂN PHÒNG", "")], ["SỞ NỘI VỤ"], ["VĂN PHÒNG"]),
    ],
)
def test_the_left_block_is_parted_by_weight_then_by_place(
    lines: list[tuple[str, str]], superior: list[str], issuing: list[str]
) -> None:
    left = "".join(centre(text, look) for text, look in lines)
    found = recognised(table((left + NUMBER, RIGHT + DATE)), TITLE, BODY)
    assert texts(found, "co_quan_chu_quan") == superior
    assert texts(found, "co_quan_ban_hanh") == issuing


def test_a_cong_van_has_its_subject_under_the_number_and_is_addressed() -> None:
    left = LEFT + NUMBER + centre("V/v rà soát chỉ tiêu") + centre("chuyển đổi số năm 2023")
    addressed = p("Kính gửi:") + p("- Sở Nội vụ;") + p("- UBND huyện.")
    found = recognised(table((left, RIGHT + DATE)), p(), addressed, p(), BODY, CLOSE)
    assert texts(found, "trich_yeu_cong_van") == ["V/v rà soát chỉ tiêu", "chuyển đổi số năm 2023"]
    assert texts(found, "kinh_gui") == ["Kính gửi:", "- Sở Nội vụ;", "- UBND huyện."]
    assert found.kind == "Công văn"
    assert "ten_loai" not in found.found
    assert "trich_yeu" not in found.rules


def test_a_single_addressee_does_not_draw_in_the_items_of_the_content() -> None:
    found = recognised(HEAD, TITLE, centre("Kính gửi: Sở Nội vụ."), p("Phòng báo cáo:"), p("- Đã làm./."))
    assert texts(found, "kinh_gui") == ["Kính gửi: Sở Nội vụ."]
    assert texts(found, "noi_dung") == ["Phòng báo cáo:", "- Đã làm./."]


def test_a_subject_set_wrongly_is_a_subject_still() -> None:
    found = recognised(HEAD, p("BÁO CÁO"), p("V/v kết quả chuyển đổi số"), p("Thực hiện kế hoạch, xã báo cáo."))
    assert texts(found, "trich_yeu") == ["V/v kết quả chuyển đổi số"]
    assert texts(found, "noi_dung") == ["Thực hiện kế hoạch, xã báo cáo."]
    assert found.rules["trich_yeu"] is None


def test_a_subject_on_several_lines_ends_at_its_rule() -> None:
    title = centre("KẾ HOẠCH", "b") + centre("Chuyển đổi số xã Hoàng Kim", "b") + centre("năm 2023", "b")
    found = recognised(HEAD, title, centre("________"), centre("ỦY BAN NHÂN DÂN XÃ", "b"), BODY)
    assert texts(found, "trich_yeu") == ["Chuyển đổi số xã Hoàng Kim", "năm 2023"]
    rule = found.rules["trich_yeu"]
    assert rule is not None
    assert (rule.kind, rule.solid, rule.centred) == ("characters", True, True)


def test_a_rule_right_under_the_kind_means_there_is_no_subject() -> None:
    found = recognised(HEAD, centre("GIẤY NGHỈ PHÉP", "b"), centre("_____"), p("Xét đơn của ông A./."))
    assert "trich_yeu" not in found.found
    assert texts(found, "noi_dung") == ["Xét đơn của ông A./."]


def test_the_rule_may_be_anchored_anywhere_in_its_block() -> None:
    left = centre("ỦY BAN NHÂN DÂN XÃ", "b") + centre("Số: 12/BC-UBND", inside=shape(900))
    right = centre(QUOC_HIEU, "b", shape(3400)) + centre(TIEU_NGU, "b") + DATE
    found = recognised(table((left, right)), TITLE)
    assert {name: rule and rule.length for name, rule in found.rules.items()} == {
        "tieu_ngu": 3400,
        "co_quan_ban_hanh": 900,
        "trich_yeu": 1700,
    }


def test_a_line_pushed_out_of_its_cell_belongs_to_the_other_block() -> None:
    pushed = shape(3400, position=f"<wp:posOffset>{4500 * 635}</wp:posOffset>")
    left = centre("ỦY BAN NHÂN DÂN XÃ", "b", pushed) + NUMBER
    found = recognised(table((left, centre(QUOC_HIEU, "b") + centre(TIEU_NGU, "b") + DATE)), TITLE)
    assert found.rules["co_quan_ban_hanh"] is None
    rule = found.rules["tieu_ngu"]
    assert rule is not None
    assert rule.length == 3400


@pytest.mark.parametrize(
    ("motto", "kind", "solid"),
    [
        (centre(TIEU_NGU, "bu"), "underline", True),
        (centre(TIEU_NGU, "b") + centre("------------"), "characters", False),
        (centre(TIEU_NGU, "b") + centre("---o0o---"), "characters", False),
        (centre(f"{TIEU_NGU}\n__________", "b"), "characters", True),
        (p(TIEU_NGU, "b", "center", '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'), "border", True),
        (
            centre(TIEU_NGU, "b") + p("", "", "center", '<w:pBdr><w:top w:val="dashed" w:sz="4"/></w:pBdr>'),
            "border",
            False,
        ),
    ],
)
def test_rules_that_are_no_drawn_lines(motto: str, kind: str, solid: bool) -> None:
    found = recognised(table((LEFT + NUMBER, centre(QUOC_HIEU, "b") + motto + DATE)), TITLE)
    rule = found.rules["tieu_ngu"]
    assert rule is not None
    assert (rule.kind, rule.solid, rule.text_length) == (kind, solid, 3427)
    assert texts(found, "tieu_ngu") == [TIEU_NGU]


def test_a_missing_rule_is_told_from_a_component_that_was_not_found() -> None:
    found = recognised(table((centre("ỦY BAN NHÂN DÂN XÃ", "b") + NUMBER, centre(QUOC_HIEU, "b"))), BODY)
    assert found.rules == {"co_quan_ban_hanh": None}


def test_a_document_without_head_has_none() -> None:
    found = recognised(p("Hôm nay, ngày 05 tháng 12 năm 2023"), p("TÊN VIẾT HOA", "b"), p("Hết./."))
    assert set(found.found) <= {"noi_dung", "ket_thuc"}
    assert found.rules == {}


def test_the_stamp_of_a_digital_signature_is_no_number() -> None:
    stamp = p(inside=shape(3000, p("Số: 12/BC-UBND; 05/12/2023; 08:00:00"), height=600))
    found = recognised(stamp, HEAD, TITLE, BODY, CLOSE)
    assert texts(found, "so_ky_hieu") == ["Số: 12/BC-UBND"]
    assert " ".join(texts(found, "co_quan_ban_hanh")) == "ỦY BAN NHÂN DÂN XÃ HOÀNG KIM"
