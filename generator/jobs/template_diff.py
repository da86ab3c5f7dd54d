"""What an office has changed in a template against the shipped one, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from generator.errors import CannotGoOn
from generator.jobs.check_format import read_document
from generator.jobs.look_words import look_changes, millimetres
from generator.jobs.workspace import KINDS, TEMPLATE_FILE, TEMPLATES, Templates, shipped, shown_path
from generator.vn.text import quoted
from generator.word.package import NotDocx
from generator.word.reading import read_view
from generator.word.style_sheet import StyleLook, style_looks
from generator.word.view import Para, Section, View

STYLES, TEXT, PAGE, MARGINS, TABLES = (
    "Kiểu chữ, kiểu đoạn",
    "Đoạn và thẻ",
    "Trang giấy",
    "Đầu trang, chân trang",
    "Bảng",
)


class Change(Struct, frozen=True):
    """One thing that differs: which part of the template it is of, and what, in Vietnamese."""

    part: str
    words: str


class Difference(Struct, frozen=True):
    """A template of an office and what differs in it; ``file`` is how messages call it."""

    file: str
    changes: tuple[Change, ...]


def shipped_kinds() -> Templates:
    """The templates that came with the program."""
    return Templates(shipped() / TEMPLATES)


def difference(folder: Path, here: Path) -> Difference:
    """What differs in the template of a kind.  Raises ``CannotGoOn`` where there is no shipped one of that name."""
    original = shipped_kinds().root / KINDS / folder.name / TEMPLATE_FILE
    name = shown_path(folder / TEMPLATE_FILE, here)
    if not original.is_file():
        known = ", ".join(each.name for each in shipped_kinds().kinds())
        raise CannotGoOn(
            f"«{folder.name}» không phải mẫu đi kèm chương trình nên không có mẫu gốc để so.",
            f"So được những mẫu: {known}. Xem mẫu của mình có gì: «cds-gen template vars {folder.name}».",
        )
    own = read_document(folder / TEMPLATE_FILE, name)
    return Difference(name, tuple(changes(read_document(original, str(original)), own)))


def changes(old: bytes, new: bytes) -> Iterator[Change]:
    """What differs between two templates, part by part.  Raises ``CannotGoOn`` for what is no Word file."""
    try:
        before, after = read_view(old, "mẫu gốc"), read_view(new, "mẫu")
        looks = style_looks(old), style_looks(new)
    except NotDocx as error:
        fix = "Mở mẫu bằng Word và lưu lại dạng .docx, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
        raise CannotGoOn(f"Không so được mẫu: {error.problem}.", fix) from error
    used = {para.look.style for view in (before, after) for para in _all(view)}
    yield from _styles(looks[0], looks[1], used)
    yield from _texts(before.body, after.body, looks)
    yield from _pages(before.sections, after.sections)
    yield from _margins(before, after)
    yield from _tables(before.body, after.body)


def _all(view: View) -> Iterator[Para]:
    yield from view.body
    for paras in view.margins.values():
        yield from paras


def _styles(old: dict[str, StyleLook], new: dict[str, StyleLook], used: set[str]) -> Iterator[Change]:
    alike: dict[str, list[str]] = {}
    for id_ in sorted(used & (old.keys() | new.keys())):
        before, after = old.get(id_), new.get(id_)
        if before is None and after is not None:
            yield Change(STYLES, f"Kiểu mới: {quoted(after.name)}.")
        elif before is not None and after is None:
            yield Change(STYLES, f"Kiểu {quoted(before.name)} đã bị xóa.")
        elif before and after:
            told = look_changes((before.paragraph, before.run), (after.paragraph, after.run))
            if told:
                alike.setdefault("; ".join(told), []).append(quoted(after.name))
    for words, names in alike.items():
        yield Change(STYLES, f"{'Các kiểu' if len(names) > 1 else 'Kiểu'} {', '.join(names)}: {words}.")


def _texts(
    old: Sequence[Para], new: Sequence[Para], looks: tuple[dict[str, StyleLook], dict[str, StyleLook]]
) -> Iterator[Change]:
    """Paragraphs added, deleted, moved, rewritten; of those that stayed, whether they look otherwise than their
    styles tell."""
    deleted: list[Para] = []
    added: list[Para] = []
    rewritten: list[tuple[Para, Para]] = []
    kept: list[tuple[Para, Para]] = []
    matcher = SequenceMatcher(None, [_words(each) for each in old], [_words(each) for each in new], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            kept += zip(old[start:end], new[first:last], strict=True)
        elif kind == "replace" and end - start == last - first:
            rewritten += zip(old[start:end], new[first:last], strict=True)
        else:
            deleted += old[start:end]
            added += new[first:last]
    for before in list(deleted):
        moved = next((each for each in added if _words(each) == _words(before) and _words(before)), None)
        if moved is not None:
            deleted.remove(before)
            added.remove(moved)
            kept.append((before, moved))
            words = f"Chuyển {_named(before)} từ đoạn {before.number} đến đoạn {moved.number}."
            yield Change(TEXT, words)
    yield from (Change(TEXT, f"Bỏ đoạn {each.number} của mẫu gốc: {_named(each)}.") for each in deleted)
    yield from (Change(TEXT, f"Thêm đoạn {each.number}: {_named(each)}.") for each in added)
    for before, after in rewritten:
        yield Change(TEXT, f"Đoạn {after.number}: {_named(before)} thành {_named(after)}.")
    for before, after in (*kept, *rewritten):
        yield from _look(before, after, looks)


def _words(para: Para) -> str:
    return " ".join(para.text.split())


def _named(para: Para) -> str:
    return quoted(_words(para)) if _words(para) else "đoạn trống"


def _look(before: Para, after: Para, looks: tuple[dict[str, StyleLook], dict[str, StyleLook]]) -> Iterator[Change]:
    """How a paragraph that stayed looks otherwise, beyond what its style has changed."""
    if before.look.style != after.look.style:
        names = [quoted(known[id_].name if id_ in known else id_) for known, id_ in _ids(before, after, looks)]
        yield Change(TEXT, f"Đoạn {after.number} {_named(after)}: đổi kiểu {names[0]} thành {names[1]}.")
        return
    if not (before.stretches and after.stretches):
        return
    by_style: list[str] = []
    if after.look.style in looks[0] and after.look.style in looks[1]:
        one, other = looks[0][after.look.style], looks[1][after.look.style]
        by_style = look_changes((one.paragraph, one.run), (other.paragraph, other.run))
    told = look_changes((before.look, before.stretches[0].look), (after.look, after.stretches[0].look))
    own = [each for each in told if each not in by_style]
    if own:
        yield Change(TEXT, f"Đoạn {after.number} {_named(after)}: {'; '.join(own)}.")


def _ids(
    before: Para, after: Para, looks: tuple[dict[str, StyleLook], dict[str, StyleLook]]
) -> tuple[tuple[dict[str, StyleLook], str], tuple[dict[str, StyleLook], str]]:
    return (looks[0], before.look.style), (looks[1], after.look.style)


def _pages(old: Sequence[Section], new: Sequence[Section]) -> Iterator[Change]:
    if len(old) != len(new):
        yield Change(PAGE, f"Mẫu có {len(new)} phần trang (mẫu gốc {len(old)}).")
    for number, (before, after) in enumerate(zip(old, new, strict=False), start=1):
        told = []
        if before.landscape != after.landscape:
            told.append("khổ ngang" if after.landscape else "khổ dọc")
        for name, words in (("width", "bề rộng trang"), ("height", "chiều cao trang"), ("top", "lề trên"),
                            ("bottom", "lề dưới"), ("left", "lề trái"), ("right", "lề phải"),
                            ("header", "khoảng đầu trang"), ("footer", "khoảng chân trang")):  # fmt: skip
            was, now = getattr(before, name), getattr(after, name)
            if was != now:
                told.append(f"{words} {millimetres(was)} → {millimetres(now)}")
        if before.title_page != after.title_page:
            told.append(f"trang đầu {'có' if after.title_page else 'không có'} đầu trang riêng")
        if told:
            yield Change(PAGE, f"Phần trang {number}: {'; '.join(told)}.")


def _margins(old: View, new: View) -> Iterator[Change]:
    before, after = _margin_words(old), _margin_words(new)
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key, ""), after.get(key, "")
        if was != now:
            place, kind = key
            yield Change(MARGINS, f"{place} ({kind}): {quoted(was) if was else 'trống'} → "
                                  f"{quoted(now) if now else 'trống'}.")  # fmt: skip


_KINDS = {"default": "mọi trang", "first": "trang đầu", "even": "trang chẵn"}


def _margin_words(view: View) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for section in view.sections:
        for place, parts in (("Đầu trang", section.headers), ("Chân trang", section.footers)):
            for kind, part in parts.items():
                words = " / ".join(filter(None, map(_words, view.margins.get(part, ()))))
                found.setdefault((place, _KINDS.get(kind, kind)), words)
    return found


def _tables(old: Sequence[Para], new: Sequence[Para]) -> Iterator[Change]:
    before, after = _widths(old), _widths(new)
    if len(before) != len(after):
        yield Change(TABLES, f"Mẫu có {len(after)} bảng (mẫu gốc {len(before)}).")
        return
    for number, (was, now) in enumerate(zip(before, after, strict=True), start=1):
        if len(was) != len(now):
            yield Change(TABLES, f"Bảng {number} có {len(now)} cột (mẫu gốc {len(was)}).")
            continue
        told = [
            f"cột {column} rộng {millimetres(wide)} → {millimetres(wider)}"
            for column, (wide, wider) in enumerate(zip(was, now, strict=True), start=1)
            if wide != wider
        ]
        if told:
            yield Change(TABLES, f"Bảng {number}: {'; '.join(told)}.")


def _widths(paras: Sequence[Para]) -> list[list[int]]:
    """The widths of the columns of each table, by the cells of its first rows."""
    tables: dict[int, dict[int, int]] = {}
    for para in paras:
        if para.cell is not None:
            tables.setdefault(para.cell.table, {}).setdefault(para.cell.column, para.cell.width)
    return [[widths[column] for column in sorted(widths)] for _, widths in sorted(tables.items())]
