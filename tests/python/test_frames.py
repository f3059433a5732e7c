# SPDX-License-Identifier: BSL-1.0
"""Tables on all three backends."""

from __future__ import annotations

import csv
import datetime
import sqlite3
import subprocess
import sys
from decimal import Decimal

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tongket
from tongket.frames import records, safe_cell

KINDS = ["measures", "targets", "people", "awards", "citations", "meetings"]
BACKENDS = ["pandas", "polars", "arrow"]


def plain(row):
    """A row as Python values that do not depend on the backend."""
    cells = {}
    for name, value in row.items():
        cell = value.date() if isinstance(value, datetime.datetime) else value
        cells[name] = Decimal(cell).normalize() if isinstance(cell, Decimal) else cell
    return cells


@pytest.mark.parametrize("kind", KINDS)
def test_the_backends_agree(reports, kind):
    pandas, polars, arrow = (
        tongket.to_frame(reports, kind, backend=backend, numbers="decimal") for backend in BACKENDS
    )
    names = [column.name for column in tongket.columns(kind)]
    assert list(pandas.columns) == polars.columns == arrow.column_names == names
    assert len(set(names)) == len(names)
    first, second, third = ([plain(row) for row in records(frame)] for frame in (pandas, polars, arrow))
    assert len(first) > 0
    assert first == second == third


@pytest.mark.parametrize("kind", [*KINDS, "panel"])
def test_types_are_the_same_whatever_the_reports(reports, kind):
    def make(reports, backend):
        if kind == "panel":
            return tongket.panel(reports, backend=backend)
        return tongket.to_frame(reports, kind, backend=backend)

    empty = [tongket.parse("")]
    for some in (empty, [], iter(empty)):
        few = make(some, "pandas")
        assert few.dtypes.equals(make(reports, "pandas").dtypes)
        assert make(some, "polars").schema == make(reports, "polars").schema
        assert make(some, "arrow").schema == make(reports, "arrow").schema


@pytest.mark.parametrize("backend", BACKENDS)
def test_words_stand_in_one_line(backend):
    text = "Sở Y tế tỉnh Hà Nam\ttổng kết\u00a0 năm 2016\nNăm 2016, doanh  thu bưu\u00a0chính đạt 109,5\u00a0 tỷ đồng."
    report = tongket.parse(text)
    assert report.measures[0].text == "109,5\u00a0 tỷ đồng"
    (row,) = records(tongket.to_frame(report, backend=backend))
    assert (row["indicator"], row["text"]) == ("doanh thu bưu chính", "109,5 tỷ đồng")
    (meeting,) = records(tongket.to_frame(report, "meetings", backend=backend))
    assert meeting["title"] == "Sở Y tế tỉnh Hà Nam tổng kết năm 2016"
    (row,) = records(tongket.panel(report, backend=backend))
    assert row["text"] == "109,5 tỷ đồng"


def test_types(reports):
    wanted = {
        "report": ("string", pl.String(), pa.string()),
        "period_start": ("datetime64[s]", pl.Date(), pa.date32()),
        "value": ("float64", pl.Decimal(38, 9), pa.decimal128(38, 9)),
        "estimated": ("bool", pl.Boolean(), pa.bool_()),
        "part_of": ("Int64", pl.Int64(), pa.int64()),
    }
    pandas, polars, arrow = (tongket.to_frame(reports, backend=backend) for backend in BACKENDS)
    for name, (first, second, third) in wanted.items():
        assert pandas[name].dtype == first
        assert polars.schema[name] == second
        assert arrow.schema.field(name).type == third
    assert list(pandas["kind"].cat.categories) == list(tongket.MeasureKind)
    assert polars.schema["kind"] == pl.Enum([str(kind) for kind in tongket.MeasureKind])
    assert arrow.schema.field("kind").type == pa.dictionary(pa.int8(), pa.string())
    assert len(pandas["province"].cat.categories) == 64


def test_numbers(reports):
    values = [m.value for r in reports for m in r.measures]
    for backend in BACKENDS:
        floats, decimals = (tongket.to_frame(reports, backend=backend, numbers=n) for n in ("float", "decimal"))
        assert [row["value"] for row in records(floats)] == [float(value) for value in values]
        assert [row["value"] for row in records(decimals)] == values
    frame = tongket.to_frame(reports)
    assert list(frame.columns[:5]) == ["province", "period", "indicator", "value", "unit"]
    assert list(tongket.panel(reports).columns[:5]) == list(frame.columns[:5])
    assert frame.nlargest(1, "value").value.iloc[0] == float(max(values))
    assert frame.value.describe()["max"] == float(max(values))
    assert frame.groupby("unit").value.mean().notna().any()
    with sqlite3.connect(":memory:") as database:
        frame.to_sql("measures", database)
        assert database.execute("SELECT max(value) FROM measures").fetchone() == (float(max(values)),)
    arrow = tongket.to_frame(reports, numbers="arrow")
    assert arrow.value.dtype == pd.ArrowDtype(pa.decimal128(38, 9))
    assert arrow.value.tolist() == values
    with pytest.raises(ValueError, match="numbers='arrow' is for pandas"):
        tongket.to_frame(reports, backend="polars", numbers="arrow")
    with pytest.raises(ValueError, match="numbers must be 'float', 'decimal' or 'arrow', or None, not 'int'"):
        tongket.to_frame(reports, numbers="int")  # type: ignore[arg-type]


