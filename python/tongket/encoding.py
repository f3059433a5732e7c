# SPDX-License-Identifier: BSL-1.0
"""Text as users have it: other encodings, and the legacy fonts of pages before 2008.

TCVN3 (fonts such as .VnTime) and VNI (VNI-Times) put Vietnamese letters where Latin-1 has others; such text survives
in files of bytes and, as Latin-1 letters, in pages that were later made Unicode.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongket import _core, _given, _options
from tongket.errors import Error

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Decoded", "convert_legacy", "decode", "encode_legacy"]

# ---- tables --------------------------------------------------------------------------------------------------------

_TCVN3: dict[str, str] = dict(_core.legacy_letters("TCVN3"))
_VNI: dict[str, str] = dict(_core.legacy_letters("VNI"))
_TABLES: Mapping[str, Mapping[str, str]] = {"TCVN3": _TCVN3, "VNI": _VNI}

# ---- legacy letters ------------------------------------------------------------------------------------------------


def convert_legacy(text: str) -> tuple[str, str | None]:
    """Turns text of TCVN3 or VNI fonts into Unicode.

    Args:
        text: any text; what is Vietnamese in Unicode already is left alone

    Returns:
        the text, and `TCVN3` or `VNI` where it was converted, else None

    >>> convert_legacy("Së Th«ng tin vµ TruyÒn th«ng tæng kÕt c«ng t¸c n¨m")
    ('Sở Thông tin và Truyền thông tổng kết công tác năm', 'TCVN3')
    >>> convert_legacy("Sôû Thoâng tin vaø Truyeàn thoâng toång keát coâng taùc naêm")
    ('Sở Thông tin và Truyền thông tổng kết công tác năm', 'VNI')
    """
    _given.check_phrase(text, "tongket.convert_legacy")
    try:
        return _core.convert_legacy(text.encode()) or (text, None)
    except UnicodeEncodeError:  # a lone surrogate, which no font has
        return text, None


def from_legacy(text: str, scheme: str) -> str:
    """Text of a font that is known.

    >>> from_legacy("Së", "TCVN3")
    'Sở'
    """
    return _core.from_legacy(text.encode("utf-8", "replace"), scheme)


def encode_legacy(text: str, scheme: str) -> str:
    """Turns Unicode into the letters of a legacy font, `TCVN3` or `VNI`: the other way round, for tests and old tools.

    Raises:
        TypeError, ValueError: no text, or another font

    >>> encode_legacy("Sở Y tế", "VNI")
    'Sôû Y teá'
    """
    _given.check_phrase(text, "tongket.encode_legacy")
    _options.check("tongket.encode_legacy", scheme=scheme)
    back: dict[str, str] = {}
    for key, value in _TABLES[scheme].items():
        # The first wins: capitals with capital marks stand behind those with small ones in no table that matters.
        back[value] = key if value not in back or key.isupper() else back[value]
    if scheme == "TCVN3":
        # Its capitals with tones need a font of capitals: the same codes as small letters.
        back = {**{value.upper(): key for value, key in back.items() if value.upper() not in back}, **back}
    return "".join(back.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


# ---- marks ---------------------------------------------------------------------------------------------------------


def check_marks(text: str) -> None:
    """Refuses Vietnamese that was typed without its marks, as the program does.

    Raises:
        Error: it is such

    >>> check_marks("Hoi nghi tong ket cong tac nam 2016")  # fewer than twenty words tell nothing
    """
    if _core.lacks_marks(text.encode("utf-8", "replace")):
        raise Error(_core.WITHOUT_MARKS, "unknown_kind")


# ---- bytes ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Decoded:
    """What `decode` made of bytes.

    Attributes:
        text: the text, in NFC where it was converted
        encoding: of the bytes: `utf-8`, `utf-16-le`, `windows-1258`, ...
        legacy: `TCVN3` or `VNI` where letters of such a font were converted
        description: what was done, in words

    >>> decode("Sở Y tế".encode()).description
    'UTF-8'
    """

    text: str
    encoding: str
    legacy: str | None
    description: str


_REMEDIES = {
    "str": "a text is decoded already; tongket.convert_legacy converts letters of legacy fonts",
    "path": "tongket.read(path) reads a file",
    "file": "tongket.read(file) reads it",
}


def decode(data: bytes) -> Decoded:
    """Reads bytes of an unknown encoding, and says what it did.

    Known by their form: UTF-8, UTF-16 and UTF-32 with or without a mark. Known by whether the result reads as
    Vietnamese: Windows-1258, TCVN3, VNI. UTF-8 with a few other bytes, as where a page was cut off within a letter, has
    U+FFFD in their places. What is none of these is left to charset-normalizer (extra `html`), or without it is read as
    Windows-1252.

    >>> decode("Sở Y tế tỉnh".encode("utf-16")).encoding
    'utf-16-le'
    >>> decode("Së Y tÕ tØnh".encode("latin-1")).description
    'TCVN3 letters in windows-1252, converted'
    """
    if not isinstance(data, bytes):
        _given.refuse("tongket.decode", "bytes", data, _REMEDIES)
    known = _core.decode(data)
    if known is not None:
        return Decoded(*known)
    repaired = _repaired(data)
    if repaired is not None:
        text, scheme = convert_legacy(repaired)
        return Decoded(text, "utf-8", scheme, _converted("UTF-8, damaged", scheme))
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415
    except ModuleNotFoundError:
        best = None
    else:
        best = from_bytes(data).best()
    if best is None:
        return Decoded(_core.from_windows_1252(data), "windows-1252", None, "Windows-1252, as nothing else fits")
    encoding = best.encoding.replace("_", "-")
    text, scheme = convert_legacy(str(best))
    return Decoded(text, encoding, scheme, _converted(f"{encoding}, a guess", scheme))


#: Of how many letters beyond ASCII at most one may be damaged in UTF-8. In other encodings hardly any are valid.
_LETTERS_TO_ONE_DAMAGED = 20


def _repaired(data: bytes) -> str | None:
    """A text in UTF-8 with U+FFFD for what is not; None where that is more than a few bytes."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return text if letters >= damaged * _LETTERS_TO_ONE_DAMAGED else None


def _converted(description: str, scheme: str | None) -> str:
    return description if scheme is None else f"{scheme} letters in {description}, converted"
