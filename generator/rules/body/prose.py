"""Paragraphs of the content, and findings that many of them share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.decree.components import COMPONENTS, Component
from generator.decree.facts import Source, specimen
from generator.findings import Finding
from generator.rules.format_rule import FormatRule
from generator.rules.looks import OPEN, as_printed, fits_one_line, look_findings, speaks
from generator.vn.text import sentence_start, squeeze
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para, Stretch

WHOLE_PARAGRAPH = specimen("Phụ lục I, phần I, mục V, số thứ tự 6")
"""The law has the content upright and plain.  What a whole paragraph in other letters is (a quotation, a note, a title
without number) the file does not tell, so it is a warning."""

INDENTED = ("noi_dung", "can_cu", "muc", "khoan", "khoan_co_tieu_de", "diem")
"""Components of the content that stand at the indent of the body."""

PROSE = ("noi_dung", "khoan", "diem")
"""Components that are the running text itself, not titles in it."""

_LIST_MARK = re.compile(r"[-–—−•·▪◦●○■□➢✓+*]")
_GAP = re.compile(rf"{OPEN}|\t\s*$")
_FEW = 3  # paragraphs; of fewer the half is no habit
_GAPS_OF_A_FORM, _SHARE_OF_GAPS = 2, 4
_BLANK_INDENT = re.compile(r"\t|[ \u00a0]{2,}")


def written(para: Para) -> str:
    """The words on one line with the automatic number before them, as the reader sees them."""
    return squeeze(f"{para.marker} {para.text}")


def fragments_of(doc: Recognised, components: Iterable[str]) -> list[Fragment]:
    """The fragments of these components in the page's column, one of a paragraph, in the order of the file.

    Lines to be filled in, of a form or a specimen, are left out.
    """
    found = {
        fragment.para.number: fragment
        for component in components
        for fragment in doc.of(component)
        if stands_free(fragment.para) and not is_form_line(fragment.para.text)
    }
    return [found[number] for number in sorted(found)]


def stands_free(para: Para) -> bool:
    """Whether a paragraph stands in the page's column: not in a table, not in a box."""
    return para.cell is None and not para.boxed


def is_list_item(para: Para) -> bool:
    """Whether a paragraph begins with a dash, a bullet or the like."""
    return _LIST_MARK.match(written(para)) is not None


def typed_indent(para: Para) -> bool:
    """Whether its first line is pushed in by a tab or by blanks."""
    return not para.marker and _BLANK_INDENT.match(para.text) is not None


def is_form_line(text: str) -> bool:
    """Whether it is a line to be filled in: without words, or dots in several places or over much of it."""
    gaps = _GAP.findall(text)
    if not any(ch.isalpha() for ch in text):
        return True
    return len(gaps) >= _GAPS_OF_A_FORM or sum(map(len, gaps)) * _SHARE_OF_GAPS >= len(text)


def in_brackets(text: str) -> bool:
    """Whether all of it stands in brackets, such as "(Có phụ lục kèm theo)"; a stop may follow."""
    words = squeeze(text).rstrip(".;,/ 0123456789")
    return words.startswith("(") and words.endswith(")")


def is_all(fragment: Fragment, attribute: str) -> bool:
    """Whether all its words are ``bold`` or ``italic``."""
    spoken = [stretch for stretch in fragment.stretches if speaks(stretch)]
    return bool(spoken) and all(_is(stretch, attribute) for stretch in spoken)


def _is(stretch: Stretch, attribute: str) -> bool:
    return stretch.look.bold if attribute == "bold" else stretch.look.italic


def gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same become one: at the first place, the other places ``related``."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.rule, finding.problem, finding.fix), []).append(finding)
    for same in alike.values():
        first = same[0]
        if len(same) == 1:
            yield first
            continue
        others = tuple(other.place for other in same[1:])
        yield replace(first, problem=f"{first.problem}; {len(others)} đoạn khác cũng vậy", related=others)


def prose_findings(
    rule: FormatRule, component: str, doc: Recognised, fragments: Iterable[Fragment]
) -> Iterator[Finding]:
    """What is wrong with the letters and the alignment of running text.

    Words in bold or italics inside a paragraph are quotations or stress; only a whole paragraph is judged.  A
    paragraph of one line and an item with a dash may stand at the left edge.
    """
    judged = [part for part in fragments if not (part.para.boxed or is_form_line(part.text))]
    habits = _habits(judged)
    for fragment in judged:
        yield from look_findings(rule, component, doc, [fragment], frozenset(("sizes",)))
        takes_lines = not fits_one_line(fragment.para)
        if takes_lines and not is_list_item(fragment.para):
            yield from look_findings(rule, component, doc, [fragment], frozenset(("align",)))
        yield from _whole_findings(rule, fragment, takes_lines, COMPONENTS[component], habits)


def _habits(fragments: list[Fragment]) -> frozenset[str]:
    """What at least half of the paragraphs are throughout: no quotation and no note, but how the text is set."""
    marked = {
        "italic": [is_all(part, "italic") and not in_brackets(part.text) for part in fragments],
        "bold": [is_all(part, "bold") for part in fragments],
        "caps": [as_printed(part).isupper() for part in fragments],
    }
    return frozenset(name for name, found in marked.items() if len(found) >= _FEW and sum(found) * 2 >= len(found))


def _whole_findings(
    rule: FormatRule, fragment: Fragment, takes_lines: bool, component: Component, habits: frozenset[str]
) -> Iterator[Finding]:
    name = sentence_start(component.name)

    def source(habit: str) -> Source:
        return component.source if habit in habits else WHOLE_PARAGRAPH

    if is_all(fragment, "italic") and not in_brackets(fragment.text):
        yield rule.finding(
            fragment.place,
            f"{name} có cả đoạn là chữ «nghiêng», phải là chữ đứng",
            "Bôi đen đoạn này, bỏ nút Nghiêng ở Trang đầu > Phông chữ (Home > Italic, Ctrl+I).",
            source("italic"),
        )
    if not takes_lines:
        return
    if is_all(fragment, "bold"):
        yield rule.finding(
            fragment.place,
            f"{name} có cả đoạn dài là chữ «đậm», phải là chữ không đậm",
            "Bôi đen đoạn này, bỏ nút Đậm ở Trang đầu > Phông chữ (Home > Bold, Ctrl+B).",
            source("bold"),
        )
    if as_printed(fragment).isupper():
        yield rule.finding(
            fragment.place,
            f"{name} có cả đoạn dài viết «in hoa», phải viết in thường",
            "Bôi đen đoạn này, chọn Trang đầu > Đổi chữ hoa/thường > Viết hoa đầu câu "
            "(Home > Change Case > Sentence case) rồi viết hoa lại tên riêng.",
            source("caps"),
        )
