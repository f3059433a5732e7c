# SPDX-License-Identifier: BSL-1.0
"""From the words and ruling lines of pages to their text: paragraphs as they stand, tables with their columns."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tongket.files import pdf_aligned, pdf_columns, pdf_grid
from tongket.files.pdf_words import lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongket.files.pdf_columns import Columns
    from tongket.files.pdf_grid import Grid, Rulings
    from tongket.files.pdf_words import Glyph, Word

#: Points by which columns of one table may be off on two pages.
_OFF = 3.0
#: Lines above and below the text of a page.
_MAX_FURNITURE = 2
#: A longer cell in a row without figures places text on the page.
_LONGEST_CELL = 80
_BREAK = re.compile(r"\r\n|[\r\n\f]")
#: A line that is the number of its page.
PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)


class Block(NamedTuple):
    """Lines of a page.

    Attributes:
        lines: their text
        xs: where the columns begin, and the last ends, of a table with ruling lines; none of other lines
        columns: those of prose, where a page has two
    """

    lines: list[str]
    xs: tuple[float, ...] = ()
    columns: Columns | None = None


class _Table(NamedTuple):
    words: list[Word]
    block: Block


def plain(text: str) -> list[Block]:
    """A page without tables."""
    return [Block(_BREAK.split(text))]


def blocks(
    text: str, glyphs: Sequence[Glyph], rulings: Rulings, *, is_first: bool, before: Columns | None = None
) -> list[Block]:
    """A page as paragraphs and tables; n log n in its characters.

    Args:
        text: as PDFium has it
        glyphs: a place for each code point of the text
        rulings: what may part cells
        is_first: whether no page is before it: there a table without figures is a letterhead, where it stands first
        before: the columns of prose on the page before it
    """
    words = words_of(glyphs)
    tables: list[_Table] = []
    free = words
    # A table inside another stands first.
    for grid in sorted(pdf_grid.grids_of(rulings), key=_area):
        inside = [word for word in free if grid.place(word) is not None]
        block = _ruled(grid, inside, glyphs, may_be_letterhead=is_first and inside[:1] == words[:1])
        if block is not None:
            tables.append(_Table(inside, block))
            taken = {word.first for word in inside}
            free = [word for word in free if word.first not in taken]
    tables += [_Table(table.words, Block(table.lines)) for table in pdf_aligned.tables_of(free)]
    if tables:
        return list(_composed(text, words, tables))
    columns = pdf_columns.find(words, before)
    return plain(text) if columns is None else [Block(pdf_columns.text_of(words, columns), columns=columns)]


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _ruled(grid: Grid, words: list[Word], glyphs: Sequence[Glyph], *, may_be_letterhead: bool) -> Block | None:
    """A table with ruling lines; None where they are no table's, or do not part its rows."""
    rows = pdf_grid.rows_of(grid, words, glyphs) if words else None
    if rows is None:
        return None
    has_figures = rows.head < len(rows.texts)
    if not has_figures and (may_be_letterhead or sum(sum(map(bool, row)) > 1 for row in rows.texts) < 2):
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows.texts if not pdf_grid.has_figure(row) for cell in row[1:]):
        return None
    lines = ["\t".join(row) for row in rows.texts]
    if not rows.is_clear:
        # Without columns it says of no figure what that is, and the parser says that the table is not read.
        head = [" ".join(filter(None, row)) for row in rows.texts[: rows.head]]
        return Block([*head, *lines[rows.head :]])
    return Block(lines, tuple(grid.xs))


def _composed(text: str, words: Sequence[Word], tables: Sequence[_Table]) -> Iterator[Block]:
    """The lines of a page, with each table in the place of its first word."""
    table_of = {word.first: at for at, table in enumerate(tables) for word in table.words}
    told: set[int] = set()
    lines: list[str] = []
    at = 0
    for begin, end in line_places(text):
        first = at
        while at < len(words) and words[at].first < end:
            at += 1
        if not any(word.first in table_of for word in words[first:at]):
            lines.append(text[begin:end])
            continue
        between: list[Word] = []
        for word in words[first:at]:
            table = table_of.get(word.first)
            if table is None:
                between.append(word)
            elif table not in told:
                told.add(table)
                yield Block([*lines, *_prose(between)])
                yield tables[table].block
                lines, between = [], []
        lines += _prose(between)
    yield Block(lines)


