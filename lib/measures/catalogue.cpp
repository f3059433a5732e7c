// SPDX-License-Identifier: BSL-1.0
#include "measures/catalogue.hpp"

#include <algorithm>

namespace tongket {

const grammar::ConceptSet& CatalogueLookup::concepts_of_clause(const Figure& figure, const Sentence& sentence) {
    const std::size_t begin = words_.clause_begin(sentence, figure.begin());
    std::size_t end = std::max(begin, clause_.first == begin ? clause_.last : figure.mention->range.last);
    while (end < sentence.tokens.last && !words_.token(end).is_mark(';')) ++end;
    if (clause_ != TokenRange{begin, end}) {
        clause_ = {begin, end};
        clause_concepts_ = concepts_in(words_.document(), clause_);
    }
    return clause_concepts_;
}

// The sentence's, and those of the one before it in its paragraph.
const grammar::ConceptSet& CatalogueLookup::concepts_of_sentence(std::size_t sentence) {
    const auto& sentences = words_.document().sentences;
    if (sentence_ != sentence) {
        sentence_ = sentence;
        sentence_concepts_ = concepts_in(words_.document(), sentences[sentence].tokens);
        if (sentence > 0 && sentences[sentence - 1].line == sentences[sentence].line)
            sentence_concepts_ |= concepts_in(words_.document(), sentences[sentence - 1].tokens);
    }
    return sentence_concepts_;
}

IndicatorId CatalogueLookup::find(const Figure& figure, std::size_t sentence, const Measure* whole) {
    const Measure& m = figure.measure;
    grammar::ConceptSet own = concepts_in(words_.document(), figure.indicator);
    own |= concepts_in(words_.document(), figure.mention->range);
    grammar::ConceptSet context = own | concepts_of_clause(figure, words_.document().sentences[sentence]);
    Confidence confidence = Confidence::certain;
    auto match = catalogue_.find(own, context, m.kind, m.unit.value_or(""));
    if (!match || !match->by_own_words) {
        context |= concepts_of_sentence(sentence);
        match = catalogue_.find(own, context, m.kind, m.unit.value_or(""));
        confidence = Confidence::likely;
    }
    // A percentage that is a change is of its indicator, whatever kind that has.
    if (!match && (m.role == MeasureRole::change || m.baseline)) {
        const std::string noun = words_.noun_in(figure.indicator).value_or("");
        for (const MeasureKind kind :
             {MeasureKind::money, MeasureKind::count, MeasureKind::rate, MeasureKind::duration})
            if ((match = catalogue_.find(own, context, kind, noun))) break;
    }
    if (match) return {std::string(match->id), confidence};
    if (whole != nullptr && whole->unit == m.unit && m.kind == MeasureKind::duration)
        return {whole->indicator_id, confidence};
    return {std::nullopt, confidence};
}

}  // namespace tongket
