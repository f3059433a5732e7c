// SPDX-License-Identifier: BSL-1.0
/// @file
/// The frame of an agency's own report: who reports, under which number, who signed.
#pragma once

#include <optional>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket {

/// Who signed an agency's own report.
struct Signature {
    grammar::PositionExpression office;  ///< `PHÓ GIÁM ĐỐC`, behind `KT. GIÁM ĐỐC` too
    TokenRange name;
};

/// The lines over an agency's own report, `SỞ Y TẾ`, `Số: 123/BC-SYT`, and those under it.
struct Letterhead {
    /// The agency. Of a name that the lines cut, `ỦY BAN NHÂN DÂN`, `HUYỆN TÂN YÊN`: where the text writes it in one
    /// line; else all its lines where they follow each other, or the first.
    TokenRange agency;
    TokenRange number_line;              ///< `Số: 123/BC-SYT`
    TokenRange number;                   ///< `123/BC-SYT`; empty where the digits were left out
    std::optional<Signature> signature;  ///< an office in capitals over a personal name, among the last lines
};

/// The letterhead of a page whose zones are known; nothing where the first lines do not have what an official report
/// has: an agency's name in capitals over a line that holds a number, and the motto of the Republic among them or,
/// below, the kind of document that the number abbreviates: `BÁO CÁO` for `BC`.
[[nodiscard]] std::optional<Letterhead> find_letterhead(const Document& document);

/// Whether a line ends in an office in capitals or in whom its holder acts for: `Nơi nhận:   GIÁM ĐỐC`, `TM. UBND
/// TỈNH`.
[[nodiscard]] bool ends_in_office(const Document& document, TokenRange line);

}  // namespace tongket
