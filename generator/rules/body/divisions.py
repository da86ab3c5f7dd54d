"""The numbers of the content's divisions: Phần, Chương, Mục, Điều, I., 1., 1.1., a)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.decree.wording import CHUONG, DIEM_LETTERS, DIEU, MUC, PHAN, TIEU_MUC
from generator.patterns import one_of, regex
from generator.rules.body.prose import is_all, stands_free, written
from generator.rules.looks import as_printed
from generator.vn.numerals import roman
from generator.vn.text import quoted
from generator.word.recognised import Fragment, Recognised
from generator.word.view import Para

_MOST = 200  # no document has more parts
_ROMAN = {roman(n): n for n in range(1, _MOST)}


class Level(enum.IntEnum):
    """How deep a division stands; dotted numbers (1.1.) go deeper than DOTTED by their own count."""

    PHAN = 1
    CHUONG = 2
    MUC_TU = 3  # "Mục 1" of a regulation
    TIEU_MUC = 4
    DIEU = 5
    MUC = 6  # "I."
    KHOAN = 7
    DOTTED = 8
    DIEM = 20
    LISTED = 21  # "1)" below a khoản or a điểm, which the decree does not know


class Division(Struct, frozen=True):
    """A numbered paragraph: ``number`` of one part, or of several for 1.1.; 0 where it is no number of its kind.

    ``shown`` is the number as written, ``mark`` what stands behind it, ``rest`` the words on the same line.
    ``loose`` is the whole sign as typed ("2-", "(b)") where only its place in the list tells that it is a number.
    """

    para: Para
    level: int
    number: tuple[int, ...]
    shown: str
    mark: str
    rest: str
    loose: str = ""

    @property
    def last(self) -> int:
        return self.number[-1]


class Break(Struct, frozen=True):
    """A paragraph that may be a title without number: what follows may count afresh."""

    para: Para


_MARK = one_of("[.:/)-]", "–")
_WORDED = regex(
    rf"(?P<word>{PHAN}|{CHUONG}|{TIEU_MUC}|{MUC}|{DIEU})\s+(?P<number>thứ\s+\w+|[0-9]+|[^\W\d_]+)"
    rf"(?P<mark>\s?{_MARK}?)\s*(?P<rest>.*)",
    re.IGNORECASE,
    begins=tuple(word.lower() for word in (PHAN, CHUONG, TIEU_MUC, MUC, DIEU)),
)
_SIGNED = regex(rf"(?P<number>[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[^\W\d_])(?P<mark>\s?{_MARK}|)(?:\s*)(?P<rest>.*)")
_LETTER, _LOOSE_MARK = one_of("[a-zA-Z]", "[đĐ]"), one_of("[-/:.)]", "[–—]")
_LOOSE = regex(
    rf"(?P<sign>(?P<opened>\(?)(?P<number>[0-9]{{1,2}}|[IVX]{{1,5}}|{_LETTER})(?P<mark>\s?{_LOOSE_MARK}{{1,2}}|))"
    r"\s*(?P<rest>[^\W\d_].*)"
)
_WORD_LEVELS = {
    PHAN.lower(): Level.PHAN,
    CHUONG.lower(): Level.CHUONG,
    MUC.lower(): Level.MUC_TU,
    TIEU_MUC.lower(): Level.TIEU_MUC,
    DIEU.lower(): Level.DIEU,
}
_WORDED_COMPONENTS = ("phan_chuong", "muc_tieu_muc", "dieu")
_COMPONENTS = (*_WORDED_COMPONENTS, "muc", "khoan", "khoan_co_tieu_de", "diem")


@lru_cache(maxsize=1)  # four rules ask for them in turn
def divisions(doc: Recognised) -> tuple[Division | Break, ...]:
    """The numbered paragraphs of the content in order, and the bold ones without number between them.

    A paragraph whose number has a strange mark ("2-", "(b)") is one where the numbers around it go on over it.
    """
    kinds = {part.para.number: name for name in _COMPONENTS for part in doc.of(name) if part.start == 0}
    found: list[Division | Break] = []
    for para in doc.content:
        if not stands_free(para) or para.is_blank:
            continue
        component = kinds.get(para.number, "")
        each = read_division(para, component) if component else _loose(para)
        if each is not None:
            found.append(each)
        elif not component and is_all(Fragment.whole(para), "bold"):
            found.append(Break(para))
    return tuple(_settled(found))


def loose_divisions(doc: Recognised, level: int) -> Iterator[Division]:
    """The divisions of a level whose numbers have a strange mark."""
    return (each for each in divisions(doc) if isinstance(each, Division) and each.loose and each.level == level)


def _loose(para: Para) -> Division | None:
    """What may be a division with a strange mark; its neighbours decide."""
    text = written(para)
    signed = _LOOSE.fullmatch(text)
    if signed is None or not signed["rest"][0].isupper():
        return None
    shown, marked = signed["number"], bool(signed["opened"] or signed["mark"])
    bold = is_all(Fragment.whole(para), "bold") or as_printed(Fragment.whole(para)).isupper()
    if not marked and (text[len(shown)] != " " or not (shown.isdecimal() or (shown in _ROMAN and bold))):
        return None
    component = "khoan" if shown.isdecimal() else "muc" if shown in _ROMAN and bold else "diem"
    if component == "diem" and shown.isupper() and ")" not in signed["mark"]:
        return None  # "A. ĐÁNH GIÁ": a heading of which the decree says nothing
    level, number = _signed_number(shown, component)
    return Division(para, level, number, shown, signed["mark"].strip(), signed["rest"], signed["sign"])


def _settled(found: list[Division | Break]) -> Iterator[Division | Break]:
    """The same without the loose divisions that do not go on with a list; bold ones of them may be titles."""
    kept: list[Division | Break] = []
    for index, each in enumerate(found):
        if isinstance(each, Division) and each.loose:
            before = _neighbour(reversed(kept), each.level)
            goes_on = _neighbour(found[index + 1 :], each.level) == each.last + 1
            # Capitals in bold behind a Roman number are marked enough.
            marked = each.loose != each.shown or each.level == Level.MUC
            if not (each.last == before + 1 and (goes_on or (marked and before))):
                if is_all(Fragment.whole(each.para), "bold"):
                    kept.append(Break(each.para))
                continue
        kept.append(each)
    yield from kept


def _neighbour(others: Iterable[Division | Break], level: int) -> int:
    """The number of the next division of a level, 0 where one of a higher level comes first, or none."""
    for other in others:
        if isinstance(other, Division) and other.level <= level:
            return other.last if other.level == level else 0
    return 0


def read_division(para: Para, component: str) -> Division | None:
    """What a paragraph recognised as ``component`` is numbered with; None where it has no number."""
    text = written(para)
    worded = _WORDED.fullmatch(text) if component in (*_WORDED_COMPONENTS, "muc") else None
    if worded:
        shown, of_word = worded["number"], _WORD_LEVELS[worded["word"].lower()]
        return Division(para, of_word, (_worded_number(shown),), shown, worded["mark"].strip(), worded["rest"])
    signed = _SIGNED.fullmatch(text)
    if signed is None or component in _WORDED_COMPONENTS:
        return None
    shown = signed["number"]
    level, number = _signed_number(shown, component)
    return Division(para, level, number, shown, signed["mark"].strip(), signed["rest"])


def mark_of(division: Division) -> str:
    """What stands behind the number, in words for a message."""
    return f"là {quoted(division.mark)}" if division.mark else "không có dấu nào"


def _worded_number(shown: str) -> int:
    return int(shown) if shown.isdecimal() else _ROMAN.get(shown.upper(), 0)


def _signed_number(shown: str, component: str) -> tuple[int, tuple[int, ...]]:
    if component == "muc" and shown.upper() in _ROMAN:
        return Level.MUC, (_ROMAN[shown.upper()],)
    if component == "diem" and not shown[0].isdecimal():
        letters = DIEM_LETTERS.value
        return Level.DIEM, (letters.index(shown.lower()) + 1 if shown.lower() in letters else 0,)
    if shown[0].isdecimal():
        parts = tuple(int(part) for part in shown.split("."))
        single = Level.LISTED if component == "diem" else Level.KHOAN
        return (single if len(parts) == 1 else Level.DOTTED + len(parts)), parts
    return Level.MUC, (_ROMAN.get(shown.upper(), 0),)
