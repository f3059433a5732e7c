# SPDX-License-Identifier: BSL-1.0
"""The rows of `to_frame` from the objects of reports: what the tables by way of Arrow must say, cell for cell."""

from __future__ import annotations

from tongket import provinces
from tongket.cards import weakest


def _period(period):
    return (None, None, None) if period is None else (str(period), period.start, period.end)


def _placed(report, name, period, *cells):
    cells = [" ".join(cell.split()) if type(cell) is str else cell for cell in cells]
    organizer = report.meeting.organizer
    code = organizer.province if organizer is not None else None
    told, *days = _period(period)
    return (provinces().get(code), told, *cells, name, code if code in provinces() else None, *days)


def _measures(report):
    for index, m in enumerate(report.measures):
        links = (m.role, m.direction, m.baseline, m.part_of, report.zone_at(m.span.begin), weakest(m), index)
        per = (m.per and m.per.value, m.per and m.per.unit)
        kinds = (m.indicator_id, m.kind, m.to, m.approx, m.estimated, m.planned, m.of)
        yield m.period, (m.indicator and m.indicator.text, m.value, m.unit, m.text, *kinds, *per, *links), m.span


def _targets(report):
    for index, t in enumerate(report.targets):
        yield t.due or report.meeting.plans, (index, t.text, t.topic, t.source), t.span


def _people(report):
    for index, p in enumerate(report.people):
        cells = (index, p.name, p.honorific, "; ".join(map(str, p.positions)), ";".join(p.roles))
        yield report.meeting.reviews, cells, p.span


def _awards(report):
    for index, a in enumerate(report.awards):
        yield report.meeting.reviews, (index, a.text, a.name, a.kind, a.grantor, a.recipient, a.count, a.year), a.span


def _citations(report):
    for index, c in enumerate(report.citations):
        cells = (index, c.text, c.type, c.number, c.normalized_number, c.date, c.issuer)
        yield report.meeting.reviews, cells, c.span


def _meetings(report):
    m = report.meeting
    cells = (
        m.kind,
        report.title and report.title.text,
        m.name and m.name.text,
        m.date,
        m.day_part,
        m.organizer and m.organizer.name,
        m.organizer and m.organizer.kind,
        m.venue and m.venue.text,
        *_period(m.plans),
        report.published and report.published.date,
        len(report.measures),
        len(report.targets),
    )
    yield m.reviews, cells, None


_KINDS = {
    "measures": _measures,
    "targets": _targets,
    "people": _people,
    "awards": _awards,
    "citations": _citations,
    "meetings": _meetings,
}


def rows_of(reports, kind):
    """The rows of a table, each in the order of `tongket.columns`."""
    rows = []
    for number, report in enumerate(reports):
        name = str(number) if report.id is None else report.id
        for period, cells, span in _KINDS[kind](report):
            rows.append(_placed(report, name, period, *cells, *((span.begin, span.end) if span else ())))
    return rows
