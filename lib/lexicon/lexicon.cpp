// SPDX-License-Identifier: BSL-1.0
#include <tongket/lexicon.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <deque>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <tongket/grammar/lexicon_index.hpp>
#include <tongket/grammar/token.hpp>

#include "lexicon/flat_map.hpp"
#include "text/lower.hpp"
#include "text/text.hpp"
#include "tokens/tokens.hpp"

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

[[noreturn]] void refuse(const LexiconEntry& entry, const std::string& message) {
    throw Error(ErrorCode::invalid_lexicon, entry.offset, message);
}

// A text that an entry holds, in NFC, as texts are matched and written; a user's file need not be.
std::string normalized(std::string text) { return check_text(text).normalized ? text : to_nfc(text); }

LexiconEntry normalized(LexiconEntry entry) {
    for (std::string* const text : {&entry.value, &entry.attributes}) *text = normalized(std::move(*text));
    for (std::string& phrase : entry.phrases) phrase = normalized(std::move(phrase));
    return entry;
}

LexiconEntry read_line(std::string_view line, std::size_t offset) {
    LexiconEntry entry;
    entry.offset = offset;
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
                if (!part.empty()) refuse(entry, "more than four columns in a lexicon line");
        }
    });
    if (!class_named(entry.word_class)) refuse(entry, "unknown lexicon class '" + entry.word_class + "'");
    if (entry.phrases.empty()) refuse(entry, "a lexicon line without a phrase");
    return normalized(std::move(entry));
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

Result<std::vector<LexiconEntry>> try_read_lexicon(std::string_view text) noexcept {
    return attempt([&] { return read_lexicon(text); });
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

// What tables that are compiled at run time are made of.
struct LexiconIndex::Storage {
    std::vector<Word> words;
    std::vector<SpelledWord> spelled;
    std::vector<Node> nodes;
    std::vector<WordId> arriving;
    std::vector<WordId> first_words;
    std::vector<ClassSet> path_classes;
    std::vector<Payload> payloads;
    std::vector<std::string_view> concepts;
    std::deque<std::string> texts;  // that payloads and concepts view

    [[nodiscard]] Tables tables() const noexcept {
        return {words, spelled, nodes, arriving, first_words, path_classes, payloads, concepts};
    }
    [[nodiscard]] std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        return texts.emplace_back(text);
    }
};

// Collects words, edges, payloads and spellings as the entries come, then lays them out in the index's flat tables.
class LexiconBuilder {
  public:
    explicit LexiconBuilder(LexiconIndex& index) : index_(index) {
        for (std::size_t i = 1; i < keyword_spellings.size(); ++i) (void)word_of(word_key(keyword_spellings[i]));
        dash_ = word_of(LexiconIndex::mark_key('-'));
    }

    void add(const LexiconEntry& entry) {
        entry_ = &entry;
        check_size(entry);
        const LexiconEntry normal = normalized(entry);
        const auto word_class = class_named(normal.word_class);
        if (!word_class) fail("unknown lexicon class '" + normal.word_class + "'");
        if (normal.phrases.empty()) fail("a lexicon entry without a phrase");
        if (*word_class == LexiconClass::indicator) {
            index_.indicator_entries_.push_back(normal);
            return;
        }
        Payload payload{*word_class, storage_->keep(normal.value), storage_->keep(normal.attributes), 0, {}, 0};
        payload.number = number_of(*word_class, normal);
        check_multiples(normal, payload);
        check_below(normal, payload);
        if (*word_class == LexiconClass::province || *word_class == LexiconClass::place) check_province(normal);
        if (*word_class == LexiconClass::term)
            for_each_part(normal.value, '+', [&](std::string_view name) { payload.concepts.set(concept_of(name)); });
        if (*word_class == LexiconClass::cue) payload.cues = cues_of(normal.value);
        for (const std::string& phrase : normal.phrases) add_phrase(phrase, payload);
    }

    void finish() {
        lay_out_nodes();
        publish();
        lay_out_words();
        publish();
        lay_out_spellings();
        publish();
        index_.storage_ = std::move(storage_);
    }

  private:
    static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
    // A node while the trie grows; chains run through drafts_ and through payloads_.
    struct Draft {
        std::uint32_t first_child = none;
        std::uint32_t next_sibling = none;
        std::uint32_t first_payload = none;
        WordId arriving = 0;
    };
    struct DraftPayload {
        Payload payload;
        std::uint32_t next = none;
    };

