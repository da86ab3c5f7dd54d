from __future__ import annotations

import pytest
from documents import fragment, recognised, rule_line, view
from hypothesis import given
from hypothesis import strategies as st

from generator.decree.components import COMPONENTS
from generator.decree.kinds import KINDS
from generator.rules.form_registry import FORM_RULES, MODULES, by_id, check_form
from generator.rules.format_rule import SEVERITY_OF

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(
    [
        "Số: ",
        "Số:/",
        "Số: 1/",
        "ngày tháng năm",
        "Kính gửi:",
        "- ",
        "V/v",
        "Phụ lục",
        "TM.",
        "²/BC-UBND",
        "ngày ٣ tháng ٣ năm ٣",
    ]
)


def test_a_rule_stands_once_and_in_order():
    assert list(FORM_RULES) == sorted(FORM_RULES)
    assert len(FORM_RULES) == len(MODULES)
    assert all(module.__name__.endswith(id_.lower()) for module, id_ in zip(MODULES, FORM_RULES, strict=True))


def test_an_id_that_stands_twice_or_out_of_order_is_refused():
    for wrong in ((MODULES[0], MODULES[0]), (MODULES[1], MODULES[0])):
        with pytest.raises(ValueError, match="TT101"):
            by_id(wrong)


def test_every_rule_gives_a_verdict_and_an_empty_document_breaks_none():
    verdicts = check_form(recognised(seen=view(sections=(), margins={}, fields={})))
    assert list(verdicts) == list(FORM_RULES)
    assert not any(verdict.findings for verdict in verdicts.values())


def test_every_rule_says_what_and_why():
    for rule, _ in FORM_RULES.values():
        assert len(rule.title) > 10
        assert len(rule.why) > 20
        assert rule.source.article


@given(st.data())
def test_no_words_break_a_rule_and_every_finding_says_its_ground(data):
    found = {name: data.draw(st.lists(texts, min_size=1, max_size=3)) for name in COMPONENTS}
    rules = {name: rule_line(fragment(found[name][-1])) for name in ("tieu_ngu", "co_quan_ban_hanh", "trich_yeu")}
    kind = data.draw(st.sampled_from(["", "Đề cương", *(kind.ten for kind in KINDS)]))
    for id_, verdict in check_form(recognised(rules=rules, kind=kind, **found)).items():
        assert verdict.assessed or not verdict.findings
        for finding in verdict.findings:
            assert finding.rule == id_
            assert finding.basis is not None
            assert finding.severity is SEVERITY_OF[finding.basis]
            assert finding.fix.endswith((".", "»"))
