"""Laws of the rules over citations: seeded faults are found, clean text gives nothing, time stays linear."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said_citations_of import found, passage, said

from generator.rules.said import Said
from generator.rules.said_citations import RULES

BODIES = {"UBND": "UBND huyện Sông Hồng", "STTTT": "Sở Thông tin và Truyền thông", "BCĐ": "Ban Chỉ đạo tỉnh"}
KINDS = {"KH": "Kế hoạch", "QĐ": "Quyết định", "BC": "Báo cáo", "TB": "Thông báo"}
SUBJECTS = (
    "hạ tầng số cấp xã năm 2023",
    "chữ ký số cho người dân",
    "an toàn thông tin mạng",
    "dịch vụ công trực tuyến",
)
SEEDS = range(40)
LIMIT = 1.0


@dataclass(frozen=True)
class Doc:
    number: int
    kind: str
    body: str
    day: date
    subject: str

    def text(self) -> str:
        name, body, day = KINDS[self.kind], BODIES[self.body], f"{self.day.day}/{self.day.month}/{self.day.year}"
        return f"Thực hiện {name} số {self.number}/{self.kind}-{self.body} ngày {day} của {body} về {self.subject}."


def clean(seed: int) -> list[Doc]:
    """Series of documents whose numbers rise with the dates, in no order."""
    chance = random.Random(seed)
    documents = []
    for kind in KINDS:
        for body in BODIES:
            day, number = date(2023, 1, 5), 0
            for _ in range(chance.randint(3, 5)):
                day, number = day + timedelta(chance.randint(1, 40)), number + chance.randint(1, 90)
                documents.append(Doc(number, kind, body, day, chance.choice(SUBJECTS)))
    chance.shuffle(documents)
    return documents


def view(documents: list[Doc], *more: str) -> Said:
    return said(*(each.text() for each in documents), *more)


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_clean_text_gives_nothing(seed: int) -> None:
    documents = clean(seed)
    assert found(view([*documents, *documents[:5]])) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_wrong_month_at_the_second_mention_is_found(seed: int) -> None:
    documents = clean(seed)
    wrong = documents[seed % len(documents)]
    month = wrong.day.month % 11 + 1
    twice = replace(wrong, day=wrong.day.replace(month=month, day=min(wrong.day.day, 28)))
    assert ("DL601", len(documents) + 1) in found(view([*documents, twice]))


@pytest.mark.parametrize("seed", SEEDS)
def test_another_subject_at_the_second_mention_is_found(seed: int) -> None:
    documents = clean(seed)
    twice = replace(documents[seed % len(documents)], subject="phòng cháy, chữa cháy rừng mùa khô")
    assert ("DL602", len(documents) + 1) in found(view([*documents, twice]))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_date_after_the_report_is_found(seed: int) -> None:
    documents = clean(seed)
    late = Doc(4000 + seed, "KH", "UBND", date(2023, 12, 6) + timedelta(seed % 20), SUBJECTS[0])
    assert found(view([*documents, late])) == [("DL603", len(documents) + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_number_from_another_series_is_found(seed: int) -> None:
    documents = clean(seed)
    wrong = Doc(5000 + seed, "KH", "STTTT", date(2023, 1, 5), SUBJECTS[1])
    assert found(view([*documents, wrong])) == [("DL604", len(documents) + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_name_of_another_kind_is_found(seed: int) -> None:
    documents = clean(seed)
    wrong = documents[seed % len(documents)]
    other = next(name for kind, name in KINDS.items() if kind != wrong.kind)
    assert ("DL605", len(documents) + 1) in found(view(documents, wrong.text().replace(KINDS[wrong.kind], other)))


@pytest.mark.parametrize("seed", SEEDS)
def test_another_body_is_found(seed: int) -> None:
    documents = clean(seed)
    wrong = documents[seed % len(documents)]
    other = next(name for body, name in BODIES.items() if body != wrong.body)
    assert ("DL606", len(documents) + 1) in found(view(documents, wrong.text().replace(BODIES[wrong.body], other)))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_incomplete_first_mention_is_found(seed: int) -> None:
    documents = clean(seed)
    bare = f"Thực hiện Kế hoạch số {6000 + seed}/KH-UBND ngày 01/12/2023."
    assert found(view(documents, bare)) == [("DL607", len(documents) + 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_document_astray_is_found(seed: int) -> None:
    chance = random.Random(seed)
    days = [date(2023, 1, 5) + timedelta(20 * step + chance.randint(0, 15)) for step in range(10)]
    documents = [
        Doc(number, chance.choice(["KH", "QĐ"]), "UBND", day, SUBJECTS[0]) for number, day in enumerate(days, 1)
    ]
    moved = chance.randrange(0, 8)
    documents.append(documents.pop(moved))
    texts = [each.text().removeprefix("Thực hiện ") for each in documents]
    assert found(said(*texts)) == [("DL608", 10)]


@pytest.mark.parametrize(
    "piece",
    [
        "1/AB-",
        "43/QĐ-UBND ",
        "6-NQ/TU ",
        "Quyết định số ",
        "Quyết định số 6 ngày ",
        "43/QĐ-UBND ngày 13/5/2022 của UBND xã A về việc x. ",
        "43/QĐ-UBND của Sở A b c ",
        "Sở Thông tin và ",
        "của Ban Chỉ đạo ",
        "UBND xã ",
        "ngày 1",
        "số:   ",
        "“",
        " ",
        "\n",
        "0",
    ],
)
@pytest.mark.parametrize("module", RULES, ids=[module.RULE.id for module in RULES])
def test_hostile_text_is_judged_within_a_second(piece: str, module: object) -> None:
    hostile = Said("a.yaml", (passage(piece * (100_000 // len(piece))),))
    start = time.process_time()
    for each in RULES:
        if each is module:
            list(each.check(hostile))
    assert time.process_time() - start < LIMIT
