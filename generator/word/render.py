"""Rendering: a prepared template and a context give the bytes of a .docx.  Pure, and the same bytes every time.

A part that is proven to give well-formed XML (``word.proof``) is printed by quick code (``word.quick``).  Any other
part, and any in which quick code fails, is rendered by Jinja's own code and read back by a strict parser.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from xml.parsers import expat

from jinja2 import Template, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from msgspec import Struct
from msgspec.structs import replace

from generator.findings import EXCERPT, DocxPlace, Finding, Place, Severity
from generator.patterns import regex
from generator.sandbox import TOO_DEEP, MissingName
from generator.vn.suggest import closest
from generator.word.bounded import TemplateSandbox, batches, joined
from generator.word.charts import DrawnChart
from generator.word.fault_places import data_places, marked, template_line, torn_line
from generator.word.grammar import NotAllowed
from generator.word.package import CORE_PROPERTIES, Member, write_package
from generator.word.prepare import BROKEN_TAG, PreparedPart, PreparedTemplate
from generator.word.printing import RUNS, Unprintable, property_text, runs, word_text
from generator.word.proof import NotProven
from generator.word.quick import CarefulGenerator, Quick, quick_code

UNKNOWN_TAG = "MB103"
NOT_WORD = "MB104"

_MARKUP = regex(r"<[^>]+>")
_SPACE = regex(r"\s+")
_RUN_FILTER = regex(r"\{\{ \((.+?)\)\|runs \}\}")
_LAST_SECTION = regex(
    rb"(<w:p(?: [^>]*)?><w:pPr>(?:(?!</w:pPr>|<w:sectPr).)*)(<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>)"
    rb"((?:(?!</w:pPr>).)*</w:pPr>(?:(?!</w:p>|<w:t[ >]|<w:br|<w:drawing|<w:pict).)*</w:p>)\s*"
    rb"<w:sectPr(?:(?!</w:sectPr>).)*</w:sectPr>\s*</w:body>",
    re.DOTALL,
)
_BLOCK_TAG = regex(r"\{%[-+]?\s*(end)?(?:for|if)\b")
_BEFORE_TAG = 30
# What is no character in XML 1.0 (2.2), in UTF-8: controls (line ends are gone by then), U+FFFE and U+FFFF.
_CONTROLS = bytes(code for code in range(0x20) if code != ord("\t"))
_NO_CHARACTER = regex(rb"[%s]|\xef\xbf[\xbe\xbf]" % re.escape(_CONTROLS))
_SUSPECT = _CONTROLS + b"\xef"
_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


class TemplateFault(Exception):
    """The template cannot be rendered; ``findings`` say where and why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0].problem)
        self.findings = findings


class CompiledTemplate(Struct, frozen=True):
    """A prepared template with its code loaded: made once a process, used for every document and by every thread."""

    prepared: PreparedTemplate
    quick: tuple[Quick | None, ...]
    """For each part its quick code, None for a part that must be read back."""


class _Fault(Struct, frozen=True):
    """What is wrong on a line of a part's source, while what of the data was printed.

    ``name`` is the word that the excerpt must show.
    """

    rule: str
    line: int
    problem: str
    name: str = ""
    data: tuple[Place, ...] = ()


@functools.cache
def template_environment(word: bool = True) -> TemplateSandbox:
    """The environment in which a part is read: of the text, or of the properties of the file."""
    environment = TemplateSandbox(word_text if word else property_text)
    environment.code_generator_class = CarefulGenerator
    environment.filters[RUNS] = runs
    return environment


@functools.lru_cache(maxsize=64)
def _careful(source: str, word: bool) -> Template:
    """A part compiled by Jinja's own generator: slower than quick code, but it knows each line of the source."""
    return template_environment(word).from_string(source)


def _is_word(part: PreparedPart) -> bool:
    return part.name != CORE_PROPERTIES


def with_code(prepared: PreparedTemplate) -> PreparedTemplate:
    """The template with the code of every part.  Raises ``TemplateFault`` naming each tag that does not parse."""
    parts, findings = [], []
    for part in prepared.parts:
        try:
            parts.append(part if part.code is not None else _with_code(part))
        except TemplateSyntaxError as error:
            line = _unclosed_line(part.source) if _is_unclosed(error) else error.lineno
            findings.append(_finding(prepared, part, _Fault(BROKEN_TAG, line, _syntax_problem(error))))
        except TOO_DEEP:
            findings.append(_finding(prepared, part, _Fault(BROKEN_TAG, 0, "Một thẻ lồng quá nhiều tầng.")))
    if findings:
        raise TemplateFault(findings)
    return replace(prepared, parts=tuple(parts))


def _with_code(part: PreparedPart) -> PreparedPart:
    try:
        return replace(part, code=quick_code(part.source, word=_is_word(part)))
    except NotProven as reason:
        why = str(reason)
    except TOO_DEEP:
        why = "tags nested too deep"
    _careful(part.source, _is_word(part))
    return replace(part, code=b"", read_back=why)


def compile_template(prepared: PreparedTemplate) -> CompiledTemplate:
    """The template with its code loaded.  Raises ``TemplateFault`` naming each tag that does not parse."""
    prepared = with_code(prepared)
    return CompiledTemplate(prepared, tuple(Quick(part.code) if part.code else None for part in prepared.parts))


