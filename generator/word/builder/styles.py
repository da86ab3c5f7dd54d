"""The named styles of a template, made from the decree's facts and a choice inside its ranges."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from generator.decree.components import COMPONENTS
from generator.decree.facts import Align, Case
from generator.decree.page import FONT
from generator.decree.wording import KINH_GUI
from generator.word.builder.choice import Choice
from generator.word.builder.layout import Layout
from generator.word.builder.xml import DECLARATION, NAMESPACES, w
from generator.word.metrics import text_width
from generator.word.units import half_points, mm_from_twips, twips_from_mm, twips_from_pt

TABLE_SIZE = Decimal(12)
TABLE_GRID = "LuoiBang"
_ADDRESSEES_FROM = Decimal(35)  # mm; where the words Kính gửi stand above several (Phụ lục III, mẫu 1.5)
_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFIED: "both"}


class Look(Struct, frozen=True):
    """How a style looks: size in points, spacing in points, indents in millimetres.

    ``single`` is for lines that stand at single spacing whatever the office has chosen; between paragraphs of a style
    that stand ``together`` there is no space.
    """

    size: Decimal
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = Align.LEFT
    before: Decimal | int = 0
    after: Decimal | int = 0
    left: Decimal = Decimal(0)
    first: Decimal = Decimal(0)
    keep_next: bool = False
    together: bool = False
    outline: int | None = None
    grey: bool = False
    exact: int | None = None
    single: bool = False


class Style(Struct, frozen=True):
    """A paragraph style: id (ASCII), name shown in Word, look."""

    id: str
    name: str
    look: Look
    based_on: str = field(default="Normal")


def _component(id: str, size: Decimal, **more: object) -> Look:
    """The look that the decree gives a component, at a size inside its range."""
    facts = COMPONENTS[id]
    if size not in facts.sizes:
        raise ValueError(f"size {size} of {id} is outside the decree's range")
    look: dict[str, object] = {
        "bold": facts.bold,
        "italic": facts.italic,
        "caps": facts.case is Case.CAPS,
        "align": facts.align,
    }
    return Look(size, **(look | more))  # type: ignore[arg-type]


def _head(choice: Choice) -> list[Style]:
    small, large = choice.quoc_hieu, choice.tieu_ngu
    body = choice.noi_dung
    # The dashes stand in one line under the colon (Phụ lục I, phần I, mục II.9.d).
    dashes = _ADDRESSEES_FROM + mm_from_twips(text_width(KINH_GUI, body))
    return [
        Style("CoQuanChuQuan", "Cơ quan chủ quản", _component("co_quan_chu_quan", small, single=True)),
        Style("CoQuanBanHanh", "Cơ quan ban hành", _component("co_quan_ban_hanh", small, single=True)),
        Style("SoKyHieu", "Số - ký hiệu", _component("so_ky_hieu", Decimal(13), before=4)),
        Style("QuocHieu", "Quốc hiệu", _component("quoc_hieu", small, single=True)),
        Style("TieuNgu", "Tiêu ngữ", _component("tieu_ngu", large, single=True)),
        Style(
            "DiaDanhThoiGian",
            "Địa danh - thời gian",
            _component("dia_danh_thoi_gian", choice.dia_danh_thoi_gian, before=4),
        ),
        Style("DuongKe", "Đường kẻ", Look(Decimal(6), align=Align.CENTRE)),
        Style("TenLoai", "Tên loại", _component("ten_loai", body, before=18)),
        Style("TrichYeu", "Trích yếu", _component("trich_yeu", body)),
        Style(
            "KinhGui",
            "Kính gửi một nơi",
            _component("kinh_gui", body, align=Align.CENTRE, before=12, after=12),
        ),
        Style(
            "KinhGuiNhieu",
            "Kính gửi nhiều nơi",
            _component("kinh_gui", body, align=Align.LEFT, left=_ADDRESSEES_FROM, before=12),
        ),
        Style(
            "KinhGuiNoi",
            "Kính gửi từng nơi",
            _component("kinh_gui", body, align=Align.LEFT, left=dashes, after=12, together=True),
        ),
    ]


def _body(choice: Choice) -> list[Style]:
    size, gap = choice.noi_dung, choice.spacing_before
    lead = {"first": choice.indent, "before": gap}
    head = lead | {"keep_next": True, "align": Align.JUSTIFIED}
    text = _component("noi_dung", size, **lead)
    return [
        Style("Heading1", "heading 1", _component("muc", size, outline=0, **(head | {"before": gap + 6}))),
        Style("Heading2", "heading 2", _component("khoan_co_tieu_de", size, outline=1, **head)),
        Style("Heading3", "heading 3", _component("khoan_co_tieu_de", size, outline=2, **head)),
        Style("Heading4", "heading 4", _component("diem", size, outline=3, **head)),
        Style("NoiDung", "Nội dung", text),
        Style("GachDauDong", "Gạch đầu dòng", text, "NoiDung"),
        Style("CongDauDong", "Cộng đầu dòng", text, "NoiDung"),
        Style("DanhSoDauDong", "Đánh số đầu dòng", text, "NoiDung"),
        Style("ChiTieuTen", "Chỉ tiêu: tên", _component("khoan_co_tieu_de", size, outline=3, **head)),
        Style("ChiTieuYeuCau", "Chỉ tiêu: yêu cầu", text, "NoiDung"),
        Style("ChiTieuKetQua", "Chỉ tiêu: kết quả", text, "NoiDung"),
        Style("ChiTieuDanhGia", "Chỉ tiêu: đánh giá", text, "NoiDung"),
        # The closing words go with the signature block over a page break, so that it never stands alone.
        Style("KetThuc", "Kết thúc", _component("noi_dung", size, keep_next=True, **lead), "NoiDung"),
    ]


def _of_kinds(choice: Choice, layout: Layout) -> list[Style]:
    """The styles of parts that only some kinds have."""
    size, gap = choice.noi_dung, choice.spacing_before
    lead = {"first": choice.indent, "before": gap}
    line = Look(size, bold=True, caps=True, align=Align.CENTRE, before=12, after=6, keep_next=True)
    text, titled = _component("noi_dung", size, **lead), _component("dieu", size, outline=0, keep_next=True, **lead)
    last = _component("noi_dung", size, keep_next=True, **lead)
    chapter = _component("tieu_de_phan_chuong", size, outline=0, keep_next=True, after=6)
    subject = Style("TrichYeuCongVan", "Trích yếu công văn", _component("trich_yeu_cong_van", Decimal(12), before=6))
    named: list[tuple[bool, Style]] = [
        (not layout.named, subject),
        (layout.tham_quyen, Style("ThamQuyen", "Thẩm quyền ban hành", line)),
        (layout.can_cu, Style("CanCu", "Căn cứ", _component("can_cu", size, **lead))),
        (layout.menh_lenh, Style("MenhLenh", "Mệnh lệnh", line)),
        (layout.issuing, Style("Chuong", "Chương", _component("phan_chuong", size, before=12, keep_next=True))),
        (layout.issuing, Style("ChuongTieuDe", "Chương: tiêu đề", chapter)),
        (layout.articles, Style("Dieu", "Điều", text, "NoiDung")),
        (layout.articles and not layout.closing, Style("DieuCuoi", "Điều cuối", last, "NoiDung")),
        (layout.articles, Style("DieuCoTieuDe", "Điều có tiêu đề", titled)),
    ]
    return [style for is_there, style in named if is_there]


def _close(choice: Choice) -> list[Style]:
    size = choice.noi_dung
    return [
        Style("NoiNhanTu", "Nơi nhận: từ", _component("noi_nhan_tu", Decimal(12), before=12)),
        Style("NoiNhanDanhSach", "Nơi nhận: danh sách", _component("noi_nhan_danh_sach", Decimal(11))),
        Style("QuyenHanDau", "Quyền hạn - dòng đầu", _component("quyen_han_chuc_vu", size, before=12)),
        Style("QuyenHanChucVu", "Quyền hạn - chức vụ", _component("quyen_han_chuc_vu", size)),
        Style("ChucVuKhac", "Chức vụ khác", _component("chuc_vu_khac", size, before=70)),
        Style("HoTenDuoiChucVu", "Họ tên dưới chức vụ khác", _component("ho_ten", size)),
        Style("HoTen", "Họ tên", _component("ho_ten", size, before=70)),
        Style("PhuLucTu", "Phụ lục: từ", _component("phu_luc_tu", Decimal(14), keep_next=True)),
        Style("PhuLucTieuDe", "Phụ lục: tiêu đề", _component("phu_luc_tieu_de", size, keep_next=True)),
        Style("PhuLucKemTheo", "Phụ lục: kèm theo", _component("phu_luc_kem_theo", size, keep_next=True)),
        Style("SoTrang", "Số trang", _component("so_trang", size)),
    ]


def _cell(*, head: bool = False, centred: bool = False) -> Look:
    """A table's cell; the decree leaves size and borders of tables open."""
    align = Align.CENTRE if centred else Align.LEFT
    return Look(TABLE_SIZE, bold=head, align=align, before=2, after=2, keep_next=head)


