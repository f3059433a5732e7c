# SPDX-License-Identifier: BSL-1.0
"""`tongket.spark`: what the embedded library says, from processes that Spark starts, pages whatever they hold."""

from __future__ import annotations

import datetime
import doctest
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import tongket
from conftest import EXAMPLES, ROOT


def why_not() -> str | None:
    """What is missing here for Spark."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin" if home else None)
    if java is None:
        return "there is no Java (.ci/deps test installs it)"
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', told)
    return None if version and int(version[1]) >= 17 else f"Spark needs Java 17 or later, not {told.splitlines()[:1]}"


pytest.importorskip("pyspark")
if (reason := why_not()) is not None:
    pytest.skip(reason, allow_module_level=True)

from pyspark import cloudpickle  # noqa: E402
from pyspark.errors import AnalysisException  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402, N812

import tongket.spark  # noqa: E402

PAGES = [*EXAMPLES, *sorted((ROOT / "tests/corpus/reports").glob("*.txt"))[::3]]
TEXT = "Sở Y tế Hà Nam: năm 2016 cấp 41 giấy phép, thu trên 3,5 tỷ đồng."
TABLES = ["reports", "measures", "statements", "people", "positions", "awards", "citations", "diagnostics", "zones"]


@pytest.fixture(scope="module")
def spark():
    """Two processes that read; a task may fail twice."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,3]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def nested():
    """The pages, read here."""
    return pa.table(tongket.parse_arrow(*pages_of(PAGES)))


@pytest.fixture(scope="module")
def stored(nested, tmp_path_factory):
    """A file of them."""
    path = tmp_path_factory.mktemp("spark") / "nested.parquet"
    pq.write_table(nested, path)
    return str(path)


def pages_of(paths):
    return [path.stem for path in paths], [path.read_text("utf-8") for path in paths]


def frame(spark, ids, texts, kind="string", parts=4):
    return spark.createDataFrame(list(zip(ids, texts)), f"id string, text {kind}").repartition(parts)


def rows_of(df):
    return in_order([row.asDict(recursive=True) for row in df.collect()])


def in_order(rows):
    """Rows by page, those of a page as they came: Spark promises no order of partitions, but keeps that in them."""
    return sorted(rows, key=lambda row: row["id"] or "")


# ---- what it says ----------------------------------------------------------------------------------------------------


def test_rows_are_those_of_the_embedded_library(spark, nested):
    df = tongket.spark.parse(frame(spark, *pages_of(PAGES)), batch=3)
    assert df.schema == tongket.spark.schema()
    assert rows_of(df) == in_order(nested.to_pylist())


@pytest.mark.parametrize("table", TABLES)
def test_flat_tables_are_those_of_the_embedded_library(spark, nested, stored, table):
    wanted = tongket.arrow.flat(nested)[table]
    df = tongket.spark.flat(spark.read.parquet(stored).repartition(3), table)
    assert df.schema == tongket.spark.schema(table)
    assert df.columns == wanted.column_names
    assert len(wanted) >= 3
    assert rows_of(df) == in_order(wanted.to_pylist())


def test_decimals_and_dates_are_exact(spark):
    texts = ["Sở Y tế họp ngày 12/01/2017. Thu 0,1 tỷ đồng.", "Thu 1.234.567,89 triệu đồng.", "Cấp 7 giấy phép."]
    df = tongket.spark.parse(frame(spark, ["a", "b", "c"], texts))
    assert df.selectExpr("measures[0].value AS value").dtypes == [("value", "decimal(38,9)")]
    measures = tongket.spark.flat(df, "measures")
    values = {row["id"]: row["value"] for row in measures.collect()}
    assert values == {"a": Decimal(100_000_000), "b": Decimal(1234567890000), "c": Decimal(7)}
    assert measures.where("unit = 'VND'").agg(F.sum("value")).first()[0] == Decimal(1234667890000)
    day = tongket.spark.parse(frame(spark, *pages_of(EXAMPLES[:4]))).where("meeting.date IS NOT NULL").first()
    assert isinstance(day["meeting"]["date"], datetime.date)


def test_a_number_that_does_not_fit_is_null_and_told(spark):
    row = tongket.spark.parse(frame(spark, ["a"], ["Tỷ lệ 0,12345678912%."])).first()
    assert row["measures"][0]["value"] is None
    assert "decimal-overflow" in [told["code"] for told in row["diagnostics"]]


