# SPDX-License-Identifier: BSL-1.0
"""Pages that were set aside, and why."""

from __future__ import annotations

from typing import NamedTuple

from tongket._strenum import StrEnum
from tongket.errors import Error, ErrorCode


class FailureCode(StrEnum):
    """Why a page was set aside; docs/corpus.md says more of each.

    >>> FailureCode("no-story") is FailureCode.no_story
    True
    """

    unreadable = "unreadable"
    empty = "empty"
    invalid_utf8 = "invalid_utf8"
    input_too_large = "input_too_large"
    no_story = "no-story"
    html = "html"
    work_budget = "work-budget"
    truncated_gzip = "truncated-gzip"
    bad_json = "bad-json"
    crashed = "crashed"


class Failure(NamedTuple):
    """A page that was set aside.

    Attributes:
        id: what tables would call it
        file: the input that it is in, `root/path`
        place: where in it: a byte, row or line, counted from 0; 0 for a whole file
        url: where it stood, if known
        code: why
        message: the same in words
    """

    id: str
    file: str
    place: int
    url: str | None
    code: FailureCode
    message: str


_CODES = {
    ErrorCode.invalid_utf8: FailureCode.invalid_utf8,
    ErrorCode.input_too_large: FailureCode.input_too_large,
    ErrorCode.invalid_html: FailureCode.html,
    ErrorCode.no_text: FailureCode.empty,
    ErrorCode.invalid_json: FailureCode.bad_json,
}


def code_of(error: Error | OSError) -> FailureCode:
    """The code of what `tongket.read` raises.

    >>> code_of(Error("a password is needed", "encrypted")).value
    'unreadable'
    """
    return _CODES.get(error.code, FailureCode.unreadable) if isinstance(error, Error) else FailureCode.unreadable
