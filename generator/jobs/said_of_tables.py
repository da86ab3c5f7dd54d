"""The tables of data of a Word file: their heads, rows and groups; the indicators that they tell of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.patterns import regex
from generator.rules.said import Indicator, Passage, Row, Table
from generator.vn.text import fold, squeeze
from generator.word.view import Para

_COLUMN_NUMBER = regex(r"\(?(?P<number>\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_NUMBER = regex(r"(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[a-zđA-ZĐ])[.)]?")
_MOST_HEAD_ROWS = 3

# What a column of indicators is, by the first words of its heading without accents; an earlier kind has the choice.
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("number", ("tt", "stt", "so tt", "so thu tu")),
    ("result", ("ket qua", "thuc hien", "so lieu thuc hien")),
    ("verdict", ("danh gia", "dat/khong dat", "tu danh gia")),
    ("unit", ("don vi tinh", "dvt", "don vi")),
    ("name", ("ten chi tieu", "ten tieu chi", "cac chi tieu", "noi dung", "tieu chi", "chi tieu, noi dung", "chi so")),
    ("target", ("chi tieu", "muc tieu", "muc phai dat", "muc giao", "ke hoach", "yeu cau")),
)


def read_tables(paras: Iterable[Para], part: str, title: str = "") -> Iterator[Table]:
    """The tables that these paragraphs stand in, one inside another after it; ``title`` is that of the annex."""
    tables: dict[int, list[Para]] = {}
    for para in paras:
        if para.cell is not None:
            tables.setdefault(para.cell.table, []).append(para)
    for _, members in sorted(tables.items()):
        yield _table(members, part, title)


class _RowRead(Struct, frozen=True):
    """A row as it stands: its cells by grid column, and whether every word of it is bold."""

    cells: Mapping[int, Passage]
    bold: bool

    @property
    def words(self) -> list[str]:
        return [words for cell in self.cells.values() if (words := squeeze(cell.text))]


def _table(paras: Sequence[Para], part: str, title: str) -> Table:
    columns = max((para.cell.columns for para in paras if para.cell), default=0)
    rows = _rows(paras, part)
    heads = _head_rows(rows)
    head = _head(rows[:heads], columns)
    place = next((para.place for para in paras if not para.is_blank), paras[0].place)
    body = rows[heads:]
    if heads and body and _is_numbering(body[0]):
        body = body[1:]
    return Table(head, tuple(_row(row, columns) for row in body), place, title)


def _rows(paras: Sequence[Para], part: str) -> list[_RowRead]:
    grid: dict[int, dict[int, list[Para]]] = {}
    for para in paras:
        if para.cell is not None:
            grid.setdefault(para.cell.row, {}).setdefault(para.cell.column, []).append(para)
    return [_row_read(cells, part) for _, cells in sorted(grid.items())]


def _row_read(cells: Mapping[int, list[Para]], part: str) -> _RowRead:
    stretches = [stretch for paras in cells.values() for para in paras for stretch in para.stretches]
    lettered = [stretch for stretch in stretches if any(map(str.isalnum, stretch.text))]
    bold = bool(lettered) and all(stretch.look.bold for stretch in lettered)
    return _RowRead({column: _cell(paras, part) for column, paras in sorted(cells.items())}, bold)


def _cell(paras: Sequence[Para], part: str) -> Passage:
    """A cell's paragraphs as lines of one passage; the blank ones before and after its words are nothing said."""
    said = [number for number, para in enumerate(paras) if not para.is_blank]
    kept = paras[said[0] : said[-1] + 1] if said else paras[:1]
    texts, places = list[str](), []
    for para in kept:
        lines = para.text.strip().split("\n")
        texts += lines
        places += [para.place] * len(lines)
    return Passage("\n".join(texts), kept[0].place, part, tuple(places) if len(places) > 1 else ())


