# SPDX-License-Identifier: BSL-1.0
"""Makes a shard: the work of one process, one shard after the other."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from tongket import LEAST_GENRE, REPORT_GENRE, __version__
from tongket.corpus import pages as readers
from tongket.corpus._tables import tables_of
from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import Failure, FailureCode, code_of
from tongket.corpus.shards import PROVENANCE, SCHEMAS, ShardWriter
from tongket.corpus.signatures import signature
from tongket.encoding import check_marks, convert_legacy, decode
from tongket.errors import Error, ErrorCode
from tongket.files.content import Limits
from tongket.files.kinds import FileKind
from tongket.files.readers import content_of
from tongket.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongket.corpus.inputs import Piece
    from tongket.corpus.options import Options
    from tongket.corpus.pages import Page
    from tongket.model import Diagnostic
    from tongket.parser import Parser

#: Seconds for finding the text of one page.
TIME_LIMIT = 30.0
#: Pages and code points that are parsed at once.
_BATCH_PAGES = 200
_BATCH_LENGTH = 4 << 20
#: What is read of a page of HTML, in bytes.
_MAX_HTML = 16 << 20
#: Letters of a text that is read; no report has a tenth of them, and reading takes up to thirty times a text's size.
_MAX_TEXT = 8_000_000
_LIMITS = Limits(readers.MAX_PAGE, TIME_LIMIT)


@dataclass
class Task:
    """A shard to make.

    Attributes:
        name: of the shard
        folder: that of all shards
        pieces: of which files
        paths: of the files by their keys
        run: the number of the run
        crashed: pages, by their number in the shard, that ended the process which read them, each with why
        careful: stretches of pages of which each is read alone, as one of them ended such a process
        closed: pages at which the process ended while it looked for them; what is behind them in a piece is not read
    """

    name: str
    folder: str
    pieces: list[Piece]
    paths: dict[str, str]
    run: int
    crashed: dict[int, str] = field(default_factory=dict)
    careful: list[tuple[int, int]] = field(default_factory=list)
    closed: set[int] = field(default_factory=set)


class _Text(NamedTuple):
    page: Page
    text: str
    encoding: str | None
    warnings: tuple[Diagnostic, ...] = ()


def _checksum(piece: Piece, path: str) -> str | None:
    """That of a piece; none where the file has vanished meanwhile, which the next run finds."""
    try:
        return readers.checksum(piece, path)
    except OSError:
        return None


def _with_warnings(diagnostics: pa.Table, texts: list[_Text]) -> pa.Table:
    """The diagnostics with those of what is not read of files, behind the others of the same page."""
    count = Counter(diagnostics["id"].to_pylist())
    rows = [
        {
            "id": each.page.id,
            "diagnostic": count[each.page.id] + place,
            "severity": str(warning.severity),
            "code": warning.code,
            "message": warning.message,
            "begin": warning.span.begin,
            "end": warning.span.end,
        }
        for each in texts
        for place, warning in enumerate(each.warnings)
    ]
    return pa.concat_tables([diagnostics, pa.Table.from_pylist(rows, diagnostics.schema)])


class Maker:
    """Makes shards.

    Args:
        options: how pages become rows
        at: gets the numbers of the first page that is being read and of the one behind the last; -1 between pages
    """

    def __init__(self, options: Options, at: list[int] | memoryview[int]) -> None:
        self._options = options
        self._lexicon = options.lexicon_hash()
        self._parser: Parser = options.parser()
        self._at = at

    def make(self, task: Task) -> dict[str, Any]:
        """Makes one and returns what the manifest says of it, but for its fingerprint.

        Raises:
            OSError: it cannot be written
            CorpusError: a Parquet file without a column of texts
        """
        return _Shard(self._options, self._lexicon, self._parser, self._at, task).make()


class _Shard:
    def __init__(
        self, options: Options, lexicon: str, parser: Parser, at: list[int] | memoryview[int], task: Task
    ) -> None:
        self._options, self._lexicon, self._parser, self._at, self._task = options, lexicon, parser, at, task
        self._writer = ShardWriter(Path(task.folder), task.name)
        self._batch: list[_Text] = []
        self._first = self._length = 0
        self._failures: list[Failure] = []
        self._counts = {"pages": 0, "others": 0, "failures": 0}
        self._number = 0

    def make(self) -> dict[str, Any]:
        try:
            inputs = [self._read(piece) for piece in self._task.pieces]
            self._write_batch()
            self._writer.add("inputs", pa.Table.from_pylist(inputs, SCHEMAS["inputs"]))
            self._write_failures()
            tables = self._writer.finish()
        except BaseException:
            self._writer.drop()
            raise
        return {"name": self._task.name, "run": self._task.run, "tables": tables, **self._counts}

    def _read(self, piece: Piece) -> dict[str, Any]:
        """Reads a piece, and says what it was."""
        path = self._task.paths[piece.file]
        found = readers.pages(piece, path, self._options.columns)
        count = 0
        while (page := self._next(found, piece)) is not None:
            number = self._number
            self._number += 1
            count += 1
            self._take(page, number)
            if number in self._task.closed:
                break
        self._at[0] = -1
        return {**piece._asdict(), "kind": str(piece.kind), "sha256": _checksum(piece, path), "pages": count}

    def _next(self, found: Iterator[Page | Failure], piece: Piece) -> Page | Failure | None:
        """The next page, or that the rest of a piece cannot be read."""
        number = self._number
        self._at[0], self._at[1] = number, number + 1
        if number in self._task.closed:
            message = f"and what is behind it: {self._task.crashed[number]}"
            return Failure(piece.file, piece.file, 0, None, FailureCode.crashed, message)
        try:
            return next(found, None)
        except CorpusError:
            raise
        except readers.DAMAGED as error:
            return Failure(piece.file, piece.file, 0, None, FailureCode.unreadable, str(error))

    def _take(self, page: Page | Failure, number: int) -> None:
        self._counts["pages"] += 1
        if isinstance(page, Failure):
            self._fail(page)
        elif number in self._task.crashed:
            self._fail(page.failure(FailureCode.crashed, self._task.crashed[number]))
        elif not self._options.takes(page.host):
            self._counts["others"] += 1
        else:
            found = self._text_of(page)
            if found is None:
                self._counts["others"] += 1
            elif isinstance(found, Failure):
                self._fail(found)
            else:
                self._add(found, number)

    def _add(self, found: _Text, number: int) -> None:
        is_careful = any(first <= number < last for first, last in self._task.careful)
        if is_careful:
            self._write_batch()
        if not self._batch:
            self._first = number
        self._batch.append(found)
        self._length += len(found.text)
        if is_careful or len(self._batch) >= _BATCH_PAGES or self._length >= _BATCH_LENGTH:
            self._write_batch()

    # ---- texts ----

    def _text_of(self, page: Page) -> _Text | Failure | None:
        """The text of a page; None where it surely is no report."""
        try:
            if page.kind is FileKind.html:
                if self._options.genre == "strict" and not self._may_be_report(page):
                    return None
                found = read_page(page.data, url=page.url, max_bytes=_MAX_HTML, time_limit=TIME_LIMIT, whole=False)
                told = _Text(page, found.text, found.page.encoding, found.warnings)
                is_empty = not found.page.text.strip()
            else:
                told = self._plain_text(page)
                is_empty = not told.text.strip()
            check_marks(told.text)
        except (Error, OSError) as error:
            message = error.message if isinstance(error, Error) else str(error)
            code = code_of(error)
            if page.kind is FileKind.html and isinstance(error, Error) and error.code is ErrorCode.time_limit:
                code = FailureCode.html
            return page.failure(code, message)
        if is_empty:
            is_html = page.kind is FileKind.html
            return page.failure(*((FailureCode.no_story, "no story") if is_html else (FailureCode.empty, "no text")))
        if len(told.text) > _MAX_TEXT:
            message = f"a text of {len(told.text)} letters, more than {_MAX_TEXT}"
            return page.failure(FailureCode.input_too_large, message)
        return told

    def _plain_text(self, page: Page) -> _Text:
        if isinstance(page.data, str):
            text, scheme = convert_legacy(page.data)
            return _Text(page, text, None if scheme is None else f"{scheme} letters converted")
        content = content_of(page.kind, page.data, _LIMITS)
        return _Text(page, content.text, content.encoding, content.warnings)

    def _may_be_report(self, page: Page) -> bool:
        """Whether a page's text, found in a hurry, is not surely that of no report.

        What finds the story with care takes a hundred times as long, so that it only sees pages that pass here. All
        words of the page are looked at: what guesses in a hurry where the story is leaves some out, and takes time
        that grows with the square of a page's depth.
        """
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

        if len(page.data) > _MAX_HTML:
            return True  # which is told then
        text = page.data if isinstance(page.data, str) else decode(page.data).text
        text = text.encode("utf-8", "replace").decode("utf-8")  # without lone surrogates
        story = extract_plain_text(text, main_content=False, preserve_formatting=True, alt_texts=False)
        if not story.strip():
            return True
        return (self._parser._core.parse(convert_legacy(story)[0]).genre() or 0) >= LEAST_GENRE

    # ---- tables ----

    def _write_batch(self) -> None:
        batch, self._batch, self._length = self._batch, [], 0
        if not batch:
            return
        self._at[0], self._at[1] = self._first, self._number
        tables = tables_of([each.page.id for each in batch], [each.text for each in batch], self._parser)
        kept = self._kept(batch, tables)
        if len(kept) < len(batch):
            ids = pa.array([each.page.id for each in kept], pa.string())
            tables = {name: table.filter(pc.is_in(table["id"], ids)) for name, table in tables.items()}
        tables["reports"] = self._with_provenance(tables["reports"], kept)
        if any(each.warnings for each in kept):
            tables["diagnostics"] = _with_warnings(tables["diagnostics"], kept)
        for name, table in tables.items():
            self._writer.add(name, table)
        self._at[0] = -1

    def _kept(self, batch: list[_Text], tables: dict[str, pa.Table]) -> list[_Text]:
        """What is read to its end and of the genre that is wanted."""
        reports, diagnostics = tables["reports"], tables["diagnostics"]
        errors, genres = reports["error_code"].to_pylist(), reports["genre"].to_pylist()
        unread = set(diagnostics["id"].filter(pc.equal(diagnostics["code"], "work-budget")).to_pylist())
        kept = []
        for each, error, offset, genre in zip(batch, errors, reports["error_offset"].to_pylist(), genres):
            if error is not None:
                code = FailureCode.invalid_utf8 if error == "invalid_utf8" else FailureCode.input_too_large
                self._fail(each.page.failure(code, f"{error} at code point {offset} of its text"))
            elif each.page.id in unread:
                message = "it takes more work than a page does: what was read of it is left out"
                self._fail(each.page.failure(FailureCode.work_budget, message))
            elif self._options.genre == "strict" and genre < REPORT_GENRE:
                self._counts["others"] += 1
            else:
                kept.append(each)
        return kept

    def _with_provenance(self, reports: pa.Table, kept: list[_Text]) -> pa.Table:
        rows = [
            {
                "file": each.page.file,
                "place": each.page.place,
                "source_id": each.page.source_id,
                "url": each.page.url,
                "host": each.page.host,
                "fetched": each.page.fetched,
                "encoding": each.encoding,
                "sha256": each.page.sha256(),
                "text_sha256": hashlib.sha256(" ".join(each.text.split()).encode("utf-8", "replace")).hexdigest(),
                "minhash": signature(each.text),
                "text_source": each.text if self._options.keep_text else None,
                "run": self._task.run,
                "version": __version__,
                "lexicon": self._lexicon,
            }
            for each in kept
        ]
        more = pa.Table.from_pylist(rows, PROVENANCE)
        for name in more.column_names:
            reports = reports.append_column(name, more[name])
        return reports.select(SCHEMAS["reports"].names)

    # ---- failures ----

    def _fail(self, failure: Failure) -> None:
        self._counts["failures"] += 1
        self._failures.append(failure._replace(message=readers.escaped(failure.message)))
        if len(self._failures) >= 10_000:
            self._write_failures()

    def _write_failures(self) -> None:
        rows = [{**failure._asdict(), "code": str(failure.code), "run": self._task.run} for failure in self._failures]
        self._failures = []
        self._writer.add("failures", pa.Table.from_pylist(rows, SCHEMAS["failures"]))
