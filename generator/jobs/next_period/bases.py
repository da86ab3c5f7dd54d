"""What the bases of a data file hold of the old period: ``new`` does not touch them, so it tells."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

from generator.data.model import BaoCao
from generator.data.model_blocks import Bang, DanhSach
from generator.data.periods import Period
from generator.data.sentences import sentences_of
from generator.jobs.next_period.documents import cited_of, is_of
from generator.jobs.next_period.stale import stale_words
from generator.rules.walk import blocks


class LeftInBase(Struct, frozen=True):
    """How many figures and results, sentences, documents and filters of the old period a base holds."""

    file: str
    figures: int = 0
    sentences: int = 0
    documents: int = 0
    filters: int = 0

    @property
    def words(self) -> str:
        """The counts, in words."""
        told = (
            (self.figures, "số liệu, kết quả"),
            (self.sentences, "câu"),
            (self.documents, "văn bản trong danh sách"),
            (self.filters, "bộ lọc theo năm"),
        )
        return "; ".join(f"{count} {what}" for count, what in told if count)


def left_in_bases(report: BaoCao, old: Period, new: Period) -> tuple[LeftInBase, ...]:
    """What each base of a report of the old period still says of it; bases that say nothing are left out."""
    figures = Counter(each.place.file for each in report.so_lieu)
    figures += Counter(each.place.file for each in report.ket_qua)
    sentences = Counter(each.place.file for each in sentences_of(report) if _is_left(each.text, old, new))
    filters = Counter(
        block.place.file
        for block in blocks(report)
        if isinstance(block, DanhSach | Bang) and old.nam != new.nam and str(old.nam) in _years_chosen(block)
    )
    documents = Counter(
        each.trich_yeu.place_of_line(0).file
        for each in report.van_ban_ban_hanh
        if is_of(each.ngay, old) and not is_of(each.ngay, new)
    )
    files = sorted({*figures, *sentences, *documents, *filters} - {report.file})
    return tuple(LeftInBase(file, figures[file], sentences[file], documents[file], filters[file]) for file in files)


def _is_left(sentence: str, old: Period, new: Period) -> bool:
    """Whether a sentence has anything of the old period, in its expressions too."""
    asked = old.nam != new.nam and re.search(rf"\{{\{{[^{{}}]*(?<!\w){old.nam}(?![\w/])[^{{}}]*\}}\}}", sentence)
    return bool(asked or stale_words(sentence, old, new) or cited_of(sentence, old, new))


def _years_chosen(block: DanhSach | Bang) -> set[str]:
    """The years by which a list or a table, or a group of its rows, chooses documents."""
    parts = block.chia_nhom if isinstance(block, Bang) else ()
    return {loc["nam"] for loc in (block.loc, *(part.loc for part in parts)) if "nam" in loc}
