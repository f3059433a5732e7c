# SPDX-License-Identifier: BSL-1.0
"""Text that cannot do more than be seen."""

from __future__ import annotations

# HTML has no way to write most control characters; they are shown by their pictures. Of C1's there are none, and
# controls of the writing direction would turn around what stands beside them.
_UNSEEN = (*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PICTURES = (
    {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"}
    | {0x7F: 0x2421}
    | dict.fromkeys(_UNSEEN, 0xFFFD)
)


def visible(value: object) -> str:
    r"""The text of a value without what steers a screen.

    >>> visible("a\\x1b[2J")
    'a␛[2J'
    """
    return str(value).translate(_PICTURES)
