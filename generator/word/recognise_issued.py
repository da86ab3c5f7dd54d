"""Documents that a decision issues in its own file: where each begins (Phụ lục III, mẫu 1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from generator.word.recognise_names import nation_at
from generator.word.recognise_words import KEM_THEO
from generator.word.view import Para

_LAST_WORDS = "VIỆT NAM"  # asked first of every paragraph: to look for the whole Quốc hiệu takes longer
_MOST_ABOVE = 8  # paragraphs of a head above the Quốc hiệu
_MOST_HEAD_LINES = 14


def issued_starts(paras: Sequence[Para]) -> list[int]:
    """The paragraphs with which such documents begin, in order: on a new page, with a head and «(Kèm theo …)»."""
    named = [
        index
        for index, para in enumerate(paras)
        if _LAST_WORDS in para.text.upper() and nation_at(para.text) is not None
    ]
    starts = (_page_start(paras, index) for index in named if _is_attached(paras, index))
    return [start for start in starts if start]


def _page_start(paras: Sequence[Para], index: int) -> int:
    """The nearest paragraph above that begins a page, 0 where there is none."""
    for at in range(index, max(index - _MOST_ABOVE, 0), -1):
        para = paras[at]
        if para.breaks_page or para.look.page_break_before or para.section != paras[at - 1].section:
            return at
    return 0


def _is_attached(paras: Sequence[Para], index: int) -> bool:
    worded = (para for para in islice(paras, index, None) if not para.is_blank)
    return any(KEM_THEO.match(para.text.lstrip()) for para in islice(worded, _MOST_HEAD_LINES))
