// SPDX-License-Identifier: BSL-1.0
#include "measures/catalogue.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "measures/breakdown.hpp"

namespace tongket {

namespace {

// The tokens of a span of the source. Time is logarithmic in the page.
TokenRange tokens_of(const Document& document, const Span& span) {
    const auto first_at = [&](std::size_t byte) {
        std::size_t low = 0, high = document.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (document.span({middle, middle + 1}).begin < byte)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    return {first_at(span.begin), first_at(span.end)};
}

// Whether a unit is a place in a list: 'hạng', 'thứ bậc', 'vị trí'.
bool counts_places(const Document& document, const grammar::UnitWords& unit) {
    constexpr grammar::KeywordSet places{Keyword::hang, Keyword::bac};
    return places.contains(document.token(unit.end() - 1).word) ||
           document.match(unit.first, LexiconClass::rank_verb).length == unit.length;
}

// 'xếp hạng 21/63, tăng 6 hạng': a change of the rank before it.
bool changes_rank(const Document& document, const Figure& figure, const Figure* previous) {
    const auto& unit = figure.mention->quantity.unit;
    return previous != nullptr && previous->measure.kind == MeasureKind::rank &&
           figure.measure.role == MeasureRole::change && figure.measure.kind == MeasureKind::count && unit &&
           counts_places(document, *unit);
}

}  // namespace

CatalogueLookup::CatalogueLookup(const Words& words, const IndicatorCatalogue& catalogue, const Meeting& meeting)
    : words_(words), catalogue_(catalogue) {
    static constexpr std::string_view flow = "flow";
    flow_ = words_.document().stream().lexicon->concept_id(flow);
    // The totals of a ministry are of the whole sector, which the catalogue does not count.
    if (meeting.organizer && meeting.organizer->kind == OrganizerKind::ministry) return;
    for (const Sentence& sentence : words_.document().sentences)
        if (sentence.zone == ZoneKind::title) page_concepts_ |= concepts_in(words_.document(), sentence.tokens);
    if (meeting.organizer)
        page_concepts_ |= concepts_in(words_.document(), tokens_of(words_.document(), meeting.organizer->span));
}

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

IndicatorId CatalogueLookup::find(const Figure& figure, std::size_t sentence, const Figure* previous,
                                  const Figure* whole) {
    const Measure& m = figure.measure;
    const Document& document = words_.document();
    const auto look_up = [&](const grammar::ConceptSet& own, const grammar::ConceptSet& context) {
        return catalogue_.find(own, context, m.kind, m.unit.value_or(""));
    };
    grammar::ConceptSet own = concepts_in(document, figure.indicator);
    own |= concepts_in(document, figure.mention->range);
    grammar::ConceptSet context = own | concepts_of_clause(figure, document.sentences[sentence]);
    if (whole != nullptr) context |= concepts_in(document, whole->indicator);
    const auto said = look_up(own, context);
    if (said && said->by_own_words) {
        // 'phát triển mới 1.906 thuê bao điện thoại': the verb right before it makes it another.
        const grammar::ConceptSet led = own | concepts_in(document, lead_in(figure));
        if (const auto match = look_up(led, context | led);
            match && match->by_own_words && match->has_unit && match->score > said->score)
            return {std::string(match->id), Confidence::likely};
        return {std::string(said->id), Confidence::certain};
    }
    // 'trong đó viễn thông 900 tỷ đồng': a part may have an id of its own, where more than its unit leads to it.
    const auto by_unit = look_up(concepts_in(document, figure.mention->range), context);
    if (said && said->has_own && whole != nullptr && !(by_unit && by_unit->id == said->id))
        return {std::string(said->id), Confidence::likely};
    if (const auto shared = shared_id(figure, previous, whole)) return {shared, Confidence::likely};
    if (changes_rank(document, figure, previous) && previous->measure.indicator_id)
        return {previous->measure.indicator_id, Confidence::likely};
    // 'trồng mới 1.906 ha rừng': what was done with it is said before it.
    const grammar::ConceptSet near = own | concepts_in(document, {figure.region, figure.begin()});
    // A count needs a unit that the pattern names: 'kế hoạch' near '62 điểm cầu' counts no plans.
    if (const auto match = look_up(near, context | near);
        match && match->by_own_words && (match->has_unit || m.kind != MeasureKind::count))
        return {std::string(match->id), Confidence::likely};
    // 'thanh tra, kiểm tra 28 cuộc đối với 164 tổ chức': what was done is said with the figure before it.
    if (previous != nullptr && only_links({previous->end, figure.begin()}, *previous)) {
        const grammar::ConceptSet joined = near | concepts_in(document, previous->indicator) |
                                           concepts_in(document, {previous->region, previous->begin()});
        if (const auto match = look_up(joined, context | joined); match && match->by_own_words && match->has_unit)
            return {std::string(match->id), Confidence::likely};
    }
    if (const auto id = id_of_whole(figure)) return {id, Confidence::likely};
    // 'Thanh tra: 9 cuộc đối với 47 tổ chức; ban hành 14 quyết định xử phạt': its own clause before the others.
    if (said && said->has_own && said->has_unit) return {std::string(said->id), Confidence::likely};
    context |= concepts_of_sentence(sentence);
    if (const auto match = look_up(own, context)) return {std::string(match->id), Confidence::likely};
    if (const auto match = catalogue_.find(own, own | page_concepts_, m.kind, m.unit.value_or(""), context);
        match && match->has_own)
        return {std::string(match->id), Confidence::guess};
    // A percentage that is a change is of its indicator, whatever kind that has.
    if (m.role == MeasureRole::change || m.baseline) {
        const std::string noun = words_.noun_in(figure.indicator).value_or("");
        for (const MeasureKind kind :
             {MeasureKind::money, MeasureKind::count, MeasureKind::rate, MeasureKind::duration, MeasureKind::other})
            if (const auto match = catalogue_.find(own, context, kind, noun))
                return {std::string(match->id), Confidence::likely};
    }
    return {std::nullopt, Confidence::likely};
}

IndicatorCatalogue::Timing CatalogueLookup::timing(const Figure& figure) const {
    if (figure.measure.indicator_id) return catalogue_.timing(*figure.measure.indicator_id);
    const Document& document = words_.document();
    if (flow_ && (concepts_in(document, figure.indicator).test(*flow_) ||
                  concepts_in(document, {figure.region, figure.begin()}).test(*flow_)))
        return IndicatorCatalogue::Timing::flow;
    return IndicatorCatalogue::Timing::unknown;
}

// 'chiếm 82% tổng kim ngạch xuất khẩu': a share has the id of its whole.
std::optional<std::string> CatalogueLookup::id_of_whole(const Figure& figure) const {
    constexpr std::size_t longest = 10;
    const Measure& m = figure.measure;
    const std::size_t first = figure.mention->range.last;
    if (m.kind != MeasureKind::percent || m.role != MeasureRole::level || m.baseline ||
        !words_.token(first).starts(LexiconClass::measure_head) || words_.inside_term(first))
        return std::nullopt;
    std::size_t last = first;
    while (last < first + longest && words_.token(last).kind == TokenKind::word && !words_.inside_period(last))
        ++last;
    const TokenRange whole{first, last};
    const grammar::ConceptSet concepts = concepts_in(words_.document(), whole);
    const std::string noun = words_.noun_in(whole).value_or("");
    for (const MeasureKind kind : {MeasureKind::money, MeasureKind::count, MeasureKind::other})
        if (const auto match = catalogue_.find(concepts, concepts, kind, noun); match && match->by_own_words)
            return std::string(match->id);
    return std::nullopt;
}

// Whether nothing but commas and function words stands between a figure with its words and the next.
bool CatalogueLookup::only_links(TokenRange between, const Figure& before) const {
    for (std::size_t t = std::max(between.first, before.indicator.last); t < between.last; ++t) {
        const Token token = words_.token(t);
        if (!token.is_mark(',') && !words_.bounds(t) && !token.is_word(Keyword::voi)) return false;
    }
    return true;
}

// The last words before a figure that belong to it.
TokenRange CatalogueLookup::lead_in(const Figure& figure) const {
    constexpr std::size_t longest = 4;
    std::size_t first = figure.begin();
    while (first > figure.region && figure.begin() - first < longest && !words_.ends_phrase(first - 1) &&
           words_.token(first - 1).kind == TokenKind::word)
        --first;
    return {first, figure.begin()};
}

// A part has the id of its whole, a change and a share that of the figure whose words they share.
std::optional<std::string> CatalogueLookup::shared_id(const Figure& figure, const Figure* previous,
                                                      const Figure* whole) {
    const Measure& m = figure.measure;
    if (whole != nullptr && whole->measure.indicator_id &&
        ((whole->measure.kind == m.kind && same_noun(whole->measure, m)) || whole->measure.unit == m.unit ||
         m.kind == MeasureKind::percent || counts_anything(*figure.mention)))
        return whole->measure.indicator_id;
    if (previous != nullptr && !figure.indicator.empty() && previous->indicator == figure.indicator &&
        (m.role == MeasureRole::change || m.baseline || m.kind == MeasureKind::percent ||
         previous->measure.unit == m.unit))
        return previous->measure.indicator_id;
    return std::nullopt;
}

}  // namespace tongket
