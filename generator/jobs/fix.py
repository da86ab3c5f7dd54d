"""Mend in a data file what has one right form only, and leave every other byte of it as it is."""

from __future__ import annotations

import codecs
import difflib
import errno
import functools
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from generator.data.comments import comments
from generator.data.decoding import MOST_BYTES, read_text
from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar, Sequence
from generator.data.remarks import Verb, read_remarks
from generator.data.value_texts import Stretch, ValueText, only_words, value_texts
from generator.errors import CannotGoOn, Refused
from generator.jobs.os_reasons import reason
from generator.jobs.output import replace_unchanged
from generator.patterns import regex
from generator.rules.said_words.mends import Mend, applied, mends, settled

_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_PATH = regex(r".*\.ya?ml")

Allowed = Callable[[int, Mend], bool]
"""Whether a mend may be made on the line of that number."""


class Change(Struct, frozen=True):
    """A mend that was made, with the line that it stands on."""

    line: int
    mend: Mend


class Fixed(Struct, frozen=True):
    """A file before and after mending; ``name`` is how messages call it."""

    name: str
    before: bytes
    after: bytes
    changes: tuple[Change, ...]

    def lines(self) -> Iterator[str]:
        """Each change in a line, in Vietnamese."""
        for change in self.changes:
            mend = change.mend
            yield f"{self.name}:{change.line}: «{mend.old}» → «{mend.told}» ({mend.why})"

    def diff(self) -> str:
        """The changes as a unified diff, empty for none."""
        before, after = (re.split(r"\r\n|\r|\n", data.decode("utf-8-sig")) for data in (self.before, self.after))
        found = difflib.unified_diff(before, after, self.name, f"{self.name} (sau khi sửa)", lineterm="")
        return "".join(f"{line}\n" for line in found)


def fixed(path: Path, name: str, takes: Callable[[str], bool]) -> Fixed:
    """What mending comes to, by the rules whose ids are taken; nothing is written.

    What a remark «# cds: bỏ qua …» covers is left as it is.  Raises ``CannotGoOn``, and ``Refused`` for a file that is
    no readable YAML.
    """
    before = _bytes(path, name)
    tree, findings = read_yaml(before, name)
    text, _ = read_text(before, name)
    if tree is None or text is None:
        raise Refused(findings)
    remarks, _ = read_remarks(before, tree, name)
    spans = (range(each.about.line, each.last_line + 1) for each in remarks if each.verb is Verb.PASS_OVER)
    kept = frozenset(line for span in spans for line in span)

    def allowed(line: int, mend: Mend) -> bool:
        return takes(mend.rule) and line not in kept

    bom = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    lines = [found[0] for found in _LINE.finditer(before.removeprefix(bom).decode("utf-8"))]
    changes = list[Change]()
    # From the end, so that a value on the same line does not move the one before it.
    for value in reversed(list(value_texts(text))):
        changes += _mend(lines, value, allowed)
    after = bom + "".join(lines).encode("utf-8")
    result = Fixed(name, before, after, tuple(sorted(changes, key=lambda change: change.line)))
    _be_sure(result, tree, text)
    return result


def write(path: Path, result: Fixed) -> None:
    """Write a file that was mended, whole or not at all.

    Raises ``CannotGoOn``, also where the file is no longer what was mended: someone has saved it meanwhile.
    """
    if result.after == result.before:
        return
    target = path.resolve()
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        written = replace_unchanged(target, result.before, result.after)
    except OSError as error:
        raise CannotGoOn(
            f"Không ghi được «{result.name}»: {reason(error)}.",
            "Đóng tệp nếu chương trình khác đang mở, kiểm tra quyền ghi và dung lượng đĩa, rồi chạy lại.",
        ) from error
    if not written:
        raise CannotGoOn(
            f"«{result.name}» vừa được chương trình khác lưu lại trong lúc đang sửa nên không bị ghi đè.",
            "Tệp còn nguyên như vừa lưu; lưu xong mọi chỗ đang gõ rồi chạy lại lệnh này.",
        )


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotGoOn(f"Không đọc được «{name}»: {reason(error)}.", "Kiểm tra tên tệp và quyền đọc tệp.") from error


def _mend(lines: list[str], value: ValueText, allowed: Allowed) -> list[Change]:
    """Mend one value in its lines, as often as there is something left to mend."""
    changes = list[Change]()
    typed = [lines[at.line - 1][at.start : at.end] for at in value.stretches]
    if _PATH.fullmatch("\n".join(typed)):
        return []
    while any(found := _mends(typed, value, allowed)):
        changes += [Change(at.line, mend) for at, part in zip(value.stretches, found, strict=True) for mend in part]
        typed = list(map(applied, typed, found))
    for at, words in zip(value.stretches, typed, strict=True):
        _put(lines, at, words)
    return changes


def _mends(typed: list[str], value: ValueText, allowed: Allowed) -> list[list[Mend]]:
    """What is to be mended in each line of a value."""
    words = only_words("\n".join(typed), value.escaped).split("\n")
    return [mends(part, functools.partial(allowed, at.line)) for at, part in zip(value.stretches, words, strict=True)]


def _put(lines: list[str], at: Stretch, words: str) -> None:
    line = lines[at.line - 1]
    lines[at.line - 1] = f"{line[: at.start]}{words}{line[at.end :]}"


def _be_sure(result: Fixed, tree: Mapping, text: str) -> None:
    """Raises ``CannotGoOn`` when the mended file says anything else than what was to be mended."""
    if result.after == result.before:
        return
    after, _ = read_yaml(result.after, result.name)
    mended, _ = read_text(result.after, result.name)
    if after is not None and mended is not None and _alike(tree, after):
        said = [comment.text for comment in comments(text)]
        if said == [comment.text for comment in comments(mended)]:
            return
    raise CannotGoOn(
        f"Không tự sửa «{result.name}» được: sửa xong tệp có thể mang nghĩa khác.",
        "Tệp còn nguyên; sửa tay theo các cảnh báo DL7 của «cds-gen check».",
    )


def _alike(one: Node, other: Node) -> bool:
    """Whether two trees differ by mends only, every line where it was."""
    if one.place.path != other.place.path or one.place.line != other.place.line:
        return False
    if isinstance(one, Scalar):
        same = isinstance(other, Scalar) and (one.plain, one.first_line) == (other.plain, other.first_line)
        return same and isinstance(other, Scalar) and settled(one.text) == settled(other.text)
    if isinstance(one, Sequence):
        return isinstance(other, Sequence) and _all_alike(one.items, other.items)
    return (
        isinstance(other, Mapping)
        and list(one.items) == list(other.items)
        and _all_alike([item.node for item in one.items.values()], [item.node for item in other.items.values()])
    )


def _all_alike(ones: tuple[Node, ...] | list[Node], others: tuple[Node, ...] | list[Node]) -> bool:
    return len(ones) == len(others) and all(map(_alike, ones, others))
