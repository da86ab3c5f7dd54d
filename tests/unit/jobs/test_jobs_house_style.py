"""From a house style to documents: any legal choice builds a template whose documents pass; any other is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.data.house import CoChu, Le, QuyCach, load_house_style
from generator.data.kind import load_kind
from generator.decree.sizes import SIZES_AGREE, discord
from generator.errors import Refused
from generator.findings import Basis, Severity
from generator.jobs.build import Checked
from generator.jobs.check_format import Choice as Asked
from generator.jobs.check_format import FormReport, Profile, judge_form
from generator.jobs.house_style import HouseStyle, builder_choice, house_style
from generator.jobs.view.context import context
from generator.rules.house_registry import HOUSE_RULES
from generator.vn.numbers import format_number
from generator.word.builder.choice import Choice
from generator.word.builder.template import build_template
from generator.word.prepare import prepare
from generator.word.reading import read_view
from generator.word.render import compile_template, render

ROOT = Path(__file__).parents[3]
KIND = ROOT / "templates" / "docx" / "bao_cao" / "mo_ta.yaml"
HOUSE = Asked(Profile.HOUSE)
LONG = "Xã đã giao các thôn, các tổ công nghệ số cộng đồng rà soát từng nhiệm vụ, báo cáo kết quả hằng tháng. " * 2
MORE = f"""\
noi_dung:
  - {LONG}
  - {LONG}
  - muc: Kết quả
    gom:
      - muc: Chính quyền số
        gom: [{LONG!r}, "- Một gạch đầu dòng"]
      - chi_tieu: chinh_quyen_so
