// SPDX-License-Identifier: BSL-1.0
#include "text/compose.hpp"

#include <array>
#include <cstddef>

#include <tongket/grammar/fold.hpp>

namespace tongket {

// Unicode 15, table 3-7.
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

namespace {

// Whether a code point is NFC wherever it stands: no mark, no singleton, nothing that joins with what is before it.
// Latin letters, general punctuation without the two quads that are singletons, signs of money, shapes and dingbats.
// Checked against ICU by a test.
constexpr bool always_normalized(char32_t c) noexcept {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2002 && c < 0x2070) || (c >= 0x2080 && c < 0x20C0) ||
           (c >= 0x2500 && c < 0x2800);
}

// A deterministic automaton over bytes whose states are shift counts: each byte's row holds, at a state's place, the
// state that follows. One load and one shift a byte, and no branch to guess. It accepts valid UTF-8 of code points
// that always_normalized knows, those that Vietnamese pages are made of.
namespace common_text_automaton {

constexpr std::uint64_t state_bits = 6;
enum State : std::uint64_t {
    reject = 0,
    accept = 1 * state_bits,
    one_more = 2 * state_bits,    // a continuation byte
    after_e1 = 3 * state_bits,    // U+1E00 to U+1EFF
    after_e2 = 4 * state_bits,    // U+2002 to U+203F, U+2080 to U+20BF, U+2500 to U+27FF
    after_e280 = 5 * state_bits,  // not U+2000, U+2001, and no letter that is not seen
    after_c2 = 6 * state_bits,    // not the soft hyphen
};

constexpr State follow(State from, unsigned byte) noexcept {
    const bool continuation = byte >= 0x80 && byte < 0xC0;
    switch (from) {
        case accept:
            if (byte < 0x80) return accept;
            if (byte == 0xC2) return after_c2;
            if (byte > 0xC2 && byte <= 0xCB) return one_more;
            if (byte == 0xE1) return after_e1;
            return byte == 0xE2 ? after_e2 : reject;
        case one_more:
            return continuation ? accept : reject;
        case after_e1:
            return byte >= 0xB8 && byte < 0xBC ? one_more : reject;
        case after_e2:
            if (byte == 0x80) return after_e280;
            return byte == 0x82 || (byte >= 0x94 && byte < 0xA0) ? one_more : reject;
        case after_e280:
            return continuation && byte >= 0x82 && (byte < 0x8B || byte > 0x8F) && (byte < 0xAA || byte > 0xAE)
                       ? accept
                       : reject;
        case after_c2:
            return continuation && byte != 0xAD ? accept : reject;
        case reject:
            break;
    }
    return reject;
}

constexpr std::array<std::uint64_t, 256> make_rows() noexcept {
    std::array<std::uint64_t, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte)
        for (const State from : {reject, accept, one_more, after_e1, after_e2, after_e280, after_c2})
            table[byte] |= static_cast<std::uint64_t>(follow(from, byte)) << from;
    return table;
}
constexpr auto rows = make_rows();

}  // namespace common_text_automaton

// Whether a text is valid and normalised beyond doubt.
bool common_text(std::string_view text) noexcept {
    using namespace common_text_automaton;
    std::uint64_t state = accept;
    for (const char c : text) state = rows[static_cast<unsigned char>(c)] >> (state & 63U);
    return (state & 63U) == accept;
}

enum class Shape : std::uint8_t { plain, circumflex, breve, horn };

// A Vietnamese vowel taken apart.
struct Vowel {
    char32_t letter = 0;  // a e i o u y, in either case; 0 for any other character
    Shape shape = Shape::plain;
    std::uint8_t tone = 0;  // as FoldedLetter::tone
};

constexpr std::size_t tones = 6;
constexpr std::string_view vowel_letters = "aeiouy";

constexpr std::size_t letter_index(char32_t lower) noexcept { return vowel_letters.find(static_cast<char>(lower)); }

struct VowelTables {
    std::array<Vowel, grammar::detail::fold_table_size + 1> parts{};
    // By letter, upper case, shape and tone; 0 where there is no such letter.
    std::array<std::array<std::array<std::array<char32_t, tones>, 4>, 2>, 6> composed{};
};

