"""Faults of letters wherever they stand: paragraphs in a row with the same fault are told once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.vn.text import quoted
from generator.word.recognised import Recognised
from generator.word.view import Para, Stretch


@dataclass(frozen=True)
class Stain:
    """What some letters look like in paragraphs of one part that follow each other, blank ones passed over."""

    found: str
    first: Para
    last: Para
    words: str

    @property
    def where(self) -> str:
        """The words, and how far the fault goes on, for a message."""
        reach = f" và chữ ở sau nó đến đoạn {self.last.number}" if self.last is not self.first else ""
        return f"{quoted(self.words)}{reach}"


def stains(doc: Recognised, fault: Callable[[Stretch], str | None]) -> Iterator[Stain]:
    """The faults of all letters that are printed, in headers and footers too; ``fault`` says what was found."""
    parts = (doc.view.body, *doc.view.margins.values())
    for paragraphs in parts:
        written = [para for para in paragraphs if any(_is_printed(stretch) for stretch in para.stretches)]
        for found, run in groupby(written, lambda para: _found(para, fault)):
            if found:
                reach = list(run)
                words = next(s.text for s in reach[0].stretches if _is_printed(s) and fault(s))
                yield Stain(found, reach[0], reach[-1], words)


def _found(para: Para, fault: Callable[[Stretch], str | None]) -> str:
    looks = (fault(stretch) for stretch in para.stretches if _is_printed(stretch))
    return ", ".join(f"«{look}»" for look in dict.fromkeys(looks) if look)


def _is_printed(stretch: Stretch) -> bool:
    return bool(stretch.text.strip()) and not stretch.look.hidden
