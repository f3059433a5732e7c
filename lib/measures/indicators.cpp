// SPDX-License-Identifier: BSL-1.0
#include "measures/indicators.hpp"
#include "measures/words.hpp"

#include <algorithm>
#include <map>
#include <span>

#include <tongket/lexicon.hpp>
#include <tongket/names.hpp>

namespace tongket {
namespace {

template <class Visit>
void for_each_word(std::string_view text, char separator, Visit visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

using Timing = IndicatorCatalogue::Timing;

// The first and the last column of the catalogue, in order of the ids.
std::vector<std::pair<std::string_view, Timing>> builtin_timings() {
    std::vector<std::pair<std::string_view, Timing>> timings;
    for_each_word(builtin_indicators(), '\n', [&](std::string_view line) {
        const std::string_view time = line.substr(line.rfind(',') + 1);
        if (time == "stock" || time == "flow")
            timings.emplace_back(line.substr(0, line.find(',')), time == "stock" ? Timing::stock : Timing::flow);
    });
    std::sort(timings.begin(), timings.end());
    return timings;
}

[[noreturn]] void refuse(const LexiconEntry& entry, const std::string& message) {
    throw Error(ErrorCode::invalid_lexicon, entry.offset, "indicator " + entry.value + ": " + message);
}

}  // namespace

Timing IndicatorCatalogue::timing(std::string_view id) const noexcept {
    const auto found = std::lower_bound(timings_.begin(), timings_.end(), id,
                                        [](const auto& entry, std::string_view key) { return entry.first < key; });
    return found != timings_.end() && found->first == id ? found->second : Timing::unknown;
}

IndicatorCatalogue::IndicatorCatalogue(const grammar::LexiconIndex& lexicon, std::size_t overruled)
    : timings_(builtin_timings()) {
    std::map<decltype(std::declval<Pattern>().conditions()), std::string> own;  // of patterns that nobody overrules
    const std::span<const LexiconEntry> entries = lexicon.indicator_entries();
    for (std::size_t e = 0; e < entries.size(); ++e) {
        std::size_t p = patterns_.size();
        add_patterns(entries[e], lexicon);
        if (e < overruled) continue;
        for (; p < patterns_.size(); ++p) {
            const auto [first, is_new] = own.emplace(patterns_[p].conditions(), patterns_[p].id);
            if (!is_new && first->second != patterns_[p].id)
                refuse(entries[e], "has the same pattern as indicator " + first->second + ", which it hides");
        }
    }
    index_patterns();
}

void IndicatorCatalogue::add_patterns(const LexiconEntry& entry, const grammar::LexiconIndex& lexicon) {
    Pattern common;
    common.id = entry.value;
    const grammar::Payload attributes{LexiconClass::indicator, {}, entry.attributes, 0, {}, 0};
    for_each_word(attributes.attribute("kind"), ',', [&](std::string_view name) {
        const auto kind = from_name<MeasureKind>(name);
        if (!kind) refuse(entry, "unknown kind '" + std::string(name) + "'");
        common.kinds |= 1U << static_cast<unsigned>(*kind);
    });
    for_each_word(attributes.attribute("unit"), ',', [&](std::string_view unit) { common.units.emplace_back(unit); });
    std::sort(common.units.begin(), common.units.end());
    for (const std::string& alternative : entry.phrases) {
        Pattern pattern = common;
        for_each_word(alternative, ' ', [&](std::string_view word) {
            const bool forbidden = word.starts_with('!');
            if (forbidden) word.remove_prefix(1);
            const bool context = word.starts_with('~');
            if (context) word.remove_prefix(1);
            const auto id = lexicon.concept_id(word);
            if (!id) refuse(entry, "no term has the concept '" + std::string(word) + "'");
            if (forbidden)
                (context ? pattern.forbidden_in_context : pattern.forbidden).set(*id);
            else
                (context ? pattern.required_in_context : pattern.required).set(*id);
        });
        pattern.score =
            4 * pattern.required.count() + pattern.required_in_context.count() + (pattern.units.empty() ? 0 : 1);
        if (pattern.score == 0) refuse(entry, "the pattern '" + alternative + "' requires nothing");
        // The context holds a measure's own words.
        if (pattern.required.intersects(pattern.forbidden | pattern.forbidden_in_context) ||
            pattern.required_in_context.intersects(pattern.forbidden_in_context))
            refuse(entry, "the pattern '" + alternative + "' forbids what it requires");
        patterns_.push_back(std::move(pattern));
    }
}

void IndicatorCatalogue::index_patterns() {
    std::array<std::size_t, grammar::ConceptSet::capacity> uses{};
    for (const Pattern& pattern : patterns_) {
        pattern.required.for_each([&](std::size_t id) { ++uses[id]; });
        pattern.required_in_context.for_each([&](std::size_t id) { ++uses[id]; });
    }
    for (std::uint32_t p = 0; p < patterns_.size(); ++p) {
        const Pattern& pattern = patterns_[p];
        const bool own = !pattern.required.empty();
        std::optional<std::size_t> rarest;
        (own ? pattern.required : pattern.required_in_context).for_each([&](std::size_t id) {
            if (!rarest || uses[id] < uses[*rarest]) rarest = id;
        });
        if (!rarest)
            by_unit_alone_.push_back(p);
        else
            (own ? by_own_concept_ : by_context_concept_)[*rarest].push_back(p);
    }
}

std::optional<IndicatorCatalogue::Match> IndicatorCatalogue::find(const grammar::ConceptSet& own,
                                                                  const grammar::ConceptSet& context,
                                                                  MeasureKind kind, std::string_view unit,
                                                                  const grammar::ConceptSet& around) const {
    const Pattern* best = nullptr;
    const auto consider = [&](std::uint32_t id) {
        const Pattern& pattern = patterns_[id];
        // Of equals the later wins, so that a user's pattern overrules a built-in one.
        if (best != nullptr && (pattern.score < best->score || (pattern.score == best->score && &pattern < best)))
            return;
        if (pattern.kinds != 0 && (pattern.kinds & 1U << static_cast<unsigned>(kind)) == 0) return;
        if (!own.contains(pattern.required) || own.intersects(pattern.forbidden)) return;
        if (!context.contains(pattern.required_in_context) || context.intersects(pattern.forbidden_in_context) ||
            around.intersects(pattern.forbidden_in_context))
            return;
        if (!pattern.units.empty() &&
            std::none_of(pattern.units.begin(), pattern.units.end(), [&](const std::string& u) { return u == unit; }))
            return;
        best = &pattern;
    };
    own.for_each([&](std::size_t id) {
        for (const std::uint32_t pattern : by_own_concept_[id]) consider(pattern);
    });
    context.for_each([&](std::size_t id) {
        for (const std::uint32_t pattern : by_context_concept_[id]) consider(pattern);
    });
    for (const std::uint32_t pattern : by_unit_alone_) consider(pattern);
    if (best == nullptr) return std::nullopt;
    return Match{best->id, best->required_in_context.empty(), !best->required.empty(), !best->units.empty(),
                 best->score};
}

grammar::ConceptSet concepts_in(const Document& document, TokenRange range) {
    const grammar::TokenStream& stream = document.stream();
    const std::size_t end = std::min(range.last, document.size());
    grammar::ConceptSet concepts;
    for (std::size_t t = range.first; t < end; ++t) {
        const Token token = stream.tokens[t];
        // 'trường' of 'môi trường'
        if (!token.starts(LexiconClass::term) || inside_opaque_compound(document, t)) continue;
        const PhraseMatch term = token.has(Token::dashed)
                                     ? stream.lexicon->match(stream.tokens.subspan(t, end - t), LexiconClass::term)
                                     : stream.lexicon->match_to(token.phrase, LexiconClass::term, end - t);
        if (term) concepts |= term.payload->concepts;
    }
    return concepts;
}

}  // namespace tongket
