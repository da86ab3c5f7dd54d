"""The guide and the README promise only what is there: their data load, their commands parse, their tables are true.

In docs/huong-dan.md a comment above each block of YAML says what the block is:

- ``tron_ven``: a whole data file; the first one is the example that the others change;
- ``phan``: parts that replace those of the example (``; bo a b``: without its parts a and b);
- ``nen <path>``: a base file for ``ke_thua``, at that path in inputs/;
- ``bo_chi_tieu``: a catalogue;
- ``sai <id>``: parts with which the example must be refused, with a finding of that id;
- ``thay_doi``: a table of successions;
- ``quy_cach``: a house style; ``quy_cach_sai <id>``: one that must be refused, with a finding of that id.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli.main import cli
from generator.data import finding_ids, names
from generator.data.expressions import expand_text
from generator.data.house import QuyCach, load_house_style
from generator.data.loading import load_catalogue
from generator.data.model_text import Text
from generator.data.schema_blocks import KHOI
from generator.data.schema_house import QUY_CACH
from generator.data.schema_report import BAO_CAO
from generator.data.successions import load_successions
from generator.errors import Refused
from generator.findings import DataPlace, Finding, has_errors
from generator.jobs.build import Checked, make
from generator.jobs.made_rules import MADE_RULES
from generator.report.text import findings_text
from generator.rules.house_registry import HOUSE_RULES
from generator.rules.registry import DATA_RULES
from generator.rules.said_registry import SAID_RULES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "huong-dan.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
FIRST = (ROOT / "docs" / "khoi-dau.md").read_text("utf-8")
NEXT = (ROOT / "docs" / "ky-sau.md").read_text("utf-8")

_BLOCK = re.compile(r"(?:<!-- yaml: (?P<mark>[^\n]+) -->\n)?```yaml\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_PART = re.compile(r"^([a-z_]+):.*\n(?:(?:[ #].*)?\n)*", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]+`|^ {4}.+$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| `\{\{(?P<inner>.+?)\}\}` \| (?P<shown>.+?) \|", re.MULTILINE)


def _blocks(kind: str) -> list[tuple[str, str]]:
    """The rest of the mark and the text of the guide's blocks of that kind."""
    marked = [(match["mark"] or "", match["text"]) for match in _BLOCK.finditer(GUIDE)]
    return [(mark.removeprefix(kind).strip("; "), text) for mark, text in marked if re.match(rf"{kind}\b", mark)]


EXAMPLE = _blocks("tron_ven")[0][1]


def _with_parts(mark: str, text: str) -> str:
    """The example with the parts of ``text`` in place of its own, in the order of the example."""
    parts = {match[1]: match[0] for match in _PART.finditer(EXAMPLE)}
    new = {match[1]: match[0] for match in _PART.finditer(text)}
    assert "".join(new.values()) == text, "phần ví dụ phải bắt đầu bằng tên mục sát lề"
    parts |= new
    for name in mark.removeprefix("bo ").split():
        if name not in new:
            del parts[name]
    above = EXAMPLE[: EXAMPLE.index("mau:")]
    return above + "".join(part if part.endswith("\n\n") else f"{part}\n" for part in parts.values())


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's folder with the guide's base files."""
    for name, text in _blocks("nen"):
        path = tmp_path / "inputs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def _make(office: Path, text: str) -> Checked:
    """What was checked and put into Word.  Raises ``Refused``."""
    path = office / "inputs" / "xuanloc.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    _, checked = make(path, office)
    return checked


def test_every_block_of_yaml_says_what_it_is() -> None:
    kinds = {"tron_ven", "phan", "nen", "bo_chi_tieu", "sai", "quy_cach", "quy_cach_sai", "thay_doi"}
    marks = [match["mark"] for match in _BLOCK.finditer(GUIDE)]
    assert [mark for mark in marks if not mark or re.split(r"\W", mark)[0] not in kinds] == []
    assert "```yaml" not in README


@pytest.mark.parametrize(("_mark", "text"), _blocks("tron_ven"))
def test_whole_files_build(office: Path, _mark: str, text: str) -> None:
    assert not has_errors(_make(office, text).findings)


@pytest.mark.parametrize(("mark", "text"), _blocks("phan"))
def test_parts_fit_the_example(office: Path, mark: str, text: str) -> None:
    assert not has_errors(_make(office, _with_parts(mark, text)).findings)


@pytest.mark.parametrize(("rule", "text"), _blocks("sai"))
def test_what_the_guide_calls_wrong_is_refused(office: Path, rule: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        _make(office, _with_parts("", text))
    assert rule in {finding.rule for finding in refused.value.findings}


def test_the_message_shown_is_the_message_printed(office: Path) -> None:
    _, text = _blocks("sai")[0]
    shown = re.search(r"<!-- may in -->\n```\n(.*?)\n```", GUIDE, re.DOTALL)
    assert shown is not None
    with pytest.raises(Refused) as refused:
        _make(office, _with_parts("", text))
    assert findings_text(refused.value.findings) == shown[1]


@pytest.mark.parametrize(("_mark", "text"), _blocks("bo_chi_tieu"))
def test_catalogues_load(tmp_path: Path, _mark: str, text: str) -> None:
    path = tmp_path / "qd-15-2025.yaml"
    path.write_text(text, "utf-8")
    catalogue, findings = load_catalogue(path)
    assert catalogue is not None
    assert findings == []


def _house_style(folder: Path, text: str) -> tuple[QuyCach, list[Finding]]:
    path = folder / "quy_cach.yaml"
    path.write_text(text, "utf-8")
    return load_house_style(path, "templates/quy_cach.yaml")


@pytest.mark.parametrize(("_mark", "text"), _blocks("quy_cach"))
def test_house_styles_load(tmp_path: Path, _mark: str, text: str) -> None:
    style, findings = _house_style(tmp_path, text)
    assert findings == []
    assert style != QuyCach()


@pytest.mark.parametrize(("rule", "text"), _blocks("quy_cach_sai"))
def test_a_house_style_that_the_guide_calls_wrong_is_refused_as_shown(tmp_path: Path, rule: str, text: str) -> None:
    shown = re.search(r"<!-- quy cach in -->\n```\n(.*?)\n```", GUIDE, re.DOTALL)
    assert shown is not None
    with pytest.raises(Refused) as refused:
        _house_style(tmp_path, text)
    assert {finding.rule for finding in refused.value.findings} == {rule}
    assert findings_text(refused.value.findings) == shown[1]


@pytest.mark.parametrize(("_mark", "text"), _blocks("thay_doi"))
def test_tables_of_successions_load(tmp_path: Path, _mark: str, text: str) -> None:
    path = tmp_path / "thay_doi.yaml"
    path.write_text(text, "utf-8")
    assert load_successions(path, "templates/thay_doi.yaml").thay_doi


def test_the_guide_names_every_key_and_rule_of_a_house_style() -> None:
    code = " ".join(match[0] for match in _CODE.finditer(GUIDE))
    assert {key for key in _keys(QUY_CACH) if not re.search(rf"\b{key}\b", code)} == set()
    assert set(re.findall(r"\bTT6\d\d\b", GUIDE)) == set(HOUSE_RULES)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What expressions may name in the example."""
    checked = _make(tmp_path_factory.mktemp("vi_du"), EXAMPLE)
    return names.names(checked.report, checked.groups)


