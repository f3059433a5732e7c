// SPDX-License-Identifier: BSL-1.0
/// @file
/// How fast reports are parsed, beside what any reader of Vietnamese text has to pay. docs/performance.md tells the
/// method; `make bench` runs this.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tongket/tongket.hpp>

#include "generate/compare.hpp"
#include "generate/generate.hpp"
#include "process.hpp"
#include "respell.hpp"
#include "split.hpp"
#include "statistics.hpp"

using namespace tongket;
using namespace tongket::bench;
using test::GeneratedReport;

namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t mib = std::size_t{1} << 20U;
constexpr std::uint64_t first_seed = 1;
constexpr std::size_t corpus_bytes = 16 * mib;
constexpr std::uint64_t corpus_checksum =
    0x11CAED80FFF676F6U;  // of the 16 MiB: another text gives figures that do not compare
constexpr std::size_t linear_sizes[] = {1000, 8000, 64000, 512000, 4000000, 67000000};
constexpr std::size_t linear_from = 8000;

// What a run does, and how often.
struct Plan {
    std::size_t rounds = 9;
    std::size_t corpus_bytes = ::corpus_bytes;
    std::size_t linear_bytes = 4000000;  // for each size, or one document where that is more
    std::size_t largest = 67000000;      // document
    std::size_t checked_reports = 300;
    std::size_t processes = 21;  // fresh ones, for what is paid once in a process
    std::string program;         // the command line program
    std::string output;          // the JSON file; none if empty
};

// ---- the work that is timed
// ------------------------------------------------------------------------------------------

void parse_all(const Parser& parser, const Texts& texts) {
    for (const std::string& text : texts) {
        Report report = parser.parse(text);
        benchmark::DoNotOptimize(report);
    }
}

void parse_all_to_json(const Parser& parser, const Texts& texts) {
    for (const std::string& text : texts) {
        std::string json = to_json(parser.parse(text));
        benchmark::DoNotOptimize(json);
    }
}

class WordBreaker {
  public:
    WordBreaker() {
        UErrorCode status = U_ZERO_ERROR;
        breaker_.reset(icu::BreakIterator::createWordInstance(icu::Locale("vi"), status));
        if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no word BreakIterator");
    }
    void run(const Texts& texts) {
        std::size_t boundaries = 0;
        for (const std::string& text : texts) {
            const auto utf16 = icu::UnicodeString::fromUTF8(text);
            breaker_->setText(utf16);
            for (breaker_->first(); breaker_->next() != icu::BreakIterator::DONE;) ++boundaries;
        }
        benchmark::DoNotOptimize(boundaries);
    }

  private:
    std::unique_ptr<icu::BreakIterator> breaker_;
};

void split_all(const Texts& texts) {
    std::vector<Piece> pieces;
    for (const std::string& text : texts) {
        split(text, pieces);
        benchmark::DoNotOptimize(pieces.data());
        benchmark::ClobberMemory();
    }
}

// ---- rounds
// ----------------------------------------------------------------------------------------------------------

struct Work {
    std::string name;
    std::function<void()> run;
};

/// Seconds that each work took, round by round.
using Times = std::map<std::string, std::vector<double>>;

// Takes the times instead of printing them.
class Collector : public benchmark::BenchmarkReporter {
  public:
    explicit Collector(Times& times) : times_(times) {}
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            if (run.error_occurred) throw std::runtime_error(run.error_message);
            // `work/iterations:1`; processor time, so that other processes of the machine do not count.
            const std::string name = run.run_name.function_name;
            times_[name].push_back(run.cpu_accumulated_time / static_cast<double>(run.iterations));
        }
    }

  private:
    Times& times_;
};

// All works once a round, one after the other: each ratio is of neighbours in time. A first round warms up.
Times run_rounds(const std::vector<Work>& works, std::size_t rounds) {
    for (const Work& work : works) work.run();
    for (std::size_t round = 0; round < rounds; ++round)
        for (const Work& work : works)
            benchmark::RegisterBenchmark(work.name.c_str(), [&work](benchmark::State& state) {
                for ([[maybe_unused]] auto _ : state) work.run();
            })->Iterations(1);
    Times times;
    Collector collector(times);
    benchmark::RunSpecifiedBenchmarks(&collector);
    benchmark::ClearRegisteredBenchmarks();
    return times;
}

Spread ratio(const Times& times, const std::string& above, const std::string& below) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < times.at(above).size(); ++round)
        ratios.push_back(times.at(above)[round] / times.at(below)[round]);
    return spread(ratios);
}

// ---- texts
// -----------------------------------------------------------------------------------------------------------

