# SPDX-License-Identifier: BSL-1.0
"""What tongket raises."""

from __future__ import annotations

from tongket._strenum import StrEnum


class ErrorCode(StrEnum):
    """Why an input was refused.

    >>> ErrorCode("invalid_utf8") is ErrorCode.invalid_utf8
    True
    """

    invalid_utf8 = "invalid_utf8"
    input_too_large = "input_too_large"
    invalid_json = "invalid_json"
    invalid_lexicon = "invalid_lexicon"
    invalid_html = "invalid_html"
    time_limit = "time_limit"
    invalid_file = "invalid_file"
    encrypted = "encrypted"
    no_text = "no_text"
    unknown_kind = "unknown_kind"
    wrong_input = "wrong_input"


# These are said of a file or text as a whole, which has no place.
_OF_ALL = frozenset(
    {
        ErrorCode.invalid_file,
        ErrorCode.encrypted,
        ErrorCode.no_text,
        ErrorCode.unknown_kind,
        ErrorCode.wrong_input,
    }
)


def _shown(text: str) -> str:
    """Names of files and words of lexicons may hold anything: what steers a terminal is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


class Error(ValueError):
    r"""Input that cannot be read at all. Odd but readable input gives a `Diagnostic` in the report instead.

    Attributes:
        message: what is wrong, without the place
        code: why the input was refused
        offset: where, in code points from the start of the input
        line: the same place as a line, from 1
        column: the same place as a column of its line, from 1
        filename: the file that could not be read, if it came from one

    >>> try:
    ...     parse("Sở\nbáo \udc80 cáo")
    ... except Error as error:
    ...     print(error.code, error.offset, error.line, error.column)
    ...     print(error)
    invalid_utf8 7 2 5
    2:5: a lone surrogate, which is no text
    """

    message: str
    code: ErrorCode
    offset: int
    line: int
    column: int
    filename: str | None

    def __init__(  # noqa: PLR0917
        self,
        message: str,
        code: str,
        offset: int = 0,
        line: int = 1,
        column: int = 1,
        filename: str | None = None,
    ) -> None:
        super().__init__(message, code, offset, line, column, filename)
        self.message = message
        self.code = ErrorCode(code)
        self.offset = offset
        self.line = line
        self.column = column
        self.filename = filename

    def __str__(self) -> str:
        """`file:line:column: message`, without a place where all of it is meant."""
        name = "" if self.filename is None else f"{self.filename}:"
        place = f"{self.line}:{self.column}:" if self.code not in _OF_ALL else ""
        return _shown(f"{name}{place} {self.message}".lstrip())

    def in_file(self, filename: str) -> Error:
        """The same error, found in a file.

        >>> str(Error("no text", "invalid_utf8").in_file("a.txt"))
        'a.txt:1:1: no text'
        """
        error = Error(self.message, self.code, self.offset, self.line, self.column, filename)
        error.__cause__, error.__traceback__ = self.__cause__, self.__traceback__
        return error
