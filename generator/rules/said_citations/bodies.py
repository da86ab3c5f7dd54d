"""The bodies that issue documents: found in a text, known by their symbol, held against each other."""

from __future__ import annotations

from msgspec import Struct

from generator.decree.symbols import SoKyHieu
from generator.patterns import regex
from generator.vn.text import fold, nfc, squeeze

_LEVEL_WORDS = r"tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường"
_UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NO_NAME = (
    r"(?!(?:Về|Phê duyệt|Ban hành|Quy định|Giao|Thành lập|Kiện toàn|Công bố|Triển khai|Báo cáo|Hướng dẫn|Tăng)\b)"
)
_NAME = rf"(?:\s{{1,3}}{_NO_NAME}[{_UPPER}][^\W\d_]{{0,9}}){{0,3}}"
_PLACE = rf"(?:\s{{1,3}}(?:các\s)?(?i:{_LEVEL_WORDS})(?!\w)){{0,2}}{_NAME}"
_LOCAL = r"(?:(?i:chủ tịch|thường trực)\s{1,3})?(?i:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)"
_STOP = r"(?!(?:về|ngày|tại|phê|ban|quy|hướng|báo|triển|đã|để|theo|có|ra|công|cụ)\b)"
_STEERING = (
    rf"(?i:Ban chỉ đạo|BCĐ|BCD)"
    rf"(?:\s{{1,3}}{_STOP}(?!{_LEVEL_WORDS})[^\W\d_A-ZĐ][^\W\d_]{{0,9}}|\sC[ĐD]S|\sChuyển){{0,5}}"
)
_PARTY_BODY = (
    r"(?i:(?:Ban thường vụ|BTV|Ban chấp hành|BCH|Thường trực)\s{1,3})?"
    r"(?i:Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thị ủy|Đảng bộ|Trung ương|Bộ Chính trị|Ban Bí thư)"
)
_OFFICE = (
    r"(?:Bộ trưởng\s{1,3})?(?:Sở|Bộ|Phòng|phòng|Ban|Văn phòng|Cục|Công an)\s{1,3}"
    rf"{_STOP}(?:[{_UPPER}]|(?<=[Pp]hòng )[a-zđ])[^\W\d_]{{0,9}}"
    rf"(?:(?:\s{{1,3}}|&|-|, (?=[{_UPPER}])(?!(?:Sở|Bộ|Phòng|UBND|HĐND)\b)){_STOP}[^\W\d_]{{1,9}}){{0,7}}"
    rf"(?:\s\([^()]{{1,20}}\){_NAME})?"
)
_STATE_BODY = r"Thủ tướng(?:\s[Cc]hính phủ)?|Chính phủ|Quốc hội"
BODY = regex(rf"(?:(?:{_LOCAL}|{_STEERING}|{_PARTY_BODY}){_PLACE}|{_STATE_BODY}|{_OFFICE})")
"""A body's name at a place in a text; bounded, so that no text makes it slow."""

_TYPES = (
    ("ubnd", ("ubnd", "uy ban nhan dan", "chu tich ubnd", "chu tich uy ban nhan dan")),
    ("hdnd", ("hdnd", "hoi dong nhan dan", "thuong truc hdnd", "thuong truc hoi dong nhan dan")),
    ("bcd", ("ban chi dao", "bcd")),
    ("ttg", ("thu tuong",)),
    ("cp", ("chinh phu",)),
    ("qh", ("quoc hoi",)),
    ("so", ("so ",)),
    ("bo", ("bo truong", "bo ")),
    ("phong", ("phong ",)),
)
_PARTY_WORDS = regex(r"\b(?:tinh uy|thanh uy|huyen uy|dang uy|thi uy|dang bo|trung uong|bo chinh tri|ban bi thu)\b")
_LEVEL = regex(r"\b(tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong)\b")
_RANKS = {"tinh": 1, "thanh pho": 1, "huyen": 2, "quan": 2, "thi xa": 2, "thi tran": 3, "xa": 3, "phuong": 3}
_PARTY_RANKS = {"tinh uy": 1, "thanh uy": 1, "huyen uy": 2, "thi uy": 2, "dang uy": 3, "dang bo": 3}
_TYPE_OF_ABBREVIATION = {"UBND": "ubnd", "HĐND": "hdnd", "BCĐ": "bcd", "TTg": "ttg", "CP": "cp"}
_OF_DEPARTMENT = regex(r"S[A-ZĐ]{2,7}(?:&[A-ZĐ]+)?")
_OF_MINISTRY = frozenset(
    (
        *("BTTTT", "BNV", "BTC", "BCA", "BKHCN", "BYT", "BGDĐT", "BXD", "BTP", "BCT", "BNNPTNT", "BNNMT", "BTNMT"),
        *("BKHĐT", "BGTVT", "BVHTTDL", "BLĐTBXH", "BQP", "BNG"),
    )
)


