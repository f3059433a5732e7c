# SPDX-License-Identifier: BSL-1.0
"""From text to reports and back, one at a time."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import textwrap
import unicodedata

import jsonschema
import pytest

import tongket
from conftest import CORPUS, EXAMPLES, ROOT, SAMPLE, SHARED
from spans import check_spans


@pytest.mark.parametrize("path", EXAMPLES + CORPUS, ids=lambda path: path.stem)
def test_sample_reports(path):
    report = tongket.parse_file(path)
    assert report.id == path.stem
    assert report.source == path.read_bytes().decode()
    assert check_spans(report) > 0
    assert tongket.parse(report.source) == report
    assert tongket.Report.from_json(report.to_json()) == report
    assert pickle.loads(pickle.dumps(report)) == report
    jsonschema.validate(report.to_dict(), tongket.schema(), jsonschema.Draft202012Validator)
    jsonschema.validate(report.to_dict(with_source=True), tongket.schema(), jsonschema.Draft202012Validator)


def test_other_normalisation_forms_and_planes(report):
    for source in (
        unicodedata.normalize("NFD", report.source),
        "\U0001f600\U00020000 " + report.source,
        "\ufeff" + report.source,
        report.source.replace("\n", "\r\n"),
        report.source.replace(" ", " \U0001f600 ", 40),
    ):
        other = tongket.parse(source)
        assert other.source == source
        assert check_spans(other) > 50
    marked = tongket.parse(report.source.replace("19 văn bản", "\U0001f600 19 văn bản"))
    assert marked.measures[0].span.begin == report.measures[0].span.begin + 2


def test_the_same_as_the_c_plus_plus_library_counts_in_bytes(report):
    """Code point spans are those of the C++ library's own JSON, counted anew."""
    out = json.loads(_run("parse", str(SAMPLE)))
    data = SAMPLE.read_bytes()
    assert out["offsets"] == "byte"
    assert len(out["measures"]) == len(report.measures)
    for ours, theirs in zip(report.measures, out["measures"]):
        begin, end = theirs["span"]
        assert ours.span == tongket.Span(len(data[:begin].decode()), len(data[:end].decode()))
        assert ours.text == theirs["text"]
    again = tongket.Report.from_json(json.dumps(out), source=data.decode())
    assert again == report
    with pytest.raises(tongket.Error, match="source must be given"):
        tongket.Report.from_json(json.dumps(out))
    with pytest.raises(tongket.Error, match="do not stand at their spans"):
        tongket.Report.from_json(json.dumps(out), source="x" + data.decode())


def _run(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "tongket", *arguments], check=True, capture_output=True
    ).stdout.decode()


def test_schema_is_the_documented_one():
    assert tongket.schema() == json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))


@pytest.mark.skipif(not (SHARED / "spec" / "report.schema.json").exists(), reason="no shared material here")
def test_json_follows_the_shared_schema(reports):
    schema = json.loads((SHARED / "spec" / "report.schema.json").read_text("utf-8"))
    for report in reports:
        jsonschema.validate(report.to_dict(), schema, jsonschema.Draft202012Validator)


def test_json_keeps_what_it_is_told_to(report):
    plain = tongket.Report.from_json(report.to_json())
    assert (plain.source, plain.id) == (None, None)
    for indent in (None, 0, 2):
        full = tongket.Report.from_json(report.to_json(indent, with_source=True))
        assert (full.source, full.id, full) == (report.source, report.id, report)
    assert report.to_json(None).count("\n") == 0
    assert tongket.Report.from_dict(report.to_dict()) == report
    assert report.to_dict()["offsets"] == "codepoint"


def test_json_lines(reports, tmp_path):
    path = tmp_path / "reports.jsonl"
    assert tongket.Report.save(iter(reports), path) == len(reports)
    loaded = list(tongket.Report.load(path))
    assert loaded == reports
    assert [r.id for r in loaded] == [r.id for r in reports]
    assert [r.source for r in loaded] == [r.source for r in reports]
    path.write_text(path.read_text("utf-8") + "\n{}\n", "utf-8")
    with pytest.raises(tongket.Error) as caught:
        list(tongket.Report.load(path))
    assert caught.value.line == len(reports) + 2
    assert caught.value.filename == str(path)


def test_messages_do_not_steer_a_terminal():
    error = tongket.Error("unknown class 'a\x9b31m\u202e'", "invalid_lexicon").in_file("tệp \x1b[31m\n\udc80.txt")
    assert str(error) == r"tệp \x1b[31m\n\udc80.txt:1:1: unknown class 'a\x9b31m\u202e'"
    assert error.filename == "tệp \x1b[31m\n\udc80.txt"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": "tongket.report/1"}', '"\ud800"'])
def test_json_that_is_no_report(text):
    with pytest.raises(tongket.Error) as caught:
        tongket.Report.from_json(text)
    assert caught.value.code in ("invalid_json", "invalid_utf8")


def test_reports_are_values(report):
    same = tongket.parse(report.source)
    assert same == report
    assert hash(same) == hash(report)
    assert same != tongket.parse("")
    assert report != 1
    assert copy.copy(report) is report
    assert copy.deepcopy(report) is report
    restored = pickle.loads(pickle.dumps(report))
    assert (restored.id, restored.source) == (report.id, report.source)
    assert restored.measures == report.measures
    assert report.measures is report.measures


