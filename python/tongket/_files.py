# SPDX-License-Identifier: BSL-1.0
"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
import signal
import stat
import tempfile
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[str]]:
    """A text file that takes the place of `path` when the block ends; where it raises, `path` stays as it was.

    Until then what is written has no name, so that nothing is left behind however the process ends.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "a.txt")
    >>> with replacing(path) as file:
    ...     _ = file.write("một")
    >>> open(path, encoding="utf-8").read(), os.listdir(os.path.dirname(path))
    ('một', ['a.txt'])
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path))
    mode = os.stat(target).st_mode if os.path.exists(target) else None  # noqa: PTH110, PTH116
    if mode is not None and not stat.S_ISREG(mode):
        # A pipe or a device has no place to take; a directory is refused.
        with open(path, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            yield file
        return
    with tempfile.TemporaryFile(dir=folder) as draft:
        text = io.TextIOWrapper(draft, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        draft.seek(0)
        with _signals_held():
            _publish(draft, target, mode)


def _publish(draft: IO[bytes], target: str, mode: int | None) -> None:
    """Gives what was written its name. What a process that was killed left behind is passed by."""
    name = os.path.join(os.path.dirname(target), f".tongket-{secrets.token_hex(8)}.tmp")  # noqa: PTH118, PTH120
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123
            shutil.copyfileobj(draft, file, 1 << 20)
        if mode is not None:
            os.chmod(name, stat.S_IMODE(mode))  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise


@contextmanager
def _signals_held() -> Iterator[None]:
    """Lets the signals that end a program wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP, signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
