// SPDX-License-Identifier: BSL-1.0
/// @file
/// The honours that a stretch of text names.
#pragma once

#include <optional>
#include <vector>

#include "page/document.hpp"

namespace tongket {

/// An honour named: `Huân chương Lao động hạng Ba`.
struct AwardName {
    TokenRange range;
    AwardKind kind = AwardKind::other;
};

/// All honours named in a range, in order. What is an honour only where honours are told counts in that zone alone.
[[nodiscard]] std::vector<AwardName> award_names(const Document& document, TokenRange range, ZoneKind zone);

/// `khen thưởng`: honoured without saying how.
[[nodiscard]] std::optional<AwardName> unnamed_honour(const Document& document, TokenRange range);

}  // namespace tongket
