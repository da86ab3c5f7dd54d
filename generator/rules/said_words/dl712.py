"""DL712: an annex that the text cites is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Said
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.annex_numbers import annex_key, cited_annexes
from generator.rules.said_words.spots import Spot, first_and_others, times, vocabulary
from generator.vn.text import quoted

RULE = SaidRule(
    "DL712",
    Severity.WARNING,
    "Phụ lục được dẫn phải có trong văn bản",
    "Nơi nhận tìm phụ lục để đối chiếu; dẫn phụ lục không có thì số liệu không có căn cứ.",
)


def check(said: Said) -> Iterator[Finding]:
    known = {annex_key(annex.number) for annex in said.annexes}
    missing: dict[str, list[Spot]] = defaultdict(list)
    words = vocabulary(said)
    for number in words.holding([word for word, lower in words.lower.items() if lower == "lục"]):
        passage, text = words.texts[number]
        for cited in cited_annexes(text):
            key = annex_key(cited.number)
            if key not in known:
                missing[key].append(Spot(passage, cited.start, cited.number))
    for spots in missing.values():
        place, others = first_and_others(spots)
        yield RULE.finding(
            place,
            f"{quoted('Phụ lục ' + spots[0].text)} được dẫn{times(len(spots))} mà {_annexes(said)}.",
            "Đính kèm phụ lục ấy, hoặc sửa lại số phụ lục.",
            others,
        )


def _annexes(said: Said) -> str:
    numbers = [annex.number for annex in said.annexes if annex.number]
    if numbers:
        return f"văn bản chỉ có phụ lục {', '.join(numbers[:8])}"
    return "phụ lục của văn bản không đánh số" if said.annexes else "văn bản không có phụ lục"
