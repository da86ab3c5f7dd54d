"""``cds-gen build``: data files in, Word files out, a short summary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.telling import certificate, tell_troubles
from generator.data.derive import NhomDanhGia
from generator.errors import CannotGoOn, Refused
from generator.findings import Severity, in_order
from generator.jobs.build import Built, build, plan
from generator.jobs.workspace import shown_path
from generator.report.text import count_text, findings_text


def _group_lines(groups: tuple[NhomDanhGia, ...]) -> Iterator[str]:
    """How many indicators were met, group by group; the catalogue is named where there are several."""
    several = len({group.bo for group in groups}) > 1
    for group in groups:
        if group.tong:
            home = f"{group.bo}, " if several else ""
            yield f"    {home}{group.nhom.ten}: {group.dat}/{group.tong} chỉ tiêu đạt"


def _report_success(built: Built, *, verbose: bool) -> None:
    found = [*built.findings, *built.form.findings]
    shown = found if verbose else [item for item in found if item.severity is Severity.WARNING]
    if shown:
        click.echo(findings_text(shown), err=True)
    click.echo(f"{built.source} → {built.target} ({built.written.value})")
    if built.kept_copy:
        click.echo(f"    Bản đã sửa tay được giữ tại {built.kept_copy}")
    for line in _group_lines(built.groups):
        click.echo(line)
    click.echo(f"    Kiểm tra: {count_text(built.findings)}")
    click.echo(f"    {certificate(built.form)}")


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("files", nargs=-1, required=True, metavar="TỆP…")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Thư mục ghi kết quả (mặc định: outputs).",
)
@click.option("--force", is_flag=True, help="Dựng lại cả khi bản cũ đã sửa tay; bản sửa tay được giữ kèm ngày giờ.")
@click.option("--strict", is_flag=True, help="Có cảnh báo thì không dựng.")
@click.option("--verbose", is_flag=True, help="In cả những gợi ý, không chỉ lỗi và cảnh báo.")
def command(files: tuple[str, ...], out: Path | None, force: bool, strict: bool, verbose: bool) -> None:
    """Dựng báo cáo Word từ tệp dữ liệu YAML.

    TỆP được tìm trong thư mục hiện tại rồi trong inputs/; có thể bỏ đuôi .yaml.
    """
    here = Path.cwd()
    refused: list[Refused] = []
    stopped: list[CannotGoOn] = []
    planned: dict[Path, Path] = {}
    for name in files:
        try:
            source, target = plan(name, here, out)
            if planned.setdefault(target, source) != source:
                raise _same_target(shown_path(planned[target], here), shown_path(source, here), target.name)
            _report_success(build(name, here, out, force=force, strict=strict), verbose=verbose)
        except Refused as error:
            refused.append(error)
        except CannotGoOn as error:
            stopped.append(error)
    # One bad file never stops the rest; all that is wrong is told at the end, once.
    if refused:
        if stopped:
            tell_troubles(stopped)
        raise Refused(in_order(finding for error in refused for finding in error.findings))
    if stopped:
        tell_troubles(stopped[:-1])
        raise stopped[-1]


def _same_target(first: str, second: str, target: str) -> CannotGoOn:
    return CannotGoOn(
        f"«{first}» và «{second}» cùng dựng ra một tệp «{target}»; tệp sau không được dựng.",
        "Đổi tên một trong hai tệp, hoặc dựng từng tệp vào thư mục riêng bằng --out.",
    )
