"""What an office has changed in a template against the shipped one, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from generator.errors import CannotGoOn
from generator.jobs.check_format import read_document
from generator.jobs.look_words import look_changes, millimetres
from generator.jobs.table_changes import table_changes
from generator.jobs.workspace import KINDS, TEMPLATE_FILE, TEMPLATES, Templates, shipped, shown_path
from generator.patterns import regex
from generator.vn.text import quoted
from generator.word.package import NotDocx
from generator.word.reading import read_view
from generator.word.style_sheet import StyleLook, style_looks
from generator.word.view import Para, Section, View

_PAGE_FIELDS = frozenset({"PAGE"})
_PAGE_NUMBER = "[số trang]"
_FIGURE = regex(r"\d+")  # what Word kept of the field's last value
_MOST_SHOWN = 3  # of paragraphs told together

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


def difference(folder: Path, here: Path, base: Path | None = None) -> Difference:
    """What differs in the template of a kind from the file ``base``, by default the shipped template of that name.

    Raises ``CannotGoOn`` where there is none, or a file cannot be read.
    """
    original = base or shipped_kinds().root / KINDS / folder.name / TEMPLATE_FILE
    name = shown_path(folder / TEMPLATE_FILE, here)
    if base is None and not original.is_file():
        known = ", ".join(each.name for each in shipped_kinds().kinds())
        raise CannotGoOn(
            f"«{folder.name}» không phải mẫu đi kèm chương trình nên không có mẫu gốc để so.",
            f"Chép từ loại nào thì so với loại ấy: «cds-gen template diff {folder.name} --from LOẠI». "
            f"Những mẫu có bản gốc: {known}.",
        )
    own = read_document(folder / TEMPLATE_FILE, name)
    return Difference(name, tuple(changes(read_document(original, shown_path(original, here)), own)))


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
    yield from (Change(TABLES, words) for words in table_changes(before.body, after.body))


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
    yield from (Change(TEXT, f"Bỏ {_several(each, ' của mẫu gốc')}.") for each in _neighbours(deleted))
    yield from (Change(TEXT, f"Thêm {_several(each)}.") for each in _neighbours(added))
    for before, after in rewritten:
        yield Change(TEXT, f"Đoạn {after.number}: {_named(before)} thành {_named(after)}.")
    for before, after in (*kept, *rewritten):
        yield from _look(before, after, looks)


def _neighbours(paras: Sequence[Para]) -> Iterator[list[Para]]:
    """Those that stand together; without the blank ones of tables, which go with a row or a column."""
    told = [each for each in paras if _words(each) or each.cell is None]
    for _, together in groupby(enumerate(told), lambda each: each[1].number - each[0]):
        yield [para for _, para in together]


def _several(paras: Sequence[Para], whose: str = "") -> str:
    named = [_named(each) for each in paras]
    if len(named) > _MOST_SHOWN:
        named[_MOST_SHOWN - 1 : -1] = ["…"]
    first, last = paras[0].number, paras[-1].number
    numbers = f"đoạn {first}" if first == last else f"các đoạn {first} đến {last}"
    return f"{numbers}{whose}: {', '.join(named)}"


def _words(para: Para) -> str:
    """What a paragraph shows on one line, with its pictures and drawn lines."""
    drawn = [*(["[hình]"] if para.pictured else []), *(["[đường kẻ]"] * len(para.lines))]
    return " ".join([*para.text.split(), *drawn])


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
    """What headers and footers say otherwise; of several sections that changed alike it is told once."""
    changed: dict[tuple[str, str, str, str], list[int]] = {}
    sections = list(zip(old.sections, new.sections, strict=False))
    for number, (before, after) in enumerate(sections, start=1):
        was, now = _margin_words(old, before), _margin_words(new, after)
        for place, kind in sorted(was.keys() | now.keys()):
            one, other = was.get((place, kind), ""), now.get((place, kind), "")
            if one != other:
                changed.setdefault((place, kind, one, other), []).append(number)
    for (place, kind, one, other), numbers in changed.items():
        only = f", phần trang {', '.join(map(str, numbers))}" if len(numbers) < len(sections) else ""
        told = f"{quoted(one) if one else 'trống'} → {quoted(other) if other else 'trống'}"
        yield Change(MARGINS, f"{place} ({kind}{only}): {told}.")


_KINDS = {"default": "mọi trang", "first": "trang đầu", "even": "trang chẵn"}


def _margin_words(view: View, section: Section) -> dict[tuple[str, str], str]:
    """The words of a section's headers and footers, with what stands for the number of the page."""
    return {
        (place, _KINDS.get(kind, kind)): " / ".join(filter(None, (_margin_line(view, para) for para in paras)))
        for place, parts in (("Đầu trang", section.headers), ("Chân trang", section.footers))
        for kind, part in parts.items()
        if (paras := view.margins.get(part)) is not None
    }


def _margin_line(view: View, para: Para) -> str:
    if not _PAGE_FIELDS & set(view.fields.get((para.part, para.number), ())):
        return _words(para)
    words, found = _FIGURE.subn(_PAGE_NUMBER, _words(para), count=1)
    return words if found else f"{words} {_PAGE_NUMBER}".strip()
