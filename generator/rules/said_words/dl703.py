"""DL703: no letters of other alphabets that only look like Vietnamese ones."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import characters, first_and_others, gathered, times, vocabulary
from generator.vn.look_alikes import is_foreign, misleads, plain_letters
from generator.vn.text import character_name, quoted

RULE = SaidRule(
    "DL703",
    Severity.WARNING,
    "Không có chữ cái của bảng chữ khác trông giống chữ Việt",
    "Ð của tiếng Iceland, А của tiếng Nga trông như Đ, A nhưng máy coi là chữ khác: tìm kiếm, sắp xếp, đổi hoa sai.",
)


def check(said: Said) -> Iterator[Finding]:
    if not any(map(is_foreign, characters(said))):
        return
    known = vocabulary(said)
    misleading = {word for word in known.where if not word.isascii() and misleads(word)}
    for written, group in gathered(known.spots(misleading)).items():
        place, others = first_and_others(group)
        letter = next(ch for ch in written if is_foreign(ch))
        yield RULE.finding(
            place,
            f"{quoted(written)} có ký tự {quoted(letter)} ({character_name(letter)}) không phải chữ cái tiếng Việt"
            f"{times(len(group))}.",
            f"Gõ lại thành {quoted(plain_letters(written))}.",
            others,
        )
