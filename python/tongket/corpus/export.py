# SPDX-License-Identifier: BSL-1.0
"""The tables of a corpus as files for others, in an order that does not depend on arrival."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongket.corpus import shards
from tongket.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

#: What is not of use outside.
_INTERNAL = ("inputs",)
TABLES = tuple(table for table in shards.SCHEMAS if table not in _INTERNAL)
_OPTIONS = {
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "csv": "FORMAT csv, HEADER",
    "jsonl": "FORMAT json",
}
FORMATS = (*_OPTIONS, "duckdb")


def export(connection: duckdb.DuckDBPyConnection, where: Path, form: str, tables: Sequence[str]) -> list[Path]:
    """Writes tables and returns the files.

    Args:
        connection: of `sql.connect`
        where: a folder, which is made, or for `duckdb` the file of the database, which must not be there
        form: one of `FORMATS`
        tables: tables or views; none: all tables

    Raises:
        CorpusError: another format, no such table, or a database that is there
    """
    if form not in FORMATS:
        raise CorpusError(f"no such format: {form}; there are {', '.join(FORMATS)}")
    names = tables or TABLES
    there = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views()").fetchall()}
    for name in names:
        if name not in there:
            raise CorpusError(f"no such table: {name}; there are {', '.join(TABLES)}, and panel, candidates")
    if form == "duckdb":
        return [_database(connection, where, names)]
    where.mkdir(parents=True, exist_ok=True)
    written = []
    for name in names:
        path = where / f"{name}.{form}"
        columns = _safe(connection, name) if form == "csv" else "*"
        # Text of a page in a spreadsheet is no formula; see `tongket.to_csv`.
        query = f'SELECT {columns} FROM (SELECT * FROM "{name}" ORDER BY ALL)'  # noqa: S608 - a name that is there
        connection.execute(f"COPY ({query}) TO {_quoted(path)} ({_OPTIONS[form]})")
        written.append(path)
    return written


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _safe(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """The columns of a table, in texts with a `'` before what a spreadsheet would run."""
    described = connection.execute(f'DESCRIBE "{name}"').fetchall()
    escaped = "regexp_replace(\"{0}\", '(^|[;\\t\\r\\n])([=+\\-@＝＋－＠])', '\\1''\\2', 'g') AS \"{0}\""
    return ", ".join(escaped.format(column) if kind == "VARCHAR" else f'"{column}"' for column, kind, *_ in described)


def _database(connection: duckdb.DuckDBPyConnection, where: Path, names: Sequence[str]) -> Path:
    if where.exists():
        raise CorpusError(f"{where} is there already")
    draft = where.with_name(f"{where.name}.tmp")
    for file in (draft, draft.with_name(f"{draft.name}.wal")):  # of an export that did not come to its end
        file.unlink(missing_ok=True)
    connection.execute(f"ATTACH {_quoted(draft)} AS exported")
    for name in names:
        connection.execute(f'CREATE TABLE exported."{name}" AS SELECT * FROM "{name}" ORDER BY ALL')  # noqa: S608
    connection.execute("DETACH exported")
    draft.replace(where)
    return where
