"""Single faults of body, close and annexes, each with the rule meant for it; one line for one fault."""

# ruff: noqa: E501 - a table
from __future__ import annotations

from collections.abc import Mapping

from edits import Draft, Edit, W, both, child, layout, letters, put, runs, text_of, without, words


def _every(style: str, old: str, new: str) -> Edit:
    """The same words typed in every paragraph of a style that begins with a number."""

    def edit(draft: Draft) -> None:
        for p in draft.paragraphs(style):
            text = next(p.iter(f"{W}t"))
            text.text = (text.text or "").replace(old, new, 1)

    return edit


def _addressees_behind_the_colon(draft: Draft) -> None:
    for p in draft.paragraphs("NoiGui"):
        p.getparent().remove(p)
    names = "Kính gửi: Phòng Văn hóa và Thông tin, Văn phòng Ủy ban nhân dân huyện"
    words("KinhGui", "Kính gửi:", names)(draft)


def _article(name: str, **values: str) -> Edit:
    """Changes the letters of «Điều 1.» and not of its words."""

    def edit(draft: Draft) -> None:
        run = next(run for run in runs(draft.paragraph("NoiDung", "Điều 1.")) if "Điều" in text_of(run))
        put(child(run, "rPr", first=True), name, **values)

    return edit


def _attached_above(draft: Draft) -> None:
    draft.paragraph("TenPhuLuc").addprevious(draft.paragraph("KemTheo"))


def _last_text(size: str) -> Edit:
    def edit(draft: Draft) -> None:
        for run in runs(draft.paragraphs("NoiDung")[-1]):
            put(child(run, "rPr", first=True), "sz", val=size)

    return edit


def _marked(style: str, name: str, **values: str) -> Edit:
    return letters(style, name, by_style=False, **values)


BODY_FAULTS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
    "cong_van": (
        ("TT308", "khoản all with brackets", _every("Khoan", ". ", ") ")),
        ("TT308", "one khoản with a bracket behind", words("Khoan", "2. ", "2) ")),
        ("TT308", "khoản with a dash", words("Khoan", "2. ", "2- ")),
        ("TT308", "khoản without a mark", words("Khoan", "2. ", "2 ")),
        ("TT309", "điểm in brackets", words("Diem", "b) ", "(b) ")),
        ("TT309", "điểm with a slash", words("Diem", "c) ", "c/ ")),
        ("TT309", "điểm with a capital", words("Diem", "a) ", "A) ")),
        ("TT303", "spaces that do not add up", both(layout("Khoan", "spacing", by_style=True, before="60", after="60"), layout("NoiDung", "spacing", by_style=True, after="60"))),
        ("TT218", "en dash before an addressee", words("NoiGui", "- Văn phòng", "– Văn phòng")),
        ("TT218", "plus before an addressee", words("NoiGui", "- Phòng", "+ Phòng")),
        ("TT218", "two addressees behind the colon", _addressees_behind_the_colon),
        ("TT407", "en dash before a recipient", words("DanhSach", "- Thường", "– Thường")),
        ("TT407", "two recipients on a line", words("DanhSach", "b/c);", "b/c); - Các thôn;")),
        ("TT406", "a recipient set in", layout("DanhSach", "ind", by_style=False, left="567")),
        ("TT409", "Lưu without the unit", words("DanhSach", "VT, VHXH.", "VT.")),
        ("TT402", "TM with a colon", words("ChucVu", "TM. ", "TM: ")),
        ("TT402", "THAY MẶT in full", words("ChucVu", "TM. ", "THAY MẶT ")),
        ("TT402", "TL. of a deputy", words("ChucVu", "TM. ỦY BAN NHÂN DÂN", "TL. PHÓ CHỦ TỊCH")),
        ("TT403", "stop behind the name", words("HoTen", "Thành", "Thành.")),
        ("TT403", "Đã ký before the name", words("HoTen", "Lê", "(Đã ký) Lê")),
        ("TT401", "office underlined", _marked("ChucVu", "u", val="single")),
        ("TT403", "name underlined", _marked("HoTen", "u", val="single")),
        ("TT403", "name struck through", _marked("HoTen", "strike")),
        ("TT403", "name in small capitals", _marked("HoTen", "smallCaps")),
        ("TT405", "Nơi nhận underlined", _marked("NoiNhan", "u", val="single")),
        ("TT406", "recipients pressed", _marked("DanhSach", "w", val="66")),
        ("TT406", "recipients in small capitals", _marked("DanhSach", "smallCaps")),
    ),
    "quyet_dinh": (
        ("TT319", "Điều not bold", _article("b", val="0")),
        ("TT319", "Điều italic", _article("i", val="1")),
        ("TT319", "Điều too large", _article("sz", val="30")),
        ("TT319", "Điều in capitals", _article("caps", val="1")),
        ("TT319", "Điều with a Roman number", words("NoiDung", "Điều 1.", "Điều I.")),
        ("TT319", "Điều with a colon", words("NoiDung", "Điều 2.", "Điều 2:")),
        ("TT325", "Luật with its number", words("CanCu", "địa phương;", "địa phương số 77/2015/QH13;")),
        ("TT325", "Nghị định without number and date", words("CanCu", " số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "")),
        ("TT325", "Nghị định without date", words("CanCu", " ngày 05 tháng 3 năm 2020", "")),
        ("TT312", "dash before a căn cứ", words("CanCu", "Căn cứ Luật", "- Căn cứ Luật")),
    ),
    "ke_hoach": (
        ("TT306", "Phần without a title", without("TenPhan")),
        ("TT317", "Mục with a Roman number", words("MucSo", "Mục 1", "Mục I")),
        ("TT317", "Mục with its title on the line", both(words("MucSo", "Mục 1", "Mục 1. MỤC TIÊU"), without("TenMuc"))),
        ("TT318", "Mục without a title", without("TenMuc")),
        ("TT307", "mục without a mark", words("Muc", "II. ", "II ")),
        ("TT501", "title on the line of Phụ lục", both(words("PhuLuc", "Phụ lục I", "Phụ lục I. DANH MỤC NHIỆM VỤ"), without("TenPhuLuc"))),
        ("TT501", "Phụ lục underlined", _marked("PhuLuc", "u", val="single")),
        ("TT504", "no Kèm theo", without("KemTheo")),
        ("TT504", "Kèm theo without number", words("KemTheo", " số 85/KH-UBND", "")),
        ("TT504", "Kèm theo without date", words("KemTheo", " ngày 05 tháng 12 năm 2023", "")),
        ("TT504", "Kèm theo above the title", _attached_above),
        ("TT507", "text of an annex too large", _last_text("40")),
        ("TT507", "text of an annex too small", _last_text("24")),
    ),
}  # fmt: skip
