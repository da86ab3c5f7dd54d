"""What several commands say in the same words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from generator.errors import CannotGoOn
from generator.report.text import trouble_text

if TYPE_CHECKING:
    from generator.jobs.check_format import FormReport

_FORM = "TT"  # with which the ids of the rules of form begin


def tell_troubles(stopped: Iterable[CannotGoOn]) -> None:
    """What kept the program from going on, one after the other."""
    for error in stopped:
        click.echo(trouble_text(error.problem, error.fix), err=True)


def certificate(report: FormReport) -> str:
    """The certificate in a line: how many rules were met, broken, or had nothing to judge."""
    form = any(rule.startswith(_FORM) for rule in report.verdicts)
    said = any(not rule.startswith(_FORM) for rule in report.verdicts)
    what = "Thể thức và số liệu" if form and said else "Số liệu" if said else "Thể thức"
    return (
        f"{what}: {len(report.verdicts)} luật, {len(report.met)} đạt, {len(report.broken)} không đạt, "
        f"{len(report.unassessed)} không đánh giá"
    )
