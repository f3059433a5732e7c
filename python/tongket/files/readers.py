# SPDX-License-Identifier: BSL-1.0
"""From the bytes of one file to its text, by its kind."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from tongket import _footnotes, _worker
from tongket.encoding import check_marks, convert_legacy, decode, from_legacy
from tongket.errors import Error
from tongket.files import archives, eml, office
from tongket.files.content import Content
from tongket.files.kinds import FileKind
from tongket.model import Diagnostic, Severity, Span
from tongket.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tongket.files.content import Limits

#: What reads a kind of file: the module to import, and the package that has it.
_PACKAGES = {
    FileKind.html: ("trafilatura", "trafilatura"),
    FileKind.pdf: ("pypdfium2", "pypdfium2"),
    FileKind.docx: ("docx", "python-docx"),
    FileKind.rtf: ("striprtf", "striprtf"),
}


def content_of(kind: FileKind, data: bytes, limits: Limits) -> Content:
    """The text of a file that is no archive.

    Raises:
        Error: it is damaged, encrypted, too large, takes too long, or has no text or one without its marks
        ImportError: the package that reads this kind is not installed, or cannot be imported
    """
    content = _READERS[kind](data, limits)
    if not content.text.strip() and kind in _WITHOUT_TEXT:
        raise Error(_WITHOUT_TEXT[kind], "no_text")
    check_marks(content.text)
    return content


_OCR = "`ocrmypdf -l vie in.pdf out.pdf` makes one with text (with --force-ocr, where numbers or stamps are text)"
_SCANNED = f"without text, as of scanned pages: {_OCR}"
_WITHOUT_TEXT = {
    FileKind.pdf: f"a PDF {_SCANNED}",
    FileKind.docx: f"a DOCX without text; if its pages are pictures, save it as PDF: a PDF {_SCANNED}",
    FileKind.doc: f"a DOC without text; if its pages are pictures, save it as PDF: a PDF {_SCANNED}",
    FileKind.odt: f"an ODT without text; if its pages are pictures, save it as PDF: a PDF {_SCANNED}",
    FileKind.rtf: "an RTF without text",
    FileKind.eml: "an e-mail without a text; tongket.read_many reads what is attached to it",
}


def need(kind: FileKind) -> None:
    """Looks for the package that reads a kind.

    Raises:
        ImportError: it is not installed
    """
    module, package = _PACKAGES[kind]
    if importlib.util.find_spec(module) is None:
        raise ImportError(f"{kind.upper()} files need {package}: pip install 'tongket[files]'")


def _unicode(text: str) -> tuple[str, str | None]:
    """The text in Unicode where it was typed in a legacy font, and which, in words."""
    converted, scheme = convert_legacy(text)
    return converted, None if scheme is None else f"{scheme} letters converted"


def _text(data: bytes, _: Limits) -> Content:
    decoded = decode(data)
    return Content(decoded.text, decoded.description)


def _html(data: bytes | str, limits: Limits) -> Content:
    need(FileKind.html)
    found = read_page(data, url=None, max_bytes=limits.max_bytes, time_limit=limits.time_limit)
    return Content(found.text, found.page.encoding, page=found.page, warnings=found.warnings)


def _pdf(data: bytes, limits: Limits) -> Content:
    need(FileKind.pdf)
    texts, pictures, marks, notes = _worker.run("pdf", data, limits.time_limit)
    _, scheme = convert_legacy("\n".join(texts))
    if scheme is not None:
        texts = [from_legacy(text, scheme) for text in texts]
    pages: list[Span] = []
    begin = 0
    for text in texts:
        pages.append(Span(begin, begin + len(text)))
        begin += len(text) + 1
    # As the parser takes a form feed for the turn of a page.
    encoding = None if scheme is None else f"{scheme} letters converted"
    warnings = (*_unread_pages(pages, pictures), *_footnotes.warnings_of(marks, notes))
    return Content("\f".join(texts), encoding, tuple(pages), warnings=warnings)


def _unread_pages(pages: Sequence[Span], unread: Sequence[int]) -> tuple[Diagnostic, ...]:
    if not unread:
        return ()
    which = _ranges([at + 1 for at in unread])
    told = f"page {which} is a picture" if len(unread) == 1 else f"pages {which} are pictures"
    remedy = f"`ocrmypdf -l vie --force-ocr --pages {which.replace(' ', '')} in.pdf out.pdf` makes a PDF with text"
    message = f"{told}, and what is shown there is not read ({len(pages)} pages in all): {remedy}"
    return (Diagnostic(Severity.warning, "unread-pages", message, pages[unread[0]]),)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in words.

    >>> _ranges([2, 3, 4, 7])
    '2-4, 7'
    """
    there = set(numbers)
    begins = [number for number in numbers if number - 1 not in there]
    ends = [number for number in numbers if number + 1 not in there]
    return ", ".join(str(begin) if begin == end else f"{begin}-{end}" for begin, end in zip(begins, ends))


def _docx(data: bytes, limits: Limits) -> Content:
    need(FileKind.docx)
    archives.check_office(data, limits.max_bytes)
    text, pictures = _worker.run("docx", data, limits.time_limit)
    return Content(*_unicode(text), warnings=_unread_pictures(pictures))


def _unread_pictures(count: int) -> tuple[Diagnostic, ...]:
    if not count:
        return ()
    told = "a picture is as large as a page" if count == 1 else f"{count} pictures are as large as a page"
    message = f"{told}, and what is shown there is not read: save the file as PDF, of which {_OCR}"
    return (Diagnostic(Severity.warning, "unread-pages", message, Span(0, 0)),)


def _rtf(data: bytes, limits: Limits) -> Content:
    need(FileKind.rtf)
    return Content(*_unicode(_worker.run("rtf", data, limits.time_limit)))


def _doc(data: bytes, limits: Limits) -> Content:
    made = office.to_docx(data, FileKind.doc, limits.time_limit)
    if made is not None:
        return _docx(made, limits)
    text = office.by_antiword(data, limits.time_limit)
    if text is None:
        raise office.missing(FileKind.doc)
    return Content(*_unicode(text))


def _odt(data: bytes, limits: Limits) -> Content:
    archives.check_office(data, limits.max_bytes)
    made = office.to_docx(data, FileKind.odt, limits.time_limit)
    if made is None:
        raise office.missing(FileKind.odt)
    return _docx(made, limits)


def _eml(data: bytes, limits: Limits) -> Content:
    body = eml.body(data)
    if body is None:
        return Content("")
    content = _html(body.text, limits) if body.is_html else Content(body.text, body.encoding)
    if not body.unread:
        return content
    warning = Diagnostic(Severity.warning, "unread-part", body.unread, Span(0, 0))
    return content._replace(warnings=(*content.warnings, warning))


_READERS: dict[FileKind, Callable[[bytes, Limits], Content]] = {
    FileKind.text: _text,
    FileKind.html: _html,
    FileKind.pdf: _pdf,
    FileKind.docx: _docx,
    FileKind.rtf: _rtf,
    FileKind.doc: _doc,
    FileKind.odt: _odt,
    FileKind.eml: _eml,
}
