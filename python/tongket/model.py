# SPDX-License-Identifier: BSL-1.0
"""What a report says, as plain immutable values. docs/data-model.md says more about every field."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Sequence
from functools import total_ordering
from typing import TYPE_CHECKING, Any, TypeVar, overload

from tongket import _core, _given, _options
from tongket._strenum import StrEnum

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal

    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        """Does nothing at run time."""
        return lambda cls: cls


T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def _model(cls: type[T]) -> type[T]:
    """An immutable dataclass whose attributes carry the documentation of the class's `Attributes:` section."""
    if "__repr__" not in cls.__dict__:
        cls.__repr__ = _repr  # type: ignore[method-assign]
    if sys.version_info < (3, 10):
        return dataclasses.dataclass(frozen=True)(cls)
    made = dataclasses.dataclass(frozen=True, slots=True)(cls)
    # `help` and `inspect.getdoc` read the documentation of a slot from a mapping.
    documented = dict(re.findall(r"^ {8}(\w+): (.+(?:\n {12}.+)*)", cls.__doc__ or "", re.MULTILINE))
    own = made.__dict__["__slots__"]
    made.__slots__ = {name: " ".join(documented.get(name, "").split()) for name in own}  # type: ignore[attr-defined]
    return made


def _repr(self: Any) -> str:
    """`Measure(text='97 trạm', span=[10:17], value=97, ...)`, without what is empty."""
    shown = []
    for field in dataclasses.fields(self):
        value = getattr(self, field.name)
        if value is None or value is False or value == ():
            continue
        shown.append(f"{field.name}={_show(value)}")
    return f"{type(self).__name__}({', '.join(shown)})"


def _show(value: Any) -> str:
    if isinstance(value, str):
        return str(value) if isinstance(value, StrEnum) else repr(value)
    if isinstance(value, Span):
        return f"[{value.begin}:{value.end}]"
    if isinstance(value, Text):
        return f"{value.text!r}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_show, value))}{',' if len(value) == 1 else ''})"
    return repr(value) if dataclasses.is_dataclass(value) else str(value)


