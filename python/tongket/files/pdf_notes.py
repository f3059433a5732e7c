# SPDX-License-Identifier: BSL-1.0
"""Footnotes of a page of PDF: marks that are smaller and raised, and the notes at its foot."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tongket import _footnotes
from tongket.files.pdf_pages import PAGE_NUMBER, line_places
from tongket.files.pdf_words import Glyph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In heights of the character before a mark: how high a mark is at most, by how much it is raised, how far it is from
# there; and how high the lines of notes are at most.
_SMALL, _LEAST_RAISED, _MOST_RAISED, _NEAR, _SMALLER = 0.8, 0.12, 0.75, 0.5, 0.9
#: As PDFium parts what does not stand on one line.
_BREAK_BEHIND = re.compile(r"(?: ?\r\n| )?")
#: In heights of a character: a blank.
_BLANK_WIDTH = 0.12
_NOTE = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,3})[\])]?(?=[\s.:]|[^\W\d]|\Z)")


class Noted(NamedTuple):
    """A page without its footnotes.

    Attributes:
        text: as PDFium has it but for them
        glyphs: a place for each code point of the text
        marks: how many marks were left out
        notes: how many notes were left out
    """

    text: str
    glyphs: list[Glyph]
    marks: int = 0
    notes: int = 0


class _Run(NamedTuple):
    """Raised characters: where they begin and end in the page, with line breaks that they bring about."""

    first: int
    last: int
    text: str
    before: str
    anchor: Glyph
    gap: str

    def number(self) -> str:
        return re.sub(r"[^\d*]", "", self.text)


def without_notes(text: str, glyphs: list[Glyph]) -> Noted:
    """Leaves out the marks of footnotes and the notes of a page, and makes raised squares and cubes letters.

    The time grows as the characters do.

    Args:
        text: as PDFium has it
        glyphs: a place for each code point of the text
    """
    runs = _raised(text, glyphs)
    marks = [run for run in runs if _footnotes.read_as(run.text, run.before, has_note=True) == ""]
    notes = _notes(text, glyphs, marks)
    edits: list[tuple[int, int, list[Glyph]]] = []
    count = 0
    for run in runs:
        if notes is not None and notes.first <= run.first < notes.last:
            continue
        read = _footnotes.read_as(run.text, run.before, has_note=notes is not None and run.number() in notes.numbers)
        if read is None:
            continue
        count += not read
        new = [run.anchor._replace(char=char, left=run.anchor.right, right=run.anchor.right) for char in read]
        edits.append((run.first, run.last, [*new, *(Glyph(" ", 0.0, 0.0, 0.0, 0.0) for _ in run.gap)]))
    if notes is not None:
        edits.append((notes.first, notes.last, []))
    if not edits:
        return Noted(text, glyphs)
    edited, places = _edited(text, glyphs, sorted(edits, key=lambda edit: edit[0]))
    return Noted(edited, places, count, 0 if notes is None else len(notes.numbers))


def _edited(
    text: str, glyphs: Sequence[Glyph], edits: Iterable[tuple[int, int, list[Glyph]]]
) -> tuple[str, list[Glyph]]:
    """A page with other characters from a place to another."""
    parts: list[str] = []
    places: list[Glyph] = []
    at = 0
    for first, last, new in edits:
        parts += (text[at:first], "".join(glyph.char for glyph in new))
        places += (*glyphs[at:first], *new)
        at = last
    return "".join([*parts, text[at:]]), [*places, *glyphs[at:]]


def _raised(text: str, glyphs: Sequence[Glyph]) -> list[_Run]:
    """What is smaller than the character before it, raised, and near to it."""
    shown = [at for at, glyph in enumerate(glyphs) if glyph.char != " "]
    runs: list[_Run] = []
    k = 1
    while k < len(shown):
        anchor = glyphs[shown[k - 1]]
        end, right = k, anchor.right
        while end < len(shown) and _is_raised(glyphs[shown[end]], anchor, right):
            right = glyphs[shown[end]].right
            end += 1
        if end > k:
            runs.append(_run(text, glyphs, (shown[k - 1], shown[k], shown[end - 1] + 1), shown[end : end + 1]))
        k = max(k + 1, end)
    return runs


def _is_raised(glyph: Glyph, anchor: Glyph, right: float) -> bool:
    return (
        glyph.height <= _SMALL * anchor.height
        and _LEAST_RAISED * anchor.height <= anchor.base - glyph.base <= _MOST_RAISED * anchor.height
        and abs(glyph.left - right) <= _NEAR * anchor.height
    )


def _run(text: str, glyphs: Sequence[Glyph], places: tuple[int, int, int], behind: Sequence[int]) -> _Run:
    """A run with the line breaks around it that are none, since the line of its anchor goes on."""
    at, first, last = places
    anchor, raised = glyphs[at], text[first:last]
    if "\n" in text[at + 1 : first]:
        first = at + 1
    gap = ""
    found = _BREAK_BEHIND.match(text, last)
    if behind and found is not None and "\n" in found.group() and found.end() <= behind[0]:
        follower = glyphs[behind[0]]
        right = glyphs[last - 1].right
        is_line = abs(follower.base - anchor.base) <= _LEAST_RAISED * anchor.height
        if is_line and follower.left >= right - _NEAR * anchor.height:
            last = found.end()
            is_parted = follower.left - right > _BLANK_WIDTH * anchor.height
            gap = " " if is_parted and not text[last].isspace() else ""
    before = "".join(glyph.char for glyph in glyphs[max(0, first - _footnotes.REACH) : first])
    return _Run(first, last, raised, before, anchor, gap)


# ---- notes ---------------------------------------------------------------------------------------------------------


class _Notes(NamedTuple):
    first: int
    last: int
    numbers: set[str]


def _notes(text: str, glyphs: Sequence[Glyph], marks: Sequence[_Run]) -> _Notes | None:
    """The notes at the foot of a page, smaller lines below all others, from that of the first mark on."""
    if not marks:
        return None
    height = _SMALLER * median(mark.anchor.height for mark in marks)
    lines = [line for line in line_places(text) if text[line[0] : line[1]].strip()]
    end = len(lines)
    while end and PAGE_NUMBER.fullmatch(text[lines[end - 1][0] : lines[end - 1][1]].strip()):
        end -= 1
    begin = end
    while begin and median(g.height for g in glyphs[slice(*lines[begin - 1])] if g.char != " ") <= height:
        begin -= 1
    numbers = {mark.number() for mark in marks}
    told = [(at, note.group(1)) for at in range(begin, end) if (note := _NOTE.match(text, *lines[at])) is not None]
    first = max((at for at, number in told if number == marks[0].number()), default=0)
    if not first:
        return None
    upper = [glyph.base for glyph in glyphs[: lines[first - 1][1]] if glyph.char != " "]
    lower = [glyph.base for glyph in glyphs[lines[first][0] : lines[end - 1][1]] if glyph.char != " "]
    if min(lower) <= max(upper):
        return None
    there = {number for at, number in told if at >= first and number in numbers}
    return _Notes(lines[first - 1][1], lines[end - 1][1], there)
