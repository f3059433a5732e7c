# SPDX-License-Identifier: BSL-1.0
"""From files of any kind to reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Union, cast

from tongket import _given, _options
from tongket.errors import Error
from tongket.files import eml
from tongket.files.content import Limits
from tongket.files.kinds import FileKind
from tongket.files.origin import Origin
from tongket.files.readers import content_of
from tongket.files.sources import REMEDIES, Document, Source, Unread, documents, files
from tongket.model import Diagnostic, Severity, Span
from tongket.parser import BATCH_WEIGHT, Failure, Reports, outcomes, parser_for, thread_count
from tongket.report import Report, with_warnings

if TYPE_CHECKING:
    from typing import Literal

    from tongket.parser import Parser, Wrap

#: What `read_many` takes several of: sources, or a name that tables shall use with one.
Named = Union[Source, "tuple[str, Source]"]

#: What is read of a file where nothing else is told.
_MAX_BYTES = 64 << 20
TIME_LIMIT = 30.0


def read(
    source: Source,
    *,
    id: str | None = None,  # noqa: A002
    parser: Parser | None = None,
    wrap: Wrap = "auto",
    max_bytes: int = _MAX_BYTES,
    time_limit: float | None = TIME_LIMIT,
) -> Report:
    """Reads one report from a file of any kind; all but text in any encoding needs the extra `files`.

    The kind, of HTML, PDF, DOCX, RTF, e-mail, DOC and ODT, is told by what the file holds. `report.origin` says it, and
    of a PDF where its pages are; `report.source` is the text that was read, and spans are places in it. docs/inputs.md
    lists the kinds and their bounds.

    Args:
        source: a path, bytes, or a file that is open; an archive with one file counts as that
        id: what tables call this report; by default the file's stem
        parser: by default one with the built-in lexicon
        wrap: whether lines are wrapped and to be joined, where no `parser` is given, which has its own; see `Parser`
        max_bytes: larger files are refused
        time_limit: seconds for finding the text, in a process of its own that is kept for the next file; None: without
            a limit, in this process. Texts and e-mails are read in this process, within bounds of their own

    Raises:
        Error: the file is damaged, encrypted, too large, of an unknown kind, has no text or takes too long; its `code`
            says which, its `filename` is the path. Also for a text or an address instead of a file
        FileNotFoundError: there is no such file
        ImportError: the package that reads this kind is not installed, or cannot be imported
        TypeError: something that is no file
        ValueError: both `parser` and `wrap`

    >>> tongket.read("examples/reports/ha-nam-2016-annual.txt").meeting.date
    datetime.date(2017, 1, 12)
    """
    function = "tongket.read"
    used = parser_for(function, parser, wrap)
    _options.check(function, id=id, max_bytes=max_bytes, time_limit=time_limit)
    found = list(islice(documents(source, None, max_bytes, attachments=False), 2))
    if len(found) != 1:
        how_many = "holds no file" if not found else "holds several files: tongket.read_many reads them"
        raise Error(f"{_given.described(source)} {how_many}", "wrong_input")
    document = found[0] if id is None else found[0]._replace(name=id)
    outcome = _report(document, 0, used, Limits(max_bytes, time_limit), attachments=False)
    if isinstance(outcome, Failure):
        raise outcome.error
    return outcome


def read_many(
    sources: Source | Iterable[Named],
    *,
    workers: int | None = None,
    progress: bool = False,
    errors: Literal["raise", "collect"] = "raise",
    parser: Parser | None = None,
    wrap: Wrap = "auto",
    max_bytes: int = _MAX_BYTES,
    time_limit: float | None = TIME_LIMIT,
) -> Reports:
    """Reads many reports from files of any kind, in order, on all cores; see `read`.

    A folder is read with all that is in it but hidden files, an archive with every file in it, an e-mail with its text
    and what is attached, but for pictures.

    Args:
        sources: a folder, a file pattern, or anything that `read` takes; or an iterable of these and of pairs of a name
            and one of these
        workers: threads; by default one for each core this process may use
        progress: show a bar, with tqdm (in the extra `notebook`)
        errors: `raise` at the first file that cannot be read, or `collect` such files in `.errors` of the result
        parser: by default one with the built-in lexicon
        wrap: whether lines are wrapped and to be joined, where no `parser` is given, which has its own; see `Parser`
        max_bytes: larger files are refused, but archives of them
        time_limit: seconds for each file, as of `read`

    Raises:
        Error: as of `read`
        OSError: a file cannot be read
        ImportError: the package that reads a kind is not installed, or cannot be imported
        ValueError: both `parser` and `wrap`

    >>> for report in tongket.read_many("examples/reports/ha-*.txt"):
    ...     print(report.id, report.origin.kind)
    ha-nam-2016-annual text
    """
    function = "tongket.read_many"
    used = parser_for(function, parser, wrap)
    _options.check(function, workers=workers, progress=progress, errors=errors)
    _options.check(function, max_bytes=max_bytes, time_limit=time_limit)
    given, threads = _given_sources(sources), thread_count(workers)
    limits = Limits(max_bytes, time_limit)

    def work(batch: list[tuple[int, Document | Unread]]) -> list[Report | Failure]:
        return [_report(document, index, used, limits, attachments=True) for index, document in batch]

    def run() -> Iterator[Report | Failure]:
        return outcomes(_documents(given, max_bytes), work, threads, weight=_weight)

    return Reports(run, errors=errors, progress=progress, once=isinstance(given, Iterator) or hasattr(sources, "read"))


def _given_sources(sources: Source | Iterable[Named]) -> Iterable[Named]:
    """What was given as an iterable; a path that leads nowhere is told at once."""
    if isinstance(sources, (str, os.PathLike)):
        files(sources)
        return [sources]
    if isinstance(sources, (bytes, bytearray, memoryview)) or hasattr(sources, "read"):
        return [cast("Source", sources)]
    if _given.kind_of(sources) != "many":
        _given.refuse(
            "tongket.read_many", "a folder, a path, bytes, an open file or an iterable of these", sources, REMEDIES
        )
    return sources


def _documents(given: Iterable[Named], max_bytes: int) -> Iterator[Document | Unread]:
    for item in given:
        name, source = _pair(item)
        try:
            yield from documents(source, name, max_bytes, attachments=True)
        except (Error, OSError) as error:
            yield Unread(name, None, error)


def _pair(item: Named) -> tuple[str | None, Source]:
    """The name that was given with a file, and this."""
    if not isinstance(item, tuple):
        return None, item
    size: int = len(item)
    if size != 2:
        message = f"tongket.read_many takes files and pairs of a name and a file, not a tuple of {size}"
        raise TypeError(f"{message}: give several files as a list")
    _options.check("tongket.read_many", name=item[0])
    return item


def _weight(document: Document | Unread) -> int:
    """What reading costs, in bytes of text: a file that is no text is worth a batch of its own."""
    if isinstance(document, Unread):
        return 0
    return len(document.data) if document.kind is FileKind.text else BATCH_WEIGHT


def _report(
    document: Document | Unread, index: int, parser: Parser, limits: Limits, *, attachments: bool
) -> Report | Failure:
    """The report of a file; `attachments` says whether what is attached to an e-mail has reports of its own."""
    if isinstance(document, Unread):
        return Failure(index, document.name, document.error)
    try:
        content = content_of(document.kind, document.data, limits)
        origin = Origin(document.path, document.kind, content.encoding, content.pages)
        warnings = list(content.warnings)
        if document.kind is FileKind.eml and not attachments:
            warnings += _unread_attachments(document.data)
        data = with_warnings(parser._core.parse(content.text), warnings)
        return Report(data, document.name, content.page, origin)
    except Error as error:
        return Failure(index, document.name, error if document.path is None else error.in_file(document.path))
    except ImportError as error:  # files of other kinds are read all the same
        return Failure(index, document.name, error)


#: So many names are told.
_MOST_NAMES = 5


def _unread_attachments(mail: bytes) -> Iterator[Diagnostic]:
    """What is said of the files that are attached to an e-mail, where only its text is read."""
    names = [_given.described(name) for name, _ in eml.attachments(mail)]
    if names:
        told = ", ".join(names[:_MOST_NAMES]) + (", ..." if len(names) > _MOST_NAMES else "")
        count = "a file is attached, which is" if len(names) == 1 else f"{len(names)} files are attached, which are"
        message = f"{count} not read: {told}; tongket.read_many reads the e-mail with them"
        yield Diagnostic(Severity.warning, "unread-attachments", message, Span(0, 0))
