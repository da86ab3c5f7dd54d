"""Annexes: where each begins, its heading, its title, what it is attached to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.word.recognise_body import data_tables
from generator.word.recognise_lines import (
    PrintedLine,
    cut,
    has_italic,
    is_bold,
    is_caps,
    is_centred,
    is_rule_text,
    joined,
    lines_of,
    printed_lines,
    words,
)
from generator.word.recognise_rules import find_rule, lines_below
from generator.word.recognise_words import KEM_THEO, MUC, PHU_LUC, PHU_LUC_AND_TITLE
from generator.word.recognised import Annex, Fragment, Rule
from generator.word.view import Para

_LONGEST_HEADING = 300
_MOST_HEAD_LINES = 14
_LONGEST_LINE = 600


def annex_starts(paras: Sequence[Para]) -> list[int]:
    """The paragraphs with which annexes begin, in order."""
    data = data_tables(paras)
    found: list[int] = []
    for index, para in enumerate(paras):
        if para.is_blank or (para.cell is not None and para.cell.table in data):
            continue
        if _is_heading(para, paras[index - 1] if index else None):
            found.append(index)
    return found


def _is_heading(para: Para, before: Para | None) -> bool:
    if len(para.text) > _LONGEST_HEADING or para.text.lstrip()[:1].casefold() != "p":
        return False
    first = next(lines_of(para))
    text = words(first)
    begins_page = before is None or para.breaks_page or para.look.page_break_before or para.section != before.section
    set_off = is_centred(para) or is_bold(first)
    if PHU_LUC.fullmatch(text):
        return begins_page or set_off
    return bool(PHU_LUC_AND_TITLE.match(text)) and begins_page and set_off


def read_annex(paras: Sequence[Para]) -> Annex:
    """The annex whose paragraphs, from its heading to the next annex, are these."""
    lines = []
    for line in printed_lines(paras, 0, len(paras)):
        lines.append(line)
        if len(lines) > _MOST_HEAD_LINES:
            break
    heading, rest = _heading(lines[0])
    head = _Head(paras, lines)
    # What an annex is attached to stands below its title; some write it above.
    attached, at = head.attached_from(1)
    title = [rest] if rest is not None else []
    while at < len(lines) and head.is_title(at):
        title.append(lines[at].fragment)
        at += 1
    if not attached:
        attached, at = head.attached_from(at)
    last = lines[at - 1]
    rule = head.rule(last, attached or title or [heading])
    start = last.index + 1
    content = tuple(para for para in paras[start:] if rule is None or para is not rule.fragment.para)
    return Annex((heading,), joined(title), joined(attached), content, rule)


def _heading(line: PrintedLine) -> tuple[Fragment, Fragment | None]:
    """The heading, and the title where it stands on the same line."""
    fragment = line.fragment
    found = None if PHU_LUC.fullmatch(line.words) else PHU_LUC_AND_TITLE.match(fragment.text)
    if found is None:
        return fragment, None
    end = fragment.start + found.end(1)
    heading = cut(fragment.para, fragment.start, end)
    title_at = fragment.start + found.end() - 1
    return heading or fragment, cut(fragment.para, title_at, fragment.end)


class _Head(Struct, frozen=True):
    """The first lines of an annex."""

    paras: Sequence[Para]
    lines: list[PrintedLine]

    def attached_from(self, at: int) -> tuple[list[Fragment], int]:
        """The lines from there on that say what the annex is attached to, and where they end."""
        attached: list[Fragment] = []
        while at < len(self.lines) and self.is_attached(at, attached):
            attached.append(self.lines[at].fragment)
            at += 1
        return attached, at

    def is_title(self, at: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if self._is_apart(before, line, blank_parts=at > 1) or self._is_table(line):
            return False
        if KEM_THEO.match(line.words) or is_rule_text(line.fragment.text) or MUC.match(line.words):
            return False
        return len(line.words) <= _LONGEST_LINE and (
            is_centred(line.para) or is_bold(line.fragment) or is_caps(line.fragment)
        )

    def is_attached(self, at: int, attached: list[Fragment]) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if self._is_apart(before, line, blank_parts=bool(attached)) or len(line.words) > _LONGEST_LINE:
            return False
        if not attached:
            return KEM_THEO.match(line.words) is not None
        opened = "".join(each.text for each in attached)
        return opened.count("(") > opened.count(")") or (
            is_centred(line.para) and has_italic(line.fragment) and not is_rule_text(line.fragment.text)
        )

    def _is_apart(self, before: PrintedLine, line: PrintedLine, blank_parts: bool) -> bool:
        between = self.paras[before.index + 1 : line.index]
        return (blank_parts and bool(between)) or any(para.lines for para in between)

    def _is_table(self, line: PrintedLine) -> bool:
        return line.para.cell is not None and line.para.cell.bordered

    def rule(self, last: PrintedLine, component: list[Fragment]) -> Rule | None:
        following: list[Para] = []
        for para in self.paras[last.index + 1 : last.index + 5]:
            if (para.cell is None) != (last.para.cell is None):
                break
            following.append(para)
            if not para.is_blank and not is_rule_text(para.text):
                break
        return find_rule(component, following, lines_below(component[-1], following))
