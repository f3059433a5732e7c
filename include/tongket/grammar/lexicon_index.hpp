// SPDX-License-Identifier: BSL-1.0
/// @file
/// The lexicon as a trie over words, built once and then only read.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/grammar/concept_set.hpp>
#include <tongket/grammar/fold.hpp>
#include <tongket/grammar/keyword.hpp>
#include <tongket/grammar/spelling.hpp>
#include <tongket/lexicon.hpp>

namespace tongket::grammar {

/// What a lexicon phrase is. docs/lexicon.md describes each with its values and attributes.
enum class LexiconClass : std::uint8_t {
    province,      ///< value: ISO 3166-2 code
    place,         ///< a place below the province; value: the province's code
    agency,        ///< head of an agency's name; value: organizer kind or `body`
    sector,        ///< what an agency deals with: Thông tin và Truyền thông
    admin_level,   ///< tỉnh, huyện, thành phố within an agency's name
    honorific,     ///< value: canonical form
    academic,      ///< academic or professional title before a name
    title,         ///< a position; board=1: what it heads belongs to it
    title_prefix,  ///< nguyên, Quyền
    surname,       ///< first syllable of personal names
    scale,         ///< value: power of ten
    unit,          ///< value: canonical unit; kind=
    noun,          ///< head of a counted noun
    number_word,   ///< value: number
    approximator,  ///< value: approximation
    estimator,     ///< ước, dự kiến
    increase,      ///< verb of growth
    decrease,      ///< verb of decline
    baseline,      ///< opens a comparison: so với, cùng kỳ
    measure_head,  ///< opens the words that say what is measured: tổng số, tỷ lệ
    rank_verb,     ///< says that a number is a rank: xếp, đứng
    breakdown,     ///< opens the parts of a figure: cụ thể, trong số đó
    link,          ///< stands between a figure and the words that it measures: đạt, mới, phấn đấu
    compound,      ///< a compound in which no measure head stands: dân tộc thiểu số, chất lượng
    numbered,      ///< a number after it is a name: Quốc lộ, mức độ, bão số
    weekday,       ///< value: 1 (Monday) to 7
    period_name,   ///< before years it names a period of its own: giai đoạn, năm học, vụ đông xuân
    lasting,       ///< says that a time is how long something lasts: kéo dài, thời hạn
    document,      ///< document type; value: citation type
    issue_verb,    ///< by which a document is issued: ban hành, ký
    issuer,        ///< body that issues documents; value: suffix abbreviation
    award,         ///< award name; value: award kind
    award_verb,    ///< tặng, trao
    delegate,      ///< begins a group that attends: đại diện, lãnh đạo; value: generic for 'đại biểu'
    namesake,      ///< a person after whom things are named, no person of the page
    venue,         ///< head of a place where a meeting is held: hội trường
    recipient,     ///< value: collective or individual
    cue,           ///< opens or marks a zone; value: what it marks
    task_verb,     ///< begins a task
    boundary,      ///< ends a noun phrase
    uncounted,     ///< never the unit of the number before it: verbs, adverbs
    term,          ///< a concept that indicator patterns and topics speak of; value: concept
    evidence,      ///< speaks for or against a zone; value: its number among all of them
    indicator,     ///< an indicator pattern: concepts instead of a phrase of the text
    number_part,   ///< a word inside numbers that is none: linh, phẩy, rưỡi, âm; value: its part
    column,        ///< says what a column of a table holds: kế hoạch, so sánh; value: what
    branch,        ///< a branch of the economy: trồng trọt, dịch vụ
    count_
};

/// What a cue marks. A phrase may mark several.
enum class Cue : std::uint8_t {
    meeting,
    annual,
    interim,
    plan,
    briefing,
    hold,
    attend,
    chair,
    achievements,
    shortcomings,
    failing,
    tasks,
    speech,
    say,
    request,
    closing,
    launch,
    occasion,
    discussion,
    chrome_end,
    chrome,
    dateline,
    byline,
    caption,
    future,
    report,
    overcome,
    continuing,
    field,
    at_meeting,
    goal,
    adversative,
    told,
    tell,
    count_
};
/// The names of the cues in lexicon files, in the order of `Cue`.
inline constexpr std::array cue_names = std::to_array<std::string_view>(
    {"meeting",  "annual",       "interim",      "plan",        "briefing",   "hold",       "attend",
     "chair",    "achievements", "shortcomings", "failing",     "tasks",      "speech",     "say",
     "request",  "closing",      "launch",       "occasion",    "discussion", "chrome_end", "chrome",
     "dateline", "byline",       "caption",      "future",      "report",     "overcome",   "continuing",
     "field",    "at_meeting",   "goal",         "adversative", "told",       "tell"});
static_assert(cue_names.size() == static_cast<std::size_t>(Cue::count_));

/// A set of cues.
using CueSet = std::uint64_t;
static_assert(static_cast<std::size_t>(Cue::count_) <= 64);
[[nodiscard]] constexpr CueSet cue_bit(Cue c) noexcept { return CueSet{1} << static_cast<unsigned>(c); }

using ClassSet = std::uint64_t;
static_assert(static_cast<std::size_t>(LexiconClass::count_) <= 64);
[[nodiscard]] constexpr ClassSet class_bit(LexiconClass c) noexcept {
    return ClassSet{1} << static_cast<unsigned>(c);
}

/// The names of the classes in lexicon files, in the order of `LexiconClass`.
inline constexpr std::array lexicon_class_names = std::to_array<std::string_view>(
    {"province",     "place",    "agency",   "sector",    "admin_level", "honorific",  "academic",     "title",
     "title_prefix", "surname",  "scale",    "unit",      "noun",        "number",     "approximator", "estimator",
     "increase",     "decrease", "baseline", "measure",   "rank_verb",   "breakdown",  "link",         "compound",
     "numbered",     "weekday",  "period",   "lasting",   "document",    "issue_verb", "issuer",       "award",
     "award_verb",   "delegate", "namesake", "venue",     "recipient",   "cue",        "task_verb",    "boundary",
     "uncounted",    "term",     "evidence", "indicator", "number_part", "column",     "branch"});
static_assert(lexicon_class_names.size() == static_cast<std::size_t>(LexiconClass::count_));

class TokenView;

/// What the tokens at a node have in common: two arrays, by the node's index. By default those of node 0 alone.
struct NodeFacts {
    static constexpr ClassSet no_classes = 0;  ///< of node 0
    static constexpr WordId no_word = 0;       ///< likewise
    const ClassSet* classes = &no_classes;     ///< of all phrases on the way to the node
    const WordId* words = &no_word;            ///< the first word on the way to it
};

/// One compiled entry. Its texts belong to the lexicon.
struct TONGKET_API Payload {
    LexiconClass word_class = LexiconClass::count_;
    std::string_view value;
    std::string_view attributes;
    int number = 0;       ///< the value as an integer, where it is one
    ConceptSet concepts;  ///< of a term: what it means
    CueSet cues = 0;      ///< of a cue: what it marks
    bool operator==(const Payload&) const = default;

