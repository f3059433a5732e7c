# SPDX-License-Identifier: BSL-1.0
"""Calls with something else than is wanted: the message says what was given, what is wanted, and what to call."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

import tongket
from conftest import SAMPLE

TEXT = SAMPLE.read_text("utf-8")
FRAME = pd.DataFrame({"text": ["Sở Y tế", float("nan")]})
REPORT = tongket.parse("Sở Y tế")
ADDRESS = "https://example.org/bao-cao.html"
PAGE = "<!DOCTYPE html><html><body><p>Sở Y tế</p></body></html>"


# What is called, with what; the error; what was given, what is wanted, what to call.
CALLS = [
    # parse
    (tongket.parse, b"a", TypeError, "not bytes", "a text", "tongket.read(data)"),
    (tongket.parse, SAMPLE, TypeError, f"the path '{SAMPLE}'", "a text", "tongket.read(path)"),
    (tongket.parse, str(SAMPLE), tongket.Error, "the name of a file", "the text of a report", "tongket.read reads it"),
    (tongket.parse, "báo-cáo-2016.DOCX", tongket.Error, "'báo-cáo-2016.DOCX'", "the text", "tongket.read reads it"),
    (tongket.parse, str(SAMPLE.parent), tongket.Error, "the name of a file", "the text", "tongket.read_many several"),
    (tongket.parse, ADDRESS, tongket.Error, f"an address ('{ADDRESS}')", "the text", "tongket.read(data)"),
    (tongket.parse, PAGE, tongket.Error, "a page of HTML", "the text", "tongket.parse_html reads it"),
    (tongket.parse, ["a", "b"], TypeError, "a list", "a text", "tongket.parse_many(texts)"),
    (tongket.parse, None, TypeError, "not None", "a text", ".dropna()"),
    (tongket.parse, float("nan"), TypeError, "nan (a missing value)", "a text", ".dropna()"),
    (tongket.parse, pd.NA, TypeError, "<NA> (a missing value)", "a text", ".dropna()"),
    (tongket.parse, FRAME, TypeError, "a DataFrame of pandas", "a text", "tongket.parse_many(frame['text']"),
    (tongket.parse, FRAME.text, TypeError, "a Series of pandas", "a text", "tongket.parse_many(texts)"),
    (tongket.parse, REPORT, TypeError, "a Report, which is read already", "a text", ""),
    (tongket.parse, 5, TypeError, "an int", "a text", ""),
    (tongket.Parser().parse, b"a", TypeError, "not bytes", "a text", "tongket.read(data)"),
    # phrases
    (tongket.parse_quantity, None, TypeError, "not None", "tongket.parse_quantity takes a phrase", ".dropna()"),
    (tongket.parse_date, b"a", TypeError, "not bytes", "tongket.parse_date takes a phrase", "tongket.read"),
    (tongket.parse_period, 2016, TypeError, "an int", "tongket.parse_period takes a phrase", ""),
    (tongket.parse_citation, ["a"], TypeError, "a list", "tongket.parse_citation takes a phrase", ""),
    (tongket.parse_person, None, TypeError, "not None", "tongket.parse_person takes a phrase", ""),
    (tongket.parse_agency, None, TypeError, "not None", "tongket.parse_agency takes a phrase", ""),
    # parse_file
    (tongket.parse_file, b"a", TypeError, "not bytes", "a path", "tongket.read(data)"),
    (tongket.parse_file, [SAMPLE], TypeError, "a list", "a path", "tongket.parse_many(paths)"),
    # parse_html
    (tongket.parse_html, Path("a.html"), TypeError, "the path 'a.html'", "a page of HTML", "tongket.read(path)"),
    (tongket.parse_html, "a.html", tongket.Error, "the name of a file", "a page of HTML", "tongket.read reads it"),
    (tongket.parse_html, ADDRESS, tongket.Error, "an address", "a page of HTML", "tongket.read(data)"),
    (tongket.parse_html, None, TypeError, "not None", "a page of HTML", "leave missing pages out"),
    (tongket.parse_html, [PAGE], TypeError, "a list", "a page of HTML", "call it for each page"),
    (tongket.parse_html, b"%PDF-1.7", tongket.Error, "the kind pdf", "html is wanted", "tongket.read reads it"),
    # parse_many
    (tongket.parse_many, None, TypeError, "not None", "texts and paths", "leave missing ones out"),
    (tongket.parse_many, b"a", TypeError, "not bytes", "texts and paths", "tongket.read(data)"),
    (tongket.parse_many, FRAME, TypeError, "a DataFrame of pandas", "texts and paths", "frame['text'].dropna()"),
    (tongket.parse_many, pl.DataFrame({"text": ["a"]}), TypeError, "a DataFrame of polars", "texts", "frame['text']"),
    (tongket.parse_many, {"a": "b"}, TypeError, "a dict", "texts and paths", "texts.items()"),
    (tongket.parse_many, TEXT, tongket.Error, "one text", "a folder or many texts", "tongket.parse reads it"),
    (tongket.parse_many, ADDRESS, tongket.Error, "an address", "a folder or many texts", "tongket.read(data)"),
    (
        tongket.parse_many,
        "no-such-folder",
        FileNotFoundError,
        "'no-such-folder'",
        "folder",
        "tongket.parse reads a text",
    ),
    (tongket.parse_many, [str(SAMPLE)], tongket.Error, "the name of a file", "text", "tongket.read_many several"),
    (tongket.parse_many, ["Sở", "a.pdf"], tongket.Error, "'a.pdf'", "(input 1) takes a str as the text", "read_many"),
    (tongket.parse_many, FRAME.text, TypeError, "(a missing value)", "(input 1) takes texts", ".dropna()"),
    (tongket.parse_many, np.array(["a", None]), TypeError, "not None", "(input 1) takes texts", ".dropna()"),
    (tongket.parse_many, ["a", b"a"], TypeError, "not bytes", "(input 1) takes texts", "tongket.read_many"),
    (tongket.parse_many, [["a"]], TypeError, "a list", "(input 0) takes texts", "give the texts themselves"),
    (tongket.parse_many, [("name", 5)], TypeError, "an int", "(input 0) takes texts", ""),
    # read
    (tongket.read, TEXT, tongket.Error, "not a text", "a file is wanted", "tongket.parse reads texts"),
    (tongket.read, "Sở Y tế tổng kết", FileNotFoundError, "'Sở Y tế tổng kết'", "file", "tongket.parse reads a text"),
    (tongket.read, ADDRESS, tongket.Error, "an address", "a file is wanted", "give them to tongket.read"),
    (tongket.read, "\ud800", tongket.Error, r"'\ud800'", "a file is wanted", "a lone surrogate"),
    (tongket.read, None, TypeError, "not None", "a path, bytes or an open file", "leave missing ones out"),
    (tongket.read, float("nan"), TypeError, "nan", "a path, bytes or an open file", "leave missing ones out"),
    (tongket.read, [SAMPLE], TypeError, "a list", "a path, bytes or an open file", "tongket.read_many"),
    (
        tongket.read,
        FRAME,
        TypeError,
        "a DataFrame",
        "a path, bytes or an open file",
        "tongket.read_many(frame['path'])",
    ),
    (tongket.read, SAMPLE.parent, tongket.Error, "the path", "several files", "tongket.read_many"),
    (tongket.read, REPORT, TypeError, "a Report, which is read already", "a path", ""),
    # read_many
    (tongket.read_many, None, TypeError, "not None", "an iterable of these", "leave missing ones out"),
    (tongket.read_many, TEXT, tongket.Error, "not a text", "a file is wanted", "tongket.parse reads texts"),
    (tongket.read_many, FRAME, TypeError, "a DataFrame", "an iterable of these", "frame['path']"),
    (tongket.read_many, "\ud800", tongket.Error, r"'\ud800'", "a file is wanted", "a lone surrogate"),
    (tongket.read_many, ["a\ud800.txt"], tongket.Error, r"'a\ud800.txt'", "a file is wanted", "a lone surrogate"),
    (tongket.read_many, [("a", b"a", "b")], TypeError, "a tuple of 3", "pairs of a name and a file", "as a list"),
    (tongket.read_many, ["Sở Y tế họp."], FileNotFoundError, "'Sở Y tế họp.'", "file", "tongket.parse reads a text"),
    (tongket.read_many, [TEXT], tongket.Error, "not a text", "a file is wanted", "tongket.parse reads texts"),
    (
        tongket.read_many,
        [SAMPLE, None],
        TypeError,
        "not None",
        "a path, bytes or an open file",
        "leave missing ones out",
    ),
    # reports that were saved
    (tongket.Report.load, b"{}", TypeError, "not bytes", "the path of a file of JSON lines", "Report.from_json"),
    (tongket.Report.load, ["a"], TypeError, "a list", "the path of a file of JSON lines", "load each"),
    (tongket.Report.load, io.StringIO("{}"), TypeError, "a StringIO", "the path of a file", "Report.load(file.name)"),
    (tongket.Report.from_json, b"{}", TypeError, "not bytes", "JSON (str)", "data.decode()"),
    (tongket.Report.from_json, {"a": 1}, TypeError, "a dict", "JSON (str)", "Report.from_dict"),
    (tongket.Report.from_json, SAMPLE, TypeError, "the path", "JSON (str)", "Report.load(path)"),
    # tables
    (tongket.to_frame, TEXT, TypeError, "not 'Sở Thông tin", "reports (Report)", "tongket.parse reads a text"),
    (tongket.to_frame, [str(SAMPLE)], TypeError, "not '", "reports (Report)", "tongket.read a file"),
    (tongket.to_frame, [REPORT, None], TypeError, "not None", "reports (Report)", "leave missing ones out"),
    (tongket.render, str(SAMPLE), TypeError, "not '", "tongket.render takes reports", "tongket.read a file"),
    (tongket.breakdowns, None, TypeError, "not None", "tongket.breakdowns takes reports", ""),
    (lambda x: tongket.plot_panel(x, "a"), REPORT, TypeError, "a Report", "a panel", "tongket.panel(report)"),
    (lambda x: tongket.to_csv(x, "a"), [REPORT], TypeError, "a list", "a table", "tongket.panel(reports)"),
    # encodings
    (tongket.decode, "a", TypeError, "not 'a'", "takes bytes", "is decoded already"),
    (tongket.decode, SAMPLE, TypeError, "the path", "takes bytes", "tongket.read(path)"),
    (tongket.convert_legacy, b"a", TypeError, "not bytes", "takes a phrase", "tongket.read"),
    (tongket.panel, [SAMPLE], TypeError, "the path", "reports (Report)", "tongket.read reads a file"),
]


@pytest.mark.parametrize("call", CALLS, ids=[f"{c[0].__name__}-{i}" for i, c in enumerate(CALLS)])
def test_a_wrong_call_is_told_what_to_do(call):
    function, value, error, given, wanted, remedy = call
    with pytest.raises(error) as caught:
        list(function(value))
    message = str(caught.value)
    for words in (given, wanted, remedy):
        assert words in message
    assert "\n" not in message
    assert len(message) < 300 + len(str(SAMPLE))
    if error is tongket.Error and function is not tongket.parse_html:
        assert caught.value.code == "wrong_input"


def test_paths_as_texts_are_collected():
    results = tongket.parse_many(["Sở Y tế họp.", "a.pdf", ADDRESS], errors="collect")
    assert len(list(results)) == 1
    assert [(f.index, f.error.code) for f in results.errors] == [(1, "wrong_input"), (2, "wrong_input")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "/",
        "2.5",
        "Sở Y tế",
        "a/b",
        "tăng 5% so với 2015.",
        "Nguồn: https://example.org/a.html",
        "tệp a.pdf có đây",
        "Báo cáo 2016.DOCX",
        "Sở Y tế gửi kèm bảng số liệu a.xlsx",
        "x < y",
    ],
)
def test_texts_that_only_look_odd_are_read(text):
    assert tongket.parse(text).source == text
    assert [r.source for r in tongket.parse_many([text])] == [text]


def test_a_file_with_blanks_in_its_name_is_known_where_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "Báo cáo 2016.txt"
    assert tongket.parse(name).source == name
    (tmp_path / name).write_text("Sở Y tế", "utf-8")
    for given in (name, str(tmp_path / name)):
        with pytest.raises(tongket.Error, match="the name of a file"):
            tongket.parse(given)


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "eml"])
def test_other_kinds_of_files_are_no_texts(tmp_path, kind):
    data = {
        "pdf": b"%PDF-1.7",
        "html": PAGE.encode(),
        "eml": b"From: a@example.org\nSubject: b\n\nc",
        "docx": b"PK\x05\x06" + b"\0" * 18,
    }[kind]
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    for read in (tongket.parse_file, lambda path: list(tongket.parse_many([path]))):
        with pytest.raises(tongket.Error, match=r"where text is wanted: tongket\.read reads it") as caught:
            read(path)
        assert (caught.value.code, caught.value.filename) == ("unknown_kind", str(path))


@pytest.mark.parametrize(
    ("name", "call"),
    [("to_frame", "report.measures_frame()"), ("find", "tongket.find_quantities(text)"), ("text", "report.source")],
)
def test_what_stands_elsewhere_is_said_where_it_is_looked_for(name, call):
    with pytest.raises(AttributeError) as error:
        getattr(REPORT, name)
    assert call in str(error.value)


def test_other_names_are_no_attributes_of_a_report():
    with pytest.raises(AttributeError, match=r"no attribute 'mesures'$"):
        _ = REPORT.mesures
    assert not hasattr(REPORT, "to_frame")
