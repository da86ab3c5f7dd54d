"""Tags in hidden letters: their values go into every document, and nobody sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.findings import EXCERPT
from generator.word.ooxml import Element, W, is_on, parse, value
from generator.word.package import PAGES

_STYLES = "word/styles.xml"
_MARK = b"<w:vanish"
_PRINTS = "{{"


def hidden_tags(parts: Mapping[str, bytes]) -> Iterator[tuple[str, int, str]]:
    """The paragraphs with such tags: part, number, words.  Raises ``NotDocx`` for a damaged part."""
    styles = parts.get(_STYLES, b"")
    hidden = _hidden_styles(parse(styles, _STYLES)) if _MARK in styles else frozenset()
    for name in sorted(filter(PAGES.fullmatch, parts)):
        if hidden or _MARK in parts[name]:
            for number, paragraph in enumerate(parse(parts[name], name).iter(f"{W}p"), start=1):
                words = "".join(_letters(run) for run in paragraph.iter(f"{W}r") if _is_hidden(run, paragraph, hidden))
                if _PRINTS in words:
                    yield name, number, " ".join(words.split())[:EXCERPT]


def _letters(run: Element) -> str:
    return "".join(each.text or "" for each in run.iter(f"{W}t"))


def _is_hidden(run: Element, paragraph: Element, hidden: frozenset[str]) -> bool:
    if run.find(f"{W}rPr/{W}vanish") is not None:
        return is_on(run, "rPr", "vanish")
    return bool({value(run, "rPr", "rStyle"), value(paragraph, "pPr", "pStyle")} & hidden)


def _hidden_styles(styles: Element) -> frozenset[str]:
    """The styles that hide their letters, by themselves or as the style that they are based on does."""
    known = {each.get(f"{W}styleId") or "": each for each in styles.iter(f"{W}style")}

    def hides(name: str) -> bool:
        seen = set[str]()
        while name in known and name not in seen:
            seen.add(name)
            if known[name].find(f"{W}rPr/{W}vanish") is not None:
                return is_on(known[name], "rPr", "vanish")
            name = value(known[name], "basedOn") or ""
        return False

    return frozenset(filter(hides, known))
