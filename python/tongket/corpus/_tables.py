# SPDX-License-Identifier: BSL-1.0
"""Flat Arrow tables of the reports in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongket.arrow import flat, parse_arrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from tongket.parser import Parser


def tables_of(ids: Sequence[str], texts: Sequence[str], parser: Parser | None = None) -> dict[str, pa.Table]:
    """The reports in texts, one row an item, by the name of the table.

    A text that cannot be read has a row in `reports` with `error_code` and `error_offset`, and nothing else.
    """
    return flat(parse_arrow(ids, texts, threads=1, parser=parser))


SCHEMAS: dict[str, pa.Schema] = {name: table.schema for name, table in tables_of([], []).items()}
