"""Words as an office typed them, with their place."""

from __future__ import annotations

from msgspec import Struct

from generator.findings import DataPlace


class Text(Struct, frozen=True):
    """Words as typed: may hold ``**đậm**``, ``*nghiêng*`` and ``{{ … }}``; several lines are several paragraphs.

    ``place`` is where the scalar starts; ``first_line`` the line of the file that holds the first line of words
    (one further down for a block scalar ``|``), so that a fault inside a long text can be located.
    """

    raw: str
    place: DataPlace
    first_line: int

    def place_at(self, offset: int) -> DataPlace:
        """The place of the character at ``offset`` of ``raw``, to the line."""
        return self.place_of_line(self.raw.count("\n", 0, offset))

    def place_of_line(self, number: int) -> DataPlace:
        """The place of a line of ``raw``, the first of which is 0."""
        line = self.first_line + number
        return DataPlace(self.place.file, line, self.place.column if line == self.place.line else 1, self.place.path)
