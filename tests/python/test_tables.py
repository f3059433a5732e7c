# SPDX-License-Identifier: BSL-1.0
"""Tables of figures in HTML and DOCX, against the same tables as text."""

from __future__ import annotations

import html
import io
import re
from decimal import Decimal

import pytest

import made
import tongket
from conftest import ROOT

SAMPLES = ROOT / "tests" / "tables" / "samples"
NAMES = ["plan-done-percent", "two-levels", "half-year", "units-in-labels", "tasks", "sections", "english-separators"]


def facts(report: tongket.Report) -> list[tuple[object, ...]]:
    return [
        (
            *(m.text, m.value, m.to, m.unit, m.kind, m.indicator and m.indicator.text, m.indicator_id),
            *(m.period, m.planned, m.estimated, m.role, m.direction, m.baseline, m.part_of),
        )
        for m in report.measures
    ]


def blocks(text: str) -> list[str | list[list[str]]]:
    """The paragraphs of a text; neighbouring lines with tabs are a table."""
    found: list[str | list[list[str]]] = []
    for line in filter(str.strip, text.split("\n")):
        if "\t" not in line:
            found.append(line)
        elif found and isinstance(found[-1], list):
            found[-1].append(line.split("\t"))
        else:
            found.append([line.split("\t")])
    return found


def as_html(parts: list[str | list[list[str]]]) -> str:
    def table(rows: list[list[str]]) -> str:
        cells = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"

    body = "".join(table(part) if isinstance(part, list) else f"<p>{html.escape(part)}</p>" for part in parts)
    return f"<html><head><title>{parts[0]}</title></head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_those_of_the_text(name):
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    plain = tongket.parse(text)
    assert plain.measures
    for report in (tongket.read(made.docx(blocks(text))), tongket.parse_html(as_html(blocks(text)))):
        assert facts(report) == facts(plain)
        assert report.diagnostics == ()
        for measure in report.measures:
            assert report.source[measure.span.begin : measure.span.end] == measure.text


WIDE = [
    ["TT", "Chỉ tiêu", "Năm 2015", "Năm 2016", "", "So sánh (%)"],
    ["", "", "", "Kế hoạch", "Thực hiện", ""],
    ["1", "Doanh thu bưu chính (tỷ đồng)", "80", "100", "104", "104"],
    ["2", "Doanh thu viễn thông (tỷ đồng)", "720", "800", "824", "103"],
]
OPENING = [
    "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016",
    "Ngày 12/01/2017, Sở Thông tin và Truyền thông tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016 và triển "
    "khai nhiệm vụ năm 2017.",
    "Kết quả thực hiện các chỉ tiêu chủ yếu của ngành thông tin và truyền thông trên địa bàn tỉnh như sau:",
]


def check_wide(report: tongket.Report) -> None:
    assert [(m.text, str(m.period), m.planned, m.baseline) for m in report.measures[:4]] == [
        ("80", "2015", False, None),
        ("100", "2016", True, None),
        ("104", "2016", False, None),
        ("104", "2016", False, "Kế hoạch"),
    ]
    assert len(report.measures) == 8
    assert report.measures[6].value == Decimal(824_000_000_000)
    assert report.diagnostics == ()


def test_merged_cells_of_docx_keep_their_columns():
    import docx

    document = docx.Document()
    for line in OPENING:
        document.add_paragraph(line)
    table = document.add_table(rows=len(WIDE), cols=len(WIDE[0]))
    for row, cells in zip(table.rows, WIDE):
        for cell, text in zip(row.cells, cells):
            cell.text = text
    for column in (0, 1, 2, 5):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 3).merge(table.cell(0, 4))
    # A head that is typed in two paragraphs.
    table.cell(0, 2).paragraphs[0].text = "Năm"
    table.cell(0, 2).add_paragraph("2015")
    file = io.BytesIO()
    document.save(file)
    report = tongket.read(file.getvalue())
    assert "TT\tChỉ tiêu\tNăm 2015\tNăm 2016\t\tSo sánh (%)\n\t\t\tKế hoạch\tThực hiện\t\n" in report.source
    check_wide(report)


def test_merged_cells_of_html_keep_their_columns():
    head = (
        "<tr><th rowspan=2>TT</th><th rowspan=2>Chỉ tiêu</th><th rowspan=2>Năm<br>2015</th><th colspan=2>Năm 2016</th>"
        "<th rowspan=2>So sánh (%)</th></tr><tr><th>Kế hoạch</th><th>Thực hiện</th></tr>"
    )
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in WIDE[2:])
    body = "".join(f"<p>{line}</p>" for line in OPENING) + f"<table>{head}{rows}</table>"
    check_wide(tongket.parse_html(f"<html><body><article>{body}</article></body></html>"))


def test_a_table_that_is_not_understood_is_told():
    rows = [["Huyện", "Số hộ nghèo"], ["Duy Tiên", "1.200"], ["Kim Bảng", "900"]]
    for report in (tongket.read(made.docx([*OPENING, rows])), tongket.parse_html(as_html([*OPENING, rows]))):
        assert report.measures == ()
        (doubt,) = report.diagnostics
        assert doubt.code == "unread-table"
        words = re.split(r"[\s|]+", report.source[doubt.span.begin : doubt.span.end])
        assert words == [word for row in rows for cell in row for word in cell.split()]


def test_a_single_row_is_read():
    rows = [["Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2016", "Thực hiện 2016"], ["Số trạm BTS", "trạm", "400", "420"]]
    parts = [*OPENING, rows]
    aligned = "\n".join("".join(cell.ljust(20) for cell in row).rstrip() for row in rows)
    texts = ["\n\n".join([*OPENING, table]) for table in ("\n".join("\t".join(row) for row in rows), aligned)]
    for report in (tongket.read(made.docx(parts)), tongket.parse_html(as_html(parts)), *map(tongket.parse, texts)):
        assert [(m.text, m.unit, m.planned) for m in report.measures] == [("400", "trạm", True), ("420", "trạm", False)]
        assert not [d for d in report.diagnostics if d.code == "unread-table"]


def test_plans_are_apart_in_frames():
    text = (SAMPLES / "plan-done-percent.txt").read_text("utf-8")
    report = tongket.parse(text, id="x")
    frame = tongket.to_frame([report], backend="polars")
    assert frame["planned"].sum() == 4
    panel = tongket.panel([report], backend="polars")
    assert panel.filter(panel["indicator_id"] == "revenue.postal")["value"].to_list() == [Decimal(130_000_000_000)]
    with_plans = tongket.panel([report], planned=True, backend="polars")
    assert with_plans.filter(with_plans["planned"])["candidates"].to_list() == [1, 1, 1]
    again = tongket.Report.from_json(report.to_json(with_source=True))
    assert again.measures == report.measures
