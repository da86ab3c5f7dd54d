"""How the values of each type are written, for people who look it up and for editors that check while one types.

The readers of ``text_types`` decide; what stands here describes them.  A pattern takes every text that its reader takes
(and may take more), in the regular expressions that Python and JavaScript have in common.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from generator.data.text_types import IDENTIFIER, SLUG
from generator.decree.kinds import COPIES, KINDS
from generator.decree.symbols import LEGAL_KINDS, PARTY_KINDS, STATE_KINDS
from generator.vn.text import fold

Keywords = Mapping[str, Any]


class Form(Struct, frozen=True):
    """A type: its name and how it is written, in Vietnamese; texts that it takes (``dung``) and refuses (``sai``).

    ``pattern`` is of a text without blanks around it.  ``number`` is what JSON Schema says of a value that YAML takes
    for a number (3.420 for 3.42), None where no number is ever meant; ``whole`` tells that the type counts.
    ``goi_y`` is what is often typed where any words may stand.
    """

    ten: str
    cach_viet: str
    dung: tuple[str, ...]
    sai: tuple[str, ...]
    pattern: str
    number: Keywords | None = None
    whole: bool = False
    goi_y: Mapping[str, str] = field(default_factory=dict)


def _any_case(word: str) -> str:
    return "".join(f"[{ch.upper()}{ch}]" for ch in word)


def _slips() -> str:
    """Kinds of documents typed without their accents (QD for QĐ), where that is no kind itself."""
    kinds = {kind.ky_hieu for kind in (*KINDS, *COPIES) if kind.ky_hieu} | {*STATE_KINDS}
    known = {kind.casefold() for kind in (*kinds, *LEGAL_KINDS, *PARTY_KINDS)}
    return "|".join(sorted(fold(kind).upper() for kind in kinds if fold(kind) not in known))


_NUMBER = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_COUNT = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)"
_NOT_ENGLISH = r"(?![1-9][0-9]{0,2},[0-9]{3}\s*$)"
_PERCENT = rf"-?{_NUMBER}\s*%"
_NUMBER_OR_PERCENT = rf"(?:{_PERCENT}|{_NOT_ENGLISH}-?{_NUMBER})"
_FIGURE = r"[+-]?[0-9][0-9.,]*\s*%?"
_FRACTION = r"[0-9][0-9.,]*\s*/\s*[0-9][0-9.,]*"
_NO_EXPRESSION = r"(?![\s\S]*\{\{)"
_LINE = r"\S[^\n]*"
_LINES = r"\S[\s\S]*"
_WORDS = _NO_EXPRESSION + _LINE

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)"
_NGAY, _THANG, _NAM = map(_any_case, ("ngày", "tháng", "năm"))
_DATE = rf"(?:(?:{_NGAY}\s+)?(?:{_DAY}/{_MONTH}/{_YEAR}|{_DAY}\s+{_THANG}\s+{_MONTH}\s+{_NAM}\s+{_YEAR}))"
_MONTH_ONLY = rf"(?:(?:{_THANG}\s+)?{_MONTH}/{_YEAR}|(?:{_NGAY}\s+)?{_THANG}\s+{_MONTH}\s+{_NAM}\s+{_YEAR})"

_STROKE = r"[-/\u2010-\u2015\u2212]"
_LETTERS = r"[^\s/\u2010-\u2015\u2212-]"
_SYMBOL = (
    rf"(?:{_any_case('số')}[\s:]*)?[0-9]{{1,6}}[a-zđ]?"
    rf"(?:\s*/\s*(?:19|20)[0-9]{{2}})?\s*{_STROKE}\s*"
    rf"(?!(?:{_slips()})\s*(?:{_STROKE}|$))"
    rf"(?![0-9a-zđ]){_LETTERS}+(?:\s*{_STROKE}\s*{_LETTERS}+)*"
)

_ANY_NUMBER: Keywords = {"type": "number"}
_ONE_LINE = "Viết trên một dòng"
_PLAIN = "in ra đúng như đã gõ, không dùng {{ }} và dấu sao"
_TEXT_EXAMPLE = "UBND xã Xuân Lộc"
_RICH = "dùng được **chữ đậm**, *chữ nghiêng* và {{ }}"

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "chu": Form("chữ", f"{_ONE_LINE}; {_PLAIN}.", (_TEXT_EXAMPLE,), ("{{ don_vi.ten }}",), _WORDS, _ANY_NUMBER),
        "chu_hoac_trong": Form(
            'chữ, có thể là ""',
            f"{_ONE_LINE}; hai dấu nháy liền nhau nghĩa là «không có».",
            (_TEXT_EXAMPLE, '""'),
            ("{{ don_vi.ten }}",),
            _WORDS,
            _ANY_NUMBER,
        ),
        "chu_giu_trang": Form(
            "chữ, giữ dấu cách",
            f"{_ONE_LINE}, đặt trong dấu nháy để giữ dấu cách ở đầu hoặc cuối; {_PLAIN}.",
            ('"Số: "',),
            ("{{ don_vi.ten }}",),
            _WORDS,
            _ANY_NUMBER,
        ),
        "chu_nhieu_dong": Form(
            "chữ, được nhiều dòng",
            f"Nhiều dòng thì viết sau dấu sổ đứng; {_PLAIN}.",
            ("Sổ theo dõi của bộ phận một cửa",),
            ("{{ don_vi.ten }}",),
            _NO_EXPRESSION + _LINES,
            _ANY_NUMBER,
        ),
        "mot_dong": Form(
            "câu văn một dòng",
            f"{_ONE_LINE}; {_RICH}.",
            ("Kết quả chuyển đổi số năm {{ ky.nam }}",),
            (),
            _LINE,
            _ANY_NUMBER,
        ),
        "doan_van": Form(
            "đoạn văn",
            f"Một dòng, hoặc nhiều dòng sau dấu sổ đứng, mỗi dòng in thành một đoạn; {_RICH}.",
            ("UBND xã có {{ so_lieu.may_tinh.day_du }}.",),
            (),
            _LINES,
            _ANY_NUMBER,
        ),
        "doan_van_hoac_trong": Form(
            "đoạn văn, có thể để trống", f"Như đoạn văn; {_RICH}.", ("Đã xong", '""'), (), _LINES, _ANY_NUMBER
        ),
        "so": Form(
            "số",
            "Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ; không kèm đơn vị.",
            ("9", "1702", "1.702", "43,5"),
            ("43.5", "1,702", "24 máy", "2/3"),
            rf"{_NOT_ENGLISH}-?{_NUMBER}",
            _ANY_NUMBER,
        ),
        "so_trong_phan_so": Form(
            "số từ 0 trở lên",
            "Viết như số.",
            ("0", "845", "3.420", "12,5"),
            ("-5", "1,702", "845 hồ sơ"),
            _NOT_ENGLISH + _NUMBER,
            {"type": "number", "minimum": 0},
        ),
        "so_duong": Form(
            "số lớn hơn 0",
            "Viết như số.",
            ("30", "12,5"),
            ("0", "-5", "30 mm"),
            _NUMBER,
            {"type": "number", "exclusiveMinimum": 0},
        ),
        "so_do": Form(
            "con số",
            "Viết như số, không kèm đơn vị.",
            ("14", "13,5"),
            ("13.5", "20 mm", "0"),
            _NUMBER,
            {"type": "number", "exclusiveMinimum": 0},
        ),
        "dem": Form(
            "số nguyên",
            "Chỉ chữ số, có thể có dấu chấm ngăn hàng nghìn.",
            ("12", "3.420"),
            ("2,5", "-1", "12 văn bản"),
            _COUNT,
            {"type": "number", "minimum": 0},
            whole=True,
        ),
        "phan_tram": Form(
            "tỷ lệ",
            "Số rồi đến dấu %; trong ngoặc { } thì đặt trong dấu nháy nếu có dấu phẩy.",
            ("70%", "82,9%"),
            ("82.9%", "70"),
            _PERCENT,
        ),
        "so_hoac_phan_tram": Form(
            "số hoặc tỷ lệ",
            "Số, hoặc số rồi đến dấu %.",
            ("14", "1.702", "99,5%"),
            ("99.5%", "1,702", "702/870"),
            _NUMBER_OR_PERCENT,
            _ANY_NUMBER,
        ),
        "muc_tieu": Form(
            "số, tỷ lệ hoặc chữ",
            f"Là số thì viết như số, là tỷ lệ thì có dấu %; chữ thì {_ONE_LINE.lower()}.",
            ("70%", "50", "Sử dụng hiệu quả"),
            ("43.5%", "1,702"),
            rf"(?:{_NUMBER_OR_PERCENT}|(?!{_FIGURE}\s*$){_WORDS})",
            _ANY_NUMBER,
        ),
        "ngay": Form(
            "ngày",
            "Ngày/tháng/năm, bằng số hoặc bằng chữ; chưa rõ ngày thì tháng/năm, hoặc chỉ năm. In như đã viết.",
            ("13/5/2022", "13 tháng 5 năm 2022", "5/2022", "2022"),
            ("2022-05-13", "13-5-2022", "13/5/22", "30/2/2022"),
            rf"(?:{_DATE}|{_MONTH_ONLY}|(?:{_NAM}\s+)?{_YEAR})",
            {"type": "integer", "minimum": 1900, "maximum": 2100},
        ),
        "ngay_co_thang": Form(
            "ngày, hoặc tháng",
            "Ngày/tháng/năm; chưa rõ ngày thì tháng/năm.",
            ("05/12/2024", "12/2024"),
            ("2024", "12-2024"),
            rf"(?:{_DATE}|{_MONTH_ONLY})",
        ),
        "ngay_du": Form(
            "ngày đủ ngày, tháng, năm",
            "Ngày/tháng/năm.",
            ("30/11/2024", "30 tháng 11 năm 2024"),
            ("11/2024", "2024-11-30"),
            _DATE,
        ),
        "ky_hieu": Form(
            "số, ký hiệu",
            "Số, dấu gạch chéo, ký hiệu như trên văn bản; gõ đúng chữ Đ.",
            ("43/QĐ-UBND", "2142/STTTT-CNTT", "42/2022/NĐ-CP", "06-NQ/TU"),
            ("43", "43/QD-UBND", "43/qđ-ubnd", "43 QĐ UBND"),
            _SYMBOL,
        ),
        "ten_loai_van_ban": Form(
            "tên loại văn bản",
            "Tên đầy đủ, có dấu; không viết tắt.",
            ("Quyết định", "Hướng dẫn", "Luật"),
            ("Quyet dinh",),
            _WORDS,
            _ANY_NUMBER,
            goi_y={kind.ten: f"ký hiệu {kind.ky_hieu}" if kind.ky_hieu else "không có ký hiệu" for kind in KINDS},
        ),
        "dinh_danh": Form(
            "mã",
            "Chữ thường không dấu, chữ số, dấu gạch dưới; bắt đầu bằng chữ.",
            ("may_tinh", "qd_43"),
            ("Máy tính", "43_qd", "may-tinh"),
            IDENTIFIER.pattern,
        ),
        "slug": Form(
            "tên tệp",
            "Tên tệp hay thư mục, không có đuôi: chữ thường không dấu, chữ số, gạch ngang, gạch dưới.",
            ("qd-1829-2023", "bao_cao"),
            ("QĐ 1829", "bao_cao.docx"),
            SLUG.pattern,
            {"type": "integer"},
        ),
        "ket_qua": Form(
            "kết quả viết gọn",
            "Một tỷ lệ, một con số, một con số và đơn vị, hoặc chữ.",
            ("100%", "14", "14 điểm", "Có"),
            ("43.5%", "702/870"),
            rf"(?:{_NUMBER_OR_PERCENT}|(?!(?:{_FIGURE}|{_FRACTION})\s*$){_NO_EXPRESSION}{_LINES})",
            _ANY_NUMBER,
        ),
    }
)
"""By the names of the types in ``schema_types``; besides these ``ket_qua``, what an indicator's key may hold."""


def text_pattern(form: Form, *, blank: bool) -> str:
    """The pattern of a whole text of that type; ``blank`` tells that nothing, too, may stand in quotes."""
    return rf"^\s*(?:{form.pattern}){'?' if blank else ''}\s*$"
