# SPDX-License-Identifier: BSL-1.0
"""Reports in the nested form of Arrow cut to flat tables, by Arrow compute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

import pyarrow as pa
import pyarrow.compute as pc

from tongket import _core
from tongket.arrow import Schema
from tongket.catalogue import provinces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def tables_of(batches: Any) -> dict[str, pa.Table]:
    """All flat tables of what `parse_arrow` gives, or of the same from elsewhere."""
    parts: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
    for batch in _batches_of(batches):
        nested = Nested(batch)
        for name, cut in TABLES.items():
            parts[name].append(cut(nested))
    return {name: pa.concat_tables(tables) for name, tables in parts.items()}


def table_of(batches: Any, name: str) -> pa.Table:
    """One of them."""
    return pa.concat_tables(TABLES[name](Nested(batch)) for batch in _batches_of(batches))


def nested_of(ids: list[str], data: list[_core.ReportData]) -> Nested:
    """The nested form of reports that are read already, each with its name."""
    return Nested(pa.record_batch(_Array(_core.arrow_array(ids, data))))


class _Array:
    def __init__(self, capsules: tuple[object, object]) -> None:
        self._capsules = capsules

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]:
        return self._capsules


def _batches_of(batches: Any) -> Iterator[pa.RecordBatch]:
    schema = pa.schema(Schema())
    # So that there are tables where there are no pages.
    yield pa.RecordBatch.from_pylist([], schema)
    if hasattr(batches, "__arrow_c_stream__"):
        given = pa.RecordBatchReader.from_stream(batches)
    else:
        given = [pa.record_batch(batches)]
    for batch in given:
        if batch.schema.types == schema.types:
            yield batch
        else:  # some keep strings and lists in types of their own
            yield from pa.Table.from_batches([batch]).select(schema.names).cast(schema).combine_chunks().to_batches()


class Nested:
    """A batch of the nested form, and what the rows of its flat tables share."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self._batch = batch
        self.ids = batch.column("id")
        # A code that the catalogue does not know cannot come from the parser, but from other writers' JSON.
        known = pc.index_in(
            self.field("meeting", "organizer", "province"), value_set=pa.array(provinces(), pa.string())
        )
        self.province_codes = pa.array(provinces(), pa.string()).take(known)
        self.provinces = pa.array(provinces().values(), pa.string()).take(known)

    def field(self, name: str, *path: str) -> pa.Array:
        """A field of all pages."""
        return _field(self._batch.column(name), *path)

    def items(self, name: str) -> _Items:
        """A list of all pages."""
        return _Items(self._batch.column(name))

    def placed(
        self, pages: pa.Array | None, period: tuple[pa.Array, ...], columns: Mapping[str, pa.Array], **behind: pa.Array
    ) -> pa.Table:
        """A table of the columns that most begin and end with, and its own between.

        Args:
            pages: of which page each row is; None: a row for each
            period: text, first day, last day of each row
            columns: its own
            behind: and those at the end
        """

        def each(of_pages: pa.Array) -> pa.Array:
            return of_pages if pages is None else of_pages.take(pages)

        text, start, end = period
        return pa.table(
            {
                "id": each(self.ids),
                "province": each(self.provinces),
                "period": text,
                **columns,
                "province_code": each(self.province_codes),
                "period_start": start,
                "period_end": end,
                **behind,
            }
        )

    def overflows(self) -> list[str]:
        """What the diagnostics say of numbers that do not fit."""
        told = self.items("diagnostics")
        messages: list[str] = told["message"].filter(pc.equal(told["code"], "decimal-overflow")).to_pylist()
        return messages


