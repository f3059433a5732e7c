# SPDX-License-Identifier: BSL-1.0
"""MinHash signatures of texts, by which near duplicates are found."""

from __future__ import annotations

import unicodedata

from rensa import RMinHash

#: How many hashes a signature has, and how many of them make a band. Pages that share a band are compared: of those
#: that have half of their shingles in common all do but one in ten thousand.
HASHES = 64
BAND = 2
_WORDS = 4
#: Only shingles that begin so count, about one in four: the same ones wherever a text stands on its page.
_INITIALS = ("t", "đ")
_SEED = 13


def signature(text: str) -> bytes:
    r"""The signature of a text, 4 bytes a hash.

    >>> signature("Sở Y tế tổng kết năm 2016") == signature("  Sở Y tế\ntổng kết năm 2016")
    True
    """
    words = unicodedata.normalize("NFC", text).lower().split()
    shingles = [" ".join(words[i : i + _WORDS]) for i, word in enumerate(words) if word.startswith(_INITIALS)]
    made = RMinHash(HASHES, _SEED)
    made.update(shingles or words)
    return b"".join(int(value).to_bytes(4, "little") for value in made.digest())
