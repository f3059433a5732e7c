// SPDX-License-Identifier: BSL-1.0
#include "wrap/margin.hpp"

#include <algorithm>
#include <cstddef>

namespace tongket {
namespace {

constexpr std::uint32_t most_columns = 400;

// A line that goes on in the next says that the margin is at `edge` at least and before `reach`.
struct Witness {
    std::uint32_t edge;
    std::uint32_t reach;
};

std::vector<Witness> witnesses(const std::vector<TypedLine>& lines) {
    std::vector<Witness> found;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const TypedLine& line = lines[i - 1];
        if (surely_goes_on(line, lines[i]) && line.width >= least_wrapped_width && line.right_edge() < most_columns)
            found.push_back({line.right_edge(), Margin::reach(line, lines[i])});
    }
    return found;
}

// How much wider or narrower than the margin a line of proportional letters may be.
std::uint32_t slack(std::uint32_t margin) noexcept { return margin / 16; }

// The column that agrees with most witnesses, and with how many.
struct Agreement {
    std::uint32_t column = 0;
    std::size_t witnesses = 0;
};

Agreement best_column(const std::vector<Witness>& all) {
    std::vector<int> changes(most_columns * 2);
    for (const Witness& w : all) {
        ++changes[w.edge - slack(w.edge)];
        --changes[std::min<std::size_t>(w.reach + slack(w.edge), changes.size() - 1)];
    }
    // The middle of the first run of columns with which most agree.
    std::uint32_t first = 0, last = 0;
    int agreeing = 0, most = 0;
    for (std::uint32_t column = 0; column < changes.size(); ++column) {
        agreeing += changes[column];
        if (agreeing > most) {
            most = agreeing;
            first = column;
        }
        if (agreeing == most && (last + 1 == column || first == column)) last = column;
    }
    return {(first + last) / 2, static_cast<std::size_t>(most)};
}

// The value below which one in `parts` lies.
std::uint32_t low_quantile(std::vector<std::uint32_t> values, std::size_t parts) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / parts);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

// Where the lines that go on end, once it is known about where.
Margin margin_near(const std::vector<Witness>& all, const Agreement& near) {
    constexpr std::size_t outliers = 32;   // one in so many may fall short
    constexpr std::size_t justified = 10;  // all but one in so many end at the margin where both edges are straight
    constexpr std::size_t enough = 12;     // to see that letters have one width
    std::vector<std::uint32_t> edges, reaches;
    for (const Witness& w : all) {
        if (w.edge > near.column + slack(w.edge) || w.reach + slack(w.edge) <= near.column) continue;
        edges.push_back(w.edge);
        reaches.push_back(w.reach);
    }
    const std::uint32_t last = *std::max_element(edges.begin(), edges.end());
    Margin margin;
    // Proportional letters: no column lies behind all lines and before all words that had no room.
    const bool exact = edges.size() >= enough && last < *std::min_element(reaches.begin(), reaches.end());
    const std::uint32_t play = exact ? 0 : slack(near.column) / 2;
    margin.least_reach = std::min(last + 1, low_quantile(reaches, outliers) - play);
    margin.most_edge = last + slack(near.column);
    if (edges.size() >= justified && low_quantile(edges, justified) + 1 >= last) margin.least_edge = last - 1;
    return margin;
}

}  // namespace

bool surely_goes_on(const TypedLine& line, const TypedLine& next) noexcept {
    return !next.behind_blank_line && next.page == line.page && line.last == LineEnd::open &&
           next.first == LineStart::small && !line.apart && !next.apart && line.small;
}

std::optional<Margin> find_margin(const std::vector<TypedLine>& lines) {
    // In percent: of the witnesses that agree; of all columns those in lines beyond the margin.
    constexpr std::size_t least_agreeing = 75, most_beyond = 15;
    constexpr std::uint32_t widest_of_few = 120;
    // How many witnesses there must be, and in how many columns of a hundred: more where lines reach beyond or are
    // wide, as those of one sentence each may be.
    struct Need {
        std::size_t witnesses, percent;
    };
    constexpr Need within_margin{1, 5}, beyond_margin{3, 25};
    const std::vector<Witness> all = witnesses(lines);
    const Agreement best = best_column(all);
    if (best.witnesses == 0 || best.witnesses * 100 < all.size() * least_agreeing) return std::nullopt;
    std::size_t columns = 0, going_on = 0, beyond = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        columns += lines[i].width;
        if (lines[i].right_edge() > best.column + 2 * slack(best.column)) beyond += lines[i].width;
        if (i + 1 < lines.size() && surely_goes_on(lines[i], lines[i + 1])) going_on += lines[i].width;
    }
    const bool narrow = best.column <= widest_of_few && beyond == 0;
    const Need need = narrow ? within_margin : beyond_margin;
    if (all.size() < need.witnesses || going_on * 100 < columns * need.percent ||
        beyond * 100 > columns * most_beyond)
        return std::nullopt;
    return margin_near(all, best);
}

Margin margin_of_wrapped(const std::vector<TypedLine>& lines) {
    const std::vector<Witness> all = witnesses(lines);
    if (const Agreement best = best_column(all); best.witnesses != 0) return margin_near(all, best);
    Margin margin;
    std::uint32_t last = 0;
    for (const TypedLine& line : lines) last = std::max(last, line.right_edge());
    margin.least_reach = last + 1;
    return margin;
}

}  // namespace tongket
