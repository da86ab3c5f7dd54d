"""Names that reforms have put out of use: found in a text, and what to put for them."""
