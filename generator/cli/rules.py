"""``cds-gen rules``: the rules that reports are held against."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("ids", nargs=-1, metavar="[MÃ…]")
@click.option(
    "--doc",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Viết trang của mọi quy tắc vào thư mục này.",
)
def command(ids: tuple[str, ...], doc: Path | None) -> None:
    """Liệt kê các quy tắc; nêu MÃ (ví dụ TT201) thì in trang của quy tắc ấy."""
    from generator.jobs.rule_pages import all_pages, page

    for id_ in ids:
        found = page(id_)
        if found is None:
            raise click.UsageError(f"Không có quy tắc «{id_}»; chạy «cds-gen rules» để xem danh sách.")
        click.echo(found.markdown())
    if doc is not None:
        _write_pages(doc)
    elif not ids:
        for each in all_pages():
            click.echo(f"{each.id}  {each.severity.label.lower():<9} {each.title}")


def _write_pages(folder: Path) -> None:
    from generator.jobs.output import replace_file
    from generator.jobs.rule_pages import all_pages, files

    folder.mkdir(parents=True, exist_ok=True)
    written = files(all_pages())
    for name, text in written.items():
        replace_file(folder / name, text.encode())
    click.echo(f"{folder}: {len(written)} trang")
