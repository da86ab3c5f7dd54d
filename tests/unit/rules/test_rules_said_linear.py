"""No text makes the rules over what is said slow: four times the text takes about four times as long."""

from __future__ import annotations

import gc
import time
from itertools import product

import pytest

from generator.findings import DataPlace
from generator.rules.said import Indicator, Passage, Said
from generator.rules.said_registry import check_said
from generator.vn.dates import parse_date

SHORT, TIMES = 25_000, 4
# A noisy machine may double a time; what grows with the square of the text takes sixteen times as long.
MOST_GROWTH, NOISE = 9, 0.3
LETTERS = "abcdeghiklmnopqrstuvxy"
DIFFERENT = tuple("".join(each) for each in product(LETTERS, repeat=3))
HOSTILE = {
    "ratios": "12/34 ",
    "rates": "12/34 = 5% ",
    "shares": "200%, ",
    "sums": "9 hộ, 8%; trong đó 5 hộ, 4 hộ. ",
    "lists": "- 5 xã:\n",
    "examples": "9 sản phẩm như A, B và ",
    "claims": "5 chỉ tiêu ",
    "areas": "trên địa bàn xã A có 5 b ",
    "symbols": "43/QĐ-UBND ngày 13/5/2022 của UBND xã A về việc x. ",
    "bodies": "Sở Thông tin và ",
    "quotes": "“",
    "brackets": "(",
    "blanks": " ",
    "doubles": "các các ",
    "broken": "ƣ x· Ð ",
    "hyphens": "a - b A-B-C ",
    "tones": "hóa hoá tỉ lệ tỷ lệ ",
    "names": "Kim Sơn Kỉm Sơn ",
    "different names": "".join(f"T{each} S{each} " for each in DIFFERENT),
    "different hosts": "".join(f"{each}.vn " for each in DIFFERENT),
    "different brands": "".join(f"Td{each}Office " for each in DIFFERENT),
    "different abbreviations": "".join(f"AB-{each.upper()}-CD " for each in DIFFERENT),
    "different doubles": "".join(f"{each} {each} " for each in DIFFERENT),
    "different symbols": "".join(f"{number}/QĐ-UBND ngày {number % 28 + 1}/5/2023 " for number in range(1, 4000)),
}


def judged_in(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    place = DataPlace("a.yaml", 1, 1)
    row = Indicator("1", "Tỷ lệ hộ có mạng", "a", "%", "5%", "6%", "Đạt", place)
    said = Said(
        "a.yaml", (Passage(text, place),), indicators=(row,), date=parse_date("05/12/2023"), body="UBND xã Bình Minh"
    )
    # What other tests have left on the heap is not the rules' to collect.
    gc.disable()
    try:
        start = time.process_time()
        check_said(said)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text(name: str) -> None:
    short, long = (judged_in(HOSTILE[name], SHORT * times) for times in (1, TIMES))
    assert long < MOST_GROWTH * short + NOISE