def _table_and_machine() -> list[Style]:
    return [
        Style("BangDau", "Bảng: đầu cột", _cell(head=True, centred=True)),
        Style("BangNhom", "Bảng: nhóm - trái", _cell(head=True)),
        Style("BangNhomGiua", "Bảng: nhóm - giữa", _cell(head=True, centred=True)),
        Style("BangO", "Bảng: ô - trái", _cell()),
        Style("BangOGiua", "Bảng: ô - giữa", _cell(centred=True)),
        Style("BieuDo", "Biểu đồ", Look(TABLE_SIZE, align=Align.CENTRE, before=6, keep_next=True)),
        Style("BieuDoTen", "Biểu đồ: tên", Look(TABLE_SIZE, italic=True, align=Align.CENTRE, before=2, after=6)),
        Style("KhoangCach", "Khoảng cách", Look(Decimal(6))),
        Style("NgatPhan", "Ngắt phần", Look(Decimal(1), exact=1)),
        Style("TheMay", "Thẻ máy", Look(Decimal(9), grey=True)),
    ]


# The names of bodies, Quốc hiệu and Tiêu ngữ stand at single spacing (mục II.1.c, II.2.b), whatever the text does.
_SINGLE_SPACED = ("CoQuanChuQuan", "CoQuanBanHanh", "QuocHieu", "TieuNgu")
_SINGLE = Decimal(1)


