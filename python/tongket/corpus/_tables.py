# SPDX-License-Identifier: BSL-1.0
"""Flat Arrow tables of the reports in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tongket.errors import Error
from tongket.frames import _ROWS, Column, _make_columns, _place
from tongket.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from tongket.frames import Row, _Place
    from tongket.parser import Parser


def tables_of(ids: Sequence[str], texts: Sequence[str], parser: Parser) -> dict[str, pa.Table]:
    """The reports in texts, one row an item, by the name of the table.

    A text that cannot be read has a row in `reports` with `error_code` and `error_offset`, and nothing else.
    """
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for name, text in zip(ids, texts):
        try:
            report = Report(parser._core.parse(text), name)
        except Error as error:
            nothing = [None] * (len(_COLUMNS["reports"]) - 3)
            rows["reports"].append((name, *nothing, str(error.code), error.offset))
            continue
        place = _place(report, 0)
        for table, make in _MAKERS.items():
            rows[table].extend((name, *cells) for cells in make(report, place))
    return {name: _table(name, found) for name, found in rows.items()}


def _table(name: str, rows: list[Row]) -> pa.Table:
    cells = list(zip(*rows)) if rows else [()] * len(_COLUMNS[name])
    columns = dict(zip((column.name for column in _COLUMNS[name]), cells))
    return pa.table([_array(columns[field.name], field.type) for field in SCHEMAS[name]], SCHEMAS[name])


def _array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    if pa.types.is_string(kind):  # members of closed sets among them
        return pa.array([None if cell is None else str(cell) for cell in cells], kind)
    if pa.types.is_decimal(kind):
        return pa.array([cell if cell is None or _fits(cell) else None for cell in cells], kind)
    return pa.array(cells, kind)


def _fits(value: Decimal) -> bool:
    """Whether a number has a place in 38 digits, 9 of them behind the point."""
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and -exponent <= 9 and len(digits) + exponent <= 29


def _reports(report: Report, place: _Place) -> Iterator[Row]:
    published = None if report.published is None else report.published.time
    time = None if published is None else f"{published:%H:%M}"
    outlet, byline = report.outlet and report.outlet.text, report.byline and report.byline.text
    for row in _ROWS["meetings"](report, place):
        yield (*row, report.genre, outlet, byline, time, None, None)


def _statements(report: Report, place: _Place) -> Iterator[Row]:
    meeting = report.meeting
    for kind, items, period in (
        ("achievement", report.achievements, meeting.reviews),
        ("shortcoming", report.shortcomings, meeting.reviews),
        ("target", report.targets, meeting.plans),
    ):
        for index, item in enumerate(items):
            due, source = getattr(item, "due", None), getattr(item, "source", None)
            cells = (kind, index, item.text, item.topic, source, list(item.measures), item.span.begin, item.span.end)
            yield place.row(due or period, *cells)


def _positions(report: Report, _: _Place) -> Iterator[Row]:
    for person, holder in enumerate(report.people):
        for index, position in enumerate(holder.positions):
            yield (person, index, position.title, position.organization, position.confidence)


def _awards(report: Report, place: _Place) -> Iterator[Row]:
    for row, award in zip(_ROWS["awards"](report, place), report.awards):
        yield (*row, award.grantor_confidence)


def _citations(report: Report, place: _Place) -> Iterator[Row]:
    for row, citation in zip(_ROWS["citations"](report, place), report.citations):
        yield (*row, citation.full_mention)


def _diagnostics(report: Report, _: _Place) -> Iterator[Row]:
    for index, found in enumerate(report.diagnostics):
        related = (None, None) if found.related is None else (found.related.begin, found.related.end)
        yield (index, found.severity, found.code, found.message, found.span.begin, found.span.end, *related)


def _zones(report: Report, _: _Place) -> Iterator[Row]:
    for index, zone in enumerate(report.zones):
        yield (index, zone.kind, zone.span.begin, zone.span.end)


_MAKERS: dict[str, Any] = {
    "reports": _reports,
    "measures": _ROWS["measures"],
    "statements": _statements,
    "people": _ROWS["people"],
    "positions": _positions,
    "awards": _awards,
    "citations": _citations,
    "diagnostics": _diagnostics,
    "zones": _zones,
}


def _columns(kind: str, *names: str) -> list[Column]:
    return [Column(name, kind) for name in names]


def _own_columns(name: str) -> list[Column]:  # noqa: PLR0911 - a list for each table
    if name == "reports":
        told = _columns("string", "outlet", "byline", "published_time", "error_code")
        return [*_make_columns("meetings"), Column("genre", "float"), *told, Column("error_offset", "int")]
    if name == "statements":
        placed = _make_columns("targets")
        own = [Column("kind", "string"), Column("statement", "int"), *_columns("string", "text", "topic", "source")]
        return [*placed[:2], *own, Column("measures", "list"), *placed[-6:]]
    if name == "positions":
        return [*_columns("int", "person", "position"), *_columns("string", "title", "organization", "confidence")]
    if name == "awards":
        return [*_make_columns("awards"), Column("grantor_confidence", "string")]
    if name == "citations":
        return [*_make_columns("citations"), Column("full_mention", "int")]
    if name == "diagnostics":
        told = _columns("string", "severity", "code", "message")
        return [Column("diagnostic", "int"), *told, *_columns("int", "begin", "end", "related_begin", "related_end")]
    if name == "zones":
        return [Column("zone", "int"), Column("kind", "string"), *_columns("int", "begin", "end")]
    return _make_columns(name)


_COLUMNS = {name: [Column("id", "string"), *_own_columns(name)] for name in _MAKERS}
_TYPES = {
    "string": pa.string(),
    "category": pa.string(),
    "int": pa.int64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "decimal": pa.decimal128(38, 9),
    "float": pa.float64(),
    "list": pa.list_(pa.int64()),
}
#: The columns of each table. `report` of the frames is the page's `id`.
SCHEMAS = {
    name: pa.schema([(column.name, _TYPES[column.type]) for column in columns if column.name != "report"])
    for name, columns in _COLUMNS.items()
}
