"""A group or a list of the data is no words: no filter makes any of it."""

from __future__ import annotations

import pytest
from msgspec import Struct
from word_documents import docx, words

from generator.word.package import DOCUMENT, read_parts
from generator.word.prepare import prepare
from generator.word.render import TemplateFault, compile_template, render


class Noi(Struct, frozen=True):
    ten: str = "Sở Nội vụ"


CONTEXT = {"noi": Noi(), "ds": [Noi(), Noi("Công an xã")]}


def printed(tag: str) -> str:
    prepared, _ = prepare(docx(words(tag)), "mau.docx")
    assert prepared is not None
    return read_parts(render(compile_template(prepared), CONTEXT))[DOCUMENT].decode()


@pytest.mark.parametrize(
    "tag", ["noi|upper", "noi|lower", "noi|replace('a', 'b')", "noi ~ ''", "ds|join(', ')", "ds|title"]
)
def test_a_tag_that_prints_a_group_is_refused(tag: str) -> None:
    with pytest.raises(TemplateFault) as refused:
        printed(f"{{{{ {tag} }}}}")
    (fault,) = refused.value.findings
    assert "không phải là chữ để in" in fault.problem


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("noi.ten|upper", "SỞ NỘI VỤ"),
        ("noi.ten ~ ';'", "Sở Nội vụ;"),
        ("ds|join(', ', attribute='ten')", "Sở Nội vụ, Công an xã"),
        ("ds|map(attribute='ten')|join(', ')", "Sở Nội vụ, Công an xã"),
    ],
)
def test_what_is_in_it_is_printed(tag: str, shown: str) -> None:
    assert shown in printed(f"{{{{ {tag} }}}}")
