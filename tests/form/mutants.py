"""Single faults put into clean documents: what was done, and the rule that must tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import made
from body_faults import BODY_FAULTS
from edits import (
    HEADER,
    Draft,
    Edit,
    W,
    child,
    layout,
    letters,
    page,
    page_without,
    put,
    words,
)
from faults import WORDS, WP, A, drawn
from head_faults import HEAD_FAULTS
from kind_faults import KIND_FAULTS
from lxml import etree
from place_faults import PLACE_FAULTS

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
    "muc_tieu_muc": "TT317",
    "tieu_de_muc_tieu_muc": "TT318",
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
        "muc_tieu_muc": "MucSo",
        "tieu_de_muc_tieu_muc": "TenMuc",
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


def line_mutants(base: str, lines: Mapping[str, tuple[int, str]]) -> Iterator[Mutant]:
    """The lines under components: ``lines`` says which drawing is whose and which rule judges it."""

    def missing(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            run = next(drawn(draft, number).iterancestors(f"{W}r"))
            run.getparent().remove(run)

        return edit

    def long(number: int, factor: float) -> Edit:
        def edit(draft: Draft) -> None:
            anchor = drawn(draft, number)
            for extent in (*anchor.iter(f"{WP}extent"), *anchor.iter(f"{A}ext")):
                if extent.get("cx"):
                    extent.set("cx", str(round(int(extent.get("cx")) * factor)))

        return edit

    def dashed(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            line = next(drawn(draft, number).iter(f"{A}ln"))
            etree.SubElement(line, f"{A}prstDash").set("val", "dash")

        return edit

    def aside(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            position = next(drawn(draft, number).iter(f"{WP}positionH"))
            for each in list(position):
                position.remove(each)
            etree.SubElement(position, f"{WP}align").text = "left"

        return edit

    def typed(number: int) -> Edit:
        def edit(draft: Draft) -> None:
            run = next(drawn(draft, number).iterancestors(f"{W}r"))
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


def word_mutants() -> Iterator[Mutant]:
    """Wording, marks and numbers."""
    for table in (WORDS, HEAD_FAULTS, BODY_FAULTS, PLACE_FAULTS, KIND_FAULTS):
        for base, cases in table.items():
            for rule, name, edit in cases:
                yield Mutant(f"{base}: {rule}: {name}", base, rule, edit)


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