def _head_rows(rows: Sequence[_RowRead]) -> int:
    """How many rows the head has: it is bold, or a column is called "TT"; it goes on where its cells are parted."""
    if len(rows) < 2 or len(rows[0].words) < 2:
        return 0
    if not rows[0].bold and not any(_kind_of(words) == "number" for words in rows[0].words):
        return 0
    heads = 1
    parted = {column for row in rows for column in row.cells} - set(rows[0].cells)
    while heads < min(_MOST_HEAD_ROWS, len(rows) - 1) and parted and rows[heads].bold:
        # Below a head that spans columns stand its parts; a row without them is the first group.
        if not any(column in parted and squeeze(cell.text) for column, cell in rows[heads].cells.items()):
            break
        parted -= set(rows[heads].cells)
        heads += 1
    return heads


def _head(rows: Sequence[_RowRead], columns: int) -> tuple[str, ...]:
    """The words over each column, those that span it first."""
    if not rows:
        return ()
    found = []
    for column in range(columns):
        over = [max((start for start in row.cells if start <= column), default=None) for row in rows]
        words = [squeeze(row.cells[start].text) for row, start in zip(rows, over, strict=True) if start is not None]
        found.append(" ".join(dict.fromkeys(filter(None, words))))
    return tuple(found)


def _is_numbering(row: _RowRead) -> bool:
    """Whether it only numbers the columns: "1, 2, 3", "(1), (2), (3) = (2)/(1)", "A, B, 1"."""
    found = [_COLUMN_NUMBER.fullmatch(words) for words in row.words]
    numbers = [match["number"] for match in found if match]
    digits = [int(number) for number in numbers if number.isdigit()]
    counted = digits == list(range(digits[0], digits[0] + len(digits))) if digits else False
    return len(numbers) == len(row.words) > 2 and counted and digits[0] in (1, 2)


def _row(row: _RowRead, columns: int) -> Row:
    blank = Passage("", next(iter(row.cells.values())).place)
    cells = tuple(row.cells.get(column, blank) for column in range(columns))
    words = [text for text in row.words if not _NUMBER.fullmatch(text)]
    named = len(words) == 1 and len(row.words) <= 2
    return Row(cells, named and columns > 2 and (row.bold or len(row.cells) <= 2))


def _kind_of(heading: str) -> str:
    plain = fold(squeeze(heading))
    for kind, starts in _COLUMNS:
        for start in starts:
            if plain.startswith(start) and not plain[len(start) : len(start) + 1].isalnum():
                return kind
    return ""


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Which column holds what; of two of a kind the first, but a second column of targets is the name's before it."""
    found: dict[str, int] = {}
    for index, heading in enumerate(head):
        kind = _kind_of(heading)
        if kind == "target" and "name" not in found and any(_kind_of(each) == "target" for each in head[index + 1 :]):
            kind = "name"
        if kind:
            found.setdefault(kind, index)
    if "name" not in found and "target" in found:
        found["name"] = found.pop("target")
    return found


def read_indicators(tables: Iterable[Table]) -> Iterator[Indicator]:
    """The indicators of every table that has a column for their names and one for the results."""
    for number, table in enumerate(tables, start=1):
        columns = _columns(table.head)
        if {"name", "result"} <= set(columns):
            yield from _indicators(table, columns, table.title or str(number))


def _indicators(table: Table, columns: Mapping[str, int], catalogue: str) -> Iterator[Indicator]:
    def words(row: Row, kind: str) -> str:
        return row.cells[columns[kind]].text.strip() if kind in columns else ""

    numbers = Counter(filter(None, (words(row, "number").rstrip(".") for row in table.rows if not row.group)))
    # Numbers that start again in every group tell indicators apart only with the group's own.
    starts_again = any(times > 1 for times in numbers.values())
    group, group_number = "", ""
    for row in table.rows:
        if row.group:
            told = [squeeze(cell.text) for cell in row.cells if cell.text.strip()]
            group, group_number = told[-1], words(row, "number").rstrip(".")
            continue
        name = squeeze(words(row, "name"))
        if not name:
            continue
        number = words(row, "number").rstrip(".")
        id_ = f"{group_number}.{number}" if starts_again and group_number and number else number
        yield Indicator(
            id_,
            name,
            group,
            words(row, "unit"),
            words(row, "target"),
            words(row, "result"),
            words(row, "verdict"),
            row.cells[columns["name"]].place,
            catalogue=catalogue,
        )
