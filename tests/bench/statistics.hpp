// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is said of the figures of several rounds.
#pragma once

#include <algorithm>
#include <vector>

namespace tongket::bench {

/// The middle one, and how far they spread.
struct Spread {
    double median = 0;
    double min = 0;
    double max = 0;
};

/// @param figures  one or more
[[nodiscard]] inline Spread spread(std::vector<double> figures) {
    std::sort(figures.begin(), figures.end());
    const std::size_t half = figures.size() / 2;
    const double median = figures.size() % 2 == 1 ? figures[half] : (figures[half - 1] + figures[half]) / 2;
    return {median, figures.front(), figures.back()};
}

}  // namespace tongket::bench
