# SPDX-License-Identifier: BSL-1.0
"""What comes from outside: JSON, files and lexicons that are not as they should be."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import sysconfig
import time
import unicodedata
from pathlib import Path

import pytest

import tongket

# ---- JSON ----------------------------------------------------------------------------------------------------------


def refused(text: str, **options) -> tongket.Error:
    with pytest.raises(tongket.Error) as caught:
        tongket.Report.from_json(text, **options)
    error = caught.value
    assert error.code in ("invalid_json", "invalid_utf8")
    lines = text.split("\n")
    assert error.offset == sum(len(line) + 1 for line in lines[: error.line - 1]) + error.column - 1
    return error


@pytest.mark.parametrize("deep", ["[" * 100000, '{"a":' * 100000, '{"source": ' + "[" * 2000 + "]" * 2000 + "}"])
def test_nesting_is_bounded(deep):
    assert "nested more than 64 levels deep" in refused(deep).message
    nested: list = []
    for _ in range(100000):
        nested = [nested]
    with pytest.raises(tongket.Error):
        tongket.Report.from_dict({"zones": nested})


def test_dictionaries_that_are_no_json(report):
    data = report.to_dict()
    for value in ({1, 2}, b"x", data):  # the last is a circle
        data["more"] = value
        with pytest.raises(tongket.Error, match="not JSON") as caught:
            tongket.Report.from_dict(data)
        assert caught.value.code == "invalid_json"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": 5}, "id: must be a string"),
        ({"source": ["a"]}, "source: must be a string"),
        ({"page": 7}, "page: must be an object"),
        ({"page": ["a"]}, "page: must be an object"),
        ({"page": {"title": 3}}, "page.title: must be a string"),
        ({"page": {"title": None, "url": {"a": 1}}}, "page.url: must be a string"),
        ({"page": {"date": 20180119}}, "page.date: must be a string"),
        ({"page": {"date": "2018-02-30"}}, 'page.date: must be a date, as in "2018-01-18"'),
        ({"page": {"date": "20180119"}}, 'page.date: must be a date, as in "2018-01-18"'),
        ({"page": {"date": ""}}, 'page.date: must be a date, as in "2018-01-18"'),
    ],
)
def test_what_stands_beside_the_report(report, change, message):
    text = json.dumps({**report.to_dict(with_source=True), **change}, ensure_ascii=False, indent=1)
    error = refused(text)
    assert error.message == message
    key = next(iter(change))
    assert f'"{key}"' in text.split("\n")[error.line - 1] or error.message.startswith("page.")
    assert text[error.offset] in '5["7{3"2'


def test_pages_by_themselves():
    with pytest.raises(tongket.Error, match="title: must be a string"):
        tongket.Page.from_dict({"title": 1})
    with pytest.raises(tongket.Error, match="must be an object"):
        tongket.Page.from_dict([])  # type: ignore[arg-type]
    assert tongket.Page.from_dict({"title": None, "unknown": 7}).title is None


def test_values_are_looked_at_and_named_with_their_place(report):
    def changed(path, value):
        data = json.loads(report.to_json(with_source=True))
        inner = data
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        return json.dumps(data, ensure_ascii=False, indent=1)

    size = len(report.source)
    rows = [
        (["meeting", "date"], "2017-02-29", "meeting.date: must be a date"),
        (["meeting", "kind"], "party", "meeting.kind: must be one of"),
        (["meeting", "reviews"], "0000", "meeting.reviews: must"),
        (["measures", 3, "span"], [9, 3], "measures[3].span: must not end before it begins"),
        (["measures", 3, "span"], [0, size + 1], "measures[3].span: must not end behind the last zone"),
        (["measures", 3, "span"], [0, 3], "measures[3]: the words of the report do not stand at their spans"),
        (["measures", 3, "part_of"], 3, "measures[3].part_of: leads back to itself"),
        (["measures", 3, "part_of"], 10**6, "measures[3].part_of: is out of range"),
        (["zones", 0, "span"], [1, 4], "zones[0].span: must begin at 0"),
        (["title", "text"], "Khác", "title: the words of the report do not stand at their spans"),
        (["meeting", "organizer", "name"], "Khác", "meeting.organizer: the words of the report do not stand"),
    ]
    for path, value, message in rows:
        text = changed(path, value)
        error = refused(text)
        assert error.message.startswith(message)
        assert error.line > 1
    with pytest.raises(tongket.Error, match="zones: the words of the report do not stand"):
        tongket.Report.from_json(report.to_json(), source=report.source + " ")


def test_keys_come_once(report):
    text = report.to_json().replace('"offsets"', '"x": {"y": 1, "y": 2},\n "offsets"', 1)
    assert refused(text).message == "x.y: comes more than once"


def test_a_byte_order_mark_is_no_fault(report):
    assert tongket.Report.from_json("\ufeff" + report.to_json(with_source=True)).source == report.source


def test_the_same_report_with_any_lexicon(report):
    # Words that the values of a report are made of.
    parser = tongket.Parser(
        [
            tongket.LexiconEntry("unit", ("văn bản",), "x\x01\u202e\n", "kind=none;times=1000000000"),
            tongket.LexiconEntry("honorific", ("Sở",), '"\\'),
            tongket.LexiconEntry("number", ("năm", "các"), "1000000000"),
            tongket.LexiconEntry("province", ("Hà Nam",), "VN-"),
        ]
    )
    read = parser.parse(report.source)
    assert tongket.Report.from_json(read.to_json(with_source=True)) == read
    assert tongket.Report.from_dict(read.to_dict()) == read


# ---- pictures of other writers' reports ----------------------------------------------------------------------------


def chain(report, length: int) -> tongket.Report:
    data = report.to_dict(with_source=True)
    data["achievements"] = data["shortcomings"] = data["targets"] = []
    first = {**data["measures"][0], "part_of": None}
    data["measures"] = [first] + [{**first, "part_of": i} for i in range(length)]
    return tongket.Report.from_dict(data)


def test_breakdowns_as_deep_as_one_likes(report):
    deep = chain(report, 5000)
    picture = tongket.breakdowns(deep)
    assert picture.svg.count("<rect") == 5001
    begun = time.monotonic()
    assert "tk-text" in tongket.render(deep)
    assert deep._repr_html_()
    assert deep.to_table()
    assert time.monotonic() - begun < 20


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---- files of JSON lines -------------------------------------------------------------------------------------------


@pytest.fixture
def saved(reports, tmp_path) -> Path:
    path = tmp_path / "reports.jsonl"
    tongket.Report.save(reports, path)
    return path


def test_bytes_that_are_no_text_in_the_middle_of_a_file(reports, saved):
    lines = saved.read_bytes().splitlines(keepends=True)
    lines[1:1] = ["xấu".encode() + b" \xff\n", b"\n", b"{}\n", "\udc80".encode("utf-8", "surrogatepass") + b"\n"]
    saved.write_bytes(b"".join(lines))
    loaded = iter(tongket.Report.load(saved))
    assert next(loaded) == reports[0]
    with pytest.raises(tongket.Error) as caught:
        next(loaded)
    error = caught.value
    assert (error.code, error.line, error.column, error.offset, error.filename) == ("invalid_utf8", 2, 5, 4, str(saved))
    assert list(loaded) == []

    collected = tongket.Report.load(saved, errors="collect")
    assert list(collected) == reports
    assert [(f.index, f.error.line, f.error.code) for f in collected.errors] == [
        (1, 2, "invalid_utf8"),
        (3, 4, "invalid_json"),
        (4, 5, "invalid_utf8"),
    ]
    with pytest.raises(ValueError, match="errors must be"):
        tongket.Report.load(saved, errors="ignore")  # type: ignore[arg-type]


def test_files_with_a_mark_and_other_line_ends(reports, saved):
    saved.write_bytes(b"\xef\xbb\xbf" + saved.read_bytes().replace(b"\n", b"\r\n"))
    assert list(tongket.Report.load(saved)) == reports


def test_a_file_may_be_saved_from_itself(reports, saved):
    assert tongket.Report.save(tongket.Report.load(saved), saved) == len(reports)
    assert tongket.Report.save((r for r in tongket.Report.load(saved) if r.id), saved) == len(reports)
    assert list(tongket.Report.load(saved)) == reports
    assert names(saved.parent) == [saved.name]


def test_what_raises_leaves_the_old_file(reports, saved):
    before = saved.read_bytes()

    def broken():
        yield reports[0]
        raise KeyError("mine")

    for source in (broken(), [reports[0], "no report"]):
        with pytest.raises((KeyError, TypeError), match=r"mine|Report.save takes reports \(Report\), not 'no report'"):
            tongket.Report.save(source, saved)
        assert saved.read_bytes() == before
        assert names(saved.parent) == [saved.name]


def test_files_keep_their_mode_and_links_their_target(reports, saved):
    saved.chmod(0o640)
    link = saved.with_name("link.jsonl")
    link.symlink_to(saved)
    tongket.Report.save(reports[:1], link)
    assert link.is_symlink()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640
    assert list(tongket.Report.load(saved)) == reports[:1]
    new = saved.with_name("new.jsonl")
    tongket.Report.save(reports, new)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask


def test_places_that_are_no_file(reports, tmp_path):
    with pytest.raises(FileNotFoundError, match="none"):
        tongket.Report.save(reports, tmp_path / "none" / "a.jsonl")
    with pytest.raises(IsADirectoryError):
        tongket.Report.save(reports, tmp_path)
    assert tongket.Report.save(reports, os.devnull) == len(reports)
    long_name = tmp_path / ("a" * 255)
    assert tongket.Report.save(reports, long_name) == len(reports)
    assert list(tongket.Report.load(long_name)) == reports


def test_left_behind_files_block_nothing(reports, saved):
    left = saved.with_name(".tongket-0123456789abcdef.tmp")
    left.write_text("left")
    tongket.Report.save(reports, saved)
    assert names(saved.parent) == [left.name, saved.name]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_an_end_leaves_nothing_behind(saved, how):
    before = saved.read_bytes()
    code = """
