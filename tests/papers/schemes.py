"""The scheme folders that are shown in tests: those built in, the policies, the overlays."""

from functools import cache
from pathlib import Path

from xingping.policy.scheme.load import list_builtin, load_scheme

POLICIES = Path(__file__).parents[1] / "policies"
FOLDERS = sorted(p.parent.relative_to(POLICIES).as_posix() for p in POLICIES.glob("*/scheme.nt"))
OVERLAYS = sorted(p.parent.name for p in POLICIES.glob("overlays/*/overlay.nt"))
NAMES = [*list_builtin(), *FOLDERS]


@cache
def scheme(name):
    return load_scheme(name if name in list_builtin() else str(POLICIES / name))


def changed(name, source, tmp_path, **edits):
    """A copy of a policy's folder with ``edits`` of one file: what stands there -> what shall."""
    folder = tmp_path / Path(name).name
    folder.mkdir()
    for path in (POLICIES / name).rglob("*.nt"):
        target = folder / path.relative_to(POLICIES / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    file = folder / source
    text = file.read_text("utf-8")
    for before, after in edits.values():
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")
    return load_scheme(str(folder))
