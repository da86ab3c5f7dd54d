"""Check a Word template: its tags, then a trial build with the example of its kind, and the form of what comes out."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.data.model_kind import MoTa
from generator.errors import CannotGoOn, Refused
from generator.findings import FilePlace, Finding, Severity, has_errors, in_order
from generator.jobs.build import make
from generator.jobs.check_format import Choice, FormReport, Profile, judge_form, read_document, with_comments
from generator.jobs.house_style import house_style
from generator.jobs.kinds import described
from generator.jobs.printed_by import TemplateFile, at_template
from generator.jobs.template_store import prepared_template
from generator.jobs.view.vocabulary import vocabulary_of
from generator.jobs.workspace import EXAMPLE_FILE, KIND_FILE, TEMPLATE_FILE, Templates, shown_path
from generator.rules.data import dl519, dl520, dl521
from generator.rules.format_rule import Verdict
from generator.rules.template_registry import TEMPLATE_RULES, check_template
from generator.vn.text import upper_first
from generator.word.package import NotDocx
from generator.word.prepare import NOT_DOCX
from generator.word.render import TemplateFault, compile_template
from generator.word.template_reading import read_template

# What these find in the example is at odds with the description of its kind.
_OF_KIND = frozenset({dl519.RULE.id, dl520.RULE.id, dl521.RULE.id})
_MENDED_FIRST = "Sửa những lỗi trên rồi kiểm tra lại; lúc ấy máy mới dựng thử được."


class TemplateReport(Struct, frozen=True):
    """What was found in a template, and in the document that it was tried with (``form``, None where none was made).

    ``choice`` is what was asked; ``tried`` is the data file of the trial; ``untried`` says why there was none, in
    Vietnamese.
    """

    file: str
    data: bytes
    findings: tuple[Finding, ...]
    choice: Choice = Choice()
    form: FormReport | None = None
    tried: str = ""
    untried: str = ""

    @property
    def as_report(self) -> FormReport:
        """All findings under the rules that were asked, as other checks report."""
        verdicts = {
            rule: Verdict(True, tuple(each for each in self.findings if each.rule == rule))
            for rule in TEMPLATE_RULES
            if self.choice.takes(rule)
        }
        return FormReport(self.file, verdicts, self.findings)


def template_file(name: str, here: Path, templates: Templates) -> Path:
    """The template of a kind, or the file of that name.  Raises ``CannotGoOn`` naming what is close."""
    if name.endswith(".docx") or (here / name).is_file():
        return here / name
    return templates.named_kind(name) / TEMPLATE_FILE


def check_file(path: Path, here: Path, choice: Choice | None = None) -> TemplateReport:
    """What there is to find in a template by the rules that are asked, and what keeps it from being used, whatever is
    asked.  Raises ``CannotGoOn`` where it cannot be read.
    """
    choice = choice or Choice()
    name = shown_path(path, here)
    data = read_document(path, name)
    try:
        kind = described(path.parent, here) if path.with_name(KIND_FILE).is_file() else MoTa()
        found = check_template(read_template(data, name), vocabulary_of(kind))
        findings = [finding for finding in found if choice.takes(finding.rule)]
    except NotDocx as error:
        findings = [_not_docx(name, error.problem)]
    report = TemplateReport(name, data, tuple(findings), choice)
    if has_errors(findings):
        return replace(report, untried=_MENDED_FIRST)
    example = path.with_name(EXAMPLE_FILE)
    if not (example.is_file() and path.with_name(KIND_FILE).is_file()):
        return replace(report, untried=f"Không dựng thử: cạnh mẫu không có tệp ví dụ «{EXAMPLE_FILE}».")
    return _tried(report, example, here)


def _tried(report: TemplateReport, example: Path, here: Path) -> TemplateReport:
    """The report with what a trial build finds."""
    shown = shown_path(example, here)
    found: tuple[Finding, ...]
    form: FormReport | None = None
    try:
        prepared, faults = prepared_template(report.data, report.file)
        if prepared is None:
            raise Refused(faults)
        made, checked = make(example, here, template=compile_template(prepared))
        house = house_style(example, here)
        choice = replace(report.choice, profile=Profile.HOUSE if house.file else report.choice.profile)
        form = judge_form(made, f"bản dựng thử từ {shown}", choice, house.style)
        of_kind = (each for each in checked.findings if each.rule in _OF_KIND and choice.takes(each.rule))
        found = (*of_kind, *at_template(form.findings, made, TemplateFile(report.file, report.data)))
    except (TemplateFault, Refused) as refused:
        found = tuple(refused.findings)
    except CannotGoOn as error:
        return replace(report, untried=f"Không dựng thử được: {error.problem} {error.fix}")
    return replace(report, findings=tuple(in_order([*report.findings, *found])), form=form, tried=shown)


def _not_docx(name: str, problem: str) -> Finding:
    fix = "Mở mẫu bằng Word và lưu lại dạng .docx, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
    return Finding(NOT_DOCX, Severity.ERROR, FilePlace(name), f"{upper_first(problem)}.", fix)


def annotated_template(report: TemplateReport) -> bytes:
    """A copy of the template with every finding as a Word comment.  Raises ``CannotGoOn``."""
    found = tuple(_at_home(finding, report.file) for finding in report.findings)
    return with_comments(report.data, replace(report.as_report, findings=found))


def _at_home(finding: Finding, file: str) -> Finding:
    """The finding as told in the template: what was found elsewhere is told of the whole, and says where."""
    if finding.place.file == file:
        return finding
    return replace(finding, place=FilePlace(file), problem=f"{finding.place}: {finding.problem}", related=())
