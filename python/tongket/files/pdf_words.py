# SPDX-License-Identifier: BSL-1.0
"""From the characters of a page to words, lines and the cells of lines, by where they stand.

Places are in points of 1/72 inch, to the right and down, as a reader of the page has them.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HYPHEN = "-"
# In heights of a character, which are about 1.2 times the size of its font: how far apart characters of a word may
# be at most, words of a cell, and words of a line up and down.
_IN_WORD, _IN_CELL, _IN_LINE, _RAISED = 0.5, 0.65, 0.35, 0.6
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A figure with its unit; times are none.
_QUANTITY = re.compile(r"[+\-−–]?\d[\d.,]*(?: (?!tháng\b|năm\b|ngày\b|quý\b|giờ\b)[^\W\d]\S*(?: \S+){0,2})")


class Glyph(NamedTuple):
    """A character; a blank has no place.

    Attributes:
        char: one code point
        left: where it begins
        right: where it ends
        base: the line it stands on
        height: from its font's lowest to its highest
    """

    char: str
    left: float
    right: float
    base: float
    height: float


class Word(NamedTuple):
    """Characters that stand together.

    Attributes:
        text: the characters
        first: the index of the first in the page
        last: one past that of the last
        left: where it begins
        right: where it ends
        base: the line it stands on
        height: of its highest character
    """

    text: str
    first: int
    last: int
    left: float
    right: float
    base: float
    height: float

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


def word_of(glyphs: Sequence[Glyph], first: int, last: int) -> Word:
    """The characters of a page from one to another as a word."""
    of = glyphs[first:last]
    return Word(
        "".join(glyph.char for glyph in of),
        *(first, last, min(glyph.left for glyph in of), max(glyph.right for glyph in of)),
        *(of[0].base, max(glyph.height for glyph in of)),
    )


def words_of(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words of a page in the order of its characters: blanks, and steps from a place to another, part them."""
    words: list[Word] = []
    first = 0
    for at, glyph in enumerate(glyphs):
        if glyph.char == " ":
            if first < at:
                words.append(word_of(glyphs, first, at))
            first = at + 1
        elif first < at and _steps(glyphs[at - 1], glyph):
            words.append(word_of(glyphs, first, at))
            first = at
    if first < len(glyphs):
        words.append(word_of(glyphs, first, len(glyphs)))
    return words


def _steps(before: Glyph, glyph: Glyph) -> bool:
    height = max(before.height, glyph.height)
    return (
        abs(glyph.base - before.base) > _RAISED * height
        or glyph.left - before.right > _IN_WORD * height
        or glyph.left < before.left - _IN_WORD * height
    )


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words in lines, from the first to the last, each from left to right; n log n in the words."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=attrgetter("base")):
        if lines and word.base - lines[-1][0].base <= _IN_LINE * min(word.height, lines[-1][0].height):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=attrgetter("left"))
    return lines


class Cell(NamedTuple):
    """Words of a line that no gap parts.

    Attributes:
        text: the words, with one blank between two
        left: where it begins
        right: where it ends
    """

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


def cells_of(line: Sequence[Word]) -> list[Cell]:
    """The cells of a line: a gap that is broader than a blank parts two."""
    cells: list[Cell] = []
    for word in line:
        if cells and word.left - cells[-1].right <= _IN_CELL * word.height:
            last = cells[-1]
            cells[-1] = Cell(f"{last.text} {word.text}", last.left, max(last.right, word.right))
        else:
            cells.append(Cell(word.text, word.left, word.right))
    return cells


def joined(lines: Iterable[str]) -> str:
    """The lines of a cell as one; a hyphen at the end of a word takes the next word to it."""
    text = ""
    for line in lines:
        goes_on = text.endswith(HYPHEN) and text[-2:-1].isalpha()
        text += line if goes_on or not text else f" {line}"
    return text


def is_figure(text: str) -> bool:
    """Whether a text looks like a figure: digits and marks alone, no year and no time of day.

    >>> [is_figure(text) for text in ("1.027,5", "+5%", "2016", "8:30", "12 xã")]
    [True, True, False, False, False]
    """
    if ":" in text or any(map(str.isalpha, text)):
        return False
    return any(map(str.isdigit, text)) and not any(map(_YEAR.fullmatch, re.findall(r"\d+", text)))


def is_quantity(text: str) -> bool:
    """Whether a text looks like a figure, with or without its unit.

    >>> [is_quantity(text) for text in ("896", "896 tỷ đồng", "6 tháng", "2016", "12 người dự hội nghị sáng nay")]
    [True, True, False, False, False]
    """
    return is_figure(text) or (_QUANTITY.fullmatch(text) is not None and _YEAR.match(text) is None)
