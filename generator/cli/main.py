"""``cds-gen``: the commands by name, loaded when used; messages in Vietnamese; exit statuses.

0 clean, 1 findings that stop the work, 2 wrong command line, 3 cannot go on, 4 a fault of this program.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Mapping
from types import MappingProxyType

import click

from generator.cli.vietnamese import speak_vietnamese
from generator.errors import CannotGoOn, Refused

FOUND, CANNOT_GO_ON, OUR_FAULT = 1, 3, 4
_RARELY = 100_000, 20, 100

# Here and in ``run``: click translates the help of an option once, the first time that anybody asks for it.
speak_vietnamese()

# name -> (module, one line for the list of commands): the list is shown without importing any command.
COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "build": ("generator.cli.build", "Dựng báo cáo Word từ tệp dữ liệu YAML."),
        "new": ("generator.cli.new", "Làm tệp dữ liệu kỳ sau từ tệp kỳ trước."),
        "diff": ("generator.cli.diff", "Nói hai tệp dữ liệu khác nhau ở đâu."),
        "check": ("generator.cli.check", "Kiểm tra tệp Word bất kỳ, hoặc tệp dữ liệu."),
        "init": ("generator.cli.init", "Tạo thư mục làm việc cho một cơ quan."),
        "rules": ("generator.cli.rules", "Liệt kê các quy tắc mà báo cáo phải theo."),
        "schema": ("generator.cli.schema", "Viết lược đồ để VS Code gợi ý và gạch chân lúc gõ dữ liệu."),
        "template": ("generator.cli.template", "Làm việc với mẫu Word."),
    }
)


class LazyGroup(click.Group):
    """A group whose commands are imported only when they are called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; but click looks for near names among loaded commands only."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f" Có phải ý là «{near[0]}»?" if near else ""
            raise click.UsageError(f"Không có lệnh «{name}».{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Các lệnh"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


def version() -> str:
    """The version of the installed package."""
    from importlib.metadata import PackageNotFoundError, version  # costs a tenth of a start-up

    try:
        return version("cds-gen")
    except PackageNotFoundError:
        return "(chưa cài đặt)"


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"cds-gen {version()}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH …",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="In phiên bản rồi thoát.",
)
def cli() -> None:
    """Báo cáo hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ một tệp YAML.

    Bắt đầu: «cds-gen init THƯ_MỤC», rồi trong thư mục đó «cds-gen build hoangkim.yaml».
    """


def _complain(problem: str, fix: str) -> None:
    from generator.report.text import trouble_text

    click.echo(trouble_text(problem, fix), err=True)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A report is a great many small objects that live as long as its build; searching them over and over for rings of
    # references took half the time of a long table.
    gc.set_threshold(*_RARELY)
    speak_vietnamese()
    try:
        # Without its own exit, click hands back the status that a command asked for.
        status = cli.main(args=arguments, prog_name="cds-gen", standalone_mode=False)
        if isinstance(status, int) and status:
            sys.exit(status)
    except click.exceptions.Abort:
        click.echo("Đã dừng theo yêu cầu.", err=True)
        sys.exit(130)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Refused as refused:
        from generator.report.text import count_text, findings_text

        click.echo(findings_text(refused.findings), err=True)
        click.echo(f"Không dựng được: {count_text(refused.findings)}.", err=True)
        if refused.hint:
            click.echo(refused.hint, err=True)
        sys.exit(FOUND)
    except CannotGoOn as error:
        _complain(error.problem, error.fix)
        sys.exit(CANNOT_GO_ON)
    except Exception:
        import traceback

        traceback.print_exc()
        _complain(
            "Chương trình gặp lỗi của chính nó; tệp dữ liệu của bạn không bị thay đổi.",
            "Gửi những dòng ở trên cùng tệp dữ liệu cho người phụ trách cds-gen.",
        )
        sys.exit(OUR_FAULT)
    finally:
        # Before it ends, the interpreter searches all that is left for rings of references: an eighth of a build.
        gc.freeze()


if __name__ == "__main__":
    run()
