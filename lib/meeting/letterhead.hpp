// SPDX-License-Identifier: BSL-1.0
/// @file
/// The frame of an agency's own report: who reports, under which number, who signed.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// The lines over an agency's own report: `SỞ Y TẾ`, `Số: 123/BC-SYT`.
struct Letterhead {
    TokenRange agency;  ///< where the text writes it, if the lines cut it: `ỦY BAN NHÂN DÂN`, `TỈNH HÀ NAM`
    TokenRange number_line;  ///< `Số: 123/BC-SYT`
    TokenRange number;       ///< `123/BC-SYT`; empty where the digits were left out
};

/// The letterhead among the first lines of a page; nothing where no agency's name stands over a number.
[[nodiscard]] std::optional<Letterhead> find_letterhead(const Document& document);

/// Who signed an agency's own report.
struct Signature {
    grammar::PositionExpression office;  ///< `PHÓ GIÁM ĐỐC`, behind `KT. GIÁM ĐỐC` too
    TokenRange name;
};

/// The signature under a page that has a letterhead: the last line that ends in a personal name, with the office in
/// capitals on one of the lines over it.
[[nodiscard]] std::optional<Signature> find_signature(const Document& document);

}  // namespace tongket
