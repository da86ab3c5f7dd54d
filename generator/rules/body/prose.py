"""Paragraphs of the content, and findings that many of them share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from msgspec.structs import replace

from generator.decree.components import COMPONENTS, Component
from generator.decree.facts import Align, Source, specimen
from generator.findings import Finding
from generator.patterns import one_of, regex
from generator.rules.format_rule import FormatRule
from generator.rules.looks import OPEN, as_printed, fits_one_line, look_findings, may_have_gap, small_letters
from generator.vn.marks import list_mark
from generator.vn.text import sentence_start, squeeze
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para

WHOLE_PARAGRAPH = specimen("Phụ lục I, phần I, mục V, số thứ tự 6")
"""The law has the content upright and plain.  What a whole paragraph in other letters is (a quotation, a note, a title
without number) the file does not tell, so it is a warning."""

INDENTED = ("noi_dung", "dieu", "can_cu", "muc", "khoan", "khoan_co_tieu_de", "diem")
"""Components of the content that stand at the indent of the body."""

PROSE = ("noi_dung", "khoan", "diem")
"""Components that are the running text itself, not titles in it."""

_LETTERS = frozenset(("sizes", "small caps", "strokes"))
_NUMBERED = ("khoan", "diem")
_GAP = regex(rf"{OPEN}|\t\s*$")
_LETTER = regex(r"[^\W\d_]")
# What tables and figures carry above and below them, and remarks on them; offices set these in italics, smaller.
_REMARKS = ("đơn vị", "đvt", "ghi chú", "chú thích", "nguồn")
_ASIDE = regex(
    r"\(?(?:đơn vị(?: tính)?|đvt|ghi chú|chú thích|nguồn(?: số liệu)?)\s*[:.]|"
    r"(?:bảng|biểu đồ|biểu|hình|sơ đồ|đồ thị)(?: số)?\s*(?:[0-9]+(?:[.-][0-9]+)*|[IVX]+)\s*"
    rf"{one_of('[.:-]', '–')}|"
    r"(?:biểu đồ|hình|sơ đồ|đồ thị)\s*:",
    re.IGNORECASE,
    begins=(*_REMARKS, *(f"({word}" for word in _REMARKS), "bảng", "biểu", "hình", "sơ đồ", "đồ thị"),
)
_OPENED, _CLOSED = ("“", '"', "«"), ("”", '"', "»")
_FEW = 3  # paragraphs; of fewer the half is no habit
_GAPS_OF_A_FORM, _SHARE_OF_GAPS, _SHARE_OF_SEVERAL = 2, 4, 10
_LONGEST_ASIDE = 160  # letters; a longer remark is a paragraph of the text
_BLANK_INDENT = regex(r"\t|[ \u00a0]{2,}")


def written(para: Para) -> str:
    """The words on one line with the automatic number before them, as the reader sees them."""
    return para.written


def fragments_of(doc: Recognised, components: Iterable[str]) -> list[Fragment]:
    """The fragments of these components in the page's column, one of a paragraph, in the order of the file.

    Lines to be filled in, of a form or a specimen, are left out, and what stands aside of the text.
    """
    aside = _beside_the_text(doc)
    found = {
        fragment.para.number: fragment
        for component in components
        for fragment in doc.of(component)
        if fragment.para.number not in aside
    }
    return [found[number] for number in sorted(found)]


@lru_cache(maxsize=1)  # several rules ask in turn
def _beside_the_text(doc: Recognised) -> frozenset[int]:
    """The paragraphs of the content that are lines to be filled in, captions, notes, or stand in a table or box."""
    return frozenset(
        para.number
        for para in doc.content
        if not stands_free(para) or is_form_line(para.text) or stands_aside(para.text)
    )


def stands_aside(text: str) -> bool:
    """Whether words go with a table or a figure, or are a short note: the decree says nothing of them."""
    return len(text) <= _LONGEST_ASIDE and _ASIDE.match(squeeze(text)) is not None


def is_quoted(text: str) -> bool:
    """Whether all of it is quoted, as the new words of a clause are: it keeps its own weight and slant."""
    if text.lstrip()[:1] not in _OPENED:
        return False
    words = squeeze(text)
    inside = words[1:].rstrip(".;,/ 0123456789")
    return inside[-1:] in _CLOSED or not any(mark in inside for mark in _CLOSED)


def stands_free(para: Para) -> bool:
    """Whether a paragraph stands in the page's column: not in a table, not in a box."""
    return para.cell is None and not para.boxed