def test_frames_of_pandas_may_be_written_to(reports):
    for numbers in ("float", "decimal"):
        frame = tongket.to_frame(reports, numbers=numbers)
        frame.loc[0, "value"] = 5
        frame.loc[0, ["unit", "kind", "estimated", "part_of"]] = ["xã", "rate", True, 7]
        frame.loc[0, "period_end"] = pd.Timestamp("2020-01-01")
        row = frame.iloc[0]
        assert (row.value, row.unit, row.kind, row.estimated, row.part_of) == (5, "xã", "rate", True, 7)


def test_one_row_an_item(reports):
    frame = tongket.to_frame(reports, "measures")
    assert len(frame) == sum(len(r.measures) for r in reports)
    row = frame[(frame.report == "ha-nam-2016-annual") & (frame.measure == 1)].iloc[0]
    measure = next(r for r in reports if r.id == "ha-nam-2016-annual").measures[1]
    assert (row.text, row.value, row.unit, row.part_of) == (measure.text, measure.value, measure.unit, 0)
    assert (row.province_code, row.province, row.zone) == ("VN-63", "Hà Nam", "achievements")
    assert (row.period, row.period_start, row.period_end) == (
        "2016",
        pd.Timestamp("2016-01-01"),
        pd.Timestamp("2016-12-31"),
    )
    assert len(tongket.to_frame(reports, "meetings")) == len(reports)
    alone = reports[0].measures_frame("polars")
    assert len(alone) == len(reports[0].measures)


def test_reports_without_a_name_have_a_number():
    frame = tongket.to_frame([tongket.parse("a"), tongket.parse("b", id="x")], "meetings")
    assert list(frame.report) == ["0", "x"]


def test_what_does_not_fit_is_left_empty_with_a_warning(report):
    data = report.to_dict()
    data["measures"][0]["value"] = "1" + "0" * 40
    data["measures"][1]["value"] = "0.1234567891"
    other = tongket.Report.from_dict(data)
    for backend in BACKENDS:
        with pytest.warns(UserWarning, match="does not fit"):
            rows = records(tongket.to_frame(other, backend=backend, numbers="decimal"))
        assert [rows[i]["value"] for i in range(2)] == [None, None]
        assert rows[2]["value"] == other.measures[2].value


def test_an_unknown_province_is_left_empty(report):
    data = report.to_dict()
    data["meeting"]["organizer"]["province"] = "VN-XX"
    assert records(tongket.to_frame(tongket.Report.from_dict(data), "meetings"))[0]["province_code"] is None


def test_wrong_wishes(report):
    with pytest.raises(ValueError, match=r"kind must be 'measures', 'targets', .* or 'panel', not 'x'"):
        tongket.to_frame(report, "x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="backend must be 'pandas', 'polars' or 'arrow', not 'x'"):
        tongket.to_frame(report, backend="x")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("module", "call", "extra"),
    [
        ("pandas", "report.measures_frame()", "pandas"),
        ("polars", "report.measures_frame('polars')", "polars"),
        ("pyarrow", "report.measures_frame('arrow')", "arrow"),
        ("pyarrow", "report.measures_frame(numbers='arrow')", "arrow"),
        ("matplotlib", "tongket.plot_panel([], 'x')", "notebook"),
        ("jinja2", "tongket.render(report)", "notebook"),
        ("tqdm", "tongket.parse_many([''], progress=True)", "notebook"),
        ("trafilatura", "tongket.parse_html('<p>')", "html"),
    ],
)
def test_a_missing_extra_is_named(module, call, extra):
    code = f"""
import sys
sys.modules[{module!r}] = sys.modules[{module!r} + ".auto"] = None
import tongket
report = tongket.parse("Sở Y tế")
report._repr_html_()
try:
    {call}
except ImportError as error:
    print(error)
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert f"pip install 'tongket[{extra}]'" in out


def test_without_extras_nothing_else_is_imported():
    code = """
