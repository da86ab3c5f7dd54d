"""What several commands say in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import CannotGoOn
from generator.findings import Finding
from generator.report.text import trouble_text

if TYPE_CHECKING:
    from click.decorators import FC

    from generator.jobs.check_format import FormReport
    from generator.jobs.named_rules import Asked

# What a check prints: words for people, or what another program reads.
form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    metavar="DẠNG",
    help="In kết quả dạng json hoặc sarif cho chương trình khác đọc; không ghi thì in thành chữ.",
)

select_option = click.option(
    "--select", multiple=True, metavar="MÃ", help="Chỉ xét những luật này, ví dụ TT2 hoặc TT201."
)
ignore_option = click.option("--ignore", multiple=True, metavar="MÃ", help="Bỏ qua những luật này.")

_FORM = "TT"  # with which the ids of the rules of form begin


def annotate_option(of: str) -> Callable[[FC], FC]:
    """The option ``--annotate`` of a command that checks what ``of`` calls, in Vietnamese."""
    return click.option(
        "--annotate",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="BẢN_GHI_CHÚ.docx",
        help=f"Ghi một bản sao của {of}, mỗi phát hiện là một ghi chú (comment) của Word.",
    )


def tell_troubles(stopped: Iterable[CannotGoOn]) -> None:
    """What kept the program from going on, one after the other."""
    for error in stopped:
        click.echo(trouble_text(error.problem, error.fix), err=True)


def refuse_unasked(select: Iterable[str], ignore: Iterable[str], asked: Asked) -> None:
    """Raises ``UsageError`` for a name that no rule has, and for one that is selected where its rules are not asked."""
    from generator.jobs.named_rules import is_known, why_not_asked

    for wished in (*select, *ignore):
        if not is_known(wished):
            raise click.UsageError(f"Không có luật nào mang mã «{wished}»; xem danh sách bằng lệnh «cds-gen rules».")
    for wished in select:
        if why := why_not_asked(wished, asked):
            raise click.UsageError(why)


def certificate(report: FormReport) -> str:
    """The certificate in a line: how many rules were met, broken, or had nothing to judge; what is not there."""
    form = any(rule.startswith(_FORM) for rule in report.verdicts)
    said = any(not rule.startswith(_FORM) for rule in report.verdicts)
    what = "Thể thức và số liệu" if form and said else "Số liệu" if said else "Thể thức"
    absent = f"; không thấy: {', '.join(report.absent)}" if report.absent else ""
    return (
        f"{what}: {len(report.verdicts)} luật, {len(report.met)} đạt, {len(report.broken)} không đạt, "
        f"{len(report.unassessed)} không đánh giá{absent}"
    )


def show_findings(reports: list[FormReport], findings: list[Finding], form: str) -> None:
    """The findings for other programs to read: ``json`` or ``sarif``; the reports give what each file came to."""
    from generator.report.json_text import RuleText, findings_json, findings_sarif

    if form == "json":
        click.echo(findings_json(findings, {report.file: _counts(report) for report in reports}))
        return
    from generator.cli.main import version
    from generator.jobs.rule_pages import all_pages

    rules = [
        RuleText(page.id, page.title, page.why, page.source.article if page.source else "") for page in all_pages()
    ]
    counts = {report.file: {word: len(named) for word, named in _counts(report).items()} for report in reports}
    click.echo(findings_sarif(findings, rules, version(), counts))


def _counts(report: FormReport) -> dict[str, list[str]]:
    return {"dat": list(report.met), "khong_dat": list(report.broken), "khong_danh_gia": list(report.unassessed)}
