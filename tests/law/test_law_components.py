"""How each component must look, written out from Phụ lục I; the annex itself and the package must agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from generator.decree.components import COMPONENTS, GAP_ABOVE_TRICH_YEU_CONG_VAN
from generator.findings import Basis

CAPS, SENTENCE, TITLE = "in hoa", "in thường", "viết hoa chữ cái đầu mỗi âm tiết"
LEFT, CENTRE, BOTH = "canh trái", "canh giữa", "canh đều hai lề"


@dataclass(frozen=True)
class Look:
    """A component as Phụ lục I has it: its box, article, sizes, style, letters, place."""

    box: str | None
    article: str
    sizes: tuple[int, int]
    style: str
    case: str
    align: str


LOOKS = {
    "quoc_hieu": Look("1", "II.1.a", (12, 13), "Đứng, đậm", CAPS, CENTRE),
    "tieu_ngu": Look("1", "II.1.b", (13, 14), "Đứng, đậm", SENTENCE, CENTRE),
    "co_quan_chu_quan": Look("2", "II.2.b", (12, 13), "Đứng", CAPS, CENTRE),
    "co_quan_ban_hanh": Look("2", "II.2.b", (12, 13), "Đứng, đậm", CAPS, CENTRE),
    "so_ky_hieu": Look("3", "II.3.c", (13, 13), "Đứng", SENTENCE, CENTRE),
    "dia_danh_thoi_gian": Look("4", "II.4.c", (13, 14), "Nghiêng", SENTENCE, CENTRE),
    "ten_loai": Look("5a", "II.5.b", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "trich_yeu": Look("5a", "II.5.b", (13, 14), "Đứng, đậm", SENTENCE, CENTRE),
    "trich_yeu_cong_van": Look("5b", "II.5.b", (12, 13), "Đứng", SENTENCE, CENTRE),
    "can_cu": Look("6", "II.6.a", (13, 14), "Nghiêng", SENTENCE, BOTH),
    "noi_dung": Look("6", "II.6.e", (13, 14), "Đứng", SENTENCE, BOTH),
    "phan_chuong": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", SENTENCE, CENTRE),
    "tieu_de_phan_chuong": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "muc_tieu_muc": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", SENTENCE, CENTRE),
    "tieu_de_muc_tieu_muc": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "dieu": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", SENTENCE, BOTH),
    "muc": Look("6", "V, số thứ tự 6.b", (13, 14), "Đứng, đậm", CAPS, BOTH),
    "khoan": Look("6", "II.6.đ", (13, 14), "Đứng", SENTENCE, BOTH),
    "khoan_co_tieu_de": Look("6", "II.6.đ", (13, 14), "Đứng, đậm", SENTENCE, BOTH),
    "diem": Look("6", "II.6.đ", (13, 14), "Đứng", SENTENCE, BOTH),
    "quyen_han_chuc_vu": Look("7a", "II.7.đ", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "ho_ten": Look("7b", "II.7.đ", (13, 14), "Đứng, đậm", TITLE, CENTRE),
    "chuc_vu_khac": Look("7b", "II.7.đ", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "kinh_gui": Look("9a", "II.9.d", (13, 14), "Đứng", SENTENCE, LEFT),
    "noi_nhan_tu": Look("9b", "II.9.d", (12, 12), "Nghiêng, đậm", SENTENCE, LEFT),
    "noi_nhan_danh_sach": Look("9b", "II.9.d", (11, 11), "Đứng", SENTENCE, LEFT),
    "phu_luc_tu": Look(None, "III.1.b", (14, 14), "Đứng, đậm", SENTENCE, CENTRE),
    "phu_luc_tieu_de": Look(None, "III.1.b", (13, 14), "Đứng, đậm", CAPS, CENTRE),
    "phu_luc_kem_theo": Look(None, "III.1.c", (13, 14), "Nghiêng", SENTENCE, CENTRE),
    "so_trang": Look(None, "I.7", (13, 14), "Đứng", SENTENCE, CENTRE),
}

# What the article says of each component, in its own words.
ARTICLE_WORDS = {
    "quoc_hieu": "bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm",
    "tieu_ngu": "bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm và được canh giữa",
    "co_quan_chu_quan": "trực tiếp được trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng.",
    "co_quan_ban_hanh": "in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm, được đặt canh giữa",
    "so_ky_hieu": "Từ “Số” được trình bày bằng chữ in thường, cỡ chữ 13, kiểu chữ đứng",
    "dia_danh_thoi_gian": "bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng",
    "ten_loai": "Tên loại văn bản được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "trich_yeu": "trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "trich_yeu_cong_van": "bằng chữ in thường, cỡ chữ từ 12 đến 13, kiểu chữ đứng; đặt canh giữa dưới số",
    "can_cu": "bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14",
    "noi_dung": "bằng chữ in thường, được canh đều cả hai lề, kiểu chữ đứng; cỡ chữ từ 13 đến 14",
    "phan_chuong": "một dòng riêng, canh giữa, bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "tieu_de_phan_chuong": "ngay dưới, canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "muc_tieu_muc": "Từ “Mục”, “Tiểu mục” và số thứ tự của mục, tiểu mục được trình bày trên một dòng riêng, canh giữa",
    "tieu_de_muc_tieu_muc": "Tiêu đề của mục, tiểu mục được trình bày ngay dưới, canh giữa, bằng chữ in hoa, cỡ chữ từ",
    "dieu": "sau số thứ tự có dấu chấm (.); cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng, đậm",
    "khoan": "dấu chấm (.), cỡ chữ số bằng cỡ chữ của phần lời văn, kiểu chữ đứng",
    "khoan_co_tieu_de": "bằng chữ in thường, cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng, đậm",
    "diem": "dấu đóng ngoặc đơn, bằng chữ in thường, cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng",
    "quyen_han_chuc_vu": "được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "ho_ten": "bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, được đặt canh giữa quyền hạn",
    "chuc_vu_khac": "chức vụ khác của người ký được trình bày tại ô số 7b",
    "kinh_gui": "bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng; sau từ “Kính gửi” có dấu hai chấm",
    "noi_nhan_tu": "bằng chữ in thường, cỡ chữ 12, kiểu chữ nghiêng, đậm",
    "noi_nhan_danh_sach": "bằng chữ in thường, cỡ chữ 11, kiểu chữ đứng",
    "phu_luc_tu": "canh giữa, bằng chữ in thường, cỡ chữ 14, kiểu chữ đứng, đậm",
    "phu_luc_tieu_de": "canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm",
    "phu_luc_kem_theo": "tên của Phụ lục, chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng",
    "so_trang": "cỡ chữ 13 đến 14, kiểu chữ đứng, được đặt canh giữa theo chiều ngang trong phần lề trên",
}

# The table of mục V by section (its column STT) and words of the row.
TABLE_ROWS = {
    ("1", "- Quốc hiệu"): "quoc_hieu",
    ("1", "- Tiêu ngữ"): "tieu_ngu",
    ("2", "- Tên cơ quan, tổ chức chủ quản trực tiếp"): "co_quan_chu_quan",
    ("2", "- Tên cơ quan, tổ chức ban hành văn bản"): "co_quan_ban_hanh",
    ("3", "Số, ký hiệu của văn bản"): "so_ky_hieu",
    ("4", "Địa danh và thời gian ban hành văn bản"): "dia_danh_thoi_gian",
    ("5a", "- Tên loại văn bản"): "ten_loai",
    ("5a", "- Trích yếu nội dung"): "trich_yeu",
    ("5b", "Trích yếu nội dung"): "trich_yeu_cong_van",
    ("6", "Nội dung văn bản"): "noi_dung",
    ("6a", "- Từ “Phần”, “Chương” và số thứ tự của phần, chương"): "phan_chuong",
    ("6a", "- Tiêu đề của phần, chương"): "tieu_de_phan_chuong",
    ("6a", "- Từ “Mục” và số thứ tự"): "muc_tieu_muc",
    ("6a", "- Tiêu đề của mục"): "tieu_de_muc_tieu_muc",
    ("6a", "- Từ “Tiểu mục” và số thứ tự"): "muc_tieu_muc",
    ("6a", "- Tiêu đề của tiểu mục"): "tieu_de_muc_tieu_muc",
    ("6a", "- Điều"): "dieu",
    ("6a", "- Khoản"): "khoan",
    ("6a", "- Điểm"): "diem",
    ("6b", "- Từ “Phần” và số thứ tự"): "phan_chuong",
    ("6b", "- Tiêu đề của phần"): "tieu_de_phan_chuong",
    ("6b", "- Số thứ tự và tiêu đề của mục"): "muc",
    ("6b", "Trường hợp có tiêu đề"): "khoan_co_tieu_de",
    ("6b", "Trường hợp không có tiêu đề"): "khoan",
    ("6b", "- Điểm"): "diem",
    ("7", "- Quyền hạn của người ký"): "quyen_han_chuc_vu",
    ("7", "- Chức vụ của người ký"): "quyen_han_chuc_vu",
    ("7", "- Họ tên của người ký"): "ho_ten",
    ("8a", "Từ “Kính gửi” và tên cơ quan, tổ chức, cá nhân nhận văn bản"): "kinh_gui",
    ("8b", "- Từ “Nơi nhận”"): "noi_nhan_tu",
    ("8b", "- Tên cơ quan, tổ chức, cá nhân nhận văn bản"): "noi_nhan_danh_sach",
    ("9", "- Từ “Phụ lục” và số thứ tự của phụ lục"): "phu_luc_tu",
    ("9", "- Tiêu đề của phụ lục"): "phu_luc_tieu_de",
    ("14", "Số trang"): "so_trang",
}

# Rows that no rule judges: stamps, the drafter's mark, the address at the foot.
OUT_OF_SCOPE = {
    ("10", "Dấu chỉ mức độ khẩn"),
    ("11", "Ký hiệu người soạn thảo văn bản và số lượng bản phát hành"),
    ("12", "Địa chỉ cơ quan, tổ chức; thư điện tử; trang thông tin điện tử; số điện thoại; số Fax"),
    ("13", "Chỉ dẫn về phạm vi lưu hành"),
}


@pytest.fixture(scope="module")
def table(annex_one):
    """The rows of mục V that give a size, by section and words."""
    rows, number, section = {}, "", ""
    table = next(table for table in annex_one.tables() if table.rows[0][0][0].text.strip() == "STT")
    for cells in table.rows:
        mark, label, case, size, style = (
            " ".join(line.text.strip() for line in cell if line.text.strip()) for cell in cells[:5]
        )
        if mark.isdecimal():
            number = section = mark
        elif len(mark) == 1:
            section = number + mark
        if re.match(r"\d", size):
            examples = [line for cell in cells[5:-1] for line in cell if line.text.strip()]
            rows[section, " ".join(label.split())] = SimpleNamespace(
                case=case, sizes=[Decimal(part) for part in size.split("-")], style=style, examples=examples
            )
    return rows


def test_every_component_is_held_and_no_other():
    assert set(COMPONENTS) == set(LOOKS)
    assert all(component.id == key for key, component in COMPONENTS.items())


@pytest.mark.parametrize("key", LOOKS)
def test_component_looks_as_the_annex_says(key):
    component, look = COMPONENTS[key], LOOKS[key]
    assert (component.sizes.low, component.sizes.high) == look.sizes
    assert component.bold == ("đậm" in look.style)
    assert component.italic == ("Nghiêng" in look.style)
    assert component.case.value == look.case
    assert component.align.value == look.align
    assert component.box == look.box
    assert component.source.article == f"Phụ lục I, phần I, mục {look.article}"
    assert component.source.basis is Basis.LAW


@pytest.mark.parametrize("key", ARTICLE_WORDS)
def test_article_of_a_component_holds_its_words(key, articles):
    assert ARTICLE_WORDS[key] in articles[LOOKS[key].article]


def test_table_of_muc_v_is_covered_row_by_row(table):
    assert set(table) == set(TABLE_ROWS) | OUT_OF_SCOPE


@pytest.mark.parametrize("row", TABLE_ROWS)
def test_component_agrees_with_its_row_of_muc_v(row, table):
    given, component = table[row], COMPONENTS[TABLE_ROWS[row]]
    assert component.sizes.low == given.sizes[0]
    assert component.sizes.high == given.sizes[-1]
    assert component.bold == given.style.endswith("đậm")
    assert component.italic == given.style.startswith("Nghiêng")
    # "In thường" covers the names of people too; that each syllable has a capital is in Phụ lục II.
    assert ("in hoa" if component.case.value == "in hoa" else "in thường") == given.case.lower()


@pytest.mark.parametrize("row", [row for row in TABLE_ROWS if not row[0].startswith("8")])
def test_example_in_muc_v_is_set_as_the_component(row, table):
    component = COMPONENTS[TABLE_ROWS[row]]
    aligns = {"center": CENTRE, "both": BOTH}
    for example in table[row].examples:
        assert (example.bold, example.italic) == (component.bold, component.italic)
        assert aligns[example.align] == component.align.value
        assert example.size in component.sizes


def test_boxes_are_those_of_the_diagram(annex_one):
    named = {}
    for row in annex_one.tables()[0].rows[1:]:
        mark, _, name = ("".join(line.text for line in cell).strip() for cell in row)
        named.update({box.strip(): name for box in mark.split(",")})
    assert {box: named[box].split()[0] for box in {look.box for look in LOOKS.values()} - {None}} == {
        "1": "Quốc",
        "2": "Tên",
        "3": "Số,",
        "4": "Địa",
        "5a": "Tên",
        "5b": "Trích",
        "6": "Nội",
        "7a": "Chức",
        "7b": "Chức",
        "9a": "Nơi",
        "9b": "Nơi",
    }


def test_rules_stand_under_four_components_only():
    ruled = {key: (c.rule.shortest, c.rule.longest) for key, c in COMPONENTS.items() if c.rule}
    third_to_half = (Fraction(1, 3), Fraction(1, 2))
    assert ruled == {
        "tieu_ngu": (1, 1),
        "co_quan_ban_hanh": third_to_half,
        "trich_yeu": third_to_half,
        "phu_luc_kem_theo": (0, Fraction(1, 2)),
    }


def test_lengths_of_rules_are_in_the_articles(articles):
    assert "đường kẻ ngang, nét liền, có độ dài bằng độ dài của dòng chữ" in articles["II.1.b"]
    third_to_half = "đường kẻ ngang, nét liền, có độ dài bằng từ 1/3 đến 1/2 độ dài của dòng chữ và đặt cân đối"
    assert third_to_half in articles["II.2.b"]
    assert third_to_half in articles["II.5.b"]
    assert "đường kẻ" not in articles["III.1.c"]


def test_what_the_law_does_not_say_is_not_sold_as_law():
    assert COMPONENTS["phu_luc_kem_theo"].source_of("rule").basis is Basis.SPECIMEN
    assert COMPONENTS["kinh_gui"].source_of("align").basis is Basis.SPECIMEN
    assert COMPONENTS["chuc_vu_khac"].source_of("bold").basis is Basis.CUSTOM
    assert COMPONENTS["ho_ten"].source_of("case").article == "Phụ lục II, mục II.1"
    assert COMPONENTS["tieu_ngu"].source_of("rule").basis is Basis.LAW


def test_subject_of_a_cong_van_stands_six_points_below_the_number(articles):
    assert "cách dòng 6pt với số và ký hiệu văn bản" in articles["II.5.b"]
    assert GAP_ABOVE_TRICH_YEU_CONG_VAN.value == 6
    assert GAP_ABOVE_TRICH_YEU_CONG_VAN.source.article.endswith("mục II.5.b")
