// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lists of words as text.
#pragma once

#include <string>

namespace tongket::cli {

/// All words of a range, with something between each two.
template <class Words>
[[nodiscard]] std::string joined(const Words& words, const std::string& between) {
    std::string all;
    bool is_first = true;
    for (const std::string& word : words) {
        if (!is_first) all += between;
        all += word;
        is_first = false;
    }
    return all;
}

}  // namespace tongket::cli
