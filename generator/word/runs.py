"""Text as WordprocessingML: what stands inside ``w:t``, and formatted runs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.word.pieces import Piece, WordXml

_TEXT_OPEN = '<w:t xml:space="preserve">'


def _content(text: str) -> str:
    content = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    if "\n" in content:
        content = content.replace("\n", f"</w:t><w:br/>{_TEXT_OPEN}")
    if "\t" in content:
        content = content.replace("\t", f"</w:t><w:tab/>{_TEXT_OPEN}")
    return content


def text_content(text: str) -> WordXml:
    """Text as it may stand inside ``w:t``: escaped, line breaks and tabs as their elements."""
    return WordXml(_content(text))


_PROPERTIES = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}


@dataclass(frozen=True)
class Span:
    """A stretch of text in one weight and slant."""

    text: str
    bold: bool = False
    italic: bool = False

    def xml(self) -> str:
        """The run."""
        return f"<w:r>{_PROPERTIES[self.bold, self.italic]}{_TEXT_OPEN}{_content(self.text)}</w:t></w:r>"


@dataclass(frozen=True)
class Runs(Piece):
    """Formatted text; the paragraph's style gives font and size, the spans only weight and slant."""

    spans: tuple[Span, ...]

    @classmethod
    def plain(cls, text: str) -> Runs:
        return cls((Span(text),))

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def xml(self) -> WordXml:
        return WordXml("".join([span.xml() for span in self.spans if span.text]))
