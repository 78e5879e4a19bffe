"""``xingping digest``: the digest of a scheme, or of the base of an overlay; written into it after review."""

from __future__ import annotations

from pathlib import Path

from xingping.cli.asking import Command, Option
from xingping.cli.gathering import scheme_folder
from xingping.cli.options import SCHEME
from xingping.cli.saying import say, show, show_text, spoken, tell
from xingping.cli.usage import UsageFaultError
from xingping.policy.differences.words import between
from xingping.policy.overlay.overlay import Overlay
from xingping.policy.overlay.rewrite import with_digest
from xingping.policy.scheme.folder import OVERLAY
from xingping.policy.scheme.load import load_spelled
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records.saving import save_bytes


def digest(scheme: str, *, accept: bool) -> None:
    """Print the digest; of an overlay what it changes by now, and the digest of its base."""
    folder = scheme_folder(scheme, builtin=True)
    made, _ = load_spelled(folder, accepting=True)
    if made.overlay is not None:
        _of_overlay(folder, made, made.overlay, accept=accept)
    elif accept:
        raise UsageFaultError(
            f"“{scheme}”不是地方调整，--accept 只用于装有 {OVERLAY} 的文件夹",
            f"'{scheme}' is no overlay; --accept is for a folder with an {OVERLAY}",
        )
    else:
        show(made.digest)


def _of_overlay(folder: Path, made: Scheme, overlay: Overlay, *, accept: bool) -> None:
    base = overlay.base
    show_text(between(base, made, spoken()))
    if not accept:
        show(
            say(
                f"所依据的方案“{base.id}”的摘要：{base.digest}",
                f"digest of '{base.id}', on which it builds: {base.digest}",
            )
        )
        return
    page = folder / OVERLAY
    try:
        text = with_digest(page.read_bytes().decode("utf-8"), base.digest)
    except ValueError:
        raise UsageFaultError(
            f"在 {page} 中没有找到写成一行的 digest，请先写上“digest: 0”",
            f"there is no line for the digest in {page}; write 'digest: 0' first",
        ) from None
    save_bytes(page, text.encode())
    tell(
        Text(
            f"已把方案“{base.id}”现在的摘要写入 {page}",
            f"the digest that the scheme '{base.id}' has now is written into {page}",
        )
    )


command = Command(
    "digest",
    digest,
    (
        SCHEME,
        Option(
            "--accept",
            Text(
                "用于地方调整：核对之后，把所依据方案现在的摘要写入 overlay.nt",
                "for an overlay: after review, write the digest its base has now into overlay.nt",
            ),
        ),
    ),
    told=Text(
        "显示方案的摘要，供地方调整的 digest 一行填写。对地方调整，显示它现在改动了什么，和所依据方案的摘要。",
        "Print the digest of a scheme, for the line 'digest' of an overlay. Of an overlay, show what it "
        "changes by now, and the digest of the scheme it builds on.",
    ),
    examples=("xingping digest {scheme}", "xingping digest my-county --accept"),
)
