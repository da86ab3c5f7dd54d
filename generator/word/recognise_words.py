"""Words by which the components of a document are known; small letters without accents where accents may be wrong."""

from __future__ import annotations

import re

from generator.patterns import one_of, regex

QUOC_HIEU = regex(r"cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia\s*viet\s*nam")
TIEU_NGU = regex(r"doc\s*lap\W*tu\s*do\W*hanh\s*phuc")
"""For ``recognise_lines.plain``: also with long dashes, without blanks, in capitals, without accents."""

# A draft leaves the number blank, a specimen puts dots there.
_OPEN = one_of(r"[\d\s.…]", "_")
_MARK = one_of("[.:-]", "–")
SO_KY_HIEU_IN_FULL = regex(rf"số\s*:?{_OPEN}{{0,40}}/\s*[^\W\d]", re.IGNORECASE)
SO_KY_HIEU = regex(rf"số\s*(?::|{_OPEN}{{0,40}}/)|số\s+\d+\s*[-/]", re.IGNORECASE, begins=("số",))
_BLANK = rf"[^\w\n]{{0,30}}{_OPEN}{{0,10}}[^\w\n]{{0,30}}"
DATE = regex(rf"ngày\b{_BLANK}\btháng\b{_BLANK}\bnăm\b[\W\d_]*$", re.IGNORECASE)
SHORT_DATE = regex(r",\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*\.?$", re.IGNORECASE)
VE_VIEC = regex(r"(?:v\s*/\s*v\b|về\s+việc\b)", re.IGNORECASE)
KINH_GUI = regex(r"kính\s*gửi\b\s*:?", re.IGNORECASE, begins=("kính",))
CAN_CU = regex(r"căn\s+cứ\b", re.IGNORECASE, begins=("căn",))
WITH_CAN_CU = regex(r"(?:theo\s+đề\s+nghị|xét|trên\s+cơ\s+sở)\b", re.IGNORECASE, begins=("theo", "xét", "trên"))
NOI_NHAN = regex(r"nơi\s*nhận\b\s*[:;.]?\s*|nơi\s*gửi\s*(?::\s*|$)", re.IGNORECASE, begins=("nơi",))
STORED = regex(r"lưu\s*(?::|vt\b)", re.IGNORECASE, begins=("lưu",))
"""The last recipient, behind its dash, which no other list has."""
KEM_THEO = regex(r"\(?\s*(?:ban\s+hành\s+)?kèm\s+theo\b", re.IGNORECASE)
END = "./."

_ROMAN = r"[IVXLC]+"
PHU_LUC = regex(
    rf"phụ\s+lục(?:\s+số)?\s*(?:{_ROMAN}|\d{{1,2}}|[A-Z]|{_OPEN}+)?\s*[.:]?", re.IGNORECASE, begins=("phụ",)
)
PHU_LUC_AND_TITLE = regex(
    rf"(phụ\s+lục(?:\s+số)?\s*(?:{_ROMAN}|\d{{1,2}}|[A-Z]))\s*{_MARK}\s*\S", re.IGNORECASE, begins=("phụ",)
)
PHAN_CHUONG = regex(
    rf"(?:phần|chương)\s+(?:{_ROMAN}\b|\d+\b|thứ\s+\w+|mở\s+đầu|[.…]+)\s*(?P<mark>{_MARK}?)\s*",
    re.IGNORECASE,
    begins=("phần", "chương"),
)
DIEU = regex(rf"điều\s+(?:\d+[a-zđ]?|(?-i:{_ROMAN}\b)|[.…]+)\s*(?P<mark>[.:]?)\s*", re.IGNORECASE, begins=("điều",))
MUC_OF_REGULATION = regex(
    rf"(?:tiểu\s+)?mục\s+(?:\d+|{_ROMAN})\b\s*(?P<mark>{_MARK}?)\s*", re.IGNORECASE, begins=("tiểu", "mục")
)

_AFTER_ROMAN = one_of("[.)-]", "–")
MUC = regex(rf"(?=[IVX])(?!V\s*/\s*[vV]\b)X{{0,3}}(?:IX|IV|V?I{{0,3}})\s*(?:{_AFTER_ROMAN}+\s*|/+\s+)(?=\S)")
KHOAN_CON = regex(r"\d{1,2}(?:\.\d{1,2}){1,3}(?P<mark>[.)]?)\s*(?P<first>[^\d\s])")
KHOAN = regex(r"(?P<number>\d{1,2})(?:(?P<bracket>\))\s*|\.\s*|/\s+)(?=[^\d\s])")
DIEM = regex(r"[a-zđ]\)\s*(?=\S)|[a-zđ]\.\s+(?=\S)")

QUYEN_HAN = regex(r"(?:TM|KT|TL|TUQ|Q)\s*\.|(?:T\s*[./]\s*(?:M|L|U\s*\.?\s*Q)|K\s*[./]\s*T)\b", re.IGNORECASE)
CHUC_VU = regex(
    r"(?:quyền\s+|phó\s+)?(?:chủ\s+tịch|giám\s+đốc|tổng\s+giám\s+đốc|cục\s+trưởng|vụ\s+trưởng|chi\s+cục\s+trưởng|"
    r"chánh\s+văn\s+phòng|chánh\s+thanh\s+tra|hiệu\s+trưởng|viện\s+trưởng|trưởng\s+\w+|bí\s+thư|bộ\s+trưởng|"
    r"thứ\s+trưởng|đội\s+trưởng|chủ\s+tọa|chủ\s+toạ|chủ\s+trì|thủ\s+trưởng)\b",
    re.IGNORECASE,
)
UNIT_NAME = regex(r"(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tp\.?|tỉnh)\s", re.IGNORECASE)
BODY = regex(
    r"(?:ủy\s+ban|uỷ\s+ban|ubnd|hội\s+đồng|hđnd|sở|phòng|ban|trung\s+tâm|văn\s+phòng|trường|chi\s+cục|cục|"
    r"thanh\s+tra|bệnh\s+viện|trạm)\s",
    re.IGNORECASE,
)
"""With which the name of a body begins."""
SHORT_BODY = regex(r"(?:UBND|HĐND)\s")
SIGNATURE_NOTE = regex(r"\(|đã\s+ký\b|dấu\s*/|dấu\s+của\b|chữ\s+ký", re.IGNORECASE, begins=("(", "đã", "dấu", "chữ"))
NOTE_BEFORE_NAME = regex(r"\s*(?P<note>\(đã\s+ký\)|đã\s+ký\s*[:.])\s*(?=\w)", re.IGNORECASE)
