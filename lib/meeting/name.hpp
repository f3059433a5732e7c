// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the conference is called.
#pragma once

#include <optional>
#include <span>

#include "islands/islands.hpp"
#include "meeting/tellings.hpp"

namespace tongket {

/// `Hội nghị tổng kết công tác năm 2017, triển khai nhiệm vụ năm 2018`: from the meeting's word to where something
/// else is said.
[[nodiscard]] std::optional<Text> find_meeting_name(const Document& document, const Islands& islands,
                                                    std::span<const Telling> tellings);

}  // namespace tongket