import sys, tongket
tongket.parse("Sở Y tế").to_json()
heavy = {"numpy", "pandas", "polars", "pyarrow", "matplotlib", "jinja2", "trafilatura", "typing_extensions"}
print(sorted(heavy & set(sys.modules)))
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.strip() == "[]"


# ---- panel ---------------------------------------------------------------------------------------------------------


def test_panel(reports):
    frame = tongket.panel(reports)
    keys = ["province_code", "period", "indicator_id"]
    assert not frame.duplicated(keys).any()
    assert not frame.planned.any()
    row = frame[(frame.indicator_id == "bts.total") & (frame.province == "Hà Nam")].iloc[0]
    assert (row.value, row.unit, row.text, row.report) == (1064, "trạm", "1.064 trạm", "ha-nam-2016-annual")
    # A share of the plan fulfilled is no revenue.
    assert set(frame[frame.indicator_id.str.startswith("revenue")].kind) == {"money"}
    for backend in ("polars", "arrow"):
        assert [plain(row) for row in records(tongket.panel(reports, backend=backend))] == [
            plain(row) for row in records(tongket.panel(reports, numbers="decimal"))
        ]


def test_panel_says_what_was_chosen_over(report):
    data = report.to_dict()
    levels = [i for i, m in enumerate(data["measures"]) if m["indicator_id"] == "bts.total" and m["role"] == "level"]
    index = levels[0]
    worse = [dict(data["measures"][index], value=str(value)) for value in (7, 8)]
    worse[0]["estimated"] = True
    worse[1]["confidence"] = dict(worse[1]["confidence"], indicator_id="guess")
    other = dict(data, measures=[*worse, *data["measures"][index : index + 1]])
    for statements in ("achievements", "shortcomings", "targets"):
        other[statements] = [dict(s, measures=[]) for s in other[statements]]
    for m in other["measures"]:
        m["part_of"] = None
    rows = records(tongket.panel(tongket.Report.from_dict(other)))
    assert len(rows) == 1
    assert (rows[0]["value"], rows[0]["candidates"]) == (1064, 3)
    assert rows[0]["chosen_over"] == "7 trạm (0: 1.064 trạm); 8 trạm (0: 1.064 trạm)"


def test_panel_keeps_plans_apart(reports):
    with_plans = tongket.panel(reports, planned=True)
    assert with_plans.planned.any()
    assert not with_plans.duplicated(["province_code", "period", "indicator_id", "planned"]).any()
    left = with_plans[~with_plans.planned].reset_index(drop=True)
    pd.testing.assert_frame_equal(left, tongket.panel(reports))


# ---- CSV -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", BACKENDS)
def test_csv_is_safe_to_open(tmp_path, report, backend):
    data = report.to_dict()
    evil = [
        '=HYPERLINK("http://x")',
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
    ]
    data["people"] = [dict(data["people"][0], name=name, positions=[]) for name in evil]
    path = tmp_path / "people.csv"
    tongket.to_csv(tongket.to_frame(tongket.Report.from_dict(data), "people", backend=backend), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    # Words stand in one line; cells of other tables need not.
    assert [row["name"] for row in rows] == ["'" + name if name.strip() == name else "x" for name in evil]
    assert [safe_cell(name) for name in evil] == ["'" + name for name in evil]
    assert rows[0]["period_start"] == "2016-01-01"
    assert rows[0]["province"] == "Hà Nam"


@pytest.mark.parametrize("inner", ["a;=cmd|' /C calc'!A0", 'a";=1;"', "a\n+1", "a\t@x", "a\r-1;=1"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_safe_to_open_with_other_separators(tmp_path, report, inner, delimiter):
    """Where a spreadsheet expects `;` it ends cells at those within texts."""
    data = report.to_dict()
    data["people"] = [dict(data["people"][0], name=inner, positions=[])]
    path = tmp_path / "people.csv"
    tongket.to_csv(tongket.to_frame(tongket.Report.from_dict(data), "people"), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file, delimiter=delimiter) for cell in row]
    assert len(cells) > 1
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_csv_leaves_other_texts_alone(tmp_path, report):
    texts = ["a = b", "3 - 4", "x@y", "a; - b", "5+6", "'", '"', "a,b"]
    data = report.to_dict()
    data["people"] = [dict(data["people"][0], name=text, positions=[]) for text in texts]
    path = tmp_path / "people.csv"
    tongket.to_csv(tongket.to_frame(tongket.Report.from_dict(data), "people"), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == texts


@pytest.mark.parametrize("backend", BACKENDS)
def test_csv_keeps_numbers(tmp_path, report, backend):
    path = tmp_path / "measures.csv"
    tongket.to_csv(tongket.to_frame(report, backend=backend), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [Decimal(row["value"]) for row in rows] == [m.value for m in report.measures]
    assert {row["estimated"] for row in rows} <= {"True", "False"}
