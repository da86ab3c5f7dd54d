"""The content: grounds, divisions by their numbers (typed or automatic), ordinary paragraphs, tables of data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from generator.patterns import regex
from generator.vn.marks import is_item, list_mark
from generator.word.recognise_lines import (
    cut,
    has_italic,
    is_bold,
    is_caps,
    is_centred,
    is_rule_text,
    lines_of,
    tables_around,
    words,
)
from generator.word.recognise_words import (
    CAN_CU,
    DIEM,
    DIEU,
    END,
    KHOAN,
    KHOAN_CON,
    MUC,
    MUC_OF_REGULATION,
    PHAN_CHUONG,
    WITH_CAN_CU,
)
from generator.word.recognised import Fragment
from generator.word.view import Para

_LONGEST_TITLE = 220  # letters of the title of a khoản
_LONGEST_CLOSED_TITLE = 120  # of one that ends with a stop
_LONGEST_HEADING = 250
_FEW_COLUMNS = 2
_FEW = 4  # paragraphs
_TELEGRAM = "Công điện"
_CALLS = regex(r"\bđiện\s*:\s*$", re.IGNORECASE)
_DECIDING = ("Quyết định", "Nghị quyết")
"""Kinds whose grounds are a component of their own even where nothing sets them off."""
_LEVELS = {"phan_chuong": 0, "muc_tieu_muc": 0, "muc": 1, "khoan": 2, "khoan_con": 3, "diem": 4}
_PARTS = {"phan_chuong": PHAN_CHUONG, "muc_tieu_muc": MUC_OF_REGULATION}


class Body(Struct):
    """What the content holds: components, its paragraphs with words, the paragraphs of its data tables."""

    found: dict[str, list[Fragment]] = field(default_factory=dict)
    content: list[Para] = field(default_factory=list)
    tables: list[Para] = field(default_factory=list)

    def add(self, component: str, fragment: Fragment | None) -> None:
        if fragment is not None:
            self.found.setdefault(component, []).append(fragment)


def read_body(paras: Sequence[Para], kind: str) -> Body:
    """The content of a document of that kind, between head and close."""
    body = Body()
    data = data_tables(paras)
    for para in paras:
        # A text box beside the content is a stamp or a remark, no part of the running text.
        if para.is_blank or para.boxed:
            continue
        (body.tables if _in_data(para, data) else body.content).append(para)
    body.content = [para for para in body.content if not is_rule_text(para.text)]
    grounds = _grounds(body.content, kind)
    levels = _levels(body.content)
    for number, para in enumerate(body.content):
        if not is_centred(para) or levels[number] or _is_sentence(para):
            break
        levels[number] = "heading"
    if kind == _TELEGRAM:
        _set_apart_addressees(body.content, levels)
    title_due = ""
    for number, para in enumerate(body.content):
        whole = Fragment.whole(para)
        if number in grounds:
            body.add("can_cu", whole)
            title_due = ""
        elif title_due and levels[number] in ("", "heading") and _is_title(para):
            # A title of several paragraphs goes on while they stand in the middle.
            body.add(title_due, whole)
            title_due = title_due if is_centred(para) else ""
        else:
            title_due = _place(body, number, levels)
    last = body.content[-1] if body.content else None
    if last is not None and last.text.rstrip().endswith(END):
        body.add("ket_thuc", Fragment.whole(last))
    return body


def _set_apart_addressees(content: list[Para], levels: list[str]) -> None:
    """The list under «… điện:» of a công điện, which stands where «Kính gửi» does elsewhere."""
    first = next((number for number, para in enumerate(content[:_FEW]) if _CALLS.search(para.text)), None)
    for number in range(first or 0, len(content) if first is not None else 0):
        if number != first and not is_item(_numbered(content[number])):
            break
        levels[number] = "heading"


def _levels(content: list[Para]) -> list[str]:
    """The level of each paragraph; "1)" is a khoản where it counts as one, and an item of a list below "1." or "a)"."""
    levels = [division(para) for para in content]
    khoan = bracketed = 0
    below_diem = False
    for index, level in enumerate(levels):
        found = KHOAN.match(_numbered(content[index])) if level == "khoan" else None
        if level in ("phan_chuong", "muc_tieu_muc", "muc", "dieu", "diem"):
            below_diem = level == "diem"
            khoan, bracketed = khoan if below_diem else 0, 0
        if found is None:
            continue
        number, nested = int(found["number"]), False
        if found["bracket"]:
            goes_on = number > 1 and number == khoan + 1 and bracketed != number - 1
            nested = not goes_on and (khoan > 0 or below_diem)
        if nested:
            levels[index], bracketed = "diem", number
        else:
            khoan, bracketed, below_diem = number, 0, False
    return levels


def _place(body: Body, number: int, levels: list[str]) -> str:
    """Puts a paragraph where it belongs; the component of the title that is due below it."""
    para, level = body.content[number], levels[number]
    whole = Fragment.whole(para)
    if level in _PARTS:
        return _place_part(body, para, level)
    if level in ("khoan", "khoan_con"):
        titled = _is_titled(body.content, levels, number)
        body.add("khoan_co_tieu_de" if titled else "khoan", whole)
    elif level == "diem":
        body.add("diem", whole)
    elif level == "muc":
        body.add("muc", whole)
    elif level == "dieu":
        _place_article(body, para, levels[number + 1] if number + 1 < len(levels) else "dieu")
    elif level == "":
        body.add("noi_dung", whole)
    return ""


def _place_part(body: Body, para: Para, component: str) -> str:
    """«Phần I», «Mục 1», with its title on the same line, on the next line, or in the next paragraph."""
    lines = list(lines_of(para))
    first = lines[0]
    found = _PARTS[component].match(first.text)
    end = first.start + (found.start("mark") if found else len(first.text))
    title = cut(para, first.start + found.end(), first.end) if found else None
    body.add(component, cut(para, first.start, end))
    if len(lines) > 1:
        title = cut(para, lines[1].start, lines[-1].end)
    body.add(f"tieu_de_{component}", title)
    return "" if title else f"tieu_de_{component}"


def _place_article(body: Body, para: Para, following: str) -> None:
    """«Điều 1.» with its title, if that is what stands behind it, or with its words."""
    found = DIEU.match(para.text.lstrip())
    offset = len(para.text) - len(para.text.lstrip())
    end = offset + (found.end() if found else 0)
    number, rest = cut(para, 0, end), cut(para, end, len(para.text))
    if para.marker and found is None:
        number, rest = None, Fragment.whole(para)
    if number is not None and not (found and found["mark"]) and not is_bold(number):
        # «Điều 5 Nghị định này quy định …» is a sentence.
        body.add("noi_dung", Fragment.whole(para))
        return
    open_ended = rest is not None and len(rest.text) <= _LONGEST_CLOSED_TITLE and rest.text[-1].isalnum()
    is_title = rest is not None and (is_bold(rest) or (open_ended and following in ("", "khoan", "diem")))
    body.add("dieu", cut(para, 0, len(para.text)) if is_title else number)
    body.add("noi_dung", None if is_title else rest)


def _is_title(para: Para) -> bool:
    whole = Fragment.whole(para)
    return (is_centred(para) or is_caps(whole) or is_bold(whole)) and len(para.text) <= _LONGEST_HEADING


def division(para: Para) -> str:
    """The level by its number: "phan_chuong", "muc_tieu_muc", "dieu", "muc", "khoan", "khoan_con" or "diem".

    "heading" for words that are set off and have no number of the decree; "" for an ordinary paragraph.
    """
    text = _numbered(para)
    if is_item(text):
        return ""
    for component, pattern in _PARTS.items():
        if pattern.match(text) and _is_part(para, text, pattern):
            return component
    if DIEU.match(text) and text[:1].isupper():
        return "dieu"
    found = KHOAN_CON.match(text)
    if found and (found["mark"] or (found["first"].isupper() and text[found.start("first") - 1].isspace())):
        return "khoan_con"
    for component, pattern in (("muc", MUC), ("khoan", KHOAN), ("diem", DIEM)):
        if pattern.match(text):
            return component
    return "heading" if _is_heading(para) else ""


def _numbered(para: Para) -> str:
    """The words with their automatic number before them, if any."""
    text = words(Fragment.whole(para))
    return f"{para.marker} {text}" if para.marker else text


def _is_part(para: Para, text: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(text)
    first = words(next(lines_of(para)))
    alone = found is not None and not first[found.end() :] if not para.marker else True
    set_off = is_centred(para) or is_bold(Fragment.whole(para)) or is_caps(Fragment.whole(para))
    return len(text) <= _LONGEST_HEADING and not text.endswith((".", ";", ":")) and (alone or set_off)


def _is_heading(para: Para) -> bool:
    """«QUYẾT ĐỊNH:», «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …» above the grounds; "A. …", which the decree does not know."""
    whole = Fragment.whole(para)
    if len(para.text) > _LONGEST_HEADING:
        return False
    capital = len(para.text) > 3 and para.text[0].isupper() and para.text[1] == "." and is_bold(whole)
    if _is_sentence(para):
        return False
    return capital or (is_centred(para) and is_caps(whole)) or (is_centred(para) and is_bold(whole))


def _is_sentence(para: Para) -> bool:
    """Whether words that stand in the middle are a sentence of the text all the same."""
    return len(para.text) > _LONGEST_CLOSED_TITLE and para.text.rstrip().endswith((".", ";"))


def _is_titled(content: list[Para], levels: list[str], number: int) -> bool:
    """Whether a khoản has a title: a heading of Word's, bold, or short, without full stop and with more under it."""
    para = content[number]
    whole = Fragment.whole(para)
    if para.look.outline is not None:
        return True
    if is_bold(whole):
        # A whole sentence in bold is no title, but words that should not be bold.
        return len(para.text) <= _LONGEST_CLOSED_TITLE or not para.text.rstrip().endswith((".", ";"))
    if len(para.text) > _LONGEST_TITLE or para.text.rstrip().endswith((".", ";", ",")):
        return False
    if number + 1 >= len(content):
        return False
    if number and levels[number - 1] == levels[number]:
        # With nothing between it and the one before, it is an item of a list.
        return False
    following = levels[number + 1]
    return following in ("", "diem", "dieu") or _LEVELS.get(following, 0) > _LEVELS[levels[number]]


