"""Rules as a person names them on the command line: by id, or by the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.jobs import cramped
from generator.rules.form_registry import FORM_RULES
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES


@dataclass(frozen=True)
class Asked:
    """What is asked in one run: of Word files (``word``) with or without house style and figures, of data files."""

    word: bool = True
    data: bool = False
    house: bool = False
    figures: bool = False


def is_known(wished: str) -> bool:
    """Whether any rule has that id, or an id that begins so."""
    return _starts(wished, (*FORM_RULES, *HOUSE_RULES, *DATA_RULES, cramped.RULE.id, *SAID_RULES))


def why_not_asked(wished: str, asked: Asked) -> str:
    """Why no rule of that name is asked, as a sentence that says what to do; empty where one is."""
    ways = (
        (FORM_RULES, asked.word, "xét trên tệp Word: nêu một tệp .docx"),
        (HOUSE_RULES, asked.word and asked.house, "xét theo quy cách của cơ quan: thêm «--profile house»"),
        (SAID_RULES, asked.data or asked.figures, "xét số liệu, văn bản viện dẫn và chữ: thêm «--figures»"),
        ((*DATA_RULES, cramped.RULE.id), asked.data, "xét trên tệp dữ liệu: nêu một tệp .yaml"),
    )
    named = [(is_asked, why) for rules, is_asked, why in ways if _starts(wished, rules)]
    if not named or any(is_asked for is_asked, _ in named):
        return ""
    return f"Luật «{wished}» {named[0][1]}."


def _starts(wished: str, rules: Iterable[str]) -> bool:
    return any(rule.startswith(wished) for rule in rules)
