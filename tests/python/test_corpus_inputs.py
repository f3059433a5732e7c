# SPDX-License-Identifier: BSL-1.0
"""What a corpus finds in its inputs: every page by itself, and what is odd or damaged costs no other page."""

from __future__ import annotations

import datetime
import gzip
import html
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

import made
from conftest import EXAMPLES

pa = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")
pytest.importorskip("fastwarc")

import pyarrow.parquet as pq  # noqa: E402

from tongket.corpus import inputs, pages  # noqa: E402
from tongket.corpus.failures import Failure  # noqa: E402
from tongket.corpus.options import Options  # noqa: E402
from tongket.corpus.work import Maker, Task  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [path.read_text("utf-8") for path in EXAMPLES]


# ---- helpers -------------------------------------------------------------------------------------------------------


def found_in(path: Path) -> list[pages.Page | Failure]:
    """What is found in a file or folder."""
    files = {file.key: file for file in inputs.files_of(path.name, str(path))}
    pieces = [piece for shard in inputs.cut(files.values()) for piece in shard]
    return [each for piece in pieces for each in pages.pages(piece, files[piece.file].path, pages.Columns())]


def texts_of(found: list[pages.Page | Failure]) -> list[str]:
    data = [each.data for each in found if isinstance(each, pages.Page)]
    return [each if isinstance(each, str) else each.decode() for each in data]


def failures_of(found: list[pages.Page | Failure]) -> list[tuple[str, str]]:
    return [(each.id, str(each.code)) for each in found if isinstance(each, Failure)]


def shard_of(path: Path, where: Path, **options: object) -> dict[str, pa.Table]:
    """The tables that are made of a file or folder, in this process."""
    files = {file.key: file.path for file in inputs.files_of(path.name, str(path))}
    pieces = [piece for shard in inputs.cut(inputs.files_of(path.name, str(path))) for piece in shard]
    (where / "shards").mkdir(parents=True)
    made_shard = Maker(Options(**options), [-1, -1]).make(Task("a", str(where / "shards"), pieces, files, 1))
    return {name: pq.read_table(where / "shards" / "a" / f"{name}.parquet") for name in made_shard["tables"]}


def lines(texts: list[str], **more: object) -> bytes:
    return b"".join(json.dumps({"text": text, **more}).encode() + b"\n" for text in texts)


def warc(texts: list[str]) -> bytes:
    records = []
    for number, text in enumerate(texts):
        page = made.page(text.splitlines()).encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://so.vn/{number}\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(records)


def archive(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return file.getvalue()


def parquet(**columns: object) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, row_group_size=3)
    return file.getvalue()


# ---- WARC ----------------------------------------------------------------------------------------------------------


def test_records_in_one_gzip_member_are_pages_of_their_own(tmp_path):
    file = tmp_path / "one.warc.gz"
    file.write_bytes(gzip.compress(warc(TEXTS)))
    found = found_in(file)
    assert len({page.id for page in found}) == len(TEXTS)
    assert [page.url for page in found] == [f"http://so.vn/{number}" for number in range(len(TEXTS))]
    assert [page.data.decode() for page in found] == [made.page(text.splitlines()) for text in TEXTS]
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    found = found_in(file)
    assert failures_of(found) == [(found[-1].id, "truncated-gzip")]
    assert 0 < len(texts_of(found)) < len(TEXTS)


def test_what_a_record_holds(tmp_path):
    page = made.page(TEXTS[0].splitlines()).encode()

    def record(kind: str, *heads: str, http: str | None = None, data: bytes = page) -> bytes:
        block = (f"HTTP/1.1 200 OK\r\n{http}\r\n\r\n".encode() if http is not None else b"") + data
        head = "\r\n".join(["WARC/1.0", f"WARC-Type: {kind}", *heads, f"Content-Length: {len(block)}"])
        return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"

    http = "Content-Type: application/http"
    file = tmp_path / "a.warc"
    text = TEXTS[0].encode()
    file.write_bytes(
        record("response", http, http="Content-Type: text/html")
        + record("response", http, http="Server: a")
        + record("response", http, http="Content-Type: text/plain; charset=utf-8", data=text)
        + record("resource", "Content-Type: text/html")
        + record("conversion", "Content-Type: text/plain", data=text)
        # None of these is a page.
        + record("response", http, http="Server: a", data=b"\x89PNG\r\n\x1a\n")
        + record("response", http, http="Content-Type: image/png", data=b"\x89PNG\r\n\x1a\n")
        + record("response", "Content-Type: text/dns", data=b"20200102030405\r\nso.vn. 60 IN A 192.0.2.1\r\n")
        + record("resource", "Content-Type: image/png", data=b"\x89PNG\r\n\x1a\n")
        + record("request", http, data=b"GET / HTTP/1.1\r\n\r\n")
    )
    assert [str(page.kind) for page in found_in(file)] == ["html", "html", "text", "html", "text"]


