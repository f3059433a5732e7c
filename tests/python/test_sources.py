# SPDX-License-Identifier: BSL-1.0
"""Vietnamese words stand in the lexicon files and the table of keywords, not in the code."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
#: The table of keywords, and the tone marks by vowel.
TABLES = {"include/tongket/grammar/keyword.hpp", "include/tongket/grammar/fold.hpp"}
#: What is looked for before there are tokens; units that are written, not looked for: percentage points, sums for eyes.
KNOWN = {"lib/tokens/tokens.cpp": 6, "lib/tables/read.cpp": 1, "lib/writers/table.cpp": 2}


def vietnamese_literals(text: str) -> list[str]:
    code = COMMENT.sub(lambda found: " " * len(found.group()), text)
    return [word for word in LITERAL.findall(code) if any(ord(c) > 127 and c.isalpha() for c in word)]


def sources() -> list[str]:
    return sorted(
        str(path.relative_to(ROOT)) for folder in ("lib", "include") for path in (ROOT / folder).rglob("*.[ch]pp")
    )


@pytest.mark.parametrize(
    ("code", "count"), [('f("năm")', 1), ('f("nam") // "năm"', 0), ('/* "năm" */ "»"', 0), (r'"\"năm"', 1)]
)
def test_literals_are_found(code: str, count: int) -> None:
    assert len(vietnamese_literals(code)) == count


def test_no_vietnamese_word_in_the_code() -> None:
    found = {
        name: len(words)
        for name in sources()
        if name not in TABLES and (words := vietnamese_literals((ROOT / name).read_text(encoding="utf-8")))
    }
    assert found == KNOWN
