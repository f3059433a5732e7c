# SPDX-License-Identifier: BSL-1.0
"""Processes that make shards. One that dies costs the page at which it did, not the run.

They are begun as programs of their own: those of `multiprocessing` would run the user's script once more.
"""

from __future__ import annotations

import mmap
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from dataclasses import replace
from multiprocessing.connection import Connection, Pipe, wait
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongket.corpus.options import Options
    from tongket.corpus.work import Maker, Task

#: Seconds after which a page, or a batch of pages, is given up with the process that reads it.
PATIENCE = 300.0
#: How often a process may die between pages, where no page is to blame, until the shard is given up.
_MAX_DEATHS = 3
#: Seconds between two looks at what the processes do.
_TICK = 1.0
#: The numbers that a process shares: of the first page that it reads and of the one behind the last.
_SHARED = 2 * 8


class Made(NamedTuple):
    """A shard that is in its place.

    Attributes:
        task: what was to do
        shard: what the manifest says of it, but for its fingerprint
        error: why it could not be made instead
    """

    task: Task
    shard: dict[str, Any] | None
    error: Exception | None = None


def make_all(tasks: Iterable[Task], options: Options, workers: int, *, patience: float = PATIENCE) -> Iterator[Made]:
    """The shards of tasks, as they are made by several processes, in any order."""
    waiting = deque(tasks)
    busy: list[_Worker] = []
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                busy.append(_Worker(options, waiting.popleft()))
            wait([worker.handle() for worker in busy], _TICK)
            for worker in list(busy):
                made = worker.look(patience)
                if made is None:
                    continue
                yield made
                if waiting and worker.is_alive():
                    worker.begin(waiting.popleft())
                else:
                    worker.end()
                    busy.remove(worker)
    finally:
        for worker in busy:
            worker.end()


class _Worker:
    """A process with the task that it does; another takes its place where it dies."""

    def __init__(self, options: Options, task: Task) -> None:
        self._options = options
        self._deaths = 0
        self._start()
        self.begin(task)

    def _start(self) -> None:
        if not sys.executable:
            raise CorpusError("there is no Python program to run the processes of a corpus with")
        self._pipe, theirs = Pipe()
        with tempfile.TemporaryFile() as shared, theirs:
            shared.truncate(_SHARED)
            self._at = _numbers(shared.fileno())
            self._at[0] = self._at[1] = -1
            handles = (theirs.fileno(), shared.fileno())
            start = (
                "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); "  # who runs us ends us
                f"sys.path[:] = {sys.path!r}; from tongket.corpus.workers import serve; serve{handles}"
            )
            # Its standard input ends with this process.
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                [sys.executable, "-c", start], stdin=subprocess.PIPE, pass_fds=handles
            )
        self._send(self._options)

    def begin(self, task: Task) -> None:
        self._task = task
        self._deaths = 0
        self._send(task)

    def _send(self, what: Options | Task) -> None:
        self._seen, self._since = (-2, -2), time.monotonic()
        try:
            self._pipe.send(what)
        except OSError:  # it died while it was idle, which `look` finds
            return

    def handle(self) -> Connection:
        return self._pipe

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def look(self, patience: float) -> Made | None:
        """What the process has done, if it has."""
        if self._pipe.poll():
            try:
                outcome = self._pipe.recv()
            except (EOFError, OSError):
                return self._died("the process that read it ended")
            if isinstance(outcome, Exception):
                return Made(self._task, None, outcome)
            return Made(self._task, outcome)
        if not self.is_alive():
            return self._died("the process that read it ended")
        now, at = time.monotonic(), (self._at[0], self._at[1])
        if at != self._seen:
            self._seen, self._since = at, now
        elif at[0] >= 0 and now - self._since > patience:
            return self._died(f"it was not read within {patience:g} seconds")
        return None

    def _died(self, how: str) -> Made | None:
        """Finds the page at which it did, and does the shard again without it."""
        first, last = self._at[0], self._at[1]
        self.end()
        code = self._process.returncode
        if code < 0 and "ended" in how:
            how += f" by {signal.Signals(-code).name}"
        task = self._task
        if first < 0:
            self._deaths += 1
            if self._deaths >= _MAX_DEATHS:
                return Made(task, None, CorpusError(f"the process that made a shard ended {self._deaths} times: {how}"))
        elif last - first > 1:
            task = replace(task, careful=[*task.careful, (first, last)])
        elif first in task.crashed:
            task = replace(task, closed={*task.closed, first})
        else:
            task = replace(task, crashed={**task.crashed, first: how})
        self._task = task
        self._start()
        self._send(task)
        return None

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._pipe.close()


def _numbers(handle: int) -> memoryview:
    """The numbers in a file that several processes share."""
    return memoryview(mmap.mmap(handle, _SHARED)).cast("q")


def serve(pipe_handle: int, shared_handle: int) -> None:
    """Makes shards for as long as there is somebody who asks for them.

    Args:
        pipe_handle: of a connection, through which options and tasks come
        shared_handle: of the file of numbers
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import pyarrow as pa  # noqa: PLC0415

    from tongket.corpus.work import Maker  # noqa: PLC0415

    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    with Connection(pipe_handle) as pipe:
        try:
            maker = Maker(pipe.recv(), _numbers(shared_handle))
            while True:
                _answer(pipe, maker, pipe.recv())
        except EOFError:
            return


def _answer(pipe: Connection, maker: Maker, task: Task) -> None:
    try:
        pipe.send(maker.make(task))
    except (OSError, CorpusError, ImportError, MemoryError) as error:
        pipe.send(error)


def _end_with_parent() -> None:
    os.read(0, 1)  # not by `sys.stdin`, whose lock nobody may hold while Python ends
    os._exit(1)
