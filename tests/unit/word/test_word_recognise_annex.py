from __future__ import annotations

import pytest
from word_views import BODY, CLOSE, HEAD, PAGE, TITLE, centre, p, recognised, shape, table, texts

PAGE_BREAK = p(inside='<w:r><w:br w:type="page"/></w:r>')
ATTACHED = centre("(Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023 của UBND xã)", "i")


def annex(number: str = "I") -> str:
    return (
        centre(f"Phụ lục {number}".strip(), "b")
        + centre("DANH MỤC VĂN BẢN", "b")
        + ATTACHED
        + centre(inside=shape(1500))
        + p()
        + table((p("TT"), p("Tên")), (p("1"), p("A")), drawn=True)
    )


def test_annexes_follow_the_close_each_with_its_own_content() -> None:
    found = recognised(HEAD, TITLE, BODY, CLOSE, PAGE_BREAK, annex(), p(more=PAGE), annex("II"))
    assert texts(found, "phu_luc_tu") == ["Phụ lục I", "Phụ lục II"]
    assert texts(found, "phu_luc_tieu_de") == ["DANH MỤC VĂN BẢN"] * 2
    assert len(found.of("phu_luc_kem_theo")) == 2
    assert [[para.text for para in each.content if para.text] for each in found.annexes] == [
        ["TT", "Tên", "1", "A"]
    ] * 2
    assert [each.rule and each.rule.length for each in found.annexes] == [1500, 1500]
    assert found.tables == ()
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]


def test_what_it_is_attached_to_may_stand_above_the_title() -> None:
    upside_down = centre("Phụ lục I", "b") + ATTACHED + centre("DANH MỤC VĂN BẢN", "b") + p("Nội dung.")
    found = recognised(HEAD, TITLE, BODY, CLOSE, PAGE_BREAK, upside_down)
    assert texts(found, "phu_luc_tieu_de") == ["DANH MỤC VĂN BẢN"]
    assert len(found.of("phu_luc_kem_theo")) == 1


@pytest.mark.parametrize(
    "heading",
    [
        PAGE_BREAK + p("PHỤ LỤC"),
        p("Phụ lục 02", more="<w:pageBreakBefore/>"),
        centre("Phụ lục số 1"),
        p("Phụ lục A", "b"),
    ],
)
def test_a_heading_begins_a_page_or_is_set_off(heading: str) -> None:
    assert len(recognised(HEAD, TITLE, BODY, CLOSE, heading, p("Nội dung.")).annexes) == 1


@pytest.mark.parametrize(
    "text", [p("Phụ lục I"), p("Phụ lục I kèm theo báo cáo này.", "b"), p("(Có Phụ lục kèm theo)", "b")]
)
def test_words_about_an_annex_begin_none(text: str) -> None:
    assert recognised(HEAD, TITLE, p("Đã làm."), text, BODY, CLOSE).annexes == ()


def test_the_head_of_a_table_is_no_annex() -> None:
    block = table((centre("Phụ lục", "b"), centre("Tên", "b")), drawn=True)
    assert recognised(HEAD, TITLE, block, BODY, CLOSE).annexes == ()


def test_heading_and_title_may_share_a_paragraph() -> None:
    found = recognised(HEAD, TITLE, BODY, CLOSE, PAGE_BREAK, centre("Phụ lục I\nDANH MỤC", "b"), ATTACHED, p("Hết."))
    assert (texts(found, "phu_luc_tu"), texts(found, "phu_luc_tieu_de")) == (["Phụ lục I"], ["DANH MỤC"])
    found = recognised(HEAD, TITLE, BODY, CLOSE, PAGE_BREAK, centre("PHỤ LỤC I: DANH MỤC", "b"), ATTACHED, p("Hết."))
    assert (texts(found, "phu_luc_tu"), texts(found, "phu_luc_tieu_de")) == (["PHỤ LỤC I"], ["DANH MỤC"])


def test_a_file_may_hold_an_annex_alone() -> None:
    found = recognised(p(), annex(""), p("Hết./."))
    assert texts(found, "phu_luc_tu") == ["Phụ lục"]
    assert found.content == ()
    assert set(found.found) == {"phu_luc_tu", "phu_luc_tieu_de", "phu_luc_kem_theo"}
