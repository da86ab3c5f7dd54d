"""Single faults put into clean documents: what was done, and the rule that must tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

import made
from edits import HEADER, Draft, Edit, W, both, child, drop, layout, letters, one_run, page, page_without, put
from edits import text_of, without, words
from lxml import etree

from generator.decree.components import COMPONENTS
from generator.decree.facts import Align, Case

HALF = Decimal("0.5")
RULE_OF: Mapping[str, str] = {
    "quoc_hieu": "TT201",
    "tieu_ngu": "TT202",
    "co_quan_chu_quan": "TT204",
    "co_quan_ban_hanh": "TT205",
    "so_ky_hieu": "TT207",
    "dia_danh_thoi_gian": "TT209",
    "ten_loai": "TT211",
    "trich_yeu": "TT212",
    "trich_yeu_cong_van": "TT215",
    "kinh_gui": "TT217",
    "noi_dung": "TT301",
    "phan_chuong": "TT305",
    "tieu_de_phan_chuong": "TT306",
    "muc": "TT307",
    "khoan": "TT308",
    "khoan_co_tieu_de": "TT308",
    "diem": "TT309",
    "can_cu": "TT311",
    "quyen_han_chuc_vu": "TT401",
    "ho_ten": "TT403",
    "chuc_vu_khac": "TT404",
    "noi_nhan_tu": "TT405",
    "noi_nhan_danh_sach": "TT406",
    "phu_luc_tu": "TT501",
    "phu_luc_tieu_de": "TT503",
    "phu_luc_kem_theo": "TT504",
    "so_trang": "TT106",
}
"""The rule that judges the look of a component."""

_MADE_HEAD = {
    "quoc_hieu": "QuocHieu",
    "tieu_ngu": "TieuNgu",
    "co_quan_chu_quan": "ChuQuan",
    "co_quan_ban_hanh": "BanHanh",
    "so_ky_hieu": "So",
    "dia_danh_thoi_gian": "Ngay",
}
_MADE_CLOSE = {
    "noi_nhan_tu": "NoiNhan",
    "noi_nhan_danh_sach": "DanhSach",
    "quyen_han_chuc_vu": "ChucVu",
    "ho_ten": "HoTen",
    "so_trang": "SoTrang",
}
_BUILT = {
    "quoc_hieu": "QuocHieu",
    "tieu_ngu": "TieuNgu",
    "co_quan_chu_quan": "CoQuanChuQuan",
    "co_quan_ban_hanh": "CoQuanBanHanh",
    "so_ky_hieu": "SoKyHieu",
    "dia_danh_thoi_gian": "DiaDanhThoiGian",
    "ten_loai": "TenLoai",
    "trich_yeu": "TrichYeu",
    "noi_dung": "NoiDung",
    "muc": "Heading1",
    "khoan_co_tieu_de": "Heading2",
    "noi_nhan_tu": "NoiNhanTu",
    "noi_nhan_danh_sach": "NoiNhanDanhSach",
    "phu_luc_tu": "PhuLucTu",
    "phu_luc_tieu_de": "PhuLucTieuDe",
    "phu_luc_kem_theo": "PhuLucKemTheo",
    "so_trang": "SoTrang",
}
STYLE_OF: Mapping[str, Mapping[str, str]] = {
    "cong_van": _MADE_HEAD
    | {"trich_yeu_cong_van": "VeViec", "kinh_gui": "KinhGui", "noi_dung": "NoiDung", "khoan": "Khoan", "diem": "Diem"}
    | _MADE_CLOSE,
    "quyet_dinh": {"ten_loai": "TenLoai", "trich_yeu": "TrichYeu", "can_cu": "CanCu"} | _MADE_CLOSE,
    "ke_hoach": {
        "phan_chuong": "Phan",
        "tieu_de_phan_chuong": "TenPhan",
        "muc": "Muc",
        "khoan_co_tieu_de": "KhoanTen",
        "phu_luc_tu": "PhuLuc",
        "phu_luc_tieu_de": "TenPhuLuc",
        "phu_luc_kem_theo": "KemTheo",
    },
    "hoangkim": _BUILT | {"quyen_han_chuc_vu": "QuyenHanChucVu", "ho_ten": "HoTen"},
    "vinhloc": _BUILT
    | {
        "kinh_gui": "KinhGuiNoi",
        "khoan": "DanhSoDauDong",
        "quyen_han_chuc_vu": "QuyenHanChucVu",
        "chuc_vu_khac": "ChucVuKhac",
        "ho_ten": "HoTenDuoiChucVu",
    },
}
"""By document: the style in which each component stands."""

_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFIED: "both"}


@dataclass(frozen=True)
class Mutant:
    """``rule`` is the one meant for the fault."""

    name: str
    base: str
    rule: str
    edit: Edit

    def of(self, data: bytes) -> bytes:
        draft = Draft(data)
        self.edit(draft)
        return draft.packed()


BY_HAND, IN_STYLE = False, True
_ROUTES = {"hoangkim": (IN_STYLE,), "vinhloc": (BY_HAND,)}  # the longer documents: each route in one of them


def look_mutants(base: str) -> Iterator[Mutant]:
    """Every component times every property of its look, by hand and in the style."""
    for component, style in STYLE_OF[base].items():
        for by_style in _ROUTES.get(base, (BY_HAND, IN_STYLE)):
            for what, rule, edit in _looks(component, style, by_style):
                route = "style" if by_style else "direct"
                yield Mutant(f"{base}: {component}: {what} ({route})", base, rule, edit)


def _looks(component: str, style: str, by_style: bool) -> Iterator[tuple[str, str, Edit]]:
    asked, rule = COMPONENTS[component], RULE_OF[component]
    for size in (asked.sizes.low - HALF, asked.sizes.high + HALF):
        yield f"size {size}", rule, letters(style, "sz", by_style=by_style, val=str(int(size * 2)))
    yield "weight", rule, letters(style, "b", by_style=by_style, val="0" if asked.bold else "1")
    yield "slant", rule, letters(style, "i", by_style=by_style, val="0" if asked.italic else "1")
    if asked.case is not Case.CAPS and component not in ("so_trang", "so_ky_hieu"):
        yield "capitals", rule, letters(style, "caps", by_style=by_style, val="1")
    for align in _wrong_aligns(component):
        yield f"align {align}", rule, layout(style, "jc", by_style=by_style, val=align)
    yield "colour", "TT105", letters(style, "color", by_style=by_style, val="C00000")
    font = {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial"}
    yield "font", "TT104", letters(style, "rFonts", by_style=by_style, **font)


def _wrong_aligns(component: str) -> tuple[str, ...]:
    align = COMPONENTS[component].align
    if component in ("muc", "khoan_co_tieu_de", "can_cu"):
        return ()  # one line, or title: the left edge and both edges are all the same
    if component in ("noi_dung", "khoan", "diem"):
        return ("left",)
    if align is Align.CENTRE:
        return ("left", "right")
    return ("center", "right")


def caps_mutants() -> Iterator[Mutant]:
    """What must stand in capitals, typed in small letters; capitals of a style switched off."""
    for base, component, style, typed in (
        ("cong_van", "quoc_hieu", "QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("cong_van", "co_quan_chu_quan", "ChuQuan", "UBND HUYỆN HOẰNG HÓA"),
        ("cong_van", "co_quan_ban_hanh", "BanHanh", "XÃ HOÀNG KIM"),
        ("quyet_dinh", "ten_loai", "TenLoai", "QUYẾT ĐỊNH"),
        ("ke_hoach", "tieu_de_phan_chuong", "TenPhan", "QUY ĐỊNH CHUNG"),
        ("ke_hoach", "muc", "Muc", "MỤC ĐÍCH, YÊU CẦU"),
        ("ke_hoach", "phu_luc_tieu_de", "TenPhuLuc", "DANH MỤC NHIỆM VỤ"),
        ("cong_van", "quyen_han_chuc_vu", "ChucVu", "CHỦ TỊCH"),
        ("cong_van", "ho_ten", "HoTen", "Lê Quang Thành"),
    ):
        small = typed.capitalize() if typed.isupper() else typed.lower()
        yield Mutant(f"{base}: {component}: typed small", base, RULE_OF[component], words(style, typed, small))
    for component in (
        "quoc_hieu", "co_quan_chu_quan", "co_quan_ban_hanh", "ten_loai", "muc", "quyen_han_chuc_vu", "phu_luc_tieu_de",
    ):  # fmt: skip
        style = STYLE_OF["hoangkim"][component]
        for by_style in (False, True):
            typed_caps = component in ("quoc_hieu", "co_quan_ban_hanh")
            if not typed_caps:
                edit = letters(style, "caps", by_style=by_style, val="0")
                yield Mutant(f"hoangkim: {component}: no caps ({by_style=})", "hoangkim", RULE_OF[component], edit)


_SIDES = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_TWIPS_PER_MM = 1440 / 25.4


def page_mutants(base: str) -> Iterator[Mutant]:
    """Paper, margins and page number."""

    def mutant(name: str, rule: str, edit: Edit) -> Mutant:
        return Mutant(f"{base}: {name}", base, rule, edit)

    for side, (low, high) in _SIDES.items():
        for millimetres in (low - 1, high + 1):
            length = str(round(millimetres * _TWIPS_PER_MM))
            yield mutant(f"{side} margin {millimetres} mm", "TT103", page("pgMar", **{side: length}))
    yield mutant("Letter", "TT101", page("pgSz", w="12240", h="15840"))
    yield mutant("Legal", "TT101", page("pgSz", h="20160"))
    yield mutant("first page shown", "TT107", page_without("titlePg"))
    yield mutant("Roman page numbers", "TT106", page("pgNumType", fmt="lowerRoman"))
    yield mutant("page number in the footer", "TT106", _number_below)
    yield mutant("page number of a text box's look", "TT106", letters("SoTrang", "sz", by_style=False, val="20"))
    if base != "cong_van":  # one page needs none
        yield mutant("no page number", "TT106", _no_number)


def _number_below(draft: Draft) -> None:
    text = etree.tostring(draft.tree(HEADER), encoding="unicode").replace("w:hdr", "w:ftr")
    draft.add_part("word/footer9.xml", text, "rId99", "footer")
    for section in draft.sections():
        reference = section.find(f"{W}headerReference")
        if reference is not None:
            reference.tag = f"{W}footerReference"
            reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId99")


def _no_number(draft: Draft) -> None:
    for section in draft.sections():
        for reference in section.findall(f"{W}headerReference"):
            section.remove(reference)


def landscape(draft: Draft) -> None:
    put(draft.sections()[0], "pgSz", w="16838", h="11906", orient="landscape")


_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _drawn(draft: Draft, number: int) -> etree._Element:
    return list(draft.tree().iter(f"{_WP}anchor"))[number]


def line_mutants(base: str, lines: Mapping[str, tuple[int, str]]) -> Iterator[Mutant]:
    """The lines under components: ``lines`` says which drawing is whose and which rule judges it."""

    def missing(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            run = next(_drawn(draft, number).iterancestors(f"{W}r"))
            run.getparent().remove(run)

        return edit

    def long(number: int, factor: float) -> Edit:
        def edit(draft: Draft) -> None:
            anchor = _drawn(draft, number)
            for extent in (*anchor.iter(f"{_WP}extent"), *anchor.iter(f"{_A}ext")):
                if extent.get("cx"):
                    extent.set("cx", str(round(int(extent.get("cx")) * factor)))

        return edit

    def dashed(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            line = next(_drawn(draft, number).iter(f"{_A}ln"))
            etree.SubElement(line, f"{_A}prstDash").set("val", "dash")

        return edit

    def aside(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            position = next(_drawn(draft, number).iter(f"{_WP}positionH"))
            for each in list(position):
                position.remove(each)
            etree.SubElement(position, f"{_WP}align").text = "left"

        return edit

    def typed(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            run = next(_drawn(draft, number).iterancestors(f"{W}r"))
            for each in list(run):
                run.remove(each)
            put(child(run, "rPr"), "sz", val="26")
            etree.SubElement(run, f"{W}t").text = "_" * 12

        return edit

    for component, (number, rule) in lines.items():
        for name, edit in (
            ("no line", missing(number)),
            ("line too short", long(number, 0.5)),
            ("line too long", long(number, 1.6)),
            ("line dashed", dashed(number)),
            ("typed line", typed(number)),
        ):
            yield Mutant(f"{base}: {component}: {name}", base, rule, edit)
        if component != "tieu_ngu":
            yield Mutant(f"{base}: {component}: line aside", base, rule, aside(number))


def _underlined(style: str, number: int) -> Edit:
    def edit(draft: Draft) -> None:
        run = next(_drawn(draft, number).iterancestors(f"{W}r"))
        run.getparent().remove(run)
        letters(style, "u", by_style=False, val="single")(draft)

    return edit


def word_mutants() -> Iterator[Mutant]:
    """Wording, marks and numbers."""
    for base, cases in _WORDS.items():
        for rule, name, edit in cases:
            yield Mutant(f"{base}: {name}", base, rule, edit)


def _twin(style: str, held: str = "") -> Edit:
    """The paragraph once more."""

    def edit(draft: Draft) -> None:
        p = draft.paragraph(style, held)
        p.addnext(deepcopy(p))

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
_WORDS: Mapping[str, tuple[tuple[str, str, Edit], ...]] = {
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


def all_mutants() -> Iterator[Mutant]:
    """Every fault; the bases are those of ``STYLE_OF``."""
    for base in STYLE_OF:
        yield from look_mutants(base)
    yield from caps_mutants()
    for base in ("cong_van", "hoangkim"):
        yield from page_mutants(base)
    yield from line_mutants("cong_van", {"co_quan_ban_hanh": (0, "TT206"), "tieu_ngu": (1, "TT203")})
    yield from line_mutants("quyet_dinh", {"trich_yeu": (2, "TT214")})
    yield from line_mutants(
        "hoangkim", {"co_quan_ban_hanh": (0, "TT206"), "tieu_ngu": (1, "TT203"), "trich_yeu": (2, "TT214")}
    )
    yield from word_mutants()


def made_bases() -> dict[str, bytes]:
    return {"cong_van": made.cong_van(), "quyet_dinh": made.quyet_dinh(), "ke_hoach": made.ke_hoach()}
