"""The house style of the office that a file belongs to: found, read, and turned into what the builder takes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.data.house import QuyCach, load_house_style
from generator.findings import Finding
from generator.jobs.workspace import HOUSE_STYLE_FILE, TEMPLATES, own_house_style, shown_path
from generator.word.builder.choice import Choice, Margins

_MM_PER_CM = 10


class HouseStyle(Struct, frozen=True):
    """A house style; ``file`` is what messages call its file, empty where the shipped style stands in.

    ``findings`` are those on the file itself; none is an error.
    """

    style: QuyCach
    file: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def told(self) -> str:
        """Which style it is, in a sentence."""
        if self.file:
            return f"Quy cách của cơ quan: {self.file}"
        return f"Không có tệp {TEMPLATES}/{HOUSE_STYLE_FILE} của cơ quan: dùng quy cách mặc định."


def house_style(file: Path, here: Path) -> HouseStyle:
    """The house style that serves a Word file, found as ``templates_for`` finds templates; the shipped one for none.

    Raises ``CannotGoOn`` where its file cannot be read, ``Refused`` where it is faulty or outside the law.
    """
    path = own_house_style(file, here)
    if path is None:
        return HouseStyle(QuyCach())
    name = shown_path(path, here)
    style, findings = load_house_style(path, name)
    return HouseStyle(style, name, tuple(findings))


def builder_choice(style: QuyCach) -> Choice:
    """What the template builder is told of a house style."""
    sizes, edges = style.co_chu, style.le
    return Choice(
        margins=Margins(top=edges.tren, bottom=edges.duoi, left=edges.trai, right=edges.phai),
        quoc_hieu=sizes.quoc_hieu,
        tieu_ngu=sizes.tieu_ngu,
        dia_danh_thoi_gian=sizes.dia_danh,
        noi_dung=sizes.noi_dung,
        indent=style.thut_dau_dong * _MM_PER_CM,
        spacing_before=style.gian_doan,
        line_spacing=style.gian_dong,
        committee_in_full=style.uy_ban_day_du,
    )
