// SPDX-License-Identifier: BSL-1.0
#include "metamorphic/relations.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>

#include <tongket/grammar/fold.hpp>

#include "generate/generate.hpp"
#include "respell.hpp"
#include "span_problems.hpp"

namespace tongket::test {
namespace {

using Random = std::mt19937_64;
using nlohmann::json;

std::size_t below(Random& random, std::size_t count) { return static_cast<std::size_t>(random() % count); }

template <std::size_t N>
const char* any_of(Random& random, const std::array<const char*, N>& choices) {
    return choices[below(random, N)];
}

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

/// The lines of a text, each with its line end.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

// ---- what stays: in NFC, without letters that are not seen, white space as single blanks ------------------------------

bool is_hidden(UChar32 c) { return u_charType(c) == U_FORMAT_CHAR; }

std::string as_seen(std::string_view text) {
    const icu::UnicodeString in = normalized(to_unicode(text), true);
    icu::UnicodeString out;
    for (int32_t at = 0; at < in.length(); at = in.moveIndex32(at, 1)) {
        const UChar32 c = in.char32At(at);
        if (is_hidden(c)) continue;
        if (!u_isUWhiteSpace(c))
            out.append(c);
        else if (!out.endsWith(u" "))
            out.append(u' ');
    }
    return to_utf8(out.trim());
}

std::string in_small_letters(std::string_view text) {
    return to_utf8(to_unicode(as_seen(text)).toLower(icu::Locale::getRoot()));
}

/// Units are names of ours, the same to the letter in every writing.
json units(const Report& report) {
    json all = json::array();
    for (const Measure& measure : report.measures)
        all.push_back({measure.unit.value_or(""), measure.per ? measure.per->unit : ""});
    return all;
}

json everything(std::string_view source, const Report& report) {
    json all = without_places(source, report, as_seen);
    all["units"] = units(report);
    return all;
}

/// Without what tells of the page around the story.
json what_is_said(std::string_view source, const Report& report) {
    json said = everything(source, report);
    for (const char* key : {"zones", "genre", "diagnostics"}) said.erase(key);
    return said;
}

/// Without the head of the page too: above its first line nothing tells a site's banner from a headline.
json what_the_story_says(std::string_view source, const Report& report) {
    json said = what_is_said(source, report);
    for (const char* key : {"title", "published", "byline", "outlet"}) said.erase(key);
    return said;
}

json all_in_small_letters(std::string_view source, const Report& report) {
    json said = without_places(source, report, in_small_letters);
    for (const char* key : {"zones", "genre"}) said.erase(key);
    return said;
}

/// Values with their units, in order of size.
json values_and_units(std::string_view, const Report& report) {
    std::multiset<std::string> values;
    for (const Measure& measure : report.measures) {
        std::string value = measure.value.to_string();
        if (measure.to) value += ".." + measure.to->to_string();
        values.insert(value + ' ' + as_seen(measure.unit.value_or("")));
    }
    return values;
}

// '(tỉnh 41, huyện 77)' is read where it makes the figure before it, and else said to be unread.
json number_of_figures(std::string_view, const Report& report) {
    const auto unread = [](const Diagnostic& diagnostic) { return diagnostic.code == "unread-number"; };
    return report.measures.size() +
           static_cast<std::size_t>(std::count_if(report.diagnostics.begin(), report.diagnostics.end(), unread));
}

// ---- changes -------------------------------------------------------------------------------------------------------

using Rewritten = std::optional<std::string>;

Rewritten decompose_words(const Parser&, const std::string& text, Random& random) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size() - 1) + 1;
        const std::string word = text.substr(at, end - at);
        out += below(random, 2) == 0 ? nfd(word) : word;
        at = end;
    }
    return out;
}

Rewritten decompose(const Parser&, const std::string& text, Random&) { return nfd(text); }
Rewritten end_lines_with_crlf(const Parser&, const std::string& text, Random&) { return crlf(text); }
Rewritten end_lines_with_cr(const Parser&, const std::string& text, Random&) {
    std::string out = text;
    std::replace(out.begin(), out.end(), '\n', '\r');
    return out;
}
Rewritten mark_byte_order(const Parser&, const std::string& text, Random&) { return "\uFEFF" + text; }

