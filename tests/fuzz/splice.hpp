// SPDX-License-Identifier: BSL-1.0
/// @file
/// Changes reports by their structure: sentences and headlines of other reports, words of the lexicon, letters of
/// other forms and scripts, paragraphs in another order. What comes out is UTF-8 where what goes in is.
#pragma once

#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/lexicon.hpp>

#include "respell.hpp"

namespace tongket::fuzz {

/// The texts of the reports under `source_dir`, always in the same order.
/// @throws std::runtime_error where one cannot be read
[[nodiscard]] inline std::vector<std::string> sample_reports(const std::filesystem::path& source_dir) {
    std::set<std::filesystem::path> paths;
    for (const char* directory : {"examples/reports", "tests/corpus/reports"})
        for (const auto& entry : std::filesystem::directory_iterator(source_dir / directory))
            paths.insert(entry.path());
    std::vector<std::string> texts;
    for (const std::filesystem::path& path : paths) {
        std::ifstream in(path, std::ios::binary);
        if (!in) throw std::runtime_error(path.string() + " cannot be read");
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
}

/// The parts of `text` that end with `mark`, the mark among them.
[[nodiscard]] inline std::vector<std::string> split_behind(std::string_view text, std::string_view mark) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t found = text.find(mark);
        const std::size_t end = found == std::string_view::npos ? text.size() : found + mark.size();
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return parts;
}

/// What reports are spliced from.
class Material {
  public:
    /// Of the sentences and headlines of `reports` and of the built-in lexicon.
    explicit Material(const std::vector<std::string>& reports) {
        for (const std::string& report : reports) {
            const std::vector<std::string> report_lines = split_behind(report, "\n");
            if (!report_lines.empty()) headlines.push_back(report_lines.front());
            for (const std::string& line : report_lines)
                for (const std::string& sentence : split_behind(line, ". "))
                    if (sentence != "\n") sentences.push_back(sentence);
        }
        for (const LexiconEntry& entry : read_lexicon(builtin_lexicon()))
            words.insert(words.end(), entry.phrases.begin(), entry.phrases.end());
    }

    std::vector<std::string> sentences, headlines, words;
    /// Blanks, dashes, digits of other scripts, marks on a letter and letters without a face.
    std::vector<std::string> odd{"\u00A0", "\u2009", "\u202F", "\u3000", "\t",         "\r",     "\u2028", "\u0085",
                                 "\u200B", "\u200D", "\u00AD", "\uFEFF", "\u202E",     "\u2066", "\u2013", "\u2212",
                                 "\u2011", "\u0301", "\u0323", "\u031B", "\uFF15",     "\u0663", "\u00BD", "\u00B2",
                                 "\u2164", "\u1D41", "\uAC00", "\u4E00", "\U0001F4C8", "\u201C", "\u2026", "\x1B"};
    std::vector<std::string> bullets{"- ", "* ", "+ ", "• ", "1. ", "2) ", "a) ", "III. ", "– "};
};

/// Changes one text.
class Splicer {
  public:
    /// @param seed  the same seed makes the same change of the same text
    Splicer(const Material& material, std::string_view text, std::uint64_t seed)
        : material_(material), lines_(split_behind(text, "\n")), random_(seed) {}

    /// One to four changes.
    void change() {
        constexpr std::size_t most_changes = 4;
        for (std::size_t changes = below(most_changes) + 1; changes > 0; --changes) change_once();
    }

    /// Lines of `other` take the place of as many lines.
    void cross(std::string_view other) {
        const std::vector<std::string> others = split_behind(other, "\n");
        if (others.empty()) return;
        const std::size_t begin = below(others.size());
        const std::size_t count = below(others.size() - begin) + 1;
        const std::size_t at = below(lines_.size() + 1);
        lines_.erase(lines_.begin() + offset(at), lines_.begin() + offset(std::min(at + count, lines_.size())));
        lines_.insert(lines_.begin() + offset(at), others.begin() + offset(begin),
                      others.begin() + offset(begin + count));
    }

