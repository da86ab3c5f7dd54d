"""Tiny documents for the tests of effective formatting."""

from __future__ import annotations

from typing import Any

from lxml import etree

from generator.word.effective import Formats
from generator.word.looks import ParagraphLook, RunLook
from generator.word.table_styles import TableContext

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'


def element(markup: str) -> Any:
    return etree.fromstring(f"<w:r {_W} {_MC}>{markup}</w:r>")[0]


def formats(styles: str = "", *, numbering: str = "", theme: str = "", settings: str = "") -> Formats:
    written = {
        "word/styles.xml": ("w:styles", styles),
        "word/numbering.xml": ("w:numbering", numbering),
        "word/settings.xml": ("w:settings", settings),
        "word/theme/theme1.xml": ("a:theme", theme),
    }
    return Formats.of(
        {name: f"<{tag} {_W} {_A} {_MC}>{inner}</{tag}>".encode() for name, (tag, inner) in written.items() if inner}
    )


def style(name: str, *, p: str = "", r: str = "", base: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    ppr = f"<w:pPr>{p}</w:pPr>" if p else ""
    rpr = f"<w:rPr>{r}</w:rPr>" if r else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{based}{ppr}{rpr}</w:style>'


def defaults(*, p: str = "", r: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{r}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{p}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def paragraph(styled: str = "", direct: str = "", run: str = "", text: str = "chữ") -> Any:
    named = f'<w:pStyle w:val="{styled}"/>' if styled else ""
    return element(f"<w:p><w:pPr>{named}{direct}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>")


def run_look(
    found: Formats,
    run: str = "",
    *,
    styled: str = "",
    text: str = "chữ",
    table: TableContext | None = None,
) -> RunLook:
    p = paragraph(styled, run=run, text=text)
    return found.run(p[1], p, table)


def paragraph_look(
    found: Formats, direct: str = "", *, styled: str = "", table: TableContext | None = None
) -> ParagraphLook:
    return found.paragraph(paragraph(styled, direct), table)
