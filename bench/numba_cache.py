"""Where Numba keeps the compiled kernel: a folder that changes with any of its source files.

Numba itself looks only at the file of the outermost function and would go on using a stale kernel.
"""

import zlib
from pathlib import Path

from numba import config


def cache() -> bool:
    """Choose the folder by the digest of the kernel's sources; always true."""
    here = Path(__file__).parent
    digest = 0
    for file in sorted(here.glob("numba_*.py")):
        digest = zlib.crc32(file.read_bytes(), digest)
    config.CACHE_DIR = str(here / "__pycache__" / f"kernel-{digest:08x}")
    return True
