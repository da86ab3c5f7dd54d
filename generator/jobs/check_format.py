"""Check the form of a Word file, whoever made it, against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from generator.data.house import QuyCach
from generator.data.successions import BangThayDoi
from generator.errors import CannotGoOn, Refused
from generator.findings import Basis, FilePlace, Finding, Place, Severity, in_order
from generator.jobs.os_reasons import reason
from generator.jobs.said_of_word import said_of_document
from generator.jobs.uncollected import uncollected
from generator.rules.form_registry import FORM_RULES, check_form
from generator.rules.format_rule import Verdict
from generator.rules.head import tt221
from generator.rules.head.presence import absent
from generator.rules.house_registry import check_house
from generator.rules.said_registry import check_each
from generator.vn.text import upper_first
from generator.word.package import DOCUMENT, NotDocx
from generator.word.reading import read_view
from generator.word.recognise import recognise

NOT_DOCX = "TT001"
UNREAD = "TT002"  # what kept a file from being checked, for programs that read the results
MOST_BYTES = 100 * 1024 * 1024


class Profile(enum.Enum):
    """How much is asked: the decree's text alone, its specimens and customs too, or the office's own style as well."""

    LAW = "law"
    SPECIMEN = "specimen"
    HOUSE = "house"


class Choice(Struct, frozen=True):
    """Which findings count; ``select`` and ``ignore`` hold ids of rules or their beginnings ("TT2", "TT201").

    ``figures`` asks the rules over figures, citations and words of a Word file as well.
    """

    profile: Profile = Profile.SPECIMEN
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    figures: bool = False

    def takes(self, rule: str) -> bool:
        """Whether a rule is asked at all."""
        return (not self.select or rule.startswith(self.select)) and not rule.startswith(self.ignore or ("-",))

    def counts(self, finding: Finding) -> bool:
        """Whether a finding of such a rule counts."""
        return self.profile is not Profile.LAW or finding.basis is Basis.LAW


class FormReport(Struct, frozen=True):
    """What the rules came to for one file; the counts over all rules that were asked are its certificate.

    ``absent`` are the names of main components that were not found.
    """

    file: str
    verdicts: Mapping[str, Verdict]
    findings: tuple[Finding, ...] = field(default=())
    absent: tuple[str, ...] = ()

    @property
    def met(self) -> tuple[str, ...]:
        """Rules that judged the document and found no error and no warning: a hint rests on mere custom."""
        broken = set(self.broken)
        return tuple(rule for rule, verdict in self.verdicts.items() if verdict.assessed and rule not in broken)

    @property
    def broken(self) -> tuple[str, ...]:
        """Rules that found an error or a warning."""
        grave = {finding.rule for finding in self.findings if finding.severity is not Severity.HINT}
        return tuple(rule for rule in self.verdicts if rule in grave)

    @property
    def unassessed(self) -> tuple[str, ...]:
        """Rules that found nothing to judge: the document lacks what they are about."""
        return tuple(rule for rule, verdict in self.verdicts.items() if not verdict.assessed)

    def count(self, severity: Severity) -> int:
        return Counter(finding.severity for finding in self.findings)[severity]


def judge_form(
    data: bytes,
    name: str,
    choice: Choice | None = None,
    house: QuyCach | None = None,
    successions: BangThayDoi | None = None,
) -> FormReport:
    """The verdicts of all rules on the bytes of a Word file; ``name`` is how findings call it.

    ``house`` is what the office has chosen, asked in the profile of that name; by default the shipped house style;
    ``successions`` likewise the names that have lapsed, asked with the figures.
    Raises ``Refused`` for what is no Word file.
    """
    with uncollected():
        return _judged(data, name, choice or Choice(), house, successions)


def _judged(
    data: bytes, name: str, choice: Choice, house: QuyCach | None, successions: BangThayDoi | None
) -> FormReport:
    try:
        document = recognise(read_view(data, name))
    except NotDocx as error:
        problem = f"{upper_first(error.problem)}."
        fix = "Mở tệp bằng Word, lưu lại dạng Word Document (.docx) rồi kiểm tra lại."
        raise Refused([Finding(NOT_DOCX, Severity.ERROR, FilePlace(name), problem, fix)]) from error
    asked = check_form(document)
    if choice.profile is Profile.HOUSE:
        asked |= check_house(document, house or QuyCach())
    verdicts = {
        rule: Verdict(verdict.assessed, tuple(filter(choice.counts, verdict.findings)))
        for rule, verdict in asked.items()
        if choice.takes(rule) and (choice.profile is not Profile.LAW or FORM_RULES[rule][0].source.basis is Basis.LAW)
    }
    if choice.figures:
        said = check_each(said_of_document(document, successions))
        verdicts |= {rule: Verdict(True, findings) for rule, findings in said.items() if choice.takes(rule)}
    found = in_order(finding for verdict in verdicts.values() for finding in verdict.findings)
    missing = tuple(each.name for each in absent(document) or ()) if choice.takes(tt221.RULE.id) else ()
    return FormReport(name, verdicts, tuple(found), missing)


def read_document(path: Path, name: str) -> bytes:
    """The bytes of a Word file.  Raises ``CannotGoOn``."""
    if path.is_dir():
        raise CannotGoOn(f"«{name}» là một thư mục, không phải tệp Word.", "Viết tên một tệp .docx trong thư mục ấy.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CannotGoOn(f"«{name}» lớn quá {MOST_BYTES // 1024**2} MB.", "Bỏ bớt ảnh trong tệp rồi lưu lại.")
        return path.read_bytes()
    except OSError as error:
        raise CannotGoOn(
            f"Không đọc được «{name}»: {reason(error)}.", "Kiểm tra tên tệp; đóng tệp nếu đang mở trong Word."
        ) from error


def with_comments(data: bytes, report: FormReport) -> bytes:
    """A copy of the document with every finding as a Word comment, at each of its places.  Raises ``CannotGoOn``."""
    from generator.word.annotate import Remark, annotated  # brings in lxml, which nothing else here needs

    remarks = (Remark(*_told(finding, place)) for finding in report.findings for place in _places(finding))
    try:
        return annotated(data, remarks)
    except NotDocx as error:
        problem = f"Không ghi được ghi chú vào bản sao của «{report.file}»: {error.problem}."
        raise CannotGoOn(problem, "Mở tệp bằng Word, lưu lại dạng Word Document (.docx) rồi kiểm tra lại.") from error


def _places(finding: Finding) -> tuple[Place, ...]:
    return tuple(dict.fromkeys((finding.place, *finding.related)))


def _told(finding: Finding, place: Place) -> tuple[str, int, tuple[str, ...]]:
    """Where a finding is to be told (part, paragraph) and in which lines."""
    part = getattr(place, "part", DOCUMENT)
    elsewhere = () if part == DOCUMENT else (f"Ở {part}:",)
    lines = (f"{finding.severity.label} {finding.rule}", finding.problem, f"Cách sửa: {finding.fix}")
    return part, getattr(place, "paragraph", 0), (*elsewhere, *lines)
