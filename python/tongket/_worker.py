# SPDX-License-Identifier: BSL-1.0
"""Processes that find the stories of HTML pages, each of which is ended where one takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from tongket._story import Story
from tongket.errors import Error

_idle: list[_Worker] = []
_lock = threading.Lock()


def find_story(page: str | bytes, url: str | None, time_limit: float) -> Story:
    """As `tongket._story.find_story`, within so many seconds.

    Raises:
        Error: the page takes too long, or cannot be read

    >>> find_story("<p>", None, 30).details
    {}
    """
    with _lock:
        worker = _idle.pop() if _idle else None
    if worker is None or not worker.is_alive():
        worker = _Worker()
    answer = worker.ask(page, url, time_limit)
    with _lock:
        _idle.append(worker)
    if "error" in answer:
        raise Error(*answer["error"])
    return Story(*answer["story"])


class _Worker:
    def __init__(self) -> None:
        if not sys.executable:
            raise RuntimeError("there is no Python program to run a worker with: use time_limit=None")
        start = f"import sys; sys.path[:] = {sys.path!r}; from tongket._story import serve; serve()"
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        if self._line() != "ready":
            self.end()
            raise RuntimeError("the worker for HTML pages does not start: use time_limit=None")

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, page: str | bytes, url: str | None, time_limit: float) -> Any:
        is_text = isinstance(page, str)
        data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
        request = {"is_text": is_text, "url": url, "size": len(data)}
        too_late = threading.Event()

        def stop() -> None:
            too_late.set()
            self._process.kill()

        timer = threading.Timer(time_limit, stop)
        timer.daemon = True
        timer.start()
        answer = None
        try:
            assert self._process.stdin is not None  # noqa: S101
            self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n" + data)
            self._process.stdin.flush()
            answer = self._line()
        except OSError:
            pass  # it died; said below
        finally:
            timer.cancel()
            if answer is None or too_late.is_set():
                self.end()
        if too_late.is_set():
            raise Error(f"HTML whose story was not found within {time_limit:g} seconds", "time_limit")
        if answer is None:
            raise Error("HTML that ends the program which reads it", "invalid_html")
        return answer

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written
                    pipe.close()
        self._process.wait()

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
