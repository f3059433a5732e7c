# SPDX-License-Identifier: BSL-1.0
"""From text to reports."""

from __future__ import annotations

import errno
import html
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sized
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Generic, NamedTuple, TypeVar, Union, cast

from tongket import _core, _given, _options
from tongket.encoding import check_marks
from tongket.errors import Error, ErrorCode
from tongket.explanation import Explanation
from tongket.model import Found, LexiconEntry
from tongket.report import Report

if TYPE_CHECKING:
    import datetime
    from concurrent.futures import Future
    from typing import Literal

    from typing_extensions import Self

    from tongket.model import Citation, FoundDate, FoundPeriod, Measure, Organizer, Period, Person

    Wrap = Literal["auto", "never", "always"]

__all__ = [
    "Failure",
    "Parser",
    "Reports",
    "find_agencies",
    "find_citations",
    "find_dates",
    "find_people",
    "find_periods",
    "find_quantities",
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
#: So many reports a notebook shows of many.
_SHOWN = 10

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
    if not isinstance(text, str):
        _given.refuse("tongket.read_lexicon", "the lines of a lexicon (str)", text, _LINES_REMEDIES)
    return tuple(entry for entry, _ in _core.read_lexicon(text))


_LINES_REMEDIES = {"path": "tongket.Parser(lexicon=path) reads a file", "bytes": "data.decode() makes a text of them"}


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
        TypeError, ValueError: an option of another type, or none that there is

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
        _options.check(
            "tongket.Parser",
            lexicon=lexicon,
            max_input_bytes=max_input_bytes,
            replace_invalid_utf8=replace_invalid_utf8,
            max_work=max_work,
            wrap=wrap,
        )
        placed = list(_entries(lexicon))
        self.lexicon = tuple(entry for entry, _ in placed)
        self.max_input_bytes = int(max_input_bytes)
        self.replace_invalid_utf8 = bool(replace_invalid_utf8)
        self.max_work = None if max_work is None else int(max_work)
        self.wrap = wrap
        entries = [
            _core.Entry(e.word_class, list(e.phrases), e.value, e.attributes, index)
            for index, e in enumerate(self.lexicon)
        ]
        try:
            self._core = _core.Parser(
                self.max_input_bytes, self.replace_invalid_utf8, self.max_work, self.wrap, entries
            )
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
            Error: text that cannot be read at all, as of a legacy font or without its marks; something else than a
                text, as the name of a file, an address, HTML or JSON
            TypeError: no text

        >>> Parser().parse("Sở Y tế tỉnh Hà Nam họp.").diagnostics[0].severity.value
        'warning'
        """
        _options.check("tongket.parse", id=id)
        _given.check_text(text, "tongket.parse")
        return Report(self._core.parse(text), id)

    def parse_file(self, path: PathLike, *, id: str | None = None) -> Report:  # noqa: A002
        """Reads one report from a file in UTF-8; `tongket.read` reads one in any encoding.

        Raises:
            Error: text that cannot be read at all, or is in another encoding or of another kind; its `filename` is the
                path. Also for a text or an address instead of a path
            OSError: the file cannot be read

        >>> Parser().parse_file("examples/reports/ha-nam-2016-annual.txt").id
        'ha-nam-2016-annual'
        """
        _options.check("tongket.parse_file", id=id)
        path = Path(_given.check_path(path, "tongket.parse_file", "the path of a file", _PATH_REMEDIES))
        try:
            return Report(self._core.parse_bytes(_text_in(path)), path.stem if id is None else id)
        except Error as error:
            raise _of_file(error, str(path)) from None

    def explain(self, text: str) -> Explanation:
        """Why a text is read as it is: zones, frames, statements and figures with what spoke for and against.

        Raises:
            Error: text that cannot be read at all

        >>> text = open("examples/reports/ha-nam-2016-annual.txt", encoding="utf-8").read()
        >>> Parser().explain(text).sentences[0].zone.choice
        'title'
        """
        _given.check_text(text, "Parser.explain")
        return self._explain(text)

    def _explain(self, text: str) -> Explanation:
        return Explanation(*self._core.explain(text))

    def find_quantities(self, text: str) -> Found[Measure]:
        """`tongket.find_quantities`, with the words and options of this parser.

        >>> Parser().find_quantities("Cấp 12 giấy phép.")[0].unit
        'giấy phép'
        """
        _given.check_text(text, "tongket.find_quantities", is_report=False)
        return Found(*self._core.find_quantities(text))

    def find_dates(self, text: str, default_year: int | None = None) -> Found[FoundDate]:
        """`tongket.find_dates`, with the words and options of this parser.

        >>> str(Parser().find_dates("Họp chiều 6-2.", 2018)[0].date)
        '2018-02-06'
        """
        _options.check("tongket.find_dates", default_year=default_year)
        _given.check_text(text, "tongket.find_dates", is_report=False)
        return Found(*self._core.find_dates(text, _year(default_year)))

    def find_periods(self, text: str, default_year: int | None = None) -> Found[FoundPeriod]:
        """`tongket.find_periods`, with the words and options of this parser.

        >>> str(Parser().find_periods("Quý I/2023 thu 5 tỷ đồng.")[0].period)
        '2023-Q1'
        """
        _options.check("tongket.find_periods", default_year=default_year)
        _given.check_text(text, "tongket.find_periods", is_report=False)
        return Found(*self._core.find_periods(text, _year(default_year)))

    def find_citations(self, text: str) -> Found[Citation]:
        """`tongket.find_citations`, with the words and options of this parser.

        >>> Parser().find_citations("Theo Nghị định số 64/2007/NĐ-CP.")[0].number
        '64/2007/NĐ-CP'
        """
        _given.check_text(text, "tongket.find_citations", is_report=False)
        return Found(*self._core.find_citations(text))

    def find_people(self, text: str) -> Found[Person]:
        """`tongket.find_people`, with the words and options of this parser.

        >>> Parser().find_people("Ông Lê Văn Bình cùng dự.")[0].name
        'Lê Văn Bình'
        """
        _given.check_text(text, "tongket.find_people", is_report=False)
        return Found(*self._core.find_people(text))

    def find_agencies(self, text: str) -> Found[Organizer]:
        """`tongket.find_agencies`, with the words and options of this parser.

        >>> Parser().find_agencies("Sở Y tế tỉnh Hà Nam mở lớp.")[0].name
        'Sở Y tế tỉnh Hà Nam'
        """
        _given.check_text(text, "tongket.find_agencies", is_report=False)
        return Found(*self._core.find_agencies(text))

    def parse_quantity(self, text: str) -> Measure | None:
        """The quantity that the text is, or None. Indicator, period and links stay empty.

        >>> str(Parser().parse_quantity("158/199 xã").of)
        '199'
        """
        _given.check_phrase(text, "tongket.parse_quantity")
        return self._core.parse_quantity(text)

    def parse_date(self, text: str, default_year: int | None = None) -> datetime.date | None:
        """The day that the text names, or None.

        >>> Parser().parse_date("chiều 6-1", 2018)
        datetime.date(2018, 1, 6)
        """
        _options.check("tongket.parse_date", default_year=default_year)
        _given.check_phrase(text, "tongket.parse_date")
        return self._core.parse_date(text, _year(default_year))

    def parse_period(self, text: str, default_year: int | None = None) -> Period | None:
        """The period that the text names, or None.

        >>> str(Parser().parse_period("6 tháng đầu năm 2018"))
        '2018-H1'
        """
        _options.check("tongket.parse_period", default_year=default_year)
        _given.check_phrase(text, "tongket.parse_period")
        return self._core.parse_period(text, _year(default_year))

    def parse_citation(self, text: str) -> Citation | None:
        """The document that the text names, or None.

        >>> Parser().parse_citation("Quyết định số 03/2007/QĐ-BTTTT").number
        '03/2007/QĐ-BTTTT'
        """
        _given.check_phrase(text, "tongket.parse_citation")
        return self._core.parse_citation(text)

    def parse_person(self, text: str) -> Person | None:
        """The person that the text names, or None; roles stay empty.

        >>> Parser().parse_person("bà Lê Thị Hoa").name
        'Lê Thị Hoa'
        """
        _given.check_phrase(text, "tongket.parse_person")
        return self._core.parse_person(text)

    def parse_agency(self, text: str) -> Organizer | None:
        """The agency that the text names, or None.

        >>> Parser().parse_agency("Sở Y tế tỉnh Hà Nam").name
        'Sở Y tế tỉnh Hà Nam'
        """
        _given.check_phrase(text, "tongket.parse_agency")
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


def _year(year: int | None) -> int | None:
    return None if year is None else int(year)


_PATH_REMEDIES = {
    "bytes": "tongket.read(data) reads bytes",
    "file": "tongket.read(file) reads an open file",
    "many": "tongket.parse_many(paths) reads many files",
    "missing": "leave missing ones out",
}


def check_kind(data: bytes, *wanted: str) -> None:
    """Refuses a file of another kind than is wanted.

    Raises:
        Error: it names the kind
    """
    from tongket.files.kinds import sniff  # noqa: PLC0415 - the package `files` needs this module

    kind = sniff(data)
    if kind not in wanted:
        readers = "tongket.read reads it, tongket.read_many several"
        raise Error(f"a file of the kind {kind}, where {wanted[0]} is wanted: {readers}", "unknown_kind")


def _text_in(path: Path) -> bytes:
    """The bytes of a file that holds a text in UTF-8.

    Raises:
        Error: it holds something else
        OSError: it cannot be read
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = "no such file (tongket.parse reads a text)"
        raise FileNotFoundError(errno.ENOENT, message, str(path)) from None
    except IsADirectoryError:
        message = "a folder: tongket.parse_many and tongket.read_many read it"
        raise IsADirectoryError(errno.EISDIR, message, str(path)) from None
    check_kind(data, "text")
    decoded = _core.decode(data)
    if decoded is not None:
        text, encoding, font, description = decoded
        if font is not None or encoding != "utf-8":
            raise Error(f"a text in {description}, where UTF-8 is wanted: tongket.read reads it", "unknown_kind")
        check_marks(text)
    return data


def _of_file(error: Error, filename: str) -> Error:
    """An error of the text in a file, as it is told."""
    if error.code is not ErrorCode.invalid_utf8:
        return error.in_file(filename)
    message = f"{error.message}: tongket.read finds out the encoding"
    return Error(message, error.code, error.offset, error.line, error.column, filename)


class _Place(NamedTuple):
    """Where an entry stands in its file."""

    filename: str
    offset: int
    line: int


def _entries(
    lexicon: PathLike | LexiconEntry | Iterable[PathLike | LexiconEntry] | None,
) -> Iterator[tuple[LexiconEntry, _Place | None]]:
    _options.check("tongket.Parser", lexicon=lexicon)
    if lexicon is None:
        return
    if isinstance(lexicon, LexiconEntry):
        _check_entry(lexicon)
        yield lexicon, None
    elif isinstance(lexicon, (str, os.PathLike)):
        yield from _entries_of_file(lexicon)
    else:
        for item in lexicon:
            yield from _entries(item)


def _check_entry(entry: LexiconEntry) -> None:
    """Refuses an entry with other things than texts in it.

    Raises:
        TypeError: it has such
    """
    for name in ("word_class", "value", "attributes"):
        _options.check("tongket.LexiconEntry", **{name: getattr(entry, name)})
    _options.check("tongket.LexiconEntry", phrases=entry.phrases)


def _entries_of_file(path: PathLike) -> Iterator[tuple[LexiconEntry, _Place]]:
    if isinstance(path, str) and "\t" in path:
        message = f"the path of a lexicon file, not lines of one ({_given.described(path)})"
        raise Error(f"tongket.Parser takes {message}: tongket.read_lexicon reads them", "wrong_input")
    filename = _given.check_path(path, "tongket.Parser", "the path of a lexicon file", {})
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


DEFAULT_PARSER = Parser()


def parser_for(function: str, parser: Parser | None, wrap: Wrap) -> Parser:
    """The parser that a function uses.

    Args:
        function: what was called
        parser: what it was given; None: one with the built-in lexicon
        wrap: as of `Parser`, of which one that is given has its own

    Raises:
        TypeError, ValueError: a value that is none of `Parser`, or both of them
    """
    _options.check(function, parser=parser, wrap=wrap)
    if wrap == "auto":
        return parser or DEFAULT_PARSER
    if parser is not None:
        raise ValueError(f"{function} takes wrap or a parser, not both: give tongket.Parser(..., wrap={wrap!r})")
    return Parser(wrap=wrap)


def parse(text: str, *, id: str | None = None, wrap: Wrap = "auto") -> Report:  # noqa: A002
    """Reads one report with the built-in lexicon.

    Args:
        text: the page's text, in any normalisation form
        id: what tables call this report
        wrap: whether its lines are wrapped and to be joined; see `Parser`

    Raises:
        Error: text that cannot be read at all, as of a legacy font or without its marks; something else than a text, as
            the name of a file, an address, HTML or JSON
        TypeError: no text

    >>> parse(report.source) == report
    True
    """
    return parser_for("tongket.parse", None, wrap).parse(text, id=id)


def parse_file(path: PathLike, *, id: str | None = None) -> Report:  # noqa: A002
    """Reads one report from a file in UTF-8; `read` reads one in any encoding.

    Raises:
        Error: text that cannot be read at all, or is in another encoding or of another kind; its `filename` is the
            path. Also for a text or an address instead of a path
        OSError: the file cannot be read

    >>> parse_file("examples/reports/ha-nam-2016-annual.txt")
    <Report 'ha-nam-2016-annual': annual_review 2017-01-12 by 'Sở Thông tin và Truyền thông Hà Nam', ...>
    """
    return DEFAULT_PARSER.parse_file(path, id=id)


def find_quantities(text: str) -> Found[Measure]:
    """All figures in any text, with value, unit and kind; indicator, period and links stay empty.

    A number that cannot be read for sure is left out, with a diagnostic; one that is read in the likelier of two
    ways has a diagnostic.

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> [(str(m.value), m.unit) for m in find_quantities("Cấp 12 giấy phép, thu trên 3,5 tỷ đồng.")]
    [('12', 'giấy phép'), ('3500000000', 'VND')]
    """
    return DEFAULT_PARSER.find_quantities(text)


def find_dates(text: str, default_year: int | None = None) -> Found[FoundDate]:
    """All days in any text. A day that the calendar has not is left out, with a diagnostic.

    Args:
        text: need be no report
        default_year: for days without a year; without it these are left out, with the diagnostic `no-year`

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> [str(day.date) for day in find_dates("Họp ngày 18/01/2018 và chiều 6-2.", 2018)]
    ['2018-01-18', '2018-02-06']
    """
    return DEFAULT_PARSER.find_dates(text, default_year)


def find_periods(text: str, default_year: int | None = None) -> Found[FoundPeriod]:
    """All periods but single days in any text.

    Args:
        text: need be no report
        default_year: as for `find_dates`

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> [str(found.period) for found in find_periods("Quý I/2023 đạt 25% kế hoạch năm 2023.")]
    ['2023-Q1', '2023']
    """
    return DEFAULT_PARSER.find_periods(text, default_year)


def find_citations(text: str) -> Found[Citation]:
    """All mentions of documents by their numbers in any text; short ones lead to the full one.

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> find_citations("Theo Nghị định số 64/2007/NĐ-CP, sở đã ban hành quy chế.")[0].number
    '64/2007/NĐ-CP'
    """
    return DEFAULT_PARSER.find_citations(text)


def find_people(text: str) -> Found[Person]:
    """Everybody named in any text, once, with what part they have in a conference.

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> [person.name for person in find_people("Ông Lê Văn Bình và bà Trần Thị Hoa cùng dự.")]
    ['Lê Văn Bình', 'Trần Thị Hoa']
    """
    return DEFAULT_PARSER.find_people(text)


def find_agencies(text: str) -> Found[Organizer]:
    """All mentions of agencies by their names in any text.

    Raises:
        Error: text that cannot be read at all
        TypeError: no text

    >>> [a.name for a in find_agencies("Sở Y tế tỉnh Hà Nam phối hợp với Bộ Y tế mở lớp.")]
    ['Sở Y tế tỉnh Hà Nam', 'Bộ Y tế']
    """
    return DEFAULT_PARSER.find_agencies(text)


def parse_quantity(text: str) -> Measure | None:
    """The quantity that the text is, or None. Indicator, period and links stay empty.

    >>> str(parse_quantity("3,5 triệu bản").value)
    '3500000'
    """
    return DEFAULT_PARSER.parse_quantity(text)


def parse_date(text: str, default_year: int | None = None) -> datetime.date | None:
    """The day that the text names, or None.

    Args:
        text: `ngày 18/01/2018`, `04 tháng 9 năm 2007`, `chiều 6-1`
        default_year: for a day without a year; without it such a day is no date

    >>> parse_date("04 tháng 9 năm 2007")
    datetime.date(2007, 9, 4)
    """
    return DEFAULT_PARSER.parse_date(text, default_year)


def parse_period(text: str, default_year: int | None = None) -> Period | None:
    """The period that the text names, or None.

    Args:
        text: `năm 2017`, `6 tháng đầu năm 2018`, `quý I/2023`, `giai đoạn 2006 - 2015`
        default_year: for a period without a year; without it such a period is none

    >>> print(parse_period("quý I/2023"))
    2023-Q1
    """
    return DEFAULT_PARSER.parse_period(text, default_year)


def parse_citation(text: str) -> Citation | None:
    """The document that the text names, or None.

    >>> parse_citation("Nghị định số 64/2007/NĐ-CP").type.value
    'decree'
    """
    return DEFAULT_PARSER.parse_citation(text)


def parse_person(text: str) -> Person | None:
    """The person that the text names, or None; roles stay empty.

    >>> parse_person("đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh").name
    'Hoàng Văn An'
    """
    return DEFAULT_PARSER.parse_person(text)


def parse_agency(text: str) -> Organizer | None:
    """The agency that the text names, or None.

    >>> parse_agency("Sở Thông tin và Truyền thông tỉnh Hà Nam").kind.value
    'department'
    """
    return DEFAULT_PARSER.parse_agency(text)


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
    error: Error | OSError | ImportError


class Reports(Iterable[Report]):
    """The reports of `parse_many`, `read_many` or `Report.load`, in the order of the inputs.

    They are read while one goes through them, and again each time one does, so that only a few are in memory; `list`
    keeps them. What was made from an iterator can be gone through once, as it is then used up.

    Attributes:
        errors: what could not be read when the reports were last gone through, with `errors="collect"`

    >>> reports = parse_many(["một", "hai"])
    >>> len(reports), len(list(reports)), len(list(reports)), reports.errors
    (2, 2, 2, [])
    """

    errors: list[Failure]

    def __init__(
        self,
        run: Callable[[], Iterator[Report | Failure]],
        *,
        errors: str = "raise",
        progress: bool = False,
        once: bool = False,
        count: int | None = None,
    ) -> None:
        self.errors = []
        self._run = run
        self._collect = errors == "collect"
        self._bar = _progress_bar() if progress else None
        self._once = once
        self._count = count
        self._passes: list[Iterator[Report | Failure]] = []
        self._state = "new"

    def __iter__(self) -> Iterator[Report]:
        """The reports, from the first."""
        if self._state == "closed":
            raise ValueError("the reports were closed")
        if self._state == "begun" and self._once:
            raise ValueError(
                "the inputs came from an iterator, which gives them once: make a list of the reports, or of the inputs"
            )
        self._state = "begun"
        self.errors = []
        outcomes = self._run()
        if self._bar is not None:
            outcomes = iter(self._bar(outcomes, total=self._count, unit="report", desc="tongket"))
        self._passes.append(outcomes)
        return self._reports(outcomes, self.errors)

    def _reports(self, outcomes: Iterator[Report | Failure], errors: list[Failure]) -> Iterator[Report]:
        try:
            for outcome in outcomes:
                if isinstance(outcome, Report):
                    yield outcome
                elif self._collect:
                    errors.append(outcome)
                else:
                    raise outcome.error
        finally:
            _close(outcomes)
            self._passes.remove(outcomes)

    def __len__(self) -> int:
        """How many inputs there are, where it is known before they are read."""
        if self._count is None:
            raise TypeError("how many reports there are is known only when they are read: len(list(reports))")
        return self._count

    def __bool__(self) -> bool:
        """Whether there may be any."""
        return self._count != 0

    def __repr__(self) -> str:
        """How many inputs there are, if it is known."""
        return (
            f"<Reports{'' if self._count is None else f' of {self._count} inputs'}, read while one goes through them>"
        )

    def _repr_html_(self) -> str:
        """The first ones, as they are read anew; none of an iterator, which gives them once."""
        from tongket import cards  # noqa: PLC0415

        if self._once or self._state == "closed":
            return f"<p>{html.escape(repr(self))}</p>"
        return cards.reports([*islice(self._peek(), _SHOWN + 1)], _SHOWN, self._count)

    def _peek(self) -> Iterator[Report | Failure | Exception]:
        """What a pass gives, and what it raises; `errors` stays as it is."""
        outcomes = self._run()
        try:
            yield from outcomes
        except Exception as error:  # noqa: BLE001 - it is shown, and raised when they are gone through
            yield error
        finally:
            _close(outcomes)

    def close(self) -> None:
        """Stops the threads; no more reports come.

        >>> reports = parse_many(["một"] * 100)
        >>> reports.close()
        >>> list(reports)
        Traceback (most recent call last):
        ValueError: the reports were closed
        """
        self._state = "closed"
        for outcomes in self._passes:
            _close(outcomes)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stops the threads."""
        self.close()


def _close(outcomes: Iterator[Report | Failure]) -> None:
    close = getattr(outcomes, "close", None)
    if close is not None:
        close()


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
        reports: a folder (every file in it and in the folders in it but hidden ones, each of which must be a text), a
            file or a file pattern; or any iterable of texts (`str`), files (`Path`) and pairs of a name and one of
            these
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
    _options.check("tongket.parse_many", workers=workers, progress=progress, errors=errors, parser=parser)
    inputs, threads = _inputs(reports), thread_count(workers)
    used = parser or DEFAULT_PARSER

    def work(batch: list[tuple[int, Input]]) -> list[Report | Failure]:
        return _parse_batch(used, batch)

    def run() -> Iterator[Report | Failure]:
        return outcomes(inputs, work, threads, weight=_weight)

    return Reports(
        run,
        errors=errors,
        progress=progress,
        once=isinstance(inputs, Iterator),
        count=len(inputs) if isinstance(inputs, Sized) else None,
    )


_MANY_REMEDIES = {
    "missing": "leave missing ones out",
    "bytes": "tongket.read(data) reads the bytes of one file, tongket.read_many a list of such",
    "file": "tongket.read(file) reads an open file",
    "frame": "tongket.parse_many(frame['text'].dropna()) reads a column of texts",
    "dict": "tongket.parse_many(texts.items()) reads texts with their names",
}


def _inputs(reports: PathLike | Iterable[Input]) -> Iterable[Input]:
    if isinstance(reports, (str, os.PathLike)):
        return _files(reports)
    if _given.kind_of(reports) != "many":
        wanted = "a folder, a file pattern, or an iterable of texts and paths"
        _given.refuse("tongket.parse_many", wanted, reports, _MANY_REMEDIES)
    return reports


def _files(where: PathLike) -> list[tuple[str, Path]]:
    from tongket.files.sources import files  # noqa: PLC0415 - the package `files` needs this module

    _given.check_path(where, "tongket.parse_many", "a folder or many texts", {})
    return [(name, path) for path, name in files(where)]


def thread_count(workers: int | None) -> int:
    """How many threads to use: so many, or one for each core."""
    if workers is not None:
        return int(workers)
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        return os.cpu_count() or 1


# Threads get work in batches: passing one report of a few kilobytes would cost as much as reading it.
_BATCH_REPORTS = 32
#: How many bytes of text make a batch.
BATCH_WEIGHT = 1 << 18

T = TypeVar("T")


class _Numbered(Iterator["tuple[int, T]"], Generic[T]):
    """Inputs with their places. What they raise ends them, and is kept until the reports before it have come."""

    def __init__(self, inputs: Iterable[T]) -> None:
        self._inputs = enumerate(inputs)
        self._error: Exception | None = None

    def __next__(self) -> tuple[int, T]:
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


def outcomes(
    inputs: Iterable[T],
    work: Callable[[list[tuple[int, T]]], list[Report | Failure]],
    workers: int,
    *,
    weight: Callable[[T], int],
) -> Iterator[Report | Failure]:
    """What becomes of inputs, in order, by several threads.

    Args:
        inputs: of which only a few are taken ahead
        work: makes the reports of a batch of inputs with their places
        workers: threads
        weight: what an input costs, in bytes of text
    """
    numbered = _Numbered(inputs)
    batches = _batches(numbered, weight)
    if workers == 1:
        for batch in batches:
            yield from work(batch)
        numbered.finish()
        return
    with ThreadPoolExecutor(workers, thread_name_prefix="tongket") as pool:
        waiting: deque[Future[list[Report | Failure]]] = deque()
        try:
            # Every thread has one batch in work and one to go on with.
            for batch in islice(batches, 2 * workers):
                waiting.append(pool.submit(work, batch))
            while waiting:
                done = waiting.popleft().result()
                for batch in islice(batches, 1):
                    waiting.append(pool.submit(work, batch))
                yield from done
        finally:
            for future in waiting:
                future.cancel()
    numbered.finish()


def _weight(item: Input) -> int:
    content = item[1] if isinstance(item, tuple) else item
    return len(content) if isinstance(content, str) else 8192


def _batches(inputs: Iterator[tuple[int, T]], weight: Callable[[T], int]) -> Iterator[list[tuple[int, T]]]:
    batch: list[tuple[int, T]] = []
    size = 0
    for index, item in inputs:
        batch.append((index, item))
        size += weight(item)
        if len(batch) >= _BATCH_REPORTS or size >= BATCH_WEIGHT:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parse_batch(parser: Parser, batch: list[tuple[int, Input]]) -> list[Report | Failure]:
    texts: list[str | bytes] = []
    results: list[Report | Failure | None] = []
    names: list[tuple[int, str | None, str | None]] = []  # index, id, file
    for index, item in batch:
        id_, content = _pair(item, index)
        file = os.fspath(content) if isinstance(content, os.PathLike) else None
        if file is not None and id_ is None:
            id_ = Path(file).stem
        try:
            texts.append(_text_of(content, index) if file is None else _bytes_of(file))
        except (Error, OSError) as error:
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
            results[place] = Failure(index, id_, data if file is None else _of_file(data, file))
        else:
            results[place] = Report(data, id_)
    return cast("list[Report | Failure]", results)


def _pair(item: Input, index: int) -> tuple[str | None, str | os.PathLike[str]]:
    """The name that was given with a text or file, and this."""
    if not isinstance(item, tuple):
        return None, item
    size: int = len(item)
    function = f"tongket.parse_many (input {index})"
    if size != 2:
        raise TypeError(f"{function} takes texts, files and pairs of a name and one of these, not a tuple of {size}")
    _options.check(function, name=item[0])
    return item


def _text_of(content: object, index: int) -> str:
    if not isinstance(content, str):
        _given.refuse(f"tongket.parse_many (input {index})", "texts (str) and files (Path)", content, _ITEM_REMEDIES)
    fault = _given.fault_of_text(content)
    if fault is not None:
        message = f"tongket.parse_many (input {index}) takes a str as the text of a report, not {fault}"
        raise Error(message, "wrong_input")
    return content


_ITEM_REMEDIES = {
    "missing": "leave missing texts out, those of pandas by .dropna()",
    "bytes": "tongket.read_many reads bytes",
    "file": "tongket.read_many reads open files",
    "many": "give the texts themselves",
    "dict": "give the texts themselves",
}


def _bytes_of(file: str) -> bytes:
    try:
        return _text_in(Path(file))
    except Error as error:
        raise error.in_file(file) from None


def _progress_bar() -> Callable[..., Iterable[Report | Failure]]:
    try:
        from tqdm.auto import tqdm  # noqa: PLC0415
    except ImportError as error:
        raise ImportError("progress=True needs tqdm: pip install 'tongket[notebook]'") from error
    return tqdm
