# SPDX-License-Identifier: BSL-1.0
"""From text to reports."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sized
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from glob import glob
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Union, cast

from tongket import _core
from tongket.errors import Error
from tongket.explanation import Explanation
from tongket.model import LexiconEntry
from tongket.report import Report

if TYPE_CHECKING:
    import datetime
    from concurrent.futures import Future
    from typing import Literal

    from typing_extensions import Self

    from tongket.model import Citation, Measure, Organizer, Period, Person

    Wrap = Literal["auto", "never", "always"]

__all__ = [
    "Failure",
    "Parser",
    "Reports",
    "parse",
    "parse_agency",
    "parse_citation",
    "parse_date",
    "parse_file",
    "parse_many",
    "parse_period",
    "parse_person",
    "parse_quantity",
    "read_lexicon",
]

_MAX_INPUT_BYTES = 64 << 20

PathLike = Union[str, "os.PathLike[str]"]
#: What `parse_many` takes: a text, a file as `Path`, or one of both with the name that tables shall use.
Input = Union[str, "os.PathLike[str]", "tuple[str, str | os.PathLike[str]]"]


def read_lexicon(text: str) -> tuple[LexiconEntry, ...]:
    r"""Reads lexicon lines: class, phrases separated by `|`, value, attributes; tab between them, `#` begins a comment.

    Raises:
        Error: a line of another form

    >>> read_lexicon("# words of ours\nunit\tthùng loa\tloa")
    (LexiconEntry(word_class='unit', phrases=('thùng loa',), value='loa', attributes=''),)
    """
    return tuple(entry for entry, _ in _core.read_lexicon(text))


class Parser:
    """A parser that can be kept: owns its lexicon and options. Any number of threads may use it at once.

    Args:
        lexicon: words to know besides the built-in ones: a lexicon file, or entries, or several of both
        max_input_bytes: longer input is refused
        replace_invalid_utf8: read what is not UTF-8 as U+FFFD, with a diagnostic each, instead of raising
        max_work: units of work after which the rest of a text is left unread, with the diagnostic ``work-budget``;
            prose takes less than one a byte. None: no bound
        wrap: whether lines are wrapped, as those of PDF files and mails are, and to be joined: ``auto`` as they look
            (with the diagnostic ``wrapped-lines``), ``never``, ``always``

    Raises:
        Error: words that cannot be; it names the file and line, or the entry as ``lexicon[3]``
        OSError: a lexicon file cannot be read
        ValueError: another `wrap`

    >>> parser = Parser(lexicon=[LexiconEntry("unit", ("thùng loa",), "loa")])
    >>> parser.parse_quantity("12 thùng loa").unit
    'loa'
    """

    __slots__ = ("_core", "lexicon", "max_input_bytes", "max_work", "replace_invalid_utf8", "wrap")

    #: The added words.
    lexicon: tuple[LexiconEntry, ...]
    max_input_bytes: int
    replace_invalid_utf8: bool
    max_work: int | None
    wrap: Wrap

    def __init__(
        self,
        lexicon: PathLike | LexiconEntry | Iterable[PathLike | LexiconEntry] | None = None,
        *,
        max_input_bytes: int = _MAX_INPUT_BYTES,
        replace_invalid_utf8: bool = False,
        max_work: int | None = None,
        wrap: Wrap = "auto",
    ) -> None:
        placed = list(_entries(lexicon))
        self.lexicon = tuple(entry for entry, _ in placed)
        self.max_input_bytes = max_input_bytes
        self.replace_invalid_utf8 = replace_invalid_utf8
        self.max_work = max_work
        self.wrap = wrap
        entries = [
            _core.Entry(e.word_class, list(e.phrases), e.value, e.attributes, index)
            for index, e in enumerate(self.lexicon)
        ]
        try:
            self._core = _core.Parser(max_input_bytes, replace_invalid_utf8, max_work, wrap, entries)
        except Error as error:
            # Its offset is the index of the entry.
            place = placed[error.offset][1]
            if place is None:
                raise Error(f"lexicon[{error.offset}]: {error.message}", error.code) from None
            raise Error(error.message, error.code, place.offset, place.line, 1, place.filename) from None

    def parse(self, text: str, *, id: str | None = None) -> Report:  # noqa: A002
        """Reads one report.

        Args:
            text: the page's text, in any normalisation form
            id: what tables call this report

        Raises:
            Error: text that cannot be read at all

        >>> Parser().parse("Sở Y tế tỉnh Hà Nam họp.").diagnostics[0].severity.value
        'warning'
        """
        return Report(self._core.parse(text), id)

    def parse_file(self, path: PathLike, *, id: str | None = None) -> Report:  # noqa: A002
        """Reads one report from a file in UTF-8; see `tongket.decode` for files in other encodings.

        Raises:
            Error: text that cannot be read at all; its `filename` is the path
            OSError: the file cannot be read

        >>> Parser().parse_file("examples/reports/ha-nam-2016-annual.txt").id
        'ha-nam-2016-annual'
        """
        path = Path(path)
        data = path.read_bytes()
        try:
            return Report(self._core.parse_bytes(data), path.stem if id is None else id)
        except Error as error:
            raise error.in_file(str(path)) from None

    def explain(self, text: str) -> Explanation:
        """Why a text is read as it is: zones, frames, statements and figures with what spoke for and against.

        Raises:
            Error: text that cannot be read at all

        >>> text = open("examples/reports/ha-nam-2016-annual.txt", encoding="utf-8").read()
        >>> Parser().explain(text).sentences[0].zone.choice
        'title'
        """
        return Explanation(*self._core.explain(text))

    def parse_quantity(self, text: str) -> Measure | None:
        """The quantity that the text is, or None. Indicator, period and links stay empty.

        >>> str(Parser().parse_quantity("158/199 xã").of)
        '199'
        """
        return self._core.parse_quantity(text)

    def parse_date(self, text: str, default_year: int | None = None) -> datetime.date | None:
        """The day that the text names, or None.

        >>> Parser().parse_date("chiều 6-1", 2018)
        datetime.date(2018, 1, 6)
        """
        return self._core.parse_date(text, default_year)

    def parse_period(self, text: str, default_year: int | None = None) -> Period | None:
        """The period that the text names, or None.

        >>> str(Parser().parse_period("6 tháng đầu năm 2018"))
        '2018-H1'
        """
        return self._core.parse_period(text, default_year)

    def parse_citation(self, text: str) -> Citation | None:
        """The document that the text names, or None.

        >>> Parser().parse_citation("Quyết định số 03/2007/QĐ-BTTTT").number
        '03/2007/QĐ-BTTTT'
        """
        return self._core.parse_citation(text)

    def parse_person(self, text: str) -> Person | None:
        """The person that the text names, or None; roles stay empty.

        >>> Parser().parse_person("bà Lê Thị Hoa").name
        'Lê Thị Hoa'
        """
        return self._core.parse_person(text)

    def parse_agency(self, text: str) -> Organizer | None:
        """The agency that the text names, or None.

        >>> Parser().parse_agency("Sở Y tế tỉnh Hà Nam").name
        'Sở Y tế tỉnh Hà Nam'
        """
        return self._core.parse_agency(text)

    def __repr__(self) -> str:
        """The options that differ from the defaults."""
        options = []
        if self.lexicon:
            options.append(f"lexicon=<{len(self.lexicon)} entries>")
        if self.max_input_bytes != _MAX_INPUT_BYTES:
            options.append(f"max_input_bytes={self.max_input_bytes}")
        if self.replace_invalid_utf8:
            options.append("replace_invalid_utf8=True")
        if self.max_work is not None:
            options.append(f"max_work={self.max_work}")
        if self.wrap != "auto":
            options.append(f"wrap={self.wrap!r}")
        return f"Parser({', '.join(options)})"

    def __reduce__(self) -> tuple[Callable[..., Parser], tuple[Any, ...]]:
        """The entries and options."""
        options = (self.max_input_bytes, self.replace_invalid_utf8, self.max_work, self.wrap)
        return _make_parser, (self.lexicon, *options)


def _make_parser(
    lexicon: tuple[LexiconEntry, ...],
    max_input_bytes: int,
    replace_invalid_utf8: bool,
    max_work: int | None,
    wrap: Wrap,
) -> Parser:
    return Parser(
        lexicon,
        max_input_bytes=max_input_bytes,
        replace_invalid_utf8=replace_invalid_utf8,
        max_work=max_work,
        wrap=wrap,
    )


class _Place(NamedTuple):
    """Where an entry stands in its file."""

    filename: str
    offset: int
    line: int


def _entries(
    lexicon: PathLike | LexiconEntry | Iterable[PathLike | LexiconEntry] | None,
) -> Iterator[tuple[LexiconEntry, _Place | None]]:
    if lexicon is None:
        return
    if isinstance(lexicon, LexiconEntry):
        yield lexicon, None
    elif isinstance(lexicon, (str, os.PathLike)):
        yield from _entries_of_file(os.fspath(lexicon))
    else:
        for item in lexicon:
            yield from _entries(item)


def _entries_of_file(filename: str) -> Iterator[tuple[LexiconEntry, _Place]]:
    data = Path(filename).read_bytes()
    if len(data) > _MAX_INPUT_BYTES:
        raise Error(f"a lexicon of more than {_MAX_INPUT_BYTES} bytes", "input_too_large", filename=filename)
    text = data.decode("utf-8", "surrogateescape")
    line, seen = 1, 0
    try:
        for entry, offset in _core.read_lexicon(text):
            line += text.count("\n", seen, offset)
            seen = offset
            yield entry, _Place(filename, offset, line)
    except Error as error:
        raise error.in_file(filename) from None


_DEFAULT = Parser()


def parse(text: str, *, id: str | None = None, wrap: Wrap = "auto") -> Report:  # noqa: A002
    """Reads one report with the built-in lexicon.

    Args:
        text: the page's text, in any normalisation form
        id: what tables call this report
        wrap: whether its lines are wrapped and to be joined; see `Parser`

    Raises:
        Error: text that cannot be read at all

    >>> parse(report.source) == report
    True
    """
    parser = _DEFAULT if wrap == "auto" else Parser(wrap=wrap)
    return parser.parse(text, id=id)


def parse_file(path: PathLike, *, id: str | None = None) -> Report:  # noqa: A002
    """Reads one report from a file in UTF-8; see `decode` for files in other encodings.

    Raises:
        Error: text that cannot be read at all; its `filename` is the path
        OSError: the file cannot be read

    >>> parse_file("examples/reports/ha-nam-2016-annual.txt")
    <Report 'ha-nam-2016-annual': annual_review 2017-01-12 by 'Sở Thông tin và Truyền thông Hà Nam', ...>
    """
    return _DEFAULT.parse_file(path, id=id)


def parse_quantity(text: str) -> Measure | None:
    """The quantity that the text is, or None. Indicator, period and links stay empty.

    >>> str(parse_quantity("3,5 triệu bản").value)
    '3500000'
    """
    return _DEFAULT.parse_quantity(text)


def parse_date(text: str, default_year: int | None = None) -> datetime.date | None:
    """The day that the text names, or None.

    Args:
        text: `ngày 18/01/2018`, `04 tháng 9 năm 2007`, `chiều 6-1`
        default_year: for a day without a year; without it such a day is no date

    >>> parse_date("04 tháng 9 năm 2007")
    datetime.date(2007, 9, 4)
    """
    return _DEFAULT.parse_date(text, default_year)


def parse_period(text: str, default_year: int | None = None) -> Period | None:
    """The period that the text names, or None.

    Args:
        text: `năm 2017`, `6 tháng đầu năm 2018`, `quý I/2023`, `giai đoạn 2006 - 2015`
        default_year: for a period without a year; without it such a period is none

    >>> print(parse_period("quý I/2023"))
    2023-Q1
    """
    return _DEFAULT.parse_period(text, default_year)


def parse_citation(text: str) -> Citation | None:
    """The document that the text names, or None.

    >>> parse_citation("Nghị định số 64/2007/NĐ-CP").type.value
    'decree'
    """
    return _DEFAULT.parse_citation(text)


def parse_person(text: str) -> Person | None:
    """The person that the text names, or None; roles stay empty.

    >>> parse_person("đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh").name
    'Hoàng Văn An'
    """
    return _DEFAULT.parse_person(text)


def parse_agency(text: str) -> Organizer | None:
    """The agency that the text names, or None.

    >>> parse_agency("Sở Thông tin và Truyền thông tỉnh Hà Nam").kind.value
    'department'
    """
    return _DEFAULT.parse_agency(text)


# ---- many reports --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Failure:
    r"""An input of `parse_many`, or a line of `Report.load`, that could not be read.

    Attributes:
        index: its place among the inputs or lines, from 0
        id: its name, if it has one
        error: why

    >>> reports = parse_many(["no text: \ud800"], errors="collect")
    >>> list(reports), reports.errors[0].index, reports.errors[0].error.code.value
    ([], 0, 'invalid_utf8')
    """

    index: int
    id: str | None
    error: Error | OSError


class Reports(Iterator[Report]):
    """The reports of `parse_many` or `Report.load`, one by one in the order of the inputs.

    Attributes:
        errors: what could not be read so far, with `errors="collect"`

    >>> with parse_many(["một", "hai"]) as reports:
    ...     print(len(list(reports)), reports.errors)
    2 []
    """

    errors: list[Failure]

    def __init__(self, outcomes: Iterator[Report | Failure], *, collect: bool) -> None:
        self.errors = []
        self._outcomes = outcomes
        self._collect = collect

    def __iter__(self) -> Self:
        """Itself."""
        return self

    def __next__(self) -> Report:
        """The next report."""
        for outcome in self._outcomes:
            if isinstance(outcome, Report):
                return outcome
            if not self._collect:
                self.close()
                raise outcome.error
            self.errors.append(outcome)
        raise StopIteration

    def close(self) -> None:
        """Stops the threads; no more reports come.

        >>> reports = parse_many(["một"] * 100)
        >>> reports.close()
        >>> list(reports)
        []
        """
        close = getattr(self._outcomes, "close", None)
        if close is not None:
            close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stops the threads."""
        self.close()


