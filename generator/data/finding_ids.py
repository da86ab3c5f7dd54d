"""Ids of the findings that reading a data file can give, each with its meaning in one line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOT_TEXT = "DL101"
SYNTAX = "DL102"
TAB = "DL103"
FORBIDDEN_CHARACTER = "DL104"
LIMITS = "DL105"
DUPLICATE_KEY = "DL106"
SWALLOWED_COMMENT = "DL107"
NO_CONTENT = "DL108"
UNKNOWN_KEY = "DL201"
MISSING_KEY = "DL202"
WRONG_SHAPE = "DL203"
UNREADABLE_VALUE = "DL204"
VALUE_NOT_ALLOWED = "DL205"
KEYS_AT_ODDS = "DL206"
INHERITANCE = "DL301"
NO_CATALOGUE = "DL302"
OPEN_PLACE = "DL801"
UNREVIEWED = "DL802"
REMARK = "DL803"

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        NOT_TEXT: "Tệp không phải là văn bản UTF-8.",
        SYNTAX: "Tệp viết sai cú pháp YAML.",
        TAB: "Dòng thụt vào bằng phím Tab.",
        FORBIDDEN_CHARACTER: "Tệp có ký tự không dùng được.",
        LIMITS: "Tệp dùng neo, bí danh hoặc nhãn của YAML, quá lớn hoặc lồng quá sâu.",
        DUPLICATE_KEY: "Một mục được viết hai lần, hoặc một mã dùng cho hai nơi.",
        SWALLOWED_COMMENT: "Phần chữ sau dấu # bị bỏ qua như ghi chú.",
        NO_CONTENT: "Tệp trống hoặc không gồm các mục.",
        UNKNOWN_KEY: "Mục lạ, không có trong mẫu.",
        MISSING_KEY: "Thiếu mục bắt buộc hoặc mục để trống.",
        WRONG_SHAPE: "Danh sách, nhóm mục hay giá trị đặt không đúng chỗ.",
        UNREADABLE_VALUE: "Giá trị không đọc được (số, ngày, ký hiệu…).",
        VALUE_NOT_ALLOWED: "Giá trị không nằm trong các giá trị được phép.",
        KEYS_AT_ODDS: "Các mục không đi được với nhau hoặc thiếu mục đi kèm.",
        INHERITANCE: "Không kế thừa được tệp nêu ở «ke_thua».",
        NO_CATALOGUE: "Không tìm thấy bộ chỉ tiêu.",
        OPEN_PLACE: "Một chỗ còn để ngỏ bằng dấu «…».",
        UNREVIEWED: "Một chỗ chép từ kỳ trước mà chưa ai đọc lại.",
        REMARK: "Ghi chú «# cds:» mà máy không hiểu.",
    }
)