    LexiconIndex& index_;
    const LexiconEntry* entry_ = nullptr;  // the last one added
    std::size_t entries_ = 0;
    std::shared_ptr<LexiconIndex::Storage> storage_ = std::make_shared<LexiconIndex::Storage>();
    WordId dash_ = 0;
    FlatMap<WordId> words_;          // by key, numbered from 1 as they come: the keywords first
    FlatMap<std::uint32_t> edges_;   // draft << 16 | word: the draft that follows
    std::vector<Draft> drafts_{{}};  // the first is the root
    std::vector<DraftPayload> payloads_;
    std::vector<std::pair<Spelling, std::uint64_t>> spellings_;  // with the word's key; some come more than once

    // What is laid out so far can be looked up.
    void publish() noexcept { index_.tables_ = storage_->tables(); }

    [[noreturn]] void fail(const std::string& message) const {
        throw Error(ErrorCode::invalid_lexicon, entry_ == nullptr ? 0 : entry_->offset, message);
    }

    // What reports repeat for every figure must be short, and the whole must fit into memory.
    void check_size(const LexiconEntry& entry) {
        constexpr std::size_t most_entries = 1000000;
        constexpr std::size_t longest_phrase = 10000, longest_text = 1000;
        if (++entries_ > most_entries) fail("the lexicon has more than 1,000,000 entries");
        const auto check = [&](const std::string& text, std::size_t longest) {
            if (text.size() > longest) fail("a phrase of more than 10,000 bytes, or another text of more than 1,000");
            if (find_invalid_utf8(text) != std::string_view::npos)
                throw Error(ErrorCode::invalid_utf8, entry.offset, "lexicon: not valid UTF-8");
        };
        check(entry.word_class, longest_text);
        for (const std::string& phrase : entry.phrases) check(phrase, longest_phrase);
        check(entry.value, longest_text);
        check(entry.attributes, longest_text);
    }

    // The value as an integer, 0 where it is none. Classes whose value must be a number have bounds.
    [[nodiscard]] int number_of(LexiconClass word_class, const LexiconEntry& entry) const {
        struct Bounds {
            LexiconClass word_class;
            int least, most;
        };
        constexpr std::array bounded{Bounds{LexiconClass::scale, 1, 15},  // a greater figure is read as none
                                     Bounds{LexiconClass::number_word, 0, 1000000000},
                                     Bounds{LexiconClass::weekday, 1, 7}, Bounds{LexiconClass::evidence, 0, 65535}};
        int number = 0;
        const char* const end = entry.value.data() + entry.value.size();
        const auto read = std::from_chars(entry.value.data(), end, number);
        const bool is_number = read.ec == std::errc{} && read.ptr == end;
        for (const Bounds& bounds : bounded)
            if (bounds.word_class == word_class && (!is_number || number < bounds.least || number > bounds.most))
                fail("the value of '" + entry.phrases.front() + "' must be a number from " +
                     std::to_string(bounds.least) + " to " + std::to_string(bounds.most) + ", not '" + entry.value +
                     "'");
        return is_number ? number : 0;
    }

    // The attributes by which figures are multiplied have bounds: powers of ten, and how many a unit is.
    void check_multiples(const LexiconEntry& entry, const Payload& payload) const {
        struct Bounds {
            LexiconClass word_class;
            std::string_view key;
            std::int64_t least, most;
        };
        constexpr std::int64_t most_times = 1'000'000'000'000'000;
        constexpr std::array bounded{
            Bounds{LexiconClass::unit, "scale", -9, 9}, Bounds{LexiconClass::unit, "times", 1, most_times},
            Bounds{LexiconClass::noun, "scale", -9, 9}, Bounds{LexiconClass::noun, "times", 1, most_times},
            Bounds{LexiconClass::column, "power", 0, 15}};
        for (const Bounds& bounds : bounded) {
            if (bounds.word_class != payload.word_class) continue;
            const std::string_view written = payload.attribute(bounds.key);
            if (written.empty()) continue;
            std::int64_t number = 0;
            const char* const end = written.data() + written.size();
            const auto read = std::from_chars(written.data(), end, number);
            if (read.ec == std::errc{} && read.ptr == end && bounds.least <= number && number <= bounds.most)
                continue;
            fail("the attribute " + std::string(bounds.key) + "= of '" + entry.phrases.front() +
                 "' must be a whole number from " + std::to_string(bounds.least) + " to " +
                 std::to_string(bounds.most) + ", not '" + std::string(written) + "'");
        }
    }

