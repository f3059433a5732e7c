# SPDX-License-Identifier: BSL-1.0
"""The text of RTF files, by striprtf."""

from __future__ import annotations

import unicodedata

from tongket.errors import Error


def load() -> None:
    """Imports what reads RTF.

    Raises:
        ImportError: it is not installed
    """
    import striprtf.striprtf  # noqa: F401, PLC0415


def read(data: bytes) -> str:
    """The text, a paragraph a line; marks that stand behind their letters (Windows-1258) are joined to them.

    Raises:
        Error: the file is damaged
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever a damaged file brings about there
        raise Error(f"a damaged RTF: {type(error).__name__}: {error}", "invalid_file") from error
    return unicodedata.normalize("NFC", text)
