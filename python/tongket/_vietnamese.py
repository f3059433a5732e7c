# SPDX-License-Identifier: BSL-1.0
"""How pictures, charts and forms for notebooks name things and write figures: in Vietnamese."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tongket.model import (
    Approximation,
    AwardKind,
    CitationType,
    Confidence,
    DayPart,
    Direction,
    MeasureKind,
    MeasureRole,
    MeetingKind,
    OrganizerKind,
    PeriodKind,
    Role,
    Severity,
    Topic,
    ZoneKind,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from tongket._strenum import StrEnum
    from tongket.model import Measure, Period

_LABELS: dict[type[StrEnum], dict[str, str]] = {
    ZoneKind: {
        "boilerplate": "khung trang",
        "title": "tiêu đề",
        "dateline": "nơi, ngày",
        "lead": "dẫn nhập",
        "caption": "chú thích ảnh",
        "opening": "mở đầu",
        "achievements": "kết quả",
        "shortcomings": "hạn chế",
        "tasks": "nhiệm vụ",
        "speech": "phát biểu",
        "awards": "khen thưởng",
        "other": "khác",
        "byline": "tác giả",
    },
    MeetingKind: {
        "annual_review": "tổng kết năm",
        "interim_review": "sơ kết",
        "kickoff": "triển khai nhiệm vụ",
        "briefing": "giao ban",
        "other": "hội nghị khác",
    },
    DayPart: {
        "morning": "sáng",
        "afternoon": "chiều",
        "evening": "tối",
    },
    OrganizerKind: {
        "department": "sở",
        "ministry": "bộ",
        "office": "phòng",
        "committee": "ủy ban",
        "other": "cơ quan khác",
    },
    Role: {
        "chair": "chủ trì",
        "guest": "dự",
        "speaker": "phát biểu",
        "closing": "kết luận",
        "presenter": "trình bày",
        "launcher": "phát động",
    },
    MeasureKind: {
        "count": "số lượng",
        "money": "tiền",
        "percent": "phần trăm",
        "ratio": "phần trong tổng",
        "rate": "mức",
        "rank": "thứ hạng",
        "duration": "thời gian",
        "length": "độ dài",
        "other": "khác",
    },
    Approximation: {
        "exact": "",
        "about": "khoảng",
        "nearly": "gần",
        "over": "trên",
        "under": "dưới",
        "at_least": "ít nhất",
        "at_most": "nhiều nhất",
    },
    Direction: {
        "increase": "tăng",
        "decrease": "giảm",
    },
    Topic: {
        "press": "báo chí",
        "publishing": "xuất bản",
        "broadcasting": "phát thanh, truyền hình",
        "grassroots": "thông tin cơ sở",
        "external": "thông tin đối ngoại",
        "postal": "bưu chính",
        "telecom": "viễn thông",
        "postal+telecom": "bưu chính, viễn thông",
        "it": "công nghệ thông tin",
        "security": "an toàn thông tin",
        "administration": "quản lý hành chính",
        "planning": "quy hoạch, kế hoạch",
        "inspection": "thanh tra",
        "training": "đào tạo",
        "emulation": "thi đua",
        "general": "chung",
    },
    AwardKind: {
        "flag": "cờ thi đua",
        "certificate": "bằng khen",
        "merit": "giấy khen",
        "title": "danh hiệu",
        "medal": "huân chương, huy chương",
        "other": "khen thưởng khác",
    },
    CitationType: {
        "decree": "nghị định",
        "decision": "quyết định",
        "circular": "thông tư",
        "directive": "chỉ thị",
        "resolution": "nghị quyết",
        "law": "luật",
        "plan": "kế hoạch",
        "programme": "chương trình",
        "dispatch": "công văn",
        "other": "văn bản khác",
    },
    Severity: {
        "note": "lưu ý",
        "warning": "cảnh báo",
    },
    Confidence: {
        "certain": "chắc chắn",
        "likely": "khá chắc",
        "guess": "phỏng đoán",
    },
}

# Units that the library names in another way than reports do.
_UNITS = {
    "VND": "đồng",
    "USD": "đô la Mỹ",
    "EUR": "euro",
    "percent": "%",
    "hour": "giờ",
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "year": "năm",
}


def label(member: StrEnum) -> str:
    """A member of a closed set in words.

    >>> label(MeetingKind.kickoff), label(MeasureKind.other)
    ('triển khai nhiệm vụ', 'khác')
    """
    return _LABELS[type(member)][member.value]


def day(date: datetime.date) -> str:
    """A day as it is written.

    >>> day(datetime.date(2017, 1, 12))
    '12/01/2017'
    """
    return f"{date:%d/%m/%Y}"


def period(value: Period) -> str:
    """A period as it is told.

    >>> from tongket.model import Period
    >>> [period(Period.parse(text)) for text in ("2017", "2018-H1", "2023-9M", "2006..2015")]
    ['2017', '6 tháng đầu năm 2018', '9 tháng 2023', '2006 – 2015']
    """
    if value.first is not None and value.last is not None:
        return f"{period(value.first)} – {period(value.last)}"
    if value.kind is PeriodKind.day:
        return day(value.start)
    half = "đầu" if value.index == 1 else "cuối"
    told = {
        PeriodKind.half: f"6 tháng {half} năm",
        PeriodKind.quarter: f"quý {value.index}/",
        PeriodKind.months: f"{value.index} tháng",
        PeriodKind.month: f"tháng {value.index}/",
    }.get(value.kind, "")
    return f"{told}{value.year}" if told.endswith("/") or not told else f"{told} {value.year}"


# ---- figures -------------------------------------------------------------------------------------------------------


def number(value: Decimal | float, digits: int = 12) -> str:
    r"""A number with blanks between thousands and a decimal comma, of at most so many digits.

    >>> number(Decimal("1027000.50")), number(2.5), number(19.0)
    ('1\xa0027\xa0000,5', '2,5', '19')
    """
    exact = value if isinstance(value, Decimal) else Decimal(f"{value:.{digits}g}")
    text = f"{exact:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate({ord(","): "\u00a0", ord("."): ","})


class Scale(NamedTuple):
    """In what figures are told.

    Attributes:
        divisor: how much of the unit one is
        unit: its name; empty for a figure without one
    """

    divisor: int
    unit: str


_MONEY = ((10**13, 10**12, "nghìn tỷ đồng"), (10**9, 10**9, "tỷ đồng"), (10**6, 10**6, "triệu đồng"))


def scale(values: Iterable[Decimal | float], unit: str | None) -> Scale:
    """In what figures of one unit are best told, money in millions and more.

    >>> scale([1.5e12, 2e9], "VND"), scale([12], "trạm"), scale([3e13], "VND").unit
    (Scale(divisor=1000000000, unit='tỷ đồng'), Scale(divisor=1, unit='trạm'), 'nghìn tỷ đồng')
    """
    if unit == "VND":
        largest = max((abs(float(value)) for value in values), default=0.0)
        for least, divisor, name in _MONEY:
            if largest >= least:
                return Scale(divisor, name)
    return Scale(1, _UNITS.get(unit or "", unit or ""))


def amount(measure: Measure) -> str:
    """The number of a measure, in its scale: with hedge, direction, range, and the whole of a ratio.

    >>> from tongket import parse_quantity
    >>> amount(parse_quantity("trên 520 tỷ đồng")), amount(parse_quantity("158/199 xã"))
    ('trên 520', '158 / 199')
    """
    divisor = _scale_of(measure).divisor
    told = [number(measure.value / divisor)]
    if measure.to is not None:
        told += ["–", number(measure.to / divisor)]
    if measure.of is not None:
        told += ["/", number(measure.of / divisor)]
    if measure.role is MeasureRole.change and measure.direction is not None:
        told.insert(0, "−" if measure.direction is Direction.decrease else "+")
    if measure.approx is not Approximation.exact:
        told.insert(0, label(measure.approx))
    return " ".join(told)


def unit(measure: Measure) -> str:
    """The unit of `amount`.

    >>> from tongket import parse_quantity
    >>> unit(parse_quantity("trên 520 tỷ đồng")), unit(parse_quantity("97 thuê bao/100 dân"))
    ('tỷ đồng', 'thuê bao / 100 dân')
    """
    name = _scale_of(measure).unit
    if measure.per is None:
        return name
    per = "" if measure.per.value == 1 else f"{number(measure.per.value)} "
    return f"{name} / {per}{_UNITS.get(measure.per.unit, measure.per.unit)}"


def _scale_of(measure: Measure) -> Scale:
    return scale([measure.value if measure.to is None else measure.to], measure.unit)
