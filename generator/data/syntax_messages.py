"""YAML syntax errors in plain Vietnamese: what the writer most likely did, and how to mend it.

The parsers say what they expected, in English and each in its own words; the likely cause is read from the
lines around the place instead.  Lines and columns here count from 0, as the parsers' marks do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import yaml
from msgspec import Struct
from msgspec.structs import replace

from generator.data import finding_ids as ids
from generator.data.quoting import QUOTE, Entry, entry_at, entry_in_flow, entry_of, item_of_list
from generator.patterns import regex
from generator.vn.text import quoted

_QUOTE_OR_BLOCK = (
    f"nếu đây là câu văn thì {QUOTE}, hoặc viết sau «|» và xuống dòng; "
    "nếu đây là một mục thì viết thẳng hàng với các mục cùng bậc."
)
_FIRST_KEY = "ví dụ «mau: bao_cao»"
_NO_BLANK_AFTER_COLON = regex(r"^\s*(?:- )*(?P<key>[^\s:\"'{}\[\]]+)(?P<colon>:|：)(?P<rest>\S.*)$")
_HARD_BLANK_AFTER_COLON = regex(r"^\s*(?:- )*[^:]+:[\u00a0\u200b\u202f\u2060]")
_NO_BLANK_AFTER_DASH = regex(r"^\s*(?:- )*-(?P<rest>[^\s-].*)$")
_HAS_KEY = regex(r":(?:\s|$)")


class Diagnosis(Struct, frozen=True):
    """Where the fault most likely lies, what it is, how to mend it, and the rule that it breaks."""

    line: int
    column: int
    problem: str
    fix: str
    rule: str = ids.SYNTAX


class LastText(Struct, frozen=True):
    """The last text that the parser read before it gave up: its lines, where it ended, its quotes."""

    first_line: int
    last_line: int
    end_column: int
    style: str

    @property
    def is_quoted(self) -> bool:
        return self.style in ("'", '"')

    def ends_at(self, line: int, column: int) -> bool:
        """Whether nothing but a blank can stand between the end of the text and that place."""
        return self.last_line == line and self.end_column <= column <= self.end_column + 1


class _Trouble(Struct, frozen=True):
    """An error of the parser with the lines of the file."""

    context: str
    problem: str
    start: tuple[int, int]
    at: tuple[int, int]
    lines: list[str]
    last: LastText | None

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def remedy(self, number: int, entry: Entry) -> str:
        """How to type the entry of that line as one text."""
        return _remedy(self.lines, number, entry)

    def here(self, problem: str, fix: str) -> Diagnosis:
        return Diagnosis(*self.inside(self.at), problem, fix)

    def at_start(self, problem: str, fix: str) -> Diagnosis:
        return Diagnosis(*self.inside(self.start), problem, fix)

    def inside(self, place: tuple[int, int]) -> tuple[int, int]:
        """The place itself, or the end of the last line where it lies beyond the file."""
        line = min(place[0], len(self.lines) - 1)
        return (line, place[1]) if line == place[0] else (line, len(self.lines[line]))


def explain(error: yaml.MarkedYAMLError, text: str, last: LastText | None) -> Diagnosis:
    """The likely cause of a parser's error in ``text``."""
    end = error.problem_mark or error.context_mark
    at = (end.line, end.column) if end else (0, 0)
    begin = error.context_mark
    start = (begin.line, begin.column) if begin else at
    lines = text.rstrip("\n").split("\n")
    trouble = _Trouble(error.context or "", error.problem or "", start, at, lines, last)
    for is_it, tell in _CAUSES:
        if is_it(trouble):
            return tell(trouble)
    return _unknown(trouble)


def explain_unusual_key(lines: Sequence[str], line: int, column: int) -> Diagnosis:
    """Why no name of a key stands where one is due: mostly ``{{ … }}`` without quotes."""
    words = lines[line]
    start = words.rfind("{{", 0, column + 2)
    if start >= 0:
        entry = entry_at(words, start)
        problem = f"giá trị {quoted(entry.value)} bắt đầu bằng «{{{{» mà không có dấu nháy."
        return Diagnosis(line, start, problem, _remedy(lines, line, entry))
    problem = f"chỗ này phải là tên mục, không phải {quoted(words[column:])}."
    return Diagnosis(line, column, problem, f"viết tên mục là một từ; nếu là câu văn thì {QUOTE}.")


