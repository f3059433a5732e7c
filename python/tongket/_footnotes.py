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
#: A square or cube, maybe with a mark behind it.
_POWER = re.compile(r"[23](?!\d)")
_TEN = re.compile(r"(?<![\d.,])10\Z|[x×*.·]\s*10\Z")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEGREE = "°"
#: So much of a line before a raised text says what it is.
REACH = 12


def read_as(raised: str, before: str, *, is_link: bool = False, has_note: bool = False) -> str | None:
    """What a raised text is to be read as; nothing of a footnote's mark, None of what is neither mark nor power.

    Args:
        raised: the text
        before: the end of the line before it
        is_link: whether it leads to the footnote
        has_note: whether there is a footnote of this number: then it is none of powers of ten

    >>> [read_as(*each) for each in (("3", "109"), ("(1)", "5"), ("2", "5 km"), ("3", "x 10"), ("0", "25"), ("a", "x"))]
    ['', '', '²', '³', '°', None]
    """
    raised = raised.strip()
    if not _MARKS.fullmatch(raised):
        return None
    before = unicodedata.normalize("NFC", before)
    power = _POWER.match(raised)
    if power is not None and not is_link and _LENGTH.search(before):
        # The parser takes `m 2` for a square, but no raised figure that stands alone.
        return power[0] if before[-1].isspace() else power[0].translate(_RAISED)
    if is_link or not raised.isdecimal():
        return ""
    if raised == "0" and before[-1:].isdigit():
        return _DEGREE
    return raised.translate(_RAISED) if _TEN.search(before) and not has_note else ""


def warnings_of(marks: int, notes: int = 0) -> Iterator[Diagnostic]:
    """What is said of so many marks and footnotes that were left out."""
    if marks:
        told = "a mark of a footnote is" if marks == 1 else f"{marks} marks of footnotes are"
        message = f"{told} left out of the text, as the raised digit of '12¹' is: no part of the figure before it"
        yield Diagnostic(Severity.warning, "footnote-marks", message, Span(0, 0))
    if notes:
        told = "a footnote is" if notes == 1 else f"{notes} footnotes are"
        message = f"{told} left out of the text: figures in them are not read"
        yield Diagnostic(Severity.warning, "unread-footnotes", message, Span(0, 0))