class Body(Struct, frozen=True):
    """A body: what it is ("ubnd", "so", "dang" …, empty for others), its level (0 state to 3 commune) and name.

    ``level`` is None and ``name`` empty where the words do not tell.  ``chair`` marks the chairman of a committee.
    """

    type: str
    level: int | None
    name: str
    chair: bool = False

    def may_be(self, other: Body) -> bool:
        """Whether both can be one body: nothing that both tell differs."""
        if self.type != other.type:
            return False
        if self.level is not None and other.level is not None and self.level != other.level:
            return False
        short, long = sorted((self.name.split(), other.name.split()), key=len)
        return long[: len(short)] == short


def read_body(words: str) -> Body:
    """The body that the words name; repeated and joined words ("huyện Huyện Hoằng Hóa") do not matter."""
    plain = fold(squeeze(nfc(words)))
    party = _PARTY_WORDS.search(plain)
    if party:
        return Body("dang", _PARTY_RANKS.get(party.group(), 0), "")
    kind = next((name for name, starts in _TYPES if plain.startswith(starts)), "")
    if kind in ("ttg", "cp", "qh", "bo"):
        return Body(kind, 0, _sector(plain) if kind == "bo" else "")
    if kind == "so":
        return Body(kind, 1, _sector(plain))
    found = list(_LEVEL.finditer(plain))
    if not found or kind in ("phong", ""):
        return Body(kind, 2 if kind == "phong" else None, "", plain.startswith("chu tich"))
    last = found[0]
    for each in found[1:]:
        if each.start() <= last.end() + 1:
            last = each
    return Body(kind, _RANKS[last.group()], plain[last.end() :].strip(), plain.startswith("chu tich"))


def _sector(plain: str) -> str:
    """The first letter of what a ministry or department is for: enough to tell the faults, and spelled alike."""
    words = [word for word in plain.split() if word not in ("so", "bo", "truong")]
    return words[0][0] if words else ""


def type_of_symbol(symbol: SoKyHieu) -> str:
    """What sort of body the symbol belongs to; empty where it does not tell."""
    if symbol.dang:
        return "dang"
    first = symbol.co_quan.split("-", 1)[0]
    if first in _TYPE_OF_ABBREVIATION:
        return _TYPE_OF_ABBREVIATION[first]
    if _OF_DEPARTMENT.fullmatch(first):
        return "so"
    return "bo" if first in _OF_MINISTRY else ""


def is_one_body(symbol: SoKyHieu) -> bool:
    """Whether the symbol alone tells the body: there is one Thủ tướng, one Sở of that name in a province."""
    return type_of_symbol(symbol) in ("ttg", "cp", "so", "bo") or (symbol.dang and symbol.co_quan in ("TU", "TW"))


def fits(symbol: SoKyHieu, body: Body) -> bool:
    """Whether that body can have issued under that symbol; true where either does not tell."""
    kind = type_of_symbol(symbol)
    if not kind or not body.type:
        return True
    if kind != body.type:
        # The office of a committee and the departments sign for it under symbols of their own.
        return body.type == "phong"
    first = symbol.co_quan.split("-", 1)[0]
    if kind in ("so", "bo") and body.name:
        return fold(first)[1:2] == body.name[:1]
    return True
