"""``cds-gen check``: the form of Word files against the decree; figures, citations and words of data and Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from generator.cli.telling import (
    annotate_option,
    certificate,
    form_option,
    ignore_option,
    refuse_unasked,
    select_option,
    show_findings,
    tell_troubles,
)
from generator.errors import CannotGoOn, Refused
from generator.findings import FilePlace, Finding, Severity

if TYPE_CHECKING:
    from generator.jobs.check_format import Choice, FormReport
    from generator.jobs.house_style import HouseStyle

_FOUND = 1
_DATA = (".yaml", ".yml")


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
@select_option
@ignore_option
@form_option
@annotate_option("tệp")
@click.option("--fix", is_flag=True, help="Sửa luôn trong tệp .yaml những chỗ chỉ có một cách viết đúng, rồi kiểm tra.")
@click.option("--diff", is_flag=True, help="Dùng với --fix: chỉ in những chỗ sẽ sửa, không ghi gì.")
@click.option("--verbose", is_flag=True, help="In cả gợi ý và kết luận của từng luật.")
def command(files: tuple[Path, ...], form: str, verbose: bool, **wished: Any) -> None:
    """Kiểm tra tệp Word bất kỳ, hoặc tệp dữ liệu.

    Tệp .docx: thể thức theo Nghị định 30/2020/NĐ-CP; thêm --figures thì xét cả số liệu, văn bản viện dẫn, chữ.
    Tệp .yaml: mọi điều mà «cds-gen build» sẽ nói về dữ liệu ấy; không dựng gì. Thêm --fix thì máy sửa trước những chữ
    hỏng và dấu cách thừa mà ai đọc cũng sửa như nhau.

    Thoát với trạng thái 0 khi không có lỗi và cảnh báo, 1 khi có.
    """
    annotate, strict = wished.pop("annotate"), wished.pop("strict")
    mending = _mending(files, form, fix=wished.pop("fix"), diff=wished.pop("diff"))
    if annotate is not None and (len(files) > 1 or _is_data(files[0])):
        raise click.UsageError("Tùy chọn '--annotate' chỉ dùng khi kiểm tra một tệp Word.")
    choice = _choice(files, **wished)
    reports, refused, unread, stopped = [], list[Finding](), list[Finding](), list[CannotGoOn]()
    houses: list[HouseStyle] = []
    for path in files:
        try:
            if mending:
                mending.mend(path, choice)
            if mending and mending.diff:
                continue
            if _is_data(path):
                reports.append(_checked_data(path, choice))
                continue
            house = _house(path, choice)
            houses += [house] if house else []
            data, report = _checked(path, choice, house)
            reports.append(report)
            _write_copy(data, report, _Copy(annotate, strict))
        except Refused as error:
            refused += error.findings
        except CannotGoOn as error:
            stopped.append(error)
            unread.append(_unread(path, error))
    if form == "text":
        unread = []  # told at the end
    if reports or refused or unread:
        _show(reports, [*refused, *unread], form, verbose=verbose)
    _tell_houses(houses)
    if stopped:
        tell_troubles(stopped[:-1])
        raise stopped[-1]
    if refused or (mending and mending.differs) or any(_is_faulty(report) for report in reports):
        click.get_current_context().exit(_FOUND)


class _Mending(Struct):
    """Mending of data files; ``diff``: only to be shown.  ``differs`` once something was shown so."""

    diff: bool
    to_stderr: bool
    differs: bool = False

    def mend(self, path: Path, choice: Choice) -> None:
        from generator.jobs.fix import fixed, write
        from generator.jobs.workspace import find_data_file, shown_path

        here = Path.cwd()
        target = find_data_file(str(path), here)
        result = fixed(target, shown_path(target, here), choice.takes)
        if self.diff:
            self.differs |= bool(result.changes)
            click.echo(result.diff(), nl=False)
            return
        write(target, result)
        for line in result.lines():
            click.echo(line, err=self.to_stderr)
        told = f"đã sửa {len(result.changes)} chỗ" if result.changes else "không có chỗ nào máy tự sửa được"
        click.echo(f"{result.name}: {told}", err=self.to_stderr)


def _mending(files: tuple[Path, ...], form: str, *, fix: bool, diff: bool) -> _Mending | None:
    """How data files are to be mended; None where they are not."""
    if diff and not fix:
        raise click.UsageError("Tùy chọn '--diff' chỉ dùng cùng '--fix'.")
    word = next((path for path in files if not _is_data(path)), None)
    if fix and word is not None:
        raise click.UsageError(f"Tùy chọn '--fix' chỉ sửa tệp dữ liệu .yaml; «{word}» thì sửa bằng Word.")
    return _Mending(diff, form != "text") if fix else None


class _Copy(Struct, frozen=True):
    """A copy with comments, if any is wanted; ``strict``: none of a document that has warnings."""

    target: Path | None
    strict: bool


def _is_data(path: Path) -> bool:
    """Whether a data file is named, with its ending or, as for the other commands, without it."""
    ending = path.suffix.casefold()
    if ending == ".docx" or ending in _DATA:
        return ending in _DATA
    from generator.jobs.workspace import find_data_file

    try:
        return find_data_file(str(path), Path.cwd()).suffix.casefold() in _DATA
    except CannotGoOn:
        return False


def _choice(
    files: tuple[Path, ...], profile: str, figures: bool, select: tuple[str, ...], ignore: tuple[str, ...]
) -> Choice:
    from generator.jobs.check_format import Choice, Profile
    from generator.jobs.named_rules import Asked

    data = [_is_data(path) for path in files]
    refuse_unasked(select, ignore, Asked(not all(data), any(data), Profile(profile) is Profile.HOUSE, figures))
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


def _unread(path: Path, error: CannotGoOn) -> Finding:
    """What kept a file from being checked, as a finding among the others."""
    from generator.jobs.check_format import UNREAD

    return Finding(UNREAD, Severity.ERROR, FilePlace(str(path)), error.problem, error.fix)


def _checked(path: Path, choice: Choice, house: HouseStyle | None) -> tuple[bytes, FormReport]:
    from generator.jobs.check_format import judge_form, read_document
    from generator.jobs.successions import successions_for
    from generator.jobs.workspace import shown_path

    here = Path.cwd()
    place = here / path
    name = shown_path(place, here)
    data = read_document(place, name)
    lapsed = successions_for(place, here) if choice.figures else None
    return data, judge_form(data, name, choice, house.style if house else None, lapsed)


def _write_copy(data: bytes, report: FormReport, copy: _Copy) -> None:
    from generator.jobs.check_format import with_comments
    from generator.jobs.output import replace_file
    from generator.jobs.workspace import shown_path

    if copy.target is not None and not (copy.strict and _is_faulty(report)):
        here = Path.cwd()
        target = here / copy.target
        if target.exists():
            raise CannotGoOn(
                f"«{shown_path(target, here)}» đã có nên không bị ghi đè.",
                "Viết tên khác sau --annotate, hoặc xóa tệp ấy.",
            )
        replace_file(target, with_comments(data, report))


def _is_faulty(report: FormReport) -> bool:
    return bool(report.count(Severity.ERROR) or report.count(Severity.WARNING))


def _show(reports: list[FormReport], refused: list[Finding], form: str, *, verbose: bool) -> None:
    # A house style that is refused is refused for every file that it serves.
    findings = [*dict.fromkeys(refused), *(finding for report in reports for finding in report.findings)]
    if form == "text":
        _show_text(reports, findings, verbose=verbose)
        return
    show_findings(reports, findings, form)


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
