"""The command line itself: help, wrong commands and options, faults of the program; all of it in Vietnamese."""

from __future__ import annotations

import re
from typing import Any

import click
import pytest

from generator.cli.main import COMMANDS, cli
from generator.jobs import build as build_job

# Words of click's own English, and English that slips into a help text.
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|args|arguments?|show|this|message|exit|version|the|and|or|of|for|to|file|folder|"
    r"directory|path|error|missing|invalid|value|default|required|try|no|such|text|integer|boolean|filename)\b",
    re.IGNORECASE,
)


def commands(command: click.Command, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The way to every command, from the program itself down."""
    found = [way]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            found += commands(below, (*way, name))
    return found


WAYS = commands(cli)


def test_the_list_of_commands_is_the_one_that_is_shown() -> None:
    assert {way[0] for way in WAYS if len(way) == 1} == set(COMMANDS)


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_help_is_vietnamese(way: tuple[str, ...], option: str, office: Any) -> None:
    done = office.run(*way, option)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"Cách dùng: {' '.join(('cds-gen', *way))} [TÙY CHỌN]")
    assert "In hướng dẫn này rồi thoát." in done.out
    # Names of commands and options are English by design; so are Word's and YAML's own names.
    words = re.sub(r"--?[a-z]+|^ +[a-z]+(?=  )|cds-gen( [a-z]+)*", " ", done.out, flags=re.MULTILINE)
    assert not ENGLISH.findall(words)


def test_the_help_of_the_program_in_full(office: Any) -> None:
    width = max(map(len, COMMANDS))
    listed = "".join(f"  {name:{width}}  {line}\n" for name, (_, line) in sorted(COMMANDS.items()))
    assert office.run("--help").out == (
        "Cách dùng: cds-gen [TÙY CHỌN] LỆNH …\n"
        "\n"
        "  Báo cáo hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ một tệp YAML.\n"
        "\n"
        "  Bắt đầu: «cds-gen init THƯ_MỤC», rồi trong thư mục đó «cds-gen build\n"
        "  hoangkim.yaml».\n"
        "\n"
        "Tùy chọn:\n"
        "  --version   In phiên bản rồi thoát.\n"
        "  -h, --help  In hướng dẫn này rồi thoát.\n"
        "\n"
        "Các lệnh:\n"
        f"{listed}"
    )


def test_without_a_command_the_help_is_shown_as_a_wrong_command_line(office: Any) -> None:
    done = office.run()
    assert done.status == 2
    assert "Cách dùng: cds-gen [TÙY CHỌN] LỆNH …\n" in done.err


@pytest.mark.parametrize(
    ("arguments", "usage", "problem"),
    [
        (["buidl", "xa"], "", "Không có lệnh «buidl». Có phải ý là «build»?"),
        (["xyzzy"], "", "Không có lệnh «xyzzy»."),
        (["build"], "build", "Thiếu tham số 'TỆP…'."),
        (["build", "xa", "--forc"], "build", "Không có tùy chọn '--forc'. Có phải ý là: '--force'?"),
        (["template", "nwe"], "template", "Không có lệnh 'nwe'. Có phải ý là: 'new'?"),
        (["template", "new"], "template new", "Thiếu tham số 'TỆP.docx|LOẠI'."),
        (["init", "a", "b"], "init", "Thừa tham số (b)"),
    ],
)
def test_a_wrong_command_line_is_told_in_vietnamese(
    arguments: list[str], usage: str, problem: str, office: Any
) -> None:
    before = office.files()

    done = office.run(*arguments)

    name = f"cds-gen {usage}".rstrip()
    lines = done.err.splitlines()
    assert lines[0].startswith(f"Cách dùng: {name} [TÙY CHỌN]")
    assert lines[1:] == [f"Xem hướng dẫn: «{name} --help».", "", f"LỖI: {problem}"]
    assert (done.status, done.out) == (2, "")
    assert office.files() == before


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["build", "xa", "--out"], "LỖI: Tùy chọn '--out' cần một giá trị đi kèm.\n"),
        (["build", "xa", "--force=1"], "LỖI: Tùy chọn '--force' không nhận giá trị.\n"),
    ],
)
def test_a_wrong_value_of_an_option_is_told_in_vietnamese(arguments: list[str], problem: str, office: Any) -> None:
    done = office.run(*arguments)
    assert done.err.endswith(problem)
    assert done.status == 2


def test_a_bug_of_ours_is_told_calmly_with_what_to_send(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("lỗi thử")

    monkeypatch.setattr(build_job, "context", broken)
    before = office.files()

    done = office.run("build", "xa")

    assert done.status == 4
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert "ZeroDivisionError: lỗi thử\n" in done.err
    assert done.err.endswith(
        "LỖI: Chương trình gặp lỗi của chính nó; tệp dữ liệu của bạn không bị thay đổi.\n"
        "    Cách sửa: Gửi những dòng ở trên cùng tệp dữ liệu cho người phụ trách cds-gen.\n"
    )
    assert done.out == ""
    assert office.files() == before


def test_stopping_by_the_keyboard_is_no_fault(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_job, "context", stopped)
    done = office.run("build", "xa")
    assert (done.status, done.err.strip()) == (130, "Đã dừng theo yêu cầu.")
