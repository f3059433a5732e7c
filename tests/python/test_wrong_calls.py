# SPDX-License-Identifier: BSL-1.0
"""Calls with something else than is wanted: the message says what was given, what is wanted, and what to call."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import io
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

import made
import tongket
from conftest import SAMPLE
from tongket._options import OPTIONS

TEXT = SAMPLE.read_text("utf-8")
FRAME = pd.DataFrame({"text": ["Sở Y tế", float("nan")]})
REPORT = tongket.parse("Sở Y tế")
ADDRESS = "https://example.org/bao-cao.html"
UNMARKED = "Hoi nghi tong ket cong tac nam 2016 cua so y te tinh da danh gia ket qua va neu nhiem vu nam toi cua nganh."
TCVN3 = tongket.encode_legacy("Năm 2016, sở cấp 109 tủ thuốc cho các trạm y tế xã, phường trong tỉnh.", "TCVN3")
VNI = tongket.encode_legacy("Năm 2016, sở cấp 109 tủ thuốc cho các trạm y tế xã, phường trong tỉnh.", "VNI")
JSON = REPORT.to_json()
RTF = "{\\rtf1\\ansi\\deff0 N\\u259?m 2016 thu 5 t\\u7927? \\fs256 s}"
MAIL = "From: so@example.org\nSubject: Báo cáo\n\nThu 5 tỷ đồng."
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
    (tongket.parse, JSON, tongket.Error, "JSON", "the text of a report", "tongket.Report.from_json reads a report"),
    (tongket.parse, RTF, tongket.Error, "an RTF", "the text of a report", "tongket.read(text.encode())"),
    (tongket.parse, MAIL, tongket.Error, "an e-mail", "the text of a report", "tongket.read(text.encode())"),
    (
        tongket.parse,
        "<?xml version='1.0'?><feed/>",
        tongket.Error,
        "XML",
        "the text of a report",
        "the text that is in",
    ),
    (tongket.parse, "%PDF-1.7\n%âãÏÓ", tongket.Error, "a PDF", "the text of a report", "tongket.read reads"),
    (tongket.parse, "\ufeff<!-- lưu từ máy -->\n" + PAGE, tongket.Error, "a page of HTML", "the text", "parse_html"),
    (tongket.parse, "<head><title>Sở Y tế</title></head><p>Họp", tongket.Error, "a page of HTML", "", "parse_html"),
    (tongket.parse, TCVN3, tongket.Error, "TCVN3 fonts", "the text of a report", "tongket.convert_legacy"),
    (tongket.parse, VNI, tongket.Error, "VNI fonts", "the text of a report", "tongket.convert_legacy"),
    (tongket.parse, UNMARKED, tongket.Error, "Vietnamese without its marks", "the text", "as it was typed with them"),
    (tongket.Parser().explain, TCVN3, tongket.Error, "TCVN3 fonts", "the text of a report", "tongket.convert_legacy"),
    (tongket.Parser().explain, 5, TypeError, "not 5 (an int)", "Parser.explain takes a text", ""),
    # finders
    (tongket.find_quantities, RTF, tongket.Error, "an RTF", "the text", "tongket.read(text.encode())"),
    (tongket.find_quantities, TCVN3, tongket.Error, "TCVN3 fonts", "the text", "tongket.convert_legacy"),
    (tongket.find_people, UNMARKED, tongket.Error, "Vietnamese without its marks", "the text", "typed with them"),
    (tongket.find_quantities, ["5 tỷ"], TypeError, "a list", "a text", "[tongket.find_quantities(text) for text in"),
    (tongket.Parser().find_dates, FRAME, TypeError, "a DataFrame", "a text", "(text) for text in frame['text']"),
    (tongket.find_dates, PAGE, tongket.Error, "a page of HTML", "the text", "tongket.parse_html"),
    # words
    (
        tongket.read_lexicon,
        Path("a.tsv"),
        TypeError,
        "the path 'a.tsv'",
        "the lines of a lexicon",
        "Parser(lexicon=path)",
    ),
    (
        tongket.Parser,
        "unit\tthùng loa\tloa",
        tongket.Error,
        "lines of one",
        "the path of a lexicon file",
        "read_lexicon",
    ),
    (tongket.Parser, [5], TypeError, "not 5 (an int)", "lexicon must be a lexicon file", ""),
    (
        tongket.Parser,
        [tongket.LexiconEntry("unit", "loa", "loa")],
        TypeError,
        "not 'loa'",
        "phrases must be a tuple",
        "",
    ),
    (tongket.Parser, [tongket.LexiconEntry(5, ("loa",))], TypeError, "not 5 (an int)", "word_class must be a text", ""),
    # phrases
    (tongket.parse_quantity, None, TypeError, "not None", "tongket.parse_quantity takes a phrase", ".dropna()"),
    (tongket.parse_date, b"a", TypeError, "not bytes", "tongket.parse_date takes a phrase", "tongket.read"),
    (tongket.parse_period, 2016, TypeError, "an int", "tongket.parse_period takes a phrase", ""),
    (tongket.parse_citation, ["a"], TypeError, "a list", "tongket.parse_citation takes a phrase", "call it for each"),
    (tongket.parse_person, None, TypeError, "not None", "tongket.parse_person takes a phrase", ""),
    (tongket.parse_agency, None, TypeError, "not None", "tongket.parse_agency takes a phrase", ""),
    (tongket.Period.parse, 2016, TypeError, "not 2016 (an int)", "Period.parse takes a phrase", ""),
    (tongket.Period.parse, "năm 2016", ValueError, "'năm 2016'", "not a period", ""),
    (lambda x: tongket.Period("year", x), "2016", TypeError, "not '2016'", "year must be a whole number", ""),
    (lambda x: tongket.Period(x, 2016), "week", ValueError, "not 'week'", "period_kind must be 'year', 'half'", ""),
    (lambda x: tongket.Period.of_range(x, x), 2016, TypeError, "not 2016 (an int)", "first must be a Period", ""),
    # parse_file
    (tongket.parse_file, b"a", TypeError, "not bytes", "the path of a file", "tongket.read(data)"),
    (tongket.parse_file, [SAMPLE], TypeError, "a list", "the path of a file", "tongket.parse_many(paths)"),
    (tongket.parse_file, TEXT, tongket.Error, "a text ('Sở", "the path of a file", "tongket.parse reads texts"),
    (
        tongket.parse_file,
        TEXT.replace("\n", " "),
        tongket.Error,
        "a text ('Sở",
        "the path",
        "tongket.parse reads texts",
    ),
    (tongket.parse_file, ADDRESS, tongket.Error, f"an address ('{ADDRESS}')", "the path", "tongket.read(data)"),
    (tongket.parse_file, "", tongket.Error, "an empty one", "tongket.parse_file takes the path of a file", ""),
    (
        tongket.parse_file,
        "no-such.txt",
        FileNotFoundError,
        "'no-such.txt'",
        "no such file",
        "tongket.parse reads a text",
    ),
    (tongket.parse_file, str(SAMPLE.parent), IsADirectoryError, str(SAMPLE.parent), "a folder", "tongket.parse_many"),
    # parse_html
    (tongket.parse_html, Path("a.html"), TypeError, "the path 'a.html'", "a page of HTML", "tongket.read(path)"),
    (tongket.parse_html, "a.html", tongket.Error, "the name of a file", "a page of HTML", "tongket.read reads it"),
    (tongket.parse_html, ADDRESS, tongket.Error, "an address", "a page of HTML", "tongket.read(data)"),
    (tongket.parse_html, None, TypeError, "not None", "a page of HTML", "leave missing pages out"),
    (tongket.parse_html, [PAGE], TypeError, "a list", "a page of HTML", "call it for each page"),
    (tongket.parse_html, TEXT, tongket.Error, "a text without an element", "a page of HTML", "tongket.parse reads it"),
    (tongket.parse_html, TEXT.encode(), tongket.Error, "a text without", "a page of HTML", "tongket.read(data)"),
    (
        tongket.parse_html,
        "x < y",
        tongket.Error,
        "a text without an element",
        "a page of HTML",
        "tongket.parse reads it",
    ),
    (tongket.parse_html, b"%PDF-1.7", tongket.Error, "the kind pdf", "html is wanted", "tongket.read reads it"),
    # parse_many
    (tongket.parse_many, None, TypeError, "not None", "texts and paths", "leave missing ones out"),
    (tongket.parse_many, b"a", TypeError, "not bytes", "texts and paths", "tongket.read(data)"),
    (tongket.parse_many, FRAME, TypeError, "a DataFrame of pandas", "texts and paths", "frame['text'].dropna()"),
    (tongket.parse_many, pl.DataFrame({"text": ["a"]}), TypeError, "a DataFrame of polars", "texts", "frame['text']"),
    (tongket.parse_many, {"a": "b"}, TypeError, "a dict", "texts and paths", "texts.items()"),
    (tongket.parse_many, TEXT, tongket.Error, "a text", "a folder or many texts", "tongket.parse reads texts"),
    (tongket.parse_many, "", tongket.Error, "an empty one", "a folder or many texts", ""),
    (tongket.parse_many, [("a", "b", "c")], TypeError, "a tuple of 3", "(input 0) takes texts", "a name and one of"),
    (tongket.parse_many, [(5, "b")], TypeError, "not 5 (an int)", "(input 0): name must be a text", ""),
    (
        tongket.parse_many,
        [UNMARKED],
        tongket.Error,
        "without its marks",
        "(input 0) takes",
        "as it was typed with them",
    ),
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
    (tongket.read, ADDRESS, tongket.Error, "an address", "a file is wanted", "tongket.read(data)"),
    (tongket.read, "", tongket.Error, "not an empty one", "a file is wanted", "tongket.parse reads a text"),
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
    (tongket.read_many, "", tongket.Error, "not an empty one", "a file is wanted", ""),
    (tongket.read_many, [(5, b"a")], TypeError, "not 5 (an int)", "tongket.read_many: name must be a text", ""),
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
    (tongket.Report.load, TEXT, tongket.Error, "a text", "the path of a file of JSON lines", "tongket.parse reads"),
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
    if error is tongket.Error and value != b"%PDF-1.7":
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
        "Chi tiết tại hanam.gov.vn/bao-cao/2016.html",
        "Sở Y tế tổng kết năm 2016 tại trang so.yte.txt.gov.vn",
        "Năm 2016, sở thu 5 tỷ đồng; số liệu của từng huyện ở trang 12 Báo cáo 2016.pdf",
        "Năm 2016 sở thu 5 tỷ đồng. Xem Báo cáo 2016.pdf.",
        "Bảng 2/3: bang-2.xlsx",
        "Năm 2016, sở thu 5 tỷ đồng, tăng 12% theo Báo cáo.docx",
        "Thu 5 tỷ theo a.xlsx",
        "Sở Y tế gửi kèm bảng số liệu a.xlsx",
        "x < y",
        "<b>Sở Y tế</b> họp",
        "<Ảnh: Sở Y tế họp>",
        '["Sở"] họp',
        "Thu: 5 tỷ đồng\nChi: 4 tỷ đồng",
        "Subject: Sở Y tế họp",
        "{Sở Y tế}",
        "\x00Sở Y tế",
        "109 tủ",
        "Bụi 25 µm và 30 µm",
        "µ",
        "São Paulo, Curaçao, Réunion, Côte d'Ivoire và Düsseldorf",
        "Ông Müller và bà Núñez thăm Sở Y tế.",
        UNMARKED[:30],
        "The department of health held its annual conference to review the year and to say what is to be done next.",
    ],
)
def test_texts_that_only_look_odd_are_read(text):
    assert tongket.parse(text).source == text
    assert [r.source for r in tongket.parse_many([text])] == [text]


@pytest.mark.parametrize(
    "name",
    [
        "Báo cáo 2016.DOCX",
        "Báo cáo tổng kết 2016.pdf",
        "Báo cáo tổng kết công tác năm 2016 và phương hướng, nhiệm vụ năm 2017.pdf",
        "1. Báo cáo.doc",
        "12 chỉ tiêu chủ yếu.docx",
        "Báo cáo \ud800 2016.docx",
        "Báo cáo (1).odt",
        "bc tong ket.pdf",
        "thiếu/Báo cáo 2016.txt",
        "./x y.txt",
        "/thiếu/bc gui cac so va huyen thi trong tinh.txt",
        "C:\\Users\\an\\Báo cáo.docx",
        "C:\\Users\\an\\Báo cáo",
    ],
)
def test_the_name_of_a_file_is_no_text(name):
    """Whether there is such a file or not."""
    for function in (tongket.parse, tongket.Parser().explain, lambda name: [*tongket.parse_many([name])]):
        with pytest.raises(tongket.Error, match=r"the name of a file .*: tongket\.read reads it") as caught:
            function(name)
        assert caught.value.code == "wrong_input"


def test_a_text_that_is_the_name_of_what_is_there_is_a_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("Báo cáo tổng kết", "Sở Y tế gửi kèm bảng số liệu a.xlsx", "năm 2016"):
        assert tongket.parse(name).source == name
        (tmp_path / name).write_text("Sở Y tế", "utf-8")
        for given in (name, str(tmp_path / name)):
            with pytest.raises(tongket.Error, match="the name of a file"):
                tongket.parse(given)
    # Finders take phrases, which may be names of folders too.
    assert str(tongket.find_periods("năm 2016")[0].period) == "2016"


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
        with pytest.raises(tongket.Error, match=r"where text is wanted: tongket\.read reads it, .*read_many") as caught:
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


def test_any_text_may_be_looked_through():
    """Finders take what `parse` does not: a mail, JSON, XML."""
    for text in (MAIL, '{"a": "Thu 5 tỷ đồng"}', "<?xml version='1.0'?><a>Thu 5 tỷ đồng</a>"):
        assert [m.text for m in tongket.find_quantities(text)] == ["5 tỷ đồng"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "TCVN3", "utf-8 TCVN3", "latin-1"])
def test_a_file_in_another_encoding_is_for_read(tmp_path, encoding):
    path = tmp_path / "a.txt"
    data = {
        "cp1258": lambda: made.windows_1258(TEXT),
        "TCVN3": lambda: tongket.encode_legacy(TEXT.replace("–", "-"), "TCVN3").encode("cp1252", "ignore"),
        "utf-8 TCVN3": lambda: tongket.encode_legacy(TEXT, "TCVN3").encode(),
        "latin-1": lambda: b"S\xf4 Y t\xe9, n\xe2m 2016 \xff",
    }.get(encoding, lambda: TEXT.encode(encoding))()
    path.write_bytes(data)
    for read in (tongket.parse_file, lambda path: list(tongket.parse_many([path])), tongket.Parser().parse_file):
        with pytest.raises(tongket.Error, match=r"tongket\.read (reads it|finds out the encoding)") as caught:
            read(path)
        assert caught.value.filename == str(path)
    assert tongket.read(path).source


# ---- named arguments -----------------------------------------------------------------------------------------------


def samples(folder):
    """What functions and methods are called with."""
    corpus = tongket.Corpus(folder / "corpus") if sys.version_info >= (3, 10) else None
    own = {
        tongket.Report: REPORT,
        tongket.Parser: tongket.Parser(),
        tongket.Origin: tongket.Origin(None, tongket.FileKind.pdf),
        tongket.Explanation: REPORT.explain(),
        tongket.Picture: tongket.breakdowns(REPORT),
        tongket.Corpus: corpus,
        tongket.Period: tongket.Period,
    }
    needed = {
        "text": "Sở Y tế họp.",
        "path": SAMPLE,
        "page": PAGE,
        "reports": [REPORT],
        "report": REPORT,
        "source": SAMPLE,
        "sources": [SAMPLE],
        "ids": None,
        "texts": ["Sở Y tế"],
        "frame": tongket.to_frame([REPORT]),
        "panel": tongket.panel([REPORT]),
        "data": REPORT.to_dict(),
        "scheme": "VNI",
        "indicator": "revenue.telecom",
        "where": folder / "export",
        "first": tongket.Period.parse("2017-Q2"),
        "last": tongket.Period.parse("2017-Q4"),
    }
    return own, needed


#: What is made by the package, or by people who write out all of it; arguments that are looked at elsewhere.
NOT_CALLED = {
    "Error",
    "CorpusError",
    "Reports",
    "Failure",
    "Page",
    "Column",
    "Decoded",
    "LexiconEntry",
    "Explanation",
    "Report",
}
ELSEWHERE = {("Corpus.run", "progress"), ("Corpus.retry", "progress"), ("Page.from_dict", "text")}


def functions():
    for name in tongket.__all__:
        value = getattr(tongket, name)
        if inspect.isfunction(value):
            yield name, value, None
        elif inspect.isclass(value) and not issubclass(value, (enum.Enum, tuple)):
            if not dataclasses.is_dataclass(value) and name not in NOT_CALLED:
                yield name, value, None
            for member, content in vars(value).items():
                function = getattr(content, "__func__", content)
                if not member.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{member}", function, value


def named_arguments():
    """Every argument of a function that has a default, and those of methods that are in the table."""
    for name, function, owner in functions():
        for argument in inspect.signature(function).parameters.values():
            has_default = argument.default is not argument.empty
            is_in_table = argument.name in OPTIONS and argument.name not in ("text", "source", "path", "name")
            if (has_default or is_in_table) and (name, argument.name) not in ELSEWHERE:
                yield pytest.param(name, owner, argument.name, id=f"{name}-{argument.name}")


WRONG = (object(), "x\0y", -5, 2.5, True, None, b"a", [5], {"a": 1}, 10**30, float("nan"), float("inf"), "3")


@pytest.fixture(scope="module")
def given_samples(tmp_path_factory):
    return samples(tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize(("name", "owner", "argument"), list(named_arguments()))
def test_every_named_argument_is_looked_at(given_samples, name, owner, argument):
    """One sentence, whatever was given: no error of Python or of pybind11 comes through."""
    own, needed = given_samples
    option = OPTIONS[argument]
    function = getattr(tongket, name) if owner is None else getattr(own[owner], name.split(".")[1])
    others = {
        each.name: needed[each.name]
        for each in inspect.signature(function).parameters.values()
        if each.default is each.empty and each.name != argument and each.kind is not each.VAR_POSITIONAL
    }
    is_variadic = argument in ("codes", "inputs", "names")
    default = inspect.signature(function).parameters[argument].default
    wrong = [value for value in WRONG if not is_allowed(option, (value,) if is_variadic else value)]
    wrong = [value for value in wrong if value is not default]
    assert len(wrong) >= 3
    for value in wrong:
        with pytest.raises((TypeError, ValueError)) as caught:
            function(value, **others) if is_variadic else function(**others, **{argument: value})
        message = str(caught.value)
        assert f"{argument} must be {option.wanted}, not " in message, value
        assert message.startswith(("tongket.", f"{name.split('.')[0]}."))
        assert "\n" not in message
        assert len(message) < 250
        assert not isinstance(caught.value, tongket.Error)


def is_allowed(option, value):
    return option.is_of_type(value) and option.is_allowed(value)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: tongket.parse(TEXT, wrap=True), "wrap must be 'auto', 'never' or 'always', not True (a bool)"),
        (
            lambda: tongket.Parser(max_work="x"),
            "max_work must be a whole number of at least 0, or None for no bound, not 'x'",
        ),
        (
            lambda: tongket.find_dates("chiều 6-2", default_year="2018"),
            "default_year must be a whole number from 1900 to",
        ),
        (lambda: tongket.parse_date("chiều 6-2", 18), "or None, not 18 (an int)"),
        (
            lambda: tongket.read(SAMPLE, max_bytes="5"),
            "tongket.read: max_bytes must be a whole number of at least 0, not",
        ),
        (
            lambda: tongket.read(SAMPLE, time_limit="5"),
            "time_limit must be seconds, a number above 0, or None for no limit",
        ),
        (
            lambda: tongket.parse_many([TEXT], workers="3"),
            "tongket.parse_many: workers must be a whole number from 1 to",
        ),
        (lambda: tongket.parse(TEXT, id=5), "tongket.parse: id must be a name (str), or None, not 5 (an int)"),
        (lambda: REPORT.explain(5), "Report.explain: parser must be a tongket.Parser, or None, not 5 (an int)"),
        (lambda: tongket.parse_many([TEXT], parser="a.tsv"), "not 'a.tsv': tongket.Parser(lexicon=...) makes one"),
        (lambda: tongket.to_frame([REPORT], "panel"), "tongket.panel makes that table"),
        (
            lambda: REPORT.parts_of(tongket.parse_quantity("158/199 xã")),
            "this report has no such measure: '158/199 xã'",
        ),
        (
            lambda: tongket.Corpus("a").run(hosts=[1]),
            "hosts must be patterns as '*.gov.vn', or None, not a tuple",
        ),
        (
            lambda: tongket.Corpus("a").run(progress=True),
            "for progress one of tongket.corpus.progress, or None, not True",
        ),
    ],
)
def test_what_is_said_of_named_arguments(call, words):
    with pytest.raises((TypeError, ValueError)) as caught:
        call()
    assert words in str(caught.value)


def test_numbers_of_numpy_are_numbers():
    assert tongket.Parser(max_input_bytes=np.int64(9), max_work=np.int32(5)).max_work == 5
    assert str(tongket.find_dates("chiều 6-2", default_year=np.int16(2018))[0].date) == "2018-02-06"
    assert len(list(tongket.parse_many(["Sở"], workers=np.int64(1), progress=np.bool_(False)))) == 1
    assert REPORT.zone_at(np.int64(0)) is not None
    assert tongket.read(SAMPLE, max_bytes=np.int64(1 << 20), time_limit=5).measures
