from __future__ import annotations

from generator.findings import DataPlace, DocxPlace, FilePlace, Finding, Severity
from generator.report.text import count_text, finding_text, findings_text

PLACE = DataPlace("xa.yaml", 3, 5, "don_vi.ten")
ERROR = Finding("DL106", Severity.ERROR, PLACE, "Mục «ten» đã có.", "Bỏ một mục.")
WARNING = Finding("DL506", Severity.WARNING, FilePlace("mau.docx"), "Danh sách rỗng.", "Bỏ danh sách.")


def test_a_finding_tells_where_what_and_how_to_mend() -> None:
    assert finding_text(ERROR) == (
        "xa.yaml:3:5 (don_vi.ten): LỖI DL106\n    Mục «ten» đã có.\n    Cách sửa: Bỏ một mục."
    )


def test_related_places_stand_between_problem_and_remedy() -> None:
    related = (DataPlace("xa.yaml", 1, 1), DocxPlace("mau.docx", "word/document.xml", 4, "Nơi nhận"))
    finding = Finding("DL106", Severity.HINT, PLACE, "Mục «ten» đã có.", "Bỏ một mục.", related=related)
    assert finding_text(finding).splitlines()[0].endswith("GỢI Ý DL106")
    assert finding_text(finding).splitlines()[2:4] == [
        "    Xem thêm: xa.yaml:1:1",
        "    Xem thêm: mau.docx [word/document.xml, đoạn 4] «Nơi nhận»",
    ]


def test_findings_stand_one_under_the_other() -> None:
    assert findings_text([ERROR, WARNING]) == f"{finding_text(ERROR)}\n{finding_text(WARNING)}"


def test_counts_name_the_gravest_first_and_leave_out_what_is_not_there() -> None:
    assert count_text([WARNING, ERROR, ERROR]) == "2 lỗi, 1 cảnh báo"
    assert count_text([WARNING]) == "1 cảnh báo"
    assert count_text([]) == "không có phát hiện nào"
