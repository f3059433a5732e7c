# SPDX-License-Identifier: BSL-1.0
"""The text of PDF files, by pypdfium2."""

from __future__ import annotations

import ctypes
import math
import threading
from collections import Counter
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket.errors import Error
from tongket.files import pdf_notes, pdf_pages
from tongket.files.pdf_grid import Rulings
from tongket.files.pdf_words import HYPHEN, Glyph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tongket.files.pdf_columns import Columns
    from tongket.files.pdf_pages import Block

#: More pages than a report has.
_MAX_PAGES = 5000
#: More points of lines on a page has a drawing, no table.
_MAX_POINTS = 20_000
#: Deeper ones are no drawing of a person.
_MAX_DEPTH = 10
#: Letters and digits on a page that is a picture: its number, a stamp, who signed it.
_FEW_LETTERS = 300
#: The share of a page that its pictures cover at least where it is one, with such letters and without any.
_SHARE, _SHARE_WITHOUT_TEXT = 0.5, 0.05
#: Drawings on a page that shows letters as such.
_MANY_PATHS = 200
#: Points of 1/72 inch: shorter lines part no cells, thicker ones are no lines.
_SHORTEST, _THICKEST = 4.0, 3.0
#: Characters by which the direction of a page is told.
_SAMPLE = 64
# As PDFium writes a hyphen at the end of a line: as the unit of a character, and in a text.
_SOFT, _SOFT_IN_TEXT = 2, "\ufffe"
_BLANK = Glyph(" ", 0.0, 0.0, 0.0, 0.0)
# PDFium may be called by one thread at a time.
_lock = threading.Lock()

#: a, b, c, d, e, f: x to ax + cy + e, y to bx + dy + f.
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def load() -> None:
    """Imports what reads PDF.

    Raises:
        ImportError: it is not installed
    """
    import pypdfium2  # noqa: F401, PLC0415


class Pages(NamedTuple):
    """What a PDF holds.

    Attributes:
        texts: of each page, its lines as they stand there; no form feed in it, which parts the pages. All are empty
            where nothing but numbers of pages and the like is on pages that are pictures
        pictures: the numbers, from 0, of the pages that are pictures with hardly any text
        marks: how many marks of footnotes were left out
        notes: how many footnotes were left out
    """

    texts: list[str]
    pictures: list[int]
    marks: int
    notes: int


class _Page(NamedTuple):
    """A page as paragraphs and tables, whether it is a picture, and its footnotes as in `Pages`."""

    blocks: list[Block]
    is_picture: bool
    marks: int = 0
    notes: int = 0


def read(data: bytes) -> Pages:
    """The text of each page.

    A row of a table is a line with tabs between its cells where ruling lines part them, else one with blanks, in which
    the cells of a column stand below each other.

    Raises:
        Error: the file is damaged or encrypted
    """
    import pypdfium2 as pdfium  # noqa: PLC0415

    with _lock:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if "password" in str(error).lower():
                raise Error("a PDF that is encrypted: save it without a password", "encrypted") from error
            raise Error(f"a damaged PDF: {error}", "invalid_file") from error
        try:
            if len(document) > _MAX_PAGES:
                raise Error(f"a PDF of more than {_MAX_PAGES} pages", "input_too_large")
            pages: list[_Page] = []
            for index in range(len(document)):
                pages.append(_page(document, index, pages[-1].blocks[-1].columns if pages else None))
        except pdfium.PdfiumError as error:
            raise Error(f"a damaged PDF: {error}", "invalid_file") from error
        finally:
            document.close()
    texts = pdf_pages.texts([page.blocks for page in pages])
    pictures = [index for index, page in enumerate(pages) if page.is_picture]
    if all(page.is_picture or not text.strip() for text, page in zip(texts, pages)) and (
        pdf_pages.are_furniture(texts)
    ):
        texts = [""] * len(texts)
    return Pages(texts, pictures, sum(page.marks for page in pages), sum(page.notes for page in pages))


