"""A first Word template, made from the decree; people edit it in Word after that."""

from __future__ import annotations

from generator.decree.page import FONT
from generator.word.builder.choice import Choice
from generator.word.builder.document import HEADER_RELATION, document_part
from generator.word.builder.layout import Layout
from generator.word.builder.styles import styles_part
from generator.word.builder.theme import THEME, theme_part
from generator.word.builder.xml import DECLARATION, NAMESPACES, field, paragraph, w
from generator.word.package import CONTENT_TYPES, DOCUMENT, PACKAGE_RELATIONS, Member, write_package

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {"document.main": DOCUMENT, "styles": "word/styles.xml", "settings": "word/settings.xml",
          "fontTable": "word/fontTable.xml", "header": "word/header1.xml"}  # fmt: skip


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for kind, name in _PARTS.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/{THEME}" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core_properties() -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ van_ban.ten_loai }}: {{ van_ban.trich_yeu }}</dc:title>"
        "<dc:creator>{{ don_vi.ten }}</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    compatibility = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    inner = (
        w("zoom", percent=100)
        + w("defaultTabStop", val=567)
        + w("characterSpacingControl", val="doNotCompress")
        + w("compat", compatibility)
        + w("themeFontLang", val="vi-VN")
        + w("decimalSymbol", val=",")
        + w("listSeparator", val=";")
    )
    return f"{DECLARATION}<w:settings {NAMESPACES}>{inner}</w:settings>"


def _font_table() -> str:
    facts = w("charset", val="00") + w("family", val="roman") + w("pitch", val="variable")
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{w('font', facts, name=FONT.name)}</w:fonts>"


def _header() -> str:
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('SoTrang', field('PAGE'))}</w:hdr>"


def build_template(choice: Choice | None = None, layout: Layout | None = None) -> bytes:
    """The bytes of a template, by default for a named document, annexes included."""
    choice, layout = choice or Choice(), layout or Layout()
    app = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = {
        CONTENT_TYPES: _content_types(),
        PACKAGE_RELATIONS: _relationships(
            {
                "rId1": (f"{_OFFICE}/officeDocument", DOCUMENT),
                "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                "rId3": (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
            }
        ),
        "docProps/core.xml": _core_properties(),
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="{app}"><Application>cds-gen</Application></Properties>',
        DOCUMENT: document_part(choice, layout),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rId1": (f"{_OFFICE}/styles", "styles.xml"),
                "rId2": (f"{_OFFICE}/settings", "settings.xml"),
                "rId3": (f"{_OFFICE}/fontTable", "fontTable.xml"),
                "rId4": (f"{_OFFICE}/theme", THEME.removeprefix("word/")),
                HEADER_RELATION: (f"{_OFFICE}/header", "header1.xml"),
            }
        ),
        "word/styles.xml": styles_part(choice, layout),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/header1.xml": _header(),
        THEME: theme_part(),
    }
    return write_package(Member.of(name, text.encode()) for name, text in parts.items())
