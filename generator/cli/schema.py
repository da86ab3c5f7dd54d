"""``cds-gen schema``: the data format for editors and for reading."""

from __future__ import annotations

from pathlib import Path

import click

from generator.jobs.schema_files import default_folder, write_reference, write_schemas


@click.command(options_metavar="[TÙY CHỌN]")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Ghi các tệp lược đồ vào thư mục này (mặc định: templates/luoc_do).",
)
@click.option(
    "--doc",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP.md",
    help="Viết thêm trang tra cứu mọi mục của các tệp.",
)
def command(out: Path | None, doc: Path | None) -> None:
    """Viết lược đồ của bốn loại tệp, để VS Code gợi ý và gạch chân lúc gõ.

    Bốn loại tệp: báo cáo, bộ chỉ tiêu, mô tả mẫu, quy cách riêng của cơ quan. Dòng đầu tệp dữ liệu chỉ tới lược đồ
    của nó, ví dụ:
    «# yaml-language-server: $schema=../templates/luoc_do/bao_cao.json».
    """
    for path, written in write_schemas(out or default_folder(Path.cwd())):
        click.echo(f"{path} ({written.value})")
    if doc is not None:
        click.echo(f"{doc} ({write_reference(doc).value})")