class _Shown:
    """What a notebook shows as a small table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from tongket.cards import card  # noqa: PLC0415 - it needs this module

        return card(self)


# ---- closed sets ---------------------------------------------------------------------------------------------------


class ZoneKind(StrEnum):
    """What a stretch of the page is.

    >>> ZoneKind.title == "title"
    True
    """

    boilerplate = "boilerplate"
    title = "title"  # type: ignore[assignment]
    dateline = "dateline"
    lead = "lead"
    caption = "caption"
    opening = "opening"
    achievements = "achievements"
    shortcomings = "shortcomings"
    tasks = "tasks"
    speech = "speech"
    awards = "awards"
    other = "other"
    byline = "byline"


class MeetingKind(StrEnum):
    """What a conference is for.

    >>> MeetingKind("kickoff")
    <MeetingKind.kickoff: 'kickoff'>
    """

    annual_review = "annual_review"
    interim_review = "interim_review"
    kickoff = "kickoff"
    briefing = "briefing"
    other = "other"


class DayPart(StrEnum):
    """Sáng, chiều, tối.

    >>> list(DayPart)
    [<DayPart.morning: 'morning'>, <DayPart.afternoon: 'afternoon'>, <DayPart.evening: 'evening'>]
    """

    morning = "morning"
    afternoon = "afternoon"
    evening = "evening"


class OrganizerKind(StrEnum):
    """Sở, bộ, phòng, ủy ban, or something else.

    >>> parse_agency("Sở Y tế tỉnh Hà Nam").kind
    <OrganizerKind.department: 'department'>
    """

    department = "department"
    ministry = "ministry"
    office = "office"
    committee = "committee"
    other = "other"


class Role(StrEnum):
    """What a person did at the conference.

    >>> Role.chair.value
    'chair'
    """

    chair = "chair"
    guest = "guest"
    speaker = "speaker"
    closing = "closing"
    presenter = "presenter"
    launcher = "launcher"


class MeasureKind(StrEnum):
    """What sort of quantity a measure is.

    >>> parse_quantity("97 thuê bao/100 dân").kind
    <MeasureKind.rate: 'rate'>
    """

    count = "count"  # type: ignore[assignment]
    money = "money"
    percent = "percent"
    ratio = "ratio"
    rate = "rate"
    rank = "rank"
    duration = "duration"
    length = "length"
    other = "other"


class Approximation(StrEnum):
    """How a figure is hedged.

    >>> parse_quantity("gần 35 tỷ đồng").approx
    <Approximation.nearly: 'nearly'>
    """

    exact = "exact"
    about = "about"
    nearly = "nearly"
    over = "over"
    under = "under"
    at_least = "at_least"
    at_most = "at_most"


class MeasureRole(StrEnum):
    """Whether a figure says how much there is, or by how much it changed.

    >>> MeasureRole.change == "change"
    True
    """

    level = "level"
    change = "change"


class Direction(StrEnum):
    """Which way a change went.

    >>> Direction("increase").name
    'increase'
    """

    increase = "increase"
    decrease = "decrease"


class Topic(StrEnum):
    """The field of work that a statement is about.

    >>> Topic("postal+telecom").name
    'postal_telecom'
    """

    press = "press"
    publishing = "publishing"
    broadcasting = "broadcasting"
    grassroots = "grassroots"
    external = "external"
    postal = "postal"
    telecom = "telecom"
    postal_telecom = "postal+telecom"
    it = "it"
    security = "security"
    administration = "administration"
    planning = "planning"
    inspection = "inspection"
    training = "training"
    emulation = "emulation"
    general = "general"


class AwardKind(StrEnum):
    """Cờ thi đua, bằng khen, giấy khen, danh hiệu, huân and huy chương.

    >>> AwardKind.merit.value
    'merit'
    """

    flag = "flag"
    certificate = "certificate"
    merit = "merit"
    title = "title"  # type: ignore[assignment]
    medal = "medal"
    other = "other"


class CitationType(StrEnum):
    """What sort of document is cited.

    >>> parse_citation("Nghị định số 64/2007/NĐ-CP").type
    <CitationType.decree: 'decree'>
    """

    decree = "decree"
    decision = "decision"
    circular = "circular"
    directive = "directive"
    resolution = "resolution"
    law = "law"
    plan = "plan"
    programme = "programme"
    dispatch = "dispatch"
    other = "other"


class Severity(StrEnum):
    """How much a diagnostic matters.

    >>> Severity.warning.value
    'warning'
    """

    note = "note"
    warning = "warning"


class Confidence(StrEnum):
    """Which tier of rules found a link: said beside the item, found in the same sentence, or a default.

    >>> [str(tier) for tier in Confidence]
    ['certain', 'likely', 'guess']
    """

    certain = "certain"
    likely = "likely"
    guess = "guess"


class PeriodKind(StrEnum):
    """How long a period is.

    >>> Period.parse("2023-9M").kind
    <PeriodKind.months: 'months'>
    """

    year = "year"
    half = "half"
    quarter = "quarter"
    months = "months"
    month = "month"
    day = "day"
    range = "range"


# ---- basics --------------------------------------------------------------------------------------------------------


@_model
class Span:
    """A half-open range of the source, in code points.

    Attributes:
        begin: the first code point
        end: the one behind the last

    >>> "Sở Y tế".__getitem__(Span(3, 7).slice)
    'Y tế'
    """

    begin: int
    end: int

    def __repr__(self) -> str:
        """`Span(3, 7)`."""
        return f"Span({self.begin}, {self.end})"

    @property
    def slice(self) -> slice:
        """What to index the source with: `report.source[node.span.slice] == node.text` where no lines were joined."""
        return slice(self.begin, self.end)

    @property
    def size(self) -> int:
        """Length in code points."""
        return self.end - self.begin

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside.

        >>> Span(0, 5).contains(Span(1, 5))
        True
        """
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point.

        >>> Span(0, 5).overlaps(Span(5, 6))
        False
        """
        return self.begin < other.end and other.begin < self.end


@_model
class Text:
    """Words of the source and where they stand.

    Attributes:
        text: the words
        span: where they stand

    >>> Text("Sở Y tế", Span(0, 7)).text
    'Sở Y tế'
    """

    text: str
    span: Span

    def __str__(self) -> str:
        """The words alone."""
        return self.text


@total_ordering
@_model
class Period:
    """A stretch of time that a figure holds for or a conference reviews.

    Attributes:
        kind: how long; `range` where it runs from one period to another
        year: the year; of a range the first
        index: half 1-2, quarter 1-4, months 2-11 (the first ones), month 1-12 (also of a day), else 0
        day: of a day, 1-31, else 0
        first: of a range the period with which it begins, else None
        last: of a range the period with which it ends, else None

    >>> period = Period.parse("2018-H1")
    >>> print(period, period.start, period.end)
    2018-H1 2018-01-01 2018-06-30
    >>> Period(PeriodKind.year, 2017) < period
    True
    >>> Period.parse("2017-Q2..2017-Q4").end
    datetime.date(2017, 12, 31)
    """

    kind: PeriodKind
    year: int
    index: int = 0
    day: int = 0
    first: Period | None = None
    last: Period | None = None

    def __post_init__(self) -> None:
        """Refuses a period that no calendar has."""
        if self.kind is not PeriodKind.range:
            if self.first is not None or self.last is not None:
                raise ValueError("only a range has a first and a last period")
            if self.kind not in _PERIOD_KINDS:
                _options.check("tongket.Period", period_kind=self.kind)
            try:
                _core.period_text(_PERIOD_KINDS.index(self.kind), self.year, self.index, self.day)
            except TypeError:  # every figure of a report has a period, so that no more is done where it is sound
                _options.check("tongket.Period", year=self.year, index=self.index, day=self.day)
                raise
            return
        if self.first is None or self.last is None or PeriodKind.range in (self.first.kind, self.last.kind):
            raise ValueError("a range runs from one period to another, and neither is a range")
        if (self.year, self.index, self.day) != (self.first.year, 0, 0):
            raise ValueError("a range has the year of its first period, no index and no day")
        _core.period_days(str(self))

    def __repr__(self) -> str:
        """`Period('2018-H1')`."""
        return f"Period({str(self)!r})"

    @classmethod
    def of_range(cls, first: Period, last: Period) -> Period:
        """All from the beginning of one period to the end of another, which must not begin or end before it.

        Raises:
            TypeError, ValueError: no periods, or those of no range

        >>> Period.of_range(Period.parse("2017-Q2"), Period.parse("2017-Q4"))
        Period('2017-Q2..2017-Q4')
        """
        _options.check("Period.of_range", first=first, last=last)
        return cls(PeriodKind.range, first.year, first=first, last=last)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period of a text such as `2017`, `2018-H1`, `2023-Q1`, `2023-9M`, `2017-12`, `2006..2015`.

        For the words of a report see `tongket.parse_period`.

        Raises:
            TypeError, ValueError: no text, or none of a period

        >>> Period.parse("2006..2015").last_year
        2015
        """
        _given.check_phrase(text, "Period.parse")
        period = _core.period_from_text(text)
        if period is None:
            raise ValueError(f"not a period: {text!r}")
        return period

    @property
    def last_year(self) -> int:
        """The year; of a range the last."""
        return self.year if self.last is None else self.last.year

    @property
    def start(self) -> datetime.date:
        """The first day."""
        return _core.period_days(str(self))[0]

    @property
    def end(self) -> datetime.date:
        """The last day."""
        return _core.period_days(str(self))[1]

    def __str__(self) -> str:
        """The form of the JSON schema, `2018-H1`."""
        if self.kind is PeriodKind.range:
            return f"{self.first}..{self.last}"
        return _core.period_text(_PERIOD_KINDS.index(self.kind), self.year, self.index, self.day)

    def __lt__(self, other: object) -> bool:
        """Earlier, or of those that begin together the longer."""
        if not isinstance(other, Period):
            return NotImplemented
        mine, its = _core.period_days(str(self)), _core.period_days(str(other))
        return (mine[0], its[1]) < (its[0], mine[1])


