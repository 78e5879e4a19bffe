"""The forms in which ratings are given out: JSON, CSV, a workbook, a table to read."""
