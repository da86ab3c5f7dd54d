"""The common shape of "this was typed, but cannot be read"."""

from __future__ import annotations


class Misread(ValueError):
    """A text cannot be read as what it should be.

    ``problem`` holds the text in «» and says what is the matter, ``fix`` says what to write instead; both are
    sentences in plain Vietnamese.
    """

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem, fix)
        self.problem = problem
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.problem} {self.fix}"
