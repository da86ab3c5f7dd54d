"""Remarks to the machine: which comments are some, what they say, what they concern."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.data import comments as comments_module
from generator.data.comments import comments
from generator.data.located import read_yaml
from generator.data.remarks import Remark, Verb, read_remarks, unreviewed
from generator.findings import DataPlace, Severity

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments_module, "PARSER", request.param)


def remarks_of(text: str) -> tuple[Remark, ...]:
    tree, _ = read_yaml(text.encode(), "f")
    remarks, findings = read_remarks(text.encode(), tree, "f")
    assert findings == []
    return remarks


def problems_of(text: str) -> list[str]:
    tree, _ = read_yaml(text.encode(), "f")
    remarks, findings = read_remarks(text.encode(), tree, "f")
    assert remarks == ()
    assert {finding.rule for finding in findings} == {"DL803"}
    return [f"{finding.problem} {finding.fix}" for finding in findings]


def covered(text: str) -> list[tuple[int, int]]:
    return [(remark.about.line, remark.last_line) for remark in remarks_of(text)]


def test_a_remark_names_rules_and_a_reason() -> None:
    (remark,) = remarks_of("a: 1  # cds: bỏ qua SL203, dl512 và DL701 vì đã hỏi huyện\n")
    assert (remark.verb, remark.rules) == (Verb.PASS_OVER, ("SL203", "DL512", "DL701"))
    assert remark.words == "đã hỏi huyện"
    assert remark.place == DataPlace("f", 1, 7)
    assert remark.about == DataPlace("f", 1, 1, "a")


@pytest.mark.parametrize(
    "typed",
    [
        "# CDS: BỎ QUA SL203 vì đúng",
        "#cds:bo qua SL203 (đúng)",
        "#  cds : Bỏ qua: SL203. Vì: đúng",
        "# 421 hộ # cds: bỏ qua SL203 - đúng",
    ],
)
def test_a_remark_may_be_typed_in_several_ways(typed: str) -> None:
    (remark,) = remarks_of(f"a: 1 {typed}\n")
    assert (remark.verb, remark.rules, remark.words) == (Verb.PASS_OVER, ("SL203",), "đúng")


def test_a_remark_without_a_blank_after_the_sign_is_not_told_as_a_swallowed_comment() -> None:
    assert read_yaml("a: 1 #cds: không đổi\n".encode(), "f")[1] == []


def test_two_remarks_may_share_a_comment() -> None:
    verbs = [remark.verb for remark in remarks_of("a: 1  # cds: không đổi # cds: bỏ qua SL203 vì x\n")]
    assert verbs == [Verb.UNCHANGED, Verb.PASS_OVER]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # cds: không đổi"\n',
        "a: 'x # cds: không đổi'\n",
        "a: x#cds: không đổi\n",
        "a: >-\n  x # cds: không đổi\n  y\n",
        "# ghi «# cds: không đổi» ở cuối dòng\na: 1\n",
    ],
)
def test_words_of_a_text_are_no_remark(text: str) -> None:
    tree, _ = read_yaml(text.encode(), "f")
    assert read_remarks(text.encode(), tree, "f") == ((), [])


def test_a_remark_that_would_be_printed_is_told_at_its_line() -> None:
    (told,) = problems_of("a: |\n  x\n  # cds: không đổi\n")
    assert told.startswith("«# cds: không đổi» nằm trong đoạn văn nên là chữ của báo cáo, không phải ghi chú.")
    tree, _ = read_yaml("a: |\n  x\n  # cds: không đổi\n".encode(), "f")
    ((finding,),) = [read_remarks("a: |\n  x\n  # cds: không đổi\n".encode(), tree, "f")[1]]
    assert finding.place == DataPlace("f", 3, 1, "a")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a: 1  # cds: không đổi\nb: 2\n", [(1, 1)]),
        ("# cds: không đổi\n\n# khác\na: 1\nb: 2\n", [(4, 4)]),
        ("a: |  # cds: không đổi\n  x\n  y\nb: 2\n", [(1, 3)]),
        ('a:\n  "1.6":  # cds: không đổi\n    tu: 1\n    mau: 2\n  "1.7": 3\n', [(2, 4)]),
        ("a:\n  - x  # cds: không đổi\n  - y\n", [(2, 2)]),
        ("a:\n  - b: x  # cds: không đổi\n    c: y\n  - d\n", [(2, 3)]),
        ("a:\n  -  # cds: không đổi\n    b: x\n    c: y\n  - d\n", [(3, 4)]),
        ("a:\n  b: 1  # cds: không đổi\n  c: 2\n", [(2, 2)]),
        ("a: [x,\n  y,\n  z\n]  # cds: không đổi\nb: 1\n", [(1, 4)]),
        ('a: "x\n  y"  # cds: không đổi\nb: 1\n', [(1, 2)]),
        ('a:\n  "x\n   y"  # cds: không đổi\nb: 1\n', [(1, 3)]),
        ("a: {x: 1, y: 2}  # cds: không đổi\n", [(1, 1)]),
        ("a: 1\n# cds: không đổi\n# cds: bỏ qua SL203 vì x\nb:\n  - 1\n  - 2\n", [(4, 6), (4, 6)]),
    ],
)
def test_a_remark_concerns_what_begins_on_its_line_or_on_the_next(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(first, min(last, text.count("\n"))) for first, last in covered(text)] == spans


def test_a_remark_covers_places_of_its_own_file_only() -> None:
    (remark,) = remarks_of("a: |  # cds: không đổi\n  x\nb: 1\n")
    assert remark.covers(DataPlace("f", 2, 1))
    assert not remark.covers(DataPlace("f", 3, 1))
    assert not remark.covers(DataPlace("g", 2, 1))


@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("bỏ qa SL203 vì x", "Có phải ý là «bỏ qua»?"),
        ("", "viết một trong"),
        ("bỏ qua vì tôi muốn thế", "chưa nêu mã"),
        ("bỏ qua SL203", "«# cds: bỏ qua SL203 vì …»"),
        ("bỏ qua SL203, SL204 vì …", "«# cds: bỏ qua SL203, SL204 vì …»"),
    ],
)
def test_a_remark_that_cannot_be_understood_is_told(remark: str, told: str) -> None:
    (problem,) = problems_of(f"a: 1  # cds: {remark}\n")
    assert told in problem


def test_a_remark_below_which_nothing_stands_is_told() -> None:
    (problem,) = problems_of("a: 1\n# cds: không đổi\n")
    assert "không còn dòng dữ liệu nào" in problem


def test_a_place_that_nobody_read_again_is_an_error_and_a_warning_in_a_draft() -> None:
    remarks = remarks_of(
        "a: 1\nb: Năm 2023, xã có 845 hộ.  # cds: xem lại: «2023» là năm trước\nc: 1  # cds: không đổi\n"
    )
    (finding,) = unreviewed(remarks, draft=False)
    assert (finding.rule, finding.severity, finding.place) == ("DL802", Severity.ERROR, DataPlace("f", 2, 1, "b"))
    assert "«2023» là năm trước" in finding.problem
    assert "«Năm 2023, xã có 845 hộ.»" in finding.problem
    assert [finding.severity for finding in unreviewed(remarks, draft=True)] == [Severity.WARNING]


WORDS = st.text(alphabet="aăđ ,'\"#:-|>{}[]0", max_size=12)
NAMES = ("a", '"1.6"', "'đ #'", "b c")


@dataclass
class Planted:
    """A text that grows line by line, and the lines that its remarks stand on."""

    lines: list[str]
    remarks: list[int]

    def add(self, line: str, remark: bool) -> None:
        self.lines.append(line)
        if remark:
            # Behind blanks at the beginning of a line it would be words of a block above.
            self.lines[-1] += "  # cds: không đổi" if line else "# cds: không đổi"
            self.remarks.append(len(self.lines))


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    done = Planted([], [])
    for number in range(draw(st.integers(1, 5))):
        name = (
            draw(st.sampled_from(NAMES))
            .replace("a", f"a{number}")
            .replace("6", f"6{number}")
            .replace("đ", f"đ{number}")
        )
        name = name.replace("b", f"b{number}")
        words, remark = draw(WORDS), draw(st.booleans())
        if draw(st.booleans()):
            done.add("", draw(st.booleans()))
        kind = draw(st.sampled_from(["double", "single", "block", "folded", "list", "flow"]))
        if kind == "double":
            done.add(f'{name}: "{words.translate({34: None})} # cds: không đổi"', remark)
        elif kind == "single":
            done.add(f"{name}: '# cds: {words.translate({39: None})}'", remark)
        elif kind in ("block", "folded"):
            done.add(f"{name}: {'|' if kind == 'block' else '>-'}", remark)
            done.lines += [f"  x{words}", "  # cds: không đổi", ""]
        elif kind == "list":
            done.add(f"{name}:", draw(st.booleans()))
            done.add("  - 1", remark)
            done.add(f'  - "# cds: {words.translate({34: None})}"', draw(st.booleans()))
        else:
            done.add(f"{name}: [1,", draw(st.booleans()))
            done.add('  "# cds: x", {c: 2}]', remark)
    done.add("z: 1", draw(st.booleans()))
    return done


@given(planted())
def test_the_remarks_are_those_that_were_planted(text: Planted) -> None:
    data = "\n".join(text.lines).encode()
    tree, _ = read_yaml(data, "f")
    assert tree is not None
    remarks, findings = read_remarks(data, tree, "f")
    assert all("nằm trong đoạn văn" in finding.problem for finding in findings)
    assert [remark.place.line for remark in remarks] == text.remarks
    for remark in remarks:
        assert all(
            line[remark.place.column - 1 :] == "# cds: không đổi" for line in [text.lines[remark.place.line - 1]]
        )


@given(planted())
def test_both_parsers_see_the_same_comments(text: Planted) -> None:
    whole = "\n".join(text.lines)
    found = []
    for parser in PARSERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(comments_module, "PARSER", parser)
            found.append(list(comments(whole)))
    assert all(other == found[0] for other in found)


def test_the_remarks_of_a_long_file_are_read_in_time_that_grows_with_it() -> None:
    data = "".join(f"k{number}: x  # cds: không đổi\n" for number in range(5_000)).encode()
    tree, _ = read_yaml(data, "f")
    start = time.perf_counter()
    remarks, _ = read_remarks(data, tree, "f")
    # Measured: 0.2 s.  The bound tells a change of order, on any machine.
    assert time.perf_counter() - start < 4
    assert len(remarks) == 5_000
