"""``word/document.xml`` of a template for a document with a name (Phụ lục III, mẫu 1.4; annexes as mẫu 2.1).

One specimen of every kind of block, in a named style: a secretary changes the look of all by changing one.
"""

from __future__ import annotations

from generator.decree import wording
from generator.word.builder.choice import Choice
from generator.word.builder.layout import Layout
from generator.word.builder.tables import FRAME_MARGIN, braced, data_table, frame
from generator.word.builder.xml import DECLARATION, NAMESPACES, bold, machine, paragraph, w
from generator.word.drawings import DrawnLine
from generator.word.metrics import text_width
from generator.word.units import twips_from_mm

HEADER_RELATION = "rId10"
_PAPER_SHORT, _PAPER_LONG = twips_from_mm(210), twips_from_mm(297)
# Columns at the margins of ``Choice()``; what other margins leave is the left column's gain or loss.
_HEAD = (3544, 5670)  # the wider cell holds the Quốc hiệu on one line at 13 points
_HEAD_OVERHANG = 71  # how far the head reaches into each side margin, twips
# Nơi nhận stands at the left margin (Phụ lục I, phần I, mục II.9.d), so the frame reaches over it by its own margin.
_SIGNATURE = (4100 + FRAME_MARGIN, 4971)
_BRACED = (
    2980 + FRAME_MARGIN,
    130,
    876,
)  # recipients, the brace, what stands beside it: together the left cell of the signature
_FIRST_LINE_NUMBER = 1  # drawn lines of the template itself; those of the data count from 101
# By ``Choice.committee_in_full``: the tags of the superior body and of the words on what an annex is attached to.
_SUPERIOR = {None: "cap_tren", True: "cap_tren_day_du", False: "cap_tren_viet_tat"}
_ATTACHED = {None: "pl.kem_theo", True: "pl.kem_theo_day_du", False: "pl.kem_theo_viet_tat"}


def text_widths(choice: Choice) -> tuple[int, int]:
    """Width of the text in twips on an upright page and on a page set across."""
    sides = twips_from_mm(choice.margins.left) + twips_from_mm(choice.margins.right)
    return _PAPER_SHORT - sides, _PAPER_LONG - sides


def _columns(widths: tuple[int, ...], choice: Choice) -> tuple[int, ...]:
    """The widths of columns, the first of which takes up what the margins leave."""
    first, *others = widths
    return (first + text_widths(choice)[0] - text_widths(Choice())[0], *others)


