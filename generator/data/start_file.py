"""Blank data files: what a start file says, with the parts that a catalogue of indicators asks for put in.

A start file marks the places of those parts by comments (``#[[chi_tieu]]``): the results, one section of the body for
each group, the annex with the table.  Without a catalogue they stay away.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from generator.data.building_catalogue import CONG_THUC_TINH
from generator.data.model_catalogue import BoChiTieu, ChiTieu, NhomChiTieu
from generator.patterns import regex

RESULTS, SECTIONS, ANNEX = "chi_tieu", "nhom", "phu_luc"
SLOTS = (RESULTS, SECTIONS, ANNEX)
ANNEX_ID = "ket_qua"

_SLOT = regex(rf"^(?P<indent> *)#\[\[(?P<name>{'|'.join(SLOTS)})\]\] *\n", re.MULTILINE)
_WIDTH = 120
# What YAML and the marks of emphasis leave as it is; and what would need to be hidden from expressions too.
_PLAIN = regex(r"[^\W\d_][\w ,.;()/%–-]*")
_MARKS = frozenset("*{}\\")
_NULLS = frozenset(("null", "Null", "NULL"))

_WITHOUT = """\

# Báo cáo theo một bộ chỉ tiêu thì lấy tệp khác, có sẵn mọi chỉ tiêu của bộ:
# cds-gen init --data TÊN_KHÁC --catalogue MÃ (mã là tên một tệp trong templates/chi_tieu/, bỏ đuôi .yaml)
"""
_HOW = """\
#    Trên mỗi mã là tên chỉ tiêu, đơn vị tính, mức phải đạt. Dưới mỗi mã, điền kết quả vào chỗ có sẵn:
#    - tu, mau: tử số và mẫu số, ví dụ 702 và 870; máy tự tính tỷ lệ. Chỉ có tỷ lệ thì thay bằng một dòng gia_tri: 80,7%
#    - gia_tri: một con số hoặc một tỷ lệ, ví dụ 14 hoặc 100%
#    - chu: kết quả bằng chữ, ví dụ Có. Kết quả là chữ mà có sẵn gia_tri, hoặc ngược lại, thì đổi tên mục ấy
#    - noi_dung: câu thuyết minh, in trong thân báo cáo; không cần thì để trống
#    Chưa có kết quả thì để trống. Có ghi chú thì thêm dòng ghi_chu, thụt vào bằng noi_dung; nó in ở cột cuối phụ lục
"""


def missing_slots(start: str) -> list[str]:
    """The marks that a start file lacks and needs for a catalogue."""
    found = {slot["name"] for slot in _SLOT.finditer(start)}
    return [mark(name) for name in SLOTS if name not in found]


def mark(name: str) -> str:
    """The comment that marks the place of a part."""
    return f"#[[{name}]]"


def blank_report(start: str, catalogue: BoChiTieu | None = None) -> str:
    """The start file with the parts for the catalogue in their places; without any where there is none."""

    def part(slot: re.Match[str]) -> str:
        if catalogue is None:
            return _WITHOUT if slot["name"] == RESULTS else ""
        made = {RESULTS: _results, SECTIONS: _sections, ANNEX: _annex}[slot["name"]](catalogue)
        return "".join(f"{slot['indent']}{line}\n" if line else "\n" for line in made)

    return _SLOT.sub(part, start)


def _results(bo: BoChiTieu) -> Iterator[str]:
    yield ""
    yield "# ---- KẾT QUẢ TỪNG CHỈ TIÊU ----"
    yield from _comment(f"{bo.ten} ({bo.can_cu.loai} {bo.can_cu.so})")
    yield from _HOW.splitlines()
    yield "chi_tieu:"
    yield f"  bo: {bo.ma}"
    first = bo.nhom[0].chi_tieu[0].ma
    yield "  # Có chỉ tiêu đơn vị không phải báo cáo thì bỏ dấu # ở dòng dưới và ghi mã của chúng"
    yield f"  #khong_bao_cao: [{_in_quotes(first)}]"
    yield "  ket_qua:"
    for group in bo.nhom:
        yield ""
        yield from _indented(4, _comment(f"==== {_numbered(group.so, group.ten)} ===="))
        for indicator in group.chi_tieu:
            yield from _indented(4, _result(indicator))


def heading(indicator: ChiTieu) -> list[str]:
    """The comments above the result of an indicator: its number and name, its unit, its target."""
    facts = (("Đơn vị tính", indicator.don_vi_tinh), ("Mức phải đạt", indicator.muc_tieu.chu))
    told = [f"{name}: {words}" for name, words in facts if words]
    below = _comment("; ".join(told), "#    ") if told else []
    return [*_comment(_numbered(indicator.so, indicator.ten)), *below]


def value_keys(indicator: ChiTieu) -> tuple[str, ...]:
    """The keys for a result, as the indicator is measured."""
    if indicator.cong_thuc or indicator.tong_hop == "ty_le":
        return ("tu", "mau")
    is_number = indicator.muc_tieu.gia_tri is not None or indicator.don_vi_tinh == "%" or indicator.tong_hop == "cong"
    return ("gia_tri",) if is_number else ("chu",)


def _result(indicator: ChiTieu) -> Iterator[str]:
    yield from heading(indicator)
    yield f"{_in_quotes(indicator.ma)}:"
    yield from _indented(2, _value(indicator))
    yield "  noi_dung:"


def _value(indicator: ChiTieu) -> Iterator[str]:
    """The places for the result, each below what it holds."""
    formula = indicator.cach_tinh
    if formula is not None and not formula.phan_tram:
        yield from _comment(f"Kết quả máy tính: tu / mau × {formula.nhan}")
    terms = {
        "tu": [(each.ghi, each.tu) for each in indicator.cong_thuc],
        "mau": [(each.ghi, each.mau) for each in indicator.cong_thuc],
    }
    for key in value_keys(indicator):
        for ghi, term in terms.get(key, ()):
            yield from _comment(term if ghi == CONG_THUC_TINH else f"{ghi.rstrip(' :')}: {term}")
        yield f"{key}:"


def _sections(bo: BoChiTieu) -> Iterator[str]:
    yield f"- Kết quả từng chỉ tiêu có ở {{{{ phu_luc('{ANNEX_ID}') }}}} kèm theo; kết quả chính như sau."
    yield "# Dưới mỗi tiêu đề in các chỉ tiêu có ghi noi_dung ở phần KẾT QUẢ TỪNG CHỈ TIÊU"
    for group in bo.nhom:
        call = f"nhom('{group.ma}')"
        yield f"- muc: {_title(group)}"
        yield "  gom:"
        yield f"    - Đạt {{{{ {call}.dat }}}}/{{{{ {call}.tong }}}} chỉ tiêu."
        yield f"    - chi_tieu: {group.ma}"


def _title(group: NhomChiTieu) -> str:
    """The name of a group as a heading; called by its id where words would be taken for marks."""
    return _in_quotes(f"{{{{ nhom('{group.ma}').ten }}}}") if _MARKS & set(group.ten) else _typed(group.ten)


def _annex(bo: BoChiTieu) -> Iterator[str]:
    indicators = [indicator for group in bo.nhom for indicator in group.chi_tieu]
    yield ""
    yield "# ---- PHỤ LỤC ----"
    yield "# Bảng mọi chỉ tiêu, khổ ngang. Không cần thì xóa cả phần này và câu nhắc đến phụ lục trong THÂN BÁO CÁO"
    yield "phu_luc:"
    if _MARKS & set(bo.ten):
        yield "  # Ví dụ: Kết quả thực hiện các chỉ tiêu năm 2025"
        yield "  - tieu_de:"
    else:
        yield f"  - tieu_de: {_typed(f'Kết quả thực hiện {_lower(bo.ten)}')}"
    yield f"    ma: {ANNEX_ID}"
    yield "    bang: chi_tieu"
    yield "    # Chỉ in một số nhóm thì bỏ dấu # ở dòng dưới và giữ lại mã của những nhóm ấy"
    yield f"    #nhom: [{', '.join(group.ma for group in bo.nhom)}]"
    yield "    # Cột nào không cần thì bỏ; thêm được: ket_qua_day_du, phan_so, ky_truoc, minh_chung"
    own = list(dict.fromkeys(name for indicator in indicators for name in indicator.cot_them))
    if own:
        column = f"{{cot: {own[0]}, tieu_de: Tên cột}}"
        yield from _indented(4, _comment(f"Bộ này có chữ cho cột riêng {', '.join(own)}; muốn in thì thêm {column}"))
    yield f"    cot: [{', '.join(_columns(indicators))}]"


def _columns(indicators: Iterable[ChiTieu]) -> Iterator[str]:
    indicators = tuple(indicators)
    yield from ("tt", "ten")
    if any(indicator.don_vi_tinh for indicator in indicators):
        yield "don_vi_tinh"
    if any(indicator.muc_tieu.chu for indicator in indicators):
        yield "chi_tieu"
    yield from ("ket_qua", "danh_gia")
    if any(indicator.cong_thuc for indicator in indicators):
        yield "{cot: [ghi_chu, cong_thuc], tieu_de: Ghi chú, rong: 115}"
    else:
        yield "ghi_chu"


def _numbered(number: str, name: str) -> str:
    return f"{number.rstrip('.')}. {name}" if number else name


def _lower(words: str) -> str:
    """The words as they go on in a sentence; an abbreviation stays as it is."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def _comment(words: str, lead: str = "# ") -> list[str]:
    return textwrap.wrap(
        words, _WIDTH, initial_indent=lead, subsequent_indent="#    ", break_long_words=False, break_on_hyphens=False
    )


def _indented(depth: int, lines: Iterable[str]) -> Iterator[str]:
    return (" " * depth + line for line in lines)


def _in_quotes(words: str) -> str:
    """The words in double quotes with YAML's escapes, of which JSON's are a part."""
    return json.dumps(words, ensure_ascii=False)


def _typed(words: str) -> str:
    """The words as a value, in quotes unless they are plain."""
    return words if _PLAIN.fullmatch(words) and words not in _NULLS else _in_quotes(words)
