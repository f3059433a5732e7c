# SPDX-License-Identifier: BSL-1.0
"""Reports as pictures: escaping, a real browser, charts."""

from __future__ import annotations

import html.parser
import os
import pickle
import re
import shutil
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import tongket
from conftest import SAMPLE
from tongket import _vietnamese, cards

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

SCRIPTS = (
    """<script>alert("1")</script>'"&lt;{{ 7*7 }}</div></style><!-- \x00\x1b\u202e <img src=x onerror=alert(1)>"""
    " \x7f\x9b2J\u2066"
)
EVIL = (
    SAMPLE.read_text("utf-8")
    .replace("Sáng ngày", SCRIPTS + " Sáng ngày")
    .replace("19 văn bản", '19 văn bản"><script>alert(2)</script>')
    .replace("Đinh Quang Tuyển", "Đinh Quang Tuyển' onmouseover='alert(3)")
    .replace("tổng kết", "tổng <b>kết</b>", 1)
)


class Reader(html.parser.HTMLParser):
    """Collects tags and the text of the report, and checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.skip = 0

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag in ("meta", "input"):
            return
        self.open.append(tag)
        if ("class", "tk-name") in attrs:
            self.skip = len(self.open)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.skip = 0 if len(self.open) < self.skip else self.skip

    def handle_data(self, data):
        if "div" in self.open and "style" not in self.open and not self.skip:
            self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def body(page: str) -> str:
    return page[page.index('<div class="tk-text">') : page.index("<details")]


def test_everything_is_escaped():
    report = tongket.parse(EVIL)
    assert len(report.measures) >= 40
    for page in (tongket.render(report), report._repr_html_(), tongket.breakdowns(report).svg):
        reader = read(page)
        assert not reader.tags & {"script", "img", "iframe", "link", "object"}
        assert not any(name.startswith("on") for name in reader.attributes)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", page)
    text = "".join(read("<div>" + body(tongket.render(report)) + "</div>").text)
    assert "<script>alert" in text
    assert "{{ 7*7 }}" in text


def test_every_field_is_escaped(report):
    """Other writers' JSON may have markup in any string."""
    evil = "</title></style></svg><script>alert(1)</script><img src=x onerror='alert(2)' \x1b[2J \u202e"

    free = re.compile("text|name|unit|baseline|grantor|recipient|number|issuer|message|title|honorific|source|code")

    def spoilt(value, key=""):
        if isinstance(value, dict):
            return {k: spoilt(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoilt(v, key) for v in value]
        return value + evil if isinstance(value, str) and free.fullmatch(key) else value

    data = spoilt(report.to_dict())
    data["measures"][0]["indicator_id"] = evil
    other = tongket.Report.from_dict(data)
    assert evil in other.measures[0].text
    nameless = tongket.parse("", id=evil)
    for page in (tongket.render(other), other._repr_html_(), tongket.breakdowns(other).svg, tongket.render(nameless)):
        reader = read(page)
        assert not reader.tags & {"script", "img", "iframe", "link", "object"}
        assert not any(name.startswith("on") for name in reader.attributes)
        assert not re.search("[\x1b\u202e]", page)


def test_the_page_shows_all_of_the_text(reports):
    for report in reports:
        shown = "".join(read("<div>" + body(tongket.render(report)) + "</div>").text)
        assert shown.rstrip() == report.source.rstrip()


def test_nothing_is_fetched(report):
    for page in (tongket.render(report), report._repr_html_()):
        assert not re.findall(r"(?:src|href)\s*=|@import|url\(", page)


def test_pages_can_be_made_again(report, tmp_path):
    path = tmp_path / "report.html"
    assert tongket.render(report, path) == path.read_text("utf-8") == tongket.render(report)
    # Two pictures of one report in a notebook do not share their switches.
    assert report._repr_html_() != report._repr_html_()


def test_reports_with_less_to_show():
    assert "Số liệu" not in tongket.render(tongket.parse(""))
    report = tongket.parse(EVIL)
    without_source = tongket.Report.from_json(report.to_json())
    assert "tk-zone-" not in tongket.render(without_source)
    assert "Số liệu" in tongket.render(without_source)


def test_crossing_items_are_well_formed(report):
    """Items of other writers' JSON may cross in any way."""
    data = report.to_dict(with_source=True)
    words = report.source
    data["delegations"] = [
        {"text": words[begin : begin + size], "span": [begin, begin + size]}
        for begin, size in [(0, 150), (10, 300), (5, 100), (100, 100), (150, 0), (20, 180), (0, len(words))]
    ]
    other = tongket.Report.from_dict(data)
    shown = "".join(read("<div>" + body(tongket.render(other)) + "</div>").text)
    assert shown.rstrip() == words.rstrip()


def test_breakdowns(report, tmp_path):
    picture = tongket.breakdowns(report)
    path = tmp_path / "parts.svg"
    picture.save(path)
    root = ET.parse(path).getroot()
    space = "{http://www.w3.org/2000/svg}"
    parts = [m for m in report.measures if m.part_of is not None]
    wholes = {m.part_of for m in parts}
    assert len(root.findall(f"{space}path")) == len(parts)
    roots = {whole for whole in wholes if report.measures[whole].part_of is None}
    assert len(root.findall(f"{space}g")) == len(parts) + len(roots)
    assert picture._repr_svg_() == picture.svg
    assert "no parts" in tongket.breakdowns(tongket.parse("")).svg


# ---- charts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", ["pandas", "polars", "arrow"])
def test_plot_panel(reports, backend, tmp_path):
    table = tongket.panel(reports, backend=backend)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a letter that the font lacks is a warning
        ax = tongket.plot_panel(table, "bts.total")
        ax.figure.savefig(tmp_path / "bars.png")
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert any("Hà Nam" in label for label in labels)
    assert ax.get_title() == "số trạm thu phát sóng di động (BTS)"
    assert len(tongket.plot_panel(table, "bts.total", top=2).patches) == 2
    with pytest.raises(ValueError, match="the panel has no 'x', but "):
        tongket.plot_panel(table, "x")


def test_plot_panel_over_time(report, tmp_path):
    later = report.to_dict()
    for measure in later["measures"]:
        measure["period"] = "2018"
    table = tongket.panel([report, tongket.Report.from_dict(later)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = tongket.plot_panel(table, "bts.total")
        ax.figure.savefig(tmp_path / "lines.png")
    assert [len(line.get_xdata()) for line in ax.lines] == [2]
    assert ax.get_ylabel() == "trạm"
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["tháng 12/2016", "2018"]


def test_ticks_stand_apart(report):
    made = []
    for period in ("2014", "2016", "2016-11", "2016-12"):
        data = report.to_dict()
        for measure in data["measures"]:
            measure["period"] = period
        made.append(tongket.Report.from_dict(data))
    ax = tongket.plot_panel(tongket.panel(made), "revenue.telecom")
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2014", "2016"]


def test_money_is_told_in_billions(report, tmp_path):
    ax = tongket.plot_panel(tongket.panel(report), "revenue.telecom")
    ax.figure.savefig(tmp_path / "money.png")
    assert ax.get_xlabel() == "tỷ đồng"
    assert [text.get_text() for text in ax.texts] == ["918"]
    assert not any("e+" in label.get_text() for label in ax.get_xticklabels())


# ---- parts ---------------------------------------------------------------------------------------------------------


def test_parts_show_themselves(report):
    for name in ("measures", "people", "targets", "achievements", "awards", "citations", "diagnostics", "zones"):
        items = getattr(report, name)
        assert isinstance(items, tuple)
        page = items._repr_html_()
        read(page)
        assert page.count("<tr") == (len(items) + 1 if items else 0)
        assert items or page == "<p lang='vi'>không có mục nào</p>"
        for item in items[:3]:
            card = item._repr_html_()
            read(card)
            assert card.count("<tr") >= 1
        assert items[:2] == tuple(items)[:2]
        assert items[:2]._repr_html_().count("<tr") == (len(items[:2]) + 1 if items else 0)
        assert pickle.loads(pickle.dumps(items)) == items
        assert repr(items) == repr(tuple(items))
    assert "12/01/2017" in report.meeting._repr_html_()
    money = next(m for m in report.measures if m.indicator_id == "revenue.telecom")
    page = money._repr_html_()
    assert "918" in page
    assert "tỷ đồng" in page
    assert _vietnamese.label(cards.weakest(money)) in page
    assert "<script" not in tongket.parse(EVIL).measures._repr_html_()


def test_what_was_found_shows_itself():
    text = (
        f"Sáng 18/01/2018, ông Lê Văn Bình, Phó Giám đốc Sở Y tế tỉnh Hà Nam, nêu: quý I/2018 thu 1,250 tỷ đồng. {EVIL}"
    )
    shown = {
        "quantities": ["1,25", "ambiguous-separator"],
        "dates": ["18/01/2018"],
        "periods": ["quý I/2018"],
        "people": ["Lê Văn Bình", "Phó Giám đốc"],
        "agencies": ["Sở Y tế tỉnh Hà Nam", "sở", "Hà Nam"],
    }
    for name, words in shown.items():
        page = getattr(tongket, f"find_{name}")(text)._repr_html_()
        read(page)
        assert "<script" not in page
        for each in words:
            assert each in page, name
    assert tongket.find_citations("Sở Y tế họp.")._repr_html_() == "<p lang='vi'>không có mục nào</p>"
    for item in (tongket.parse_person("ông Lê Văn Bình"), tongket.parse_agency("Sở Y tế tỉnh Hà Nam")):
        assert item.name in item._repr_html_()
    assert tongket.parse_citation("Nghị định số 64/2007/NĐ-CP")._repr_html_().count("<tr") == 3


def test_many_reports_show_themselves(tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(SAMPLE.read_text("utf-8"), "utf-8")
    (tmp_path / "03.txt").write_bytes(b"%PDF-1.7")
    for many in (tongket.parse_many(tmp_path, errors="collect"), tongket.parse_many(tmp_path)):
        page = many._repr_html_()
        read(page)
        assert page.count("<tr") == 11
        assert page.count("Sở Thông tin và Truyền thông Hà Nam") == 9
        assert "không đọc được" in page
        assert "where text is wanted" in page
        assert page.endswith("<p>… 12</p>")
        assert many.errors == []
    assert len(list(tongket.parse_many(tmp_path, errors="collect"))) == 11  # they come all the same
    page = tongket.read_many(tmp_path)._repr_html_()
    assert page.count("Hà Nam</td>") == 9
    assert page.endswith("<p>… </p>")
    assert "… " not in tongket.parse_many([SAMPLE])._repr_html_()
    assert tongket.parse_many([])._repr_html_() == "<p lang='vi'>không có mục nào</p>"
    once = tongket.parse_many(iter([SAMPLE]))
    assert "&lt;Reports, read while" in once._repr_html_()
    assert len(list(once)) == 1  # nothing was taken from it
    assert "texts (str)" in tongket.parse_many(["Sở", 5])._repr_html_()  # what is raised when they are gone through


def test_every_member_has_a_label():
    sets = [value for value in vars(tongket).values() if isinstance(value, type) and issubclass(value, str)]
    assert len(sets) > 10
    for members in sets:
        if members not in (tongket.ErrorCode, tongket.FileKind, tongket.PeriodKind, tongket.MeasureRole):
            assert all(isinstance(_vietnamese.label(member), str) for member in members), members


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("trên 520 tỷ đồng", "trên 520", "tỷ đồng"),
        ("1.027,5 tỷ đồng", "1\xa0027,5", "tỷ đồng"),
        ("35 nghìn tỷ đồng", "35", "nghìn tỷ đồng"),
        ("150.000 đồng", "150\xa0000", "đồng"),
        ("2,5 triệu đồng", "2,5", "triệu đồng"),
        ("97,5%", "97,5", "%"),
        ("158/199 xã", "158 / 199", "xã"),
        ("97 thuê bao/100 dân", "97", "thuê bao / 100 dân"),
        ("5 - 7 lớp", "5 – 7", "lớp"),
    ],
)
def test_figures_for_eyes(text, amount, unit):
    measure = tongket.parse_quantity(text)
    assert (_vietnamese.amount(measure), _vietnamese.unit(measure)) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2016", "2016"),
        ("2018-H2", "6 tháng cuối năm 2018"),
        ("2023-Q1", "quý 1/2023"),
        ("2023-9M", "9 tháng 2023"),
        ("2017-12", "tháng 12/2017"),
        ("2017-12-05", "05/12/2017"),
        ("2017-Q2..2017-Q4", "quý 2/2017 – quý 4/2017"),
    ],
)
def test_periods_for_eyes(text, told):
    assert _vietnamese.period(tongket.Period.parse(text)) == told


