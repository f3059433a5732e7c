# SPDX-License-Identifier: BSL-1.0
"""Many reports as Arrow, from C++ to whatever speaks Arrow's PyCapsule protocol; docs/arrow.md has the columns."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tongket import _core, _given
from tongket.parser import DEFAULT_PARSER, Parser, thread_count

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol, Union

    import pyarrow as pa
    from typing_extensions import TypeAlias

    class ArrowArray(Protocol):
        """What has `__arrow_c_array__`."""

        def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

    class ArrowStream(Protocol):
        """What has `__arrow_c_stream__`."""

        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

    Values: TypeAlias = Union[ArrowArray, ArrowStream, Iterable[Union[str, bytes, None]]]

__all__ = ["Batches", "Schema", "flat", "parse_arrow"]


# ---- from texts to the nested form -----------------------------------------------------------------------------------


class Schema:
    """The schema of the nested form: `pyarrow.schema(schema)` and its like take it.

    >>> import pyarrow as pa
    >>> pa.schema(Schema()).names[:3]
    ['id', 'error', 'genre']
    """

    def __arrow_c_schema__(self) -> object:
        """A capsule of an ArrowSchema."""
        return _core.arrow_schema()


class Batches:
    """Record batches of the nested form, made as they are asked for; `parse_arrow` makes it.

    Each time it is gone through the texts are read again. What was made from iterators can be gone through once.

    >>> import pyarrow as pa
    >>> pa.table(parse_arrow(["a"], ["Thu 5 tỷ đồng."])).column("id").to_pylist()
    ['a']
    """

    def __init__(self, ids: Values | None, texts: Values, parser: Parser, threads: int, batch: int) -> None:
        self._ids = ids
        self._texts = texts
        self._parser = parser
        self._threads = threads
        self._batch = batch
        self._is_used_up = False

    @property
    def schema(self) -> Schema:
        """The same for all reports."""
        return Schema()

    def __arrow_c_schema__(self) -> object:
        """A capsule of an ArrowSchema."""
        return _core.arrow_schema()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A capsule of an ArrowArrayStream.

        Raises:
            TypeError: the texts or ids are no strings
            ValueError: they came from an iterator that is used up
        """
        if self._is_used_up:
            raise ValueError("the texts came from an iterator, which gives them once: give a list of them")
        self._is_used_up = isinstance(self._texts, Iterator) or isinstance(self._ids, Iterator)
        ids = None if self._ids is None else _input(self._ids)
        try:
            return self._parser._core.arrow_stream(ids, _input(self._texts), self._threads, self._batch)
        except TypeError as error:
            if str(error).startswith("ids must be strings"):
                raise TypeError(f"{error}: {_NO_NUMBERS}") from error
            raise

    def __repr__(self) -> str:
        """How many pages a batch has."""
        return f"<Batches of {self._batch} pages, read while one goes through them>"


def parse_arrow(
    ids: Values | None,
    texts: Values,
    *,
    threads: int | None = None,
    parser: Parser | None = None,
    batch: int = 500,
) -> Batches:
    """Reads many reports into Arrow record batches, made in C++ as they are asked for.

    A row is a page. What cannot be read is a row with an `error`; docs/arrow.md has the columns.

    Args:
        ids: what pages are called: as `texts`. None: by their numbers, from 0
        texts: strings or bytes of UTF-8: a column of any library that speaks Arrow, or an iterable of `str`, `bytes`
            and `None`
        threads: by default one for each core this process may use; each makes a batch of its own
        parser: by default one with the built-in lexicon
        batch: how many pages become a batch

    Raises:
        TypeError: no texts, but a text, a table, a set or something else, or `threads` or `batch` that is no number
        ValueError: `threads` or `batch` of less than one, or of more than any machine has

    >>> import pyarrow as pa
    >>> rows = pa.table(parse_arrow(None, ["Thu 5 tỷ đồng.", None])).to_pylist()
    >>> rows[0]["measures"][0]["value"], rows[1]["error"]
    (Decimal('5000000000.000000000'), {'code': 'missing_text', 'offset': None})
    """
    if ids is not None:
        _check(ids, "ids")
    _check(texts, "texts")
    if parser is not None and not isinstance(parser, Parser):
        _given.refuse("tongket.parse_arrow", "for parser a tongket.Parser", parser, {})
    count = thread_count(None if threads is None else operator.index(threads), "threads")
    return Batches(ids, texts, parser or DEFAULT_PARSER, _bounded(count, "threads"), batch_size(batch))


def batch_size(batch: int) -> int:
    """How many pages become a batch.

    Raises:
        TypeError: no whole number
        ValueError: less than one, or more than any machine has
    """
    batch = operator.index(batch)
    if batch < 1:
        raise ValueError(f"batch must be at least 1, not {batch}")
    return _bounded(batch, "batch")


_MOST = 2**31 - 1


def _bounded(value: int, name: str) -> int:
    if value > _MOST:
        raise ValueError(f"{name} must be at most {_MOST}, not {value}")
    return value


_REMEDIES = {
    "frame": "give one of its columns",
    "str": "tongket.parse reads one text",
    "bytes": "tongket.read reads the bytes of one file",
    "path": "tongket.read_many reads files",
    "file": "tongket.read reads a file",
}


#: What to do with ids that are numbers.
_NO_NUMBERS = "give them as strings, list(map(str, ids))"


def _check(values: object, name: str) -> None:
    if isinstance(values, (set, frozenset)):  # of which nobody knows the order
        raise TypeError(f"tongket.parse_arrow takes {name} in an order, not {_given.described(values)}: give a list")
    if name == "ids" and isinstance(values, (list, tuple)) and any(isinstance(value, int) for value in values[:1]):
        raise TypeError(f"tongket.parse_arrow takes strings for ids, not {_given.described(values[0])}: {_NO_NUMBERS}")
    if _given.kind_of(values) not in ("many", "other") or not (
        hasattr(values, "__arrow_c_stream__") or hasattr(values, "__arrow_c_array__") or hasattr(values, "__iter__")
    ):
        _given.refuse("tongket.parse_arrow", f"for {name} many strings", values, _REMEDIES)


def _input(values: Any) -> object:
    """What the C++ library takes: a stream's capsule, the two capsules of an array, or an iterator."""
    for method in ("__arrow_c_stream__", "__arrow_c_array__"):
        if hasattr(values, method):
            return getattr(values, method)()
    return iter(values)


# ---- from the nested form to flat tables -----------------------------------------------------------------------------


def flat(batches: ArrowStream | ArrowArray) -> dict[str, pa.Table]:
    """Cuts reports in the nested form to flat tables.

    Args:
        batches: what `parse_arrow` gives, or the same once more from elsewhere, as a table

    Returns:
        `reports`, `measures`, `statements`, `people`, `positions`, `awards`, `citations`, `diagnostics`, `zones`

    Raises:
        ImportError: without pyarrow

    >>> tables = flat(parse_arrow(["a", "b"], ["Thu 5 tỷ đồng.", None]))
    >>> tables["measures"].select(["id", "value", "unit"]).to_pylist()
    [{'id': 'a', 'value': Decimal('5000000000.000000000'), 'unit': 'VND'}]
    >>> tables["reports"].select(["id", "measures", "error_code"]).to_pylist()[1]
    {'id': 'b', 'measures': None, 'error_code': 'missing_text'}
    """
    try:
        from tongket import _flat  # noqa: PLC0415 - needs pyarrow
    except ModuleNotFoundError as error:
        raise ImportError("this needs arrow: pip install 'tongket[arrow]'") from error
    return _flat.tables_of(batches)
