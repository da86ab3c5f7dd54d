"""More of what the head of a document and its page numbers must say (Phụ lục I, phần I, mục I to IV)."""

from __future__ import annotations

from generator.decree.facts import Fact, Words, custom, law, specimen

# The rule under a component.
RULE_APART = specimen("Phụ lục III, các mẫu 1.1 đến 1.10: đường kẻ nằm riêng dưới dòng chữ")
"""A rule stands below its line; it is not the underline of the words."""
RULE_DRAWN = custom("đường kẻ vẽ bằng hình thì giữ được độ dài; các mẫu của Phụ lục III gõ bằng ký tự gạch dưới")

# Number and symbol.
NUMBER_OF_YEAR = law("Phụ lục I, phần I, mục II.3.a")
"""A number counts the documents of a year: the year is no part of it."""
_NORMATIVE = law("Luật Ban hành văn bản quy phạm pháp luật; Nghị định 30/2020/NĐ-CP, Điều 1")
YEAR_CARRIED_BY = Fact(frozenset({"NQ", "QĐ", "CT", "NĐ"}), _NORMATIVE)
"""Kinds that are, or once were, legal normative too: such a document carries a year, and the decree is not for it."""
BODIES_WITH_YEAR = Fact(("QH", "UBTVQH"), _NORMATIVE)
"""Bodies whose laws have a year and no kind in their symbol: 52/2019/QH14."""
NUMBER_TOUCHES_SLASH = custom("số viết liền dấu gạch chéo; Phụ lục I, phần I, mục II.3.c chỉ nói rõ về ký hiệu")
NO_CONG_VAN_SYMBOL = Words("CV", law("Phụ lục I, phần I, mục II.3.b"))
"""An abbreviation of công văn that the decree does not know, and that no symbol may carry."""

# Place and date.
DATE_IN_FULL = law("Phụ lục I, phần I, mục II.4.b")
AFTER_PLACE = Words(",", law("Phụ lục I, phần I, mục II.4.c"))
PLACE_NOUNS = Fact(
    ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tỉnh", "Huyện", "Quận", "Xã", "Phường"),
    law("Phụ lục II, mục III.1"),
)
"""Common nouns that may open a place; every syllable behind them is of the proper name."""
MONTHS_BARE = Fact(frozenset(range(3, 13)), specimen("Phụ lục I: «ngày 05 tháng 3 năm 2020»"))
"""Months written without a zero: the law names those that take one and shows, but does not forbid, the others."""

# Subject.
TRICH_YEU_OPEN_END = Words(".", custom("trích yếu là một cụm từ đứng như tiêu đề, Phụ lục I, phần I, mục II.5.a"))
"""The mark that does not close a subject; the decree is silent, and its specimens have dots for words."""

# Page numbers of annexes, colours of stamps.
ANNEX_FIRST_PAGE = custom("trang đầu của phụ lục không hiện số trang, như trang đầu của văn bản")
STAMPS = Fact(
    frozenset({"HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", "TUYỆT MẬT", "TỐI MẬT", "MẬT"}),
    law("Phụ lục I, phần I, mục III.2"),
)
"""Words that are stamped, in red."""
NEARLY_BLACK = custom("màu gần đen khó thấy trên màn hình nhưng in ra không phải là đen")
