"""Remarks to the machine in a data file: ``# cds:`` at the beginning of a comment, or behind the words of one.

A remark at the end of a line concerns every entry that begins on the line, with all that stands in it; a remark alone
on its line concerns the next line of data in the same way.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.comments import Comment, comments
from generator.data.decoding import read_text
from generator.data.faults import fault
from generator.data.nodes import Mapping, Node, Scalar
from generator.findings import DataPlace, Finding, Place, Severity
from generator.patterns import regex
from generator.vn.suggest import closest
from generator.vn.text import fold, nfc, quoted, squeeze

_MAYBE = regex(rb"#[ \t]*cds[ \t]*:", re.IGNORECASE)
_SIGN = r"(?<!\S)#[ \t]*cds[ \t]*:"
_REMARK = regex(rf"{_SIGN}(?P<words>.*?)(?={_SIGN}|$)", re.IGNORECASE)
_VERB = regex(r"(?P<verb>[^\s:,.;]+(?: [^\s:,.;]+)?)[\s:,.;]*(?P<rest>.*)")
_RULE = regex(r"[A-Za-z]{1,4}[0-9]\w*")
_WORD = regex(r"[^\s,;:.()]+")
_AROUND_REASON = "- ,;:.()–"
_BLANK = rf"[{re.escape(_AROUND_REASON)}]*"
_BECAUSE = regex(rf"^{_BLANK}(?:vì\b{_BLANK})?", re.IGNORECASE)
_FORM = "«# cds: bỏ qua SL203 vì …»"


class Verb(enum.Enum):
    """What a remark asks for."""

    PASS_OVER = "bỏ qua"
    REVIEW = "xem lại"
    UNCHANGED = "không đổi"


_VERBS = {fold(verb.value): verb for verb in Verb}


class Remark(Struct, frozen=True):
    """A remark that was understood.

    ``rules`` are the ids behind «bỏ qua», in capitals; ``words`` the reason, or what is said behind another verb.
    ``place`` is the remark's own; ``about`` is where the entry begins that it concerns, ``last_line`` the last line
    that it covers; ``excerpt`` the first text of what it covers.
    """

    verb: Verb
    place: DataPlace
    about: DataPlace
    last_line: int
    rules: tuple[str, ...] = ()
    words: str = ""
    excerpt: str = ""

    def covers(self, place: Place) -> bool:
        """Whether the place lies in what the remark concerns."""
        return (
            isinstance(place, DataPlace)
            and place.file == self.about.file
            and self.about.line <= place.line <= self.last_line
        )


def read_remarks(data: bytes, tree: Mapping | None, file: str) -> tuple[tuple[Remark, ...], list[Finding]]:
    """The remarks of a file, whose ``tree`` was read from ``data``; and what is wrong with them (DL803)."""
    if tree is None or not _MAYBE.search(data):
        return (), []
    text, _ = read_text(data, file)
    if text is None:
        return (), []
    entries = _Entries(tree, text.count("\n") + 1)
    remarks, findings = list[Remark](), list(_inside_texts(tree))
    found = ((comment, words) for comment in comments(text) for words in _REMARK.finditer(comment.text))
    for comment, remark in found:
        place = DataPlace(file, comment.line, comment.column + remark.start())
        span = entries.about(comment)
        verb, rest = _verb(remark["words"])
        rules, reason = _named(rest) if verb is Verb.PASS_OVER else ((), rest)
        if verb is None or span is None or (verb is Verb.PASS_OVER and not (rules and reason)):
            findings.append(_misunderstood(place, remark["words"], verb, rules, reason))
        else:
            remarks.append(Remark(verb, place, span.place, span.last, rules, reason, span.text))
    return tuple(remarks), findings


def _inside_texts(tree: Mapping) -> Iterator[Finding]:
    """Remarks that are lines of a text, where they are no comments: they would be printed."""
    for _, _, node in _below(tree, 0):
        if not isinstance(node, Scalar):
            continue
        for number, line in enumerate(node.text.split("\n")):
            if _REMARK.match(line.strip()):
                place = DataPlace(node.place.file, node.first_line + number, 1, node.place.path)
                problem = f"{quoted(line.strip())} nằm trong đoạn văn nên là chữ của báo cáo, không phải ghi chú."
                fix = "chuyển ghi chú ra cuối dòng có tên mục, hoặc lên một dòng riêng phía trên mục ấy."
                yield fault(ids.REMARK, place, problem, fix)


def unreviewed(remarks: Iterable[Remark], *, draft: bool) -> list[Finding]:
    """What is told of places that nobody has read again: an error, a warning in a draft."""
    severity = Severity.WARNING if draft else Severity.ERROR
    return [replace(_unread(remark), severity=severity) for remark in remarks if remark.verb is Verb.REVIEW]


def _unread(remark: Remark) -> Finding:
    # Words that «cds-gen new» wrote quote the text already.
    words = remark.words if "«" in remark.words else quoted(remark.words)
    what = f": {words.rstrip('.')}" if remark.words else ""
    text = f" Chữ đang có: {quoted(remark.excerpt)}." if remark.excerpt else ""
    fix = f"đọc lại, sửa cho đúng kỳ này, rồi xóa ghi chú «# cds: xem lại …» ở dòng {remark.place.line}."
    return fault(ids.UNREVIEWED, remark.about, f"chỗ này chép từ kỳ trước, chưa đọc lại{what}.{text}", fix)


def _verb(words: str) -> tuple[Verb | None, str]:
    """The verb that the words begin with, if any, and the words behind it."""
    found = _VERB.match(squeeze(nfc(words)))
    if found is None:
        return None, ""
    return _VERBS.get(fold(found["verb"])), found["rest"]


def _named(words: str) -> tuple[tuple[str, ...], str]:
    """The ids of rules that the words begin with, and the reason behind them."""
    rules, end = list[str](), 0
    for found in _WORD.finditer(words):
        if _RULE.fullmatch(found[0]):
            rules.append(found[0].upper())
            end = found.end()
        elif fold(found[0]) != "va":
            break
    reason = _BECAUSE.sub("", words[end:]).rstrip(_AROUND_REASON)
    return tuple(dict.fromkeys(rules)), reason if any(ch.isalnum() for ch in reason) else ""


def _misunderstood(place: DataPlace, words: str, verb: Verb | None, rules: tuple[str, ...], reason: str) -> Finding:
    shown = quoted(f"# cds: {squeeze(words)}")
    if verb is None:
        verbs = ", ".join(f"«{known.value}»" for known in Verb)
        near = closest(" ".join(words.split()[:2]), [known.value for known in Verb])
        problem = f"{shown}: máy không hiểu ghi chú này."
        fix = f"{f'có phải ý là «{near}»? S' if near else 's'}au «cds:» viết một trong: {verbs}; ví dụ {_FORM}."
    elif verb is Verb.PASS_OVER and not rules:
        problem = f"{shown}: chưa nêu mã của luật muốn bỏ qua."
        fix = f"viết mã in trong thông báo, rồi lý do: {_FORM}"
    elif verb is Verb.PASS_OVER and not reason:
        problem = f"{shown}: chưa nói vì sao bỏ qua."
        fix = f"viết thêm lý do: «# cds: bỏ qua {', '.join(rules)} vì …»"
    else:
        problem = f"{shown}: dưới ghi chú này không còn dòng dữ liệu nào."
        fix = "đặt ghi chú ở cuối dòng cần nói tới, hoặc ngay trên dòng ấy; không cần nữa thì xóa."
    return fault(ids.REMARK, place, problem, fix)


class _Span(Struct, frozen=True):
    """An entry: where it begins, the last line of what stands in it, its first text."""

    place: DataPlace
    last: int
    text: str


class _Entries:
    """The entries of a tree, in the order of the file: each key with its value, each item of a list."""

    def __init__(self, tree: Mapping, last_line: int) -> None:
        self._last_line = last_line
        self._found = list(_below(tree, 0))
        self._lines = [place.line for place, _, _ in self._found]

    def about(self, comment: Comment) -> _Span | None:
        """What a comment concerns; None where nothing follows it."""
        for line in (comment.line, comment.about):
            first, end = bisect_left(self._lines, line), bisect_right(self._lines, line)
            if first < end:
                return self._span(first, end)
        if comment.leads or not end:
            return self._span(end, end + 1) if end < len(self._lines) else None
        return self._span(end - 1, end)

    def _span(self, first: int, end: int) -> _Span:
        """The entries from ``first`` up to ``end`` as one."""
        depth = min(found[1] for found in self._found[first:end])
        after = end
        while after < len(self._found) and self._found[after][1] > depth:
            after += 1
        inside = self._found[first:after]
        below = self._lines[after] - 1 if after < len(self._found) else self._last_line
        text = next((node.text for _, _, node in inside if isinstance(node, Scalar) and node.text), "")
        return _Span(inside[0][0], max(below, self._lines[after - 1]), text)


def _below(node: Node, depth: int) -> Iterator[tuple[DataPlace, int, Node]]:
    """Each entry below a node with its depth."""
    if isinstance(node, Scalar):
        return
    entries = node.items.values() if isinstance(node, Mapping) else ((item.place, item) for item in node.items)
    for place, child in entries:
        yield place, depth, child
        yield from _below(child, depth + 1)
