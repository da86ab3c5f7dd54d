"""What the ledger of documents reads from text, lists and tables."""

from __future__ import annotations

import pytest
from said_citations_of import passage, said

from generator.decree.symbols import parse_symbol
from generator.rules.said import Cited, Said
from generator.rules.said_citations.bodies import fits, read_body
from generator.rules.said_citations.ledger import ledger
from generator.rules.said_citations.mention import Mention, subject_words
from generator.rules.said_citations.scan import mentions
from generator.vn.dates import parse_date


def only(text: str) -> Mention:
    (mention,) = mentions(passage(text))
    return mention


@pytest.mark.parametrize(
    ("text", "symbol", "date"),
    [
        ("Quyết định số 43/QĐ-UBND ngày 13 tháng 5 năm 2022 về việc thành lập", "43/QĐ-UBND", "13/5/2022"),
        ("hướng dẫn số: 2142/STTTT - CNTT ngày 31 tháng 8 năm 2023 của Sở", "2142/STTTT-CNTT", "31/8/2023"),
        ("theo Quyết định số 1829/QĐ-UBND, ngày 30/5/2023 của UBND tỉnh", "1829/QĐ-UBND", "30/5/2023"),
        ("công văn số 1305 /STTTT-CNTT, ngày 07/06/2024 của Sở", "1305/STTTT-CNTT", "7/6/2024"),
        ("Nghị quyết số 06-NQ/TU ngày 10/11/2021 của Ban thường vụ Tỉnh ủy", "06-NQ/TU", "10/11/2021"),
        ("Chương trình hành động số 06- CTr/ĐU ngày 6/3/2023", "06-CTr/ĐU", "6/3/2023"),
        ("Thông tư số 39/2020/TT-BTTTT ngày 24/11/2020 của Bộ", "39/2020/TT-BTTTT", "24/11/2020"),
        ("Kế hoạch số 85/KH- UBND của UBND huyện Sông Hồng ngày 18 tháng 5 năm 2022", "85/KH-UBND", "18/5/2022"),
        ("Ngày 29/3/2023, Sở đã có Công văn số 3347/STTTT-CNTT về hướng dẫn", "3347/STTTT-CNTT", "29/3/2023"),
        ("tại số 05/KH-BCĐ tháng 5/2023 về việc", "05/KH-BCĐ", "5/2023"),
        ("Công văn số 08/BCĐ ngày 05/6/2023", "08/BCĐ", "5/6/2023"),
        ("QĐ số 3050/QÐ-UBND ngày 30/8/2023", "3050/QĐ-UBND", "30/8/2023"),
    ],
)
def test_a_citation_is_read_with_its_date(text: str, symbol: str, date: str) -> None:
    mention = only(text)
    assert str(mention.symbol) == symbol
    assert mention.date == parse_date(date)


@pytest.mark.parametrize(
    "text",
    ["đạt 26/26 xã", "12/2025", "xếp thứ 43/63", "4G/5G", "421/592 hồ sơ", "13/15 CBCC", "13/CBCC", "15/10/2023"],
)
def test_figures_are_no_citations(text: str) -> None:
    assert list(mentions(passage(text))) == []


@pytest.mark.parametrize(
    ("text", "body", "subject"),
    [
        (
            "Kế hoạch số 37/KH-UBND ngày 21/02/2023 của UBND huyện Sông Hồng về việc kinh tế số, hạ tầng số; đã làm",
            "UBND huyện Sông Hồng",
            "kinh tế số, hạ tầng số",
        ),
        (
            "Kế hoạch số 22/KH-GDĐT ngày 18/5/2022 của Phòng Giáo dục và Đào tạo (GDĐT) Sông Hồng về hỗ trợ. Các",
            "Phòng Giáo dục và Đào tạo (GDĐT) Sông Hồng",
            "hỗ trợ",
        ),
        (
            "Kế hoạch số 1/KH-BCĐ ngày 26/4/2023 của Ban Chỉ đạo chuyển đổi số tỉnh về việc “Hoạt động. Năm 2023”. Đã",
            "Ban Chỉ đạo chuyển đổi số tỉnh",
            "Hoạt động. Năm 2023",
        ),
        ("Quyết định số 1/QĐ-UBND ngày 26/4/2023 của UBND tỉnh Phê duyệt đề án", "UBND tỉnh", "Phê duyệt đề án"),
        ("(Quyết định số 1/QĐ-UBND ngày 26/4/2023), xã đã làm", "", ""),
    ],
)
def test_body_and_subject_end_where_the_sentence_goes_on(text: str, body: str, subject: str) -> None:
    mention = only(text)
    assert (mention.body_words, mention.subject) == (body, subject)


