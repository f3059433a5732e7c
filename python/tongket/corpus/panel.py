# SPDX-License-Identifier: BSL-1.0
"""A table province by period by indicator, from the measures of a corpus, in SQL.

The order in which candidates are preferred is total: it does not depend on which page came first.
"""

from __future__ import annotations

import datetime

import pyarrow as pa

from tongket.catalogue import MERGERS, gazetteer

#: `as_reported`: each province as it was when it reported; `2025`: the 34 of 1 July 2025; `2008`: the 63 before.
BOUNDARIES = ("as_reported", "2025", "2008")

_SINCE_2008 = datetime.date(2008, 8, 1)


def units() -> pa.Table:
    """What provinces are parts of, for each set of boundaries.

    `target` is the province that `code` belongs to within the boundaries, `required` the day from which on reports of
    the target are of all of it (none: all ever were), `cutoff` the day from which on reports of `code` are of more than
    the boundaries allow, and `changed` the days on which the land of `code` grew.
    """
    rows = []
    for boundaries in BOUNDARIES:
        for code, province in gazetteer().items():
            target = _target(code, boundaries)
            required = [day for day in _changes(target) if boundaries != "2008" or day < MERGERS]
            later = [day for day in _changes(code) if boundaries == "2008" and day >= MERGERS]
            rows.append(
                {
                    "boundaries": boundaries,
                    "code": code,
                    "target": target,
                    "required": max(required, default=None) if boundaries != "as_reported" else None,
                    "cutoff": min(later, default=None),
                    "changed": sorted(_changes(code)),
                    "since": province.since,
                    "until": province.until,
                }
            )
    day, text = pa.date32(), pa.string()
    names = {"boundaries": text, "code": text, "target": text, "required": day, "cutoff": day}
    more = {"changed": pa.list_(day), "since": day, "until": day}
    return pa.Table.from_pylist(rows, pa.schema(list({**names, **more}.items())))


def _target(code: str, boundaries: str) -> str:
    province = gazetteer()[code]
    is_over = province.until is not None and province.until < MERGERS
    if boundaries == "2025" or (boundaries == "2008" and is_over):
        return province.successor
    return code


def _changes(code: str) -> set[datetime.date]:
    """The days on which others were merged into a province."""
    return {
        other.until
        for other in gazetteer().values()
        if other.successor == code and other.code != code and other.until is not None
    }


def candidates_sql() -> str:
    """Every figure that may be that of a province, a period and an indicator, the best first by `rank`.

    Only levels of the indicator's own dimension are, whose number is known: a share of a plan fulfilled is no revenue.
    `planned` figures are those set for a coming period; `duplicate_of` says which report a duplicate repeats, whose
    figures do not count.
    """
    return """
WITH found AS (
    SELECT m.*, r.published, r.host, r.url, r.file,
           coalesce(r.date, r.published, m.period_end) AS told_on,
           d.kept AS duplicate_of,
           i.label_vi AS label,
           m.planned OR m.zone IS NOT DISTINCT FROM 'tasks' OR EXISTS (
               SELECT 1 FROM statements s
               WHERE s.id = m.id AND s.kind = 'target' AND s."begin" <= m."begin" AND m."end" <= s."end"
           ) AS is_goal
    FROM measures m
    JOIN reports r ON r.id = m.id
    LEFT JOIN duplicates d ON d.id = m.id
    LEFT JOIN indicators i ON i.id = m.indicator_id
    WHERE m.province_code IS NOT NULL AND m.indicator_id IS NOT NULL AND m.period IS NOT NULL
      AND m.role = 'level' AND m.baseline IS NULL AND m.value IS NOT NULL
      AND (i.id IS NULL OR m.kind = i.dimension
           OR (i.dimension = 'ratio' AND m.kind IN ('count', 'percent'))
           OR (i.dimension = 'percent' AND m.kind = 'ratio'))
)
SELECT f.* EXCLUDE (planned, is_goal),
       is_goal AS planned,
       list_max(list_filter(u.changed, lambda day: day <= f.told_on)) AS territory,
       row_number() OVER (
           PARTITION BY f.province_code, territory, f.period, f.indicator_id, is_goal
           ORDER BY duplicate_of IS NOT NULL,
                    CASE confidence WHEN 'certain' THEN 0 WHEN 'likely' THEN 1 ELSE 2 END,
                    estimated, approx <> 'exact', part_of IS NOT NULL,
                    published DESC NULLS LAST, NOT coalesce(host LIKE '%.gov.vn', false), f.id, f."begin"
       ) AS rank
FROM found f
JOIN units u ON u.boundaries = 'as_reported' AND u.code = f.province_code
"""


