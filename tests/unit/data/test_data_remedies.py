"""Every remedy that shows what to type: typed as it is shown, it loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from data_reports import REPORT, Load, where
from hypothesis import given
from hypothesis import strategies as st

from generator.data import located
from generator.data.kind import load_kind
from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar
from generator.data.schema import check_catalogue, check_kind, check_report
from generator.data.schema_blocks import KHOI
from generator.data.schema_catalogue import BO_CHI_TIEU
from generator.data.schema_kind import MO_TA
from generator.data.schema_report import BAO_CAO
from generator.data.shapes import full_catalogue_forms, full_forms
from generator.errors import Refused
from generator.findings import Finding

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
Fields = dict[str, dict[str, Any]]


@pytest.fixture(params=PARSERS, ids=lambda parser: parser.__name__)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "PARSER", request.param)


def plain(node: Node) -> Any:
    """The tree as texts, groups and lists; the line break at the end of a block does not count."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Mapping):
        return {key: plain(item.node) for key, item in node.items.items()}
    return [plain(item) for item in node.items]


def texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text.strip()
    elif isinstance(node, Mapping):
        for item in node.items.values():
            yield from texts(item.node)
    else:
        for child in node.items:
            yield from texts(child)


def shown(finding: Finding) -> str:
    """What the remedy says to type: the longest of what it shows, without the stop behind it."""
    return max(map(str, re.findall("«([^»]*)»", finding.fix)), key=len)


def typed(text: str, entry: str, finding: Finding, sentence: str) -> str:
    """The file with what stood at ``entry`` typed anew as the remedy says."""
    assert text.count(entry) == 1
    line = next(line for line in text.split("\n") if entry in line)
    remedy = shown(finding)
    if remedy.endswith("|"):
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        remedy = f"{remedy}\n{indent}{sentence}"
    return text.replace(entry, remedy)


