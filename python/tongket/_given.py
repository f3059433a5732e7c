# SPDX-License-Identifier: BSL-1.0
"""What to say to who calls a function with something that it does not take."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NoReturn

from tongket import _core
from tongket.errors import Error

# What a file may be called that holds a report.
_FILE_NAME = re.compile(
    r"[^\n\r]*[^\s.]\.(?:txt|text|md|pdf|docx?|odt|rtf|html?|xhtml|mhtml?|eml|zip|gz|jsonl?|csv|xlsx?)", re.IGNORECASE
)
# Beginnings that no sentence has: of a drive, and of a path with the ending of a file.
_DRIVE = re.compile(r"[A-Za-z]:[\\/](?!/)|\\\\\w")
_ROOT = re.compile(r"~?[\\/]|\.\.?[\\/]")
# A name without blanks, by which a sentence may tell of a file: `a.xlsx`, `so-lieu_2016.pdf`.
_SLUG = re.compile(r"(?=.*[a-z])[\w.-]+", re.IGNORECASE | re.ASCII)
# A page of a site, at the end of a sentence: `example.org/2016/a.html`.
_PAGE = re.compile(r"\w[\w-]*(?:\.\w[\w-]*)+/\S*")
# What sentences and their parts end in, and what of it no name has.
_STOP = re.compile(r"[.,:;?!\u2026]\s")
_FULL_STOP = re.compile(r"[:;?!\u2026]\s|[^\W\d]\.\s")
#: So many words and fewer make no sentence that ends in such a name.
_FEW_WORDS = 6
_ADDRESS = re.compile(r"(?:https?|ftps?|file|s3)://\S+", re.IGNORECASE)
_ELEMENT = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_LONGEST_NAME = 1024
#: Larger numbers are not shown.
_LARGE = 1e16


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


def described(value: object) -> str:  # noqa: PLR0911 - one for each kind
    """What was given, in a few words.

    >>> described(None), described(float("nan")), described([1, 2]), described(b"x"), described(5)
    ('None', 'nan (a missing value)', 'a list', 'bytes', '5 (an int)')
    """
    kind = kind_of(value)
    if kind == "missing":
        return "None" if value is None else f"{value} (a missing value)"
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else f"{value[:57]}...")
    if isinstance(value, (bool, int, float)):
        return f"{value!r} ({_a(type(value).__name__)})" if abs(value) < _LARGE else _a(type(value).__name__)
    if kind in ("bytes", "report"):
        return {"bytes": "bytes", "report": "a Report, which is read already"}[kind]
    name = type(value).__name__
    if kind == "frame" or name == "Series":
        return f"a {name} of {type(value).__module__.partition('.')[0]}"
    if kind == "path":
        return f"the path {os.fspath(value)!r}"  # type: ignore[call-overload]
    return _a(name)


def _a(name: str) -> str:
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
_COLUMN_EACH = f"call it for each of {_COLUMN}"
_TEXT_REMEDIES = {
    "missing": "leave missing texts out, those of pandas by .dropna()",
    "bytes": "tongket.read(data) finds out what they hold and in which encoding",
    "path": "tongket.read(path) reads a file of any kind",
    "file": "tongket.read(file) reads it",
    "many": "tongket.parse_many(texts) reads many texts",
    "frame": f"tongket.parse_many({_COLUMN}) reads a column of texts",
    "dict": "tongket.Report.from_dict reads a report that was written as JSON",
}


def check_text(text: object, function: str, *, is_report: bool = True) -> None:
    """Refuses what is no text, and texts that are surely something else, as the name of a file or a page of HTML.

    Args:
        text: what was given
        function: what was called
        is_report: whether it is to be the text of a report, not any text in which something is looked for

    Raises:
        TypeError: no `str`
        Error: another thing; see `fault_of_text`
    """
    if not isinstance(text, str):
        refuse(function, "a text (str)", text, _TEXT_REMEDIES if is_report else _for_each(function))
    fault = fault_of_text(text, is_report=is_report)
    if fault is not None:
        raise Error(f"{function} takes the text of a report, not {fault}", "wrong_input")


def check_phrase(text: object, function: str) -> None:
    """Refuses what is no text.

    Raises:
        TypeError: no `str`
    """
    if not isinstance(text, str):
        refuse(function, "a phrase (str)", text, {**_TEXT_REMEDIES, "many": "call it for each", "frame": _COLUMN_EACH})


def _for_each(function: str) -> dict[str, str]:
    """What to do instead of giving many texts to a function that looks through one."""
    call = f"[{function}(text) for text in {{}}] looks through many texts"
    return {**_TEXT_REMEDIES, "many": call.format("texts"), "frame": call.format(_COLUMN)}


# ---- texts ---------------------------------------------------------------------------------------------------------


def fault_of_text(text: str, *, is_report: bool = True) -> str | None:
    """What a text surely is, if it is none that can be read, and what reads it.

    Args:
        text: what was given
        is_report: as of `check_text`: JSON, XML and e-mails are texts too

    >>> fault_of_text("https://example.org/a.html")
    "an address ('https://example.org/a.html'): get the page, then tongket.read(data) reads its bytes"
    """
    if is_address(text):
        return _of_address(text)
    if is_name(text) or (is_report and is_name_of_report(text)):
        return f"the name of a file ({described(text)}): tongket.read reads it, tongket.read_many several"
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a lone surrogate, of which the parser tells the place
        return None
    kind, what = _core.sniff(data)
    if kind not in _TEXTS and (is_report or kind not in _OTHER_TEXTS):
        return f"{what}: {_KIND_REMEDIES.get(kind, 'tongket.read reads files')}"
    return _fault_of_letters(text, data)


def _of_address(text: str) -> str:
    return f"an address ({described(text)}): get the page, then tongket.read(data) reads its bytes"


#: Fewer words that would be others tell of no font: `25 µm`.
_FEWEST_WORDS = 3


def _fault_of_letters(text: str, utf8: bytes) -> str | None:
    """What letters a text has, if they are not those of Vietnamese in Unicode, and what to do."""
    if _core.lacks_marks(utf8):
        return _core.WITHOUT_MARKS
    found = _core.convert_legacy(utf8)
    if found is None:
        return None
    converted, font = found
    changed = {*unicodedata.normalize("NFC", text).split()} - {*converted.split()}
    if len(changed) < _FEWEST_WORDS:
        return None
    return f"a text in the letters of {font} fonts: tongket.convert_legacy makes it Unicode"


# What is a text where it is one already: without a sign that text has, it is odd, but nothing else.
_TEXTS = {"text", "binary"}
_OTHER_TEXTS = {"json", "xml", "eml"}
_KIND_REMEDIES = {
    "html": "tongket.parse_html reads it",
    "json": "tongket.Report.from_json reads a report, tongket.Report.load a file of JSON lines",
    "xml": "give the text that is in it",
    "eml": "tongket.read(text.encode()) reads it",
    "rtf": "tongket.read(text.encode()) reads it",
}


def fault_of_page(page: str | bytes) -> str | None:
    """What was given, if it surely is no page of HTML, and what reads it.

    >>> fault_of_page("Sở Y tế họp.")
    'a text without an element of HTML: tongket.parse reads it'
    """
    text = page if isinstance(page, str) else page.replace(b"\0", b"").decode("latin-1")
    if not text.strip() or _ELEMENT.search(text):
        return None
    if isinstance(page, bytes):
        return "a text without an element of HTML: tongket.read(data) reads it"
    return fault_of_text(page) or "a text without an element of HTML: tongket.parse reads it"


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
    return (has_ending or os.sep in text) and _is_there(text)


def is_name_of_report(text: str) -> bool:
    r"""Whether what is to be the text of a report is the name of a file, whether there is one or not.

    >>> [is_name_of_report(text) for text in ("Review of 2016.pdf", "C:\\Reports\\a b.docx", "The table is in a.xlsx.")]
    [True, True, False]
    """
    if len(text) > _LONGEST_NAME or "\n" in text or "://" in text:
        return False
    return _DRIVE.match(text) is not None or _is_name_with_blanks(text) or _is_there(text)


def _is_name_with_blanks(text: str) -> bool:
    """Whether a text of several words is a name by its ending, and no sentence that ends in a name."""
    if _FILE_NAME.fullmatch(text) is None:
        return False
    if _ROOT.match(text):
        return True
    *folders, name = re.split(r"[\\/]", text)
    words = name.split()
    if not words or any(map(_STOP.search, folders)) or _PAGE.fullmatch(text.rsplit(maxsplit=1)[-1]):
        return False
    if len(name.encode("utf-8", "replace")) > _LONGEST_PART:
        return False
    # The stem ends in a word as names without blanks are, or in a number, a bracket or a word of the language.
    if _SLUG.fullmatch(words[-1].rpartition(".")[0]):
        return len(words) <= _FEW_WORDS and _STOP.search(name) is None and not _has_amounts(name)
    return _FULL_STOP.search(name) is None and not _has_amounts(name)


def _has_amounts(name: str) -> bool:
    """Whether there are money or shares, as in no name; a name may have counts."""
    from tongket.parser import DEFAULT_PARSER  # noqa: PLC0415 - it needs this module

    try:
        figures, _ = DEFAULT_PARSER._core.find_quantities(name)
    except Error:  # a lone surrogate
        return False
    return any(figure.kind in ("money", "percent") for figure in figures)


def _is_there(text: str) -> bool:
    return any(map(str.isalnum, text)) and os.path.exists(text)  # noqa: PTH110


# ---- paths ---------------------------------------------------------------------------------------------------------

_LONGEST_PATH, _LONGEST_PART = 4096, 255


def fault_of_path(path: str) -> str | None:
    """What was given, if it surely is the path of no file, and what reads it.

    >>> fault_of_path("")
    'an empty one: give that of a file or folder; tongket.parse reads a text'
    """
    if not path:
        return "an empty one: give that of a file or folder; tongket.parse reads a text"
    try:
        encoded = os.fsencode(path)
    except UnicodeEncodeError:
        return f"a text with a lone surrogate ({described(path)}): no path has one"
    is_long = len(encoded) > _LONGEST_PATH or any(len(part) > _LONGEST_PART for part in encoded.split(os.sep.encode()))
    if is_long or "\n" in path or "\0" in path:
        return f"a text ({described(path)}): tongket.parse reads texts"
    if is_address(path) and not os.path.exists(path):  # noqa: PTH110
        return _of_address(path)
    return None


def check_path(path: object, function: str, wanted: str, remedies: Mapping[str, str]) -> str:
    """The path of a file to read.

    Args:
        path: what was given
        function: what was called
        wanted: what it takes
        remedies: as of `refuse`

    Raises:
        TypeError: no path
        Error: a text or an address
    """
    if not isinstance(path, (str, os.PathLike)):
        refuse(function, wanted, path, remedies)
    text = os.fspath(path)
    fault = fault_of_path(text)
    if fault is not None:
        raise Error(f"{function} takes {wanted}, not {fault}", "wrong_input")
    return text
