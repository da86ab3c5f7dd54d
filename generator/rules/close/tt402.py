"""The form of the signer's authority: TM., KT., Q., TL., TUQ. and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from generator.decree.facts import specimen
from generator.decree.head import WITHOUT_RECIPIENTS
from generator.decree.signing import COLLECTIVES, COMBINATIONS, DEPUTY, OFFICES_OF_HEADS, QUYEN_HAN, Following
from generator.findings import Finding
from generator.rules.close.signer import OfficeLine, office_blocks
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_AS_SPECIMEN = specimen("Phụ lục I, phần I, mục V, số thứ tự 7")
_COLLECTIVE_EXAMPLE = "ỦY BAN NHÂN DÂN"
_HEAD_EXAMPLE = "CHỦ TỊCH"

_FOR_HEAD = QUYEN_HAN["KT"]

RULE = FormatRule(
    "TT402",
    "Quyền hạn của người ký ghi đúng dạng: TM., KT., Q., TL., TUQ. và chữ đứng sau",
    "TM. đứng trước tên tập thể hoặc cơ quan; KT., Q., TL., TUQ. đứng trước chức vụ của người đứng đầu. Cấp phó của "
    "tập thể ký TM. … / KT. … / PHÓ … hoặc KT. … / PHÓ … đều được; sau TM. ỦY BAN NHÂN DÂN có tên đơn vị hay không "
    "đều được.",
    QUYEN_HAN["TM"].source,
)


def check(doc: Recognised) -> Verdict:
    blocks = list(office_blocks(doc))
    # Of several parties each signs for himself.
    deputies = [] if doc.kind in WITHOUT_RECIPIENTS.value else [_deputy(block) for block in blocks]
    return judged(chain(*map(_block, blocks), *deputies)) if blocks else NOT_ASSESSED


def _block(lines: list[OfficeLine]) -> Iterator[Finding]:
    for line in lines:
        if line.authority is not None:
            yield from _abbreviation(line)
            yield from _following(line)
    yield from _own_office(lines)
    authorities = [line for line in lines if line.authority is not None]
    for upper, lower in pairwise(authorities):
        yield from _combination(upper, lower)


def _abbreviation(line: OfficeLine) -> Iterator[Finding]:
    if line.authority is None:
        return
    right = f"{line.authority.chu} {line.rest}".strip()
    if line.slashed or not line.stop:
        yield RULE.finding(
            line.fragment.place,
            f"Quyền hạn viết {quoted(line.text)}, phải viết tắt là «{line.authority.chu}»",
            f"Viết {quoted(right)}.",
        )
    elif line.rest and not line.gap:
        yield RULE.finding(
            line.fragment.place,
            f"Quyền hạn viết {quoted(line.text)}, không có dấu cách sau «{line.authority.chu}»",
            f"Viết {quoted(right)}.",
            _AS_SPECIMEN,
        )


def _following(line: OfficeLine) -> Iterator[Finding]:
    if line.authority is None:
        return
    following = line.authority.following
    wrong = OFFICES_OF_HEADS.value if following is Following.COLLECTIVE else (*COLLECTIVES.value, DEPUTY.value)
    if not line.rest:
        found = "không có chữ nào"
    elif line.rest.startswith(wrong):
        found = f"là {quoted(line.rest)}"
    else:
        return
    yield RULE.finding(
        line.fragment.place,
        f"Sau «{line.authority.chu}» {found}, phải là {following.value}",
        f"Ghi {following.value} sau «{line.authority.chu}», ví dụ «{line.authority.chu} {_example(line)}».",
        line.authority.source,
    )


def _example(line: OfficeLine) -> str:
    """What should stand there: the head above the deputy that does, if one does."""
    if line.authority is not None and line.authority.following is Following.COLLECTIVE:
        return _COLLECTIVE_EXAMPLE
    deputy = f"{DEPUTY.value} "
    return line.rest.removeprefix(deputy) if line.rest.startswith(deputy) else _HEAD_EXAMPLE


def _deputy(lines: list[OfficeLine]) -> Iterator[Finding]:
    """A deputy signs for the head: KT. and the head's office stand above."""
    own = lines[-1]
    authorities = {line.authority.ky_hieu for line in lines if line.authority is not None}
    if own.authority is not None or not own.rest.startswith(f"{DEPUTY.value} ") or authorities - {"TM"}:
        return
    if any(True for line in lines for _ in _following(line)):
        return  # what stands in the authority's line has to be mended first
    head = own.rest.removeprefix(f"{DEPUTY.value} ")
    # The standing body of a council signs through any of its members.
    yield RULE.finding(
        own.fragment.place,
        f"Cấp phó {quoted(own.text)} ký mà không có dòng «{_FOR_HEAD.chu}» ở trên",
        f"Thêm dòng «{_FOR_HEAD.chu} {head}» ngay trên dòng «{own.rest}».",
        _AS_SPECIMEN if authorities else _FOR_HEAD.source,
    )


def _own_office(lines: list[OfficeLine]) -> Iterator[Finding]:
    """Under the last authority stands the office of who signs."""
    last = next((line for line in reversed(lines) if line.authority is not None), None)
    if last is None or last.authority is None or not last.authority.own_office_below:
        return
    below = lines[lines.index(last) + 1 :]
    # A long name goes on in the next line: TM. BAN CHỈ ĐẠO / CHUYỂN ĐỔI SỐ / TRƯỞNG BAN.
    if not below:
        example = "CHỦ TỊCH" if last.authority.following is Following.COLLECTIVE else f"PHÓ {_example(last)}"
        yield RULE.finding(
            last.fragment.place,
            f"Dưới {quoted(last.text)} không có chức vụ của người ký",
            f"Ghi chức vụ của người ký ở dòng ngay dưới, ví dụ «{example}».",
            _AS_SPECIMEN,
        )
    elif last.rest and below[-1].rest == last.rest:
        yield RULE.finding(
            below[-1].fragment.place,
            f"Chức vụ của người ký {quoted(below[-1].text)} trùng với chức vụ mà người ấy {last.authority.nghia}",
            f"Ghi đúng chức vụ của người ký, hoặc bỏ «{last.authority.chu}» nếu chính người đứng đầu ký.",
        )


def _combination(upper: OfficeLine, lower: OfficeLine) -> Iterator[Finding]:
    if upper.authority is None or lower.authority is None:
        return
    if (upper.authority.ky_hieu, lower.authority.ky_hieu) not in COMBINATIONS.value:
        yield RULE.finding(
            lower.fragment.place,
            f"«{lower.authority.chu}» đứng dưới «{upper.authority.chu}» là cách ghi không thường gặp",
            "Chỉ ghi một quyền hạn; cấp phó của tập thể thì ghi TM. rồi KT.",
            COMBINATIONS.source,
        )
