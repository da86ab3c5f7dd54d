"""Tables as a template prints them: columns with their widths, rows with their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, chain, islice, repeat

from msgspec import Struct

from generator.data import derive
from generator.data.columns import DOCUMENT_COLUMNS, INDICATOR_COLUMNS
from generator.data.comparison import Change
from generator.data.derive import ChiTieuDanhGia, NhomDanhGia
from generator.data.model import BaoCao, KetQua
from generator.data.model_blocks import Bang, Cot
from generator.data.model_catalogue import CongThuc
from generator.data.model_documents import VanBanBanHanh
from generator.data.model_kind import CotMau
from generator.data.model_text import Text
from generator.data.names import citation
from generator.data.open_places import PRINTED
from generator.data.selection import chosen_documents, parted_documents
from generator.findings import Place
from generator.jobs.view.printed import BangIn, CotIn, HangIn, OIn
from generator.jobs.view.prose import runs
from generator.jobs.view.widths import CELL_MARGINS, CELL_SIZE, Tight, least_widths, shares, torn
from generator.vn.numerals import roman
from generator.word.equations import Equation
from generator.word.pieces import Piece
from generator.word.runs import Runs, Span

# What stands on one line of a cell: plain words (stars in them are stars), typed text, a formula.
Line = str | Runs | CongThuc
Cells = list[list[Line]]

_DASHES = ("- ", "+ ")
_USUAL = CotMau("", Decimal(30), "trai")
_HEADED = ("ten", "trich_yeu")  # the columns in which a group has its name, where the table has one of them


class _Row(Struct, frozen=True):
    """``places`` has, for each cell, where its words stand: one place, or one for each line."""

    cells: Cells
    places: Sequence[tuple[Place, ...]]
    nhom: bool = False


class Columns(Struct, frozen=True):
    """What the template says of columns, and the width that they have in a table, in twips.

    ``across`` is how wide the table is with the columns that the template itself adds to it, 0 where it adds none.
    """

    known: Mapping[str, CotMau]
    width: int
    across: int = 0

    @property
    def added(self) -> int:
        """How much of the table the template's own columns take."""
        return max(self.across - self.width, 0)

    def usual(self, column: Cot) -> CotMau:
        """What the template says of a column."""
        return self.known.get(column.cot[0], _USUAL) if column.cot else _USUAL

    def side(self, column: Cot) -> str:
        """Where the words of a column stand: ``giua`` or ``trai``."""
        return column.can or self.usual(column).can

    def shown(self, chosen: Sequence[Cot], least: Sequence[int]) -> tuple[CotIn, ...]:
        """The columns in twips: widths in mm are shares, the table is as wide as the text.

        ``least`` is what the longest word of each column takes: narrower, its words would be torn apart.
        """
        wished = [column.rong or self.usual(column).rong for column in chosen]
        edges = list(accumulate(shares(wished, self.width, least), initial=0))
        return tuple(
            CotIn(self.heading(column), right - left, self.side(column))
            for column, left, right in zip(chosen, edges, edges[1:], strict=False)
        )

    def heading(self, column: Cot) -> str:
        """A column's heading: the report's, else the template's, else what the program calls it."""
        if column.tieu_de is not None:
            return column.tieu_de.raw
        name = column.cot[0] if column.cot else ""
        called = INDICATOR_COLUMNS.get(name) or DOCUMENT_COLUMNS.get(name) or name
        return self.usual(column).tieu_de or called.capitalize()


def _words(line: Line) -> list[str]:
    return [] if isinstance(line, CongThuc) else str(line).split()


def _lines(text: str) -> list[Line]:
    return [line.strip() for line in text.splitlines()]


def _typed_lines(text: Text) -> list[Line]:
    return [runs(line.strip()) for line in text.raw.splitlines()]


def _places(text: Text) -> tuple[Place, ...]:
    return tuple(map(text.place_of_line, range(text.raw.count("\n") + 1)))


def _moved(change: Change | None, *compared: KetQua | None) -> list[Line]:
    """A difference; of results that are left open it is open too."""
    if any(result is not None and result.de_ngo for result in compared):
        return [PRINTED]
    return _lines(change.signed if change else "")


