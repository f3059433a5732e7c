# SPDX-License-Identifier: BSL-1.0
"""All of one kind in any text."""

from __future__ import annotations

import copy
import datetime
import pickle
from decimal import Decimal

import pytest

import tongket
from conftest import EXAMPLES

FINDERS = [
    tongket.find_quantities,
    tongket.find_dates,
    tongket.find_periods,
    tongket.find_citations,
    tongket.find_people,
    tongket.find_agencies,
]
TEXT = (
    "\U0001f600 Sáng 18/01/2018, Sở Y tế tỉnh Hà Nam mở lớp theo Kế hoạch số 12/KH-UBND; ông Lê Văn Bình, Giám đốc Sở, "
    "cho biết 6 tháng đầu năm 2018 đã cấp 12 giấy phép, thu 3,5 tỷ đồng."
)


def words(text, found):
    return [text[item.span.slice] for item in found]


def test_each_kind_with_spans_in_code_points():
    assert words(TEXT, tongket.find_quantities(TEXT)) == ["12 giấy phép", "3,5 tỷ đồng"]
    assert words(TEXT, tongket.find_dates(TEXT)) == ["Sáng 18/01/2018"]
    assert words(TEXT, tongket.find_periods(TEXT)) == ["6 tháng đầu năm 2018"]
    assert [citation.number for citation in tongket.find_citations(TEXT)] == ["12/KH-UBND"]
    assert words(TEXT, tongket.find_people(TEXT)) == ["Lê Văn Bình"]
    assert words(TEXT, tongket.find_agencies(TEXT))[0] == "Sở Y tế tỉnh Hà Nam"


def test_values_are_those_of_the_model():
    money = tongket.find_quantities(TEXT)[1]
    assert isinstance(money, tongket.Measure)
    assert (money.value, money.unit, money.kind) == (Decimal(3500000000), "VND", tongket.MeasureKind.money)
    assert (money.indicator, money.period) == (None, None)
    day = tongket.find_dates(TEXT)[0]
    assert day == tongket.FoundDate(day.text, day.span, datetime.date(2018, 1, 18), None)
    assert tongket.find_periods(TEXT)[0].period == tongket.Period.parse("2018-H1")
    assert tongket.find_agencies(TEXT)[0].province == "VN-63"


def test_a_figure_that_is_not_surely_read_says_so():
    found = tongket.find_quantities("Thu đạt 12.34,56 tỷ đồng.")
    assert list(found) == []
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["malformed-number"]
    text = "Ước thu đạt 1,250 tỷ đồng."
    found = tongket.find_quantities(text)
    assert len(found) == 1
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["ambiguous-separator"]
    assert found.diagnostics[0].span == found[0].span


def test_days_and_periods_without_a_year():
    text = "Chiều 6-2 tổng kết quý I."
    for finder in (tongket.find_dates, tongket.find_periods):
        assert len(finder(text)) == 0
        assert [diagnostic.code for diagnostic in finder(text).diagnostics] == ["no-year"]
        assert finder(text, 2018).diagnostics == ()
    assert tongket.find_dates(text, 2018)[0].date == datetime.date(2018, 2, 6)
    assert str(tongket.find_periods(text, default_year=2018)[0].period) == "2018-Q1"


def test_what_is_found_is_a_sequence():
    found = tongket.find_quantities(TEXT)
    assert (len(found), found[-1], found[:1]) == (2, found.items[1], (found.items[0],))
    assert found[0] in found
    assert list(reversed(found)) == list(found.items)[::-1]
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.copy(found) == found
    assert hash(found) == hash(tongket.find_quantities(TEXT))
    assert found != tongket.find_quantities("Cấp 12 giấy phép.")
    assert not tongket.find_quantities("Không có gì.")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_parse_reads_no_other_way(path):
    report = tongket.parse_file(path)
    quantities = {(m.span, m.text) for m in tongket.find_quantities(report.source)}
    assert {(m.span, m.text) for m in report.measures} <= quantities
    people = {person.name for person in tongket.find_people(report.source)}
    assert {person.name for person in report.people} <= people


def test_words_and_options_of_a_parser():
    parser = tongket.Parser([tongket.LexiconEntry("unit", ("thùng loa",), "loa")])
    assert parser.find_quantities("Lắp 12 thùng loa.")[0].unit == "loa"
    with pytest.raises(tongket.Error, match="longer than the limit"):
        tongket.Parser(max_input_bytes=3).find_people(TEXT)
    text = "Đoàn họp\nngày 18/01/2018"
    found = tongket.Parser(wrap="always").find_dates(text)
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["wrapped-lines"]
    assert words(text, found) == ["ngày 18/01/2018"]


@pytest.mark.parametrize("finder", FINDERS)
def test_lone_surrogates(finder):
    text = "Hà \udcff Nội: 12 giấy phép, ngày 18/01/2018, \ud800 tháng 2/2018."
    with pytest.raises(tongket.Error) as caught:
        finder(text)
    assert (caught.value.code, caught.value.offset) == ("invalid_utf8", 3)
    found = getattr(tongket.Parser(replace_invalid_utf8=True), finder.__name__)(text)
    replaced = [diagnostic.span for diagnostic in found.diagnostics if diagnostic.code == "invalid-utf8"]
    assert replaced == [tongket.Span(3, 4), tongket.Span(41, 42)]
    for item in found:
        assert text[item.span.slice].strip()


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("wrong", [None, b"a", ["a"], 5])
def test_what_is_no_text_is_refused(finder, wrong):
    with pytest.raises(TypeError, match=rf"^tongket\.{finder.__name__} takes a text"):
        finder(wrong)


@pytest.mark.parametrize("finder", FINDERS)
def test_the_name_of_a_file_is_refused(finder):
    with pytest.raises(tongket.Error, match="the name of a file"):
        finder("report.txt")
