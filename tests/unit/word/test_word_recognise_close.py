from __future__ import annotations

import pytest
from word_views import (
    BODY,
    CLOSE,
    HEAD,
    RECIPIENTS,
    SIGNATURE,
    TITLE,
    centre,
    p,
    recognised,
    run,
    shape,
    table,
    texts,
)

from generator.word.recognised import Recognised

CLOSE_WORDS = {
    "noi_nhan_tu": ["Nơi nhận:"],
    "noi_nhan_danh_sach": ["- Như trên;", "- Lưu: VT."],
    "quyen_han_chuc_vu": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    "ho_ten": ["Lê Quang Thành"],
    "chuc_vu_khac": [],
}


def close_words(found: Recognised) -> dict[str, list[str]]:
    return {component: texts(found, component) for component in CLOSE_WORDS}


MAKES = {
    "bảng": CLOSE,
    "cột trống ở giữa": table(
        (p("Nơi nhận:", "bi"), p(), centre("TM. ỦY BAN NHÂN DÂN", "b") + centre("CHỦ TỊCH", "b")),
        (p("- Như trên;") + p("- Lưu: VT."), p(), p() + p() + centre("Lê Quang Thành", "b")),
        widths=(3000, 400, 5600),
    ),
    "ngắt dòng": table(
        (
            p(inside=run("Nơi nhận:\n", "bi") + run("- Như trên;\n- Lưu: VT.")),
            centre("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nLê Quang Thành", "b"),
        )
    ),
    "tab": p(inside=run("Nơi nhận:", "bi") + run("\tTM. ỦY BAN NHÂN DÂN", "b"))
    + p(inside=run("- Như trên;") + run("\tCHỦ TỊCH", "b"))
    + p("- Lưu: VT.")
    + p()
    + p("\tLê Quang Thành", "b"),
    "chữ ký trước": SIGNATURE + RECIPIENTS,
    "khung": p(inside=shape(4000, RECIPIENTS, height=2000) + shape(5000, SIGNATURE, height=2000)),
}


@pytest.mark.parametrize("make", MAKES)
def test_the_close_is_found_whatever_it_is_made_of(make: str) -> None:
    found = recognised(HEAD, TITLE, BODY, MAKES[make])
    joined = {name: " ".join(words) for name, words in close_words(found).items()}
    assert joined == {name: " ".join(words) for name, words in CLOSE_WORDS.items()}
    assert found.content[-1].text == "Trên đây là báo cáo./."


def test_the_list_may_begin_on_the_line_of_the_word() -> None:
    found = recognised(HEAD, TITLE, BODY, table((p("Nơi nhận: Như trên;") + p("- Lưu: VT."), SIGNATURE)))
    assert texts(found, "noi_nhan_tu") == ["Nơi nhận:"]
    assert texts(found, "noi_nhan_danh_sach") == ["Như trên;", "- Lưu: VT."]


def test_another_office_stands_between_the_signature_and_the_name() -> None:
    signature = (
        centre("KT. TRƯỞNG BAN", "b")
        + centre("PHÓ TRƯỞNG BAN", "b")
        + p("PHÓ CHỦ TỊCH UBND HUYỆN", "b", "center", '<w:spacing w:before="1400"/>')
        + centre("Lê Xuân Thành", "b")
    )
    found = recognised(HEAD, TITLE, BODY, table((RECIPIENTS, signature)))
    assert texts(found, "quyen_han_chuc_vu") == ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
    assert texts(found, "chuc_vu_khac") == ["PHÓ CHỦ TỊCH UBND HUYỆN"]
    assert texts(found, "ho_ten") == ["Lê Xuân Thành"]


def test_notes_in_place_of_the_signature_are_no_component() -> None:
    signature = centre("CHỦ TỊCH", "b") + centre("(Đã ký)", "i") + centre("Lê Quang Thành", "b")
    found = recognised(HEAD, TITLE, BODY, table((RECIPIENTS, signature)))
    assert texts(found, "quyen_han_chuc_vu") == ["CHỦ TỊCH"]
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]


def test_a_name_set_wrongly_is_a_name_still() -> None:
    signature = centre("CHỦ TỊCH", "b") + p() + p() + centre("Lê Quang Thành")
    found = recognised(HEAD, TITLE, BODY, table((RECIPIENTS, signature)))
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]
    capitals = centre("CHỦ TỊCH", "b") + p() + p() + centre("LÊ QUANG THÀNH", "b")
    assert texts(recognised(HEAD, TITLE, BODY, table((RECIPIENTS, capitals))), "ho_ten") == ["LÊ QUANG THÀNH"]


def test_an_unsigned_draft_has_an_office_and_no_name() -> None:
    found = recognised(
        HEAD, TITLE, BODY, table((RECIPIENTS, centre("TM. ỦY BAN NHÂN DÂN", "b") + centre("CHỦ TỊCH", "b")))
    )
    assert texts(found, "quyen_han_chuc_vu") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert found.of("ho_ten") == ()


def test_a_document_without_close_has_none() -> None:
    found = recognised(HEAD, TITLE, BODY)
    assert not found.found.keys() & CLOSE_WORDS.keys()
    assert len(found.content) == 6


def test_recipients_joined_by_a_brace_stay_in_the_list() -> None:
    braced = table((p("- UBND tỉnh;") + p("- Sở Nội vụ;"), p(), p("(Để b/c)")), widths=(2000, 200, 800))
    left = p("Nơi nhận:", "bi") + braced + p("- Lưu: VT.")
    found = recognised(HEAD, TITLE, BODY, table((left, SIGNATURE)))
    assert texts(found, "noi_nhan_danh_sach") == ["- UBND tỉnh;", "- Sở Nội vụ;", "(Để b/c)", "- Lưu: VT."]
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]


def test_what_follows_the_close_is_not_content() -> None:
    found = recognised(HEAD, TITLE, BODY, CLOSE, table((p("Ghi chú:"), p("1 Tên cơ quan.")), drawn=True))
    assert found.content[-1].text == "Trên đây là báo cáo./."
    assert close_words(found) == CLOSE_WORDS


@pytest.mark.parametrize(
    "lines", [("(Đã ký) Lê Quang Thành",), ("(Đã ký)", "Lê Quang Thành"), ("Đã ký: Lê Quang Thành",)]
)
def test_signed_in_words_is_no_part_of_the_name(lines: tuple[str, ...]) -> None:
    block = centre("CHỦ TỊCH", "b") + p() + p() + "".join(centre(line, "b") for line in lines)
    found = recognised(HEAD, TITLE, BODY, table((RECIPIENTS, block), widths=(4000, 5000)))
    assert texts(found, "ho_ten") == ["Lê Quang Thành"]
    assert [text.strip(":") for text in texts(found, "ghi_chu_ky")] == [lines[0].split(" Lê")[0].strip(":")]