import sys, tongket
def endless(report):
    print("begun", flush=True)
    while True:
        yield report
tongket.Report.save(endless(tongket.parse("Sở Y tế họp.")), sys.argv[1])
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(saved)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout.readline() == b"begun\n"
    time.sleep(0.2)
    process.send_signal(how)
    assert process.wait(60) != 0
    process.stdout.close()
    assert saved.read_bytes() == before
    assert names(saved.parent) == [saved.name]


# ---- lexicons ------------------------------------------------------------------------------------------------------


def test_the_line_of_a_lexicon_file_is_named(tmp_path):
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_text("# của ta\nunit\tthùng loa\tloa\n", "utf-8")
    for line, message in [
        ("cue\tphát biểu\tno_such_cue", "unknown cue 'no_such_cue'"),
        ("scale\tmuôn\t2000000000", "the value of 'muôn' must be a number from 1 to 15, not '2000000000'"),
        ("indicator\tno_such\tx.y", "indicator x.y: no term has the concept 'no_such'"),
        ("colour\tđỏ", "unknown lexicon class 'colour'"),
    ]:
        bad.write_text(f"# đầu\n\nunit\tgang\n{line}\nunit\tsải\n", "utf-8")
        with pytest.raises(tongket.Error) as caught:
            tongket.Parser([good, bad])
        error = caught.value
        assert (error.message, error.code) == (message, "invalid_lexicon")
        assert (error.filename, error.line, error.column) == (str(bad), 4, 1)
        assert error.offset == len("# đầu\n\nunit\tgang\n")
    bad.write_bytes(b"unit\tgang\nunit\t\xff\n")
    with pytest.raises(tongket.Error) as caught:
        tongket.Parser(bad)
    assert (caught.value.code, caught.value.line, caught.value.filename) == ("invalid_utf8", 2, str(bad))


