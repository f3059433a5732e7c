// SPDX-License-Identifier: BSL-1.0
// Prints what the evidence stages see of texts, for training.
//   tongket-rows [--words | --genre] FILE...
// For each file a line `page FILE`, then a line for each sentence, its parts between tabs:
//   begin and end in bytes of the source; `inside` or `next`; its features, or with --words its words in small
//   letters, `_` where something else stands.
// With --genre instead of all that one line, the features of the page that its genre is told by.
// Without either then a line `clauses` and one for each clause of the story: begin, end, step, features (but the
// zone), and the number of its sentence.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "genre/genre.hpp"
#include "islands/islands.hpp"
#include "lexicon/builtin_index.hpp"
#include "people/people.hpp"
#include "statements/clauses.hpp"
#include "text/lower.hpp"
#include "text/text.hpp"
#include "zones/page.hpp"

namespace {

using namespace tongket;

std::string words_of(const Document& document, const Sentence& sentence) {
    std::string words;
    for (std::size_t t = sentence.content; t < sentence.tokens.last; ++t) {
        if (!words.empty()) words += ' ';
        words += document.token(t).kind == TokenKind::word ? lower(document.text_of(t)) : "_";
    }
    return words;
}

void print_features(const std::vector<Feature>& features) {
    for (std::size_t k = 0; k < features.size(); ++k)
        std::cout << (k > 0 ? "|" : "") << zone_features().name(row_of(zone_features(), features[k]));
}

// With the zones that the library decides: who speaks where depends on them.
void print_clauses(std::string_view source) {
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const auto index = builtin_index();
    Document document(text, index);
    const Islands islands = find_islands(document);
    const Page page = read_page(document, islands);
    const Cast cast = find_people(document, islands);
    ClauseReader reader(document, islands, page.outline, cast.speakers);
    std::cout << "clauses\n";
    std::vector<Feature> features;
    std::size_t line = static_cast<std::size_t>(-1);
    for (const Clause& clause : clauses_of(document)) {
        const Span span = document.span(clause.range);
        const std::size_t own_line = document.sentences[clause.sentence].line;
        std::cout << span.begin << '\t' << span.end << '\t' << (own_line == line ? "inside" : "next") << '\t';
        line = own_line;
        reader.read(clause, false, features);
        print_features(features);
        std::cout << '\t' << clause.sentence << '\n';
    }
}

enum class Show { features, words, genre };

void print_page(std::string_view source, Show show) {
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const auto index = builtin_index();
    const Document document(text, index);
    const Islands islands = find_islands(document);
    const LineShapes shapes(document, islands);
    const Layout layout = lay_out(document, islands, shapes);
    const Outline outline = outline_of(document, islands, layout);
    if (show == Show::genre) {
        const char* mark = "";
        for (const std::size_t row : read_genre_features(document, layout, outline)) {
            std::cout << mark << genre_features().name(row);
            mark = "|";
        }
        std::cout << '\n';
        return;
    }
    FeatureReader reader(document, islands, shapes, layout, outline);
    std::vector<Feature> features;
    std::size_t line = static_cast<std::size_t>(-1);
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        const Span span = document.span(sentence.tokens);
        std::cout << span.begin << '\t' << span.end << '\t' << (sentence.line == line ? "inside" : "next") << '\t';
        line = sentence.line;
        if (show == Show::words) {
            std::cout << words_of(document, sentence) << '\n';
            continue;
        }
        reader.read(s, features);
        print_features(features);
        std::cout << '\n';
    }
    if (show == Show::features) print_clauses(source);
}

}  // namespace

int main(int argc, char** argv) {
    Show show = Show::features;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--words" || argument == "--genre") {
            show = argument == "--words" ? Show::words : Show::genre;
            continue;
        }
        std::ifstream file(argv[i], std::ios::binary);
        if (!file) {
            std::cerr << "tongket-rows: cannot read " << argv[i] << '\n';
            return 1;
        }
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        std::cout << "page " << argv[i] << '\n';
        print_page(source, show);
    }
}
