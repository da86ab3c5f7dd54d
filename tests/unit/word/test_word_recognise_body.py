from __future__ import annotations

import pytest
from word_views import BODY, CLOSE, HEAD, TITLE, centre, p, recognised, run, table, texts

NUMBERING = {"muc": "I. ", "khoan": "1. "}


def content(*paragraphs: str, title: str = TITLE) -> dict[str, list[str]]:
    found = recognised(HEAD, title, *paragraphs, p("Trên đây là báo cáo./."), CLOSE)
    return {
        component: texts(found, component)
        for component in found.found
        if component in {"muc", "khoan", "khoan_co_tieu_de", "diem", "can_cu", "phan_chuong", "tieu_de_phan_chuong"}
    }


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("I. Đánh giá", "muc"),
        ("IV/ Đánh giá", "muc"),
        ("1. Đã ban hành kế hoạch.", "khoan"),
        ("1.Đã ban hành kế hoạch.", "khoan"),
        ("1.2. Đã ban hành kế hoạch.", "khoan"),
        ("1.2 Đã ban hành kế hoạch.", "khoan"),
        ("a) Thành lập tổ;", "diem"),
        ("đ) Thành lập tổ;", "diem"),
        ("a. Thành lập tổ;", "diem"),
        ("1) Thành lập tổ;", "khoan"),
    ],
)
def test_typed_numbers_tell_the_level(text: str, component: str) -> None:
    assert content(p(text)) == {component: [text]}


@pytest.mark.parametrize(
    "text",
    [
        "3.420 người đã tham gia.",
        "99.97 % văn bản đi có ký số.",
        "12.5 tỷ đồng.",
        "17/17 xã đã hoàn thành.",
        "05/12/2023 là hạn cuối.",
        "- Một việc;",
        "+ Một việc;",
        "Vì vậy, xã đề nghị.",
        "Điểm a khoản 1 nêu trên.",
        "Xã có 100% hộ dân.",
    ],
)
def test_figures_and_items_are_ordinary_words(text: str) -> None:
    assert content(p(text)) == {}


@pytest.mark.parametrize(
    ("khoan", "below", "titled"),
    [
        (p("1. Kết quả"), p("Đã làm xong."), True),
        (p("1. Kết quả."), p("Đã làm xong."), False),
        (p("1. Kết quả"), p("2. Việc sau."), False),
        (p("1. Kết quả"), p("a) Một;"), True),
        (p("1. Kết quả"), p("1.1. Đã làm xong."), True),
        (p("1. Kết quả.", "b"), p("2. Việc sau."), True),
        (p(inside=run("1. Kết quả: ", "b") + run("đã làm xong hết.")), p("Đã làm xong."), False),
    ],
)
def test_a_khoan_has_a_title_when_it_is_bold_or_heads_what_follows(khoan: str, below: str, titled: bool) -> None:
    found = content(khoan, below)
    assert ("khoan_co_tieu_de" in found) is titled


@pytest.mark.parametrize(
    ("paragraphs", "words", "title"),
    [
        (centre("Phần I", "b") + centre("ĐÁNH GIÁ", "b"), "Phần I", "ĐÁNH GIÁ"),
        (centre("Chương II\nTỔ CHỨC", "b"), "Chương II", "TỔ CHỨC"),
        (p("PHẦN THỨ NHẤT: ĐÁNH GIÁ", "b"), "PHẦN THỨ NHẤT", "ĐÁNH GIÁ"),
    ],
)
def test_parts_and_chapters_with_their_titles(paragraphs: str, words: str, title: str) -> None:
    assert content(paragraphs) == {"phan_chuong": [words], "tieu_de_phan_chuong": [title]}


def test_a_sentence_about_a_part_is_no_part() -> None:
    assert content(p("Phần I của kế hoạch đã hoàn thành.")) == {}


def test_grounds_stand_before_the_first_division() -> None:
    grounds = [p("Căn cứ Luật A;", "i"), p("Căn cứ Nghị định B;", "i"), p("Theo đề nghị của ông C.", "i")]
    found = content(centre("CHỦ TỊCH XÃ", "b"), *grounds, centre("QUYẾT ĐỊNH:", "b"), p("1. Một."), p("Căn cứ D;"))
    assert found["can_cu"] == ["Căn cứ Luật A;", "Căn cứ Nghị định B;", "Theo đề nghị của ông C."]


def test_a_sentence_that_begins_with_its_ground_is_content() -> None:
    assert content(p("Căn cứ Công văn số 1/SNV-VP, UBND xã báo cáo như sau:")) == {}


