"""Head, addressees, recipients and signer as a template prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.data.model import BaoCao, NguoiKy, NoiNhan
from generator.decree.components import COMPONENTS
from generator.decree.kinds import by_symbol
from generator.decree.signing import QUYEN_HAN
from generator.decree.symbols import build_symbol
from generator.decree.uy_ban import in_full, in_short
from generator.decree.wording import KINH_GUI_MARKS, LUU, NHU_TREN, NOI_NHAN_MARKS
from generator.jobs.view.prose import title
from generator.vn.dates import long_date
from generator.word.drawings import DrawnBrace, DrawnLine
from generator.word.geometry import Geometry
from generator.word.metrics import balanced_lines, line_height, text_width, wrapped_lines
from generator.word.runs import Runs

_FRAME_MARGINS = 114  # twips; both sides of the head's cell
_BRACE_GAP = 57  # twips; between recipients and the brace that joins them
# Before these words a long name of a body may be broken: "ỦY BAN NHÂN DÂN / XÃ HOÀNG KIM".
_PLACE_WORDS = re.compile(r" (?=(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) )")
FIRST_LINE = 101  # numbers of drawn lines made from data; the template's own stand below


@dataclass(frozen=True)
class DonViIn:
    """The issuing body; its superior as the data names it, with the committee spelled out, and shortened."""

    ten: str
    ten_dau_trang: str
    viet_tat: str
    cap_tren: str
    cap_tren_day_du: str
    cap_tren_viet_tat: str
    dia_danh: str
    ke: DrawnLine


@dataclass(frozen=True)
class VanBanIn:
    so_ky_hieu: str
    dia_danh_thoi_gian: str
    ten_loai: str
    trich_yeu: Runs
    ke: DrawnLine


@dataclass(frozen=True)
class NoiIn:
    """An addressee or recipient and the mark after it.

    Where a brace joins several (``gom``), ``ten`` is what stands beside the brace.
    """

    ten: str
    dau: str
    gom: tuple[NoiIn, ...] = ()
    ngoac: DrawnBrace | None = None


@dataclass(frozen=True)
class NguoiKyIn:
    quyen_han: tuple[str, ...]
    chuc_vu_khac: str
    ho_ten: str


def short_rule(component: str, width: int, number: int) -> DrawnLine:
    """The rule under a line of text ``width`` twips long: in the middle of what the decree allows."""
    rule = COMPONENTS[component].rule
    share = (rule.shortest + rule.longest) / 2 if rule else Fraction(2, 5)
    return DrawnLine(round(width * share), number)


def head_lines(name: str, width: int, *, bold: bool = True) -> list[str]:
    """A body's name in capitals on lines of ``width`` twips: broken first at the word for its place, then evenly."""
    capitals = name.upper()
    size = COMPONENTS["co_quan_ban_hanh"].sizes.high
    if text_width(capitals, size, bold=bold) <= width:
        return [capitals]
    parts = _PLACE_WORDS.split(capitals, maxsplit=1)
    return [line for part in parts for line in balanced_lines(part, size, width, bold=bold)]


