# SPDX-License-Identifier: BSL-1.0
"""Text as users have it: other encodings, and the legacy fonts of pages before 2008.

TCVN3 (fonts such as .VnTime) and VNI (VNI-Times) put Vietnamese letters where Latin-1 has others; such text survives
in files of bytes and, as Latin-1 letters, in pages that were later made Unicode.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongket import _given

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Decoded", "convert_legacy", "decode", "encode_legacy"]

# ---- tables --------------------------------------------------------------------------------------------------------

_TCVN3_LETTERS = (
    "µ:à ¶:ả ·:ã ¸:á ¹:ạ ¨:ă »:ằ ¼:ẳ ½:ẵ ¾:ắ Æ:ặ ©:â Ç:ầ È:ẩ É:ẫ Ê:ấ Ë:ậ ®:đ Ì:è Î:ẻ Ï:ẽ Ð:é Ñ:ẹ ª:ê Ò:ề Ó:ể Ô:ễ Õ:ế "
    "Ö:ệ ×:ì Ø:ỉ Ü:ĩ Ý:í Þ:ị ß:ò á:ỏ â:õ ã:ó ä:ọ «:ô å:ồ æ:ổ ç:ỗ è:ố é:ộ ¬:ơ ê:ờ ë:ở ì:ỡ í:ớ î:ợ ï:ù ñ:ủ ò:ũ ó:ú ô:ụ "
    "\u00ad:ư õ:ừ ö:ử ÷:ữ ø:ứ ù:ự ú:ỳ û:ỷ ü:ỹ ý:ý þ:ỵ ¡:Ă ¢:Â §:Đ £:Ê ¤:Ô ¥:Ơ ¦:Ư"
)
_TCVN3: dict[str, str] = dict(pair.split(":") for pair in _TCVN3_LETTERS.split(" "))

# A letter and the mark that follows it; the mark of a capital is a capital too.
_VNI_MARKS = {
    "aoeuyôö": "ù:\u0301 ø:\u0300 û:\u0309 õ:\u0303 ï:\u0323",
    "aoe": "â:\u0302 á:\u0302\u0301 à:\u0302\u0300 å:\u0302\u0309 ã:\u0302\u0303 ä:\u0302\u0323",
    "a": "ê:\u0306 é:\u0306\u0301 è:\u0306\u0300 ú:\u0306\u0309 ü:\u0306\u0303 ë:\u0306\u0323",
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}


def _make_vni() -> dict[str, str]:
    table = dict(_VNI_ALONE)
    for letters, marks in _VNI_MARKS.items():
        for pair in marks.split():
            mark, combining = pair.split(":")
            for letter in letters:
                base = _VNI_ALONE.get(letter, letter)
                table[letter + mark] = unicodedata.normalize("NFC", base + combining)
    capitals = {key.upper(): value.upper() for key, value in table.items()}
    # A capital with a small mark stands where only the first letter was typed as a capital.
    mixed = {key[0].upper() + key[1]: value.upper() for key, value in table.items() if len(key) == 2}
    return {**mixed, **capitals, **table}


_VNI = _make_vni()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_TABLES: Mapping[str, Mapping[str, str]] = {"TCVN3": _TCVN3, "VNI": _VNI}


def _from_tcvn3(text: str) -> str:
    return text.translate({ord(key): value for key, value in _TCVN3.items()})


def _from_vni(text: str) -> str:
    return _VNI_PATTERN.sub(lambda match: _VNI[match[0]], text)


_CONVERTERS = {"TCVN3": _from_tcvn3, "VNI": _from_vni}

# ---- how Vietnamese a text looks -----------------------------------------------------------------------------------

_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    "(?:oai|oay|oeo|uay|uây|uya|uyê|uôi|ươi|ươu|iêu|yêu|uyu|oa|oă|oe|uâ|uê|uy|uơ|uô|ươ|iê|yê|ia|ua|ưa|ai|ay|ao|au|ây|âu|eo|"
    "êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|ue|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# Letters, and the signs that legacy fonts use as letters.
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\s\x00-\x40\[-`{-~]+")


def _is_syllable(word: str) -> bool:
    """Whether a word could be written in Vietnamese: a rhyme, at most one tone."""
    toneless, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


def _score(text: str) -> float:
    """The share of the runs with letters beyond ASCII that are Vietnamese syllables; 0 where there are none."""
    runs = [run for run in _RUN.findall(text[:20000]) if not run.isascii()]
    if not runs:
        return 0.0
    good = 0
    for run in runs:
        words = _WORD.findall(run.strip("“”‘’–—…«»·•"))
        good += bool(words) and all(word.isascii() or _is_syllable(word) for word in words)
    return good / len(runs)


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
    best, best_score, scheme = text, _score(text), None
    for name, convert in _CONVERTERS.items():
        converted = convert(text)
        if converted == text:
            continue
        score = _score(converted)
        if score >= 0.75 and score > best_score + 0.2:
            best, best_score, scheme = converted, score, name
    return best, scheme


def from_legacy(text: str, scheme: str) -> str:
    """Text of a font that is known.

    >>> from_legacy("Së", "TCVN3")
    'Sở'
    """
    return _CONVERTERS[scheme](text)


def encode_legacy(text: str, scheme: str) -> str:
    """Turns Unicode into the letters of a legacy font, `TCVN3` or `VNI`: the other way round, for tests and old tools.

    >>> encode_legacy("Sở Y tế", "VNI")
    'Sôû Y teá'
    """
    if scheme not in _TABLES:
        raise ValueError(f"no such scheme: {scheme!r}; there are {', '.join(_TABLES)}")
    back: dict[str, str] = {}
    for key, value in _TABLES[scheme].items():
        # The first wins: capitals with capital marks stand behind those with small ones in no table that matters.
        back[value] = key if value not in back or key.isupper() else back[value]
    if scheme == "TCVN3":
        # Its capitals with tones need a font of capitals: the same codes as small letters.
        back = {**{value.upper(): key for value, key in back.items() if value.upper() not in back}, **back}
    return "".join(back.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


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

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> Decoded:
    """Reads bytes of an unknown encoding, and says what it did.

    Known by their form: UTF-8, UTF-16 and UTF-32 with or without a mark. Known by whether the result reads as
    Vietnamese: Windows-1258, TCVN3, VNI. What is none of these is left to charset-normalizer (extra `html`), or without
    it is read as Windows-1252.

    >>> decode("Sở Y tế tỉnh".encode("utf-16")).encoding
    'utf-16-le'
    >>> decode("Së Y tÕ tØnh".encode("latin-1")).description
    'TCVN3 letters in windows-1252, converted'
    """
    if not isinstance(data, bytes):
        _given.refuse("tongket.decode", "bytes", data, _REMEDIES)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _decoded(text, encoding, f"{encoding.upper()} by its mark")
    wide = _guess_wide(data)
    if wide is not None:
        return _decoded(data.decode(wide, "replace"), wide, f"{wide.upper()} without a mark")
    try:
        return _decoded(data.decode("utf-8"), "utf-8", "UTF-8")
    except UnicodeDecodeError:
        return _decode_single_bytes(data)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or by its form; None where the bytes are in neither.

    >>> wide_encoding("Sở Y tế".encode("utf-32-be"))
    'utf-32-be'
    """
    for mark, encoding in _MARKS:
        if encoding != "utf-8" and data.startswith(mark):
            return encoding
    return _guess_wide(data)


