"""``cds-gen template``: the Word templates."""

from __future__ import annotations

from pathlib import Path

import click

from generator.jobs.new_template import write_template
from generator.report.text import findings_text


@click.group("template", options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH …")
def command() -> None:
    """Làm việc với mẫu Word."""


@command.command("new", short_help="Dựng một mẫu Word ban đầu theo Nghị định 30.", options_metavar="[TÙY CHỌN]")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP.docx")
@click.option("--force", is_flag=True, help="Thay mẫu đã sửa tay; bản sửa tay được giữ kèm ngày giờ.")
def new(target: Path, force: bool) -> None:
    """Dựng một mẫu Word ban đầu cho văn bản có tên loại, theo Nghị định 30; sau đó sửa bằng Word.

    Cỡ chữ, lề, thụt dòng, giãn dòng lấy ở quy cách của cơ quan (templates/quy_cach.yaml); không có thì lấy mặc định.
    """
    written, house = write_template(target, Path.cwd(), force=force)
    if house.findings:
        click.echo(findings_text(house.findings), err=True)
    click.echo(f"{target} ({written.value})")
    click.echo(f"    {house.told}")
