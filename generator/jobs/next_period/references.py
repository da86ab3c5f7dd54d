"""What calls the indicators and groups of a catalogue by their ids, and how that follows them into another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.data.edits import Edit, line_end, line_start
from generator.data.lineage import Lineage
from generator.data.model_catalogue import ChiTieu
from generator.data.spans import EntrySpan, GroupSpan, ListSpan, Span, TextSpan
from generator.jobs.next_period.entries import behind, typed_like
from generator.jobs.next_period.flow import entry_of, is_given, texts_of
from generator.jobs.next_period.marks import Marks
from generator.jobs.next_period.prose import sentences
from generator.jobs.next_period.switch import Switch, part_of, same_measure
from generator.patterns import regex
from generator.vn.text import squeeze

_EXPRESSION = regex(r"(?<!\\)\{\{.*?\}\}", re.DOTALL)
_QUOTE = r"''|\\\"|'|\""
_WORDS = r"[^'\"\\{}\n]+"
_CALL = regex(
    rf"\b(?P<kind>ct|nhom)\(\s*(?P<quote>{_QUOTE})(?P<key>{_WORDS})(?P=quote)"
    rf"(?:\s*,\s*(?:bo\s*=\s*)?(?P<quote2>{_QUOTE})(?P<bo>{_WORDS})(?P=quote2))?"
)
_TABLE = "chi_tieu"


class _Followed(Struct, frozen=True):
    """The id that is called now; the catalogue that must be named with it, if any; what is to be read again."""

    key: str
    bo: str | None = None
    words: str = ""


class _Kind(Struct, frozen=True):
    """Ids of one kind: indicators or groups."""

    name: str
    switch: Switch
    lineage: Lineage
    known: frozenset[str]
    others: Mapping[str, frozenset[str]]

    def followed(self, key: str, bo: str | None) -> _Followed | None:
        """What a call of ``key``, of the catalogue ``bo`` where it says so, becomes; None where it stays."""
        old, new = self.switch.old.ma, self.switch.new.ma
        homes = [name for name, known in self.others.items() if key in known]
        if bo is None and key not in self.lineage.heirs:
            return _Followed(key, homes[0]) if len(homes) == 1 and key in self.known else None
        if bo not in (None, old) or (bo is None and homes):
            return None
        heirs = self.lineage.heirs.get(key, ())
        words = self.words(key)
        if not heirs:
            # Another indicator may bear the id now; with the old catalogue's name the call can mean nothing else.
            return _Followed(key, old if bo is None and key in self.known else None, words)
        is_told = bo is not None or any(heirs[0] in known for known in self.others.values())
        return _Followed(heirs[0], new if is_told else None, words)

    def words(self, key: str) -> str:
        """Why what calls the id is to be read again; empty where its meaning is the same."""
        heirs = self.lineage.heirs.get(key, ())
        if not heirs:
            return f"bộ {self.switch.new.ma} không còn {self.name} «{key}»"
        if len(heirs) > 1:
            return f"{split_words(self.name, key, heirs)}; ở đây đang gọi «{heirs[0]}»"
        if not self.lineage.is_alone(key):
            return merged_words(self.name, self.lineage.origins[heirs[0]], heirs[0])
        if self.lineage is self.switch.indicators:
            before, after = self.switch.before[key], self.switch.after[heirs[0]]
            return "" if same_measure(before, after) else measure_words(before, after)
        return ""


def split_words(name: str, old: str, heirs: tuple[str, ...]) -> str:
    """How a remark says that one has become several."""
    return f"{name} «{old}» của bộ cũ nay tách thành «{'», «'.join(heirs)}»"


def merged_words(name: str, origins: tuple[str, ...], new: str) -> str:
    """How a remark says that several have become one."""
    return f"các {name} «{'», «'.join(origins)}» của bộ cũ nay gộp thành «{new}»"


def measure_words(before: ChiTieu, after: ChiTieu) -> str:
    """How a remark says that an indicator is measured otherwise than the one that it replaces."""
    name = f"chỉ tiêu «{after.ma}»" if before.ma == after.ma else f"chỉ tiêu «{after.ma}» (bộ cũ: «{before.ma}»)"
    return f"{name}: {measure_change(before, after)}"


def measure_change(before: ChiTieu, after: ChiTieu) -> str:
    """In what the two are measured otherwise."""
    units = [f"«{squeeze(each.don_vi_tinh)}»" if each.don_vi_tinh else "không ghi" for each in (before, after)]
    return f"đơn vị tính {units[0]} → {units[1]}" if units[0] != units[1] else "nay tính cách khác"


def followed(text: str, root: GroupSpan, switch: Switch, marks: Marks) -> Iterator[Edit]:
    """The edits by which everything that calls the old catalogue calls the new one; ``marks`` gets what cannot."""
    others = {bo.ma: bo for bo in switch.others}
    indicators = {ma: frozenset(each.ma for each in bo.chi_tieu) for ma, bo in others.items()}
    groups = {ma: frozenset(each.ma for each in bo.nhom) for ma, bo in others.items()}
    own_groups = frozenset(each.ma for each in switch.new.nhom)
    kinds = {
        "ct": _Kind("chỉ tiêu", switch, switch.indicators, frozenset(switch.after), indicators),
        "nhom": _Kind("nhóm", switch, switch.groups, own_groups, groups),
    }
    for span in texts_of(root):
        yield from _calls(text, span, kinds, marks)
    for key in ("noi_dung", "phu_luc"):
        for block in _groups(entry_of(root, key)):
            yield from _block(text, block, kinds["nhom"], marks)
    part = part_of(root, switch.old.ma)
    yield from _spared(text, entry_of(part, "khong_bao_cao"), kinds["ct"], marks)
    yield from _cells(text, entry_of(part, "nhom"), kinds["nhom"], marks)
    _cited(root, switch, marks)


def _groups(span: Span | None) -> Iterator[GroupSpan]:
    if isinstance(span, ListSpan):
        for item in span.items:
            yield from _groups(item)
    elif isinstance(span, GroupSpan):
        yield span
        for entry in span.entries.values():
            yield from _groups(entry.value)


def _calls(text: str, span: TextSpan, kinds: Mapping[str, _Kind], marks: Marks) -> Iterator[Edit]:
    for expression in _EXPRESSION.finditer(text, span.start, span.end):
        for call in _CALL.finditer(text, expression.start(), expression.end()):
            becomes = kinds[call["kind"]].followed(call["key"], call["bo"])
            if becomes is None:
                continue
            if not re.fullmatch(_WORDS, becomes.key):
                marks.review(span.start, f"viết lại {call['kind']}('{call['key']}') cho {becomes.key}")
                continue
            if becomes.words:
                marks.review(span.start, f"{call['kind']}('{call['key']}'): {becomes.words}")
            if becomes.key != call["key"]:
                yield Edit(*call.span("key"), becomes.key)
            if becomes.bo and call["bo"]:
                yield Edit(*call.span("bo"), becomes.bo)
            elif becomes.bo:
                quote, end = call["quote"], call.end("key") + len(call["quote"])
                yield Edit(end, end, f", {quote}{becomes.bo}{quote}")


def _block(text: str, block: GroupSpan, kind: _Kind, marks: Marks) -> Iterator[Edit]:
    """A table, a chart or the stories of a group."""
    named, group, switch = entry_of(block, "bo"), entry_of(block, "chi_tieu"), kind.switch
    bo = named.value if isinstance(named, TextSpan) and is_given(named) else None
    kept = False
    table = entry_of(block, "bang")
    if (isinstance(table, TextSpan) and table.value == _TABLE) or "bieu_do" in block.entries:
        groups = entry_of(block, "nhom")
        if isinstance(groups, ListSpan) and (bo == switch.old.ma or (bo is None and not switch.others)):
            yield from _chosen(text, groups, kind, marks)
    elif isinstance(group, TextSpan) and is_given(group):
        becomes = kind.followed(group.value, bo)
        if becomes is None:
            return
        kept = not kind.lineage.heirs.get(group.value)
        if becomes.words:
            marks.review(group.start, becomes.words)
        if becomes.key != group.value:
            yield Edit(group.start, group.end, typed_like(text[group.start : group.end], becomes.key))
        if bo is None and becomes.bo:
            yield behind(text, block, block.entries["chi_tieu"], f"bo: {becomes.bo}")
    if bo == switch.old.ma and isinstance(named, TextSpan) and not kept:
        yield Edit(named.start, named.end, typed_like(text[named.start : named.end], switch.new.ma))


def _chosen(text: str, groups: ListSpan, kind: _Kind, marks: Marks) -> Iterator[Edit]:
    """The groups that a table prints: those that have come from the ones it printed."""
    asked = [item for item in groups.items if isinstance(item, TextSpan)]
    heirs = [kind.lineage.heirs.get(item.value, ()) for item in asked]
    for item in asked:
        if kind.words(item.value):
            marks.review(groups.start, kind.words(item.value).partition(";")[0])
    if any(heirs):
        yield from _relisted(text, groups, _once(heirs))


def _spared(text: str, spared: Span | None, kind: _Kind, marks: Marks) -> Iterator[Edit]:
    """The indicators that need not be reported: those that have come from none that must be."""
    if not isinstance(spared, ListSpan):
        return
    asked = [item.value for item in spared.items if isinstance(item, TextSpan)]
    origins = kind.lineage.origins
    became = [[heir for heir in kind.lineage.heirs.get(ma, ()) if {*origins[heir]} <= {*asked}] for ma in asked]
    for ma, heirs in zip(asked, became, strict=True):
        if kind.lineage.heirs.get(ma) and not heirs:
            marks.review(spared.start, f"{kind.words(ma)}, là chỉ tiêu có báo cáo")
    yield from _relisted(text, spared, _once(became))


def _once(lists: Iterator[tuple[str, ...]] | list[tuple[str, ...]] | list[list[str]]) -> list[list[str]]:
    """The same lists, each value only where it first stands."""
    seen: set[str] = set()
    found = []
    for values in lists:
        found.append([value for value in values if value not in seen])
        seen |= {*values}
    return found


def _relisted(text: str, values: ListSpan, became: list[list[str]]) -> Iterator[Edit]:
    """Each value of a list becomes those that stand at its place."""
    items = [item for item in values.items if isinstance(item, TextSpan)]
    if len(items) != len(values.items):
        return
    typed = [
        [typed_like(text[item.start : item.end], each) for each in new] for item, new in zip(items, became, strict=True)
    ]
    if values.in_brackets and any(len(new) != 1 for new in became):
        yield Edit(values.start, values.end, f"[{', '.join(each for new in typed for each in new)}]")
        return
    for item, old, new in zip(items, (item.value for item in items), typed, strict=True):
        begin, end = line_start(text, item.start), line_end(text, item.end)
        if not new:
            yield Edit(begin, min(end + 1, len(text)), "")
            continue
        if new[0] != typed_like(text[item.start : item.end], old):
            yield Edit(item.start, item.end, new[0])
        for more in new[1:]:
            yield Edit(end, end, f"\n{text[begin : item.start]}{more}")


def _cells(text: str, cells: Span | None, kind: _Kind, marks: Marks) -> Iterator[Edit]:
    """What rows of groups print besides."""
    taken: set[str] = set()
    for key, entry in cells.entries.items() if isinstance(cells, GroupSpan) else ():
        heirs = [heir for heir in kind.lineage.heirs.get(key, ()) if heir not in taken]
        if kind.words(key):
            marks.review(entry.start, kind.words(key).partition(";")[0])
        if heirs:
            taken.add(heirs[0])
            yield from renamed_key(text, entry, key, heirs[0])


def renamed_key(text: str, entry: EntrySpan, key: str, new: str) -> Iterator[Edit]:
    """The edit by which an entry stands at another key, typed as the old one was."""
    if new != key:
        yield Edit(entry.start, entry.key_end, typed_like(text[entry.start : entry.key_end], new))


def _cited(root: GroupSpan, switch: Switch, marks: Marks) -> None:
    """Sentences that name the document by which the old catalogue was issued."""
    old, new = str(switch.old.can_cu.so), str(switch.new.can_cu.so)
    for _, span in sentences(root) if old != new else ():
        if old in span.value:
            marks.review(span.start, f"còn nhắc «{old}» là văn bản giao bộ chỉ tiêu cũ; bộ mới: «{new}»")
