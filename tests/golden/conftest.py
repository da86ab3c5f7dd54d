from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from golden_documents import REPORTS, Paragraph, read_paragraphs
from golden_pages import Page, print_documents

from generator.jobs.build import build, make
from generator.jobs.init import lay_out

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "rules"


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Every report of ``inputs/``, built once."""
    folder = tmp_path_factory.mktemp("bao-cao")
    return {name: Path(build(name, ROOT, folder).target) for name in REPORTS}


@pytest.fixture(scope="session", params=REPORTS)
def name(request: pytest.FixtureRequest) -> str:
    """Each report in turn: what is asked of one is asked of all."""
    return str(request.param)


@pytest.fixture(scope="session")
def document(name: str, documents: Mapping[str, Path]) -> Path:
    return documents[name]


@pytest.fixture(scope="session")
def paragraphs(document: Path) -> list[Paragraph]:
    return read_paragraphs(document)


@pytest.fixture(scope="session")
def printed_documents(
    documents: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[Page]]:
    """All reports as LibreOffice prints them, in one run."""
    return print_documents(documents, tmp_path_factory.mktemp("pdf"))


@pytest.fixture(scope="session")
def pages(name: str, printed_documents: Mapping[str, list[Page]]) -> list[Page]:
    return printed_documents[name]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder with the smallest catalogue."""
    folder = tmp_path_factory.mktemp("xa")
    lay_out(folder)
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", folder / "templates" / "chi_tieu")
    shutil.copy(EXAMPLES / "nen.yaml", folder / "inputs")
    return folder


@pytest.fixture(scope="session")
def smallest(office: Path) -> Callable[[str], Path]:
    """The smallest report with the given parts laid over it, built."""

    def made(parts: str) -> Path:
        path = office / "inputs" / "xa.yaml"
        path.write_bytes(f"ke_thua: [nen.yaml]\n{parts}".encode())
        data, _ = make(path, office)
        target = office / "xa.docx"
        target.write_bytes(data)
        return target

    return made


@pytest.fixture(scope="session")
def printed(smallest: Callable[[str], Path]) -> Callable[[str], list[Paragraph]]:
    """The paragraphs of the smallest report with the given parts laid over it."""
    return lambda parts: read_paragraphs(smallest(parts))