def is_list_item(para: Para) -> bool:
    """Whether a paragraph begins with a dash, a bullet or the like."""
    return list_mark(written(para)) != ""


def typed_indent(para: Para) -> bool:
    """Whether its first line is pushed in by a tab or by blanks."""
    return not para.marker and _BLANK_INDENT.match(para.text) is not None


@lru_cache(maxsize=4096)  # asked about the same paragraphs by several rules
def is_form_line(text: str) -> bool:
    """Whether it is a line to be filled in: without words, or dots over much of it; in several places, over some."""
    gaps = _GAP.findall(text) if may_have_gap(text) or "\t" in text else []
    if not _LETTER.search(text):
        return True
    share = _SHARE_OF_SEVERAL if len(gaps) >= _GAPS_OF_A_FORM else _SHARE_OF_GAPS
    return sum(map(len, gaps)) * share >= len(text)


def in_brackets(text: str) -> bool:
    """Whether all of it stands in brackets, such as "(Có phụ lục kèm theo)"; a stop may follow."""
    words = squeeze(text).rstrip(".;,/ 0123456789")
    return words.startswith("(") and words.endswith(")")


def is_all(fragment: Fragment, attribute: str) -> bool:
    """Whether all its words are ``bold`` or ``italic``."""
    return bool(fragment.spoken) and all(getattr(stretch.look, attribute) for stretch in fragment.spoken)


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
    judged = [
        part for part in fragments if not (part.para.boxed or is_form_line(part.text) or stands_aside(part.para.text))
    ]
    habits = cache(lambda: _habits(judged))
    for fragment in judged:
        yield from look_findings(rule, component, doc, [fragment], _LETTERS)
        takes_lines = not fits_one_line(fragment.para)
        if takes_lines and not is_list_item(fragment.para):
            yield from look_findings(rule, component, doc, [fragment], frozenset(("align",)))
        elif component in _NUMBERED:
            yield from off_the_edge(rule, component, doc, [fragment])
        if not is_quoted(fragment.para.text):
            yield from _whole_findings(rule, fragment, takes_lines, COMPONENTS[component], habits)


def off_the_edge(rule: FormatRule, component: str, doc: Recognised, fragments: Iterable[Fragment]) -> Iterator[Finding]:
    """What of numbered paragraphs stands in the middle or at the right; one of a line may stand at the left edge."""
    wholes = (Fragment.whole(part.para) for part in fragments if part.start == 0 and stands_free(part.para))
    odd = [part for part in wholes if doc.alignment(part) in (Align.CENTRE, Align.RIGHT)]
    return look_findings(rule, component, doc, odd, frozenset(("align",)))


def _leads_in(fragment: Fragment, takes_lines: bool) -> bool:
    """Whether a line introduces what stands below it: «* Về hạ tầng số», «a) Về hạ tầng số:»."""
    return not takes_lines and squeeze(fragment.text)[-1:] not in (".", ";", ",")


def _habits(fragments: list[Fragment]) -> frozenset[str]:
    """What at least half of the paragraphs are throughout: no quotation and no note, but how the text is set."""
    marked = {
        "italic": [is_all(part, "italic") and not in_brackets(part.text) for part in fragments],
        "bold": [is_all(part, "bold") for part in fragments],
        "caps": [as_printed(part).isupper() for part in fragments],
    }
    return frozenset(name for name, found in marked.items() if len(found) >= _FEW and sum(found) * 2 >= len(found))


def _whole_findings(
    rule: FormatRule, fragment: Fragment, takes_lines: bool, component: Component, habits: Callable[[], frozenset[str]]
) -> Iterator[Finding]:
    name = sentence_start(component.name)

    def source(habit: str) -> Source:
        return component.source if habit in habits() else WHOLE_PARAGRAPH

    if is_all(fragment, "italic") and not in_brackets(fragment.text) and not _leads_in(fragment, takes_lines):
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
            small_letters(fragment),
            source("caps"),
        )