_PERIOD_KINDS = tuple(PeriodKind)


# ---- the report's parts --------------------------------------------------------------------------------------------


@_model
class Zone(_Shown):
    """One stretch of the page; the zones of a report partition its source.

    Attributes:
        kind: what the stretch is
        span: where it is

    >>> parse("").zones
    ()
    """

    kind: ZoneKind
    span: Span


@_model
class Organizer(_Shown):
    """An agency that holds a conference.

    Attributes:
        name: as first written in full
        kind: department, ministry, office, committee or other
        province: ISO 3166-2 code, `VN-54`
        span: where the name stands

    >>> parse_agency("Sở Thông tin và Truyền thông tỉnh Hà Nam").province
    'VN-63'
    """

    name: str
    kind: OrganizerKind
    province: str | None
    span: Span

    @property
    def text(self) -> str:
        """The name; of a wrapped text without the line breaks that the source has in it."""
        return self.name


@_model
class Meeting(_Shown):
    """The conference itself.

    Attributes:
        kind: what it is for
        name: the words that name it
        date: the day it was held
        day_part: morning, afternoon or evening
        organizer: the agency that held it
        venue: where it was held
        reviews: the period reviewed
        plans: the period planned

    >>> print(report.meeting.kind, report.meeting.date, report.meeting.reviews)
    annual_review 2017-01-12 2016
    """

    kind: MeetingKind
    name: Text | None
    date: datetime.date | None
    day_part: DayPart | None
    organizer: Organizer | None
    venue: Text | None
    reviews: Period | None
    plans: Period | None