def all_styles(choice: Choice, layout: Layout | None = None) -> Mapping[str, Style]:
    """Every style of a template, by id."""
    own = _of_kinds(choice, layout or Layout())
    styles = _head(choice) + _body(choice) + own + _close(choice) + _table_and_machine()
    return {style.id: style for style in styles}


def _paragraph_properties(look: Look, line_spacing: Decimal) -> str:
    # Order of elements as in ECMA-376 part 1, 17.3.1.26.
    parts = [w("keepNext")] if look.keep_next else []
    line = twips_from_pt(look.exact) if look.exact else twips_from_pt((1 if look.single else line_spacing) * 12)
    rule = "exact" if look.exact else "auto"
    parts.append(
        w("spacing", before=twips_from_pt(look.before), after=twips_from_pt(look.after), line=line, lineRule=rule)
    )
    if look.left or look.first:
        parts.append(w("ind", left=twips_from_mm(look.left), firstLine=twips_from_mm(look.first)))
    if look.together:
        parts.append(w("contextualSpacing"))
    parts.append(w("jc", val=_ALIGN[look.align]))
    if look.outline is not None:
        parts.append(w("outlineLvl", val=look.outline))
    return w("pPr", *parts)


def _run_properties(look: Look) -> str:
    # Order of elements as in ECMA-376 part 1, 17.3.2.28.
    parts = []
    if look.bold:
        parts += [w("b"), w("bCs")]
    if look.italic:
        parts += [w("i"), w("iCs")]
    if look.caps:
        parts.append(w("caps"))
    parts.append(w("color", val="808080" if look.grey else "000000"))
    parts += [w("sz", val=half_points(look.size)), w("szCs", val=half_points(look.size))]
    return w("rPr", *parts)


def _style_xml(style: Style, line_spacing: Decimal) -> str:
    own = {} if style.id.startswith("Heading") else {"customStyle": 1}
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based_on),
        w("qFormat"),
        _paragraph_properties(style.look, line_spacing),
        _run_properties(style.look),
        type="paragraph",
        styleId=style.id,
        **own,
    )


def _table_grid() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    return w(
        "style",
        w("name", val="Lưới bảng"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders),
        type="table",
        customStyle=1,
        styleId=TABLE_GRID,
    )


def _table_normal() -> str:
    sides = {"top": 0, "left": 108, "bottom": 0, "right": 108}
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def styles_part(choice: Choice, layout: Layout) -> str:
    """``word/styles.xml``."""
    font = w("rFonts", ascii=FONT.name, hAnsi=FONT.name, eastAsia=FONT.name, cs=FONT.name)
    size = half_points(choice.noi_dung)
    language = w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    run_default = w("rPrDefault", w("rPr", font, w("sz", val=size), w("szCs", val=size), language))
    defaults = w(
        "docDefaults",
        run_default,
        w("pPrDefault", w("pPr", w("spacing", after=0, line=240, lineRule="auto"))),
    )
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    character = w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    named = "".join(
        _style_xml(style, _SINGLE if id in _SINGLE_SPACED else choice.line_spacing)
        for id, style in all_styles(choice, layout).items()
    )
    inner = defaults + normal + character + _table_normal() + _table_grid() + named
    return f"{DECLARATION}<w:styles {NAMESPACES}>{inner}</w:styles>"
