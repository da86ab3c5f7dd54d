"""Write a first Word template, made from the decree."""

from __future__ import annotations

from pathlib import Path

from generator.jobs.output import Written, write_output
from generator.word.builder.template import build_template


def write_template(target: Path, *, force: bool) -> Written:
    """Build the template into ``target``; one that was edited in Word is never overwritten without ``force``."""
    written, _ = write_output(target, build_template(), str(target), force=force)
    return written
