"""Single faults of wording, marks, numbers and layout, each with the rule meant for it; one line for one fault."""

# ruff: noqa: E501 - a table
from __future__ import annotations

from collections.abc import Mapping

import made
from edits import (
    Draft,
    Edit,
    W,
    both,
    child,
    drop,
    layout,
    letters,
    one_run,
    page,
    page_without,
    put,
    text_of,
    without,
    words,
)
from lxml import etree

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def drawn(draft: Draft, number: int) -> etree._Element:
    return list(draft.tree().iter(f"{WP}anchor"))[number]


def landscape(draft: Draft) -> None:
    put(draft.sections()[0], "pgSz", w="16838", h="11906", orient="landscape")


def _underlined(style: str, number: int) -> Edit:
    def edit(draft: Draft) -> None:
        run = next(drawn(draft, number).iterancestors(f"{W}r"))
        run.getparent().remove(run)
        letters(style, "u", by_style=False, val="single")(draft)

    return edit


def _blank_after(style: str, count: int = 1) -> Edit:
    def edit(draft: Draft) -> None:
        for _ in range(count):
            draft.paragraph(style).addnext(etree.Element(f"{W}p"))

    return edit


def _page_break_before_close(draft: Draft) -> None:
    last = draft.paragraphs("KetThuc")[-1]
    broken = etree.Element(f"{W}p")
    put(etree.SubElement(broken, f"{W}r"), "br", type="page")
    last.addnext(broken)


def _joined_addressees(draft: Draft) -> None:
    first, *others = draft.paragraphs("NoiGui")
    for other in others:
        other.getparent().remove(other)
    next(first.iter(f"{W}t")).text = "- Phòng Văn hóa và Thông tin; Văn phòng Ủy ban nhân dân huyện."
    assert text_of(first)


def _addressed(draft: Draft) -> None:
    """An addressee where none belongs, and its twin in the list of recipients."""
    line = etree.fromstring(f"<w:document {made.NS}>{made.paragraph('NoiGui', 'Kính gửi: Phòng Nội vụ')}</w:document>")
    draft.paragraph("ThamQuyen").addprevious(line[0])
    words("DanhSach", "Như Điều 3", "Như trên")(draft)


def _spaced(style: str, *, by_style: bool, **values: str) -> Edit:
    return layout(style, "spacing", by_style=by_style, **values)


