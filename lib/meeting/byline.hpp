// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who wrote the page.
#pragma once

#include "page/document.hpp"

namespace tongket {

/// The name in a byline: `Thu Hà` of `Bài và ảnh: Thu Hà`, of `Theo Thu Hà`; all of it where there is no such word.
/// Of an agency's own report the one who signed it.
[[nodiscard]] TokenRange name_in_byline(const Document& document, TokenRange byline);

}  // namespace tongket
