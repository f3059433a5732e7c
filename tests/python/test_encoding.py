# SPDX-License-Identifier: BSL-1.0
"""Text in other encodings and of legacy fonts."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tongket
from conftest import EXAMPLES
from made import windows_1258
from tongket.encoding import _TCVN3, _VNI

LOWER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SENTENCE = (
    "Sở Bưu chính, Viễn thông tỉnh Phú Thọ tổ chức hội nghị tổng kết công tác năm 2006, triển khai nhiệm vụ năm 2007."
)


@pytest.mark.parametrize("scheme", ["TCVN3", "VNI"])
def test_every_letter_comes_back(scheme):
    upper = "ĂÂĐÊÔƠƯ" if scheme == "TCVN3" else LOWER.upper()
    for letter in LOWER + upper:
        there = tongket.encode_legacy(letter, scheme)
        assert there.isascii() == letter.isascii()
        table = _TCVN3 if scheme == "TCVN3" else _VNI
        assert table.get(there, there) == letter, there
    assert len(_TCVN3) == 60 + 7 + 7  # toned letters, plain ones with a hat, horn or bar, and their capitals
    assert tongket.convert_legacy(tongket.encode_legacy(SENTENCE, scheme)) == (SENTENCE, scheme)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="no iconv")
def test_the_table_is_that_of_the_standard():
    """TCVN 5712, as the C library knows it, has the same letters at the same places."""
    codes = bytes(range(0xA1, 0x100))
    run = subprocess.run(["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"], input=codes, capture_output=True)
    if run.returncode != 0:
        pytest.skip("this iconv does not know TCVN5712-1")
    standard = unicodedata.normalize("NFC", run.stdout.decode())
    ours = {ord(key): value for key, value in _TCVN3.items()}
    there = dict(zip(codes, standard)) if len(standard) == len(codes) else {}
    assert there, "one letter for each code"
    different = {code: (value, there[code]) for code, value in ours.items() if there[code] != value}
    assert different == {}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_reports_come_back(path):
    text = unicodedata.normalize("NFC", path.read_text("utf-8"))
    assert tongket.convert_legacy(text) == (text, None)
    # Latin-1 has no such signs, or the fonts have letters there.
    text = text.translate({ord(sign): None for sign in "–—“”‘’«»…•"})
    for scheme in ("TCVN3", "VNI"):
        letters = tongket.encode_legacy(text, scheme)
        results = [tongket.convert_legacy(letters)]
        for encoding in ("latin-1", "utf-8"):
            decoded = tongket.decode(letters.encode(encoding))
            results.append((decoded.text, decoded.legacy))
        for got, found in results:
            assert found == scheme
            # TCVN3 writes capitals with tones as small letters in a font of capitals.
            assert got.lower() == text.lower() if scheme == "TCVN3" else got == text


@pytest.mark.parametrize(
    ("data", "encoding", "description"),
    [
        (SENTENCE.encode(), "utf-8", "UTF-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8", "UTF-8 by its mark"),
        (SENTENCE.encode("utf-16"), "utf-16-le", "UTF-16-LE by its mark"),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16-be", "UTF-16-BE by its mark"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", "UTF-16-LE without a mark"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be", "UTF-16-BE without a mark"),
        (SENTENCE.encode("utf-32"), "utf-32-le", "UTF-32-LE by its mark"),
        (windows_1258(SENTENCE), "windows-1258", "Windows-1258, marks joined to their letters"),
        (
            tongket.encode_legacy(SENTENCE, "TCVN3").encode("latin-1"),
            "windows-1252",
            "TCVN3 letters in windows-1252, converted",
        ),
        (tongket.encode_legacy(SENTENCE, "VNI").encode(), "utf-8", "VNI letters in UTF-8, converted"),
    ],
)
def test_decode(data, encoding, description):
    decoded = tongket.decode(data)
    assert decoded.text == SENTENCE
    assert (decoded.encoding, decoded.description) == (encoding, description)


@pytest.mark.parametrize("scheme", [None, "VNI"])
def test_utf8_with_a_few_other_bytes(scheme):
    data = (tongket.encode_legacy(SENTENCE, scheme) if scheme else SENTENCE).encode()
    wanted = f"{scheme} letters in UTF-8, damaged, converted" if scheme else "UTF-8, damaged"
    for damage in (b"\xff", b"\xe1", b"\xe1\xba"):  # and letters that were cut off
        for place in (0, data.index(b" ") + 1, len(data)):
            decoded = tongket.decode(data[:place] + damage + data[place:])
            assert decoded.text.replace("\ufffd", "") == SENTENCE
            assert decoded.text.count("\ufffd") == 1
            assert (decoded.encoding, decoded.legacy, decoded.description) == ("utf-8", scheme, wanted)
    assert tongket.decode(b"Caf\xe9 " + "Sở".encode()).encoding != "utf-8"


def test_what_is_not_vietnamese_is_left_alone():
    for text in ("", "plain English", "Çà et là, déjà vu: très élégant", "Größe über alles", "naïve café", "Ñandú"):
        assert tongket.convert_legacy(text) == (text, None)
        assert tongket.decode(text.encode()).text == text
    assert tongket.decode(b"").text == ""


def test_what_was_decoded_can_be_parsed(reports):
    for scheme in ("VNI", "TCVN3"):
        legacy = tongket.encode_legacy(reports[0].source.replace("–", "-"), scheme)
        report = tongket.parse(tongket.decode(legacy.encode("cp1252", "ignore")).text)
        assert abs(len(report.measures) - len(reports[0].measures)) <= 1


@given(st.binary(max_size=200))
def test_any_bytes(data):
    decoded = tongket.decode(data)
    assert isinstance(decoded.text, str)
    assert decoded.description


@given(st.text(max_size=60))
def test_any_text(text):
    converted, scheme = tongket.convert_legacy(text)
    assert scheme is not None or converted == text


def test_no_such_scheme():
    with pytest.raises(ValueError, match="scheme must be 'TCVN3' or 'VNI', not 'x'"):
        tongket.encode_legacy("a", "x")
