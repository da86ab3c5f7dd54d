"""Build one report: data file -> checked model -> view -> Word file."""

from __future__ import annotations

import functools
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.derive import NhomDanhGia, assess
from generator.data.earlier import against_earlier
from generator.data.expanding import expand_report
from generator.data.loading import load_data
from generator.data.model import BaoCao
from generator.data.model_kind import MoTa
from generator.errors import CannotGoOn, Refused
from generator.findings import Finding, Severity, has_errors, in_order
from generator.jobs.check_format import Choice, FormReport, Profile, judge_form
from generator.jobs.columns import with_columns
from generator.jobs.cramped import cramped
from generator.jobs.house_style import house_style
from generator.jobs.kinds import described, read_data
from generator.jobs.loose_letters import loose_letters
from generator.jobs.os_reasons import reason
from generator.jobs.output import Written, write_output
from generator.jobs.passed_over import left_over, misnamed, unasked, unused
from generator.jobs.said_of_data import said_of_printed
from generator.jobs.successions import successions_for
from generator.jobs.template_store import prepared_template
from generator.jobs.view.charts import charts_of
from generator.jobs.view.context import Context, context
from generator.jobs.workspace import (
    OUTPUTS,
    TEMPLATE_FILE,
    Templates,
    find_data_file,
    office_of,
    shown_path,
    templates_for,
)
from generator.rules.registry import check_data
from generator.rules.said_registry import check_said
from generator.word.prepare import Hole
from generator.word.render import CompiledTemplate, TemplateFault, compile_template, render

DRAFT_ENDING = "-du-thao"
WATERMARK = "DỰ THẢO"
UNFINISHED = (ids.OPEN_PLACE, ids.UNREVIEWED)
"""The rules over what a draft may leave to be done."""


class Checked(Struct, frozen=True):
    """A report that may be built: texts expanded, groups assessed; ``findings`` hold no error.

    What remarks of the data file pass over is not among them.
    """

    report: BaoCao
    groups: tuple[NhomDanhGia, ...]
    findings: tuple[Finding, ...]


class Wished(Struct, frozen=True):
    """How a report is to be built: over an output that was edited (``force``), only where there is no warning
    (``strict``), as a draft that may have open places.
    """

    force: bool = False
    strict: bool = False
    draft: bool = False


class Finished(Struct, frozen=True):
    """A report that may be written: the bytes of its Word file, and what was found in making it."""

    data: bytes
    checked: Checked
    form: FormReport


class Built(Struct, frozen=True):
    """What a build did; ``draft`` tells that it made a draft."""

    source: str
    target: str
    written: Written
    kept_copy: str | None
    groups: tuple[NhomDanhGia, ...]
    findings: tuple[Finding, ...]
    form: FormReport
    draft: bool = False

    def count(self, rule: str) -> int:
        """How many findings there are of a rule over the data."""
        return sum(finding.rule == rule for finding in self.findings)


def _loaded(path: Path, templates: Templates, here: Path, *, draft: bool = False) -> tuple[BaoCao, list[Finding]]:
    """The report of a data file and the warnings that came with it.  Raises ``Refused``."""
    report, findings = read_data(path, templates, here, draft=draft)
    if report is None:
        raise Refused(in_order(findings))
    return report, findings


def _checked(report: BaoCao, found: list[Finding], headed: frozenset[str], folders: tuple[Path, Path]) -> Checked:
    """The report computed and held against the rules; ``headed`` are the columns that its kind has headings for.

    ``folders`` are that of its data file and that of its office, in which the file of the period before may stand.
    The findings are all, whatever remarks pass over: some of them may concern what is found later.
    Raises ``Refused`` with all findings when one is an error.
    """
    expanded, faults = expand_report(report)
    groups = assess(expanded)
    of_data = check_data(expanded, groups, headed, against_earlier(report, *folders))
    findings = [*found, *faults, *misnamed(report.remarks), *of_data]
    if has_errors(findings):
        raise Refused(in_order(left_over(findings, report.remarks)))
    return Checked(expanded, groups, tuple(in_order(findings)))


def _folders(path: Path, here: Path) -> tuple[Path, Path]:
    """The folder of a data file, and that of its office."""
    return path.parent, office_of(path, here)


def check(path: Path, catalogues: Path, here: Path) -> Checked:
    """Load, compute and check a data file, for which there need be no template.  Raises ``Refused`` with all found."""
    checked = _checked(
        *_loaded(path, Templates(catalogues.parent), here), headed=frozenset(), folders=_folders(path, here)
    )
    return replace(checked, findings=tuple(left_over(checked.findings, checked.report.remarks)))


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


def _holes(template: CompiledTemplate, printed: Context, kind: MoTa) -> list[Hole]:
    """The holes of a template through which words of a report may fall."""
    holes = template.prepared.holes
    if not holes:
        return []
    inside = (printed["noi_dung"], *(annex.noi_dung for annex in printed["phu_luc"]))
    blocks = {block.kieu for each in inside for block in each}
    # Which kinds of blocks there are is told by the data, whatever the kind of document is said to have.
    return [hole for hole in holes if (hole.kind[1] in blocks if hole.kind[0] else hole.part not in kind.lacking)]


def _lost(template: CompiledTemplate, printed: Context, report: BaoCao, typed: bytes) -> list[Finding]:
    """What of the report the template, edited or older than the program, would lose.  Raises ``Refused`` for errors."""
    holes = _holes(template, printed, report.kind)
    if not holes:
        return []
    from generator.jobs.lost_words import Typed, lost_words  # shipped templates have no holes

    lost = lost_words(template, holes, printed, Typed(report, typed))
    if has_errors(lost):
        raise Refused(in_order(lost))
    return lost


