"""WordprocessingML as text: elements, runs and paragraphs."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *children: str, **attributes: object) -> str:
    """An element of the ``w`` namespace; its attributes are of that namespace too."""
    facts = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    inner = "".join(children)
    return f"<w:{name}{facts}>{inner}</w:{name}>" if inner else f"<w:{name}{facts}/>"


def run(text: str) -> str:
    """A run of text as it stands; its look comes from the paragraph's style."""
    return w("r", f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def bold(text: str) -> str:
    """A run of text in bold, whatever the style."""
    return w("r", w("rPr", w("b"), w("bCs")), f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def field(instruction: str) -> str:
    """A field that Word computes, such as PAGE (ECMA-376 part 1, 17.16.19)."""
    return w("fldSimple", run("2"), instr=f" {instruction} ")


def paragraph(style: str, *content: str) -> str:
    """A paragraph of a named style; texts that are no markup become runs."""
    runs = [part if part.startswith("<") else run(part) for part in content]
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def machine(*tags: str) -> str:
    """Tags that steer the machine, each in a paragraph of its own, small and grey in Word."""
    return "".join(paragraph("TheMay", tag) for tag in tags)