def _guess_wide(data: bytes) -> str | None:
    """UTF-16 has a zero byte in every ASCII letter, UTF-32 in every letter; text in other encodings has none at all."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2 or b"\0" not in sample:
        return None
    if len(data) % 4 == 0:
        for encoding, zeros in (
            ("utf-32-le", (sample[2::4], sample[3::4])),
            ("utf-32-be", (sample[0::4], sample[1::4])),
        ):
            if not any(map(any, zeros)):
                return encoding
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    letters = len(sample) // 2
    if odd > letters // 4 and even < odd // 8:
        return "utf-16-le"
    if even > letters // 4 and odd < even // 8:
        return "utf-16-be"
    return None


# Where a code page has no letter, legacy fonts and careless programs do: these bytes pass unchanged.
def _single_bytes(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "tongket.pass_bytes")


def _pass_bytes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("tongket.pass_bytes", _pass_bytes)


def _decode_single_bytes(data: bytes) -> Decoded:
    latin = _single_bytes(data, "cp1252")
    candidates = [(_score(text), text, scheme) for scheme, text in ((s, c(latin)) for s, c in _CONVERTERS.items())]
    windows = unicodedata.normalize("NFC", _single_bytes(data, "cp1258"))
    candidates.append((_score(windows), windows, ""))
    score, text, scheme = max(candidates, key=lambda candidate: candidate[0])
    if score >= 0.75 and score > _score(latin):
        if scheme:
            return Decoded(text, "windows-1252", scheme, f"{scheme} letters in windows-1252, converted")
        return Decoded(text, "windows-1258", None, "Windows-1258, marks joined to their letters")
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415
    except ModuleNotFoundError:
        best = None
    else:
        best = from_bytes(data).best()
    if best is not None:
        return _decoded(str(best), best.encoding.replace("_", "-"), f"{best.encoding.replace('_', '-')}, a guess")
    return Decoded(latin, "windows-1252", None, "Windows-1252, as nothing else fits")


def _decoded(text: str, encoding: str, description: str) -> Decoded:
    converted, scheme = convert_legacy(text)
    if scheme is None:
        return Decoded(text, encoding, None, description)
    return Decoded(converted, encoding, scheme, f"{scheme} letters in {description}, converted")
