// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include <tongket/encoding.hpp>
#include <tongket/grammar/fold.hpp>

#include "encoding/data.hpp"
#include "encoding/syllables.hpp"
#include "encoding/valid.hpp"

namespace tongket {
namespace {

using Letters = std::array<std::vector<LegacyLetter>, enum_names<LegacyFont>.size()>;

Letters read_letters() {
    Letters letters;
    std::string_view lines = legacy_letter_lines();
    while (!lines.empty()) {
        std::string_view line = take_until(lines, '\n');
        const LegacyFont font = from_name<LegacyFont>(take_until(line, '\t')).value();
        const std::string_view typed = take_until(line, '\t');
        letters[static_cast<std::size_t>(font)].push_back({typed, line});
    }
    return letters;
}

/// From what is typed to letters.
class Font {
  public:
    explicit Font(const std::vector<LegacyLetter>& letters) {
        for (const LegacyLetter& letter : letters) {
            const grammar::CodePoint first = grammar::decode(letter.typed, 0);
            letters_.emplace(key(first.value, grammar::decode(letter.typed, first.length).value), letter.letter);
        }
    }

    [[nodiscard]] std::string read(std::string_view utf8) const {
        std::string out;
        out.reserve(utf8.size() + utf8.size() / 4);
        for (std::size_t at = 0; at < utf8.size();) {
            const grammar::CodePoint first = grammar::decode(utf8, at);
            const grammar::CodePoint second = grammar::decode(utf8, at + first.length);
            // ASCII letters stand for themselves, and for no mark of the letter before.
            constexpr char32_t first_other = 0x80;
            const std::string_view* letter = nullptr;
            if (second.value >= first_other) letter = find(first.value, second.value);
            if (letter != nullptr) {
                out += *letter;
                at += first.length + second.length;
                continue;
            }
            if (first.value >= first_other) letter = find(first.value, 0);
            out += letter != nullptr ? *letter : utf8.substr(at, first.length);
            at += first.length;
        }
        return out;
    }

  private:
    std::unordered_map<std::uint64_t, std::string_view> letters_;

    static std::uint64_t key(char32_t first, char32_t second) noexcept {
        return std::uint64_t{first} << 32U | second;
    }

    [[nodiscard]] const std::string_view* find(char32_t first, char32_t second) const {
        const auto found = letters_.find(key(first, second));
        return found == letters_.end() ? nullptr : &found->second;
    }
};

const Font& font_of(LegacyFont font) {
    static const std::array<Font, enum_names<LegacyFont>.size()> fonts{Font(legacy_letters(LegacyFont::tcvn3)),
                                                                       Font(legacy_letters(LegacyFont::vni))};
    return fonts[static_cast<std::size_t>(font)];
}

}  // namespace

const std::vector<LegacyLetter>& legacy_letters(LegacyFont font) {
    static const Letters letters = read_letters();
    return letters[static_cast<std::size_t>(font)];
}

std::string from_legacy(std::string_view utf8, LegacyFont font) {
    check_utf8(utf8);
    return font_of(font).read(utf8);
}

std::optional<ConvertedText> convert_legacy(std::string_view utf8) {
    check_utf8(utf8);
    if (has_vietnamese_letters(utf8)) return std::nullopt;
    double best = share_of_syllables(utf8);
    std::optional<ConvertedText> converted;
    for (const LegacyFont font : {LegacyFont::tcvn3, LegacyFont::vni}) {
        constexpr double clearly_better = 0.2;
        // No share is above 1.
        if (best + clearly_better >= 1) break;
        std::string text = font_of(font).read(utf8);
        if (text == utf8) continue;
        const double share = share_of_syllables(text);
        if (share < vietnamese_share || share <= best + clearly_better) continue;
        best = share;
        converted = {std::move(text), font};
    }
    return converted;
}

}  // namespace tongket