class _Items:
    """The items of a list of all rows, one after the other.

    Attributes:
        rows: of which row each is
        places: which of the row's items each is
    """

    def __init__(self, lists: pa.Array) -> None:
        self._lists = lists
        self._values = lists.flatten()
        self.rows = pc.list_parent_indices(lists)
        self.places = pc.subtract(_counted(len(self._values)), _starts(lists).take(self.rows))

    def __getitem__(self, path: str | tuple[str, ...]) -> pa.Array:
        return _field(self._values, *((path,) if isinstance(path, str) else path))

    def all(self, *names: str) -> dict[str, pa.Array]:
        return {name: self[name] for name in names}

    def period(self, name: str) -> tuple[pa.Array, ...]:
        return tuple(self[name, part] for part in _PERIOD)

    def span(self) -> dict[str, pa.Array]:
        return self.all("begin", "end")

    def joined(self, texts: pa.Array, separator: str) -> pa.Array:
        """For each row its texts, one for each item, in one."""
        ends = pa.array([len(texts)], pa.int32())
        offsets = pa.concat_arrays([_starts(self._lists).cast(pa.int32()), ends])
        return pc.binary_join(pa.ListArray.from_arrays(offsets, texts), separator)


_PERIOD = ("text", "start", "end")


def _field(array: pa.Array, *path: str) -> pa.Array:
    return pc.struct_field(array, list(path)) if path else array


def _counted(count: int) -> pa.Array:
    return pa.array(range(count), pa.int64())


def _starts(lists: pa.Array) -> pa.Array:
    """Where the items of each row begin among those of all."""
    offsets = lists.offsets
    return pc.subtract(offsets, offsets[0]).slice(0, len(lists)).cast(pa.int64())


def _reviewed(nested: Nested, pages: pa.Array | None = None) -> tuple[pa.Array, ...]:
    period = (nested.field("meeting", "reviews", part) for part in _PERIOD)
    return tuple(period if pages is None else (part.take(pages) for part in period))


def _reports(nested: Nested) -> pa.Table:
    def count(name: str) -> pa.Array:
        return pc.list_value_length(nested.field(name)).cast(pa.int64())

    return nested.placed(
        None,
        _reviewed(nested),
        {
            "kind": nested.field("meeting", "kind"),
            "title": nested.field("title", "text"),
            "name": nested.field("meeting", "name", "text"),
            "date": nested.field("meeting", "date"),
            "day_part": nested.field("meeting", "day_part"),
            "organizer": nested.field("meeting", "organizer", "name"),
            "organizer_kind": nested.field("meeting", "organizer", "kind"),
            "venue": nested.field("meeting", "venue", "text"),
            "plans": nested.field("meeting", "plans", "text"),
            "plans_start": nested.field("meeting", "plans", "start"),
            "plans_end": nested.field("meeting", "plans", "end"),
            "published": nested.field("published", "date"),
            "measures": count("measures"),
            "targets": count("targets"),
        },
        genre=nested.field("genre"),
        outlet=nested.field("outlet", "text"),
        byline=nested.field("byline", "text"),
        published_time=nested.field("published", "time"),
        error_code=nested.field("error", "code"),
        error_offset=nested.field("error", "offset"),
    )


def _weakest(measures: _Items) -> pa.Array:
    """The least sure link of those that say what was measured when; as `tongket.cards.weakest`."""
    is_catalogued = pc.is_valid(measures["indicator_id"])
    what = pc.if_else(is_catalogued, measures["confidence", "indicator_id"], measures["confidence", "indicator"])
    when = measures["confidence", "period"]

    def either(confidence: str) -> pa.Array:
        return pc.or_(pc.equal(what, confidence), pc.equal(when, confidence))

    return pc.if_else(either("guess"), "guess", pc.if_else(either("likely"), "likely", "certain"))


def _measures(nested: Nested) -> pa.Table:
    m = nested.items("measures")
    return nested.placed(
        m.rows,
        m.period("period"),
        {
            "indicator": m["indicator", "text"],
            **m.all("value", "unit", "text", "indicator_id", "kind", "to", "approx", "estimated", "planned", "of"),
            "per_value": m["per", "value"],
            "per_unit": m["per", "unit"],
            **m.all("role", "direction", "baseline", "part_of", "zone"),
            "confidence": _weakest(m),
            "measure": m.places,
            **m.span(),
        },
    )


