"""What is asked, in this order: the quick questions first."""

from __future__ import annotations

from xingping.doctor.examine import Asked

ASKED: tuple[Asked, ...] = ()
