// SPDX-License-Identifier: BSL-1.0
#include "islands/bracketed_parts.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <tongket/grammar/number.hpp>

namespace tongket {
namespace {

// How many words may stand between a figure and its bracket, and how many tokens in that.
constexpr std::size_t words_before_bracket = 8, longest_bracket = 80;
constexpr std::size_t least_parts = 2;

// A number of a bracket that stands alone behind its label.
struct Part {
    std::size_t token;
    Decimal value;
};

bool parts_list(const Token& token) {
    return token.is_mark(',') || token.is_mark(';') || token.is_word(Keyword::va) || token.is_mark(')');
}

class BracketReader {
  public:
    BracketReader(const Document& document, const Islands& islands) : document_(document), islands_(islands) {}

    // The bare numbers that break a figure down; none where they, with what the bracket counts in full, do not make
    // it.
    [[nodiscard]] std::vector<Part> parts_of(const QuantityMention& whole) const {
        const grammar::QuantityExpression& q = whole.quantity;
        const auto& unit = q.unit ? q.unit : whole.shared_unit;
        if (!q.amount.value || !q.amount.value->is_integer() || q.upper || q.whole || q.per_unit || q.ranked ||
            !unit || is_share(*unit))
            return {};
        const std::size_t open = bracket_behind(whole.range.last);
        return open == 0 ? std::vector<Part>{} : read(open, *q.amount.value, *unit);
    }

  private:
    const Document& document_;
    const Islands& islands_;

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }
    [[nodiscard]] static bool is_share(const grammar::UnitWords& unit) {
        return unit.payload != nullptr && unit.payload->attribute("kind") == "percent";
    }

    // The bracket that opens behind words of a figure; 0 where none does.
    [[nodiscard]] std::size_t bracket_behind(std::size_t at) const {
        for (std::size_t t = at; t <= at + words_before_bracket && t < document_.size(); ++t) {
            if (token(t).is_mark('(')) return t;
            if (token(t).kind != TokenKind::word) return 0;
        }
        return 0;
    }

    [[nodiscard]] std::vector<Part> read(std::size_t open, const Decimal& whole,
                                         const grammar::UnitWords& unit) const {
        std::vector<Part> parts;
        Decimal sum;
        std::size_t counted_parts = 0;
        bool labelled = false;  // whether words stand before the next number
        for (std::size_t t = open + 1; t < std::min(open + longest_bracket, document_.size());) {
            const Token next = token(t);
            if (next.is_mark(')')) {
                const bool whole_made = parts.size() + counted_parts >= least_parts && sum == whole;
                return whole_made ? parts : std::vector<Part>{};
            }
            if (const QuantityMention* counted = islands_.quantities.at(t);
                counted != nullptr && has_unit(*counted)) {
                // '(41 xã, huyện 77)': a part that is counted in full; '(58, đạt 60%)' is none.
                const auto& value = counted->quantity.amount.value;
                if (same_unit(unit, *counted)) {
                    const auto more = value ? Decimal::add(sum, *value) : std::nullopt;
                    if (!more) return {};
                    sum = *more;
                    ++counted_parts;
                }
                t = std::max(counted->range.last, t + 1);
                labelled = false;
                continue;
            }
            if (next.kind == TokenKind::number) {
                const auto value = bare_number(t);
                const auto more = value && labelled ? Decimal::add(sum, *value) : std::nullopt;
                if (!more || !parts_list(token(t + 1)) || names_number(t, parts)) return {};
                sum = *more;
                parts.push_back({t, *value});
                labelled = false;
            } else if (next.kind == TokenKind::word) {
                labelled |= !next.is_word(Keyword::va);
            } else if (!parts_list(next) && !next.is_mark(':') && !next.is_mark('-')) {
                return {};
            }
            ++t;
        }
        return {};
    }

    [[nodiscard]] bool same_unit(const grammar::UnitWords& unit, const QuantityMention& other) const {
        const auto& its = other.quantity.unit ? other.quantity.unit : other.shared_unit;
        return its && document_.words({unit.first, unit.first + 1}) == document_.words({its->first, its->first + 1});
    }
    // 'Quốc lộ 10, tỉnh lộ 11', 'Điều 5, khoản 17': the same word before two numbers, or one that takes a number for
    // a name.
    [[nodiscard]] bool names_number(std::size_t at, const std::vector<Part>& before) const {
        const std::string_view label = document_.text_of(at - 1);
        return document_.match(at - 1, LexiconClass::numbered) || document_.match(at - 1, LexiconClass::document) ||
               token(at - 1).is_word(Keyword::so) || token(at - 1).is_word(Keyword::hang) ||
               (!before.empty() && document_.text_of(before.back().token - 1) == label);
    }
    [[nodiscard]] static bool has_unit(const QuantityMention& mention) {
        return mention.quantity.unit || mention.shared_unit;
    }
    // A whole number that is no day, document or name.
    [[nodiscard]] std::optional<Decimal> bare_number(std::size_t at) const {
        if (islands_.periods.at(at) != nullptr || islands_.citations.at(at) != nullptr ||
            islands_.persons.at(at) != nullptr)
            return std::nullopt;
        const auto value = grammar::read_number(document_.text_of(at)).value;
        return value && value->is_integer() ? value : std::nullopt;
    }
};

QuantityMention mention_of(const Part& part, const QuantityMention& whole) {
    QuantityMention mention;
    mention.range = {part.token, part.token + 1};
    mention.quantity.amount.value = part.value;
    mention.quantity.amount.first = static_cast<std::uint32_t>(part.token);
    mention.quantity.amount.length = 1;
    mention.quantity.first = part.token;
    mention.quantity.last = part.token + 1;
    mention.shared_unit = whole.quantity.unit ? whole.quantity.unit : whole.shared_unit;
    return mention;
}

}  // namespace

void read_bracketed_parts(const Document& document, Islands& islands) {
    const BracketReader reader(document, islands);
    std::vector<QuantityMention> found;
    for (const QuantityMention& whole : islands.quantities)
        for (const Part& part : reader.parts_of(whole)) found.push_back(mention_of(part, whole));
    if (found.empty()) return;
    // 'bốn mươi hồ sơ': a figure that is told twice has one bracket.
    const auto place = [](const QuantityMention& mention) { return mention.range.first; };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    found.erase(
        std::unique(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) == place(b); }),
        found.end());
    Mentions<QuantityMention> all;
    all.reserve(islands.quantities.size() + found.size());
    auto next = found.begin();
    for (const QuantityMention& mention : islands.quantities) {
        for (; next != found.end() && next->range.first < mention.range.first; ++next) all.push_back(*next);
        // A bare number that was read already now has a unit.
        if (next != found.end() && next->range.first == mention.range.first)
            all.push_back(*next++);
        else
            all.push_back(mention);
    }
    for (; next != found.end(); ++next) all.push_back(*next);
    islands.quantities = std::move(all);
    std::erase_if(islands.doubts, [&](const NumberDoubt& doubt) {
        const auto part = std::lower_bound(
            found.begin(), found.end(), doubt.range.first,
            [](const QuantityMention& mention, std::size_t token) { return mention.range.first < token; });
        return part != found.end() && part->range.first == doubt.range.first;
    });
}

}  // namespace tongket