# The file, what in it is to be typed anew, the sentence that was meant, the line of the finding.
SENTENCES = [
    ("van_ban:\n  ngay: 12/2024\n  {}\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 3),
    ("van_ban:\n  {}\n  loai: BC\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 2),
    ("ket_thuc: |\n  Một.\n  Hai.\n{}\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 4),
    ("a:\n  b:\n    c: |\n      Một.\n    {}\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 5),
    ("a:\n  b: x\n\n  # ghi chú\n  {}\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 5),
    ("a:\n  b:\n    - x\n  {}\n", "trich_yeu: Báo cáo: kết quả", "Báo cáo: kết quả", 4),
    ("a:\n  {}\n", "trich_yeu: Báo cáo: gồm: hai phần", "Báo cáo: gồm: hai phần", 2),
    ("a:\n  b: x\n  {}\n", "trich_yeu: “Báo cáo: kết quả”", "Báo cáo: kết quả", 3),
    ("a:\n  b: x\n  {}\n", "trich_yeu: Phong trào “Mỗi nhà”: kết quả", "Phong trào “Mỗi nhà”: kết quả", 3),
    ("a:\n  b: x\n  {}   # ghi chú\n", 'trich_yeu: Xã "A": tốt', 'Xã "A": tốt', 3),
    ("a:\n  b: x\n  {}\n", "trich_yeu: Xã \"A\" và 'B': tốt", "Xã \"A\" và 'B': tốt", 3),
    ("a:\n  b: x\n  {}\n", "trich_yeu: C:\\xa: tốt", "C:\\xa: tốt", 3),
    ('a:\n  {}\n  "1.2": x\n', '"1.1": Có: 5', "Có: 5", 2),
    ("a:\n  - x\n  {}\n", "- Kết quả: đạt: 5", "Kết quả: đạt: 5", 3),
    ("a:\n  {}\n  - x\n", "- “Kết quả: đạt: 5”", "Kết quả: đạt: 5", 2),
    ("a:\n  {}\n    gom: [x]\n", "- muc: Kiến nghị: đề xuất", "Kiến nghị: đề xuất", 2),
    ("a:\n  {}\n    gom: [x]\n", "- muc: Xã \"A\", 'B': đề xuất", "Xã \"A\", 'B': đề xuất", 2),
    ("a: {{{}}}\n", "chu: Đạt: 5", "Đạt: 5", 1),
    ("a: {{b: x, {}, c: y}}\n", "chu: “Đạt: 5”", "Đạt: 5", 1),
    ("a: [x, {}]\n", "Kết quả: đạt: 5", "Kết quả: đạt: 5", 1),
    ("a: {{b: x, {}}}\n", "chu: Xã \"A\" và 'B': 5", "Xã \"A\" và 'B': 5", 1),
    ("a:\n  - x\n  {}\n", "- \"Thực hiện\" {{ vb('43/QĐ-UBND') }}", "\"Thực hiện\" {{ vb('43/QĐ-UBND') }}", 3),
    ("a:\n  b: x\n  {}\n", "doan: \"A\" {{ ct('1.6') }}", "\"A\" {{ ct('1.6') }}", 3),
    ("a:\n  - x\n  {}\n", '- "A" và "B"', '"A" và "B"', 3),
    ("a:\n  - x\n  {}\n", '- "Thôn "Đông" và xã"', 'Thôn "Đông" và xã', 3),
    ("a:\n  - x\n  {}\n", "- 'Thôn 'Đông' và xã'", "Thôn 'Đông' và xã", 3),
    ("a: {{{}}}\n", 'b: "A" là xã', '"A" là xã', 1),
    ("a:\n  - x\n  {}\n", "- {{ ct('1.6') }} là \"x\"", "{{ ct('1.6') }} là \"x\"", 3),
    ("a:\n  - x\n  {}\n", '- {{ ct("1.6") }} là', '{{ ct("1.6") }} là', 3),
    ("a: {{b: x, {}}}\n", "c: {{ ky.nam }}", "{{ ky.nam }}", 1),
    ("a:\n  - x\n  {}\n", "- **Đậm** là", "**Đậm** là", 3),
    ("a: {{{}, c: x}}\n", "b: *quan", "*quan", 1),
    ("a: {{{}, c: x}}\n", "b: @quan", "@quan", 1),
    ("a:\n  {}\n", "b: > 5 ha", "> 5 ha", 2),
    ("a:\n  {}\n", "b: [x] đã", "[x] đã", 2),
    ("a:\n  {}\n", "b: - x", "- x", 2),
    ("a:\n  {}\n", "b: QĐ #12 ngày", "QĐ #12 ngày", 2),
    ("a:\n  {}\n", "- #12 ngày", "#12 ngày", 2),
    ("a:\n  {}\n", "b: Xã \"A\" và 'B' #12", "Xã \"A\" và 'B' #12", 2),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("case", SENTENCES, ids=[case[1] for case in SENTENCES])
def test_a_sentence_typed_as_the_remedy_shows_is_read_whole(case: tuple[str, str, str, int]) -> None:
    frame, entry, sentence, line = case
    text = frame.replace("{{", "{").replace("}}", "}").replace("{}", entry, 1)
    (finding,) = read_yaml(text.encode(), "f")[1]
    assert where(finding).startswith(f"{line}:")
    tree, findings = read_yaml(typed(text, entry, finding, sentence).encode(), "f")
    assert findings == []
    assert tree is not None
    assert sentence in texts(tree)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        "van_ban:\n  trich_yeu: Báo cáo: " + "rất dài " * 20 + "\n  loai: BC\n",
        "van_ban:\n  trich_yeu: Báo cáo: kết quả\n    năm 2024\n  loai: BC\n",
        "noi_dung:\n  - Kết quả: đạt: 5\n    như sau\n  - x\n",
    ],
)
def test_a_sentence_too_long_to_show_gets_quotes_at_both_ends(text: str) -> None:
    (finding,) = read_yaml(text.encode(), "f")[1]
    start, end = shown(finding).split("…")
    lines = text.split("\n")
    last = 2 if lines[2].startswith("    ") else 1
    lines[1] = lines[1].replace(start.rstrip('"'), start, 1)
    lines[last] = lines[last].rstrip() + end
    assert read_yaml("\n".join(lines).encode(), "f")[1] == []


# Words that make trouble in YAML, in any order.
hard_words = st.lists(
    st.sampled_from(
        ["Xã", "A:", ": ", "x: y", '"', "'", "“", "”", "\\", "- ", "{{ x }}", ",", "5%", "(b/c)", "*", "|"]
    ),
    min_size=1,
    max_size=6,
).map(lambda words: " ".join("".join(f"{word} " for word in words).split()))


@given(hard_words, st.sampled_from(["a:\n  b: x\n  {}\n", "{}\n", "a:\n  {}\n  c: x\n"]))
def test_any_value_with_a_second_colon_is_mended_by_its_remedy(words: str, frame: str) -> None:
    entry = f"trich_yeu: Báo cáo: {words}"
    text = frame.replace("{}", entry)
    findings = read_yaml(text.encode(), "f")[1]
    assert len(findings) == 1
    sentence = f"Báo cáo: {words}"
    tree, left = read_yaml(typed(text, entry, findings[0], sentence).encode(), "f")
    assert left == []
    assert tree is not None
    assert sentence in texts(tree)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("- Kết quả: đạt", "Kết quả: đạt"),
        ("- “Kết quả: đạt”", "Kết quả: đạt"),
        ('- Kết quả: "đạt"', "Kết quả: đạt"),
        ("- Tổng: 5", "Tổng: 5"),
        ("- Xã “A” đạt: 5", "Xã “A” đạt: 5"),
    ],
)
def test_a_sentence_taken_for_a_key_is_shown_in_quotes(load: Load, entry: str, sentence: str) -> None:
    text = REPORT.replace("- Một đoạn văn.", entry)
    (finding,) = load(text)[1]
    assert (finding.rule, where(finding).split(" ")[0]) == ("DL201", "13:5")
    report, findings = load(typed(text, entry, finding, sentence))
    assert findings == []
    assert report is not None
    assert report.noi_dung[0].text.raw == sentence  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("kien_nghi: [x]", "kien_nghi:\n  - Về kinh phí: đề nghị", "Về kinh phí: đề nghị"),
        ("ket_thuc: Trên đây là báo cáo", "ket_thuc:\n  Trên đây: hết", "Trên đây: hết"),
    ],
)
def test_a_sentence_taken_for_a_group_is_shown_in_quotes(load: Load, old: str, new: str, sentence: str) -> None:
    text = (REPORT + "kien_nghi: [x]\n").replace(old, new)
    (finding,) = load(text)[1]
    assert (finding.rule, where(finding).split(":")[0]) == ("DL203", str(text[: text.index(sentence)].count("\n") + 1))
    entry = new if old.startswith("ket_thuc") else new.split("\n  ")[1]
    report, findings = load(text.replace(entry, re.findall("«([^»]*)»", finding.fix)[0]))
    assert findings == []
    assert report is not None
    assert sentence in (report.ket_thuc.raw, report.kien_nghi[0].raw)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Một đoạn văn.", "-Một đoạn văn."),
        ("- luu: VT", "-luu: VT"),
        ("{nam: 2023}", "{nam:2023}"),
        ("dia_danh: Hoàng Kim", "dia_danh:Hoàng Kim"),
    ],
)
def test_a_missing_blank_is_shown(load: Load, old: str, new: str) -> None:
    text = REPORT.replace(old, new)
    (finding,) = load(text)[1]
    assert "phải có một dấu cách" in finding.problem
    assert load(text.replace(new.strip("{}"), shown(finding)))[1] == []