def parse_many(
    reports: PathLike | Iterable[Input],
    *,
    workers: int | None = None,
    progress: bool = False,
    errors: Literal["raise", "collect"] = "raise",
    parser: Parser | None = None,
) -> Reports:
    """Reads many reports on all cores, in order; only a few are in memory at a time.

    Args:
        reports: a folder (its `*.txt`, sorted), a file or a file pattern; or any iterable of texts (`str`), files
            (`Path`) and pairs of a name and one of these
        workers: threads; by default one for each core this process may use
        progress: show a bar, with tqdm (in the extra `notebook`)
        errors: `raise` at the first input that cannot be read, or `collect` such inputs in `.errors` of the result
        parser: by default one with the built-in lexicon

    Raises:
        Error: text that cannot be read at all, where it comes from a file with its name
        OSError: a file cannot be read
        Exception: what `reports` raises, once the reports of all that was taken from it before have come

    >>> for report in parse_many("examples/reports/ha-*.txt"):
    ...     print(report.id, len(report.measures) > 10)
    ha-nam-2016-annual True
    """
    if errors not in ("raise", "collect"):
        raise ValueError(f"errors must be 'raise' or 'collect', not {errors!r}")
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    inputs = _files(reports) if isinstance(reports, (str, os.PathLike)) else reports
    outcomes = _outcomes(iter(inputs), parser or _DEFAULT, workers or _cores())
    if progress:
        outcomes = _with_progress(outcomes, len(inputs) if isinstance(inputs, Sized) else None)
    return Reports(outcomes, collect=errors == "collect")


