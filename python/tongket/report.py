# SPDX-License-Identifier: BSL-1.0
"""One parsed report."""

from __future__ import annotations

import json
import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Callable

from tongket import _core, _options
from tongket._items import Items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from tongket.errors import Error
    from tongket.explanation import Explanation
    from tongket.files import Origin
    from tongket.frames import Backend, Frame, Numbers
    from tongket.model import (
        Award,
        Citation,
        Delegation,
        Diagnostic,
        Measure,
        Meeting,
        Person,
        Published,
        Statement,
        Target,
        Text,
        Zone,
        ZoneKind,
    )
    from tongket.page import Page
    from tongket.parser import Failure, Parser, Reports


# What is looked for on a report and stands elsewhere.
_ELSEWHERE = {
    "to_frame": "use report.measures_frame(), or tongket.to_frame([report], 'people') for the other tables",
    "to_csv": "use tongket.to_csv(report.measures_frame(), path)",
    "to_pandas": "use report.measures_frame()",
    "to_polars": "use report.measures_frame('polars')",
    "find": "look through report.measures, or use tongket.find_quantities(text) and its kin",
    "text": "report.source is its text",
    "organizer": "use report.meeting.organizer",
    "date": "use report.meeting.date",
    "tables": "use tongket.to_frame([report], 'measures')",
}


