# SPDX-License-Identifier: BSL-1.0
"""Processes that do the tasks of `tongket._tasks`, each of which is ended where a file takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from tongket import _tasks
from tongket.errors import Error

_idle: list[_Worker] = []
_lock = threading.Lock()


def run(task: str, data: bytes, time_limit: float | None, **options: object) -> Any:
    """Does a task within so many seconds, in a process of its own; without a limit in this one.

    Raises:
        Error: the file takes too long, or cannot be read
        ImportError: the package that reads it cannot be imported

    >>> run("html", b"<p>", 30, is_text=False, url=None, whole=False)
    [{}, 'UTF-8', 0]
    """
    if time_limit is None:
        return _tasks.run(task, data, options)
    worker = _begun(task, len(data), options)
    answer = worker.finish(task, data, time_limit)
    _keep(worker)
    if "error" in answer:
        raise Error(*answer["error"])
    return answer["result"]


def _begun(task: str, size: int, options: dict[str, object]) -> _Worker:
    """A process that waits for the bytes of a file: an idle one, unless it has died meanwhile."""
    with _lock:
        worker = _idle.pop() if _idle else None
    if worker is not None and _begins(worker, task, size, options):
        return worker
    worker = _Worker()
    if not _begins(worker, task, size, options):
        raise RuntimeError("the process that reads files does not start: use time_limit=None")
    return worker


def _begins(worker: _Worker, task: str, size: int, options: dict[str, object]) -> bool:
    """Whether a process waits for the bytes of a file; one that has died is cleared away."""
    try:
        begins = worker.begin(task, size, options)
    except ImportError:  # of other kinds it can read files
        _keep(worker)
        raise
    if not begins:
        worker.end()
    return begins


def _keep(worker: _Worker) -> None:
    with _lock:
        _idle.append(worker)


class _Worker:
    def __init__(self) -> None:
        if not sys.executable:
            raise RuntimeError("there is no Python program to run a worker with: use time_limit=None")
        start = f"import sys; sys.path[:] = {sys.path!r}; from tongket._tasks import serve; serve()"
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def begin(self, task: str, size: int, options: dict[str, object]) -> bool:
        """Says what to do, and waits until all that it needs is imported, which counts for no file.

        Raises:
            ImportError: that cannot be imported
        """
        request = json.dumps({"task": task, "size": size, "options": options}).encode("ascii") + b"\n"
        answer = self._line() if self._say(request) else None
        if isinstance(answer, dict):
            raise ImportError(answer["missing"])  # noqa: TRY004 - what the process says
        return bool(answer == "ready")

    def finish(self, task: str, data: bytes, time_limit: float) -> Any:
        """Gives it the file and waits for the answer."""
        too_late = threading.Event()

        def stop() -> None:
            too_late.set()
            self._process.kill()

        timer = threading.Timer(time_limit, stop)
        timer.daemon = True
        timer.start()
        answer = None
        try:
            answer = self._line() if self._say(data) else None
        finally:
            timer.cancel()
            if answer is None or too_late.is_set():
                self.end()
        if too_late.is_set():
            raise Error(f"{task.upper()} that was not read within {time_limit:g} seconds", "time_limit")
        if answer is None:
            raise Error(f"{task.upper()} that ends the program which reads it", _tasks.FAULTS[task])
        return answer

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written
                    pipe.close()
        self._process.wait()

    def _say(self, data: bytes) -> bool:
        """Whether it took the bytes; it does not where it has died."""
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except OSError:
            return False
        return True

    def _line(self) -> Any:
        assert self._process.stdout is not None  # noqa: S101
        line = self._process.stdout.readline()
        return json.loads(line) if line.endswith(b"\n") else None


def _end_all() -> None:
    with _lock:
        while _idle:
            _idle.pop().end()


atexit.register(_end_all)
if hasattr(os, "register_at_fork"):
    # The workers are those of the parent.
    os.register_at_fork(after_in_child=_idle.clear)
