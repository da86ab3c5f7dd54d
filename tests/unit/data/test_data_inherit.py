from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from pathlib import Path

import pytest
from data_reports import CATALOGUES, REPORT, where

from generator.data.inherit import BaseNotFound, with_bases
from generator.data.loading import load_report
from generator.data.located import read_yaml
from generator.data.model import BaoCao
from generator.data.nodes import Mapping, Node, Scalar, Sequence
from generator.findings import Finding


def merged(files: AnyMapping[str, str], first: str = "xa.yaml") -> tuple[Mapping, list[Finding]]:
    def read(name: str) -> tuple[Mapping | None, list[Finding]]:
        if name not in files:
            raise BaseNotFound(f"không có tệp «{name}».", "kiểm tra lại tên tệp.")
        return read_yaml(files[name].encode(), name)

    tree, _ = read(first)
    assert tree is not None
    return with_bases(tree, first, read)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(item.node) for key, item in node.items.items() if key != "ke_thua"}


def test_groups_merge_and_all_else_is_replaced() -> None:
    tree, findings = merged(
        {
            "xa.yaml": "ke_thua: [a.yaml, b.yaml]\ng: {y: 4}\nl: [3]\ns: ",
            "a.yaml": "g: {x: 1, y: 1, h: {p: 1}}\nl: [1, 2]\ns: a\nt: a",
            "b.yaml": "g: {x: 2, h: {q: 2}}\nt: b",
        }
    )
    assert findings == []
    assert plain(tree) == {"g": {"x": "2", "y": "4", "h": {"p": "1", "q": "2"}}, "l": ["3"], "s": "", "t": "b"}


def test_each_node_keeps_the_file_it_came_from() -> None:
    tree, _ = merged({"xa.yaml": "ke_thua: [a.yaml]\ng: {y: 4}", "a.yaml": "# nền\ng: {x: 1, y: 1}"})
    group = tree.items["g"].node
    assert isinstance(group, Mapping)
    assert {key: str(item.node.place) for key, item in group.items.items()} == {
        "x": "a.yaml:2:8 (g.x)",
        "y": "xa.yaml:2:8 (g.y)",
    }


def test_bases_have_bases_by_their_own_folder() -> None:
    tree, findings = merged(
        {
            "xa.yaml": "ke_thua: [don_vi/xa.yaml]\na: 1",
            "don_vi/xa.yaml": "ke_thua: [huyen.yaml]\nb: 2",
            "don_vi/huyen.yaml": "a: 3\nb: 3\nc: 3",
        }
    )
    assert findings == []
    assert plain(tree) == {"a": "1", "b": "2", "c": "3"}


def test_one_base_asked_for_twice_is_no_circle() -> None:
    tree, findings = merged(
        {
            "xa.yaml": "ke_thua: [a.yaml, b.yaml]",
            "a.yaml": "ke_thua: [c.yaml]\nx: a",
            "b.yaml": "ke_thua: [c.yaml]\ny: b",
            "c.yaml": "x: c\nz: c",
        }
    )
    assert findings == []
    assert plain(tree) == {"x": "c", "z": "c", "y": "b"}


def test_a_circle_is_told_where_it_closes() -> None:
    _, (finding,) = merged({"xa.yaml": "ke_thua: [a.yaml]", "a.yaml": "ke_thua:\n  - xa.yaml"})
    assert (finding.rule, str(finding.place)) == ("DL301", "a.yaml:2:5 (ke_thua[1])")
    assert "xa.yaml → a.yaml → xa.yaml" in finding.problem


def test_five_steps_are_enough() -> None:
    files = {f"{n}.yaml": f"ke_thua: [{n + 1}.yaml]\nk{n}: x" for n in range(7)}
    tree, (finding,) = merged(files, "0.yaml")
    assert (finding.rule, str(finding.place)) == ("DL301", "5.yaml:1:11 (ke_thua[1])")
    assert "quá 5 bậc" in finding.problem
    assert plain(tree) == {f"k{n}": "x" for n in range(6)}


def test_fifty_bases_are_enough() -> None:
    names = [f"a{n}.yaml" for n in range(51)]
    files = {"xa.yaml": f"ke_thua: [{', '.join(names)}]", **dict.fromkeys(names, "x: 1")}
    _, (finding,) = merged(files)
    assert where(finding).endswith("ke_thua[51]")
    assert "quá 50 tệp" in finding.problem


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("/etc/passwd", "đường dẫn tuyệt đối"),
        ("'C:\\don_vi\\xa.yaml'", "đường dẫn tuyệt đối"),
        ("../xa.yaml", "đi ra ngoài thư mục"),
        ("don_vi/../../xa.yaml", "đi ra ngoài thư mục"),
        ("khac.yaml", "Không có tệp «khac.yaml»"),
    ],
)
def test_bases_that_may_not_be_read(entry: str, problem: str) -> None:
    _, (finding,) = merged({"xa.yaml": f"a: 1\nke_thua:\n  - {entry}"})
    assert (finding.rule, str(finding.place)) == ("DL301", "xa.yaml:3:5 (ke_thua[1])")
    assert problem in finding.problem


# From here on with files.

BASE, OWN = REPORT.split("van_ban:", 1)
OWN = "van_ban:" + OWN


def loaded(folder: Path, **files: str) -> tuple[BaoCao | None, list[Finding]]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_report(folder / "xa.yaml", CATALOGUES, "inputs/xa.yaml")


def test_a_report_may_take_its_office_from_a_base(tmp_path: Path) -> None:
    report, findings = loaded(tmp_path, xa="ke_thua: [nen.yaml]\n" + OWN, nen=BASE)
    assert findings == []
    assert report is not None
    assert report.don_vi.ky_hieu == "UBND"


def test_a_fault_of_a_base_is_placed_in_the_base(tmp_path: Path) -> None:
    report, (finding,) = loaded(tmp_path, xa="ke_thua: [nen.yaml]\n" + OWN, nen=BASE.replace("UBND\n", "[UBND]\n", 1))
    assert report is None
    assert str(finding.place) == "inputs/nen.yaml:6:12 (don_vi.ky_hieu)"


def test_a_missing_base_suggests_a_file_and_hides_what_it_would_have_brought(tmp_path: Path) -> None:
    report, (finding,) = loaded(tmp_path, xa="ke_thua: [nenn.yaml]\n" + OWN, nen=BASE)
    assert report is None
    assert (finding.rule, str(finding.place)) == ("DL301", "inputs/xa.yaml:1:11 (ke_thua[1])")
    assert "nen.yaml" in finding.fix


def test_a_broken_base_is_told_in_its_own_file(tmp_path: Path) -> None:
    report, (finding,) = loaded(tmp_path, xa="ke_thua: [nen.yaml]\n" + OWN, nen='a: "b\n')
    assert report is None
    assert (finding.rule, str(finding.place)) == ("DL102", "inputs/nen.yaml:1:4 (a)")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    (tmp_path / "ngoai.yaml").write_text(BASE, encoding="utf-8")
    try:
        (folder / "nen.yaml").symlink_to(tmp_path / "ngoai.yaml")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    report, (finding,) = loaded(folder, xa="ke_thua: [nen.yaml]\n" + OWN)
    assert report is None
    assert finding.rule == "DL301"
    assert "liên kết ra ngoài" in finding.problem
