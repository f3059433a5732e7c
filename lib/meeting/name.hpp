// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the conference is called.
#pragma once

#include <optional>
#include <span>

#include "page/document.hpp"

namespace tongket {

/// `Hội nghị tổng kết công tác năm 2017, triển khai nhiệm vụ năm 2018`: from the meeting's word to the clause's end.
/// @param opening  where the page tells of the conference
[[nodiscard]] std::optional<Text> find_meeting_name(const Document& document, std::span<const TokenRange> opening);

}  // namespace tongket
