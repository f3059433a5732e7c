# SPDX-License-Identifier: BSL-1.0
"""A corpus in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tongket.corpus import manifest
from tongket.corpus.options import Options, fingerprint
from tongket.corpus.sql import connect

if TYPE_CHECKING:
    from pathlib import Path


class Status(NamedTuple):
    """A corpus in figures.

    Attributes:
        format: of its tables
        runs: how often it was run
        roots: its inputs by name
        shards: of how many parts it consists
        stale: how many of them were made by another version, lexicon or options than the last run's
        pages: how many pages were read
        reports: how many of them are kept
        others: how many were left out, as they are no reports or of other hosts
        failures: how many were set aside, by code
        duplicates: how many reports repeat others; None where nobody looked since the last change
        tombstones: how many inputs have vanished
        bytes: the size of its tables
        unused: the size of files that are no part of it any more, which `compact` removes
    """

    format: str
    runs: int
    roots: dict[str, str]
    shards: int
    stale: int
    pages: int
    reports: int
    others: int
    failures: dict[str, int]
    duplicates: int | None
    tombstones: int
    bytes: int
    unused: int


def status(folder: Path) -> Status:
    """A corpus in figures.

    Raises:
        CorpusError: there is none
    """
    state = manifest.read(folder)
    shards = list(state.shards.values())
    query = "SELECT code, count(*) FROM failures GROUP BY code ORDER BY code"
    failures = dict(connect(folder, state).execute(query).fetchall())
    current = fingerprint(Options.from_dict(state.options).basis()) if state.options else ""
    named = [*shards, *([state.duplicates] if state.duplicates else [])]
    size = sum(table["bytes"] for shard in named for table in shard.tables.values())
    names = {shard.name for shard in named}
    unused = sum(file.stat().st_size for file in (folder / "shards").glob("*/*") if file.parent.name not in names)
    return Status(
        ".".join(map(str, state.format)),
        state.runs,
        state.roots,
        len(shards),
        sum(shard.fingerprint != current for shard in shards),
        sum(shard.pages for shard in shards),
        sum(shard.rows("reports") for shard in shards),
        sum(shard.others for shard in shards),
        failures,
        None if state.duplicates is None else state.duplicates.rows("duplicates"),
        len(state.tombstones),
        size,
        unused,
    )
