"""In whose name a document is signed (Phụ lục I, phần I, mục II.7.b)."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from generator.decree.facts import Fact, Source, Words, custom, law


class Following(enum.Enum):
    """What stands behind the abbreviation."""

    COLLECTIVE = "tên tập thể lãnh đạo hoặc tên cơ quan, tổ chức"
    HEAD = "chức vụ của người đứng đầu cơ quan, tổ chức"


class QuyenHan(Struct, frozen=True):
    """One authority: ``chu`` as printed ("TM."), its meaning, what follows it on the line.

    ``own_office_below`` tells whether the signer's own office stands on the next line (KT. CHỦ TỊCH / PHÓ
    CHỦ TỊCH); under "Q." it does not, since the head's office is the signer's for the time being.
    """

    ky_hieu: str
    nghia: str
    following: Following
    own_office_below: bool
    source: Source

    @property
    def chu(self) -> str:
        return f"{self.ky_hieu}."


_SOURCE = law("Phụ lục I, phần I, mục II.7.b")

QUYEN_HAN: Mapping[str, QuyenHan] = MappingProxyType(
    {
        authority.ky_hieu: authority
        for authority in (
            QuyenHan("TM", "ký thay mặt tập thể", Following.COLLECTIVE, True, _SOURCE),
            QuyenHan("KT", "ký thay người đứng đầu", Following.HEAD, True, _SOURCE),
            QuyenHan("Q", "được giao quyền cấp trưởng", Following.HEAD, False, _SOURCE),
            QuyenHan("TL", "ký thừa lệnh người đứng đầu", Following.HEAD, True, _SOURCE),
            QuyenHan("TUQ", "ký thừa ủy quyền của người đứng đầu", Following.HEAD, True, _SOURCE),
        )
    }
)
"""All authorities by abbreviation, without its full stop."""

COMBINATIONS = Fact(
    (("TM", "KT"),),
    custom("cấp phó của tập thể: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
)
"""Authorities on successive lines; a deputy of a collective signs so, or with KT. alone: both are right."""

OFFICES_OF_HEADS = Fact(
    (
        "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "CHÁNH", "PHÓ CHÁNH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "HIỆU TRƯỞNG",
        "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "VIỆN TRƯỞNG", "TỔ TRƯỞNG", "ĐỘI TRƯỞNG", "TRƯỞNG",
        "PHÓ TRƯỞNG", "THỦ TRƯỞNG", "BÍ THƯ", "PHÓ BÍ THƯ",
    ),
    custom("chức vụ lãnh đạo thường gặp"),
)  # fmt: skip
"""How the offices begin that no collective is named by."""

COLLECTIVES = Fact(
    (
        "ỦY BAN", "HỘI ĐỒNG", "UBND", "HĐND", "BAN CHỈ ĐẠO", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "ĐẢNG ỦY", "CHÍNH PHỦ",
        "THƯỜNG TRỰC", "TẬP THỂ",
    ),
    custom("tên tập thể thường gặp"),
)  # fmt: skip
"""How the names of collectives begin that are no office of a person."""

IN_FULL: Mapping[str, str] = MappingProxyType(
    {
        "THAY MẶT": "TM",
        "KÝ THAY": "KT",
        "QUYỀN": "Q",
        "THỪA LỆNH": "TL",
        "THỪA ỦY QUYỀN": "TUQ",
    }
)
"""The words that each abbreviation stands for; the decree has it that the abbreviation is written."""

DEPUTY = Fact("PHÓ", custom("chức vụ cấp phó bắt đầu bằng chữ này"))
"""With which the offices begin that are not the head's."""

SIGNED = Words("Đã ký", custom("chữ này chỉ có ở bản sao, bản đăng lại; bản gốc có chữ ký thật hoặc chữ ký số"))

_NAME = law("Phụ lục I, phần I, mục II.7.c")

DEGREES = Fact(
    (
        "GS", "PGS", "TS", "TSKH", "ThS", "CN", "KS", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "DS", "NGƯT", "NGND",
        "TTƯT", "TTND", "NSƯT", "NSND", "Giáo sư", "Phó Giáo sư", "Tiến sĩ", "Tiến sỹ", "Thạc sĩ", "Thạc sỹ",
        "Cử nhân", "Kỹ sư", "Bác sĩ", "Bác sỹ", "Dược sĩ", "Nhà giáo Ưu tú", "Nhà giáo Nhân dân",
    ),
    _NAME,
)  # fmt: skip
"""Degrees and honours, which are not written before the signer's name."""

RANKS = Fact(
    tuple(
        f"{degree} {rank}"
        for rank, degrees in {
            "tướng": ("Đại", "Thượng", "Trung", "Thiếu"),
            "tá": ("Đại", "Thượng", "Trung", "Thiếu"),
            "úy": ("Đại", "Thượng", "Trung", "Thiếu"),
        }.items()
        for degree in degrees
    ),
    _NAME,
)
ADDRESSES = Fact(("Đồng chí", "Đ/c", "Đ.c", "Ông", "Bà"), _NAME)
"""A full name is surname, middle name and name, and nothing before it."""

TITLES_BY_OWN_RULES = Fact(
    (
        "CÔNG AN", "QUÂN SỰ", "BIÊN PHÒNG", "QUÂN ĐỘI", "TRƯỜNG", "ĐẠI HỌC", "HỌC VIỆN", "VIỆN", "Y TẾ", "KHOA HỌC",
        "GIÁO DỤC",
    ),
    _NAME,
)  # fmt: skip
"""Words in the names of bodies (forces, schools, hospitals) whose own sector may ask for ranks and degrees."""
