"""Words for what offices count: after a number they tell a count from a date, a rank or a reference."""

from __future__ import annotations

# Of two that fit, the first counts.  Those with a point are whole words, the others may begin a longer one.
_WORDS = (
    *("xã", "hộ", "người", "thôn", "hồ sơ", "đơn vị", "trường", "doanh nghiệp", "máy", "chỉ tiêu", "tiêu chí"),
    *("cơ quan", "cán bộ", "công chức", "viên chức", "văn bản", "lượt", "tin.", "bài.", "tài khoản", "thủ tục"),
    *("TTHC", "dịch vụ", "sản phẩm", "thẻ", "điểm phát", "camera", "trạm", "phường", "thị trấn", "tổ.", "UBND"),
    *("CBCC", "huyện", "phòng.", "hệ thống", "thuê bao", "bệnh nhân", "học sinh", "giáo viên", "cuộc", "lớp"),
    *("hội nghị", "HTX", "hợp tác xã", "trang.", "cổng.", "chuyên mục", "khu phố", "làng", "bản.", "nhân khẩu"),
    *("cơ sở", "giao dịch", "hợp đồng", "thành viên", "công dân", "hội viên", "đoàn viên", "đảng viên", "thanh niên"),
    *("phụ nữ", "đại biểu", "đồng chí", "em.", "trẻ.", "cháu.", "vụ.", "nhà.", "con.", "phiếu", "nhiệm vụ", "dự án"),
    *("công trình", "lao động", "mô hình", "ý kiến", "chi bộ", "câu lạc bộ", "chợ.", "ngành.", "suất.", "cây."),
)
_BLANKS = (" ", "\u00a0")
_MOST_BLANKS = 2


def _pattern(word: str) -> str:
    first = word[0] if word.isupper() else f"[{word[0].upper()}{word[0]}]"
    return first + word[1:].replace(".", r"\b")


COUNTED = f"(?:{'|'.join(map(_pattern, _WORDS))})"
"""A pattern of these words, with upper and lower case of the first letter."""

_BY_LETTER: dict[str, list[str]] = {}
for _word in _WORDS:
    for _letter in {_word[0], _word[0] if _word.isupper() else _word[0].upper()}:
        _BY_LETTER.setdefault(_letter, []).append(_word[1:])


def counted_at(text: str, at: int) -> str:
    """What is counted by the number that ends there: the word behind it and at most two blanks; empty for none."""
    start = at
    while text[start : start + 1] in _BLANKS and start < at + _MOST_BLANKS:
        start += 1
    for rest in _BY_LETTER.get(text[start : start + 1], ()):
        end = start + len(rest.removesuffix(".")) + 1
        if text.startswith(rest.removesuffix("."), start + 1) and not (rest.endswith(".") and _goes_on(text, end)):
            return text[start:end]
    return ""


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum() or text[at : at + 1] == "_"
