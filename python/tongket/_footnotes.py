# SPDX-License-Identifier: BSL-1.0
"""Raised figures: marks of footnotes, which are no part of the figures that they stand at, and powers, which are."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tongket.model import Diagnostic, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = r"(?:\d{1,3}|\(\d{1,3}\)|\[\d{1,3}\]|\*{1,3}|\(\*{1,3}\))"
_MARKS = re.compile(rf"{_MARK}(?:[,;\s]*{_MARK})*")
#: Units of length, of which there are squares and cubes; no letter stands before them.
_LENGTH = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|hm|dam)\s*\Z", re.IGNORECASE)
_TEN = re.compile(r"(?<![\d.,])10\Z|[x×*.·]\s*10\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEGREE = "°"
#: So much of a line before a raised text says what it is.
REACH = 12


def read_as(raised: str, before: str, *, is_link: bool = False) -> str | None:
    """What a raised text is to be read as; nothing of a footnote's mark, None of what is neither mark nor power.

    Args:
        raised: the text
        before: the end of the line before it
        is_link: whether it leads to the footnote

    >>> [read_as(*each) for each in (("3", "109"), ("(1)", "5"), ("2", "5 km"), ("3", "x 10"), ("0", "25"), ("a", "x"))]
    ['', '', '²', '³', '°', None]
    """
    raised = raised.strip()
    if not _MARKS.fullmatch(raised):
        return None
    if is_link or not raised.isdecimal():
        return ""
    before = unicodedata.normalize("NFC", before)
    if raised in {"2", "3"} and _LENGTH.search(before):
        # The parser takes `m 2` for a square, but no raised figure that stands alone.
        return raised if before[-1].isspace() else raised.translate(_RAISED)
    if raised == "0" and before[-1:].isdigit():
        return _DEGREE
    return raised.translate(_RAISED) if _TEN.search(before) else ""


def warnings_of(count: int) -> Iterator[Diagnostic]:
    """What is said of so many marks that were left out."""
    if count:
        told = "a mark of a footnote is" if count == 1 else f"{count} marks of footnotes are"
        message = f"{told} left out of the text, as the raised digit of '12¹' is: no part of the figure before it"
        yield Diagnostic(Severity.warning, "footnote-marks", message, Span(0, 0))
