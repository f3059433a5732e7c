// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which sentences stand in quotation marks that are opened before them or closed behind them.
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.hpp"
#include "zones/feature_names.hpp"

namespace tongket {

/// How a sentence stands to a quotation of several sentences.
struct Quoted {
    Quotation place = Quotation::none;
    std::uint32_t closed_by = 0;  ///< the sentence in which it is closed, or this one outside of any
};

/// By sentence. A quotation that is not closed within some sentences is none: somebody forgot a mark.
/// Time is linear in the tokens.
[[nodiscard]] std::vector<Quoted> quotations_of(const Document& document);

}  // namespace tongket
