"""Write the data file of the next period beside that of the last one."""

from __future__ import annotations

import codecs
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.data.loading import Names, load_data, read_report
from generator.data.model import BaoCao
from generator.data.open_places import OPEN
from generator.data.periods import YEAR, Period, PeriodError, between
from generator.data.spans import read_spans
from generator.errors import CannotGoOn, Refused
from generator.findings import in_order
from generator.jobs.kinds import kinds_of
from generator.jobs.next_period.asked_catalogues import asked_switches
from generator.jobs.next_period.catalogue import Switched, switched
from generator.jobs.next_period.documents import KEEP_ALL
from generator.jobs.next_period.flow import entry_of, texts_of
from generator.jobs.next_period.marks import REVIEW
from generator.jobs.next_period.renewing import Renewed, Source, renewed
from generator.jobs.next_period.switch import Switch
from generator.jobs.next_period.target import way_back
from generator.jobs.output import write_new
from generator.jobs.successions import successions_for
from generator.jobs.workspace import ENDING, find_data_file, shown_path, templates_for
from generator.patterns import regex
from generator.vn.suggest import closest
from generator.vn.text import nfc

_PERIOD_IN_NAME = regex(r"[-_](?:[nqt]\d{1,2}-)?(?:19|20)\d\d$")


class Wish(Struct, frozen=True):
    """What is asked: the period as typed (None: the next of the same kind), documents that stay, where to write.

    ``catalogues`` are the new ones, each as its id or ``OLD=NEW``.
    """

    ky: str | None = None
    keep: tuple[str, ...] = ()
    target: Path | None = None
    catalogues: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """What was written: both files as messages call them, the periods, those left out between, what was done.

    ``reviews`` are the lines of the new file that call what the new catalogues have otherwise, with what is said there.
    """

    source: str
    target: str
    old: Period
    new: Period
    left_out: tuple[Period, ...]
    renewed: Renewed
    switched: tuple[Switched, ...] = ()
    reviews: tuple[tuple[int, str], ...] = ()


def write_next(name: str, here: Path, wish: Wish) -> Written:
    """Write the next period's file.  Nothing is written over.

    Raises ``CannotGoOn`` for a file that cannot be read or written, a period that does not follow, a document that the
    list has not; ``Refused`` for a faulty source.
    """
    path = find_data_file(name, here)
    written = load_data(path, shown_path(path, here))
    report = _report(written, path, here)
    if not report.theo_ky:
        raise CannotGoOn(
            f"«{shown_path(path, here)}» là văn bản không theo kỳ (không có mục «ky») nên không có kỳ sau.",
            f"Làm văn bản mới cùng loại: chạy «cds-gen init --data TÊN --kind {report.mau}», hoặc chép tệp này.",
        )
    old = Period.of(report.ky)
    new = _period(wish.ky, old)
    switches = asked_switches(wish.catalogues, report, templates_for(path, here))
    _known(report, wish.keep)
    target = here / wish.target if wish.target else path.with_name(_file_name(path, new))
    if target.exists():
        raise CannotGoOn(
            f"«{shown_path(target, here)}» đã có nên không bị ghi đè.",
            "Mở tệp ấy mà làm tiếp, hoặc viết tên khác sau -o.",
        )
    source = Source(_plain_text(written), report, way_back(path, target, here))
    _own_period(source, shown_path(path, here))
    done = renewed(source, new, wish.keep, successions_for(path, here))
    done, all_switched = _switched(done, report, switches)
    data = _as_written(done.text, written)
    _report(data, target, here)
    write_new(target, data, shown_path(target, here), "-o")
    files = shown_path(path, here), shown_path(target, here)
    return Written(*files, old, new, between(old, new), done, all_switched, _reviews(done.text, all_switched))


def _switched(done: Renewed, report: BaoCao, switches: tuple[Switch, ...]) -> tuple[Renewed, tuple[Switched, ...]]:
    """The renewed text with one catalogue for another, and what that did; open places and remarks counted anew."""
    found = []
    for switch in switches:
        found.append(switched(done.text, report, switch))
        done = replace(done, text=found[-1].text)
    if found:
        spans = texts_of(read_spans(done.text))
        opened = sum(done.text[span.start : span.end] == OPEN for span in spans)
        reviews = sum(REVIEW in line for line in done.text.split("\n"))
        done = replace(done, opened=opened, reviews=reviews)
    return done, tuple(found)


def _reviews(text: str, all_switched: tuple[Switched, ...]) -> tuple[tuple[int, str], ...]:
    """The lines of the remarks that ask for what catalogues changed, each with what it asks."""
    asked = dict.fromkeys(words for each in all_switched for words in each.reviews)
    lines = ((number, line) for number, line in enumerate(text.split("\n"), start=1) if REVIEW in line)
    return tuple((number, words) for number, line in lines for words in asked if words in line)


def _report(data: bytes, path: Path, here: Path) -> BaoCao:
    """The report of a file, or of what it would hold; places may be open.  Raises ``Refused``."""
    templates = templates_for(path, here)
    names = Names(shown_path(path, here), shown_path(templates.catalogues, here), kinds_of(templates, here))
    report, findings = read_report(data, path, templates.catalogues, names, draft=True)
    if report is None:
        raise Refused(in_order(findings))
    return report


def _plain_text(data: bytes) -> str:
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _as_written(text: str, like: bytes) -> bytes:
    """The bytes of a text with the mark and the line ends of another file."""
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in like else text).encode("utf-8")


def _period(wished: str | None, old: Period) -> Period:
    if wished is None:
        return old.next()
    try:
        new = Period.parse(wished)
    except PeriodError as error:
        raise CannotGoOn(error.problem, error.fix) from error
    if not new.comes_after(old):
        raise CannotGoOn(
            f"Kỳ {new.name} không ở sau kỳ {old.name} của tệp này.",
            f"Viết kỳ sau đó, ví dụ «--ky {old.next().typed}».",
        )
    return new


def _own_period(source: Source, shown: str) -> None:
    """Raises ``CannotGoOn`` for a file that takes its period from a base, where it cannot move on."""
    if entry_of(read_spans(source.text), "ky", "nam") is None:
        raise CannotGoOn(
            f"Kỳ báo cáo (mục «ky») của «{shown}» nằm ở tệp nền, nên không chuyển sang kỳ sau được.",
            "Chuyển cả mục «ky» từ tệp nền vào tệp này, rồi chạy lại.",
        )


def _known(report: BaoCao, keep: tuple[str, ...]) -> None:
    """Raises ``CannotGoOn`` for a document that is to stay and that the list has not."""
    known = [name for each in report.van_ban_ban_hanh for name in (str(each.so), each.ma) if name]
    for wished in keep:
        if wished != KEEP_ALL and nfc(wished) not in known:
            near = closest(wished, known)
            hint = f"Có phải ý là «{near}»? " if near else ""
            raise CannotGoOn(
                f"Danh sách van_ban_ban_hanh không có văn bản «{wished}».",
                f"{hint}Viết đúng số, ký hiệu ghi ở «so», hoặc «--keep {KEEP_ALL}» để giữ tất cả.",
            )


def _file_name(path: Path, new: Period) -> str:
    """The name of the file of a period: hoangkim.yaml and hoangkim-2023.yaml give hoangkim-2024.yaml."""
    part = str(new.nam) if new.kind == YEAR else new.typed.lower().replace("/", "-")
    return f"{_PERIOD_IN_NAME.sub('', path.stem)}-{part}{ENDING}"
