// SPDX-License-Identifier: BSL-1.0
#include "indicators.hpp"

#include <algorithm>

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

}  // namespace

IndicatorCatalogue::IndicatorCatalogue(const grammar::LexiconIndex& lexicon) {
    for (const LexiconEntry& entry : lexicon.indicator_entries()) {
        Pattern common;
        common.id = entry.value;
        const grammar::Payload attributes{LexiconClass::indicator, {}, entry.attributes, 0, {}, 0};
        for_each_word(attributes.attribute("kind"), ',', [&](std::string_view name) {
            const auto kind = from_name<MeasureKind>(name);
            if (!kind)
                throw Error(ErrorCode::invalid_lexicon, 0,
                            "indicator " + entry.value + ": unknown kind '" + std::string(name) + "'");
            common.kinds |= 1U << static_cast<unsigned>(*kind);
        });
        for_each_word(attributes.attribute("unit"), ',',
                      [&](std::string_view unit) { common.units.emplace_back(unit); });
        for (const std::string& alternative : entry.phrases) {
            Pattern pattern = common;
            for_each_word(alternative, ' ', [&](std::string_view word) {
                const bool forbidden = word.starts_with('!');
                if (forbidden) word.remove_prefix(1);
                const bool context = word.starts_with('~');
                if (context) word.remove_prefix(1);
                const auto id = lexicon.concept_id(word);
                if (!id)
                    throw Error(ErrorCode::invalid_lexicon, 0,
                                "indicator " + entry.value + ": no term has the concept '" + std::string(word) + "'");
                if (forbidden)
                    (context ? pattern.forbidden_in_context : pattern.forbidden).set(*id);
                else
                    (context ? pattern.required_in_context : pattern.required).set(*id);
            });
            patterns_.push_back(std::move(pattern));
        }
    }
}

std::optional<IndicatorCatalogue::Match> IndicatorCatalogue::find(const grammar::ConceptSet& own,
                                                                  const grammar::ConceptSet& context,
                                                                  MeasureKind kind, std::string_view unit) const {
    const Pattern* best = nullptr;
    std::size_t best_score = 0;
    for (const Pattern& pattern : patterns_) {
        if (pattern.kinds != 0 && (pattern.kinds & 1U << static_cast<unsigned>(kind)) == 0) continue;
        if ((pattern.required & ~own).any() || (pattern.forbidden & own).any()) continue;
        if ((pattern.required_in_context & ~context).any() || (pattern.forbidden_in_context & context).any())
            continue;
        if (!pattern.units.empty() &&
            std::none_of(pattern.units.begin(), pattern.units.end(), [&](const std::string& u) { return u == unit; }))
            continue;
        const std::size_t score =
            4 * pattern.required.count() + pattern.required_in_context.count() + (pattern.units.empty() ? 0 : 1);
        // Of equals the later wins, so that a user's pattern overrules a built-in one.
        if (score > 0 && score >= best_score) {
            best_score = score;
            best = &pattern;
        }
    }
    if (best == nullptr) return std::nullopt;
    return Match{best->id, best->required_in_context.none()};
}

grammar::ConceptSet concepts_in(const Document& document, TokenRange range) {
    grammar::ConceptSet concepts;
    for (std::size_t t = range.first; t < range.last; ++t) {
        if (!document.token(t).starts(LexiconClass::term)) continue;
        concepts |= document.stream().lexicon->concepts_at(
            document.stream().tokens.subspan(t, std::min(range.last, document.size()) - t));
    }
    return concepts;
}

}  // namespace tongket