# ---- JSON lines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "first",
    [b'{"id": 1, "text": "trunc', b"null", b"[1, 2]", b'"x"', b"# c", b"{}", b"\xef\xbb\xbf{}", b"\n" * 70_000, b"{"],
    ids=lambda first: repr(first[:9]),
)
def test_a_bad_first_line_costs_itself(tmp_path, first, packed):
    data = first + b"\n" + lines(TEXTS)
    (tmp_path / "a.jsonl").write_bytes(gzip.compress(data) if packed else data)
    found = found_in(tmp_path / "a.jsonl")
    assert texts_of(found) == TEXTS
    assert len(failures_of(found)) == bool(first.strip())


def test_lines_longer_than_what_is_looked_at(tmp_path):
    for number, data in enumerate(
        (
            b'{ "id": 1, "text": "' + b"a" * 70_000 + b'"}\n' + lines(TEXTS),
            b"null\n" + lines(["a" * 70_000, *TEXTS]),
            lines(["a" * 40_000, "b" * 40_000, *TEXTS]),
        )
    ):
        (tmp_path / f"{number}.jsonl").write_bytes(data)
        assert texts_of(found_in(tmp_path / f"{number}.jsonl"))[-len(TEXTS) :] == TEXTS


@pytest.mark.parametrize(
    "data",
    [
        TEXTS[0].encode(),
        TEXTS[0].encode() + b'\n{"a": 1}\n',
        b"<html><script type='application/ld+json'>\n" + b'{"@type": "NewsArticle"}\n' * 9 + b"</script></html>",
        b'{\n  "text": "a",\n  "id": 1\n}\n',
        b'{"text": "a",\n "body": "' + b"b" * 99 + b'"}\n',
        b'[\n{"text": "a"},\n{"text": "b"}\n]\n',
        b"{" * 99,
    ],
)
def test_what_is_no_file_of_json_lines(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    assert inputs.kind_of(io.BytesIO(data)) is inputs.InputKind.file
    assert [each.id for each in found_in(tmp_path / "a")] == ["a"]


def test_lone_surrogates_in_what_is_told_of_a_page(tmp_path):
    data = b'{"text": "", "url": "http://x/\\ud800"}\n{"text": 1, "id": "\\ud800"}\n'
    told = json.dumps({"text": TEXTS[0], "url": "http://x/\ud800", "id": "\udc00", "fetched": "\ud8ff"})
    (tmp_path / "a.jsonl").write_bytes(data + told.encode() + b"\n")
    tables = shard_of(tmp_path / "a.jsonl", tmp_path / "out")
    assert tables["failures"]["url"].to_pylist() == ["http://x/\\ud800", None]
    (report,) = tables["reports"].select(["url", "source_id", "fetched"]).to_pylist()
    assert report == {"url": "http://x/\\ud800", "source_id": "\\udc00", "fetched": "\\ud8ff"}


# ---- Parquet -------------------------------------------------------------------------------------------------------


def test_values_that_python_has_none_for(tmp_path):
    bad = "Sở Y tế tổng kết năm 2016".encode()[:-3] + b"\xff 16"
    texts = pa.array([TEXTS[0].encode(), bad, *(text.encode() for text in TEXTS[1:])], pa.binary())
    urls = pa.array([b"http://x/\xff", *[b"http://x/"] * len(TEXTS)], pa.binary())
    times = pa.array([0, 1, 1 << 62, *[0] * (len(TEXTS) - 2)], pa.timestamp("us"))
    as_text = {"text": texts.view(pa.string()), "url": urls.view(pa.string()), "fetched": times}
    (tmp_path / "a.parquet").write_bytes(parquet(**as_text))
    found = found_in(tmp_path / "a.parquet")
    assert [page.place for page in found] == list(range(len(TEXTS) + 1))
    assert [page.data for page in found] == [TEXTS[0], bad, *TEXTS[1:]]
    assert (found[0].url, found[1].url) == ("http://x/\\xff", "http://x/")
    assert found[0].fetched == datetime.datetime(1970, 1, 1).isoformat()
    assert found[2].fetched is not None
    assert str(1 << 62) in found[2].fetched


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_that_are_no_utf8_are_decoded(tmp_path, kind):
    page = "Sở Y tế tổng kết năm 2016".encode() + b"\xff"
    texts = pa.array([page, TEXTS[0].encode()], pa.binary()).view(pa.string())
    texts = texts.dictionary_encode() if pa.types.is_dictionary(kind) else texts.cast(kind)
    (tmp_path / "a.parquet").write_bytes(parquet(text=texts))
    assert [each.data for each in found_in(tmp_path / "a.parquet")] == [page, TEXTS[0]]


def test_a_damaged_row_group_costs_no_other(tmp_path):
    data = bytearray(parquet(text=[f"{number} {text}" for number, text in enumerate(TEXTS)]))
    begin = pq.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(1).column(0).data_page_offset
    data[begin : begin + 20] = b"\xff" * 20
    (tmp_path / "a.parquet").write_bytes(data)
    found = found_in(tmp_path / "a.parquet")
    assert failures_of(found) == [("a.parquet#3", "unreadable")]
    assert [page.place for page in found if isinstance(page, pages.Page)] == [0, 1, 2, 6]
    (failure,) = [each for each in found if isinstance(each, Failure)]
    assert failure.message.startswith("rows 3 to 5 are damaged")


def test_a_damaged_file_costs_no_other(tmp_path):
    where = tmp_path / "in"
    where.mkdir()
    (where / "a.parquet").write_bytes(parquet(text=TEXTS)[:-100])
    (where / "b.zip").write_bytes(archive({"a.txt": TEXTS[0].encode()})[:-50])
    (where / "c.parquet").write_bytes(parquet(words=TEXTS))
    (where / "d.txt").write_text(TEXTS[0], encoding="utf-8")
    tables = shard_of(where, tmp_path / "out")
    found = dict(zip(tables["failures"]["id"].to_pylist(), tables["failures"]["code"].to_pylist()))
    assert found == dict.fromkeys(["in/a.parquet", "in/b.zip", "in/c.parquet"], "unreadable")
    assert any("has no column text" in message for message in tables["failures"]["message"].to_pylist())
    assert tables["reports"]["id"].to_pylist() == ["in/d.txt"]


# ---- archives ------------------------------------------------------------------------------------------------------


def test_pages_in_files_in_archives(tmp_path):
    inner = {
        "a.warc": warc(TEXTS[:2]),
        "b.warc.gz": gzip.compress(warc(TEXTS[2:3])),
        "c.jsonl": lines(TEXTS[3:5]),
        "d.jsonl.gz": gzip.compress(lines(TEXTS[5:6])),
        "e.parquet": parquet(text=TEXTS[6:]),
        "f.txt": TEXTS[0].encode(),
    }
    (tmp_path / "a.zip").write_bytes(archive({**inner, "inner.zip": archive(inner)}))
    found = found_in(tmp_path / "a.zip")
    assert failures_of(found) == []
    assert len({page.id for page in found}) == len(found) == 2 * (len(TEXTS) + 1)
    assert {(page.file, page.place) for page in found} == {("a.zip", place) for place in range(7)}
    assert found[2].id == "a.zip/b.warc.gz#0"
    assert found[-1].id == "a.zip/inner.zip/f.txt"
    (tmp_path / "b.gz").write_bytes(gzip.compress(archive(inner)))
    assert len(found_in(tmp_path / "b.gz")) == len(TEXTS) + 1


def test_a_damaged_member_costs_no_other(tmp_path):
    members = {f"{number}.txt": text.encode() for number, text in enumerate(TEXTS)}
    data = bytearray(archive(members))
    data[60] ^= 1
    (tmp_path / "a.zip").write_bytes(data)
    found = found_in(tmp_path / "a.zip")
    assert failures_of(found) == [("a.zip/0.txt", "unreadable")]
    assert texts_of(found) == TEXTS[1:]
    (tmp_path / "b.zip").write_bytes(archive({"a.zip": bytes(data), "b.txt": TEXTS[0].encode()}))
    found = found_in(tmp_path / "b.zip")
    assert failures_of(found) == [("b.zip/a.zip/0.txt", "unreadable")]
    assert len(texts_of(found)) == len(TEXTS)


def test_archives_in_archives_have_bounds(tmp_path):
    data = archive({"a.txt": TEXTS[0].encode()})
    for _ in range(3):
        data = archive({"a.zip": data, "b.txt": TEXTS[0].encode()})
    (tmp_path / "a.zip").write_bytes(data)
    found = found_in(tmp_path / "a.zip")
    assert failures_of(found) == [("a.zip/a.zip/a.zip/a.zip", "input_too_large")]
    assert len(texts_of(found)) == 3


@pytest.mark.parametrize("head", ["id,text", "text;url", '"url"\t"content"'])
def test_a_table_of_pages_is_no_report(tmp_path, head):
    data = (head + "\n" + TEXTS[0]).encode()
    (tmp_path / "a.csv").write_bytes(data)
    (tmp_path / "a.zip").write_bytes(archive({"a.csv": data}))
    assert failures_of(found_in(tmp_path / "a.csv")) == [("a.csv", "unreadable")]
    assert failures_of(found_in(tmp_path / "a.zip")) == [("a.zip/a.csv", "unreadable")]
    (tmp_path / "b.txt").write_text("text, rồi, đến\n" + TEXTS[0], encoding="utf-8")
    assert failures_of(found_in(tmp_path / "b.txt")) == [("b.txt", "unreadable")]
    (tmp_path / "c.txt").write_text("Sở Y tế, Sở Nội vụ; text\n" + TEXTS[0], encoding="utf-8")
    assert failures_of(found_in(tmp_path / "c.txt")) == []


def test_documents_that_are_archives_are_documents(tmp_path):
    (tmp_path / "a.docx").write_bytes(made.docx(TEXTS[0].splitlines()))
    (page,) = found_in(tmp_path / "a.docx")
    assert (page.id, str(page.kind)) == ("a.docx", "docx")


def test_names_may_hold_anything(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a\nb.txt", "[a].txt", "http:", b"a\xff.txt".decode("utf-8", "surrogateescape")):
        (tmp_path / "in" / name).write_text(TEXTS[0], encoding="utf-8")
    found = found_in(tmp_path / "in")
    assert failures_of(found) == []
    assert [page.id for page in found] == ["in/[a].txt", "in/a\nb.txt", "in/a\\xff.txt", "in/http:"]


# ---- the hasty look ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "around",
    ["<p>z</p><ul><li>{}</ul>", '<div class="popup modal">{}</div>', '<div class="sidebar"><p>{}</div>', "<footer>{}"],
)
def test_wherever_on_a_page_a_report_stands_it_is_found(around):
    maker = Maker(Options(), [-1, -1])
    for text in TEXTS:
        page = around.format("</p><li><p>".join(map(html.escape, text.splitlines())))
        assert _may_be_report(maker, page)
    assert not _may_be_report(maker, around.format("Giá vàng hôm nay tăng mạnh. " * 20))


def test_the_hasty_look_does_not_take_long():
    maker = Maker(Options(), [-1, -1])
    began = datetime.datetime.now()
    for shape in ("<div>", "<a><b>", "<table><tr><td>"):
        _may_be_report(maker, shape * (200_000 // len(shape)) + "Giá vàng")
    assert datetime.datetime.now() - began < datetime.timedelta(seconds=20)


def _may_be_report(maker: Maker, page: str) -> bool:
    from tongket.corpus.work import _Shard

    shard = object.__new__(_Shard)
    shard._parser = maker._parser
    return shard._may_be_report(pages.Page("a", "a", 0, pages.FileKind.html, page))