def _files(where: PathLike) -> list[Path]:
    path = Path(where)
    if path.is_dir():
        return sorted(path.glob("*.txt"))
    if path.exists():
        return [path]
    found = sorted(Path(name) for name in glob(os.fspath(where), recursive=True))  # noqa: PTH207
    if not found:
        raise FileNotFoundError(f"no such file, folder or pattern: {os.fspath(where)!r}")
    return found


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        return os.cpu_count() or 1


# Threads get work in batches: passing one report of a few kilobytes would cost as much as reading it.
_BATCH_REPORTS = 32
_BATCH_SIZE = 1 << 18


class _Inputs(Iterator["tuple[int, Input]"]):
    """Inputs with their places. What they raise ends them, and is kept until the reports before it have come."""

    def __init__(self, inputs: Iterator[Input]) -> None:
        self._inputs = enumerate(inputs)
        self._error: Exception | None = None

    def __next__(self) -> tuple[int, Input]:
        try:
            return next(self._inputs)
        except StopIteration:
            raise
        except Exception as error:  # noqa: BLE001 - raised again by `finish`
            self._error = error
            raise StopIteration from None

    def finish(self) -> None:
        if self._error is not None:
            raise self._error


def _outcomes(inputs: Iterator[Input], parser: Parser, workers: int) -> Iterator[Report | Failure]:
    numbered = _Inputs(inputs)
    batches = _batches(numbered)
    if workers == 1:
        for batch in batches:
            yield from _parse_batch(parser, batch)
        numbered.finish()
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="tongket") as pool:
        waiting: deque[Future[list[Report | Failure]]] = deque()
        try:
            # Every thread has one batch in work and one to go on with.
            for batch in islice(batches, 2 * workers):
                waiting.append(pool.submit(_parse_batch, parser, batch))
            while waiting:
                outcomes = waiting.popleft().result()
                for batch in islice(batches, 1):
                    waiting.append(pool.submit(_parse_batch, parser, batch))
                yield from outcomes
        finally:
            for future in waiting:
                future.cancel()
    numbered.finish()


