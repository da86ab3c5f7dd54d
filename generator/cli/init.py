"""``cds-gen init``: an office's folder, and in it a blank data file or a blank catalogue of indicators."""

from __future__ import annotations

from pathlib import Path

import click

from generator.data.model_catalogue import BoChiTieu
from generator.jobs.init import (
    LaidOut,
    catalogue_name,
    data_name,
    is_office,
    lay_out,
    read_catalogue,
    start_catalogue,
    start_data,
)

_DEFAULT_KIND = "bao_cao"
_EXAMPLE = "hoangkim.yaml"  # of the shipped examples the one that the guide speaks of


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("folder", type=click.Path(path_type=Path), metavar="[THƯ_MỤC]", default=Path())
@click.option("--data", metavar="TÊN", help="Tạo thêm tệp trống inputs/TÊN.yaml để điền báo cáo của mình.")
@click.option("--catalogue", metavar="MÃ", help="Tệp trống có sẵn mọi chỉ tiêu của bộ này; đi cùng --data.")
@click.option("--kind", metavar="MẪU", help=f"Tệp trống của mẫu nào (mặc định: {_DEFAULT_KIND}); đi cùng --data.")
@click.option("--new-catalogue", metavar="MÃ", help="Tạo bộ chỉ tiêu trống templates/chi_tieu/MÃ.yaml để điền.")
def command(folder: Path, data: str | None, catalogue: str | None, kind: str | None, new_catalogue: str | None) -> None:
    """Tạo thư mục làm việc: templates/ (mẫu), inputs/ (dữ liệu ví dụ), outputs/ (kết quả).

    Tệp đã có sẵn được giữ nguyên, không bao giờ bị ghi đè.
    """
    for option, given in (("--kind", kind), ("--catalogue", catalogue)):
        if given is not None and data is None:
            raise click.UsageError(f"Tùy chọn '{option}' chỉ đi cùng '--data'.")
    if new_catalogue is not None and data is not None:
        raise click.UsageError(
            "Tùy chọn '--new-catalogue' không đi cùng '--data': điền bộ chỉ tiêu xong mới lấy tệp trống theo bộ ấy."
        )
    # A name that cannot be is told before anything is made.
    report = data_name(data) if data is not None else None
    indicators = catalogue_name(new_catalogue) if new_catalogue is not None else None
    # An office that has thrown examples or kinds away does not get them back with every new file.
    asked = kind or _DEFAULT_KIND
    done = lay_out(folder, examples=(report or indicators) is None or not is_office(folder), kind=asked)
    if report is not None:
        chosen = read_catalogue(folder, catalogue) if catalogue is not None else None
        _tell_of_file(done, start_data(folder, report, asked, chosen))
        _tell_of_data(folder, report, chosen)
    elif indicators is not None:
        _tell_of_file(done, start_catalogue(folder, indicators))
        _tell_of_catalogue(folder, indicators)
    else:
        _tell_of_folder(done)


def _tell_written(done: LaidOut) -> None:
    for file in done.written:
        click.echo(f"    tạo   {file}")


def _newer(done: LaidOut, file: str) -> str:
    if file not in done.newer:
        return ""
    return "; bản gốc đã mới hơn, bản này đã sửa" if done.newer[file] else "; bản gốc đã mới hơn, bản này chưa sửa"


def _tell_of_newer(done: LaidOut) -> None:
    if done.newer:
        click.echo("Tệp có bản gốc mới hơn: đổi tên tệp của mình rồi chạy lại «cds-gen init» để lấy bản gốc;")
        click.echo("xem mẫu của mình khác mẫu gốc ở đâu: «cds-gen template diff».")


def _tell_of_file(done: LaidOut, made: Path) -> None:
    _tell_written(done)
    if done.kept:
        click.echo(f"    giữ   {len(done.kept)} tệp đã có")
    click.echo(f"    tạo   {made.relative_to(done.folder).as_posix()}")


def _way(folder: Path) -> str:
    return "" if folder.resolve() == Path.cwd() else f"vào thư mục {folder}, "


def _tell_of_data(folder: Path, name: str, catalogue: BoChiTieu | None) -> None:
    if catalogue is not None:
        count = sum(len(group.chi_tieu) for group in catalogue.nhom)
        click.echo(f"Tệp có chỗ cho {count} chỉ tiêu, {len(catalogue.nhom)} nhóm của bộ {catalogue.ma}.")
    click.echo(f"Bước tiếp theo: {_way(folder)}mở inputs/{name}.yaml, điền vào những chỗ trống, lưu lại,")
    click.echo(f"rồi chạy «cds-gen build {name}.yaml»: máy kể từng chỗ còn trống và cách điền, đủ thì ra tệp Word.")


def _tell_of_catalogue(folder: Path, name: str) -> None:
    click.echo(f"Bước tiếp theo: {_way(folder)}mở templates/chi_tieu/{name}.yaml, điền nhóm và chỉ tiêu, lưu lại,")
    click.echo(f"rồi chạy «cds-gen init --data TÊN --catalogue {name}»: máy kể chỗ còn trống, đủ thì ra tệp báo cáo.")


def _tell_of_folder(done: LaidOut) -> None:
    _tell_written(done)
    for file in done.kept:
        click.echo(f"    giữ   {file} (đã có{_newer(done, file)})")
    _tell_of_newer(done)
    way = _way(done.folder)
    if way:
        click.echo(f"Thư mục làm việc: {done.folder}. Bước tiếp theo: vào thư mục đó, chạy «cds-gen build {_EXAMPLE}».")
    else:
        click.echo(f"Thư mục làm việc đã sẵn sàng. Bước tiếp theo: chạy «cds-gen build {_EXAMPLE}».")
    click.echo("Làm báo cáo của mình: chạy «cds-gen init --data TÊN» để có tệp trống inputs/TÊN.yaml mà điền;")
    click.echo("báo cáo theo bộ chỉ tiêu thì thêm «--catalogue MÃ», mã là tên một tệp trong templates/chi_tieu/.")
