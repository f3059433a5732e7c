// SPDX-License-Identifier: BSL-1.0
#include "citations/citations.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <tongket/names.hpp>

namespace tongket {
namespace {

// '03/2007/QĐ- BTTTT' and '26 –NQ/TW' without their stray blanks and with plain dashes.
std::string normalized(const Document& document, TokenRange range) {
    std::string out;
    for (std::size_t t = range.first; t < range.last; ++t) {
        const Token token = document.token(t);
        if (token.kind == TokenKind::mark)
            out += token.mark;
        else
            out += document.text_of(t);
    }
    return out;
}

// '50/KH-UBND', '41/2009/QH12': the last abbreviation of the number says who issued it.
std::optional<std::string> issuer_by_suffix(const Document& document, TokenRange number) {
    for (std::size_t t = number.last; t-- > number.first + 1;) {
        const PhraseMatch issuer = document.match(t, LexiconClass::issuer);
        if (issuer && t + issuer.length == number.last && !issuer.payload->value.empty())
            return std::string(issuer.payload->value);
    }
    return std::nullopt;
}

// Digits before the first separator: what a short mention repeats.
std::string_view serial(const std::string& number) {
    return std::string_view(number).substr(0, std::min(number.find_first_of("/-"), number.size()));
}

// 'Ban Chấp hành Trung ương Đảng khóa XII'
std::size_t behind_term(const Document& document, std::size_t at) {
    return document.token(at).is_word(Keyword::khoa) ? at + 2 : at;
}

// Who is named right before a token: the longest name.
TokenRange issuer_before(const Document& document, std::size_t end, std::size_t first) {
    constexpr std::size_t longest_name = 12;
    TokenRange issuer{end, end};
    for (std::size_t t = end; t > first && end - t < longest_name;) {
        --t;
        if (document.token(t).kind == TokenKind::newline || document.token(t).is_mark(',')) break;
        grammar::Phrase name;
        const std::size_t name_end = match_issuer(document.stream(), t, name);
        if (name_end != t && behind_term(document, name_end) == end) issuer = {t, name_end};
    }
    return issuer;
}

// 'Ngày 5/10/2014, Thủ tướng ban hành Quyết định số 178': who issued a document and when, said before it.
void read_issuing(const Document& document, const Islands& islands, const CitationMention& mention,
                  Citation& citation) {
    constexpr std::size_t longest_verb = 3;
    const std::size_t at = mention.range.first;
    const TokenRange sentence = document.sentences[document.sentence_of(at)].tokens;
    std::size_t verb = at;
    for (std::size_t back = 1; back <= longest_verb && back <= at - sentence.first; ++back)
        if (document.match(at - back, LexiconClass::issue_verb).length == back) verb = at - back;
    if (verb == at) return;
    const TokenRange issuer = issuer_before(document, verb, sentence.first);
    if (issuer.empty()) return;
    std::size_t before = issuer.first;
    // 'phối hợp với Sở Y tế ban hành': not alone.
    if (before > sentence.first && document.token(before - 1).is_word(Keyword::voi)) return;
    if (mention.citation.issuer.empty()) citation.issuer = document.words(issuer);
    if (before > sentence.first && document.token(before - 1).is_mark(',')) --before;
    for (const PeriodMention& day : islands.periods.in({sentence.first, before}))
        if (day.day && day.range.last == before && !citation.date) citation.date = day.day->resolve(std::nullopt);
}

// 'Số: 123/BC-SYT' over an agency's own report.
Citation own_number(const Document& document, const Letterhead& head, const std::optional<Published>& published) {
    Citation citation;
    Text text = document.text(head.number_line);
    citation.text = std::move(text.text);
    citation.span = text.span;
    citation.type = CitationType::other;
    citation.number = document.words(head.number);
    citation.normalized_number = normalized(document, head.number);
    if (published) citation.date = published->date;
    citation.issuer = document.words(head.agency);
    return citation;
}

}  // namespace

Citation read_citation(const Document& document, const CitationMention& mention) {
    Citation citation;
    Text text = document.text(mention.range);
    citation.text = std::move(text.text);
    citation.span = text.span;
    citation.type = from_name<CitationType>(mention.citation.type.payload->value).value_or(CitationType::other);
    citation.number = document.words(mention.citation.number);
    citation.normalized_number = normalized(document, mention.citation.number);
    if (mention.citation.date) citation.date = mention.citation.date->resolve(std::nullopt);
    if (!mention.citation.issuer.empty())
        citation.issuer = document.words(mention.citation.issuer);
    else
        citation.issuer = issuer_by_suffix(document, mention.citation.number);
    return citation;
}

std::vector<Citation> find_citations(const Document& document, const Islands& islands,
                                     const std::optional<Published>& published,
                                     const std::optional<Letterhead>& letterhead) {
    std::vector<Citation> citations;
    for (const CitationMention& mention : islands.citations) {
        const ZoneKind zone = document.sentences[document.sentence_of(mention.range.first)].zone;
        if (zone == ZoneKind::boilerplate) continue;
        citations.push_back(read_citation(document, mention));
        read_issuing(document, islands, mention, citations.back());
    }
    if (letterhead && !letterhead->number.empty()) {
        // A letterhead seldom has words before it, but a page may.
        Citation own = own_number(document, *letterhead, published);
        const auto behind = std::find_if(citations.begin(), citations.end(), [&](const Citation& citation) {
            return citation.span.begin > own.span.begin;
        });
        citations.insert(behind, std::move(own));
    }
    // 'Nghị quyết 26' after 'Nghị quyết số 26-NQ/TW': the longer number is the full mention.
    std::map<std::pair<CitationType, std::string>, std::size_t> full_mentions;
    for (std::size_t i = 0; i < citations.size(); ++i) {
        const std::string_view digits = serial(citations[i].normalized_number);
        if (digits.size() < citations[i].normalized_number.size())
            full_mentions.emplace(std::pair{citations[i].type, std::string(digits)}, i);
    }
    for (Citation& mention : citations) {
        if (serial(mention.normalized_number).size() != mention.normalized_number.size()) continue;
        if (const auto full = full_mentions.find({mention.type, mention.normalized_number});
            full != full_mentions.end())
            mention.full_mention = full->second;
    }
    return citations;
}

}  // namespace tongket