consteval VowelTables make_vowel_tables() {
    struct Row {
        char32_t letter;
        Shape shape;
    };
    constexpr std::array<Row, 12> rows{{{U'a', Shape::plain},
                                        {U'e', Shape::plain},
                                        {U'i', Shape::plain},
                                        {U'o', Shape::plain},
                                        {U'u', Shape::plain},
                                        {U'y', Shape::plain},
                                        {U'a', Shape::breve},
                                        {U'a', Shape::circumflex},
                                        {U'e', Shape::circumflex},
                                        {U'o', Shape::circumflex},
                                        {U'o', Shape::horn},
                                        {U'u', Shape::horn}}};
    VowelTables tables;
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::uint8_t tone = 0; tone < tones; ++tone)
            for (const bool upper : {false, true}) {
                const auto& letters = upper ? grammar::detail::toned_upper_letters : grammar::detail::toned_letters;
                const char32_t c = letters[row * tones + tone];
                const char32_t letter = upper ? rows[row].letter - U'a' + U'A' : rows[row].letter;
                tables.parts[grammar::detail::fold_index(c)] = {letter, rows[row].shape, tone};
                tables.composed[letter_index(rows[row].letter)][upper ? 1 : 0]
                               [static_cast<std::size_t>(rows[row].shape)][tone] = c;
            }
    return tables;
}
constexpr VowelTables vowels = make_vowel_tables();

// Adds a combining mark to a vowel. Returns false where Unicode would not compose them so.
bool add_mark(Vowel& vowel, char32_t mark) noexcept {
    constexpr std::uint8_t below = 5;  // the dot below, which is ordered before marks above
    switch (mark) {
        case 0x300:
        case 0x301:
        case 0x303:
        case 0x309:
        case 0x323:
            if (vowel.tone != 0) return false;
            vowel.tone = mark == 0x300 ? 1 : mark == 0x301 ? 2 : mark == 0x309 ? 3 : mark == 0x303 ? 4 : below;
            return true;
        case 0x302:
        case 0x306:
            // Behind a tone above the letter a further mark above stays apart.
            if (vowel.shape != Shape::plain || (vowel.tone != 0 && vowel.tone != below)) return false;
            vowel.shape = mark == 0x302 ? Shape::circumflex : Shape::breve;
            return true;
        case 0x31B:
            if (vowel.shape != Shape::plain) return false;
            vowel.shape = Shape::horn;
            return true;
        default:
            return false;
    }
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | c >> 6U);
        out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | c >> 12U);
        out += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (c & 0x3FU));
    }
}

TextCheck check_text(std::string_view text) noexcept {
    TextCheck check;
    if (common_text(text)) return check;
    check.common = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) {
            check.invalid = at;
            return check;
        }
        check.normalized = check.normalized && always_normalized(grammar::decode(text, at).value);
        at += length;
    }
    return check;
}

bool compose_vietnamese(std::string_view text, std::string& out, ShiftTable& shifts) {
    const auto is_mark = [](char32_t c) { return c >= 0x300 && c < 0x370; };
    out.clear();
    shifts.clear();
    out.reserve(text.size());
    std::size_t copied = 0;  // of the source
    // Combining marks begin with the bytes CC and CD.
    const auto mark_begins = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xFEU) == 0xCC;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80 && !mark_begins(at + 1)) {
            ++at;
            continue;
        }
        const grammar::CodePoint base = grammar::decode(text, at);
        const std::size_t next = at + base.length;
        if (!mark_begins(next)) {
            if (!always_normalized(base.value)) return false;
            at = next;
            continue;
        }
        Vowel vowel = vowels.parts[grammar::detail::fold_index(base.value)];
        if (vowel.letter == 0) return false;
        std::size_t end = next;
        for (auto mark = grammar::decode(text, end); is_mark(mark.value); mark = grammar::decode(text, end)) {
            if (!add_mark(vowel, mark.value)) return false;
            end += mark.length;
        }
        if (end == next) return false;
        const bool upper = vowel.letter < U'a';
        const char32_t lower = upper ? vowel.letter - U'A' + U'a' : vowel.letter;
        const char32_t composed =
            vowels.composed[letter_index(lower)][upper ? 1 : 0][static_cast<std::size_t>(vowel.shape)][vowel.tone];
        if (composed == 0) return false;
        out.append(text, copied, at - copied);
        append_utf8(out, composed);
        shifts.push(out.size(), end);
        copied = at = end;
    }
    out.append(text, copied);
    return true;
}

}  // namespace tongket
