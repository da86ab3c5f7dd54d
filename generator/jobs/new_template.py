"""Write a first Word template, made from the decree and the office's choice inside its ranges."""

from __future__ import annotations

from pathlib import Path

from generator.data.model_blocks import DIEU_MARKER
from generator.data.model_kind import BAT_BUOC, KHONG, MoTa
from generator.jobs.house_style import HouseStyle, builder_choice, house_style
from generator.jobs.kinds import described
from generator.jobs.output import Written, write_output
from generator.jobs.workspace import KIND_FILE
from generator.word.builder.layout import Layout
from generator.word.builder.template import build_template


def write_template(target: Path, here: Path, *, force: bool) -> tuple[Written, HouseStyle]:
    """Build the template into ``target`` after the house style of its office; what was written, and that style.

    Beside the description of a kind it is made for that kind.  One that was edited in Word is never overwritten
    without ``force``.  Raises ``Refused`` for a house style outside the law and for a faulty description.
    """
    house = house_style(here / target, here)
    folder = (here / target).parent
    layout = layout_of(described(folder, here)) if (folder / KIND_FILE).is_file() else None
    made = build_template(builder_choice(house.style), layout)
    written, _ = write_output(target, made, str(target), force=force)
    return written, house


def layout_of(kind: MoTa) -> Layout:
    """What the template of a kind is made of."""
    has = {path: said != KHONG for path, said in kind.phan.items()}
    return Layout(
        named=kind.is_named,
        kinh_gui=has["kinh_gui"],
        can_cu=has["can_cu"],
        tham_quyen=has["van_ban.tham_quyen"],
        menh_lenh=bool(kind.menh_lenh),
        articles=DIEU_MARKER in kind.danh_so,
        closing=kind.phan["ket_thuc"] == BAT_BUOC,
        annexes=has["phu_luc"],
        issuing=has["phu_luc.ban_hanh"],
    )
