"""Letters and marks that stand apart (Unicode NFD) in a data file, which its reader puts together without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.data.decoding import read_text
from generator.data.remarks import Remark
from generator.data.value_texts import only_words, value_texts
from generator.findings import DataPlace, Finding
from generator.patterns import regex
from generator.rules.said_words.dl702 import RULE
from generator.rules.said_words.mends import Mend, mends

_LOOSE = regex(b"\xcc[\x80-\xbf]|\xcd[\x80-\xaf]")  # U+0300 to U+036F in UTF-8


def loose_letters(data: bytes, name: str, remarks: Iterable[Remark]) -> Iterator[Finding]:
    """One finding for the whole file, and one for each word that a remark passes over.  The file was read before."""
    text = read_text(data, name)[0] if _LOOSE.search(data) else None
    if text is None:
        return
    about = [remark for remark in remarks if RULE.id in remark.rules]
    rest = list[tuple[DataPlace, Mend]]()
    for place, mend in _found(text, name):
        if any(remark.covers(place) for remark in about):
            yield RULE.finding(place, f"«{mend.new}» viết bằng chữ và dấu rời nhau.", _fix(name))
        else:
            rest.append((place, mend))
    if rest:
        place, first = rest[0]
        how_many = f" (cả tệp có {len(rest)} từ như vậy)" if len(rest) > 1 else ""
        yield RULE.finding(place, f"«{first.new}» viết bằng chữ và dấu rời nhau{how_many}.", _fix(name))


def _fix(name: str) -> str:
    return f"Chạy «cds-gen check {name} --fix» để máy sửa, hoặc gõ lại bằng bảng mã Unicode dựng sẵn."


def _found(text: str, name: str) -> Iterator[tuple[DataPlace, Mend]]:
    lines = text.split("\n")
    for value in value_texts(text):
        typed = "\n".join(lines[at.line - 1][at.start : at.end] for at in value.stretches)
        for at, words in zip(value.stretches, only_words(typed, value.escaped).split("\n"), strict=True):
            for mend in mends(words, _is_loose):
                yield DataPlace(name, at.line, at.start + mend.start + 1), mend


def _is_loose(mend: Mend) -> bool:
    return mend.rule == RULE.id
