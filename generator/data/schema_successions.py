"""The fields of the table of successions (``thay_doi.yaml``), declared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.data import finding_ids as ids
from generator.data import schema_checks as checks
from generator.data.schema_fields import Fields, choice, group, required, rows, table, value
from generator.data.schema_report import VAN_BAN_BAN_HANH
from generator.patterns import regex
from generator.vn.text import quoted

TEN, TINH = "{ten}", "{tinh}"
NOI: dict[str, str] = {
    "cap_tren": "dòng cơ quan chủ quản ở đầu trang",
    "kinh_gui": "Kính gửi",
    "noi_nhan": "Nơi nhận",
    "nguoi_ky": "chữ ký: chức vụ, tập thể",
    "loi_van": "lời văn, trích yếu",
}
"""Where a succession may be applied without asking."""

_PLACEHOLDER = regex(r"\{[^{}]*\}")
_MOT_CHO = "{cu: [Sở Thông tin và Truyền thông], moi: Sở Khoa học và Công nghệ}"
_MOT_CAN_CU = "{so: 176/2025/QH15, loai: Nghị quyết, ngay: 18/02/2025, trich_yeu: về cơ cấu tổ chức của Chính phủ}"
_MOT_DOT = f"{{ten: Sắp xếp các sở, tu: 01/3/2025, can_cu: [{_MOT_CAN_CU}], doi: [{_MOT_CHO}]}}"
_AP_DUNG = rows(
    choice("chu", "Một nơi", NOI),
    "Những nơi máy được tự thay khi lập báo cáo kỳ sau; nơi khác chỉ nhắc",
    "[kinh_gui, noi_nhan]",
)


def _successor(doi: checks.Group) -> Iterator[checks.Clash]:
    """What succeeds is words or nothing, and uses no placeholder that is not filled."""
    old, new = doi.get("cu"), doi.get("moi")
    forms = [form for form in old or () if isinstance(form, str)] if isinstance(old, list) else []
    if isinstance(new, str) and doi.get("bo") == "Có":
        yield checks.Clash("bo", "«bo: Có» không đi cùng «moi».", "bỏ «bo» hoặc «moi».", ("moi",))
    for form in forms:
        yield from _form(form)
    if not isinstance(new, str):
        return
    for name in _PLACEHOLDER.findall(new):
        if name not in (TEN, TINH):
            fix = f"chỉ dùng {TEN} (tên riêng trong «cu») và {TINH} (tỉnh của cơ quan)."
            yield checks.Clash("moi", f"{quoted(name)} không có trong «cu».", fix, rule=ids.VALUE_NOT_ALLOWED)
    lacking = next((form for form in forms if TEN in new and TEN not in form), None)
    if lacking is not None:
        problem = f"«moi» dùng {TEN} mà {quoted(lacking)} ở «cu» không có."
        yield checks.Clash("moi", problem, f"tách cách gọi ấy thành một chỗ đổi riêng, không dùng {TEN}.", ("cu",))


def _form(form: str) -> Iterator[checks.Clash]:
    names = _PLACEHOLDER.findall(form)
    if any(name != TEN for name in names) or len(names) > 1:
        problem = f"{quoted(form)}: trong «cu» chỉ được có một {TEN}."
        yield checks.Clash("cu", problem, "viết như «UBND huyện {ten}».", rule=ids.VALUE_NOT_ALLOWED)
    elif not any(character.isalnum() for character in _PLACEHOLDER.sub("", form)):
        problem = f"{quoted(form)} không có chữ nào để nhận ra."
        yield checks.Clash("cu", problem, "viết như «huyện {ten}».", rule=ids.VALUE_NOT_ALLOWED)


_DOI: Fields = required(
    ("cu",),
    {
        "cu": rows(
            value("chu", "Một cách gọi", "Sở Thông tin và Truyền thông"),
            f"Các cách gọi cũ; {TEN} là tên riêng đi sau, viết trong dấu nháy",
            '["UBND huyện {ten}", UBND huyện]',
            empty=False,
        ),
        "moi": value("chu", f"Tên thay vào; dùng được {TEN} và {TINH}", "Sở Khoa học và Công nghệ"),
        "bo": choice(
            "chu", "Không có «moi»: bỏ hẳn hay để người soạn tự định", {"Có": "bỏ hẳn", "Không": "người soạn tự định"}
        ),
        "ap_dung": _AP_DUNG,
        "ghi_chu": value("chu", "Lời nhắc người soạn", "nay là Phòng Văn hóa - Xã hội của xã"),
        "tru": rows(value("chu", "Một tên riêng", "Hà Nội"), "Tên riêng không bị đổi", "[Hà Nội, Huế]"),
        "dung_sau": rows(
            value("chu", "Một chữ", "xã"), "Chỉ tính khi đứng ngay sau tên của những nơi này", "[xã, phường]"
        ),
        "khi_don_vi": rows(
            value("chu", "Những chữ đầu của tên cơ quan", "UBND xã"),
            "Chỉ tự thay khi tên cơ quan ban hành bắt đầu bằng những chữ này",
            "[UBND xã, UBND phường]",
        ),
    },
)
_DOT: Fields = required(
    ("ten", "tu", "can_cu", "doi"),
    {
        "ten": value("chu", "Tên của đợt thay đổi", "Sắp xếp các sở"),
        "tu": value("ngay_du", "Tên cũ thôi dùng từ ngày này", "01/3/2025"),
        "can_cu": rows(
            group(VAN_BAN_BAN_HANH, "Một văn bản", _MOT_CAN_CU, check_with=checks.rule(checks.cited)),
            "Những văn bản quy định việc ấy",
            f"[{_MOT_CAN_CU}]",
            empty=False,
        ),
        "ap_dung": _AP_DUNG,
        "doi": rows(
            group(_DOI, "Một chỗ đổi", _MOT_CHO, check_with=checks.rule(_successor)),
            "Những chỗ đổi của đợt này; «ap_dung» ghi ở chỗ đổi thì thay cho của đợt",
            f"[{_MOT_CHO}]",
            empty=False,
        ),
    },
)

THAY_DOI: Fields = required(
    ("dot",),
    {
        "viet_tat": table(
            rows(value("chu", "Một cách viết khác", "TT&TT"), "Các cách viết khác của cụm từ", "[TT&TT, TTTT]"),
            "Những cụm từ có nhiều cách viết, theo cách viết đủ",
            "{Thông tin và Truyền thông: [TT&TT, TTTT]}",
        ),
        "dot": rows(group(_DOT, "Một đợt thay đổi", _MOT_DOT), "Các đợt thay đổi", f"[{_MOT_DOT}]"),
        "tinh_thanh": rows(
            value("chu", "Một tỉnh, thành phố", "tỉnh A"),
            f"Các tỉnh, thành phố hiện nay, để tìm {TINH} trong báo cáo",
            "[tỉnh A, thành phố B]",
        ),
    },
)
