"""Write a first Word template, made from the decree and the office's choice inside its ranges."""

from __future__ import annotations

from pathlib import Path

from generator.jobs.house_style import HouseStyle, builder_choice, house_style
from generator.jobs.output import Written, write_output
from generator.word.builder.template import build_template


def write_template(target: Path, here: Path, *, force: bool) -> tuple[Written, HouseStyle]:
    """Build the template into ``target`` after the house style of its office; what was written, and that style.

    One that was edited in Word is never overwritten without ``force``.  Raises ``Refused`` for a house style outside
    the law.
    """
    house = house_style(here / target, here)
    written, _ = write_output(target, build_template(builder_choice(house.style)), str(target), force=force)
    return written, house
