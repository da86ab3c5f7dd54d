"""Let click speak Vietnamese, whatever the language of the machine."""

from __future__ import annotations

import gettext
import os

LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # pathlib is not loaded for a list of commands


def speak_vietnamese() -> None:
    """Bind click's messages to our translation; to be called before anything is parsed or printed."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", LOCALE)