    /// The text as it is now, cut to `most_bytes` between code points.
    [[nodiscard]] std::string text(std::size_t most_bytes) const {
        std::string all;
        for (const std::string& line : lines_) all += line;
        if (all.size() <= most_bytes) return all;
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(all[end]) & 0xC0U) == 0x80U) --end;
        all.resize(end);
        return all;
    }

  private:
    const Material& material_;
    std::vector<std::string> lines_;
    std::mt19937_64 random_;

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
    static std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }
    const std::string& any(const std::vector<std::string>& of) { return of[below(of.size())]; }
    std::string& any_line() { return lines_[below(lines_.size())]; }

    void change_once() {
        using Change = void (Splicer::*)();
        constexpr std::array<Change, 14> changes{
            &Splicer::add_sentence, &Splicer::replace_sentence, &Splicer::drop_sentence, &Splicer::add_word,
            &Splicer::replace_word, &Splicer::decompose_word,   &Splicer::add_odd,       &Splicer::change_digit,
            &Splicer::add_bullet,   &Splicer::add_headline,     &Splicer::raise_line,    &Splicer::move_line,
            &Splicer::join_lines,   &Splicer::break_line};
        if (lines_.empty()) lines_.push_back(any(material_.headlines));
        (this->*changes[below(changes.size())])();
    }

    /// Puts the parts of a line, cut behind `mark`, through `edit`, which gets them and the place of one of them.
    template <class Edit>
    void edit_parts(std::string_view mark, Edit edit) {
        std::string& line = any_line();
        std::vector<std::string> parts = split_behind(line, mark);
        if (parts.empty()) return;
        edit(parts, below(parts.size()));
        line.clear();
        for (const std::string& part : parts) line += part;
    }

    void add_sentence() {
        edit_parts(". ", [&](auto& parts, std::size_t at) {
            parts.insert(parts.begin() + offset(at), any(material_.sentences));
        });
    }
    void replace_sentence() {
        edit_parts(". ", [&](auto& parts, std::size_t at) { parts[at] = any(material_.sentences); });
    }
    void drop_sentence() {
        edit_parts(". ", [](auto& parts, std::size_t at) { parts.erase(parts.begin() + offset(at)); });
    }
    void add_word() {
        edit_parts(" ", [&](auto& parts, std::size_t at) {
            parts.insert(parts.begin() + offset(at), any(material_.words) + ' ');
        });
    }
    void replace_word() {
        edit_parts(" ", [&](auto& parts, std::size_t at) { parts[at] = any(material_.words) + ' '; });
    }
    void decompose_word() {
        edit_parts(" ", [](auto& parts, std::size_t at) { parts[at] = test::nfd(parts[at]); });
    }
    void add_odd() {
        edit_parts(" ", [&](auto& parts, std::size_t at) {
            std::string& word = parts[at];
            std::size_t place = below(word.size() + 1);
            while (place > 0 && place < word.size() && (static_cast<unsigned char>(word[place]) & 0xC0U) == 0x80U)
                --place;
            word.insert(place, any(material_.odd));
        });
    }
    void change_digit() {
        std::string& line = any_line();
        constexpr std::string_view digits = "0123456789";
        // A mark beside a digit makes another number.
        constexpr std::string_view others = "0123456789.,-/% ";
        const std::size_t at = line.find_first_of(digits, below(line.size() + 1));
        if (at != std::string::npos) line[at] = others[below(others.size())];
    }
    void add_bullet() { any_line().insert(0, any(material_.bullets)); }
    void add_headline() {
        lines_.insert(lines_.begin() + offset(below(lines_.size() + 1)), any(material_.headlines));
    }
    void raise_line() {
        std::string& line = any_line();
        line = test::to_utf8(test::to_unicode(line).toUpper(icu::Locale::getRoot()));
    }
    void move_line() { std::swap(any_line(), any_line()); }
    void join_lines() {
        std::string& line = any_line();
        if (line.ends_with('\n')) line.back() = ' ';
    }
    void break_line() {
        edit_parts(" ", [](auto& parts, std::size_t at) {
            if (parts[at].ends_with(' ')) parts[at].back() = '\n';
        });
    }
};

}  // namespace tongket::fuzz
