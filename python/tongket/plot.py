# SPDX-License-Identifier: BSL-1.0
"""Panels as charts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from tongket.catalogue import indicators
from tongket.frames import records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from tongket.frames import Frame

__all__ = ["plot_panel"]


def plot_panel(panel: Frame, indicator: str, *, ax: Axes | None = None, top: int | None = None) -> Axes:
    """Draws one indicator of a panel: lines over the periods, or bars where every province has one period only.

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
    try:
        import matplotlib.pyplot as plt  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ImportError("charts need matplotlib: pip install 'tongket[notebook]'") from error

    rows = [row for row in records(panel) if row["indicator_id"] == indicator and not row["planned"]]
    if not rows:
        known = sorted({str(row["indicator_id"]) for row in records(panel)})
        raise ValueError(f"the panel has no {indicator!r}, but {', '.join(known) or 'nothing'}")
    series: dict[str, list[tuple[Any, str, float]]] = {}
    for row in sorted(rows, key=lambda row: row["period_end"]):
        point = (row["period_end"], str(row["period"]), float(row["value"]))
        series.setdefault(_composed(row["province"]), []).append(point)
    # The largest last value first.
    ordered = sorted(series.items(), key=lambda item: -item[1][-1][2])[:top]

    if ax is None:
        _, ax = plt.subplots(figsize=(8, 4.5), layout="constrained")
    units = {row["unit"] for row in rows}
    if all(len(points) == 1 for _, points in ordered):
        _draw_bars(ax, ordered)
    else:
        for province, points in ordered:
            ax.plot([end for end, _, _ in points], [value for _, _, value in points], marker="o", label=province)
        ax.legend()
        ax.set_ylabel(", ".join(sorted(_composed(unit) for unit in units if unit)))
        ax.set_ylim(bottom=min(0, ax.get_ylim()[0]))
        ax.figure.autofmt_xdate()
        _plain_numbers(ax.yaxis)
    catalogued = indicators().get(indicator)
    ax.set_title(_composed(catalogued.label_vi if catalogued else indicator))
    return ax


def _draw_bars(ax: Axes, ordered: list[tuple[str, list[tuple[Any, str, float]]]]) -> None:
    labels = [f"{province}, {points[0][1]}" for province, points in ordered]
    bars = ax.barh(labels, [points[0][2] for _, points in ordered])
    ax.bar_label(bars, labels=[f"{points[0][2]:,.12g}" for _, points in ordered], padding=3)
    ax.invert_yaxis()
    ax.margins(x=0.18)
    _plain_numbers(ax.xaxis)


def _plain_numbers(axis: Any) -> None:
    from matplotlib.ticker import FuncFormatter  # noqa: PLC0415

    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.12g}"))


def _composed(text: object) -> str:
    """NFC: fonts place marks that stand alone badly."""
    return unicodedata.normalize("NFC", str(text))
