"""Make the environment from requirements.lock with nothing but Python: ``bootstrap.py .venv``.

The lock pins every package by hash, its own installers included. uv installs it where uv runs,
else pip. Neither needs to be here, nor ensurepip (which Debian splits off): a pip wheel is fetched
from the index that pip is configured for, checked against the lock, and run as it is. An
environment already made from this lock is left alone, without asking the network.
"""

import configparser
import hashlib
import os
import re
import ssl
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent.parent
LOCK = HERE / "requirements.lock"
OLDEST = (3, 11)
NEXT = "Check the network, or name another package index: PIP_INDEX_URL=https://... make ..."


def main() -> None:
    """Bring the environment named on the command line up to the lock."""
    if sys.version_info < OLDEST:
        have = ".".join(map(str, sys.version_info[:3]))
        sys.exit(
            f"Python 3.11 or later is needed, {sys.executable} is {have}.\n"
            "Name another one: make PYTHON=/path/to/python3.11 ..."
        )
    home = Path(sys.argv[1] if len(sys.argv) > 1 else ".venv").absolute()
    stamp, python = home / ".made-from", home / "bin" / "python"
    want = [digest(LOCK.read_text("utf-8")), digest(project())]
    have = stamp.read_text("utf-8").split() if stamp.exists() and python.exists() else []
    if have == want:
        return
    if have[:1] != want[:1]:
        install(home, python)
    offline = ["-q", "--no-index", "--no-deps", "--no-build-isolation"]
    run([python, "-m", "pip", "install", *offline, "-e", HERE])
    stamp.write_text("\n".join(want) + "\n", "utf-8")


def digest(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode()).hexdigest()


def project() -> str:
    """Cut out what an editable install depends on: pyproject.toml down to the tools' settings."""
    return (HERE / "pyproject.toml").read_text("utf-8").partition("\n[tool.ruff]")[0]


def install(home: Path, python: Path) -> None:
    """Install every package of the lock, and no other version of any."""
    blocks = locked()
    if not python.exists():
        run([sys.executable, "-m", "venv", "--without-pip", home])
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        pip = [*find_pip(python, blocks, work), "install", "-q", "--require-hashes", "--no-deps"]
        print(f"environment: {len(blocks)} packages of {LOCK.name} into {home}", flush=True)
        if "PIP_NO_INDEX" in os.environ or not install_with_uv(pip, python, blocks, work):
            rest = work / "lock.txt"
            rest.write_text("".join(text for name, text in blocks.items() if name != "uv"), "utf-8")
            run([*pip, "-r", rest])


def locked() -> "dict[str, str]":
    """Read the lock's entries, each with its hashes; two versions for two Pythons are one entry."""
    blocks: dict[str, str] = {}
    for text in re.split(r"(?m)^(?=[a-z])", LOCK.read_text("utf-8")):
        found = re.match(r"[a-z0-9-]+(?===)", text)
        if found:
            blocks[found[0]] = blocks.get(found[0], "") + text
    return blocks


def install_with_uv(pip: list, python: Path, blocks: dict, work: Path) -> bool:
    """Let uv do it: some ten times faster than pip. False where it has no wheel or will not run."""
    only = work / "uv.txt"
    only.write_text(blocks["uv"], "utf-8")
    uv = python.with_name("uv")
    sync = [uv, "pip", "sync", "-q", "--require-hashes", "--default-index", index()]
    if works([*pip, "--only-binary", ":all:", "-r", only]) and works(
        [*sync, "--python", python, LOCK]
    ):
        return True
    print("environment: uv is not to be had here, so pip does it; this takes a minute", flush=True)
    return False


def find_pip(python: Path, blocks: dict, work: Path) -> list:
    """Find a pip that can install into the environment: one that is here, else the locked wheel."""
    if works([python, "-m", "pip", "--version"]):
        return [python, "-m", "pip"]
    if works([sys.executable, "-m", "pip", "--python", python, "--version"]):
        return [sys.executable, "-m", "pip", "--python", python]
    return [python, fetch_pip(blocks["pip"], work) / "pip"]


def fetch_pip(block: str, work: Path) -> Path:
    """Fetch the pip wheel that the lock names, or end with what to do."""
    version = re.match(r"pip==([\w.]+)", block)[1]
    name = f"pip-{version}-py3-none-any.whl"
    page = f"{index().rstrip('/')}/pip/"
    cert = setting("cert", "PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
    safe = ssl.create_default_context(cafile=cert or None)
    try:
        listing = urlopen(page, context=safe, timeout=60).read().decode()
        links = re.findall(rf'href="([^"#]*{re.escape(name)})[#"]', listing)
        wheel = urlopen(urljoin(page, links[0]), context=safe, timeout=60).read()
    except (OSError, IndexError) as trouble:
        sys.exit(f"Could not fetch {name} from {page}: {trouble}\n{NEXT}")
    if f"sha256:{hashlib.sha256(wheel).hexdigest()}" not in block:
        sys.exit(
            f"{name} from {page} is not the one that {LOCK.name} names; nothing was installed."
        )
    (work / name).write_bytes(wheel)
    return work / name


def index() -> str:
    """Name the package index: the one that uv or pip is told to use, else PyPI."""
    told = os.environ.get("UV_DEFAULT_INDEX") or setting("index-url", "PIP_INDEX_URL")
    return told or "https://pypi.org/simple"


def setting(key: str, *variables: str) -> str:
    """Look up what pip would: the environment first, then its files, the user's before others."""
    home = Path.home()
    files = [
        Path("/etc/xdg/pip/pip.conf"),
        Path("/etc/pip.conf"),
        home / ".pip" / "pip.conf",
        Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf",
        Path(os.environ.get("PIP_CONFIG_FILE", os.devnull)),
    ]
    config = configparser.RawConfigParser()
    config.read(files, "utf-8")
    told = (os.environ.get(variable) for variable in variables)
    return next(filter(None, told), "") or config.get("global", key, fallback="")


def works(command: list) -> bool:
    """Try a command without showing what it says."""
    try:
        done = subprocess.run(command, env=environment(), capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def run(command: list) -> None:
    """Run a command that has to succeed."""
    done = subprocess.run(command, env=environment(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        told = " ".join(map(str, command))
        sys.exit(f"The environment could not be made: {told} ended with {done.returncode}\n{NEXT}")


def environment() -> dict:
    """Give uv the certificates that pip is told of, and keep personal pip habits out."""
    calm = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    cert = setting("cert", "SSL_CERT_FILE", "PIP_CERT")
    return {**os.environ, **calm, **({"SSL_CERT_FILE": cert} if cert else {})}


if __name__ == "__main__":
    main()
