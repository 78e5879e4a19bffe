"""Why the machine refuses a file, in both languages."""

from __future__ import annotations

import errno

from xingping.policy.words import Text

_WHY = {
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.ENOENT: Text("没有这个文件或文件夹", "there is no such file or folder"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.EISDIR: Text("这是文件夹，应为文件", "this is a folder, a file is expected"),
    errno.EEXIST: Text("已有同名的文件或文件夹", "it exists already"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EROFS: Text("磁盘只读", "the disk is read-only"),
    errno.ELOOP: Text("链接绕回自身", "a link leads back to itself"),
    errno.ENAMETOOLONG: Text("名称太长", "the name is too long"),
    errno.EIO: Text("磁盘读写出错", "the disk fails"),
}


def why(error: OSError) -> Text:
    """The reason, in the machine's own words where it is a rare one."""
    known = _WHY.get(error.errno or 0)
    said = error.strerror or type(error).__name__
    return known or Text(said, said)