def _line_above_rule(text: str, size: Decimal, width: int) -> int:
    """The length that a rule under a text is measured by.

    The line just above it, as the text wraps; but a last line of a word or two would leave no rule to be seen, so
    half of the longest line at least.
    """
    lines = [line for typed in text.split("\n") for line in wrapped_lines(typed, size, width, bold=True)]
    lengths = [text_width(line, size, bold=True) for line in lines]
    return min(width, max(lengths[-1], max(lengths) // 2)) if lengths else 0


def unit(report: BaoCao, geometry: Geometry) -> DonViIn:
    """The issuing body as the head prints it."""
    width = geometry.left_head - _FRAME_MARGINS
    facts = report.don_vi
    name = "\n".join(head_lines(facts.ten, width))
    above = _line_above_rule(name, COMPONENTS["co_quan_ban_hanh"].sizes.high, width)
    rule = short_rule("co_quan_ban_hanh", above, FIRST_LINE)
    superior = facts.cap_tren or ""
    spelled = "\n".join(head_lines(in_full(superior), width, bold=False))
    return DonViIn(facts.ten, name, facts.viet_tat, superior, spelled, in_short(superior), facts.dia_danh, rule)


def document(report: BaoCao, geometry: Geometry) -> VanBanIn:
    """Number, place and date, kind and subject."""
    facts = report.van_ban
    kind = by_symbol(facts.loai)
    subject = title(facts.trich_yeu)
    above = _line_above_rule(str(subject), COMPONENTS["trich_yeu"].sizes.high, geometry.upright)
    return VanBanIn(
        build_symbol(facts.so, facts.loai, report.don_vi.ky_hieu),
        f"{report.don_vi.dia_danh}, {long_date(facts.ngay)}",
        kind.ten if kind else facts.loai,
        subject,
        short_rule("trich_yeu", above, FIRST_LINE + 1),
    )


def addressees(report: BaoCao) -> list[NoiIn]:
    """Kính gửi: one on the line of the word, or several with their marks."""
    if len(report.kinh_gui) == 1:
        return [NoiIn(report.kinh_gui[0], KINH_GUI_MARKS.after_last)]
    last = len(report.kinh_gui) - 1
    return [
        NoiIn(name, KINH_GUI_MARKS.after_last if index == last else KINH_GUI_MARKS.after)
        for index, name in enumerate(report.kinh_gui)
    ]


def recipients(report: BaoCao, geometry: Geometry) -> list[NoiIn]:
    """Nơi nhận: "Như trên" first where there is Kính gửi, "Lưu" last, marks computed."""
    places = sorted(report.noi_nhan, key=lambda place: place.luu)
    names = (name for place in places for name in (place.ten, *place.gom))
    named = any(name.casefold().startswith(NHU_TREN.casefold()) for name in names)
    if report.kinh_gui and not named:
        places.insert(0, NoiNhan(NHU_TREN))
    marks = [NOI_NHAN_MARKS.after] * (len(places) - 1) + [NOI_NHAN_MARKS.after_last]
    first_brace = FIRST_LINE + 2 + len(report.phu_luc)
    return [
        _recipient(place, mark, geometry, number)
        for number, (place, mark) in enumerate(zip(places, marks, strict=True), start=first_brace)
    ]


def _recipient(place: NoiNhan, mark: str, geometry: Geometry, number: int) -> NoiIn:
    if place.gom:
        last = len(place.gom) - 1
        joined = tuple(
            NoiIn(name, mark if index == last else NOI_NHAN_MARKS.after) for index, name in enumerate(place.gom)
        )
        return NoiIn(place.ten, "", joined, _brace(joined, geometry, number))
    if place.luu:
        return NoiIn(f"{LUU}: {place.ten}", mark)
    return NoiIn("\n".join(filter(None, (place.ten, place.dong_duoi))), mark)


def _brace(joined: tuple[NoiIn, ...], geometry: Geometry, number: int) -> DrawnBrace:
    """The brace beside the recipients that it joins, as high as their lines."""
    size, width = COMPONENTS["noi_nhan_danh_sach"].sizes.high, geometry.brace_list - _BRACE_GAP
    lines = [line for place in joined for line in wrapped_lines(f"- {place.ten}{place.dau}", size, width)]
    return DrawnBrace(len(lines) * line_height(size), geometry.brace, number)


def signer(person: NguoiKy) -> NguoiKyIn:
    """Authority and office, line by line (Phụ lục I, phần I, mục II.7.b)."""
    authorised = []
    if person.tap_the:
        authorised.append(f"{QUYEN_HAN['TM'].chu} {person.tap_the}")
    authority = QUYEN_HAN.get(person.quyen_han or "")
    if authority is None or authority.ky_hieu == "TM":
        authorised.append(person.chuc_vu)
    else:
        authorised.append(f"{authority.chu} {person.thay or person.chuc_vu}")
        if authority.own_office_below:
            authorised.append(person.chuc_vu)
    return NguoiKyIn(tuple(authorised), person.chuc_vu_khac or "", person.ho_ten)