def _page(document: Any, index: int, before: Columns | None) -> _Page:
    """A page as paragraphs and tables, and whether it is a picture with hardly any text.

    The time grows as n log n in its characters and lines.
    """
    page = document[index]
    text_page = page.get_textpage()
    try:
        # With the count told, since without it some versions read what stands within the page's bounds.
        count = text_page.count_chars()
        text: str = text_page.get_text_range(0, count) if count else ""
        is_picture = _is_picture(page, text)
        plain = _Page(pdf_pages.plain(text.replace(_SOFT_IN_TEXT, HYPHEN)), is_picture)
        # Without a figure there is no table of figures.
        if not any(map(str.isdigit, text)):
            return plain
        turn = _turn(text_page, text)
        glyphs = _glyphs(text_page, text, turn)
        if glyphs is None:
            return plain
        noted = pdf_notes.without_notes(text.replace(_SOFT_IN_TEXT, HYPHEN), glyphs)
        blocks = pdf_pages.blocks(noted.text, noted.glyphs, _rulings(page, turn), is_first=index == 0, before=before)
        return _Page(blocks, is_picture, noted.marks, noted.notes)
    finally:
        text_page.close()
        page.close()


# ---- pictures ------------------------------------------------------------------------------------------------------


def _is_picture(page: Any, text: str) -> bool:
    """Whether a page shows its words as a picture, as a scanned one does, or as drawings; an empty one does not."""
    from pypdfium2 import raw  # noqa: PLC0415

    letters = sum(map(str.isalnum, text))
    if letters > _FEW_LETTERS:
        return False
    width, height = page.get_size()
    # A picture is a square of one unit that is put where it stands.
    covered = sum(abs(a * d - b * c) for _, (a, b, c, d, _, _) in _items_of(page, raw.FPDF_PAGEOBJ_IMAGE))
    if covered >= (_SHARE if letters else _SHARE_WITHOUT_TEXT) * width * height:
        return True
    return not letters and sum(1 for _ in islice(_items_of(page, raw.FPDF_PAGEOBJ_PATH), _MANY_PATHS)) == _MANY_PATHS


# ---- objects of a page ---------------------------------------------------------------------------------------------


def _items_of(page: Any, wanted: int) -> Iterator[tuple[Any, _Matrix]]:
    """The objects of a kind on a page and in its forms, each with what places it on the page."""
    from pypdfium2 import raw  # noqa: PLC0415

    for item, outer in _items(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _SAME, 0):
        if raw.FPDFPageObj_GetType(item) == wanted:
            yield item, _within(item, outer)


def _items(
    parent: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], matrix: _Matrix, depth: int
) -> Iterator[tuple[Any, _Matrix]]:
    """The objects of a page or form but forms, each with what places that which it is in."""
    from pypdfium2 import raw  # noqa: PLC0415

    for index in range(count(parent)):
        item = get(parent, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _MAX_DEPTH:
            place = _within(item, matrix)
            yield from _items(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, place, depth + 1)


def _within(item: Any, outer: _Matrix) -> _Matrix:
    """What places an object of a page or form on the page."""
    from pypdfium2 import raw  # noqa: PLC0415

    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, own):
        return outer
    a, b, c, d, e, f = outer
    return (
        *(own.a * a + own.b * c, own.a * b + own.b * d, own.c * a + own.d * c, own.c * b + own.d * d),
        *(own.e * a + own.f * c + e, own.e * b + own.f * d + f),
    )


# ---- characters ----------------------------------------------------------------------------------------------------


