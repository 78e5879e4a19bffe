"""Rules of the built-in office about all its subjects, counted."""

from xingping.policy.scheme.load import load_scheme

OFFICE = load_scheme("office-branches")
COUNTY = load_scheme("county-branches")
MEMBERS = load_scheme("county-members")
