"""Single faults of what is missing, stands in the wrong place or is worded a little wrong; one line for one fault."""

# ruff: noqa: E501 - a table
from __future__ import annotations

from collections.abc import Mapping

from edits import Draft, Edit, W, both, layout, letters, without, words


def _columns_swapped(style: str) -> Edit:
    """The two cells of each row of a table change places."""

    def edit(draft: Draft) -> None:
        table = next(draft.paragraph(style).iterancestors(f"{W}tbl"))
        for row in table.findall(f"{W}tr"):
            row.append(row.findall(f"{W}tc")[0])

    return edit


def _moved(style: str, behind: str) -> Edit:
    def edit(draft: Draft) -> None:
        draft.paragraph(behind).addnext(draft.paragraph(style))

    return edit


def _centred(style: str, align: str = "center") -> Edit:
    return layout(style, "jc", by_style=True, val=align)


PLACE_FAULTS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
    "cong_van": (
        ("TT221", "no Quốc hiệu", without("QuocHieu")),
        ("TT221", "no Tiêu ngữ", without("TieuNgu")),
        ("TT221", "no V/v", without("VeViec")),
        ("TT221", "no name", without("HoTen")),
        ("TT221", "no Nơi nhận", without("NoiNhan")),
        ("TT222", "head with its columns swapped", _columns_swapped("QuocHieu")),
        ("TT222", "superior below the issuing body", _moved("ChuQuan", "BanHanh")),
        ("TT411", "close with its columns swapped", _columns_swapped("NoiNhan")),
        ("TT402", "T.M", words("ChucVu", "TM. ", "T.M ")),
        ("TT402", "deputy under TM. without KT.", words("ChucVu", "CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("TT402", "deputy alone", both(without("ChucVu", "TM."), words("ChucVu", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"))),
        ("TT405", "Nơi gửi", words("NoiNhan", "Nơi nhận", "Nơi gửi")),
        ("TT409", "lưu in small letters", words("DanhSach", "Lưu", "lưu")),
        ("TT218", "kính gửi in small letters", words("KinhGui", "Kính", "kính")),
        ("TT215", "colon behind V/v", words("VeViec", "V/v ", "V/v: ")),
        ("TT215", "stop behind the subject", words("VeViec", "đổi số", "đổi số.")),
        ("TT210", "commas in the date", words("Ngay", "05 tháng 12", "05, tháng 12,")),
        ("TT219", "symbol of another body", both(words("So", "UBND-VHXH", "HĐND-VHXH"))),
        ("TT309", "điểm in the middle", both(words("Diem", "a) ", "a) Báo cáo;"), layout("Diem", "jc", by_style=False, val="center"))),
        ("TT313", "closing mark twice", words("KetThuc", "./.", "./../.")),
        ("TT313", "closing mark in the middle", words("NoiDung", "quy định.", "quy định./.")),
        ("TT301", "words struck through", letters("NoiDung", "strike", by_style=False)),
        ("TT301", "words highlighted", letters("NoiDung", "highlight", by_style=False, val="yellow")),
        ("TT301", "set in from the right margin", layout("NoiDung", "ind", by_style=False, firstLine="567", right="1134")),
        ("TT301", "words in small capitals", letters("NoiDung", "smallCaps", by_style=False)),
    ),
    "quyet_dinh": (
        ("TT221", "no kind", without("TenLoai")),
        ("TT221", "no subject", without("TrichYeu")),
        ("TT221", "no number", without("So")),
        ("TT221", "no date", without("Ngay")),
        ("TT222", "subject above the kind", _moved("TenLoai", "TrichYeu")),
        ("TT222", "number and date exchanged", both(words("So", "Số: 105/QĐ-UBND", "Hoàng Kim, ngày 05 tháng 12 năm 2023"), words("Ngay", "Hoàng Kim, ngày 05 tháng 12 năm 2023", "Số: 105/QĐ-UBND"))),
        ("TT211", "kind misspelt", words("TenLoai", "QUYẾT", "QUYÊT")),
        ("TT211", "kind and subject on a line", words("TenLoai", "ĐỊNH", "ĐỊNH VỀ TỔ CÔNG NGHỆ SỐ")),
        ("TT311", "căn cứ in the middle", _centred("CanCu")),
        ("TT319", "Điều without a mark", words("NoiDung", "Điều 1.", "Điều 1")),
        ("TT312", "two căn cứ on a line", words("CanCu", "địa phương;", "địa phương; Căn cứ Luật Ngân sách nhà nước;")),
        ("TT325", "Nghị định without its body", words("CanCu", " của Chính phủ", "")),
        ("TT325", "Nghị định without its subject", words("CanCu", " về công tác văn thư, và các văn bản hướng dẫn thi hành", "")),
    ),
    "ke_hoach": (
        ("TT307", "mục in the middle", _centred("Muc")),
        ("TT307", "mục at the right", _centred("Muc", "right")),
        ("TT308", "title of a khoản in the middle", _centred("KhoanTen")),
        ("TT501", "colon behind Phụ lục", words("PhuLuc", "Phụ lục I", "Phụ lục I:")),
        ("TT503", "annex without a title", without("TenPhuLuc")),
        ("TT504", "Kèm theo without brackets", words("KemTheo", "(Kèm", "Kèm")),
    ),
}  # fmt: skip
