"""Where a template failed: the paragraph of the template, and what of the data was being printed there."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from xml.parsers import expat

from generator.findings import DataPlace, Place
from generator.patterns import regex
from generator.sandbox import Missing

TEMPLATE_CODE = "<template>"  # the file name that Jinja gives to its code
_PARAGRAPH = regex(r"\n(?=<w:p[ >/])")
_MARK = "cds"


def template_line(error: BaseException) -> int:
    """The line of the template's source where rendering failed, 0 where it is not known."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == TEMPLATE_CODE]
    return (frames[-1].lineno or 0) if frames else 0


def data_places(error: BaseException) -> tuple[Place, ...]:
    """Where the data stands that was being printed: of the innermost item that a loop had reached and that knows.

    An item knows its place, or those of its paragraphs, by the attribute ``cho``.
    """
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == TEMPLATE_CODE:
            # Outer loops stand before inner ones, and what a loop has left behind is marked as missing.
            for value in reversed(list(frame.f_locals.values())):
                if places := _places(value):
                    return places
    return ()


def _places(value: object) -> tuple[Place, ...]:
    known = getattr(value, "cho", None) if not isinstance(value, str | Missing) else None
    listed = known if isinstance(known, tuple) else (known,)
    return tuple(dict.fromkeys(each for each in listed if isinstance(each, DataPlace)))


def marked(source: str) -> str:
    """The source with a mark before every paragraph, for ``torn_line``."""
    numbers = _lines(source)
    return _PARAGRAPH.sub(lambda found: f"{found.group()}<?{_MARK} {next(numbers)}?>", source)


def _lines(source: str) -> Iterator[int]:
    return (source.count("\n", 0, found.start()) + 2 for found in _PARAGRAPH.finditer(source))


def torn_line(printed: str) -> int:
    """The line of the source whose paragraph was the last before the XML printed from a marked source goes wrong."""
    last = 0

    def remember(target: str, data: str) -> None:
        nonlocal last
        last = int(data) if target == _MARK else last

    parser = expat.ParserCreate()
    parser.ProcessingInstructionHandler = remember
    try:
        parser.Parse(printed.replace("\n", "").encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError:
        return last
    return 0
