"""What is asked, in this order: the quick questions first."""

from __future__ import annotations

from xingping.doctor.examine import Asked
from xingping.doctor.offered import OFFERED
from xingping.doctor.structure import STRUCTURE

ASKED: tuple[Asked, ...] = (*STRUCTURE, *OFFERED)