_CV = "cong_van"
WORDS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
    _CV: (
        ("TT102", "lying sheet", landscape),
        ("TT201", "Quốc hiệu misspelt", words("QuocHieu", "NGHĨA", "NGHIÃ")),
        ("TT201", "Quốc hiệu without accents", words("QuocHieu", "CỘNG HÒA", "CONG HOA")),
        ("TT202", "Tiêu ngữ with en dashes", words("TieuNgu", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
        ("TT202", "Tiêu ngữ without blanks", words("TieuNgu", " - Tự do - ", "-Tự do-")),
        ("TT202", "Tiêu ngữ with Title Case", words("TieuNgu", "Tự do", "Tự Do")),
        ("TT202", "Tiêu ngữ with a stop", words("TieuNgu", "phúc", "phúc.")),
        ("TT203", "Tiêu ngữ underlined", _underlined("TieuNgu", 1)),
        ("TT208", "number below 10 bare", words("So", "12/", "5/")),
        ("TT208", "CV in the symbol", words("So", "UBND-VHXH", "CV-UBND")),
        ("TT208", "no colon after Số", words("So", "Số:", "Số")),
        ("TT208", "blank in the symbol", words("So", "UBND-VHXH", "UBND - VHXH")),
        ("TT208", "year in the number", words("So", "12/", "12/2023/")),
        ("TT208", "en dash in the symbol", words("So", "UBND-", "UBND–")),
        ("TT208", "blank before the slash", words("So", "12/", "12 /")),
        ("TT210", "day below 10 bare", words("Ngay", "ngày 05", "ngày 5")),
        ("TT210", "zero before a month from 3 to 9", words("Ngay", "tháng 12", "tháng 06")),
        ("TT210", "month 2 bare", words("Ngay", "tháng 12", "tháng 2")),
        ("TT210", "no comma after the place", words("Ngay", "Kim,", "Kim")),
        ("TT210", "a day that is not", words("Ngay", "ngày 05 tháng 12", "ngày 31 tháng 4")),
        ("TT210", "date in figures", words("Ngay", "ngày 05 tháng 12 năm 2023", "05/12/2023")),
        ("TT210", "no place", words("Ngay", "Hoàng Kim, ngày", "Ngày")),
        ("TT215", "no V/v", words("VeViec", "V/v báo", "Báo")),
        ("TT215", "Về việc in full", words("VeViec", "V/v", "Về việc")),
        ("TT216", "sizes apart", letters("TieuNgu", "sz", by_style=False, val="26")),
        ("TT216", "sizes apart (style)", letters("QuocHieu", "sz", by_style=True, val="24")),
        ("TT216", "date smaller", letters("Ngay", "sz", by_style=True, val="26")),
        ("TT218", "no colon after Kính gửi", words("KinhGui", "gửi:", "gửi")),
        ("TT218", "no dash before an addressee", words("NoiGui", "- Văn phòng", "Văn phòng")),
        ("TT218", "no semicolon after an addressee", words("NoiGui", "tin;", "tin")),
        ("TT218", "comma after an addressee", words("NoiGui", "tin;", "tin,")),
        ("TT218", "no stop after the last addressee", words("NoiGui", "huyện.", "huyện;")),
        ("TT218", "two addressees on a line", _joined_addressees),
        ("TT219", "symbol of another kind", words("So", "UBND-VHXH", "BC-UBND")),
        ("TT302", "first line at the edge", layout("NoiDung", "ind", by_style=False, firstLine="0")),
        ("TT302", "first line at the edge (style)", layout("NoiDung", "ind", by_style=True, firstLine="0")),
        ("TT302", "first line 0,75 cm", layout("NoiDung", "ind", by_style=False, firstLine="425")),
        ("TT302", "first line 1,5 cm (style)", layout("NoiDung", "ind", by_style=True, firstLine="850")),
        ("TT302", "first line of a khoản at the edge", layout("Khoan", "ind", by_style=False, firstLine="0")),
        ("TT302", "first line of a điểm at 2 cm", layout("Diem", "ind", by_style=True, firstLine="1134")),
        ("TT302", "first line hanging", layout("NoiDung", "ind", by_style=False, firstLine="0", hanging="567", left="567")),
        ("TT303", "3 pt between paragraphs", _spaced("Khoan", by_style=False, before="60")),
        ("TT303", "3 pt between paragraphs (style)", _spaced("Diem", by_style=True, before="60")),
        ("TT303", "nothing between paragraphs", _spaced("Diem", by_style=True, before="0")),
        ("TT303", "contextual spacing", layout("Diem", "contextualSpacing", by_style=True)),
        ("TT304", "lines at 0,9", _spaced("NoiDung", by_style=False, line="216", lineRule="auto")),
        ("TT304", "lines at 0,9 (style)", _spaced("NoiDung", by_style=True, line="216", lineRule="auto")),
        ("TT304", "lines at 1,6", _spaced("NoiDung", by_style=False, line="384", lineRule="auto")),
        ("TT304", "lines at 2 (style)", _spaced("NoiDung", by_style=True, line="480", lineRule="auto")),
        ("TT304", "lines exactly 12 pt", _spaced("NoiDung", by_style=True, line="240", lineRule="exact")),
        ("TT304", "lines exactly 30 pt", _spaced("NoiDung", by_style=False, line="600", lineRule="exact")),
        ("TT308", "khoản with a bracket", words("Khoan", "2. ", "2/ ")),
        ("TT309", "điểm with a stop", words("Diem", "b) ", "b. ")),
        ("TT310", "khoản left out", words("Khoan", "2. ", "3. ")),
        ("TT310", "khoản twice", words("Khoan", "3. ", "2. ")),
        ("TT310", "điểm in the English order", words("Diem", "đ) ", "e) ")),
        ("TT310", "điểm f", words("Diem", "đ) ", "f) ")),
        ("TT310", "khoản from 2", words("Khoan", "1. ", "2. ")),
        ("TT313", "no closing mark", words("KetThuc", "./.", ".")),
        ("TT313", "closing mark of slashes", words("KetThuc", "./.", ".//.")),
        ("TT314", "one paragraph smaller", letters("Khoan", "sz", by_style=False, val="26")),
        ("TT314", "điểm smaller (style)", letters("Diem", "sz", by_style=True, val="26")),
        ("TT314", "some words smaller", one_run("NoiDung", "sz", "tổ công nghệ", val="26")),
        ("TT315", "an empty paragraph", _blank_after("NoiDung")),
        ("TT315", "three empty paragraphs", _blank_after("Khoan", 3)),
        ("TT316", "English decimals", words("NoiDung", "từng nhiệm vụ", "99.5% nhiệm vụ")),
        ("TT316", "English thousands", words("NoiDung", "từng nhiệm vụ", "1,234,567 nhiệm vụ")),
        ("TT104", "some words in another font", one_run("NoiDung", "rFonts", "tổ công nghệ", ascii="Calibri", hAnsi="Calibri")),
        ("TT104", "font of a TCVN3", one_run("Khoan", "rFonts", "tổ công nghệ", ascii=".VnTime", hAnsi=".VnTime")),
        ("TT105", "some words blue", one_run("NoiDung", "color", "tổ công nghệ", val="0563C1")),
        ("TT320", "capital of a common noun", words("NoiDung", "các thôn", "cán bộ Xã Hoàng Kim")),
        ("TT321", "Ủy Ban Nhân Dân", words("NoiDung", "các thôn", "các thôn và Ủy Ban Nhân Dân huyện")),
        ("TT322", "Sở khoa học và công nghệ", words("NoiDung", "các thôn", "Sở khoa học và công nghệ")),
        ("TT323", "kế hoạch số", words("NoiDung", "Kế hoạch số", "kế hoạch số")),
        ("TT324", "khoản 2 điều 5", words("NoiDung", "các thôn", "các thôn nêu tại khoản 2 điều 5")),
        ("TT402", "TM without stop", words("ChucVu", "TM. ", "TM ")),
        ("TT402", "T/M", words("ChucVu", "TM. ", "T/M ")),
        ("TT402", "TM. of an office", words("ChucVu", "TM. ỦY BAN NHÂN DÂN", "TM. CHỦ TỊCH")),
        ("TT402", "KT. of a collective", words("ChucVu", "TM. ", "KT. ")),
        ("TT402", "no office under TM.", without("ChucVu", "CHỦ TỊCH")),
        ("TT403", "degree before the name", words("HoTen", "Lê", "ThS. Lê")),
        ("TT403", "address before the name", words("HoTen", "Lê", "Đồng chí Lê")),
        ("TT403", "name in capitals", words("HoTen", "Lê Quang Thành", "LÊ QUANG THÀNH")),
        ("TT403", "name in small letters", words("HoTen", "Quang", "quang")),
        ("TT405", "no colon after Nơi nhận", words("NoiNhan", "nhận:", "nhận")),
        ("TT407", "no dash before a recipient", words("DanhSach", "- Thường", "Thường")),
        ("TT407", "plus before a recipient", words("DanhSach", "- Thường", "+ Thường")),
        ("TT407", "comma after a recipient", words("DanhSach", "b/c);", "b/c),")),
        ("TT407", "no stop after Lưu", words("DanhSach", "VHXH.", "VHXH")),
        ("TT407", "semicolon after Lưu", words("DanhSach", "VHXH.", "VHXH;")),
        ("TT408", "no Như trên", without("DanhSach", "Như trên")),
        ("TT408", "Như kính gửi", words("DanhSach", "Như trên", "Như kính gửi")),
        ("TT409", "no Lưu", both(without("DanhSach", "Lưu"), words("DanhSach", "b/c);", "b/c)."))),
        ("TT409", "no colon after Lưu", words("DanhSach", "Lưu:", "Lưu")),
        ("TT409", "Lưu without VT", words("DanhSach", "VT, ", "")),
        ("TT410", "page break before the signature", _page_break_before_close),
        ("TT410", "close not kept with the content", drop("KetThuc", "keepNext")),
    ),
    "quyet_dinh": (
        ("TT213", "V/v under a kind", words("TrichYeu", "Về việc", "V/v")),
        ("TT213", "stop after the subject", words("TrichYeu", "cộng đồng", "cộng đồng.")),
        ("TT214", "subject underlined", _underlined("TrichYeu", 2)),
        ("TT219", "symbol of another kind", words("So", "QĐ-", "BC-")),
        ("TT219", "no kind in the symbol", words("So", "QĐ-UBND", "UBND-VHXH")),
        ("TT220", "Kính gửi in a quyết định", _addressed),
        ("TT312", "comma after a căn cứ", words("CanCu", "địa phương;", "địa phương,")),
        ("TT312", "stop after a căn cứ", words("CanCu", "địa phương;", "địa phương.")),
        ("TT312", "semicolon after the last căn cứ", words("CanCu", "Hoàng Kim.", "Hoàng Kim;")),
        ("TT310", "Điều left out", words("NoiDung", "Điều 2.", "Điều 4.")),
        ("TT302", "căn cứ at the edge", layout("CanCu", "ind", by_style=True, firstLine="0")),
        ("TT409", "VT not first", words("DanhSach", "VT, VHXH", "VHXH, VT")),
    ),
    "ke_hoach": (
        ("TT305", "Phần with an Arabic number", words("Phan", "Phần I", "Phần 1")),
        ("TT305", "Phần with its title on the line", both(words("Phan", "Phần I", "Phần I. QUY ĐỊNH CHUNG"), without("TenPhan"))),
        ("TT307", "mục with a bracket", words("Muc", "I. ", "I) ")),
        ("TT310", "mục left out", words("Muc", "II. ", "III. ")),
        ("TT310", "Phần left out", words("Phan", "Phần II", "Phần III")),
        ("TT502", "annexes without numbers", both(words("PhuLuc", "Phụ lục I", "Phụ lục"), words("PhuLuc", "Phụ lục II", "Phụ lục"))),
        ("TT502", "annex with an Arabic number", words("PhuLuc", "Phụ lục II", "Phụ lục 2")),
        ("TT502", "annex with a letter", words("PhuLuc", "Phụ lục II", "Phụ lục B")),
        ("TT502", "annex left out", words("PhuLuc", "Phụ lục II", "Phụ lục III")),
        ("TT505", "annex of another number", words("KemTheo", "số 85", "số 58")),
        ("TT505", "annex of another symbol", words("KemTheo", "KH-UBND", "BC-UBND")),
        ("TT505", "annex of another kind", words("KemTheo", "Kế hoạch", "Báo cáo")),
        ("TT505", "annex of another day", words("KemTheo", "ngày 05", "ngày 15")),
        ("TT505", "annex of another year", words("KemTheo", "2023", "2022")),
        ("TT506", "annex without a new page", lambda draft: put(draft.sections()[1], "type", val="continuous")),
        ("TT108", "annex counts on", lambda draft: draft.sections()[1].remove(child(draft.sections()[1], "pgNumType"))),
        ("TT108", "annex shows its first number", page_without("titlePg", 1)),
        ("TT103", "left margin of an annex", page("pgMar", 2, left="1134")),
        ("TT101", "Letter in an annex", page("pgSz", 1, w="12240", h="15840")),
    ),
    "vinhloc": (
        ("TT408", "no Như trên", without("NoiNhanDanhSach", "Như trên")),
        ("TT202", "Tiêu ngữ with en dashes", words("TieuNgu", " - Tự do - ", " – Tự do – ")),
        ("TT313", "no closing mark", words("KetThuc", "./.", ".")),
        ("TT407", "no stop after Lưu", words("NoiNhanDanhSach", "VHTT.", "VHTT")),
        ("TT219", "symbol of another kind", words("SoKyHieu", "BC-BCĐ", "KH-BCĐ")),
        ("TT213", "V/v under a kind", words("TrichYeu", "Kết quả", "V/v kết quả")),
        ("TT502", "annex left out", words("PhuLucTu", "Phụ lục II", "Phụ lục V")),
        ("TT218", "no stop after the last addressee", words("KinhGuiNoi", "Hóa.", "Hóa")),
    ),
    "hoangkim": (
        ("TT202", "Tiêu ngữ without blanks", words("TieuNgu", " - Tự do - ", "-Tự do-")),
        ("TT208", "blank in the symbol", words("SoKyHieu", "BC-UBND", "BC - UBND")),
        ("TT210", "month with a needless zero", words("DiaDanhThoiGian", "tháng 12", "tháng 03")),
        ("TT213", "stop after the subject", lambda draft: _end_with_stop(draft, "TrichYeu")),
        ("TT307", "mục with a bracket", words("Heading1", "I. ", "I) ")),
        ("TT310", "mục left out", words("Heading1", "III. ", "IV. ")),
        ("TT410", "page break before the signature", _page_break_before_close),
        ("TT403", "degree before the name", words("HoTen", "Lê", "Tiến sĩ Lê")),
        ("TT405", "no colon after Nơi nhận", words("NoiNhanTu", "nhận:", "nhận")),
    ),
}  # fmt: skip


def _end_with_stop(draft: Draft, style: str) -> None:
    *_, last = draft.paragraph(style).iter(f"{W}t")
    last.text = f"{last.text}."
