"""``cds-gen build``: data files in, Word files out, a short summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from generator.cli.telling import certificate
from generator.data.derive import NhomDanhGia
from generator.errors import Refused
from generator.findings import Finding, Severity, in_order
from generator.jobs.build import UNFINISHED, Built, Wished, build
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
    if built.draft:
        click.echo(f"    {_draft_line(built)}")
    if built.kept_copy:
        click.echo(f"    Bản đã sửa tay được giữ tại {built.kept_copy}")
    for line in _group_lines(built.groups):
        click.echo(line)
    click.echo(f"    Kiểm tra: {count_text(built.findings)}")
    click.echo(f"    {certificate(built.form)}")


def _draft_line(built: Built) -> str:
    """That it is a draft, and what is still to be done."""
    left_open, unreviewed = map(built.count, UNFINISHED)
    todo = [f"còn {left_open} chỗ để ngỏ"] if left_open else []
    todo += [f"{'còn ' if not todo else ''}{unreviewed} câu chưa đọc lại"] if unreviewed else []
    return f"Bản DỰ THẢO, không phải để gửi đi: {', '.join(todo) or 'không còn chỗ để ngỏ nào'}."


def _hint_at_draft(findings: Iterable[Finding], name: str) -> str:
    """What may be done where a report is refused for what a draft may leave open; empty where it is not."""
    if not any(finding.rule in UNFINISHED and finding.severity is Severity.ERROR for finding in findings):
        return ""
    named = f'"{name}"' if " " in name else name
    return f"Chưa điền đủ mà muốn xem thử thì dựng bản dự thảo: cds-gen build {named} --draft"


def _report_path(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and value.suffix.casefold() not in (".json", ".csv"):
        raise click.BadParameter(f"«{value}» phải có đuôi .json hoặc .csv.")
    return value


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
@click.option(
    "--draft",
    is_flag=True,
    help="Dựng bản dự thảo (TÊN-du-thao.docx) dù còn chỗ để ngỏ «…»; mỗi trang có chữ DỰ THẢO chìm.",
)
@click.option("--pdf", is_flag=True, help="Làm thêm tệp PDF bên cạnh tệp Word (cần LibreOffice).")
@click.option("--verbose", is_flag=True, help="In cả những gợi ý, không chỉ lỗi và cảnh báo.")
@click.option("--all", "rebuild", is_flag=True, help="Nhiều tệp: dựng lại cả những tệp còn mới.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="SỐ",
    help="Nhiều tệp: số tiến trình cùng dựng (mặc định: theo số nhân của máy).",
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_report_path,
    metavar="TỆP.json|TỆP.csv",
    help="Ghi kết quả và mọi phát hiện của từng tệp vào một tệp JSON hoặc CSV (mở được bằng Excel).",
)
@click.option("--scheduler", metavar="ĐỊA_CHỈ", help="Dựng trên nhiều máy, qua bộ điều phối Dask ở địa chỉ này.")
def command(files: tuple[str, ...], out: Path | None, **wished: Any) -> None:
    """Dựng báo cáo Word từ tệp dữ liệu YAML.

    TỆP được tìm trong thư mục hiện tại rồi trong inputs/; có thể bỏ đuôi .yaml. Nhiều tệp thì dựng cùng lúc: tệp nào
    lỗi thì chỉ tệp ấy không ra, tệp nào còn mới thì không dựng lại, cuối cùng có bảng kết quả.
    """
    here = Path.cwd()
    how = Wished(**{name: wished.pop(name) for name in ("force", "strict", "draft")})
    if wished["jobs"] and wished["scheduler"]:
        raise click.UsageError("Tùy chọn '--jobs' không dùng cùng '--scheduler': cụm máy tự chia việc.")
    if len(files) == 1 and not wished["report"] and not wished["scheduler"]:
        built = _build_one(files[0], here, out, how, verbose=wished["verbose"])
        if wished["pdf"]:
            from generator.cli.pdf_telling import print_one

            print_one(here / built.target, here, force=how.force)
        return
    from generator.cli.batch import Course, build_many
    from generator.jobs.batch.running import planned

    build_many(planned(files, here, out, how), here, Course(force=how.force, **wished))


def _build_one(name: str, here: Path, out: Path | None, how: Wished, *, verbose: bool) -> Built:
    try:
        built = build(name, here, out, how)
    except Refused as error:
        raise Refused(in_order(error.findings), _hint_at_draft(error.findings, name)) from error
    _report_success(built, verbose=verbose)
    return built
