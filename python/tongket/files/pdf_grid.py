# SPDX-License-Identifier: BSL-1.0
"""From ruling lines to tables, and from these and words to rows of cells.

Places are in points of 1/72 inch, to the right and down, as a reader of the page has them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tongket.files.pdf_words import is_figure, is_quantity, joined, lines_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongket.files.pdf_words import Glyph, Word

#: A line across the other direction: where, from, to.
Ruling = tuple[float, float, float]
#: Lines that are nearer to each other are one; no column is so narrow.
_PLAY = 3.0
#: More has no table of a person; a page with more crossings of lines is a drawing.
_MAX_COLUMNS, _MAX_ROWS, _MAX_CROSSINGS = 64, 500, 200_000
#: How far a word may reach over a line, in its height.
_OVER = 0.25


class Rulings(NamedTuple):
    """The straight lines of a page.

    Attributes:
        horizontal: from left to right, down the page in any order
        vertical: from top to bottom
    """

    horizontal: list[Ruling]
    vertical: list[Ruling]


class Grid(NamedTuple):
    """The lines of a table.

    Attributes:
        xs: where its columns begin, and where the last ends
        ys: where its rows begin, and where the last ends
        cells: for each row and column the row and column in which its cell begins; cells that are merged have several
        is_clear: whether all cells are rectangles
    """

    xs: list[float]
    ys: list[float]
    cells: list[list[tuple[int, int]]]
    is_clear: bool

    def place(self, word: Word) -> tuple[int, int] | None:
        """The row and column in which the middle of a word stands; None where it stands outside."""
        x, y = word.middle, word.base - word.height / 4
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1


def grids_of(rulings: Rulings) -> list[Grid]:
    """The tables of two columns or more whose lines meet; from the first of a page to the last.

    The time grows as the crossings of lines, of which there are at most so many that a table may have.
    """
    horizontal, vertical = _merged(rulings.horizontal), _merged(rulings.vertical)
    if len(horizontal) * len(vertical) > _MAX_CROSSINGS:
        return []
    groups = _connected(horizontal, vertical)
    grids = [grid for across, down in groups if (grid := _grid(across, down)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merged(rulings: list[Ruling]) -> list[Ruling]:
    """Lines that lie on each other, or go on each other, as one."""
    merged: list[Ruling] = []
    group: list[Ruling] = []

    def close() -> None:
        at = group[0][0] if group else 0.0
        begin = end = None
        for _, first, last in sorted(group, key=lambda ruling: ruling[1]):
            if begin is None or end is None or first > end + _PLAY:
                if begin is not None and end is not None:
                    merged.append((at, begin, end))
                begin, end = first, last
            else:
                end = max(end, last)
        if begin is not None and end is not None:
            merged.append((at, begin, end))

    for ruling in sorted(rulings):
        if group and ruling[0] - group[0][0] > _PLAY:
            close()
            group = []
        group.append(ruling)
    close()
    return merged


def _connected(horizontal: list[Ruling], vertical: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Lines that meet each other, directly or through others."""
    parents = list(range(len(horizontal) + len(vertical)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for h, (y, left, right) in enumerate(horizontal):
        for v, (x, top, bottom) in enumerate(vertical, len(horizontal)):
            if left - _PLAY <= x <= right + _PLAY and top - _PLAY <= y <= bottom + _PLAY:
                parents[root(h)] = root(v)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for at, ruling in enumerate([*horizontal, *vertical]):
        groups.setdefault(root(at), ([], []))[at >= len(horizontal)].append(ruling)
    return list(groups.values())


def _edges(rulings: list[Ruling], ends: list[float]) -> list[float]:
    """Where lines lie, and the ends of those across them where no line closes the table."""
    edges: list[float] = []
    for place in sorted([*(ruling[0] for ruling in rulings), min(ends), max(ends)]):
        if not edges or place - edges[-1] > _PLAY:
            edges.append(place)
    return edges


def _grid(across: list[Ruling], down: list[Ruling]) -> Grid | None:
    if not across or not down:
        return None
    xs = _edges(down, [end for _, *ends in across for end in ends])
    ys = _edges(across, [end for _, *ends in down for end in ends])
    rows, columns = len(ys) - 1, len(xs) - 1
    if not (1 < columns <= _MAX_COLUMNS and 0 < rows <= _MAX_ROWS):
        return None
    right = _parted(down, xs, ys)
    below = _parted(across, ys, xs)
    cells: list[list[tuple[int, int]]] = []
    for r in range(rows):
        cells.append([])
        for c in range(columns):
            begin = (r, c)
            if c > 0 and not right[c][r]:
                begin = cells[r][c - 1]
            elif r > 0 and not below[r][c]:
                begin = cells[r - 1][c]
            cells[r].append(begin)
    is_clear = all(
        (c == 0 or right[c][r] == (cells[r][c] != cells[r][c - 1]))
        and (r == 0 or below[r][c] == (cells[r][c] != cells[r - 1][c]))
        for r in range(rows)
        for c in range(columns)
    )
    return Grid(xs, ys, cells, is_clear)


def _parted(rulings: list[Ruling], at: list[float], across: list[float]) -> list[list[bool]]:
    """For each edge, and each stretch between two edges across it, whether a line goes along it there."""
    parted = [[False] * (len(across) - 1) for _ in at]
    middles = [(begin + end) / 2 for begin, end in zip(across, across[1:])]
    for place, begin, end in rulings:
        edge = min(bisect_left(at, place - _PLAY), len(at) - 1)
        if edge + 1 < len(at) and abs(at[edge + 1] - place) < abs(at[edge] - place):
            edge += 1
        for stretch in range(bisect_left(middles, begin), bisect_right(middles, end)):
            parted[edge][stretch] = True
    return parted


class Rows(NamedTuple):
    """The cells of a table.

    Attributes:
        texts: a text for each column of each row; empty ones for those that a cell before or above takes in
        head: how many rows there are before the first with a figure
        is_clear: whether it is sure which cells the words of the head belong to
    """

    texts: list[list[str]]
    head: int
    is_clear: bool


def rows_of(grid: Grid, words: Sequence[Word], glyphs: Sequence[Glyph]) -> Rows | None:
    """The cells of a table that holds so many words; None where lines part its columns, but not its rows.

    A row with words that reach over a line into another column has them in a cell behind its last.
    """
    columns = len(grid.xs) - 1
    rows: list[list[list[Word]]] = [[[] for _ in range(columns + 1)] for _ in grid.cells]
    for word in words:
        for part in _parts(grid, word, glyphs):
            place = grid.place(part)
            if place is None:
                continue
            row, column = grid.cells[place[0]][place[1]]
            rows[row][column if _fits(grid, part, *place) else columns].append(part)
    texts: list[list[str]] = []
    doubtful: list[bool] = []
    for words_of_row in rows:
        split = _split(words_of_row)
        if split is None:
            return None
        for cells in split:
            doubtful.append(bool(cells[columns]))
            texts.append([_text(cell) for cell in cells[: columns + doubtful[-1]]])
    filled = [at for at, row in enumerate(texts) if any(row)]
    texts, doubtful = [texts[at] for at in filled], [doubtful[at] for at in filled]
    head = next((at for at, row in enumerate(texts) if has_figure(row)), len(texts))
    return Rows(texts, head, grid.is_clear and not any(doubtful[:head]))


def _text(words: list[Word]) -> str:
    return joined(" ".join(word.text for word in line) for line in lines_of(words))


def has_figure(row: Sequence[str]) -> bool:
    """Whether a cell behind the first that is filled is a figure."""
    filled = [text for text in row if text]
    return any(map(is_quantity, filled[1:]))


def _parts(grid: Grid, word: Word, glyphs: Sequence[Glyph]) -> list[Word]:
    """A word, parted where lines go between its characters: a table may have no blank between two cells."""
    parts: list[Word] = []
    first = word.first
    for x in grid.xs[bisect_left(grid.xs, word.left) : bisect_right(grid.xs, word.right)]:
        for at in range(first + 1, word.last):
            end, begin = glyphs[at - 1].right, glyphs[at].left
            if end - _PLAY / 2 <= x <= begin + _PLAY / 2 and begin - end > _PLAY / 3:
                parts.append(word_of(glyphs, first, at))
                first = at
                break
    return [*parts, word_of(glyphs, first, word.last)] if parts else [word]


def _fits(grid: Grid, word: Word, row: int, column: int) -> bool:
    """Whether a word stands in its cell, but for a little."""
    begin = grid.cells[row][column]
    first = last = column
    while first > 0 and grid.cells[row][first - 1] == begin:
        first -= 1
    while last + 2 < len(grid.xs) and grid.cells[row][last + 1] == begin:
        last += 1
    over = _OVER * word.height
    return word.left >= grid.xs[first] - over and word.right <= grid.xs[last + 1] + over


def _split(row: list[list[Word]]) -> list[list[list[Word]]] | None:
    """A row as one, or as several where no line parts them: then each line has a label and a figure.

    None where the lines of such rows are not clear.
    """
    stacked = [
        cell
        for cell in row[1:]
        if len(lines := lines_of(cell)) > 1 and all(is_figure(" ".join(word.text for word in line)) for line in lines)
    ]
    if not stacked:
        return [row]
    column_of = {word: c for c, cell in enumerate(row) for word in cell}
    split: list[list[list[Word]]] = []
    for line in lines_of(column_of):
        cells: list[list[Word]] = [[] for _ in row]
        for word in line:
            cells[column_of[word]].append(word)
        texts = [" ".join(word.text for word in cell) for cell in cells]
        first = next(text for text in texts if text)
        if not has_figure(texts) or not any(map(str.isalpha, "".join(texts[:3]))) or first.islower():
            return None
        split.append(cells)
    return split
