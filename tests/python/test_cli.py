# SPDX-License-Identifier: BSL-1.0
"""`python -m tongket` and the installed script are the C++ program, and read more kinds of files."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import made
import tongket
from conftest import EXAMPLES, ROOT, SAMPLE

SCRIPT = Path(sys.executable).with_name("tongket")
PROGRAMS = [[sys.executable, "-m", "tongket"], [str(SCRIPT)]]
CPP = ROOT / "build" / "release" / "bin" / "tongket"


def run(program, *arguments, stdin=b""):
    return subprocess.run([*program, *map(str, arguments)], input=stdin, capture_output=True, timeout=60)


@pytest.mark.parametrize("program", PROGRAMS, ids=["module", "script"])
def test_it_runs(program):
    assert run(program, "--version").stdout.decode() == f"tongket {tongket.__version__}\n"
    done = run(program, "parse", "--format", "jsonl", *EXAMPLES)
    assert done.returncode == 0
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(EXAMPLES)
    done = run(program, "parse", "-", stdin="Sở Y tế".encode())
    assert json.loads(done.stdout)["offsets"] == "byte"
    done = run(program, "parse", "no-such-file.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no-such-file.txt" in done.stderr
    assert run(program, "nonsense").returncode == 2


@pytest.mark.skipif(not CPP.exists(), reason="the C++ program is not built")
def test_it_is_the_same_program():
    if CPP.stat().st_mtime < Path(tongket._core.__file__).stat().st_mtime - 86400:
        pytest.skip("the C++ program is old")
    for arguments in (["--help"], ["parse", "--help"], ["parse", "--format", "table", EXAMPLES[0]]):
        ours, theirs = run(PROGRAMS[0], *arguments), run([str(CPP)], *arguments)
        assert (ours.returncode, ours.stdout, ours.stderr) == (theirs.returncode, theirs.stdout, theirs.stderr)


def test_a_closed_pipe_and_an_interrupt():
    command = f"'{sys.executable}' -m tongket parse '{EXAMPLES[0]}' '{EXAMPLES[1]}' | head -c 1 >/dev/null"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stderr == b""
    with subprocess.Popen(
        [*PROGRAMS[0], "parse", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1)
        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=10)
        assert process.returncode == -signal.SIGINT


def test_corpus_alone_shows_its_commands(tmp_path):
    command = [sys.executable, "-m", "tongket", "corpus"]
    done = subprocess.run(command, capture_output=True, timeout=60, cwd=tmp_path, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: tongket corpus")
    assert "say what there is, as JSON" in done.stderr
    # A folder of that name is read, as any other is.
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Sở Y tế cấp 12 giấy phép.", "utf-8")
    done = subprocess.run(command, capture_output=True, timeout=60, cwd=tmp_path, text=True)
    assert done.returncode == 0
    assert "giấy phép" in done.stdout


# ---- files of other kinds ------------------------------------------------------------------------------------------

TEXT = SAMPLE.read_text(encoding="utf-8")
PARAGRAPHS = [line for line in TEXT.split("\n") if line.strip()]
KINDS = {
    "docx": lambda: made.docx(PARAGRAPHS),
    "html": lambda: made.page(PARAGRAPHS).encode(),
    "pdf": lambda: made.pdf([PARAGRAPHS], width=4000),
    "rtf": lambda: made.rtf(TEXT),
    "eml": lambda: made.mail(TEXT),
    "txt.gz": lambda: made.packed(TEXT.encode()),
}


@pytest.mark.parametrize("ending", KINDS)
def test_it_reads_what_read_does(tmp_path, ending):
    path = tmp_path / f"report.{ending}"
    path.write_bytes(KINDS[ending]())
    done = run(PROGRAMS[0], "parse", path)
    assert (done.returncode, done.stderr) == (0, b"")
    theirs = tongket.read(path)
    ours = json.loads(done.stdout)
    assert theirs.measures
    assert [m["text"] for m in ours["measures"]] == [m.text for m in theirs.measures]
    assert ours["meeting"]["organizer"]["name"] == theirs.meeting.organizer.name
    assert run(PROGRAMS[0], "parse", "-", stdin=path.read_bytes()).stdout == done.stdout
    assert b"Measures" in run(PROGRAMS[0], path).stdout
    assert run(PROGRAMS[0], "explain", path).returncode == 0
    done = run(PROGRAMS[0], "parse", "--output", tmp_path / "out", path)
    assert (done.returncode, [p.name for p in (tmp_path / "out").iterdir()]) == (0, ["report.json"])


def test_what_is_packed_has_names_below_the_archive(tmp_path):
    files = {"2016/a.txt": TEXT.encode(), "2016/b.docx": made.docx(PARAGRAPHS), "c.png": b"\x89PNG\r\n\x1a\n"}
    path = tmp_path / "all.zip"
    path.write_bytes(made.archive(files))
    done = run(PROGRAMS[0], "parse", "--output", tmp_path / "out", path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"tongket: {path}/c.png: a picture (PNG), which is not read: ")
    found = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.json"))
    assert found == ["all/2016/a.json", "all/2016/b.json"]
    del files["c.png"]
    path.write_bytes(made.archive(files))
    assert len(json.loads(run(PROGRAMS[0], "parse", path).stdout)) == 2


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path):
    cases = {
        "scan.pdf": (made.scan(), "ocrmypdf"),
        "broken.docx": (made.docx(["a"])[:-30], "damaged"),
        "locked.pdf": (made.pdf([["a"]], password="b"), "password"),
        "a.json": (b'{"a": 1}', "JSON"),
    }
    for name, (data, told) in cases.items():
        path = tmp_path / name
        path.write_bytes(data)
        done = run(PROGRAMS[0], "parse", path)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(f"tongket: {path}: ")
        assert told in done.stderr.decode()
        assert len(done.stderr.splitlines()) == 1


def test_what_is_not_read_of_a_file_is_told(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf_of_pictures([(0, ["Hội nghị: thu đạt 5 tỷ đồng."]), (1, [])]))
    done = run(PROGRAMS[0], "parse", path)
    assert done.returncode == 0
    said = done.stderr.decode()
    assert said.startswith(f"tongket: {path}: warning: page 2 is a picture, and what is shown there is not read")
    assert said.endswith("makes a PDF with text (unread-pages)\n")
    assert len(done.stderr.splitlines()) == 1
    report = json.loads(done.stdout)
    (told,) = [each for each in report["diagnostics"] if each["code"] == "unread-pages"]
    assert told["severity"] == "warning"
    text = tongket.read(path).source.encode()
    assert told["span"] == [len(text), len(text)]
    assert tongket.Report.from_json(done.stdout.decode(), source=text.decode()) == tongket.read(path)
    done = run(PROGRAMS[0], "parse", "--strict", path)
    assert done.returncode == 3
    assert b"unread-pages" in done.stderr
    # What is attached to a mail has a report of its own.
    path.write_bytes(made.mail("Kính gửi", files={"b.txt": b"Thu 5"}))
    done = run(PROGRAMS[0], "parse", path)
    assert (len(json.loads(done.stdout)), done.stderr) == (2, b"")
    path.write_bytes(b"<!DOCTYPE html><title>a</title><script>b()</script>")
    done = run(PROGRAMS[0], "parse", path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"that scripts fill" in done.stderr


def test_several_files_at_once(tmp_path):
    for index in range(6):
        (tmp_path / f"{index}.docx").write_bytes(made.docx([f"Năm 2016 có {index} xã.", *PARAGRAPHS]))
    one, four = (run(PROGRAMS[0], "parse", "--format", "jsonl", "-j", jobs, tmp_path) for jobs in (1, 4))
    assert one.returncode == 0
    assert len(one.stdout.splitlines()) == 6
    assert (one.stdout, one.stderr) == (four.stdout, four.stderr)


def test_the_csv_is_that_of_the_frame(tmp_path):
    """But for the places, which are counted in bytes."""
    frame = tongket.to_frame(tongket.read_many(ROOT / "examples" / "reports"), "measures", numbers="decimal")
    tongket.to_csv(frame, tmp_path / "frame.csv")
    done = run(PROGRAMS[0], "parse", "--format", "csv", ROOT / "examples" / "reports")
    ours = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    with (tmp_path / "frame.csv").open(encoding="utf-8-sig", newline="") as file:
        theirs = list(csv.DictReader(file))
    assert len(ours) == len(theirs) > 100
    assert list(ours[0]) == list(theirs[0])
    for our, their in zip(ours, theirs):
        assert {**our, "begin": "", "end": ""} == {**their, "begin": "", "end": ""}


def test_the_database_has_the_same_rows(tmp_path):
    done = run(PROGRAMS[0], "parse", "--format", "sqlite", "--output", tmp_path / "a.db", SAMPLE)
    if b"without SQLite" in done.stderr:
        pytest.skip("built without SQLite")
    report = tongket.read(SAMPLE)
    with sqlite3.connect(tmp_path / "a.db") as database:
        rows = database.execute("SELECT text, value, period FROM measures").fetchall()
    assert [(text, float(value), period) for text, value, period in rows] == [
        (m.text, float(m.value), None if m.period is None else str(m.period)) for m in report.measures
    ]
