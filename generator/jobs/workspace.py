"""Where an office keeps its files, and where the shipped ones are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

import generator
from generator.errors import CannotGoOn
from generator.patterns import regex
from generator.vn.suggest import closest

INPUTS, OUTPUTS, TEMPLATES = "inputs", "outputs", "templates"
CATALOGUES = "chi_tieu"
KINDS = "docx"
TEMPLATE_FILE = "mau.docx"
KIND_FILE = "mo_ta.yaml"
HOUSE_STYLE_FILE = "quy_cach.yaml"
SUCCESSIONS_FILE = "thay_doi.yaml"
START_FILE = "khoi_dau.yaml"
EXAMPLE_FILE = "vi_du.yaml"
START_CATALOGUE = "khoi_dau_chi_tieu.yaml"  # beside the catalogues' folder, where it cannot be taken for one

ENDING = ".yaml"

_MOST_LISTED = 10
_SLUG = regex(r"[a-z0-9_-]+")


class Templates(Struct, frozen=True):
    """A ``templates/`` folder: catalogues and kinds of documents."""

    root: Path

    @property
    def catalogues(self) -> Path:
        return self.root / CATALOGUES

    def catalogue(self, name: str) -> Path:
        """The file of a catalogue, by its name with or without ".yaml".  Raises ``CannotGoOn`` where there is none."""
        name = name.removesuffix(ENDING)
        path = self.catalogues / f"{name}{ENDING}"
        if _SLUG.fullmatch(name) and path.is_file():
            return path
        known = self.catalogue_names()
        listed = f"Viết sau --catalogue một trong: {', '.join(known)}; bộ" if known else "Bộ"
        raise CannotGoOn(
            f"Không có bộ chỉ tiêu «{name}» trong {self.catalogues}.{_hint(name, known)}",
            f"{listed} mới thì soạn bằng «cds-gen init --new-catalogue MÃ».",
        )

    def catalogue_names(self) -> list[str]:
        """The names of all catalogues."""
        return [path.stem for path in sorted(self.catalogues.glob(f"*{ENDING}"))]

    def kind(self, name: str, asked_by: str = "Tệp dữ liệu") -> Path:
        """The folder of a kind that the data file ``asked_by`` names.  Raises ``CannotGoOn`` where there is none."""
        folder = self.root / KINDS / name
        if _SLUG.fullmatch(name) and (folder / TEMPLATE_FILE).is_file():
            return folder
        known = self._kinds_with(TEMPLATE_FILE)
        problem = f"{asked_by} dùng mẫu «{name}», nhưng không có mẫu này trong {self.root / KINDS}.{_hint(name, known)}"
        if not known:
            raise CannotGoOn(problem, "Thư mục ấy chưa có mẫu nào: lấy lại mẫu gốc bằng lệnh «cds-gen init».")
        raise CannotGoOn(problem, f"Sửa mục «mau» của tệp dữ liệu thành một trong: {', '.join(known)}.")

    def kind_folder(self, name: str) -> Path | None:
        """The folder where a kind of that name stands, or would; None for what is no name."""
        return self.root / KINDS / name if _SLUG.fullmatch(name) else None

    def named_kind(self, name: str) -> Path:
        """The folder of a kind that a command names.  Raises ``CannotGoOn`` where there is none."""
        folder = self.root / KINDS / name
        if _SLUG.fullmatch(name) and (folder / TEMPLATE_FILE).is_file():
            return folder
        known = self._kinds_with(TEMPLATE_FILE)
        listed = f"Viết một trong: {', '.join(known)}" if known else "Lấy lại mẫu gốc bằng lệnh «cds-gen init»"
        raise CannotGoOn(f"Không có mẫu «{name}» trong {self.root / KINDS}.{_hint(name, known)}", f"{listed}.")

    def start_file(self, kind: str) -> Path:
        """The blank data file with which a report of that kind starts.  Raises ``CannotGoOn`` where there is none."""
        path = self.root / KINDS / kind / START_FILE
        if _SLUG.fullmatch(kind) and path.is_file():
            return path
        known = self._kinds_with(START_FILE)
        listed = f"Viết sau --kind một trong: {', '.join(known)}" if known else "Lấy lại tệp gốc bằng «cds-gen init»"
        if kind in self._kinds_with(TEMPLATE_FILE):
            raise CannotGoOn(f"Mẫu «{kind}» chưa có tệp trống để điền.", f"Soạn tệp {path}. {listed}.")
        raise CannotGoOn(f"Không có mẫu «{kind}» trong {self.root / KINDS}.{_hint(kind, known)}", f"{listed}.")

    def kinds(self) -> list[Path]:
        """The folders of all kinds that have a Word template."""
        return [self.root / KINDS / name for name in self._kinds_with(TEMPLATE_FILE)]

    def _kinds_with(self, file: str) -> list[str]:
        return [path.parent.name for path in sorted((self.root / KINDS).glob(f"*/{file}"))]


def _hint(name: str, known: Iterable[str]) -> str:
    near = closest(name, known)
    return f" Có phải ý là «{near}»?" if near else ""


def shipped() -> Path:
    """The folder that holds the shipped ``templates/`` and ``inputs/``: the checkout, or the installed package."""
    package = Path(generator.__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def templates_for(data_file: Path, here: Path) -> Templates:
    """The templates that serve a data file.

    An office's own come first: of the current folder, then of the folders above the data file; else the shipped.
    """
    return own_templates(data_file, here) or Templates(shipped() / TEMPLATES)


def templates_here(here: Path) -> Templates:
    """The templates of the office in whose folder one stands, else the shipped."""
    return own_templates(here / INPUTS, here) or Templates(shipped() / TEMPLATES)


def own_templates(file: Path, here: Path) -> Templates | None:
    """The templates of the office that a file belongs to; None where it belongs to none."""
    for folder in (here, *file.resolve().parents):
        root = folder / TEMPLATES
        if (root / KINDS).is_dir():
            return Templates(root)
    return None


def own_house_style(file: Path, here: Path) -> Path | None:
    """The house style of the office that a file belongs to, beside its templates or without any; None for none."""
    for folder in (here, *file.resolve().parents):
        root = folder / TEMPLATES
        if (root / HOUSE_STYLE_FILE).exists():
            return root / HOUSE_STYLE_FILE
        if (root / KINDS).is_dir():
            return None
    return None


def office_of(file: Path, here: Path) -> Path:
    """The folder that holds all files of the office to which a data file belongs; its own folder where it has none."""
    own = own_templates(file, here)
    inside = own is not None and file.resolve().is_relative_to(own.root.parent.resolve())
    return own.root.parent if own and inside else file.parent


def find_data_file(name: str, here: Path) -> Path:
    """The data file of that name: as it stands, else in ``inputs/``; with or without ".yaml".

    Raises ``CannotGoOn`` naming what is close.
    """
    wished = Path(name)
    places = [wished] if wished.is_absolute() else [here / wished, here / INPUTS / wished]
    for place in places:
        for path in (place, place.parent / f"{place.name}{ENDING}"):
            if path.is_file():
                return path
    if places[0].is_dir():
        raise CannotGoOn(
            f"«{name}» là một thư mục, không phải tệp dữ liệu.",
            f"Viết tên một tệp {ENDING}, ví dụ cds-gen build {INPUTS}/hoangkim{ENDING}.",
        )
    known = {
        path.name.removesuffix(ENDING): path.name
        for folder in (here, here / INPUTS)
        for path in sorted(folder.glob("*.y*ml"))
    }
    near = closest(wished.name.removesuffix(ENDING), known)
    hint = f" Có phải ý là «{known[near]}»?" if near else ""
    listed = f" Đang có: {', '.join(list(known.values())[:_MOST_LISTED])}." if known else ""
    raise CannotGoOn(
        f"Không tìm thấy tệp dữ liệu «{name}».{hint}",
        f"Kiểm tra tên tệp; tệp được tìm trong thư mục hiện tại rồi trong {INPUTS}/.{listed}",
    )


def shown_path(path: Path, here: Path) -> str:
    """A path as messages print it: from the current folder where it lies below."""
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
