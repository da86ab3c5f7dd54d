"""Drafts as Word files and on paper: sound, marked on every page, laid out like the report itself."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from golden_documents import Paragraph
from golden_pages import Page, print_documents
from openxml_audit import FileFormat, OpenXmlValidator

from generator.jobs.build import Wished, build

ROOT = Path(__file__).parents[2]
GREY = range(190, 250)  # of the watermark as it is printed: silver, half transparent
FEWEST = 0.004  # of the page


@pytest.fixture(scope="module")
def drafts(documents: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("du-thao")
    return {name: Path(build(name, ROOT, folder, Wished(draft=True)).target) for name in documents}


@pytest.fixture(scope="module")
def paper(
    drafts: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Mapping[str, list[Page]]]:
    """The folder of the printed drafts, and their pages."""
    folder = tmp_path_factory.mktemp("pdf-du-thao")
    return folder, print_documents(drafts, folder)


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_a_draft_is_a_sound_word_file(version: FileFormat, name: str, drafts: Mapping[str, Path]) -> None:
    result = OpenXmlValidator(file_format=version).validate(str(drafts[name]))
    assert [str(error) for error in result.errors] == []


def test_the_watermark_moves_nothing(
    name: str, paragraphs: list[Paragraph], pages: list[Page], paper: tuple[Path, Mapping[str, list[Page]]]
) -> None:
    draft = paper[1][name]
    assert draft[0] == pages[0]
    assert [(page.width, page.height, page.shown) for page in draft] == [
        (page.width, page.height, page.shown) for page in pages
    ]
    # LibreOffice takes equations for higher than they are until it lays a page out once more, as a shape makes it do.
    if not any(paragraph.is_equation for paragraph in paragraphs):
        assert draft == pages


def test_every_page_shows_the_watermark(
    name: str, drafts: Mapping[str, Path], paper: tuple[Path, Mapping[str, list[Page]]]
) -> None:
    folder, printed = paper
    tool = shutil.which("pdftoppm")
    if tool is None:
        pytest.skip("không có pdftoppm để xem từng trang")
    pdf = folder / f"{drafts[name].stem}.pdf"
    images = subprocess.run(
        [tool, "-gray", "-r", "20", "-aa", "no", "-aaVector", "no", str(pdf)], check=True, capture_output=True
    ).stdout
    shares = list(_grey_shares(images))
    assert len(shares) == len(printed[name])
    assert [number for number, share in enumerate(shares, start=1) if share < FEWEST] == []


def _grey_shares(images: bytes) -> list[float]:
    """How much of each page is grey; ``images`` are one after the other, as PGM."""
    found = []
    while images:
        _, width, height, _ = images.split(maxsplit=4)[:4]
        head = images.index(b"255\n") + 4
        size = int(width) * int(height)
        pixels, images = images[head : head + size], images[head + size :]
        found.append(sum(pixel in GREY for pixel in pixels) / size)
    return found
