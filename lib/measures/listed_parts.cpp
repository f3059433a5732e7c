// SPDX-License-Identifier: BSL-1.0
#include "measures/listed_parts.hpp"

#include <algorithm>

namespace tongket {
namespace {

// An item without a mark has at most so many tokens.
constexpr std::size_t longest_item = 24;
// A list breaks down one of so many figures before it.
constexpr std::size_t most_wholes = 8;
// An opener before ':' is at most so many tokens long.
constexpr std::size_t longest_opener = 4;

std::optional<char> mark_of(const Words& words, const Sentence& sentence) {
    const Token first = words.token(sentence.tokens.first);
    if (sentence.content == sentence.tokens.first || first.kind != TokenKind::mark) return std::nullopt;
    return first.mark;
}

}  // namespace

std::vector<PartLink> ListedParts::next(std::span<const Figure> figures, std::size_t first, std::size_t sentence) {
    std::vector<PartLink> links;
    const Sentence& own = words_.document().sentences[sentence];
    if (!wholes_.empty() && !continues(sentence)) wholes_.clear();
    if (!wholes_.empty()) {
        const bool item = words_.document().sentences[last_].line != own.line;
        if (item && !begun_) mark_ = mark_of(words_, own);
        last_ = sentence;
        begun_ = begun_ || item;
        // One part of each whole a line: 'Hè Thu: 39.870 ha, năng suất 58,9 tạ/ha, sản lượng 234.834 tấn'.
        for (std::size_t w = 0; item && w < wholes_.size();) {
            const Whole& of = wholes_[w];
            const auto fits = [&](const Figure& part) {
                return is_level(part.measure) && !part.measure.part_of &&
                       same_noun(figures[of.figure].measure, part.measure) &&
                       comparable(figures[of.figure].measure, part.measure);
            };
            const auto part = std::find_if(figures.begin() + static_cast<std::ptrdiff_t>(first), figures.end(), fits);
            if (part != figures.end() && !wholes_[w].sum.takes(part->measure)) {
                wholes_.erase(wholes_.begin() + static_cast<std::ptrdiff_t>(w));
                continue;
            }
            if (part != figures.end())
                links.push_back({static_cast<std::size_t>(part - figures.begin()), of.figure, Confidence::certain});
            ++w;
        }
    }
    if (opens(own)) open(figures, sentence);
    return links;
}

bool ListedParts::continues(std::size_t sentence) const {
    const Document& document = words_.document();
    const Sentence& own = document.sentences[sentence];
    if (sentence != last_ + 1) return false;
    if (document.sentences[last_].line == own.line) return begun_;
    const auto mark = mark_of(words_, own);
    if (begun_ && mark != mark_) return false;
    return mark || own.tokens.last - own.tokens.first <= longest_item;
}

// 'Trong đó:', '... gồm:' at the end of a line.
bool ListedParts::opens(const Sentence& sentence) const {
    const Document& document = words_.document();
    std::size_t end = sentence.tokens.last;
    while (end > sentence.content && words_.token(end - 1).kind == TokenKind::newline) --end;
    if (end <= sentence.content + 1 || !words_.token(end - 1).is_mark(':')) return false;
    if (end < document.lines[sentence.line].tokens.last && words_.token(end).kind != TokenKind::newline) return false;
    for (std::size_t length = 1; length <= longest_opener && end - 1 >= sentence.content + length; ++length) {
        const auto opener = opener_at(words_, end - 1 - length);
        if (opener && opener->last == end - 1)
            return !opener->example && !words_.token(opener->first).is_word(Keyword::rieng);
    }
    return false;
}

void ListedParts::open(std::span<const Figure> figures, std::size_t sentence) {
    const Document& document = words_.document();
    wholes_.clear();
    begun_ = false;
    mark_.reset();
    last_ = sentence;
    std::size_t looked_at = 0;
    for (std::size_t f = figures.size(); f-- > 0;) {
        const Sentence& of = document.sentences[document.sentence_of(figures[f].begin())];
        if (of.line != document.sentences[sentence].line) break;
        const Measure& m = figures[f].measure;
        const std::size_t end = document.sentences[sentence].tokens.last;
        const auto counts_same = [&](const Whole& other) { return figures[other.figure].measure.unit == m.unit; };
        if (!is_level(m) || std::any_of(wholes_.begin(), wholes_.end(), counts_same)) continue;
        if (++looked_at > most_wholes) break;
        if (!words_.closed_bracket({figures[f].begin(), end})) wholes_.push_back({f, PartSum(m)});
    }
}

}  // namespace tongket
