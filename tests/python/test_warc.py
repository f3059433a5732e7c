# SPDX-License-Identifier: BSL-1.0
"""A crawl as FastWARC writes it, of pages as sites make them: what `tongket corpus` finds in it."""

from __future__ import annotations

import gzip
import hashlib
import html
import io

import pytest

import tongket
from conftest import EXAMPLES
from made import windows_1258

pytest.importorskip("duckdb")
fastwarc = pytest.importorskip("fastwarc.warc")

TEXTS = {path.stem: path.read_text("utf-8") for path in EXAMPLES}
NAME = "ha-nam-2016-annual"


def site(text: str, charset: str | None = None) -> str:
    """A story as a site shows it: between its menus, scripts, comments and links."""
    title, *body = (html.escape(line) for line in text.splitlines() if line.strip())
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    menu = "".join(
        f'<li><a href="/muc/{i}">{name}</a></li>' for i, name in enumerate(["Tin tức", "Văn bản", "Liên hệ"])
    )
    links = "".join(f'<li><a href="/tin/{i}.html">Tin đã đưa số {i}</a></li>' for i in range(12))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="vi"><head>{meta}<title>{title} - Cổng thông tin</title>
<style>.story p {{ margin: 0 }}</style><script>var a = "<p>Thu 999 tỷ đồng</p>"; if (1 < 2) document.write(a);</script>
</head>
<body onload="start()"><!-- <p>Thu 888 tỷ đồng</p> --><div id="top"><ul>{menu}</ul><form><input name="q"></form></div>
<div class="content"><h1>{title}</h1><div class="story">
{"".join(f"<p><span>{line}</span></p>" for line in body)}
</div></div>
<div class="related"><h3>Tin liên quan</h3><ul>{links}</ul></div>
<div id="footer">Bản quyền thuộc về Cổng thông tin. Điện thoại: 0226.3123456</div></body></html>"""


def record(kind: str, block: bytes, url: str, **headers: str) -> bytes:
    made = fastwarc.WarcRecord()
    made.init_headers(record_type=getattr(fastwarc.WarcRecordType, kind))
    made.headers["WARC-Target-URI"] = url
    if kind in ("request", "response", "revisit"):
        made.headers["Content-Type"] = f"application/http; msgtype={'request' if kind == 'request' else 'response'}"
    for name, value in headers.items():
        made.headers[name.replace("_", "-")] = value
    made.set_bytes_content(block)
    file = io.BytesIO()
    made.write(file, checksum_data=True)
    return file.getvalue()


def answer(page: bytes, *headers: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", "Server: nginx", *headers])
    return head.encode() + b"\r\n\r\n" + page


def chunked(page: bytes, size: int) -> bytes:
    parts = [page[i : i + size] for i in range(0, len(page), size)]
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\nExpires: 0\r\n\r\n"


def run(where, records, *, packed=True, **options):
    """A corpus of one file of records."""
    file = where / ("crawl.warc.gz" if packed else "crawl.warc")
    file.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    corpus = tongket.Corpus(where / "out")
    corpus.run(file, workers=1, **options)
    return corpus


@pytest.mark.parametrize("packed", [True, False])
def test_of_a_crawl_the_pages_that_were_got(tmp_path, packed):
    kind = "Content-Type: text/html; charset=utf-8"
    records = [record("warcinfo", b"software: FastWARC\r\n", "crawl.warc")]
    for name, text in TEXTS.items():
        url = f"https://so.gov.vn/{name}.html"
        page = site(text, "utf-8").encode()
        records += [
            record("request", b"GET / HTTP/1.1\r\nHost: so.gov.vn\r\n\r\n", url),
            record("response", answer(page, kind, f"Content-Length: {len(page)}"), url),
            record("metadata", b"fetchTimeMs: 7\r\n", url),
        ]
    page = site(TEXTS[NAME]).encode()
    for status in ("301 Moved Permanently", "404 Not Found", "500 Internal Server Error"):
        records.append(record("response", answer(page, kind, status=status), "https://so.gov.vn/other"))
    records += [
        record("response", answer(b'{"a": 1}', "Content-Type: application/json"), "https://so.gov.vn/api"),
        record("response", answer(b"%PDF-1.4", "Content-Type: application/pdf"), "https://so.gov.vn/a.pdf"),
        record("revisit", answer(b"", kind), "https://so.gov.vn/again", WARC_Refers_To="<urn:uuid:1>"),
        record(
            "response", answer(site("Giá vàng\n" + "Giá vàng hôm nay tăng. " * 30).encode(), kind), "https://tin.vn/gia"
        ),
    ]
    corpus = run(tmp_path, records, packed=packed)
    status = corpus.status()
    assert (status.pages, status.reports, status.others, status.failures) == (8, 7, 1, {})
    urls = corpus.sql("SELECT url FROM reports ORDER BY url").fetchall()
    assert urls == [(f"https://so.gov.vn/{name}.html",) for name in sorted(TEXTS)]
    # Neither scripts nor comments nor the frame of the site say anything.
    assert (
        corpus.sql("SELECT text FROM measures WHERE value IN (999e9, 888e9) OR text LIKE '%3123456%'").fetchall() == []
    )
    wanted = [measure for text in TEXTS.values() for measure in tongket.parse(text).measures]
    assert corpus.sql("SELECT count(*) FROM measures").fetchall() == [(len(wanted),)]


SENT = {
    "as it is": lambda page: (page, []),
    "chunks": lambda page: (chunked(page, 1), ["Transfer-Encoding: chunked"]),
    "chunks that part letters": lambda page: (chunked(page, 101), ["transfer-encoding: Chunked"]),
    "gzip": lambda page: (gzip.compress(page), ["Content-Encoding: gzip"]),
    "gzip in chunks": lambda page: (
        chunked(gzip.compress(page), 77),
        ["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
    ),
    "gzip that Common Crawl unpacked": lambda page: (
        page,
        ["X-Crawl-Transfer-Encoding: chunked", "X-Crawl-Content-Encoding: gzip", f"Content-Length: {len(page)}"],
    ),
}
# In what it is written, what the page says of that, what its head says.
WRITTEN = {
    "UTF-8": ("utf-8", "utf-8", "utf-8"),
    "UTF-8 that nobody tells": ("utf-8", None, None),
    "UTF-8 that the server calls otherwise": ("utf-8", "utf-8", "iso-8859-1"),
    "UTF-8 that the page calls otherwise": ("utf-8", "windows-1258", "utf-8"),
    "Windows-1258": ("windows-1258", "windows-1258", "windows-1258"),
    "Windows-1258 by the server": ("windows-1258", None, "windows-1258"),
    "Windows-1258 by the page": ("windows-1258", "windows-1258", None),
    "Windows-1258 that nobody tells": ("windows-1258", None, None),
    "UTF-16": ("utf-16", "utf-16", "utf-16"),
    "TCVN3 in a page of UTF-8": ("TCVN3", "utf-8", "utf-8"),
    "UTF-8 with a byte of something else": ("damaged", "utf-8", "utf-8"),
}


def written(text: str, encoding: str, told: str | None) -> bytes:
    if encoding == "TCVN3":
        return site(tongket.encode_legacy(text, "TCVN3"), told).encode()
    page = site(text, told)
    if encoding == "damaged":
        return page.encode().replace(b"<!-- ", b"<!-- \xff ") + "ở".encode()[:2]
    return windows_1258(page) if encoding == "windows-1258" else page.encode(encoding)


def test_however_a_page_is_written(tmp_path):
    records = []
    for name, (actual, by_page, by_server) in WRITTEN.items():
        kind = "Content-Type: text/html" + (f"; charset={by_server}" if by_server else "")
        records.append(record("response", answer(written(TEXTS[NAME], actual, by_page), kind), address(name)))
    corpus = run(tmp_path, records)
    assert corpus.status().failures == {}
    told = dict(corpus.sql("SELECT url, encoding FROM reports").fetchall())
    wanted = measures_of(tongket.parse_html(site(TEXTS[NAME])))
    for name, (actual, *_) in WRITTEN.items():
        assert measures_at(corpus, address(name)) == wanted, name
        assert actual.partition("-")[0].lower() in told[address(name)].lower(), name


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1258"])
def test_however_a_page_was_sent(tmp_path, encoding):
    page = written(TEXTS[NAME], encoding, None)
    records = []
    for name, send in SENT.items():
        body, headers = send(page)
        response = answer(body, f"Content-Type: text/html; charset={encoding}", *headers)
        records.append(record("response", response, address(name)))
    corpus = run(tmp_path, records)
    assert corpus.status().failures == {}
    checksums = dict(corpus.sql("SELECT url, sha256 FROM reports").fetchall())
    assert checksums == dict.fromkeys(map(address, SENT), hashlib.sha256(page).hexdigest())
    wanted = measures_of(tongket.parse_html(page))
    assert {name: measures_at(corpus, address(name)) == wanted for name in SENT} == dict.fromkeys(SENT, True)


def test_a_page_that_was_cut_off_while_it_was_sent(tmp_path):
    page = site(TEXTS[NAME]).encode()
    body = chunked(page, 10).partition(b"0\r\nExpires")[0]
    head = ("Content-Type: Text/HTML; charset=utf-8", "Transfer-Encoding: chunked")
    cuts = range(300, 321, 2)  # in chunks, between them and within their heads
    records = [record("response", answer(body[:-cut], *head), address(str(cut))) for cut in cuts]
    corpus = run(tmp_path, records, keep_text=True)
    assert corpus.status().reports == len(cuts)
    wanted = measures_of(tongket.parse_html(page))
    for cut in cuts:
        assert measures_at(corpus, address(str(cut))) == wanted, cut
    assert corpus.sql("SELECT id FROM reports WHERE text_source LIKE '%ext=1%'").fetchall() == []


def address(name: str) -> str:
    return f"http://so.vn/{name.replace(' ', '-')}"


def measures_of(report: tongket.Report) -> list[tuple]:
    assert len(report.measures) > 10
    return [(m.text, m.value, m.unit, str(m.period), m.span.begin) for m in report.measures]


def measures_at(corpus: tongket.Corpus, url: str) -> list[tuple]:
    return corpus.sql(
        f"""SELECT text, value, unit, coalesce(period, 'None'), "begin" FROM measures
        JOIN (SELECT id FROM reports WHERE url = '{url}') USING (id) ORDER BY measure"""
    ).fetchall()
