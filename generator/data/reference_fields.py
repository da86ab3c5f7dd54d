"""The declared fields as sections of the reference: for each group its meaning, an example, its keys."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from generator.data.block_style import in_block_style
from generator.data.declared import DECLARED, REGISTERED, clashes_of, keys_are_identifiers
from generator.data.finding_ids import KEYS_AT_ODDS
from generator.data.markdown import anchor, table_of
from generator.data.schema_checks import Clash
from generator.data.schema_fields import Fields, Rules, as_limit
from generator.data.short_forms import NOTHING_SHORT, SHORT_FORMS, ShortForm
from generator.data.type_forms import FORMS

_MOST_VALUES_IN_A_CELL = 6
_MOST_SAME_KEYS = 3
_ANY = "x"
"""Stands for a value that has been read, where only its presence matters."""


class Sections:
    """Writes the sections of several kinds of files; a group that stands in several places has one section."""

    def __init__(self) -> None:
        self._homes: list[tuple[Fields, str]] = []

    def of(self, name: str) -> Iterator[str]:
        """The lines on a kind of file: its keys, then a section for each group below."""
        yield from self._keys({"schema": DECLARED[name]}, name, "")

    def _keys(self, group: Rules, path: str, crumbs: str) -> Iterator[str]:
        fields: Fields = group["schema"]
        new = [key for key, rules in fields.items() if self._announce(rules, f"{path}.{key}", f"{crumbs}`{key}`")]
        yield from table_of(("Mục", "Nghĩa", "Giá trị", "Bắt buộc"), self._rows(fields, path))
        yield from _long_choices(fields)
        if path not in REGISTERED:
            yield from _companions(fields, group)
        for key in new:
            yield from self._section(fields[key], f"{path}.{key}", f"{crumbs}`{key}`")

    def _announce(self, rules: Rules, path: str, crumbs: str) -> bool:
        """Note the heading of the group that stands at a path, in lists or alone; whether it is a new one."""
        group, _ = _group_in(rules, path)
        if group is None or self._home(group["schema"]):
            return False
        self._homes.append((group["schema"], f"{crumbs}: {_lower(_title(rules))}"))
        return True

    def _home(self, fields: Fields) -> str:
        """The heading under which all these fields are told; empty where there is none."""
        return next((heading for told, heading in self._homes if _same(fields, told) == list(fields)), "")

    def _section(self, rules: Rules, path: str, crumbs: str) -> Iterator[str]:
        group, inner = _group_in(rules, path)
        assert group is not None
        yield from ("", f"{'####' if '›' in crumbs else '###'} {self._home(group['schema'])}", "")
        intro = " ".join((*_more_than_title(rules), *_shape(rules, path)))
        yield from (intro, "") if intro else ()
        yield from ("```yaml", *in_block_style(f"{path.rpartition('.')[2]}: {rules['meta']['vi_du']}"), "```", "")
        if inner in REGISTERED:
            yield from _block_kinds(group)
            yield ""
        yield from self._keys(group, inner, f"{crumbs} › ")

    def _rows(self, fields: Fields, path: str) -> Iterator[tuple[str, ...]]:
        same = _of_a_block(fields)
        for key, rules in fields.items():
            if key not in same:
                needed = "có" if rules.get("required") else ""
                yield f"`{key}`", rules["meta"]["mo_ta"], self._value(rules, f"{path}.{key}"), needed
        if same:
            home = next(iter(REGISTERED.values()))
            yield _listed(same), "Như các mục cùng tên của một khối", self._link(home["schema"]), ""

    def _link(self, fields: Fields) -> str:
        heading = self._home(fields)
        return f"xem [{heading.partition(':')[0].replace('`', '')}](#{anchor(heading)})"

    def _value(self, rules: Rules, path: str) -> str:
        """What is written at a key, for a cell."""
        words = self._kind(rules, path)
        if "](#" in words or "allowed" in rules:
            return words
        return f"{words}; ví dụ `{rules['meta']['vi_du']}`"

    def _kind(self, rules: Rules, path: str) -> str:
        group, _ = _group_in(rules, path)
        short = SHORT_FORMS.get(path, NOTHING_SHORT)
        if group is not None:
            what = "danh sách" if rules["type"] == "list" else "nhóm mục"
            what = f"nhóm mục, hoặc {what}" if short.alone else what
            what = f"{what} hoặc viết gọn" if short.text else what
            told = next(told for told, heading in self._homes if heading == self._home(group["schema"]))
            only = "" if len(told) == len(group["schema"]) else f" (chỉ {_listed(group['schema'])})"
            return f"{what}, {self._link(group['schema'])}{only}"
        if rules["type"] == "list":
            one = self._kind(rules["schema"], f"{path}[]")
            many = "danh sách; mỗi phần tử là " if "allowed" in rules["schema"] else "danh sách "
            return f"{one}, hoặc {many}{one}" if short.alone else f"{many}{one}"
        if "valuesrules" in rules:
            return f"nhóm mục, tên tự đặt; mỗi mục là {self._kind(rules['valuesrules'], f'{path}.*')}"
        return _choice(rules) if "allowed" in rules else f"{FORMS[rules['type']].ten}{_range(rules)}"


def used_types() -> set[str]:
    """The types of all values."""
    groups = [*DECLARED.values(), *(rules["schema"] for rules in REGISTERED.values())]
    return set().union(*(_types_in(rules) for fields in groups for rules in fields.values()))


def _types_in(rules: Rules) -> set[str]:
    if rules["type"] == "list" or "valuesrules" in rules:
        return _types_in(rules.get("valuesrules") or rules["schema"])
    if rules["type"] == "dict":
        fields = rules["schema"] if isinstance(rules["schema"], dict) else {}
        return set().union(*map(_types_in, fields.values()))
    return set() if "allowed" in rules else {rules["type"]}


def _group_in(rules: Rules, path: str) -> tuple[Rules | None, str]:
    """The group that stands at a path, be it in lists and tables, and its own path; None where values stand there."""
    if "valuesrules" in rules:
        return _group_in(rules["valuesrules"], f"{path}.*")
    if rules["type"] == "list":
        return _group_in(rules["schema"], f"{path}[]")
    if rules["type"] != "dict":
        return None, path
    named = rules["schema"]
    return (REGISTERED[named], named) if isinstance(named, str) else (rules, path)


def _title(rules: Rules) -> str:
    return str(rules["meta"]["mo_ta"]).partition(";")[0]


def _more_than_title(rules: Rules) -> Iterator[str]:
    more = str(rules["meta"]["mo_ta"]).partition(";")[2].strip()
    if more:
        yield f"{_upper(more)}."


def _shape(rules: Rules, path: str) -> Iterator[str]:
    """How the group at a path is written, and what may be written shorter, in sentences."""
    if "valuesrules" in rules:
        names = " (tự đặt, bằng chữ thường không dấu, chữ số, gạch dưới)" if keys_are_identifiers(rules) else ""
        yield f"Mỗi dòng: tên hoặc mã{names}; dấu hai chấm; rồi một nhóm mục."
        yield from _shorter(SHORT_FORMS.get(f"{path}.*", NOTHING_SHORT), rules["valuesrules"], "")
        return
    if rules["type"] == "list":
        alone = SHORT_FORMS.get(path, NOTHING_SHORT).alone
        yield (
            "Chỉ có một thì viết thẳng nhóm mục như ví dụ, không có dấu gạch."
            if alone
            else "Là một danh sách; mỗi phần tử là một nhóm mục."
        )
        group, inner = _group_in(rules, path)
        assert group is not None
        yield from _shorter(SHORT_FORMS.get(inner, NOTHING_SHORT), group, "- ")
        return
    yield from _shorter(SHORT_FORMS.get(path, NOTHING_SHORT), rules, "")


def _shorter(short: ShortForm, group: Rules, dash: str) -> Iterator[str]:
    if short.form:
        yield f"Viết gọn, ngay sau dấu hai chấm: {_listed(FORMS[short.form].dung)}; chưa có thì để trống."
    elif short.text:
        example = group["schema"][short.text]["meta"]["vi_du"]
        yield f"Viết gọn: một giá trị viết ngay ở đây là `{short.text}`, ví dụ `{dash}{example}`."
    if short.rows:
        example = group["schema"][short.rows]["meta"]["vi_du"]
        yield f"Một danh sách viết ngay ở đây là `{short.rows}`, ví dụ `{dash}{example}`."
    full = group["meta"]["vi_du"]
    if short != NOTHING_SHORT and full.startswith("{"):
        yield f"Viết đủ: `{dash}{full}`."


def _same(fields: Fields, others: Fields) -> list[str]:
    """The keys that are declared by the same rules in both."""
    return [key for key, rules in fields.items() if others.get(key) is rules]


def _of_a_block(fields: Fields) -> list[str]:
    """The keys that a group has in common with a registered one; none where there are but a few."""
    for home in REGISTERED.values():
        same = _same(fields, home["schema"])
        if _MOST_SAME_KEYS < len(same) < len(fields):
            return same
    return []


def _choice(rules: Rules) -> str:
    labels: dict[str, str] = rules["meta"]["nhan"]
    if len(labels) > _MOST_VALUES_IN_A_CELL:
        return "một trong các giá trị ghi dưới bảng"
    return f"một trong: {_with_meanings(labels)}"


def _with_meanings(labels: dict[str, str]) -> str:
    shown = (
        f"`{name}`" if name.casefold() == label.casefold() else f"`{name}` {label}" for name, label in labels.items()
    )
    return " · ".join(shown)


def _long_choices(fields: Fields) -> Iterator[str]:
    for key, rules in fields.items():
        labels = rules["meta"].get("nhan", {})
        if len(labels) > _MOST_VALUES_IN_A_CELL:
            yield from ("", f"Các giá trị của `{key}`: {_with_meanings(labels)}.")


def _range(rules: Rules) -> str:
    low, high = rules.get("min", 0), rules.get("max")
    if high is not None:
        return f" từ {as_limit(low)} đến {as_limit(high)}"
    return f" từ {as_limit(low)} trở lên" if "min" in rules else ""


def _values(rules: Rules) -> list[str]:
    return list(rules.get("allowed", (_ANY,)))


def _companions(fields: Fields, group: Rules) -> Iterator[str]:
    """What the check of a group says of its keys, one or two at a time: which need and which exclude each other."""
    same = _of_a_block(fields)
    own = {key: rules for key, rules in fields.items() if key not in same}
    said: dict[str, None] = {}
    for keys in (*((key,) for key in own), *itertools.combinations(own, 2)):
        for values in itertools.product(*(_values(own[key]) for key in keys)):
            for clash in clashes_of(group, dict(zip(keys, values, strict=True))):
                if clash.rule == KEYS_AT_ODDS:
                    said[clash.problem] = None
    if said:
        yield from ("", "Các mục không đi với nhau thì máy báo:", "")
        yield from (f"- {_upper(_in_code(problem))}" for problem in said)


def _block_kinds(group: Rules) -> Iterator[str]:
    """Which keys begin a block, and which go with each: those that the check of a block does not complain of."""
    yield from ("Mỗi khối là một trong những loại sau:", "")
    fields: Fields = group["schema"]
    rows = []
    for kind, rules in fields.items():
        for value in _values(rules):
            alone = clashes_of(group, {kind: value})
            if any(not clash.key for clash in alone):
                continue
            with_each = {key: clashes_of(group, {kind: value, key: _ANY}) for key in fields if key != kind}
            fit = {key: len(found) < len(alone) for key, found in with_each.items() if key not in _complained(found)}
            shown = f"`{kind}`" if value == _ANY else f"`{kind}: {value}`"
            keys = ", ".join(f"`{key}`{' (bắt buộc)' if needed else ''}" for key, needed in fit.items())
            label = rules["meta"].get("nhan", {}).get(value)
            rows.append((shown, f"{rules['meta']['mo_ta']}{f': {label}' if label else ''}", keys))
    yield from table_of(("Khối", "Nghĩa", "Mục đi kèm"), rows)


def _complained(clashes: Iterable[Clash]) -> set[str]:
    return {clash.key for clash in clashes}


def _in_code(text: str) -> str:
    return re.sub(r"«([^»]*)»", r"`\1`", text)


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