def _batches(inputs: Iterator[tuple[int, Input]]) -> Iterator[list[tuple[int, Input]]]:
    batch: list[tuple[int, Input]] = []
    size = 0
    for index, item in inputs:
        batch.append((index, item))
        content = item[1] if isinstance(item, tuple) else item
        size += len(content) if isinstance(content, str) else 8192
        if len(batch) >= _BATCH_REPORTS or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parse_batch(parser: Parser, batch: list[tuple[int, Input]]) -> list[Report | Failure]:
    texts: list[str | bytes] = []
    results: list[Report | Failure | None] = []
    names: list[tuple[int, str | None, str | None]] = []  # index, id, file
    for index, item in batch:
        id_, content = item if isinstance(item, tuple) else (None, item)
        file = None if isinstance(content, str) else os.fspath(content)
        if file is not None and id_ is None:
            id_ = Path(file).stem
        try:
            texts.append(cast("str", content) if file is None else Path(file).read_bytes())
        except OSError as error:
            results.append(Failure(index, id_, error))
            continue
        results.append(None)
        names.append((index, id_, file))
    parsed = zip(parser._core.parse_batch(texts), names)
    for place, result in enumerate(results):
        if result is not None:
            continue
        data, (index, id_, file) = next(parsed)
        if isinstance(data, Error):
            results[place] = Failure(index, id_, data if file is None else data.in_file(file))
        else:
            results[place] = Report(data, id_)
    return cast("list[Report | Failure]", results)


def _with_progress(outcomes: Iterator[Report | Failure], total: int | None) -> Iterator[Report | Failure]:
    try:
        from tqdm.auto import tqdm  # noqa: PLC0415
    except ImportError as error:
        raise ImportError("progress=True needs tqdm: pip install 'tongket[notebook]'") from error
    return iter(tqdm(outcomes, total=total, unit="report", desc="tongket"))
