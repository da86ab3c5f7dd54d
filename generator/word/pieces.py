"""What a template tag may print besides words and numbers: ready pieces of WordprocessingML."""

from __future__ import annotations


class WordXml(str):
    """Ready WordprocessingML, which a template prints as it is; joined to anything else it is mere text again."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


class Piece:
    """Markup that ``{{r … }}`` puts between the runs of a paragraph; a plain ``{{ … }}`` prints its words.

    A plain class and no ABC: rendering asks of every value whether it is one.
    """

    __slots__ = ()

    def __str__(self) -> str:
        """The plain words, empty for a drawing."""
        raise NotImplementedError

    def xml(self) -> str:
        """Well-formed content of ``w:p``: ``w:`` is the document's own, other prefixes are declared inside."""
        raise NotImplementedError
