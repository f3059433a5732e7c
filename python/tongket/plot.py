# SPDX-License-Identifier: BSL-1.0
"""Panels as charts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from tongket import _options
from tongket import _vietnamese as vi
from tongket.catalogue import indicators
from tongket.frames import check_frame, records
from tongket.model import Period

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from tongket.frames import Frame

    #: A province and its points: the day on which a period ends, its name, the value.
    Series = tuple[str, list[tuple[Any, str, float]]]

__all__ = ["plot_panel"]

#: More periods are shown as days.
_MAX_TICKS = 12


def plot_panel(panel: Frame, indicator: str, *, ax: Axes | None = None, top: int | None = None) -> Axes:
    """Draws one indicator of a panel: lines over the periods, or bars where every province has one period only.

    Money is told in millions, billions (tỷ) or thousands of billions of đồng, as the axis says.

    Args:
        panel: what `tongket.panel` made, of any backend
        indicator: an id of the indicator catalogue
        ax: where to draw; by default on a new figure
        top: only the so many provinces with the largest last value

    Returns:
        the axes, to go on with in matplotlib

    >>> import matplotlib; matplotlib.use("agg")
    >>> plot_panel(panel([report]), "bts.total").get_title()
    'số trạm thu phát sóng di động (BTS)'
    """
    _options.check("tongket.plot_panel", indicator=indicator, ax=ax, top=top)
    try:
        import matplotlib.pyplot as plt  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ImportError("charts need matplotlib: pip install 'tongket[notebook]'") from error

    check_frame(panel, "tongket.plot_panel", "a panel, as tongket.panel makes it")
    rows = [row for row in records(panel) if row["indicator_id"] == indicator and not row["planned"]]
    if not rows:
        known = sorted({str(row["indicator_id"]) for row in records(panel)})
        raise ValueError(f"the panel has no {indicator!r}, but {', '.join(known) or 'nothing'}")
    series: dict[str, list[tuple[Any, str, float]]] = {}
    for row in sorted(rows, key=lambda row: row["period_end"]):
        period = vi.period(Period.parse(str(row["period"])))
        point = (row["period_end"], period, float(row["value"]))
        series.setdefault(_composed(row["province"]), []).append(point)
    # The largest last value first.
    ordered = sorted(series.items(), key=lambda item: -item[1][-1][2])[:top]

    if ax is None:
        _, ax = plt.subplots(figsize=(8, 4.5), layout="constrained")
    units = {row["unit"] for row in rows}
    unit = units.pop() if len(units) == 1 else None
    told = vi.scale([point[2] for _, points in ordered for point in points], unit)
    if all(len(points) == 1 for _, points in ordered):
        _draw_bars(ax, ordered, told)
    else:
        _draw_lines(ax, ordered, told)
    catalogued = indicators().get(indicator)
    ax.set_title(_composed(catalogued.label_vi if catalogued else indicator))
    return ax


def _draw_bars(ax: Axes, ordered: list[Series], told: vi.Scale) -> None:
    labels = [f"{province}, {points[0][1]}" for province, points in ordered]
    values = [points[0][2] / told.divisor for _, points in ordered]
    bars = ax.barh(labels, values)
    ax.bar_label(bars, labels=[vi.number(value) for value in values], padding=3)
    ax.invert_yaxis()
    ax.margins(x=0.18)
    ax.set_xlabel(_composed(told.unit))
    _plain_numbers(ax.xaxis)


def _draw_lines(ax: Axes, ordered: list[Series], told: vi.Scale) -> None:
    for province, points in ordered:
        values = [value / told.divisor for _, _, value in points]
        ax.plot([end for end, _, _ in points], values, marker="o", label=province)
    ax.legend()
    ax.set_ylabel(_composed(told.unit))
    ax.set_ylim(bottom=min(0, ax.get_ylim()[0]))
    # Of periods that end on one day the longest is named.
    names = {end: name for _, points in ordered for end, name, _ in sorted(points, key=lambda point: -len(point[1]))}
    if len(names) <= _MAX_TICKS:
        ends = _apart(sorted(names))
        ax.set_xticks(ends, [names[end] for end in ends])
    for label in ax.get_xticklabels():
        label.set(rotation=30, horizontalalignment="right")
    _plain_numbers(ax.yaxis)


def _apart(ends: list[Any]) -> list[Any]:
    """Those days whose names do not cover one another; the last of some that are near."""
    least = (ends[-1] - ends[0]) / 16
    kept = ends[-1:]
    for end in reversed(ends[:-1]):
        if kept[0] - end >= least:
            kept.insert(0, end)
    return kept


def _plain_numbers(axis: Any) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415

    axis.set_major_locator(MaxNLocator(6))
    axis.set_major_formatter(FuncFormatter(lambda value, _: vi.number(value)))


def _composed(text: object) -> str:
    """NFC: fonts place marks that stand alone badly."""
    return unicodedata.normalize("NFC", str(text))
