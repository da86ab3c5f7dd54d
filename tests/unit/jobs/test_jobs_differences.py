"""Sentences of two reports held against each other."""

from __future__ import annotations

import functools
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.data.derive import assess
from generator.data.loading import load_report
from generator.data.model import BaoCao
from generator.data.model_blocks import Doan
from generator.data.model_text import Text
from generator.findings import DataPlace
from generator.jobs.differences.compare import differences
from generator.jobs.differences.difference import WORDS, Side

ROOT = Path(__file__).parents[3]


@functools.cache
def real(name: str = "hoangkim") -> BaoCao:
    report, findings = load_report(ROOT / "inputs" / f"{name}.yaml", ROOT / "templates" / "chi_tieu")
    assert report is not None, findings
    return report


def saying(*lines: str) -> Side:
    """A report whose body is those lines."""
    text = Text("\n".join(lines), DataPlace("xa.yaml", 1, 5, "noi_dung[1]"), 1)
    return Side(replace(real(), noi_dung=(Doan(text),)), ())


def told(old: Side, new: Side) -> list[tuple[str | None, str | None]]:
    found = (each for each in differences(old, new) if each.part == WORDS)
    return [(each.old and each.old.words, each.new and each.new.words) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A b c. D e f.", "A b c. D e f.", []),
        ("A b c. D e f.", "D e f. A b c.", []),
        ("Có 5 máy tính ở xã. D e f.", "Có 6 máy tính ở xã. D e f.", [("Có 5 máy tính ở xã.", "Có 6 máy tính ở xã.")]),
        ("D e f.", "D e f. Thêm một câu.", [(None, "Thêm một câu.")]),
        ("D e f. Bớt một câu.", "D e f.", [("Bớt một câu.", None)]),
        ("X y z. Lặp. Lặp.", "X y z. Lặp.", [("Lặp.", None)]),
        (
            "Đầu. Có 5 máy ở xã. Câu cũ hẳn.",
            "Đầu. Mới tinh đây. Có 7 máy ở xã.",
            [(None, "Mới tinh đây."), ("Có 5 máy ở xã.", "Có 7 máy ở xã."), ("Câu cũ hẳn.", None)],
        ),
    ],
)
def test_sentences_are_matched(old: str, new: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(saying(old), saying(new)) == expected


def test_every_sentence_that_one_report_alone_has_is_told_once() -> None:
    rng = random.Random(6)
    words = ["một", "hai", "ba", "bốn", "năm", "sáu"]
    for _ in range(60):
        old, new = ([f"{' '.join(rng.choices(words, k=4)).capitalize()}." for _ in range(12)] for _ in range(2))
        new = [*old[:5], *new[5:9], *old[9:]]
        found = told(saying(*old), saying(*new))
        assert Counter(was for was, _ in found if was) == Counter(old) - Counter(new)
        assert Counter(is_ for _, is_ in found if is_) == Counter(new) - Counter(old)


def test_long_reports_take_time_in_proportion() -> None:
    def taken(count: int) -> float:
        old = saying(*(f"Câu cũ số {number} nói về việc {number % 7}." for number in range(count)))
        new = saying(*(f"Câu mới thứ {number} nói về điều {number % 5}." for number in range(count)))
        start = time.perf_counter()
        assert told(old, new)
        return time.perf_counter() - start

    taken(50)
    assert taken(1600) < 20 * max(taken(200), 0.02)


@pytest.mark.parametrize("name", ["camthuy", "hoangkim", "vinhloc", "yendinh"])
def test_each_result_that_changes_is_told(name: str) -> None:
    report = real(name)
    side = Side(report, assess(report))
    for index, part in enumerate(report.chi_tieu):
        for number, result in enumerate(part.ket_qua):
            if result.tu is None:
                continue
            changed = replace(result, tu=result.tu + 1)
            results = (*part.ket_qua[:number], changed, *part.ket_qua[number + 1 :])
            parts = list(report.chi_tieu)
            parts[index] = replace(part, ket_qua=results)
            other = replace(report, chi_tieu=tuple(parts))
            found = differences(side, Side(other, assess(other)))
            assert found
            assert {each.new.place for each in found if each.new} == {result.place}