@pytest.mark.parametrize(("inner", "shown"), [match.groups() for match in _ROW.finditer(GUIDE)])
def test_expressions_print_what_the_table_says(known: dict[str, object], inner: str, shown: str) -> None:
    text = Text(f"{{{{{inner}}}}}".replace(r"\|", "|"), DataPlace("huong-dan", 1, 1), 1)
    expanded, findings = expand_text(text, known)
    if shown.startswith("`"):
        assert (expanded.raw, findings) == (shown.strip("`"), [])
    else:
        # Not in the example, or too long for the table: the name must still be one.
        assert {finding.rule for finding in findings} <= {"DL404"}


def test_the_table_names_all_that_expressions_may_name(known: dict[str, object]) -> None:
    table = " ".join(match["inner"] for match in _ROW.finditer(GUIDE))
    assert set(known) <= set(re.findall(r"[a-z_]+", table))
    for name, kind in vars(names).items():
        if name.startswith("Ten") and isinstance(kind, type):
            public = {attribute for attribute in (*kind.__annotations__, *vars(kind)) if not attribute.startswith("_")}
            assert {attribute for attribute in public if f".{attribute}" not in table} == set(), name


def _keys(fields: dict[str, Any]) -> Iterator[str]:
    for key, rules in fields.items():
        yield key
        while rules.get("type") == "list" or "valuesrules" in rules:
            rules = rules.get("valuesrules") or rules["schema"]
        if isinstance(rules.get("schema"), dict):
            yield from _keys(rules["schema"])


def test_the_guide_names_every_key_of_a_data_file() -> None:
    code = " ".join(match[0] for match in _CODE.finditer(GUIDE))
    assert {key for key in (*_keys(BAO_CAO), *_keys(KHOI)) if not re.search(rf"\b{key}\b", code)} == set()


def test_the_ids_of_findings_exist() -> None:
    listed = set(re.findall(r"\b(?:DL|SL)\d{3}\b", GUIDE))
    expressions = {"DL401", "DL402", "DL403", "DL404"}
    rules = {*DATA_RULES, *MADE_RULES}
    assert listed <= {*finding_ids.MEANINGS, *rules, *expressions, *SAID_RULES}
    assert listed >= {*rules, *expressions}


def _anchor(heading: str) -> str:
    """The anchor that a heading gets where Markdown is shown: letters, figures and hyphens only."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", ["README.md", "docs/huong-dan.md", "docs/khoi-dau.md", "docs/ky-sau.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        assert path.exists(), target
        assert not anchor or anchor in anchors_of(path), target


def anchors_of(path: Path) -> set[str]:
    return {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)}


def _commands(document: str) -> Iterator[list[str]]:
    for code in _CODE.finditer(document):
        for line in code[0].strip("`").splitlines():
            found = re.search(r"(?:^|[\s/&])cds-gen ((?:\S+|\s)*)$", line.strip())
            if found and not line.startswith(("LỖI", "#")):
                yield shlex.split(found[1])


@pytest.mark.parametrize(
    "arguments", [*_commands(GUIDE), *_commands(README), *_commands(FIRST), *_commands(NEXT)], ids=shlex.join
)
def test_commands_parse(arguments: list[str]) -> None:
    # With --help at the end every command and option is looked up, and nothing is run.
    result = CliRunner().invoke(cli, [*arguments, "--help"])
    assert result.exit_code == 0, result.output
