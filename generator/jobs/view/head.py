"""Head, addressees, recipients and signer as a template prints them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from msgspec import Struct, structs

from generator.data.model import BaoCao, NguoiKy, NoiNhan
from generator.data.model_blocks import DIEU_MARKER, Dieu, Muc
from generator.decree.components import COMPONENTS
from generator.decree.signing import QUYEN_HAN
from generator.decree.symbols import build_symbol
from generator.decree.uy_ban import in_full, in_short
from generator.decree.wording import CAN_CU_MARKS, KINH_GUI_MARKS, LUU, NHU_DIEU, NHU_TREN, NOI_NHAN_MARKS
from generator.findings import Place
from generator.jobs.view.prose import one_line, title
from generator.jobs.view.told import Told, Untold
from generator.patterns import regex
from generator.vn.dates import long_date
from generator.word.drawings import DrawnBrace, DrawnLine
from generator.word.geometry import Geometry
from generator.word.metrics import balanced_lines, line_height, text_width, wrapped_lines
from generator.word.runs import Runs

_FRAME_MARGINS = 114  # twips; both sides of the head's cell
_BRACE_GAP = 57  # twips; between recipients and the brace that joins them
# Before these words a long name of a body may be broken: "ỦY BAN NHÂN DÂN / XÃ HOÀNG KIM".
_PLACE_WORDS = regex(r" (?=(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH) )")
FIRST_LINE = 101  # numbers of drawn lines made from data; the template's own stand below


class DonViIn(Struct, frozen=True):
    """The issuing body; its superior as the data names it, with the committee spelled out, and shortened."""

    ten: Annotated[str, Told("Tên cơ quan như ghi ở tệp dữ liệu", "Ủy ban nhân dân xã Xuân Lộc")]
    ten_dau_trang: Annotated[
        str, Told("Tên cơ quan chữ in hoa, đã ngắt dòng cho đầu trang", "ỦY BAN NHÂN DÂN XÃ XUÂN LỘC", form_of="ten")
    ]
    viet_tat: Annotated[str, Told("Tên gọi tắt của cơ quan", "UBND xã Xuân Lộc", form_of="ten")]
    cap_tren: Annotated[str, Told("Cơ quan cấp trên trực tiếp, có khi trống", "UBND huyện Thạch An")]
    cap_tren_day_du: Annotated[
        str,
        Told("Cơ quan cấp trên, chữ in hoa, viết đủ", "ỦY BAN NHÂN DÂN HUYỆN THẠCH AN", form_of="cap_tren"),
    ]
    cap_tren_viet_tat: Annotated[str, Told("Cơ quan cấp trên, viết tắt", "UBND huyện Thạch An", form_of="cap_tren")]
    dia_danh: Annotated[str, Told("Địa danh", "Xuân Lộc", form_of="van_ban.dia_danh_thoi_gian")]
    ke: Annotated[DrawnLine, Told("Đường kẻ dưới tên cơ quan, dài theo chữ")]


class VanBanIn(Struct, frozen=True):
    so_ky_hieu: Annotated[str, Told("Số, ký hiệu, cả chữ «Số:»", "Số: 12/BC-UBND")]
    dia_danh_thoi_gian: Annotated[str, Told("Địa danh, ngày, tháng, năm", "Xuân Lộc, ngày 05 tháng 12 năm 2024")]
    ten_loai: Annotated[str, Told("Tên loại văn bản, chữ in hoa", "BÁO CÁO", part="ten_loai")]
    trich_yeu: Annotated[Runs, Told("Trích yếu nội dung", "Kết quả chuyển đổi số năm 2024")]
    ke: Annotated[DrawnLine, Told("Đường kẻ dưới trích yếu, dài theo chữ", part="ten_loai")]
    tham_quyen: Annotated[
        str, Told("Thẩm quyền ban hành, đứng trên các căn cứ", "Chủ tịch UBND xã Xuân Lộc", part="van_ban.tham_quyen")
    ] = ""
    menh_lenh: Annotated[str, Told("Dòng chữ giữa căn cứ và nội dung", "QUYẾT ĐỊNH:", part="menh_lenh")] = ""


class CanCuIn(Struct, frozen=True):
    """A ground and the mark after it; ``cho`` is where its words stand in the data."""

    chu: Annotated[Runs, Told("Lời của căn cứ", "Căn cứ Luật Tổ chức chính quyền địa phương", part="can_cu")]
    dau: Annotated[str, Told("Dấu câu đứng sau", ";", part="can_cu")]
    cho: Annotated[Place | None, Untold] = None


class NoiIn(Struct, frozen=True):
    """An addressee or recipient and the mark after it.

    Where a brace joins several (``gom``), ``ten`` is what stands beside the brace.  ``cho`` is where it stands in the
    data, None for one that the program adds.
    """

    ten: Annotated[str, Told("Tên nơi nhận; có ngoặc nối thì là chữ đứng bên ngoặc", "UBND huyện Thạch An")]
    dau: Annotated[str, Told("Dấu câu đứng sau", ";", unless="gom")]
    gom: Annotated[
        tuple[NoiIn, ...],
        Told("Những nơi nhận mà một ngoặc nối lại, thường trống", without=("gom", "ngoac")),
    ] = ()
    ngoac: Annotated[DrawnBrace | None, Told("Dấu ngoặc nối những nơi nhận ấy")] = None
    cho: Annotated[Place | None, Untold] = None


class NguoiKyIn(Struct, frozen=True):
    quyen_han: Annotated[tuple[str, ...], Told("Các dòng quyền hạn, chức vụ của người ký", "KT. CHỦ TỊCH")]
    chuc_vu_khac: Annotated[str, Told("Chức vụ khác in dưới, có khi trống", "PHÓ TRƯỞNG BAN")]
    ho_ten: Annotated[str, Told("Họ và tên người ký", "Lê Văn Hùng")]


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
    subject = title(facts.trich_yeu)
    above = _line_above_rule(str(subject), COMPONENTS["trich_yeu"].sizes.high, geometry.upright)
    return VanBanIn(
        build_symbol(facts.so, facts.loai, report.noi_ky_hieu),
        f"{report.don_vi.dia_danh}, {long_date(facts.ngay)}",
        report.ten_loai,
        subject,
        short_rule("trich_yeu", above, FIRST_LINE + 1),
        str(one_line(facts.tham_quyen)) if facts.tham_quyen else "",
        report.kind.menh_lenh,
    )


def grounds(report: BaoCao) -> list[CanCuIn]:
    """The grounds with their marks (Phụ lục I, phần I, mục II.6.a)."""
    last = len(report.can_cu) - 1
    return [
        CanCuIn(
            one_line(text),
            CAN_CU_MARKS.after_last if index == last else CAN_CU_MARKS.after,
            text.place_of_line(0),
        )
        for index, text in enumerate(report.can_cu)
    ]


def addressees(report: BaoCao) -> list[NoiIn]:
    """Kính gửi: one on the line of the word, or several with their marks."""
    last = len(report.kinh_gui)
    return [
        NoiIn(
            name,
            KINH_GUI_MARKS.after_last if number == last else KINH_GUI_MARKS.after,
            cho=report.places.get(f"kinh_gui[{number}]"),
        )
        for number, name in enumerate(report.kinh_gui, start=1)
    ]


def recipients(report: BaoCao, geometry: Geometry) -> list[NoiIn]:
    """Nơi nhận: those whom the document itself names first ("Như trên", "Như Điều 3"), "Lưu" last, marks computed."""
    numbered = enumerate(report.noi_nhan, start=1)
    places = sorted(((place, number) for number, place in numbered), key=lambda each: each[0].luu)
    names = [name for place, _ in places for name in (place.ten, *place.gom)]
    for first in _named_above(report):
        if not any(name.casefold().startswith(first.casefold()) for name in names):
            places.insert(0, (NoiNhan(first), 0))
    marks = [NOI_NHAN_MARKS.after] * (len(places) - 1) + [NOI_NHAN_MARKS.after_last]
    first_brace = FIRST_LINE + 2 + len(report.phu_luc)
    return [
        structs.replace(_recipient(place, mark, geometry, brace), cho=_typed_at(report, number))
        for brace, ((place, number), mark) in enumerate(zip(places, marks, strict=True), start=first_brace)
    ]


def _typed_at(report: BaoCao, number: int) -> Place | None:
    """Where the recipient of that number stands in the data."""
    keys = ("ten", "luu", "gom[1]")
    return next(filter(None, (report.places.get(f"noi_nhan[{number}].{key}") for key in keys)), None)


def _named_above(report: BaoCao) -> Iterator[str]:
    """How the list of recipients calls those whom the document names: in Kính gửi, or in its last article."""
    if report.kinh_gui:
        yield NHU_TREN
    elif report.noi_dung and report.danh_so[0] == DIEU_MARKER:
        articles = sum(isinstance(block, Muc | Dieu) for block in report.noi_dung)
        if articles and not any(place.ten.startswith(NHU_DIEU) for place in report.noi_nhan):
            yield f"{NHU_DIEU} {articles}"


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
