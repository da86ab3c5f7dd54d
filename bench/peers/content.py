"""The loads of the comparison: their data, and one template of each in every engine's language.

A load is plain JSON: fields, a list of paragraphs (``doan``) and a table (``hang``).  The templates of a load are the
same document (styles, page, headers of the office's template) but for how their tags are written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from material import Material  # noqa: E402

from generator.word.builder.xml import NAMESPACES, paragraph, w  # noqa: E402
from generator.word.package import DOCUMENT, Member, read_parts, write_package  # noqa: E402

Load = dict[str, Any]

TEMPLATE = ROOT / "templates" / "docx" / "bao_cao" / "mau.docx"
_PLAIN_CORE = b'<?xml version="1.0" encoding="UTF-8"?><coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'


@dataclass(frozen=True)
class Dialect:
    """How an engine writes a field, a loop over paragraphs, and a loop over rows (the cells of each row)."""

    field: Callable[[str], str]
    paragraphs: Callable[[Sequence[str]], Sequence[str]]
    rows: Callable[[Sequence[str]], Sequence[Sequence[str]]]


def _alone(tag: str, columns: Sequence[str]) -> list[str]:
    """A row of its own for a tag."""
    return [tag, *("" for _ in columns[1:])]


def _marked(columns: Sequence[str]) -> list[list[str]]:
    cells = [f"{{{name}}}" for name in columns]
    cells[0], cells[-1] = f"{{#hang}}{cells[0]}", f"{cells[-1]}{{/hang}}"
    return [cells]


JINJA = Dialect(
    lambda name: f"{{{{ {name} }}}}",
    lambda names: ["{%p for d in doan %}", " ".join(f"{{{{ d.{name} }}}}" for name in names), "{%p endfor %}"],
    lambda names: [
        _alone("{%tr for h in hang %}", names),
        [f"{{{{ h.{name} }}}}" for name in names],
        _alone("{%tr endfor %}", names),
    ],
)
BRACES = Dialect(
    lambda name: f"{{{name}}}",
    lambda names: ["{#doan}", " ".join(f"{{{name}}}" for name in names), "{/doan}"],
    _marked,
)
CARBONE = Dialect(
    lambda name: f"{{d.{name}}}",
    lambda names: [" ".join(f"{{d.doan[i{step}].{name}}}" for name in names) for step in ("", "+1")],
    lambda names: [[f"{{d.hang[i{step}].{name}}}" for name in names] for step in ("", "+1")],
)
PLUSES = Dialect(
    lambda name: f"+++INS {name}+++",
    lambda names: ["+++FOR d IN doan+++", " ".join(f"+++INS $d.{name}+++" for name in names), "+++END-FOR d+++"],
    lambda names: [
        _alone("+++FOR h IN hang+++", names),
        [f"+++INS $h.{name}+++" for name in names],
        _alone("+++END-FOR h+++", names),
    ],
)
DIALECTS: Mapping[str, Dialect] = {
    "jinja": JINJA,
    "docxtemplater": BRACES,
    "easy-template-x": BRACES,
    "carbone": CARBONE,
    "docx-templates": PLUSES,
}


def template(load: Load, dialect: Dialect) -> bytes:
    """The template of a load in an engine's language."""
    body = [paragraph("NoiDung", dialect.field(name)) for name in load["dau"]]
    if load["doan"]:
        body += [paragraph("NoiDung", text) for text in dialect.paragraphs(list(load["doan"][0]))]
    if load["hang"]:
        body.append(_table(dialect.rows(list(load["hang"][0]))))
    body += [paragraph("NoiDung", dialect.field(name)) for name in load["cuoi"]]
    parts = read_parts(TEMPLATE.read_bytes())
    section = w("sectPr", w("pgSz", w=11906, h=16838))
    parts[DOCUMENT] = f"<w:document {NAMESPACES}>{w('body', *body, section)}</w:document>".encode()
    parts["docProps/core.xml"] = _PLAIN_CORE
    return write_package(Member.of(name, content) for name, content in parts.items())


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = 9000 // len(rows[0])

    def cell(text: str) -> str:
        return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph("BangO", text))

    properties = w("tblPr", w("tblW", w=9000, type="dxa"))
    grid = w("tblGrid", *(w("gridCol", w=width) for _ in rows[0]))
    return w("tbl", properties, grid, *(w("tr", *map(cell, row)) for row in rows))


def _load(before: Load, paragraphs: list[Load], rows: list[Load], after: Load) -> Load:
    return {**before, **after, "dau": list(before), "cuoi": list(after), "doan": paragraphs, "hang": rows}


def report() -> Load:
    """Every word of the Hoàng Kim report, paragraph by paragraph, and its annex."""
    view = Material().view()
    annex = view["phu_luc"][0]
    before = {
        "don_vi": view["don_vi"].ten,
        "so": view["van_ban"].so_ky_hieu,
        "ngay": view["van_ban"].dia_danh_thoi_gian,
    }
    before |= {"loai": view["van_ban"].ten_loai, "trich_yeu": _line(view["van_ban"].trich_yeu)}
    paragraphs = [{"so": block.so, "chu": _line(block.chu)} for block in view["noi_dung"] if not block.bang]
    table = next(block.bang for block in annex.noi_dung if block.bang)
    rows = [
        {f"c{index}": _line(" ".join(map(str, cell.dong))) for index, cell in enumerate(row.o)} for row in table.hang
    ]
    return _load(before, paragraphs, rows, {"ket": _line(view["ket_thuc"]), "ky": view["nguoi_ky"].ho_ten})


def letter() -> Load:
    """A công văn of one page."""
    before = {"don_vi": "UBND huyện Sông Hồng", "so": "Số: 123/UBND-VX", "ngay": "Sông Hồng, ngày 05 tháng 12 năm 2023"}
    before |= {"vv": "V/v triển khai nhiệm vụ chuyển đổi số", "gui": "Kính gửi: Chủ tịch UBND các xã, thị trấn"}
    words = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2023 của UBND tỉnh về chuyển đổi số, UBND huyện yêu cầu:",
        "Rà soát các chỉ tiêu chưa đạt, xác định rõ nguyên nhân, trách nhiệm & thời hạn hoàn thành từng chỉ tiêu.",
        "Phân công cán bộ theo dõi; báo cáo kết quả về Phòng Văn hóa trước ngày 20 hằng tháng (<= 2 trang).",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc thì báo cáo UBND huyện để xem xét, chỉ đạo.",
    )
    paragraphs = [{"so": f"{number}.", "chu": text} for number, text in enumerate(words, start=1)]
    return _load(before, paragraphs, [], {"nhan": "Nơi nhận: Như trên; Lưu: VT.", "ky": "Nguyễn Văn An"})


def table(size: int) -> Load:
    """A title and a table of that many rows of four cells."""
    rows = [
        {
            "tt": str(number),
            "ten": f"Tỷ lệ hộ gia đình của thôn thứ {number} có kết nối Internet băng rộng",
            "ket_qua": f"{number % 97},{number % 10}%",
            "ghi_chu": f"Đợt {number % 7 + 1} & cả năm",
        }
        for number in range(1, size + 1)
    ]
    return _load({"ten": f"Bảng có {size} hàng"}, [], rows, {"ky": "Nguyễn Văn An"})


def _line(words: object) -> str:
    return " ".join(str(words).split())