_INDICATOR_CELLS: Mapping[str, Callable[[ChiTieuDanhGia], list[Line]]] = {
    "tt": lambda row: _lines(row.chi_tieu.so),
    "ten": lambda row: _lines(row.chi_tieu.ten),
    "don_vi_tinh": lambda row: _lines(row.chi_tieu.don_vi_tinh),
    "chi_tieu": lambda row: _lines(row.chi_tieu.muc_tieu.chu),
    "ket_qua": lambda row: _lines(row.chu),
    "ket_qua_day_du": lambda row: _lines(derive.full_result_text(row.chi_tieu, row.ket_qua)),
    "phan_so": lambda row: _lines((row.ket_qua and derive.fraction_text(row.ket_qua)) or ""),
    "ky_truoc": lambda row: _lines(row.ky_truoc),
    "tang_giam": lambda row: _moved(row.tang_giam, row.ket_qua, row.ket_qua and row.ket_qua.ky_truoc),
    "so_voi_muc_tieu": lambda row: _moved(row.so_voi_muc_tieu, row.ket_qua),
    "danh_gia": lambda row: _lines(row.danh_gia if row.phai_bao_cao else ""),
    "minh_chung": lambda row: _lines((row.ket_qua and row.ket_qua.minh_chung) or ""),
    "ghi_chu": lambda row: [*_lines(row.chi_tieu.ghi_chu), *_lines((row.ket_qua and row.ket_qua.ghi_chu) or "")],
    "cong_thuc": lambda row: [line for formula in row.chi_tieu.cong_thuc for line in (*_lines(formula.ghi), formula)],
}


def _indicator_cell(column: str, row: ChiTieuDanhGia) -> list[Line]:
    known = _INDICATOR_CELLS.get(column)
    if known is not None:
        return known(row)
    own = row.ket_qua.cot_them if row.ket_qua else {}
    return _lines(own.get(column) or row.chi_tieu.cot_them.get(column, ""))


_DOCUMENT_CELLS: Mapping[str, Callable[[VanBanBanHanh], list[Line]]] = {
    "trich_yeu": lambda row: _typed_lines(row.trich_yeu),
    "so": lambda row: _lines(str(row.so)),
    "ngay": lambda row: _lines(row.ngay.written),
    "loai": lambda row: _lines(row.loai),
    "co_quan": lambda row: _lines(row.co_quan or ""),
    "van_ban": lambda row: _lines(citation(row).khong_trich_yeu),
}


def _document_cell(column: str, row: VanBanBanHanh, number: int) -> list[Line]:
    if column == "tt":
        return [str(number)]
    known = _DOCUMENT_CELLS.get(column)
    return known(row) if known else _lines(row.cot_them.get(column, ""))


def _row(columns: Sequence[Cot], cell: Callable[[str], list[Line]], place: Place) -> _Row:
    cells = [_dressed(column, [line for name in column.cot for line in cell(name)]) for column in columns]
    return _Row(cells, [(place,)] * len(cells))


def _dressed(column: Cot, lines: list[Line]) -> list[Line]:
    """The lines of a cell with what the column puts before and after them, in the column's kind of letter."""
    if not any(str(line) for line in lines):
        return lines
    if column.truoc:
        lines = [*_joined(column.truoc, lines[0]), *lines[1:]]
    if column.sau:
        lines = [*lines[:-1], *_joined(lines[-1], column.sau)]
    if column.kieu == "thuong":
        return lines
    return [_emphasised(line, bold=column.kieu == "dam", italic=column.kieu == "nghieng") for line in lines]


def _joined(first: Line, second: Line) -> list[Line]:
    """The two on one line; on two where one is a formula, which stands alone."""
    if isinstance(first, CongThuc) or isinstance(second, CongThuc):
        return [first, second]
    if isinstance(first, str) and isinstance(second, str):
        return [first + second]
    return [Runs((*_spans(first), *_spans(second)))]


def _spans(words: str | Runs) -> tuple[Span, ...]:
    return words.spans if isinstance(words, Runs) else (Span(words),)


def _emphasised(line: Line, *, bold: bool, italic: bool) -> Line:
    if isinstance(line, CongThuc):
        return line
    return Runs(tuple(Span(span.text, span.bold or bold, span.italic or italic) for span in _spans(line)))


