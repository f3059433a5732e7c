// SPDX-License-Identifier: BSL-1.0
/// @file
/// Texts for those who can hold no bytes that are not UTF-8.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace tongket {

/// UTF-8 with every bad byte replaced by U+FFFD, and where the positions of the input are in it.
struct Repaired {
    std::string text;
    std::vector<std::size_t> bad;  ///< positions of the bad bytes in the input

    explicit Repaired(std::string_view input) {
        std::size_t at = 0;
        while (at < input.size()) {
            const std::size_t good = std::min(find_invalid_utf8(input.substr(at)), input.size() - at);
            text.append(input, at, good);
            at += good;
            if (at == input.size()) break;
            bad.push_back(at++);
            text += "\xEF\xBF\xBD";
        }
    }
    [[nodiscard]] std::size_t position(std::size_t of_input) const {
        const auto before = std::lower_bound(bad.begin(), bad.end(), of_input) - bad.begin();
        return of_input + 2 * static_cast<std::size_t>(before);
    }
};

}  // namespace tongket