def test_a_date_that_does_not_exist_is_kept_as_words() -> None:
    mention = only("Quyết định số 43/QĐ-UBND ngày 31/4/2022")
    assert (mention.date, mention.date_words) == (None, "31/4/2022")


def test_a_row_tells_number_date_and_subject_in_cells_of_their_own() -> None:
    book = ledger(said(rows=[["1.", "V/v báo cáo Chỉ thị số 15/CT-UBND", "Số:342 /UBND-VHTT", "Ngày 20/02/2023"]]))
    entry = next(each for each in book.mentions if each.listed)
    assert (str(entry.symbol), entry.date) == ("342/UBND-VHTT", parse_date("20/02/2023"))
    assert entry.subject == "báo cáo Chỉ thị số 15/CT-UBND"
    assert [str(each.symbol) for each in book.mentions] == ["342/UBND-VHTT", "15/CT-UBND"]


def test_a_heading_of_a_group_starts_a_new_list() -> None:
    rows = [["1", f"Việc {n}", f"{n}/QĐ-UBND", f"0{n}/5/2023"] for n in (1, 2, 3, 4)]
    book = ledger(said(rows=[rows[0], rows[1], ["Kế hoạch"], rows[2], rows[3]]))
    assert [len(entries) for entries in book.lists] == [2, 2]


def test_the_report_itself_is_not_in_the_ledger() -> None:
    texts = ("Kèm theo Báo cáo số 12/BC-UBND ngày 05/12/2023", "Báo cáo số 12/BC-UBND ngày 05/12/2022 của năm trước")
    assert [each.place for each in ledger(said(*texts, symbol="12/BC-UBND")).mentions] == [passage("", 2).place]


def test_documents_of_the_data_that_are_printed_nowhere_count() -> None:
    view = said("Quyết định số 43/QĐ-UBND ngày 13/5/2022 về việc thành lập Ban Chỉ đạo")
    cited = Cited("07/KH-UBND", "Kế hoạch", parse_date("05/01/2023"), "", "về hạ tầng", passage("", 9).place)
    book = ledger(Said(view.file, view.passages, listed=(cited,), body=view.body))
    assert [each.name for each in book.documents] == ["43/QĐ-UBND", "07/KH-UBND"]
    assert {each.office for each in book.documents} == {"ubnd 3"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("UBND huyện", "Ủy ban nhân dân huyện Yên Định", True),
        ("UBND huyện Huyện Hoằng Hóa", "UBND huyện Hoằng Hóa", True),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh Thanh Hóa", True),
        ("BCĐ CDS huyện Yên Định", "Ban Chỉ đạo chuyển đổi số huyện", True),
        ("UBND xã A", "UBND xã B", False),
        ("UBND xã A", "UBND huyện A", False),
        ("UBND huyện", "BCĐ chuyển đổi số huyện", False),
        ("Sở Xây dựng", "Sở Thông tin và Truyền thông", False),
    ],
)
def test_bodies_are_held_against_each_other(one: str, other: str, same: bool) -> None:
    assert read_body(one).may_be(read_body(other)) is same


@pytest.mark.parametrize(
    ("symbol", "body", "right"),
    [
        ("43/QĐ-UBND", "Chủ tịch UBND huyện", True),
        ("4440/CV-BCĐ", "UBND huyện", False),
        ("3567/SXD-VP", "Sở Xây dựng", True),
        ("3567/SXD-VP", "Sở Thông tin và Truyền thông", False),
        ("06-NQ/TU", "Ban thường vụ Tỉnh ủy", True),
        ("06-NQ/TU", "UBND tỉnh", False),
        ("09/BC-VHTT", "UBND huyện", True),
        ("548/GDĐT-THCS", "Phòng Giáo dục và Đào tạo", True),
    ],
)
def test_a_symbol_tells_its_body(symbol: str, body: str, right: bool) -> None:
    assert fits(parse_symbol(symbol), read_body(body)) is right


def test_subjects_are_compared_without_lead_capitals_marks_and_short_forms() -> None:
    assert subject_words("Về việc “Chuyển đổi số, Hoà bình”.") == subject_words("V/v CĐS Hòa bình")
