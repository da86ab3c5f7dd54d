"""The reports of the next period, made from those of the last and mended as an officer would mend them.

What is typed is counted, for docs/ky-sau.md: ``python tests/meta/next_report.py`` prints the counts.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from first_report import printed_words
from next_report_mended import CAM_THUY, HOANG_KIM, WITHOUT_DISTRICT

from generator.data.edits import Edit, edited, line_end, line_start, own_line
from generator.data.open_places import OPEN
from generator.data.spans import EntrySpan, GroupSpan, ListSpan, Span, TextSpan, read_spans
from generator.errors import Refused
from generator.findings import DataPlace, Finding, Severity
from generator.jobs.build import build
from generator.jobs.init import lay_out
from generator.jobs.next_period.marks import REVIEW
from generator.jobs.next_period.writing import Wish, Written, write_next

INPUTS = Path(__file__).parents[2] / "inputs"
UNCHANGED = "# cds: không đổi"
ASKED_AGAIN = ("SL601", "SL602")
JUDGED, TOLD = "danh_gia", "ty_le"


@dataclass(frozen=True)
class Walk:
    """One way from a period to another.

    ``places`` are values that do not grow by the rule of ``later``; ``words`` pairs of what an officer finds and what
    is written there; ``dropped`` documents that leave the list; ``remarks`` what is written to the warnings left.
    """

    source: str
    ky: str
    words: tuple[tuple[str, str], ...]
    places: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Typed:
    """How many characters are typed: values, words of sentences, documents and columns, remarks; at how many places."""

    places: int = 0
    characters: int = 0

    def __add__(self, other: Typed) -> Typed:
        return Typed(self.places + other.places, self.characters + other.characters)


@dataclass(frozen=True)
class NextReport:
    """What was written and asked, what the last build says, what was typed, and what is printed."""

    made: Written
    asked: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    values: Typed
    words: Typed
    confirmed: Typed
    data: str
    printed: str
    docx: Path

    @property
    def typed(self) -> Typed:
        return self.values + self.words + self.confirmed


WALKS = {
    "hoangkim-2024": Walk(
        "hoangkim", "2024", HOANG_KIM.words("2024"), HOANG_KIM.places, HOANG_KIM.dropped, HOANG_KIM.passed
    ),
    "camthuy-2024": Walk("camthuy", "2024", CAM_THUY.words("2024"), CAM_THUY.places, passed=CAM_THUY.passed),
    "hoangkim-2026": Walk(
        "hoangkim",
        "2026",
        HOANG_KIM.words("2026") + WITHOUT_DISTRICT.words("2026"),
        HOANG_KIM.places,
        HOANG_KIM.dropped,
        HOANG_KIM.passed + WITHOUT_DISTRICT.passed,
    ),
}


def next_report(folder: Path, name: str) -> NextReport:
    """Walk one way in a new office."""
    walk = WALKS[name]
    lay_out(folder)
    shutil.copy(INPUTS / f"{walk.source}.yaml", folder / "inputs")
    made = write_next(walk.source, folder, Wish(walk.ky))
    path = folder / "inputs" / f"{name}.yaml"
    asked = _refused(name, folder)
    text, values = filled(path.read_text("utf-8"), walk.places)
    text, words = mended(text, walk)
    path.write_text(text, "utf-8")
    text, confirmed = _confirmed(text, build(name, folder).findings, walk.passed)
    path.write_text(text, "utf-8")
    findings = build(name, folder).findings
    docx = folder / "outputs" / f"{name}.docx"
    return NextReport(made, asked, findings, values, words, confirmed, text, printed_words(docx), docx)


def _refused(name: str, folder: Path) -> tuple[Finding, ...]:
    try:
        build(name, folder)
    except Refused as refused:
        return tuple(refused.findings)
    return ()


def filled(text: str, places: dict[str, str]) -> tuple[str, Typed]:
    """The text with a value at every open place; a rate typed beside its fraction is deleted."""
    edits, typed = [], Typed()
    for path, key, group in _open_places(read_spans(text)):
        entry = group.entries[key]
        if key == TOLD and path not in places:
            edits.append(_without(text, entry, in_braces=group.in_braces))
            continue
        value = places.get(path) or ("Đạt" if key == JUDGED else later(_before(group, key)))
        edits.append(Edit(entry.value.start, entry.value.end, value))
        typed += Typed(1, len(value))
    return edited(text, edits), typed


def _open_places(span: Span, path: str = "") -> Iterator[tuple[str, str, GroupSpan]]:
    if isinstance(span, ListSpan):
        for number, item in enumerate(span.items, 1):
            yield from _open_places(item, f"{path}[{number}]")
    elif isinstance(span, GroupSpan):
        for key, entry in span.entries.items():
            if isinstance(entry.value, TextSpan) and entry.value.value == OPEN:
                yield f"{path}.{key}".lstrip("."), key, span
            else:
                yield from _open_places(entry.value, f"{path}.{key}")


def _before(group: GroupSpan, key: str) -> str:
    """The value of the period before."""
    before = group.entries["ky_truoc"].value
    if isinstance(before, GroupSpan):
        before = before.entries[key].value
    assert isinstance(before, TextSpan)
    return before.value


def _without(text: str, entry: EntrySpan, *, in_braces: bool) -> Edit:
    """The entry deleted, with its line or with the comma before it."""
    if in_braces:
        return Edit(text.rindex(",", 0, entry.start), entry.value.end, "")
    return Edit(line_start(text, entry.start), line_end(text, entry.value.end) + 1, "")


def later(value: str) -> str:
    """A value grown by a twentieth, and by one at least; a rate by five points; words and a full rate stay."""
    rate = re.fullmatch(r"(\d+)%", value)
    if rate:
        return f"{min(100, int(rate[1]) + 5)}%"
    count = re.fullmatch(r"\d+(?:\.\d{3})*", value)
    if not count:
        return value
    number = int(value.replace(".", ""))
    grown = number + max(1, number // 20)
    return f"{grown:,}".replace(",", ".") if "." in value else str(grown)


def mended(text: str, walk: Walk) -> tuple[str, Typed]:
    """The text with its sentences mended, its documents sorted, and no remark left that asks to read again."""
    typed = Typed()
    for number in walk.dropped:
        text, found = re.subn(rf"  - so: {re.escape(number)}\n(?: {{4}}.*\n)+", "", text)
        assert found == 1, number
    for old, new in walk.words:
        count = text.count(old)
        assert count, old
        text = text.replace(old, new)
        typed += Typed(count, count * len(_new_part(old, new)))
    return re.sub(rf"^ *{REVIEW}.*\n", "", text, flags=re.MULTILINE), typed


def _new_part(old: str, new: str) -> str:
    """What is typed where the words around it stay."""
    short = min(len(old), len(new))
    head = next((at for at in range(short) if old[at] != new[at]), short)
    tail = next((at for at in range(short - head) if old[-1 - at] != new[-1 - at]), short - head)
    return new[head : len(new) - tail]


def _confirmed(text: str, findings: tuple[Finding, ...], passed: tuple[tuple[str, str], ...]) -> tuple[str, Typed]:
    """Remarks above what has been asked again and is right, and above what is known to be so."""
    remarks: dict[int, str] = {}
    for finding in findings:
        if finding.rule in ASKED_AGAIN and finding.severity is Severity.WARNING:
            assert isinstance(finding.place, DataPlace)
            remarks[_start_of(text, finding.place)] = UNCHANGED
    for words, remark in passed:
        assert text.count(words) == 1, words
        remarks[line_start(text, text.index(words))] = remark
    edits = [own_line(text, at, remark) for at, remark in remarks.items()]
    return edited(text, edits), Typed(len(remarks), sum(map(len, remarks.values())))


def _start_of(text: str, place: DataPlace) -> int:
    """Where the line of a value begins; for a sentence behind a stroke, the line of the stroke."""
    lines = text.split("\n")
    at = place.line - 1
    while not (lines[at].rstrip().endswith("|") or re.match(r" *(?:- )?[\w.\"]+:", lines[at])):
        at -= 1
    return sum(len(line) + 1 for line in lines[:at])


if __name__ == "__main__":
    for each in WALKS:
        with tempfile.TemporaryDirectory() as folder:
            report = next_report(Path(folder), each)
        print(each, report.typed, len(report.printed), report.values, report.words, report.confirmed)
