"""Names whose capitals a machine can tell (Phụ lục II), written as they should be.

The decree asks for them; a machine cannot tell a name from the same words in common use, so the lists are closed and
hold only what is meant as a name wherever it stands.
"""

from __future__ import annotations

from generator.decree.facts import Fact, custom, specimen

UNIT_NOUNS = Fact(
    ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"),
    specimen("Phụ lục II, mục III.1.a"),
)
"""Small before a name of their own (tỉnh Nam Định), capital before a number, a person, an event (Phường 3)."""

NUMBERED_UNITS = Fact(("phường", "quận"), specimen("Phụ lục II, mục III.1.b"))
"""Units that are named by a number: Quận 1."""

SURNAMES = Fact(
    (
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
        "Lý", "Đinh", "Trịnh", "Trương", "Mạc", "Lương", "Tô", "Tôn", "Hai", "Bà", "Ông", "Cao", "Chu", "Đoàn", "Tống",
        "Lâm", "Mai", "Hà", "Phùng", "Triệu", "Quang", "An", "Kim",
    ),
    specimen("Phụ lục II, mục III.1.b"),
)  # fmt: skip
"""How the names of persons begin after whom units are called; such a unit keeps its capital."""

EVENTS = Fact(
    ("Điện Biên Phủ", "Ba Đình", "Bạch Đằng", "Chi Lăng", "Đống Đa", "Đông Khê", "Him Lam", "Lam Sơn", "Đồng Khởi"),
    specimen("Phụ lục II, mục III.1.b"),
)
"""Events of history after which units are called."""

PROVINCES = Fact(
    (
        "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định",
        "Bình Dương", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
        "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hải Phòng",
        "Hậu Giang", "Hòa Bình", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn",
        "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên",
        "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
        "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang",
        "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
    ),
    custom("tên các tỉnh, thành phố trước và sau ngày 01/7/2025"),
)  # fmt: skip
"""None is a number, a person or an event, so the noun before them is small."""

SPECIAL_PLACES = Fact(("Thủ đô Hà Nội", "Thành phố Hồ Chí Minh"), specimen("Phụ lục II, mục III.1.c"))

ELECTED_BODIES = Fact(("Ủy ban nhân dân", "Hội đồng nhân dân"), specimen("Phụ lục II, mục IV.1.a"))
"""The decree's own example: Hội đồng nhân dân tỉnh Sơn La."""

FIELDS_OF_OFFICES = Fact(
    (
        "Công an", "Công Thương", "Dân tộc và Tôn giáo", "Du lịch", "Giáo dục và Đào tạo", "Giao thông vận tải",
        "Kế hoạch và Đầu tư", "Khoa học và Công nghệ", "Lao động - Thương binh và Xã hội", "Ngoại giao", "Ngoại vụ",
        "Nội vụ", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Quốc phòng",
        "Tài chính", "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Tư pháp", "Văn hóa, Thể thao và Du lịch",
        "Xây dựng", "Y tế",
    ),
    specimen("Phụ lục II, mục IV.1.a"),
)  # fmt: skip
"""What stands behind "Bộ" and "Sở" in the names of ministries and departments, those before 2025 among them."""
OFFICES = Fact(("Bộ", "Sở"), specimen("Phụ lục II, mục IV.1.a"))

NAMED_DOCUMENT = specimen("Phụ lục II, mục V.6")
"""The kind of one certain document begins with a capital: Luật Tổ chức Quốc hội."""

CITED_WITH_CAPITAL = Fact(("Phần", "Chương", "Mục", "Tiểu mục", "Điều"), specimen("Phụ lục II, mục V.7"))
CITED_WITHOUT_CAPITAL = Fact(("khoản", "điểm"), specimen("Phụ lục II, mục V.7"))
"""The decree's own example: điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I."""