"""


def halves(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 2, high * 2).map(lambda size: Decimal(size) / 2)


def tenths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low * 10, high * 10).map(lambda length: Decimal(length) / 10)


legal_sizes = st.tuples(halves(12, 13), halves(13, 14), halves(13, 14)).filter(
    lambda sizes: discord(*sizes) is not SIZES_AGREE
)
legal = st.builds(
    QuyCach,
    st.builds(lambda head, body: CoChu(*head, body), legal_sizes, halves(13, 14)),
    st.builds(Le, tenths(20, 25), tenths(20, 25), tenths(30, 35), tenths(15, 20)),
    st.sampled_from([Decimal(1), Decimal("1.27")]),
    tenths(6, 40),
    st.integers(100, 150).map(lambda lines: Decimal(lines) / 100),
    st.sampled_from([None, True, False]),
)


@pytest.fixture
def checked(report_of: Callable[..., Checked]) -> Checked:
    return report_of(MORE)


def document(checked: Checked, choice: Choice) -> bytes:
    """The report printed by a template of that choice."""
    prepared, findings = prepare(build_template(choice), "mau.docx")
    assert prepared is not None, findings
    template = compile_template(prepared)
    kind = load_kind(KIND, "mo_ta.yaml")
    return render(template, context(checked.report, checked.groups, kind, prepared.geometry))


def faults(form: FormReport) -> Mapping[str, str]:
    """What breaks the law or the house style."""
    return {each.rule: each.problem for each in form.findings if each.basis in (Basis.LAW, Basis.HOUSE)}


def test_the_shipped_template_is_built_after_the_default_style() -> None:
    assert builder_choice(QuyCach()) == Choice()


@given(style=legal)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_documents_of_any_legal_choice_pass_the_law_and_the_house_style(style: QuyCach, checked: Checked) -> None:
    form = judge_form(document(checked, builder_choice(style)), "bao-cao.docx", HOUSE, style)
    assert faults(form) == {}
    assert set(form.unassessed) & set(HOUSE_RULES) == (set() if style.uy_ban_day_du is not None else {"TT607"})


@given(one=legal, other=legal)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_documents_of_another_choice_are_told_apart(one: QuyCach, other: QuyCach, checked: Checked) -> None:
    form = judge_form(document(checked, builder_choice(one)), "bao-cao.docx", HOUSE, other)
    broken = {rule for rule in form.broken if rule in HOUSE_RULES}
    assert all(each.basis is not Basis.LAW for each in form.findings)
    assert ("TT602" in broken) == (one.co_chu.noi_dung != other.co_chu.noi_dung)
    assert ("TT604" in broken) == (one.thut_dau_dong != other.thut_dau_dong)
    if other.uy_ban_day_du in (None, one.uy_ban_day_du):
        assert "TT607" not in broken
    head = [(each.co_chu.quoc_hieu, each.co_chu.tieu_ngu, each.co_chu.dia_danh) for each in (one, other)]
    assert ("TT601" in broken) == (head[0] != head[1])


# What a file may say, legal or not: a number for each key, near the ends of its range.
near = {
    "co_chu.quoc_hieu": halves(11, 14),
    "co_chu.tieu_ngu": halves(12, 15),
    "co_chu.dia_danh": halves(12, 15),
    "co_chu.noi_dung": halves(12, 15),
    "le.tren": tenths(19, 26),
    "le.duoi": tenths(19, 26),
    "le.trai": tenths(29, 36),
    "le.phai": tenths(14, 21),
    "thut_dau_dong": st.sampled_from([Decimal(each) for each in ("0.5", "1", "1.2", "1.27", "2")]),
    "gian_doan": tenths(5, 8),
    "gian_dong": tenths(0, 2).filter(bool),
}


def written(values: Mapping[str, Decimal]) -> str:
    lines = {key: f'"{format_number(value)}"' for key, value in values.items()}
    groups = {name: [key for key in lines if key.startswith(f"{name}.")] for name in ("co_chu", "le")}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items() if "." not in key)
    for name, keys in groups.items():
        text += f"{name}:\n" + "".join(f"  {key.partition('.')[2]}: {lines[key]}\n" for key in keys)
    return text


def as_style(values: Mapping[str, Decimal]) -> QuyCach:
    below = {name: {} for name in ("co_chu", "le", "")}
    for key, value in values.items():
        group, _, name = key.rpartition(".")
        below[group][name] = value
    return QuyCach(CoChu(**below["co_chu"]), Le(**below["le"]), **below[""])


@given(values=st.fixed_dictionaries({}, optional=near))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_file_is_refused_where_the_builder_would_refuse(values: Mapping[str, Decimal], tmp_path: Path) -> None:
    path = tmp_path / "quy_cach.yaml"
    path.write_text(written(values), "utf-8")
    try:
        builder_choice(as_style(values))
    except ValueError:
        with pytest.raises(Refused) as stopped:
            load_house_style(path, "quy_cach.yaml")
        assert all("Phụ lục I, phần I, mục" in finding.fix for finding in stopped.value.findings)
    else:
        style, findings = load_house_style(path, "quy_cach.yaml")
        assert style == as_style(values)
        assert all(finding.severity is Severity.WARNING for finding in findings)


# --- where it is found ------------------------------------------------------------------------------------------


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "docx").mkdir(parents=True)
    (tmp_path / "templates" / "quy_cach.yaml").write_text("thut_dau_dong: 1,27\n", "utf-8")
    return tmp_path


def test_the_style_of_the_office_serves_its_files_from_anywhere(
    office: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    style = QuyCach(thut_dau_dong=Decimal("1.27"))
    assert house_style(office / "outputs" / "xa.docx", office) == HouseStyle(style, "templates/quy_cach.yaml")
    elsewhere = tmp_path_factory.mktemp("khac")
    found = house_style(office / "outputs" / "xa.docx", elsewhere)
    assert found == HouseStyle(style, str(office / "templates" / "quy_cach.yaml"))
    assert "quy_cach.yaml" in found.told


def test_without_a_file_the_default_style_stands_in_and_is_told(office: Path) -> None:
    (office / "templates" / "quy_cach.yaml").unlink()
    found = house_style(office / "xa.docx", office)
    assert found == HouseStyle(QuyCach())
    assert found.told == "Không có tệp templates/quy_cach.yaml của cơ quan: dùng quy cách mặc định."


def test_a_file_of_no_office_is_held_against_the_default_style(tmp_path: Path) -> None:
    assert house_style(tmp_path / "xa.docx", tmp_path) == HouseStyle(QuyCach())


# --- the template -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("full", "superior", "attached"),
    [
        (None, "UBND huyện Sông Hồng", "của UBND xã Bình Minh)"),
        (False, "UBND huyện Sông Hồng", "của UBND xã Bình Minh)"),
        (True, "ỦY BAN NHÂN DÂN HUYỆN SÔNG HỒNG", "số 12/BC-UBND ngày 05 tháng 12 năm 2023 của Ủy ban nhân dân xã"),
    ],
)
def test_a_template_names_committees_as_chosen(
    full: bool | None, superior: str, attached: str, checked: Checked
) -> None:
    printed = document(checked, Choice(committee_in_full=full))
    words = [" ".join(para.text.split()) for para in read_view(printed, "xa.docx").body]
    assert words[0] == superior
    assert any(attached in line for line in words)


def test_the_narrowest_page_holds_its_head_and_close() -> None:
    narrow = builder_choice(QuyCach(le=Le(trai=Decimal(35), phai=Decimal(20))))
    prepared, _ = prepare(build_template(narrow), "mau.docx")
    usual, _ = prepare(build_template(), "mau.docx")
    assert prepared is not None
    assert usual is not None
    lost = usual.geometry.upright - prepared.geometry.upright
    assert lost > 0
    assert usual.geometry.left_head - prepared.geometry.left_head == lost
    assert usual.geometry.brace_list - prepared.geometry.brace_list == lost
