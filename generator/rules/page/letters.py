"""Faults of letters wherever they stand: letters with the same fault are told once, with all their paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.findings import Place
from generator.vn.text import quoted
from generator.word.recognised import Recognised
from generator.word.view import Para, Stretch


class Stain(Struct, frozen=True):
    """What some letters look like (``found``), in these paragraphs; ``words`` are the first of them."""

    found: str
    paragraphs: tuple[Para, ...]
    words: str

    @property
    def where(self) -> str:
        """The words, and in how many other paragraphs the fault is, for a message."""
        others = len(self.paragraphs) - 1
        return f"{quoted(self.words)} và chữ ở {others} đoạn khác" if others else quoted(self.words)

    @property
    def place(self) -> Place:
        return self.paragraphs[0].place

    @property
    def related(self) -> tuple[Place, ...]:
        return tuple(para.place for para in self.paragraphs[1:])


def stains(doc: Recognised, fault: Callable[[Stretch], str | None]) -> Iterator[Stain]:
    """The faults of all letters that are printed, in headers and footers too; ``fault`` says what was found."""
    paragraphs: dict[str, list[Para]] = {}
    words: dict[str, str] = {}
    for part in (doc.view.body, *doc.view.margins.values()):
        for para in part:
            looks = [(fault(stretch), stretch) for stretch in para.worded if not stretch.look.hidden]
            for found, stretch in {look: stretch for look, stretch in reversed(looks) if look}.items():
                paragraphs.setdefault(found, []).append(para)
                words.setdefault(found, stretch.text)
    for found, reach in paragraphs.items():
        yield Stain(found, tuple(reach), words[found])