/// Replaces every blank between words with what `blank` gives.
template <class Blank>
std::string with_blanks(const std::string& text, Blank blank) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // Between digits the kind of a blank tells groups of one number from two numbers.
        const bool in_number = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if (text[i] == ' ' && !in_number)
            out += blank();
        else
            out += text[i];
    }
    return out;
}

// Blanks that hold the columns of a table say something.
bool has_columns(const std::string& text) {
    for (std::size_t at = text.find("   "); at != std::string::npos; at = text.find("   ", at)) {
        at = std::min(text.find_first_not_of(' ', at), text.size());
        if (at < text.size() && is_digit(text[at])) return true;
    }
    return false;
}

Rewritten set_other_blanks(const Parser&, const std::string& text, Random& random) {
    if (has_columns(text)) return std::nullopt;
    constexpr std::array blanks{" ", "\u00A0", "\u2009", "\u202F", "\u2003"};
    return with_blanks(text, [&] { return any_of(random, blanks); });
}

Rewritten double_blanks(const Parser&, const std::string& text, Random& random) {
    if (has_columns(text)) return std::nullopt;
    constexpr std::array blanks{" ", "  ", "   "};
    return with_blanks(text, [&] { return any_of(random, blanks); });
}

/// Puts letters that are not seen inside words and numbers.
Rewritten hide_letters(const Parser&, const std::string& text, Random& random) {
    constexpr std::array hidden{"\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"};
    constexpr std::size_t one_in = 12;
    const auto in_word = [](char byte) {
        return static_cast<unsigned char>(byte) >= 0x80 || is_digit(byte) || (byte >= 'a' && byte <= 'z') ||
               (byte >= 'A' && byte <= 'Z');
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && in_word(text[i - 1]) && in_word(text[i]) && !continues_letter(text[i]) &&
            below(random, one_in) == 0)
            out += any_of(random, hidden);
        out += text[i];
    }
    return out;
}

Rewritten double_blank_lines(const Parser&, const std::string& text, Random& random) {
    std::string out;
    for (const std::string& line : lines_of(text)) {
        out += line;
        if (line == "\n")
            for (std::size_t more = below(random, 3); more > 0; --more) out += line;
    }
    return out;
}

/// What a site has above a story.
Rewritten add_chrome_above(const Parser&, const std::string& text, Random& random) {
    constexpr std::array entries{"Trang chủ\n", "Giới thiệu\n", "Liên hệ\n", "Đăng nhập\n", "Sơ đồ cổng\n"};
    std::string out;
    for (std::size_t count = below(random, 4) + 1; count > 0; --count) out += any_of(random, entries);
    return out + '\n' + text;
}

/// What a site has behind a story.
Rewritten add_chrome_behind(const Parser&, const std::string& text, Random& random) {
    constexpr std::array entries{"In trang\n", "Chia sẻ\n", "Gửi email\n", "Về đầu trang\n", "Quay lại\n"};
    std::string out = text + "\n\n";
    for (std::size_t count = below(random, 4) + 1; count > 0; --count) out += any_of(random, entries);
    return out;
}

Rewritten raise_headline(const Parser& parser, const std::string& text, Random&) {
    const Report report = parser.parse(text);
    if (!report.title) return std::nullopt;
    std::string out = text;
    out.replace(report.title->span.begin, report.title->span.size(),
                to_utf8(to_unicode(report.title->text).toUpper(icu::Locale::getRoot())));
    return out;
}

/// Moves a paragraph of the results to another place among them.
Rewritten move_paragraph(const Parser& parser, const std::string& text, Random& random) {
    if (has_columns(text)) return std::nullopt;
    const Report report = parser.parse(text);
    std::vector<std::string> lines = lines_of(text);
    std::vector<std::size_t> of_results;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines.size(); begin += lines[i++].size()) {
        const Span line{begin, begin + lines[i].size()};
        const bool whole = std::any_of(report.zones.begin(), report.zones.end(), [&](const Zone& zone) {
            return zone.kind == ZoneKind::achievements && zone.span.contains(line);
        });
        // A row of a table is no paragraph.
        const bool row = lines[i].find_first_of("\t|") != std::string::npos;
        if (whole && !row && lines[i] != "\n" && lines[i].ends_with('\n')) of_results.push_back(i);
    }
    if (of_results.size() < 2) return std::nullopt;
    const std::size_t first = below(random, of_results.size() - 1);
    const std::size_t second = first + 1 + below(random, of_results.size() - first - 1);
    std::swap(lines[of_results[first]], lines[of_results[second]]);
    return joined(lines);
}

