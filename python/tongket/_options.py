# SPDX-License-Identifier: BSL-1.0
"""What the named arguments of public functions may be: one table for all, looked at before anything is done."""

from __future__ import annotations

import codecs
import numbers
import os
import sys
import threading
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from tongket import _given

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OPTIONS", "Option", "check"]


class Option(NamedTuple):
    """What a named argument may be.

    Attributes:
        wanted: the same in words
        is_of_type: whether a value is of a type that it may have; what is not gives `TypeError`
        is_allowed: whether such a value is one of those that it may be; what is not gives `ValueError`
        remedies: what to do instead, by the kinds of `_given.kind_of`
    """

    wanted: str
    is_of_type: Callable[[Any], bool]
    is_allowed: Callable[[Any], bool] = lambda _: True
    remedies: Mapping[str, str] = MappingProxyType({})

    def or_none(self, meaning: str = "") -> Option:
        """The same, or None."""
        return Option(
            f"{self.wanted}, or None{meaning}",
            lambda value: value is None or self.is_of_type(value),
            lambda value: value is None or self.is_allowed(value),
            self.remedies,
        )


def check(function: str, **given: object) -> None:
    """Looks at named arguments of a function.

    Args:
        function: what was called
        given: the arguments, each of which has an entry in `OPTIONS`

    Raises:
        TypeError: a value of another type than is wanted
        ValueError: a value of that type, but none that is wanted

    >>> check("tongket.read", max_bytes="5")
    Traceback (most recent call last):
    TypeError: tongket.read: max_bytes must be a whole number of at least 0, not '5'
    """
    for name, value in given.items():
        option = OPTIONS[name]
        if not option.is_of_type(value):
            raise TypeError(_message(function, name, option, value))
        if not option.is_allowed(value):
            raise ValueError(_message(function, name, option, value))


def _message(function: str, name: str, option: Option, value: object) -> str:
    remedy = option.remedies.get(_given.kind_of(value))
    told = f"{function}: {name} must be {option.wanted}, not {_given.described(value)}"
    return f"{told}: {remedy}" if remedy else told


# ---- types ---------------------------------------------------------------------------------------------------------


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool) or type(value).__name__ in ("bool", "bool_")  # numpy's too


def _is_whole(value: object) -> bool:
    return isinstance(value, numbers.Integral) and not _is_flag(value)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not _is_flag(value)


def _is_path(value: object) -> bool:
    return isinstance(value, (str, os.PathLike))


def _is_parser(value: object) -> bool:
    from tongket.parser import Parser  # noqa: PLC0415 - it needs this module

    return isinstance(value, Parser)


def _is_measure(value: object) -> bool:
    from tongket.model import Measure  # noqa: PLC0415

    return isinstance(value, Measure)


def _is_period(value: object) -> bool:
    from tongket.model import Period  # noqa: PLC0415

    return isinstance(value, Period)


def _is_lexicon(value: object) -> bool:
    from tongket.model import LexiconEntry  # noqa: PLC0415

    return value is None or isinstance(value, LexiconEntry) or _given.kind_of(value) in ("str", "path", "many")


def _are_texts(value: object) -> bool:
    return isinstance(value, (tuple, list)) and all(map(_is_text, value))


def _is_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name) is not None
    except (LookupError, ValueError):
        return False


def _whole(least: int, most: int = sys.maxsize) -> Option:
    wanted = f"a whole number of at least {least}" if most == sys.maxsize else f"a whole number from {least} to {most}"
    return Option(wanted, _is_whole, lambda value: least <= value <= most)


def _one_of(*names: str) -> Option:
    told = [repr(name) for name in names]
    return Option(f"{', '.join(told[:-1])} or {told[-1]}", _is_text, lambda value: value in names)


# ---- the table -----------------------------------------------------------------------------------------------------

