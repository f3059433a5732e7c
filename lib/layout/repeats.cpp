// SPDX-License-Identifier: BSL-1.0
#include "layout/repeats.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>
#include <utility>

namespace tongket {
namespace {

template <class Integer>
Integer load(std::string_view text, std::size_t at) {
    Integer value = 0;
    std::memcpy(&value, text.data() + at, sizeof value);
    return value;
}

// All bytes of a text of one to eight bytes; those in the middle maybe twice.
std::uint64_t up_to_eight_bytes(std::string_view text) {
    const std::size_t n = text.size();
    if (n == 8) return load<std::uint64_t>(text, 0);
    if (n >= 4) return load<std::uint32_t>(text, 0) | std::uint64_t{load<std::uint32_t>(text, n - 4)} << 32;
    return static_cast<std::uint8_t>(text[0]) | std::uint64_t{static_cast<std::uint8_t>(text[n / 2])} << 8 |
           std::uint64_t{static_cast<std::uint8_t>(text[n - 1])} << 16;
}

}  // namespace

Repeats::Repeats(const Document& document, std::size_t first, std::size_t last) : document_(document) {
    occurrences_.reserve(last - first + document.sentences.size());
    for (std::size_t i = first; i < last; ++i) {
        const Line& line = document.lines[i];
        if (line.blank()) continue;
        occurrences_.push_back({signature(line.tokens), i, true, line.tokens});
        // A line of one sentence is already there.
        if (line.last_sentence - line.first_sentence < 2) continue;
        for (std::size_t s = line.first_sentence; s < line.last_sentence; ++s) {
            const TokenRange range = document.sentences[s].tokens;
            if (range.last - range.first > long_sentence) occurrences_.push_back({signature(range), i, false, range});
        }
    }
    keep_repeated();
    for (Occurrence& o : occurrences_) o.hash = hash(o.range);
    keep_repeated();
    std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.hash, a.line) < std::tie(b.hash, b.line);
    });
    repeats_.assign(document.lines.size(), false);
    line_repeats_.assign(document.lines.size(), false);
    const auto whole_line = [](const Occurrence& o) { return o.whole_line; };
    for (auto same = occurrences_.begin(); same != occurrences_.end();) {
        const auto end =
            std::find_if(same, occurrences_.end(), [&](const Occurrence& o) { return o.hash != same->hash; });
        const bool lines = std::count_if(same, end, whole_line) > 1;
        for (; same != end; ++same) {
            repeats_[same->line] = true;
            if (lines && same->whole_line) line_repeats_[same->line] = true;
        }
    }
}

// Of the words, whatever stands between them.
std::uint64_t Repeats::hash(TokenRange range) const {
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
    std::uint64_t h = range.last - range.first;
    for (std::size_t t = range.first; t < range.last; ++t) {
        std::string_view text = document_.text_of(t);
        h ^= text.size();
        for (; text.size() > 8; text.remove_prefix(8)) h = (h ^ load<std::uint64_t>(text, 0)) * prime;
        h = (h ^ up_to_eight_bytes(text)) * prime;
        h ^= h >> 29;
    }
    return h;
}

// Tells most ranges apart at a few words' cost, and without a look at their letters.
std::uint64_t Repeats::signature(TokenRange range) const {
    constexpr std::size_t looked_at = 3;
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
    const std::size_t count = range.last - range.first;
    std::uint64_t h = count;
    const auto add = [&](std::size_t t) {
        h = (h ^ (std::uint64_t{document_.token(t).word} << 16U | document_.token(t).length)) * prime;
        h ^= h >> 29U;
    };
    for (std::size_t k = 0; k < std::min(looked_at, count); ++k) add(range.first + k);
    for (std::size_t k = 0; k < std::min(looked_at, count); ++k) add(range.last - 1 - k);
    return h;
}

// Drops most of those whose hash no other has: those alone in a table's slot. In the order of the page, for to
// sort them all first would cost most of this stage on a long one.
void Repeats::keep_repeated() {
    std::vector<std::uint8_t> counts(std::bit_ceil(8 * occurrences_.size() + 1));
    const auto count_of = [&](const Occurrence& o) -> std::uint8_t& {
        return counts[(o.hash ^ o.hash >> 32U) & (counts.size() - 1)];
    };
    for (const Occurrence& o : occurrences_) count_of(o) = count_of(o) == 0 ? 1 : 2;
    std::erase_if(occurrences_, [&](const Occurrence& o) { return count_of(o) < 2; });
}

std::span<const Repeats::Occurrence> Repeats::same_words_behind(TokenRange range, std::size_t line) const {
    const auto key = std::pair(hash(range), line);
    const auto first =
        std::upper_bound(occurrences_.begin(), occurrences_.end(), key,
                         [](const auto& wanted, const Occurrence& o) { return wanted < std::pair(o.hash, o.line); });
    const auto last = std::upper_bound(first, occurrences_.end(), key.first,
                                       [](std::uint64_t wanted, const Occurrence& o) { return wanted < o.hash; });
    return {first, last};
}

}  // namespace tongket