def _grounds(content: list[Para], kind: str) -> set[int]:
    """Which paragraphs are grounds: those before the first division that begin «Căn cứ …», and what goes with them."""
    found: list[int] = []
    for number, para in enumerate(content):
        text = _undashed(para)
        if CAN_CU.match(text) or (found and WITH_CAN_CU.match(text) and number - found[-1] == 1):
            found.append(number)
        elif (found and number - found[-1] > 1) or division(para) not in ("", "heading"):
            break
    plain = [number for number in found if not is_item(words(Fragment.whole(content[number])))]
    set_off = kind in _DECIDING or len(plain) > 1
    return {number for number in found if _is_ground(content[number], set_off)}


def _undashed(para: Para) -> str:
    """The words without the dash that some put before a ground."""
    text = words(Fragment.whole(para))
    return text[len(list_mark(text)) :]


def _is_ground(para: Para, set_off: bool) -> bool:
    """A sentence of the content may begin «Căn cứ …» too: «Căn cứ Công văn …, UBND xã báo cáo như sau:»."""
    text = para.text.rstrip()
    if text.endswith(":") and not has_italic(Fragment.whole(para)):
        return False
    dashed = is_item(words(Fragment.whole(para)))
    return set_off or (text.endswith(";") and not dashed) or has_italic(Fragment.whole(para))


def data_tables(paras: Sequence[Para]) -> frozenset[int]:
    """The numbers of the tables that hold data: those with drawn cells, or more than two columns and two rows.

    Tables inside them count with them.
    """
    data = {
        cell.table
        for cell in (para.cell for para in paras)
        if cell is not None and (cell.bordered or (cell.columns > _FEW_COLUMNS and cell.row > 0))
    }
    return frozenset(table for table, around in tables_around(paras).items() if data.intersection(around))


def _in_data(para: Para, data: frozenset[int]) -> bool:
    return para.cell is not None and para.cell.table in data