def test_what_spark_writes_others_read_and_the_other_way_round(spark, nested, stored, tmp_path):
    tongket.spark.parse(frame(spark, *pages_of(PAGES))).write.parquet(str(tmp_path / "spark"))
    there = pq.read_table(tmp_path / "spark").sort_by("id")
    assert in_order(there.to_pylist()) == in_order(nested.to_pylist())
    wanted = tongket.arrow.flat(nested)["people"].to_pylist()
    for path in (str(tmp_path / "spark"), stored):
        assert rows_of(tongket.spark.flat(spark.read.parquet(path), "people")) == in_order(wanted)
    assert in_order(tongket.arrow.flat(there)["people"].to_pylist()) == in_order(wanted)


def test_columns_by_any_name_and_of_any_expression(spark):
    df = spark.createDataFrame(
        [(7, {"html": "x", "body": TEXT})], "number bigint, page struct<html:string,body:string>"
    )
    wanted = table_of(["7"], [TEXT])
    assert rows_of(tongket.spark.parse(df, "page.body", "number")) == wanted
    assert rows_of(tongket.spark.parse(df, F.concat(df.page.body, F.lit("")), F.col("number"))) == wanted


def table_of(ids, texts, **options):
    return pa.table(tongket.parse_arrow(ids, texts, **options)).to_pylist()


def test_large_strings(spark):
    """Spark hands texts over in another type where it is told so."""
    spark.conf.set("spark.sql.execution.arrow.useLargeVarTypes", "true")
    try:
        df = tongket.spark.parse(frame(spark, ["a"], [TEXT]))
        assert rows_of(df) == table_of(["a"], [TEXT])
        assert tongket.spark.flat(df, "measures").count() == 2
    finally:
        spark.conf.unset("spark.sql.execution.arrow.useLargeVarTypes")


# ---- bad pages -------------------------------------------------------------------------------------------------------


def test_nulls_in_texts_and_ids(spark):
    ids, texts = ["a", "b", None, None], [TEXT, None, TEXT, None]
    rows = rows_of(tongket.spark.parse(frame(spark, ids, texts, parts=1)))
    assert rows == in_order(table_of(ids, texts))
    assert [(row["id"], row["error"] and row["error"]["code"]) for row in rows] == [
        (None, None),
        (None, "missing_text"),
        ("a", None),
        ("b", "missing_text"),
    ]


def test_bad_pages_are_rows_with_an_error(spark):
    ids = ["empty", "good", "invalid", "long", "null", "blank"]
    texts = [b"", TEXT.encode(), b"S\xff", b"x" * 2001, None, b" \n\t "]
    parser = tongket.Parser(max_input_bytes=2000)
    df = tongket.spark.parse(frame(spark, ids, texts, "binary"), parser=parser)
    rows = rows_of(df)
    assert rows == in_order(table_of(ids, texts, parser=parser))
    errors = {row["id"]: row["error"].asDict() for row in df.where("error IS NOT NULL").collect()}
    assert errors == {
        "invalid": {"code": "invalid_utf8", "offset": 1},
        "long": {"code": "input_too_large", "offset": 2000},
        "null": {"code": "missing_text", "offset": None},
    }
    reports = rows_of(tongket.spark.flat(df, "reports"))
    assert {row["id"]: row["error_code"] for row in reports} == {name: errors.get(name, {}).get("code") for name in ids}
    assert {row["id"] for row in rows_of(tongket.spark.flat(df, "measures"))} == {"good"}


def test_strings_of_spark_that_are_no_utf8(spark):
    df = spark.sql("SELECT CAST(X'78FF' AS STRING) AS id, CAST(X'53FF' AS STRING) AS text")
    row = tongket.spark.parse(df).first()
    assert row["error"].asDict() == {"code": "invalid_utf8", "offset": 1}
    assert row["id"] == "x\ufffd"


def test_no_pages(spark):
    df = tongket.spark.parse(frame(spark, [], []))
    assert df.collect() == []
    assert tongket.spark.flat(df, "measures").collect() == []


# ---- a parser of one's own -------------------------------------------------------------------------------------------


def test_words_and_options_of_ones_own(spark, tmp_path):
    words = tmp_path / "words.tsv"
    words.write_text("unit\tthùng loa\tloa\n", "utf-8")
    parser = tongket.Parser(lexicon=words, replace_invalid_utf8=True)
    words.unlink()  # no process of Spark can read it: its words are sent
    texts = ["Cấp 12 thùng loa.".encode(), b"S\xc3 thu 5 th\xc3\xb9ng loa."]
    rows = rows_of(tongket.spark.parse(frame(spark, ["a", "b"], texts, "binary"), parser=parser))
    assert [row["measures"][0]["unit"] for row in rows] == ["loa", "loa"]
    assert rows == table_of(["a", "b"], texts, parser=parser)
    # Another parser in the same processes is another one.
    assert rows_of(tongket.spark.parse(frame(spark, ["a"], texts[:1], "binary")))[0]["measures"][0]["unit"] != "loa"


