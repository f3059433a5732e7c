// SPDX-License-Identifier: BSL-1.0
#include "tables/aligned_columns.hpp"

#include <algorithm>

namespace tongket {
namespace {

// Where words stand, over all rows: stretches that no blank column goes through.
std::vector<TextColumns> stretches_of(const std::vector<const AlignedLine*>& rows) {
    std::vector<TextColumns> words;
    for (const AlignedLine* row : rows)
        for (const TypedPart& word : row->words()) words.push_back(word.columns);
    std::sort(words.begin(), words.end(), [](TextColumns a, TextColumns b) { return a.begin < b.begin; });
    std::vector<TextColumns> stretches;
    for (const TextColumns& word : words) {
        if (stretches.empty() || word.begin > stretches.back().end)
            stretches.push_back(word);
        else
            stretches.back().end = std::max(stretches.back().end, word.end);
    }
    return stretches;
}

// Joins stretches between which the words of most rows stand as words do: labels have blanks above each other.
std::vector<TextColumns> columns_of(const std::vector<const AlignedLine*>& rows) {
    const std::vector<TextColumns> stretches = stretches_of(rows);
    // Gaps and single blanks before each; a gap over several stretches says of none that it begins a column.
    std::vector<std::size_t> wide(stretches.size(), 0), narrow(stretches.size(), 0);
    for (const AlignedLine* row : rows) {
        std::size_t s = 0;
        const std::vector<TypedPart>& words = row->words();
        for (std::size_t w = 1; w < words.size(); ++w) {
            while (stretches[s].end <= words[w - 1].columns.begin) ++s;
            if (s + 1 == stretches.size() || stretches[s + 1].begin > words[w].columns.begin ||
                words[w].columns.begin >= stretches[s + 1].end)
                continue;
            ++(words[w].columns.begin - words[w - 1].columns.end >= least_gap ? wide : narrow)[s + 1];
        }
    }
    std::vector<TextColumns> columns;
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        if (columns.empty() || narrow[s] == 0 || wide[s] > narrow[s])
            columns.push_back(stretches[s]);
        else
            columns.back().end = stretches[s].end;
    }
    return columns;
}

}  // namespace

std::size_t AlignedColumns::nearest(TextColumns letters) const noexcept {
    std::size_t best = 0;
    for (std::size_t c = 1; c < places.size(); ++c)
        if (places[c].distance(letters) < places[best].distance(letters) ||
            (places[c].meets(letters) && !places[best].meets(letters)))
            best = c;
    return best;
}

std::vector<GridCell> AlignedColumns::cells_of(const AlignedLine& line) const {
    std::vector<GridCell> cells(count());
    for (const TypedPart& word : line.words()) {
        GridCell& cell = cells[nearest(word.columns)];
        if (cell.empty())
            cell.push_back(word.place);
        else
            cell.back().end = word.place.end;
    }
    return cells;
}

std::optional<AlignedColumns> find_aligned_columns(std::string_view text,
                                                   const std::vector<const AlignedLine*>& rows) {
    AlignedColumns columns;
    columns.places = columns_of(rows);
    constexpr std::size_t most = 64;  // so that the time stays linear
    if (columns.count() > most) return std::nullopt;
    std::vector<std::size_t> words(columns.count(), 0), figures(columns.count(), 0), letters(columns.count(), 0);
    for (const AlignedLine* row : rows) {
        std::vector<bool> filled(columns.count(), false);
        for (const TypedPart& cell : row->cells()) {
            const std::size_t c = columns.nearest(cell.columns);
            if (filled[c]) return std::nullopt;
            filled[c] = true;
            const std::string_view shown = slice(text, cell.place);
            ++(has_letter(shown) ? words : figures)[c];
            if (has_letter(shown)) letters[c] += shown.size();
        }
    }
    // 'I', 'a' number rows.
    constexpr std::size_t shortest_label = 4;  // bytes, on average
    while (columns.label < columns.count() && (words[columns.label] <= figures[columns.label] ||
                                               letters[columns.label] < shortest_label * words[columns.label]))
        ++columns.label;
    columns.first_figures = columns.label + 1;
    while (columns.first_figures < columns.count() && words[columns.first_figures] > figures[columns.first_figures])
        ++columns.first_figures;
    if (columns.first_figures >= columns.count()) return std::nullopt;
    return columns;
}

}  // namespace tongket