def test_entries_by_hand_are_named_by_their_place():
    good = tongket.LexiconEntry("unit", ("gang",))
    with pytest.raises(tongket.Error) as caught:
        tongket.Parser([good, tongket.LexiconEntry("cue", ("a",), "none")])
    assert str(caught.value) == "1:1: lexicon[1]: unknown cue 'none'"
    for entry in (
        tongket.LexiconEntry("unit", ("\ud800",)),
        tongket.LexiconEntry("unit", ("a",), "\udfff"),
        tongket.LexiconEntry("unit", ("a",), "a", "\udc80"),
    ):
        with pytest.raises(tongket.Error, match=r"lexicon\[2\]") as caught:
            tongket.Parser([good, good, entry])
        assert caught.value.code == "invalid_utf8"


def test_lexicons_in_parted_letters(tmp_path):
    lines = "unit\tthúng lớn\tthúng\n"
    assert tongket.read_lexicon(unicodedata.normalize("NFD", lines)) == tongket.read_lexicon(lines)
    entry = tongket.LexiconEntry("unit", (unicodedata.normalize("NFD", "thúng lớn"),), "thu\u0301ng")
    assert tongket.Parser(entry).parse_quantity("12 thúng lớn").unit == "thúng"


# ---- interpreters --------------------------------------------------------------------------------------------------


def in_a_sub_interpreter(kind: str, code: str) -> str:
    """A program that runs code in a sub-interpreter and fails as it does."""
    if sys.version_info >= (3, 13):
        return f"import _interpreters as s; sys.exit(s.exec(s.create({kind!r}), {code!r}).formatted)"
    return f"import _xxsubinterpreters as s; s.run_string(s.create(isolated={kind == 'isolated'}), {code!r})"


@pytest.mark.parametrize("kind", ["isolated", "legacy"])
def test_sub_interpreters_are_refused(kind):
    code = "import sys; " + in_a_sub_interpreter(kind, "import tongket")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "ImportError" in done.stderr
    assert re.search("cannot be used in a sub-interpreter|does not support loading in subinterpreters", done.stderr)


def test_a_free_threaded_interpreter_stays_free():
    code = "import sys, tongket; print(getattr(sys, '_is_gil_enabled', lambda: True)())"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == str(not sysconfig.get_config_var("Py_GIL_DISABLED"))


# ---- the program ---------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_help_that_cannot_be_written_is_a_failure():
    command = [sys.executable, "-m", "tongket", "--help"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr == "tongket: standard output: cannot be written\n"
