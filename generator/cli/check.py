"""``cds-gen check``: the form of Word files against the decree; figures, citations and words of data and Word files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.telling import certificate, tell_troubles
from generator.errors import CannotGoOn, Refused
from generator.findings import Finding, Severity

if TYPE_CHECKING:
    from generator.jobs.check_format import Choice, FormReport
    from generator.jobs.house_style import HouseStyle

_FOUND = 1


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Choice(["law", "specimen", "house"]),
    default="specimen",
    show_default=True,
    help="Xét theo: law (chỉ điều luật buộc), specimen (cả mẫu và thông lệ), house (cả quy cách riêng của cơ quan).",
)
@click.option("--figures", is_flag=True, help="Xét cả số liệu, văn bản viện dẫn và chữ của tệp Word.")
@click.option("--strict", is_flag=True, help="Có cảnh báo thì không ghi gì, kể cả bản ghi chú.")
@click.option("--select", multiple=True, metavar="MÃ", help="Chỉ xét những luật này, ví dụ TT2 hoặc TT201.")
@click.option("--ignore", multiple=True, metavar="MÃ", help="Bỏ qua những luật này.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    metavar="DẠNG",
    help="In kết quả dạng json hoặc sarif cho chương trình khác đọc; không ghi thì in thành chữ.",
)
@click.option(
    "--annotate",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BẢN_GHI_CHÚ.docx",
    help="Ghi một bản sao của tệp, mỗi phát hiện là một ghi chú (comment) của Word.",
)
@click.option("--verbose", is_flag=True, help="In cả gợi ý và kết luận của từng luật.")
def command(files: tuple[Path, ...], form: str, verbose: bool, **wished: Any) -> None:
    """Kiểm tra tệp Word bất kỳ, hoặc tệp dữ liệu.

    Tệp .docx: thể thức theo Nghị định 30/2020/NĐ-CP; thêm --figures thì xét cả số liệu, văn bản viện dẫn, chữ.
    Tệp .yaml: mọi điều mà «cds-gen build» sẽ nói về dữ liệu ấy; không dựng gì.

    Thoát với trạng thái 0 khi không có lỗi và cảnh báo, 1 khi có.
    """
    annotate, strict = wished.pop("annotate"), wished.pop("strict")
    if annotate is not None and (len(files) > 1 or _is_data(files[0])):
        raise click.UsageError("Tùy chọn '--annotate' chỉ dùng khi kiểm tra một tệp Word.")
    choice = _choice(files, **wished)
    reports, refused, stopped = [], list[Finding](), list[CannotGoOn]()
    houses: list[HouseStyle] = []
    for path in files:
        try:
            if _is_data(path):
                reports.append(_checked_data(path, choice))
                continue
            house = _house(path, choice)
            houses += [house] if house else []
            reports.append(_checked(path, choice, house, _Copy(annotate, strict)))
        except Refused as error:
            refused += error.findings
        except CannotGoOn as error:
            stopped.append(error)
    _show(reports, refused, form, verbose=verbose)
    _tell_houses(houses)
    if stopped:
        tell_troubles(stopped[:-1])
        raise stopped[-1]
    if refused or any(_is_faulty(report) for report in reports):
        click.get_current_context().exit(_FOUND)


@dataclass(frozen=True)
class _Copy:
    """A copy with comments, if any is wanted; ``strict``: none of a document that has warnings."""

    target: Path | None
    strict: bool


def _is_data(path: Path) -> bool:
    return path.suffix.casefold() in (".yaml", ".yml")


def _choice(
    files: tuple[Path, ...], profile: str, figures: bool, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Choice:
    from generator.jobs.check_format import Choice, Profile
    from generator.jobs.named_rules import Asked, is_known, why_not_asked

    for wished in (*select, *ignore):
        if not is_known(wished):
            raise click.UsageError(f"Không có luật nào mang mã «{wished}»; xem danh sách bằng lệnh «cds-gen rules».")
    data = [_is_data(path) for path in files]
    asked = Asked(not all(data), any(data), Profile(profile) is Profile.HOUSE, figures)
    for wished in select:
        if why := why_not_asked(wished, asked):
            raise click.UsageError(why)
    return Choice(Profile(profile), select, ignore, figures)


def _house(path: Path, choice: Choice) -> HouseStyle | None:
    """The house style that a file is held against; None where none is asked for."""
    from generator.jobs.check_format import Profile
    from generator.jobs.house_style import house_style

    here = Path.cwd()
    return house_style(here / path, here) if choice.profile is Profile.HOUSE else None


def _tell_houses(houses: list[HouseStyle]) -> None:
    """Which house styles were used, and what there is to say of them."""
    from generator.report.text import findings_text

    for house in dict.fromkeys(houses):
        if house.findings:
            click.echo(findings_text(house.findings), err=True)
        click.echo(house.told, err=True)


def _checked_data(path: Path, choice: Choice) -> FormReport:
    from generator.jobs.check_data import judge_data
    from generator.jobs.workspace import find_data_file

    here = Path.cwd()
    return judge_data(find_data_file(str(path), here), here, choice)


def _checked(path: Path, choice: Choice, house: HouseStyle | None, copy: _Copy) -> FormReport:
    from generator.jobs.check_format import judge_form, read_document, with_comments
    from generator.jobs.output import replace_file
    from generator.jobs.workspace import shown_path

    here = Path.cwd()
    place = here / path
    name = shown_path(place, here)
    data = read_document(place, name)
    report = judge_form(data, name, choice, house.style if house else None)
    if copy.target is not None and not (copy.strict and _is_faulty(report)):
        target = here / copy.target
        if target.exists():
            raise CannotGoOn(
                f"«{shown_path(target, here)}» đã có nên không bị ghi đè.",
                "Viết tên khác sau --annotate, hoặc xóa tệp ấy.",
            )
        replace_file(target, with_comments(data, report))
    return report


def _is_faulty(report: FormReport) -> bool:
    return bool(report.count(Severity.ERROR) or report.count(Severity.WARNING))


def _show(reports: list[FormReport], refused: list[Finding], form: str, *, verbose: bool) -> None:
    # A house style that is refused is refused for every file that it serves.
    findings = [*dict.fromkeys(refused), *(finding for report in reports for finding in report.findings)]
    if form == "text":
        _show_text(reports, findings, verbose=verbose)
        return
    from generator.report.json_text import RuleText, findings_json, findings_sarif

    if form == "json":
        summary = {report.file: _counts(report) for report in reports}
        click.echo(findings_json(findings, summary))
    else:
        from generator.cli.main import version
        from generator.jobs.rule_pages import all_pages

        rules = [
            RuleText(page.id, page.title, page.why, page.source.article if page.source else "") for page in all_pages()
        ]
        click.echo(findings_sarif(findings, rules, version()))


def _counts(report: FormReport) -> dict[str, list[str]]:
    return {"dat": list(report.met), "khong_dat": list(report.broken), "khong_danh_gia": list(report.unassessed)}


def _show_text(reports: list[FormReport], findings: list[Finding], *, verbose: bool) -> None:
    from generator.report.text import count_text, findings_text

    shown = findings if verbose else [finding for finding in findings if finding.severity is not Severity.HINT]
    if shown:
        click.echo(findings_text(shown))
    for report in reports:
        click.echo(f"{report.file}: {count_text(report.findings)}")
        click.echo(f"    {certificate(report)}")
        if verbose:
            for word, rules in (
                ("đạt", report.met),
                ("không đạt", report.broken),
                ("không đánh giá", report.unassessed),
            ):
                click.echo(f"    {word}: {', '.join(rules) or 'không có'}")
