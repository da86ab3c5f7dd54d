"""Every single fault is told by the rule meant for it, and hardly by another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from mutants import Mutant, all_mutants

from generator.jobs.check_format import judge_form

FEWEST = 120
LEAST_CAUGHT = 0.99
MOST_OTHERS = 1


@dataclass(frozen=True)
class Outcome:
    """``fresh`` are the rules with findings that the clean document does not have."""

    mutant: Mutant
    fresh: frozenset[str]

    @property
    def is_caught(self) -> bool:
        return self.mutant.rule in self.fresh

    @property
    def others(self) -> frozenset[str]:
        return self.fresh - {self.mutant.rule}

    def __str__(self) -> str:
        return f"{self.mutant.rule:6} {self.mutant.name:70} told by: {', '.join(sorted(self.fresh)) or 'none'}"


def told(data: bytes) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.problem) for finding in judge_form(data, "x").findings)


@pytest.fixture(scope="module")
def outcomes(bases) -> list[Outcome]:
    clean = {name: told(data) for name, data in bases.items()}
    found = []
    for mutant in all_mutants():
        fresh = told(mutant.of(bases[mutant.base])) - clean[mutant.base]
        found.append(Outcome(mutant, frozenset(rule for rule, _ in fresh)))
    return found


def table(failures):
    return "\n".join(["", *map(str, failures)])


def test_there_are_faults_enough_and_each_is_another(outcomes):
    names = [outcome.mutant.name for outcome in outcomes]
    assert len(names) == len(set(names)) >= FEWEST


def test_the_rule_meant_for_a_fault_tells_of_it(outcomes):
    missed = [outcome for outcome in outcomes if not outcome.is_caught]
    assert len(missed) <= len(outcomes) * (1 - LEAST_CAUGHT), table(missed)


def test_a_single_fault_is_told_by_one_other_rule_at_most(outcomes):
    noisy = [outcome for outcome in outcomes if len(outcome.others) > MOST_OTHERS]
    assert noisy == [], table(noisy)


def test_most_faults_are_told_by_their_rule_alone(outcomes):
    alone = [outcome for outcome in outcomes if not outcome.others]
    assert len(alone) >= len(outcomes) * 0.9, table(outcome for outcome in outcomes if outcome.others)


def test_every_rule_has_a_fault_that_it_tells_of(outcomes, bases):
    every = set(judge_form(bases["cong_van"], "x").verdicts)
    assert every == {outcome.mutant.rule for outcome in outcomes if outcome.is_caught}
