// SPDX-License-Identifier: BSL-1.0
// What must not change when a text changes: each relation of metamorphic/ on pages of the repository and on made-up
// ones. `make metamorphic` takes all pages that there are and many seeds.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "files.hpp"
#include "generate/generate.hpp"
#include "metamorphic/relations.hpp"

using namespace tongket;
namespace fs = std::filesystem;

namespace {

struct Page {
    std::string name;
    std::string text;
};

std::vector<Page> generated_pages(std::uint64_t count) {
    std::vector<Page> pages;
    for (std::uint64_t seed = 1; seed <= count; ++seed)
        pages.push_back({"generated " + std::to_string(seed), test::generate_report(seed, 2000 + 500 * seed).text});
    return pages;
}

std::vector<Page> pages_of(const fs::path& directory) {
    std::vector<fs::path> paths;
    if (fs::is_directory(directory))
        for (const auto& entry : fs::directory_iterator(directory))
            if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Page> pages;
    for (const fs::path& path : paths) pages.push_back({path.filename().string(), test::read_file(path)});
    return pages;
}

void append(std::vector<Page>& pages, std::vector<Page> more) {
    pages.insert(pages.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void check_relation(const test::Relation& relation, const std::vector<Page>& pages, std::uint64_t seeds) {
    const Parser parser;
    std::size_t tried = 0, broken = 0;
    std::string shown;
    constexpr std::size_t most_shown = 4000, most_of_one = 500;
    for (const Page& page : pages)
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const test::Trial trial = test::try_relation(relation, parser, page.text, seed);
            if (!trial.applies) continue;
            ++tried;
            if (trial.problems.empty()) continue;
            ++broken;
            for (const std::string& problem : trial.problems)
                if (shown.size() < most_shown)
                    shown +=
                        page.name + ", seed " + std::to_string(seed) + ": " + problem.substr(0, most_of_one) + "\n";
        }
    INFO(relation.name << " keeps " << relation.keeps << ": broken in " << broken << " of " << tried << " trials\n"
                       << shown);
    CHECK(tried > 0);
    CHECK(static_cast<double>(broken) <= relation.most_broken * static_cast<double>(tried));
}

}  // namespace

TEST_CASE("a changed text keeps what the relation says", "[metamorphic]") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr std::size_t every = 12;
#else
    constexpr std::size_t every = 3;
#endif
    std::vector<Page> pages = pages_of(TONGKET_SOURCE_DIR "/examples/reports");
    const std::vector<Page> corpus = pages_of(TONGKET_SOURCE_DIR "/tests/corpus/reports");
    for (std::size_t i = 0; i < corpus.size(); i += every) pages.push_back(corpus[i]);
    append(pages, generated_pages(10));
    for (const test::Relation& relation : test::relations()) DYNAMIC_SECTION(relation.name) {
            check_relation(relation, pages, 1);
        }
}

TEST_CASE("changed texts of all pages keep what the relations say", "[.metamorphic-long]") {
    const char* const wanted = std::getenv("TONGKET_SEEDS");
    const std::uint64_t seeds = wanted == nullptr ? 10 : std::stoull(wanted);
    std::vector<Page> pages = pages_of(TONGKET_SOURCE_DIR "/examples/reports");
    append(pages, pages_of(TONGKET_SOURCE_DIR "/tests/corpus/reports"));
    for (const char* folder : {"reports", "pages", "wild/reports"})
        append(pages, pages_of(fs::path(TONGKET_SHARED_DIR) / folder));
    append(pages, generated_pages(40));
    std::cout << pages.size() << " pages, " << seeds << " seeds\n";
    for (const test::Relation& relation : test::relations()) DYNAMIC_SECTION(relation.name) {
            check_relation(relation, pages, seeds);
        }
}
