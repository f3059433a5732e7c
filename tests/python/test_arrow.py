# SPDX-License-Identifier: BSL-1.0
"""Reports as Arrow: what they say, what is taken, how they come."""

from __future__ import annotations

import doctest
import gc
import re
import sys
import threading
from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

import tongket
import tongket.arrow
from conftest import EXAMPLES, ROOT
from rows import rows_of
from tongket.frames import records

PAGES = [*EXAMPLES, *sorted((ROOT / "tests/corpus/reports").glob("*.txt"))]
TEXT = "Sở Y tế Hà Nam: năm 2016 cấp 41 giấy phép, thu trên 3,5 tỷ đồng."
# With a short mention of a document, and a percentage that is not that of its figures.
ODD = (
    "Theo Nghị định số 64/2007/NĐ-CP ngày 10/4/2007, Sở đã ban hành quy chế. Nghị định số 64 được phổ biến đến xã. "
    "Năm 2016, đã cấp 10/40 giấy phép (đạt 50%)."
)
FLAT = ["reports", "measures", "statements", "people", "positions", "awards", "citations", "diagnostics", "zones"]


@pytest.fixture(scope="module")
def pages():
    """Every text that there is, its name and its report."""
    names, texts = [path.stem for path in PAGES], [path.read_text("utf-8") for path in PAGES]
    names, texts = [*names, "odd"], [*texts, ODD]
    return names, texts, [tongket.parse(text, id=name) for name, text in zip(names, texts)]


def table(*args, **options):
    return pa.table(tongket.parse_arrow(*args, **options))


# ---- what it says ----------------------------------------------------------------------------------------------------


def as_json(value):
    """A value of the nested form as `Report.to_dict` has it."""
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if value else "0"
    if not isinstance(value, dict):
        return value.isoformat() if hasattr(value, "isoformat") else value
    if set(value) == {"text", "start", "end"}:
        return value["text"]
    if set(value) == {"begin", "end"}:
        return [value["begin"], value["end"]]
    fields = {name: as_json(item) for name, item in value.items()}
    if "begin" in fields:
        fields["span"] = [fields.pop("begin"), fields.pop("end")]
    return fields


def test_the_nested_form_says_what_the_report_says(pages):
    names, texts, reports = pages
    optional = {
        "measures": {"planned": False},
        "citations": {"full_mention": None},
        "diagnostics": {"related": None},
        "targets": {"due": None},
    }
    for row, report in zip(table(names, texts, batch=7).to_pylist(), reports):
        assert row.pop("id") == report.id
        assert row.pop("error") is None
        told = as_json(row)
        for zone in told["zones"]:
            zone["zone"] = zone.pop("kind")
        for measure in told["measures"]:
            assert measure.pop("zone") == report.zone_at(measure["span"][0])
        wanted = report.to_dict()
        for name in ("schema", "offsets"):
            del wanted[name]
        for name, left_out in optional.items():
            wanted[name] = [{**left_out, **item} for item in wanted[name]]
        assert told == wanted


