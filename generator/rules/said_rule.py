"""What a rule over figures, citations and words is: it looks at what a document says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.findings import Finding
from generator.rules.graded_rule import GradedRule
from generator.rules.said import Said


class SaidRule(GradedRule, frozen=True):
    """A rule over what is said."""


SaidCheck = Callable[[Said], Iterator[Finding]]