    // 'kg:3': a unit, and of how many powers of ten of it one is.
    void check_below(const LexiconEntry& entry, const Payload& payload) const {
        if (payload.word_class != LexiconClass::unit) return;
        const std::string_view below = payload.attribute("below");
        const bool sound =
            below.size() > 2 && below[below.size() - 2] == ':' && below.back() >= '1' && below.back() <= '9';
        if (!below.empty() && !sound)
            fail("the attribute below= of '" + entry.phrases.front() +
                 "' must be a unit, a colon and a digit from 1 to 9, as in kg:3, not '" + std::string(below) + "'");
    }

    // As the schema of reports has it.
    void check_province(const LexiconEntry& entry) const {
        if (!entry.value.starts_with("VN-"))
            fail("the value of '" + entry.phrases.front() + "' must be a province's code, as in VN-54, not '" +
                 entry.value + "'");
    }

    void check_node(std::uint32_t node) const {
        if (node >= PackedToken::most_nodes) fail("the lexicon has more than 16 million beginnings of phrases");
    }

    WordId word_of(std::uint64_t key) {
        const std::size_t next = words_.size() + 1;
        if (next > 0xFFFF) fail("the lexicon has more than 65,534 different words");
        return words_.find_or_add(key, static_cast<WordId>(next));
    }

    [[nodiscard]] CueSet cues_of(std::string_view names) const {
        CueSet cues = 0;
        for_each_part(names, '+', [&](std::string_view name) {
            const auto found = std::find(cue_names.begin(), cue_names.end(), name);
            if (found == cue_names.end()) fail("unknown cue '" + std::string(name) + "'");
            cues |= cue_bit(static_cast<Cue>(found - cue_names.begin()));
        });
        return cues;
    }

    std::size_t concept_of(std::string_view name) {
        publish();
        if (const auto id = index_.concept_id(name)) return *id;
        if (storage_->concepts.size() == ConceptSet::capacity)
            fail("the lexicon has more than " + std::to_string(ConceptSet::capacity) + " different concepts");
        storage_->concepts.push_back(storage_->keep(name));
        return storage_->concepts.size() - 1;
    }

    void add_phrase(std::string_view phrase, const Payload& payload) {
        constexpr std::size_t longest_phrase = 255;
        std::uint32_t node = 0;
        std::size_t length = 0;
        for (const PackedToken& token : tokenize(phrase, nullptr)) {
            if (token.kind == TokenKind::end) break;
            if (++length > longest_phrase) fail("a lexicon phrase of more than 255 words and marks");
            const std::uint64_t key = token_key(phrase, token);
            const std::size_t known = words_.size();
            const WordId word = word_of(key);
            if (token.kind == TokenKind::word)
                add_spellings(phrase.substr(token.begin, token.length), key, words_.size() > known);
            const auto next = static_cast<std::uint32_t>(drafts_.size());
            const std::uint32_t child = edges_.find_or_add(std::uint64_t{node} << 16 | word, next);
            if (child == next) {
                check_node(next);
                drafts_.push_back({none, drafts_[node].first_child, none, word});
                drafts_[node].first_child = child;
            }
            node = child;
        }
        if (node == 0) fail("a lexicon phrase without a word: '" + std::string(phrase) + "'");
        add_payload(drafts_[node], payload);
    }

    void add_payload(Draft& node, const Payload& payload) {
        for (std::uint32_t p = node.first_payload; p != none; p = payloads_[p].next) {
            Payload& old = payloads_[p].payload;
            if (old.word_class != payload.word_class) continue;
            // One phrase may mark several zones and mean several things.
            const CueSet cues = old.cues | payload.cues;
            const ConceptSet concepts = old.concepts | payload.concepts;
            old = payload;
            old.cues = cues;
            old.concepts = concepts;
            return;
        }
        payloads_.push_back({payload, node.first_payload});
        node.first_payload = static_cast<std::uint32_t>(payloads_.size() - 1);
    }

    // A word as the lexicon writes it; where it is new, in small letters and with a capital too.
    void add_spellings(std::string_view word, std::uint64_t key, bool is_new) {
        if (word.size() > Spelling::longest) return;
        spellings_.emplace_back(Spelling(word), key);
        if (!is_new) return;
        const std::string small = with_small_letters(word), capital = with_a_capital(small);
        for (const std::string* const spelling : {&small, &capital})
            if (spelling->size() <= Spelling::longest) spellings_.emplace_back(Spelling(*spelling), key);
    }

