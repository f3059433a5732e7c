# SPDX-License-Identifier: BSL-1.0
"""Looking whether a corpus is whole, making it smaller, and bringing it to the format of today."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.corpus import manifest, shards
from tongket.corpus.errors import CorpusError
from tongket.corpus.inputs import MAX_BYTES, MAX_PAGES
from tongket.corpus.run import pieces_of, root_of
from tongket.corpus.sql import connect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tongket.corpus.manifest import Manifest, Shard

# ---- verify --------------------------------------------------------------------------------------------------------


def verify(folder: Path) -> list[str]:
    """What is wrong with a corpus, in words; nothing where it is whole.

    Raises:
        CorpusError: it has no manifest that can be read
    """
    state = manifest.read(folder)
    named = [*state.shards.values(), *([state.duplicates] if state.duplicates else [])]
    faults = [f"the manifest: an entry before entry {number} is missing" for number in state.gaps]
    faults += [fault for shard in named for fault in _faults(folder, shard)]
    return faults or list(_contradictions(folder, state))


def repair(folder: Path) -> dict[str, int]:
    """Takes the shards out of a corpus that are damaged, so that the next run reads their pages again.

    Returns:
        how many `shards` and `pages` they are

    Raises:
        CorpusError: the corpus is in use, or has no manifest that can be read
    """
    with manifest.locked(folder) as writer:
        state = writer.manifest
        damaged = [shard for shard in state.shards.values() if any(_faults(folder, shard))]
        if damaged:
            writer.add({"at": manifest.now(), "drop": [shard.name for shard in damaged]})
        elif state.duplicates is not None and any(_faults(folder, state.duplicates)):
            writer.add({"at": manifest.now(), "duplicates": None})
        return {"shards": len(damaged), "pages": sum(shard.pages for shard in damaged)}


def _faults(folder: Path, shard: Shard) -> Iterator[str]:
    for table, told in shard.tables.items():
        path = folder / "shards" / shard.name / shards.file_name(table)
        if not path.is_file():
            yield f"{path}: is missing"
        elif path.stat().st_size != told["bytes"] or shards.checksum(path) != told["sha256"]:
            yield f"{path}: is not what was written"
        elif (rows := pq.ParquetFile(path).metadata.num_rows) != told["rows"]:
            yield f"{path}: has {rows} rows, not {told['rows']}"


def _contradictions(folder: Path, state: Manifest) -> Iterator[str]:
    connection = connect(folder, state)
    twice = "SELECT id, count(*) FROM reports GROUP BY id HAVING count(*) > 1"
    for name, count in connection.execute(twice).fetchall():
        yield f"report {name}: is there {count} times"
    for table, schema in shards.SCHEMAS.items():
        if table not in ("reports", "failures", "inputs") and "id" in schema.names:
            sql = f'SELECT count(*) FROM "{table}" ANTI JOIN reports USING (id)'  # noqa: S608 - names of ours
            (count,) = connection.execute(sql).fetchall()[0]
            if count:
                yield f"{table}: {count} rows of reports that are not there"
    overlaps = """
        SELECT a.file FROM inputs a JOIN inputs b
        ON a.file = b.file AND a."begin" < b."begin" AND a."end" > b."begin" GROUP BY a.file
    """
    for (file,) in connection.execute(overlaps).fetchall():
        yield f"input {file}: was read twice"


# ---- compact -------------------------------------------------------------------------------------------------------


def compact(folder: Path) -> dict[str, int]:
    """Makes few shards of many small ones, and removes what no entry of the manifest names.

    Returns:
        how many shards there were and are, and how many bytes were removed

    Raises:
        CorpusError: the corpus is in use or damaged
    """
    with manifest.locked(folder) as writer:
        state = writer.manifest
        shards.check(folder, state.shards.values())
        before = len(state.shards)
        for several in _small(folder, state):
            made = _copied(folder, several)
            # The reports are the same, so their duplicates are.
            duplicates = None if state.duplicates is None else vars(state.duplicates)
            drop = [shard.name for shard in several]
            writer.add({"at": manifest.now(), "add": [made], "drop": drop, "duplicates": duplicates})
        writer.rewrite()
        return {"before": before, "after": len(state.shards), "freed": writer.sweep()}


def _small(folder: Path, state: Manifest) -> Iterator[list[Shard]]:
    """Shards that can be one: of the same input and making, of whole files, small enough together."""
    loose = []
    pieces_by_shard = {name: [made.piece for made in pieces_of(folder, s)] for name, s in state.shards.items()}
    of_file = Counter(piece.file for pieces in pieces_by_shard.values() for piece in pieces)
    for shard in state.shards.values():
        pieces = pieces_by_shard[shard.name]
        weight = sum(piece.size for piece in pieces)
        is_of_whole_files = all(of_file[piece.file] == 1 for piece in pieces)
        if is_of_whole_files and weight < MAX_BYTES and shard.pages < MAX_PAGES:
            alike = (shard.fingerprint, shard.format, root_of(pieces[0].file))
            loose.append((alike, pieces[0].file, weight, shard))
    loose.sort(key=lambda each: each[:2])
    for _, of_a_kind in groupby(loose, key=lambda each: each[0]):
        group: list[Shard] = []
        pages = size = 0
        for _, _, weight, shard in of_a_kind:
            if group and (pages + shard.pages > MAX_PAGES or size + weight > MAX_BYTES):
                if len(group) > 1:
                    yield group
                group, pages, size = [], 0, 0
            group.append(shard)
            pages += shard.pages
            size += weight
        if len(group) > 1:
            yield group


def _copied(folder: Path, several: list[Shard]) -> dict[str, Any]:
    """A shard with the rows of several."""
    name = manifest.new_name()
    tables = _written(folder, name, several)
    counts = {each: sum(getattr(shard, each) for shard in several) for each in ("pages", "others", "failures")}
    run = max(shard.run for shard in several)
    # What is written has the columns of today.
    return {
        "name": name,
        "fingerprint": several[0].fingerprint,
        "format": list(manifest.FORMAT),
        "run": run,
        "tables": tables,
        **counts,
    }


def _written(folder: Path, name: str, several: Iterable[Shard]) -> dict[str, dict[str, Any]]:
    writer = shards.ShardWriter(folder / "shards", name)
    try:
        for shard in several:
            for table in shard.tables:
                for group in _groups(folder, shard, table):
                    writer.add(table, _conformed(group, shards.SCHEMAS[table]))
        return writer.finish()
    except BaseException:
        writer.drop()
        raise


def _groups(folder: Path, shard: Shard, table: str) -> Iterator[pa.Table]:
    """The row groups of a table in a shard.

    Raises:
        CorpusError: it is damaged
    """
    path = folder / "shards" / shard.name / shards.file_name(table)
    try:
        with pq.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                yield file.read_row_group(group)
    except (OSError, pa.ArrowException) as error:
        raise CorpusError(shards.damaged(folder, path)) from error


def _conformed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """A table with the columns of today: new ones are empty, those that are no more are left out."""
    for field in schema:
        if field.name not in table.column_names:
            table = table.append_column(field, pa.nulls(len(table), field.type))
    return table.select(schema.names).cast(schema)


# ---- migrate -------------------------------------------------------------------------------------------------------


def migrate(folder: Path) -> int:
    """Writes the shards of another format anew in that of today, without reading a page; returns how many.

    Raises:
        CorpusError: the corpus is in use, or of a newer format
    """
    with manifest.locked(folder, any_format=True) as writer:
        old = [shard for shard in writer.manifest.shards.values() if tuple(shard.format) != manifest.FORMAT]
        made = [_copied(folder, [shard]) for shard in old]
        # All at once: until then the corpus is what it was.
        writer.add({"at": manifest.now(), "format": list(manifest.FORMAT), "add": made, "drop": [s.name for s in old]})
        return len(made)
