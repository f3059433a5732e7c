// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where an agency's name begins and ends in running text: stricter at its beginning and longer at its end than the
/// grammar of names.
#pragma once

#include <optional>

#include "page/document.hpp"

namespace tongket {

/// The kind of agency whose head stands at a token; nothing for `Hội nghị`, `Hội trường`.
[[nodiscard]] std::optional<OrganizerKind> organizer_kind(const Document& document, std::size_t at);

/// Whether an agency is named at a token: `Sở Y tế`, `bộ Công an`; not `vụ cháy`, `Báo cáo`, `NHIỆM VỤ NĂM HỌC`.
[[nodiscard]] bool starts_agency(const Document& document, std::size_t at);

/// One past a name without the function words at its end: the 'và' of 'Hội Luật gia tỉnh Hà Nam và'.
[[nodiscard]] std::size_t without_function_words(const Document& document, TokenRange name);

/// Where the name that begins at a token ends, over bracketed abbreviations and small syllables in its middle.
[[nodiscard]] std::size_t agency_name_end(const Document& document, std::size_t at, std::size_t limit);

/// Whether a name ends with a place or a level (`tỉnh`), or, `known`, with any part that the lexicon knows.
[[nodiscard]] bool ends_with_place(const Document& document, TokenRange name);
[[nodiscard]] bool ends_with_known_part(const Document& document, TokenRange name);

/// The end of a short bracket of capitals, `(TAND)`, `(PC 08)`; `at` where none begins there.
[[nodiscard]] std::size_t behind_abbreviation(const Document& document, std::size_t at, std::size_t limit);

/// The longest part of a name at a token, in tokens: a sector, a place, a level, a head; 0 where none is.
[[nodiscard]] std::size_t name_part(const Document& document, std::size_t at);

/// Whether an agency is of the press.
[[nodiscard]] bool is_press(const Document& document, std::size_t at);

}  // namespace tongket
