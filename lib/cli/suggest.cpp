// SPDX-License-Identifier: BSL-1.0
#include "cli/suggest.hpp"

#include <algorithm>
#include <cstddef>

namespace tongket::cli {
namespace {

/// How many letters must be changed, left out, put in or swapped with the next (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const std::size_t change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            rows[i][j] = std::min({change, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& words) {
    // Longer ones are none of ours, and would cost time.
    constexpr std::size_t longest = 40;
    if (typed.size() > longest) return std::nullopt;
    std::size_t best = std::max<std::size_t>(typed.size() / 3, 1) + 1;
    std::optional<std::string> found;
    for (const std::string& word : words) {
        const std::size_t wrong = distance(typed, word);
        if (wrong >= best || wrong >= word.size()) continue;
        best = wrong;
        found = word;
    }
    return found;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& words) {
    const auto word = nearest(typed, words);
    return word ? "; did you mean '" + *word + "'?" : "";
}

}  // namespace tongket::cli