def _statements(nested: Nested) -> pa.Table:
    tables, pages = [], []
    for name, kind in (("achievements", "achievement"), ("shortcomings", "shortcoming"), ("targets", "target")):
        s = nested.items(name)
        period = _reviewed(nested, s.rows)
        source = pa.nulls(len(s.rows), pa.string())
        if kind == "target":
            is_due = pc.is_valid(s["due", "text"])
            planned = (nested.field("meeting", "plans", part).take(s.rows) for part in _PERIOD)
            period = tuple(pc.if_else(is_due, due, plan) for due, plan in zip(s.period("due"), planned))
            source = s["source"]
        columns = {
            "kind": pa.array([kind], pa.string()).take(pc.multiply(s.rows, 0)),
            "statement": s.places,
            **s.all("text", "topic"),
            "source": source,
            "measures": s["measures"],
            **s.span(),
        }
        tables.append(nested.placed(s.rows, period, columns))
        pages.append(s.rows)
    # Those of a page together; the sort is stable.
    order = pc.sort_indices(pa.chunked_array(pages).combine_chunks())
    return pa.concat_tables(tables).combine_chunks().take(order)


def _targets(nested: Nested) -> pa.Table:
    """The statements that are tasks, their places called as `to_frame` does."""
    statements = _statements(nested)
    names = ["target" if name == "statement" else name for name in statements.column_names]
    return statements.filter(pc.equal(statements["kind"], "target")).rename_columns(names)


def _people(nested: Nested) -> pa.Table:
    p = nested.items("people")
    offices, roles = _Items(p["positions"]), _Items(p["roles"])
    title, organization = offices["title"], offices["organization"]
    told = pc.coalesce(pc.binary_join_element_wise(title, organization, " "), title)
    return nested.placed(
        p.rows,
        _reviewed(nested, p.rows),
        {
            "person": p.places,
            **p.all("name", "honorific"),
            "positions": offices.joined(told, "; "),
            "roles": roles.joined(roles[()], ";"),
            **p.span(),
        },
    )


def _positions(nested: Nested) -> pa.Table:
    people = nested.items("people")
    offices = _Items(people["positions"])
    return pa.table(
        {
            "id": nested.ids.take(people.rows.take(offices.rows)),
            "person": people.places.take(offices.rows),
            "position": offices.places,
            **offices.all("title", "organization", "confidence"),
        }
    )


def _awards(nested: Nested) -> pa.Table:
    a = nested.items("awards")
    columns = {"award": a.places, **a.all("text", "name", "kind", "grantor", "recipient", "count", "year"), **a.span()}
    return nested.placed(a.rows, _reviewed(nested, a.rows), columns, **a.all("grantor_confidence"))


def _citations(nested: Nested) -> pa.Table:
    c = nested.items("citations")
    columns = {
        "citation": c.places,
        **c.all("text", "type", "number", "normalized_number", "date", "issuer"),
        **c.span(),
    }
    return nested.placed(c.rows, _reviewed(nested, c.rows), columns, **c.all("full_mention"))


def _diagnostics(nested: Nested) -> pa.Table:
    d = nested.items("diagnostics")
    return pa.table(
        {
            "id": nested.ids.take(d.rows),
            "diagnostic": d.places,
            **d.all("severity", "code", "message", "begin", "end"),
            "related_begin": d["related", "begin"],
            "related_end": d["related", "end"],
        }
    )


def _zones(nested: Nested) -> pa.Table:
    z = nested.items("zones")
    return pa.table({"id": nested.ids.take(z.rows), "zone": z.places, **z.all("kind", "begin", "end")})


TABLES: dict[str, Callable[[Nested], pa.Table]] = {
    "reports": _reports,
    "measures": _measures,
    "statements": _statements,
    "people": _people,
    "positions": _positions,
    "awards": _awards,
    "citations": _citations,
    "diagnostics": _diagnostics,
    "zones": _zones,
}

#: What `to_frame` makes of: of each kind the table that has its columns.
FRAMES: dict[str, Callable[[Nested], pa.Table]] = {
    "measures": _measures,
    "targets": _targets,
    "people": _people,
    "awards": _awards,
    "citations": _citations,
    "meetings": _reports,
}
