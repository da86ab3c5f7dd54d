"""The data file of the next period: what moves on, what stays, what is left open, what is to be read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.data.comments import comments
from generator.data.loading import Names, read_report
from generator.data.model import BaoCao
from generator.data.open_places import OPEN
from generator.data.periods import Period
from generator.data.spans import GroupSpan, ListSpan, Span, TextSpan, read_spans
from generator.data.successions import NO_SUCCESSIONS
from generator.jobs.next_period.documents import KEEP_ALL
from generator.jobs.next_period.marks import REVIEW
from generator.jobs.next_period.period import months_between, moved_day
from generator.jobs.next_period.renewing import Renewed, Source, renewed
from generator.jobs.next_period.stale import remark, stale_words
from generator.jobs.successions import shipped_successions
from generator.vn.dates import parse_date

ROOT = Path(__file__).parents[3]
CATALOGUES = ROOT / "templates" / "chi_tieu"
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
FIGURE = re.compile(
    r"^\.(?:so_lieu|ky|van_ban\.(?:so|ngay))|\.ket_qua\.(?!.*\.(?:noi_dung|minh_chung|ghi_chu|ly_do|cot_them|muc_tieu)\b)"
)
each_report = pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
periods = st.builds(Period, st.just("nam"), st.integers(2025, 2090)) | st.builds(
    Period, st.just("quy"), st.integers(2025, 2090), st.integers(1, 4)
)


def report_of(path: Path, text: str | None = None) -> BaoCao:
    data = path.read_bytes() if text is None else text.encode("utf-8")
    report, findings = read_report(data, path, CATALOGUES, Names(path.name, "chi_tieu"), draft=True)
    assert report is not None, findings
    return report


def next_of(path: Path, period: Period | None = None, keep: tuple[str, ...] = (KEEP_ALL,)) -> Renewed:
    report = report_of(path)
    new = period or Period.of(report.ky).next()
    return renewed(Source(path.read_text("utf-8"), report, path.name), new, keep, NO_SUCCESSIONS)


def values(span: Span, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text with the way to it."""
    if isinstance(span, TextSpan):
        yield path, span.value
    elif isinstance(span, ListSpan):
        for number, item in enumerate(span.items):
            yield from values(item, f"{path}[{number}]")
    else:
        for key, entry in span.entries.items():
            yield from values(entry.value, f"{path}.{key}")


def undone(old: str, new: str) -> dict[str, str]:
    """The values of a new file with its open places filled from the old one and the period taken back."""
    before, after = dict(values(read_spans(old))), dict(values(read_spans(new)))
    moved = {path for path in before if path.startswith((".ky.", ".van_ban.so", ".van_ban.ngay"))}
    kept = {
        path: before.get(path, value) if value == OPEN or path in moved else value
        for path, value in after.items()
        if ".ky_truoc" not in path and not path.startswith(".ky.")
    }
    # "may_tinh: 368" has become a group: the open value in it is the old text.
    short = {path.removesuffix(f".{key}") for path in after for key in ("gia_tri", "chu") if path.endswith(f".{key}")}
    shortened = {path: before[path] for path in short if path in before}
    long = {path: value for path, value in kept.items() if path.rpartition(".")[0] not in shortened}
    return long | shortened | {path: before[path] for path in moved}


@each_report
def test_filling_every_place_again_and_taking_the_period_back_gives_the_old_data(path: Path) -> None:
    old = path.read_text("utf-8")
    assert undone(old, next_of(path).text) == dict(values(read_spans(old)))


@each_report
def test_comments_and_lines_that_hold_no_figure_stay_to_the_byte(path: Path) -> None:
    old, new = path.read_text("utf-8"), next_of(path).text
    left = [comment.text for comment in comments(new) if not comment.text.startswith(REVIEW.strip())]
    assert left == [comment.text for comment in comments(old)]
    figures = {number for start, end in figure_spans(read_spans(old)) for number in lines_of(old, start, end)}
    stays = [line for number, line in enumerate(old.split("\n")) if number not in figures]
    rest = iter(new.split("\n"))
    assert [line for line in stays if line not in rest] == []


def figure_spans(span: Span, path: str = "") -> Iterator[tuple[int, int]]:
    """Where figures, results and what says the period stand."""
    if isinstance(span, TextSpan):
        if FIGURE.search(path):
            yield span.start, span.end
        return
    below = (
        [("", item) for item in span.items]
        if isinstance(span, ListSpan)
        else [(f".{key}", entry.value) for key, entry in span.entries.items()]
    )
    for step, value in below:
        yield from figure_spans(value, path + step)


def lines_of(text: str, start: int, end: int) -> range:
    return range(text.count("\n", 0, start), text.count("\n", 0, end) + 1)


