"""The page: Phụ lục I, phần I, mục I and II.6.e, written out and compared with the annex and the package."""

from __future__ import annotations

from decimal import Decimal

from generator.decree.page import (
    BODY,
    FONT,
    MARGINS,
    MARGINS_SOURCE,
    ORIENTATION,
    PAGE_NUMBER,
    PAPER,
    Orientation,
    Side,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def ends(given):
    return (given.low, given.high)


def test_paper_is_a4_upright(articles):
    assert "Khổ A4 (210 mm x 297 mm)" in articles["I.1"]
    assert (PAPER.width, PAPER.height) == (210, 297)
    assert PAPER.source.article == "Phụ lục I, phần I, mục I.1"


def test_landscape_is_for_tables_outside_annexes(articles):
    assert ORIENTATION.usual is Orientation.PORTRAIT
    assert "Theo chiều dài của khổ A4" in articles["I.2"]
    assert "có các bảng, biểu nhưng không được làm thành các phụ lục riêng" in articles["I.2"]
    assert not ORIENTATION.annexes_bound


def test_margins(articles):
    assert "mép trên và mép dưới 20 - 25 mm, cách mép trái 30 - 35 mm, cách mép phải 15 - 20 mm" in articles["I.3"]
    assert {side: ends(margin) for side, margin in MARGINS.items()} == {
        Side.TOP: (20, 25),
        Side.BOTTOM: (20, 25),
        Side.LEFT: (30, 35),
        Side.RIGHT: (15, 20),
    }
    assert MARGINS_SOURCE.article == "Phụ lục I, phần I, mục I.3"


def test_font_is_black_times_new_roman(articles):
    assert "Times New Roman, bộ mã ký tự Unicode" in articles["I.4"]
    assert "TCVN 6909:2001, màu đen" in articles["I.4"]
    assert (FONT.name, FONT.colour) == ("Times New Roman", "000000")
    assert FONT.encoding == "Unicode (TCVN 6909:2001)"


def test_page_number(articles):
    assert "đánh từ số 1, bằng chữ số Ả Rập, cỡ chữ 13 đến 14" in articles["I.7"]
    assert "canh giữa theo chiều ngang trong phần lề trên" in articles["I.7"]
    assert "không hiển thị số trang thứ nhất" in articles["I.7"]
    assert ends(PAGE_NUMBER.sizes) == (13, 14)
    assert PAGE_NUMBER.first == 1
    assert PAGE_NUMBER.align.value == "canh giữa"
    assert PAGE_NUMBER.in_top_margin
    assert not PAGE_NUMBER.shown_on_first_page
    assert PAGE_NUMBER.source.article == "Phụ lục I, phần I, mục I.7"


def test_each_annex_is_numbered_by_itself(articles):
    assert "đánh số riêng theo từng Phụ lục" in articles["III.1.đ"]
    assert PAGE_NUMBER.each_annex_by_itself
    assert PAGE_NUMBER.annex_source.article == "Phụ lục I, phần I, mục III.1.đ"


def test_body(articles):
    assert "lùi vào 1 cm hoặc 1,27 cm" in articles["II.6.e"]
    assert "khoảng cách giữa các đoạn văn tối thiểu là 6pt" in articles["II.6.e"]
    assert "tối thiểu là dòng đơn, tối đa là 1,5 lines" in articles["II.6.e"]
    assert BODY.first_line_indents == (Decimal("10"), Decimal("12.7"))
    assert BODY.paragraph_spacing == 6
    assert ends(BODY.line_spacing) == (1, Decimal("1.5"))
    assert ends(BODY.sizes) == (13, 14)
    assert BODY.align.value == "canh đều hai lề"
    assert BODY.source.article == "Phụ lục I, phần I, mục II.6.e"


def test_annexes_of_the_decree_number_their_own_pages_so(annex_three):
    assert "titlePg" in annex_three.page
    later = annex_three.parts["header1.xml"]
    first = annex_three.parts["header2.xml"]
    fields = "".join(field.text or "" for field in later.iter(f"{W}instrText"))
    assert fields.strip() == "PAGE"
    assert later.find(f"{W}p/{W}pPr/{W}jc").get(f"{W}val") == "center"
    size = int(later.find(f"{W}p/{W}r/{W}rPr/{W}sz").get(f"{W}val")) // 2
    assert size in PAGE_NUMBER.sizes
    assert not any(first.iter(f"{W}instrText"))
