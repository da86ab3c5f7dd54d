"""SL402: as many items are listed as the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Said
from generator.rules.said_figures.lines import Line, lines
from generator.rules.said_rule import SaidRule

RULE = SaidRule(
    "SL402",
    Severity.HINT,
    "Số mục liệt kê bằng số đã nêu",
    "Ghi «05 văn bản» mà kể 4 thì người đọc phải hỏi lại văn bản thứ năm.",
)

_LISTED = (
    *("văn bản", "nội dung", "nhiệm vụ", "giải pháp", "nhóm", "kế hoạch", "quyết định", "công văn", "báo cáo"),
    *("đơn vị", "xã", "mô hình", "sản phẩm", "hệ thống", "phần mềm", "ứng dụng", "lĩnh vực", "hoạt động", "khó khăn"),
    *("kiến nghị", "tổ chức", "cơ quan", "địa phương", "chuyên đề", "hội nghị", "lớp", "chỉ thị", "nghị quyết"),
    *("thông báo", "phòng", "trường", "thôn", "bước", "kênh", "hình thức", "nền tảng", "dịch vụ"),
)
_MOST_SAID = 50  # letters about what is listed
_STATED = regex(
    rf"(?P<count>[0-9](?<![0-9/.,%].)[0-9]?) (?P<noun>[^0-9.;:!?\n,]{{2,{max(map(len, _LISTED)) + _MOST_SAID}}}?)"
    r"(?P<mark>(?:,? (?:bao gồm|gồm|cụ thể(?: là)?|đó là))? ?:(?=\s|$)| như (?=[^\W\d_]))",
    re.IGNORECASE,
)
_NUMBERED_THINGS = regex(
    r"(?:mức độ|giai đoạn|năm|quý|tháng|số|thứ|cấp|điều|khoản|mục|nhóm|phụ lục|hơn|trên|khoảng|gần)\s$", re.IGNORECASE
)
_ITEM = regex(r"\s*(?P<mark>[-–+•*]|\(?[0-9]{1,2}[.)]|\(?[a-zđ][.)])\s")
_OPEN_END = regex(r"\.\.\.|…|\bv\.?v\b|và (?:một số|các) .{0,30}khác|vân vân", re.IGNORECASE)
_PARTING = regex(r"\s*;\s*(?:và\s)?")
_COMMA = regex(r"\s*,\s*(?:và\s)?|\s+và\s+")
_EXAMPLES_PARTED = regex(r"\s*[;,]\s*(?:và\s+)?|\s+và\s+")
_COUNT = regex(r"^[0-9]+ |[ \u00a0][0-9.]+$")
_FEWEST = 2
_MOST_WORDS = 7
_LONGEST_LIST = 400


def _is_listed(noun: str) -> bool:
    """Whether the words are of something that is listed, with a few words about it."""
    lower = noun.lower()
    named = next(filter(lower.startswith, _LISTED), "")
    return bool(named) and len(noun) <= len(named) + _MOST_SAID and not re.match(r"\w", lower[len(named) :])


def _mark(line: Line) -> str:
    """The kind of mark a list item begins with: a dash, a plus, a number, a letter; empty for no item."""
    found = _ITEM.match(line.text)
    if found is None or line.heading:
        return ""
    mark = found["mark"]
    return re.sub(r"[a-zđ]", "a", re.sub("[0-9]+", "1", mark))


def _below(told: Sequence[Line], index: int) -> int | None:
    """How many items stand below the line; None where no list does, or where its end is open."""
    own, mark, count = _mark(told[index]), "", 0
    for line in told[index + 1 :]:
        here = _mark(line)
        if not here or here == own:
            break
        mark = mark or here
        if here == mark:
            count += 1
        if _OPEN_END.search(line.text):
            return None
    return count if count >= _FEWEST else None


def _within(rest: str) -> int | None:
    """How many items the rest of the sentence lists: by semicolons, or by commas when all are short and bare."""
    sentence = re.split(r"[.!?](?:\s|$)", rest, maxsplit=1)[0].strip(" .")
    # A sentence cut off by the limit has items that were not counted.
    if not sentence or len(sentence) >= _LONGEST_LIST - 2 or _OPEN_END.search(rest):
        return None
    if ";" in sentence:
        items = [each for each in _PARTING.split(sentence) if each]
        # «03 kế hoạch; 02 quyết định»: the items are counted themselves.
        return None if any(map(_COUNT.search, items)) else len(items)
    items = [each for each in _COMMA.split(sentence) if each]
    if len(items) < _FEWEST or any(len(each.split()) > _MOST_WORDS or re.search("[0-9(]", each) for each in items):
        return None
    # «và» and commas may also stand within a name; only items that begin with a capital are surely names.
    return len(items) if all(each[0].isupper() or each.split()[0] in ("xã", "thôn") for each in items) else None


def _examples(rest: str, stated: int) -> int | None:
    """How many names follow «như» where they are more than there are said to be; fewer are but some of them."""
    names = [each for each in _EXAMPLES_PARTED.split(re.split(r"[.!?:](?:\s|$)", rest, maxsplit=1)[0]) if each]
    named = all(each[0].isupper() and len(each.split()) <= _MOST_WORDS + 2 for each in names)
    return len(names) if named and len(names) > stated else None


def check(said: Said) -> Iterator[Finding]:
    told = lines(said)
    for index, line in enumerate(told):
        for stated in _STATED.finditer(line.text) if ":" in line.text or " như " in line.text else ():
            before = line.text[max(0, stated.start() - 12) : stated.start()]
            if not _is_listed(stated["noun"]) or _NUMBERED_THINGS.search(before):
                continue
            rest = line.text[stated.end() : stated.end() + _LONGEST_LIST]
            if not stated["mark"].endswith(":"):
                listed = _examples(rest, int(stated["count"]))
            else:
                listed = _within(rest) if rest.strip(" *") else _below(told, index)
            if listed is not None and listed != int(stated["count"]):
                shown = f"{stated['count']} {stated['noun']}".strip()
                yield RULE.finding(
                    line.place,
                    f"«{shown}»: sau đó kể {listed}.",
                    f"Kể cho đủ, hoặc ghi {listed:02d}.",
                )
