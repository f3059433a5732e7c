// SPDX-License-Identifier: BSL-1.0
// Writes what fuzzing starts from: usage: fuzz-seeds DIRECTORY. From the samples, the phrases and the lexicon of the
// repository come DIRECTORY/<target>/<number> and the dictionaries DIRECTORY/<target>.dict.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "respell.hpp"
#include "splice.hpp"
#include "typed.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path source_dir = TONGKET_SOURCE_DIR;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& path, std::string_view content) {
    std::ofstream out(path, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

void write_seeds(const fs::path& directory, const std::vector<std::string>& seeds) {
    if (seeds.empty()) throw std::runtime_error("no seeds for " + directory.string());
    fs::create_directories(directory);
    for (std::size_t i = 0; i < seeds.size(); ++i) write_file(directory / std::to_string(i), seeds[i]);
}

/// In libFuzzer's form, a word a line; longer ones it does not take.
void write_dictionary(const fs::path& path, const std::set<std::string>& words) {
    constexpr std::size_t longest = 64;
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string lines;
    for (const std::string& word : words) {
        if (word.empty() || word.size() > longest) continue;
        lines += '"';
        for (const char c : word) {
            const auto byte = static_cast<unsigned char>(c);
            ((lines += "\\x") += digits[byte >> 4U]) += digits[byte & 15U];
        }
        lines += "\"\n";
    }
    write_file(path, lines);
}

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        found.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return found;
}

/// All strings that stand in lists of a file of tests/phrases.
std::vector<std::string> phrases(const std::string& name) {
    std::vector<std::string> found;
    const auto collect = [&](const auto& self, const nlohmann::json& node) -> void {
        for (const auto& child : node)
            if (child.is_structured())
                self(self, child);
            else if (node.is_array() && child.is_string())
                found.push_back(child.template get<std::string>());
    };
    collect(collect, nlohmann::json::parse(read_file(source_dir / "tests/phrases" / (name + ".json"))));
    return found;
}

/// Reports of a few lines: one paragraph, or one sentence of the phrases, after an opening.
std::vector<std::string> short_reports() {
    const std::string opening =
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
        "Ngày 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016.\n\n";
    std::vector<std::string> texts;
    for (const std::string& report : tongket::fuzz::sample_reports(source_dir))
        for (const std::string& paragraph : paragraphs(report)) texts.push_back(opening + paragraph + '\n');
    for (const char* name : {"quantity", "indicators"})
        for (const std::string& phrase : phrases(name)) texts.push_back(opening + "Năm 2016, " + phrase + "\n");
    return texts;
}

/// The phrases of the lexicon, and what else tells one text from another: line ends, blanks, a byte order mark.
std::set<std::string> text_words() {
    std::set<std::string> words{"\r\n", "\n\n", "\n- ", "\u00A0", "\u200B", "\uFEFF", "\u2013"};
    for (const tongket::LexiconEntry& entry : tongket::read_lexicon(tongket::builtin_lexicon()))
        if (entry.word_class != "indicator") words.insert(entry.phrases.begin(), entry.phrases.end());
    return words;
}

/// The cells of lexicon lines, but for the phrases.
std::set<std::string> lexicon_cells() {
    std::set<std::string> words{"\t", "|", "#", ";", "="};
    for (const tongket::LexiconEntry& entry : tongket::read_lexicon(tongket::builtin_lexicon())) {
        words.insert(entry.word_class + '\t');
        words.insert(entry.value);
        words.insert(entry.attributes);
    }
    return words;
}

/// Keys and short values, quoted.
std::set<std::string> json_words(const std::vector<std::string>& documents) {
    std::set<std::string> words;
    const auto collect = [&](const auto& self, const nlohmann::json& node) -> void {
        if (node.is_object())
            for (const auto& [key, unused] : node.items()) words.insert(nlohmann::json(key).dump() + ':');
        if (node.is_string() && node.get_ref<const std::string&>().find(' ') == std::string::npos)
            words.insert(node.dump());
        if (node.is_structured())
            for (const auto& child : node) self(self, child);
    };
    for (const std::string& document : documents) collect(collect, nlohmann::json::parse(document));
    return words;
}

std::vector<std::string> lexicon_pieces() {
    constexpr std::size_t lines_of_a_piece = 8;
    std::vector<std::string> pieces;
    std::size_t lines = 0;
    for (std::string_view rest = tongket::builtin_lexicon(); !rest.empty(); ++lines) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        if (lines % lines_of_a_piece == 0) pieces.emplace_back();
        pieces.back() += rest.substr(0, end);
        rest.remove_prefix(end);
    }
    return pieces;
}

/// Reports as old programs wrote them, and the beginnings of files of other kinds.
std::vector<std::string> files_of_any_kind() {
    std::vector<std::string> files = {"%PDF-1.7\n",   "PK\x03\x04word/document.xml", "<!DOCTYPE html><p>",
                                      "{\"a\": [1]}", "Subject: a\nDate: b\n\n",     "{\\rtf1\\ansi"};
    for (const std::string& text : short_reports()) {
        files.push_back(text);
        files.push_back("\xFF\xFE" + tongket::test::utf_16(text));
        for (const auto font : {tongket::LegacyFont::tcvn3, tongket::LegacyFont::vni}) {
            const std::string typed = tongket::test::typed_in(font, text);
            files.insert(files.end(), {typed, tongket::test::latin_1(typed)});
        }
    }
    return files;
}

void write_all(const fs::path& directory) {
    const std::vector<std::string> reports = tongket::fuzz::sample_reports(source_dir);
    write_seeds(directory / "whole_report", reports);
    std::vector<std::string> texts = reports;
    for (std::string& text : short_reports()) texts.push_back(std::move(text));
    const std::set<std::string> words = text_words();
    write_seeds(directory / "parse", texts);
    write_dictionary(directory / "parse.dict", words);

    for (const std::string name : {"quantity", "date", "period", "citation", "person", "agency"}) {
        write_seeds(directory / ("parse_" + name), phrases(name));
        write_dictionary(directory / ("parse_" + name + ".dict"), words);
    }

    std::vector<std::string> documents;
    for (const std::string& text : short_reports()) documents.push_back(tongket::to_json(tongket::parse(text), -1));
    write_seeds(directory / "from_json", documents);
    write_dictionary(directory / "from_json.dict", json_words(documents));

    write_seeds(directory / "encoding", files_of_any_kind());
    write_dictionary(directory / "encoding.dict", words);

    for (const std::string name : {"lexicon", "own_words"}) {
        write_seeds(directory / name, lexicon_pieces());
        write_dictionary(directory / (name + ".dict"), lexicon_cells());
    }

    // Marks of Vietnamese, one that has another form in NFC, and a syllable whose parts are letters.
    std::set<std::string> decomposed{"\u0300", "\u0301", "\u0302", "\u0306", "\u0309",
                                     "\u031B", "\u0323", "\u0340", "\uAC00"};
    for (const std::string& word : words) decomposed.insert(tongket::test::nfd(word));
    for (std::string& text : texts) text = tongket::test::nfd(text);
    for (const std::string name : {"normalization", "text"}) {
        write_seeds(directory / name, texts);
        write_dictionary(directory / (name + ".dict"), decomposed);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: fuzz-seeds DIRECTORY\n";
        return 2;
    }
    try {
        write_all(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << "fuzz-seeds: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