def explain_mark(lines: Sequence[str], line: int, column: int) -> Diagnosis:
    """What is wrong with a value whose first character means something to YAML."""
    entry = entry_at(lines[line], column)
    mark = lines[line][column : column + 1]
    problem = f"giá trị {quoted(entry.value or mark)} bắt đầu bằng dấu «{mark}», dấu này có nghĩa riêng trong YAML."
    return Diagnosis(line, column, problem, _remedy(lines, line, entry), ids.LIMITS)


def explain_root(text: str, shape: str) -> Diagnosis:
    """Why the whole file is one ``text`` or one ``list`` instead of keys with values."""
    line = next(line for line in text.split("\n") if line.strip() and not line.lstrip().startswith(("#", "---")))
    if shape == "list" or _NO_BLANK_AFTER_DASH.match(line):
        problem = "tệp là một danh sách; tệp phải gồm các mục, mỗi mục có tên."
        return Diagnosis(0, 0, problem, f"bỏ dấu «-» ở đầu dòng và viết tên mục, {_FIRST_KEY}")
    spacing = _missing_blank(line)
    if spacing is not None:
        return Diagnosis(0, 0, *spacing)
    problem = f"tệp không có mục nào, chỉ có chữ {quoted(line)}."
    return Diagnosis(0, 0, problem, f"viết tên mục, dấu hai chấm, dấu cách rồi đến giá trị, {_FIRST_KEY}")


def _missing_blank(line: str) -> tuple[str, str] | None:
    """Problem and remedy for a line whose dash or colon has no blank behind it, or None."""
    dash = _NO_BLANK_AFTER_DASH.match(line)
    if dash:
        return f"{quoted(line)}: sau dấu gạch ngang phải có một dấu cách.", f"viết «{item_of_list(dash['rest'])}»"
    if _HARD_BLANK_AFTER_COLON.match(line):
        problem = f"{quoted(line)}: sau dấu hai chấm là dấu cách cứng (không phải dấu cách thường)."
        return problem, "xóa dấu cách sau dấu hai chấm rồi gõ lại bằng phím cách."
    found = _NO_BLANK_AFTER_COLON.match(line)
    if found is None:
        return None
    mended = f"viết «{found['key']}: {found['rest'].lstrip(':： ')}»"
    if found["colon"] == "：":
        return f"{quoted(line)}: dấu hai chấm «：» không phải dấu hai chấm thường.", mended
    return f"{quoted(line)}: sau dấu hai chấm phải có một dấu cách.", mended


def _remedy(lines: Sequence[str], number: int, entry: Entry) -> str:
    return entry.remedy(not entry.in_flow and _goes_on(lines, number, entry))


def _goes_on(lines: Sequence[str], number: int, entry: Entry) -> bool:
    """Whether the value of a line has further lines: those deeper than its key, or its dash where it has no key."""
    line = lines[number]
    base = _indent(line)
    if not entry.lead.endswith("- "):
        base = len(line) - len(line.lstrip(" -"))
    below = next((lines[other] for other in range(number + 1, len(lines)) if lines[other].strip()), "")
    return _indent(below) > base


def _bad_escape(trouble: _Trouble) -> Diagnosis:
    line, column = trouble.at
    column = trouble.line(line).rfind("\\", 0, column + 1)
    seen = trouble.line(line)[column : column + 2]
    problem = f"trong dấu nháy kép, «{seen}» không có nghĩa."
    return Diagnosis(line, max(column, 0), problem, "viết \\\\ thay cho \\, hoặc dùng dấu nháy đơn '…'.")


def _open_quote(trouble: _Trouble) -> Diagnosis:
    mark = trouble.line(trouble.start[0])[trouble.start[1] : trouble.start[1] + 1]
    problem = f"dấu nháy {mark} mở ở đây không được đóng lại."
    end = trouble.line(trouble.start[0]).rstrip()[-1:]
    if end in "”“’‘":
        return trouble.at_start(problem, f"thay dấu nháy cong «{end}» ở cuối dòng bằng dấu {mark} thẳng.")
    return trouble.at_start(problem, f"thêm dấu {mark} vào cuối giá trị, hoặc bỏ dấu {mark} ở đầu.")


def _marked_value(trouble: _Trouble) -> Diagnosis:
    found = explain_mark(trouble.lines, *trouble.inside(trouble.start))
    return replace(found, rule=ids.SYNTAX) if "directive" in trouble.context else found


