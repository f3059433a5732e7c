// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a statement is about.
#pragma once

#include "page/document.hpp"

namespace tongket {

/// The topic that most of the terms speak of; ties go to the first named.
[[nodiscard]] Topic topic_of(const Document& document, TokenRange range);

}  // namespace tongket
