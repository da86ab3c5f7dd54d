from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.jobs.build import build, make
from generator.jobs.init import lay_out

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "rules"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a finished document: the name of its style, its words (line breaks and tabs as such)."""

    style: str
    text: str
    in_table: bool


@dataclass(frozen=True)
class Page:
    """A page as printed: its words line by line, its size in points."""

    number: int
    text: str
    width: float
    height: float

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in marks:
            yield marks[node.tag]


def read_paragraphs(document: Path) -> list[Paragraph]:
    with zipfile.ZipFile(document) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
        styles = ElementTree.fromstring(package.read("word/styles.xml"))
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val", "")  # type: ignore[union-attr]
        for style in styles.iter(f"{W}style")
    }
    in_tables = {paragraph for table in body.iter(f"{W}tbl") for paragraph in table.iter(f"{W}p")}
    found = []
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = names[style.get(f"{W}val")] if style is not None else "Normal"
        found.append(Paragraph(name, "".join(_words(paragraph)), paragraph in in_tables))
    return found


@pytest.fixture(scope="session")
def paragraphs_of() -> Callable[[Path], list[Paragraph]]:
    return read_paragraphs


@pytest.fixture(scope="session")
def hoangkim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of xã Hoàng Kim, built once."""
    built = build("hoangkim", ROOT, tmp_path_factory.mktemp("hoangkim"))
    return Path(built.target)


@pytest.fixture(scope="session")
def hoangkim_paragraphs(hoangkim: Path) -> list[Paragraph]:
    return read_paragraphs(hoangkim)


@pytest.fixture(scope="session")
def hoangkim_pages(hoangkim: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The report of xã Hoàng Kim as LibreOffice prints it."""
    tools = {name: shutil.which(name) for name in ("soffice", "pdftotext", "pdfinfo")}
    missing = [name for name, path in tools.items() if path is None]
    if missing:
        reason = f"không có {', '.join(missing)} để in thử báo cáo ra PDF"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("pdf")
    profile = (folder / "profile").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([tools["soffice"] or "", *options, str(hoangkim)], check=True, capture_output=True, timeout=80)
    pdf = folder / "hoangkim.pdf"
    # -layout keeps letters of a fallback font in their line, which -raw does not.
    text = _output(tools["pdftotext"] or "", "-layout", str(pdf), "-")
    sizes = [
        (float(parts[3]), float(parts[5]))
        for parts in map(str.split, _output(tools["pdfinfo"] or "", "-f", "1", "-l", "999", str(pdf)).splitlines())
        if parts[:1] == ["Page"] and parts[2:3] == ["size:"]
    ]
    texts = text.split("\f")[:-1]
    return [
        Page(number, unicodedata.normalize("NFKC", words), *size)
        for number, (words, size) in enumerate(zip(texts, sizes, strict=True), start=1)
    ]


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode("utf-8")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's folder with the smallest catalogue."""
    folder = tmp_path_factory.mktemp("xa")
    lay_out(folder)
    shutil.copy(EXAMPLES / "chi_tieu" / "bo-nho.yaml", folder / "templates" / "chi_tieu")
    shutil.copy(EXAMPLES / "nen.yaml", folder / "inputs")
    return folder


@pytest.fixture(scope="session")
def printed(office: Path) -> Callable[[str], list[Paragraph]]:
    """The paragraphs of the smallest report with the given parts laid over it."""

    def made(parts: str) -> list[Paragraph]:
        path = office / "inputs" / "xa.yaml"
        path.write_bytes(f"ke_thua: [nen.yaml]\n{parts}".encode())
        data, _ = make(path, office)
        target = office / "xa.docx"
        target.write_bytes(data)
        return read_paragraphs(target)

    return made
