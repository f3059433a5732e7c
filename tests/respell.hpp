// SPDX-License-Identifier: BSL-1.0
/// @file
/// Other ways to write one text: normalisation form, line ends, placement of tone marks; and what of a report does
/// not depend on them.
#pragma once

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tongket/json.hpp>
#include <tongket/model.hpp>
#include <tongket/span.hpp>

namespace tongket::test {

[[nodiscard]] inline icu::UnicodeString to_unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}
[[nodiscard]] inline std::string to_utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

[[nodiscard]] inline icu::UnicodeString normalized(const icu::UnicodeString& text, bool compose) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form =
        compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString out = form->normalize(text, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("text that cannot be normalised");
    return out;
}
[[nodiscard]] inline std::string nfc(std::string_view text) { return to_utf8(normalized(to_unicode(text), true)); }
[[nodiscard]] inline std::string nfd(std::string_view text) { return to_utf8(normalized(to_unicode(text), false)); }

/// LF before every line end of its own.
[[nodiscard]] inline std::string crlf(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' && !out.ends_with('\r')) out += '\r';
        out += c;
    }
    return out;
}

/// Which vowel of an open `oa`, `oe`, `uy` bears the tone mark.
enum class Placement { first, second };  // hòa, hoà

/// Moves the tone marks of open `oa`, `oe`, `uy`: hòa, hoà; khỏe, khoẻ; thủy, thuỷ; not `quý`, where u is no vowel.
[[nodiscard]] inline std::string place_tones(std::string_view text, Placement placement) {
    const auto is_tone = [](char16_t c) {
        return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
    };
    const auto is_mark = [](char16_t c) { return c >= 0x300 && c <= 0x36F; };
    const auto small = [](char16_t c) { return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c; };
    icu::UnicodeString in = normalized(to_unicode(text), false);
    const auto letter_at = [&](int32_t i) {
        return i >= 0 && i < in.length() && (u_isalpha(in.charAt(i)) != 0 || is_mark(in.charAt(i)));
    };
    for (int32_t i = 0; i < in.length(); ++i) {
        // first vowel, maybe its tone, second vowel, maybe its tone, and no letter or mark more
        const char16_t first = small(in.charAt(i));
        if (first != u'o' && first != u'u') continue;
        int32_t at = i + 1;
        char16_t tone = 0;
        if (at < in.length() && is_tone(in.charAt(at))) tone = in.charAt(at++);
        if (at >= in.length()) break;
        const char16_t second = small(in.charAt(at));
        if (!(first == u'o' && (second == u'a' || second == u'e')) && !(first == u'u' && second == u'y')) continue;
        const int32_t second_at = at++;
        if (at < in.length() && is_tone(in.charAt(at))) {
            if (tone != 0) continue;
            tone = in.charAt(at++);
        }
        if (tone == 0 || letter_at(at)) continue;
        if (first == u'u' && i > 0 && small(in.charAt(i - 1)) == u'q') continue;
        if (i > 0 && is_mark(in.charAt(i - 1))) continue;
        icu::UnicodeString syllable(in.charAt(i));
        if (placement == Placement::first) syllable.append(tone);
        syllable.append(in.charAt(second_at));
        if (placement == Placement::second) syllable.append(tone);
        in.replace(i, at - i, syllable);
    }
    return to_utf8(normalized(in, true));
}

/// `quí` for `quý` and back, all of them.
[[nodiscard]] inline std::string spell_quy(std::string_view text, bool with_i) {
    std::string out = nfc(text);
    const std::string from[] = {with_i ? "quý" : "quí", with_i ? "Quý" : "Quí", with_i ? "QUÝ" : "QUÍ"};
    const std::string to[] = {with_i ? "quí" : "quý", with_i ? "Quí" : "Quý", with_i ? "QUÍ" : "QUÝ"};
    for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t at = 0; (at = out.find(from[k], at)) != std::string::npos; at += to[k].size())
            out.replace(at, from[k].size(), to[k]);
    return out;
}

/// One spelling for all of them, white space as single blanks.
[[nodiscard]] inline std::string plain_spelling(std::string_view text) {
    const std::string spelled = spell_quy(place_tones(nfc(text), Placement::second), false);
    std::string out;
    for (const char c : spelled) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

/// A report without its places: zones and diagnostics have the words of their spans instead.
/// @param spell  from the words of the source to the spelling in which reports are compared
template <class Spell>
[[nodiscard]] nlohmann::json without_places(std::string_view source, const Report& report, Spell spell) {
    const auto strip = [&](const auto& self, nlohmann::json& node) -> void {
        if (node.is_string()) {
            node = spell(node.get<std::string>());
        } else if (node.is_array()) {
            for (auto& child : node) self(self, child);
        } else if (node.is_object()) {
            for (const char* key : {"span", "related"}) {
                const auto found = node.find(key);
                if (found == node.end()) continue;
                if (found->is_array() && found->size() == 2)
                    node[std::string(key) + "_words"] = std::string(slice(source, Span{found->at(0), found->at(1)}));
                node.erase(key);
            }
            for (auto& child : node) self(self, child);
        }
    };
    nlohmann::json json = nlohmann::json::parse(to_json(report));
    strip(strip, json);
    return json;
}

/// In one spelling, see `plain_spelling`.
[[nodiscard]] inline nlohmann::json without_places(std::string_view source, const Report& report) {
    return without_places(source, report, plain_spelling);
}

}  // namespace tongket::test
