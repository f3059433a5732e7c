# SPDX-License-Identifier: BSL-1.0
"""Reports as tables."""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterable, Sequence
from decimal import Decimal
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from tongket import _given, _options
from tongket.cards import weakest
from tongket.catalogue import indicators, provinces
from tongket.model import (
    Approximation,
    AwardKind,
    CitationType,
    Confidence,
    DayPart,
    Direction,
    MeasureKind,
    MeasureRole,
    MeetingKind,
    OrganizerKind,
    Topic,
    ZoneKind,
)
from tongket.report import Report, checked

if TYPE_CHECKING:
    from typing import Literal

    import pyarrow as pa
    from typing_extensions import TypeAlias

    from tongket.model import Measure, Period

    Backend: TypeAlias = Literal["pandas", "polars", "arrow"]
    Numbers: TypeAlias = Literal["float", "decimal", "arrow"]
    Frame: TypeAlias = Any  # pd.DataFrame | pl.DataFrame | pa.Table; Any, as the caller knows which
    Kind: TypeAlias = Literal["measures", "targets", "people", "awards", "citations", "meetings"]

__all__ = ["columns", "panel", "to_csv", "to_frame"]

# ---- columns -------------------------------------------------------------------------------------------------------

# How every backend keeps decimals: 38 digits, 9 of them behind the point.
_PRECISION, _SCALE = 38, 9


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: its stable name
        type: `string`, `category`, `decimal` (or what `to_frame` is told instead), `date`, `int` or `bool`
        categories: of a category, in order

    >>> columns("measures")[0].name
    'province'
    """

    name: str
    type: str
    categories: tuple[str, ...] = ()


def _category(name: str, members: Iterable[str]) -> Column:
    return Column(name, "category", tuple(str(member) for member in members))


def _placed_columns(*columns: Column) -> list[Column]:
    """What every table begins and ends with, and its own columns between."""
    return [
        _category("province", dict.fromkeys(provinces().values())),
        Column("period", "string"),
        *columns,
        Column("report", "string"),
        _category("province_code", provinces()),
        Column("period_start", "date"),
        Column("period_end", "date"),
    ]


def _item_columns(*columns: Column) -> list[Column]:
    return _placed_columns(*columns, Column("begin", "int"), Column("end", "int"))


def _value_columns() -> list[Column]:
    return [Column("indicator", "string"), Column("value", "decimal"), Column("unit", "string")]


def _make_columns(kind: str) -> list[Column]:  # noqa: PLR0911 - a list for each table
    text, topic = Column("text", "string"), _category("topic", Topic)
    if kind == "measures":
        return _item_columns(
            *_value_columns(),
            text,
            Column("indicator_id", "string"),
            _category("kind", MeasureKind),
            Column("to", "decimal"),
            _category("approx", Approximation),
            Column("estimated", "bool"),
            Column("planned", "bool"),
            Column("of", "decimal"),
            Column("per_value", "decimal"),
            Column("per_unit", "string"),
            _category("role", MeasureRole),
            _category("direction", Direction),
            Column("baseline", "string"),
            Column("part_of", "int"),
            _category("zone", ZoneKind),
            _category("confidence", Confidence),
            Column("measure", "int"),
        )
    if kind == "targets":
        return _item_columns(Column("target", "int"), text, topic, Column("source", "string"))
    if kind == "people":
        return _item_columns(
            Column("person", "int"),
            Column("name", "string"),
            Column("honorific", "string"),
            Column("positions", "string"),
            Column("roles", "string"),
        )
    if kind == "awards":
        return _item_columns(
            Column("award", "int"),
            text,
            Column("name", "string"),
            _category("kind", AwardKind),
            Column("grantor", "string"),
            Column("recipient", "string"),
            Column("count", "int"),
            Column("year", "int"),
        )
    if kind == "citations":
        return _item_columns(
            Column("citation", "int"),
            text,
            _category("type", CitationType),
            Column("number", "string"),
            Column("normalized_number", "string"),
            Column("date", "date"),
            Column("issuer", "string"),
        )
    if kind == "meetings":
        return _placed_columns(
            _category("kind", MeetingKind),
            Column("title", "string"),
            Column("name", "string"),
            Column("date", "date"),
            _category("day_part", DayPart),
            Column("organizer", "string"),
            _category("organizer_kind", OrganizerKind),
            Column("venue", "string"),
            Column("plans", "string"),
            Column("plans_start", "date"),
            Column("plans_end", "date"),
            Column("published", "date"),
            Column("measures", "int"),
            Column("targets", "int"),
        )
    assert kind == "panel"  # noqa: S101 - as was looked at
    return _item_columns(
        *_value_columns(),
        Column("indicator_id", "string"),
        _category("kind", MeasureKind),
        _category("approx", Approximation),
        Column("estimated", "bool"),
        Column("of", "decimal"),
        Column("per_value", "decimal"),
        Column("per_unit", "string"),
        Column("planned", "bool"),
        _category("confidence", Confidence),
        Column("text", "string"),
        Column("candidates", "int"),
        Column("chosen_over", "string"),
    )


def columns(kind: Kind | Literal["panel"]) -> tuple[Column, ...]:
    """The columns of a table of `to_frame`, or of `panel`.

    Raises:
        ValueError: no such table

    >>> [column.name for column in columns("measures")][:5]
    ['province', 'period', 'indicator', 'value', 'unit']
    """
    _options.check("tongket.columns", kind=kind)
    return tuple(_make_columns(kind))


# ---- frames --------------------------------------------------------------------------------------------------------


def to_frame(
    reports: Iterable[Report] | Report,
    kind: Kind = "measures",
    *,
    backend: Backend = "pandas",
    numbers: Numbers | None = None,
) -> Frame:
    """Makes a table of one sort of item, one row an item; the reports may be a stream.

    Every row begins with the `province` of the agency and the `period`: that of a measure, the one that a target is
    for, else the one reviewed. It ends with the item's span (`begin`, `end`), the `report` (its id, or its number where
    it has none), `province_code`, and the first and last day of the period. Words stand in one line, with one blank for
    each run of white space.

    Args:
        reports: reports, or one
        kind: which items
        backend: `pandas`, `polars` or `arrow`
        numbers: `float`, in pandas the default, for calculating and drawing; `decimal`, of the others the default, for
            exact figures (`decimal.Decimal` objects in pandas); `arrow`: decimals of Arrow in pandas

    >>> frame = to_frame([report], "measures")
    >>> frame[["province", "period", "indicator_id", "value"]].values.tolist()[0]
    ['Hà Nam', '2016', 'documents.issued', 19.0]
    >>> to_frame([report], "measures", numbers="decimal").loc[0, "value"]
    Decimal('19')
    """
    _options.check("tongket.to_frame", kind=kind, backend=backend, numbers=numbers)
    if str(kind) == "panel":
        raise ValueError("tongket.to_frame: kind must be that of items, not 'panel': tongket.panel makes that table")
    given = [reports] if isinstance(reports, Report) else reports
    return _frame(_make_columns(kind), lambda specs: _table_of_reports(given, kind, specs), backend, numbers)


#: How many reports become flat at once: enough that a call of Arrow costs little for each, and few in memory.
_BATCH = 500


def _table_of_reports(reports: Iterable[Report], kind: Kind, specs: list[Column]) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415

    from tongket import _flat  # noqa: PLC0415 - needs pyarrow

    names = [spec.name for spec in specs]
    floats = [spec.name for spec in specs if spec.type == "float"]
    words = [spec.name for spec in specs if spec.type == "string" and spec.name not in _NO_WORDS]

    def part(some: Sequence[tuple[int, Report]]) -> pa.Table:
        nested = _flat.nested_of([_name(report, index) for index, report in some], [r._data for _, r in some])
        table = _flat.FRAMES[kind](nested)
        table = table.rename_columns(["report", *table.column_names[1:]]).select(names)
        table = _in_one_line(table, words)
        overflows = nested.overflows()
        if floats:
            return _with_floats(table, floats, [report for _, report in some] if overflows else None)
        for message in overflows if kind == "measures" else ():
            warnings.warn(message, stacklevel=6)
        return table

    numbered = enumerate(checked(reports, "tongket.to_frame"))
    parts = [part([])]
    while some := list(islice(numbered, _BATCH)):
        parts.append(part(some))
    return pa.concat_tables(parts)


# Strings that are no words of a report.
_NO_WORDS = ("report", "period", "plans", "indicator_id")
# White space as `str.split` has it, but for some control characters, for Arrow's regular expressions.
_BLANKS = r"[\s\v\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}]+"


def _in_one_line(table: pa.Table, names: list[str]) -> pa.Table:
    """A table whose words have one blank for each run of white space."""
    import pyarrow.compute as pc  # noqa: PLC0415

    for name in names:
        words = pc.utf8_trim_whitespace(pc.replace_substring_regex(table[name], _BLANKS, " "))
        table = table.set_column(table.column_names.index(name), name, words)
    return table


def _name(report: Report, index: int) -> str:
    """What tables call a report."""
    return str(index) if report.id is None else report.id.encode("utf-8", "replace").decode("utf-8")


def _with_floats(table: pa.Table, names: list[str], reports: list[Report] | None) -> pa.Table:
    """Measures with floating-point numbers: those of `reports`, where there are decimals that do not fit."""
    from tongket import _backends  # noqa: PLC0415 - needs pyarrow

    numbers = {name: _backends.floats(table[name]) for name in names}
    if reports is not None:
        measures = [m for report in reports for m in report.measures]
        exact: dict[str, list[Decimal | None]] = {
            "value": [m.value for m in measures],
            "to": [m.to for m in measures],
            "of": [m.of for m in measures],
            "per_value": [None if m.per is None else m.per.value for m in measures],
        }
        numbers = {name: _backends.array_of_floats(exact[name]) for name in names}
    for name, values in numbers.items():
        table = table.set_column(table.column_names.index(name), name, values)
    return table


def _frame(
    specs: list[Column], make: Callable[[list[Column]], pa.Table], backend: Backend, numbers: Numbers | None
) -> Frame:
    """A table of a backend.

    Args:
        specs: its columns
        make: makes it of Arrow, with strings for categories, when it is told what becomes of numbers
        backend: as of `to_frame`
        numbers: as of `to_frame`
    """
    if numbers is None:
        numbers = "float" if backend == "pandas" else "decimal"
    if numbers == "arrow" and backend != "pandas":
        raise ValueError(f"numbers='arrow' is for pandas: decimals of {backend} are such ones")
    if numbers != "decimal":
        type_ = {"float": "float", "arrow": "arrow decimal"}[numbers]
        specs = [spec._replace(type=type_) if spec.type == "decimal" else spec for spec in specs]
    try:
        import_module("pyarrow" if backend == "arrow" else backend)  # what is missing is told before the work
        from tongket import _backends  # noqa: PLC0415 - needs pyarrow

        convert = {"pandas": _backends.to_pandas, "polars": _backends.to_polars, "arrow": _backends.to_arrow}[backend]
        return convert(specs, make(specs))
    except ModuleNotFoundError as error:
        missing = "arrow" if error.name == "pyarrow" else backend
        raise ImportError(f"this needs {missing}: pip install 'tongket[{missing}]'") from error


# ---- panel ---------------------------------------------------------------------------------------------------------


Row = Sequence[object]


def _period_cells(period: Period | None) -> tuple[object, ...]:
    return (None, None, None) if period is None else (str(period), period.start, period.end)


def _province_code(report: Report) -> str | None:
    organizer = report.meeting.organizer
    # A code that the catalogue does not know cannot come from the parser, but from other writers' JSON.
    return organizer.province if organizer is not None and organizer.province in provinces() else None


class _Place(NamedTuple):
    """The cells that all rows of a report share."""

    report: str
    province_code: str | None
    province: str | None

    def row(self, period: Period | None, *cells: object) -> Row:
        told, *days = _period_cells(period)
        return (self.province, told, *cells, self.report, self.province_code, *days)


def _place(report: Report, index: int) -> _Place:
    code = _province_code(report)
    return _Place(str(index) if report.id is None else report.id, code, None if code is None else provinces()[code])


def _table_of_rows(rows: list[Row], specs: list[Column]) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "string": pa.string(),
        "category": pa.string(),
        "int": pa.int64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "float": pa.float64(),
        "decimal": pa.decimal128(_PRECISION, _SCALE),
        "arrow decimal": pa.decimal128(_PRECISION, _SCALE),
    }
    cells = list(zip(*rows)) if rows else [() for _ in specs]
    return pa.table({spec.name: pa.array(_plain(spec, values), types[spec.type]) for spec, values in zip(specs, cells)})


def _plain(spec: Column, values: Sequence[Any]) -> list[Any]:
    if spec.type == "category":
        return [None if value is None else str(value) for value in values]
    if spec.type == "float":
        return [None if value is None else float(value) for value in values]
    if spec.type in ("decimal", "arrow decimal"):
        return [None if value is None else _fitting(spec, value) for value in values]
    return list(values)


def _fitting(spec: Column, value: Decimal) -> Decimal | None:
    # All backends alike, so that a table does not depend on the backend.
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101 - the library knows no NaN
    if -exponent <= _SCALE and len(digits) + exponent <= _PRECISION - _SCALE:
        return value
    warnings.warn(
        f"{spec.name}: {value} does not fit into {_PRECISION} digits with {_SCALE} decimals and is left empty",
        stacklevel=6,
    )
    return None


def _one_line(words: str) -> str:
    """As `_in_one_line`."""
    return " ".join(words.split())


class _Candidate(NamedTuple):
    report: Report
    place: _Place
    measure: Measure
    planned: bool

    def rank(self) -> tuple[object, ...]:
        """What is best comes first."""
        m = self.measure
        tiers = tuple(Confidence)
        published = self.report.published
        return (
            tiers.index(weakest(m)),
            m.estimated,
            m.approx is not Approximation.exact,
            m.part_of is not None,
            # Later pages know better.
            -(published.date.toordinal() if published is not None else 0),
        )

    def told(self) -> str:
        return (
            f"{self.measure.value:f} {self.measure.unit or ''}".rstrip()
            + f" ({self.place.report}: {_one_line(self.measure.text)})"
        )


def panel(
    reports: Iterable[Report] | Report,
    *,
    planned: bool = False,
    backend: Backend = "pandas",
    numbers: Numbers | None = None,
) -> Frame:
    """Makes a table province x period x indicator, one row each, with the best value and what it was chosen over.

    Only levels of catalogued indicators count, in the dimension of the indicator: a share of a plan fulfilled is no
    revenue. Of several, surer links win over guesses, then final figures over estimates, exact ones over rounded ones,
    totals over their parts, later pages over earlier ones, and at last what stands first. `candidates` says how many
    there were, `chosen_over` which the others are.

    Args:
        reports: reports, or one; may be a stream
        planned: also the figures that are set for a coming period, in rows of their own with `planned`
        backend: `pandas`, `polars` or `arrow`
        numbers: as of `to_frame`

    >>> table = panel([report])
    >>> table.loc[table.indicator_id == "post.offices", ["province", "period", "value"]].values.tolist()
    [['Hà Nam', '2016', 22.0]]
    """
    _options.check("tongket.panel", planned=planned, backend=backend, numbers=numbers)
    groups: dict[tuple[str, Period, str, bool], list[_Candidate]] = {}
    for index, report in enumerate(checked([reports] if isinstance(reports, Report) else reports, "tongket.panel")):
        place = _place(report, index)
        if place.province_code is None:
            continue
        goals = [target.span for target in report.targets]
        for m in report.measures:
            if m.indicator_id is None or m.period is None or not _is_level(m):
                continue
            is_goal = (
                m.planned
                or report.zone_at(m.span.begin) is ZoneKind.tasks
                or any(span.contains(m.span) for span in goals)
            )
            if planned or not is_goal:
                key = (place.province_code, m.period, m.indicator_id, is_goal)
                groups.setdefault(key, []).append(_Candidate(report, place, m, is_goal))

    rows: list[Row] = []
    for _, candidates in sorted(groups.items(), key=lambda group: group[0]):
        best, *others = sorted(candidates, key=_Candidate.rank)
        m = best.measure
        catalogued = indicators().get(m.indicator_id or "")
        rows.append(
            best.place.row(
                m.period,
                catalogued.label_vi if catalogued else None,
                m.value,
                m.unit,
                m.indicator_id,
                m.kind,
                m.approx,
                m.estimated,
                m.of,
                m.per and m.per.value,
                m.per and m.per.unit,
                best.planned,
                weakest(m),
                _one_line(m.text),
                len(candidates),
                "; ".join(other.told() for other in others) or None,
                m.span.begin,
                m.span.end,
            )
        )
    return _frame(_make_columns("panel"), lambda specs: _table_of_rows(rows, specs), backend, numbers)


# A ratio says a count too, and a share of a set may be told in percent.
_SAME_DIMENSION = {
    MeasureKind.ratio: {MeasureKind.ratio, MeasureKind.count, MeasureKind.percent},
    MeasureKind.percent: {MeasureKind.percent, MeasureKind.ratio},
}


def _is_level(measure: Measure) -> bool:
    catalogued = indicators().get(measure.indicator_id or "")
    if measure.role is not MeasureRole.level or measure.baseline is not None:
        return False
    return catalogued is None or measure.kind in _SAME_DIMENSION.get(catalogued.dimension, {catalogued.dimension})


# ---- CSV -----------------------------------------------------------------------------------------------------------


def check_frame(frame: object, function: str, wanted: str) -> None:
    """Refuses what is no table.

    Raises:
        TypeError: it is none
    """
    if _given.kind_of(frame) != "frame":
        remedies = {"report": "tongket.panel(report) and tongket.to_frame(report) make tables"}
        _given.refuse(function, wanted, frame, {**remedies, "many": "tongket.panel(reports) makes one of reports"})


def records(frame: Frame) -> list[dict[str, Any]]:
    """The rows of a frame of any backend; what is missing is None."""
    if hasattr(frame, "to_pylist"):
        return list(frame.to_pylist())
    if hasattr(frame, "to_dicts"):
        return list(frame.to_dicts())
    import pandas as pd  # noqa: PLC0415

    rows = frame.to_dict("records")
    return [{k: None if not isinstance(v, str) and pd.isna(v) else v for k, v in row.items()} for row in rows]


# What makes a cell a formula. Where a spreadsheet expects other separators than ours, `;`, tabs and line breaks end a
# cell, whatever the quotes.
_FORMULA = re.compile(r"^(?=[=+\-@＝＋－＠\t\r\n])|(?<=[;\t\r\n])(?=[=+\-@＝＋－＠])")


def to_csv(frame: Frame, path: str | Any, *, encoding: str = "utf-8-sig") -> None:
    """Writes a frame as CSV that spreadsheets open rightly: Vietnamese is read as such, no cell is run as a formula.

    A `'` stands before what a spreadsheet would run: `=`, `+`, `-`, `@` (wide ones too) at the beginning of a text or
    behind a `;`, a tab or a line break within it, and a tab or a line break at the beginning.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "people.csv")
    >>> to_csv(to_frame([report], "people"), path)
    >>> open(path, encoding="utf-8-sig").readline()[:27]
    'province,period,person,name'
    """
    import csv  # noqa: PLC0415

    _options.check("tongket.to_csv", path=path, encoding=encoding)
    check_frame(frame, "tongket.to_csv", "a table, as tongket.to_frame makes it")
    names = list(getattr(frame, "column_names", None) or frame.columns)
    with open(path, "w", encoding=encoding, newline="") as file:  # noqa: PTH123
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([safe_cell(row[name]) for name in names] for row in records(frame))


def safe_cell(value: object) -> object:
    """A cell of CSV as spreadsheets read it rightly, and do not run it.

    >>> safe_cell("=1+1"), safe_cell(1e12)
    ("'=1+1", '1000000000000')
    """
    if isinstance(value, str):
        return _FORMULA.sub("'", value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float):
        # Neither `1e+12` nor `19.0`.
        value = Decimal(repr(value)).normalize()
    return f"{value:f}" if isinstance(value, Decimal) else value