def _turn(text_page: Any, text: str) -> int:
    """By how many right angles to the left most characters follow each other, 0 being to the right."""
    from pypdfium2 import raw  # noqa: PLC0415

    turns: Counter[int] = Counter()
    x, y, next_x, next_y = (ctypes.c_double() for _ in range(4))
    for at in range(0, len(text) - 1, max(1, len(text) // _SAMPLE)):
        if text[at : at + 2].isalnum():
            raw.FPDFText_GetCharOrigin(text_page, at, x, y)
            raw.FPDFText_GetCharOrigin(text_page, at + 1, next_x, next_y)
            turns[round(math.atan2(next_y.value - y.value, next_x.value - x.value) / (math.pi / 2)) % 4] += 1
    return turns.most_common(1)[0][0] if turns else 0


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A place as a reader has it: to the right and down."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn]


def _glyphs(text_page: Any, text: str, turn: int) -> list[Glyph] | None:
    """Where each character of a page stands; None where its characters are not those of the text."""
    from pypdfium2 import raw  # noqa: PLC0415

    if text_page.count_chars() != len(text):
        return None
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    sides = tuple(ctypes.c_double() for _ in range(4))
    unit_at, origin_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin
    box_at, ink_at = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharBox
    page, box_of, x_of, y_of = text_page.raw, ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    glyphs: list[Glyph] = []
    for at, char in enumerate(text):
        if char.isspace():
            glyphs.append(_BLANK)
            continue
        is_soft = char == _SOFT_IN_TEXT
        unit = unit_at(page, at)
        if unit != ord(char) and not (is_soft and unit == _SOFT) and ord(char) < 0x10000:
            return None
        origin_at(page, at, x_of, y_of)
        if turn == 0:
            box_at(page, at, box_of)
            left, right, base, height = box.left, box.right, -y.value, box.top - box.bottom
        else:
            # The box of the font is wrong there in some versions, that of the ink is not.
            ink_at(page, at, *sides)
            ends = (_turned(sides[0].value, sides[2].value, turn), _turned(sides[1].value, sides[3].value, turn))
            left, right = sorted((ends[0][0], ends[1][0]))
            base, height = _turned(x.value, y.value, turn)[1], abs(ends[0][1] - ends[1][1])
        glyphs.append(Glyph(HYPHEN if is_soft else char, left, right, base, height))
    if turn == 0:
        return glyphs
    # Most letters have about half the height of their font.
    height = 2 * median(glyph.height for glyph in glyphs if glyph is not _BLANK)
    return [glyph if glyph is _BLANK else glyph._replace(height=height) for glyph in glyphs]


# ---- ruling lines --------------------------------------------------------------------------------------------------


def _rulings(page: Any, turn: int) -> Rulings:
    """The straight lines of a page, and thin areas that are filled; none where it has too many."""
    from pypdfium2 import raw  # noqa: PLC0415

    rulings = Rulings([], [])
    left = _MAX_POINTS

    def add(ends: tuple[tuple[float, float], tuple[float, float]]) -> None:
        (x, y), (other_x, other_y) = (_turned(*end, turn) for end in ends)
        if abs(x - other_x) <= _THICKEST and abs(y - other_y) >= _SHORTEST:
            rulings.vertical.append(((x + other_x) / 2, min(y, other_y), max(y, other_y)))
        elif abs(y - other_y) <= _THICKEST and abs(x - other_x) >= _SHORTEST:
            rulings.horizontal.append(((y + other_y) / 2, min(x, other_x), max(x, other_x)))

    for path, matrix in _items_of(page, raw.FPDF_PAGEOBJ_PATH):
        left -= max(0, raw.FPDFPath_CountSegments(path))
        if left < 0:
            return Rulings([], [])
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, filled, stroked)
        for points in _subpaths(path, matrix):
            if stroked.value:
                for ends in zip(points, points[1:]):
                    add(ends)
            elif filled.value and len(points) > 1:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                # A thin area is a line, a broad one shades a cell.
                if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THICKEST:
                    add(((min(xs), min(ys)), (max(xs), max(ys))))
    return rulings


def _subpaths(path: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path on the page; curves part it."""
    from pypdfium2 import raw  # noqa: PLC0415

    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_LINETO:
            points.append(place)
        else:
            yield points
            points = [place]
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    yield points
