"""Rules as a person names them on the command line: by id, or by the beginning of one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.data import expressions, finding_ids
from generator.findings import Severity
from generator.jobs.made_rules import MADE_RULES, UNUSED
from generator.rules.form_registry import FORM_RULES
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES
from generator.vn.suggest import closest

_OF_DATA = {
    **{id_: rule.severity for id_, (rule, _) in DATA_RULES.items()},
    **{id_: rule.severity for id_, (rule, _) in SAID_RULES.items()},
    **{id_: rule.severity for id_, rule in MADE_RULES.items()},
}
_EXPRESSIONS = (expressions.UNCLOSED, expressions.SYNTAX, expressions.UNKNOWN_NAME, expressions.NO_VALUE)
_READING = {*finding_ids.MEANINGS, *_EXPRESSIONS} - {finding_ids.SWALLOWED_COMMENT}
_ERRORS = frozenset({*_READING, *(id_ for id_, severity in _OF_DATA.items() if severity is Severity.ERROR)})
_PASSABLE = frozenset({*_OF_DATA, finding_ids.SWALLOWED_COMMENT}) - _ERRORS - {UNUSED.id}


class Asked(Struct, frozen=True):
    """What is asked in one run: of Word files (``word``) with or without house style and figures, of data files.

    A ``template`` is asked its own rules, and those of form with the house style of what is built from it.
    """

    word: bool = True
    data: bool = False
    house: bool = False
    figures: bool = False
    template: bool = False


def is_known(wished: str) -> bool:
    """Whether any rule has that id, or an id that begins so."""
    rules = (*FORM_RULES, *HOUSE_RULES, *DATA_RULES, *MADE_RULES, *SAID_RULES, *_template_rules())
    return _starts(wished, rules)


def why_not_asked(wished: str, asked: Asked) -> str:
    """Why no rule of that name is asked, as a sentence that says what to do; empty where one is."""
    if asked.template:
        asks = _starts(wished, (*_template_rules(), *FORM_RULES, *HOUSE_RULES))
        return "" if asks else f"Luật «{wished}» không xét mẫu Word; lệnh này xét những luật MB và TT."
    ways = (
        (_template_rules(), False, "xét mẫu Word: dùng lệnh «cds-gen template check»"),
        (FORM_RULES, asked.word, "xét trên tệp Word: nêu một tệp .docx"),
        (HOUSE_RULES, asked.word and asked.house, "xét theo quy cách của cơ quan: thêm «--profile house»"),
        (SAID_RULES, asked.data or asked.figures, "xét số liệu, văn bản viện dẫn và chữ: thêm «--figures»"),
        ((*DATA_RULES, *MADE_RULES), asked.data, "xét trên tệp dữ liệu: nêu một tệp .yaml"),
    )
    named = [(is_asked, why) for rules, is_asked, why in ways if _starts(wished, rules)]
    if not named or any(is_asked for is_asked, _ in named):
        return ""
    return f"Luật «{wished}» {named[0][1]}."


def why_not_passed_over(rule: str) -> tuple[str, str] | None:
    """Why a remark in a data file cannot pass over the rule of that id, and what to do; None where it can."""
    if rule == UNUSED.id:
        return f"Luật «{rule}» nói về chính các ghi chú nên không bỏ qua được.", "Xóa ghi chú thừa mà luật ấy nêu."
    if rule in FORM_RULES or rule in HOUSE_RULES:
        problem = f"Luật «{rule}» xét tệp Word, không gắn với dòng nào của tệp dữ liệu, nên không bỏ qua được ở đây."
        return problem, "Bỏ mã này khỏi ghi chú; lúc kiểm tra tệp Word thì thêm «--ignore»."
    if rule in _ERRORS:
        return f"Luật «{rule}» là lỗi nên không bỏ qua được.", "Sửa chỗ sai, rồi bỏ mã này khỏi ghi chú."
    if rule in _PASSABLE:
        return None
    near = closest(rule, _PASSABLE)
    hint = f"Có phải ý là «{near}»? " if near else ""
    return f"Không có luật nào mang mã «{rule}».", f"{hint}Viết đúng mã in trong thông báo."


def _template_rules() -> Iterable[str]:
    from generator.rules.template_registry import TEMPLATE_RULES  # no build asks for them by name

    return TEMPLATE_RULES


def _starts(wished: str, rules: Iterable[str]) -> bool:
    return any(rule.startswith(wished) for rule in rules)
