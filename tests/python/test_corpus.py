# SPDX-License-Identifier: BSL-1.0
"""`tongket.Corpus`: what goes in comes out, whatever happens meanwhile."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

import made
import tongket
from conftest import EXAMPLES, ROOT, SAMPLE
from tongket import __main__

pa = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")
pytest.importorskip("fastwarc")

import pyarrow.parquet as pq  # noqa: E402

from tongket.corpus import inputs, manifest, shards, upkeep  # noqa: E402
from tongket.corpus.pages import _joined, host_of  # noqa: E402
from tongket.corpus.progress import Progress  # noqa: E402

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES}
TABLES = [table for table in shards.SCHEMAS if table not in ("inputs", "duplicates")]
#: At how many moments a run is killed; `make corpus-kill` sets 20.
KILLS = int(os.environ.get("TONGKET_KILLS", "3"))


# ---- helpers -------------------------------------------------------------------------------------------------------


def other_year(text: str, years: int) -> str:
    """A report of another year, so that texts can be many."""
    for year in range(2030, 1990, -1):
        text = text.replace(str(year), f"<{year + years}>")
    return text.replace("<", "").replace(">", "")


def folder(where: Path, count: int = 7) -> Path:
    """A folder of reports, each a text of its own."""
    names = sorted(TEXTS)
    for number in range(count):
        file = where / f"{number % 3}" / f"{number:03}-{names[number % len(names)]}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(other_year(TEXTS[names[number % len(names)]], number // len(names)), encoding="utf-8")
    return where


def rows(corpus: tongket.Corpus, table: str, but: tuple[str, ...] = ("run",)) -> list[tuple]:
    relation = corpus.table(table)
    columns = [f'"{name}"' for name in relation.columns if name not in but]
    return relation.project(", ".join(columns)).order("ALL").fetchall()


def tables(corpus: tongket.Corpus, but: tuple[str, ...] = ("run",)) -> dict[str, list[tuple]]:
    return {table: rows(corpus, table, but) for table in TABLES}


def run(out: Path, *given: Path | str, **options) -> tongket.Corpus:
    corpus = tongket.Corpus(out)
    corpus.run(*given, workers=options.pop("workers", 1), **options)
    return corpus


def warc(
    pages: list[tuple[str, bytes]], *, packed: bool = True, kind: str = "text/html", encoding: str = "identity"
) -> list[bytes]:
    """A record for each address and page."""
    records = []
    for number, (url, page) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {len(page)}\r\n"
        block = f"{http}Content-Encoding: {encoding}\r\n\r\n".encode() + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032d}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return records


def html_of(name: str) -> bytes:
    return made.page(TEXTS[name].splitlines()).encode()


def patched(where: Path, code: str) -> dict[str, str]:
    """An environment whose Python processes run code when they begin."""
    where.mkdir(exist_ok=True)
    (where / "sitecustomize.py").write_text(code)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(where), *filter(None, [os.environ.get("PYTHONPATH")])])}


def program(*given: object, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tongket", "corpus", *map(str, given)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


# ---- inputs --------------------------------------------------------------------------------------------------------


def test_a_folder_becomes_the_tables_of_its_reports(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in"))
    reports = [tongket.read(file) for file in sorted((tmp_path / "in").rglob("*.txt"))]
    assert len(rows(corpus, "reports")) == len(reports) == 7
    assert len(rows(corpus, "measures")) == sum(len(report.measures) for report in reports)
    assert len(rows(corpus, "people")) == sum(len(report.people) for report in reports)
    assert len(rows(corpus, "positions")) == sum(len(person.positions) for r in reports for person in r.people)
    assert len(rows(corpus, "awards")) == sum(len(report.awards) for report in reports)
    assert len(rows(corpus, "citations")) == sum(len(report.citations) for report in reports)
    assert len(rows(corpus, "zones")) == sum(len(report.zones) for report in reports)
    statements = [report.achievements + report.shortcomings + report.targets for report in reports]
    assert len(rows(corpus, "statements")) == sum(map(len, statements))
    assert rows(corpus, "failures") == []
    assert corpus.verify() == []


def test_reports_say_where_they_came_from(tmp_path):
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.txt"
    shutil.copy(SAMPLE, file)
    corpus = run(tmp_path / "out", tmp_path / "in", keep_text=True)
    found = corpus.table("reports").fetchall()[0]
    report = dict(zip(corpus.table("reports").columns, found))
    assert (report["id"], report["file"], report["place"], report["run"]) == ("in/a.txt", "in/a.txt", 0, 1)
    assert report["sha256"] == shards.checksum(file)
    assert report["encoding"] == "UTF-8"
    assert report["text_source"] == file.read_text(encoding="utf-8")
    assert report["version"] == tongket.__version__
    assert len(report["lexicon"]) == 16


def test_all_kinds_of_inputs_give_the_same_measures(tmp_path):
    names, texts = sorted(TEXTS), [TEXTS[name] for name in sorted(TEXTS)]
    table = pa.table({"id": names, "text": texts, "url": [f"https://so.hanam.gov.vn/{name}" for name in names]})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=3)
    lines = [json.dumps({"id": name, "text": text}) for name, text in zip(names, texts)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in zip(names, texts):
            archive.writestr(f"{name}.txt", text)
    said = 'SELECT value, unit, indicator_id, period, "begin" FROM measures ORDER BY ALL'
    expected = run(tmp_path / "folder", SAMPLE.parent).sql(said).fetchall()
    for name in ("a.parquet", "a.jsonl", "b.jsonl.gz", "a.zip"):
        corpus = run(tmp_path / f"out-{name}", tmp_path / name)
        assert corpus.sql(said).fetchall() == expected, name
    corpus = tongket.Corpus(tmp_path / "out-a.parquet")
    assert corpus.sql("SELECT DISTINCT host FROM reports").fetchall() == [("so.hanam.gov.vn",)]
    assert [name for (name,) in corpus.sql("SELECT source_id FROM reports ORDER BY place").fetchall()] == names


@pytest.mark.parametrize("packed", [True, False])
def test_warc(tmp_path, packed):
    names = sorted(TEXTS)
    pages = [(f"http://so.vn/{name}", html_of(name)) for name in names]
    pages.insert(2, ("http://gia.vn/vang", made.page(["Giá vàng", "Giá vàng hôm nay tăng mạnh. " * 20]).encode()))
    records = warc(pages, packed=packed) + warc([("http://so.vn/a.png", b"\x89PNG")], kind="image/png", packed=packed)
    (tmp_path / "a.warc.gz").write_bytes(b"".join(records))
    corpus = run(tmp_path / "out", tmp_path / "a.warc.gz")
    status = corpus.status()
    assert (status.pages, status.reports, status.others, status.failures) == (8, 7, 1, {})
    places = [len(b"".join(records[:number])) for number in range(8)]
    found = corpus.sql("SELECT place, url, host, fetched FROM reports ORDER BY place").fetchall()
    assert found[0] == (0, f"http://so.vn/{names[0]}", "so.vn", "2020-01-02T03:04:05Z")
    assert [place for place, *_ in found] == places[:2] + places[3:]
    # The same page is read alike from wherever it comes.
    (tmp_path / "in").mkdir()
    for name in names:
        (tmp_path / "in" / f"{name}.html").write_bytes(html_of(name))
    same = 'SELECT value, unit, period, "begin" FROM measures ORDER BY ALL'
    assert corpus.sql(same).fetchall() == run(tmp_path / "same", tmp_path / "in").sql(same).fetchall()


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_warc_keeps_what_is_whole(tmp_path, packed):
    records = warc([(f"http://so.vn/{name}", html_of(name)) for name in sorted(TEXTS)], packed=packed)
    for cut in (1, 40, len(records[-1]) - 5):
        (tmp_path / "a.warc").write_bytes(b"".join(records)[:-cut])
        corpus = run(tmp_path / f"out-{cut}", tmp_path / "a.warc")
        if not packed and cut == 1:  # only of the line break behind the record
            assert corpus.status().reports == 7
            continue
        assert corpus.status().reports == 6
        (failure,) = corpus.sql("SELECT code, place FROM failures").fetchall()
        assert failure == ("truncated-gzip", len(b"".join(records[:-1])))


def test_a_damaged_record_costs_no_other(tmp_path):
    records = warc([(f"http://so.vn/{name}", html_of(name)) for name in sorted(TEXTS)])
    records[4] = records[4][:30] + b"?" * 60 + records[4][90:]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    corpus = run(tmp_path / "out", tmp_path / "a.warc")
    assert corpus.status().reports == 6
    place = len(b"".join(records[:4]))
    assert corpus.sql("SELECT code, place FROM failures").fetchall() == [("unreadable", place)]


def test_pages_that_are_packed_in_their_records(tmp_path):
    page = html_of(SAMPLE.stem)
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(page[i : i + 999]), page[i : i + 999]) for i in range(0, len(page), 999))
    sent = [
        ("gzip", gzip.compress(page)),
        ("gzip", page),  # unpacked by who kept it
        ("deflate", zlib.compress(page)),
        ("deflate", zlib.compress(page)[2:-4]),
        ("identity\r\nTransfer-Encoding: chunked", chunks + b"0\r\n\r\n"),
        ("identity\r\nTransfer-Encoding: chunked", page),
        ("br", b"packed"),
        ("gzip", b"packed"),
    ]
    records = [record for encoding, data in sent for record in warc([("http://so.vn/a", data)], encoding=encoding)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    corpus = run(tmp_path / "out", tmp_path / "a.warc")
    assert corpus.sql("SELECT count(*), count(DISTINCT sha256) FROM reports").fetchall() == [(6, 1)]
    assert corpus.status().failures == {"unreadable": 2}


@pytest.mark.parametrize("page", [b"Bac Ninh\r\n<p>12</p>", b"2018: 12 xa\r\n", b"<p>12</p>\r\n", b""])
def test_pages_without_chunks_stay_whole(page):
    assert _joined(page) == page


def test_texts_of_wet_files(tmp_path):
    text = SAMPLE.read_bytes()
    head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://so.vn/a\r\nContent-Type: text/plain\r\n"
    record = head + b"Content-Length: %d\r\n\r\n" % len(text) + text + b"\r\n\r\n"
    (tmp_path / "a.warc.wet.gz").write_bytes(gzip.compress(record))
    corpus = run(tmp_path / "out", tmp_path / "a.warc.wet.gz")
    assert corpus.sql("SELECT url FROM reports").fetchall() == [("http://so.vn/a",)]


def test_only_pages_of_some_hosts(tmp_path):
    pages = [(f"http://{host}/a", html_of("ha-nam-2016-annual")) for host in ("a.gov.vn", "b.com", "c.gov.vn")]
    (tmp_path / "a.warc").write_bytes(b"".join(warc(pages)))
    corpus = run(tmp_path / "out", tmp_path / "a.warc", hosts=["*.gov.vn"])
    assert corpus.sql("SELECT host FROM reports ORDER BY host").fetchall() == [("a.gov.vn",), ("c.gov.vn",)]
    assert corpus.status().others == 1
    corpus.run(hosts="*.com", workers=1)
    assert corpus.sql("SELECT host FROM reports").fetchall() == [("b.com",)]
    corpus.run(hosts=(), workers=1)
    assert corpus.status().reports == 3
    with pytest.raises(TypeError, match="hosts must be patterns"):
        corpus.run(hosts=[1], workers=1)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("d.com/4", "d.com"),
        ("So.Gov.vn:80", "so.gov.vn"),
        ("//so.gov.vn/a", "so.gov.vn"),
        ("http://so.gov.vn./a", "so.gov.vn"),
        ("tin/2016.html", None),
        ("index.php/tin", None),
        ("urn:isbn:1", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_hosts(url, host):
    assert host_of(url) == host


def test_pages_that_are_no_reports(tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(SAMPLE, tmp_path / "in")
    (tmp_path / "in" / "gold.txt").write_text("Giá vàng hôm nay tăng 2%. " * 9, encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "in")
    assert (corpus.status().reports, corpus.status().others) == (1, 1)
    corpus.run(genre="all", workers=1)
    assert (corpus.status().reports, corpus.status().others) == (2, 0)


def test_words_of_ones_own(tmp_path):
    (tmp_path / "words.tsv").write_text("unit\tthùng loa\tloa\n", encoding="utf-8")
    text = SAMPLE.read_text(encoding="utf-8") + "\nNăm 2016, Sở đã lắp đặt 12 thùng loa.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    said = "SELECT count(*) FROM measures WHERE unit = 'loa'"
    corpus = run(tmp_path / "out", tmp_path / "a.txt")
    assert corpus.sql(said).fetchall()[0] == (0,)
    corpus.run(lexicon=tmp_path / "words.tsv", workers=1)
    assert corpus.sql(said).fetchall()[0] == (1,)
    corpus.run(workers=1)  # as in the last run
    assert corpus.sql(said).fetchall()[0] == (1,)


def test_inputs_have_names(tmp_path):
    first, second = folder(tmp_path / "a" / "in", 2), folder(tmp_path / "b" / "in", 3)
    corpus = run(tmp_path / "out", first)
    with pytest.raises(tongket.CorpusError, match="two inputs are called in"):
        corpus.run(second, workers=1)
    corpus.run(f"more={second}", workers=1)
    assert corpus.status().reports == 5
    assert corpus.sql("SELECT count(*) FROM reports WHERE id LIKE 'more/%'").fetchall()[0] == (3,)
    with pytest.raises(tongket.CorpusError, match="no such input"):
        corpus.run(tmp_path / "nothing", workers=1)


def test_large_files_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_PAGES", 3)
    monkeypatch.setattr(inputs, "MAX_BYTES", 20_000)
    texts = [TEXTS[name] for name in sorted(TEXTS)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": t}) + "\n" for t in texts), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    for name in ("a.parquet", "a.jsonl", "a.zip"):
        corpus = run(tmp_path / f"out-{name}", tmp_path / name)
        assert corpus.status().shards > 1, name
        assert corpus.status().reports == 7, name
        assert corpus.verify() == []


# ---- failures ------------------------------------------------------------------------------------------------------


def test_failures_by_code(tmp_path):
    where = folder(tmp_path / "in", 1)
    (where / "empty.txt").write_bytes(b" \n")
    (where / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (where / "deep.html").write_text("<html>" + "<div>" * 400 + "Sở Y tế", encoding="utf-8")
    (where / "nothing.html").write_text("<html><body></body></html>", encoding="utf-8")
    line = json.dumps({"text": TEXTS[SAMPLE.stem]}).encode()
    (where / "cut.jsonl.gz").write_bytes(gzip.compress(line)[: len(line) // 5])
    (where / "a.jsonl").write_text('{"text": "\\ud800"}\n{"text": \n{"other": 1}\n', encoding="utf-8")
    corpus = run(tmp_path / "out", where, genre="all")
    found = dict(corpus.sql("SELECT id, code FROM failures").fetchall())
    assert found == {
        "in/empty.txt": "empty",
        "in/picture.png": "unreadable",
        "in/deep.html": "html",
        "in/nothing.html": "no-story",
        "in/cut.jsonl.gz#0": "truncated-gzip",
        "in/a.jsonl#0": "invalid_utf8",
        "in/a.jsonl#19": "bad-json",
        "in/a.jsonl#29": "empty",
    }
    assert corpus.status().failures["empty"] == 2
    assert set(found.values()) <= {str(code) for code in tongket.corpus.FailureCode}


def test_what_is_not_read_of_files_is_told(tmp_path):
    where = folder(tmp_path / "in", 1)
    words = (
        "hoi nghi tong ket cong tac nam va trien khai nhiem vu nam toi cua toan nganh y te tinh nha tai hoi truong lon"
    )
    (where / "bare.txt").write_text(words, encoding="utf-8")
    (where / "bare.jsonl").write_text(json.dumps({"text": words}), encoding="utf-8")
    pages = [(0, TEXTS[SAMPLE.stem].split("\n")[:2]), (1, []), (1, [])]
    (where / "scan.pdf").write_bytes(made.pdf_of_pictures(pages))
    corpus = run(tmp_path / "out", where, genre="all")
    assert dict(corpus.sql("SELECT id, code FROM failures").fetchall()) == {
        "in/bare.txt": "unreadable",
        "in/bare.jsonl#0": "unreadable",
    }
    told = corpus.sql("SELECT id, severity, message FROM diagnostics WHERE code = 'unread-pages'").fetchall()
    assert [(id_, severity) for id_, severity, _ in told] == [("in/scan.pdf", "warning")]
    assert told[0][2].startswith("pages 2-3 are pictures")
    places = corpus.sql("SELECT diagnostic FROM diagnostics WHERE id = 'in/scan.pdf' ORDER BY ALL").fetchall()
    assert places == [(place,) for place in range(len(places))]
    assert corpus.verify() == []


def test_too_large_and_too_much_work(tmp_path, monkeypatch):
    from tongket.corpus import options, pages

    monkeypatch.setattr(options, "_MAX_WORK", 10)
    where = folder(tmp_path / "in", 1)
    # The processes that read are begun anew, so that what is set here is not known there: the work is done here.
    from tongket.corpus.options import Options
    from tongket.corpus.work import Maker, Task

    (tmp_path / "shards").mkdir()
    (shard,) = inputs.cut(inputs.files_of("in", str(where)))
    paths = {piece.file: str(tmp_path / piece.file) for piece in shard}
    made_shard = Maker(Options(), [-1, -1]).make(Task("a", str(tmp_path / "shards"), shard, paths, 1))
    assert (made_shard["pages"], made_shard["failures"]) == (1, 1)
    assert pq.read_table(tmp_path / "shards" / "a" / "failures.parquet")["code"].to_pylist() == ["work-budget"]

    monkeypatch.setattr(pages, "MAX_PAGE", 100)
    made_shard = Maker(Options(), [-1, -1]).make(Task("b", str(tmp_path / "shards"), shard, paths, 1))
    assert pq.read_table(tmp_path / "shards" / "b" / "failures.parquet")["code"].to_pylist() == ["input_too_large"]


def test_a_run_ends_where_too_many_pages_fail(tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(120):
        (tmp_path / "in" / f"{number}.txt").write_bytes(b"")
    shutil.copy(SAMPLE, tmp_path / "in")
    corpus = tongket.Corpus(tmp_path / "out")
    with pytest.raises(tongket.CorpusError, match="120 of 121 pages were set aside"):
        corpus.run(tmp_path / "in", workers=1, max_failures=0.5)
    assert corpus.status().reports == 1  # what is done stays
    with pytest.raises(tongket.CorpusError, match="120 of 121 pages were set aside"):
        corpus.run(workers=1, max_failures=0.5)
    assert corpus.run(workers=1, max_failures=1).shards == 0
    with pytest.raises(ValueError, match="max_failures must be a share from 0 to 1, or None, not 5"):
        corpus.run(workers=1, max_failures=5)


_DEADLY = """
import os, signal
import tongket.corpus._tables as tables

