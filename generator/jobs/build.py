"""Build one report: data file -> checked model -> view -> Word file."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from generator.data.derive import NhomDanhGia, assess
from generator.data.expanding import expand_report
from generator.data.kind import load_kind
from generator.data.loading import load_report
from generator.data.model import BaoCao
from generator.data.model_blocks import Bang
from generator.errors import CannotGoOn, Refused
from generator.findings import FilePlace, Finding, Severity, has_errors, in_order
from generator.jobs.check_format import FormReport, judge_form
from generator.jobs.cramped import cramped
from generator.jobs.os_reasons import reason
from generator.jobs.output import Written, write_output
from generator.jobs.said_of_data import said_of_printed
from generator.jobs.template_store import prepared_template
from generator.jobs.view.context import context
from generator.jobs.workspace import (
    KIND_FILE,
    OUTPUTS,
    TEMPLATE_FILE,
    find_data_file,
    shown_path,
    templates_for,
)
from generator.rules.registry import check_data
from generator.rules.said_registry import check_said
from generator.rules.walk import blocks
from generator.word.render import CompiledTemplate, TemplateFault, compile_template, render

NO_PLACE = "MB105"


@dataclass(frozen=True)
class Checked:
    """A report that may be built: texts expanded, groups assessed; ``findings`` hold no error."""

    report: BaoCao
    groups: tuple[NhomDanhGia, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Built:
    """What a build did."""

    source: str
    target: str
    written: Written
    kept_copy: str | None
    groups: tuple[NhomDanhGia, ...]
    findings: tuple[Finding, ...]
    form: FormReport


def _loaded(path: Path, catalogues: Path, here: Path) -> tuple[BaoCao, list[Finding]]:
    """The report of a data file and the warnings that came with it.  Raises ``Refused``."""
    report, findings = load_report(path, catalogues, shown_path(path, here), shown_path(catalogues, here))
    if report is None:
        raise Refused(in_order(findings))
    return report, findings


def _checked(report: BaoCao, found: list[Finding], headed: frozenset[str]) -> Checked:
    """The report computed and held against the rules; ``headed`` are the columns that its kind has headings for.

    Raises ``Refused`` with all findings when one is an error.
    """
    expanded, faults = expand_report(report)
    groups = assess(expanded)
    findings = [*found, *faults, *check_data(expanded, groups, headed)]
    if has_errors(findings):
        raise Refused(in_order(findings))
    return Checked(expanded, groups, tuple(in_order(findings)))


def check(path: Path, catalogues: Path, here: Path) -> Checked:
    """Load, compute and check a data file, whatever kind it is of.  Raises ``Refused`` with all findings."""
    return _checked(*_loaded(path, catalogues, here), headed=frozenset())


@functools.lru_cache(maxsize=16)
def _template(path: Path, name: str, _stamp: tuple[int, int]) -> CompiledTemplate:
    """The compiled template of a file as it was at ``_stamp`` (time of change, size)."""
    prepared, findings = prepared_template(path.read_bytes(), name)
    if prepared is None:
        raise Refused(findings)
    return compile_template(prepared)


def load_template(path: Path, name: str) -> CompiledTemplate:
    """A template ready to render; prepared once a process.  Raises ``Refused`` for a faulty one."""
    try:
        facts = path.stat()
        return _template(path, name, (facts.st_mtime_ns, facts.st_size))
    except TemplateFault as fault:
        raise Refused(fault.findings) from fault
    except OSError as error:
        raise CannotGoOn(
            f"Không đọc được mẫu «{name}»: {reason(error)}.", "Đóng mẫu nếu đang mở, kiểm tra quyền đọc, rồi chạy lại."
        ) from error


def _unprinted(checked: Checked, template: CompiledTemplate) -> list[Finding]:
    """What the report has and the template, edited or older than the program, has no place for."""
    source = "".join(part.source for part in template.prepared.parts)
    name = template.prepared.name
    lacking = []
    if "khoi.bang" not in source and any(isinstance(block, Bang) for block in blocks(checked.report)):
        lacking.append(("bảng", "khoi.bang"))
    if "noi.gom" not in source and any(place.gom for place in checked.report.noi_nhan):
        lacking.append(("nơi nhận nối bằng dấu ngoặc", "noi.gom"))
    fix = "Chép phần ấy từ mẫu gốc: chạy «cds-gen template new mau-goc.docx» rồi mở hai mẫu bằng Word."
    return [
        Finding(NO_PLACE, Severity.ERROR, FilePlace(name), f"Báo cáo có {what} mà mẫu không có thẻ «{tag}» để in.", fix)
        for what, tag in lacking
    ]


def make(path: Path, here: Path) -> tuple[bytes, Checked]:
    """The finished bytes of a data file's report.  Raises ``Refused`` for faults of data or template."""
    templates = templates_for(path, here)
    report, found = _loaded(path, templates.catalogues, here)
    folder = templates.kind(report.mau, shown_path(path, here))
    kind = load_kind(folder / KIND_FILE, shown_path(folder / KIND_FILE, here))
    checked = _checked(report, found, frozenset(kind.cot))
    template = load_template(folder / TEMPLATE_FILE, shown_path(folder / TEMPLATE_FILE, here))
    unprinted = _unprinted(checked, template)
    if unprinted:
        raise Refused(unprinted)
    printed = context(checked.report, checked.groups, kind, template.prepared.geometry)
    try:
        data = render(template, printed)
    except TemplateFault as fault:
        raise Refused(fault.findings) from fault
    annexes = [annex.noi_dung for annex in printed["phu_luc"]]
    said = said_of_printed(checked.report, checked.groups, printed["noi_dung"], annexes)
    findings = tuple(in_order([*checked.findings, *cramped(printed), *check_said(said)]))
    return data, Checked(checked.report, checked.groups, findings)


def plan(name: str, here: Path, out: Path | None = None) -> tuple[Path, Path]:
    """The data file of that name and the file that it will be built into.  Raises ``CannotGoOn``."""
    path = find_data_file(name, here)
    return path, (out or here / OUTPUTS) / f"{path.stem}.docx"


def build(name: str, here: Path, out: Path | None = None, *, force: bool = False, strict: bool = False) -> Built:
    """Build the report of the data file ``name`` into ``out`` (by default ``outputs/`` of the current folder).

    Nothing is written until everything is known good, the form of the finished document by the decree's text too: what
    breaks that is a fault of the template, or of the program.  Under ``strict`` a warning is not good either.
    Raises ``CannotGoOn`` and ``Refused``.
    """
    path, target = plan(name, here, out)
    data, checked = make(path, here)
    form = judge_form(data, shown_path(target, here))
    broken = [finding for finding in form.findings if finding.severity is Severity.ERROR]
    if broken:
        raise Refused(broken)
    warnings = [item for item in (*checked.findings, *form.findings) if item.severity is Severity.WARNING]
    if strict and warnings:
        raise Refused(in_order(warnings))
    written, copy = write_output(target, data, shown_path(target, here), force=force)
    kept = shown_path(copy, here) if copy else None
    return Built(
        shown_path(path, here), shown_path(target, here), written, kept, checked.groups, checked.findings, form
    )
