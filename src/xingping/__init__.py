"""Star ratings from written rules: ``xingping.rate(scheme, records, year=...)``.

Importing this package is cheap: the engine is loaded when ``rate`` is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xingping.rating.rate import rate as rate

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "rate":
        return import_module("xingping.rating.rate").rate
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