def deadly(ids, texts, parser, sound=tables.tables_of):
    if any("DEADLY" in text for text in texts):
        os.kill(os.getpid(), signal.SIGSEGV)
    return sound(ids, texts, parser)

tables.tables_of = deadly
"""


def test_a_page_that_ends_its_process_is_set_aside(tmp_path):
    where = folder(tmp_path / "in", 20)
    for number in (3, 11):
        (where / f"{number:03}-deadly.txt").write_text(SAMPLE.read_text(encoding="utf-8") + "DEADLY", encoding="utf-8")
    done = program("run", tmp_path / "out", where, "--workers", "1", env=patched(tmp_path / "site", _DEADLY))
    assert done.returncode == 1, done.stderr
    corpus = tongket.Corpus(tmp_path / "out")
    failures = corpus.sql("SELECT id, code, message FROM failures ORDER BY id").fetchall()
    assert [(name, code) for name, code, _ in failures] == [
        ("in/003-deadly.txt", "crashed"),
        ("in/011-deadly.txt", "crashed"),
    ]
    assert "SIGSEGV" in failures[0][2]
    assert corpus.status().reports == 20
    # What was to blame is gone.
    assert corpus.retry("crashed", workers=1).failures == 0
    assert corpus.status().reports == 22


def test_retry_reads_only_what_failed_so(tmp_path):
    where = folder(tmp_path / "in", 2)
    (where / "a.txt").write_bytes(b"")
    corpus = run(tmp_path / "out", where)
    assert corpus.retry("crashed", workers=1).shards == 0
    assert corpus.retry("empty", workers=1).shards == 1
    assert corpus.status().failures == {"empty": 1}


def _lines(*numbers: int) -> str:
    return "".join(json.dumps({"text": other_year(TEXTS[SAMPLE.stem], number)}) + "\n" for number in numbers)


def test_retry_reads_files_as_they_are_now(tmp_path):
    where = tmp_path / "in"
    where.mkdir()
    (where / "a.jsonl").write_text(_lines(1, 2, 3) + '{"text":\n', encoding="utf-8")
    (where / "b.txt").write_bytes(b"")
    pq.write_table(pa.table({"text": ["", *(other_year(TEXTS[SAMPLE.stem], n) for n in (4, 5))]}), where / "c.parquet")
    corpus = run(tmp_path / "out", where, *(where / name for name in ("a.jsonl", "c.parquet")))
    with (where / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write(_lines(6, 7))
    texts = ["", *(other_year(TEXTS[SAMPLE.stem], n) for n in (4, 5, 8))]
    pq.write_table(pa.table({"text": texts}), where / "c.parquet")
    (where / "b.txt").unlink()
    outcome = corpus.retry(workers=1)
    assert (outcome.shards, outcome.gone) == (3, 1)
    assert tables(corpus) == tables(run(tmp_path / "fresh", where, where / "a.jsonl", where / "c.parquet"))
    assert corpus.run(workers=1).shards == 0
    assert corpus.verify() == []
    (where / "a.jsonl").unlink()
    with pytest.raises(tongket.CorpusError, match="no such input any more"):
        corpus.retry(workers=1)
    with pytest.raises(ValueError, match="no such code: foo; there are unreadable, empty"):
        corpus.retry("foo")


# ---- again and again -----------------------------------------------------------------------------------------------


def test_a_second_run_has_nothing_to_do(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in"))
    before = (tmp_path / "out" / "manifest.jsonl").read_bytes()
    outcome = corpus.run(tmp_path / "in", workers=1)
    assert (outcome.run, outcome.shards, outcome.pages) == (1, 0, 0)
    assert (tmp_path / "out" / "manifest.jsonl").read_bytes() == before


def test_same_content_is_not_read_again(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in"))
    for file in (tmp_path / "in").rglob("*.txt"):
        os.utime(file, (1, 1))
    assert corpus.run(workers=1).pages == 0
    # The second time not even the content is looked at.
    before = (tmp_path / "out" / "manifest.jsonl").read_bytes()
    assert corpus.run(workers=1).shards == 0
    assert (tmp_path / "out" / "manifest.jsonl").read_bytes() == before


def test_added_changed_and_deleted_files(tmp_path):
    where = folder(tmp_path / "in", 9)
    corpus = run(tmp_path / "out", where)
    first, second, *_ = sorted(where.rglob("*.txt"))
    first.write_text(TEXTS["binh-dinh-2007-brief"], encoding="utf-8")
    gone = f"in/{second.relative_to(where).as_posix()}"
    kept = second.read_text(encoding="utf-8")
    second.unlink()
    (where / "new.txt").write_text(other_year(TEXTS[SAMPLE.stem], 7), encoding="utf-8")
    outcome = corpus.run(workers=1)
    assert outcome.gone == 1
    assert tables(corpus) == tables(run(tmp_path / "fresh", where))
    assert corpus.status().tombstones == 1
    assert gone in manifest.read(corpus.path).tombstones
    assert corpus.verify() == []
    second.write_text(kept, encoding="utf-8")
    corpus.run(workers=1)
    assert corpus.status().tombstones == 0
    assert tables(corpus) == tables(run(tmp_path / "fresh", where))


def test_a_corpus_in_its_input_is_no_input(tmp_path):
    where = folder(tmp_path / "in", 2)
    (where / "a.txt").write_bytes(b"")
    corpus = run(where / "0" / "out", where)
    before = tables(corpus)
    assert corpus.run(workers=1).shards == 0
    shutil.copy(SAMPLE, where)
    assert corpus.run(workers=1).pages == 1
    assert corpus.status().reports == 3
    assert tables(corpus)["failures"] == before["failures"]
    for given in (corpus.path, corpus.path / "shards"):
        with pytest.raises(tongket.CorpusError, match="an input that is the corpus itself"):
            corpus.run(f"own={given}", workers=1)


def test_an_input_may_be_forgotten(tmp_path):
    first, second = folder(tmp_path / "first", 2), folder(tmp_path / "second", 3)
    corpus = run(tmp_path / "out", first, second)
    shutil.rmtree(first)
    with pytest.raises(tongket.CorpusError, match=r"no such input any more: .*corpus forget .* first lets it go"):
        corpus.run(workers=1)
    first.mkdir()  # as where a disk is not there
    with pytest.raises(tongket.CorpusError, match="the input first has no file any more"):
        corpus.run(workers=1)
    assert corpus.status().reports == 5
    with pytest.raises(tongket.CorpusError, match="no such input: third; there are first, second"):
        corpus.forget("third")
    assert corpus.forget("first") == 1
    assert (corpus.status().reports, list(corpus.status().roots)) == (3, ["second"])
    assert corpus.run(workers=1).shards == 0
    for file in second.rglob("*.txt"):
        file.unlink()
    (second / "a.txt").write_bytes(b"")  # one that is left is a file, and what has vanished is dropped as ever
    assert corpus.run(workers=1).gone == 3


def test_links(tmp_path):
    where, other = folder(tmp_path / "in", 2), folder(tmp_path / "other", 3)
    (where / "link").symlink_to(other)
    (where / "again").symlink_to(other / "0")
    (where / "up").symlink_to(tmp_path)
    (where / "self").symlink_to(where / "0")
    (other / "0" / "loop").symlink_to(other)
    (where / "nowhere.txt").symlink_to(tmp_path / "nothing")
    keys = {file.key for file in inputs.files_of("in", str(where))}
    assert len(keys) == 2 + 3 + 1
    assert "in/nowhere.txt" in keys


def test_other_inputs_are_left_alone(tmp_path):
    first, second = folder(tmp_path / "first", 2), folder(tmp_path / "second", 3)
    corpus = run(tmp_path / "out", first, second)
    shutil.rmtree(first)
    outcome = corpus.run(second, workers=1)
    assert (outcome.shards, outcome.gone, corpus.status().reports) == (0, 0, 5)
    with pytest.raises(tongket.CorpusError, match="no such input any more"):
        corpus.run(workers=1)


def test_lines_that_are_added_leave_the_others_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 10_000)
    file = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": other_year(TEXTS[SAMPLE.stem], number)}) + "\n" for number in range(12)]
    file.write_text("".join(lines[:8]), encoding="utf-8")
    corpus = run(tmp_path / "out", file)
    shards_before = corpus.status().shards
    assert shards_before > 2
    file.write_text("".join(lines), encoding="utf-8")
    assert corpus.run(workers=1).pages < 12
    assert tables(corpus) == tables(run(tmp_path / "fresh", file))
    assert corpus.run(workers=1).shards == 0
    lines[0] = lines[0].replace("2016", "2011")
    file.write_text("".join(lines), encoding="utf-8")
    assert 0 < corpus.run(workers=1).pages < 12
    assert tables(corpus) == tables(run(tmp_path / "fresh-2", file))


def test_pieces_of_one_file_stay_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_PAGES", 3)
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.parquet"
    texts = [TEXTS[name] for name in sorted(TEXTS)]
    pq.write_table(pa.table({"text": texts}), file)
    corpus = run(tmp_path / "out", tmp_path / "in")
    shutil.copy(SAMPLE, tmp_path / "in" / "b.txt")
    corpus.run(workers=1)
    shutil.copy(SAMPLE, tmp_path / "in" / "c.txt")
    corpus.run(workers=1)
    compacted = corpus.compact()
    assert (compacted["before"], compacted["after"]) == (5, 4)
    pq.write_table(pa.table({"text": texts[2:]}), file)
    corpus.run(workers=1)
    assert tables(corpus) == tables(run(tmp_path / "fresh", tmp_path / "in"))
    assert corpus.verify() == []


def test_archives_may_have_a_name_twice(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(SAMPLE, "a.txt")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.write(SAMPLE, "a.txt")
    corpus = run(tmp_path / "out", tmp_path / "a.zip")
    assert [name for (name,) in corpus.sql("SELECT id FROM reports ORDER BY id").fetchall()] == [
        "a.zip/a.txt",
        "a.zip/a.txt#1",
    ]
    assert corpus.verify() == []


def test_a_parquet_file_that_was_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_PAGES", 3)
    texts = [TEXTS[name] for name in sorted(TEXTS)]
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    corpus = run(tmp_path / "out", tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": [*texts[1:], *texts[:1]]}), tmp_path / "a.parquet")
    corpus.run(workers=1)
    assert tables(corpus) == tables(run(tmp_path / "fresh", tmp_path / "a.parquet"))
    os.utime(tmp_path / "a.parquet", (1, 1))
    assert corpus.run(workers=1).pages == 0


def test_the_order_of_arrival_makes_no_difference(tmp_path):
    where = folder(tmp_path / "in", 14)
    # Reports with the same figures, so that ties are there to be decided.
    shutil.copy(next(where.rglob("000-*.txt")), where / "copy.txt")
    whole = run(tmp_path / "whole", where)
    whole.dedup()
    files = sorted(where.rglob("*.txt"))
    random.Random(5).shuffle(files)
    grown, source = tongket.Corpus(tmp_path / "grown"), tmp_path / "later" / "in"
    for number in range(0, len(files), 4):
        for file in files[number : number + 4]:
            target = source / file.relative_to(where)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        grown.run(source, workers=2)
    grown.dedup()
    assert grown.status().shards > 1
    assert tables(grown) == tables(whole)
    for boundaries in ("as_reported", "2025", "2008"):
        assert grown.panel(boundaries, planned=True).fetchall() == whole.panel(boundaries, planned=True).fetchall()
    assert rows(grown, "duplicates") == rows(whole, "duplicates") != []
    grown.compact()
    assert grown.status().shards == 1
    assert grown.status().unused == 0
    assert tables(grown) == tables(whole)
    assert grown.verify() == []
    assert grown.run(workers=1).shards == 0


# ---- accidents -----------------------------------------------------------------------------------------------------

_SMALL_SHARDS = "import tongket.corpus.inputs as inputs\ninputs.MAX_PAGES = 4\n"


def test_killed_at_random_moments(tmp_path):
    where = folder(tmp_path / "in", 40)
    environment = patched(tmp_path / "site", _SMALL_SHARDS)
    begin = time.monotonic()
    assert program("run", tmp_path / "whole", where, "--workers", "2", env=environment).returncode == 0
    whole = time.monotonic() - begin
    moments = random.Random(tmp_path.name)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "tongket", "corpus", "run", str(out), str(where), "--workers", "2"]
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        time.sleep(moments.uniform(0.2, 1) * whole)
        process.kill()
        process.wait()
        if (out / "manifest.jsonl").exists():
            assert tongket.Corpus(out).verify() == []
    assert subprocess.run(command, capture_output=True, env=environment).returncode == 0
    corpus = tongket.Corpus(out)
    assert tables(corpus) == tables(tongket.Corpus(tmp_path / "whole"))
    assert corpus.verify() == []
    assert not list((out / "shards").glob("*.tmp"))


def test_an_entry_that_was_not_written_to_its_end_does_not_count(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 3))
    expected = tables(corpus)
    path = corpus.path / "manifest.jsonl"
    *entries, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(entries) + last[:-20])
    assert corpus.status().reports == 0
    corpus.run(workers=1)
    assert tables(corpus) == expected
    path.write_bytes(b"{}\nnothing\n")
    with pytest.raises(tongket.CorpusError, match=r"manifest\.jsonl:2: a damaged entry"):
        corpus.status()


def test_a_full_disk_ends_the_run_and_nothing_else(tmp_path):
    where = folder(tmp_path / "in", 8)
    environment = patched(tmp_path / "site", _SMALL_SHARDS)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))

    done = program("run", tmp_path / "out", where, "--workers", "1", env=environment, preexec_fn=limit)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    corpus = tongket.Corpus(tmp_path / "out")
    assert corpus.verify() == []
    assert program("run", tmp_path / "out", where, "--workers", "1", env=environment).returncode == 0
    assert tables(corpus) == tables(run(tmp_path / "fresh", where))


def test_what_else_lies_among_the_shards_is_removed(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 1))
    where = corpus.path / "shards"
    (where / "a.tmp" / "b").mkdir(parents=True)
    (where / "a.tmp" / "b" / "c").write_bytes(b"abc")
    (where / "d").write_bytes(b"abc")
    (where / "e").symlink_to(tmp_path / "in")
    assert corpus.run(workers=1).shards == 0
    assert not (where / "a.tmp").exists()
    corpus.compact()
    assert [each.name for each in where.iterdir()] == list(manifest.read(corpus.path).shards)
    assert list((tmp_path / "in").rglob("*.txt"))


def test_two_runs_at_once(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 1))
    with manifest.locked(corpus.path):
        for change in (corpus.run, corpus.compact, corpus.dedup, corpus.migrate, corpus.retry):
            with pytest.raises(tongket.CorpusError, match=f"is being changed by process {os.getpid()}"):
                change()
        assert corpus.status().reports == 1  # reading goes on


def test_verify_finds_damage(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 2))
    (measures,) = corpus.files("measures")
    data = bytearray(measures.read_bytes())
    data[50] ^= 1
    measures.write_bytes(data)
    assert corpus.verify() == [f"{measures}: is not what was written"]
    measures.unlink()
    assert corpus.verify() == [f"{measures}: is missing"]


def test_what_is_damaged_can_be_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 10_000)
    (tmp_path / "a.jsonl").write_text(_lines(*range(6)), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl", folder(tmp_path / "in", 2))
    corpus.dedup()
    before = tables(corpus)

    def damage(table: str, how) -> None:
        how(corpus.files(table)[1])
        assert corpus.verify() != []
        if table != "measures":
            for change in (corpus.run, corpus.compact):
                with pytest.raises(tongket.CorpusError, match="is missing or damaged: tongket corpus repair"):
                    change()
        assert corpus.repair()["shards"] == 1
        assert corpus.verify() == []
        assert corpus.status().unused >= 0
        corpus.run(workers=1)
        assert tables(corpus) == before

    damage("inputs", lambda path: path.write_bytes(path.read_bytes()[:-1] + b"x"))
    damage("measures", lambda path: path.write_bytes(b"x" + path.read_bytes()[1:]))

    def lose(path: Path) -> None:
        shutil.rmtree(path.parent)
        for look in (corpus.status, corpus.connect, corpus.dedup):
            with pytest.raises(tongket.CorpusError, match="is missing or damaged: tongket corpus repair"):
                look()

    damage("reports", lose)
    assert corpus.repair() == {"shards": 0, "pages": 0}


def test_an_entry_that_is_missing_is_found(tmp_path):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 2))
    corpus.compact()
    shutil.copy(SAMPLE, tmp_path / "in")
    corpus.run(workers=1)
    corpus.dedup()
    assert corpus.verify() == []
    path = corpus.path / "manifest.jsonl"
    first, second, third, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + second + last)
    assert corpus.verify() == ["the manifest: an entry before entry 4 is missing"]
    # Those of former versions have no numbers.
    old = [json.dumps({k: v for k, v in json.loads(e).items() if k != "entry"}) for e in (first, second, third)]
    path.write_text("".join(f"{entry}\n" for entry in old), encoding="utf-8")
    assert corpus.verify() == []
    path.write_bytes(b"")
    with pytest.raises(tongket.CorpusError, match=r"manifest\.jsonl is empty"):
        corpus.verify()


# ---- formats -------------------------------------------------------------------------------------------------------


def test_a_corpus_of_a_former_format(tmp_path, monkeypatch):
    corpus = run(tmp_path / "out", folder(tmp_path / "in", 3))
    old = rows(corpus, "awards")
    today = shards.SCHEMAS["awards"].append(pa.field("day", pa.date32()))
    monkeypatch.setitem(shards.SCHEMAS, "awards", today)
    # A minor version: columns that were added are empty.
    monkeypatch.setattr(manifest, "FORMAT", (1, 1))
    assert rows(corpus, "awards") == [(*row, None) for row in old]
    # A major one: it is told what to do.
    monkeypatch.setattr(manifest, "FORMAT", (2, 0))
    with pytest.raises(tongket.CorpusError, match=r"has the format 1\.0, which tongket corpus migrate"):
        corpus.status()
    assert corpus.migrate() == 1
    assert rows(corpus, "awards") == [(*row, None) for row in old]
    assert corpus.status().format == "2.0"
    assert corpus.verify() == []
    monkeypatch.setattr(manifest, "FORMAT", (1, 0))
    with pytest.raises(tongket.CorpusError, match="needs a newer tongket"):
        corpus.status()


def test_a_corpus_of_another_version_is_made_anew(tmp_path, monkeypatch):
    from tongket.corpus import options

    corpus = run(tmp_path / "out", folder(tmp_path / "in", 3))
    monkeypatch.setattr(options, "__version__", "99.0")
    assert corpus.status().stale == 1
    assert corpus.run(workers=1).pages == 3
    assert corpus.status().stale == 0


# ---- duplicates ----------------------------------------------------------------------------------------------------


def test_duplicates(tmp_path):
    text = TEXTS["ha-nam-2016-annual"]
    again = "Trang chủ | Giới thiệu\n\n" + text
    pages = [
        {"id": "copy", "text": text, "url": "http://bao.vn/1"},
        {"id": "own", "text": text.replace("\n\n", "\n \n"), "url": "http://so.hanam.gov.vn/1"},
        {"id": "again", "text": again, "url": "http://bao.com/1"},
        {"id": "last year", "text": other_year(text, -1), "url": "http://so.hanam.gov.vn/2"},
        {"id": "other", "text": TEXTS["binh-dinh-2007-brief"], "url": "http://so.gov.vn/3"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl")
    assert corpus.status().duplicates is None
    assert corpus.dedup() == {"exact": 1, "near": 1}
    said = """
        SELECT a.source_id, b.source_id, d.kind FROM duplicates d
        JOIN reports a ON a.id = d.id JOIN reports b ON b.id = d.kept ORDER BY ALL
    """
    # What an official host has stays; the year before is a report of its own, however like its words are.
    assert corpus.sql(said).fetchall() == [("again", "own", "near"), ("copy", "own", "exact")]
    assert corpus.status().duplicates == 2
    counts = "SELECT count(DISTINCT id) FROM candidates WHERE duplicate_of IS NULL AND period = '2016' AND NOT planned"
    assert corpus.sql(counts).fetchall()[0] == (1,)
    assert corpus.verify() == []
    assert corpus.dedup() == {"exact": 1, "near": 1}  # what was found before plays no part
    corpus.run(tmp_path / "a.jsonl", genre="all", workers=1)
    assert corpus.status().duplicates is None  # nobody has looked since


def test_reports_whose_figures_differ_are_no_duplicates(tmp_path):
    text = TEXTS["ha-nam-2016-annual"]
    figures = [measure.text for measure in tongket.parse(text).measures]
    changed = text
    for figure in figures:
        digits = "".join(c for c in figure if c.isdigit())
        if len(digits) > 1:
            changed = changed.replace(figure, figure.replace(digits[0], str((int(digits[0]) + 1) % 9 + 1)))
    pages = [{"text": text}, {"text": changed}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl")
    assert corpus.dedup() == {"exact": 0, "near": 0}


def test_conflicts_of_duplicates_are_told(tmp_path):
    text = TEXTS["ha-nam-2016-annual"]
    changed = text.replace("918 tỷ", "919 tỷ")
    assert changed != text
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": t}) for t in (text, changed)), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl")
    assert corpus.dedup() == {"exact": 0, "near": 1}
    assert corpus.sql("SELECT conflicts FROM duplicates").fetchall()[0] == (1,)
    told = corpus.sql("SELECT value, duplicate_of IS NULL FROM candidates WHERE indicator_id = 'revenue.telecom'")
    assert len(told.fetchall()) == 2  # the other figure can still be seen


# ---- panel ---------------------------------------------------------------------------------------------------------


def test_the_panel_is_that_of_the_frames(tmp_path):
    corpus = run(tmp_path / "out", SAMPLE.parent)
    names = ["province", "period", "indicator", "value", "unit", "indicator_id", "kind", "approx", "estimated"]
    names += ["planned", "confidence", "text", "candidates"]
    reports = [tongket.read(path, id=f"{SAMPLE.parent.name}/{path.name}") for path in EXAMPLES]
    for planned in (False, True):
        expected = tongket.panel(reports, planned=planned, backend="arrow").select(names).to_pylist()
        found = corpus.panel(planned=planned).project(", ".join(names)).fetchall()
        assert sorted(map(str, found)) == sorted(str(tuple(row.values())) for row in expected)


def _said(province: str, year: int, said: str) -> str:
    return (
        f"Sở Thông tin và Truyền thông tỉnh {province} tổng kết công tác năm {year}\n\n"
        f"Ngày 18/12/{year}, Sở Thông tin và Truyền thông tỉnh {province} tổ chức Hội nghị tổng kết công tác "
        f"năm {year} và triển khai nhiệm vụ năm {year + 1}.\n\nNăm {year}, {said}\n"
    )


def _panel(tmp_path: Path, pages: list[tuple[str, int, str]], boundaries: str, indicator: str) -> list[tuple]:
    texts = [json.dumps({"text": _said(*page)}) for page in pages]
    (tmp_path / "a.jsonl").write_text("\n".join(texts), encoding="utf-8")
    corpus = run(tmp_path / f"out-{boundaries}", tmp_path / "a.jsonl")
    columns = (
        "province, period, value, territory, is_break"
        if boundaries == "as_reported"
        else ("province, period, value, method, missing, is_break")
    )
    found = corpus.panel(boundaries).filter(f"indicator_id = '{indicator}'").project(columns)
    return found.order("province, period").fetchall()


_OFFICES = "toàn tỉnh có {} bưu cục."
_PAGES = [
    ("Bắc Ninh", 2023, _OFFICES.format(100)),
    ("Bắc Giang", 2023, _OFFICES.format(150)),
    ("Bắc Ninh", 2024, _OFFICES.format(101)),
    ("Bắc Ninh", 2025, _OFFICES.format(260)),
    ("Lai Châu", 2024, _OFFICES.format(40)),
]


def test_two_provinces_of_one_name_are_told_apart(tmp_path):
    found = _panel(tmp_path, _PAGES, "as_reported", "post.offices")
    new = tongket.gazetteer()["VN-54"].until
    assert found == [
        ("Bắc Giang", "2023", 150, None, False),
        ("Bắc Ninh", "2023", 100, None, False),
        ("Bắc Ninh", "2024", 101, None, False),
        ("Bắc Ninh", "2025", 260, new, True),
        ("Lai Châu", "2024", 40, None, False),
    ]


def test_figures_of_merged_provinces_are_added_up_where_they_can_be(tmp_path):
    assert _panel(tmp_path, _PAGES, "2025", "post.offices") == [
        ("Bắc Ninh", "2023", 250, "sum", None, False),
        ("Bắc Ninh", "2024", None, "incomplete", ["VN-54"], True),
        ("Bắc Ninh", "2025", 260, "reported", None, True),
        ("Lai Châu", "2024", 40, "reported", None, False),
    ]


def test_figures_of_larger_provinces_are_not_those_of_smaller_ones(tmp_path):
    found = _panel(tmp_path, _PAGES, "2008", "post.offices")
    assert found[3] == ("Bắc Ninh", "2025", None, "not-separable", None, True)
    assert [row[2] for row in found] == [150, 100, 101, None, 40]


def _merged(tmp_path: Path, *said: str) -> list[tuple]:
    pages = zip(("Bắc Ninh", "Bắc Giang"), (2023, 2023), said)
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": _said(*page)}) for page in pages), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl")
    return corpus.panel("2025").project('indicator_id, value, "to", approx, method').order("ALL").fetchall()


def test_ranges_are_added_up_as_ranges(tmp_path):
    said = "doanh thu viễn thông đạt từ {} tỷ đồng."
    found = _merged(tmp_path, said.format("1.000 đến 1.200"), said.format("500 đến 700"))
    assert found == [("revenue.telecom", 1_500 * 10**9, 1_900 * 10**9, "exact", "sum")]
    corpus = tongket.Corpus(tmp_path / "out")
    reported = corpus.panel().project('value, "to"').order("ALL").fetchall()
    assert reported == [(500 * 10**9, 700 * 10**9), (1000 * 10**9, 1200 * 10**9)]


def test_a_range_and_a_figure_are_added_up_as_a_range(tmp_path):
    said = "doanh thu viễn thông đạt {} tỷ đồng."
    found = _merged(tmp_path, said.format("từ 1.000 đến 1.200"), said.format("500"))
    assert found == [("revenue.telecom", 1_500 * 10**9, 1_700 * 10**9, "exact", "sum")]


def test_figures_without_a_number_are_none(tmp_path):
    # More decimals than a column has: there is a diagnostic, and no value.
    found = _merged(tmp_path, _OFFICES.format(100), _OFFICES.format("1,0000000001"))
    assert found == [("post.offices", None, None, "exact", "incomplete")]
    corpus = tongket.Corpus(tmp_path / "out")
    assert corpus.sql("SELECT count(*) FROM measures WHERE value IS NULL").fetchall() == [(1,)]
    assert corpus.sql("SELECT DISTINCT value, rank FROM candidates").fetchall() == [(100, 1)]


def test_rates_are_not_added_up(tmp_path):
    said = "tỷ lệ hộ nghèo còn {}%."
    pages = [("Bắc Ninh", 2023, said.format("1,2")), ("Bắc Giang", 2023, said.format("2,2"))]
    assert _panel(tmp_path, pages, "2025", "poverty.rate") == [("Bắc Ninh", "2023", None, "not-additive", None, False)]


def test_shares_of_known_wholes_are_weighted(tmp_path):
    said = "{} xã có Internet băng rộng."
    pages = [("Bắc Ninh", 2023, said.format("100/126")), ("Bắc Giang", 2023, said.format("200/209"))]
    ((_, _, value, method, *_),) = _panel(tmp_path, pages, "2025", "internet.communes")
    assert (value, method) == (300, "weighted")


def test_the_former_ha_tay_is_a_part_of_ha_noi(tmp_path):
    pages = [("Hà Tây", 2006, _OFFICES.format(80)), ("Hà Nội", 2006, _OFFICES.format(90))]
    pages += [("Hà Nội", 2009, _OFFICES.format(180))]
    for boundaries in ("2008", "2025"):
        assert _panel(tmp_path, pages, boundaries, "post.offices") == [
            ("Hà Nội", "2006", 170, "sum", None, False),
            ("Hà Nội", "2009", 180, "reported", None, True),
        ]
    with pytest.raises(ValueError, match="boundaries must be"):
        tongket.Corpus(tmp_path / "out-2008").panel("1976")


def test_provinces():
    provinces = tongket.gazetteer()
    assert len(provinces) == 64
    assert len({province.gso for province in provinces.values()}) == 64
    merged = [province for province in provinces.values() if province.gso_2025 is not None]
    assert len(merged) == 34
    assert len({province.gso_2025 for province in merged}) == 34
    # The code of the merged province is that of one of those which it was made of.
    for province in merged:
        parts = {other.gso for other in provinces.values() if other.successor == province.code}
        assert province.gso_2025 in parts
    assert {province.code for province in merged} == {province.successor for province in provinces.values()}
    assert all((p.until is None) == (p.successor == p.code) for p in provinces.values())


def test_indicators_say_whether_they_add_up():
    catalogue = tongket.indicators()
    assert catalogue["revenue.telecom"].additive
    assert not catalogue["poverty.rate"].additive
    assert (catalogue["bts.total"].time, catalogue["revenue.postal"].time) == ("stock", "flow")
    assert catalogue["revenue.postal"].unit == "VND"
    assert not any(i.additive for i in catalogue.values() if i.dimension in ("percent", "rate", "ratio", "rank"))


# ---- looking -------------------------------------------------------------------------------------------------------


def test_tables_for_others(tmp_path):
    import duckdb

    corpus = run(tmp_path / "out", folder(tmp_path / "in"))
    expected = rows(corpus, "measures", ())
    (path,) = corpus.export(tmp_path / "p", tables=["measures"])
    assert duckdb.read_parquet(str(path)).fetchall() == expected
    written = corpus.export(tmp_path / "c", "csv")
    assert {path.stem for path in written} == {*TABLES, "duplicates"}
    (path,) = corpus.export(tmp_path / "j", "jsonl", ["people"])
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(rows(corpus, "people"))
    (path,) = corpus.export(tmp_path / "all.duckdb", "duckdb")
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.sql("SELECT * FROM measures").fetchall() == expected
    with pytest.raises(tongket.CorpusError, match="is there already"):
        corpus.export(path, "duckdb")
    # One that did not come to its end leaves nothing that stands in the way.
    (tmp_path / "next.duckdb.tmp").write_bytes(b"")
    assert corpus.export(tmp_path / "next.duckdb", "duckdb", ["panel"]) == [tmp_path / "next.duckdb"]
    assert not list(tmp_path.glob("*.tmp*"))
    with pytest.raises(tongket.CorpusError, match="no such table"):
        corpus.export(tmp_path / "x", tables=["x"])
    with pytest.raises(tongket.CorpusError, match="no such table"):
        corpus.table("x")


def test_no_cell_of_a_csv_is_run(tmp_path):
    text = SAMPLE.read_text(encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "=1+1", "text": text}), encoding="utf-8")
    corpus = run(tmp_path / "out", tmp_path / "a.jsonl")
    (path,) = corpus.export(tmp_path / "c", "csv", ["reports"])
    assert ",'=1+1," in path.read_text(encoding="utf-8")
    done = program("sql", corpus.path, "SELECT source_id FROM reports", "--format", "csv")
    assert done.stdout.split() == ["source_id", "'=1+1"]


def test_files_are_those_of_the_manifest(tmp_path):
    pl = pytest.importorskip("polars")
    corpus = run(tmp_path / "out", folder(tmp_path / "in"))
    corpus.run(genre="all", workers=1)
    assert len(list((corpus.path / "shards").iterdir())) == 2
    assert len(corpus.files("reports")) == 1
    assert pl.scan_parquet(corpus.files("reports")).collect().height == 7


def test_no_corpus(tmp_path):
    for look in ("status", "verify", "connect", "compact", "dedup", "migrate", "retry"):
        with pytest.raises(tongket.CorpusError, match="is no corpus"):
            getattr(tongket.Corpus(tmp_path / "none"), look)()
    with pytest.raises(tongket.CorpusError, match="needs an input"):
        tongket.Corpus(tmp_path / "none").run()
    assert not (tmp_path / "none").exists()
    with pytest.raises(ValueError, match="genre must be"):
        tongket.Corpus(tmp_path / "none").run(SAMPLE, genre="some")
    with pytest.raises(ValueError, match="workers must be"):
        tongket.Corpus(tmp_path / "none").run(SAMPLE, workers=0)
    with pytest.raises(tongket.CorpusError, match="no such input"):
        tongket.Corpus(tmp_path / "none").run(tmp_path / "nothing")
    assert not (tmp_path / "none").exists()


def test_parquet_without_a_text(tmp_path):
    pq.write_table(pa.table({"words": ["Sở Y tế"]}), tmp_path / "a.parquet")
    corpus = tongket.Corpus(tmp_path / "out")
    with pytest.raises(tongket.CorpusError, match=r"has no column text or content .*, but words"):
        corpus.run(tmp_path / "a.parquet", workers=1)
    assert corpus.run(text="words", genre="all", workers=1).reports == 1


# ---- the program ---------------------------------------------------------------------------------------------------


def test_the_program(tmp_path, capfd):
    out = str(tmp_path / "out")

    def call(command: str, *given: object, status: int = 0) -> str:
        assert __main__.main(["corpus", command, out, *map(str, given)]) == status
        return capfd.readouterr().out

    where = folder(tmp_path / "in", 4)
    done = program("run", out, where, "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["reports"] == 4
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert [event["event"] for event in events] == ["begin", "shard", "end"]
    assert json.loads(call("status"))["reports"] == 4
    assert call("verify") == ""
    assert json.loads(call("sql", "SELECT count(*) AS n FROM reports", "--format", "jsonl")) == {"n": 4}
    query = "SELECT 1.5::DECIMAL(38, 9) AS a, 918000000000::DECIMAL(38, 9) AS b, DATE '2020-01-02' AS c"
    assert call("sql", query, "--format", "jsonl") == '{"a": 1.5, "b": 918000000000, "c": "2020-01-02"}\n'
    told = call("panel", "--boundaries", "2025", "--format", "csv")
    assert told.startswith("province,period,indicator,value,unit")
    assert "│" in call("panel")
    assert json.loads(call("dedup")) == {"exact": 0, "near": 0}
    assert json.loads(call("compact"))["after"] == 1
    assert json.loads(call("migrate")) == {"shards": 0}
    assert call("export", tmp_path / "p", "--table", "panel") == f"{tmp_path / 'p' / 'panel.parquet'}\n"
    (where / "a.txt").write_bytes(b"")
    assert json.loads(call("run", "--max-failures", "50%", "--workers", "1", status=1))["failures"] == 1
    assert json.loads(call("retry", "empty", "--workers", "1", status=1))["failures"] == 1
    call("run", "--keep-text", "--host", "*.vn", "--workers", "1", status=1)
    assert json.loads(call("sql", "SELECT count(text_source) AS n FROM reports", "--format", "jsonl")) == {"n": 4}
    call("run", "--no-keep-text", "--no-host", "--no-lexicon", "--workers", "1", status=1)
    assert manifest.read(Path(out)).options["hosts"] == []
    assert json.loads(call("sql", "SELECT count(text_source) AS n FROM reports", "--format", "jsonl")) == {"n": 0}
    with pytest.raises(SystemExit, match="2"):
        call("retry", "foo")
    assert json.loads(call("repair")) == {"shards": 0, "pages": 0}
    call("sql", "SELECT nothing FROM reports", status=1)
    assert json.loads(call("forget", "in")) == {"shards": 2}
    with pytest.raises(SystemExit, match="2"):
        __main__.main(["corpus", "run"])
    assert __main__.main(["corpus", "status", str(tmp_path / "none")]) == 1
    assert "is no corpus" in capfd.readouterr().err


def test_ctrl_c_leaves_a_corpus_that_goes_on(tmp_path):
    where = folder(tmp_path / "in", 200)
    environment = patched(tmp_path / "site", _SMALL_SHARDS)
    command = [sys.executable, "-m", "tongket", "corpus", "run", str(tmp_path / "out"), str(where), "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    for line in process.stderr:
        if '"shard"' in line:
            break
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted" in told
    assert "Traceback" not in told
    corpus = tongket.Corpus(tmp_path / "out")
    assert 0 < corpus.status().reports < 200
    assert corpus.verify() == []


class _Seen(Progress):
    def __init__(self) -> None:
        self.events: list[str] = []

    def begin(self, shards: int) -> None:
        self.events.append(f"begin {shards}")

    def shard(self, made: dict) -> None:
        self.events.append(f"shard {made['pages']}")

    def end(self, outcome: tuple) -> None:
        self.events.append("end")


def test_progress(tmp_path):
    seen = _Seen()
    tongket.Corpus(tmp_path / "out").run(folder(tmp_path / "in", 3), workers=1, progress=seen)
    assert seen.events == ["begin 1", "shard 3", "end"]


def test_old_rows_are_conformed():
    today = pa.schema([("a", pa.int64()), ("b", pa.string()), ("c", pa.list_(pa.date32()))])
    table = upkeep._conformed(pa.table({"b": ["x"], "a": pa.array([1], pa.int32()), "gone": [1]}), today)
    assert table.schema == today
    assert table.to_pylist() == [{"a": 1, "b": "x", "c": None}]


def test_the_code_of_the_page(tmp_path, monkeypatch):
    page = (ROOT / "docs" / "corpus.md").read_text("utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    pytest.importorskip("pandas")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    # A script of somebody's, which no process runs but the one that somebody began.
    script = tmp_path / "script.py"
    script.write_text(f'print("begun")\n{block}\nprint(list(panel.columns[:3]))\n', encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("begun") == 1
    assert done.stdout.endswith("['province', 'period', 'indicator']\n")
    codes = {str(code) for code in tongket.corpus.FailureCode}
    assert codes <= set(re.findall(r"`([a-z0-9_-]+)`", page)), "a code that the page does not name"
    assert set(shards.SCHEMAS["reports"].names) >= set(shards.PROVENANCE.names)
    assert all(f"`{name}`" in page for name in shards.PROVENANCE.names)