def panel_sql(boundaries: str) -> str:
    """One row for each province, period and indicator, and for goals another one.

    A figure that is told as a range is `value` to `to`; a sum of which a part is one is a range as well.
    `territory` is the day on which the land got its present size, as the report has it; empty where it never changed.
    `is_break` marks the first row of a series whose land is another one than before. With boundaries of 2025 or 2008
    `method` says how the value was made: `reported`, `sum`, `weighted` (a ratio of sums), or why there is none:
    `incomplete` (`missing` are the provinces of which nothing is known), `not-additive`, `units-differ`,
    `not-separable` (the province that reports is larger than the one of these boundaries).

    Raises:
        ValueError: other boundaries
    """
    if boundaries not in BOUNDARIES:
        raise ValueError(f"boundaries must be {', '.join(map(repr, BOUNDARIES))}, not {boundaries!r}")
    return _REPORTED if boundaries == "as_reported" else _MERGED.format(boundaries=boundaries)


def query(boundaries: str, *, planned: bool) -> str:
    """The panel in order, with or without the goals.

    Raises:
        ValueError: other boundaries
    """
    rows = panel_sql(boundaries)
    which = "" if planned else "WHERE NOT planned"
    territory = ", territory NULLS FIRST" if boundaries == "as_reported" else ""
    order = f"province_code, period_start, period_end, period, indicator_id, planned{territory}"
    return f"SELECT * FROM ({rows}) {which} ORDER BY {order}"  # noqa: S608 - of ours


_REPORTED = """
WITH best AS (
    SELECT * EXCLUDE (rank) FROM candidates WHERE rank = 1 AND duplicate_of IS NULL
),
others AS (
    SELECT province_code, territory, period, indicator_id, planned,
           count(*) AS candidates,
           string_agg(format('{} {} ({}: {})', value::DOUBLE, coalesce(unit, ''), id, text), '; ' ORDER BY rank)
               FILTER (rank > 1) AS chosen_over
    FROM candidates WHERE duplicate_of IS NULL
    GROUP BY ALL
)
SELECT b.province, b.period, b.label AS indicator, b.value, b.unit, b.indicator_id, b.kind, b."to", b.approx,
       b.estimated, b.of, b.per_value, b.per_unit, b.planned, b.confidence, b.text, o.candidates, o.chosen_over,
       b.id, b.url, b.province_code, b.territory,
       coalesce(lag(b.territory) OVER series IS DISTINCT FROM b.territory AND lag(b.id) OVER series IS NOT NULL, false)
           AS is_break,
       b.period_start, b.period_end
FROM best b
JOIN others o ON o.province_code = b.province_code AND o.territory IS NOT DISTINCT FROM b.territory
     AND o.period = b.period AND o.indicator_id = b.indicator_id AND o.planned = b.planned
WINDOW series AS (
    PARTITION BY b.province_code, b.indicator_id, b.planned
    ORDER BY b.period_start, b.period_end, b.territory NULLS FIRST, b.id
)
"""

