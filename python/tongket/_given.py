# SPDX-License-Identifier: BSL-1.0
"""What to say to who calls a function with something that it does not take."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import NoReturn

from tongket.errors import Error

# What a file may be called that holds a report.
_FILE_NAME = re.compile(
    r"[^\n\r]*[^\s.]\.(?:txt|text|md|pdf|docx?|odt|rtf|html?|xhtml|mhtml?|eml|zip|gz|jsonl?|csv|xlsx?)", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?|ftps?|file|s3)://\S+", re.IGNORECASE)
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_LONGEST_NAME = 1024


def kind_of(value: object) -> str:  # noqa: PLR0911 - one for each kind
    """What sort of thing a value is, of those that are told apart here."""
    module = type(value).__module__.partition(".")[0]
    name = type(value).__name__
    if value is None or name in ("NAType", "NaTType") or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return "missing"
    if isinstance(value, str):
        return "str"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "bytes"
    if isinstance(value, os.PathLike):
        return "path"
    if name in ("DataFrame", "LazyFrame") or (module == "pyarrow" and name == "Table"):
        return "frame"
    if module == "tongket" and name == "Report":
        return "report"
    if hasattr(value, "read"):
        return "file"
    if isinstance(value, Mapping):
        return "dict"
    return "many" if isinstance(value, Iterable) else "other"


def described(value: object) -> str:
    """What was given, in a few words.

    >>> described(None), described(float("nan")), described([1, 2]), described(b"x")
    ('None', 'nan (a missing value)', 'a list', 'bytes')
    """
    kind = kind_of(value)
    if kind == "missing":
        return "None" if value is None else f"{value} (a missing value)"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else f"{value[:57]}...")
    if kind in ("bytes", "report"):
        return {"bytes": "bytes", "report": "a Report, which is read already"}[kind]
    name = type(value).__name__
    if kind == "frame" or name == "Series":
        return f"a {name} of {type(value).__module__.partition('.')[0]}"
    if kind == "path":
        return f"the path {os.fspath(value)!r}"  # type: ignore[call-overload]
    return f"{'an' if name[:1] in 'aeiouAEIOU' else 'a'} {name}"


def refuse(function: str, wanted: str, value: object, remedies: Mapping[str, str]) -> NoReturn:
    """Says what was given, what is wanted, and what to call instead.

    Args:
        function: what was called
        wanted: what it takes
        value: what was given
        remedies: what to call, by the kinds of `kind_of`

    Raises:
        TypeError: always
    """
    remedy = remedies.get(kind_of(value))
    raise TypeError(f"{function} takes {wanted}, not {described(value)}{f': {remedy}' if remedy else ''}")


_COLUMN = "frame['text'].dropna()"
_TEXT_REMEDIES = {
    "missing": "leave missing texts out, those of pandas by .dropna()",
    "bytes": "tongket.read(data) finds out what they hold and in which encoding",
    "path": "tongket.read(path) reads a file of any kind",
    "file": "tongket.read(file) reads it",
    "many": "tongket.parse_many(texts) reads many texts",
    "frame": f"tongket.parse_many({_COLUMN}) reads a column of texts",
    "dict": "tongket.Report.from_dict reads a report that was written as JSON",
}


def check_text(text: object, function: str) -> None:
    """Refuses what is no text, and texts that are surely something else: the name of a file, an address, HTML.

    Raises:
        TypeError: no `str`
        Error: the name of a file, an address or a page of HTML
    """
    if not isinstance(text, str):
        refuse(function, "a text (str)", text, _TEXT_REMEDIES)
    fault = fault_of_text(text)
    if fault is not None:
        raise Error(f"{function} takes the text of a report, not {fault}", "wrong_input")


def check_phrase(text: object, function: str) -> None:
    """Refuses what is no text.

    Raises:
        TypeError: no `str`
    """
    if not isinstance(text, str):
        refuse(function, "a phrase (str)", text, _TEXT_REMEDIES)


def fault_of_text(text: str) -> str | None:
    """What a text surely is, if it is no text of a report, and what reads it."""
    if is_address(text):
        return f"an address ({described(text)}): get the page, then tongket.read(data) reads its bytes"
    if is_name(text):
        return f"the name of a file ({described(text)}): tongket.read reads it, tongket.read_many several"
    if _HTML.match(text):
        return "a page of HTML: tongket.parse_html reads it"
    return None


def fault_of_page(page: str) -> str | None:
    """What a text surely is, if it is no page of HTML, and what reads it."""
    return None if "<" in page else fault_of_text(page)


def is_address(text: str) -> bool:
    """Whether a text is a URL and nothing else."""
    return len(text) <= _LONGEST_NAME and _ADDRESS.fullmatch(text.strip()) is not None


def is_name(text: str) -> bool:
    """Whether a text is the name of a file, by its ending, or as a path to something that is there.

    A sentence may end in the name of a file: with a blank in it, it is a name only where there is such a file.
    """
    if len(text) > _LONGEST_NAME or "\n" in text or "://" in text:
        return False
    has_ending = _FILE_NAME.fullmatch(text) is not None
    if has_ending and len(text.split()) == 1:
        return True
    return (has_ending or os.sep in text) and any(map(str.isalnum, text)) and os.path.exists(text)  # noqa: PTH110
