// SPDX-License-Identifier: BSL-1.0
/// @file
/// How fast reports are parsed, beside what any reader of Vietnamese text has to pay. docs/performance.md tells the
/// method; `make bench` runs this.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uvernum.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
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
constexpr std::size_t memory_allowance = 4 * mib;
constexpr std::uint64_t first_seed = 1;
constexpr std::size_t corpus_bytes = 16 * mib;
// Of the 16 MiB: figures of another text would not compare.
constexpr std::uint64_t corpus_checksum = 0x69645A3B07A16FD2U;
constexpr std::size_t linear_sizes[] = {1000, 8000, 64000, 512000, 4000000, 67000000};
constexpr std::size_t linear_from = 8000;

// What a run does, and how often.
struct Plan {
    std::size_t rounds = 11;
    std::size_t corpus_bytes = ::corpus_bytes;
    std::size_t linear_bytes = 4000000;  // of each size, or one document where that is more
    std::size_t largest = 67000000;      // document
    std::size_t checked_reports = 300;
    std::size_t processes = 21;  // fresh ones, for what is paid once in a process
    std::string program;         // the command line program
    std::string output;          // the JSON file; none if empty
};

// ---- the work that is timed ----

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

// ---- rounds ----

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

// ---- texts ----

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

// ---- in a process of its own ----

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

// ---- results ----

nlohmann::ordered_json json_of(const Spread& figures) {
    return {{"median", figures.median}, {"min", figures.min}, {"max", figures.max}};
}

// What a figure should reach.
struct Target {
    enum class Kind { at_least, at_most };
    Kind kind;
    double value;
    [[nodiscard]] bool met(double figure) const { return kind == Kind::at_least ? figure >= value : figure <= value; }
};
Target at_least(double value) { return {Target::Kind::at_least, value}; }
Target at_most(double value) { return {Target::Kind::at_most, value}; }

// Prints the figures as they come and keeps them for the JSON file.
class Results {
  public:
    Results() { std::printf("%-36s%9s%9s%9s%12s\n", "", "median", "min", "max", "target"); }

    void add(const char* key, const char* what, const Spread& figures, std::optional<Target> target = {}) {
        json_[key] = json_of(figures);
        show(what, figures, target);
    }
    void add(const char* key, const char* what, double figure, std::optional<Target> target = {}) {
        json_[key] = figure;
        show(what, {figure, figure, figure}, target);
    }
    void add(const char* key, nlohmann::ordered_json value) { json_[key] = std::move(value); }

    void write(const std::string& path) const {
        std::ofstream file(path);
        file << json_.dump(2) << '\n';
        if (!file.flush()) throw std::runtime_error("cannot write " + path);
    }

  private:
    nlohmann::ordered_json json_;

    static void show(const char* what, const Spread& figures, const std::optional<Target>& target) {
        std::printf("%-36s%9.2f%9.2f%9.2f", what, figures.median, figures.min, figures.max);
        if (target)
            std::printf("%5s%7.2f  %s", target->kind == Target::Kind::at_least ? ">=" : "<=", target->value,
                        target->met(figures.median) ? "met" : "missed");
        std::printf("\n");
        std::fflush(stdout);
    }
};

// ---- what is measured ----

// Stops a measurement of what is wrong.
void check_sample(const Parser& parser, const std::vector<GeneratedReport>& corpus, std::size_t count) {
    std::size_t items = 0, differences = 0;
    for (std::size_t i = 0; i < std::min(count, corpus.size()); ++i) {
        items += test::items_of(corpus[i]);
        differences += test::differences(corpus[i], parser.parse(corpus[i].text)).size();
    }
    if (static_cast<double>(differences) > test::most_differences * static_cast<double>(items))
        throw std::runtime_error("the reports are not read as they were generated: " + std::to_string(differences) +
                                 " differences among " + std::to_string(items) + " items");
}

// Documents of one size.
struct Sized {
    std::size_t size = 0;
    std::string work;
    Texts texts;
    std::size_t bytes = 0;
};

std::vector<Sized> documents_of_all_sizes(const Plan& plan) {
    std::vector<Sized> all;
    for (const std::size_t size : linear_sizes) {
        if (size > plan.largest) continue;
        Texts texts = texts_of(test::generate_corpus(first_seed, std::max(size / 2, plan.linear_bytes), size));
        const std::size_t bytes = bytes_of(texts);
        all.push_back({size, "size " + std::to_string(size), std::move(texts), bytes});
    }
    return all;
}

// Of each round, the longest time per byte over the shortest.
Spread linearity(const Times& times, const std::vector<Sized>& documents, std::size_t rounds) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<double> per_byte;
        for (const Sized& sized : documents)
            if (sized.size >= linear_from)
                per_byte.push_back(times.at(sized.work)[round] / static_cast<double>(sized.bytes));
        const auto [low, high] = std::minmax_element(per_byte.begin(), per_byte.end());
        ratios.push_back(*high / *low);
    }
    return spread(ratios);
}