# ---- a real browser ------------------------------------------------------------------------------------------------


def find_chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return None


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def shots() -> Path:
    """Where the screenshots go, to be looked at."""
    folder = Path(os.environ.get("TONGKET_SCREENSHOTS", "build/screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def color(page, selector: str, what: str) -> str:
    return page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{what}")


def marked(page, selector: str) -> bool:
    return color(page, selector, "backgroundColor") != "rgba(0, 0, 0, 0)"


def tip(page, selector: str) -> str:
    return page.locator(selector).first.evaluate("e => getComputedStyle(e, '::after').content")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser(browser, report, tmp_path, shots, scheme):
    path = tmp_path / "report.html"
    tongket.render(report, path)
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1000, "height": 900}, offline=True)
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith("file:") else problems.append(r.url))
    page.goto(path.as_uri())

    light = scheme == "light"
    assert color(page, ".tongket", "backgroundColor") == ("rgb(255, 255, 255)" if light else "rgb(22, 24, 28)")

    # The legend switches a kind off and on again; the text stays.
    measure = ".tk-item.tk-measure"
    before = page.locator(".tk-text").inner_text()
    assert marked(page, measure)
    page.click("label[for=tk-r-measure]")
    assert not marked(page, measure)
    assert marked(page, ".tk-item.tk-person")
    assert page.locator(".tk-text").inner_text() == before
    page.hover(measure)
    assert tip(page, measure) == "none"
    page.click("label[for=tk-r-measure]")
    assert marked(page, measure)
    # With the keyboard as well.
    page.focus("#tk-r-measure")
    page.keyboard.press("Space")
    assert not marked(page, measure)
    page.keyboard.press("Space")

    # The other kinds and the labels are a tap away.
    assert not marked(page, ".tk-item.tk-achievement")
    page.click("label[for=tk-r-achievement]")
    assert marked(page, ".tk-item.tk-achievement")
    label = "e => getComputedStyle(e, '::before').content"
    assert page.locator(measure).first.evaluate(label) == "none"
    page.click("label[for=tk-r-label]")
    assert "documents.issued" in page.locator(measure).first.evaluate(label)
    page.screenshot(path=shots / f"report-all-{scheme}.png")
    page.click("label[for=tk-r-label]")

    # Hovering shows the fields of the innermost item only.
    page.mouse.move(1, 1)
    assert tip(page, measure) == "none"
    page.hover(measure)
    assert "documents.issued" in tip(page, measure)
    assert tip(page, ".tk-item.tk-achievement") == "none"
    page.screenshot(path=shots / f"report-{scheme}.png")
    assert problems == []
    context.close()