    // Breadth first, so that the children of a node become neighbours.
    void lay_out_nodes() {
        std::vector<std::uint32_t> order{0};  // by final node: its draft
        order.reserve(drafts_.size());
        const auto make_room = [&](auto& table) {
            table.reserve(drafts_.size() + words_.size());  // lone nodes come behind
            table.resize(drafts_.size());
        };
        make_room(storage_->nodes);
        make_room(storage_->arriving);
        make_room(storage_->first_words);
        make_room(storage_->path_classes);
        storage_->payloads.reserve(payloads_.size());
        for (std::uint32_t at = 0; at < order.size(); ++at) {
            const Draft& draft = drafts_[order[at]];
            LexiconIndex::Node& node = storage_->nodes[at];
            node.first_payload = static_cast<std::uint32_t>(storage_->payloads.size());
            for (std::uint32_t p = draft.first_payload; p != none; p = payloads_[p].next) {
                const Payload& payload = payloads_[p].payload;
                node.classes |= class_bit(payload.word_class);
                node.path_cues |= payload.cues;
                if (payload.word_class == LexiconClass::evidence && payload.number >= 0 &&
                    payload.number < std::numeric_limits<std::uint16_t>::max())
                    node.evidence = static_cast<std::uint16_t>(payload.number + 1);
                ++node.payloads;
                storage_->payloads.push_back(payload);
            }
            storage_->path_classes[at] |= node.classes;
            node.first_child = static_cast<std::uint32_t>(order.size());
            for (std::uint32_t child = draft.first_child; child != none; child = drafts_[child].next_sibling)
                order.push_back(child);
            node.children = static_cast<std::uint32_t>(order.size()) - node.first_child;
            std::sort(order.begin() + node.first_child, order.end(),
                      [&](std::uint32_t a, std::uint32_t b) { return drafts_[a].arriving < drafts_[b].arriving; });
            for (std::size_t below = node.first_child; below < order.size(); ++below) {
                const WordId word = drafts_[order[below]].arriving;
                LexiconIndex::Node& child = storage_->nodes[below];
                child.parent = at;
                child.depth = static_cast<std::uint8_t>(node.depth + 1);
                child.path_cues = node.path_cues;
                storage_->path_classes[below] = storage_->path_classes[at];
                storage_->arriving[below] = word;
                storage_->first_words[below] = at == 0 ? word : storage_->first_words[at];
                node.next_words |= LexiconIndex::next_word_bit(word) | LexiconIndex::next_word_bit(dash_);
            }
        }
    }

    void lay_out_words() {
        storage_->words.assign(std::bit_ceil(words_.size() * 2 + 2), {});
        const std::size_t mask = storage_->words.size() - 1;
        words_.for_each([&](std::uint64_t key, WordId id) {
            std::size_t slot = LexiconIndex::spread(key) & mask;
            while (storage_->words[slot].id != 0) slot = (slot + 1) & mask;
            std::uint32_t node = index_.step(0, id);
            if (node == 0) node = add_lone_node(id);
            storage_->words[slot] = {key, node, id};
        });
    }

    // The node of a word with which no phrase begins.
    std::uint32_t add_lone_node(WordId word) {
        const auto node = static_cast<std::uint32_t>(storage_->nodes.size());
        check_node(node);
        storage_->nodes.emplace_back();
        storage_->arriving.push_back(word);
        storage_->first_words.push_back(word);
        storage_->path_classes.push_back(0);
        return node;
    }

    void lay_out_spellings() {
        // Room for three spellings of each word: most of those collected are there already.
        storage_->spelled.assign(std::bit_ceil(words_.size() * 4 + 2), {});
        std::size_t used = 0;
        for (const auto& [spelling, key] : spellings_) {
            if (used * 4 > storage_->spelled.size() * 3) break;  // the rest are found by their keys
            const std::size_t mask = storage_->spelled.size() - 1;
            std::size_t slot = spelling.hash() & mask;
            while (!storage_->spelled[slot].spelling.empty() && storage_->spelled[slot].spelling != spelling)
                slot = (slot + 1) & mask;
            if (!storage_->spelled[slot].spelling.empty()) continue;
            const auto flags = flags_of(spelling);
            if (!flags) continue;
            const LexiconIndex::Word known = index_.word(key);
            storage_->spelled[slot] = {spelling, known.node, index_.next_words(known.node), known.id, *flags};
            ++used;
        }
    }

    // A word's flags as the tokeniser would judge them. Nothing where a capital stands behind a small letter, for it
    // may open the next sentence, or where something else than a letter of the language is in it.
    static std::optional<std::uint8_t> flags_of(const Spelling& spelling) {
        const std::string word = spelling.text();
        bool first_upper = false, any_small = false;
        std::size_t letters = 0;
        for (std::size_t at = 0; at < word.size(); ++letters) {
            const CodePoint c = decode(word, at);
            const FoldedLetter letter = fold(c.value);
            if (letter.base == 0 || letter.base >= first_digit_base || (letter.upper && any_small))
                return std::nullopt;
            if (at == 0) first_upper = letter.upper;
            any_small |= !letter.upper;
            at += c.length;
        }
        return static_cast<std::uint8_t>((first_upper ? Token::capital : 0) |
                                         (first_upper && !any_small && letters > 1 ? Token::all_caps : 0));
    }
};

