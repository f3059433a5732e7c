# SPDX-License-Identifier: BSL-1.0
"""Tables of Arrow, in which categories are strings, as tables of the backends."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import polars as pl

    from tongket.frames import Column


def floats(decimals: pa.Array) -> pa.Array:
    """The nearest floating-point numbers, which a cast does not always give, but reading them does."""
    return decimals.cast(pa.string()).cast(pa.float64())


def array_of_floats(decimals: Iterable[Decimal | None]) -> pa.Array:
    """The same of Python's."""
    return pa.array([None if value is None else float(value) for value in decimals], pa.float64())


def to_pandas(specs: list[Column], table: pa.Table) -> pd.DataFrame:
    """The table as one of pandas."""
    import pandas as pd  # noqa: PLC0415

    def series(spec: Column) -> Any:
        values = table.column(spec.name).combine_chunks()
        if spec.type == "category":
            codes = _codes(spec, values).fill_null(-1).to_numpy(zero_copy_only=False)
            return pd.Series(pd.Categorical.from_codes(codes, categories=pd.Index(list(spec.categories))))
        if spec.type == "date":
            return pd.Series(values.cast(pa.timestamp("s")).to_numpy(zero_copy_only=False))
        if spec.type == "decimal":
            return pd.Series(
                [None if value is None else _shortest(value) for value in values.to_pylist()], dtype="object"
            )
        if spec.type in ("bool", "float"):
            return pd.Series(values.to_numpy(zero_copy_only=False))
        types: dict[str, Any] = {
            "string": pd.StringDtype(),
            "int": pd.Int64Dtype(),
            "arrow decimal": pd.ArrowDtype(values.type),
        }
        return pd.Series(types[spec.type].__from_arrow__(values))

    frame: pd.DataFrame = pd.DataFrame({spec.name: series(spec) for spec in specs})
    return frame


def _shortest(value: Decimal) -> Decimal:
    """The same without zeros at its end."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".")) if value else Decimal(0)


def to_polars(specs: list[Column], table: pa.Table) -> pl.DataFrame:
    """The table as one of polars."""
    import polars as pl  # noqa: PLC0415

    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101 - a table becomes one
    categories = [spec for spec in specs if spec.type == "category"]
    return frame.with_columns(pl.col(spec.name).cast(pl.Enum(list(spec.categories))) for spec in categories)


def to_arrow(specs: list[Column], table: pa.Table) -> pa.Table:
    """The table with its categories."""

    def array(spec: Column) -> Any:
        values = table.column(spec.name)
        if spec.type != "category":
            return values
        codes = _codes(spec, values.combine_chunks()).cast(pa.int8())
        return pa.DictionaryArray.from_arrays(codes, pa.array(spec.categories, pa.string()))

    return pa.table({spec.name: array(spec) for spec in specs})


def _codes(spec: Column, values: pa.Array) -> pa.Array:
    """The places of values among the categories of their column."""
    return pc.index_in(values, value_set=pa.array(spec.categories, pa.string()))
