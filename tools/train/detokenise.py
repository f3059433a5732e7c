# SPDX-License-Identifier: BSL-1.0
"""Turns a tokenised article of the data set that tools/train/pages names into the text that was labelled.

usage: detokenise.py FILE.txt.seg > NAME.txt
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

MARKS = (
    (re.compile(r"\s+([,.;:!?%)\]…])"), r"\1"),
    (re.compile(r"([(\[])\s+"), r"\1"),
    (re.compile(r"\s*/\s*"), "/"),
)
CURVED_QUOTES_AND_SPACES = (
    (re.compile(r"([“‘])\s+"), r"\1"),
    (re.compile(r"\s+([”’])"), r"\1"),
    (re.compile(r"\s{2,}"), " "),
)
OPENING_BRACKETS = ("(", "[")
MARKS_BEHIND_QUOTES = (",", ".", ";", ":", "!", "?", ")")


def detokenise(text: str) -> str:
    """Returns the text of an article whose words are joined by `_` and whose marks stand apart.

    Lines stay lines. Spaces around a slash are lost, as the tokens do not tell where there were any.
    """
    return "\n".join(detokenise_line(line) for line in text.split("\n")).strip() + "\n"


def detokenise_line(line: str) -> str:
    """Returns the text of one line."""
    line = line.replace("_", " ").strip()
    for pattern, replacement in MARKS:
        line = pattern.sub(replacement, line)
    line = close_straight_quotes(line)
    for pattern, replacement in CURVED_QUOTES_AND_SPACES:
        line = pattern.sub(replacement, line)
    return line


def close_straight_quotes(line: str) -> str:
    """Returns the line with its straight quotation marks close to what they quote, the odd ones taken as opening."""
    joined, *parts = line.split('"')
    for number, part in enumerate(parts):
        before, behind = joined.rstrip(), part.strip()
        if number % 2 == 0:
            space = " " if before and not before.endswith(OPENING_BRACKETS) else ""
            joined = f'{before}{space}"{behind}'
        else:
            space = " " if behind and not behind.startswith(MARKS_BEHIND_QUOTES) else ""
            joined = f'{before}"{space}{behind}'
    return joined


def main() -> int:
    """Writes the text of the file that is named; exits with status 2 and the usage where none is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE.txt.seg", type=Path)
    sys.stdout.write(detokenise(parser.parse_args().file.read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
