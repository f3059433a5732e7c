# SPDX-License-Identifier: BSL-1.0
"""A corpus: the tables of any number of reports, kept in a folder."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.parser import Parser, thread_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, Literal

    import duckdb

    from tongket.corpus.progress import Progress
    from tongket.corpus.run import Outcome
    from tongket.corpus.status import Status
    from tongket.model import LexiconEntry
    from tongket.parser import PathLike

    Boundaries = Literal["as_reported", "2025", "2008"]

_PACKAGES = ("pyarrow", "duckdb", "fastwarc", "resiliparse", "rensa")


class Corpus:
    """The tables of any number of reports, kept in a folder as Parquet files; needs the extra `corpus`.

    Only one at a time may change a corpus; any number may read it meanwhile, and see it as it was when they began.
    docs/corpus.md describes tables, inputs and failures.

    Args:
        path: the folder; `run` makes it

    Raises:
        ImportError: the extra `corpus` is not installed

    >>> import tempfile
    >>> corpus = Corpus(tempfile.mkdtemp() + "/reports")
    >>> corpus.run("examples/reports", workers=1).reports
    7
    >>> corpus.sql("SELECT count(*) FROM measures WHERE unit = 'VND'").fetchall()[0][0] > 10
    True
    """

    def __init__(self, path: PathLike) -> None:
        missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
        if missing:
            raise ImportError(f"a corpus needs {', '.join(missing)}: pip install 'tongket[corpus]'")
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"Corpus({str(self.path)!r})"

    # ---- making it ----

    def run(
        self,
        *inputs: PathLike,
        workers: int | None = None,
        genre: Literal["strict", "all"] | None = None,
        hosts: str | Iterable[str] | None = None,
        keep_text: bool | None = None,
        lexicon: PathLike | LexiconEntry | Iterable[PathLike | LexiconEntry] | None = None,
        text: str | None = None,
        html: str | None = None,
        max_failures: float | None = None,
        progress: Progress | None = None,
    ) -> Outcome:
        """Brings the corpus up to its inputs: reads what is new or was changed, drops what has vanished.

        Args:
            inputs: folders and files: all kinds that `read_many` reads, ZIP, WARC, Parquet, JSON lines; `NAME=PATH`
                gives one a name. None: all those of earlier runs. Others than the given ones are left alone
            workers: processes; by default one for each core this process may use
            genre: `strict` keeps only reports of review conferences (`REPORT_GENRE`), `all` every page
            hosts: pattern or patterns as `*.gov.vn` of the hosts whose pages are read; an empty list: all
            keep_text: whether `reports.text_source` has the texts
            lexicon: words besides the built-in ones; an empty list: none
            text: the column of Parquet files and key of JSON lines with the text, instead of `text`, `content`, `body`
            html: likewise with HTML, instead of `html`, `raw_html`, `page`
            max_failures: the share of pages set aside, 0 to 1, above which the run ends, of those that it reads and of
                all; what is done stays
            progress: is told what happens

        What is None is as in the last run; in the first, `strict`, all hosts, no texts kept.

        Returns:
            what was done

        Raises:
            CorpusError: the corpus is in use or damaged, an input is missing, or too many pages were set aside
            OSError: the corpus cannot be written
            TypeError: hosts that are no patterns
            ValueError: another genre, or a share that is none

        >>> corpus.run("examples/reports", workers=1).shards  # nothing is new
        0
        """
        from tongket.corpus import progress as told  # noqa: PLC0415
        from tongket.corpus.run import run  # noqa: PLC0415

        if max_failures is not None and not 0 <= max_failures <= 1:
            raise ValueError(f"max_failures must be a share from 0 to 1, not {max_failures!r}")
        given = {"genre": genre, "hosts": hosts, "keep_text": keep_text, "lexicon": lexicon, "text": text, "html": html}
        options = self._options({name: value for name, value in given.items() if value is not None})
        return run(
            self.path,
            [os.fspath(each) for each in inputs],
            options,
            workers=thread_count(workers),
            max_failures=max_failures,
            progress=progress or told.Progress(),
        )

    def _options(self, given: dict[str, Any]) -> Any:
        """Those of the last run with the ones that are given."""
        from dataclasses import replace  # noqa: PLC0415

        from tongket.corpus import manifest  # noqa: PLC0415
        from tongket.corpus.options import Options  # noqa: PLC0415

        if given.get("genre", "all") not in ("strict", "all"):
            raise ValueError(f"genre must be 'strict' or 'all', not {given['genre']!r}")
        is_there = (self.path / "manifest.jsonl").exists()
        last = manifest.read(self.path).options if is_there else None
        options = Options.from_dict(last) if last else Options()
        columns = {role: (given.pop(role),) for role in ("text", "html") if role in given}
        if "hosts" in given:
            hosts = given["hosts"]
            given["hosts"] = (hosts,) if isinstance(hosts, str) else tuple(hosts)
            wrong = [pattern for pattern in given["hosts"] if not isinstance(pattern, str)]
            if wrong:
                raise TypeError(f"hosts must be patterns as '*.gov.vn', not {wrong[0]!r}")
        if "lexicon" in given:
            given["lexicon"] = Parser(given["lexicon"]).lexicon
        return replace(options, **given, columns=replace(options.columns, **columns))

    def retry(self, *codes: str, workers: int | None = None, progress: Progress | None = None) -> Outcome:
        """Reads the shards again in which pages were set aside, of their files as these are now.

        Args:
            codes: only for these reasons; none: for any
            workers: processes
            progress: is told what happens

        Raises:
            CorpusError: the corpus is in use or damaged, or an input of such a shard is missing
            OSError: the corpus cannot be written
            ValueError: no such reason

        >>> corpus.retry(workers=1).failures
        0
        """
        from tongket.corpus import progress as told  # noqa: PLC0415
        from tongket.corpus.run import retry  # noqa: PLC0415

        return retry(self.path, codes, workers=thread_count(workers), progress=progress or told.Progress())

    def forget(self, *names: str) -> int:
        """Takes inputs out, with all that was read of them; later runs do not look for them.

        Args:
            names: those that `status().roots` has

        Returns:
            how many shards went

        Raises:
            CorpusError: the corpus is in use, or has no such input

        >>> corpus.forget()
        0
        """
        from tongket.corpus.run import forget  # noqa: PLC0415

        return forget(self.path, names)

    def repair(self) -> dict[str, int]:
        """Takes the shards out of which `verify` finds files missing or damaged.

        The next `run` reads their pages again. What their inputs do not have any more is lost.

        Returns:
            how many `shards` and `pages` they are

        Raises:
            CorpusError: the corpus is in use, or has no manifest that can be read

        >>> corpus.repair()
        {'shards': 0, 'pages': 0}
        """
        from tongket.corpus.upkeep import repair  # noqa: PLC0415

        return repair(self.path)

    def dedup(self) -> dict[str, int]:
        """Finds reports that repeat others and writes them into `duplicates`; the panel leaves them out.

        Returns:
            how many are `exact` and `near` duplicates

        Raises:
            CorpusError: the corpus is in use

        >>> corpus.dedup()
        {'exact': 0, 'near': 0}
        """
        from tongket.corpus.duplicates import dedup  # noqa: PLC0415

        return dedup(self.path)

    def compact(self) -> dict[str, int]:
        """Makes few shards of many small ones, and removes files that are no part of the corpus any more.

        Those who read the corpus meanwhile may miss such files.

        Returns:
            how many shards there were `before` and are `after`, and how many bytes were `freed`

        Raises:
            CorpusError: the corpus is in use or damaged

        >>> corpus.compact()["after"]
        1
        """
        from tongket.corpus.upkeep import compact  # noqa: PLC0415

        return compact(self.path)

    def migrate(self) -> int:
        """Brings a corpus of a former format to that of today; returns how many shards were written anew.

        Raises:
            CorpusError: the corpus is in use

        >>> corpus.migrate()
        0
        """
        from tongket.corpus.upkeep import migrate  # noqa: PLC0415

        return migrate(self.path)

    # ---- looking at it ----

    def status(self) -> Status:
        """What there is, in figures.

        Raises:
            CorpusError: there is no corpus

        >>> corpus.status().reports
        7
        """
        from tongket.corpus.status import status  # noqa: PLC0415

        return status(self.path)

    def verify(self) -> list[str]:
        """What is wrong with the files of the corpus, in words; nothing where it is whole.

        Raises:
            CorpusError: it has no manifest that can be read

        >>> corpus.verify()
        []
        """
        from tongket.corpus.upkeep import verify  # noqa: PLC0415

        return verify(self.path)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A connection of DuckDB with the tables as views: those of `table`, and `panel_2025` and `panel_2008`.

        Raises:
            CorpusError: there is no corpus

        >>> corpus.connect().execute("SELECT count(*) FROM provinces").fetchall()
        [(64,)]
        """
        from tongket.corpus import manifest, sql  # noqa: PLC0415

        return sql.connect(self.path, manifest.read(self.path))

    def sql(self, query: str) -> duckdb.DuckDBPyRelation:
        """The rows that a query gives, which are fetched when they are asked for (`fetchall`, `df`, `pl`, `arrow`).

        Raises:
            CorpusError: there is no corpus
            duckdb.Error: no query

        >>> corpus.sql("SELECT province FROM reports ORDER BY ALL LIMIT 1").fetchall()
        [('Bình Định',)]
        """
        relation: duckdb.DuckDBPyRelation = self.connect().sql(query)
        return relation

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A table: `reports`, `measures`, `statements`, `people`, `positions`, `awards`, `citations`, `diagnostics`,
        `zones`, `failures`, `duplicates`, `inputs`; also `provinces`, `indicators`, `candidates` and `panel`.

        Raises:
            CorpusError: there is no such table

        >>> corpus.table("people").columns[:4]
        ['id', 'province', 'period', 'person']
        """  # noqa: D205 - a list
        from tongket.corpus.errors import CorpusError  # noqa: PLC0415

        connection = self.connect()
        there = {row[0] for row in connection.execute("SELECT view_name FROM duckdb_views()").fetchall()}
        if name not in there:
            raise CorpusError(f"no such table: {name}")
        relation: duckdb.DuckDBPyRelation = connection.table(name)
        return relation

    def panel(self, boundaries: Boundaries = "as_reported", *, planned: bool = False) -> duckdb.DuckDBPyRelation:
        """One row for each province, period and indicator, with the best value and what it was chosen over.

        Args:
            boundaries: `as_reported`; `2025`, the 34 provinces of 1 July 2025; `2008`, the 63 before. Figures of
                provinces that were merged are added up only where the indicator adds up and all parts are known
            planned: also the figures that are set for a coming period

        Raises:
            CorpusError: there is no corpus
            ValueError: other boundaries

        >>> row = corpus.panel().filter("indicator_id = 'revenue.telecom' AND province = 'Hà Nam'")
        >>> row.project("province, period, value").fetchall()
        [('Hà Nam', '2016', Decimal('918000000000.000000000'))]
        """
        from tongket.corpus.panel import query  # noqa: PLC0415

        return self.sql(query(boundaries, planned=planned))

    def export(self, where: PathLike, format: str = "parquet", tables: Sequence[str] = ()) -> list[Path]:  # noqa: A002
        """Writes tables for others, each in a total order of its rows, and returns the files.

        Args:
            where: a folder; for `duckdb` the file of the database
            format: `parquet`, `csv`, `jsonl` or `duckdb`
            tables: which, also `panel` and `candidates`; none: all

        Raises:
            CorpusError: another format, no such table, a database that is there already

        >>> import tempfile
        >>> [path.name for path in corpus.export(tempfile.mkdtemp(), "csv", ["panel"])]
        ['panel.csv']
        """
        from tongket.corpus.export import export  # noqa: PLC0415

        return export(self.connect(), Path(where), format, tables)

    def files(self, table: str) -> list[Path]:
        """The Parquet files that hold a table, for programs that read such: those that the manifest names.

        Raises:
            CorpusError: there is no corpus

        >>> [path.name for path in corpus.files("people")]
        ['people.parquet']
        """
        from tongket.corpus import manifest, shards  # noqa: PLC0415

        state = manifest.read(self.path)
        return [Path(path) for path in shards.files(self.path, list(state.shards.values()), table)]
