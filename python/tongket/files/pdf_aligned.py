# SPDX-License-Identifier: BSL-1.0
"""Tables without ruling lines: which lines of a page are theirs, and these as text that keeps their columns.

Where the places of words tell columns, rows and a head of one level, tabs part the cells. Else blanks do, as in the
text that `pdftotext -layout` writes, and the parser decides what is sure. Places are in points of 1/72 inch, to the
right and down.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tongket.files.pdf_words import Cell, cells_of, is_figure, is_quantity, joined, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tongket.files.pdf_words import Word

#: Lines of a head, or of one cell.
_MAX_LINES = 12
#: Cells with words that a row of figures may have before them and behind.
_MAX_BEFORE, _MAX_BEHIND = 3, 2
#: Words of a line of a head that has one cell.
_MAX_WORDS = 5
# In heights of a character: how far figures of one column may be apart, how broad some gap of a table is, from which
# step on a line stands apart from the one before it, and from which on it belongs to something else; by how much more
# rows are apart than lines of a row, how far cells of one level may be up and down, and how far rows may be apart.
_PLAY, _WIDE, _APART, _AWAY, _STEP, _LEVEL, _SPACED = 0.6, 1.2, 1.6, 4.0, 0.08, 0.3, 2.5
#: The number of a row.
_NUMBER = re.compile(r"[IVX]+\.?|\d+(?:\.\d+)*\.?|[A-Za-zđĐ][.)]?")
#: Points by which what is in line may be off.
_OFF = 1.0
#: The least points of a column of letters: the parser takes lines of up to 1,000 bytes for a table.
_NARROWEST = 0.9
#: Blanks between two cells, at least.
_GAP = 2


class Aligned(NamedTuple):
    """A table.

    Attributes:
        words: all of its words
        lines: their text, with a tab, or two blanks or more, between cells
    """

    words: list[Word]
    lines: list[str]


class _Line(NamedTuple):
    words: list[Word]
    cells: list[Cell]
    figures: list[Cell]
    base: float
    height: float

    @property
    def right(self) -> float:
        return self.cells[-1].right

    def ends_with(self, marks: str) -> bool:
        return self.cells[-1].text.endswith(tuple(marks))


def tables_of(words: Iterable[Word]) -> list[Aligned]:
    """The tables among words of a page, from the first to the last; n log n in the words."""
    lines = [_line(line) for line in lines_of(words)]
    tables: list[Aligned] = []
    behind = at = 0
    while at < len(lines):
        if not lines[at].figures:
            at += 1
            continue
        rows = _rows(lines, at)
        first, last = _extent(lines, rows, behind)
        if _is_table(lines[first:last], [row - first for row in rows]):
            block = lines[first:last]
            words = [word for line in block for word in line.words]
            tables.append(Aligned(words, _text(block, [row - first for row in rows])))
            behind = at = last
        else:
            at = rows[-1] + 1
    return tables


def _line(words: list[Word]) -> _Line:
    cells = cells_of(words)
    figures = [cell for cell in cells[1:] if is_quantity(cell.text) and not cell.text.endswith((".", ";", ",", ":"))]
    if figures:
        worded = [cell for cell in cells if any(map(str.isalpha, cell.text))]
        before = sum(cell.left < figures[0].left for cell in worded)
        # In lines of prose with broad blanks, and of a list of contents, there are others.
        if before > _MAX_BEFORE or len(worded) - before > _MAX_BEHIND or any("...." in cell.text for cell in cells):
            figures = []
        # Justified: all blanks are as broad.
        gaps = [cell.left - last.right for last, cell in zip(cells, cells[1:])]
        is_even = len(gaps) > 1 and max(gaps) - min(gaps) <= _OFF
        if is_even and len(cells) == len(words) and len(worded) > len(figures):
            figures = []
    return _Line(words, cells, figures, words[0].base, max(word.height for word in words))


# ---- which lines belong to a table ---------------------------------------------------------------------------------


def _rows(lines: list[_Line], first: int) -> list[int]:
    """The rows of figures that stand below one of them."""
    rows = [first]
    for at in range(first + 1, len(lines)):
        line, recent = lines[at], [lines[row] for row in rows[-_MAX_LINES:]]
        if at - rows[-1] > _MAX_LINES or line.base - lines[at - 1].base > _AWAY * line.height:
            break
        left = min(row.figures[0].left for row in recent)
        if not line.figures:
            if not _stands_between(lines, at, left):
                break
        elif _is_in_line(line, recent):
            rows.append(at)
        else:
            break
    return rows


def _is_in_line(line: _Line, rows: Sequence[_Line]) -> bool:
    """Whether some figures stand below those of rows, or two cells below others: figures may be in other columns."""
    play = _PLAY * line.height
    if any(
        one.left <= other.right + play and other.left <= one.right + play
        for one in line.figures
        for row in rows
        for other in row.figures
    ):
        return True
    others = [cell for row in rows for cell in row.cells]
    return sum(any(_is_below(cell, other) for other in others) for cell in line.cells) > 1


def _is_below(cell: Cell, other: Cell) -> bool:
    """Whether two cells are in line, at their left, their right or their middle."""
    sides = (cell.left - other.left, cell.right - other.right, cell.middle - other.middle)
    return min(map(abs, sides)) <= _OFF


def _stands_between(lines: list[_Line], at: int, left: float) -> bool:
    """Whether rows may go on behind a line without figures: a part of a label, or a heading of rows."""
    line = lines[at]
    if len(line.cells) > 1:
        return True
    if line.ends_with(".;"):
        return False
    if line.right <= left or line.cells[0].left >= left:
        return True
    return not line.ends_with(":") and at + 1 < len(lines) and bool(lines[at + 1].figures)


def _extent(lines: list[_Line], rows: list[int], behind: int) -> tuple[int, int]:
    """The lines of a table with such rows: its head, the beginning of its first label and the rest of its last."""
    left = min(lines[row].figures[0].left for row in rows)
    last = rows[-1] + 1
    while last < min(len(lines), rows[-1] + _MAX_LINES) and _may_be_below(lines, last, rows, left):
        last += 1
    first = rows[0]
    while first > max(behind, rows[0] - _MAX_LINES) and _may_be_above(lines, first - 1, left):
        first -= 1
    # A line of one cell at the top is no head.
    while first < rows[0] and len(lines[first].cells) == 1 and lines[first].right - lines[first].cells[0].left > left:
        first += 1
    return first, last


def _may_be_below(lines: list[_Line], at: int, rows: list[int], left: float) -> bool:
    """Whether a line may be the rest of the last row of figures, or a row without any."""
    line = lines[at]
    step = line.base - lines[at - 1].base
    within = [below.base - above.base for above, below in zip(lines[rows[0] : at], lines[rows[0] + 1 : at])]
    # Where cells are written one after the other, the rest of a label comes before the figures that stand higher.
    if min(word.first for word in line.words) < max(word.first for word in lines[rows[-1]].words):
        return step <= _AWAY * line.height
    if len(line.cells) > 1 and step <= max([_APART * line.height, *within]) + _OFF:
        return True
    if _is_heading(line) and step <= _SPACED * line.height:
        return True
    if step > _APART * line.height or line.ends_with(".;:"):
        return False
    if line.cells[0].left >= left:
        return True
    # A title or a short paragraph begins with a capital.
    is_near = len(rows) > 1 and step + _OFF < min(lines[b].base - lines[a].base for a, b in zip(rows, rows[1:]))
    return line.right <= left and (is_near or line.cells[0].text[:1].islower())


def _may_be_above(lines: list[_Line], at: int, left: float) -> bool:
    """Whether a line may belong to the head of a table, or to its first label."""
    line, below = lines[at], lines[at + 1]
    if below.base - line.base > _AWAY * line.height or line.figures:
        return False
    if len(line.cells) > 1:
        return True
    if line.ends_with(".;:") or ":" in line.cells[0].text:
        return False
    return line.right <= left or len(line.words) <= _MAX_WORDS


def _is_table(lines: list[_Line], at: list[int]) -> bool:
    """Whether lines with such rows of figures are a table, and not two columns of prose or lines with broad blanks."""
    rows = [lines[row] for row in at]
    gaps = [(cell.left - before.right) / row.height for row in rows for before, cell in zip(row.cells, row.cells[1:])]
    if max(gaps) < _WIDE or all(len(line.cells) == len(line.words) for line in lines[at[0] and at[0] - 1 :]):
        return False
    # Of columns of prose the left one is written before the right one.
    above = [line for line in lines[: at[0]] if len(line.cells) > 1]
    told = [above[0], rows[0]] if len(rows) == 1 and above else rows
    by_rows = all(
        max(word.first for word in line.words) < min(word.first for word in below.words)
        for line, below in zip(told, told[1:])
    )
    if len(rows) == 1:
        return bool(above) and by_rows and _heads(lines[: at[0]], rows[0])
    return by_rows or sum(sum(is_figure(cell.text) for cell in row.figures) > 1 for row in rows) > 1


def _heads(lines: Sequence[_Line], row: _Line) -> bool:
    """Whether a cell of some line stands above each figure of a row."""
    cells = [cell for line in lines for cell in line.cells]
    return all(any(cell.left < figure.right and figure.left < cell.right for cell in cells) for figure in row.figures)


# ---- with tabs -----------------------------------------------------------------------------------------------------


def _text(lines: Sequence[_Line], rows: Sequence[int]) -> list[str]:
    """The lines of a table: with tabs where columns, rows and a head of one level are sure."""
    cells = [line.cells for line in lines]
    groups = _groups(lines, rows)
    if groups is not None:
        body = next(at for at, group in enumerate(groups) if any(line.figures for line in group))
        head = groups[:body]
        # Titles stand above the head.
        titles: list[str] = []
        while head and all(len(line.cells) == 1 for line in head[0]):
            titles += [line.cells[0].text for line in head.pop(0)]
        above = [line for group in head for line in group]
        columns = _columns(groups[body:])
        pieces = _head(above, columns)
        if pieces is not None:
            columns = pieces.columns
        placed = [told for group in groups[body:] if (told := _placed(group, columns)) is not None]
        if len(placed) == len(groups) - body:
            if pieces is not None:
                table = [pieces.cells, *placed] if above else placed
                return [*titles, *("\t".join(_texts(row, columns)) for row in table)]
            if len(rows) > 1 and not _is_cut(lines, rows[0]):
                return [*titles, *_in_line([*(line.cells for line in above), *map(_row, placed)])]
    # Which row a part of a unit or of a remark belongs to is not sure, and rows without figures have no sure end.
    left = min(line.figures[0].left for line in lines if line.figures)
    parts = [line for line in lines[rows[0] :] if not line.figures and not _is_heading(line)]
    is_mixed = any(len(line.cells) > 1 or line.cells[0].left >= left for line in parts)
    is_open = len(rows) == 1 or any(map(_is_heading, lines[rows[-1] + 1 :]))
    if is_mixed or is_open or _is_cut(lines, rows[0]):
        return _unread(cells)
    return _in_line(cells)


def _is_cut(lines: Sequence[_Line], row: int) -> bool:
    """Whether a remark may begin above its row, which is the first."""
    nearest = lines[max(0, row - 2) : row]
    left = lines[row].figures[0].left
    return len(nearest) > 1 and all(len(line.cells) == 1 and line.cells[0].left >= left for line in nearest)


def _groups(lines: Sequence[_Line], rows: Sequence[int]) -> list[list[_Line]] | None:
    """The lines of each row: those of one row are nearer to each other than rows are. None where that is not so."""
    steps = [below.base - line.base for line, below in zip(lines, lines[1:])]
    height = max(line.height for line in lines)
    # Such steps and all below them lead from line to line, the next higher ones from row to row.
    ordered = sorted(steps)
    inner = [(one, other) for one, other in zip(ordered, ordered[1:]) if other - one > _STEP * height]
    for step, next_step in reversed(inner):
        begins = [0, *(at for at, each in enumerate(steps, 1) if each > (step + next_step) / 2)]
        groups = [list(lines[begin:end]) for begin, end in zip(begins, [*begins[1:], len(lines)])]
        counts = [sum(bool(line.figures) for line in group) for group in groups]
        body = groups[next(at for at, count in enumerate(counts) if count) :]
        # By half a line, figures stand in the middle of two lines; of three, it takes the first and the last for rows.
        is_told = all(_is_heading(group[0]) or any(line.figures for line in group) for group in body)
        sure = step >= height or next_step > 2 * step + _STEP * height or is_told
        if step <= _APART * height and max(counts) == 1 and sure:
            return groups
    # A row a line, below a head of any number of lines.
    if not all(line.figures or _is_heading(line) for line in lines[rows[0] :]):
        return None
    head = [list(lines[: rows[0]])] if rows[0] else []
    return [*head, *([line] for line in lines[rows[0] :])]


def _is_heading(line: _Line) -> bool:
    """Whether a line without figures is surely a row: it has a number."""
    return len(line.cells) > 1 and _NUMBER.fullmatch(line.cells[0].text) is not None


class _Column(NamedTuple):
    left: float
    right: float

    def meets(self, cell: Cell) -> bool:
        return cell.left < self.right and self.left < cell.right


def _columns(groups: Sequence[Sequence[_Line]]) -> list[_Column]:
    """Where the cells of rows stand, from left to right: those of one column meet each other."""
    cells = sorted(
        (cell.left, cell.right)
        for group in groups
        for line in group
        # Headings reach over columns.
        if len(line.cells) > 1 or any(each.figures for each in group)
        for cell in line.cells
    )
    columns: list[_Column] = []
    for left, right in cells:
        if columns and left < columns[-1].right:
            columns[-1] = _Column(columns[-1].left, max(columns[-1].right, right))
        else:
            columns.append(_Column(left, right))
    return columns


#: Lines of cells by column.
_Cells = dict[int, list[tuple[Cell, "_Line"]]]


class _Head(NamedTuple):
    cells: _Cells
    columns: list[_Column]


def _head(lines: Sequence[_Line], body: Sequence[_Column]) -> _Head | None:
    """The cells of a head, with columns that have no others; None where it has several levels or may have."""
    columns = [*body]
    for line in lines:
        for cell in line.cells:
            if not any(column.meets(cell) for column in columns):
                columns.append(_Column(cell.left, cell.right))
    columns.sort()
    cells: _Cells = {}
    for line in lines:
        for cell in line.cells:
            above = [at for at, column in enumerate(columns) if column.meets(cell)]
            if len(above) != 1:
                return None
            cells.setdefault(above[0], []).append((cell, line))
    # A cell above several others would stand higher than these, or they lower than it.
    tops = [min(line.base for _, line in pieces) for pieces in cells.values()]
    bottoms = [max(line.base for _, line in pieces) for pieces in cells.values()]
    middles = [(top + bottom) / 2 for top, bottom in zip(tops, bottoms)]
    play = _LEVEL * max((line.height for line in lines), default=0.0)
    is_level = not tops or any(max(each) - min(each) <= play for each in (tops, middles))
    return _Head(cells, columns) if is_level else None


def _placed(group: Sequence[_Line], columns: Sequence[_Column]) -> _Cells | None:
    """The cells of a row; None where one meets several columns, or two of a line one column."""
    cells: _Cells = {}
    for line in group:
        for cell in line.cells:
            met = [at for at, column in enumerate(columns) if column.meets(cell)]
            # A heading of rows.
            if len(met) > 1 and len(group) == len(line.cells) == 1:
                met = met[:1]
            if len(met) != 1 or any(other is line for _, other in cells.get(met[0], [])):
                return None
            cells.setdefault(met[0], []).append((cell, line))
    return cells


def _row(cells: _Cells) -> list[Cell]:
    """The cells of a row as those of one line."""
    return [
        Cell(
            joined(cell.text for cell, _ in pieces),
            *(min(cell.left for cell, _ in pieces), max(cell.right for cell, _ in pieces)),
        )
        for _, pieces in sorted(cells.items())
    ]


def _texts(cells: _Cells, columns: Sequence[_Column]) -> list[str]:
    return [joined(cell.text for cell, _ in cells.get(at, [])) for at in range(len(columns))]


# ---- with blanks ---------------------------------------------------------------------------------------------------


def _in_line(lines: Sequence[Sequence[Cell]]) -> list[str]:
    """Lines with as many blanks between cells as keep them in line.

    A letter of a text has one width; so a cell is set where it is in line with the most others: at its left, its right
    or its middle.
    """
    figures = [[is_figure(cell.text) for cell in line[1:] if is_quantity(cell.text)] for line in lines]
    # Where all figures of a row have units beside them, the parser would see no row in blanks.
    if not all(any(each) for each in figures if each):
        return _unread(lines)
    cells = [cell for line in lines for cell in line]
    origin = min(cell.left for cell in cells)
    width = _width(lines)
    lefts = sorted(cell.left for cell in cells)
    rights = sorted(cell.right for cell in cells)
    middles = sorted(cell.middle for cell in cells)
    text: list[str] = []
    for line in lines:
        letters = ""
        for cell in line:
            size = len(cell.text)
            places = [
                (_near(lefts, cell.left), (cell.left - origin) / width),
                (_near(middles, cell.middle), (cell.middle - origin) / width - size / 2),
                (_near(rights, cell.right), (cell.right - origin) / width - size),
            ]
            if is_figure(cell.text):
                places.reverse()
            begin = round(max(places, key=itemgetter(0))[1])
            letters += " " * max(begin - len(letters), _GAP if letters else 0) + cell.text
        text.append(letters)
    return text


def _unread(lines: Sequence[Sequence[Cell]]) -> list[str]:
    """Lines as a table without a head, of which the parser says that it is not read."""
    first = next(
        at
        for at, line in enumerate(lines)
        if any(is_quantity(cell.text) for cell in line[1:]) or (len(line) > 1 and _NUMBER.fullmatch(line[0].text))
    )
    head = [" ".join(cell.text for cell in line) for line in lines[:first]]
    # Tabs behind the last cell make a line with one cell a part of the table.
    return [*head, *("\t".join([*(cell.text for cell in line), "", ""]) for line in lines[first:])]


def _width(lines: Sequence[Sequence[Cell]]) -> float:
    """The points of a column of letters: so few that no cell needs more than it has."""
    width = min((cell.right - cell.left) / len(cell.text) for line in lines for cell in line)
    for line in lines:
        for cell, behind in zip(line, line[1:]):
            width = min(width, (behind.left - cell.left) / (len(cell.text) + _GAP))
    return max(width, _NARROWEST)


def _near(places: list[float], place: float) -> int:
    """How many of sorted places are as far as can be seen the same."""
    return bisect_right(places, place + _OFF) - bisect_left(places, place - _OFF)
