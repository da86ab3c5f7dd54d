"""``cds-gen template check``: a Word template against what it may print, and a trial build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.telling import (
    annotate_option,
    form_option,
    ignore_option,
    refuse_unasked,
    select_option,
    show_findings,
)
from generator.findings import Severity

if TYPE_CHECKING:
    from generator.jobs.check_template import TemplateReport

_FOUND = 1


@click.command("check", short_help="Kiểm tra một mẫu Word: thẻ, dựng thử, thể thức.", options_metavar="[TÙY CHỌN]")
@click.argument("name", metavar="LOẠI|TỆP.docx")
@select_option
@ignore_option
@form_option
@annotate_option("mẫu")
@click.option("--verbose", is_flag=True, help="In cả gợi ý.")
def check(name: str, form: str, annotate: Path | None, verbose: bool, **wished: tuple[str, ...]) -> None:
    """Kiểm tra mẫu Word của một loại văn bản, hoặc một tệp mẫu.

    Mọi thẻ được đối chiếu với những gì chương trình in được («cds-gen template vars»). Thẻ đúng cả thì máy dựng thử
    bằng tệp ví dụ của loại ấy (vi_du.yaml) và xét thể thức của bản dựng ra.

    Thoát với trạng thái 0 khi không có lỗi và cảnh báo, 1 khi có.
    """
    from generator.jobs.check_format import Choice
    from generator.jobs.check_template import annotated_template, check_file, template_file
    from generator.jobs.named_rules import Asked
    from generator.jobs.output import write_new
    from generator.jobs.workspace import templates_here

    choice = Choice(select=wished["select"], ignore=wished["ignore"])
    refuse_unasked(choice.select, choice.ignore, Asked(template=True))
    here = Path.cwd()
    report = check_file(template_file(name, here, templates_here(here)), here, choice)
    if annotate is not None:
        write_new(here / annotate, annotated_template(report), str(annotate), "--annotate")
    if form == "text":
        _show_text(report, verbose=verbose)
    else:
        show_findings([report.as_report], list(report.findings), form)
    if any(finding.severity is not Severity.HINT for finding in report.findings):
        click.get_current_context().exit(_FOUND)


def _show_text(report: TemplateReport, *, verbose: bool) -> None:
    from generator.cli.telling import certificate
    from generator.report.text import count_text, findings_text

    shown = [finding for finding in report.findings if verbose or finding.severity is not Severity.HINT]
    if shown:
        click.echo(findings_text(shown))
    click.echo(f"{report.file}: {count_text(report.findings)}")
    if report.untried:
        click.echo(f"    {report.untried}")
    elif report.form is not None:
        told = f" {certificate(report.form)}" if report.form.verdicts else ""
        click.echo(f"    Dựng thử bằng {report.tried}.{told}")
