# SPDX-License-Identifier: BSL-1.0
"""The tables of a corpus in DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from tongket.catalogue import gazetteer, indicators
from tongket.corpus import manifest, shards
from tongket.corpus.errors import CorpusError
from tongket.corpus.panel import BOUNDARIES, candidates_sql, panel_sql, units

if TYPE_CHECKING:
    from tongket.corpus.manifest import Manifest


def connect(folder: Path, state: Manifest) -> duckdb.DuckDBPyConnection:
    """A connection in whose memory every table is a view of the shards that the manifest names.

    Beside the tables there are `provinces`, `indicators`, `candidates` (of the panel), `panel`, `panel_2025` and
    `panel_2008`.

    Raises:
        CorpusError: a file of a shard is missing
    """
    connection = duckdb.connect()
    for table, schema in shards.SCHEMAS.items():
        of_table = [state.duplicates] if table == "duplicates" and state.duplicates else list(state.shards.values())
        paths = shards.files(folder, of_table, table)
        for path in paths:
            if not Path(path).is_file():
                raise CorpusError(shards.damaged(folder, path))
        connection.register(f"no_{table}", schema.empty_table())
        empty, read = f"FROM no_{table}", f"FROM read_parquet({_list(paths)}, union_by_name = {{}})"
        if not paths:
            source = empty
        elif all(tuple(shard.format) >= manifest.FORMAT for shard in of_table):
            source = read.format("false")
        else:  # columns that were added since are empty
            source = f"{empty} UNION ALL BY NAME {read.format('true')}"
        connection.execute(f'CREATE VIEW "{table}" AS {source}')
    connection.register("provinces", _provinces())
    connection.register("indicators", _indicators())
    connection.register("units", units())
    connection.execute(f"CREATE VIEW candidates AS {candidates_sql()}")
    for boundaries in BOUNDARIES:
        name = "panel" if boundaries == "as_reported" else f"panel_{boundaries}"
        connection.execute(f"CREATE VIEW {name} AS {panel_sql(boundaries)}")
    return connection


def _list(paths: list[str]) -> str:
    return "[" + ", ".join("'" + path.replace("'", "''") + "'" for path in paths) + "]"


def _provinces() -> pa.Table:
    rows = [vars(province) for province in gazetteer().values()]
    day, text = pa.date32(), pa.string()
    names = {"code": text, "name": text, "gso": text, "gso_2025": text, "successor": text, "since": day, "until": day}
    return pa.Table.from_pylist(rows, pa.schema(list(names.items())))


def _indicators() -> pa.Table:
    rows = [
        {**vars(found), "dimension": str(found.dimension), "topic": str(found.topic)} for found in indicators().values()
    ]
    return pa.Table.from_pylist(rows)