@each_report
def test_every_figure_of_the_old_period_is_told_as_the_last_one(path: Path) -> None:
    old, done = report_of(path), next_of(path)
    new = report_of(path, done.text)
    for before, after in zip(old.ket_qua, new.ket_qua, strict=True):
        told = after.ky_truoc
        if (before.tu, before.gia_tri, before.chu) != (None, None, None):
            assert after.de_ngo
            assert told is not None
            for field in ("tu", "mau", "gia_tri", "phan_tram", "chu", "ty_le", "don_vi"):
                assert getattr(told, field) == getattr(before, field), before.ma
    for figure, later in zip(old.so_lieu, new.so_lieu, strict=True):
        assert later.de_ngo
        assert later.ky_truoc is not None
        assert (later.ky_truoc.gia_tri, later.ky_truoc.tu, later.ky_truoc.mau) == (
            figure.gia_tri,
            figure.tu,
            figure.mau,
        )


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(INPUTS), periods)
def test_any_later_period_loads_and_remembers_where_it_came_from(path: Path, period: Period) -> None:
    old = report_of(path)
    new = report_of(path, next_of(path, period).text)
    assert Period.of(new.ky) == period
    assert new.ky.truoc is not None
    assert Period.of(new.ky.truoc) == Period.of(old.ky)
    assert new.ky.truoc.tep == path.name
    assert new.van_ban.so is None
    assert months_between(Period.of(old.ky), period) == (new.van_ban.ngay.year - old.van_ban.ngay.year) * 12 + (
        (new.van_ban.ngay.month or 12) - (old.van_ban.ngay.month or 12)
    )


@each_report
def test_documents_leave_the_list_unless_texts_call_them(path: Path) -> None:
    old, done = report_of(path), next_of(path, keep=())
    new = report_of(path, done.text)
    assert {str(each.so) for each in new.van_ban_ban_hanh} == {*done.documents.cited}
    assert done.documents.left == len(old.van_ban_ban_hanh) - len(new.van_ban_ban_hanh)
    assert all(f"vb('{each.ma or each.so}')" in done.text for each in new.van_ban_ban_hanh)


def test_a_document_that_is_asked_for_stays() -> None:
    path = ROOT / "inputs" / "camthuy.yaml"
    done = next_of(path, keep=("826/QĐ-UBND",))
    assert [str(each.so) for each in report_of(path, done.text).van_ban_ban_hanh] == ["826/QĐ-UBND"]


def test_each_sentence_with_the_old_year_or_a_typed_figure_has_a_remark() -> None:
    report = report_of(ROOT / "inputs" / "camthuy.yaml", next_of(ROOT / "inputs" / "camthuy.yaml").text)
    told = " ".join(remark.words for remark in report.remarks)
    for words in ("năm 2024", "426 tin bài", "2.102.739 lượt", "19453 tài khoản", "14 sản phẩm"):
        assert words in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UBND xã đã ban hành 12 văn bản trong năm 2023.", ("12 văn bản", "năm 2023")),
        ("Tính đến tháng 11/2023 có 34/42 hộ đạt 80,95%", ("tháng 11/2023", "34/42 hộ đạt", "80,95%")),
        ("Có {{ so_lieu.may_tinh }} máy, đạt {{ ct('1.6').ty_le }}.", ()),
        ("Thực hiện Chỉ thị số 12/CT-UBND ngày 01/4/2020 của Chủ tịch UBND tỉnh về dịch vụ công", ()),
        ("Nghị quyết số 52-NQ/TW; Điều 5, khoản 2; mức độ 4; giai đoạn 2021-2025", ()),
        ("Xem https://xa-a.example/2023/12 và www.xa-a.example/tin-15", ()),
        ("1. Công tác chỉ đạo\n- Tuyên truyền", ()),
        ("Đã hỗ trợ chuyển đổi số 12 đơn vị trên tổng số 40 đơn vị", ("12 đơn vị", "40 đơn vị")),
        ("Đã cấp 79 bộ máy; đạt mức 45%; giao chỉ tiêu 45 hộ", ("79 bộ máy", "45%", "45 hộ")),
        ("dịch vụ công mức độ 3,4; hệ thống thông tin cấp độ 2; chỉ tiêu 4.3; khoản 1, 2 Điều 5", ()),
        ("từ đủ 15 tuổi; 24/24 giờ; thời đại 4.0; đạt 03 sao; bảo đảm 100% văn bản được ký số", ()),
        ("Quyết định số 06 ngày 06/01/2022 của Thủ tướng", ()),
        ("Nhiệm vụ năm 2024; giai đoạn 2022-2023", ("năm 2024", "giai đoạn 2022-2023")),
        ("Năm 2021 đã lắp; so với năm 2022 tăng mạnh; mục tiêu đến năm 2025", ("năm 2022",)),
        ("Kế hoạch số 21/KH-UBND ngày 03/3/2022 về chuyển đổi số, xã đã lắp 14 điểm wifi.", ("14 điểm wifi",)),
        ("Có 17/{{ so_lieu.thon }} thôn", ("17/…",)),
    ],
)
def test_what_a_sentence_still_says_of_the_old_period(text: str, words: tuple[str, ...]) -> None:
    assert stale_words(text, Period("nam", 2023), Period("nam", 2024)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kết quả 06 tháng đầu năm 2024, nhiệm vụ 6 tháng cuối năm", ("06 tháng đầu năm 2024", "6 tháng cuối năm")),
        ("Chỉ tiêu được giao năm 2024", ()),
        ("Quý II/2024; tính đến ngày 11/6/2024", ("Quý II/2024", "ngày 11/6/2024")),
    ],
)
def test_what_a_year_takes_over_from_its_half(text: str, words: tuple[str, ...]) -> None:
    assert stale_words(text, Period("nua_nam", 2024), Period("nam", 2024)) == words


