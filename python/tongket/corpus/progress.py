# SPDX-License-Identifier: BSL-1.0
"""What is told while a corpus is made: a bar on a terminal, JSON lines elsewhere."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TextIO

    from tongket.corpus.run import Outcome


class Progress:
    """Tells nothing.

    >>> Progress().begin(1)
    """

    def begin(self, shards: int) -> None:
        """Told how many shards are to be made."""

    def shard(self, made: dict[str, Any]) -> None:
        """Told that one is made and committed."""

    def end(self, outcome: Outcome) -> None:
        """Told that all are."""


class Lines(Progress):
    """JSON lines, one a shard.

    Args:
        stream: where to
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._done = self._shards = 0

    def begin(self, shards: int) -> None:  # noqa: D102 - as of the base
        self._shards = shards
        self._say("begin", shards=shards)

    def shard(self, made: dict[str, Any]) -> None:  # noqa: D102 - as of the base
        self._done += 1
        counts = {name: made[name] for name in ("pages", "others", "failures")}
        self._say("shard", name=made["name"], done=self._done, shards=self._shards, **counts)

    def end(self, outcome: Outcome) -> None:  # noqa: D102 - as of the base
        self._say("end", **outcome._asdict())

    def _say(self, event: str, **told: Any) -> None:
        line = {"event": event, "seconds": round(time.monotonic() - self._began, 3), **told}
        self._stream.write(json.dumps(line) + "\n")
        self._stream.flush()


class Bar(Progress):
    """A bar of tqdm.

    Args:
        stream: a terminal
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._pages = self._failures = 0

    def begin(self, shards: int) -> None:  # noqa: D102 - as of the base
        from tqdm import tqdm  # noqa: PLC0415

        self._bar = tqdm(total=shards, unit="shard", file=self._stream)

    def shard(self, made: dict[str, Any]) -> None:  # noqa: D102 - as of the base
        self._pages += made["pages"]
        self._failures += made["failures"]
        self._bar.set_postfix(pages=self._pages, failures=self._failures, refresh=False)
        self._bar.update()

    def end(self, outcome: Outcome) -> None:  # noqa: ARG002, D102 - as of the base
        self._bar.close()


def progress_on(stream: TextIO) -> Progress:
    """A bar on a terminal, JSON lines elsewhere."""
    return Bar(stream) if stream.isatty() else Lines(stream)
