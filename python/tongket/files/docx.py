# SPDX-License-Identifier: BSL-1.0
"""The text of DOCX files, by python-docx.

Its own `paragraph.text` leaves out insertions that are not yet accepted, content controls and smart tags, in which
older documents have the names of places; so the elements are walked through here.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_WRITTEN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# What is not to be read: deleted, properties, and the older twin of a drawing.
_UNREAD = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK}
_SPAN, _BEFORE, _MERGED = f"{_W}tcPr/{_W}gridSpan", f"{_W}trPr/{_W}gridBefore", f"{_W}tcPr/{_W}vMerge"
_VALUE = f"{_W}val"
_DRAWING = f"{_W}drawing"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
#: A page of A4 in twentieths of a point, as pages are told, and into how many parts drawings divide these.
_A4, _PARTS = (11906, 16838), 635
#: The share of a page that a picture covers at least which is a page that was scanned.
_SHARE = 0.5
#: A cell of several paragraphs that is longer places text on the page.
_LONGEST_CELL = 80
#: More columns has no table of a person.
_MAX_COLUMNS = 100
#: Deeper ones are no document of a person.
_MAX_DEPTH = 100


def load() -> None:
    """Imports what reads DOCX.

    Raises:
        ImportError: it is not installed
    """
    import docx  # noqa: F401, PLC0415


class Text(NamedTuple):
    """What a DOCX holds.

    Attributes:
        text: a paragraph a line; a row of a table is a line with tabs between its cells
        pictures: how many pictures are as large as a page
    """

    text: str
    pictures: int


def read(data: bytes) -> Text:
    """The text.

    Raises:
        Error: the file is damaged
    """
    import docx  # noqa: PLC0415

    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except Exception as error:  # whatever a damaged file brings about there
        raise Error(f"a damaged DOCX: {type(error).__name__}: {error}", "invalid_file") from error
    lines: list[str] = []
    is_first = True
    for child in body:
        added = list(_table(child, 0, is_layout=is_first) if child.tag == _TABLE else _lines([child], 0))
        is_first = is_first and not any(map(str.strip, added))
        lines += added
    return Text("\n".join(lines), _large_pictures(body))


def _large_pictures(body: Any) -> int:
    page = body.find(f".//{_W}pgSz")
    sides = [_length(page, f"{_W}{name}") for name in ("w", "h")]
    width, height = sides if all(sides) else _A4
    drawings = [drawing for drawing in body.iter(_DRAWING) if next(drawing.iter(_PICTURE), None) is not None]
    extents = [next(drawing.iter(_EXTENT), None) for drawing in drawings]
    least = _SHARE * width * height * _PARTS**2
    return sum(_length(extent, "cx") * _length(extent, "cy") >= least for extent in extents)


def _length(element: Any, name: str) -> int:
    """A length of an element; 0 where it is missing or none that a page has."""
    value = "" if element is None else element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 12 else 0


def _lines(element: Any, depth: int) -> Iterator[str]:
    """The paragraphs and rows inside an element, in order."""
    if depth > _MAX_DEPTH:
        raise Error(f"a DOCX nested more than {_MAX_DEPTH} elements deep", "invalid_file")
    for child in element:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child, depth)
        elif child.tag == _TABLE:
            yield from _table(child, depth + 1, is_layout=False)
        elif child.tag not in _UNREAD:
            yield from _lines(child, depth + 1)


def _table(table: Any, depth: int, *, is_layout: bool) -> Iterator[str]:
    """A row of figures is a line. What places text on the page is read cell by cell.

    That is a table before all other text (a letterhead), one of a single row, and a row with a long cell of several
    paragraphs.
    """
    rows = [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
    for row in rows:
        cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
        texts = [list(_lines(cell, depth + 1)) for cell in cells]
        if is_layout or len(rows) == 1 or any(map(_is_long, texts)):
            yield from (line for text in texts for line in text)
        elif cells:
            yield "\t".join(_columns(row, cells, texts))


def _is_long(text: list[str]) -> bool:
    return sum(map(bool, text)) > 1 and sum(map(len, text)) > _LONGEST_CELL


def _columns(row: Any, cells: list[Any], texts: list[list[str]]) -> Iterator[str]:
    """A text for each column of the table; empty ones for those that a cell before or above takes in."""
    yield from [""] * _number(row.find(_BEFORE), 0)
    for cell, text in zip(cells, texts):
        merged = cell.find(_MERGED)
        is_below = merged is not None and merged.get(_VALUE, "continue") == "continue"
        # A line that is broken inside a cell stays in the row.
        yield "" if is_below else " ".join(" ".join(text).split())
        yield from [""] * (_number(cell.find(_SPAN), 1) - 1)


def _number(element: Any, default: int) -> int:
    """The value of a property; the default where it is missing or none that a table has."""
    value = "" if element is None else element.get(_VALUE, "")
    return min(int(value), _MAX_COLUMNS) if value.isdecimal() and len(value) < 10 else default


def _paragraph(paragraph: Any, depth: int) -> Iterator[str]:
    """A paragraph, and behind it the boxes that are anchored in it."""
    parts: list[str] = []
    boxes: list[Any] = []
    _collect(paragraph, parts, boxes, depth)
    yield "".join(parts)
    for box in boxes:
        yield from _lines(box, depth + 1)


def _collect(element: Any, parts: list[str], boxes: list[Any], depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise Error(f"a DOCX nested more than {_MAX_DEPTH} elements deep", "invalid_file")
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _WRITTEN:
            parts.append(_WRITTEN[child.tag])
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _UNREAD:
            _collect(child, parts, boxes, depth + 1)