def test_little_is_sent():
    parser = tongket.Parser(lexicon=[tongket.LexiconEntry("unit", ("thùng loa",), "loa")])
    sent = tongket.spark._reader(parser, batch=500)
    assert len(cloudpickle.dumps(sent)) < 1000


def test_a_process_makes_its_parser_once(spark):
    parser = tongket.Parser(lexicon=[tongket.LexiconEntry("unit", ("thùng giấy",), "giấy")])
    pages = frame(spark, [str(i) for i in range(64)], [TEXT] * 64, parts=16)
    read = tongket.spark._reader(parser, batch=2)

    def look(batches):
        made = tongket.spark._parser.cache_info().misses
        list(read(batches))
        made = tongket.spark._parser.cache_info().misses - made
        yield pa.RecordBatch.from_pylist([{"process": os.getpid(), "made": made}])

    tasks = pages.mapInArrow(look, "process bigint, made bigint").collect()
    assert len(tasks) == 16
    made = {process: 0 for process, _ in tasks}
    for process, count in tasks:
        made[process] += count
    assert set(made.values()) == {1}


# ---- tasks that fail -------------------------------------------------------------------------------------------------


class Dying:
    """The core of a parser that ends its process in the middle of a task, where no process has done so before."""

    def __init__(self, core, marker):
        self.core, self.marker, self.batches = core, marker, 0

    def arrow_stream(self, *args):
        self.batches += 1
        if self.batches == 3 and not self.marker.exists():
            self.marker.touch()
            os._exit(1)
        return self.core.arrow_stream(*args)


class DyingParser(tongket.Parser):
    def __init__(self, marker):
        super().__init__()
        self._core, self.marker = Dying(self._core, marker), marker

    def __reduce__(self):
        return DyingParser, (self.marker,)


def test_a_task_that_is_tried_again_gives_the_same_rows(spark, nested, tmp_path):
    marker = tmp_path / "died"
    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "2")
    try:
        pages = frame(spark, *pages_of(PAGES), parts=2)
        reports = tongket.spark.parse(pages, parser=DyingParser(marker)).collect()
    finally:
        spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")
        cloudpickle.unregister_pickle_by_value(sys.modules[__name__])
    assert marker.exists()
    assert in_order([row.asDict(recursive=True) for row in reports]) == in_order(nested.to_pylist())


# ---- wrong calls -----------------------------------------------------------------------------------------------------


def test_what_is_no_dataframe_of_spark():
    with pytest.raises(TypeError, match=r"a DataFrame of Spark, not a Table of pyarrow: tongket.parse_arrow reads"):
        tongket.spark.parse(pa.table({"id": ["a"], "text": ["b"]}))
    with pytest.raises(TypeError, match="a DataFrame of Spark, not a list"):
        tongket.spark.flat([], "measures")


def test_wrong_columns_and_options(spark):
    df = spark.createDataFrame([("a", TEXT, 5)], "id string, text string, number int")
    with pytest.raises(TypeError, match="texts must be strings or binary, not int"):
        tongket.spark.parse(df, "number")
    for wrong in ({"text": "body"}, {"id": "url"}):
        with pytest.raises(AnalysisException, match="UNRESOLVED_COLUMN"):
            tongket.spark.parse(df, **wrong)
    with pytest.raises(ValueError, match=r"batch must be a whole number from 1 to \d+, not 0"):
        tongket.spark.parse(df, batch=0)
    with pytest.raises(ValueError, match=r"table must be one of reports, measures, .*, not 'figures'"):
        tongket.spark.flat(tongket.spark.parse(df), "figures")
    with pytest.raises(AnalysisException, match="UNRESOLVED_COLUMN"):
        tongket.spark.flat(df, "measures")


def test_without_spark_it_is_told_what_to_install():
    code = """
import sys
sys.modules["pyspark"] = None
try:
    import tongket.spark
except ImportError as error:
    print(error)
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert "pip install 'tongket[spark]'" in out


def test_the_examples_of_the_module(spark):
    names = {"pages": frame(spark, ["a", "b"], ["Thu 5 tỷ đồng.", None], parts=1)}
    result = doctest.testmod(tongket.spark, extraglobs=names, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0
    assert result.attempted == 3


# ---- docs/spark.md ---------------------------------------------------------------------------------------------------


def test_the_code_of_the_page(spark, tmp_path, capsys):
    names, texts = pages_of(EXAMPLES)
    pq.write_table(pa.table({"url": names, "text": texts}), tmp_path / "pages.parquet")
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/spark.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1
    exec(re.sub(r'"(pages\.parquet|reports)"', rf'"{tmp_path}/\1"', blocks[0]), {})
    shown = capsys.readouterr().out
    assert "revenue.telecom" in shown
    assert "Sở Thông tin và T" in shown
