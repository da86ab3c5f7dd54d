"""The data file of the next period made from the last one: edits of its text, and nothing else touched."""
