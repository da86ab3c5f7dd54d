"""Laws of the search for lapsed names: clean text gives nothing, planted names are found, old citations are spared."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.kind import load_kind
from generator.jobs.build import check
from generator.jobs.said_of_data import said_of_report
from generator.jobs.successions import shipped_successions
from generator.rules.said import Said
from generator.rules.said_citations.scan import mentions
from generator.rules.said_words import dl714
from generator.rules.successions.matching import lapsed
from generator.vn.dates import parse_date
from generator.vn.text import nfc

ROOT = Path(__file__).parents[3]
REPORTS = ("camthuy", "hoangkim", "vinhloc", "yendinh")
TABLE = shipped_successions()
TODAY = parse_date("15/12/2026")
CLEAN = [
    "xã",
    "Hoàng Kim",
    "UBND xã",
    "tỉnh Thanh Hóa",
    "đã",
    "cấp",
    "Sở Nội vụ",
    "Phòng Kinh tế",
    "máy tính",
    "24/42",
    "12/QĐ-UBND",
    "ngày 5/6/2026",
    ",",
    ".",
    ";",
    "(",
    "Đảng ủy xã",
    "thành phố Hà Nội",
    "VH&TT",
    "\n",
]
OLD = ["Sở TT&TT", "Bộ Thông tin và Truyền thông", "UBND huyện", "Huyện ủy", "thị trấn", "tỉnh Hà Giang", "STTTT"]
clean = st.lists(st.sampled_from(CLEAN), max_size=30).map(" ".join)


@given(clean)
def test_a_text_without_old_names_gives_nothing(text: str) -> None:
    assert lapsed(text, TODAY, TABLE) == ()


@given(clean, st.sampled_from(OLD), clean)
def test_a_planted_name_is_found_where_it_stands(before: str, old: str, after: str) -> None:
    text = f"{before}\nnay có {old} đang làm\n{after}"
    (each,) = lapsed(text, TODAY, TABLE)
    assert (each.start, text[each.start : each.end]) == (len(before) + len("\nnay có "), old)


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    ends = [0]
    for each in lapsed(f"{text} huyện {text}", TODAY, TABLE):
        assert ends[-1] <= each.start < each.end <= 2 * len(text) + len(" huyện ")
        ends.append(each.end)


def said_by(name: str) -> Said:
    checked = check(ROOT / "inputs" / f"{name}.yaml", ROOT / "templates" / "chi_tieu", ROOT)
    kind = load_kind(ROOT / "templates" / "docx" / "bao_cao" / "mo_ta.yaml", "mo_ta.yaml")
    return said_of_report(checked.report, checked.groups, kind.cot)


@pytest.mark.parametrize("name", REPORTS)
def test_reports_of_before_the_reforms_use_no_lapsed_name(name: str) -> None:
    assert list(dl714.check(said_by(name))) == []


@pytest.mark.parametrize("name", REPORTS)
def test_old_citations_in_reports_are_left_alone_though_the_report_be_of_2026(name: str) -> None:
    told = 0
    for passage in said_by(name).everything:
        text = nfc(passage.text)
        spans = [each.span for each in mentions(passage)]
        for each in lapsed(text, TODAY, TABLE):
            assert not any(start <= each.start < end for start, end in spans)
        told += len(spans)
    assert told > 10


def test_the_lists_of_documents_of_a_report_name_nothing_lapsed() -> None:
    lines = [
        passage.text for passage in said_by("hoangkim").passages if "ngày" in passage.text and "huyện" in passage.text
    ]
    listed = [line for line in lines if line.startswith(("- Quyết định số", "- Kế hoạch số", "- Hướng dẫn số"))]
    assert listed
    assert [line for line in listed if lapsed(line, TODAY, TABLE)] == []
