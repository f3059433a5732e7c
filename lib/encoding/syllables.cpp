// SPDX-License-Identifier: BSL-1.0
#include "encoding/syllables.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <tongket/encoding.hpp>
#include <tongket/grammar/fold.hpp>

#include "encoding/data.hpp"
#include "encoding/valid.hpp"
#include "text/lower.hpp"

namespace tongket {
namespace {

/// The letters of a word without tones, each as the byte of `FoldedLetter::base`, and how many tones it had.
struct PlainWord {
    std::string letters;
    std::size_t tones = 0;
};

/// Nothing where a letter is not Vietnamese in one code point.
std::optional<PlainWord> plain_word(std::string_view word) {
    PlainWord plain;
    for (std::size_t at = 0; at < word.size();) {
        const grammar::CodePoint c = grammar::decode(word, at);
        const grammar::FoldedLetter letter = grammar::fold(c.value);
        // Icelandic letters that are folded too, as they are often typed for Đ: of a font they stand for another.
        constexpr char32_t capital_eth = 0xD0, eth = 0xF0;
        if (letter.base == 0 || c.value == capital_eth || c.value == eth) return std::nullopt;
        plain.letters += static_cast<char>(letter.base);
        plain.tones += letter.tone != 0 ? 1 : 0;
        at += c.length;
    }
    return plain;
}

/// `word` without its marks of tone, and how many these were: other languages set them on other letters (`ñ`).
std::optional<PlainWord> plain_word_of_any_letters(std::string_view word) {
    std::string apart;
    icu::StringByteSink<std::string> sink(&apart);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
    const std::string small = lower(word);
    if (U_SUCCESS(status))
        nfd->normalizeUTF8(0, {small.data(), static_cast<std::int32_t>(small.size())}, sink, nullptr, status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    std::string toneless;
    std::size_t tones = 0;
    for (std::size_t at = 0; at < apart.size();) {
        const grammar::CodePoint c = grammar::decode(apart, at);
        constexpr std::u32string_view tone_marks = U"\u0300\u0301\u0303\u0309\u0323";
        if (tone_marks.find(c.value) != std::u32string_view::npos)
            ++tones;
        else
            toneless.append(apart, at, c.length);
        at += c.length;
    }
    std::optional<PlainWord> plain = plain_word(to_nfc(toneless));
    if (plain) plain->tones = tones;
    return plain;
}

/// What syllables are made of, in letters as those of `PlainWord`.
class Syllables {
  public:
    Syllables() {
        std::string_view lines = syllable_lines();
        while (!lines.empty()) {
            std::string_view parts = take_until(lines, '\n');
            const std::string_view part = take_until(parts, '\t');
            while (!parts.empty()) {
                const std::string_view one = take_until(parts, '|');
                if (part == "bare") {
                    bare_words_.insert(grammar::word_key(one));
                    continue;
                }
                std::string letters = plain_word(one).value().letters;
                if (part == "onset")
                    onsets_.push_back(std::move(letters));
                else if (part == "coda")
                    codas_.push_back(std::move(letters));
                else
                    nuclei_.insert(std::move(letters));
            }
        }
        onsets_.emplace_back();
        codas_.emplace_back();
    }

    [[nodiscard]] bool is_bare_word(std::string_view word) const {
        return bare_words_.contains(grammar::word_key(word));
    }
    [[nodiscard]] bool contains(std::string_view letters) const {
        return std::any_of(onsets_.begin(), onsets_.end(), [&](std::string_view onset) {
            return letters.starts_with(onset) && is_rhyme(letters.substr(onset.size()));
        });
    }

  private:
    std::vector<std::string> onsets_;
    std::vector<std::string> codas_;
    std::unordered_set<std::string> nuclei_;
    std::unordered_set<std::uint64_t> bare_words_;  // by their keys

    [[nodiscard]] bool is_rhyme(std::string_view letters) const {
        return std::any_of(codas_.begin(), codas_.end(), [&](std::string_view coda) {
            return letters.ends_with(coda) &&
                   nuclei_.contains(std::string(letters.substr(0, letters.size() - coda.size())));
        });
    }
};

const Syllables& syllables() {
    static const Syllables all;
    return all;
}

bool is_ascii(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether a code point ends a run of letters and of the signs that legacy fonts use as letters.
bool ends_run(char32_t c) noexcept {
    return c <= '@' || (c >= '[' && c <= '`') || (c >= '{' && c <= '~') ||
           u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

/// A letter, or a sign such as `²` that is one in words.
bool is_letter(char32_t c) noexcept {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_NL_MASK | U_GC_NO_MASK)) != 0;
}

/// Whether a run is of words that are ASCII or Vietnamese, at least one.
bool is_vietnamese(std::string_view run) {
    constexpr std::u32string_view edges = U"\u201C\u201D\u2018\u2019\u2013\u2014\u2026\u00AB\u00BB\u00B7\u2022";
    // Letters at its edges are of words, signs there are left out; those within part words.
    std::size_t first = std::string_view::npos, last = 0;
    for (std::size_t at = 0; at < run.size();) {
        const grammar::CodePoint c = grammar::decode(run, at);
        if (edges.find(c.value) == std::u32string_view::npos) {
            first = std::min(first, at);
            last = at + c.length;
        }
        at += c.length;
    }
    if (first == std::string_view::npos) return false;
    run = run.substr(first, last - first);

    bool has_words = false;
    for (std::size_t at = 0; at < run.size();) {
        std::size_t end = at;
        for (grammar::CodePoint c = grammar::decode(run, end); c.length != 0 && is_letter(c.value);
             c = grammar::decode(run, end))
            end += c.length;
        if (end == at) {
            at += grammar::decode(run, at).length;
            continue;
        }
        const std::string_view word = run.substr(at, end - at);
        if (!is_ascii(word) && !spells_syllable(word)) return false;
        has_words = true;
        at = end;
    }
    return has_words;
}

/// Calls `visit(run)` for each run in the first code points of a text.
template <class Visit>
void for_each_run(std::string_view utf8, Visit visit) {
    constexpr std::size_t looked_at = 20000;
    std::size_t begin = 0, at = 0;
    for (std::size_t count = 0; count < looked_at && at < utf8.size(); ++count) {
        const grammar::CodePoint c = grammar::decode(utf8, at);
        if (ends_run(c.value)) {
            if (at > begin) visit(utf8.substr(begin, at - begin));
            begin = at + c.length;
        }
        at += c.length;
    }
    if (at > begin) visit(utf8.substr(begin, at - begin));
}

}  // namespace

bool spells_syllable(std::string_view word) {
    std::optional<PlainWord> plain = plain_word(word);
    if (!plain) plain = plain_word_of_any_letters(word);
    return plain && plain->tones <= 1 && syllables().contains(plain->letters);
}

bool is_bare_word(std::string_view word) { return syllables().is_bare_word(word); }

double share_of_syllables(std::string_view utf8) {
    std::size_t runs = 0, good = 0;
    for_each_run(utf8, [&](std::string_view run) {
        if (is_ascii(run)) return;
        ++runs;
        good += is_vietnamese(run) ? 1 : 0;
    });
    return runs == 0 ? 0 : static_cast<double>(good) / static_cast<double>(runs);
}

bool has_vietnamese_letters(std::string_view utf8) noexcept {
    // First bytes of the blocks of 'ạ', of 'ă' and 'đ', and of 'ơ' and 'ư'.
    constexpr unsigned char latin_extended_additional = 0xE1, extended_a = 0xC4, extended_b = 0xC6,
                            first_of_two = 0xC2;
    std::size_t letters = 0, vietnamese = 0;
    for (const char byte : utf8) {
        const auto c = static_cast<unsigned char>(byte);
        letters += c >= first_of_two ? 1 : 0;
        vietnamese += c == latin_extended_additional || c == extended_a || c == extended_b ? 1 : 0;
    }
    return vietnamese > 0 && vietnamese * 2 >= letters;
}

bool lacks_marks(std::string_view utf8) {
    // Of sound Vietnamese more than half of the words have marks; of other languages most are no syllables.
    constexpr std::size_t fewest_words = 8, long_text = 20, marked_at_most_one_in = 50;
    constexpr double share = 0.8, share_of_few = 0.95;
    check_utf8(utf8);
    // A word has two letters at least and three marks at most: where there are many marks, no word need be read.
    constexpr std::size_t shortest_word = 2, most_marks = 3;
    const auto beyond_ascii = static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
    if (beyond_ascii / most_marks * marked_at_most_one_in > utf8.size() / shortest_word) return false;
    std::size_t words = 0, marked = 0;
    for_each_run(utf8, [&](std::string_view run) {
        ++words;
        marked += is_ascii(run) ? 0 : 1;
    });
    if (words < fewest_words || marked * marked_at_most_one_in > words) return false;
    std::size_t bare = 0;
    for_each_run(utf8, [&](std::string_view run) { bare += is_ascii(run) && spells_syllable(run) ? 1 : 0; });
    return static_cast<double>(bare) >= (words < long_text ? share_of_few : share) * static_cast<double>(words);
}

}  // namespace tongket
