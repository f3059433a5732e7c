# SPDX-License-Identifier: BSL-1.0
"""Pages of prose in two columns: their lines, one column behind the other, with wrapped ones joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tongket.files.pdf_words import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongket.files.pdf_words import Word

#: Lines of each column at least.
_FEWEST = 8
#: Letters in a line of prose on average, and the share of lines of prose that go on in the middle of a sentence.
_LETTERS, _GOING_ON = 15, 0.3
#: The share of lines that may reach over the gap between columns, as headlines do.
_OVER_GAP = 0.1
#: Where the gap is, as shares of the width of the page's text.
_MIDDLE = (0.35, 0.65)
#: Points by which the left margins of two pages with the same columns may be off.
_OFF = 3.0
# In heights of a character: how broad the gap is at least, a blank, the indentation of a
# paragraph, and how far lines of one are apart at most.
_GAP, _BLANK, _INDENT, _APART = 0.7, 0.28, 0.6, 2.5
_BULLET = re.compile(r"(?:[^\w\s(\"“‘'%]|\d{1,2}[.)]|[a-z]\)|[IVX]+\.)")
_INSIDE_WORD = re.compile(r"\w[-/]\Z")


class Columns(NamedTuple):
    """Where two columns stand, in points: the left one up to a gap, the right one behind it."""

    left: float
    gap_begin: float
    gap_end: float
    right: float


def find(words: Sequence[Word], before: Columns | None) -> Columns | None:
    """The columns of a page, None where it does not clearly have two of prose; n log n in its words.

    Args:
        words: those of the page
        before: the columns of the page before it, which it may have too, with less in them
    """
    lines = lines_of(words)
    if not lines:
        return None
    if before is not None and abs(min(word.left for word in words) - before.left) <= _OFF:
        halves = [_half(line, before) for line in lines]
        sides = [[half[side] for half in halves if half is not None and half[side]] for side in (0, 1)]
        if halves.count(None) <= _OVER_GAP * len(lines) and all(map(_has_letters, sides)):
            return before
    gap = _gap(lines, min(word.left for word in words), max(word.right for word in words))
    found = [] if gap is None else [_half(line, gap) for line in lines]
    if found.count(None) > _OVER_GAP * len(lines):
        return None
    left, right = ([half[side] for half in found if half is not None and half[side]] for side in (0, 1))
    if not (_is_prose(left) and _is_prose(right)):
        return None
    # Beside each other, not one below the other.
    beside = [line for line in left if right[0][0].base <= line[0].base <= right[-1][0].base]
    return Columns(*_sides(left), *_sides(right)) if len(beside) >= _FEWEST else None


def _sides(lines: Sequence[Sequence[Word]]) -> tuple[float, float]:
    return min(line[0].left for line in lines), max(line[-1].right for line in lines)


def _gap(lines: Sequence[Sequence[Word]], left: float, right: float) -> Columns | None:
    """The broadest stripe in the middle that hardly a line has a word in."""
    width = int(right - left) + 1
    begin, end = (int(share * width) for share in _MIDDLE)
    over = [0] * (width + 2)
    for line in lines:
        # The blanks of a line are part of it, but for the broad ones.
        first = line[0]
        spans = [[first.left, first.right]]
        for word in line[1:]:
            if word.left - spans[-1][1] < _GAP * word.height:
                spans[-1][1] = max(spans[-1][1], word.right)
            else:
                spans.append([word.left, word.right])
        for a, b in spans:
            over[max(0, int(a - left))] += 1
            over[min(width, int(b - left)) + 1] -= 1
    best, at, depth = (0, 0), None, 0
    for x in range(width + 1):
        depth += over[x]
        is_free = begin <= x <= end and depth <= _OVER_GAP * len(lines)
        if is_free and at is None:
            at = x
        elif not is_free and at is not None:
            best, at = max(best, (at, x), key=lambda each: each[1] - each[0]), None
    height = lines[0][0].height
    return Columns(left, left + best[0], left + best[1], right) if best[1] - best[0] >= _GAP * height else None


def _half(line: Sequence[Word], columns: Columns) -> tuple[list[Word], list[Word]] | None:
    """The words of a line in each column; None where one reaches over the gap."""
    middle = (columns.gap_begin + columns.gap_end) / 2
    halves = [word for word in line if word.right <= middle], [word for word in line if word.left >= middle]
    if len(halves[0]) + len(halves[1]) < len(line):
        return None
    if all(halves) and halves[1][0].left - halves[0][-1].right < _GAP * line[0].height:
        return None
    return halves


def _is_prose(lines: Sequence[Sequence[Word]]) -> bool:
    if len(lines) < _FEWEST:
        return False
    going_on = sum(line[0].text[0].islower() for line in lines)
    return _has_letters(lines) and going_on >= _GOING_ON * len(lines)


def _has_letters(lines: Sequence[Sequence[Word]]) -> bool:
    letters = sum(sum(map(str.isalpha, word.text)) for line in lines for word in line)
    return letters >= _LETTERS * len(lines)


class _Line(NamedTuple):
    """Words of a line, and the sides of its column."""

    words: list[Word]
    left: float
    right: float


def text_of(words: Sequence[Word], columns: Columns) -> list[str]:
    """The paragraphs of a page in columns, each a line; what reaches over both stands before and behind them."""
    paragraphs: list[str] = []
    last: _Line | None = None
    for line in _in_order(words, columns):
        told = " ".join(word.text for word in line.words)
        if last is not None and _goes_on(last, line):
            paragraphs[-1] += ("" if _INSIDE_WORD.search(paragraphs[-1]) else " ") + told
        else:
            paragraphs.append(told)
        last = line
    return paragraphs


def _in_order(words: Sequence[Word], columns: Columns) -> Iterator[_Line]:
    """The lines of a page as they are read."""
    left: list[_Line] = []
    right: list[_Line] = []
    for line in lines_of(words):
        half = _half(line, columns)
        if half is None:
            yield from (*left, *right, _Line(line, columns.left, columns.right))
            left, right = [], []
            continue
        if half[0]:
            left.append(_Line(half[0], columns.left, columns.gap_begin))
        if half[1]:
            right.append(_Line(half[1], columns.gap_end, columns.right))
    yield from (*left, *right)


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether a line goes on in the following one: the first word of this had no room, and opens no paragraph."""
    first = following.words[0]
    # The number of a page, and what stands apart.
    if not any(char.isalpha() for word in line.words for char in word.text):
        return False
    if first.base - line.words[0].base > _APART * first.height:
        return False
    if goes_on(line.words[-1].text, first.text):
        return True
    if _BULLET.fullmatch(first.text) or first.left > following.left + _INDENT * first.height:
        return False
    # A headline over both columns goes on in none of them.
    if abs((line.right - line.left) - (following.right - following.left)) > (line.right - line.left) / 4:
        return False
    return line.words[-1].right + _BLANK * first.height + (first.right - first.left) > line.right


def goes_on(line: str, following: str) -> bool:
    """Whether a line surely goes on in the following one: it ends in no mark, and that begins with a small letter.

    >>> goes_on("tăng 9", "bậc so với"), goes_on("tăng 9 bậc.", "so với"), goes_on("tăng 9 bậc", "2. Y tế")
    (True, False, False)
    """
    return line[-1:] not in {".", ":", ";", "!", "?"} and following[:1].islower() and not _BULLET.match(following)
