"""Which paragraph of a template printed a paragraph of what was built from it: there a fault of form is mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import DocxPlace, Finding
from generator.patterns import regex
from generator.vn.text import quoted, squeeze
from generator.word.package import DOCUMENT
from generator.word.reading import read_view
from generator.word.style_sheet import style_looks
from generator.word.view import Para, View

_TAG = regex(r"\{\{.*?\}\}|\{%.*?%\}")


class TemplateFile(Struct, frozen=True):
    """A template: its bytes, and how findings call it."""

    name: str
    data: bytes


def at_template(findings: Iterable[Finding], made: bytes, template: TemplateFile) -> list[Finding]:
    """The findings on a document, each told at the paragraph of its template; related is the place in the document.

    What stands elsewhere, or in a paragraph that no paragraph of the template can have printed, is told as it was.
    """
    parts, specimens = _parts(read_view(made, "")), _parts(read_view(template.data, template.name))
    styles = {id_: each.name for id_, each in style_looks(template.data).items()}
    told = []
    for finding in findings:
        specimen = _specimen(finding.place, parts, specimens) if isinstance(finding.place, DocxPlace) else None
        if specimen is None:
            told.append(finding)
            continue
        style = quoted(styles.get(specimen.look.style, specimen.look.style))
        fix = f"{finding.fix} Đoạn ấy in theo kiểu {style}: sửa kiểu trong mẫu thì mọi đoạn cùng kiểu đổi theo."
        told.append(replace(finding, place=specimen.place, fix=fix, related=(finding.place, *finding.related)))
    return told


def _parts(view: View) -> Mapping[str, Sequence[Para]]:
    return {DOCUMENT: view.body, **view.margins}


def _specimen(
    place: DocxPlace, parts: Mapping[str, Sequence[Para]], specimens: Mapping[str, Sequence[Para]]
) -> Para | None:
    """The paragraph of a template that printed the one at a place: in its style, with the most words in common."""
    printed = next((each for each in parts.get(place.part, ()) if each.number == place.paragraph), None)
    if printed is None:
        return None
    words = squeeze(printed.text)
    fitting = [
        each
        for each in specimens.get(place.part, ())
        if each.look.style == printed.look.style and _may_print(_TAG.split(squeeze(each.text)), words)
    ]
    return max(fitting, key=lambda each: len("".join(_TAG.split(squeeze(each.text)))), default=None)


def _may_print(fixed: Sequence[str], words: str) -> bool:
    """Whether words are the fixed ones of a paragraph with anything in place of its tags."""
    first, *middle = fixed
    if not middle:
        return words == first
    *middle, last = middle
    if len(first) + len(last) > len(words) or not words.startswith(first) or not words.endswith(last):
        return False
    at, end = len(first), len(words) - len(last)
    for each in middle:
        at = words.find(each, at, end)
        if at < 0:
            return False
        at += len(each)
    return True
