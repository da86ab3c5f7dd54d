"""The form of the signer's authority: TM., KT., Q., TL., TUQ. and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.decree.facts import specimen
from generator.decree.signing import COLLECTIVES, COMBINATIONS, OFFICES_OF_HEADS, QUYEN_HAN, Following
from generator.findings import Finding
from generator.rules.close.signer import OfficeLine, office_blocks
from generator.rules.format_rule import NOT_ASSESSED, FormatRule, Verdict, judged
from generator.vn.text import quoted
from generator.word.recognised import Recognised

_AS_SPECIMEN = specimen("Phụ lục I, phần I, mục V, số thứ tự 7")
_EXAMPLES = {
    Following.COLLECTIVE: "TM. ỦY BAN NHÂN DÂN",
    Following.HEAD: "KT. CHỦ TỊCH",
}

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
    return judged(finding for block in blocks for finding in _block(block)) if blocks else NOT_ASSESSED


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
            f"Quyền hạn viết {quoted(line.text)}, chữ viết tắt phải là «{line.authority.chu}»",
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
    wrong = OFFICES_OF_HEADS.value if following is Following.COLLECTIVE else COLLECTIVES.value
    if not line.rest:
        found = "không có chữ nào"
    elif line.rest.startswith(wrong):
        found = f"là {quoted(line.rest)}"
    else:
        return
    yield RULE.finding(
        line.fragment.place,
        f"Sau «{line.authority.chu}» {found}, phải là {following.value}",
        f"Ghi {following.value} sau «{line.authority.chu}», ví dụ «{_EXAMPLES[following]}».",
        line.authority.source,
    )


def _own_office(lines: list[OfficeLine]) -> Iterator[Finding]:
    """Under the last authority stands the office of who signs."""
    last = next((line for line in reversed(lines) if line.authority is not None), None)
    if last is None or last.authority is None or not last.authority.own_office_below:
        return
    below = lines[lines.index(last) + 1 :]
    # A long name goes on in the next line: TM. BAN CHỈ ĐẠO / CHUYỂN ĐỔI SỐ / TRƯỞNG BAN.
    if not below:
        yield RULE.finding(
            last.fragment.place,
            f"Dưới {quoted(last.text)} không có chức vụ của người ký",
            "Ghi chức vụ của người ký ở dòng ngay dưới, ví dụ «CHỦ TỊCH», «PHÓ CHỦ TỊCH».",
            _AS_SPECIMEN,
        )
    elif last.rest and below[-1].rest == last.rest:
        yield RULE.finding(
            below[-1].fragment.place,
            f"Chức vụ của người ký {quoted(below[-1].text)} trùng với chức vụ mà người ấy ký {last.authority.nghia}",
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
