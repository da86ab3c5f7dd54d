"""Writes ``docs/ket-qua-so-lieu.md``: every finding on the four reports with its judgement.

python tests/figures/write_page.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from answer_sheet import PAGE, REPORTS, Judged, Known, found_in, line_of, sheet

from generator.data.markdown import table_of
from generator.findings import Finding

_NAMES = {
    "hoangkim": "xã Hoàng Kim, năm 2023",
    "camthuy": "huyện Cẩm Thủy, 6 tháng đầu năm 2024",
    "vinhloc": "huyện Vĩnh Lộc, 6 tháng đầu năm 2023",
    "yendinh": "huyện Yên Định, năm 2023",
}
_TOP = """\
# Những gì luật số liệu, viện dẫn và chữ thấy trong bốn báo cáo

Trang này do `python tests/figures/write_page.py` viết ra từ `tests/figures/answers.yaml`; đừng sửa tay.
Bốn báo cáo được đọc từng dòng trước khi chạy luật; lỗi thấy khi đọc ghi ở mục `loi` của tệp ấy. Sau đó mỗi phát hiện
của

    cds-gen check inputs/hoangkim.yaml inputs/camthuy.yaml inputs/vinhloc.yaml inputs/yendinh.yaml --verbose

được đối chiếu với nguồn, đúng là lỗi hay báo nhầm, ghi ở mục `phat_hien`. Những lỗi ấy là của đơn vị, được giữ nguyên
như đã ban hành (xem [đối chiếu](doi-chieu/)).
"""


def page(known: Sequence[Known], judged: Sequence[Judged], found: Mapping[str, Sequence[Finding]]) -> str:
    """The page as Markdown."""
    return "\n".join([_TOP, *_summary(known, judged, found), *_tables(judged, found), *_missed(known)]) + "\n"


def _summary(known: Sequence[Known], judged: Sequence[Judged], found: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    head = ("báo cáo", "lỗi biết khi đọc", "luật thấy", "chấp nhận bỏ sót", "phát hiện", "đúng là lỗi", "báo nhầm")
    rows = [_counts(_NAMES[name], [name], known, judged, found) for name in REPORTS]
    rows.append(_counts("cộng", REPORTS, known, judged, found))
    yield from table_of(head, rows)
    verdicts = _verdicts(REPORTS, judged, found)
    yield ""
    yield f"Đúng là lỗi: {sum(verdicts)}/{len(verdicts)} phát hiện."


def _counts(
    name: str,
    reports: Sequence[str],
    known: Sequence[Known],
    judged: Sequence[Judged],
    found: Mapping[str, Sequence[Finding]],
) -> tuple[str, ...]:
    faults = [each for each in known if each.report in reports]
    missed = sum(bool(each.missed) for each in faults)
    verdicts = _verdicts(reports, judged, found)
    numbers = (len(faults), len(faults) - missed, missed, len(verdicts), sum(verdicts), len(verdicts) - sum(verdicts))
    return (name, *map(str, numbers))


def _verdicts(reports: Sequence[str], judged: Sequence[Judged], found: Mapping[str, Sequence[Finding]]) -> list[bool]:
    """Whether each finding is true; one judgement holds wherever the same words are found."""
    true = {each.key: each.true for each in judged}
    return [true[report, finding.rule, finding.problem] for report in reports for finding in found[report]]


def _tables(judged: Sequence[Judged], found: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    verdicts = {each.key: each for each in judged}
    for report in REPORTS:
        yield f"\n## {_NAMES[report][0].upper()}{_NAMES[report][1:]}\n"
        rows = []
        for finding in found[report]:
            verdict = verdicts[report, finding.rule, finding.problem]
            mark = "đúng" if verdict.true else "**báo nhầm**"
            place = f"[{line_of(finding)}](../inputs/{report}.yaml#L{line_of(finding)})"
            rows.append((place, finding.rule, finding.severity.label.lower(), finding.problem, mark, verdict.why))
        yield from table_of(("dòng", "luật", "mức", "phát hiện", "đánh giá", "vì sao"), rows)


def _missed(known: Sequence[Known]) -> Iterator[str]:
    yield "\n## Lỗi biết khi đọc mà luật không thấy\n"
    rows = [(each.report, ", ".join(each.rules), each.words, each.why, each.missed) for each in known if each.missed]
    yield from table_of(("báo cáo", "luật", "chữ", "vì sao là lỗi", "vì sao luật không thấy"), rows)


def write() -> None:
    known, judged = sheet()
    PAGE.write_text(page(known, judged, {name: found_in(name) for name in REPORTS}), "utf-8")


if __name__ == "__main__":
    write()