def test_tapping_on_a_telephone(browser, report, tmp_path, shots):
    path = tmp_path / "report.html"
    tongket.render(report, path)
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.tap(".tk-item.tk-person")
    assert "Đinh Quang Tuyển" in tip(page, ".tk-item.tk-person")
    page.screenshot(path=shots / "report-telephone.png")
    context.close()


def test_a_hostile_report_in_a_browser(browser, tmp_path):
    path = tmp_path / "report.html"
    # Without the page's own policy, which would stop scripts too.
    page_text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", tongket.render(tongket.parse(EVIL)))
    path.write_text(page_text, "utf-8")
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto(path.as_uri())
    assert '<script>alert("1")</script>' in page.locator(".tk-text").inner_text()
    assert page.locator("script").count() == 0
    page.close()


def test_two_reports_in_one_notebook(browser, report, tmp_path):
    path = tmp_path / "notebook.html"
    path.write_text(f"<body>{report._repr_html_()}{report._repr_html_()}</body>", "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    style = "getComputedStyle(e.querySelector('.tk-item.tk-measure')).backgroundColor != 'rgba(0, 0, 0, 0)'"
    states = f"Array.from(document.querySelectorAll('.tongket')).map(e => {style})"
    page.locator("label.tk-legend-measure").nth(1).click()
    assert page.evaluate(states) == [True, False]
    page.close()


def test_a_notebook_that_is_not_trusted_keeps_the_colours(browser, report, tmp_path, shots):
    """It leaves out style sheets, data and identifiers, and keeps the styles of elements."""
    kept = re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", report._repr_html_(), flags=re.DOTALL)
    kept = re.sub(r' (?:data-[a-z]+|id|for)="[^"]*"', "", kept)
    path = tmp_path / "untrusted.html"
    path.write_text(f"<meta charset='utf-8'><body>{kept}</body>", "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    for kind in ("measure", "person", "target"):
        assert marked(page, f".tk-item.tk-{kind}")
        assert page.locator(f".tk-legend-{kind}").is_visible()
    lines = page.evaluate(
        "Array.from(document.querySelectorAll('.tk-item.tk-measure')).map(e => getComputedStyle(e).borderBottomStyle)"
    )
    assert set(lines) == {"solid", "dashed", "dotted"}
    # Switches that would do nothing are not there.
    assert not page.locator(".tk-legend-award").is_visible()
    assert not page.locator(".tk-legend-label").is_visible()
    assert page.locator(".tk-text").inner_text().count("\n") > 20
    page.screenshot(path=shots / "report-untrusted.png")
    page.close()


def test_without_jinja():
    code = """
import sys
sys.modules["jinja2"] = None
import tongket
print(tongket.parse("<b>Sở Y tế</b>")._repr_html_())
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.startswith("<pre>")
    assert "<b>" not in out