_FLAG = Option("True or False", _is_flag)
_COLUMN = Option("the name of a column (str)", _is_text)
_TEXT = Option("a text (str)", _is_text)
_PATH = Option("a path", _is_path, lambda path: _given.fault_of_path(os.fspath(path)) is None)
_PERIOD = Option("a Period", _is_period)
#: More threads or pages at once has no machine.
_COUNT = _whole(1, 2**31 - 1)
_THREADS = _COUNT.or_none(" for one for each core")
_SECONDS = Option("seconds, a number above 0", _is_number, lambda value: 0 < value <= threading.TIMEOUT_MAX)
_MAKES_PARSER = "tongket.Parser(lexicon=...) makes one"
_PARSER = Option("a tongket.Parser", _is_parser, remedies=dict.fromkeys(("str", "path", "many"), _MAKES_PARSER))

#: Every named argument that functions of the package have, whatever the function.
OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        # reading
        "id": Option("a name (str)", _is_text).or_none(),
        "url": Option("an address (str)", _is_text).or_none(),
        "parser": _PARSER.or_none(),
        "max_bytes": _whole(0),
        "time_limit": _SECONDS.or_none(" for no limit"),
        "workers": _THREADS,
        "threads": _THREADS,
        "batch": _COUNT,
        "progress": _FLAG,
        "errors": _one_of("raise", "collect"),
        "default_year": _whole(1900, 2100).or_none(),
        # parsers
        "max_input_bytes": _whole(0),
        "replace_invalid_utf8": _FLAG,
        "max_work": _whole(0).or_none(" for no bound"),
        "wrap": _one_of("auto", "never", "always"),
        "lexicon": Option("a lexicon file, a LexiconEntry, or several of both", _is_lexicon).or_none(),
        "word_class": _TEXT,
        "phrases": Option("a tuple of texts (str)", _are_texts),
        "value": _TEXT,
        "attributes": _TEXT,
        # reports
        "source": Option("the text that was parsed (str)", _is_text).or_none(),
        "position": Option("a place, a whole number of code points", _is_whole),
        "measure": Option("a Measure", _is_measure),
        "indent": _whole(0).or_none(" for one line"),
        "with_source": _FLAG,
        # tables and pictures
        "kind": _one_of("measures", "targets", "people", "awards", "citations", "meetings", "panel"),
        "backend": _one_of("pandas", "polars", "arrow"),
        "numbers": _one_of("float", "decimal", "arrow").or_none(),
        "planned": _FLAG,
        "path": _PATH,
        "encoding": Option("the name of an encoding", _is_text, _is_encoding),
        "indicator": Option("the id of an indicator (str)", _is_text),
        "ax": Option("axes of matplotlib", lambda value: hasattr(value, "set_title")).or_none(),
        "top": _whole(1).or_none(" for all"),
        "theme": _one_of("light", "dark").or_none(),
        # periods
        "period_kind": _one_of("year", "half", "quarter", "months", "month", "day", "range"),
        "year": _whole(0),
        "index": _whole(0),
        "day": _whole(0),
        "first": _PERIOD,
        "last": _PERIOD,
        # legacy fonts
        "scheme": _one_of("TCVN3", "VNI"),
        # corpora
        "genre": _one_of("strict", "all").or_none(),
        "hosts": Option("patterns as '*.gov.vn'", lambda value: _is_text(value) or _are_texts(value)).or_none(),
        "keep_text": _FLAG.or_none(),
        "text": _COLUMN.or_none(),
        "html": _COLUMN.or_none(),
        "max_failures": Option("a share from 0 to 1", _is_number, lambda value: 0 <= value <= 1).or_none(),
        "boundaries": _one_of("as_reported", "2025", "2008"),
        "where": _PATH,
        "format": _TEXT,
        "tables": Option("names, a list of texts (str)", _are_texts),
        "name": _TEXT.or_none(),
        "table": _TEXT,
        "query": _TEXT,
        "codes": Option("names (str)", _are_texts),
        "names": Option("names (str)", _are_texts),
        "inputs": Option("paths", lambda value: all(map(_is_path, value))),
    }
)
