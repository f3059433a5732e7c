# SPDX-License-Identifier: BSL-1.0
"""Reports in saved HTML pages."""

from __future__ import annotations

import datetime
import html
import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import tongket
from conftest import SAMPLE
from spans import check_spans
from tongket import _story, _worker

LINES = [line for line in SAMPLE.read_text("utf-8").splitlines() if line.strip()]
TITLE, BODY = LINES[0], LINES[2:-1]
PAGE = f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{TITLE} - Cổng thông tin</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Cổng thông tin Hà Nam">
<meta property="article:published_time" content="2017-01-13T10:05:00+07:00">
<meta name="author" content="Ngọc Trâm">
<script>var tracking = "không phải bài";</script></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/lien-he">Liên hệ</a></li></ul></nav>
<main><article><h1>{TITLE}</h1>{"".join(f"<p>{html.escape(line)}</p>" for line in BODY)}</article></main>
<footer><p>Số lượt truy cập: 1.234.567</p></footer></body></html>"""


def check(report: tongket.Report) -> None:
    plain = tongket.parse_file(SAMPLE)
    assert report.page.title == TITLE
    assert report.page.date == datetime.date(2017, 1, 13)
    assert report.page.author == "Ngọc Trâm"
    assert "Trang chủ" not in report.source
    assert "1.234.567" not in report.source
    assert check_spans(report) > 50
    assert report.title.text == TITLE
    assert report.published.date == datetime.date(2017, 1, 13)
    assert report.meeting.date == plain.meeting.date
    assert [m.value for m in report.measures] == [m.value for m in plain.measures]


def test_text_and_bytes():
    for page in (PAGE, PAGE.encode(), PAGE.encode("utf-16"), '<?xml version="1.0" encoding="utf-8"?>\n' + PAGE):
        report = tongket.parse_html(page, id="page", url="https://example.org/a")
        check(report)
        assert report.id == "page"
        assert report.page.url == "https://example.org/a"
    assert tongket.parse_html(PAGE.encode()).page.encoding == "UTF-8"


@pytest.mark.parametrize("scheme", ["TCVN3", "VNI"])
def test_legacy_letters(scheme):
    page = tongket.encode_legacy(PAGE.replace("–", "-"), scheme)
    report = tongket.parse_html(page.encode("cp1252", "ignore"))
    assert scheme in report.page.encoding
    assert report.meeting.organizer.province == "VN-63"
    assert len(report.measures) > 40


def test_the_page_is_kept():
    report = tongket.parse_html(PAGE)
    again = tongket.Report.from_json(report.to_json(with_source=True))
    assert again.page.title == report.page.title
    assert again.page.date == report.page.date
    assert pickle.loads(pickle.dumps(report)).page == report.page


NO_STORY = "no story was found"
LINKS = "<ul><li><a href='/'>Trang chủ</a><li><a href='/b'>Tin tức</a></ul>"


@pytest.mark.parametrize("time_limit", [30, None])
@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Doanh thu năm 2016 đạt 5 tỷ đồng</p>", "Doanh thu năm 2016 đạt 5 tỷ đồng"),
        (f"<html><head><title>Sở  Y tế</title></head><body>{LINKS}", "Sở Y tế\n\nTrang chủ\nTin tức"),
        ("<p>x", "x"),
    ],
)
def test_a_page_without_a_story_is_read_whole(page, text, time_limit):
    for given in (page, page.encode("utf-16")):
        report = tongket.parse_html(given, time_limit=time_limit)
        assert report.source == text
        assert [(d.code, d.severity) for d in report.diagnostics if NO_STORY in d.message] == [("no-story", "warning")]
        assert tongket.Report.from_json(report.to_json(with_source=True)) == report
        check_spans(report)
    if page.startswith("<"):
        read = tongket.read(page.encode(), time_limit=time_limit)
        assert (read.source, "no-story" in [d.code for d in read.diagnostics]) == (text, True)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Doanh thu <b>bưu chính</b><br>đạt <i>5</i>\n tỷ đồng", "Doanh thu bưu chính\nđạt 5 tỷ đồng"),
        ("<div>Một<p>hai</p>ba<ul><li>bốn<li>năm</ul>sáu</div>", "Một\nhai\nba\nbốn\nnăm\nsáu"),
        ("<p>Sở<script>x()</script> Y tế<!-- a --> họp<style>p {}</style></p>", "Sở Y tế họp"),
        (
            "<table><tr><th>Chỉ tiêu<th>ĐVT<th>2016<tr><td><p>Doanh\tthu</p><p>(gộp)</p><td>tỷ\nđồng<td>5</table>",
            "Chỉ tiêu\tĐVT\t2016\nDoanh thu (gộp)\ttỷ đồng\t5",
        ),
        ("<body><select><option>2016</select><noscript>a</noscript><svg><text>b</text></svg>c", "c"),
    ],
)
def test_all_text_of_a_page(page, text):
    assert _story._whole(page) == ({"whole": text}, 0)


def test_a_page_with_a_story_has_no_such_warning():
    assert "no-story" not in [d.code for d in tongket.parse_html(PAGE).diagnostics]


SHELL = "<!DOCTYPE html><html><head><title>Sở Y tế</title><script src='a.js'></script></head><body><div id='app'>"
SHELL += "</div><noscript>Hãy bật JavaScript</noscript><script>start('Thu 5 tỷ đồng')</script></body></html>"


@pytest.mark.parametrize("page", [SHELL, "<html></html>", "<p>", "", " \n", "<p>&nbsp;</p>"])
def test_pages_without_text_are_refused(page):
    for given in (page, page.encode()):
        with pytest.raises(tongket.Error, match="a page of HTML without text, as of one that scripts fill") as caught:
            tongket.parse_html(given)
        assert caught.value.code == "no_text"
    if page == SHELL:
        with pytest.raises(tongket.Error, match="that scripts fill: save what the browser shows"):
            tongket.read(page.encode())


def test_a_parser_of_ones_own():
    with pytest.raises(tongket.Error):
        tongket.parse_html(PAGE, parser=tongket.Parser(max_input_bytes=10))


# ---- pages that are meant to hurt ----------------------------------------------------------------------------------


def test_large_pages_are_refused():
    for page in (PAGE, PAGE.encode()):
        with pytest.raises(tongket.Error) as caught:
            tongket.parse_html(page, max_bytes=1000)
        assert caught.value.code == "input_too_large"
        assert tongket.parse_html(page, max_bytes=len(PAGE.encode())).measures


@pytest.mark.parametrize("time_limit", [30, None])
def test_deep_pages_are_refused(time_limit):
    for page in (PAGE.replace("<main>", "<div>" * 260), "<html><head></head><body>" + "<b>" * 1000000):
        with pytest.raises(tongket.Error, match="255 elements deep") as caught:
            tongket.parse_html(page, time_limit=time_limit)
        assert caught.value.code == "invalid_html"


def test_slow_pages_are_given_up():
    slow = "<html><body>" + "<p>x " * 300000
    begun = time.monotonic()
    with pytest.raises(tongket.Error, match=r"not read within 0\.5 seconds") as caught:
        tongket.parse_html(slow, time_limit=0.5)
    assert caught.value.code == "time_limit"
    assert time.monotonic() - begun < 20
    # The next page is read by another worker.
    check(tongket.parse_html(PAGE))


def test_workers_are_kept_and_replaced():
    tongket.parse_html(PAGE)
    (worker, *_) = _worker._idle
    tongket.parse_html(PAGE)
    assert worker in _worker._idle
    worker._process.kill()
    worker._process.wait()
    check(tongket.parse_html(PAGE))
    with ThreadPoolExecutor(3) as pool:
        for report in pool.map(tongket.parse_html, [PAGE] * 6):
            check(report)


def test_a_worker_that_dies_is_an_error(monkeypatch):
    tongket.parse_html(PAGE)
    worker = _worker._idle[-1]
    begin = worker.begin

    def begin_and_die(*request):
        begun = begin(*request)
        worker._process.kill()
        worker._process.wait()
        return begun

    monkeypatch.setattr(worker, "begin", begin_and_die)
    with pytest.raises(tongket.Error, match="ends the program") as caught:
        tongket.parse_html(PAGE)
    assert caught.value.code == "invalid_html"
    check(tongket.parse_html(PAGE))


ENTITIES = "".join(f"<!ENTITY a{i} '&a{i - 1};&a{i - 1};'>" for i in range(1, 99))
ODD = [
    "\ud800" + PAGE,
    PAGE.replace("<p>", "<p>\udfff", 1),
    b"\xff\xfe" * 5000,
    bytes(range(256)) * 40,
    f"<!DOCTYPE x [<!ENTITY a0 'bbbbbbbbbbbb'>{ENTITIES}]>&a98;",
    "<p " + "a=1 " * 100000 + ">",
    PAGE.replace("2017-01-13T10:05:00+07:00", "2017-99-99"),
    PAGE.replace("Ngọc Trâm", "\x00" * 50),
    "<meta http-equiv=refresh content='0;url=//x'>" * 1000 + PAGE,
]


@pytest.mark.parametrize("time_limit", [30, None])
@pytest.mark.parametrize("page", ODD, ids=range(len(ODD)))
def test_odd_pages_are_read_or_refused_by_us(page, time_limit):
    try:
        report = tongket.parse_html(page, time_limit=time_limit)
    except tongket.Error:
        return
    assert report.page is not None


NUMBERED = "<p>Năm 2016, doanh thu bưu chính đạt 109%s tỷ đồng, tăng 5%% so với năm 2015.</p>"


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>3</sup>",
        "<sup> (1) </sup>",
        "<sup>[2]</sup>",
        "<sup>*</sup>",
        "<sup>1,2</sup>",
        '<sup><a href="#n"><sup>3</sup></a></sup>',
        '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
        '<span style="font-size:8pt;vertical-align: super">3</span>',
    ],
)
def test_marks_of_footnotes_are_no_digits(mark):
    report = tongket.parse_html(NUMBERED % mark)
    assert report.source == "Năm 2016, doanh thu bưu chính đạt 109 tỷ đồng, tăng 5% so với năm 2015."
    assert report.measures[0].value == 109_000_000_000
    told = [d.message for d in report.diagnostics if d.code == "footnote-marks"]
    assert [message.split(" of ")[0] for message in told] == ["a mark"]
    assert "footnote-marks" in [d.code for d in tongket.read((NUMBERED % mark).encode()).diagnostics]


def test_marks_in_a_story_are_counted():
    marked = PAGE.replace(" tỷ đồng", "<sup>4</sup> tỷ đồng").replace("</p>", "<sup>5</sup></p>", 1)
    report, plain = tongket.parse_html(marked), tongket.parse_html(PAGE)
    assert report.source == plain.source
    count = PAGE.count(" tỷ đồng") + 1
    told = [d.message for d in report.diagnostics if d.code == "footnote-marks"]
    assert [message.split()[0] for message in told] == [str(count)]
    assert "footnote-marks" not in [d.code for d in plain.diagnostics]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Rộng 1.200 m<sup>2</sup>, <b>45</b>km<sup>2</sup>", "Rộng 1.200 m², 45km²"),
        ("Chứa 5 triệu <b>m</b><sup>3</sup>/ngày", "Chứa 5 triệu m³/ngày"),
        ("Rộng 12 m <sup>2</sup>", "Rộng 12 m 2"),
        ("Rộng 12 m<sup>2</sup><sup>(1)</sup>, 5 m<sup>2(2)</sup>", "Rộng 12 m², 5 m²"),
        ("Được 15 x 10<sup>3</sup> tấn", "Được 15 x 10³ tấn"),
        ("Được 110<sup>3</sup> tấn", "Được 110 tấn"),
        ("Trồng 12 ha<sup>2</sup>, 5 m<sup>4</sup>", "Trồng 12 ha, 5 m"),
        ("Nhóm<sup>2</sup> và chấm<sup>3</sup>", "Nhóm và chấm"),
        ("Nóng 38<sup>0</sup>C, 38<sup>o</sup>C", "Nóng 38°C, 38oC"),
        ("Ngày 20<sup>th</sup>, <sup>1</sup>/<sub>2</sub> số xã", "Ngày 20th, 1/2 số xã"),
        ("<p>Có 12 xã<p><sup>1</sup> Gồm 2 xã đảo", "Có 12 xã\nGồm 2 xã đảo"),
    ],
)
def test_powers_are_no_marks(page, text):
    assert _story._whole(page)[0] == {"whole": text}
