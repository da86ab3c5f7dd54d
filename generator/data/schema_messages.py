"""Cerberus errors -> findings in plain Vietnamese, each at its place in the tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cerberus import errors
from cerberus.errors import ValidationError

from generator.data import finding_ids as ids
from generator.data.faults import fault
from generator.data.nodes import Mapping, Node, Scalar, Sequence, key_path, locate
from generator.data.quoting import Entry, as_value, item_of_list
from generator.data.schema_checks import Clash
from generator.data.schema_fields import as_limit
from generator.data.schema_types import Crashed, Told, Unread
from generator.data.shapes import SHORT_BLOCK
from generator.findings import DataPlace, Finding
from generator.patterns import regex
from generator.vn.suggest import closest
from generator.vn.text import quoted, squeeze

CLASH = errors.ErrorDefinition(0x07, None)
"""The error that carries a ``Clash``; cerberus itself uses no such code."""

_MOST_LISTED = 12
_CELL = "doan_van_hoac_trong"
_HOW_GROUP = "viết mỗi mục con trên một dòng, thụt vào hai dấu cách"
_QUOTE_ALL = "đặt cả giá trị hoặc cả câu trong dấu nháy kép"
_BLANK = regex(r"\s|[“‘\"]")
_UNKNOWN, _MISSING = errors.UNKNOWN_FIELD.code, errors.REQUIRED_FIELD.code


def findings_of(found: Iterable[ValidationError], tree: Mapping) -> list[Finding]:
    """The findings for the errors of one validation, missing keys in the order of the schema."""
    flat = sorted(_leaves(found), key=_rank)
    misspelt = {(*error.document_path[:-1], _meant(error, tree)) for error in flat if error.code == _UNKNOWN}
    # A key that is there under a misspelt name is not missing.
    said = (_MESSAGES[error.code](error, tree) for error in flat if misspelt.isdisjoint(_lacking(error)))
    return [finding for finding in said if finding is not None]


def _leaves(found: Iterable[ValidationError]) -> Iterator[ValidationError]:
    for error in found:
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error


def _lacking(error: ValidationError) -> list[tuple[str | int | None, ...]]:
    """The paths of the keys any of which, by an error, is missing."""
    path = tuple(error.document_path)
    if error.code == CLASH.code:
        clash: Clash = error.info[0]
        return [(*path, key) for key in clash.missing]
    return [path] if error.code == _MISSING else []


def _rank(error: ValidationError) -> int:
    """Cerberus gathers missing keys in a set, whose order changes from run to run."""
    return error.info[1] if error.code == errors.REQUIRED_FIELD.code else -1


def _meant(error: ValidationError, tree: Mapping) -> str | None:
    """The key that was meant by an unknown one: the nearest of those that the group may have and lacks."""
    allowed: dict[str, bool] = error.info[0]
    group = locate(tree, error.document_path[:-1]).node
    present = group.items if isinstance(group, Mapping) else {}
    return closest(str(error.field), [key for key in allowed if key not in present])


def _unknown_key(error: ValidationError, tree: Mapping) -> Finding:
    allowed: dict[str, bool] = error.info[0]
    key = str(error.field)
    place, node = locate(tree, error.document_path)
    meant = _meant(error, tree)
    problem = f"mục {quoted(key)} không có trong mẫu"
    problem += f"; có phải ý là «{meant}»?" if meant else "."
    fix = f"bỏ mục này; ở đây chỉ có: {_listed(allowed)}"
    if meant:
        fix = f"đổi thành «{meant}:»" if allowed[meant] else f"đổi thành «{meant}:» hoặc bỏ mục này"
    if isinstance(node, Scalar) and node.is_blank:
        fix = f"nếu đây là phần sau dấu phẩy của giá trị đứng trước thì {_QUOTE_ALL}; nếu không thì {fix}"
    elif _is_sentence(error, tree, meant):
        remedy = Entry("- ", _sentence_of(locate(tree, error.document_path[:-1]).node), 0).remedy()
        fix = f"nếu đây là một câu văn có dấu hai chấm thì {remedy}; nếu không thì {fix}"
    elif " " in key and meant is None:
        fix = f"nếu đây là một câu văn có dấu hai chấm thì {_QUOTE_ALL}; nếu không thì {fix}"
    elif key.startswith("-"):
        fix = f"thêm dấu cách sau dấu gạch ngang: «- {key[1:]}:»"
    return fault(ids.UNKNOWN_KEY, place, problem, fix)


def _is_sentence(error: ValidationError, tree: Mapping, meant: str | None) -> bool:
    """Whether the unknown key and its value are an item of a list that was meant as one text."""
    *parents, key = error.document_path
    in_list = bool(parents) and isinstance(parents[-1], int)
    return in_list and bool(_sentence_of(locate(tree, parents).node)) and (meant is None or bool(_BLANK.search(key)))


def _sentence_of(node: Node) -> str:
    """The one text that a group was meant to be, when it has one key that looks like the words before a colon."""
    if isinstance(node, Mapping) and len(node.items) == 1:
        key, item = next(iter(node.items.items()))
        if isinstance(item.node, Scalar) and (_BLANK.search(key) or not re.match("[a-z_]", key)):
            return f"{key}: {squeeze(item.node.text)}"
    return ""


def _missing_key(error: ValidationError, tree: Mapping) -> Finding:
    rules = error.info[0]
    *parents, key = error.document_path
    parent = locate(tree, parents)
    place = parent.key_place if parents else parent.node.place
    place = DataPlace(place.file, place.line, place.column, key_path(parent.key_place.path, str(key)))
    fix = f"thêm «{_example(error)}»"
    return fault(ids.MISSING_KEY, place, f"thiếu mục «{key}» ({_lower(rules['meta']['mo_ta'])}).", fix)


def _example(error: ValidationError) -> str:
    """The field as it can be typed on one line."""
    return f"{_lead(error)}{error.info[0]['meta']['vi_du']}"


def _lead(error: ValidationError) -> str:
    """What stands before a value: its key, or a dash; nothing before a cell of a row, which stands in brackets."""
    if isinstance(error.field, int):
        return "" if error.info[0]["type"] == _CELL else "- "
    return f"{error.field}: "


def _blank(error: ValidationError, tree: Mapping) -> Finding:
    rules = error.info[0]
    key = error.field
    place = locate(tree, error.document_path).key_place
    if isinstance(key, int):
        fix = f"điền vào, ví dụ «{_example(error)}», hoặc xóa dòng này."
        return fault(ids.MISSING_KEY, place, "phần tử này của danh sách để trống.", fix)
    problem = f"mục «{key}» để trống ({_lower(rules['meta']['mo_ta'])})."
    return fault(ids.MISSING_KEY, place, problem, f"điền «{_example(error)}»")


def _bad_type(error: ValidationError, tree: Mapping) -> Finding | None:
    value = error.value
    if isinstance(value, Crashed):
        raise value.error
    if isinstance(value, Told):
        return None
    if isinstance(value, Unread):
        return fault(ids.UNREADABLE_VALUE, value.place, value.problem, value.fix)
    node = locate(tree, error.document_path).node
    return _wrong_shape(error, node)


def _wrong_shape(error: ValidationError, node: Node) -> Finding:
    wanted = error.info[0]["type"]
    label = "phần tử này" if isinstance(error.field, int) else f"mục «{error.field}»"
    if wanted == "list":
        need, how = "một danh sách", "viết mỗi phần tử trên một dòng, bắt đầu bằng «- », hoặc viết trong ngoặc vuông"
        if error.info[0]["meta"]["vi_du"].startswith("{"):
            # What may be listed may also stand alone.
            need, how = "một nhóm mục con hoặc một danh sách nhóm như thế", _HOW_GROUP
        first = _after_dash(node)
        if first is not None:
            problem = f"{label} phải là {need}; sau dấu gạch ngang ở đầu dòng phải có một dấu cách."
            return fault(ids.WRONG_SHAPE, node.place, problem, f"viết «{item_of_list(first)}»")
    elif wanted == "dict":
        need, how = "một nhóm mục con", _HOW_GROUP
    else:
        need, how = (
            "một giá trị",
            "viết một giá trị ngay sau dấu hai chấm; câu văn có dấu hai chấm thì đặt trong dấu nháy",
        )
        if isinstance(error.field, int):
            how = "viết một giá trị; câu văn có dấu hai chấm thì đặt trong dấu nháy"
    if isinstance(node, Sequence) and error.field == SHORT_BLOCK:
        problem = "ở đây phải là một đoạn văn, không phải danh sách."
        fix = 'nếu là gạch đầu dòng của báo cáo thì đặt cả dòng trong dấu nháy: «- "- Một gạch đầu dòng"»'
        return fault(ids.WRONG_SHAPE, node.place, problem, fix)
    problem = f"{label} phải là {need}, không phải {_shape(node)}."
    words = _sentence_of(node)
    if words and wanted not in ("list", "dict"):
        how = (
            f"nếu đây là một câu văn có dấu hai chấm thì {Entry(_lead(error), words, 0).remedy()}; nếu không thì {how}"
        )
    return fault(ids.WRONG_SHAPE, node.place, problem, f"{how}, ví dụ: «{_example(error)}»")


def _after_dash(node: Node) -> str | None:
    """What stands behind a dash without a blank where a list is due, or None."""
    words = node.text if isinstance(node, Scalar) and node.plain else ""
    if isinstance(node, Mapping) and node.items:
        key, item = next(iter(node.items.items()))
        words = f"{key}: {item.node.text}" if isinstance(item.node, Scalar) else f"{key}:"
    # YAML has joined the lines; the next dash opens the next item.
    first = re.match(r"-(?P<words>[^\s-].*?)(?=\s-\S|$)", words, re.DOTALL)
    return first["words"] if first else None


def _shape(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"chữ {quoted(node.text)}"
    return "nhóm mục con" if isinstance(node, Mapping) else "danh sách"


def _not_allowed(error: ValidationError, tree: Mapping) -> Finding:
    labels: dict[str, str] = error.info[0]["meta"]["nhan"]
    value = str(error.value)
    by_label = {label: name for name, label in labels.items()}
    meant = closest(value, (*labels, *by_label))
    meant = by_label.get(meant, meant) if meant else None
    problem = f"{quoted(value)} không nằm trong các giá trị được phép"
    problem += f"; có phải ý là «{meant}»?" if meant else "."
    place = locate(tree, error.document_path).node.place
    listed = _listed(map(as_value, labels)) if "," not in "".join(labels) else " hoặc ".join(labels)
    fix = f"viết một trong: {listed}{_article(error)}"
    return fault(ids.VALUE_NOT_ALLOWED, place, problem, fix)


def _article(error: ValidationError) -> str:
    """The article that a limit rests on, in brackets; empty where the limit is ours."""
    article = error.info[0]["meta"].get("can_cu")
    return f" ({article})" if article else ""


def _out_of_range(error: ValidationError, tree: Mapping) -> Finding:
    node = locate(tree, error.document_path).node
    shown = quoted(node.text) if isinstance(node, Scalar) else "giá trị"
    below = error.code == errors.MIN_VALUE.code
    limit = f"{'nhỏ' if below else 'lớn'} hơn {as_limit(error.constraint)}"
    least, most = error.info[0].get("min", 0), error.info[0].get("max")
    to = "trở lên" if most is None else f"đến {as_limit(most)}"
    fix = f"viết số từ {as_limit(least)} {to}{_article(error)}"
    return fault(ids.VALUE_NOT_ALLOWED, node.place, f"{shown} {limit}, không dùng được.", fix)


def _wrong_length(error: ValidationError, tree: Mapping) -> Finding:
    item = locate(tree, error.document_path)
    if error.code == errors.MAX_LENGTH.code:
        problem = f"danh sách «{error.field}» có quá {error.constraint} phần tử."
        return fault(ids.VALUE_NOT_ALLOWED, item.node.place, problem, "bỏ bớt phần tử.")
    problem = f"danh sách «{error.field}» không có phần tử nào."
    return fault(
        ids.MISSING_KEY, item.key_place, problem, "thêm ít nhất một phần tử, mỗi phần tử một dòng bắt đầu bằng «- »"
    )


def _clash(error: ValidationError, tree: Mapping) -> Finding:
    clash: Clash = error.info[0]
    item = locate(tree, error.document_path)
    group = item.node
    place = item.key_place
    related: list[DataPlace] = []
    if isinstance(group, Mapping):
        if clash.key in group.items:
            place = group.items[clash.key].key_place
        related = [group.items[key].key_place for key in clash.others if key in group.items]
    if clash.at:
        place, related = locate(group, clash.at).node.place, [locate(group, clash.first).node.place]
    return fault(clash.rule, place, clash.problem, clash.fix, tuple(related))


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    more = ", …" if len(listed) > _MOST_LISTED else ""
    return ", ".join(listed[:_MOST_LISTED]) + more


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


_MESSAGES: dict[int, Callable[[ValidationError, Mapping], Finding | None]] = {
    errors.UNKNOWN_FIELD.code: _unknown_key,
    errors.REQUIRED_FIELD.code: _missing_key,
    errors.NOT_NULLABLE.code: _blank,
    errors.BAD_TYPE.code: _bad_type,
    errors.UNALLOWED_VALUE.code: _not_allowed,
    errors.MIN_VALUE.code: _out_of_range,
    errors.MAX_VALUE.code: _out_of_range,
    errors.EMPTY_NOT_ALLOWED.code: _wrong_length,
    errors.MIN_LENGTH.code: _wrong_length,
    errors.MAX_LENGTH.code: _wrong_length,
    CLASH.code: _clash,
}
