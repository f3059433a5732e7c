# SPDX-License-Identifier: BSL-1.0
"""Where a report's text came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongket import _options

if TYPE_CHECKING:
    from tongket.files.kinds import FileKind
    from tongket.model import Span


@dataclass(frozen=True)
class Origin:
    """The file that `tongket.read` or `read_many` made a report of; it is no part of the report's JSON.

    Attributes:
        path: the file, behind which follow the names inside an archive or e-mail; None for bytes
        kind: what the file holds, whatever its name is
        encoding: how bytes were made text, in words; None where the kind of file says it
        pages: of a PDF, where in the report's source each page stands, in code points; an empty span for an empty page

    >>> tongket.read("examples/reports/ha-nam-2016-annual.txt").origin.kind.value
    'text'
    """

    path: str | None
    kind: FileKind
    encoding: str | None = None
    pages: tuple[Span, ...] = ()

    def page_at(self, position: int) -> int | None:
        """The number of the page, from 1, on which a code point of the source stands; None where there are no pages.

        Raises:
            TypeError: no whole number

        >>> from tongket import FileKind, Origin, Span
        >>> Origin("a.pdf", FileKind.pdf, pages=(Span(0, 10), Span(11, 30))).page_at(11)
        2
        """
        _options.check("Origin.page_at", position=position)
        for number, span in enumerate(self.pages, 1):
            if span.begin <= position <= span.end and span.size > 0:
                return number
        return None
