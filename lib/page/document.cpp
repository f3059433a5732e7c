// SPDX-License-Identifier: BSL-1.0
#include "page/document.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "tokens/tokens.hpp"

namespace tongket {

Document::Document(const NormalizedText& text, const grammar::LexiconIndex& lexicon, std::size_t most_tokens)
    : text_(text), packed_(tokenize(text.text(), &lexicon, most_tokens)), tokens_(packed_, &lexicon) {
    stream_ = {text.text(), tokens_, &lexicon};
    split_lines();
}

void Document::split_lines() {
    sentences.reserve(size() / 32);  // as prose has
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (tokens_[i].kind != TokenKind::newline && tokens_[i].kind != TokenKind::end) continue;
        Line line;
        line.tokens = {begin, i};
        line.first_sentence = static_cast<std::uint32_t>(sentences.size());
        lines.push_back(line);
        split_sentences(lines.size() - 1);
        lines.back().last_sentence = static_cast<std::uint32_t>(sentences.size());
        begin = i + 1;
    }
    find_numbered_headings();
}

// '1 Trường học', '2 Giáo viên': headings whose numbers have no mark count nothing. There is a first, each has a
// neighbour, and they name different things, unlike '1 Huân chương hạng Nhất', '2 Huân chương hạng Nhì'.
void Document::find_numbered_headings() {
    constexpr std::size_t longest = 15;  // words
    struct Heading {
        int number;
        Sentence* sentence;
    };
    std::vector<Heading> found;
    for (const Line& line : lines) {
        const std::size_t first = line.tokens.first, last = line.tokens.last;
        if (last - first < 3 || line.words > longest || line.last_sentence - line.first_sentence != 1) continue;
        Sentence& sentence = sentences[line.first_sentence];
        const Token number = tokens_[first], name = tokens_[first + 1];
        const std::string_view digits = stream_.text_of(number);
        if (number.kind != TokenKind::number || digits.size() > 2 || digits[0] == '0' || sentence.content != first ||
            digits.find_first_not_of("0123456789") != std::string_view::npos || name.kind != TokenKind::word ||
            !name.has(Token::capital) || !name.has(Token::space_before) || name.starts(LexiconClass::award) ||
            tokens_[last - 1].kind == TokenKind::mark || tokens_[last - 1].kind == TokenKind::number)
            continue;
        found.push_back({std::stoi(std::string(digits)), &sentence});
    }
    const auto named = [&](const Heading& heading) {
        return stream_.text_of(tokens_[heading.sentence->content + 1]);
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool opens = i + 1 < found.size() && found[i + 1].number == found[i].number + 1;
        if (found[i].number != 1 || !opens || named(found[i]) == named(found[i + 1])) continue;
        int next = 1;
        for (; i < found.size() && found[i].number == next; ++i, ++next) {
            Sentence& sentence = *found[i].sentence;
            ++sentence.content;
            sentence.opening_cues = cues_at(sentence.content) & ((CueSet{1} << Sentence::cue_bits) - 1);
        }
        --i;
    }
}

bool Document::ends_sentence(std::size_t at, std::size_t line_end) const noexcept {
    const Token token = tokens_[at];
    if (token.kind != TokenKind::mark) return false;
    if (token.mark != '.' && token.mark != '!' && token.mark != '?' && token.mark != '~') return false;
    if (at + 1 >= line_end) return true;
    const Token next = tokens_[at + 1];
    if (next.kind == TokenKind::mark && (next.mark == '.' || next.mark == '/' || next.mark == '~')) return false;
    std::size_t after = at + 1;
    while (after < line_end &&
           (tokens_[after].is_mark('"') || tokens_[after].is_mark('\'') || tokens_[after].is_mark(')')))
        ++after;
    if (after >= line_end) return true;
    if (tokens_[after].kind == TokenKind::mark)
        return tokens_[after].is_mark('-') || tokens_[after].is_mark('*') || tokens_[after].is_mark('(');
    const bool opens = tokens_[after].kind == TokenKind::number || tokens_[after].has(Token::capital);
    if (!opens) return false;
    if (token.mark != '.' || at == 0) return true;
    // Abbreviations: TP. Hà Nội, TS. Lê, Q. Giám đốc, 1. Về công tác.
    const Token before = tokens_[at - 1];
    if (token.has(Token::space_before)) return true;
    if (before.kind == TokenKind::number) return !before.has(Token::line_start) && next.has(Token::space_before);
    if (before.kind == TokenKind::word) {
        if (before.has(Token::line_start) && before.has(Token::all_caps) && before.length <= 4) return false;
        if (before.starts(LexiconClass::academic) || before.starts(LexiconClass::admin_level)) {
            const std::string_view text = stream_.text_of(before);
            if (text == "TP" || text == "Tp" || before.starts(LexiconClass::academic)) return false;
        }
        // An initial or an abbreviation; not the last word of a name: 'Sơn La. Đồng chí'.
        if (before.length <= 2 && before.has(Token::capital))
            return before.length == 2 && !before.has(Token::all_caps) && at >= 2 &&
                   tokens_[at - 2].kind == TokenKind::word && tokens_[at - 2].has(Token::capital);
        if (!next.has(Token::space_before) && before.has(Token::capital) && next.has(Token::capital) &&
            before.length <= 4)
            return false;
    }
    return true;
}