class Tables(Struct, frozen=True):
    """Makes the tables of a report; ``columns`` is what the template says of them."""

    report: BaoCao
    groups: tuple[NhomDanhGia, ...]
    columns: Columns

    def table(self, block: Bang) -> BangIn:
        """The table that a block of the data declares."""
        makers = {"chi_tieu": self._indicators, "van_ban_ban_hanh": self._documents, "tu_nhap": self._typed}
        rows = list(makers[block.bang](block))
        headings = [self.columns.heading(column) for column in block.cot]
        words = [
            {word for row in rows for line in row.cells[index] for word in _words(line)}
            for index in range(len(headings))
        ]
        least = least_widths(headings, words, self.columns.width)
        shown = self.columns.shown(block.cot, least)
        printed = tuple(_finished(row, shown) for row in rows)
        crowded = sum(least) > self.columns.width
        tight = tuple(_tight(shown, rows, printed, crowded=crowded))
        return BangIn(shown, printed, tight, self.columns.added)

    def _indicators(self, block: Bang) -> Iterator[_Row]:
        for group in self.groups:
            if block.bo in (None, group.bo) and (not block.nhom or group.nhom.ma in block.nhom):
                yield self._group_row(block, group.nhom.so, group.nhom.ten, group.o)
                for assessed in group.chi_tieu:
                    place = assessed.ket_qua.place if assessed.ket_qua else block.place
                    yield _row(block.cot, lambda name, row=assessed: _indicator_cell(name, row), place)  # type: ignore[misc]

    def _documents(self, block: Bang) -> Iterator[_Row]:
        chosen = chosen_documents(self.report.van_ban_ban_hanh, block.loc)
        if not block.chia_nhom:
            yield from self._numbered(block, chosen, 1)
        first = 1
        for index, part in enumerate(block.chia_nhom, start=1):
            # A document that fits several groups stands in the first of them.
            documents, chosen = parted_documents(chosen, part.loc)
            yield self._group_row(block, roman(index), part.ten, {})
            yield from self._numbered(block, documents, first)
            first += len(documents) if block.stt == "lien_tuc" else 0

    def _numbered(self, block: Bang, documents: Iterable[VanBanBanHanh], first: int) -> Iterator[_Row]:
        for number, document in enumerate(documents, start=first):

            def cell(name: str, document: VanBanBanHanh = document, number: int = number) -> list[Line]:
                return _document_cell(name, document, number)

            yield _row(block.cot, cell, document.trich_yeu.place_of_line(0))

    def _typed(self, block: Bang) -> Iterator[_Row]:
        for row in block.hang:
            if row.nhom:
                yield self._group_row(block, "", row.o[0], {})
            else:
                blank = Text("", row.place, row.place.line)
                typed = islice(chain(row.o, repeat(blank)), len(block.cot))
                cells, places = list[list[Line]](), list[tuple[Place, ...]]()
                for column, cell in zip(block.cot, typed, strict=True):
                    cells.append(_dressed(column, _typed_lines(cell)))
                    places.append(_places(cell))
                yield _Row(cells, places)

    def _group_row(self, block: Bang, number: str, name: str | Text, own: Mapping[str, Text]) -> _Row:
        """The row of a group: its number and name, and what the data has it print in other columns."""
        named = self._name_column(block.cot)
        lines: list[Line] = [name] if isinstance(name, str) else _typed_lines(name)
        cells, places = list[list[Line]](), list[tuple[Place, ...]]()
        for index, column in enumerate(block.cot):
            numbered = number and "tt" in column.cot and "tt" not in own
            texts = [own[key] for key in column.cot if key in own]
            typed = [line for text in texts for line in _typed_lines(text)]
            cells.append([*([number] if numbered else []), *(lines if index == named else []), *typed])
            written = [*([name] if isinstance(name, Text) and index == named else []), *texts]
            places.append(_places(written[0]) if written else (block.place,))
        return _Row(cells, places, nhom=True)

    def _name_column(self, columns: Sequence[Cot]) -> int:
        """In which column a group has its name: the one made for names, else the first set left, else the first."""
        for index, column in enumerate(columns):
            if set(_HEADED) & set(column.cot):
                return index
        others = [index for index, column in enumerate(columns) if "tt" not in column.cot]
        left = (index for index in others if self.columns.side(columns[index]) == "trai")
        return next(left, min(others, default=0))


def _finished(row: _Row, shown: Sequence[CotIn]) -> HangIn:
    cells = []
    for lines, places, column in zip(row.cells, row.places, shown, strict=True):
        pieces = tuple(_piece(line, column.rong - CELL_MARGINS) for line in lines)
        # Dashes that start their lines stand under each other.
        side = "trai" if any(str(line).startswith(_DASHES) for line in lines) else column.can
        cells.append(OIn(pieces or (Runs.plain(""),), column.rong, side, places))
    return HangIn(row.nhom, tuple(cells))


def _tight(
    shown: Sequence[CotIn], rows: Sequence[_Row], printed: Sequence[HangIn], *, crowded: bool
) -> Iterator[Tight]:
    """The columns that are too narrow; words have room unless the columns are ``crowded``, formulas may have none."""
    for index, column in enumerate(shown):
        words: tuple[str, ...] = ()
        if crowded:
            cells = (_weighed(line, bold=row.nhom) for row in rows for line in row.cells[index])
            words = torn(chain(((word, True) for word in column.tieu_de.split()), *cells), column.rong)
        pieces = (piece for row in printed for piece in row.o[index].dong)
        formula = any(isinstance(piece, Equation) and not piece.fits for piece in pieces)
        if words or formula:
            yield Tight(column.tieu_de, words, formula)


def _weighed(line: Line, *, bold: bool) -> list[tuple[str, bool]]:
    """The words of a line, each with whether it is bold; a line with bold words counts as bold."""
    heavy = bold or (isinstance(line, Runs) and any(span.bold for span in line.spans))
    return [(word, heavy) for word in _words(line)]


def _piece(line: Line, width: int) -> Piece:
    if isinstance(line, CongThuc):
        return Equation(line.ve_trai, line.tu, line.mau, line.nhan, width, CELL_SIZE)
    return line if isinstance(line, Runs) else Runs.plain(line)
