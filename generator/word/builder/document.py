"""``word/document.xml`` of a template for a document with a name (Phụ lục III, mẫu 1.4; annexes as mẫu 2.1).

One specimen of every kind of block, in a named style: a secretary changes the look of all by changing one.
"""

from __future__ import annotations

from generator.decree import wording
from generator.word.builder.choice import Choice
from generator.word.builder.tables import frame, indicator_table
from generator.word.builder.xml import DECLARATION, NAMESPACES, machine, paragraph, w
from generator.word.metrics import text_width
from generator.word.runs import DrawnLine
from generator.word.units import twips_from_mm

HEADER_RELATION = "rId10"
_PAPER_SHORT, _PAPER_LONG = twips_from_mm(210), twips_from_mm(297)
_HEAD = (3544, 5670)  # the wider cell holds the Quốc hiệu on one line at 13 points
_HEAD_OVERHANG = 71  # how far the head reaches into each side margin, twips
_SIGNATURE = (4100, 4971)
_FIRST_LINE_NUMBER = 1  # drawn lines of the template itself; those of the data count from 101


def text_widths(choice: Choice) -> tuple[int, int]:
    """Width of the text in twips on an upright page and on a page set across."""
    sides = twips_from_mm(choice.margins.left) + twips_from_mm(choice.margins.right)
    return _PAPER_SHORT - sides, _PAPER_LONG - sides


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


def _head(choice: Choice) -> str:
    motto = text_width(wording.TIEU_NGU, choice.tieu_ngu, bold=True)
    left = (
        machine("{%p if don_vi.cap_tren %}")
        + paragraph("CoQuanChuQuan", "{{ don_vi.cap_tren }}")
        + machine("{%p endif %}")
        + paragraph("CoQuanBanHanh", "{{ don_vi.ten_dau_trang }}")
        + paragraph("DuongKe", "{{r don_vi.ke }}")
    )
    right = (
        paragraph("QuocHieu", wording.QUOC_HIEU)
        + paragraph("TieuNgu", wording.TIEU_NGU)
        + paragraph("DuongKe", str(DrawnLine(motto, _FIRST_LINE_NUMBER).xml()))
    )
    number = paragraph("SoKyHieu", "{{ van_ban.so_ky_hieu }}")
    date = paragraph("DiaDanhThoiGian", "{{ van_ban.dia_danh_thoi_gian }}")
    return frame(_HEAD, [(left, right), (number, date)], indent=-_HEAD_OVERHANG)


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


# Kind of block (jobs/view) -> style and words of its specimen; the frequent ones first, since every block of a report
# goes down this list until it meets its kind.
_BLOCKS = {
    "gach": ("GachDauDong", "- {{r khoi.chu }}"),
    "chi_tieu": ("ChiTieuTen", "{{ khoi.so }}. Chỉ tiêu, nội dung {{ khoi.so }}:"),
    "yeu_cau": ("ChiTieuYeuCau", "- Yêu cầu: {{r khoi.chu }}"),
    "ket_qua": ("ChiTieuKetQua", "- Kết quả: {{r khoi.chu }}"),
    "danh_gia": ("ChiTieuDanhGia", "Đánh giá chỉ tiêu: {{r khoi.chu }}."),
    "cong": ("CongDauDong", "+ {{r khoi.chu }}"),
    "muc": ("Heading1", "{{ khoi.so }} {{r khoi.chu }}"),
    "khoan": ("Heading2", "{{ khoi.so }} {{r khoi.chu }}"),
    "khoan_con": ("Heading3", "{{ khoi.so }} {{r khoi.chu }}"),
    "diem": ("Heading4", "{{ khoi.so }} {{r khoi.chu }}"),
}
# Plain paragraphs, and whatever a template edited in Word has no specimen for: its words are not lost.
_OTHERWISE = ("NoiDung", "{{r khoi.chu }}")


def _body() -> str:
    parts = [machine("{%p for khoi in noi_dung %}", "{%p set kieu = khoi.kieu %}")]
    word = "if"
    for kind, (style, words) in _BLOCKS.items():
        parts.append(machine(f"{{%p {word} kieu == '{kind}' %}}") + paragraph(style, words))
        word = "elif"
    parts.append(machine("{%p else %}") + paragraph(*_OTHERWISE))
    parts.append(machine("{%p endif %}", "{%p endfor %}"))
    return "".join(parts)


def _close() -> str:
    recipients = (
        paragraph("NoiNhanTu", f"{wording.NOI_NHAN}:")
        + machine("{%p for noi in noi_nhan %}")
        + paragraph("NoiNhanDanhSach", "- {{ noi.ten }}{{ noi.dau }}")
        + machine("{%p endfor %}")
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
    return paragraph("KetThuc", f"{{{{r ket_thuc }}}}{wording.KET_THUC}") + frame(_SIGNATURE, [(recipients, signer)])


def _annexes(choice: Choice) -> str:
    upright, _ = text_widths(choice)
    across = _break(_section(choice, across=True))
    standing = _break(_section(choice, across=False))
    return (
        machine("{%p for pl in phu_luc %}")
        + paragraph("PhuLucTu", "{{ pl.ten }}")
        + paragraph("PhuLucTieuDe", "{{r pl.tieu_de }}")
        + paragraph("PhuLucKemTheo", "{{ pl.kem_theo }}")
        + paragraph("DuongKe", "{{r pl.ke }}")
        + paragraph("KhoangCach")
        + machine("{%p if pl.bang %}")
        + indicator_table("pl.bang", upright)
        + machine("{%p endif %}", "{%p if pl.kho == 'ngang' %}")
        + across
        + machine("{%p else %}")
        + standing
        + machine("{%p endif %}", "{%p endfor %}")
    )


def document_part(choice: Choice) -> str:
    """The body of the template."""
    body = (
        _head(choice)
        + _title()
        + _addressees()
        + _body()
        + _close()
        + _break(_section(choice, across=False))
        + _annexes(choice)
        + _section(choice, across=False)
    )
    return f"{DECLARATION}<w:document {NAMESPACES}>{w('body', body)}</w:document>"