namespace {

// V, VI, XII: section labels.
bool is_roman(std::string_view text) {
    return !text.empty() && text.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

// Whether a line above or below begins with the number before or behind, and the same mark.
bool Document::is_next_to_item(std::size_t line_index, std::size_t label) const {
    constexpr std::size_t longest = 3;
    const auto number_at = [&](std::size_t at) {
        const std::string_view digits = at < tokens_.size() ? stream_.text_of(tokens_[at]) : std::string_view{};
        const bool plain = !digits.empty() && digits.size() <= longest &&
                           digits.find_first_not_of("0123456789") == std::string_view::npos;
        return plain ? std::stoi(std::string(digits)) : -1;
    };
    const int own = number_at(label);
    const auto begins_with = [&](std::size_t first, int number) {
        return number_at(first) == number && first + 1 < tokens_.size() &&
               tokens_[first + 1].is_mark(tokens_[label + 1].mark);
    };
    if (own < 0) return false;
    std::size_t above = line_index, below = lines[line_index].tokens.last;
    while (above > 0 && lines[above - 1].blank()) --above;
    while (below < tokens_.size() && tokens_[below].kind == TokenKind::newline) ++below;
    return (above > 0 && begins_with(lines[above - 1].tokens.first, own - 1)) || begins_with(below, own + 1);
}

void Document::split_sentences(std::size_t line_index) {
    const TokenRange line = lines[line_index].tokens;
    std::size_t begin = line.first;
    const auto finish = [&](std::size_t end) {
        if (begin >= end) return;
        Sentence sentence;
        sentence.tokens = {begin, end};
        sentence.line = static_cast<std::uint32_t>(line_index);
        std::size_t content = begin;
        while (content < end) {
            const Token token = tokens_[content];
            // '$12 triệu' begins with its unit.
            if (token.kind == TokenKind::mark && token.mark != '(' && !token.starts(LexiconClass::unit)) {
                ++content;
                continue;
            }
            // 1. / 1) / (1) / I. / a) / 2.1.
            const std::size_t at = token.is_mark('(') ? content + 1 : content;
            const bool label =
                at + 1 < end && (tokens_[at].kind == TokenKind::number ||
                                 (tokens_[at].kind == TokenKind::word && tokens_[at].length <= 4 &&
                                  (tokens_[at].is_word(Keyword::i) || tokens_[at].is_word(Keyword::ii) ||
                                   tokens_[at].is_word(Keyword::iii) || tokens_[at].is_word(Keyword::iv) ||
                                   tokens_[at].length == 1 || is_roman(stream_.text_of(tokens_[at])))));
            // '1- 13 công trình' is an item where '2- ...' stands in the next line; '3- 5 triệu đồng' alone is a
            // range.
            const bool joins = label && (tokens_[at + 1].is_mark('/') || tokens_[at + 1].is_mark('-'));
            const bool before_number =
                at + 2 < end && tokens_[at + 2].kind == TokenKind::number &&
                (!tokens_[at + 2].has(Token::space_before) ||
                 (joins && tokens_[at].kind == TokenKind::number && !is_next_to_item(line_index, at)));
            if (label && content == at && !tokens_[at + 1].has(Token::space_before) && !before_number &&
                (tokens_[at + 1].is_mark('.') || tokens_[at + 1].is_mark(')') || tokens_[at + 1].is_mark('/') ||
                 (tokens_[at + 1].is_mark('-') && tokens_[at].kind == TokenKind::number))) {
                content = at + 2;
                continue;
            }
            if (token.is_mark('(') && label && tokens_[at + 1].is_mark(')')) {
                content = at + 2;
                continue;
            }
            break;
        }
        sentence.content = static_cast<std::uint32_t>(std::min(content, end));
        std::uint32_t words = 0;
        std::size_t next_word = begin;
        for (std::size_t i = begin; i < end; ++i) {
            const Token token = tokens_[i];
            words += token.kind == TokenKind::word || token.kind == TokenKind::number ? 1 : 0;
            sentence.classes |= token.classes;
            if (i < next_word) continue;
            next_word = i + cue_step(i);
            if (token.starts(LexiconClass::cue)) sentence.cues |= cues_at(i);
        }
        lines[line_index].words += words;
        lines[line_index].cues |= sentence.cues;
        if (sentence.content < end)
            sentence.opening_cues = cues_at(sentence.content) & ((CueSet{1} << Sentence::cue_bits) - 1);
        sentences.push_back(sentence);
        begin = end;
    };
    for (std::size_t i = line.first; i < line.last; ++i) {
        // No sentence is this long; the bound keeps all that looks around within one linear.
        constexpr std::size_t longest_sentence = 1000;
        if (i - begin >= longest_sentence) finish(i);
        const Token token = tokens_[i];
        if (token.kind == TokenKind::word) {
            // A capital glued to the word before opens a sentence: 'Bắc GiangNgày'; 'tỉnh.Năm' is cut at its stop.
            if (!token.has(Token::space_before) && token.has(Token::capital) && i > begin &&
                tokens_[i - 1].kind == TokenKind::word)
                finish(i);
        } else if (token.kind == TokenKind::mark && ends_sentence(i, line.last)) {
            std::size_t end = i + 1;
            while (end < line.last &&
                   (tokens_[end].is_mark('"') || tokens_[end].is_mark(')') || tokens_[end].is_mark('\'')))
                ++end;
            finish(end);
            i = end - 1;
        }
    }
    finish(line.last);
}

CueSet Document::cues_at(std::size_t at) const noexcept { return stream_.lexicon->cues_to(token(at).phrase); }

PhraseMatch Document::match_cue(std::size_t at, Cue cue) const noexcept {
    const Token token = this->token(at);
    if ((cues_at(at) & grammar::cue_bit(cue)) == 0) return {};
    return token.has(Token::dashed) ? stream_.lexicon->match_cue(stream_.tokens.subspan(at), cue)
                                    : stream_.lexicon->match_cue_to(token.phrase, cue);
}

std::size_t Document::sentence_of(std::size_t token) const noexcept {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                        [](std::size_t t, const Sentence& s) { return t < s.tokens.first; });
    return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

Sentence Document::part(const Sentence& sentence, TokenRange range) const noexcept {
    if (range == sentence.tokens && sentence.content == range.first) return sentence;
    Sentence part;
    part.tokens = range;
    part.line = sentence.line;
    part.zone = sentence.zone;
    part.content = static_cast<std::uint32_t>(range.first);
    std::size_t next_word = range.first;
    for (std::size_t at = range.first; at < range.last; ++at) {
        const Token token = tokens_[at];
        part.classes |= token.classes;
        if (at < next_word) continue;
        next_word = at + cue_step(at);
        if (token.starts(LexiconClass::cue)) part.cues |= cues_at(at);
    }
    if (!range.empty()) part.opening_cues = cues_at(range.first) & ((CueSet{1} << Sentence::cue_bits) - 1);
    return part;
}

Span Document::span(TokenRange range) const noexcept {
    if (range.empty()) {
        const std::size_t at = to_source(tokens_[std::min(range.first, tokens_.size() - 1)].begin);
        return {at, at};
    }
    return text_.to_source(tokens_[range.first].begin, tokens_[range.last - 1].end());
}

Text Document::text(TokenRange range) const { return {words(range), span(range)}; }

std::string Document::words(TokenRange range) const {
    const auto said = [&](TokenRange part) { return slice(text_.source(), span(part)); };
    if (!text_.unwrapped()) return std::string(said(range));
    std::string words;
    for (std::size_t i = range.first; i < range.last; ++i) {
        if (tokens_[i].kind == TokenKind::newline) continue;
        if (!words.empty() && (tokens_[i].has(Token::space_before) || tokens_[i].has(Token::line_start)))
            words += ' ';
        words += said({i, i + 1});
    }
    return words;
}

TokenRange Document::trimmed(TokenRange range, std::string_view marks) const noexcept {
    const auto drop = [&](const Token& token) {
        return token.kind == TokenKind::newline ||
               (token.kind == TokenKind::mark && marks.find(token.mark) != std::string_view::npos);
    };
    while (range.first < range.last && drop(tokens_[range.first])) ++range.first;
    while (range.first < range.last && drop(tokens_[range.last - 1])) --range.last;
    return range;
}

bool is_year(const Document& document, TokenRange words) {
    if (words.last - words.first != 1 || document.token(words.first).kind != TokenKind::number) return false;
    const std::string_view digits = document.text_of(words.first);
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
           digits.find_first_of(".,") == std::string_view::npos;
}

}  // namespace tongket