@pytest.mark.parametrize(
    ("added", "entry"),
    [
        ("so_lieu: {a: {tu: 1, mau: 2, ty_le: 82,9%}}\n", "ty_le: 82,9%"),
        ("so_lieu: {a: 1,702}\n", "a: 1,702"),
        ("so_lieu: {a: 1,5}\n", "a: 1,5"),
        ("so_lieu:\n  a: 1,702\n", "1,702"),
        ("so_lieu:\n  a: 1,702 máy\n", "1,702 máy"),
        ("so_lieu:\n  a: 12,5 máy\n", "12,5 máy"),
        ("so_lieu:\n  a: 421/592\n", "421/592"),
        ("so_lieu:\n  a: 1,702/2.500\n", "1,702/2.500"),
        ("so_lieu: {a: {tu:11, mau: 20}}\n", "tu:11"),
        ("van_ban_ban_hanh:\n  - {so: 12/QD-UBND, ngay: 2022, trich_yeu: x}\n", "12/QD-UBND"),
        ("van_ban_ban_hanh:\n  - {so: 52/2019/QH14, ngay: 2022, trich_yeu: x}\n", "ngay: 2022"),
    ],
)
def test_a_figure_typed_as_shown_loads(load: Load, added: str, entry: str) -> None:
    (finding,) = load(REPORT + added)[1]
    new = shown(finding)
    if new.startswith("loai"):
        new = f"{entry}, {new}"
    assert load((REPORT + added).replace(entry, new))[1] == []


# From here on: what is said where a key is missing.

