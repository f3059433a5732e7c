# SPDX-License-Identifier: BSL-1.0
"""What a file holds, once it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tongket.model import Diagnostic, Span
    from tongket.page import Page


class Content(NamedTuple):
    """The text of a file and what else is known of it.

    Attributes:
        text: what the parser reads
        encoding: how bytes were made text, in words
        pages: where each page stands in the text
        page: what a page of HTML said beside its story
        warnings: what of the file is not read
    """

    text: str
    encoding: str | None = None
    pages: tuple[Span, ...] = ()
    page: Page | None = None
    warnings: tuple[Diagnostic, ...] = ()


class Limits(NamedTuple):
    """How much of a file is looked at.

    Attributes:
        max_bytes: the size of a file, packed and unpacked
        time_limit: seconds for one file, in a process that is ended then; None: without a limit, in this process
    """

    max_bytes: int
    time_limit: float | None
