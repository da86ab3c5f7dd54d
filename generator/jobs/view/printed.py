"""What the tags of a template may reach in a body, an annex and their tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct

from generator.findings import Place
from generator.jobs.view.told import Told, Untold
from generator.jobs.view.widths import Tight
from generator.rules.template.vocabulary import Specimen
from generator.word.charts import DrawnChart
from generator.word.pieces import Piece
from generator.word.runs import Runs

_NUMBERED = ("so", "chu")
KINDS: Mapping[str, Specimen] = MappingProxyType(
    {
        "chuong": Specimen("Từ «Chương» và số, tiêu đề ở dòng dưới", _NUMBERED, part="phu_luc.ban_hanh"),
        "dieu": Specimen("Điều không có tiêu đề, lời đứng sau «Điều 1.»", _NUMBERED, part="dieu"),
        "dieu_co_tieu_de": Specimen("Tiêu đề của điều", _NUMBERED, part="dieu"),
        "muc": Specimen("Tiêu đề mục đánh số I., II.", _NUMBERED),
        "khoan": Specimen("Tiêu đề khoản đánh số 1., 2.", _NUMBERED),
        "khoan_con": Specimen("Tiêu đề khoản nhỏ đánh số 1.1., 1.2.", _NUMBERED),
        "diem": Specimen("Tiêu đề điểm đánh số a), b)", _NUMBERED),
        "doan": Specimen("Đoạn văn thường"),
        "gach": Specimen("Dòng gạch đầu dòng (-)"),
        "cong": Specimen("Dòng mở đầu bằng dấu cộng (+)"),
        "danh_so": Specimen("Dòng của danh sách có đánh số", _NUMBERED),
        "chi_tieu": Specimen("Tên chỉ tiêu trong thuyết minh", _NUMBERED),
        "yeu_cau": Specimen("Yêu cầu của chỉ tiêu"),
        "ket_qua": Specimen("Kết quả của chỉ tiêu"),
        "danh_gia": Specimen("Đánh giá chỉ tiêu"),
        "bang": Specimen("Bảng", ("bang.cot[].tieu_de", "bang.hang[].o[].dong[]")),
        "bieu_do": Specimen("Biểu đồ", ("bieu_do", "chu")),
    }
)
"""The kinds of blocks, each with what its specimen in a template must print."""

_SIDE = Annotated[str, Told("Chữ trong ô đứng ở đâu: giua hoặc trai", "giua", steers=True)]
_WIDTH = Annotated[int, Untold]  # preparing puts it into the tables


class CotIn(Struct, frozen=True):
    """A column: heading, width in twips, ``giua`` or ``trai``."""

    tieu_de: Annotated[str, Told("Tiêu đề của cột", "Kết quả")]
    rong: _WIDTH
    can: _SIDE


class OIn(Struct, frozen=True):
    """A cell: its paragraphs (one at least), the column's width and side.

    ``cho`` is where its words stand in the data: one place, or one for each paragraph.
    """

    dong: Annotated[tuple[Piece, ...], Told("Các đoạn của ô, mỗi đoạn một phần tử", "80,7%")]
    rong: _WIDTH
    can: _SIDE
    cho: Annotated[tuple[Place, ...], Untold] = ()


class HangIn(Struct, frozen=True):
    """A row; ``nhom`` for the heading of a group."""

    nhom: Annotated[bool, Told("Hàng này là tên của một nhóm", steers=True)]
    o: Annotated[tuple[OIn, ...], Told("Các ô của hàng")]


class BangIn(Struct, frozen=True):
    """A table; ``chat`` are its columns that are too narrow, ``them`` is what columns of the template's own take."""

    cot: Annotated[tuple[CotIn, ...], Told("Các cột của bảng")]
    hang: Annotated[tuple[HangIn, ...], Told("Các hàng của bảng, không kể hàng tiêu đề")]
    chat: Annotated[tuple[Tight, ...], Untold] = ()
    them: Annotated[int, Untold] = 0


class KhoiIn(Struct, frozen=True):
    """A block as the template prints it: kind, words, typed number ("I.", "1.1.") where it has one.

    Typed lines are of the kinds ``doan``, ``gach`` (after "- ") and ``cong`` (after "+ "), without their lead.
    ``bang`` is the table of a block of that kind, ``bieu_do`` the chart, ``chu`` the words under it; ``cho`` is where
    the words stand in the data.
    """

    kieu: Annotated[str, Told("Loại khối", "muc", steers=True, kinds=KINDS)]
    chu: Annotated[Runs, Told("Lời của khối, không kể số", "Công tác chỉ đạo, điều hành")]
    so: Annotated[str, Told("Số của khối, có khi trống", "I.")] = ""
    bang: Annotated[BangIn | None, Told("Bảng, khi khối là bảng")] = None
    bieu_do: Annotated[DrawnChart | None, Told("Biểu đồ, khi khối là biểu đồ")] = None
    cho: Annotated[Place | None, Untold] = None
