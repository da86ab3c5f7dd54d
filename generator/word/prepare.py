"""A Word template, made ready once: tags gathered, loops opened, static parts deflated.

docxtpl knows how Word scatters a tag over runs and what ``{%p``, ``{%tr``, ``{%tc`` and ``{{r`` mean; its patching
is used as it is.  What it does on every rendering (parsing, table repair, compression) is done here once, so that
rendering is text substitution.  The result is plain data: it can be pickled, shared and kept.
"""

from __future__ import annotations

import hashlib
import re
from xml.parsers import expat

from msgspec import Struct
from msgspec.structs import replace

from generator.findings import EXCERPT, DocxPlace, FilePlace, Finding, Severity
from generator.patterns import regex
from generator.vn.text import upper_first
from generator.word.foreign import foreign
from generator.word.foreign_parts import Foreign
from generator.word.geometry import Geometry, fixed_columns, geometry_of
from generator.word.hidden import hidden_tags
from generator.word.package import CORE_PROPERTIES, DOCUMENT, PAGES, Member, NotDocx, read_parts
from generator.word.reviewing import without_comments
from generator.word.tags import broken_tags

NOT_DOCX = "MB101"
BROKEN_TAG = "MB102"
FOREIGN = "MB106"

_PASSED_OVER = regex(r"word/(charts|diagrams)/[^/]+\.xml|docProps/(app|custom)\.xml")
# A control bound to other data shows these, and not what is printed in it, as soon as Word opens the document.
_BOUND = regex(r"<w\w*:dataBinding\b[^>]*(?:/>|>\s*</w\w*:dataBinding>)")
_MARKUP = regex(r"<[^>]+>")
_TAG = regex(r"\{[{%#]")
_PARAGRAPH = regex(r"<w:p(?=[ >/])")
_MARK = "\ue000\ue001"  # private characters: no template means anything by them
_NUMBERED = regex(r"(\{%t[rc] )|<w:p(?=[ >/])")
_MARKED = regex(rf"(\{{%\s*)?{_MARK[0]}(\d+){_MARK[1]}")
_TEXT = regex(r">[^<]+<")
_LINE_ENDS = regex(r"[\r\n]+")
_RUN_LEVEL = regex(r"(<(?!(?:\w+:t|w:instrText|w:delText)[ >])[^<>]*>)\{\{\s*(.+?)\s*\}\}", re.DOTALL)
_EMPTY_RUN = regex(r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: xml:space="preserve")?></w:t></w:r>')
_SECTION = regex(r"<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>", re.DOTALL)
_BREAK = regex(rf"<w:p(?: [^>]*)?>(?:(?!</w:p>|<w:p[ >]).)*?{_SECTION.pattern}(?:(?!</w:p>).)*</w:p>", re.DOTALL)
_PARAGRAPH_TAG = regex(r"\{[%#]p\s")
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_TABLE = regex(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_CELL_LOOP = regex(r"\{%\s*for (\w+) in ([^%]+?)\s*%\}(\s*<w:tc(?: [^>]*)?>.*?</w:tc>\s*)\{%\s*endfor\s*%\}", re.DOTALL)
_LOOP = regex(r"\{%\s*(for|endfor)\b")
_CELL_WIDTH = regex(r"<w:tcW\b[^>]*/>")
_WIDTH = regex(r'<w:tcW\b(?=[^>]*w:type="dxa")[^>]*\bw:w="(\d+)"')
_GRID = regex(r"<w:tblGrid>.*?</w:tblGrid>|<w:tblGrid/>", re.DOTALL)
_TABLE_WIDTH = regex(r"<w:tblW\b[^>]*/>")


class PreparedPart(Struct, frozen=True):
    """A part that holds tags, as Jinja source.

    Every paragraph of the template starts a line, those of which only a tag is left too, so a line tells the
    paragraph: the first stands on line 2.
    """

    name: str
    source: str
    code: bytes | None = None
    """What ``word.quick`` makes of the source, empty where it declines it, None where it was not asked yet."""
    read_back: str = ""
    """Why the part, once printed, must be read back: what ``word.proof`` found.  Empty where it need not."""


class Hole(Struct, frozen=True):
    """Words that a template does not print, or not in every case: what they mean, their names, in which case.

    ``words`` are their paths, each with those of its other forms; ``paragraph`` is the part, the number and the words
    of the paragraph that keeps them from being printed, if there is one; ``part`` the part of a document that they
    belong to; ``kind`` the path that tells kinds of blocks apart and the kind, where they are those of a block.
    """

    meaning: str
    names: tuple[str, ...]
    when: str
    words: tuple[tuple[str, ...], ...]
    paragraph: tuple[str, int, str] = ("", 0, "")
    part: str = ""
    kind: tuple[str, str] = ("", "")


class PreparedTemplate(Struct, frozen=True):
    """A template ready to render: what never changes (deflated) and what does (Jinja source)."""

    name: str
    digest: str
    static: tuple[Member, ...]
    parts: tuple[PreparedPart, ...]
    geometry: Geometry
    holes: tuple[Hole, ...] = ()


def prepare(data: bytes, name: str) -> tuple[PreparedTemplate | None, list[Finding]]:
    """The prepared template, or findings that say why the file is no template.

    ``name`` is how messages call the file.  Tags that are whole but do not parse are found at rendering set-up
    (``render.compile_template``), where Jinja reads them.
    """
    try:
        parts = read_parts(data)
    except NotDocx as error:
        return None, [_not_docx(name, error.problem)]
    try:
        harmful = [_foreign(name, each) for each in foreign(parts)]
        unseen = [_hidden(name, *place) for place in hidden_tags(parts)]
    except NotDocx as error:
        return None, [_not_docx(name, error.problem)]
    if harmful:
        return None, harmful
    parts = without_comments(parts)
    static, prepared, findings = [], [], unseen
    for part_name, content in parts.items():
        try:
            source = _source(part_name, content)
        except (expat.ExpatError, UnicodeDecodeError):
            return None, [_broken_part(name, part_name)]
        except _BrokenTags as broken:
            findings += [_broken_tag(name, part_name, *place) for place in broken.places]
            continue
        if source is None:
            findings += _passed_over(name, part_name, content)
            static.append(Member.of(part_name, content))
        else:
            prepared.append(PreparedPart(part_name, source))
    if findings:
        return None, findings
    geometry = geometry_of(parts[DOCUMENT].decode())
    in_body, in_annexes = fixed_columns(next((each.source for each in prepared if each.name == DOCUMENT), ""))
    geometry = replace(geometry, fixed_in_body=in_body, fixed_in_annexes=in_annexes)
    digest = hashlib.sha256(data).hexdigest()
    return PreparedTemplate(name, digest, tuple(static), tuple(prepared), geometry), []


class _BrokenTags(Exception):
    """Tags of a part that have lost a brace: paragraphs with their words."""

    def __init__(self, places: list[tuple[int, str]]) -> None:
        super().__init__(places)
        self.places = places


def _broken_tag(name: str, part: str, paragraph: int, words: str) -> Finding:
    return Finding(
        BROKEN_TAG,
        Severity.ERROR,
        DocxPlace(name, part, paragraph, words),
        "Một thẻ ở đoạn này thiếu dấu mở hoặc dấu đóng.",
        "Mở mẫu bằng Word, viết đủ cặp «{{ … }}» hoặc «{% … %}» trong cùng một đoạn.",
    )


def _hidden(name: str, part: str, paragraph: int, words: str) -> Finding:
    place, problem = DocxPlace(name, part, paragraph, words), "Thẻ ở đoạn này là chữ ẩn: in ra mà không ai thấy."
    fix = "Bôi đen đoạn ấy, mở Home > Font (Ctrl+D), bỏ chọn Hidden; kiểu của đoạn ẩn chữ thì sửa kiểu."
    return Finding(BROKEN_TAG, Severity.ERROR, place, problem, fix)


def _passed_over(name: str, part: str, content: bytes) -> list[Finding]:
    """Tags in a part that is copied as it is."""
    if not _PASSED_OVER.fullmatch(part):
        return []
    words = " ".join(_MARKUP.sub(" ", content.decode("utf-8", "replace")).split())
    tag = _TAG.search(words)
    if tag is None:
        return []
    place = DocxPlace(name, part, 0, words[tag.start() :][:EXCERPT])
    problem = "Thẻ đứng trong biểu đồ, SmartArt hoặc thuộc tính của tệp: máy không in được thẻ ở đó."
    fix = "Chuyển thẻ ra một đoạn, một ô của bảng hay một khung chữ (text box)."
    return [Finding(BROKEN_TAG, Severity.ERROR, place, problem, fix)]


def _not_docx(name: str, problem: str) -> Finding:
    return Finding(
        NOT_DOCX,
        Severity.ERROR,
        FilePlace(name),
        f"{upper_first(problem)}.",
        "Mở mẫu bằng Word và lưu lại dạng .docx, hoặc lấy lại mẫu gốc bằng lệnh «cds-gen init».",
    )


def _foreign(name: str, found: Foreign) -> Finding:
    return Finding(FOREIGN, Severity.ERROR, DocxPlace(name, found.part, found.paragraph), found.problem, found.fix)


def _broken_part(name: str, part: str) -> Finding:
    problem, fix = "Phần này của mẫu bị hỏng.", "Lấy lại mẫu gốc bằng lệnh «cds-gen init»."
    return Finding(NOT_DOCX, Severity.ERROR, DocxPlace(name, part), problem, fix)


def is_rendered(name: str) -> bool:
    """Whether a part of that name may hold tags that are printed."""
    return PAGES.fullmatch(name) is not None or name == CORE_PROPERTIES


def _source(name: str, content: bytes) -> str | None:
    """The Jinja source of a part with tags, None for a part without.  Raises for what is no XML in UTF-8, or broken."""
    if not is_rendered(name):
        return None
    expat.ParserCreate().Parse(content, True)
    text = content.decode("utf-8")
    text = _BOUND.sub("", text)
    if not (_TAG.search(text) or _TAG.search(_MARKUP.sub("", text))) and name != DOCUMENT:
        return None
    broken = list(broken_tags(text))
    if broken:
        raise _BrokenTags(broken)
    text = _TEXT.sub(_with_plain_quotes, _LINE_ENDS.sub(" ", text))
    if name == CORE_PROPERTIES:
        return text
    return _with_run_filter(_with_free_columns(_on_lines(_patched(_with_own_breaks(_numbered(text))))))


def _numbered(text: str) -> str:
    """The text with the number of every paragraph before it, and in the tags of rows and cells: docxtpl takes the
    paragraphs about these away, with all that stands beside the tag."""
    number = 0

    def marked(found: re.Match[str]) -> str:
        nonlocal number
        if found[1]:
            return f"{found[1]}{_MARK[0]}{number}{_MARK[1]}"
        number += 1
        return f"{_MARK[0]}{number}{_MARK[1]}{found.group()}"

    return _NUMBERED.sub(marked, text)


def _on_lines(source: str) -> str:
    """The source with every paragraph that is numbered, or of which a tag is, on the line after its number."""
    last = 0

    def broken(found: re.Match[str]) -> str:
        nonlocal last
        number = int(found[2])
        ends, last = "\n" * max(number - last, 0), max(number, last)
        return f"{ends}{found[1] or ''}"

    return _MARKED.sub(broken, source)


def _with_plain_quotes(match: re.Match[str]) -> str:
    # LibreOffice writes the quotes inside a tag as entities, which Jinja does not know.
    return match.group().replace("&apos;", "'").replace("&quot;", '"')


def _with_own_breaks(source: str) -> str:
    """Section breaks out of the paragraphs of tags, which docxtpl takes away; LibreOffice puts them there."""

    def parted(match: re.Match[str]) -> str:
        paragraph = match.group()
        section = _SECTION.search(paragraph)
        if section is None or not _PARAGRAPH_TAG.search(_MARKUP.sub("", paragraph)):
            return paragraph
        return f"{paragraph.replace(section.group(), '')}<w:p><w:pPr>{_LOW}{section.group()}</w:pPr></w:p>"

    return _BREAK.sub(parted, source)


def _patched(text: str) -> str:
    # The import costs most of a start-up; a template that is already prepared does without.
    from docxtpl import DocxTemplate

    # docxtpl keeps no state in this method: it needs no opened file.
    patched: str = DocxTemplate.patch_xml(None, text)
    return patched


def _with_run_filter(source: str) -> str:
    """Tags that stand between runs print markup; all other tags print text.

    docxtpl leaves empty runs around them, which go once they have shown where the tags stand.
    """
    return _EMPTY_RUN.sub("", _RUN_LEVEL.sub(r"\1{{ (\2)|runs }}", source))


def _with_free_columns(source: str) -> str:
    """Tables whose cells are looped take their columns' widths from the looped items (``rong``, in twips)."""
    return _TABLE.sub(lambda match: _free_table(match.group()), source)


def _free_table(table: str) -> str:
    looped = list(_CELL_LOOP.finditer(table))
    if not looped:
        return table

    def free_cell(match: re.Match[str]) -> str:
        item, items, cell = match.groups()
        cell = _CELL_WIDTH.sub(f'<w:tcW w:w="{{{{ {item}.rong }}}}" w:type="dxa"/>', cell, count=1)
        return f"{{% for {item} in {items} %}}{cell}{{% endfor %}}"

    loop = next((each for each in looped if not _in_loop(table, each.start())), None)
    if loop is None:  # no row tells how many columns there are before the rows are printed
        return _CELL_LOOP.sub(free_cell, table)
    columns = loop.group(2)
    before, after = _fixed_widths(table, loop)
    fixed = sum((*before, *after))
    total = f"({columns}|sum(attribute='rong')){f' + {fixed}' if fixed else ''}"
    table = _CELL_LOOP.sub(free_cell, table)
    grid = f'{{% for cot in {columns} %}}<w:gridCol w:w="{{{{ cot.rong }}}}"/>{{% endfor %}}'
    left, right = ("".join(f'<w:gridCol w:w="{width}"/>' for width in each) for each in (before, after))
    table = _GRID.sub(lambda _: f"<w:tblGrid>{left}{grid}{right}</w:tblGrid>", table, count=1)
    return _TABLE_WIDTH.sub(lambda _: f'<w:tblW w:w="{{{{ {total} }}}}" w:type="dxa"/>', table, count=1)


def _in_loop(table: str, end: int) -> bool:
    """Whether a loop that begins in a table goes on at a place in it."""
    found = _LOOP.findall(table, 0, end)
    return found.count("for") > found.count("endfor")


def _fixed_widths(table: str, loop: re.Match[str]) -> tuple[list[int], list[int]]:
    """The widths of the cells that stand before and after the looped one in its row, as a hand in Word set them."""
    start = max(table.rfind("<w:tr ", 0, loop.start()), table.rfind("<w:tr>", 0, loop.start()))
    end = table.find("</w:tr>", loop.end())
    before, after = table[start : loop.start()], table[loop.end() : end]
    return [int(width) for width in _WIDTH.findall(before)], [int(width) for width in _WIDTH.findall(after)]
