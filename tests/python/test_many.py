# SPDX-License-Identifier: BSL-1.0
"""Many reports: order, errors, threads, memory."""

from __future__ import annotations

import gc
import itertools
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import tongket
from conftest import EXAMPLES, ROOT


@pytest.mark.parametrize("workers", [None, 1, 2, 7])
def test_order(workers):
    texts = [f"Sở số {i} họp." for i in range(500)]
    assert [r.source for r in tongket.parse_many(texts, workers=workers)] == texts


def test_what_it_takes(tmp_path, monkeypatch, reports):
    folder = ROOT / "examples" / "reports"
    for where in (folder, str(folder), str(folder / "*.txt"), EXAMPLES, iter(EXAMPLES)):
        assert list(tongket.parse_many(where)) == reports
    assert [r.id for r in tongket.parse_many(folder)] == [path.stem for path in EXAMPLES]
    assert [r.id for r in tongket.parse_many(EXAMPLES[0])] == [EXAMPLES[0].stem]
    named = [("a", "Sở Y tế"), ("b", EXAMPLES[0]), Path(EXAMPLES[1]), "text"]
    assert [r.id for r in tongket.parse_many(named)] == ["a", "b", EXAMPLES[1].stem, None]
    assert list(tongket.parse_many([])) == []
    with pytest.raises(FileNotFoundError, match="a folder without a file"):
        tongket.parse_many(tmp_path)
    with pytest.raises(FileNotFoundError, match="no such file, folder or pattern"):
        tongket.parse_many("no/such/folder")
    with pytest.raises(ValueError, match="errors must be"):
        tongket.parse_many([], errors="ignore")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="workers"):
        tongket.parse_many([], workers=0)
    with pytest.raises(TypeError):
        list(tongket.parse_many([b"bytes"]))  # type: ignore[list-item]


def test_a_folder_is_read_whole(tmp_path):
    """Whatever its files are called, and with the folders in it; what is no text is refused by name."""
    names = ("a.txt", "b.TXT", "c.text", "d", "sub/deep/e.txt")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Sở {name}", "utf-8")
    (tmp_path / ".hidden").write_bytes(b"\xff")
    for where in (tmp_path, str(tmp_path)):
        results = tongket.parse_many(where)
        assert [r.source for r in results] == [f"Sở {name}" for name in names]
        assert [r.id for r in results] == ["a", "b", "c", "d", "sub/deep/e"]
        assert len(results) == len(names)
        assert list(results) == list(tongket.read_many(where))
    (tmp_path / "sub" / "f.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "g.txt").write_bytes("Sở g".encode("utf-16"))
    with pytest.raises(tongket.Error, match=r"f\.pdf: a file of the kind pdf, where text is wanted: tongket\.read"):
        list(tongket.parse_many(tmp_path / "sub"))
    results = tongket.parse_many(tmp_path, errors="collect")
    assert len(list(results)) == len(names)
    assert [(f.id, f.error.code, Path(f.error.filename).name) for f in results.errors] == [
        ("g", "unknown_kind", "g.txt"),
        ("sub/f", "unknown_kind", "f.pdf"),
    ]
    assert [r.id for r in tongket.parse_many(str(tmp_path / "*.txt"), errors="collect")] == ["a"]


def test_they_can_be_gone_through_again(reports):
    again = tongket.parse_many(EXAMPLES)
    assert len(again) == len(EXAMPLES)
    assert list(again) == list(again) == reports
    first = iter(again)
    assert next(first) == next(iter(again)) == reports[0]
    assert next(first) == reports[1]
    assert repr(again) == f"<Reports of {len(EXAMPLES)} inputs, read while one goes through them>"
    assert not tongket.parse_many([])

    once = tongket.parse_many(iter(EXAMPLES))
    assert bool(once)
    assert list(once) == reports
    with pytest.raises(ValueError, match="came from an iterator, which gives them once"):
        list(once)
    with pytest.raises(TypeError, match="known only when they are read"):
        len(once)


def test_failures_are_those_of_the_last_time(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff")
    results = tongket.parse_many(["một", path], errors="collect")
    for _ in range(2):
        assert len(list(results)) == 1
        assert len(results.errors) == 1
    path.write_text("hai", "utf-8")
    assert len(list(results)) == 2
    assert results.errors == []


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_are_collected_and_no_report_is_lost(tmp_path, workers):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff")
    good = tmp_path / "good.txt"
    good.write_text("Sở Y tế", "utf-8")
    inputs = ["một", bad, good, "hai \ud800", ("name", tmp_path / "none.txt"), "ba"] * 40
    results = tongket.parse_many(inputs, errors="collect", workers=workers)
    assert [r.source for r in results] == ["một", "Sở Y tế", "ba"] * 40
    assert [f.index for f in results.errors] == [i for i in range(240) if i % 6 in (1, 3, 4)]
    first, second, third = results.errors[:3]
    assert isinstance(first.error, tongket.Error)
    assert first.error.filename == str(bad)
    assert first.id == "bad"
    assert isinstance(second.error, tongket.Error)
    assert second.error.offset == 4
    assert isinstance(third.error, FileNotFoundError)
    assert third.id == "name"


def test_errors_are_raised(tmp_path):
    results = iter(tongket.parse_many(["một", "hai \ud800", "ba"], workers=2))
    assert next(results).source == "một"
    with pytest.raises(tongket.Error):
        next(results)
    assert list(results) == []


def test_it_streams():
    """Only a few reports are ahead of the reader, and an endless input is no trouble."""
    taken = 0

    def endless():
        nonlocal taken
        for taken in itertools.count(1):
            yield f"Sở số {taken} họp."

    with tongket.parse_many(endless(), workers=2) as results:
        passed = iter(results)
        for _ in range(300):
            next(passed)
        assert taken <= 300 + 6 * 32
    assert threading.active_count() < 10
    assert list(passed) == []
    with pytest.raises(ValueError, match="were closed"):
        list(results)


@pytest.mark.parametrize("workers", [1, 2, 7])
@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 500])
def test_errors_of_the_input_come_through_behind_what_was_taken(workers, count):
    def broken():
        for i in range(count):
            yield f"Sở số {i} họp."
        raise KeyError("mine")

    reports = []
    results = tongket.parse_many(broken(), workers=workers)
    with pytest.raises(KeyError, match="mine"):
        reports.extend(results)
    assert [r.source for r in reports] == [f"Sở số {i} họp." for i in range(count)]


