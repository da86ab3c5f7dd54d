"""The yardstick: fill a Word template from a ready JSON file with docxtpl, nothing more.

    python plain_docxtpl.py TEMPLATE.docx CONTEXT.json TARGET.docx

It computes nothing and checks nothing.  In the JSON, ``{"runs": [...]}`` is formatted text and ``{"drawing": "..."}``
the ready markup of a drawn line; both become docxtpl's ``RichText``.
"""

import json
import sys

from docxtpl import DocxTemplate, RichText


def rich(item):
    """What a JSON object stands for."""
    if "runs" in item:
        text = RichText()
        for run in item["runs"]:
            text.add(run["text"], bold=run["bold"], italic=run["italic"])
        return text
    if "drawing" in item:
        line = RichText()
        line.xml = item["drawing"]
        return line
    return item


def main(template, data, target):
    with open(data, encoding="utf-8") as file:
        context = json.load(file, object_hook=rich)
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
