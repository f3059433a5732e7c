# SPDX-License-Identifier: BSL-1.0
"""The text of PDF files, by pypdfium2."""

from __future__ import annotations

import threading

from tongket.errors import Error

#: More pages than a report has.
_MAX_PAGES = 5000
# PDFium may be called by one thread at a time.
_lock = threading.Lock()


def load() -> None:
    """Imports what reads PDF.

    Raises:
        ImportError: it is not installed
    """
    import pypdfium2  # noqa: F401, PLC0415


def read(data: bytes) -> list[str]:
    """The text of each page, its lines as they stand there; no form feed in it, which parts the pages.

    Raises:
        Error: the file is damaged or encrypted, or a page is a picture without text and no other has any
    """
    import pypdfium2 as pdfium  # noqa: PLC0415

    with _lock:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise Error("a PDF that is encrypted: save it without a password", "encrypted") from error
            raise Error(f"a damaged PDF: {error}", "invalid_file") from error
        try:
            if len(document) > _MAX_PAGES:
                raise Error(f"a PDF of more than {_MAX_PAGES} pages", "input_too_large")
            return [_page_text(document, index) for index in range(len(document))]
        except pdfium.PdfiumError as error:
            raise Error(f"a damaged PDF: {error}", "invalid_file") from error
        finally:
            document.close()


def _page_text(document: object, index: int) -> str:
    page = document[index]  # type: ignore[index]
    text_page = page.get_textpage()
    try:
        text: str = text_page.get_text_range()
    finally:
        text_page.close()
        page.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").strip("\n")
