// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who wrote the page.
#pragma once

#include <optional>

#include "meeting/letterhead.hpp"
#include "page/document.hpp"

namespace tongket {

/// Who wrote a page. Of an agency's own report that is who signed it, where the signature stands in a byline; else
/// the name in the first byline: `Thu Hà` of `Bài và ảnh: Thu Hà`, of `Theo Thu Hà`; all of it where there is no such
/// word. Nothing where that names an office only.
/// @param byline  the first byline of the page, whose zones are known
[[nodiscard]] std::optional<TokenRange> find_author(const Document& document, TokenRange byline,
                                                    const std::optional<Letterhead>& letterhead);

}  // namespace tongket