class Report:
    """One conference report as typed data; made by `parse` and its kin.

    A report does not change. Its parts are made when they are first looked at, so that a report which is parsed and
    stored costs little more than the C++ library's work. Two reports are equal if they say the same at the same places.

    >>> report.meeting.organizer.name
    'Sở Thông tin và Truyền thông Hà Nam'
    >>> all(report.source[m.span.slice] == m.text for m in report.measures)
    True
    """

    __slots__ = ("__dict__", "__weakref__", "_data", "_id", "_origin", "_page")

    def __init__(
        self,
        data: _core.ReportData,
        id: str | None = None,  # noqa: A002
        page: Page | None = None,
        origin: Origin | None = None,
    ) -> None:
        self._data = data
        self._id = id
        self._page = page
        self._origin = origin

    # ---- what it says ----

    @property
    def id(self) -> str | None:
        """What tables call this report: the file's stem, or what `parse` was told."""
        return self._id

    @property
    def page(self) -> Page | None:
        """What a saved HTML page said beside its story; of `parse_html`, and of `read` where it found HTML."""
        return self._page

    @property
    def origin(self) -> Origin | None:
        """The file that `read` or `read_many` read, its kind and where its pages are; None for `parse` and its kin.

        It is no part of the JSON, and so gone in a report that was saved and loaded.
        """
        return self._origin

    @cached_property
    def source(self) -> str | None:
        """The text that was parsed; None for a report read from JSON that came without it."""
        return self._data.source

    @cached_property
    def genre(self) -> float | None:
        """How likely the text is a report of a review conference, 0 to 1; None where JSON does not say.

        From `tongket.REPORT_GENRE` on it is one; below `tongket.LEAST_GENRE` it is read for its figures, people and
        citations only.

        >>> report.genre >= tongket.REPORT_GENRE
        True
        """
        return self._data.genre()

    @cached_property
    def title(self) -> Text | None:
        """The headline."""
        return self._data.title()

    @cached_property
    def published(self) -> Published | None:
        """Publication time of the page."""
        return self._data.published()

    @cached_property
    def outlet(self) -> Text | None:
        """Who published: the words in brackets of `(Mic.gov.vn) -`."""
        return self._data.outlet()

    @cached_property
    def byline(self) -> Text | None:
        """Author or source line."""
        return self._data.byline()

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        """What each stretch of the page is; together exactly the source, in order."""
        return Items(self._data.zones())

    @cached_property
    def meeting(self) -> Meeting:
        """The conference."""
        return self._data.meeting()

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everyone named in the story, once, in order of the first mention."""
        return Items(self._data.people())

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        """Groups that attended."""
        return Items(self._data.delegations())

    @cached_property
    def achievements(self) -> tuple[Statement, ...]:
        """Sentences or clauses that report a result."""
        return Items(self._data.achievements())

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every quantity, in order of its span."""
        return Items(self._data.measures())

    @cached_property
    def shortcomings(self) -> tuple[Statement, ...]:
        """Sentences or clauses that state a failing."""
        return Items(self._data.shortcomings())

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Tasks for the coming period."""
        return Items(self._data.targets())

    @cached_property
    def awards(self) -> tuple[Award, ...]:
        """Honours conferred."""
        return Items(self._data.awards())

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Mentions of legal and administrative documents by number."""
        return Items(self._data.citations())

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the reader of the result should know."""
        return Items(self._data.diagnostics())

    # ---- why ----

    def explain(self, parser: Parser | None = None) -> Explanation:
        """Why the text was read as it was, by reading it again.

        Args:
            parser: that which made the report, where it has words or options of its own

        Raises:
            TypeError: no parser
            ValueError: the report came from JSON without its source

        >>> [c.rule for c in report.explain().sentences[5].measures[0].indicator]
        ['own_noun', 'clause']
        """
        _options.check("Report.explain", parser=parser)
        if self.source is None:
            raise ValueError("the report was read from JSON without its source, so there is nothing to explain")
        from tongket.parser import DEFAULT_PARSER  # noqa: PLC0415 - parser.py needs this module

        return (parser or DEFAULT_PARSER)._explain(self.source)

    # ---- look-ups ----

    def zone_at(self, position: int) -> ZoneKind | None:
        """What the stretch of the page around a code point is; None outside of the page.

        Raises:
            TypeError: no whole number

        >>> report.zone_at(0)
        <ZoneKind.title: 'title'>
        """
        _options.check("Report.zone_at", position=position)
        for zone in self.zones:
            if zone.span.begin <= position < zone.span.end:
                return zone.kind
        return None

    def parts_of(self, measure: Measure) -> tuple[Measure, ...]:
        """The measures that break down this one.

        Raises:
            TypeError: no measure
            ValueError: a measure of another report

        >>> whole = report.measures[0]
        >>> whole.text, [part.text for part in report.parts_of(whole)]
        ('19 văn bản', ['08 Quyết định', '07 Kế hoạch', '04 Chỉ thị'])
        """
        _options.check("Report.parts_of", measure=measure)
        if measure not in self.measures:
            raise ValueError(f"Report.parts_of: this report has no such measure: {measure.text!r}")
        index = self.measures.index(measure)
        return Items(part for part in self.measures if part.part_of == index)

    def whole_of(self, measure: Measure) -> Measure | None:
        """The measure that this one breaks down.

        Raises:
            TypeError: no measure

        >>> report.whole_of(report.measures[1]).text
        '19 văn bản'
        """
        _options.check("Report.whole_of", measure=measure)
        return None if measure.part_of is None else self.measures[measure.part_of]

    # ---- JSON ----

    def to_json(self, indent: int | None = 2, *, with_source: bool = False) -> str:
        """The JSON form, after `tongket.schema()`.

        Args:
            indent: spaces a level; None for one line
            with_source: put `id`, `source` and `page` in as well, so that nothing is lost

        >>> Report.from_json(report.to_json()) == report
        True
        """
        _options.check("Report.to_json", indent=indent, with_source=with_source)
        text = self._data.to_json(-1 if indent is None else int(indent))
        if not with_source:
            return text
        more: dict[str, Any] = {"id": self.id, "source": self.source}
        if self.page is not None:
            more["page"] = self.page.to_dict()
        if indent is not None:
            return json.dumps({**more, **json.loads(text)}, ensure_ascii=False, indent=indent)
        return json.dumps(more, ensure_ascii=False, separators=(",", ":"))[:-1] + "," + text[1:]

    def to_dict(self, *, with_source: bool = False) -> dict[str, Any]:
        """The JSON form as dictionaries and lists.

        >>> report.to_dict()["meeting"]["date"]
        '2017-01-12'
        """
        _options.check("Report.to_dict", with_source=with_source)
        result: dict[str, Any] = json.loads(self.to_json(None, with_source=with_source))
        return result

    @classmethod
    def from_json(cls, text: str, *, source: str | None = None) -> Report:
        """Reads what `to_json`, or the program `tongket`, wrote.

        Args:
            text: JSON of one report
            source: the text that was parsed, if the JSON does not hold it; needed where spans count bytes

        Raises:
            Error: not JSON, not a report, or not a report of this source; it names the place

        >>> Report.from_json(report.to_json(with_source=True)).source == report.source
        True
        """
        from tongket import _given  # noqa: PLC0415
        from tongket.page import Page, page_fault  # noqa: PLC0415

        _options.check("Report.from_json", source=source)
        if not isinstance(text, str):
            _given.refuse("Report.from_json", "JSON (str)", text, _JSON_REMEDIES)
        try:
            more = json.loads(text.removeprefix("\ufeff"))
        except (ValueError, RecursionError):
            more = None  # the C++ library says where it breaks
        if not isinstance(more, dict):
            more = {}
        for key in ("id", "source"):
            if not isinstance(more.get(key), (str, type(None))):
                raise _fault(text, [key], "must be a string")
        page = more.get("page")
        if page is not None:
            fault = page_fault(page)
            if fault is not None:
                raise _fault(text, ["page", *fault[:-1]], fault[-1])
        data = _core.from_json(text, more.get("source") if source is None else source, check=True)
        return cls(data, more.get("id"), None if page is None else Page.from_dict(page))

    @classmethod
    def from_dict(cls, data: dict[str, Any], *, source: str | None = None) -> Report:
        """Reads what `to_dict` made.

        Raises:
            Error: not the JSON form of a report; its place counts in the JSON of the data

        >>> Report.from_dict(report.to_dict()) == report
        True
        """
        from tongket.errors import Error  # noqa: PLC0415

        _options.check("Report.from_dict", source=source)
        try:
            text = json.dumps(data, ensure_ascii=False)
        except (TypeError, ValueError, RecursionError) as error:
            raise Error(f"not JSON: {error}", "invalid_json") from error
        return cls.from_json(text, source=source)

    @staticmethod
    def save(reports: Report | Iterable[Report], path: str | os.PathLike[str], *, with_source: bool = True) -> int:
        """Writes reports as JSON lines, one a line, and returns how many.

        The file takes its place when all are written: they may come from the file itself, and where they raise it stays
        as it was.

        >>> import os, tempfile
        >>> path = os.path.join(tempfile.mkdtemp(), "reports.jsonl")
        >>> Report.save([report, report], path)
        2
        >>> Report.save(Report.load(path), path)
        2
        """
        from tongket._files import replacing  # noqa: PLC0415

        _options.check("Report.save", path=path, with_source=with_source)
        count = 0
        with replacing(path) as file:
            for report in checked([reports] if isinstance(reports, Report) else reports, "Report.save"):
                file.write(report.to_json(None, with_source=with_source) + "\n")
                count += 1
        return count

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, errors: Literal["raise", "collect"] = "raise") -> Reports:
        """Reads JSON lines one by one, as `save` or `tongket parse --format jsonl` wrote them.

        Args:
            path: the file
            errors: `raise` at the first line that is no report, or `collect` such lines in `.errors` of the result

        Raises:
            Error: a line that is no report, or no UTF-8; `line` is the line's number in the file

        >>> list(Report.load("examples/no-such.jsonl"))
        Traceback (most recent call last):
        FileNotFoundError: [Errno 2] No such file or directory: 'examples/no-such.jsonl'
        """
        from tongket import _given  # noqa: PLC0415
        from tongket.parser import Reports  # noqa: PLC0415 - it needs this module

        _options.check("Report.load", errors=errors)
        filename = _given.check_path(path, "Report.load", "the path of a file of JSON lines", _LOAD_REMEDIES)
        return Reports(lambda: _lines(filename), errors=errors)

    # ---- tables and pictures ----

    def measures_frame(self, backend: Backend = "pandas", *, numbers: Numbers | None = None) -> Frame:
        """The measures as a data frame; see `tongket.to_frame`.

        >>> len(report.measures_frame()) == len(report.measures)
        True
        """
        from tongket.frames import to_frame  # noqa: PLC0415

        return to_frame([self], "measures", backend=backend, numbers=numbers)

    def to_table(self) -> str:
        """Everything as aligned text, as the program `tongket` shows it.

        >>> report.to_table().splitlines()[0]
        'Meeting'
        """
        return self._data.to_table()

    def _repr_html_(self) -> str:
        """How a notebook shows the report."""
        from tongket.render import notebook_html  # noqa: PLC0415

        return notebook_html(self)

    # ---- as a Python value ----

    if not TYPE_CHECKING:  # else every name would be one of a report

        def __getattr__(self, name: str) -> Any:
            hint = _ELSEWHERE.get(name)
            error = AttributeError(f"a Report has no attribute {name!r}" + (f": {hint}" if hint else ""))
            if hint is None and sys.version_info >= (3, 10):  # Python then suggests a name that is alike
                error.name, error.obj = name, self
            raise error

    def __repr__(self) -> str:
        """Who met when about what, and how much was found."""
        meeting = self.meeting
        held = "" if meeting.date is None else f" {meeting.date}"
        by = "" if meeting.organizer is None else f" by {meeting.organizer.name!r}"
        name = "" if self.id is None else f" {self.id!r}:"
        return (
            f"<Report{name} {meeting.kind}{held}{by}, {len(self.measures)} measures, {len(self.people)} people,"
            f" {len(self.targets)} targets>"
        )

    def __eq__(self, other: object) -> bool:
        """Whether both say the same at the same places."""
        if not isinstance(other, Report):
            return NotImplemented
        return self is other or self._data.equals(other._data)

    def __hash__(self) -> int:
        """Of a few parts that tell reports apart."""
        return hash((self.title, self.meeting, self.measures))

    def __copy__(self) -> Report:
        """Itself, as it does not change."""
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Report:
        """Itself, as it does not change."""
        return self

    def __reduce__(self) -> tuple[Callable[..., Report], tuple[Any, ...]]:
        """The JSON form, the source and the name."""
        return _restore, (self._data.to_json(-1), self.source, self.id, self.page, self.origin)


def with_warnings(data: _core.ReportData, warnings: Iterable[Diagnostic]) -> _core.ReportData:
    """What was parsed, with what the text does not tell of the file that it comes from; before anyone else has it."""
    for warning in warnings:
        data.add_warning(warning.code, warning.message, warning.span.begin, warning.span.end)
    return data


def checked(reports: Iterable[Report], function: str) -> Iterator[Report]:
    """The reports as they come.

    Raises:
        TypeError: something else is among them
    """
    from tongket import _given  # noqa: PLC0415

    given: Iterable[object] = reports if _given.kind_of(reports) == "many" else [reports]
    for report in given:
        yield check_report(report, function)


def check_report(report: object, function: str) -> Report:
    """The report, if it is one.

    Raises:
        TypeError: it is something else
    """
    from tongket import _given  # noqa: PLC0415

    if not isinstance(report, Report):
        _given.refuse(function, "reports (Report)", report, _REPORT_REMEDIES)
    return report


_REPORT_REMEDIES = {
    "str": "tongket.parse reads a text, tongket.read a file",
    "path": "tongket.read reads a file",
    "bytes": "tongket.read reads bytes",
    "dict": "Report.from_dict makes one of JSON",
    "missing": "leave missing ones out",
}
_LOAD_REMEDIES = {
    "bytes": "Report.from_json(data.decode()) reads one report",
    "dict": "Report.from_dict reads one report",
    "file": "Report.load(file.name) reads it",
    "many": "load each of them",
}
_JSON_REMEDIES = {
    "bytes": "Report.from_json(data.decode())",
    "dict": "Report.from_dict reads dictionaries",
    "path": "Report.from_json(path.read_text()) reads one report, Report.load(path) a file of JSON lines",
    "file": "Report.from_json(file.read())",
}


def _restore(text: str, source: str | None, id_: str | None, page: Page | None, origin: Origin | None) -> Report:
    return Report(_core.from_json(text, source, check=False), id_, page, origin)


def _fault(text: str, keys: list[str], message: str) -> Error:
    """What is wrong with the member of JSON that keys lead to."""
    from tongket.errors import Error  # noqa: PLC0415

    return Error(f"{'.'.join(keys)}: {message}", "invalid_json", *_core.json_place(text, keys))


def _lines(path: str | os.PathLike[str]) -> Iterator[Report | Failure]:
    """The reports of a file of JSON lines."""
    from tongket.errors import Error  # noqa: PLC0415
    from tongket.parser import Failure  # noqa: PLC0415

    with open(path, "rb") as file:  # noqa: PTH123
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield Report.from_json(_text(line))
            except Error as error:
                here = Error(error.message, error.code, error.offset, number, error.column, os.fspath(path))
                yield Failure(number - 1, None, here)


def _text(line: bytes) -> str:
    from tongket.errors import Error  # noqa: PLC0415

    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        before = len(line[: error.start].decode("utf-8"))
        raise Error("not valid UTF-8", "invalid_utf8", before, 1, before + 1) from None
