from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.data import located
from generator.data.located import read_yaml
from generator.data.nodes import Mapping, Node, Scalar, Sequence, locate
from generator.findings import DataPlace
from generator.vn.text import forbidden_character


def tree_of(text: str) -> Mapping:
    tree, findings = read_yaml(text.encode(), "f")
    assert findings == []
    assert tree is not None
    return tree


def scalar(tree: Node, *path: str | int) -> Scalar:
    node = locate(tree, path).node
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    "text", ["1.10", "3.420", "01", "0351234567", "10:30", "no", "yes", "2023-13-05", "1e5", "1_000", ".inf", "0x1F"]
)
def test_nothing_is_retyped(text: str) -> None:
    assert scalar(tree_of(f"a: {text}\n"), "a").text == text


@pytest.mark.parametrize("text", ["", " ~", " null", " # trống"])
def test_blank_values(text: str) -> None:
    assert scalar(tree_of(f"a:{text}\n"), "a").is_blank


def test_a_quoted_null_is_a_word_and_a_quoted_empty_text_was_typed() -> None:
    tree = tree_of("a: 'null'\nb: ''\n")
    assert scalar(tree, "a").text == "null"
    assert not scalar(tree, "b").is_blank


def test_places_of_keys_values_and_paths() -> None:
    tree = tree_of('chi_tieu:\n  ket_qua:\n    "1.6": {tu: 845}\nnoi_dung:\n  - muc: Ấm\n    gom:\n      - x\n')
    assert locate(tree, ("chi_tieu", "ket_qua", "1.6")).key_place == DataPlace("f", 3, 5, 'chi_tieu.ket_qua."1.6"')
    assert scalar(tree, "chi_tieu", "ket_qua", "1.6", "tu").place == DataPlace("f", 3, 17, 'chi_tieu.ket_qua."1.6".tu')
    assert scalar(tree, "noi_dung", 0, "muc").place == DataPlace("f", 5, 10, "noi_dung[1].muc")
    assert scalar(tree, "noi_dung", 0, "gom", 0).place == DataPlace("f", 7, 9, "noi_dung[1].gom[1]")


def test_columns_count_characters_not_bytes() -> None:
    tree = tree_of("ấấ: {b: 😀, c: x}\n")
    assert scalar(tree, "ấấ", "c").place.column == 15


@pytest.mark.parametrize(("mark", "words"), [("|", "Một\nHai\n"), (">", "Một Hai\n"), ("|-", "Một\nHai")])
def test_words_of_a_block_start_below_its_mark(mark: str, words: str) -> None:
    found = scalar(tree_of(f"a: {mark}\n  Một\n  Hai\n"), "a")
    assert (found.text, found.place.line, found.place.column, found.first_line) == (words, 1, 4, 2)


def test_decomposed_letters_are_composed_in_keys_and_values() -> None:
    text = unicodedata.normalize("NFD", "hộ: Hoàng Kim\n")
    found = tree_of(text)
    assert list(found.items) == ["hộ"]
    assert scalar(found, "hộ").text == "Hoàng Kim"


def test_both_spellings_of_one_key_are_duplicates() -> None:
    _, (finding,) = read_yaml(("hộ: 1\n" + unicodedata.normalize("NFD", "hộ: 2\n")).encode(), "f")
    assert (finding.rule, str(finding.place)) == ("DL106", "f:2:1 (hộ)")
    assert [str(place) for place in finding.related] == ["f:1:1 (hộ)"]


def test_the_first_of_two_equal_keys_counts() -> None:
    tree, findings = read_yaml(b"a: 1\na: 2\n", "f")
    assert tree is not None
    assert len(findings) == 1
    assert scalar(tree, "a").text == "1"


def test_lists_keep_their_order() -> None:
    node = locate(tree_of("a: [x, 'y z', 3]\n"), ("a",)).node
    assert isinstance(node, Sequence)
    assert [item.text for item in node.items if isinstance(item, Scalar)] == ["x", "y z", "3"]


def test_nothing_stands_at_a_path_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        locate(tree_of("a: [x]\n"), ("a", 1))


PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
# Without "?": after an explicit key the two place a missing value on different lines.
yamlish = st.text(alphabet=st.sampled_from(list("ab ấ:-#|>'\"{}[],&*!%@`\\~\n.01")), max_size=60)
words = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]).filter(
        lambda ch: forbidden_character(ch) is None
    ),
    min_size=1,
)


@given(st.binary() | yamlish.map(str.encode))
def test_any_bytes_give_a_tree_or_findings(data: bytes) -> None:
    tree, findings = read_yaml(data, "f")
    assert tree is not None or findings
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        assert isinstance(finding.place, DataPlace)
        assert 1 <= finding.place.line <= len(lines)


@given(yamlish)
def test_both_parsers_give_the_same_tree_and_places(text: str) -> None:
    results = []
    for parser in PARSERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(located, "PARSER", parser)
            tree, findings = read_yaml(text.encode(), "f")
            results.append((tree, not findings))
    assert results[0] == results[-1]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@given(st.dictionaries(words, words, min_size=1))
def test_texts_come_back_with_line_and_column(pairs: dict[str, str]) -> None:
    normal = {unicodedata.normalize("NFC", key).strip(): value for key, value in pairs.items()}
    assume(len(normal) == len(pairs) and all(normal))
    assume(not any(located._INVISIBLE.search(key) for key in normal))
    text = "".join(f"{quoted(key)}: {quoted(value)}\n" for key, value in pairs.items())
    tree, findings = read_yaml(text.encode(), "f")
    assert tree is not None
    assert findings == []
    for line, (key, value) in enumerate(pairs.items(), start=1):
        item = tree.items[unicodedata.normalize("NFC", key).strip()]
        assert isinstance(item.node, Scalar)
        assert item.node.text == unicodedata.normalize("NFC", value)
        assert (item.key_place.line, item.key_place.column) == (line, 1)
        assert (item.node.place.line, item.node.place.column) == (line, len(quoted(key)) + 3)


@given(st.lists(st.sampled_from(["a", "bấ", "c1", "1.6"]), min_size=1, max_size=12))
def test_places_of_nested_keys(keys: list[str]) -> None:
    text = "".join(f'{"  " * depth}"{key}":\n' for depth, key in enumerate(keys)) + "  " * len(keys) + "x\n"
    tree = tree_of(text)
    for depth in range(len(keys)):
        place = locate(tree, keys[: depth + 1]).key_place
        assert (place.line, place.column) == (depth + 1, 2 * depth + 1)
    assert scalar(tree, *keys).place.line == len(keys) + 1