@_model
class Position:
    """One office that a person holds, words as written.

    Attributes:
        title: `Phó Chủ tịch`
        organization: `UBND tỉnh`
        confidence: the tier of the link to the person

    >>> parse_person("đồng chí Hoàng Văn An - Phó Chủ tịch UBND tỉnh").positions[0].organization
    'UBND tỉnh'
    """

    title: str
    organization: str | None = None
    confidence: Confidence = Confidence.certain

    def __str__(self) -> str:
        """Title and organization."""
        return self.title if self.organization is None else f"{self.title} {self.organization}"


@_model
class Person(_Shown):
    """A person named in the body, once.

    Attributes:
        name: without honorific
        honorific: đồng chí, ông, bà
        positions: offices held
        roles: what the person did, each once
        span: the first mention of the name

    >>> parse_person("ông Trần Văn Bình").honorific
    'ông'
    """

    name: str
    honorific: str | None
    positions: tuple[Position, ...]
    roles: tuple[Role, ...]
    span: Span

    @property
    def text(self) -> str:
        """The name; of a wrapped text without the line breaks that the source has in it."""
        return self.name


@_model
class Delegation(_Shown):
    """A group that attended.

    Attributes:
        text: the words that name it
        span: where they stand

    >>> Delegation("Hội Nhà báo", Span(0, 11)).text
    'Hội Nhà báo'
    """

    text: str
    span: Span


@_model
class Per:
    """The denominator of a rate.

    Attributes:
        value: `/100 dân` has 100
        unit: `dân`

    >>> parse_quantity("97 thuê bao/100 dân").per
    Per(value=100, unit='dân')
    """

    value: Decimal
    unit: str


@_model
class MeasureConfidence:
    """Which tier found each resolved link of a measure.

    Attributes:
        indicator: of `Measure.indicator`
        indicator_id: of `Measure.indicator_id`
        period: of `Measure.period`
        part_of: of `Measure.part_of`

    >>> MeasureConfidence().period
    <Confidence.guess: 'guess'>
    """

    indicator: Confidence = Confidence.guess
    indicator_id: Confidence = Confidence.guess
    period: Confidence = Confidence.guess
    part_of: Confidence = Confidence.guess


@_model
class Measure(_Shown):
    """A quantity of the report.

    Attributes:
        text: from the qualifier to the end of the unit or counted noun
        span: where it stands
        value: exact, scale applied, in `unit`; the lower end of a range, the part of a ratio, the place of a rank
        to: upper end of a range
        unit: `VND`, `percent`, `hour`, ..., or the counted noun in lower case
        kind: what sort of quantity
        approx: how it is hedged
        estimated: said to be an estimate or a forecast
        of: the whole of a ratio or a rank
        per: the denominator of a rate
        role: level or change
        direction: of a change
        baseline: what a change or comparison is against, as written
        indicator: the words that say what is measured
        indicator_id: the entry of the indicator catalogue
        period: the period that the figure holds for
        part_of: index into `Report.measures` of the measure that this one breaks down
        confidence: the tier of each link
        planned: what was to be reached (``Kế hoạch`` of a table, ``chỉ tiêu 90%`` beside what was)

    >>> measure = parse_quantity("trên 520 tỷ đồng")
    >>> print(measure.approx, measure.value, measure.unit)
    over 520000000000 VND
    """

    text: str
    span: Span
    value: Decimal
    to: Decimal | None
    unit: str | None
    kind: MeasureKind
    approx: Approximation
    estimated: bool
    of: Decimal | None
    per: Per | None
    role: MeasureRole
    direction: Direction | None
    baseline: str | None
    indicator: Text | None
    indicator_id: str | None
    period: Period | None
    part_of: int | None
    confidence: MeasureConfidence
    planned: bool = False


@_model
class Statement(_Shown):
    """A sentence or clause with its topic: an achievement or a shortcoming.

    Attributes:
        text: without bullet, introduction and closing mark
        span: where it stands
        topic: its field of work
        measures: indices into `Report.measures` of the quantities in it

    >>> statement = report.achievements[0]
    >>> [report.measures[i].text for i in statement.measures]
    ['19 văn bản', '08 Quyết định', '07 Kế hoạch', '04 Chỉ thị']
    """

    text: str
    span: Span
    topic: Topic
    measures: tuple[int, ...]


