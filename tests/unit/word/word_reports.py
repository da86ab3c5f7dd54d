"""A report as the view gives it to the built template, with every kind of block."""

from __future__ import annotations

import functools
import re
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

from word_documents import W, document, part, prepared

from generator.word.builder.template import build_template
from generator.word.drawings import DrawnLine
from generator.word.package import DOCUMENT, Member, read_parts, write_package
from generator.word.render import compile_template, render
from generator.word.runs import Runs, Span


@functools.cache
def template() -> bytes:
    return build_template()


def attribute(element: ET.Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


def annex(kho: str, column_count: int = 8, width: int = 14003) -> SimpleNamespace:
    each = width // column_count
    widths = [each] * (column_count - 1) + [width - each * (column_count - 1)]
    sides = ["giua", "trai"]

    def row(group: bool, number: int) -> SimpleNamespace:
        cells = [
            SimpleNamespace(dong=[Runs.plain(f"{number}.{i}")] * (1 + i % 2), rong=rong, can=sides[i % 2])
            for i, rong in enumerate(widths)
        ]
        return SimpleNamespace(nhom=group, o=cells)

    cot = [SimpleNamespace(tieu_de=f"Cột {i}", rong=rong, can=sides[i % 2]) for i, rong in enumerate(widths)]
    bang = SimpleNamespace(cot=cot, hang=[row(True, 1), row(False, 2), row(False, 3)])
    return SimpleNamespace(
        ten="Phụ lục I",
        tieu_de=Runs.plain("Chi tiết tự đánh giá\nkết quả"),
        kem_theo="(Kèm theo Báo cáo số 05/BC-UBND)",
        ke=DrawnLine(1500, 200 + column_count),
        kho=kho,
        noi_dung=[SimpleNamespace(kieu="bang", chu=Runs(()), so="", bang=bang)],
    )


def report(*annexes: SimpleNamespace, **changes: Any) -> dict[str, object]:
    """What the view gives the template, with every kind of block."""
    kinds = ["muc", "khoan", "khoan_con", "diem", "gach", "cong", "chi_tieu", "yeu_cau", "ket_qua", "danh_gia", "doan"]
    emphasised = Runs((Span("chữ "), Span("đậm & nghiêng", bold=True, italic=True)))
    context: dict[str, object] = {
        "don_vi": SimpleNamespace(
            ten="Ủy ban nhân dân xã A & B",
            ten_dau_trang="ỦY BAN NHÂN DÂN\nXÃ A & B",
            cap_tren="UBND HUYỆN C",
            ke=DrawnLine(1200, 101),
        ),
        "van_ban": SimpleNamespace(
            so_ky_hieu="Số: 05/BC-UBND",
            dia_danh_thoi_gian="A, ngày 05 tháng 12 năm 2023",
            ten_loai="Báo cáo",
            trich_yeu=Runs.plain("Kết quả < 2023"),
            ke=DrawnLine(1800, 102),
        ),
        "kinh_gui": [],
        "noi_dung": [SimpleNamespace(kieu=kind, chu=emphasised, so="1.1") for kind in kinds],
        "ket_thuc": Runs.plain("Trên đây là báo cáo"),
        "noi_nhan": [
            SimpleNamespace(ten="Như trên", dau=";", gom=()),
            SimpleNamespace(ten="Lưu: VT", dau=".", gom=()),
        ],
        "nguoi_ky": SimpleNamespace(
            quyen_han=["TM. Ủy ban nhân dân", "Chủ tịch"], chuc_vu_khac="", ho_ten="Lê Quang Thành"
        ),
        "phu_luc": list(annexes),
    }
    return context | changes


def built(*annexes: SimpleNamespace, **changes: Any) -> bytes:
    return render(compile_template(prepared(template())), report(*annexes, **changes))


def whole(*body: str, **context: object) -> bytes:
    """A finished document with everything that a Word file must have, and that body, its tags filled from context."""
    section = re.findall(r"<w:sectPr>.*?</w:sectPr>", part(template()))[-1]
    parts = read_parts(template()) | {DOCUMENT: document(*body, section).encode()}
    source = write_package(Member.of(name, data) for name, data in parts.items())
    return render(compile_template(prepared(source)), report(**context))
