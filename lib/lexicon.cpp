// SPDX-License-Identifier: BSL-1.0
#include <tongket/lexicon.hpp>

#include <algorithm>
#include <bit>
#include <charconv>
#include <map>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/grammar/token.hpp>

#include "lower.hpp"
#include "text.hpp"
#include "tokens.hpp"

namespace tongket {
namespace {

std::string_view trim(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

// Splits at `separator`, calling `visit` with each trimmed part.
template <class Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
    while (true) {
        const std::size_t at = text.find(separator);
        visit(trim(text.substr(0, at)));
        if (at == std::string_view::npos) return;
        text.remove_prefix(at + 1);
    }
}

std::optional<grammar::LexiconClass> class_named(std::string_view name) noexcept {
    const auto& names = grammar::lexicon_class_names;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<grammar::LexiconClass>(found - names.begin());
}

LexiconEntry read_line(std::string_view line, std::size_t offset) {
    LexiconEntry entry;
    std::size_t column = 0;
    for_each_part(line, '\t', [&](std::string_view part) {
        switch (column++) {
            case 0:
                entry.word_class = part;
                break;
            case 1:
                for_each_part(part, '|', [&](std::string_view phrase) {
                    if (!phrase.empty()) entry.phrases.emplace_back(phrase);
                });
                break;
            case 2:
                entry.value = part;
                break;
            case 3:
                entry.attributes = part;
                break;
            default:
                if (!part.empty())
                    throw Error(ErrorCode::invalid_lexicon, offset, "more than four columns in a lexicon line");
        }
    });
    if (!class_named(entry.word_class))
        throw Error(ErrorCode::invalid_lexicon, offset, "unknown lexicon class '" + entry.word_class + "'");
    if (entry.phrases.empty()) throw Error(ErrorCode::invalid_lexicon, offset, "a lexicon line without a phrase");
    return entry;
}

}  // namespace

std::vector<LexiconEntry> read_lexicon(std::string_view text) {
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
        throw Error(ErrorCode::invalid_utf8, bad, "lexicon: not valid UTF-8");
    std::vector<LexiconEntry> entries;
    std::size_t offset = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (offset < text.size()) {
        const std::size_t end = std::min(text.find('\n', offset), text.size());
        const std::string_view line = text.substr(offset, end - offset);
        if (const std::string_view content = trim(line); !content.empty() && content.front() != '#')
            entries.push_back(read_line(line, offset));
        offset = end + 1;
    }
    return entries;
}

namespace grammar {

std::string_view Payload::attribute(std::string_view key) const noexcept {
    std::string_view rest = attributes;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view pair = trim(rest.substr(0, end));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == key) return pair.substr(equals + 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// Collects words and edges in ordered maps, then lays them out in the index's flat tables.
class LexiconBuilder {
  public:
    explicit LexiconBuilder(LexiconIndex& index) : index_(index) {
        index_.nodes_.emplace_back();
        for (std::size_t i = 1; i < keyword_spellings.size(); ++i) intern(word_key(keyword_spellings[i]), i);
        next_word_ = static_cast<std::uint32_t>(keyword_spellings.size());
        index_.dash_ = word_of(LexiconIndex::mark_key('-'));
    }

    void add(const LexiconEntry& entry) {
        const auto word_class = class_named(entry.word_class);
        if (!word_class)
            throw Error(ErrorCode::invalid_lexicon, 0, "unknown lexicon class '" + entry.word_class + "'");
        if (entry.phrases.empty()) throw Error(ErrorCode::invalid_lexicon, 0, "a lexicon entry without a phrase");
        if (*word_class == LexiconClass::indicator) {
            index_.indicator_entries_.push_back(entry);
            return;
        }
        Payload payload{*word_class, entry.value, entry.attributes, 0, {}, 0};
        const char* const end = payload.value.data() + payload.value.size();
        const bool number =
            std::from_chars(payload.value.data(), end, payload.number).ptr == end && !payload.value.empty();
        if (!number && (*word_class == LexiconClass::scale || *word_class == LexiconClass::number_word ||
                        *word_class == LexiconClass::weekday))
            throw Error(ErrorCode::invalid_lexicon, 0,
                        "the value of '" + entry.phrases.front() + "' is no number: '" + entry.value + "'");
        if (*word_class == LexiconClass::term)
            for_each_part(entry.value, '+', [&](std::string_view name) { payload.concepts.set(concept_of(name)); });
        if (*word_class == LexiconClass::cue) payload.cues = cues_of(entry.value);
        for (const std::string& phrase : entry.phrases) add_phrase(phrase, payload);
    }

    void finish() {
        for (std::size_t i = index_.nodes_.size(); i-- > 1;) index_.nodes_[0].classes |= index_.nodes_[i].classes;
        const std::size_t word_slots = std::bit_ceil(words_.size() * 2 + 2);
        index_.word_slots_.assign(word_slots, 0);
        index_.word_values_.assign(word_slots, 0);
        for (const auto& [key, id] : words_) {
            std::size_t slot = spread(key) & (word_slots - 1);
            while (index_.word_slots_[slot] != 0) slot = (slot + 1) & (word_slots - 1);
            index_.word_slots_[slot] = key;
            index_.word_values_[slot] = id;
        }
        const std::size_t edge_slots = std::bit_ceil(edges_.size() * 2 + 2);
        index_.edge_slots_.assign(edge_slots, 0);
        index_.edge_values_.assign(edge_slots, 0);
        for (const auto& [edge, node] : edges_) {
            std::size_t slot = spread(edge) & (edge_slots - 1);
            while (index_.edge_slots_[slot] != 0) slot = (slot + 1) & (edge_slots - 1);
            index_.edge_slots_[slot] = edge;
            index_.edge_values_[slot] = node;
        }
    }

    static std::uint64_t spread(std::uint64_t key) noexcept {
        key *= 0x9E3779B97F4A7C15ULL;
        return key ^ key >> 32;
    }

  private:
    LexiconIndex& index_;
    std::map<std::uint64_t, WordId> words_;
    std::map<LexiconIndex::Edge, std::uint32_t> edges_;
    std::uint32_t next_word_ = 1;

    void intern(std::uint64_t key, std::size_t id) { words_.emplace(key, static_cast<WordId>(id)); }

    WordId word_of(std::uint64_t key) {
        const auto [at, added] = words_.emplace(key, static_cast<WordId>(next_word_));
        if (added && ++next_word_ > 0xFFFF)
            throw Error(ErrorCode::invalid_lexicon, 0, "the lexicon has more than 65,535 different words");
        return at->second;
    }

    static CueSet cues_of(std::string_view names) {
        CueSet cues = 0;
        for_each_part(names, '+', [&](std::string_view name) {
            const auto found = std::find(cue_names.begin(), cue_names.end(), name);
            if (found == cue_names.end())
                throw Error(ErrorCode::invalid_lexicon, 0, "unknown cue '" + std::string(name) + "'");
            cues |= cue_bit(static_cast<Cue>(found - cue_names.begin()));
        });
        return cues;
    }

    std::size_t concept_of(std::string_view name) {
        if (const auto id = index_.concept_id(name)) return *id;
        if (index_.concepts_.size() == ConceptSet{}.size())
            throw Error(ErrorCode::invalid_lexicon, 0, "the lexicon has more than 256 different concepts");
        index_.concepts_.emplace_back(name);
        return index_.concepts_.size() - 1;
    }

    void add_phrase(const std::string& written, const Payload& payload) {
        // Texts are matched in NFC; a user's file need not be. ASCII is NFC already.
        const bool ascii =
            std::all_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        const std::string phrase = ascii ? written : to_nfc(written);
        std::uint32_t node = 0;
        const std::vector<Token> tokens = tokenize(phrase, nullptr);
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::end) break;
            const WordId word = word_of(token_key(phrase, token));
            const auto [edge, added] = edges_.emplace(LexiconIndex::Edge{node} << 16 | word, 0);
            if (added) {
                edge->second = static_cast<std::uint32_t>(index_.nodes_.size());
                index_.nodes_.emplace_back();
            }
            node = edge->second;
        }
        if (node == 0)
            throw Error(ErrorCode::invalid_lexicon, 0, "a lexicon phrase without a word: '" + phrase + "'");
        auto& target = index_.nodes_[node];
        target.classes |= class_bit(payload.word_class);
        for (std::int32_t p = target.first_payload; p >= 0; p = index_.payload_next_[static_cast<std::size_t>(p)]) {
            Payload& old = index_.payloads_[static_cast<std::size_t>(p)];
            if (old.word_class == payload.word_class) {
                // One phrase may mark several zones and mean several things.
                const CueSet cues = old.cues | payload.cues;
                const ConceptSet concepts = old.concepts | payload.concepts;
                old = payload;
                old.cues = cues;
                old.concepts = concepts;
                return;
            }
        }
        index_.payloads_.push_back(payload);
        index_.payload_next_.push_back(target.first_payload);
        target.first_payload = static_cast<std::int32_t>(index_.payloads_.size() - 1);
        ++index_.phrase_count_;
    }
};

LexiconIndex::LexiconIndex(const std::vector<LexiconEntry>& entries) {
    LexiconBuilder builder(*this);
    for (const LexiconEntry& entry : entries) builder.add(entry);
    builder.finish();
}

WordId LexiconIndex::word(std::uint64_t key) const noexcept {
    const std::size_t mask = word_slots_.size() - 1;
    for (std::size_t slot = LexiconBuilder::spread(key) & mask; word_slots_[slot] != 0; slot = (slot + 1) & mask)
        if (word_slots_[slot] == key) return word_values_[slot];
    return 0;
}

std::optional<std::size_t> LexiconIndex::concept_id(std::string_view name) const noexcept {
    const auto found = std::find(concepts_.begin(), concepts_.end(), name);
    if (found == concepts_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - concepts_.begin());
}

std::uint32_t LexiconIndex::step(std::uint32_t node, WordId word) const noexcept {
    const Edge edge = Edge{node} << 16 | word;
    const std::size_t mask = edge_slots_.size() - 1;
    for (std::size_t slot = LexiconBuilder::spread(edge) & mask; edge_slots_[slot] != 0; slot = (slot + 1) & mask)
        if (edge_slots_[slot] == edge) return edge_values_[slot];
    return 0;
}

// Calls visit(node, length) for every phrase prefix at the first token. A dash in the text that no phrase has is
// passed over, so that 'bưu chính - viễn thông' matches 'bưu chính viễn thông'.
template <class Visit>
void LexiconIndex::walk(std::span<const Token> tokens, Visit visit) const noexcept {
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].word == 0) return;
        std::uint32_t next = step(node, tokens[i].word);
        if (next == 0 && tokens[i].word == dash_ && i > 0 && i + 1 < tokens.size() && tokens[i + 1].word != 0 &&
            (next = step(node, tokens[i + 1].word)) != 0)
            ++i;
        if (next == 0) return;
        node = next;
        visit(nodes_[node], i + 1);
    }
}

