"""Every way to write YAML wrong that people are known to try: where it is placed, what is said, how to mend it."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.data import located
from generator.data.located import read_yaml

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
ENGLISH = re.compile(r"\b(the|not|found|expected|while|did|mapping|scalar|token|character|key)\b")


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "PARSER", request.param)


CASES = [
    # text, rule, line:column, part of the problem, part of the remedy
    ("a: Nơi nhận: UBND\n", "DL102", "1:12", "dấu hai chấm rồi dấu cách", '"Nơi nhận: UBND"'),
    ("a: b: c: d\n", "DL102", "1:5", "dấu hai chấm rồi dấu cách", '"b: c: d"'),
    ('a: Xã "A": tốt\n', "DL102", "1:10", "dấu hai chấm rồi dấu cách", "'Xã \"A\": tốt'"),
    ("a: @x\n", "DL102", "1:4", "bắt đầu bằng dấu «@»", '"@x"'),
    ("a: `x`\n", "DL102", "1:4", "bắt đầu bằng dấu «`»", '"`x`"'),
    ("a: %5\n", "DL102", "1:4", "bắt đầu bằng dấu «%»", '"%5"'),
    ("a: , x\n", "DL102", "1:4", "bắt đầu bằng dấu «,»", '", x"'),
    ("a: ? b\n", "DL102", "1:4", "bắt đầu bằng dấu «?»", '"? b"'),
    ("a: &B là\n", "DL105", "1:4", "bắt đầu bằng dấu «&»", '"&B là"'),
    ("a: &Bộ là\n", "DL105", "1:4", "bắt đầu bằng dấu «&»", '"&Bộ là"'),
    ("a: *quan\n", "DL105", "1:4", "bắt đầu bằng dấu «*»", '"*quan"'),
    ("a: **đậm** là\n", "DL105", "1:4", "bắt đầu bằng dấu «*»", '"**đậm** là"'),
    ("a: !chú ý\n", "DL105", "1:4", "bắt đầu bằng dấu «!»", '"!chú ý"'),
    ("a: !!str x\n", "DL105", "1:4", "bắt đầu bằng dấu «!»", "dấu nháy"),
    ("a: [x] đã\n", "DL102", "1:4", "bắt đầu bằng dấu «[»", '"[x] đã"'),
    ("a: {{ x }}\n", "DL102", "1:4", "bắt đầu bằng «{{»", '"{{ x }}"'),
    ("a: {{ ct('1.6') }} là\n", "DL102", "1:4", "bắt đầu bằng «{{»", "\"{{ ct('1.6') }} là\""),
    ("a:\n  - {{ x }} máy\n", "DL102", "2:5", "bắt đầu bằng «{{»", '"{{ x }} máy"'),
    ("a: > 5 ha\n", "DL102", "1:4", "sau dấu «>»", "dấu nháy"),
    ("a: |x\n", "DL102", "1:4", "sau dấu «|»", "xuống dòng"),
    ("a: - b\n", "DL102", "1:4", "cùng dòng với tên mục", "xuống dòng"),
    ('a: "b\nc: d\n', "DL102", "1:4", 'dấu nháy " mở ở đây không được đóng', 'thêm dấu "'),
    ("a: 'b\nc: d\n", "DL102", "1:4", "không được đóng", "thêm dấu '"),
    ('a: "b\nc: "d"\n', "DL102", "1:4", "bị đóng ở dòng 2", 'thêm dấu "'),
    ('a: "Thôn "Đông""\n', "DL102", "1:11", "sau dấu nháy đóng", "«a: 'Thôn \"Đông\"'»"),
    ('a: "\\{{ x"\n', "DL102", "1:5", "«\\{» không có nghĩa", "dấu nháy đơn"),
    ("a: [x, y\nb: c\n", "DL102", "1:4", "dấu ngoặc ở «[x, y»", "dấu phẩy"),
    ("a: {x: 1\nb: c\n", "DL102", "1:4", "dấu ngoặc ở «{x: 1»", "dấu phẩy"),
    ("a: {b: 12,5}\n", "DL102", "1:8", "«12,5» bị cắt ở dấu phẩy", '«b: "12,5"»'),
    ("a: {b: 1,702}\n", "DL102", "1:8", "«1,702» bị cắt ở dấu phẩy", "«b: 1.702»"),
    ("a: {b:11}\n", "DL102", "1:5", "«b:11»: sau dấu hai chấm phải có một dấu cách", "viết «b: 11»"),
    ("a:\n  - x\n  -y\n", "DL102", "3:3", "«-y»: sau dấu gạch ngang phải có một dấu cách", "viết «- y»"),
    ("a:\n- x\n-y\nb: c\n", "DL102", "3:1", "«-y»: sau dấu gạch ngang phải có một dấu cách", "viết «- y»"),
    ("a:\n  - x\n  -Hai: ba\n", "DL102", "3:3", "sau dấu gạch ngang phải có một dấu cách", 'viết «- "Hai: ba"»'),
    ("a:\n  -so: 4\n    ngay: 2\n", "DL102", "2:3", "sau dấu gạch ngang phải có một dấu cách", "viết «- so: 4»"),
    ("-a\n-b\n", "DL108", "1:1", "tệp là một danh sách", "«mau: bao_cao»"),
    ("a:\n  b\n  c: d\n", "DL102", "2:3", "«b»: dòng này không có dấu hai chấm", "viết tên mục"),
    ('a: "Báo cáo”\n', "DL102", "1:4", "không được đóng lại", "thay dấu nháy cong «”» ở cuối dòng"),
    ("a:b\n", "DL108", "1:1", "«a:b»: sau dấu hai chấm phải có một dấu cách", "viết «a: b»"),
    ("a:b\nc: d\n", "DL102", "1:1", "«a:b»: sau dấu hai chấm phải có một dấu cách", "viết «a: b»"),
    ("a: 1\nb:c\n", "DL102", "2:1", "«b:c»: sau dấu hai chấm phải có một dấu cách", "viết «b: c»"),
    ("a:\u00a0b\n", "DL108", "1:1", "dấu cách cứng", "phím cách"),
    ("a：b\nc: d\n", "DL102", "1:1", "«：» không phải dấu hai chấm thường", "viết «a: b»"),
    ("a: b\nc\nd: e\n", "DL102", "2:1", "không có dấu hai chấm", "viết tên mục"),
    ("a\nb: c\n", "DL102", "1:1", "không có dấu hai chấm", "viết tên mục"),
    ("a: b\n  c: d\n", "DL102", "2:3", "phần tiếp theo của giá trị ở dòng trên", "thẳng hàng"),
    ("a:\n  b: c\n d: e\n", "DL102", "3:2", "thụt vào không khớp", "thẳng hàng"),
    ("a:\n  - x\n - y\n", "DL102", "3:2", "thụt vào không khớp", "thẳng hàng"),
    ("a: |\n     x\n  y\n", "DL102", "3:3", "ít hơn dòng đầu của đoạn văn", "thẳng hàng"),
    ("a: 1\n---\nb: 1\n", "DL102", "2:1", "«---»", "xóa dòng"),
    ("a: b\n...\nc: d\n", "DL102", "3:1", "«...»", "xóa dòng"),
    ("[a]: b\n", "DL102", "1:1", "phải là tên mục", "viết tên mục là một từ"),
    ('"": b\n', "DL102", "1:1", "thiếu tên mục", "viết tên mục"),
    ('a: "\\x07"\n', "DL104", "1:4", "U+0007", "xóa phần viết bằng dấu \\"),
    ("- a\n", "DL108", "1:1", "tệp là một danh sách", "mau: bao_cao"),
    ("báo cáo\n", "DL108", "1:1", "không có mục nào", "mau: bao_cao"),
    ("", "DL108", "1:1", "trống", "điền các mục"),
    ("# ghi chú\n\n", "DL108", "1:1", "trống", "điền các mục"),
    ("---\n", "DL108", "1:1", "trống", "điền các mục"),
    ("null\n", "DL108", "1:1", "trống", "điền các mục"),
    ("a: 1\nb: 2\na: 3\n", "DL106", "3:1", "mục «a» đã có ở dòng 1", "đổi tên"),
    ("a\u200b: 1\n", "DL104", "1:1", "ký tự ẩn", "gõ lại: «a:»"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "place", "problem", "fix"), CASES, ids=[repr(case[0]) for case in CASES])
def test_each_slip_is_explained_where_it_is(text: str, rule: str, place: str, problem: str, fix: str) -> None:
    _, findings = read_yaml(text.encode(), "f")
    (finding,) = findings
    assert finding.rule == rule
    assert str(finding.place).split(" ")[0] == f"f:{place}"
    assert problem.casefold() in finding.problem.casefold()
    assert fix.casefold() in finding.fix.casefold()


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_no_english_reaches_the_reader(text: str) -> None:
    for finding in read_yaml(text.encode(), "f")[1]:
        said = re.sub(r"«[^»]*»", "", finding.problem + finding.fix)
        assert not ENGLISH.search(said)


def test_a_decimal_comma_behind_an_empty_key_is_no_crash() -> None:
    assert {finding.rule for finding in read_yaml(b'a: {"": 1,5}\n', "f")[1]} == {"DL102"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_openings_do_not_crash(opening: str) -> None:
    tree, (finding,) = read_yaml((opening * 100_000).encode(), "f")
    assert tree is None
    assert finding.rule in ("DL105", "DL102")


def test_an_alias_bomb_is_refused_unread() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + below] * 9)}]\n"
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tree, findings = read_yaml(bomb.encode(), "f")
    assert {finding.rule for finding in findings} == {"DL105"}
    assert str(findings[0].place) == "f:1:4 (a)"
    assert tree is not None


def test_merge_keys_bring_nothing_in() -> None:
    tree, findings = read_yaml(b"a: &x {b: 1}\nc:\n  <<: *x\n", "f")
    assert [finding.rule for finding in findings] == ["DL105", "DL105"]
    assert tree is not None


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "MOST_NODES", 50)
    tree, (finding,) = read_yaml(b"a:\n" + b"  - 1\n" * 60, "f")
    assert tree is None
    assert (finding.rule, str(finding.place)) == ("DL105", "f:50:5 (a[49])")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: QĐ #12 ngày\nb: 1\n", "f:1:7 (a)", "«#12 ngày»"),
        ("a: #12\n", "f:1:4 (a)", "«#12»"),
        ("a:\n  - #12\n", "f:2:5 (a[1])", "«#12»"),
    ],
)
def test_a_swallowed_comment_is_a_warning(text: str, place: str, words: str) -> None:
    tree, (finding,) = read_yaml(text.encode(), "f")
    assert tree is not None
    assert (finding.rule, finding.severity.label, str(finding.place)) == ("DL107", "CẢNH BÁO", place)
    assert words in finding.problem
    assert "dấu nháy" in finding.fix


@pytest.mark.parametrize(
    "text", ["a: 1 # ghi chú\n", 'a: "QĐ #12"\n', "a: QĐ#12\n", "a: #\n  b: 1\n", "a: |\n  x #y\n"]
)
def test_a_true_comment_is_no_finding(text: str) -> None:
    assert read_yaml(text.encode(), "f")[1] == []