Texts texts_of(const std::vector<GeneratedReport>& reports) {
    Texts texts;
    for (const GeneratedReport& report : reports) texts.push_back(report.text);
    return texts;
}

std::size_t bytes_of(const Texts& texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    return bytes;
}

// ---- in a process of its own
// -----------------------------------------------------------------------------------------

// Prints how many bytes parsing a file took at most, above what the process had with the text and the parser.
int print_peak(const std::string& path) {
    std::string text(std::filesystem::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(text.data(), static_cast<std::streamsize>(text.size()));
    const Parser parser;
    const PeakMemory peak;
    const Report report = parser.parse(text);
    std::cout << peak.grown() << '\n';
    return report.zones.empty() ? 1 : 0;
}

// Prints how many milliseconds the first parser of a process takes.
int print_construction() {
    const auto start = std::chrono::steady_clock::now();
    const Parser parser;
    const auto end = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(parser.options().max_input_bytes);
    std::cout << std::chrono::duration<double, std::milli>(end - start).count() << '\n';
    return 0;
}

double number_from(const std::vector<std::string>& command) {
    const Ended ended = run_process(command);
    if (ended.status != 0) throw std::runtime_error(command[0] + " " + command[1] + " failed");
    return std::stod(ended.output);
}

// A file with a text, removed at the end.
class TextFile {
  public:
    explicit TextFile(const std::string& text)
        : path_(std::filesystem::temp_directory_path() / ("tongket-bench-" + std::to_string(getpid()) + ".txt")) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;
    ~TextFile() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

// ---- results
// ---------------------------------------------------------------------------------------------------------

nlohmann::ordered_json json_of(const Spread& figures) {
    return {{"median", figures.median}, {"min", figures.min}, {"max", figures.max}};
}

class Results {
  public:
    Results() { std::printf("%-34s%10s%10s%10s%12s\n", "", "median", "min", "max", "target"); }

    void add(const char* key, const char* what, const Spread& figures, double target, bool at_least) {
        json_[key] = json_of(figures);
        show(what, figures, target, at_least);
    }
    void add(const char* key, const char* what, double figure, double target, bool at_least) {
        json_[key] = figure;
        show(what, {figure, figure, figure}, target, at_least);
    }
    void add(const char* key, const char* what, const Spread& figures) {
        json_[key] = json_of(figures);
        std::printf("%-34s%10.2f%10.2f%10.2f\n", what, figures.median, figures.min, figures.max);
    }
    void add(const char* key, const nlohmann::ordered_json& value) { json_[key] = value; }

    void write(const std::string& path) const { std::ofstream(path) << json_.dump(2) << '\n'; }

  private:
    nlohmann::ordered_json json_;

    static void show(const char* what, const Spread& figures, double target, bool at_least) {
        const bool met = at_least ? figures.median >= target : figures.median <= target;
        std::printf("%-34s%10.2f%10.2f%10.2f%6s%6.2f  %s\n", what, figures.median, figures.min, figures.max,
                    at_least ? ">=" : "<=", target, met ? "met" : "missed");
    }
};

// ---- what is measured
// ------------------------------------------------------------------------------------------------

// Stops a measurement of what is wrong.
void check_sample(const Parser& parser, const std::vector<GeneratedReport>& corpus, std::size_t count) {
    for (std::size_t i = 0; i < std::min(count, corpus.size()); ++i) {
        const auto found = test::differences(corpus[i], parser.parse(corpus[i].text));
        if (!found.empty())
            throw std::runtime_error("report " + std::to_string(i) +
                                     " is not read as it was generated: " + found.front());
    }
}

Spread linearity(const Times& times, const std::vector<std::pair<std::string, std::size_t>>& sizes,
                 std::size_t rounds) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < rounds; ++round) {
        double low = 0, high = 0;
        for (const auto& [name, bytes] : sizes) {
            const double per_byte = times.at(name)[round] / static_cast<double>(bytes);
            if (low == 0 || per_byte < low) low = per_byte;
            high = std::max(high, per_byte);
        }
        ratios.push_back(high / low);
    }
    return spread(ratios);
}

