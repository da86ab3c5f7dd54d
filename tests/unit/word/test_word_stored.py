"""A prepared template kept as bytes, or sent to another process, is the same template."""

from __future__ import annotations

import pickle

from msgspec.structs import replace
from word_documents import prepared

from generator.word.builder.template import build_template
from generator.word.prepare import Hole
from generator.word.render import with_code
from generator.word.stored import dumped, restored

HOLE = Hole("tên nơi nhận", ("noi_nhan[].ten",), " khi …", (("noi_nhan[].ten",),), ("word/document.xml", 3, "noi"))
MADE = replace(with_code(prepared(build_template())), holes=(HOLE,))


def test_what_is_restored_is_what_was_prepared() -> None:
    assert restored(dumped(MADE), "mau.docx") == MADE


def test_the_name_is_that_by_which_it_is_asked_for() -> None:
    assert restored(dumped(MADE), "khac.docx") == replace(MADE, name="khac.docx")


def test_a_prepared_template_goes_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(MADE)) == MADE
