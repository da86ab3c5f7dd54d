"""``cds-gen init``: an office's folder."""

from __future__ import annotations

from pathlib import Path

import click

from generator.jobs.init import lay_out


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="THƯ_MỤC", default=Path())
def command(folder: Path) -> None:
    """Tạo thư mục làm việc: templates/ (mẫu), inputs/ (dữ liệu ví dụ), outputs/ (kết quả).

    Tệp đã có sẵn được giữ nguyên, không bao giờ bị ghi đè.
    """
    done = lay_out(folder)
    for name in done.written:
        click.echo(f"    tạo   {name}")
    for name in done.kept:
        click.echo(f"    giữ   {name} (đã có)")
    example = next((Path(name).name for name in (*done.written, *done.kept) if name.startswith("inputs/")), "TỆP.yaml")
    if folder.resolve() == Path.cwd():
        click.echo(f"Thư mục làm việc đã sẵn sàng. Bước tiếp theo: chạy «cds-gen build {example}».")
    else:
        click.echo(f"Thư mục làm việc: {folder}. Bước tiếp theo: vào thư mục đó, chạy «cds-gen build {example}».")
