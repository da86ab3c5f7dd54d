from __future__ import annotations

import pytest
from word_documents import printed, words

from generator.word.pieces import Piece, WordXml
from generator.word.render import TemplateFault
from generator.word.runs import Runs


class Rule(Piece):
    """A kind of piece that rendering has never heard of."""

    def __str__(self) -> str:
        return "vạch & kẻ"

    def xml(self) -> WordXml:
        return WordXml("<w:r><w:t>———</w:t></w:r>")


class Stranger:
    """What looks like a piece and says of itself that it is none."""

    def xml(self) -> WordXml:
        return WordXml("<w:r/>")


def test_a_run_tag_prints_any_piece_as_markup_and_a_plain_tag_its_words() -> None:
    assert printed(words("{{r x }}", "a {{ x }} b"), x=Rule()) == ["———", "a vạch & kẻ b"]


def test_pieces_stand_beside_each_other_in_a_paragraph() -> None:
    assert printed(words("{{r x }}{{r y }}"), x=Rule(), y=Runs.plain("chữ")) == ["———chữ"]


def test_what_is_no_piece_is_not_printed() -> None:
    with pytest.raises(TemplateFault):
        printed(words("{{r x }}"), x=Stranger())