def test_a_part_of_the_year_stays_where_the_part_is_the_same() -> None:
    words = stale_words("6 tháng đầu năm; 6 tháng đầu năm 2023", Period("nua_nam", 2023), Period("nua_nam", 2024))
    assert words == ("6 tháng đầu năm 2023",)


def test_a_remark_counts_what_it_does_not_show() -> None:
    assert remark(("1", "2", "3", "4", "5", "6")) == "còn «1», «2», «3», «4» và 2 chỗ nữa"


def test_documents_of_a_half_belong_to_its_year() -> None:
    path = ROOT / "inputs" / "camthuy.yaml"
    done = next_of(path, Period("nam", 2024), ())
    assert done.documents.left == 0
    assert "van_ban_ban_hanh:\n  # I. Báo cáo\n  - so: 68/BC-UBND" in done.text


def test_sentences_tell_the_documents_of_the_old_period_that_they_cite() -> None:
    remarks = report_of(INPUTS[1], next_of(INPUTS[1]).text).remarks
    cited = [each.words for each in remarks if "viện dẫn văn bản của kỳ trước" in each.words]
    assert any("33/KH-UBND, 52/QĐ-UBND" in words for words in cited)  # called by vb('…')
    assert any("06-CTr/ĐU" in words for words in cited)  # typed


def test_an_emptied_list_of_documents_shows_how_one_is_written() -> None:
    done = next_of(ROOT / "inputs" / "camthuy.yaml", keep=())
    assert "ví dụ «- {so: 12/KH-UBND, ngay: 15/3/2024, trich_yeu: về …}»\nvan_ban_ban_hanh:\n" in done.text
    assert report_of(ROOT / "inputs" / "camthuy.yaml", done.text).van_ban_ban_hanh == ()


@pytest.mark.parametrize(
    ("date", "months", "moved"),
    [("30/11/2023", 12, "30/11/2024"), ("28/2/2023", 12, "29/2/2024"), ("31/3/2024", 3, "30/6/2024"),
     ("15/12/2024", 1, "15/1/2025"), ("30/1/2023", 1, "28/2/2023")],
)  # fmt: skip
def test_a_cut_off_date_keeps_its_day_and_the_last_stays_the_last(date: str, months: int, moved: str) -> None:
    assert moved_day(parse_date(date), months) == moved


def test_a_year_after_a_half_loses_the_half() -> None:
    done = next_of(ROOT / "inputs" / "camthuy.yaml", Period("nam", 2024))
    ky = read_spans(done.text).entries["ky"].value
    assert isinstance(ky, GroupSpan)
    assert "nua_nam" not in ky.entries
    assert "truoc: {nam: 2024, nua_nam: 1, tep: camthuy.yaml}" in done.text


def test_a_commune_of_2026_has_no_district() -> None:
    path = ROOT / "inputs" / "hoangkim.yaml"
    source = Source(path.read_text("utf-8"), report_of(path), path.name)
    done = renewed(source, Period("nam", 2026), (), shipped_successions())
    report = report_of(path, done.text)
    assert report.don_vi.cap_tren is None
    assert [each.ten for each in report.noi_nhan if not each.luu][:1] == ["Sở Khoa học và Công nghệ tỉnh (b/c)"]
    assert "huyện" not in report.van_ban.trich_yeu.raw
    assert {change.old for change in done.changes} >= {"UBND huyện Hoàng Hóa", "UBND huyện"}
    assert "“XÃ HOÀNG KIM, HUYỆN HOÀNG HÓA“" in done.text  # the name of a page is asked about


def test_remarks_of_the_reform_stand_above_a_text_of_several_lines_and_not_in_it() -> None:
    path = ROOT / "inputs" / "hoangkim.yaml"
    source = Source(path.read_text("utf-8"), report_of(path), path.name)
    done = renewed(source, Period("nam", 2026), (), shipped_successions())
    told = [remark.words for remark in report_of(path, done.text).remarks if "tên đã thôi dùng" in remark.words]
    assert len(told) == done.text.count("tên đã thôi dùng: ") - sum(words.count("tên đã") - 1 for words in told)
    assert not [value for _, value in values(read_spans(done.text)) if "# cds:" in value]
