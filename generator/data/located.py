"""Bytes of a YAML file -> the tree of its texts, each with its line and column.

The tree is built from the parser's events: nothing is ever typed by YAML (``1.10`` stays ``1.10``), and
depth, size and aliases are bounded before anything grows.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple, NoReturn, Protocol

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.decoding import read_text
from generator.data.faults import fault, warning
from generator.data.nodes import Item, Mapping, Node, Scalar, Sequence, index_path, key_path
from generator.data.quoting import QUOTE, entry_of
from generator.data.syntax_messages import (
    Diagnosis,
    LastText,
    explain,
    explain_mark,
    explain_root,
    explain_unusual_key,
)
from generator.findings import DataPlace, Finding
from generator.patterns import regex
from generator.vn.text import character_name, forbidden_character, nfc, quoted

MOST_DEPTH = 40
MOST_NODES = 200_000

# The C parser is ten times faster; both are fed the same text and bounds, and the tests run both.
PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_NULLS = frozenset(("~", "null", "Null", "NULL"))
_SWALLOWED = regex(r" +#(?=[^\s#])(?!cds[ \t]*:)(?P<words>.*)", re.IGNORECASE)
_INVISIBLE = regex("[\u00a0\u00ad\u200b-\u200f\u202f\u2060]")
_CUT_NUMBER = regex(r"[0-9],[0-9]")
_ENGLISH_THOUSANDS = regex(r"[1-9][0-9]{0,2},[0-9]{3}")
_NO_BLANK_AFTER_COLON = regex(r"(?P<key>[^\s:\"']+):(?P<value>\S.*)")


def read_yaml(data: bytes, file: str) -> tuple[Mapping | None, list[Finding]]:
    """The tree of the file, or None where it cannot be read at all; and all that is wrong with it.

    Even with a tree there may be errors among the findings.  ``file`` is what the places call the file.
    """
    text, findings = read_text(data, file)
    if text is None:
        return None, findings
    builder = _TreeBuilder(text, file)
    root = builder.build()
    findings += builder.findings
    if root is None or isinstance(root, Mapping):
        return root, findings
    if isinstance(root, Scalar) and root.is_blank:
        return None, [*findings, _empty(file)]
    shape = "list" if isinstance(root, Sequence) else "text"
    diagnosis = explain_root(text, shape)
    return None, [*findings, fault(ids.NO_CONTENT, root.place, diagnosis.problem, diagnosis.fix)]


def _empty(file: str) -> Finding:
    problem = "tệp trống hoặc chỉ có ghi chú."
    fix = "điền các mục vào tệp, mỗi mục một dòng: tên mục, dấu hai chấm, dấu cách, giá trị."
    return fault(ids.NO_CONTENT, DataPlace(file, 1, 1), problem, fix)


class _Stopped(Exception):
    """The finding that ends the reading has been noted."""


class _Open(Struct):
    """A group (``keys``) or a list that has begun and not ended."""

    place: DataPlace
    is_mapping: bool
    keys: dict[str, Item] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: _Key | None = None
    in_flow: bool = False


class _Key(NamedTuple):
    """A key whose value is still to come."""

    name: str
    place: DataPlace
    plain: bool


class _TreeBuilder:
    """Builds one tree; ``findings`` gathers what is wrong."""

    def __init__(self, text: str, file: str) -> None:
        self.findings: list[Finding] = []
        self._text = text
        self._file = file
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._nodes = 0
        self._last: LastText | None = None

    def build(self) -> Node | None:
        try:
            self._read_events()
        except _Stopped:
            return None
        if self._root is None:
            problem = "tệp trống hoặc chỉ có ghi chú."
            self._note(ids.NO_CONTENT, DataPlace(self._file, 1, 1), problem, "điền các mục của báo cáo vào tệp.")
        return self._root

    def _read_events(self) -> None:
        try:
            for event in yaml.parse(self._text, Loader=PARSER):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self._stop_at_syntax(explain(error, self._text, self._last))
        except (yaml.YAMLError, ValueError, OverflowError):
            # The pure parser lets chr() fail on an escape such as \UFFFFFFFF instead of judging it.
            problem = "tệp có một ký tự viết bằng dấu \\ mà YAML không hiểu."
            self._stop(ids.SYNTAX, DataPlace(self._file, 1, 1), problem, "bỏ dấu \\ trong các dấu nháy kép.")

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            problem = "tệp có dòng «---» chia tệp thành hai phần; chỉ phần đầu được đọc."
            self._stop(ids.SYNTAX, self._place(event, ""), problem, "xóa dòng «---» ở giữa tệp.")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        self._last = LastText(start.line, end.line, end.column, event.style or "")
        if self._expects_key():
            self._refuse_extras(event, self._place(event, self._open[-1].place.path))
            self._take_key(event)
            return
        place = self._place(event, self._child_path())
        self._refuse_extras(event, place)
        plain = not event.style
        if plain:
            self._warn_of_comment(event, place)
        text = "" if plain and event.value in _NULLS else self._clean(event.value, place)
        below = 2 if event.style in ("|", ">") else 1
        self._add(Scalar(text, place, start.line + below, plain))

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        group = self._open[-1]
        typed = self._clean(event.value, self._place(event, group.place.path))
        key = _INVISIBLE.sub(" ", typed).strip()
        place = self._place(event, key_path(group.place.path, key))
        if key != typed.strip():
            problem = f"tên mục {quoted(key)} có ký tự ẩn (dấu cách cứng hoặc ký tự rộng bằng 0)."
            self._note(ids.FORBIDDEN_CHARACTER, place, problem, f"xóa rồi gõ lại: «{key}:»")
        if not key:
            problem = "thiếu tên mục trước dấu hai chấm."
            self._note(ids.SYNTAX, place, problem, f"viết tên mục trước dấu hai chấm; nếu là câu văn thì {QUOTE}.")
        if self._is_cut_number(_mark(event.start_mark).index):
            self._refuse_cut_number(group, typed)
            key = ""
        group.key = _Key(key, place, not event.style)

    def _is_cut_number(self, index: int) -> bool:
        """Whether the text at ``index`` is what a decimal comma in ``{ }`` cut off: ``{ty_le: 82,9%}``."""
        return bool(_CUT_NUMBER.match(self._text, max(index - 2, 0)))

    def _refuse_cut_number(self, group: _Open, rest: str) -> None:
        key, item = next(reversed(group.keys.items()), ("", None))
        if item is None or not isinstance(item.node, Scalar):
            return
        number = f"{item.node.text},{rest}"
        problem = f"{quoted(number)} bị cắt ở dấu phẩy, vì dấu phẩy trong {{ }} ngăn hai mục."
        fix = f'đặt số trong dấu nháy: «{key}: "{number}"»'
        if _ENGLISH_THOUSANDS.fullmatch(number):
            points = number.replace(",", ".")
            fix = f'nếu là số nguyên thì viết «{key}: {points}»; nếu là số thập phân thì viết «{key}: "{number}0"»'
        self._note(ids.SYNTAX, item.node.place, problem, fix)
        group.keys[key] = Item(item.key_place, replace(item.node, text=number, told=True))

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        if self._expects_key():
            self._stop_at_syntax(self._unusual_key(event))
        place = self._place(event, self._child_path())
        self._refuse_mark(event, place)
        self._add(Scalar(f"*{event.anchor}", place, place.line, False))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if self._expects_key():
            self._stop_at_syntax(self._unusual_key(event))
        place = self._place(event, self._child_path())
        self._refuse_extras(event, place)
        if len(self._open) >= MOST_DEPTH:
            problem = f"các mục lồng nhau quá {MOST_DEPTH} bậc."
            self._stop(ids.LIMITS, place, problem, f"bớt số bậc; nếu là câu văn có dấu ngoặc thì {QUOTE}.")
        self._count(place)
        self._open.append(_Open(place, isinstance(event, yaml.MappingStartEvent), in_flow=bool(event.flow_style)))

    def _end(self) -> None:
        done = self._open.pop()
        node = Mapping(done.keys, done.place) if done.is_mapping else Sequence(tuple(done.items), done.place)
        self._put(node)

    def _add(self, scalar: Scalar) -> None:
        self._count(scalar.place)
        self._put(scalar)

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is not None:
            (key, place, plain), parent.key = parent.key, None
            if not key:
                # A finding has been noted for it.
                return
            if plain and parent.in_flow and isinstance(node, Scalar) and node.is_blank:
                key, place, node = self._parted(key, place, node)
            first = parent.keys.setdefault(key, Item(place, node))
            if first.key_place != place:
                problem = f"mục {quoted(key)} đã có ở dòng {first.key_place.line}."
                fix = "giữ lại một trong hai; nếu là hai mục khác nhau thì đổi tên một mục."
                self._note(ids.DUPLICATE_KEY, place, problem, fix, (first.key_place,))

    def _parted(self, key: str, place: DataPlace, blank: Scalar) -> tuple[str, DataPlace, Scalar]:
        """The key and the value of ``{tu:11}``, which YAML takes for one key without a value."""
        found = _NO_BLANK_AFTER_COLON.fullmatch(key)
        if found is None:
            return key, place, blank
        parent = self._open[-1].place.path
        place = replace(place, path=key_path(parent, found["key"]))
        problem = f"{quoted(key)}: sau dấu hai chấm phải có một dấu cách."
        self._note(ids.SYNTAX, place, problem, f"viết «{found['key']}: {found['value']}»")
        value = replace(place, column=place.column + found.start("value"))
        return found["key"], place, Scalar(found["value"], value, place.line, True)

    def _expects_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_mapping and self._open[-1].key is None

    def _child_path(self) -> str:
        if not self._open:
            return ""
        parent = self._open[-1]
        if parent.is_mapping:
            return parent.key.place.path if parent.key else parent.place.path
        return index_path(parent.place.path, len(parent.items))

    def _clean(self, value: str, place: DataPlace) -> str:
        """The text in NFC; escapes in double quotes can hold characters that the file itself does not."""
        text = nfc(value)
        index = forbidden_character(text)
        if index is not None:
            problem = f"giá trị có ký tự không dùng được {character_name(text[index])} (viết bằng dấu \\)."
            self._note(ids.FORBIDDEN_CHARACTER, place, problem, "xóa phần viết bằng dấu \\ trong dấu nháy kép.")
        return text

    def _refuse_extras(self, event: yaml.NodeEvent, place: DataPlace) -> None:
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._refuse_mark(event, place)

    def _refuse_mark(self, event: yaml.Event, place: DataPlace) -> None:
        mark = _mark(event.start_mark)
        diagnosis = explain_mark(self._lines, mark.line, mark.column)
        self._note(ids.LIMITS, place, diagnosis.problem, diagnosis.fix)

    def _warn_of_comment(self, event: yaml.ScalarEvent, place: DataPlace) -> None:
        end = _mark(event.end_mark)
        found = _SWALLOWED.match(self._text, end.index)
        if found is None:
            return
        column = end.column + found.start("words") - end.index
        where = DataPlace(self._file, end.line + 1, column, place.path)
        problem = f"phần {quoted('#' + found['words'])} bị bỏ qua, vì dấu # sau dấu cách mở đầu một ghi chú."
        in_flow = bool(self._open) and self._open[-1].in_flow
        one_line = _mark(event.start_mark).line == end.line and not in_flow
        quote = entry_of(self._lines[end.line]).remedy() if one_line else QUOTE
        fix = f"nếu nó thuộc giá trị thì {quote}; nếu là ghi chú thì thêm dấu cách sau dấu #."
        self.findings.append(warning(ids.SWALLOWED_COMMENT, where, problem, fix))

    def _unusual_key(self, event: yaml.Event) -> Diagnosis:
        mark = _mark(event.start_mark)
        return explain_unusual_key(self._lines, mark.line, mark.column)

    @functools.cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _count(self, place: DataPlace) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            problem = "tệp có quá 200.000 giá trị."
            self._stop(ids.LIMITS, place, problem, "kiểm tra xem có chọn nhầm tệp không, hoặc tách bớt ra.")

    def _place(self, event: yaml.Event, path: str) -> DataPlace:
        mark = _mark(event.start_mark)
        return DataPlace(self._file, mark.line + 1, mark.column + 1, path)

    def _note(self, rule: str, place: DataPlace, problem: str, fix: str, related: tuple[DataPlace, ...] = ()) -> None:
        self.findings.append(fault(rule, place, problem, fix, related))

    def _stop(self, rule: str, place: DataPlace, problem: str, fix: str) -> NoReturn:
        self._note(rule, place, problem, fix)
        raise _Stopped

    def _stop_at_syntax(self, diagnosis: Diagnosis) -> NoReturn:
        line, column = diagnosis.line + 1, diagnosis.column + 1
        path = self._child_path()
        for opened in self._open:
            if (opened.place.line, opened.place.column) == (line, column):
                path = opened.place.path
        self._stop(diagnosis.rule, DataPlace(self._file, line, column, path), diagnosis.problem, diagnosis.fix)


class _Mark(Protocol):
    """A place as both parsers give it: counted from 0, in characters."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


def _mark(mark: _Mark | None) -> _Mark:
    """The mark, which every event of a parser that reads a text has."""
    assert mark is not None
    return mark