def _value_here(trouble: _Trouble) -> Diagnosis:
    return replace(explain_mark(trouble.lines, *trouble.inside(trouble.at)), rule=ids.SYNTAX)


def _block_mark(trouble: _Trouble) -> Diagnosis:
    line, column = trouble.start
    words = trouble.line(line)[column:]
    problem = f"{quoted(words)}: sau dấu «{words[:1]}» không được có chữ trên cùng dòng."
    remedy = trouble.remedy(line, entry_at(trouble.line(line), column))
    return trouble.at_start(
        problem, f"nếu «{words[:1]}» là một phần của chữ thì {remedy}; nếu không thì xuống dòng rồi mới viết."
    )


def _second_colon(trouble: _Trouble) -> Diagnosis:
    line, column = trouble.at
    words = trouble.line(line)
    if _HAS_KEY.search(words[:column]):
        problem = f"{quoted(words)}: giá trị có dấu hai chấm rồi dấu cách mà không có dấu nháy."
        return trouble.here(problem, trouble.remedy(line, entry_of(words)))
    # The text before this colon began on a line above: one without a key of its own, or the value of a key.
    above = next((number for number in range(line - 1, -1, -1) if trouble.line(number).strip()), line)
    before = trouble.line(above)
    keyless = _indent(before) == _indent(words) and not _HAS_KEY.search(before)
    if above != line and (keyless or _NO_BLANK_AFTER_DASH.match(before)):
        return _keyless_line(trouble, above)
    problem = f"{quoted(words)}: dòng này bị đọc là phần tiếp theo của giá trị ở dòng trên."
    return Diagnosis(line, _indent(words), problem, _QUOTE_OR_BLOCK)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _no_colon(trouble: _Trouble) -> Diagnosis:
    return _keyless_line(trouble, trouble.start[0])


def _keyless_line(trouble: _Trouble, number: int) -> Diagnosis:
    words = trouble.line(number)
    column = _indent(words)
    spacing = _missing_blank(words)
    if spacing is not None:
        return Diagnosis(number, column, *spacing)
    problem = f"{quoted(words)}: dòng này không có dấu hai chấm sau tên mục."
    fix = (
        "viết tên mục, dấu hai chấm, dấu cách rồi đến giá trị; "
        "nếu là phần tiếp theo của dòng trên thì thụt vào sâu hơn tên mục ở dòng trên."
    )
    return Diagnosis(number, column, problem, fix)


def _dash_in_line(trouble: _Trouble) -> Diagnosis:
    words = trouble.line(trouble.at[0])
    problem = f"{quoted(words)}: dấu «- » đứng cùng dòng với tên mục."
    remedy = trouble.remedy(trouble.at[0], entry_of(words))
    return trouble.here(problem, f"nếu là danh sách thì xuống dòng trước dấu «- »; nếu là chữ thì {remedy}")


def _open_bracket(trouble: _Trouble) -> Diagnosis:
    line, column = trouble.start if "node" not in trouble.context else trouble.at
    words = trouble.line(line)[column:]
    if words.startswith("{{") or trouble.line(line)[column - 1 : column + 1] == "{{":
        return explain_unusual_key(trouble.lines, line, column)
    here = trouble.line(trouble.at[0])
    entry = entry_in_flow(here, trouble.at[1])
    if here[trouble.at[1] : trouble.at[1] + 1] == ":" and len(_HAS_KEY.findall(entry.lead + entry.value)) > 1:
        problem = f"{quoted(entry.value)}: giá trị có dấu hai chấm rồi dấu cách mà không có dấu nháy."
        return trouble.here(problem, entry.remedy())
    problem = f"dấu ngoặc ở {quoted(words)} không được đóng đúng chỗ, hoặc các phần tử bên trong thiếu dấu phẩy."
    fix = f"kiểm tra dấu ngoặc và dấu phẩy; nếu dấu ngoặc là một phần của câu văn thì {QUOTE}."
    return Diagnosis(min(line, len(trouble.lines) - 1), column, problem, fix)


