"""``python -m xingping``: the same as the command ``xingping``."""

from xingping.cli.main import main

if __name__ == "__main__":
    main()
