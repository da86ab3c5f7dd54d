"""``cds-gen init``: an office's folder, and a blank data file in it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.jobs.init import data_name, is_office, lay_out, start_data

_DEFAULT_KIND = "bao_cao"
_EXAMPLE = "hoangkim.yaml"  # of the shipped examples the one that the guide speaks of


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[THƯ_MỤC]", default=Path())
@click.option("--data", metavar="TÊN", help="Tạo thêm tệp trống inputs/TÊN.yaml để điền báo cáo của mình.")
@click.option("--kind", metavar="MẪU", help=f"Tệp trống của mẫu nào (mặc định: {_DEFAULT_KIND}); đi cùng --data.")
def command(folder: Path, data: str | None, kind: str | None) -> None:
    """Tạo thư mục làm việc: templates/ (mẫu), inputs/ (dữ liệu ví dụ), outputs/ (kết quả).

    Tệp đã có sẵn được giữ nguyên, không bao giờ bị ghi đè.
    """
    if kind is not None and data is None:
        raise click.UsageError("Tùy chọn '--kind' chỉ đi cùng '--data'.")
    # A name that cannot be is told before anything is made.
    name = data_name(data) if data is not None else None
    # An office that has thrown the examples away does not get them back with every new report.
    done = lay_out(folder, examples=name is None or not is_office(folder))
    for file in done.written:
        click.echo(f"    tạo   {file}")
    here = folder.resolve() == Path.cwd()
    if name is None:
        for file in done.kept:
            click.echo(f"    giữ   {file} (đã có)")
        _tell_next(folder, here=here)
        return
    if done.kept:
        click.echo(f"    giữ   {len(done.kept)} tệp đã có")
    blank = start_data(folder, name, kind or _DEFAULT_KIND)
    click.echo(f"    tạo   {blank.relative_to(folder).as_posix()}")
    way = "" if here else f"vào thư mục {folder}, "
    click.echo(f"Bước tiếp theo: {way}mở {blank.relative_to(folder).as_posix()}, điền vào những chỗ trống, lưu lại,")
    click.echo(f"rồi chạy «cds-gen build {blank.name}»: máy kể từng chỗ còn trống và cách điền, đủ thì ra tệp Word.")


def _tell_next(folder: Path, *, here: bool) -> None:
    if here:
        click.echo(f"Thư mục làm việc đã sẵn sàng. Bước tiếp theo: chạy «cds-gen build {_EXAMPLE}».")
    else:
        click.echo(f"Thư mục làm việc: {folder}. Bước tiếp theo: vào thư mục đó, chạy «cds-gen build {_EXAMPLE}».")
    click.echo("Làm báo cáo của mình: chạy «cds-gen init --data TÊN» để có tệp trống inputs/TÊN.yaml mà điền.")