def _after_quotes(trouble: _Trouble) -> Diagnosis:
    last = trouble.last
    if last is not None and last.first_line != last.last_line:
        problem = f"dấu nháy mở ở đây bị đóng ở dòng {last.last_line + 1}; có thể thiếu dấu nháy đóng ở dòng này."
        column = trouble.line(last.first_line).find(last.style)
        return Diagnosis(last.first_line, max(column, 0), problem, f"thêm dấu {last.style} vào cuối giá trị.")
    line, column = trouble.at
    words = trouble.line(line)
    entry = entry_in_flow(words, column) if "flow" in trouble.context else entry_of(words)
    problem = f"{quoted(words)}: còn chữ đứng sau dấu nháy đóng."
    return trouble.here(problem, trouble.remedy(line, replace(entry, value=_unwrapped(entry.value))))


def _unwrapped(value: str) -> str:
    """The value without the quotes meant to stand around it all, as in "Thôn "Đông""; not so "A" và "B"."""
    quote = value[:1]
    second = value.find(quote, 1)
    wraps = value.endswith(quote) and second < len(value) - 1 and value[second - 1 : second].isspace()
    return value[1:-1] if wraps else value


def _misplaced_line(trouble: _Trouble) -> Diagnosis:
    line, column = trouble.at
    words = trouble.line(line)
    if _NO_BLANK_AFTER_DASH.match(words):
        return _keyless_line(trouble, line)
    entry = entry_of(words)
    if entry.value[:1] in ("[", "{") and entry.column < column:
        problem = f"giá trị {quoted(entry.value)} bắt đầu bằng dấu «{entry.value[0]}» mà phía sau còn chữ."
        return Diagnosis(line, entry.column, problem, trouble.remedy(line, entry))
    if trouble.last is not None and trouble.last.style in ("|", ">") and not words[:column].strip():
        problem = f"{quoted(words)}: dòng này thụt vào ít hơn dòng đầu của đoạn văn phía trên."
        return trouble.here(problem, "căn các dòng của đoạn văn thẳng hàng với dòng đầu của đoạn.")
    problem = f"{quoted(words)}: dòng này thụt vào không khớp với các dòng cùng bậc ở trên."
    return trouble.here(problem, "căn tên mục (hoặc dấu «- ») thẳng hàng với các mục cùng bậc, bằng dấu cách.")


def _second_part(trouble: _Trouble) -> Diagnosis:
    problem = "tệp có dòng «...» hoặc «---» ở giữa; phần sau dòng ấy không được đọc."
    return trouble.here(problem, "xóa dòng «...» hoặc «---» ấy.")


def _unknown(trouble: _Trouble) -> Diagnosis:
    words = trouble.line(trouble.at[0])
    problem = f"YAML không hiểu dòng này: {quoted(words)}." if words.strip() else "YAML không hiểu chỗ này."
    return trouble.here(problem, f"kiểm tra dấu hai chấm, dấu nháy và cách thụt dòng; nếu là câu văn thì {QUOTE}.")


def _context(*words: str) -> Callable[[_Trouble], bool]:
    return lambda trouble: any(word in trouble.context for word in words)


def _problem(*words: str) -> Callable[[_Trouble], bool]:
    return lambda trouble: any(word in trouble.problem for word in words)


def _is_bad_escape(trouble: _Trouble) -> bool:
    return "quoted" in trouble.context and any(
        word in trouble.problem for word in ("escape", "hexdecimal", "hexadecimal")
    )


def _is_after_quotes(trouble: _Trouble) -> bool:
    last = trouble.last
    return last is not None and last.is_quoted and last.ends_at(*trouble.at)


# The first that fits counts; the words are those common to the C parser and the pure one.
_CAUSES: tuple[tuple[Callable[[_Trouble], bool], Callable[[_Trouble], Diagnosis]], ...] = (
    (_is_bad_escape, _bad_escape),
    (_context("quoted"), _open_quote),
    (_context("anchor", "alias", "tag"), _marked_value),
    (_context("directive"), _marked_value),
    (_problem("cannot start any token"), _value_here),
    (_context("block scalar"), _block_mark),
    (_problem("mapping values are not allowed"), _second_colon),
    (_problem("sequence entries are not allowed"), _dash_in_line),
    (_problem("mapping keys are not allowed"), _value_here),
    (_problem("document start"), _second_part),
    (_context("simple key"), _no_colon),
    (_is_after_quotes, _after_quotes),
    (_context("flow"), _open_bracket),
    (_context("block node"), _value_here),
    (_context("block mapping", "block collection"), _misplaced_line),
)