def test_the_schema_is_that_of_the_batches():
    schema = pa.schema(tongket.parse_arrow([], []).schema)
    assert schema == table([], []).schema == pa.schema(tongket.parse_arrow(["a"], ["b"]))
    assert schema.metadata == {b"tongket.schema": b"tongket.arrow/1"}
    page = (ROOT / "docs/arrow.md").read_text("utf-8").partition("## The flat form")[0]
    first_cells = re.findall(r"^\| (`[^|]*) \|", page, re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", "".join(first_cells))) == sorted(schema.names)


def test_spans_count_code_points():
    source = "📈 " + TEXT
    for measure in table(None, [source])["measures"][0].as_py():
        assert source[measure["begin"] : measure["end"]] == measure["text"]


# ---- flat tables and frames ------------------------------------------------------------------------------------------


def plain(value):
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    return value.date() if hasattr(value, "date") else value


@pytest.mark.parametrize("kind", ["measures", "targets", "people", "awards", "citations", "meetings"])
def test_frames_are_equal_cell_for_cell(pages, kind):
    *_, reports = pages
    wanted = rows_of(reports, kind)
    assert len(wanted) > 20
    for backend in ("pandas", "polars", "arrow"):
        frame = tongket.to_frame(reports, kind, backend=backend, numbers="decimal")
        rows = [tuple(map(plain, row.values())) for row in records(frame)]
        assert rows == wanted
    told = [tuple(map(str, row)) for row in wanted]
    shown = records(tongket.to_frame(reports, kind, numbers="decimal"))
    assert [tuple(str(plain(cell)) for cell in row.values()) for row in shown] == told


def test_floats_are_the_nearest(pages):
    *_, reports = pages
    odd = ["0.1", "0.000000001", "123456789012345.678", "9007199254740993", "-29.46", "922337203685477580700000"]
    data = reports[0].to_dict()
    for measure, value in zip(data["measures"], odd):
        measure["value"] = value
    reports = [tongket.Report.from_dict(data), *reports]
    assert len(data["measures"]) > len(odd)
    for backend in ("pandas", "polars", "arrow"):
        rows = records(tongket.to_frame(reports, backend=backend, numbers="float"))
        assert [row["value"] for row in rows] == [float(m.value) for r in reports for m in r.measures]


def test_floats_need_not_fit_into_a_decimal(report):
    data = report.to_dict()
    data["measures"][0].update(value="1" + "0" * 40, to="0.1234567891")
    data["measures"][2].update(per={"value": "1" + "0" * 40, "unit": "dân"})
    row, _, third, *_ = records(tongket.to_frame(tongket.Report.from_dict(data)))
    assert (row["value"], row["to"], third["per_value"]) == (1e40, 0.1234567891, 1e40)


def ends(span):
    return (None, None) if span is None else (span.begin, span.end)


def test_flat_tables(pages):
    names, texts, reports = pages
    tables = tongket.arrow.flat(tongket.parse_arrow(names, texts, batch=11))
    assert list(tables) == FLAT
    for name, kind in (("reports", "meetings"), *((k, k) for k in ("measures", "people", "awards", "citations"))):
        wanted = [column.name for column in tongket.columns(kind)]
        wanted.remove("report")
        assert tables[name].column_names[: len(wanted) + 1] == ["id", *wanted]
        place = [column.name for column in tongket.columns(kind)].index("report")
        assert tables[name]["id"].to_pylist() == [row[place] for row in rows_of(reports, kind)]
    statements = tables["statements"].to_pylist()
    wanted = []
    for r in reports:
        for kind, items in (("achievement", r.achievements), ("shortcoming", r.shortcomings), ("target", r.targets)):
            wanted += [(r.id, kind, i, s.text, list(s.measures), s.span.begin) for i, s in enumerate(items)]
    assert [tuple(s[n] for n in ("id", "kind", "statement", "text", "measures", "begin")) for s in statements] == wanted
    positions = [
        (r.id, i, j, p.title, p.organization, p.confidence)
        for r in reports
        for i, person in enumerate(r.people)
        for j, p in enumerate(person.positions)
    ]
    assert [tuple(row.values()) for row in tables["positions"].to_pylist()] == positions
    zones = [(r.id, i, z.kind, z.span.begin, z.span.end) for r in reports for i, z in enumerate(r.zones)]
    assert [tuple(row.values()) for row in tables["zones"].to_pylist()] == zones
    told = [
        (r.id, i, d.severity, d.code, d.message, *ends(d.span), *ends(d.related))
        for r in reports
        for i, d in enumerate(r.diagnostics)
    ]
    assert [tuple(row.values()) for row in tables["diagnostics"].to_pylist()] == told
    assert any(d.related for r in reports for d in r.diagnostics)
    mentions = [c.full_mention for r in reports for c in r.citations]
    assert tables["citations"]["full_mention"].to_pylist() == mentions
    assert any(mention is not None for mention in mentions)


def test_flat_tables_do_not_depend_on_batches_nor_on_the_page_before(pages):
    names, texts, _ = pages
    names, texts = [*names[:9], "none"], [*texts[:9], None]
    whole = tongket.arrow.flat(tongket.parse_arrow(names, texts))
    for batch in (1, 4):
        parts = tongket.arrow.flat(tongket.parse_arrow(names, texts, batch=batch, threads=3))
        assert all(parts[name].equals(whole[name]) for name in FLAT)
    nested = table(names, texts)
    for given in (nested, nested.combine_chunks().to_batches()[0], nested.slice(0, 4)):
        parts = tongket.arrow.flat(given)
        assert parts["measures"].equals(whole["measures"].slice(0, len(parts["measures"])))
    some = tongket.arrow.flat(nested.slice(3, 5))
    for name in FLAT:
        is_among = pc.is_in(whole[name]["id"], pa.array(names[3:8]))
        assert some[name].to_pylist() == whole[name].filter(is_among).to_pylist()


def test_flat_tables_of_nothing_have_their_columns():
    whole, empty = tongket.arrow.flat(table(["a"], [TEXT])), tongket.arrow.flat(table([], []))
    for name in FLAT:
        assert empty[name].schema == whole[name].schema
        assert len(empty[name]) == 0


def test_the_nested_form_comes_back_from_elsewhere(tmp_path, pages):
    names, texts, _ = pages
    nested = table(names[:8], texts[:8])
    whole = tongket.arrow.flat(nested)
    pq.write_table(nested, tmp_path / "pages.parquet")
    for other in (pq.read_table(tmp_path / "pages.parquet"), pl.read_parquet(tmp_path / "pages.parquet")):
        again = tongket.arrow.flat(other)
        assert all(again[name].equals(whole[name]) for name in FLAT)


def test_a_page_with_an_error_has_a_row_of_reports_only():
    tables = tongket.arrow.flat(tongket.parse_arrow(["a", "b", "c"], [b"S\xff", TEXT, None]))
    rows = tables["reports"].select(["id", "kind", "measures", "error_code", "error_offset"]).to_pylist()
    assert rows[0] == {"id": "a", "kind": None, "measures": None, "error_code": "invalid_utf8", "error_offset": 1}
    assert (rows[1]["measures"], rows[1]["error_code"]) == (2, None)
    assert (rows[2]["error_code"], rows[2]["error_offset"]) == ("missing_text", None)
    for name in FLAT[1:]:
        assert set(tables[name]["id"].to_pylist()) <= {"b"}


# ---- what is taken ---------------------------------------------------------------------------------------------------

SOME = [TEXT, None, "", "Thu 5 tỷ đồng.", "ba"]
INPUTS = {
    "list": list,
    "tuple": tuple,
    "generator": iter,
    "bytes": lambda texts: [None if t is None else t.encode() for t in texts],
    "numpy": lambda texts: np.array(texts, dtype=object),
    "pandas objects": lambda texts: pd.Series(texts, dtype="object"),
    "pandas with nan": lambda texts: list(pd.Series([float("nan") if t is None else t for t in texts], dtype="object")),
    "pandas strings": lambda texts: pd.Series(texts, dtype="string"),
    "pandas of arrow": lambda texts: pd.Series(texts, dtype=pd.ArrowDtype(pa.string())),
    "polars": pl.Series,
    "polars categories": lambda texts: pl.Series(texts, dtype=pl.Categorical),
    "string": pa.array,
    "large string": lambda texts: pa.array(texts, pa.large_string()),
    "string view": lambda texts: pa.array(texts, pa.string_view()),
    "binary": lambda texts: pa.array([None if t is None else t.encode() for t in texts], pa.binary()),
    "large binary": lambda texts: pa.array([None if t is None else t.encode() for t in texts], pa.large_binary()),
    "dictionary": lambda texts: pa.array(texts).dictionary_encode(),
    "slice": lambda texts: pa.array(["x", *texts, "y"]).slice(1, len(texts)),
    "slice of views": lambda texts: pa.array(["x", *texts, "y"], pa.string_view()).slice(1, len(texts)),
    "chunks": lambda texts: pa.chunked_array([texts[:2], [], texts[2:]], pa.string()),
    "a table's column": lambda texts: pa.table({"text": texts})["text"],
}


@pytest.mark.parametrize("kind", INPUTS)
def test_strings_of_all_kinds(kind):
    wanted = table(["0", "1", "2", "3", "4"], SOME)
    assert wanted["error"].is_valid().to_pylist() == [False, True, False, False, False]
    for batch in (2, 500):
        assert table(None, INPUTS[kind](SOME), batch=batch).equals(wanted)
        ids = INPUTS[kind](["0", "1", "2", "3", "4"])
        assert table(ids, INPUTS[kind](SOME), batch=batch).equals(wanted)


def test_nulls_alone():
    rows = table(pa.nulls(2), pa.nulls(2)).to_pylist()
    assert [(row["id"], row["error"]["code"]) for row in rows] == [(None, "missing_text")] * 2


def test_a_parser_of_ones_own():
    words = tongket.LexiconEntry("unit", ("thùng loa",), "loa")
    parser = tongket.Parser(lexicon=[words], max_input_bytes=40, replace_invalid_utf8=True)
    texts = ["Cấp 12 thùng loa.", b"S\xc3 thu 5 th\xc3\xb9ng loa.", "\ud800 5 thùng loa", "x" * 41]
    rows = table(None, texts, parser=parser).to_pylist()
    assert [row["measures"][0]["unit"] for row in rows[:3]] == ["loa"] * 3
    for row, text in zip(rows[1:3], ["S\ufffd thu 5 thùng loa.", None]):
        report = parser.parse(text) if text else None
        assert [d["code"] for d in row["diagnostics"]].count("invalid-utf8") >= 1
        if report:
            assert row["measures"][0]["begin"] == report.measures[0].span.begin
    assert rows[3]["error"] == {"code": "input_too_large", "offset": 40}


def test_a_lone_surrogate_is_no_text():
    row = table(["x\ud800"], ["Sở \ud800"]).to_pylist()[0]
    assert row["error"] == {"code": "invalid_utf8", "offset": 3}
    assert row["id"] == "x\ufffd\ufffd\ufffd"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ("Sở Y tế", "many strings, not 'Sở Y tế': tongket.parse reads one text"),
        (b"x", "not bytes"),
        (None, "not None"),
        (5, "not an int"),
        (pd.DataFrame({"a": ["x"]}), "a DataFrame of pandas: give one of its columns"),
        (pa.table({"a": ["x"]}), "give one of its columns"),
    ],
)
def test_what_is_no_column_of_texts(texts, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        tongket.parse_arrow(None, texts)
    if texts is not None:
        with pytest.raises(TypeError, match=re.escape(message)):
            tongket.parse_arrow(texts, ["a"])


def test_columns_of_other_types():
    for texts, message in [
        (pa.array([1]), "texts must be strings, not int64"),
        (pa.array([{"a": "x"}]), "texts must be strings, not a table: give one of its columns"),
        (pa.record_batch({"a": ["x"]}), "a table: give one of its columns"),
    ]:
        with pytest.raises(TypeError, match=message):
            pa.table(tongket.parse_arrow(None, texts))
    with pytest.raises(Exception, match=r"texts\[1\] must be str, bytes or None, not int"):
        table(None, ["a", 5])


def test_wrong_options():
    for options in ({"batch": 0}, {"threads": 0}):
        with pytest.raises(ValueError, match="must be at least 1"):
            tongket.parse_arrow([], [], **options)
    for options in ({"batch": 1.5}, {"threads": 1.5}, {"threads": "2"}):
        with pytest.raises(TypeError, match="cannot be interpreted as an integer"):
            tongket.parse_arrow([], [], **options)
    for options in ({"batch": 2**70}, {"threads": 2**70}):
        with pytest.raises(ValueError, match="must be at most"):
            tongket.parse_arrow([], [], **options)
    with pytest.raises(TypeError, match=r"for parser a tongket\.Parser, not an int"):
        tongket.parse_arrow([], [], parser=5)  # type: ignore[arg-type]
    assert len(pa.table(tongket.parse_arrow(None, ["a"], threads=np.int64(2), batch=np.int64(2)))) == 1


@pytest.mark.parametrize("texts", [{"a", "b"}, frozenset("ab")])
def test_a_set_has_no_order(texts):
    with pytest.raises(TypeError, match="in an order, not a"):
        tongket.parse_arrow(None, texts)
    with pytest.raises(TypeError, match="in an order, not a"):
        tongket.parse_arrow(texts, ["a", "b"])
    pages = {"a": TEXT, "b": TEXT}  # has one
    assert table(pages.keys(), pages.values())["id"].to_pylist() == ["a", "b"]


@pytest.mark.parametrize("ids", [[1, 2], (1, 2), pa.array([1, 2]), pd.Series([1, 2])])
def test_ids_are_strings(ids):
    with pytest.raises(TypeError, match=r"give them as strings, list\(map\(str, ids\)\)"):
        table(ids, ["a", "b"])


# ---- how they come ---------------------------------------------------------------------------------------------------


def test_a_list_may_be_read_again_and_an_iterator_not():
    again = tongket.parse_arrow(["a"], [TEXT])
    assert pa.table(again).equals(pa.table(again))
    once = tongket.parse_arrow(None, iter([TEXT]))
    assert len(pa.table(once)) == 1
    with pytest.raises(ValueError, match="give a list"):
        pa.table(once)


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_batches_come_in_order_as_they_are_asked_for(threads):
    taken = []

    def texts():
        for i in range(100):
            taken.append(i)
            yield f"Thu {i} tỷ đồng."

    reader = pa.RecordBatchReader.from_stream(tongket.parse_arrow(None, texts(), threads=threads, batch=4))
    assert taken == []
    for number, batch in enumerate(reader):
        assert batch["id"].to_pylist() == [str(4 * number + i) for i in range(4)]
        assert batch["measures"][0].as_py()[0]["text"] == f"{4 * number} tỷ đồng"
        # What was given, and for each thread a batch in the making.
        assert len(taken) <= 4 * (number + threads) + 1


@pytest.mark.parametrize("threads", [1, 3])
def test_a_consumer_may_stop_half_way(threads):
    state = []

    def texts():
        try:
            while True:
                yield TEXT
        finally:
            state.append("closed")

    reader = pa.RecordBatchReader.from_stream(tongket.parse_arrow(None, texts(), threads=threads, batch=3))
    assert len(reader.read_next_batch()) == 3
    del reader
    gc.collect()
    assert state == ["closed"]
    tongket.parse_arrow(None, [TEXT]).__arrow_c_stream__()  # and nobody ever looks


def test_an_exception_of_the_producer_comes_behind_its_pages():
    def texts():
        yield from [TEXT] * 5
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_stream(tongket.parse_arrow(None, texts(), batch=2))
    assert [len(reader.read_next_batch()) for _ in range(3)] == [2, 2, 1]
    for _ in range(2):
        with pytest.raises(OSError, match="texts: OSError: the disk is gone"):
            reader.read_next_batch()


def test_ids_and_texts_must_be_as_many():
    with pytest.raises(Exception, match="more texts than ids"):
        table(["a"], ["x", "y"])
    with pytest.raises(Exception, match="more ids than texts"):
        table(["a", "b"], pa.array(["x"]))


def test_a_stream_is_released_while_another_thread_works():
    """A consumer's thread takes batches while this one runs Python."""
    results = []
    batches = tongket.parse_arrow(None, (TEXT for _ in range(200)), threads=2, batch=10)
    consumer = threading.Thread(target=lambda: results.append(len(pa.table(batches))))
    consumer.start()
    sum(i for i in range(200000))
    consumer.join()
    assert results == [200]


def test_without_pyarrow_there_is_still_the_stream():
    code = """
import sys
sys.modules["pyarrow"] = None
import tongket
print(type(tongket.parse_arrow(["a"], ["b"]).__arrow_c_stream__()).__name__)
try:
    tongket.arrow.flat([])
except ImportError as error:
    print(error)
"""
    import subprocess

    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.startswith("PyCapsule\n")
    assert "pip install 'tongket[arrow]'" in out


def test_the_examples_of_the_module():
    result = doctest.testmod(tongket.arrow, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0
    assert result.attempted >= 10
