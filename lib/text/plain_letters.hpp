// SPDX-License-Identifier: BSL-1.0
/// @file
/// Letters that are not seen or have a plain form: what stands between the letters of a word or the digits of a
/// number must not part it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/shift_table.hpp"

namespace tongket {

/// Leaves out soft hyphens, letters without width or form, and the blank that converters set between a letter and its
/// mark; makes digits of all scripts and full-width forms those of ASCII.
/// @param text    valid UTF-8
/// @param out     receives the plain text
/// @param shifts  receives where positions shift
/// @returns false where the text is plain already; `out` and `shifts` then mean nothing
[[nodiscard]] bool make_plain(std::string_view text, std::string& out, ShiftTable& shifts);

/// The length of a text without the hidden letters at its end.
[[nodiscard]] std::size_t length_as_seen(std::string_view text) noexcept;

}  // namespace tongket
