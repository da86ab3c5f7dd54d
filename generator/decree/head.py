"""More of what the head of a document and its page numbers must say (Phụ lục I, phần I, mục I to IV)."""

from __future__ import annotations

from generator.decree.facts import Fact, Words, between, custom, law, specimen

# The rule under a component.
RULE_APART = specimen("Phụ lục III, các mẫu 1.1 đến 1.10: đường kẻ nằm riêng dưới dòng chữ")
"""A rule stands below its line; it is not the underline of the words."""
RULE_DRAWN = custom("đường kẻ vẽ bằng hình thì giữ được độ dài; các mẫu của Phụ lục III gõ bằng ký tự gạch dưới")

RULE_ONCE = specimen("Phụ lục III, các mẫu 1.1 đến 1.10: đường kẻ là một nét, nằm sát dưới dòng chữ")
"""One stroke, close to its line: not double, not far below."""
RULE_BLACK = custom("đường kẻ cùng màu đen với chữ")
NO_RULE_ABOVE_TIEU_NGU = specimen("Phụ lục I, phần I, mục V, số thứ tự 1: chỉ dưới Tiêu ngữ có đường kẻ")

# Letters.
BARE_LETTERS = specimen("Phụ lục I, phần I, mục V: mẫu chữ không gạch chân, không gạch ngang, không hoa nhỏ")
NO_GROUND = custom("chữ đen trên giấy trắng; tô sáng là để nhắc khi soạn thảo")
NATURAL_WIDTH = custom("chữ co hẹp, kéo rộng hay giãn xa nhau trông khác cỡ chữ đã chọn")
WIDTHS_ALLOWED = Fact(between(90, 110), NATURAL_WIDTH)
"""In per cent; a little less or more, to keep a line whole, is not seen."""
SPREAD_ALLOWED = Fact(between(-1, 1), NATURAL_WIDTH)
"""In pt between letters."""

# Quốc hiệu, Tiêu ngữ, bodies.
ONE_LINE_EACH = specimen("Phụ lục I, phần I, mục II.1.c: “hai dòng chữ Quốc hiệu và Tiêu ngữ”")
TIEU_NGU_NEXT = law("Phụ lục I, phần I, mục II.1.c")
BAN_HANH_NEXT = law("Phụ lục I, phần I, mục II.2.b")
"""The two lines of the right block, and the two bodies of the left, stand at single spacing."""

# Number and symbol.
ONE_ZERO = custom("chỉ số nhỏ hơn 10 có một số 0 phía trước; Phụ lục I, phần I, mục II.3.c không nói đến số khác")
COLON_TOUCHES = custom("dấu hai chấm viết liền sau từ «Số»")
SAME_LINE = law("Phụ lục I, phần I, mục II.4.c")
"""Number and date stand on one line."""
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

# Bodies.
SHORT_BODIES = Fact(
    (("UBND", "ỦY BAN NHÂN DÂN"), ("HĐND", "HỘI ĐỒNG NHÂN DÂN"), ("BCĐ", "BAN CHỈ ĐẠO")),
    law("Phụ lục I, phần I, mục II.2.a"),
)
"""Abbreviations that the name of an issuing body may not have; that of its superior may."""

# Kind.
KIND_ALONE = specimen("Phụ lục III, các mẫu 1.1 đến 1.10: tên loại viết liền chữ, không có dấu câu")

# Page numbers of annexes, colours of stamps.
NUMBER_ALONE = custom("số trang chỉ là chữ số, không kèm chữ «Trang», gạch hay tên văn bản")
ANNEX_FIRST_PAGE = custom("trang đầu của phụ lục không hiện số trang, như trang đầu của văn bản")
STAMPS = Fact(
    frozenset({"HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN", "TUYỆT MẬT", "TỐI MẬT", "MẬT"}),
    law("Phụ lục I, phần I, mục III.2"),
)
"""Words that are stamped, in red."""
NEARLY_BLACK = custom("màu gần đen khó thấy trên màn hình nhưng in ra không phải là đen")

# All of a document.
MAIN_COMPONENTS = law("Điều 8, khoản 2")
"""What every administrative document consists of."""
WITHOUT_DATE = Fact(frozenset({"Biên bản"}), specimen("Phụ lục III, mẫu 1.9"))
"""Kinds that tell their date in the text."""
WITHOUT_SUBJECT = Fact(
    ("Giấy", "Phiếu", "Bản", "Hợp đồng", "Thư"), specimen("Phụ lục III, mẫu 1.8 và 1.10; công văn không có tên loại")
)
"""How the names of kinds begin whose specimens have no subject, or that have none of their own."""
WITHOUT_RECIPIENTS = Fact(
    frozenset({"Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận"}), custom("văn bản do các bên cùng ký, cùng giữ")
)
QUOC_HIEU_RIGHT = law("Phụ lục I, phần I, mục II.1.a")
BAN_HANH_BELOW = law("Phụ lục I, phần I, mục II.2.b")
NUMBER_BELOW_BODY = law("Phụ lục I, phần I, mục II.3.c và II.4.c")
TRICH_YEU_BELOW = law("Phụ lục I, phần I, mục II.5.b")
RECIPIENTS_LEFT = law("Phụ lục I, phần I, mục II.9.d")
NAME_BELOW = law("Phụ lục I, phần I, mục IV: ô số 7a ở trên, ô số 7b ở dưới")
KIND_KNOWN = custom("Điều 7 kể tên các loại văn bản; tên loại đứng một mình một dòng (Phụ lục III, mẫu 1.4)")
"""A longer name may be a new kind, or the subject on the line of the kind."""
VE_VIEC_BARE = specimen("Phụ lục III, mẫu 1.5: sau «V/v» không có dấu câu")
SYMBOL_MARKS = law("Phụ lục I, phần I, mục II.3.c")
SYMBOL_OF_BODY = law("Phụ lục I, phần I, mục II.3.b")
BODY_SIGNS = Fact(
    (("ỦY BAN NHÂN DÂN", "UBND"), ("HỘI ĐỒNG NHÂN DÂN", "HĐND")), custom("chữ viết tắt thông dụng của hai cơ quan này")
)
"""Bodies whose abbreviation no other body has."""
