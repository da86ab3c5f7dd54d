"""SL304: the number of indicators that the text claims is the number in the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from generator.findings import Finding, Severity
from generator.patterns import regex
from generator.rules.said import Indicator, Said
from generator.rules.said_figures.lines import Line, lines, unmarked
from generator.rules.said_figures.measures import verdict_of
from generator.rules.said_rule import SaidRule
from generator.vn.figures_in_text import sentences
from generator.vn.text import fold, squeeze

RULE = SaidRule(
    "SL304",
    Severity.WARNING,
    "Số chỉ tiêu nêu trong lời văn bằng số chỉ tiêu trong bảng",
    "Lời văn ghi 11 chỉ tiêu mà bảng có 10 thì không biết thiếu chỉ tiêu nào.",
)

_CLAIM = regex(
    r"(?<![0-9/.,])(?:(?P<met>[0-9]{1,3}) ?/ ?)?(?P<count>[0-9]{1,3}) (?:chỉ tiêu|tiêu chí)\b"
    r"(?! (?:thành phần|con|chưa|không|đã|đang|đạt|hoàn thành|còn|được|có|vượt|dưới|trên|khó|trọng))",
    re.IGNORECASE,
)
_TOTAL = regex(r"(?:tổng số|tổng cộng|tổng)\b[^0-9]{0,30}$", re.IGNORECASE)
_OWN_RESULT = regex(r"(?:số )?(?:chỉ tiêu|đánh giá|kết quả|các chỉ tiêu)\b[^0-9]{0,40}$", re.IGNORECASE)
_FULL = regex(r"\b(?:gồm|có|nhóm|tổng số|đạt|đánh giá|về|nội dung)\b|:", re.IGNORECASE)
_LITTLE_WORDS = frozenset(("cac", "nhung", "trong", "va", "cua", "ve", "cho", "nhom"))
_FEWEST_INITIALS = 4
_SUB_ROW = regex(r"[0-9][a-zđ]$")


def _initials(text: str) -> str:
    """First letters, abbreviations spelled out: «phát triển KTS» and «Phát triển Kinh tế số» are both «ptkts»."""
    letters = []
    for word in re.findall(r"[^\W\d_]+", text):
        if fold(word) in _LITTLE_WORDS:
            continue
        letters.append(fold(word) if word.isupper() and len(word) > 1 else fold(word)[0])
    return "".join(letters)


def _groups(said: Said) -> Mapping[str, list[list[Indicator]]]:
    """The indicators by the name of their group; a name may stand for groups of two sets, one after the other."""
    found: dict[str, list[list[Indicator]]] = defaultdict(list)
    last = ("", "")
    for indicator in said.indicators:
        name = squeeze(indicator.group)
        if name and (indicator.catalogue, name) != last:
            found[name].append([])
        if name:
            found[name][-1].append(indicator)
        last = (indicator.catalogue, name)
    return found


def _counts(indicators: list[Indicator]) -> set[int]:
    """How many they are, with and without rows that bear no number of their own."""
    own = [each for each in indicators if each.id and not _SUB_ROW.search(each.id)]
    return {len(indicators), len(own)}


def _named(text: str, names: Mapping[str, list[list[Indicator]]]) -> str | None:
    """The group that the words name: by its whole name, the longest first, or by its initials."""
    folded = fold(squeeze(text))
    for name in sorted(names, key=len, reverse=True):
        if re.search(rf"\b{re.escape(fold(name))}\b", folded):
            return name
    spelled = _initials(re.split(r"[:0-9]", text.strip(" -+*"), maxsplit=1)[0])
    for name in names:
        own = _initials(name)
        shorter = min(len(own), len(spelled))
        if shorter >= _FEWEST_INITIALS and (own.endswith(spelled) or spelled.endswith(own)):
            return name
    return None


def _met(claim: re.Match[str], sets: list[list[Indicator]]) -> str | None:
    """What is wrong with the number of indicators met, when every one of the group has a verdict."""
    if claim["met"] is None:
        return None
    for indicators in sets:
        verdicts = [verdict_of(each.verdict) for each in indicators]
        if len(indicators) == int(claim["count"]) and None not in verdicts:
            met = sum(verdict is True for verdict in verdicts)
            if met != int(claim["met"]):
                return f"{met}/{len(indicators)}"
    return None


def _judge(line: Line, claim: re.Match[str], names: Mapping[str, list[list[Indicator]]]) -> Finding | None:
    before = line.text[: claim.start()]
    name = _named(line.text, names)
    if name is None and _OWN_RESULT.match(unmarked(before)):
        name = _named(line.under, names)
    if name is None or not _FULL.search(before):
        return None
    sets, claimed = names[name], int(claim["count"])
    if not any(claimed in _counts(indicators) for indicators in sets):
        there = ", ".join(str(len(indicators)) for indicators in sets)
        return RULE.finding(
            line.place,
            f"«{claim.group()}» ({name}): bảng có {there} chỉ tiêu ở nhóm này.",
            f"Đếm lại trong bảng; nếu bảng đủ thì ghi {there}.",
        )
    met = _met(claim, sets)
    if met:
        return RULE.finding(
            line.place,
            f"«{claim.group()}» ({name}): theo cột đánh giá của bảng là {met}.",
            f"Đếm lại số chỉ tiêu đạt; nếu bảng đúng thì ghi {met}.",
        )
    return None


def _judge_total(line: Line, claim: re.Match[str], said: Said, claimed: list[int]) -> Finding | None:
    """A stated total against the table, and against the groups listed above it."""
    count = int(claim["count"])
    table = _counts(list(said.indicators)) if said.indicators else set()
    listed = sum(claimed)
    if len(claimed) > 1 and listed == count:
        return None
    if len(claimed) > 1:
        return RULE.finding(
            line.place,
            f"«{claim.group()}»: các nhóm kể phía trên cộng lại là {listed}.",
            f"Đếm lại từng nhóm; nếu các nhóm đúng thì ghi {listed}.",
        )
    if table and count not in table and len(_groups(said)) > 1:
        return RULE.finding(
            line.place,
            f"«{claim.group()}»: bảng có {len(said.indicators)} chỉ tiêu.",
            f"Đếm lại trong bảng; nếu bảng đủ thì ghi {len(said.indicators)}.",
        )
    return None


def _told(line: Line) -> Iterator[tuple[Line, list[re.Match[str]]]]:
    """The line with its claims, if it has any; where it has several, sentence by sentence."""
    claims = list(_CLAIM.finditer(line.text)) if "tiêu" in line.lower else []
    if len(claims) == 1:
        yield line, claims
    for start, end in sentences(line.text) if len(claims) > 1 else ():
        sentence = replace(line, text=line.text[start:end], lower=line.lower[start:end])
        yield sentence, list(_CLAIM.finditer(sentence.text))


def check(said: Said) -> Iterator[Finding]:
    names = _groups(said)
    claimed: list[int] = []
    for line, claims in chain.from_iterable(map(_told, lines(said))):
        if len(claims) != 1:
            claimed = [] if claims else claimed
            continue
        claim = claims[0]
        if _TOTAL.match(unmarked(line.text[: claim.start()])):
            finding = _judge_total(line, claim, said, claimed)
            claimed = []
        else:
            finding = _judge(line, claim, names)
            if claim["met"] is None:
                claimed.append(int(claim["count"]))
        if finding is not None:
            yield finding
