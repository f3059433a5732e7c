# SPDX-License-Identifier: BSL-1.0
"""Files of every kind, made of a text, for the tests of the door."""

from __future__ import annotations

import email.message
import gzip
import html
import io
import unicodedata
import zipfile
from pathlib import Path
from typing import Any


def pdf(pages: list[list[str]], *, width: float = 595, password: str | None = None) -> bytes:
    """A page for each list of paragraphs, which are wrapped to the width in points."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    register_font()
    file = io.BytesIO()
    encrypt = None if password is None else StandardEncryption(password)
    canvas = Canvas(file, pagesize=(width, 842), encrypt=encrypt)
    for paragraphs in pages:
        canvas.setFont("DejaVu", 9)
        y = 800
        for paragraph in paragraphs:
            for line in simpleSplit(paragraph, "DejaVu", 9, width - 100):
                canvas.drawString(50, y, line)
                y -= 12
        assert y > 0, "more than a page holds"
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def register_font() -> None:
    """Gives reportlab a font with Vietnamese letters, `DejaVu`."""
    import matplotlib
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("DejaVu", str(font)))


def pdf_of_tables(
    parts: list[str | list[list[str]]],
    *,
    ruled: bool,
    widths: list[float] | None = None,
    spans: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = (),
    align: str = "LEFT",
    valign: str = "TOP",
    repeat: int = 0,
    height: float = 842,
    number: bool = False,
    style: tuple[tuple[object, ...], ...] = (),
) -> bytes:
    """A paragraph for each text, a table for each list of rows, whose cells are wrapped to their columns.

    Args:
        ruled: with lines around all cells
        widths: of columns, in points
        spans: cells that are merged, each by the column and row of its first and last
        align: of all columns but the first two: LEFT, CENTER, RIGHT
        valign: of cells in their row: TOP, MIDDLE
        repeat: rows that are repeated where a table goes on over a page
        height: of a page, in points
        number: with the number of each page below it
        style: more of reportlab's styles of tables
    """
    from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    register_font()
    kinds = {"LEFT": TA_LEFT, "CENTER": TA_CENTER, "RIGHT": TA_RIGHT}
    left = ParagraphStyle("left", fontName="DejaVu", fontSize=9, leading=12)
    other = ParagraphStyle("other", parent=left, alignment=kinds[align])
    flow: list[object] = []
    for part in parts:
        if isinstance(part, str):
            flow.append(Paragraph(html.escape(part), left))
            continue
        columns = len(part[0])
        rows = [
            [Paragraph(html.escape(cell), left if c < 2 else other) for c, cell in enumerate(row)]
            for row in ([*row, *[""] * (columns - len(row))] for row in part)
        ]
        look: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), valign), *style]
        look += [("SPAN", *span) for span in spans]
        if ruled:
            look.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
        flow.append(Table(rows, colWidths=widths or [480 / columns] * columns, style=look, repeatRows=repeat))

    def draw_number(canvas: Any, document: Any) -> None:
        if number:
            canvas.setFont("DejaVu", 9)
            canvas.drawCentredString(297, 20, str(document.page))

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file, pagesize=(595, height), leftMargin=50, rightMargin=50, topMargin=40, bottomMargin=40
    )
    document.build(flow, onFirstPage=draw_number, onLaterPages=draw_number)
    return file.getvalue()


def scan() -> bytes:
    """A page that is a picture."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pdf_of_pictures(pages: list[tuple[float, list[str]]]) -> bytes:
    """Pages with a picture that covers such a share of it, below zero so many drawings, and lines of text above it."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    register_font()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    picture = ImageReader(io.BytesIO(png()))
    for share, lines in pages:
        if share > 0:
            canvas.drawImage(picture, 0, 0, 595, 842 * share)
        for at in range(-int(min(share, 0))):
            canvas.line(50, 100 + at, 60, 101 + at)
        canvas.setFont("DejaVu", 9)
        for at, line in enumerate(lines):
            canvas.drawString(50, 800 - 12 * at, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def png() -> bytes:
    """A grey picture."""
    import matplotlib.image
    import numpy as np

    file = io.BytesIO()
    matplotlib.image.imsave(file, np.full((40, 30, 3), 200, np.uint8), format="png")
    return file.getvalue()


def docx(lines: list[str | list[list[str]]], pictures: list[tuple[float, float]] | None = None) -> bytes:
    """A paragraph for each text, a table for each list of rows; below, pictures of such widths and heights in cm."""
    import docx as python_docx

    document = python_docx.Document()
    for width, height in pictures or []:
        document.add_picture(io.BytesIO(png()), python_docx.shared.Cm(width), python_docx.shared.Cm(height))
    for line in lines:
        if isinstance(line, str):
            document.add_paragraph(line)
            continue
        table = document.add_table(rows=len(line), cols=len(line[0]))
        for row, cells in zip(table.rows, line):
            for cell, text in zip(row.cells, cells):
                first, *more = text.split("\n")
                cell.text = first
                for paragraph in more:
                    cell.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def odt(lines: list[str]) -> bytes:
    """A paragraph for each text."""
    names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
    names += " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    body = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in lines)
    content = f"<office:document-content {names} office:version='1.2'><office:body><office:text>{body}"
    content += "</office:text></office:body></office:document-content>"
    mime = "application/vnd.oasis.opendocument.text"
    space = "xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'"
    manifest = f"<manifest:manifest {space} manifest:version='1.2'>"
    for path, kind in (("/", mime), ("content.xml", "text/xml")):
        manifest += f"<manifest:file-entry manifest:full-path='{path}' manifest:media-type='{kind}'/>"
    files = {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest + "</manifest:manifest>"}
    return archive({name: text.encode() for name, text in files.items()})


def rtf(text: str) -> bytes:
    """A paragraph for each line."""
    escaped = "".join(
        c if c.isascii() and c not in "\\{}" else f"\\{c}" if c in "\\{}" else f"\\u{ord(c)}?" for c in text
    )
    return ("{\\rtf1\\ansi\\ansicpg1258\\deff0 " + escaped.replace("\n", "\\par\n") + "}").encode("ascii")


def page(lines: list[str]) -> str:
    """HTML with a paragraph for each line but the first, which is its headline."""
    title, *body = (html.escape(line) for line in lines if line.strip())
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    article = f"<main><article><h1>{title}</h1>{paragraphs}</article></main>"
    return f"<!DOCTYPE html>\n<html lang='vi'>{head}<body><nav><a href='/'>Trang chủ</a></nav>{article}</body></html>"


def mail(text: str | None, *, page: str | None = None, files: dict[str, bytes] | None = None) -> bytes:
    """An e-mail with a text part, an HTML part and attachments, as far as they are given."""
    message = email.message.EmailMessage()
    message["From"], message["To"] = "so@example.org", "bo@example.org"
    message["Subject"] = "Báo cáo tổng kết"
    if text is not None:
        message.set_content(text)
    if page is not None and text is None:
        message.set_content(page, subtype="html")
    elif page is not None:
        message.add_alternative(page, subtype="html")
    for name, data in (files or {}).items():
        main, sub = ("image", "png") if name.endswith(".png") else ("application", "octet-stream")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def archive(files: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file.getvalue()


def packed(data: bytes) -> bytes:
    """By gzip."""
    return gzip.compress(data)


def windows_1258(text: str) -> bytes:
    """Letters with a tone as letter and mark, as Windows does it."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = unicodedata.normalize("NFD", letter), ""
            for mark in "\u0300\u0301\u0303\u0309\u0323":
                if mark in base:
                    base, tone = base.replace(mark, ""), mark
            out += (unicodedata.normalize("NFC", base) + tone).encode("cp1258")
    return out