def test_an_interrupt_of_the_input_comes_at_once():
    def interrupted():
        yield "một"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(tongket.parse_many(interrupted(), workers=2))


def test_progress(capsys):
    assert len(list(tongket.parse_many(["một"] * 3, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err


def test_a_parser_of_ones_own():
    parser = tongket.Parser(max_input_bytes=8)
    results = tongket.parse_many(["ngắn", "dài quá đi mất"], parser=parser, errors="collect")
    assert [r.source for r in results] == ["ngắn"]
    assert results.errors[0].error.code == "input_too_large"


def test_one_parser_in_several_threads(reports):
    parser = tongket.Parser(lexicon=[tongket.LexiconEntry("unit", ("thùng loa",), "loa")])
    wanted = {r.id: parser.parse(r.source) for r in reports}
    with ThreadPoolExecutor(4) as pool:
        work = [(r.id, pool.submit(parser.parse, r.source)) for r in reports * 30]
        assert all(future.result() == wanted[name] for name, future in work)


def test_one_report_in_several_threads(reports):
    """Lazily made parts are made whole, whoever looks first."""
    for _ in range(20):
        report = tongket.parse(reports[0].source)
        with ThreadPoolExecutor(4) as pool:
            views = [pool.submit(lambda r=report: (r.measures, r.zones, r.people)) for _ in range(8)]
            assert all(v.result() == (reports[0].measures, reports[0].zones, reports[0].people) for v in views)


def test_no_leak():
    """Ten thousand reports, looked at, leave the memory as it was."""
    code = """
import gc, sys, tongket
def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
text = "Sở Y tế tỉnh Hà Nam tổng kết năm 2016. Năm 2016 có 19 văn bản, gồm 08 Quyết định và 07 Kế hoạch.\\n" * 4
def look(n):
    for i in range(n):
        report = tongket.parse(text)
        report.measures, report.zones, report.meeting, report.to_json(), report == report
        try:
            tongket.parse("\\ud800")
        except tongket.Error:
            pass
    for report in tongket.parse_many([text] * n, workers=2):
        report.achievements
look(500)
before = resident()
look(5000)
print((resident() - before) / 2**20)
"""
    if sys.platform != "linux":
        pytest.skip("reads /proc")
    gc.collect()
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert float(out) < 3, "MiB more after 10,000 reports"
