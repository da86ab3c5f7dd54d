"""Whether divisions are numbered in their order, without gap or repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from generator.decree.components import COMPONENTS
from generator.decree.facts import custom, specimen
from generator.decree.wording import DIEM_LETTERS
from generator.findings import Finding
from generator.rules.body.divisions import Break, Division, Level, divisions
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.numerals import roman
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_LAW = COMPONENTS["diem"].source
# A list that begins again may belong to a title that was not seen as one.
_RESTARTED = specimen(_LAW.article)
_DOTTED = custom("số nhiều cấp không có trong Nghị định; theo lối đánh số thông thường")
# Those may count on over the divisions above them: Chương over Phần, Điều over the whole document.
_COUNT_ON = frozenset((Level.CHUONG, Level.MUC_TU, Level.TIEU_MUC, Level.DIEU, Level.MUC))
# What is no number of its kind there is told by the rule of that division (TT305, TT317, TT319).
_TOLD_ELSEWHERE = frozenset((Level.PHAN, Level.CHUONG, Level.MUC_TU, Level.TIEU_MUC, Level.DIEU))
_NUMERALS = frozenset((Level.PHAN, Level.CHUONG, Level.MUC))

RULE = FormatRule(
    "TT310",
    "Số thứ tự của phần, mục, khoản, điểm theo đúng thứ tự, không nhảy, không lặp",
    "Người khác viện dẫn văn bản bằng những số này. Điểm theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g; "
    "không có f, j, w, z, không dùng ă, â, ê, ô, ơ, ư. Word tự đánh số thì theo chữ cái tiếng Anh.",
    _LAW,
)


class _Counts(Struct):
    """The last number seen at each level, and where it stands under what is above.

    ``meant`` holds, by level, what the last number that was wrong should have been.
    """

    path: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    ever: dict[int, int] = field(default_factory=dict)
    loose: bool = False
    meant: dict[int, int] = field(default_factory=dict)

    def before(self, level: int) -> int:
        """The number of the division before this one in the same list, 0 where the list begins."""
        self.path = [entry for entry in self.path if entry[0] <= level]
        return self.path[-1][1][-1] if self.path and self.path[-1][0] == level else 0

    def above(self) -> tuple[int, ...]:
        """The number right above the innermost list."""
        return self.path[-1][1] if self.path else ()

    def note(self, level: int, number: tuple[int, ...]) -> None:
        if self.path and self.path[-1][0] == level:
            self.path.pop()
        self.path.append((level, number))
        self.ever[level] = number[-1]
        self.loose = False


def check(doc: Recognised) -> Verdict:
    found = divisions(doc)
    numbered = any(isinstance(each, Division) for each in found)
    return judged(_findings(found)) if numbered else NOT_ASSESSED


def _findings(found: Iterable[Division | Break]) -> Iterator[Finding]:
    counts = _Counts()
    for each in found:
        if isinstance(each, Break):
            # It may be a title: the lists below may go on or begin again.
            counts.loose = True
            continue
        before = counts.before(each.level)
        wanted = before + 1
        right = {wanted} | ({1} if counts.loose else set())
        if each.level in _COUNT_ON:
            right.add(counts.ever.get(each.level, 0) + 1)
        # The list may go on from a wrong number, or from what it should have been: the fault was told once.
        meant = counts.meant.pop(each.level, 0) if before else 0
        if meant:
            right.add(meant + 1)
        if not each.last:
            if each.level not in _TOLD_ELSEWHERE:
                yield _no_such(each, wanted)
            counts.note(each.level, (*each.number[:-1], wanted))
            continue
        above = counts.above()
        if each.last not in right:
            yield _out_of_order(each, before, wanted)
            counts.meant[each.level] = wanted
        elif len(each.number) > 1 and not before and _strange(above, each.number):
            yield _under_another(each, above)
        elif meant and each.last == meant + 1:
            counts.meant[each.level] = each.last
        counts.note(each.level, each.number)


def _strange(above: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether 3.1. stands below 4."""
    return len(above) == len(number) - 1 and above != number[:-1]


def _sign(each: Division, index: int) -> str:
    """The number that should stand there, written as at this level."""
    if each.level == Level.DIEM:
        letters = DIEM_LETTERS.value
        return letters[index - 1] if index <= len(letters) else letters[-1]
    if each.level in _NUMERALS:
        return roman(index)
    return ".".join(str(part) for part in (*each.number[:-1], index))


def _no_such(each: Division, wanted: int) -> Finding:
    if each.level == Level.DIEM:
        return RULE.finding(
            each.para.place,
            f"Điểm có chữ {quoted(each.shown)}, không dùng để đánh thứ tự; ở đây là «{_sign(each, wanted)}»",
            "Gõ lại chữ cái của các điểm: a, b, c, d, đ, e, g, h, i, k, l, m; tắt đánh số tự động của Word nếu có.",
        )
    return RULE.finding(
        each.para.place,
        f"Số thứ tự {quoted(each.shown)} không đọc được thành số; ở đây là «{_sign(each, wanted)}»",
        f"Gõ lại số thứ tự «{_sign(each, wanted)}».",
    )


def _out_of_order(each: Division, before: int, wanted: int) -> Finding:
    shown, right = quoted(each.shown), f"«{_sign(each, wanted)}»"
    if not before:
        problem = f"Số thứ tự bắt đầu bằng {shown}, phải bắt đầu bằng {right}"
    elif each.last == before:
        problem = f"Số thứ tự {shown} lặp lại, phải là {right}"
    elif each.last == 1:
        problem = f"Số thứ tự bắt đầu lại bằng {shown} giữa chừng, tiếp theo «{_sign(each, before)}» phải là {right}"
    else:
        problem = f"Sau «{_sign(each, before)}» là {shown}, phải là {right}"
    own = len(each.number) > 1 or each.level == Level.LISTED
    source = _DOTTED if own else _RESTARTED if before and each.last == 1 else None
    return RULE.finding(each.para.place, problem, f"Đánh lại số thứ tự từ đây: {right}.", source)


def _under_another(each: Division, above: tuple[int, ...]) -> Finding:
    parent = ".".join(str(part) for part in above)
    return RULE.finding(
        each.para.place,
        f"Số {quoted(each.shown)} đứng dưới «{parent}», phải là «{parent}.{each.last}»",
        f"Đánh lại số thứ tự từ đây: «{parent}.{each.last}».",
        _DOTTED,
    )
