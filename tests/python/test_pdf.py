# SPDX-License-Identifier: BSL-1.0
"""Tables of figures in PDF, against the same tables in DOCX; and what is no table there."""

from __future__ import annotations

import io
import random
import re
import subprocess
import time

import pytest

import made
import tongket
from conftest import EXAMPLES
from test_tables import NAMES, OPENING, SAMPLES, WIDE, blocks, check_wide, facts
from tongket.files import office

#: Widths of the columns of a sample, in points, and its merged cells.
WIDTHS = {
    "plan-done-percent": [30, 130, 70, 80, 80, 70],
    "two-levels": [30, 130, 60, 80, 80, 60, 64],
    "half-year": [130, 70, 80, 80, 60, 60],
    "units-in-labels": [30, 180, 80, 90, 80],
    "sections": [30, 160, 60, 60, 60, 50, 60],
}
TWO_LEVELS = (((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (2, 1)), ((3, 0), (4, 0)), ((5, 0), (6, 0)))
MERGED = {"two-levels": TWO_LEVELS}
BEHIND = [
    "Tuy nhiên, việc ngầm hóa mạng cáp ở một số huyện còn chậm.",
    "Năm 2017, Sở tập trung đẩy mạnh ứng dụng công nghệ thông tin trong cải cách hành chính.",
]
HEAD = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2016", "Thực hiện 2016"]
LONG = "Số thuê bao Internet băng rộng cố định của các doanh nghiệp trên địa bàn tỉnh"
TABLE = [
    HEAD,
    ["1", "Doanh thu bưu chính, viễn thông trên địa bàn toàn tỉnh", "tỷ đồng", "995", "1.026,1"],
    ["", "- Bưu chính", "tỷ đồng", "125", ""],
    ["2", LONG, "thuê bao", "64.000", "67.200"],
    ["3", "Số trạm BTS", "trạm", "", "1.260"],
]
COLUMNS = [30, 120, 60, 80, 80]
CLOSE = (("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0))


def said(report: tongket.Report) -> list[tuple[object, ...]]:
    """The facts of a report, wherever its lines are broken."""
    return [tuple(" ".join(x.split()) if isinstance(x, str) else x for x in row) for row in facts(report)]


def warnings(report: tongket.Report) -> list[str]:
    return [d.code for d in report.diagnostics if d.severity == "warning"]


def drawn(*texts: tuple[float, float, str], rotate: int = 0, lines: tuple[tuple[float, ...], ...] = ()) -> bytes:
    """A page with texts at their places and lines from place to place, in points from its lower left corner."""
    from reportlab.pdfgen.canvas import Canvas

    made.register_font()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(842, 595) if rotate else (595, 842))
    if rotate:
        canvas.setPageRotation(rotate)
    canvas.setFont("DejaVu", 9)
    for x, y, text in texts:
        canvas.drawString(x, y, text)
    for line in lines:
        canvas.line(*line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


# ---- the samples ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("align", ["LEFT", "CENTER", "RIGHT"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
@pytest.mark.parametrize("name", NAMES)
def test_tables_are_those_of_docx(name, ruled, align, valign):
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    data = made.pdf_of_tables(
        blocks(text),
        ruled=ruled,
        widths=WIDTHS.get(name),
        spans=MERGED.get(name, ()),
        align=align,
        valign=valign,
    )
    report = tongket.read(data)
    if name == "two-levels" and not ruled and align == "LEFT":
        # Of a cell above two others that begins where the first does, nothing says that it is the second's too.
        assert (facts(report), warnings(report)) == ([], ["unread-table"])
        return
    plain = tongket.read(made.docx(blocks(text)))
    assert plain.measures
    assert said(report) == said(plain)
    assert warnings(report) == []


@pytest.mark.skipif(office.office() is None, reason="no LibreOffice here")
def test_tables_set_by_libreoffice(tmp_path):
    names = [name for name in NAMES if name != "two-levels"]
    for name in names:
        docx = _with_lines(made.docx(blocks((SAMPLES / f"{name}.txt").read_text("utf-8"))))
        (tmp_path / f"{name}.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office.office(), "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, *tmp_path.glob("*.docx")], check=True, capture_output=True, timeout=300)
    for name in names:
        report = tongket.read(tmp_path / f"{name}.pdf")
        assert said(report) == said(tongket.read(tmp_path / f"{name}.docx")), name


def _with_lines(data: bytes) -> bytes:
    """A DOCX with lines around all cells."""
    import docx

    document = docx.Document(io.BytesIO(data))
    for table in document.tables:
        table.style = "Table Grid"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_pages_without_tables_are_as_pdfium_has_them(path):
    import pypdfium2

    paragraphs = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    data = made.pdf([paragraphs[i : i + 8] for i in range(0, len(paragraphs), 8)])
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(data)]
    texts = [page.get_text_range(0, page.count_chars()).replace("\r\n", "\n") for page in pages]
    assert tongket.read(data).source == "\f".join(texts)


# ---- cells ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
def test_wrapped_and_empty_cells(ruled, valign):
    parts = [*OPENING, TABLE, *BEHIND]
    report = tongket.read(made.pdf_of_tables(parts, ruled=ruled, widths=COLUMNS, align="RIGHT", valign=valign))
    assert "\n".join("\t".join(row) for row in TABLE) in report.source
    assert said(report) == said(tongket.read(made.docx(parts)))
    assert warnings(report) == []
    for measure in report.measures:
        assert report.source[measure.span.slice] == measure.text


def test_rows_that_stand_as_near_as_their_lines_do():
    parts = [*OPENING, TABLE, *BEHIND]
    for ruled in (True, False):
        report = tongket.read(made.pdf_of_tables(parts, ruled=ruled, widths=COLUMNS, valign="MIDDLE", style=CLOSE))
        wanted = said(tongket.read(made.docx(parts)))
        if ruled:
            assert said(report) == wanted
        else:
            # The parser tells rows by their words, and says which labels are not whole.
            assert [fact[:4] for fact in said(report)] == [fact[:4] for fact in wanted]
            assert "split-label" in [d.code for d in report.diagnostics]


def test_a_unit_of_several_lines_may_be_of_no_row_for_sure():
    rows = [HEAD, *([str(i), f"Nộp ngân sách {i}", "triệu đồng", f"{i}10", f"{i}20"] for i in range(1, 4))]
    widths = [30, 120, 40, 80, 80]
    for valign in ("TOP", "MIDDLE", "BOTTOM"):
        data = made.pdf_of_tables([*OPENING, rows, *BEHIND], ruled=False, widths=widths, valign=valign, style=CLOSE)
        report = tongket.read(data)
        if valign == "MIDDLE":
            # Half a line above and below the figures.
            assert said(report) == said(tongket.read(made.docx([*OPENING, rows, *BEHIND])))
        else:
            assert report.measures == ()
            assert "unread-table" in warnings(report)


def test_two_levels_of_a_head_with_lines():
    spans = (((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (2, 1)), ((3, 0), (4, 0)), ((5, 0), (5, 1)))
    for valign in ("TOP", "MIDDLE", "BOTTOM"):
        data = made.pdf_of_tables([*OPENING, WIDE], ruled=True, spans=spans, valign=valign)
        report = tongket.read(data)
        assert "TT\tChỉ tiêu\tNăm 2015\tNăm 2016\t\tSo sánh (%)\n\t\t\tKế hoạch\tThực hiện\t\n" in report.source
        assert warnings(report) == []
        check = [(m.text, str(m.period), m.planned, m.baseline) for m in report.measures[:4]]
        assert check[1:] == [
            ("100", "2016", True, None),
            ("104", "2016", False, None),
            ("104", "2016", False, "Kế hoạch"),
        ]
    assert check_wide  # the same table in DOCX and HTML


def test_lines_between_columns_alone():
    style = (("LINEBEFORE", (0, 0), (-1, -1), 0.5, "black"), ("BOX", (0, 0), (-1, -1), 0.5, "black"))
    rows = [HEAD, ["1", "Doanh thu bưu chính", "tỷ đồng", "125", "130"], ["2", "Số trạm BTS", "trạm", "400", "420"]]
    parts = [*OPENING, rows, *BEHIND]
    report = tongket.read(made.pdf_of_tables(parts, ruled=False, widths=COLUMNS, style=style))
    assert said(report) == said(tongket.read(made.docx(parts)))
    # Where labels have several lines too, what stands between rows tells them apart, or nothing does.
    data = made.pdf_of_tables([*OPENING, TABLE, *BEHIND], ruled=False, widths=COLUMNS, style=(*style, *CLOSE))
    assert [fact[:4] for fact in said(tongket.read(data))] == [
        fact[:4] for fact in said(tongket.read(made.docx([*OPENING, TABLE, *BEHIND])))
    ]


def test_words_over_a_line_are_in_no_column():
    xs, ys = (50, 80, 260, 330, 410, 500), (700, 680, 660, 640)
    lines = [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
    texts = [(50.0, 790 - 12 * i, line) for i, line in enumerate(OPENING)]
    rows = [HEAD, ["1", "Doanh thu bưu chính", "tỷ đồng", "120", "132"], ["2", "Số trạm BTS", "trạm", "400", "420"]]
    for row, y in zip(rows, ys):
        texts += [(x + 3, y - 14, cell) for x, cell in zip(xs, row)]
    assert [m.text for m in tongket.read(drawn(*texts, lines=tuple(lines))).measures] == ["120", "132", "400", "420"]
    # A figure in both of two columns.
    moved = [(x + 67 if text == "120" else x, y, text) for x, y, text in texts]
    report = tongket.read(drawn(*moved, lines=tuple(lines)))
    assert [m.text for m in report.measures] == ["400", "420"]
    assert warnings(report) == ["unread-table"]
    # A word of the head.
    moved = [(x + 30 if text == "Kế hoạch 2016" else x, y, text) for x, y, text in texts]
    report = tongket.read(drawn(*moved, lines=tuple(lines)))
    assert report.measures == ()
    assert warnings(report) == ["unread-table"]


def test_cells_that_touch_are_parted_by_their_line():
    xs, ys = (50, 230, 300, 335, 370), (700, 680, 660, 640)
    lines = [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
    texts = [(50.0, 790 - 12 * i, line) for i, line in enumerate(OPENING)]
    for row, y in zip(
        (["Chỉ tiêu", "ĐVT", "KH", "TH"], ["Số trạm BTS", "trạm", "400", "420"], ["Số bưu cục", "bưu cục", "31", "32"]),
        ys,
    ):
        # Figures end 1.5 points before the line and begin 1.5 behind it.
        texts += [(xs[0] + 3, y - 14, row[0]), (xs[1] + 3, y - 14, row[1])]
        texts += [(xs[3] - 1.5 - 5.73 * len(row[2]), y - 14, row[2]), (xs[3] + 1.5, y - 14, row[3])]
    report = tongket.read(drawn(*texts, lines=tuple(lines)))
    assert [m.text for m in report.measures] == ["400", "420", "31", "32"]


@pytest.mark.parametrize("rotate", [90, 270])
def test_a_page_that_is_turned(rotate):
    """As a broad table is set: on its side, on a page that is turned back."""
    import pypdfium2 as pdfium

    parts = [*OPENING, TABLE, *BEHIND]
    for ruled in (True, False):
        upright = made.pdf_of_tables(parts, ruled=ruled, widths=COLUMNS)
        document = pdfium.PdfDocument(upright)
        turned = pdfium.PdfDocument.new()
        form = pdfium.raw.FPDF_NewXObjectFromPage(turned.raw, document.raw, 0)
        item = pdfium.raw.FPDF_NewFormObjectFromXObject(form)
        page = turned.new_page(842, 595)
        matrix = (0, 1, -1, 0, 842, 0) if rotate == 90 else (0, -1, 1, 0, 0, 595)
        pdfium.raw.FPDFPageObj_Transform(item, *matrix)
        pdfium.raw.FPDFPage_InsertObject(page.raw, item)
        pdfium.raw.FPDFPage_GenerateContent(page.raw)
        page.set_rotation(rotate)
        file = io.BytesIO()
        turned.save(file)
        assert said(tongket.read(file.getvalue())) == said(tongket.read(made.docx(parts)))


# ---- rows and pages ------------------------------------------------------------------------------------------------


def many(rows: int) -> list[list[str]]:
    return [
        HEAD,
        *([str(i), f"Doanh thu bưu chính huyện số {i}", "tỷ đồng", f"{i}10", f"{i}20"] for i in range(1, rows + 1)),
    ]


@pytest.mark.parametrize("number", [False, True], ids=["bare", "numbered"])
@pytest.mark.parametrize("repeat", [0, 1], ids=["once", "repeated"])
def test_a_table_over_pages(repeat, number):
    parts = [*OPENING, many(30), *BEHIND]
    data = made.pdf_of_tables(parts, ruled=True, widths=COLUMNS, repeat=repeat, number=number, height=500)
    report = tongket.read(data)
    assert len(report.origin.pages) > 2
    assert said(report) == said(tongket.read(made.docx(parts)))
    assert warnings(report) == []
    if number:
        # Page numbers stand before and behind the table, each on its page.
        for at, span in enumerate(report.origin.pages, 1):
            assert str(at) in report.source[span.slice].split("\n")


def test_a_table_without_lines_over_pages():
    parts = [*OPENING, many(30), *BEHIND]
    for repeat in (0, 1):
        report = tongket.read(made.pdf_of_tables(parts, ruled=False, widths=COLUMNS, repeat=repeat, height=500))
        wanted = said(tongket.read(made.docx(parts)))
        assert said(report) == wanted
        # Where something stands between its parts, and no head is told again, the rest is not read.
        numbered = made.pdf_of_tables(parts, ruled=False, widths=COLUMNS, repeat=repeat, height=500, number=True)
        report = tongket.read(numbered)
        assert said(report) == wanted or "unread-table" in warnings(report)
        assert set(said(report)) <= set(wanted)


def test_a_row_over_pages():
    """The rest of a label stands on the next page, with the beginning of its row in the text."""
    xs = (50, 80, 260, 330, 410, 500)

    def page(rows, top, texts, number):
        ys = [top - 30 * i for i in range(len(rows) + 1)]
        lines = [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
        cells = [(x + 3, y - 14, cell) for row, y in zip(rows, ys) for x, cell in zip(xs, row) if cell]
        return drawn(*texts, *cells, (290.0, 20.0, number), lines=tuple(lines))

    opening = [(50.0, 790 - 12 * i, line) for i, line in enumerate(OPENING)]
    first = page([HEAD, ["1", "Doanh thu bưu chính,", "tỷ đồng", "995", "1.026,1"]], 120, opening, "1")
    rest = [["", "viễn thông", "", "", ""], ["2", "Số trạm BTS", "trạm", "400", "420"]]
    report = tongket.read(_together(first, page(rest, 800, [], "2")))
    assert [(m.text, m.indicator.text) for m in report.measures] == [
        ("995", "Doanh thu bưu chính, viễn thông"),
        ("1.026,1", "Doanh thu bưu chính, viễn thông"),
        ("400", "Số trạm BTS"),
        ("420", "Số trạm BTS"),
    ]
    assert warnings(report) == []


def _together(*files: bytes) -> bytes:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument.new()
    for data in files:
        document.import_pages(pdfium.PdfDocument(data))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
def test_a_single_row(ruled):
    parts = [*OPENING, [HEAD, ["1", "Số trạm BTS", "trạm", "400", "420"]], *BEHIND]
    wanted = said(tongket.read(made.docx(parts)))
    assert [fact[0] for fact in wanted] == ["400", "420"]
    assert said(tongket.read(made.pdf_of_tables(parts, ruled=ruled, widths=COLUMNS))) == wanted


# ---- what is no table ----------------------------------------------------------------------------------------------


def test_two_columns_of_prose_are_read_one_after_the_other():
    from reportlab.lib.utils import simpleSplit

    made.register_font()
    prose = " ".join(line for line in EXAMPLES[0].read_text("utf-8").splitlines() if line.strip())[:3000]
    lines = simpleSplit(prose, "DejaVu", 9, 230)
    half = len(lines) // 2
    texts = [(50.0, 800 - 12.0 * i, line) for i, line in enumerate(lines[:half])]
    texts += [(310.0, 800 - 12.0 * i, line) for i, line in enumerate(lines[half:])]
    assert tongket.read(drawn(*texts)).source == " ".join(lines)


def test_figures_beside_each_other_in_two_columns_of_prose_are_no_table():
    left = [f"Đến hết tháng {i} có thêm nhiều trạm mới" for i in range(1, 9)]
    right = [
        "1.200",
        "thuê bao, tăng so với cùng kỳ",
        "1.300",
        "thuê bao, tăng mạnh",
        "1.400",
        "đạt kế hoạch",
        "1.500",
        "vượt",
    ]
    texts = [(50.0, 800 - 12.0 * i, line) for i, line in enumerate(left)]
    texts += [(310.0, 800 - 12.0 * i, line) for i, line in enumerate(right)]
    assert tongket.read(drawn(*texts)).source == "\n".join([*left, *right])


@pytest.mark.parametrize("by_lines", [False, True], ids=["by-blocks", "by-lines"])
def test_a_letterhead_is_no_table(by_lines):
    head = [
        (90.0, 800.0, "UBND TỈNH HÀ NAM"),
        (60.0, 788.0, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        (90.0, 770.0, "Số: 12/BC-STTTT"),
        (330.0, 800.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (360.0, 788.0, "Độc lập - Tự do - Hạnh phúc"),
        (350.0, 770.0, "Hà Nam, ngày 05 tháng 01 năm 2017"),
    ]
    if by_lines:
        head = [head[i] for i in (0, 3, 1, 4, 2, 5)]
    body = ["BÁO CÁO", "Tổng kết công tác năm 2016, phương hướng, nhiệm vụ năm 2017", "I. KẾT QUẢ THỰC HIỆN"]
    body += ["Năm 2016, doanh thu viễn thông đạt 918 tỷ đồng, tăng 5% so với năm 2015.", "II. NHIỆM VỤ NĂM 2017"]
    body += ["- Hoàn thành ngầm hóa 12 km cáp viễn thông."]
    report = tongket.read(drawn(*head, *((50.0, 740 - 12.0 * i, line) for i, line in enumerate(body))))
    # Its blocks stand as they were written: one below the other, or their lines joined.
    assert report.source.split("\n")[0] == ("UBND TỈNH HÀ NAM" + " CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" * by_lines)
    assert report.meeting.organizer.name == "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
    assert [c.number for c in report.citations] == ["12/BC-STTTT"]
    assert [m.text for m in report.measures] == ["918 tỷ đồng", "5%", "12 km"]


def test_a_letterhead_and_a_signature_with_lines_are_no_tables():
    head = [["UBND TỈNH HÀ NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["SỞ Y TẾ", "Độc lập - Tự do - Hạnh phúc"]]
    source = tongket.read(made.pdf_of_tables([head, *OPENING], ruled=True)).source
    assert "\t" not in source


def test_lines_around_text_are_no_table():
    box = (("BOX", (0, 0), (-1, -1), 1, "black"),)
    parts = [[["Đến hết năm 2016, toàn tỉnh có 1.260 trạm BTS."]], *OPENING]
    assert "\t" not in tongket.read(made.pdf_of_tables(parts, ruled=False, style=box)).source


def test_a_table_without_figures_has_its_rows():
    rows = [["TT", "Họ và tên", "Chức vụ"], ["1", "Nguyễn Văn An", "Giám đốc"], ["2", "Trần Thị Bình", "Phó Giám đốc"]]
    source = tongket.read(made.pdf_of_tables([*OPENING, rows, *BEHIND], ruled=True)).source
    assert "1\tNguyễn Văn An\tGiám đốc\n2\tTrần Thị Bình\tPhó Giám đốc\n" in source


# ---- any table -----------------------------------------------------------------------------------------------------


def _any(chance: random.Random) -> tuple[list[list[str]], dict[str, object]]:
    """A table, and how it is set."""
    labels = [
        *(("Doanh thu bưu chính", "tỷ đồng"), ("Doanh thu viễn thông trên địa bàn toàn tỉnh", "tỷ đồng")),
        *((LONG, "thuê bao"), ("Số trạm BTS", "trạm"), ("- Bưu chính", "tỷ đồng"), ("Số bưu cục", "bưu cục")),
        *(("Nộp ngân sách nhà nước", "triệu đồng"), ("Tỷ lệ hộ có cáp quang", "%")),
    ]
    heads = [
        *(["Kế hoạch 2016", "Thực hiện 2016"], ["Năm 2015", "Năm 2016"]),
        *(
            ["Kế hoạch năm 2016", "Ước thực hiện năm 2016", "Ghi chú"],
            ["Năm 2014", "Năm 2015", "Ước thực hiện năm 2016"],
        ),
    ]
    head = chance.choice(heads)
    rows = [["TT", "Chỉ tiêu", "Đơn vị tính", *head]]
    for i in range(chance.randint(1, 7)):
        label, unit = chance.choice(labels)
        figures = [chance.choice([str(chance.randint(1, 999)), f"{chance.randint(1, 99)}.500", "104,5"]) for _ in head]
        figures = [figure if chance.random() < 0.9 else chance.choice(["", "-"]) for figure in figures]
        if head[-1] == "Ghi chú":
            figures[-1] = chance.choice(["", "Vượt", "Chưa đạt kế hoạch được giao"])
        rows.append([str(i + 1), label, unit, *figures])
    if not any(cell[:1].isdigit() for row in rows[1:] for cell in row[3:]):
        rows[1][3] = "100"
    padding, side = chance.choice([0, 1, 3]), chance.choice([2, 4, 6])
    style = [(f"{name}PADDING", (0, 0), (-1, -1), padding) for name in ("TOP", "BOTTOM")]
    style += [(f"{name}PADDING", (0, 0), (-1, -1), side) for name in ("LEFT", "RIGHT")]
    return rows, {
        "widths": [
            30,
            chance.choice([80, 120, 180]),
            chance.choice([50, 70]),
            *(chance.choice([55, 70, 85]) for _ in head),
        ],
        "align": chance.choice(["LEFT", "CENTER", "RIGHT"]),
        "valign": chance.choice(["TOP", "MIDDLE", "BOTTOM"]),
        "style": tuple(style),
    }


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "plain"])
def test_no_figure_is_read_wrongly_or_lost_in_silence(ruled):
    same = 0
    tables = 60
    for seed in range(tables):
        rows, how = _any(random.Random(seed))
        parts = [*OPENING, rows, *BEHIND]
        report = tongket.read(made.pdf_of_tables(parts, ruled=ruled, **how), time_limit=None)
        wanted, got = said(tongket.read(made.docx(parts), time_limit=None)), said(report)
        # Figure, value, unit and kind, period and whether it is planned: in a label that blanks part, words may lack.
        figures = [{(*fact[:5], *fact[7:10]) for fact in facts_of} for facts_of in (got, wanted)]
        assert figures[0] <= figures[1], (seed, report.source)
        if not {fact[:5] for fact in got} >= {fact[:5] for fact in wanted}:
            assert {"unread-table", "unread-number"} & set(warnings(report)), (seed, report.source)
        labels = {fact[5] for fact in wanted}
        if not {fact[5] for fact in got} <= labels:
            assert "split-label" in [d.code for d in report.diagnostics], (seed, report.source)
        same += got == wanted
    assert same >= tables * (0.85 if ruled else 0.45), same


def test_time_grows_as_a_page_does():
    def seconds(rows: int) -> float:
        data = made.pdf_of_tables([many(rows)], ruled=False, widths=COLUMNS, height=200 + 60 * rows)
        begin = time.perf_counter()
        assert tongket.read(data, time_limit=None)
        return time.perf_counter() - begin

    seconds(10)
    assert seconds(400) < 16 * seconds(100) + 0.5


# ---- footnotes -----------------------------------------------------------------------------------------------------


def noted(lines: list[str], notes: list[str] = [], *, number: str = "") -> bytes:  # noqa: B006
    """A page whose lines have raised text in braces, with smaller notes at its foot and the number of the page."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    made.register_font()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))

    def draw(x: float, y: float, line: str, size: float) -> None:
        for at, part in enumerate(re.split("[{}]", line)):
            own, rise = (0.6 * size, 0.4 * size) if at % 2 else (size, 0.0)
            canvas.setFont("DejaVu", own)
            canvas.drawString(x, y + rise, part)
            x += stringWidth(part, "DejaVu", own)

    for at, line in enumerate(lines):
        draw(50, 780 - 18 * at, line, 12)
    for at, note in enumerate(notes):
        draw(50, 150 - 12 * at, note, 9)
    draw(290, 30, number, 12)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("line", "text", "marks"),
    [
        ("doanh thu đạt 109{3} tỷ đồng, tăng 5%", "doanh thu đạt 109 tỷ đồng, tăng 5%", 1),
        ("doanh thu đạt 109{(3)} tỷ đồng{*}, tăng 5%{[1]}.", "doanh thu đạt 109 tỷ đồng, tăng 5%.", 3),
        ("nhà rộng 1.200 m{2}, đất rộng 45 km{2}.", "nhà rộng 1.200 m², đất rộng 45 km².", 0),
        ("hồ chứa 5 triệu m{3(1)} nước", "hồ chứa 5 triệu m³ nước", 0),
        ("nhóm{2} và 12 ha{3} rừng", "nhóm và 12 ha rừng", 2),
        ("được 15 x 10{3} tấn", "được 15 x 10³ tấn", 0),
        ("nóng 38{0}C vào hè", "nóng 38°C vào hè", 0),
    ],
)
def test_raised_figures(line, text, marks):
    report = tongket.read(noted(["Năm 2016, sở họp tổng kết;", line, "còn năm 2017 thì chưa."]))
    assert [each.strip() for each in report.source.split("\n")][1] == text
    told = [d.message.split()[0] for d in report.diagnostics if d.code == "footnote-marks"]
    assert told == ([] if marks == 0 else ["a"] if marks == 1 else [str(marks)])


def test_raised_letters_stay():
    report = tongket.read(noted(["Năm 2016, sở họp tổng kết vào ngày 20{th};"]))
    assert "th" in report.source
    assert "footnote-marks" not in warnings(report)


def test_footnotes_are_left_out():
    lines = [
        "Năm 2016, sở họp tổng kết; doanh thu viễn thông đạt 918{1} tỷ",
        "đồng, doanh thu bưu chính đạt 10{2} tỷ đồng.",
    ]
    notes = ["1 Năm 2015 đạt 850 tỷ đồng,", "theo báo cáo của doanh nghiệp.", "{2} Chưa kể 12 tỷ đồng của đại lý."]
    report = tongket.read(noted(lines, notes, number="7"))
    assert [line.strip() for line in report.source.split("\n") if line.strip()] == [
        *(re.sub("{.}", "", line) for line in lines),
        "7",
    ]
    assert [m.value for m in report.measures] == [918_000_000_000, 10_000_000_000]
    told = {d.code: d.message for d in report.diagnostics if "footnote" in d.code}
    assert [(code, message[:1]) for code, message in sorted(told.items())] == [
        ("footnote-marks", "2"),
        ("unread-footnotes", "2"),
    ]


def test_small_lines_at_the_foot_are_no_notes_of_other_marks():
    lines = ["Năm 2016, sở họp tổng kết; doanh thu viễn thông đạt 918{3} tỷ", "đồng, số còn lại như sau:"]
    notes = ["1 Doanh thu bưu chính đạt 109 tỷ đồng", "2 Nộp ngân sách 46 tỷ đồng"]
    report = tongket.read(noted(lines, notes))
    assert [m.value for m in report.measures] == [918_000_000_000, 109_000_000_000, 46_000_000_000]
    assert "unread-footnotes" not in warnings(report)


@pytest.mark.parametrize("figure", ["", " đã trình 12 văn bản"])
def test_hyphens_at_the_ends_of_lines(figure):
    report = tongket.read(noted(["Sở Y tế" + figure + " theo Quyết định số 1078/QĐ-", "UBND của UBND tỉnh."]))
    assert "1078/QĐ-UBND" in report.source
    assert "\ufffe" not in report.source


# ---- columns of prose ----------------------------------------------------------------------------------------------

STORY = [
    "Năm 2016, ngành thông tin và truyền thông của tỉnh triển khai nhiệm vụ trong bối cảnh có nhiều khó khăn.",
    "- Doanh thu viễn thông các năm 2014, 2015 và 2016 lần lượt đạt 1.486 tỷ đồng, 1.573 tỷ đồng và 1.689 tỷ đồng. "
    "Toàn ngành nộp ngân sách nhà nước hơn 91 tỷ đồng, bằng 104,5% kế hoạch được giao từ đầu năm.",
    "- Toàn tỉnh có 1.427 trạm BTS, trong đó có 1.398 trạm 4G; mật độ thuê bao Internet đạt 88,4 thuê bao/100 dân. Các "
    "doanh nghiệp đã ngầm hóa 27,6 km cáp viễn thông, xử lý 14 điểm lõm sóng tại các xã miền núi.",
    "- Sở mở 27 lớp bồi dưỡng kỹ năng số cho 2.154 học viên, cấp 37 giấy phép xuất bản tài liệu không kinh doanh, chủ "
    "trì tổ chức 12 hội nghị giao ban báo chí và 05 cuộc họp báo; Thanh tra Sở xử phạt 06 tổ chức và 11 cá nhân.",
]
HEADLINE = "Sở Thông tin và Truyền thông Hà Nam tổng kết công tác năm 2016"


def in_columns(*, by_rows: bool) -> bytes:
    from reportlab.lib.utils import simpleSplit

    lines = [line for paragraph in STORY for line in simpleSplit(paragraph, "DejaVu", 9, 170)]
    rows = (len(lines) + 1) // 2
    places = [(50 + 200 * (at // rows), 760 - 12 * (at % rows), line) for at, line in enumerate(lines)]
    if by_rows:
        places.sort(key=lambda place: (-place[1], place[0]))
    return drawn((50, 790, HEADLINE), *places)


@pytest.mark.parametrize("by_rows", [False, True])
def test_two_columns_of_prose(by_rows):
    made.register_font()
    report = tongket.read(in_columns(by_rows=by_rows))
    assert report.source.split("\n") == [HEADLINE, *STORY]
    assert facts(report) == facts(tongket.parse("\n".join([HEADLINE, *STORY])))
    assert warnings(report) == []


def pages_of(*pages: bytes) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for page in pages:
        document.import_pages(pypdfium2.PdfDocument(page))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


COLUMN = ["tỉnh có thêm nhiều trạm và tăng", "9 bậc so với năm 2015. Năm nay,", "sở đã mở 12 lớp cho cán bộ và"] * 4


def test_two_columns_over_pages():
    columns = drawn(*((x, 760 - 12 * at, line) for x in (50, 250) for at, line in enumerate(COLUMN)))
    behind = ["có 384 người dự, trong đó có cả", "16 người ở xã. Sở họp tổng"]
    texts = [drawn(*((50, 760 - 12 * at, line) for at, line in enumerate(lines))) for lines in (behind, ["kết 7."])]
    report = tongket.read(pages_of(columns, *texts))
    assert report.source == " ".join(COLUMN * 2 + behind) + "\f\fkết 7."


def test_numbers_of_pages_go_on_in_no_column():
    column = COLUMN[:-2]
    places = [(x, 760 - 12 * at, line) for x in (50, 250) for at, line in enumerate(column)]
    assert "\n7\n" in tongket.read(drawn(*places, (50, 600, "7"))).source


def test_a_table_behind_columns_is_none():
    columns = drawn(*((x, 760 - 12 * at, line) for x in (50, 250) for at, line in enumerate(COLUMN)))
    rows = [("Doanh thu bưu chính", "5 tỷ đồng"), ("Thu ngân sách", "7 tỷ đồng"), ("Số trạm BTS", "19 trạm")]
    table = drawn(*((x, 760 - 12 * at, row[x > 50]) for at, row in enumerate(rows) for x in (50, 280)))
    alone = tongket.read(table).source
    assert tongket.read(pages_of(columns, table)).source.split("\f")[1] == alone


def test_two_columns_of_a_list_are_no_prose():
    rows = [
        (x, 760 - 12 * at, f"{name} {at + 2}")
        for x, name in ((50, "Ông Trần Văn"), (250, "Bà Lê Thị"))
        for at in range(12)
    ]
    report = tongket.read(drawn(*rows))
    assert [line.strip() for line in report.source.split("\n")] == [text for _, _, text in rows]
