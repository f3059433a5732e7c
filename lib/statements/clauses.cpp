// SPDX-License-Identifier: BSL-1.0
#include "statements/clauses.hpp"

#include "statements/rules.hpp"
#include "statements/weights.hpp"
#include "zones/zones.hpp"

namespace tongket {
namespace {

bool may_state(ZoneKind zone) {
    switch (zone) {
        case ZoneKind::boilerplate:
        case ZoneKind::title:
        case ZoneKind::dateline:
        case ZoneKind::caption:
        case ZoneKind::byline:
            return false;
        default:
            return true;
    }
}

}  // namespace

std::vector<TokenRange> cut_clauses(const Document& document, TokenRange range) {
    std::vector<TokenRange> clauses;
    std::size_t begin = range.first;
    int depth = 0;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const Token token = document.token(t);
        if (token.is_mark('(')) ++depth;
        if (token.is_mark(')') && depth > 0) --depth;
        if (!token.is_mark(';') || depth > 0) continue;
        clauses.push_back({begin, t});
        begin = t + 1;
    }
    clauses.push_back({begin, range.last});
    return clauses;
}

std::vector<Clause> clauses_of(const Document& document) {
    std::vector<Clause> clauses;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (!may_state(sentence.zone)) continue;
        for (const TokenRange& range : cut_clauses(document, {sentence.content, sentence.tokens.last}))
            if (!range.empty())
                clauses.push_back({range, static_cast<std::uint32_t>(s), ClauseKind::other, 0, ClauseKind::other});
    }
    return clauses;
}

void ClauseReader::read(const Clause& clause, bool with_zone, std::vector<Feature>& features) {
    const Sentence& sentence = document_.sentences[clause.sentence];
    words_.read(document_.part(sentence, clause.range), features);
    if (with_zone) features.push_back({FeatureKind::zone, static_cast<std::uint16_t>(sentence.zone)});
    const bool begins = clause.range.first == sentence.content, ends = clause.range.last == sentence.tokens.last;
    const At place = begins ? (ends ? At::only : At::first) : (ends ? At::last : At::inner);
    features.push_back({FeatureKind::clause, static_cast<std::uint16_t>(place)});
    const ClauseRules rules(document_, islands_.periods);
    const auto add_rule = [&](ClauseRule rule, bool holds) {
        if (holds) features.push_back({FeatureKind::rule, static_cast<std::uint16_t>(rule)});
    };
    add_rule(ClauseRule::fails, rules.fails(clause.range));
    const bool asking = rules.after_request(clause.range).has_value();
    const bool spoken = speakers_[clause.sentence].has_value();
    add_rule(ClauseRule::asks, asking);
    add_rule(ClauseRule::speaker_asks, asking && spoken);
    add_rule(ClauseRule::task_verb, document_.token(clause.range.first).starts(LexiconClass::task_verb));
    add_rule(ClauseRule::heading, begins && rules.heading(sentence));
    add_rule(ClauseRule::announces, document_.token(clause.range.last - 1).is_mark(':'));
    add_rule(ClauseRule::goes_on, begins && rules.continues_request(sentence));
    add_rule(ClauseRule::speaker, spoken);
    constexpr std::size_t shortest = 5;  // tokens
    add_rule(ClauseRule::short_one, clause.range.last - clause.range.first < shortest);
}

const evidence::Model& clause_model() {
    static const evidence::Model model(clause_kind_names, clause_weights());
    return model;
}

std::vector<Clause> classify_clauses(const Document& document, const Islands& islands, const Outline& outline,
                                     const std::vector<std::optional<std::size_t>>& speakers) {
    const evidence::Model& model = clause_model();
    std::vector<Clause> clauses = clauses_of(document);
    ClauseReader reader(document, islands, outline, speakers);
    std::vector<evidence::Place> chain(clauses.size());
    for_each_row(
        zone_features(), clauses.size(),
        [&](std::size_t k, std::vector<Feature>& features) { reader.read(clauses[k], true, features); },
        [&](std::size_t k, std::size_t row) { model.add(row, chain[k].scores); });
    for (std::size_t k = 0; k < clauses.size(); ++k) {
        const bool inside =
            k > 0 && document.sentences[clauses[k - 1].sentence].line == document.sentences[clauses[k].sentence].line;
        chain[k].step = inside ? evidence::Step::inside : evidence::Step::next;
    }
    const std::vector<evidence::Decision> decisions = evidence::decode(model, chain);
    for (std::size_t k = 0; k < clauses.size(); ++k) {
        clauses[k].kind = static_cast<ClauseKind>(decisions[k].label);
        clauses[k].margin = decisions[k].margin;
        clauses[k].next_best = static_cast<ClauseKind>(decisions[k].next_best);
    }
    return clauses;
}

}  // namespace tongket