REPORT_IN_FULL = (
    REPORT.replace("ky: {nam: 2023}", "ky:\n  quy: 1\n  nam: 2023").replace(
        "nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Lê Quang Thành}",
        "nguoi_ky:\n  chuc_vu: Chủ tịch\n  ho_ten: Lê Quang Thành",
    )
    + """\
van_ban_ban_hanh:
  - ma: a
    so: 43/QĐ-UBND
    ngay: 13/5/2022
    trich_yeu: về việc
chi_tieu:
  - khong_bao_cao: ["1.2"]
    bo: qd-1829-2023
    ket_qua: {"1.1": Có}
phu_luc:
  - kho: ngang
    tieu_de: A
    bang: van_ban_ban_hanh
    cot:
      - rong: 30
        cot: tt
    chia_nhom:
      -
        ten: Quyết định
        loc: {loai: Quyết định}
"""
)
CATALOGUE = """\
ten: Các tiêu chí
can_cu:
  so: 1829/QĐ-UBND
  ngay: 30/5/2023
  trich_yeu: x
nhom:
  - so: "1"
    ma: chinh_quyen_so
    ten: Chính quyền số
    chi_tieu:
      - muc_tieu: 70%
        ma: "1.1"
        ten: A
        yeu_cau: B
        don_vi_tinh: "%"
        cong_thuc:
          - nhan: 100%
            tu: Số hộ có mạng
            mau: Tổng số hộ
"""
# The name of a column is no key of the schema; "tt" is none of another group either.
KIND = "ten: Báo cáo\nmo_ta: Gửi cấp trên\ncot:\n  tt:\n    tieu_de: A\n    rong: 30\n    can: giua\n"


def check(text: str, kind: str) -> list[Finding]:
    tree, findings = read_yaml(text.encode(), "f")
    assert tree is not None
    if kind == "report":
        return findings + check_report(full_forms(tree))[1]
    if kind == "catalogue":
        return findings + check_catalogue(full_catalogue_forms(tree))[1]
    return findings + check_kind(tree)[1]


def required_lines(text: str, fields: Fields) -> Iterator[int]:
    """The lines of ``text`` that hold a key which the schema requires, by the names of the keys."""
    names = {name for name, rules in every_field(fields) if rules.get("required")}
    for number, line in enumerate(text.split("\n")):
        key = re.match(r"\s*(\w+):", line)
        if key and key[1] in names:
            yield number


def every_field(fields: Fields) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, rules in fields.items():
        yield name, rules
        while rules.get("type") == "list" or "valuesrules" in rules:
            rules = rules.get("valuesrules") or rules["schema"]
        if isinstance(rules.get("schema"), dict):
            yield from every_field(rules["schema"])


DOCUMENTS = {
    "report": (REPORT_IN_FULL, BAO_CAO),
    "catalogue": (CATALOGUE, BO_CHI_TIEU),
    "kind": (KIND, MO_TA),
}
REQUIRED = [(kind, line) for kind, (text, fields) in DOCUMENTS.items() for line in required_lines(text, fields)]


def test_the_documents_lack_nothing_and_name_every_required_key() -> None:
    for kind, (text, fields) in DOCUMENTS.items():
        assert check(text, kind) == []
        named = {text.split("\n")[line].split(":")[0].strip() for line in required_lines(text, fields)}
        assert named == {name for name, rules in every_field(fields) if rules.get("required")}


def without(text: str, number: int) -> tuple[str, str, int]:
    """The text without that line and what hangs below it; the blanks before the line; where it was."""
    lines = text.split("\n")
    indent = len(lines[number]) - len(lines[number].lstrip())
    end = number + 1
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    return "\n".join(lines[:number] + lines[end:]), " " * indent, number


@pytest.mark.parametrize(("kind", "number"), REQUIRED)
@pytest.mark.parametrize("blank", [False, True])
def test_what_is_missing_can_be_typed_as_shown(kind: str, number: int, blank: bool) -> None:
    text, indent, at = without(DOCUMENTS[kind][0], number)
    key = DOCUMENTS[kind][0].split("\n")[number].split(":")[0].strip()
    lines = text.split("\n")
    given = [f"{indent}{key}:"] if blank else []
    findings = [
        finding for finding in check("\n".join(lines[:at] + given + lines[at:]), kind) if finding.rule == "DL202"
    ]
    (finding,) = findings
    remedy = shown(finding)
    assert remedy.startswith(f"{key}: ")
    assert "\n" not in remedy
    assert check("\n".join([*lines[:at], indent + remedy, *lines[at:]]), kind) == []


def test_a_missing_key_can_be_typed_inside_brackets(load: Load) -> None:
    text = REPORT.replace(", ho_ten: Lê Quang Thành", "")
    (finding,) = load(text)[1]
    assert load(text.replace("Chủ tịch}", f"Chủ tịch, {shown(finding)}}}"))[1] == []


