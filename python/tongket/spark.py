# SPDX-License-Identifier: BSL-1.0
"""Reports in Spark, read where the pages are; docs/spark.md.

import tongket.spark
reports = tongket.spark.parse(pages, text="text", id="url")
measures = tongket.spark.flat(reports, "measures")
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable

from tongket import _given, _options, arrow
from tongket.parser import DEFAULT_PARSER, Parser

try:
    import pyarrow as pa
    from pyspark.sql import functions, types

    from tongket import _flat
except ModuleNotFoundError as error:
    raise ImportError(f"tongket.spark needs {error.name}: pip install 'tongket[spark]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Union

    from pyspark.sql import Column, DataFrame
    from typing_extensions import TypeAlias

    #: What makes a parser: a function and its arguments.
    Recipe: TypeAlias = tuple[Callable[..., Parser], tuple[Any, ...]]
    ColumnOrName: TypeAlias = Union[Column, str]

__all__ = ["flat", "parse", "schema"]


def parse(
    df: DataFrame,
    text: ColumnOrName = "text",
    id: ColumnOrName = "id",  # noqa: A002
    *,
    parser: Parser | None = None,
    batch: int = 500,
) -> DataFrame:
    """Reads the pages of a DataFrame; each becomes a row of the nested form (docs/arrow.md).

    A page that cannot be read is a row with an `error`. Nothing is read before Spark asks for it, and then one task
    reads with one thread.

    Args:
        df: pages
        text: the column of their texts: strings, or bytes of UTF-8
        id: the column of what they are called, which becomes a string
        parser: by default one with the built-in lexicon. Only its own words and options are sent; a process of Spark
            makes the parser once
        batch: how many pages become an Arrow batch

    Raises:
        TypeError: no DataFrame of Spark; texts of another type
        ValueError: `batch` of less than one
        pyspark.errors.AnalysisException: no such column

    >>> parse(pages).selectExpr("id", "measures.value", "error.code").collect()
    [Row(id='a', value=[Decimal('5000000000.000000000')], code=None), Row(id='b', value=None, code='missing_text')]
    """
    _options.check("tongket.spark.parse", parser=parser, batch=batch)
    _check(df, "tongket.spark.parse", "tongket.parse_arrow reads columns of other tables")
    pages = df.select(_column(id).cast("string").alias("id"), _column(text).alias("text"))
    kind = pages.schema["text"].dataType
    if not isinstance(kind, (types.StringType, types.BinaryType)):
        raise TypeError(f"texts must be strings or binary, not {kind.simpleString()}")
    reports: DataFrame = pages.mapInArrow(_reader(parser or DEFAULT_PARSER, int(batch)), schema())
    return reports


def flat(df: DataFrame, table: str) -> DataFrame:
    """Cuts reports in the nested form to a flat table, as `tongket.arrow.flat` does.

    Args:
        df: what `parse` gives, or the same once more from elsewhere, as from Parquet files
        table: `reports`, `measures`, `statements`, `people`, `positions`, `awards`, `citations`, `diagnostics`, `zones`

    Raises:
        TypeError: no DataFrame of Spark
        ValueError: no such table
        pyspark.errors.AnalysisException: not the columns of the nested form

    >>> flat(parse(pages), "measures").select("id", "value", "unit").collect()
    [Row(id='a', value=Decimal('5000000000.000000000'), unit='VND')]
    """
    _check(df, "tongket.spark.flat", "tongket.arrow.flat cuts other tables")
    columns = schema(table)
    nested = df.select([functions.col(name) for name in schema().names])
    rows: DataFrame = nested.mapInArrow(partial(_cut, table=table), columns)
    return rows


def schema(table: str | None = None) -> types.StructType:
    """The schema of what `parse` gives, or of a flat table.

    Args:
        table: as `flat` takes it; None: the nested form

    Raises:
        ValueError: no such table

    >>> schema("zones").simpleString()
    'struct<id:string,zone:bigint,kind:string,begin:bigint,end:bigint>'
    """
    if table is None:
        return _struct(pa.schema(arrow.Schema()))
    if table not in _flat.TABLES:
        raise ValueError(f"table must be one of {', '.join(_flat.TABLES)}, not {table!r}")
    return _struct(_flat.table_of(arrow.parse_arrow([], []), table).schema)


def _check(df: object, name: str, remedy: str) -> None:
    if not hasattr(df, "mapInArrow"):
        _given.refuse(name, "a DataFrame of Spark", df, {"frame": remedy})


def _column(given: ColumnOrName) -> Column:
    return functions.col(given) if isinstance(given, str) else given


# ---- types -----------------------------------------------------------------------------------------------------------

_SCALARS = {
    pa.bool_(): types.BooleanType(),
    pa.date32(): types.DateType(),
    pa.float64(): types.DoubleType(),
    pa.int64(): types.LongType(),
    pa.string(): types.StringType(),
}


def _struct(fields: Iterable[pa.Field]) -> types.StructType:
    return types.StructType([types.StructField(field.name, _type(field.type)) for field in fields])


def _type(kind: pa.DataType) -> types.DataType:
    if pa.types.is_list(kind):
        return types.ArrayType(_type(kind.value_type))
    if pa.types.is_struct(kind):
        return _struct(kind)
    if pa.types.is_decimal(kind):
        return types.DecimalType(kind.precision, kind.scale)
    return _SCALARS[kind]


# ---- in the processes of Spark ---------------------------------------------------------------------------------------


def _reader(parser: Parser, batch: int) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What is sent to them."""
    # The parser as pickle would send it, but told apart by what it is made of, so that it need not be made again.
    return partial(_read, recipe=parser.__reduce__(), batch=batch)


def _read(batches: Iterator[pa.RecordBatch], *, recipe: Recipe, batch: int) -> Iterator[pa.RecordBatch]:
    parser = _parser(recipe)
    for pages in batches:
        reports = arrow.parse_arrow(pages["id"], pages["text"], threads=1, parser=parser, batch=batch)
        yield from pa.RecordBatchReader.from_stream(reports)


@lru_cache(maxsize=4)
def _parser(recipe: Recipe) -> Parser:
    """The parser of a recipe, made once in a process: the tasks that follow there have the same one."""
    make, arguments = recipe
    return make(*arguments)


def _cut(batches: Iterator[pa.RecordBatch], *, table: str) -> Iterator[pa.RecordBatch]:
    for reports in batches:
        yield from _flat.table_of(reports, table).to_batches()
