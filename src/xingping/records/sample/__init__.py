"""Believable made-up records of an office and of a county, the same for the same seed and of no real person."""

from xingping.records.sample.county import make_county
from xingping.records.sample.csv_files import write_csv
from xingping.records.sample.draw import FIRST_YEAR
from xingping.records.sample.office import make_office

__all__ = ["FIRST_YEAR", "make_county", "make_office", "write_csv"]