LexiconIndex::LexiconIndex(const std::vector<LexiconEntry>& entries) {
    LexiconBuilder builder(*this);
    for (const LexiconEntry& entry : entries) builder.add(entry);
    builder.finish();
    find_marks();
}

LexiconIndex::LexiconIndex(const Tables& tables, std::vector<LexiconEntry> indicators)
    : tables_(tables), indicator_entries_(std::move(indicators)) {
    find_marks();
}

void LexiconIndex::find_marks() noexcept {
    for (std::size_t c = 0; c < marks_.size(); ++c) marks_[c] = word(mark_key(static_cast<char>(c)));
    dash_ = marks_['-'].id;
}

std::optional<std::size_t> LexiconIndex::concept_id(std::string_view name) const noexcept {
    const auto found = std::find(tables_.concepts.begin(), tables_.concepts.end(), name);
    if (found == tables_.concepts.end()) return std::nullopt;
    return static_cast<std::size_t>(found - tables_.concepts.begin());
}

// Calls visit(node index, tokens) for every phrase prefix at the first token. A dash in the text that no phrase has
// is passed over, so that 'bưu chính - viễn thông' matches 'bưu chính viễn thông'.
template <class Visit>
void LexiconIndex::walk(const TokenView& tokens, Visit visit) const noexcept {
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].word == 0) return;
        std::uint32_t next = step(node, tokens[i].word);
        if (next == 0 && tokens[i].word == dash_ && i > 0 && i + 1 < tokens.size() && tokens[i + 1].word != 0 &&
            (next = step(node, tokens[i + 1].word)) != 0)
            ++i;
        if (next == 0) return;
        node = next;
        visit(node, i + 1);
    }
}

LexiconIndex::Reach LexiconIndex::reach(const TokenView& tokens) const noexcept {
    // A walk as above that begins at the first word's node, which the token has from the look-up of its word.
    std::uint32_t node = tokens[0].phrase;
    if (node == 0) return {};
    bool dashed = false;
    for (std::size_t i = 1; i < tokens.size() && tables_.nodes[node].children != 0; ++i) {
        if (tokens[i].word == 0) break;
        std::uint32_t next = step(node, tokens[i].word);
        if (next == 0 && tokens[i].word == dash_ && i + 1 < tokens.size() && tokens[i + 1].word != 0 &&
            (next = step(node, tokens[i + 1].word)) != 0) {
            dashed = true;
            ++i;
        }
        if (next == 0) break;
        node = next;
    }
    return {node, dashed};
}

const Payload* LexiconIndex::payload_of(const Node& node, LexiconClass c) const noexcept {
    const Payload* const first = tables_.payloads.data() + node.first_payload;
    const Payload* const last = first + node.payloads;
    const Payload* const found = std::find_if(first, last, [&](const Payload& p) { return p.word_class == c; });
    return found == last ? nullptr : found;
}

PhraseMatch LexiconIndex::match_cue_to(std::uint32_t node, Cue cue) const noexcept {
    for (; (tables_.nodes[node].path_cues & cue_bit(cue)) != 0; node = tables_.nodes[node].parent)
        if (const Payload* payload = payload_of(tables_.nodes[node], LexiconClass::cue);
            payload != nullptr && (payload->cues & cue_bit(cue)) != 0)
            return {payload, tables_.nodes[node].depth};
    return {};
}

PhraseMatch LexiconIndex::match(const TokenView& tokens, LexiconClass c) const noexcept {
    PhraseMatch best;
    walk(tokens, [&](std::uint32_t node, std::size_t length) {
        if (const Payload* payload = payload_of(tables_.nodes[node], c)) best = {payload, length};
    });
    return best;
}

PhraseMatch LexiconIndex::match_cue(const TokenView& tokens, Cue cue) const noexcept {
    PhraseMatch best;
    walk(tokens, [&](std::uint32_t node, std::size_t length) {
        if (const Payload* payload = payload_of(tables_.nodes[node], LexiconClass::cue);
            payload && (payload->cues & cue_bit(cue)) != 0)
            best = {payload, length};
    });
    return best;
}

}  // namespace grammar
}  // namespace tongket