    /// The value of `key` in the attributes; empty where it is absent.
    [[nodiscard]] std::string_view attribute(std::string_view key) const noexcept;
};

/// A phrase found: its payload and its length in tokens.
struct PhraseMatch {
    const Payload* payload = nullptr;
    std::size_t length = 0;
    explicit operator bool() const noexcept { return payload != nullptr; }
    /// What the phrase stands for; nothing where none was found.
    [[nodiscard]] std::string_view value() const noexcept {
        return payload == nullptr ? std::string_view{} : payload->value;
    }
};

/// The compiled lexicon. Immutable after construction and safe to share.
///
/// A trie over word ids. A node is known by its index; node 0 is the root and stands for 'no word of the vocabulary'.
/// Every word of the vocabulary has a node, also where no phrase begins with it. All that a phrase's beginnings say
/// is gathered along the path at construction, so that a token that keeps its deepest node answers most questions
/// without a look at the tokens behind it.
class TONGKET_API LexiconIndex {
  public:
    struct Tables;

    /// Compiles `entries`; of two entries with the same class and phrase the later wins, except that
    /// cues and terms add up: a phrase may mark several zones and mean several things.
    /// @throws Error invalid_lexicon, at the offset of the entry: unknown class or cue, an entry without phrase, a
    /// value that must be a number within bounds or a province's code and is none, a text that is too long, or more
    /// entries, words, concepts or nodes than there is room for (docs/lexicon.md); invalid_utf8
    explicit LexiconIndex(const std::vector<LexiconEntry>& entries);
    /// Uses what was compiled before.
    /// @param tables      what they view must outlive the index
    /// @param indicators  the entries of class `indicator`
    LexiconIndex(const Tables& tables, std::vector<LexiconEntry> indicators);

