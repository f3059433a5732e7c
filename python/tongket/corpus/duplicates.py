# SPDX-License-Identifier: BSL-1.0
"""Reports that repeat others: the same text, or nearly the same with the same facts.

Reports of one office share their wording from year to year, so that like words alone say nothing: province or
organizer, period and figures must agree too.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from tongket.corpus import manifest
from tongket.corpus.shards import SCHEMAS, ShardWriter
from tongket.corpus.signatures import BAND, HASHES
from tongket.corpus.sql import connect

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

#: The share of shingles and of figures that near duplicates have in common at least.
LEAST_SIMILARITY = 0.5
LEAST_FACTS = 0.8

#: Reports in the order in which they stay: those of official hosts first, then the earliest.
_RANKED = """
CREATE TEMP TABLE ranked AS
SELECT id, text_sha256, minhash, coalesce(province_code, organizer) AS place, period,
       row_number() OVER (
           ORDER BY NOT coalesce(host = 'gov.vn' OR host LIKE '%.gov.vn', false),
                    coalesce(published, try_cast(left(fetched, 10) AS DATE)) NULLS LAST, id
       ) AS rank
FROM reports
"""

_EXACT = """
SELECT a.rank, b.rank
FROM ranked b JOIN (SELECT text_sha256, min(rank) AS rank FROM ranked GROUP BY ALL HAVING count(*) > 1) a
     ON a.text_sha256 = b.text_sha256 AND a.rank < b.rank
"""

_NEAR = f"""
WITH firsts AS (
    SELECT min_by(r, rank) AS r FROM ranked r WHERE place IS NOT NULL AND period IS NOT NULL GROUP BY text_sha256
),
bands AS (
    SELECT r.rank, r.place, r.period, band,
           substr(hex(r.minhash), band * {BAND * 8} + 1, {BAND * 8}) AS hashes
    FROM firsts, range({HASHES // BAND}) AS bands(band)
),
pairs AS (
    SELECT DISTINCT a.rank AS first, b.rank AS second
    FROM bands a JOIN bands b USING (place, period, band, hashes) WHERE a.rank < b.rank
),
facts AS (
    SELECT r.rank, list_distinct(list(concat(m.value, ' ', m.unit))) AS told
    FROM ranked r JOIN measures m USING (id) WHERE r.rank IN (SELECT unnest([first, second]) FROM pairs)
    GROUP BY ALL
),
compared AS (
    SELECT p.first, p.second,
           list_sum([(substr(hex(a.minhash), i * 8 + 1, 8) = substr(hex(b.minhash), i * 8 + 1, 8))::INT
                     for i in range({HASHES})]) / {HASHES} AS similarity,
           len(list_intersect(x.told, y.told)) AS common, len(x.told) + len(y.told) AS total
    FROM pairs p
    JOIN ranked a ON a.rank = p.first JOIN ranked b ON b.rank = p.second
    JOIN facts x ON x.rank = p.first JOIN facts y ON y.rank = p.second
)
SELECT first, second, similarity, common / (total - common) AS facts FROM compared
WHERE similarity >= {LEAST_SIMILARITY} AND facts >= {LEAST_FACTS}
"""  # noqa: S608 - numbers of ours

_CONFLICTS = """
WITH told AS (
    SELECT m.id, m.indicator_id, m.period, m.kind, list(DISTINCT concat(m.value, ' ', m.unit)) AS said
    FROM measures m WHERE m.role = 'level' AND m.baseline IS NULL AND m.indicator_id IS NOT NULL GROUP BY ALL
)
SELECT p.id, count(a.id) FILTER (len(list_intersect(a.said, b.said)) = 0) AS conflicts
FROM repeated p
LEFT JOIN told a ON a.id = p.id
LEFT JOIN told b ON b.id = p.kept AND b.indicator_id = a.indicator_id AND b.period = a.period AND b.kind = a.kind
GROUP BY p.id
"""


class _Pair(NamedTuple):
    first: int
    second: int
    kind: str
    similarity: float
    facts: float


def dedup(folder: Path) -> dict[str, int]:
    """Finds the duplicates of a corpus, writes them, and returns how many there are of each kind.

    Raises:
        CorpusError: the corpus is in use
    """
    with manifest.locked(folder) as writer:
        connection = connect(folder, writer.manifest)
        # What an earlier search found plays no part in this one.
        found = _found(connection)
        shard = ShardWriter(folder / "shards", name := manifest.new_name())
        shard.add("duplicates", found)
        entry = {
            "name": name,
            "fingerprint": "",
            "format": list(manifest.FORMAT),
            "run": writer.manifest.runs,
            "pages": 0,
            "others": 0,
            "failures": 0,
            "tables": shard.finish(),
        }
        writer.add({"at": manifest.now(), "duplicates": entry})
    kinds = found["kind"].to_pylist()
    return {kind: kinds.count(kind) for kind in ("exact", "near")}


def _found(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    connection.execute(_RANKED)
    pairs = [_Pair(first, second, "exact", 1.0, 1.0) for first, second in connection.execute(_EXACT).fetchall()]
    pairs += [
        _Pair(first, second, "near", similarity, facts)
        for first, second, similarity, facts in connection.execute(_NEAR).fetchall()
    ]
    chosen = _kept(pairs)
    ids = dict(connection.execute("SELECT rank, id FROM ranked").fetchall()) if chosen else {}
    rows: list[dict[str, Any]] = [
        {"id": ids[p.second], "kept": ids[p.first], "kind": p.kind, "similarity": p.similarity, "facts": p.facts}
        for p in chosen
    ]
    repeated = pa.Table.from_pylist(rows, SCHEMAS["duplicates"])
    connection.register("repeated", repeated)
    conflicts = dict(connection.execute(_CONFLICTS).fetchall())
    return pa.Table.from_pylist([{**row, "conflicts": conflicts[row["id"]]} for row in rows], SCHEMAS["duplicates"])


def _kept(pairs: list[_Pair]) -> list[_Pair]:
    """For each duplicate the pair with the report that stays, which is no duplicate itself.

    So no chain of likenesses leads from a report to one that is nothing like it.
    """
    by_second: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_second[pair.second].append(pair)
    chosen: dict[int, _Pair] = {}
    for second in sorted(by_second):
        first = min((pair for pair in by_second[second] if pair.first not in chosen), default=None)
        if first is not None:
            chosen[second] = first
    return list(chosen.values())
