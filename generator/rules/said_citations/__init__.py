"""Rules over the documents that a report names (DL6xx)."""

from __future__ import annotations

from generator.rules.said_citations import dl601, dl602, dl603, dl604, dl605, dl606, dl607, dl608

RULES = (dl601, dl602, dl603, dl604, dl605, dl606, dl607, dl608)