def test_links(report):
    whole = report.measures[0]
    parts = report.parts_of(whole)
    assert [part.text for part in parts] == ["08 Quyết định", "07 Kế hoạch", "04 Chỉ thị"]
    assert all(report.whole_of(part) is whole for part in parts)
    assert report.whole_of(whole) is None
    assert report.zone_at(0) == "title"
    assert report.zone_at(10**6) is None


def test_errors(tmp_path):
    with pytest.raises(tongket.Error) as caught:
        tongket.parse("Sở\r\nđộ \U0001f600\udcff")
    error = caught.value
    assert (error.code, error.offset, error.line, error.column) == ("invalid_utf8", 8, 2, 5)
    assert isinstance(error, ValueError)
    assert error.code is tongket.ErrorCode.invalid_utf8
    restored = pickle.loads(pickle.dumps(error))
    assert (str(restored), restored.offset) == (str(error), error.offset)

    path = tmp_path / "bad.txt"
    path.write_bytes("Sở\nđộ ".encode() + b"\xff")
    with pytest.raises(tongket.Error, match=r"bad\.txt:2:4: byte 0xFF is not valid UTF-8") as caught:
        tongket.parse_file(path)
    assert caught.value.filename == str(path)
    assert caught.value.offset == 6
    with pytest.raises(FileNotFoundError):
        tongket.parse_file(tmp_path / "none.txt")
    with pytest.raises(TypeError):
        tongket.parse(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(tongket.Error) as caught:
        tongket.Parser(max_input_bytes=4).parse("Sở Y tế")
    assert caught.value.code == "input_too_large"
    assert caught.value.offset == 2


def test_wrapped_lines(report):
    text = "\n".join("\n".join(textwrap.wrap(line, 60)) for line in report.source.split("\n"))
    figures = [(m.value, m.unit, m.indicator_id, m.period) for m in report.measures]
    for wrap in ("auto", "always"):
        joined = tongket.parse(text, wrap=wrap)
        assert [(m.value, m.unit, m.indicator_id, m.period) for m in joined.measures] == figures
        assert "wrapped-lines" in [diagnostic.code for diagnostic in joined.diagnostics]
        assert check_spans(joined) > 50
        assert joined.meeting.organizer.name == report.meeting.organizer.name
        assert tongket.Report.from_json(joined.to_json(), source=text) == joined
    apart = tongket.Parser(wrap="never")
    assert [(m.value, m.unit, m.indicator_id, m.period) for m in apart.parse(text).measures] != figures
    assert repr(apart) == "Parser(wrap='never')"
    assert pickle.loads(pickle.dumps(apart)).parse(text) == apart.parse(text)
    with pytest.raises(ValueError, match="'auto', 'never' or 'always', not 'often'"):
        tongket.Parser(wrap="often")


def test_replacing_what_is_not_utf8(tmp_path, report):
    parser = tongket.Parser(replace_invalid_utf8=True)
    text = report.source.replace("19 văn bản", "19 văn bản \udc80\ud800", 1)
    other = parser.parse(text)
    assert other.source.count("\ufffd") == 6
    assert check_spans(other) > 50
    data = report.source.encode().replace("văn".encode(), b"\xc3\x28\xff v\xe1\xba", 3) + b"\xf0\x9f\x98"
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    other = parser.parse_file(path)
    assert "\ufffd" in other.source
    assert check_spans(other) > 50
    assert any(d.code == "invalid-utf8" for d in other.diagnostics)
    for diagnostic in other.diagnostics:
        if diagnostic.code == "invalid-utf8":
            assert other.source[diagnostic.span.slice] == "\ufffd"
    assert pickle.loads(pickle.dumps(other)) == other
    assert tongket.parse("\ufffd").source == "\ufffd"


def test_lexicons(tmp_path):
    path = tmp_path / "words.tsv"
    path.write_text("# ours\nunit\tthùng loa|loa\tloa\n", "utf-8")
    for lexicon in (path, str(path), [path], tongket.read_lexicon(path.read_text("utf-8"))):
        parser = tongket.Parser(lexicon)
        assert parser.parse_quantity("12 thùng loa").unit == "loa"
        assert pickle.loads(pickle.dumps(parser)).parse_quantity("12 thùng loa").unit == "loa"
    assert repr(parser) == "Parser(lexicon=<1 entries>)"
    path.write_text("unit\tthùng loa\tloa\n\nnonsense\tx\n", "utf-8")
    with pytest.raises(tongket.Error) as caught:
        tongket.Parser(path)
    assert caught.value.code == "invalid_lexicon"
    assert caught.value.line == 3
    assert caught.value.filename == str(path)
    with pytest.raises(tongket.Error):
        tongket.Parser([tongket.LexiconEntry("nonsense", ("x",))])
    with pytest.raises(FileNotFoundError):
        tongket.Parser(tmp_path / "none.tsv")


def test_catalogues():
    assert len(tongket.indicators()) > 50
    assert len(tongket.provinces()) == 64
    assert tongket.provinces()["VN-63"] == "Hà Nam"
    with pytest.raises(TypeError):
        tongket.provinces()["VN-63"] = "x"  # type: ignore[index]


def test_the_version_is_the_librarys():
    header = (ROOT / "include" / "tongket" / "version.hpp").read_text("utf-8")
    for name, number in zip(("MAJOR", "MINOR", "PATCH"), tongket.__version__.split(".")):
        assert f"#define TONGKET_VERSION_{name} {number}\n" in header