double megabytes_per_second(const Times& times, const std::string& work, std::size_t bytes) {
    return static_cast<double>(bytes) / spread(times.at(work)).median / 1e6;
}

// Bytes of memory above the allowance for each byte of a text.
double memory_per_byte(const std::string& text) {
    const TextFile file(text);
    const double grown = number_from({this_program(), "--peak", file.path()});
    return std::max(0.0, grown - static_cast<double>(memory_allowance)) / static_cast<double>(text.size());
}

// A report of the size; decomposed it has a quarter more bytes, and must not be too large for the parser.
std::string text_of_size(std::size_t size, bool decomposed) {
    if (!decomposed) return test::generate_report(first_seed, size).text;
    return test::nfd(test::generate_report(first_seed, size / 4 * 3).text);
}

void show_sizes(Results& results, const Times& times, const std::vector<Sized>& documents) {
    double worst = 0;
    auto rows = nlohmann::ordered_json::array();
    for (const Sized& sized : documents) {
        const double speed = megabytes_per_second(times, sized.work, sized.bytes);
        const double composed = memory_per_byte(text_of_size(sized.size, false));
        const double decomposed = memory_per_byte(text_of_size(sized.size, true));
        worst = std::max({worst, composed, decomposed});
        rows.push_back({{"document_bytes", sized.size},
                        {"megabytes_per_second", speed},
                        {"peak_bytes_per_input_byte", composed},
                        {"peak_bytes_per_input_byte_nfd", decomposed}});
    }
    results.add("peak_bytes_per_input_byte", "peak memory less 4 MiB / input", worst, at_most(6));
    results.add("sizes", rows);
    std::printf("\n%14s%10s%18s%22s\n", "document", "MB/s", "memory/byte", "memory/byte, NFD");
    for (const auto& row : rows)
        std::printf("%14zu%10.1f%18.2f%22.2f\n", row["document_bytes"].get<std::size_t>(),
                    row["megabytes_per_second"].get<double>(), row["peak_bytes_per_input_byte"].get<double>(),
                    row["peak_bytes_per_input_byte_nfd"].get<double>());
}

void show_start_up(Results& results, const Plan& plan, const std::string& text) {
    std::vector<double> constructions;
    for (std::size_t i = 0; i < plan.processes; ++i)
        constructions.push_back(number_from({this_program(), "--construction"}));
    results.add("construction_ms", "first Parser of a process, ms", spread(constructions), at_most(5));
    if (plan.program.empty()) return;
    const TextFile file(text);
    std::vector<double> runs;
    for (std::size_t i = 0; i < plan.processes; ++i) {
        const Ended ended = run_process({plan.program, "parse", file.path()});
        if (ended.status != 0) throw std::runtime_error(plan.program + " failed");
        runs.push_back(1000 * ended.seconds);
    }
    results.add("cli_ms", "the program on one report, ms", spread(runs), at_most(15));
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
    const std::vector<Sized> documents = documents_of_all_sizes(plan);
    double load = 0;
    getloadavg(&load, 1);
    std::printf("%zu reports, %.1f MB; %zu rounds; ICU %s; load of the machine %.1f\n\n", texts.size(),
                static_cast<double>(bytes_of(texts)) / 1e6, plan.rounds, U_ICU_VERSION, load);

    WordBreaker breaker;
    std::vector<Work> works{
        {"parse", [&] { parse_all(parser, texts); }},   {"word16", [&] { breaker.run(texts); }},
        {"split", [&] { split_all(texts); }},           {"json", [&] { parse_all_to_json(parser, texts); }},
        {"parse nfd", [&] { parse_all(parser, nfd); }}, {"word16 nfd", [&] { breaker.run(nfd); }},
    };
    for (const Sized& sized : documents) works.push_back({sized.work, [&] { parse_all(parser, sized.texts); }});
    const Times times = run_rounds(works, plan.rounds);

    Results results;
    results.add("word16_over_parse", "ICU words / parse", ratio(times, "word16", "parse"), at_least(1.5));
    results.add("word16_over_parse_nfd", "ICU words / parse, NFD", ratio(times, "word16 nfd", "parse nfd"),
                at_least(0.7));
    results.add("word16_over_parse_json", "ICU words / parse and JSON", ratio(times, "word16", "json"),
                at_least(0.8));
    results.add("parse_over_split", "parse / splitting into words", ratio(times, "parse", "split"));
    results.add("linearity", "time per byte, slowest / fastest", linearity(times, documents, plan.rounds),
                at_most(1.3));
    results.add("megabytes_per_second", "MB/s, 8 KB each", megabytes_per_second(times, "parse", bytes_of(texts)));
    results.add("word16_megabytes_per_second", "MB/s, ICU words",
                megabytes_per_second(times, "word16", bytes_of(texts)));
    show_start_up(results, plan, texts.front());
    show_sizes(results, times, documents);
    results.add("rounds", plan.rounds);
    results.add("load_average", load);
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