@_model
class Target(Statement):
    """Something to be done in the coming period.

    Attributes:
        text: without bullet, introduction and closing mark
        span: where it stands
        topic: its field of work
        measures: indices into `Report.measures` of the quantities in it
        source: `plan`, or the name of the person who asked for it
        due: the period or day by which it is to be done

    >>> report.targets[0].source
    'plan'
    """

    source: str = "plan"
    due: Period | None = None


@_model
class Award(_Shown):
    """An honour conferred on one recipient or group of recipients.

    Attributes:
        text: the count with its noun, or the award's name
        span: where it stands
        name: as written
        kind: flag, certificate, merit, title, medal or other
        grantor: who conferred it, as written
        recipient: `collective`, `individual`, or the recipient as written
        count: how many
        year: the year that it honours
        grantor_confidence: the tier of the link to the grantor

    >>> report.awards[0].name
    'Bằng khen'
    """

    text: str
    span: Span
    name: str
    kind: AwardKind
    grantor: str | None
    recipient: str | None
    count: int | None
    year: int | None
    grantor_confidence: Confidence = Confidence.guess


@_model
class Citation(_Shown):
    """A legal or administrative document named by its number.

    Attributes:
        text: from the word for the type to the end of the number
        span: where it stands
        type: decree, decision, ...
        number: as written
        normalized_number: without stray blanks, dashes unified, to compare by
        date: the day of the document
        issuer: who issued it, as written
        full_mention: index into `Report.citations` of the fuller mention of the same document

    >>> parse_citation("Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ").date
    datetime.date(2007, 4, 10)
    """

    text: str
    span: Span
    type: CitationType
    number: str
    normalized_number: str
    date: datetime.date | None
    issuer: str | None
    full_mention: int | None


@_model
class Diagnostic(_Shown):
    """Something that the reader of the result should know.

    Attributes:
        severity: note or warning
        code: stable, kebab-case
        message: English, for people
        span: the place
        related: the other place of a comparison

    >>> parse("").diagnostics[0].code
    'empty-input'
    """

    severity: Severity
    code: str
    message: str
    span: Span
    related: Span | None = None


@_model
class FoundDate(_Shown):
    """A day that a text names, or the days from one to another.

    Attributes:
        text: the words
        span: where they stand
        date: the day, of several the first
        to: the last of several, else None

    >>> find_dates("Từ ngày 2 đến ngày 6/10/2018, đoàn kiểm tra làm việc tại sở.")[0].to
    datetime.date(2018, 10, 6)
    """

    text: str
    span: Span
    date: datetime.date
    to: datetime.date | None


@_model
class FoundPeriod(_Shown):
    """A period that a text names.

    Attributes:
        text: the words
        span: where they stand
        period: what they mean

    >>> print(find_periods("Trong 6 tháng đầu năm 2018, thu đạt 5 tỷ đồng.")[0].period)
    2018-H1
    """

    text: str
    span: Span
    period: Period


@_model
class Found(Sequence[T]):
    """All of one kind in a text, in order of their places, and what the reader should know of them.

    Attributes:
        items: what was found
        diagnostics: what was not surely read, or left out

    >>> found = find_dates("Sáng 18/01/2018 họp; chiều 6-2 tổng kết.")
    >>> [str(day.date) for day in found], found.diagnostics[0].code
    (['2018-01-18'], 'no-year')
    """

    items: tuple[T, ...]
    diagnostics: tuple[Diagnostic, ...]

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        """One of them, or some as a tuple."""
        return self.items[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.items)

    def _repr_html_(self) -> str:
        from tongket.cards import found  # noqa: PLC0415 - it needs this module

        return found(self.items, self.diagnostics)


@_model
class Published:
    """Publication time of the page.

    Attributes:
        date: the day
        time: the time of day, if told
        span: where it stands

    >>> report.published.date
    datetime.date(2017, 1, 13)
    """

    date: datetime.date
    time: datetime.time | None
    span: Span


@_model
class LexiconEntry:
    r"""Words for the parser to know, as data; docs/lexicon.md lists the classes.

    Attributes:
        word_class: `unit`, `title`, `agency`, `term`, ...
        phrases: alternative spellings; case and tone-mark placement do not matter
        value: what the phrases stand for, by class
        attributes: `key=value` pairs separated by `;`

    >>> read_lexicon("unit\tthùng loa|loa\tloa")[0].phrases
    ('thùng loa', 'loa')
    """

    word_class: str
    phrases: tuple[str, ...]
    value: str = ""
    attributes: str = ""
