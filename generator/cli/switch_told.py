"""What ``cds-gen new`` tells of a catalogue that gave way to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.jobs.next_period.catalogue import Switched


def told(switched: Switched) -> Iterator[str]:
    """The lines, each set in below the first one of the command."""
    yield (
        f"    Bộ chỉ tiêu {switched.old} → {switched.new}: {switched.carried} chỉ tiêu mang được số kỳ trước sang, "
        f"{len(switched.renamed)} đổi mã."
    )
    for old, heirs in switched.split:
        yield f"      tách: {old} → {', '.join(heirs)}"
    for origins, new in switched.merged:
        yield f"      gộp: {', '.join(origins)} → {new}"
    if switched.added:
        yield f"      thêm, trước chưa có: {', '.join(switched.added)}"
    if switched.changed:
        yield "      yêu cầu khác trước:"
        yield from (f"        {words}" for words in switched.changed)
    if switched.gone:
        yield "      không còn ở bộ mới, đã bỏ khỏi tệp (tệp cũ vẫn còn):"
        for each in switched.gone:
            yield f"        {each.ma} {each.ten}".rstrip(" .;:") + f": {each.value or 'chưa có kết quả'}"


def reviews_told(reviews: tuple[tuple[int, str], ...]) -> Iterator[str]:
    """Where the new file calls what the new catalogue has not, or has otherwise."""
    if reviews:
        yield f"    Cần xem lại vì bộ chỉ tiêu mới ({len(reviews)} chỗ; dòng của tệp mới):"
        yield from (f"      dòng {line}: {words}" for line, words in reviews)
