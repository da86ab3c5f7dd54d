"""DL714: no name that had lapsed by the date of the document, but where it tells of the past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.rules.said import Passage, Said
from generator.rules.said_citations.ledger import row_document
from generator.rules.said_rule import SaidRule
from generator.rules.said_words.spots import Spot, first_and_others, times
from generator.rules.successions.edits import advice, province_of
from generator.rules.successions.history import last_day
from generator.rules.successions.matching import Lapsed, Setting, lapsed
from generator.vn.dates import VnDate
from generator.vn.text import quoted, sentence_start

RULE = SaidRule(
    "DL714",
    Severity.WARNING,
    "Không dùng tên cơ quan, tên địa phương đã thôi dùng",
    "Sau các đợt sắp xếp năm 2025 nhiều tên không còn: gửi nhầm nơi, ghi nhầm cấp thì văn bản bị trả lại. Bảng các tên "
    "ấy là tệp `templates/thay_doi.yaml`, cơ quan sửa được. Xét theo ngày của chính văn bản; ngày còn để trống thì "
    "tính ngày cuối tháng, không rõ cả tháng thì không xét. Tên trong văn bản cũ được viện dẫn, trong câu ghi rõ thời "
    "gian trước đó, hoặc có chữ «cũ» đi sau thì được giữ.",
)


def check(said: Said) -> Iterator[Finding]:
    date = said.date
    if date is None or date.month is None:
        return
    if not any(entry.tu.key() <= last_day(date) for entry in said.successions.thay_doi):
        return
    province = province_of((passage.text for passage in (*said.letterhead, *said.everything)), said.successions)
    found: dict[tuple[str, str], list[tuple[Lapsed, Spot]]] = defaultdict(list)
    for passage, where, day in _judged(said, date):
        for each in lapsed(passage.text, day, said.successions, Setting(where, said.body, province)):
            found[each.old, advice(each)].append((each, Spot(passage, each.start, each.old)))
    for (old, remedy), group in found.items():
        place, others = first_and_others([spot for _, spot in group])
        yield RULE.finding(
            place,
            f"{quoted(old)}{times(len(group))} thôi dùng {group[0][0].entry.ly_do}.",
            f"{sentence_start(remedy)}.",
            others,
        )


def _judged(said: Said, date: VnDate) -> Iterator[tuple[Passage, str, VnDate]]:
    """What may hold a name that has lapsed, which place of the document it is, and the day that it speaks of.

    The row of a list of documents speaks as of the document that it is about; names of indicators are quoted from
    their catalogue and not judged.
    """
    for passage in said.letterhead:
        yield passage, "cap_tren", date
    for passage in said.passages:
        yield passage, _where(passage), date
    from_catalogue = {words for indicator in said.indicators for words in (indicator.name, indicator.target)}
    for table in said.tables:
        for row in table.rows:
            document = row_document(row)
            day = document.date if document is not None and document.date is not None else date
            yield from ((cell, "loi_van", day) for cell in row.cells if cell.text not in from_catalogue)


def _where(passage: Passage) -> str:
    if passage.part == "dau" and not passage.heading:
        return "kinh_gui"
    return "noi_nhan" if passage.part == "cuoi" else "loi_van"