    /// A word of the vocabulary with the node of the phrases that begin with it.
    struct Word {
        std::uint64_t key = 0;
        std::uint32_t node = 0;
        WordId id = 0;  ///< 0: not in the vocabulary
        bool operator==(const Word&) const = default;
    };
    /// Looks a word key up.
    [[nodiscard]] Word word(std::uint64_t key) const noexcept {
        const std::size_t mask = tables_.words.size() - 1;
        for (std::size_t slot = spread(key) & mask; tables_.words[slot].id != 0; slot = (slot + 1) & mask)
            if (tables_.words[slot].key == key) return tables_.words[slot];
        return {};
    }
    /// A word of the vocabulary in one of its usual spellings, with what its node says.
    struct SpelledWord {
        Spelling spelling;
        std::uint32_t node = 0;
        std::uint32_t next_words = 0;  ///< as `next_words` gives for the node
        WordId id = 0;
        std::uint8_t flags = 0;  ///< Token::capital, Token::all_caps
        bool operator==(const SpelledWord&) const = default;
    };
    /// A node of the trie.
    struct Node {
        ClassSet classes = 0;  ///< of the phrases that end here
        CueSet path_cues = 0;  ///< of those that end here or before
        std::uint32_t parent = 0;
        std::uint32_t first_child = 0;  ///< children are neighbours, in order of their words
        std::uint32_t children = 0;
        std::uint32_t first_payload = 0;
        std::uint32_t next_words = 0;  ///< of its children, and the dash that may be passed over before them
        std::uint8_t payloads = 0;     ///< at most one a class
        std::uint8_t depth = 0;        ///< words from the root; 0 for a word with which no phrase begins
        /// One more than the number of the phrase of class `evidence` that ends here; 0 for none, and for numbers
        /// that are no built-in phrase's.
        std::uint16_t evidence = 0;
        bool operator==(const Node&) const = default;
    };

    /// All that is looked up.
    struct Tables {
        std::span<const Word> words;                 ///< open addressing; a power of two, never full
        std::span<const SpelledWord> spelled;        ///< likewise
        std::span<const Node> nodes;                 ///< breadth first, then the words with which no phrase begins
        std::span<const WordId> arriving;            ///< by node: the word that leads to it
        std::span<const WordId> first_words;         ///< by node: the first word on the way to it
        std::span<const ClassSet> path_classes;      ///< by node: of the phrases that end here or before
        std::span<const Payload> payloads;           ///< those of a node are neighbours
        std::span<const std::string_view> concepts;  ///< their names, by id
    };
    /// All tables.
    [[nodiscard]] const Tables& tables() const noexcept { return tables_; }

    /// Looks a spelling up; null for one that the lexicon's files do not lead to (in small letters, with a capital,
    /// as written there): such a word may still be found by its key.
    [[nodiscard]] const SpelledWord* spelled(const Spelling& spelling) const noexcept {
        const std::size_t mask = tables_.spelled.size() - 1;
        for (std::size_t slot = spelling.hash() & mask; !tables_.spelled[slot].spelling.empty();
             slot = (slot + 1) & mask)
            if (tables_.spelled[slot].spelling == spelling) return &tables_.spelled[slot];
        return nullptr;
    }
    /// Looks a mark up by its ASCII form.
    [[nodiscard]] const Word& mark_word(char mark) const noexcept {
        return marks_[static_cast<unsigned char>(mark) & 0x7FU];
    }

    /// The deepest node that the words from the first token on lead to.
    struct Reach {
        std::uint32_t node = 0;
        bool dashed = false;  ///< a dash was passed over: the node's depth is not the number of tokens
    };
    /// Follows the trie from a token whose `phrase` is the node of its own word (as `word` gives it).
    /// @param tokens  that token and those behind it, read with this lexicon
    /// Costs a step per token of the longest phrase.
    [[nodiscard]] Reach reach(const TokenView& tokens) const noexcept;
    /// The words with which a phrase may go on from a node, as a set of `next_word_bit`s: what is missing cannot
    /// follow.
    [[nodiscard]] std::uint32_t next_words(std::uint32_t node) const noexcept {
        return tables_.nodes[node].next_words;
    }
    /// A word's place in such a set; that of no word is empty.
    [[nodiscard]] static constexpr std::uint32_t next_word_bit(WordId word) noexcept {
        return word == 0 ? 0 : std::uint32_t{1} << word % 32U;
    }

