"""Let click speak Vietnamese, whatever the language of the machine."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_vietnamese() -> None:
    """Bind click's messages to our translation; to be called before anything is parsed or printed."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(LOCALE))