def render(compiled: CompiledTemplate, context: Mapping[str, Any], charts: Sequence[DrawnChart] = ()) -> bytes:
    """The document's bytes; ``charts`` are those that stand in the context.

    Raises ``TemplateFault`` where a tag names what the context has not.
    """
    printed = render_parts(compiled, context)
    members = [*compiled.prepared.static, *(Member.of(name, xml) for name, xml in printed)]
    if charts:
        from generator.word.chart_parts import with_charts  # the writer of workbooks is slow to import

        members = with_charts(members, charts)
    return write_package(members)


def render_parts(compiled: CompiledTemplate, context: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    """The names and the XML of the parts that hold tags.  Raises ``TemplateFault`` as ``render`` does."""
    printed = []
    for part, quick in zip(compiled.prepared.parts, compiled.quick, strict=True):
        xml = _quick_xml(quick, context) if quick else None
        printed.append((part.name, _careful_xml(compiled.prepared, part, context) if xml is None else xml))
    return printed


def _quick_xml(quick: Quick, context: Mapping[str, Any]) -> bytes | None:
    """The part's XML, None where anything is wrong: what it is, only the careful way can tell."""
    with suppress(Exception):
        # Batches are encoded while they are in the processor's cache: a third faster than the whole.
        xml = b"".join([batch.encode() for batch in batches(quick.chunks(context))]).replace(b"\n", b"")
        # Counting bytes is ten times faster than searching, and nearly always enough.
        if len(xml.translate(None, _SUSPECT)) == len(xml) or not _NO_CHARACTER.search(xml):
            return _close_on_last_section(xml)
    return None


def _careful_xml(prepared: PreparedTemplate, part: PreparedPart, context: Mapping[str, Any]) -> bytes:
    try:
        text = joined(_careful(part.source, _is_word(part)).generate(context))
    except _FAILURES as error:
        problem = f"Thẻ trong mẫu không in được: {_reason(error, context)}."
        name = error.name if isinstance(error, MissingName) else ""
        fault = _Fault(UNKNOWN_TAG, template_line(error), problem, name, data_places(error))
        raise TemplateFault([_finding(prepared, part, fault)]) from error
    try:
        xml = _close_on_last_section(text.replace("\n", "").encode())
        expat.ParserCreate().Parse(xml, True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        problem = "Mẫu và dữ liệu ghép lại không thành một tệp Word hợp lệ: một thẻ mở và thẻ đóng của nó lệch nhau."
        torn = joined(_careful(marked(part.source), _is_word(part)).generate(context))
        raise TemplateFault([_finding(prepared, part, _Fault(NOT_WORD, torn_line(torn), problem))]) from error
    return xml


def _close_on_last_section(document: bytes) -> bytes:
    """Let the last section break be the document's own end.

    A section's layout stands in its last paragraph, that of the last section at the end of the body (ECMA-376
    part 1, 17.6.17).  A template that loops over annexes ends with a break and an empty section: the break's
    layout takes that section's place, or there would be an empty page.  The paragraph stays, without its layout: a
    body must not end on a table, and a paragraph that Word adds by itself is as high as a line.
    """
    last_break = document.rfind(b"<w:sectPr", 0, document.rfind(b"<w:sectPr"))
    start = max(document.rfind(b"<w:p>", 0, last_break), 0)
    start = max(document.rfind(b"<w:p ", start, last_break), start)
    return document[:start] + _LAST_SECTION.sub(rb"\1\3\2</w:body>", document[start:])


def _is_unclosed(error: TemplateSyntaxError) -> bool:
    return "Unexpected end of template" in (error.message or "")


def _unclosed_line(source: str) -> int:
    """The line of the last ``{% for %}`` or ``{% if %}`` that is not closed; Jinja only knows where the part ends."""
    opened: list[int] = []
    for tag in _BLOCK_TAG.finditer(source):
        if not tag.group(1):
            opened.append(source.count("\n", 0, tag.start()) + 1)
        elif opened:
            opened.pop()
    return opened[-1] if opened else 0


def _syntax_problem(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if _is_unclosed(error) or "unknown tag 'end" in message:
        return "Một thẻ mở «{% for … %}» hoặc «{% if … %}» không có thẻ đóng tương ứng, hoặc ngược lại."
    return message if isinstance(error, NotAllowed) else "Thẻ viết sai cú pháp."


def _reason(error: Exception, context: Mapping[str, Any]) -> str:
    if isinstance(error, MissingName):
        near = closest(error.name, context if error.known is None else error.known)
        return f"{error} (có phải ý là «{near}»?)" if near else str(error)
    if isinstance(error, SecurityError):
        return "thẻ dùng điều không được phép trong mẫu"
    return str(error) if isinstance(error, Unprintable) else "phép tính trong thẻ không hợp với giá trị của nó"


def _excerpt(line: str, name: str) -> str:
    """The words of a paragraph about the name at fault, or about its first tag."""
    words = _RUN_FILTER.sub(r"{{r \1 }}", _SPACE.sub(" ", _MARKUP.sub(" ", line))).strip()
    start = max(words.find(name or "{") - _BEFORE_TAG, 0)
    return words[start : start + EXCERPT]


def _finding(prepared: PreparedTemplate, part: PreparedPart, fault: _Fault) -> Finding:
    lines = part.source.split("\n")
    words = _excerpt(lines[fault.line - 1], fault.name) if 0 < fault.line <= len(lines) else ""
    place = DocxPlace(prepared.name, part.name, max(fault.line - 1, 0), words)
    fix = "Mở mẫu bằng Word, sửa thẻ ở đoạn nêu trên, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init»."
    return Finding(fault.rule, Severity.ERROR, place, fault.problem, fix, related=fault.data)
