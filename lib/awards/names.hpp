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
    bool of_state = false;  ///< conferred by the State alone; who hands it over confers nothing
    bool counts = false;    ///< a number before it counts its holders: `05 Chiến sĩ thi đua`, `2 giải nhì`
    bool strict = false;    ///< an honour only where honours are told
    bool verb = false;      ///< `khen thưởng`: honoured without saying how
};

/// All honours named in a range, in order. What is an honour only where honours are told counts in that zone alone,
/// and so does `khen thưởng`.
[[nodiscard]] std::vector<AwardName> award_names(const Document& document, TokenRange range, ZoneKind zone);

}  // namespace tongket