def test_an_article_is_judged_without_its_number() -> None:
    found = recognised(
        HEAD,
        centre("QUYẾT ĐỊNH", "b"),
        centre("Về việc A", "b"),
        p(inside=run("Điều 1. ", "b") + run("Thành lập tổ.")),
        p("Điều 2. Hiệu lực", "b"),
        p("Có hiệu lực từ ngày ký./."),
    )
    assert texts(found, "noi_dung") == ["Thành lập tổ.", "Có hiệu lực từ ngày ký./."]
    assert texts(found, "dieu") == ["Điều 1.", "Điều 2. Hiệu lực"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Điều 1. Phạm vi điều chỉnh", ["Điều 1. Phạm vi điều chỉnh"]),
        ("Điều I: Thành lập tổ.", ["Điều I:"]),
        ("Điều 5 Nghị định này quy định về kinh phí.", []),
        ("Điều lệ của hội được ban hành.", []),
    ],
)
def test_the_number_of_an_article_and_its_title(text: str, found: list[str]) -> None:
    assert texts(recognised(HEAD, TITLE, p(text), p("Xã thực hiện./."), CLOSE), "dieu") == found


def test_sections_of_a_regulation_have_their_titles_below() -> None:
    found = recognised(
        HEAD, TITLE, p("Mục 1", "b"), centre("QUY ĐỊNH", "b"), centre("Tiểu mục II", "b"), p("Xã./."), CLOSE
    )
    assert texts(found, "muc_tieu_muc") == ["Mục 1", "Tiểu mục II"]
    assert texts(found, "tieu_de_muc_tieu_muc") == ["QUY ĐỊNH"]


@pytest.mark.parametrize(
    ("lines", "khoan", "diem"),
    [
        ("1) 2) 3)", 3, 0),
        ("1) a) b) 2)", 2, 2),
        ("1. 2) 3.", 3, 0),
        ("1. 1) 2) 2.", 2, 2),
        ("1. a) 1) 2) b) 2.", 2, 4),
        ("I. 1) 2) II. 1)", 3, 0),
    ],
)
def test_a_bracketed_number_is_a_khoan_unless_it_stands_below_one(lines: str, khoan: int, diem: int) -> None:
    found = content(*(p(f"{sign} Xã đã thực hiện đủ.") for sign in lines.split()))
    assert (len(found.get("khoan", [])), len(found.get("diem", []))) == (khoan, diem)


def test_a_dash_before_a_ground_leaves_it_one() -> None:
    found = content(
        centre("CHỦ TỊCH XÃ", "b"), p("- Căn cứ Luật A;", "i"), p("- Căn cứ Nghị định B.", "i"), p("1. Một.")
    )
    assert found["can_cu"] == ["- Căn cứ Luật A;", "- Căn cứ Nghị định B."]
    assert "can_cu" not in content(p("- Căn cứ tình hình của xã;"), p("1. Một."))


def test_content_runs_from_the_head_to_the_close_without_blank_paragraphs() -> None:
    found = recognised(HEAD, TITLE, p(), BODY, p(), CLOSE)
    assert found.content[0].text == "I. ĐÁNH GIÁ CHUNG"
    assert found.content[-1].text == "Trên đây là báo cáo./."
    assert all(not para.is_blank for para in found.content)
    assert texts(found, "ket_thuc") == ["Trên đây là báo cáo./."]


@pytest.mark.parametrize(
    ("block", "is_data"),
    [
        (table((p("TT"), p("Tên")), (p("1"), p("A")), drawn=True), True),
        (table((p("TT"), p("Tên"), p("Số")), (p("1"), p("A"), p("2")), widths=(900, 3000, 3000)), True),
        (table((p("Số máy tính:"), p("12 máy")), (p("Số máy in:"), p("3 máy"))), False),
    ],
)
def test_drawn_and_wide_tables_hold_data_others_are_layout(block: str, is_data: bool) -> None:
    found = recognised(HEAD, TITLE, p("Số liệu:"), block, p("Hết./."), CLOSE)
    assert bool(found.tables) is is_data
    assert len(found.content) == (2 if is_data else 6)


def test_a_table_inside_a_data_table_is_data_too() -> None:
    inner = table((p("a"), p("b")))
    found = recognised(HEAD, TITLE, table((inner + p(), p("c")), drawn=True), p("Hết./."), CLOSE)
    assert [para.text for para in found.tables] == ["a", "b", "c"]


def test_automatic_numbers_count_like_typed_ones() -> None:
    from word_views import NAMESPACES, PAGE, package

    from generator.word.reading import read_view
    from generator.word.recognise import recognise

    def level(number: int, kind: str, text: str) -> str:
        shown = f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{shown}</w:lvl>'

    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        + level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "%3)")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def item(depth: int, text: str) -> str:
        return p(text, more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')

    body = HEAD + TITLE + item(0, "ĐÁNH GIÁ") + item(1, "Đã ban hành.") + item(2, "Một;") + p("Hết./.") + PAGE
    found = recognise(read_view(package(body, {"word/numbering.xml": numbering}), "x.docx"))
    assert {name: texts(found, name) for name in ("muc", "khoan", "diem")} == {
        "muc": ["ĐÁNH GIÁ"],
        "khoan": ["Đã ban hành."],
        "diem": ["Một;"],
    }
