# SPDX-License-Identifier: BSL-1.0
"""The parts of a report as a notebook shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from typing_extensions import SupportsIndex

T = TypeVar("T")


class Items(tuple[T, ...]):
    """A tuple that a notebook shows as a table."""

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> Items[T]: ...
    def __getitem__(self, key: Any) -> Any:
        """One, or a part, which is shown as a table too."""
        found = super().__getitem__(key)
        return Items(found) if isinstance(key, slice) else found

    def _repr_html_(self) -> str:
        from tongket.cards import table  # noqa: PLC0415

        return table(self)
