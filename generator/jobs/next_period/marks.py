"""What is put above lines of a data file: notes for people, and remarks that something is to be read again."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, field

from generator.data.edits import Edit, indentation, line_start, own_line
from generator.data.spans import TextSpan, read_spans
from generator.jobs.next_period.flow import free_line, texts_of

REVIEW = "# cds: xem lại: "


class Marks(Struct, dict=True):
    """What is to stand above lines of a text: notes for people, and what is to be read again."""

    text: str
    told: list[str] = field(default_factory=list)
    _notes: dict[int, list[str]] = field(default_factory=dict)
    _reviews: dict[int, list[str]] = field(default_factory=dict)

    def note(self, index: int, words: str) -> None:
        """A comment above the line of a character."""
        self._notes.setdefault(self._line(index), []).append(words)

    def review(self, index: int, words: str) -> None:
        """A remark above the line of a character: what stands there is to be read again."""
        said = self._reviews.setdefault(self._line(index), [])
        if words not in said:
            said.append(words)
            self.told.append(words)

    @property
    def reviews(self) -> int:
        """How many lines have something above them to be read again."""
        return len(self._reviews)

    def edits(self) -> list[Edit]:
        notes = [own_line(self.text, at, f"# {words}") for at, said in self._notes.items() for words in said]
        return notes + [self._reviewed(at, "; ".join(said)) for at, said in self._reviews.items()]

    def _line(self, index: int) -> int:
        return free_line(self.text, self._several_lines, index)

    @cached_property
    def _several_lines(self) -> list[TextSpan]:
        spans = texts_of(read_spans(self.text))
        return [span for span in spans if "\n" in self.text[span.start : span.end]]

    def _reviewed(self, at: int, words: str) -> Edit:
        above = self.text[line_start(self.text, max(at - 1, 0)) : max(at - 1, 0)]
        if above.startswith(f"{indentation(self.text, at)}{REVIEW}"):
            return Edit(at - 1, at - 1, f"; {words}")
        return own_line(self.text, at, f"{REVIEW}{words}")