ClassSet LexiconIndex::classes_at(std::span<const Token> tokens) const noexcept {
    ClassSet classes = 0;
    walk(tokens, [&](const Node& node, std::size_t) { classes |= node.classes; });
    return classes;
}

const Payload* LexiconIndex::payload_of(const Node& node, LexiconClass c) const noexcept {
    if ((node.classes & class_bit(c)) == 0) return nullptr;
    for (std::int32_t p = node.first_payload; p >= 0; p = payload_next_[static_cast<std::size_t>(p)])
        if (payloads_[static_cast<std::size_t>(p)].word_class == c) return &payloads_[static_cast<std::size_t>(p)];
    return nullptr;
}

PhraseMatch LexiconIndex::match(std::span<const Token> tokens, LexiconClass c) const noexcept {
    PhraseMatch best;
    walk(tokens, [&](const Node& node, std::size_t length) {
        if (const Payload* payload = payload_of(node, c)) best = {payload, length};
    });
    return best;
}

CueSet LexiconIndex::cues_at(std::span<const Token> tokens) const noexcept {
    CueSet cues = 0;
    walk(tokens, [&](const Node& node, std::size_t) {
        if (const Payload* payload = payload_of(node, LexiconClass::cue)) cues |= payload->cues;
    });
    return cues;
}

ConceptSet LexiconIndex::concepts_at(std::span<const Token> tokens) const noexcept {
    const PhraseMatch term = match(tokens, LexiconClass::term);
    return term ? term.payload->concepts : ConceptSet{};
}

PhraseMatch LexiconIndex::match_cue(std::span<const Token> tokens, Cue cue) const noexcept {
    PhraseMatch best;
    walk(tokens, [&](const Node& node, std::size_t length) {
        if (const Payload* payload = payload_of(node, LexiconClass::cue);
            payload && (payload->cues & cue_bit(cue)) != 0)
            best = {payload, length};
    });
    return best;
}

}  // namespace grammar
}  // namespace tongket
