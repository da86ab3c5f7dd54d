"""The numbers of the content's divisions: Phần, Chương, Mục, Điều, I., 1., 1.1., a)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.decree.wording import CHUONG, DIEM_LETTERS, PHAN
from generator.rules.body.prose import is_all, stands_free, written
from generator.vn.numerals import roman
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


@dataclass(frozen=True, slots=True)
class Division:
    """A numbered paragraph: ``number`` of one part, or of several for 1.1.; 0 where it is no number of its kind.

    ``shown`` is the number as written, ``mark`` what stands behind it, ``rest`` the words on the same line.
    """

    para: Para
    level: int
    number: tuple[int, ...]
    shown: str
    mark: str
    rest: str

    @property
    def last(self) -> int:
        return self.number[-1]


@dataclass(frozen=True, slots=True)
class Break:
    """A paragraph that may be a title without number: what follows may count afresh."""

    para: Para


_WORDED = re.compile(
    rf"(?P<word>{PHAN}|{CHUONG}|Tiểu mục|Mục|Điều)\s+(?P<number>thứ\s+\w+|[0-9]+|[^\W\d_]+)"
    r"(?P<mark>\s?[.:/)–-]?)\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[^\W\d_])(?P<mark>\s?[.):/–-]|)(?:\s*)(?P<rest>.*)")
_ARTICLE = re.compile(r"Điều\s+[0-9]+\s?[.:]")
_WORD_LEVELS = {
    PHAN.lower(): Level.PHAN,
    CHUONG.lower(): Level.CHUONG,
    "mục": Level.MUC_TU,
    "tiểu mục": Level.TIEU_MUC,
    "điều": Level.DIEU,
}
_COMPONENTS = ("phan_chuong", "muc", "khoan", "khoan_co_tieu_de", "diem")


def divisions(doc: Recognised) -> Iterator[Division | Break]:
    """The numbered paragraphs of the content in order, and the bold ones without number between them."""
    kinds = {part.para.number: name for name in _COMPONENTS for part in doc.of(name) if part.start == 0}
    for para in doc.content:
        if not stands_free(para) or para.is_blank:
            continue
        component = kinds.get(para.number, "")
        found = read_division(para, component) if component else _article(para)
        if found is not None:
            yield found
        elif not component and is_all(Fragment.whole(para), "bold"):
            yield Break(para)


def read_division(para: Para, component: str) -> Division | None:
    """What a paragraph recognised as ``component`` is numbered with; None where it has no number."""
    text = written(para)
    worded = _WORDED.fullmatch(text) if component in ("phan_chuong", "muc") else None
    if worded:
        shown, of_word = worded["number"], _WORD_LEVELS[worded["word"].lower()]
        return Division(para, of_word, (_worded_number(shown),), shown, worded["mark"].strip(), worded["rest"])
    signed = _SIGNED.fullmatch(text)
    if signed is None or component == "phan_chuong":
        return None
    shown = signed["number"]
    level, number = _signed_number(shown, component)
    return Division(para, level, number, shown, signed["mark"].strip(), signed["rest"])


def _article(para: Para) -> Division | None:
    """ "Điều 5." as the decree has it; a sentence that begins with an article of another document is none."""
    text = written(para)
    found = _WORDED.fullmatch(text) if _ARTICLE.match(text) else None
    if found is None:
        return None
    return Division(para, Level.DIEU, (int(found["number"]),), found["number"], found["mark"].strip(), "")


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
        return (Level.KHOAN if len(parts) == 1 else Level.DOTTED + len(parts)), parts
    return Level.MUC, (_ROMAN.get(shown.upper(), 0),)
