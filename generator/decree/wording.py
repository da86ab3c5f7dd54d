"""Words and punctuation that a document must have (Phụ lục I, phần I, mục II and III)."""

from __future__ import annotations

from msgspec import Struct

from generator.decree.facts import Fact, Source, Words, custom, law, specimen
from generator.vn.numerals import letter, roman

# Head.
QUOC_HIEU = Words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", law("Phụ lục I, phần I, mục II.1.a"))
QUOC_HIEU_SPELLINGS = Fact(
    (str(QUOC_HIEU), "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    specimen("Phụ lục I, phần I, mục V; Phụ lục III, mẫu 1.6"),
)
"""Both spellings stand in the decree; a document keeps to one."""
TIEU_NGU = Words("Độc lập - Tự do - Hạnh phúc", law("Phụ lục I, phần I, mục II.1.b"))
SO = Words("Số:", law("Phụ lục I, phần I, mục II.3.c"))
VE_VIEC = Words("V/v", law("Phụ lục I, phần I, mục II.5.b"))
"""Before the subject of a công văn only."""
IN_FULL = Words("Thành phố Hồ Chí Minh", law("Phụ lục II, mục III.1.c"))
"""A place that is never shortened to its proper name."""

# Leading zeros.
NUMBER_PADDED_BELOW = Fact(10, law("Phụ lục I, phần I, mục II.3.c"))
FIRST_NUMBER_OF_YEAR = Fact(1, law("Phụ lục I, phần I, mục II.3.a"))
DAY_PADDED_BELOW = Fact(10, law("Phụ lục I, phần I, mục II.4.b"))
MONTHS_PADDED = Fact(frozenset({1, 2}), law("Phụ lục I, phần I, mục II.4.b"))
"""These months and no others: ngày 05 tháng 3 năm 2020, ngày 01 tháng 02 năm 2023."""
BLANK_NUMBER = Fact(" " * 6, custom("dự thảo để trống số, văn thư ghi khi ban hành"))

# Close.
KET_THUC = Words("./.", specimen("Phụ lục III, các mẫu 1.1 đến 2.2"))
"""Closes the content of a document and of an annex."""
KINH_GUI = Words("Kính gửi", law("Phụ lục I, phần I, mục II.9.d"))
KINH_GUI_KINDS = Fact(frozenset({"Tờ trình", "Báo cáo", "Công văn"}), law("Phụ lục I, phần I, mục II.9.b"))
"""Names of the kinds that are addressed; a báo cáo only when it goes to a superior body."""
NOI_NHAN = Words("Nơi nhận", law("Phụ lục I, phần I, mục II.9.d"))
NHU_TREN = Words("Như trên", law("Phụ lục I, phần I, mục II.9.b"))
"""The first recipient of a document that has Kính gửi."""
NHU_DIEU = Words("Như Điều", specimen("Phụ lục III, các mẫu 1.1 đến 1.3"))
"""The first recipient of a document in articles: "- Như Điều 3;", whom its last article names."""
LUU = Words("Lưu", law("Phụ lục I, phần I, mục II.9.d"))
"""The last recipient: "- Lưu: VT, <drafting unit>."."""
KEPT_IN_FILE = Fact(frozenset({"Biên bản"}), specimen("Phụ lục III, mẫu 1.9"))
"""Kinds that are kept in the file of the matter."""
KEPT_IN_FILE_AS = "hồ sơ"
VAN_THU = Words("VT", law("Phụ lục I, phần I, mục II.9.d"))

# Annexes.
PHU_LUC = Words("Phụ lục", law("Phụ lục I, phần I, mục III.1.b"))
ANNEXES_NUMBERED_FROM = Fact(2, law("Phụ lục I, phần I, mục III.1.a"))
"""From so many annexes on, each carries a Roman number."""


def annex_number(number: int, count: int) -> str:
    """The number that the ``number``-th of ``count`` annexes carries; empty for an annex that is alone."""
    return roman(number) if count >= ANNEXES_NUMBERED_FROM.value else ""


def annex_name(number: int, count: int) -> str:
    """What the ``number``-th of ``count`` annexes is called: "Phụ lục II", or "Phụ lục" where it is alone."""
    return f"{PHU_LUC} {annex_number(number, count)}".rstrip()


KEM_THEO = Words("Kèm theo", law("Phụ lục I, phần I, mục III.1.c"))

# Divisions of the content.
PHAN = Words("Phần", law("Phụ lục I, phần I, mục II.6.đ"))
CHUONG = Words("Chương", law("Phụ lục I, phần I, mục II.6.đ"))
MUC = Words("Mục", law("Phụ lục I, phần I, mục II.6.đ"))
TIEU_MUC = Words("Tiểu mục", law("Phụ lục I, phần I, mục II.6.đ"))
DIEU = Words("Điều", law("Phụ lục I, phần I, mục II.6.đ"))
AFTER_DIEU_NUMBER = Words(".", law("Phụ lục I, phần I, mục II.6.đ"))
AFTER_MUC_NUMBER = Words(".", specimen("Phụ lục I, phần I, mục V, số thứ tự 6.b"))
AFTER_KHOAN_NUMBER = Words(".", law("Phụ lục I, phần I, mục II.6.đ"))
AFTER_DIEM_LETTER = Words(")", law("Phụ lục I, phần I, mục II.6.đ"))
DIEM_LETTERS = Fact(tuple(letter(n) for n in range(1, 24)), law("Phụ lục I, phần I, mục II.6.đ"))
"""The letters of điểm in their order; like the decree itself, without ă, â, ê, ô, ơ, ư."""


class ListMarks(Struct, frozen=True):
    """The marks of a list with one item a line: before each item, after each, after the last."""

    before: str
    after: str
    after_last: str
    source: Source


CAN_CU_MARKS = ListMarks("", ";", ".", law("Phụ lục I, phần I, mục II.6.a"))
KINH_GUI_MARKS = ListMarks("- ", ";", ".", law("Phụ lục I, phần I, mục II.9.d"))
"""For two addressees or more; a single one stands on the line of "Kính gửi:", without marks."""
NOI_NHAN_MARKS = ListMarks("- ", ";", ".", law("Phụ lục I, phần I, mục II.9.d"))

# Citing other documents.
CAN_CU = Words("Căn cứ", specimen("Phụ lục III, mẫu 1.1 và 1.2"))
CAN_CU_PARTS = Fact(
    ("tên loại", "số, ký hiệu", "cơ quan ban hành", "ngày tháng năm ban hành", "trích yếu nội dung"),
    law("Phụ lục I, phần I, mục II.6.a"),
)
FIRST_CITATION_PARTS = Fact(
    ("tên loại", "số, ký hiệu", "thời gian ban hành", "tên cơ quan ban hành", "trích yếu nội dung"),
    law("Phụ lục I, phần I, mục II.6.b"),
)
LATER_CITATION_PARTS = Fact(("tên loại", "số, ký hiệu"), law("Phụ lục I, phần I, mục II.6.b"))
CITED_BY_NUMBER = Fact(
    (
        "Nghị định", "Thông tư liên tịch", "Thông tư", "Nghị quyết", "Quyết định", "Chỉ thị", "Công văn", "Kế hoạch",
        "Thông báo", "Hướng dẫn", "Công điện", "Tờ trình",
    ),
    law("Phụ lục I, phần I, mục II.6.a"),
)  # fmt: skip
"""Kinds of which every document has a number, so that a căn cứ without one is not complete."""
CITED_BY_NAME = Fact(frozenset({"Luật", "Pháp lệnh"}), law("Phụ lục I, phần I, mục II.6.a và II.6.b"))
"""Kinds that are cited by kind and name, without number, symbol and issuing body."""

# Figures: the decree is silent.
DECIMAL_MARK = Words(",", law("Luật Kế toán năm 2015, Điều 11"))
THOUSANDS_MARK = Words(".", custom("theo Luật Kế toán năm 2015, Điều 11, áp dụng rộng cho mọi văn bản"))