_MERGED = """
WITH placed AS (
    SELECT p.*, u.target,
           p.province_code = u.target AND p.territory IS NOT DISTINCT FROM u.required AS is_whole,
           u.cutoff IS NOT NULL AND p.territory >= u.cutoff AS is_larger
    FROM panel p JOIN units u ON u.boundaries = '{boundaries}' AND u.code = p.province_code
),
cells AS (
    SELECT target, period, period_start, period_end, indicator_id, planned,
           bool_or(is_whole) AS has_whole, bool_or(NOT is_larger) AS has_part
    FROM placed GROUP BY ALL
),
needed AS (
    SELECT c.target, c.period, c.indicator_id, c.planned, list(u.code ORDER BY u.code) AS parts
    FROM cells c JOIN units u ON u.boundaries = '{boundaries}' AND u.target = c.target
    WHERE coalesce(u.since <= c.period_start, true) AND coalesce(u.until > c.period_start, true)
    GROUP BY ALL
),
used AS (
    SELECT p.* FROM placed p
    JOIN cells c ON c.target = p.target AND c.period = p.period AND c.indicator_id = p.indicator_id
         AND c.planned = p.planned
    WHERE CASE WHEN c.has_whole THEN p.is_whole WHEN c.has_part THEN NOT p.is_larger ELSE true END
),
told AS (
    SELECT target, period, period_start, period_end, indicator_id, planned,
           min(indicator) AS indicator,
           count(*) AS rows, count(DISTINCT coalesce(unit, '')) AS units,
           count(DISTINCT (coalesce(per_value, 0), coalesce(per_unit, ''))) AS bases,
           bool_and(is_whole) AS is_whole, bool_and(is_larger) AS is_larger,
           bool_and(kind = 'ratio' AND "of" IS NOT NULL) AS is_ratio,
           sum(value) AS value, sum("of") AS of_value,
           CASE WHEN count("to") > 0 THEN sum(coalesce("to", value)) END AS upper_value,
           min(unit) AS unit, min(kind) AS kind,
           min(per_value) AS per_value, min(per_unit) AS per_unit,
           CASE WHEN bool_and(approx = 'exact') THEN 'exact' WHEN count(*) = 1 THEN min(approx) ELSE 'about' END
               AS approx,
           bool_or(estimated) AS estimated,
           CASE max(CASE confidence WHEN 'certain' THEN 0 WHEN 'likely' THEN 1 ELSE 2 END)
               WHEN 0 THEN 'certain' WHEN 1 THEN 'likely' ELSE 'guess' END AS confidence,
           list(province_code ORDER BY province_code) AS parts,
           list(id ORDER BY province_code, id) AS ids
    FROM used GROUP BY target, period, period_start, period_end, indicator_id, planned
),
judged AS (
    SELECT t.*, list_filter(n.parts, lambda part: NOT list_contains(t.parts, part)) AS missing,
           CASE WHEN t.is_whole THEN 'reported'
                WHEN t.is_larger THEN 'not-separable'
                WHEN len(missing) > 0 THEN 'incomplete'
                WHEN t.units > 1 OR t.bases > 1 THEN 'units-differ'
                WHEN t.is_ratio THEN 'weighted'
                WHEN t.rows = 1 THEN 'reported'
                WHEN coalesce(i.additive, false) THEN 'sum'
                ELSE 'not-additive' END AS method
    FROM told t
    JOIN needed n ON n.target = t.target AND n.period = t.period AND n.indicator_id = t.indicator_id
         AND n.planned = t.planned
    LEFT JOIN indicators i ON i.id = t.indicator_id
)
SELECT p.name AS province, j.period, j.indicator,
       CASE WHEN method IN ('reported', 'sum', 'weighted') THEN j.value END AS value,
       j.unit, j.indicator_id, j.kind,
       CASE WHEN method IN ('reported', 'sum', 'weighted') THEN j.upper_value END AS "to",
       j.approx, j.estimated,
       CASE WHEN method IN ('reported', 'weighted') THEN j.of_value END AS "of",
       j.per_value, j.per_unit, j.planned, j.confidence, j.method, j.parts,
       CASE WHEN method = 'incomplete' THEN j.missing END AS missing, j.ids, j.target AS province_code,
       coalesce(lag(method) OVER series <> method, false) AS is_break,
       j.period_start, j.period_end
FROM judged j JOIN provinces p ON p.code = j.target
WINDOW series AS (PARTITION BY j.target, j.indicator_id, j.planned ORDER BY j.period_start, j.period_end, j.period)
"""
