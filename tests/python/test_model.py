# SPDX-License-Identifier: BSL-1.0
"""The types of the model are Python types as one expects them."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import enum
import inspect
import pickle
import sys
from decimal import Decimal

import pytest

import tongket
from spans import nodes
from tongket import model

TYPES = [t for t in vars(model).values() if dataclasses.is_dataclass(t) and isinstance(t, type)]
ENUMS = [t for t in vars(model).values() if isinstance(t, type) and issubclass(t, enum.Enum) and len(t) > 0]


def test_there_are_types_to_test():
    assert len(TYPES) == 22
    assert len(ENUMS) == 15


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_every_attribute_is_documented(cls):
    names = [field.name for field in dataclasses.fields(cls)]
    assert "Attributes:" in cls.__doc__
    for name in names:
        assert f"\n        {name}: " in cls.__doc__, name
    if sys.version_info >= (3, 10):
        assert cls.__match_args__ == tuple(names)
        for name in cls.__slots__:
            assert inspect.getdoc(getattr(cls, name)) or cls.__slots__[name], name


def test_values_are_immutable_hashable_and_can_be_copied_and_pickled(reports):
    seen = set()
    for report in reports:
        for node in [*nodes(report), report.meeting, *(m.period for m in report.measures if m.period)]:
            seen.add(type(node))
            assert hash(node) == hash(copy.copy(node))
            assert copy.deepcopy(node) == node
            assert pickle.loads(pickle.dumps(node)) == node
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(node, dataclasses.fields(node)[0].name, None)
    assert {tongket.Measure, tongket.Person, tongket.Award, tongket.Target, tongket.Citation} <= seen


@pytest.mark.skipif(sys.version_info < (3, 10), reason="no match statement")
def test_match_patterns():
    # In a string: Python 3.9 cannot read it.
    code = """
match tongket.parse_quantity("158/199 xã"):
    case tongket.Measure(kind="ratio", value=value, of=of, span=tongket.Span(begin, end)):
        result = value, of, begin, end
match tongket.parse_quantity("2 xã").unit, tongket.Span(3, 4):
    case "xã", tongket.Span(3, end):
        result += (end,)
"""
    names = {"tongket": tongket}
    exec(code, names)
    assert names["result"] == (Decimal(158), Decimal(199), 0, 10, 4)


@pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
def test_enumerations_are_strings(cls):
    for member in cls:
        assert member == member.value
        assert str(member) == f"{member}" == "".join([member]) == member.value
        assert cls(member.value) is member
        assert pickle.loads(pickle.dumps(member)) is member
        assert {member: 1}[member.value] == 1


def test_values_have_their_python_types(report):
    assert isinstance(report.meeting.date, datetime.date)
    assert isinstance(report.measures[0].value, Decimal)
    assert report.published.time == datetime.time(10, 5)
    assert isinstance(report.measures, tuple)
    assert isinstance(report.people[0].positions, tuple)


def test_representations_read_well(report):
    assert repr(report.measures[1]).startswith("Measure(text='08 Quyết định', span=[")
    assert "to=" not in repr(report.measures[1])
    assert repr(tongket.Span(1, 2)) == "Span(1, 2)"
    assert repr(tongket.Period.parse("2018-H1")) == "Period('2018-H1')"
    assert repr(report) == (
        "<Report 'ha-nam-2016-annual': annual_review 2017-01-12 by 'Sở Thông tin và Truyền thông Hà Nam', "
        f"{len(report.measures)} measures, 2 people, {len(report.targets)} targets>"
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2018-H2", "2018-07-01", "2018-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-9M", "2023-01-01", "2023-09-30"),
        ("2023-11M", "2023-01-01", "2023-11-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-12-31", "2017-12-31", "2017-12-31"),
        ("2006..2015", "2006-01-01", "2015-12-31"),
        ("2017-Q2..2017-Q4", "2017-04-01", "2017-12-31"),
        ("2016-11..2017-02", "2016-11-01", "2017-02-28"),
        ("2018-10-02..2018-10-06", "2018-10-02", "2018-10-06"),
    ],
)
def test_periods(text, start, end):
    period = tongket.Period.parse(text)
    assert str(period) == text
    assert period.start == datetime.date.fromisoformat(start)
    assert period.end == datetime.date.fromisoformat(end)
    assert copy.copy(period) == period
    assert not period < period
    assert period <= period


def test_periods_that_are_none():
    for text in (
        "",
        "2017-13",
        "2017-02-30",
        "2015..2006",
        "năm 2017",
        "2017-1M",
        "2017..2017",
        "0000",
        "2017-Q4..2017-Q2",
    ):
        with pytest.raises(ValueError, match="not a period"):
            tongket.Period.parse(text)
    with pytest.raises(ValueError, match="no such period"):
        tongket.Period(tongket.PeriodKind.half, 2017, index=3)
    with pytest.raises(ValueError, match="no such period"):
        tongket.Period(tongket.PeriodKind.year, 70000)
    with pytest.raises(ValueError, match="no such period"):
        tongket.Period(tongket.PeriodKind.months, 2017, index=12)
    year, later = tongket.Period.parse("2017"), tongket.Period.parse("2018")
    with pytest.raises(ValueError, match="no such period"):
        tongket.Period.of_range(later, year)
    with pytest.raises(ValueError, match="no such period"):
        tongket.Period.of_range(year, year)
    with pytest.raises(ValueError, match="neither is a range"):
        tongket.Period.of_range(year, tongket.Period.of_range(year, later))
    with pytest.raises(ValueError, match="neither is a range"):
        tongket.Period(tongket.PeriodKind.range, 2017)
    with pytest.raises(ValueError, match="only a range"):
        tongket.Period(tongket.PeriodKind.year, 2017, last=later)
    with pytest.raises(ValueError, match="year of its first period"):
        tongket.Period(tongket.PeriodKind.range, 2016, first=year, last=later)
    with pytest.raises(TypeError):
        assert tongket.Period.parse("2017") < 2018


def test_a_range_has_a_first_and_a_last_period():
    period = tongket.Period.parse("2017-Q2..2018-H1")
    assert period.kind is tongket.PeriodKind.range
    assert (period.year, period.last_year, period.index, period.day) == (2017, 2018, 0, 0)
    assert (str(period.first), str(period.last)) == ("2017-Q2", "2018-H1")
    assert tongket.Period.of_range(period.first, period.last) == period
    assert tongket.Period.parse("2017").last_year == 2017
    assert tongket.Period.parse("2017").first is None


def test_periods_are_in_order():
    texts = ["2006..2015", "2016", "2016-H1", "2016-Q1", "2016-01", "2016-01-01", "2016-02", "2017"]
    periods = [tongket.Period.parse(text) for text in texts]
    backwards = periods[::-1]
    assert sorted(backwards) == periods
