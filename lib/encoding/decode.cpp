// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <utility>

#include <tongket/encoding.hpp>

#include "encoding/syllables.hpp"
#include "encoding/wide.hpp"
#include "text/code_point.hpp"
#include "text/lower.hpp"
#include "text/text.hpp"

namespace tongket {
namespace {

// The bytes from 0x80 to 0x9F, where Windows-1252 is not Latin-1. Those that are no letter keep their value.
constexpr std::array<char32_t, 32> windows_1252_signs{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Where Windows-1258 has something else.
constexpr std::array<std::pair<unsigned char, char32_t>, 18> windows_1258_letters{{{0x8A, 0x8A},
                                                                                   {0x8E, 0x8E},
                                                                                   {0x9A, 0x9A},
                                                                                   {0x9E, 0x9E},
                                                                                   {0xC3, 0x0102},
                                                                                   {0xCC, 0x0300},
                                                                                   {0xD0, 0x0110},
                                                                                   {0xD2, 0x0309},
                                                                                   {0xD5, 0x01A0},
                                                                                   {0xDD, 0x01AF},
                                                                                   {0xDE, 0x0303},
                                                                                   {0xE3, 0x0103},
                                                                                   {0xEC, 0x0301},
                                                                                   {0xF0, 0x0111},
                                                                                   {0xF2, 0x0323},
                                                                                   {0xF5, 0x01A1},
                                                                                   {0xFD, 0x01B0},
                                                                                   {0xFE, 0x20AB}}};

using CodePage = std::array<char32_t, 256>;

constexpr CodePage make_windows_1252() noexcept {
    CodePage page{};
    for (std::size_t byte = 0; byte < page.size(); ++byte) page[byte] = static_cast<char32_t>(byte);
    std::copy(windows_1252_signs.begin(), windows_1252_signs.end(), page.begin() + 0x80);
    return page;
}

constexpr CodePage make_windows_1258() noexcept {
    CodePage page = make_windows_1252();
    for (const auto& [byte, letter] : windows_1258_letters) page[byte] = letter;
    return page;
}

constexpr CodePage windows_1252 = make_windows_1252(), windows_1258 = make_windows_1258();

std::string read_bytes(std::string_view bytes, const CodePage& page) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    for (const char byte : bytes) append_code_point(text, page[static_cast<unsigned char>(byte)]);
    return text;
}

/// UTF-8 with U+FFFD for each longest beginning of a code point that does not go on.
std::string repaired(std::string_view utf8) {
    std::string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const CodePoint c = take_code_point(utf8);
        text += c.value < 0 ? replacement_character : c.bytes;
    }
    return text;
}

/// `decoded` with the letters of legacy fonts made Unicode.
Decoded with_unicode_letters(Decoded decoded) {
    if (auto converted = convert_legacy(decoded.text)) {
        decoded.font = converted->font;
        decoded.text = std::move(converted->text);
        decoded.description =
            std::string(name_of(converted->font)) + " letters in " + decoded.description + ", converted";
    }
    return decoded;
}

Decoded decode_wide(std::string_view bytes, const WideEncoding& encoding, std::string_view how) {
    WideText wide = read_wide(bytes, encoding);
    return with_unicode_letters({std::move(wide.text), encoding.name, std::nullopt,
                                 std::string(encoding.written).append(how), wide.malformed});
}

/// Bytes each of which is a letter or a part of one, in the encoding by which they best read as Vietnamese.
std::optional<Decoded> decode_single_bytes(std::string_view bytes) {
    const std::string latin = read_bytes(bytes, windows_1252);
    std::optional<Decoded> best;
    double best_share = share_of_syllables(latin);
    const auto consider = [&](std::string text, auto describe) {
        const double share = share_of_syllables(text);
        if (share < vietnamese_share || share <= best_share) return;
        best_share = share;
        best = describe();
        best->text = std::move(text);
    };
    for (const LegacyFont font : {LegacyFont::tcvn3, LegacyFont::vni})
        consider(from_legacy(latin, font), [&] {
            const std::string name(name_of(font));
            return Decoded{{}, "windows-1252", font, name + " letters in windows-1252, converted", {}};
        });
    consider(to_nfc(read_bytes(bytes, windows_1258)), [] {
        return Decoded{{}, "windows-1258", {}, "Windows-1258, marks joined to their letters", {}};
    });
    return best;
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) { return read_bytes(bytes, windows_1252); }

Decoded decode_text(std::string_view bytes) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    const bool has_utf8_mark = bytes.starts_with(utf8_mark);
    const std::size_t invalid = find_invalid_utf8(bytes);
    // Conversion makes at most six bytes of one, and ICU counts in signed 32 bits.
    constexpr std::size_t most_bytes = std::size_t{256} << 20U;
    if (invalid != std::string_view::npos && bytes.size() > most_bytes)
        throw Error(ErrorCode::input_too_large, most_bytes,
                    "more than " + std::to_string(most_bytes) + " bytes that are not UTF-8");

    if (has_utf8_mark) {
        const std::string_view behind = bytes.substr(utf8_mark.size());
        const bool valid = invalid == std::string_view::npos;
        return with_unicode_letters({valid ? std::string(behind) : repaired(behind), "utf-8", std::nullopt,
                                     "UTF-8 by its mark", valid ? std::nullopt : std::optional(invalid)});
    }
    if (const WideEncoding* const encoding = wide_encoding_by_mark(bytes)) {
        Decoded decoded = decode_wide(bytes.substr(encoding->mark.size()), *encoding, " by its mark");
        if (decoded.malformed) *decoded.malformed += encoding->mark.size();
        return decoded;
    }
    if (const WideEncoding* const encoding = wide_encoding_by_form(bytes))
        return decode_wide(bytes, *encoding, " without a mark");
    if (invalid == std::string_view::npos)
        return with_unicode_letters({std::string(bytes), "utf-8", std::nullopt, "UTF-8", std::nullopt});
    if (auto decoded = decode_single_bytes(bytes)) return *std::move(decoded);
    throw Error(ErrorCode::invalid_utf8, invalid, "no UTF-8, and in no other encoding that Vietnamese is written in");
}

}  // namespace tongket
