"""The close of a document: who signs in whose name, and to whom it goes.

A table of two columns (or more, with empty ones between), tab stops, text boxes, or one block after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from generator.patterns import regex
from generator.vn.marks import is_item, list_mark
from generator.word.recognise_lines import (
    PrintedLine,
    cut,
    has_bold,
    is_bold,
    is_caps,
    is_centred,
    joined,
    lines_of,
    printed_lines,
    stops_before,
    tables_around,
)
from generator.word.recognise_words import (
    CHUC_VU,
    END,
    NOI_NHAN,
    NOTE_BEFORE_NAME,
    QUYEN_HAN,
    SIGNATURE_NOTE,
    STORED,
)
from generator.word.recognised import Fragment
from generator.word.view import Para

_GAP = regex(r"\t+\s*|\s{4,}")
_ROOM_FOR_SIGNATURE = 500  # twips of space above a line: a signature, not mere air
_PLACE = "nơi"  # with which «Nơi nhận» begins, and any line that stands for it
_MOST_LINES = 80
_LONGEST_OFFICE = 120
_LONGEST_NAME = 60


class Close(Struct):
    """What the close holds; ``start`` is its first paragraph, ``end`` the one after its last."""

    start: int
    end: int
    found: dict[str, tuple[Fragment, ...]] = field(default_factory=dict)


class _Piece(Struct, frozen=True):
    line: PrintedLine
    fragment: Fragment
    left: bool

    @property
    def words(self) -> str:
        return " ".join(self.fragment.text.split())


def read_close(paras: Sequence[Para], start: int) -> Close:
    """The close among paragraphs (annexes left out) that follow the head; empty, at the end, where there is none."""
    recipients = _recipients(paras, start)
    home = paras[recipients] if recipients is not None else None
    tables = _outermost(paras)
    first = _first(paras, start, recipients, tables)
    if first is None:
        return Close(len(paras), len(paras))
    end = _end(paras, first, recipients, tables)
    close = Close(first, end)
    pieces = _pieces(paras, close, home)
    listed = _read_recipients(close, pieces, home)
    _read_signature(close, [piece for piece in pieces if piece not in listed and not piece.left], paras)
    return close


def _recipients(paras: Sequence[Para], start: int) -> int | None:
    """The paragraph of «Nơi nhận», the first after the content; where the words are missing, of the list."""
    for index in range(start, len(paras)):
        if _PLACE in paras[index].text.lower() and any(
            NOI_NHAN.match(line.text.lstrip()) and len(line.text) < _LONGEST_OFFICE * 2
            for line in lines_of(paras[index])
        ):
            return index
    stored = [index for index in range(start, len(paras)) if any(map(_is_stored, lines_of(paras[index])))]
    return _list_start(paras, start, stored[-1]) if stored else None


def _is_stored(line: Fragment) -> bool:
    text = line.text.lstrip()
    dash = list_mark(text)
    return dash != "" and STORED.match(text, len(dash)) is not None


def _list_start(paras: Sequence[Para], start: int, last: int) -> int:
    """The first paragraph of the list that ends there: of its cell, or of the items above it."""
    home, first = paras[last], last
    for index in range(last - 1, start - 1, -1):
        para = paras[index]
        if para.is_blank and para.cell == home.cell:
            continue
        if para.cell != home.cell or para.box != home.box or (home.cell is None and not is_item(para.text.lstrip())):
            break
        first = index
    return first


def _first(paras: Sequence[Para], start: int, recipients: int | None, tables: list[int | None]) -> int | None:
    signature = _signature(paras, start, recipients)
    starts = [index for index in (recipients, signature) if index is not None]
    if not starts:
        return None
    first = min(starts)
    table = tables[first]
    while table is not None and first > start and tables[first - 1] == table:
        first -= 1
    while first > start and paras[first].boxed and paras[first - 1].boxed:
        first -= 1
    return first


def _outermost(paras: Sequence[Para]) -> list[int | None]:
    """The outermost table that each paragraph lies in."""
    around = tables_around(paras)
    return [None if para.cell is None else around[para.cell.table][0] for para in paras]


def _signature(paras: Sequence[Para], start: int, recipients: int | None) -> int | None:
    """Where the lines of office begin: after the closing mark, or else the last block of them."""
    ended = [index for index in range(start, len(paras)) if paras[index].text.rstrip().endswith(END)]
    low = ended[-1] + 1 if ended and (recipients is None or ended[-1] < recipients) else start
    high = len(paras)
    candidates = [index for index in range(low, high) if _is_office(paras[index])]
    if recipients is not None:
        near = [index for index in candidates if abs(index - recipients) <= _MOST_LINES]
        before = [index for index in near if index < recipients]
        return _block_start(before) if before and _plain(paras, before) else next(iter(near), None)
    return _block_start(candidates) if candidates else None


def _plain(paras: Sequence[Para], indexes: list[int]) -> bool:
    return all(paras[index].cell is None or not paras[index].cell.bordered for index in indexes)  # type: ignore[union-attr]


def _block_start(indexes: list[int]) -> int:
    """The first of the last run of indexes that lie close together."""
    first = indexes[-1]
    for index in reversed(indexes):
        if first - index > 3:
            break
        first = index
    return first


def _is_office(para: Para) -> bool:
    if para.cell is not None and para.cell.bordered:
        return False
    for line in lines_of(para):
        for piece in _cut_at_gaps(line):
            text = " ".join(piece.text.split())
            if len(text) > _LONGEST_OFFICE or text.endswith((".", ";", ":")):
                continue
            if QUYEN_HAN.match(text) and (is_bold(piece) or is_caps(piece) or is_centred(para)):
                return True
            if CHUC_VU.match(text) and is_caps(piece) and (is_bold(piece) or is_centred(para)):
                return True
    return False


def _cut_at_gaps(line: Fragment) -> list[Fragment]:
    """The two blocks of a line set with tab stops or blanks."""
    at, pieces = line.start, list[Fragment]()
    for gap in _GAP.finditer(line.text):
        piece = cut(line.para, at, line.start + gap.start())
        pieces += [piece] if piece else []
        at = line.start + gap.end()
    piece = cut(line.para, at, line.end)
    return [*pieces, piece] if piece else pieces


def _end(paras: Sequence[Para], first: int, recipients: int | None, tables: list[int | None]) -> int:
    """Where the close ends: with its table, or with the last line that can belong to it."""
    table = tables[first if recipients is None else recipients]
    if table is not None:
        end = first
        for index in range(first, min(len(paras), first + _MOST_LINES * 3)):
            if tables[index] == table or index <= first:
                end = index + 1
        return end
    end = first
    for index in range(first, min(len(paras), first + _MOST_LINES)):
        para = paras[index]
        if para.is_blank:
            continue
        if (para.breaks_page or para.look.page_break_before) and index > first + 1:
            break
        if para.cell is not None and index > (first - 1 if recipients is None else recipients):
            break
        end = index + 1
    return end


def _pieces(paras: Sequence[Para], close: Close, home: Para | None) -> list[_Piece]:
    tabbed = home is not None and home.cell is None and any(len(_cut_at_gaps(line)) > 1 for line in lines_of(home))
    stops = stops_before(_cut_at_gaps(next(lines_of(home)))[0]) if home is not None else 0
    pieces: list[_Piece] = []
    for line in printed_lines(paras, close.start, close.end):
        parts = _cut_at_gaps(line.fragment) if line.para.cell is None else [line.fragment]
        for number, part in enumerate(parts):
            left = _is_left(line.para, home)
            if tabbed:
                left = number == 0 and stops_before(part) <= stops
            pieces.append(_Piece(line, part, left))
    return pieces


def _is_left(para: Para, home: Para | None) -> bool:
    """Whether a paragraph stands in the column of «Nơi nhận»."""
    if home is None or para is home:
        return home is not None
    if home.box or para.box:
        return home.box == para.box
    if home.cell is None or para.cell is None:
        return False
    if para.cell.depth > home.cell.depth:
        return True
    return para.cell.table == home.cell.table and para.cell.column == home.cell.column


def _read_recipients(close: Close, pieces: list[_Piece], start: Para | None) -> list[_Piece]:
    """«Nơi nhận:» and its list, which begin in the paragraph ``start``; what of the pieces they are."""
    at = next((number for number, piece in enumerate(pieces) if NOI_NHAN.match(piece.words)), None)
    if at is None:
        at = next((number for number, piece in enumerate(pieces) if piece.line.para is start), None)
    if at is None:
        return []
    home = pieces[at]
    found = NOI_NHAN.match(home.fragment.text.lstrip())
    blanks = len(home.fragment.text) - len(home.fragment.text.lstrip())
    word_end = home.fragment.start + (blanks + found.end() if found else 0)
    word = cut(home.fragment.para, home.fragment.start, word_end)
    rest = cut(home.fragment.para, word_end, home.fragment.end)
    if found:
        close.found["noi_nhan_tu"] = (word or home.fragment,)
    listed = [rest] if rest else []
    used = [home]
    boxed = home.line.para.cell is not None or home.line.para.boxed
    in_column = boxed or any(piece.line.para is home.line.para and not piece.left for piece in pieces)
    for piece in pieces[at + 1 :]:
        belongs = piece.left if in_column else _is_item(piece, used)
        if belongs:
            listed.append(piece.fragment)
            used.append(piece)
        elif not in_column:
            break
    if listed:
        close.found["noi_nhan_danh_sach"] = joined(listed)
    return used


def _is_item(piece: _Piece, used: list[_Piece]) -> bool:
    """In one column: an item, or the next line of one."""
    if is_item(piece.words):
        return True
    return piece.line.para is used[-1].line.para or (
        len(used) > 1 and not is_centred(piece.line.para) and not has_bold(piece.fragment)
    )


def _read_signature(close: Close, pieces: list[_Piece], paras: Sequence[Para]) -> None:
    pieces = [each for piece in pieces for each in _without_note(piece)]
    lines = [piece for piece in pieces if not _is_note(piece, pieces)]
    notes = [piece.fragment for piece in pieces if SIGNATURE_NOTE.match(piece.words)]
    if notes:
        close.found["ghi_chu_ky"] = joined(notes)
    if not lines:
        return
    lines = [piece for piece in lines if _column(piece) == _column(lines[0])]
    blocks = _blocks(lines, paras, pieces)
    name = _name_alone(lines) or _name(blocks, lines)
    authority = [piece for piece in blocks[0] if piece is not name]
    other = [piece for block in blocks[1:] for piece in block if piece is not name]
    if name is not None and len(blocks) == 1:
        other = []
    if authority:
        close.found["quyen_han_chuc_vu"] = joined(piece.fragment for piece in authority)
    if other and all(piece.line.index < (name.line.index if name else 0) for piece in other):
        close.found["chuc_vu_khac"] = joined(piece.fragment for piece in other)
    if name is not None:
        close.found["ho_ten"] = (name.fragment,)


def _without_note(piece: _Piece) -> list[_Piece]:
    """«(Đã ký) Lê Văn A»: the note and the name behind it, each by itself."""
    found = NOTE_BEFORE_NAME.match(piece.fragment.text)
    if found is None:
        return [piece]
    fragment = piece.fragment
    halves = (
        cut(fragment.para, fragment.start, fragment.start + found.end("note")),
        cut(fragment.para, fragment.start + found.end(), fragment.end),
    )
    return [_Piece(piece.line, half, piece.left) for half in halves if half is not None]


def _column(piece: _Piece) -> tuple[int, int] | None:
    cell = piece.line.para.cell
    return (cell.table, cell.column) if cell is not None else None


def _is_note(piece: _Piece, pieces: list[_Piece]) -> bool:
    """«(Chữ ký, dấu)», «Đã ký»: what a specimen or a copy puts in place of the signature."""
    if SIGNATURE_NOTE.match(piece.words):
        return True
    at = pieces.index(piece)
    opened = "".join(each.words for each in pieces[max(0, at - 3) : at])
    return opened.count("(") > opened.count(")")


def _blocks(lines: list[_Piece], paras: Sequence[Para], pieces: list[_Piece]) -> list[list[_Piece]]:
    """Lines that stand together; room for a signature, blank paragraphs or a note parts them."""
    blocks = [[lines[0]]]
    for before, line in pairwise(lines):
        between = paras[before.line.index + 1 : line.line.index]
        noted = pieces.index(line) - pieces.index(before) > 1
        space = 0 if line.line.para is before.line.para else _space(before.line.para, line.line.para)
        same = before.fragment.para is line.fragment.para
        spaced = same and line.fragment.para.text[before.fragment.end : line.fragment.start].count("\n") > 1
        if space >= _ROOM_FOR_SIGNATURE or noted or spaced or any(_parts(para, line.line.para) for para in between):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _space(above: Para, below: Para) -> int:
    return max(above.look.after, below.look.before)


def _parts(para: Para, below: Para) -> bool:
    """Whether a paragraph between two lines of a block is a blank one of the same block."""
    same = para.cell is None or below.cell is None or para.cell.column == below.cell.column
    return para.is_blank and same


def _name_alone(lines: list[_Piece]) -> _Piece | None:
    """The name where no office stands over it, or where the office stands under it."""
    first = lines[0]
    below = lines[1:]
    if is_caps(first.fragment) or not is_bold(first.fragment) or _names_office(first):
        return None
    return first if not below or (_names_office(below[0]) and is_caps(below[-1].fragment)) else None


def _names_office(piece: _Piece) -> bool:
    return (QUYEN_HAN.match(piece.words) or CHUC_VU.match(piece.words)) is not None


def _name(blocks: list[list[_Piece]], lines: list[_Piece]) -> _Piece | None:
    """The full name: the last line, bold or below the room for the signature; no office, no line of a list."""
    if len(lines) < 2:
        return None
    bold = [piece for piece in lines if is_bold(piece.fragment)]
    last = bold[-1] if bold and len(bold) > 1 else lines[-1]
    own_block_is_bold = is_bold(blocks[0][0].fragment) and last not in blocks[0] and not _is_office_in_capitals(last)
    if len(blocks) > 1 and blocks[-1][-1] is not last and not own_block_is_bold:
        last = blocks[-1][-1]
    text = last.words
    is_name = len(text) <= _LONGEST_NAME and not QUYEN_HAN.match(text) and any(ch.isalpha() for ch in text)
    if not is_name or _is_office_in_capitals(last):
        return None
    return last if len(blocks) > 1 or not is_caps(last.fragment) else None


def _is_office_in_capitals(piece: _Piece) -> bool:
    return CHUC_VU.match(piece.words) is not None and is_caps(piece.fragment)
