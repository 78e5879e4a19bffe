import errno

import pytest

from xingping.policy.refusals import why


@pytest.mark.parametrize(
    ("number", "zh"),
    [(errno.EACCES, "没有权限"), (errno.ENOSPC, "磁盘已满"), (errno.ELOOP, "链接绕回自身")],
)
def test_a_refusal_is_told_in_both_languages(number, zh):
    told = why(OSError(number, "as the machine says"))

    assert told.zh == zh
    assert told.en.isascii()


def test_a_rare_one_is_told_as_the_machine_says():
    assert why(OSError(errno.EXDEV, "Invalid cross-device link")).zh == "Invalid cross-device link"
    assert why(OSError("odd")).en == "OSError"
