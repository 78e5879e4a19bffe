"""The command ``xingping``, and ``python -m xingping``: an interrupt is no error from the first moment on."""

from __future__ import annotations

import sys
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line of this process."""
    try:
        from xingping.cli.main import main as run  # noqa: PLC0415 -- it takes a tenth of a second
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