/// Other digits for those that are no zeros, in the figures that say one number; not those of a unit (`m2`).
Rewritten replace_digits(const Parser& parser, const std::string& text, Random& random) {
    std::string out = text;
    for (const Measure& measure : parser.parse(text).measures) {
        if (measure.to || measure.of || measure.per || measure.kind == MeasureKind::rank) continue;
        const auto begin = std::find_if(text.begin() + offset(measure.span.begin), text.end(), is_digit);
        for (std::size_t i = static_cast<std::size_t>(begin - text.begin()); i < measure.span.end; ++i) {
            if (!is_digit(out[i]) && out[i] != '.' && out[i] != ',') break;
            if (out[i] >= '1' && out[i] <= '9') out[i] = static_cast<char>('1' + below(random, 9));
        }
    }
    if (out == text) return std::nullopt;
    return out;
}

Rewritten join_pages(const Parser& parser, const std::string& text, Random& random) {
    if (!parser.parse(text).meeting.date) return std::nullopt;
    // Another page shows itself by a date of its own.
    constexpr std::size_t bytes = 3000;
    GeneratedReport second = generate_report(random(), bytes);
    while (!second.truth.published) second = generate_report(random(), bytes);
    return text + "\n\n" + second.text;
}

}  // namespace

const std::vector<Relation>& relations() {
    static const std::vector<Relation> all{
        {"decomposed", "all", decompose, everything},
        {"words decomposed", "all", decompose_words, everything},
        {"line ends CRLF", "all", end_lines_with_crlf, everything},
        {"line ends CR", "all", end_lines_with_cr, everything},
        {"byte order mark", "all", mark_byte_order, everything},
        {"other blanks", "all", set_other_blanks, everything},
        {"doubled blanks", "all", double_blanks, everything},
        {"hidden letters", "all", hide_letters, everything},
        {"more blank lines", "all", double_blank_lines, everything},
        {"chrome above", "all but zones, genre and the head of the page", add_chrome_above, what_the_story_says, "",
         0.01},
        // A line behind the byline, or a byline behind a caption, is of the site where links follow.
        {"chrome behind", "all but zones and genre", add_chrome_behind, what_is_said, "", 0.07},
        // In capitals no small letter tells where a name or a unit ends.
        {"headline in capitals", "all but zones, genre and case", raise_headline, all_in_small_letters, "", 0.09},
        {"paragraph moved", "values and units", move_paragraph, values_and_units},
        {"digits replaced", "number of measures and of numbers unread", replace_digits, number_of_figures},
        // A page that does not open with the day of its conference is not told from the next.
        {"two pages joined", "all of the first but its zones", join_pages, what_is_said, "second-report", 0.04},
    };
    return all;
}

Trial try_relation(const Relation& relation, const Parser& parser, const std::string& text, std::uint64_t seed) {
    Random random(seed);
    const std::optional<std::string> other = relation.rewrite(parser, text, random);
    if (!other) return {};
    const Report report = parser.parse(text), other_report = parser.parse(*other);
    Trial trial{true, span_problems(*other, other_report)};
    for (const std::string& problem : span_problems(text, report)) trial.problems.push_back(problem);
    const json kept = relation.kept(text, report), other_kept = relation.kept(*other, other_report);
    if (kept != other_kept) trial.problems.push_back(json::diff(kept, other_kept).dump());
    const auto brought = [&](const Diagnostic& diagnostic) { return diagnostic.code == relation.brings; };
    if (!relation.brings.empty() &&
        std::none_of(other_report.diagnostics.begin(), other_report.diagnostics.end(), brought))
        trial.problems.push_back("no diagnostic " + relation.brings);
    return trial;
}

}  // namespace tongket::test
