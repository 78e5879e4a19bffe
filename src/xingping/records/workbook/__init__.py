"""Workbooks read cell by cell: what was stored, not what a reader makes of it."""