def examples() -> list[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for fields in (BAO_CAO, KHOI, BO_CHI_TIEU, MO_TA):
        for name, rules in every_field(fields):
            rules_of_item: dict[str, Any] | None = rules
            while rules_of_item is not None:
                seen.add((name, rules_of_item["meta"]["vi_du"]))
                inner = rules_of_item.get("valuesrules") or rules_of_item.get("schema")
                rules_of_item = inner if isinstance(inner, dict) and "type" in inner else None
    return sorted(seen)


@pytest.mark.parametrize(("name", "example"), examples())
def test_examples_mean_the_same_on_their_line_and_inside_brackets(name: str, example: str) -> None:
    forms = (f"{name}: {example}", f"{{{name}: {example}, x: y}}", f"{name}:\n  - {example}\n")
    trees = [read_yaml(form.encode(), "f") for form in forms]
    assert [findings for _, findings in trees] == [[], [], []]
    block, flow, item = (plain(tree) for tree, _ in trees if tree is not None)
    assert block[name] == flow[name] == item[name][0]
    assert list(flow) == [name, "x"]


@pytest.mark.parametrize(("name", "example"), examples())
def test_examples_name_no_real_office_and_leave_nothing_out(name: str, example: str) -> None:
    assert not re.search("Hoàng|hoangkim|Thanh Hóa|Quang Thành|…", example), name


# The field given a wrong shape, and the example that the remedy shows for it.
WRONG_SHAPES = [
    ("don_vi:", "don_vi: x"),
    ("van_ban:", "van_ban: [x]"),
    ("ky:", "ky: 2023"),
    ("noi_dung:", "noi_dung: x"),
    ("noi_nhan:", "noi_nhan: x"),
    ("nguoi_ky:", "nguoi_ky: x"),
    ("van_ban_ban_hanh:", "van_ban_ban_hanh: x"),
    ("chi_tieu:", "chi_tieu: x"),
    ("ky:", "ky: [x]"),
    ("phu_luc:", "phu_luc: x"),
    ("mau:", "mau: [x]"),
    ("ket_thuc:", "ket_thuc: {x: y}"),
]


@pytest.mark.parametrize(("key", "wrong"), WRONG_SHAPES)
def test_the_example_for_a_wrong_shape_can_be_typed_as_shown(key: str, wrong: str) -> None:
    lines = REPORT_IN_FULL.split("\n")
    number = next(index for index, line in enumerate(lines) if line.startswith(key))
    text, _, at = without(REPORT_IN_FULL, number)
    lines = text.split("\n")
    (finding,) = check("\n".join([*lines[:at], wrong, *lines[at:]]), "report")
    assert finding.rule == "DL203"
    example = finding.fix.rpartition("ví dụ: «")[2].removesuffix("».")
    assert check("\n".join([*lines[:at], example, *lines[at:]]), "report") == []


def test_an_example_for_an_item_of_a_list_is_an_item(load: Load) -> None:
    (finding,) = load(REPORT.replace("- luu: VT", "- [x]"))[1]
    assert shown_example(finding) == "- Như trên"


def shown_example(finding: Finding) -> str:
    return finding.fix.rpartition("«")[2].removesuffix("».")


def test_a_faulty_kind_is_refused_with_what_to_type(tmp_path: Path) -> None:
    path = tmp_path / "mo_ta.yaml"
    path.write_text(KIND.replace("ten: Báo cáo\n", "", 1), "utf-8")
    with pytest.raises(Refused) as refused:
        load_kind(path, "mo_ta.yaml")
    assert [shown(finding) for finding in refused.value.findings] == ["ten: Báo cáo"]


@pytest.mark.parametrize("blank", ["  tt:\n", "  tt: ~\n"])
def test_a_column_of_a_kind_that_was_left_blank_can_be_typed_as_shown(tmp_path: Path, blank: str) -> None:
    path = tmp_path / "mo_ta.yaml"
    head = KIND.partition("  tt:\n")[0]
    path.write_text(head + blank, "utf-8")
    with pytest.raises(Refused) as refused:
        load_kind(path, "mo_ta.yaml")
    (finding,) = refused.value.findings
    assert (finding.rule, where(finding)) == ("DL202", "4:3 cot.tt")
    path.write_text(f"{head}  {shown(finding)}\n", "utf-8")
    assert load_kind(path, "mo_ta.yaml").cot["tt"].tieu_de == "TT"


def test_a_kind_may_have_columns_of_the_offices_own(tmp_path: Path) -> None:
    path = tmp_path / "mo_ta.yaml"
    path.write_text(KIND.replace("  tt:", "  kho_khan:"), "utf-8")
    assert set(load_kind(path, "mo_ta.yaml").cot) == {"kho_khan"}
    path.write_text(KIND.replace("  tt:", "  Khó khăn:"), "utf-8")
    with pytest.raises(Refused) as refused:
        load_kind(path, "mo_ta.yaml")
    assert [shown(finding) for finding in refused.value.findings] == ["kho_khan"]
