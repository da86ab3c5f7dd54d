"""``cds-gen template``: the Word templates."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.template_check import check
from generator.jobs.new_kind import copy_kind, still_named
from generator.jobs.new_template import write_template
from generator.jobs.workspace import KIND_FILE, TEMPLATE_FILE, shown_path, templates_here
from generator.report.text import findings_text

_FOUND = 1


@click.group("template", options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH …")
def command() -> None:
    """Làm việc với mẫu Word."""


command.add_command(check)


@command.command("new", short_help="Dựng một mẫu Word ban đầu, hoặc chép một loại mẫu.", options_metavar="[TÙY CHỌN]")
@click.argument("target", metavar="TỆP.docx|LOẠI")
@click.option("--from", "source", metavar="LOẠI_CŨ", help="Chép cả thư mục của loại này thành loại mới.")
@click.option("--force", is_flag=True, help="Thay mẫu đã sửa tay; bản sửa tay được giữ kèm ngày giờ.")
def new(target: str, source: str | None, force: bool) -> None:
    """Dựng một mẫu Word ban đầu cho văn bản có tên loại, theo Nghị định 30; sau đó sửa bằng Word.

    Cỡ chữ, lề, thụt dòng, giãn dòng lấy ở quy cách của cơ quan (templates/quy_cach.yaml); không có thì lấy mặc định.

    Có --from thì chép mẫu, mô tả, tệp trống, tệp ví dụ của một loại đang có thành loại mới, ví dụ
    «cds-gen template new bao_cao_nhanh --from bao_cao»; loại đã có thì giữ nguyên.
    """
    if source is not None:
        _copy(target, source)
    elif target.endswith(".docx"):
        _build(Path(target), force=force)
    else:
        raise click.UsageError(f"Tên tệp «{target}» phải có đuôi .docx; tạo một loại văn bản mới thì thêm '--from'.")


def _copy(name: str, source: str) -> None:
    folder, files = copy_kind(name, source, Path.cwd())
    click.echo(f"{shown_path(folder, Path.cwd())}: {', '.join(files)}")
    words, lines = still_named(folder, Path.cwd())
    if lines:
        click.echo(f"Còn nói {', '.join(words)}; loại mới khác thì sửa ở:")
        for file, numbers in lines.items():
            click.echo(f"    {file}: dòng {', '.join(map(str, numbers))}")
    click.echo(f"Bước tiếp theo: sửa tên loại ở {KIND_FILE}, sửa {TEMPLATE_FILE} bằng Word,")
    click.echo(f"rồi chạy «cds-gen template check {name}»; báo cáo dùng loại này ghi «mau: {name}».")


def _build(target: Path, *, force: bool) -> None:
    written, house = write_template(target, Path.cwd(), force=force)
    if house.findings:
        click.echo(findings_text(house.findings), err=True)
    click.echo(f"{target} ({written.value})")
    click.echo(f"    {house.told}")


@command.command("vars", short_help="Kể mọi tên mà mẫu in được.", options_metavar="[TÙY CHỌN]")
@click.argument("kind", metavar="LOẠI|TỆP.docx")
@click.option(
    "--doc",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP.md",
    help="Viết thành một trang để đọc, thay cho in ra.",
)
def variables(kind: str, doc: Path | None) -> None:
    """Kể mọi tên mà thẻ của mẫu in được: nghĩa, ví dụ, cách viết, và mẫu ấy dùng ở những đoạn nào."""
    from generator.jobs.check_template import template_file
    from generator.jobs.output import replace_file
    from generator.jobs.template_vars import lines, sheet, variables_of

    here = Path.cwd()
    found = variables_of(template_file(kind, here, templates_here(here)), here)
    if doc is None:
        click.echo("\n".join(lines(found)))
        return
    replace_file(here / doc, sheet(found, kind).encode())
    click.echo(f"{doc}: {len(found)} tên")


@command.command("diff", short_help="Nói mẫu của cơ quan khác mẫu gốc ở đâu.", options_metavar="[TÙY CHỌN]")
@click.argument("kind", required=False, metavar="[LOẠI]")
@click.option("--from", "base", metavar="LOẠI_CŨ|TỆP.docx", help="So với mẫu này, thay cho mẫu đi kèm chương trình.")
def diff(kind: str | None, base: str | None) -> None:
    """Nói mẫu của cơ quan khác mẫu đi kèm chương trình ở đâu: kiểu, đoạn và thẻ, trang giấy, đầu trang, bảng.

    Không nêu LOẠI thì so mọi mẫu đi kèm chương trình. Loại chép từ một loại khác thì thêm --from, ví dụ
    «cds-gen template diff bao_cao_nhanh --from bao_cao». Thoát với trạng thái 0 khi không khác, 1 khi khác.
    """
    from generator.jobs.check_template import template_file
    from generator.jobs.template_diff import difference, shipped_kinds

    if base is not None and kind is None:
        raise click.UsageError("Tùy chọn '--from' cần tên loại đem so, ví dụ «template diff bao_cao_nhanh --from …».")
    here = Path.cwd()
    office = templates_here(here)
    shipped = {folder.name for folder in shipped_kinds().kinds()}
    folders = [office.named_kind(kind)] if kind else [each for each in office.kinds() if each.name in shipped]
    original = template_file(base, here, office) if base is not None else None
    found = [difference(folder, here, original) for folder in folders]
    for each in found:
        click.echo(f"{each.file}: {f'{len(each.changes)} chỗ khác mẫu gốc' if each.changes else 'như mẫu gốc'}")
        part = ""
        for change in each.changes:
            if change.part != part:
                part = change.part
                click.echo(f"  {part}")
            click.echo(f"    {change.words}")
    if any(each.changes for each in found):
        click.get_current_context().exit(_FOUND)