    /// The classes of all phrases on the way to a node.
    [[nodiscard]] ClassSet classes_to(std::uint32_t node) const noexcept { return tables_.path_classes[node]; }
    /// Of all nodes what their tokens ask for most.
    [[nodiscard]] NodeFacts node_facts() const noexcept {
        return {tables_.path_classes.data(), tables_.first_words.data()};
    }
    /// The cues of all cue phrases on the way to a node.
    [[nodiscard]] CueSet cues_to(std::uint32_t node) const noexcept { return tables_.nodes[node].path_cues; }
    /// The longest phrase of class `c` on the way to a node, of at most `limit` words.
    [[nodiscard]] PhraseMatch match_to(std::uint32_t node, LexiconClass c,
                                       std::size_t limit = static_cast<std::size_t>(-1)) const noexcept {
        for (; (tables_.path_classes[node] & class_bit(c)) != 0; node = tables_.nodes[node].parent)
            if ((tables_.nodes[node].classes & class_bit(c)) != 0 && tables_.nodes[node].depth <= limit)
                return {payload_of(tables_.nodes[node], c), tables_.nodes[node].depth};
        return {};
    }
    /// Calls `visit(number)` for every phrase of class `evidence` on the way to a node, the longest first.
    template <class Visit>
    void for_each_evidence_to(std::uint32_t node, Visit visit) const {
        for (; (tables_.path_classes[node] & class_bit(LexiconClass::evidence)) != 0;
             node = tables_.nodes[node].parent)
            if (const std::uint16_t evidence = tables_.nodes[node].evidence; evidence != 0)
                visit(static_cast<std::size_t>(evidence - 1));
    }
    /// The words of the longest phrase on the way to a node, of any class but `evidence`, `uncounted` and `column`,
    /// whose phrases say nothing of where a word of prose ends; 0 where there is none.
    [[nodiscard]] std::size_t longest_to(std::uint32_t node) const noexcept {
        constexpr ClassSet wordless =
            class_bit(LexiconClass::evidence) | class_bit(LexiconClass::uncounted) | class_bit(LexiconClass::column);
        for (; tables_.path_classes[node] != 0; node = tables_.nodes[node].parent)
            if ((tables_.nodes[node].classes & ~wordless) != 0) return tables_.nodes[node].depth;
        return 0;
    }
    /// The longest cue phrase on the way to a node that marks `cue`.
    [[nodiscard]] PhraseMatch match_cue_to(std::uint32_t node, Cue cue) const noexcept;

    /// The longest phrase of class `c` at the first token.
    [[nodiscard]] PhraseMatch match(const TokenView& tokens, LexiconClass c) const noexcept;
    /// The longest cue phrase at the first token that marks `cue`.
    [[nodiscard]] PhraseMatch match_cue(const TokenView& tokens, Cue cue) const noexcept;

    /// The entries of class `indicator`, in order.
    [[nodiscard]] std::span<const LexiconEntry> indicator_entries() const noexcept { return indicator_entries_; }
    /// The id of a concept that some term has, or nothing.
    [[nodiscard]] std::optional<std::size_t> concept_id(std::string_view name) const noexcept;
    /// Number of phrases.
    [[nodiscard]] std::size_t size() const noexcept { return tables_.payloads.size(); }

    /// Keys of marks and numbers in phrases live beside those of words.
    [[nodiscard]] static constexpr std::uint64_t mark_key(char mark) noexcept {
        return std::uint64_t{1} << 62 | static_cast<std::uint8_t>(mark);
    }
    [[nodiscard]] static constexpr std::uint64_t number_key(std::string_view digits) noexcept {
        std::uint64_t key = 0;
        for (const char c : digits) key = (key << 8 | static_cast<std::uint8_t>(c)) & 0x0FFFFFFFFFFFFFFFULL;
        return key | std::uint64_t{3} << 60;
    }

  private:
    struct Storage;

    Tables tables_;
    std::shared_ptr<const Storage> storage_;  ///< of the tables, where they were compiled here
    std::array<Word, 128> marks_{};
    std::vector<LexiconEntry> indicator_entries_;
    WordId dash_ = 0;

    [[nodiscard]] static std::uint64_t spread(std::uint64_t key) noexcept {
        key *= 0x9E3779B97F4A7C15ULL;
        return key ^ key >> 32;
    }
    // The node that a word leads to; 0 where none is.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const noexcept {
        const Node& from = tables_.nodes[node];
        if ((from.next_words & next_word_bit(word)) == 0) return 0;
        const WordId* first = tables_.arriving.data() + from.first_child;
        const WordId* const last = first + from.children;
        constexpr std::uint32_t few = 8;
        if (from.children > few)
            first = std::lower_bound(first, last, word);
        else
            while (first != last && *first < word) ++first;
        return first != last && *first == word ? static_cast<std::uint32_t>(first - tables_.arriving.data()) : 0;
    }
    [[nodiscard]] const Payload* payload_of(const Node& node, LexiconClass c) const noexcept;
    void find_marks() noexcept;
    template <class Visit>
    void walk(const TokenView& tokens, Visit visit) const noexcept;
    friend class LexiconBuilder;
};

}  // namespace tongket::grammar
