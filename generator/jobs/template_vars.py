"""Everything that a template may print, with its meaning, an example and where a template uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from generator.errors import Refused
from generator.findings import FilePlace, Finding, Severity
from generator.jobs.check_format import read_document
from generator.jobs.view.vocabulary import vocabulary
from generator.jobs.workspace import shown_path
from generator.rules.template.vocabulary import ITEM, Entry, Form
from generator.vn.text import upper_first
from generator.word.package import DOCUMENT, NotDocx
from generator.word.prepare import NOT_DOCX
from generator.word.template_reading import read_template
from generator.word.template_view import How, TemplateView

_MOST_SHOWN = 4


class Variable(Struct, frozen=True):
    """A path that a template may print: how it is written in a tag, and the places where one template has it."""

    entry: Entry
    tag: str
    places: tuple[str, ...]

    @property
    def used(self) -> str:
        """The places, the first of many; empty where it is not used."""
        more = len(self.places) - _MOST_SHOWN
        return ", ".join(self.places[:_MOST_SHOWN]) + (f" và {more} chỗ khác" if more > 0 else "")


def variables(template: TemplateView) -> list[Variable]:
    """All of them, in the order in which they are declared."""
    used: dict[str, dict[str, None]] = {}
    levels: dict[str, str] = {}
    for use in template.uses:
        used.setdefault(use.path, {})[_place(use.tag.place.part, use.tag.place.paragraph)] = None
        if use.how is How.LOOPS:
            levels.setdefault(use.path, use.tag.level.value)
    shown = (entry for entry in vocabulary().entries.values() if not _goes_without_saying(entry))
    return [
        Variable(entry, _tag(entry, levels.get(entry.path, "p")), tuple(used.get(entry.path, ()))) for entry in shown
    ]


def variables_of(path: Path, here: Path) -> list[Variable]:
    """Those of a template's file.  Raises ``Refused`` for what is no Word file, ``CannotGoOn``."""
    name = shown_path(path, here)
    try:
        return variables(read_template(read_document(path, name), name))
    except NotDocx as error:
        fix = "Mở mẫu bằng Word và lưu lại dạng .docx, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
        problem = f"{upper_first(error.problem)}."
        raise Refused([Finding(NOT_DOCX, Severity.ERROR, FilePlace(name), problem, fix)]) from error


def _goes_without_saying(entry: Entry) -> bool:
    """An item of a list that is a group: the list and its names say all."""
    return entry.form is Form.GROUP and entry.path.endswith(ITEM)


def _place(part: str, paragraph: int) -> str:
    where = f"đoạn {paragraph}" if paragraph else "tên tệp và tác giả"
    return where if part == DOCUMENT or not paragraph else f"{where} của {part.rpartition('/')[2]}"


def _tag(entry: Entry, level: str) -> str:
    """How it is written in a template, with a name of its own for the items of each loop."""
    path = entry.path.removesuffix(ITEM)
    name = _local(path)
    if entry.path.endswith(ITEM):
        name = _item(path)
    if entry.form is Form.LIST:
        return f"{{%{level} for {_item(path)} in {name} %}}"
    if entry.steers:
        example = f" == '{entry.example}'" if entry.example else ""
        return f"{{%p if {name}{example} %}}"
    if entry.form is Form.GROUP:
        return ""
    return f"{{{{ {name} }}}}" if entry.form is Form.TEXT else f"{{{{r {name} }}}}"


_ITEMS = {
    "kinh_gui": "noi", "noi_nhan": "noi", "gom": "nhan", "noi_dung": "khoi", "phu_luc": "pl", "quyen_han": "dong",
    "dong": "doan",
}  # fmt: skip


def _item(path: str) -> str:
    """What a loop calls the items of a list: as the shipped template does, else its last word."""
    last = path.rpartition(".")[2]
    return _ITEMS.get(last, last)


def _local(path: str) -> str:
    """The path as it is written inside the loops about it."""
    outer, found, inner = path.rpartition(f"{ITEM}.")
    return f"{_item(outer)}.{inner}" if found else path


def lines(found: Iterable[Variable]) -> Iterator[str]:
    """The list for a terminal."""
    for each in found:
        entry = each.entry
        yield f"{entry.path}"
        example = f" Ví dụ: {entry.example}." if entry.example else ""
        yield f"    {entry.meaning}.{example}"
        if each.tag:
            yield f"    Viết: {each.tag}"
        for kind, specimen in entry.kinds.items():
            yield f"      {kind:<10} {specimen.meaning}"
        if entry.form is not Form.GROUP:
            yield f"    Trong mẫu: {each.used or 'không dùng'}"


def sheet(found: Iterable[Variable], kind: str) -> str:
    """The page for reading, as Markdown."""
    found = list(found)
    rows = [
        f"| `{each.entry.path}` | {each.entry.meaning} | {each.entry.example} | "
        f"{f'`{each.tag}`' if each.tag else ''} | {each.used} |"
        for each in found
    ]
    kinds = next(each.entry.kinds for each in found if each.entry.kinds)
    specimens = [
        f"| `{name}` | {specimen.meaning} | {', '.join(f'`khoi.{each}`' for each in specimen.prints)} |"
        for name, specimen in kinds.items()
    ]
    return "\n".join(
        [
            "# Những gì một mẫu Word in được",
            "",
            f"Trang này do lệnh `cds-gen template vars {kind} --doc docs/the-mau.md` viết ra; đừng sửa tay.",
            "Tên có `[]` đứng trong một vòng lặp: `noi_dung[].chu` là `chu` của từng phần tử của `noi_dung`.",
            "Cột «viết trong mẫu» gọi phần tử như mẫu gốc gọi (`khoi`, `pl`, `noi`…); đặt tên khác ở `for` cũng được.",
            f"Cột cuối: những đoạn của mẫu `{kind}` gốc có dùng.",
            "",
            "| tên | nghĩa | ví dụ | viết trong mẫu | ở mẫu gốc |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "## Các loại khối",
            "",
            "`khoi.kieu` nhận một trong các giá trị sau; mẫu có một đoạn mẫu cho mỗi loại.",
            "",
            "| kieu | là gì | đoạn mẫu phải in |",
            "|---|---|---|",
            *specimens,
            "",
        ]
    )
