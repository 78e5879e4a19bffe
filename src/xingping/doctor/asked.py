"""What is asked, in this order: the quick questions first."""

from __future__ import annotations

from xingping.doctor.answering import Asked
from xingping.doctor.levels import LEVELS
from xingping.doctor.offered import OFFERED
from xingping.doctor.structure import STRUCTURE
from xingping.doctor.together import TOGETHER

ASKED: tuple[Asked, ...] = (*STRUCTURE, *LEVELS, *TOGETHER, *OFFERED)
