"""The view: what the data looks like to a Word template.  Data and Word do not know each other; they meet here."""