int run(const Plan& plan) {
    const Parser parser;
    const auto corpus = test::generate_corpus(first_seed, plan.corpus_bytes);
    if (plan.corpus_bytes == corpus_bytes && test::checksum(corpus) != corpus_checksum)
        throw std::runtime_error("the generated corpus is not the pinned one");
    check_sample(parser, corpus, plan.checked_reports);
    const Texts texts = texts_of(corpus);
    Texts nfd;
    for (const std::string& text : texts) nfd.push_back(test::nfd(text));

    WordBreaker breaker;
    std::vector<Work> works{
        {"parse", [&] { parse_all(parser, texts); }},   {"word16", [&] { breaker.run(texts); }},
        {"split", [&] { split_all(texts); }},           {"json", [&] { parse_all_to_json(parser, texts); }},
        {"parse nfd", [&] { parse_all(parser, nfd); }}, {"word16 nfd", [&] { breaker.run(nfd); }},
    };
    std::vector<Texts> documents;
    std::vector<std::pair<std::string, std::size_t>> sizes, linear;
    for (const std::size_t size : linear_sizes) {
        if (size > plan.largest) continue;
        documents.push_back(
            texts_of(test::generate_corpus(first_seed, std::max(size, plan.linear_bytes) * 9 / 10, size)));
        sizes.emplace_back("size " + std::to_string(size), bytes_of(documents.back()));
        if (size >= linear_from) linear.push_back(sizes.back());
    }
    for (std::size_t i = 0; i < sizes.size(); ++i)
        works.push_back({sizes[i].first, [&, i] { parse_all(parser, documents[i]); }});

    const Times times = run_rounds(works, plan.rounds);

    Results results;
    results.add("word16_over_parse", "ICU words / parse", ratio(times, "word16", "parse"), 1.5, true);
    results.add("word16_over_parse_nfd", "ICU words / parse, NFD", ratio(times, "word16 nfd", "parse nfd"), 0.7,
                true);
    results.add("word16_over_parse_json", "ICU words / parse and JSON", ratio(times, "word16", "json"), 0.8, true);
    results.add("parse_over_split", "parse / splitting into words", ratio(times, "parse", "split"));
    results.add("linearity", "time per byte, slowest / fastest", linearity(times, linear, plan.rounds), 1.3, false);

    double worst = 0;
    for (const bool decomposed : {false, true})
        for (const std::size_t size : linear_sizes) {
            if (size > plan.largest) continue;
            const std::string text = test::generate_report(first_seed, size).text;
            const std::string spelled = decomposed ? test::nfd(text) : text;
            if (spelled.size() > Options{}.max_input_bytes) continue;
            const TextFile file(spelled);
            const double grown = number_from({this_program(), "--peak", file.path()});
            worst = std::max(worst, (grown - 4.0 * mib) / static_cast<double>(spelled.size()));
        }
    results.add("peak_bytes_per_input_byte", "peak memory less 4 MiB / input", worst, 6, false);

    std::vector<double> constructions;
    for (std::size_t i = 0; i < plan.processes; ++i)
        constructions.push_back(number_from({this_program(), "--construction"}));
    results.add("construction_ms", "first Parser of a process, ms", spread(constructions), 5, false);
    if (!plan.program.empty()) {
        const TextFile file(texts.front());
        std::vector<double> milliseconds;
        for (std::size_t i = 0; i < plan.processes; ++i)
            milliseconds.push_back(1000 * run_process({plan.program, "parse", file.path()}).seconds);
        results.add("cli_ms", "the program on one report, ms", spread(milliseconds), 15, false);
    }
    std::vector<double> speeds;
    for (const double seconds : times.at("parse"))
        speeds.push_back(static_cast<double>(bytes_of(texts)) / seconds / 1e6);
    results.add("megabytes_per_second", spread(speeds).median);
    std::printf("parse: %.1f MB/s\n", spread(speeds).median);
    for (const auto& [name, bytes] : sizes) {
        const Spread seconds = spread(times.at(name));
        std::printf("%s: %.1f MB/s\n", name.c_str(), static_cast<double>(bytes) / seconds.median / 1e6);
    }
    if (!plan.output.empty()) results.write(plan.output);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        if (arguments.size() == 2 && arguments[0] == "--peak") return print_peak(arguments[1]);
        if (arguments.size() == 1 && arguments[0] == "--construction") return print_construction();
        Plan plan;
        benchmark::Initialize(&argc, argv);
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (arguments[i] == "--smoke") {
                plan = {.rounds = 1,
                        .corpus_bytes = 200000,
                        .linear_bytes = 100000,
                        .largest = 64000,
                        .checked_reports = 5,
                        .processes = 1,
                        .program = plan.program,
                        .output = plan.output};
            } else if (arguments[i] == "--program" && i + 1 < arguments.size()) {
                plan.program = arguments[++i];
            } else if (arguments[i] == "--output" && i + 1 < arguments.size()) {
                plan.output = arguments[++i];
            } else {
                std::cerr << "usage: tongket-bench [--smoke] [--program PATH] [--output FILE.json]\n";
                return 2;
            }
        }
        return run(plan);
    } catch (const std::exception& error) {
        std::cerr << "tongket-bench: " << error.what() << '\n';
        return 1;
    }
}