def line_places(text: str) -> Iterator[tuple[int, int]]:
    """Where each line of a page begins and ends."""
    begin = 0
    for line_break in _BREAK.finditer(text):
        yield begin, line_break.start()
        begin = line_break.end()
    yield begin, len(text)


def _prose(words: list[Word]) -> list[str]:
    return [" ".join(word.text for word in line) for line in lines_of(words)]


# ---- tables over pages ---------------------------------------------------------------------------------------------


def texts(pages: Sequence[Sequence[Block]]) -> list[str]:
    """The text of each page.

    Where a table with ruling lines goes on over a page, what stands between its parts, page numbers and repeated lines,
    is put before and behind it, and the rest of a row that the page cuts to its beginning.
    """
    joined = [[block._replace(lines=[*block.lines]) for block in page] for page in pages]
    edges = Counter(line for page in joined for line in {*map(_bare, _edge_lines(page))})
    for page, behind in zip(joined, joined[1:]):
        _join(page, behind, edges)
        _join_columns(page[-1], behind[0])
    return ["\n".join(line for block in page for line in block.lines).strip("\n") for page in joined]


def _bare(line: str) -> str:
    """A line without figures, in which those of pages differ."""
    return re.sub(r"\d+", "", line).strip()


def are_furniture(texts: Sequence[str]) -> bool:
    """Whether nothing stands on pages but their numbers and lines that are repeated.

    >>> are_furniture(["Sở Y tế - 1/2", "Sở Y tế - 2/2", ""]), are_furniture(["Sở Y tế"])
    (True, False)
    """
    pages = [[line for line in text.split("\n") if line.strip()] for text in texts]
    times = Counter(line for page in pages for line in {*map(_bare, page)})
    return all(PAGE_NUMBER.fullmatch(line) or times[_bare(line)] > 1 for page in pages for line in page)


def _edge_lines(page: Sequence[Block]) -> list[str]:
    lines = [line for block in page if not block.xs for line in block.lines if line.strip()]
    return [*lines[:_MAX_FURNITURE], *lines[-_MAX_FURNITURE:]]


def _join(page: list[Block], behind: list[Block], edges: Counter[str]) -> None:
    """Puts the parts of a table that goes on over two pages behind each other."""
    last = max((at for at, block in enumerate(page) if block.xs), default=None)
    first = next((at for at, block in enumerate(behind) if block.xs), None)
    if last is None or first is None or not _are_same(page[last].xs, behind[first].xs):
        return
    if not (_is_furniture(page[last + 1 :], edges) and _is_furniture(behind[:first], edges)):
        return
    _join_row(page[last].lines, behind[first].lines)
    page[last:] = [*page[last + 1 :], page[last]]
    behind[: first + 1] = [behind[first], *behind[:first]]


def _join_columns(last: Block, first: Block) -> None:
    """Takes the rest of a sentence to its beginning in the columns of the page before."""
    if last.columns is None or first.columns is None or not (last.lines and first.lines):
        return
    if not PAGE_NUMBER.fullmatch(last.lines[-1]) and pdf_columns.goes_on(last.lines[-1], first.lines[0]):
        last.lines[-1] += f" {first.lines.pop(0)}"


def _are_same(xs: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether columns are as wide as others; pages may have different margins."""
    return len(xs) == len(others) and all(
        abs((x - xs[0]) - (other - others[0])) <= _OFF for x, other in zip(xs, others)
    )


def _is_furniture(blocks: Sequence[Block], edges: Counter[str]) -> bool:
    lines = [line for block in blocks for line in block.lines if line.strip()]
    return (
        not any(block.xs for block in blocks)
        and len(lines) <= _MAX_FURNITURE
        and all(PAGE_NUMBER.fullmatch(line) or edges[_bare(line)] > 1 for line in lines)
    )


def _join_row(lines: list[str], behind: list[str]) -> None:
    """Takes words that go on with the last row to it: cells that begin with small letters, without a figure."""
    head = 0
    while head < min(len(lines), len(behind)) and behind[head] == lines[head]:
        head += 1
    if head == len(behind):
        return
    row, rest = lines[-1].split("\t"), behind[head].split("\t")
    filled = [at for at, cell in enumerate(rest) if cell]
    if len(row) != len(rest) or not all(rest[at][0].islower() and row[at] for at in filled):
        return
    lines[-1] = "\t".join(" ".join(filter(None, cells)) for cells in zip(row, rest))
    del behind[head]
