"""``cds-gen new``: the data file of the next period from that of the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import switch_told

if TYPE_CHECKING:
    from generator.jobs.next_period.writing import Written


@click.command(options_metavar="[TÙY CHỌN]")
@click.argument("name", metavar="TỆP")
@click.option(
    "--ky",
    metavar="KỲ",
    help="Kỳ mới: 2024 (năm), N1/2024 (6 tháng đầu năm), Q3/2024 (quý III), T7/2024 (tháng 7); mặc định: kỳ liền sau.",
)
@click.option(
    "--keep",
    multiple=True,
    metavar="SỐ",
    help="Văn bản còn hiệu lực, giữ lại trong danh sách, ví dụ 43/QĐ-UBND; «all» là giữ tất cả.",
)
@click.option(
    "--catalogue",
    "catalogues",
    multiple=True,
    metavar="MÃ_MỚI",
    help="Bộ chỉ tiêu mới thay bộ cũ, ví dụ qd-15-2025; báo cáo có nhiều bộ thì viết CŨ=MỚI.",
)
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP_MỚI", help="Tên tệp dữ liệu mới."
)
def command(name: str, ky: str | None, keep: tuple[str, ...], catalogues: tuple[str, ...], out: Path | None) -> None:
    """Làm tệp dữ liệu kỳ sau từ tệp kỳ trước.

    Đơn vị, nơi nhận, chữ ký, bố cục, câu chữ giữ nguyên; số liệu cũ chuyển vào ky_truoc và chỗ của nó để ngỏ («…»);
    câu còn năm cũ, số cũ có ghi chú «# cds: xem lại» ở trên; tên cơ quan đã thay đổi được thay theo thay_doi.yaml.
    """
    from generator.jobs.next_period.writing import Wish, write_next

    written = write_next(name, Path.cwd(), Wish(ky, keep, out, catalogues))
    for line in _told(written):
        click.echo(line)


def _told(written: Written) -> list[str]:
    done, documents = written.renewed, written.renewed.documents
    lines = [
        f"Đã ghi {written.target} ({written.new.name}), từ {written.source} ({written.old.name}).",
        f"    {done.opened} chỗ để ngỏ «…» cần điền, {done.reviews} chỗ có ghi chú «# cds: xem lại» cần đọc.",
    ]
    if documents.left or documents.kept or documents.cited:
        lines.append(f"    Văn bản trong danh sách: bỏ {documents.left}, giữ {len(documents.kept)}.")
    if documents.cited:
        lines.append(f"    Giữ thêm {len(documents.cited)} văn bản mà câu chữ còn gọi: {', '.join(documents.cited)}.")
    if written.left_out:
        skipped = ", ".join(period.name for period in written.left_out)
        lines.append(f"    CẢNH BÁO: bỏ cách {skipped}; số kỳ trước trong tệp là của {written.old.name}.")
    if done.years:
        lines.append(f"    Năm để lọc, để đếm văn bản chuyển sang kỳ mới ({len(done.years)} chỗ; dòng của tệp cũ):")
        lines += [f"      dòng {each.line}: {_change(each.old, each.new)}" for each in done.years]
    lines += [
        f"    CẢNH BÁO: tệp nền {base.file} không bị đụng tới, còn của kỳ trước: {base.words}." for base in done.bases
    ]
    if done.changes:
        lines.append(f"    Thay theo bảng thay đổi tên gọi ({len(done.changes)} chỗ; dòng của tệp cũ):")
        lines += [f"      dòng {each.line}: {_change(each.old, each.new)}" for each in done.changes]
    for switched in written.switched:
        lines += switch_told.told(switched)
    lines += switch_told.reviews_told(written.reviews)
    lines.append(f"Điền tệp ấy, rồi chạy «cds-gen build {Path(written.target).name}»; xem trước thì thêm «--draft».")
    return lines


def _change(old: str, new: str) -> str:
    return f"«{old}» → «{new}»" if new else f"bỏ «{old}»"
