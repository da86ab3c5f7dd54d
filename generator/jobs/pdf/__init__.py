"""PDF files of the reports, printed by LibreOffice without a window."""