def _section(choice: Choice, *, across: bool) -> str:
    """A section's layout: its pages are numbered from 1, the first shows no number."""
    margins = choice.margins
    top, bottom = twips_from_mm(margins.top), twips_from_mm(margins.bottom)
    left, right = twips_from_mm(margins.left), twips_from_mm(margins.right)
    if across:
        size = w("pgSz", w=_PAPER_LONG, h=_PAPER_SHORT, orient="landscape")
    else:
        size = w("pgSz", w=_PAPER_SHORT, h=_PAPER_LONG)
    edges = {"top": top, "right": right, "bottom": bottom, "left": left}
    header = f'<w:headerReference w:type="default" r:id="{HEADER_RELATION}"/>'
    return w(
        "sectPr",
        header,
        w("type", val="nextPage"),
        size,
        w(
            "pgMar",
            **edges,
            header=twips_from_mm(choice.header),
            footer=twips_from_mm(choice.header),
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("titlePg"),
    )


def _break(section: str) -> str:
    """The paragraph that ends a section; as low as Word allows, so that it never opens a page of its own."""
    return w("p", w("pPr", w("pStyle", val="NgatPhan"), section))


def _names(choice: Choice, body: str, motto_rule: str) -> tuple[str, str]:
    """The two cells on top of a document: the body of that name, and Quốc hiệu with Tiêu ngữ, each above its rule."""
    left = (
        machine(f"{{%p if {body}.cap_tren %}}")
        + paragraph("CoQuanChuQuan", f"{{{{ {body}.{_SUPERIOR[choice.committee_in_full]} }}}}")
        + machine("{%p endif %}")
        + paragraph("CoQuanBanHanh", f"{{{{ {body}.ten_dau_trang }}}}")
        + paragraph("DuongKe", f"{{{{r {body}.ke }}}}")
    )
    right = (
        paragraph("QuocHieu", wording.QUOC_HIEU)
        + paragraph("TieuNgu", wording.TIEU_NGU)
        + paragraph("DuongKe", motto_rule)
    )
    return left, right


def _head(choice: Choice, layout: Layout) -> str:
    motto = text_width(wording.TIEU_NGU, choice.tieu_ngu, bold=True)
    names = _names(choice, "don_vi", str(DrawnLine(motto, _FIRST_LINE_NUMBER).xml()))
    number = paragraph("SoKyHieu", "{{ van_ban.so_ky_hieu }}")
    if not layout.named:
        number += paragraph("TrichYeuCongVan", f"{wording.VE_VIEC} {{{{r van_ban.trich_yeu }}}}")
    date = paragraph("DiaDanhThoiGian", "{{ van_ban.dia_danh_thoi_gian }}")
    return frame(_columns(_HEAD, choice), [names, (number, date)], indent=-_HEAD_OVERHANG)


def _title() -> str:
    return (
        paragraph("TenLoai", "{{ van_ban.ten_loai }}")
        + paragraph("TrichYeu", "{{r van_ban.trich_yeu }}")
        + paragraph("DuongKe", "{{r van_ban.ke }}")
    )


def _addressees() -> str:
    word = wording.KINH_GUI
    return (
        machine("{%p if kinh_gui|length == 1 %}")
        + paragraph("KinhGui", f"{word}: {{{{ kinh_gui[0].ten }}}}{{{{ kinh_gui[0].dau }}}}")
        + machine("{%p elif kinh_gui %}")
        + paragraph("KinhGuiNhieu", f"{word}:")
        + machine("{%p for noi in kinh_gui %}")
        + paragraph("KinhGuiNoi", "- {{ noi.ten }}{{ noi.dau }}")
        + machine("{%p endfor %}", "{%p endif %}")
    )


def _grounds(layout: Layout) -> str:
    """Who decides, on what grounds, and the words that the content follows (Phụ lục III, mẫu 1.2)."""
    parts = [paragraph("ThamQuyen", "{{ van_ban.tham_quyen }}")] if layout.tham_quyen else []
    if layout.can_cu:
        parts.append(machine("{%p for can in can_cu %}") + paragraph("CanCu", "{{r can.chu }}{{ can.dau }}"))
        parts.append(machine("{%p endfor %}"))
    if layout.menh_lenh:
        parts.append(paragraph("MenhLenh", "{{ van_ban.menh_lenh }}"))
    return "".join(parts)


# Kind of block (jobs/view) -> style and words of its specimen; the frequent ones first, since every block of a report
# goes down this list until it meets its kind.
_BLOCKS = {
    "gach": ("GachDauDong", "- {{r khoi.chu }}"),
    "chi_tieu": ("ChiTieuTen", "{{ khoi.so }}. {{r khoi.chu }}"),
    "yeu_cau": ("ChiTieuYeuCau", "- Yêu cầu: {{r khoi.chu }}"),
    "ket_qua": ("ChiTieuKetQua", "- Kết quả: {{r khoi.chu }}"),
    "danh_gia": ("ChiTieuDanhGia", "Đánh giá chỉ tiêu: {{r khoi.chu }}."),
    "cong": ("CongDauDong", "+ {{r khoi.chu }}"),
    "danh_so": ("DanhSoDauDong", "{{ khoi.so }} {{r khoi.chu }}"),
    "muc": ("Heading1", "{{ khoi.so }} {{r khoi.chu }}"),
    "khoan": ("Heading2", "{{ khoi.so }} {{r khoi.chu }}"),
    "khoan_con": ("Heading3", "{{ khoi.so }} {{r khoi.chu }}"),
    "diem": ("Heading4", "{{ khoi.so }} {{r khoi.chu }}"),
}
# The number of an article is bold, its words are not; the title of an article is bold with its number.
_ARTICLE = ("Dieu", (bold("{{ khoi.so }}"), " {{r khoi.chu }}"))
_TITLED_ARTICLE = ("DieuCoTieuDe", "{{ khoi.so }} {{r khoi.chu }}")
# Plain paragraphs, and whatever a template edited in Word has no specimen for: its words are not lost.
_OTHERWISE = ("NoiDung", "{{r khoi.chu }}")


def _blocks(items: str, width: int, layout: Layout, *, closing: bool = False) -> str:
    """The specimens of all kinds of blocks, looped over ``items``; a table is ``width`` twips wide in the template.

    ``closing`` tells that the last of them stands above the signature block, and goes with it over a page break.
    """
    parts = [machine(f"{{%p for khoi in {items} %}}", "{%p set kieu = khoi.kieu %}")]
    word = "if"
    if layout.issuing:
        parts.append(machine("{%p if kieu == 'chuong' %}") + paragraph("Chuong", "{{ khoi.so }}"))
        parts.append(paragraph("ChuongTieuDe", "{{r khoi.chu }}"))
        word = "elif"
    if layout.articles:
        plain, pieces = _ARTICLE
        article = _last("DieuCuoi", plain, pieces) if closing else paragraph(plain, *pieces)
        parts.append(machine(f"{{%p {word} kieu == 'dieu' %}}") + article)
        parts.append(machine("{%p elif kieu == 'dieu_co_tieu_de' %}") + paragraph(*_TITLED_ARTICLE))
        word = "elif"
    for kind, (style, words) in _BLOCKS.items():
        parts.append(machine(f"{{%p {word} kieu == '{kind}' %}}") + paragraph(style, words))
        word = "elif"
    # Tables that touch would be one table in Word.
    parts.append(machine("{%p elif kieu == 'bang' %}", "{%p if not loop.first %}") + paragraph("KhoangCach"))
    parts.append(machine("{%p endif %}") + data_table("khoi.bang", width))
    parts.append(machine("{%p elif kieu == 'bieu_do' %}") + paragraph("BieuDo", "{{r khoi.bieu_do }}"))
    parts.append(paragraph("BieuDoTen", "{{r khoi.chu }}"))
    style, words_of_text = _OTHERWISE
    text = _last("KetThuc", style, (words_of_text,)) if closing else paragraph(style, words_of_text)
    parts.append(machine("{%p else %}") + text)
    parts.append(machine("{%p endif %}", "{%p endfor %}"))
    return "".join(parts)


def _last(last: str, style: str, words: tuple[str, ...]) -> str:
    """The specimen of a line, in a style of its own where it is the last."""
    ends = machine("{%p if loop.last and not ket_thuc %}") + paragraph(last, *words)
    return ends + machine("{%p else %}") + paragraph(style, *words) + machine("{%p endif %}")


def _close(choice: Choice, layout: Layout) -> str:
    recipients = (
        paragraph("NoiNhanTu", f"{wording.NOI_NHAN}:")
        + machine("{%p for noi in noi_nhan %}", "{%p if noi.gom %}")
        + braced(
            _columns(_BRACED, choice),
            machine("{%p for nhan in noi.gom %}")
            + paragraph("NoiNhanDanhSach", "- {{ nhan.ten }}{{ nhan.dau }}")
            + machine("{%p endfor %}"),
            paragraph("NoiNhanDanhSach", "{{r noi.ngoac }}"),
            paragraph("NoiNhanDanhSach", "({{ noi.ten }})"),
        )
        # A cell must not end on a table (ECMA-376 part 1, 17.4.65).
        + paragraph("NgatPhan")
        + machine("{%p else %}")
        + paragraph("NoiNhanDanhSach", "- {{ noi.ten }}{{ noi.dau }}")
        + machine("{%p endif %}", "{%p endfor %}")
    )
    signer = (
        machine("{%p for dong in nguoi_ky.quyen_han %}", "{%p if loop.first %}")
        + paragraph("QuyenHanDau", "{{ dong }}")
        + machine("{%p else %}")
        + paragraph("QuyenHanChucVu", "{{ dong }}")
        + machine("{%p endif %}", "{%p endfor %}", "{%p if nguoi_ky.chuc_vu_khac %}")
        + paragraph("ChucVuKhac", "{{ nguoi_ky.chuc_vu_khac }}")
        + paragraph("HoTenDuoiChucVu", "{{ nguoi_ky.ho_ten }}")
        + machine("{%p else %}")
        + paragraph("HoTen", "{{ nguoi_ky.ho_ten }}")
        + machine("{%p endif %}")
    )
    closing = paragraph("KetThuc", f"{{{{r ket_thuc }}}}{wording.KET_THUC}")
    if not layout.closing:
        closing = machine("{%p if ket_thuc %}") + closing + machine("{%p endif %}")
    return closing + frame(_columns(_SIGNATURE, choice), [(recipients, signer)], indent=-FRAME_MARGIN)


def _issued(choice: Choice) -> str:
    """The head of a document that stands in place of an annex: it has no number and no date of its own (mẫu 1.3)."""
    names = _names(choice, "pl.ban_hanh.don_vi", "{{r pl.ban_hanh.ke_tieu_ngu }}")
    return (
        frame(_columns(_HEAD, choice), [names], indent=-_HEAD_OVERHANG)
        + paragraph("TenLoai", "{{ pl.ten }}")
        + paragraph("TrichYeu", "{{r pl.tieu_de }}")
    )


def _annexes(choice: Choice, layout: Layout) -> str:
    upright, _ = text_widths(choice)
    across = _break(_section(choice, across=True))
    standing = _break(_section(choice, across=False))
    heading = paragraph("PhuLucTu", "{{ pl.ten }}") + paragraph("PhuLucTieuDe", "{{r pl.tieu_de }}")
    if layout.issuing:
        heading = machine("{%p if pl.ban_hanh %}") + _issued(choice) + machine("{%p else %}") + heading
        heading += machine("{%p endif %}")
    return (
        machine("{%p for pl in phu_luc %}")
        + heading
        + paragraph("PhuLucKemTheo", f"{{{{ {_ATTACHED[choice.committee_in_full]} }}}}")
        + paragraph("DuongKe", "{{r pl.ke }}")
        + paragraph("KhoangCach")
        + _blocks("pl.noi_dung", upright, layout)
        + machine("{%p if pl.kho == 'ngang' %}")
        + across
        + machine("{%p else %}")
        + standing
        + machine("{%p endif %}", "{%p endfor %}")
    )


def document_part(choice: Choice, layout: Layout) -> str:
    """The body of the template."""
    upright = _section(choice, across=False)
    body = (
        _head(choice, layout)
        + (_title() if layout.named else "")
        + (_addressees() if layout.kinh_gui else "")
        + _grounds(layout)
        + _blocks("noi_dung", text_widths(choice)[0], layout, closing=not layout.closing)
        + _close(choice, layout)
        + (_break(upright) + _annexes(choice, layout) if layout.annexes else "")
        + upright
    )
    return f"{DECLARATION}<w:document {NAMESPACES}>{w('body', body)}</w:document>"
