"""Text as WordprocessingML: what stands inside ``w:t``, and formatted runs."""

from __future__ import annotations

from msgspec import Struct

from generator.word.pieces import Piece, WordXml

_TEXT_OPEN = '<w:t xml:space="preserve">'
_IN_TEXT = (
    ("&", "&amp;"),  # first: the others hold it
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),
    ("\n", f"</w:t><w:br/>{_TEXT_OPEN}"),
    ("\t", f"</w:t><w:tab/>{_TEXT_OPEN}"),
)


def content(text: str) -> str:
    """Text as it may stand inside ``w:t``: escaped, line breaks and tabs as their elements."""
    for letter, xml in _IN_TEXT:
        if letter in text:  # much faster to ask than to replace in vain
            text = text.replace(letter, xml)
    return text


def text_content(text: str) -> WordXml:
    """``content``, marked as ready."""
    return WordXml(content(text))


def plain_run(text: str) -> str:
    """Text as a run without properties; nothing where there is no text."""
    return f"<w:r>{_TEXT_OPEN}{content(text)}</w:t></w:r>" if text else ""


_PROPERTIES = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}


class Span(Struct, frozen=True):
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False

    def xml(self) -> str:
        """The run."""
        properties = _PROPERTIES[self.bold, self.italic] if self.bold or self.italic else ""
        return f"<w:r>{properties}{_TEXT_OPEN}{content(self.text)}</w:t></w:r>"


class Runs(Struct, Piece, frozen=True):
    """Formatted text; the paragraph's style gives font and size, the spans only weight and slant."""

    spans: tuple[Span, ...]

    @classmethod
    def plain(cls, text: str) -> Runs:
        return cls((Span(text),))

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def xml(self) -> str:
        spans = self.spans
        if len(spans) == 1:  # nearly always, and long tables have many
            return spans[0].xml() if spans[0].text else ""
        return "".join([span.xml() for span in spans if span.text])