def make(
    path: Path, here: Path, *, draft: bool = False, template: CompiledTemplate | None = None
) -> tuple[bytes, Checked]:
    """The finished bytes of a data file's report, in which places may be left open where it is a draft.

    ``template`` is tried in place of the one of its kind.

    Raises ``Refused`` for faults of data or template.
    """
    templates = templates_for(path, here)
    report, found = _loaded(path, templates, here, draft=draft)
    folder = templates.kind(report.mau, shown_path(path, here))
    kind = described(folder, here)
    checked = _checked(report, found, frozenset(kind.cot), _folders(path, here))
    template = template or load_template(folder / TEMPLATE_FILE, shown_path(folder / TEMPLATE_FILE, here))
    printed = context(checked.report, checked.groups, kind, template.prepared.geometry)
    annexes = [annex.noi_dung for annex in printed["phu_luc"]]
    try:
        data = render(template, printed, charts_of((printed["noi_dung"], *annexes)))
    except TemplateFault as fault:
        from generator.jobs.fault_data import with_data  # reads the template anew: only for one that fails

        raise Refused(with_data(fault.findings, checked.report, here)) from fault
    typed = load_data(path, report.file)
    lost = _lost(template, printed, checked.report, typed)
    lapsed = successions_for(path, here)
    said = said_of_printed(checked.report, checked.groups, printed["noi_dung"], annexes, lapsed)
    remarks = checked.report.remarks
    found = [
        *checked.findings,
        *lost,
        *cramped(printed),
        *check_said(said),
        *loose_letters(typed, report.file, remarks),
    ]
    not_asked = unasked(report, *_folders(path, here))
    findings = [*left_over(found, remarks), *unused(found, remarks, checked.report.file, not_asked)]
    return data, replace(checked, findings=tuple(in_order(with_columns(findings, typed, report.file))))


def plan(name: str, here: Path, out: Path | None = None, *, draft: bool = False) -> tuple[Path, Path]:
    """The data file of that name and the file that it will be built into.  Raises ``CannotGoOn``."""
    path = find_data_file(name, here)
    stem = f"{path.stem}{DRAFT_ENDING}" if draft else path.stem
    other = path.with_name(f"{stem}{path.suffix}")
    if draft and other.is_file():
        problem = f"«{shown_path(other, here)}» là một tệp dữ liệu, dựng ra đúng tệp mà bản dự thảo sẽ ghi vào."
        raise CannotGoOn(problem, "Đổi tên tệp dữ liệu ấy, hoặc dựng bản dự thảo vào thư mục khác bằng --out.")
    return path, (out or here / OUTPUTS) / f"{stem}.docx"


def build(name: str, here: Path, out: Path | None = None, wished: Wished | None = None) -> Built:
    """Build the report of the data file ``name`` into ``out`` (by default ``outputs/`` of the current folder).

    Nothing is written until everything is known good, the form of the finished document by the decree's text too: what
    breaks that is a fault of the template, or of the program.  A draft is written whatever its form, which open places
    may break, to a file of its own and with a watermark.
    Raises ``CannotGoOn`` and ``Refused``.
    """
    wished = wished or Wished()
    path, target = plan(name, here, out, draft=wished.draft)
    shown = shown_path(target, here)
    done = finish(path, shown, here, wished)
    written, copy = write_output(target, done.data, shown, force=wished.force)
    kept, names = shown_path(copy, here) if copy else None, (shown_path(path, here), shown)
    return Built(*names, written, kept, done.checked.groups, done.checked.findings, done.form, wished.draft)


def finish(path: Path, shown: str, here: Path, wished: Wished) -> Finished:
    """The report of a data file, made and judged; ``shown`` is how findings call the Word file that it will be.

    A function of what the files hold: nothing is written.  Raises ``CannotGoOn`` and ``Refused``.
    """
    data, checked = make(path, here, draft=wished.draft)
    house = house_style(path, here)
    checked = replace(checked, findings=(*house.findings, *checked.findings))
    # Without a house style of its own the office has chosen nothing that it could be held to.
    form = judge_form(data, shown, Choice(Profile.HOUSE) if house.file else None, house.style)
    form = _only_warning(form) if wished.draft else form
    refused = [finding for finding in form.findings if finding.severity is Severity.ERROR]
    if not refused and wished.strict:
        refused = [item for item in (*checked.findings, *form.findings) if item.severity is Severity.WARNING]
        refused = [item for item in refused if item.rule not in UNFINISHED]
    if refused:
        raise Refused(in_order(_at_template(refused, data, path, (checked.report.mau, here))))
    return Finished(_watermarked(data) if wished.draft else data, checked, form)


def _at_template(refused: list[Finding], data: bytes, path: Path, of: tuple[str, Path]) -> list[Finding]:
    """What was found in a document that is not written, told in the template of its kind: there it is mended."""
    from generator.jobs.printed_by import TemplateFile, at_template  # a build that is well has no use for it

    kind, here = of
    template = templates_for(path, here).kind(kind, shown_path(path, here)) / TEMPLATE_FILE
    return at_template(refused, data, TemplateFile(shown_path(template, here), template.read_bytes()))


def _only_warning(form: FormReport) -> FormReport:
    """The report without errors: what stops a report only warns in its draft."""

    def milder(finding: Finding) -> Finding:
        return replace(finding, severity=max(finding.severity, Severity.WARNING))

    verdicts = {
        rule: replace(verdict, findings=tuple(map(milder, verdict.findings))) for rule, verdict in form.verdicts.items()
    }
    return replace(form, verdicts=verdicts, findings=tuple(map(milder, form.findings)))


def _watermarked(data: bytes) -> bytes:
    from generator.word.watermark import watermarked  # only drafts need it

    return watermarked(data, WATERMARK)
