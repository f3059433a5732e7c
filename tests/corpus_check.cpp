// SPDX-License-Identifier: BSL-1.0
/// @file
/// Parses every text of a folder as it is, in NFD and with CRLF: no error, right spans, the same values, and a time
/// per byte that depends on no text. usage: tongket-corpus-check DIRECTORY [EVERY]: only each EVERY-th file, by name.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "respell.hpp"
#include "span_problems.hpp"

using namespace tongket;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t slowest_shown = 10;
constexpr double most_times_median = 4;

std::vector<fs::path> texts_in(const fs::path& directory, std::size_t every) {
    std::vector<fs::path> all, chosen;
    for (const auto& entry : fs::directory_iterator(directory))
        if (entry.path().extension() == ".txt") all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i < all.size(); i += every) chosen.push_back(all[i]);
    if (chosen.empty()) throw std::runtime_error("no texts (*.txt) in " + directory.string());
    return chosen;
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string without_returns(std::string_view text) {
    std::string out(text);
    std::erase(out, '\r');
    return out;
}

/// The shortest of some runs, in seconds of processor time.
double parse_seconds(const Parser& parser, std::string_view text, int runs) {
    std::clock_t best = 0;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        const Report report = parser.parse(text);
        const std::clock_t taken = std::clock() - begin;
        if (run == 0 || taken < best) best = taken;
    }
    return static_cast<double>(best) / CLOCKS_PER_SEC;
}

struct Timed {
    fs::path path;
    std::size_t bytes = 0;
    double per_byte = 0;  // seconds
};

class Check {
  public:
    void run(const fs::path& path) {
        ++files_;
        try {
            const std::string text = test::nfc(read_file(path));
            bytes_ += text.size();
            const Report report = parser_.parse(text);
            spans(path, text, report);
            same(path, "NFD", text, report, test::nfd(text), test::nfc);
            same(path, "CRLF", text, report, test::crlf(text), without_returns);
            constexpr int runs = 3;
            if (!text.empty()) times_.push_back({path, text.size(), per_byte(text, runs)});
        } catch (const std::exception& error) {
            tell(path, std::string("exception: ") + error.what());
        }
    }

    /// Prints the figures. Returns whether all is well.
    bool report() {
        std::printf("%zu texts, %zu bytes: %zu problems\n", files_, bytes_, problems_);
        if (times_.empty()) return false;
        const auto faster = [](const Timed& a, const Timed& b) { return a.per_byte < b.per_byte; };
        std::sort(times_.begin(), times_.end(), faster);
        const double median = times_[times_.size() / 2].per_byte;
        // What disturbed the first runs of the slowest is not theirs.
        constexpr std::size_t doubtful = 100;
        constexpr int more_runs = 20;
        const std::size_t count = std::min(doubtful, times_.size());
        const auto first = times_.end() - static_cast<std::ptrdiff_t>(count);
        for (auto timed = first; timed != times_.end(); ++timed)
            timed->per_byte = std::min(timed->per_byte, per_byte(test::nfc(read_file(timed->path)), more_runs));
        std::sort(first, times_.end(), faster);
        std::printf("%.0f ns a byte (median); the slowest:\n", median * 1e9);
        for (std::size_t i = 0; i < std::min(slowest_shown, times_.size()); ++i) {
            const Timed& slow = times_[times_.size() - 1 - i];
            std::printf("%6.2f times the median, %zu bytes, %s\n", slow.per_byte / median, slow.bytes,
                        slow.path.filename().c_str());
        }
        return problems_ == 0 && times_.back().per_byte <= most_times_median * median;
    }

  private:
    Parser parser_;
    std::size_t files_ = 0, bytes_ = 0, problems_ = 0;
    std::vector<Timed> times_;

    double per_byte(const std::string& text, int runs) const {
        return parse_seconds(parser_, text, runs) / static_cast<double>(text.size());
    }

    void tell(const fs::path& path, const std::string& problem) {
        ++problems_;
        constexpr std::size_t most_shown = 400;
        std::cout << path.filename().string() << ": " << problem.substr(0, most_shown) << '\n';
    }

    void spans(const fs::path& path, std::string_view text, const Report& report) {
        for (const std::string& problem : test::span_problems(text, report)) tell(path, problem);
    }

    template <class Spell>
    void same(const fs::path& path, const char* form, std::string_view text, const Report& report,
              const std::string& other, Spell spell) {
        const Report other_report = parser_.parse(other);
        spans(path, other, other_report);
        const auto wanted = test::without_places(text, report, spell);
        const auto got = test::without_places(other, other_report, spell);
        if (wanted != got) tell(path, std::string(form) + ": " + nlohmann::json::diff(wanted, got).dump());
    }
};

std::size_t number(std::string_view argument) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(argument.data(), argument.data() + argument.size(), value);
    if (error != std::errc() || end != argument.data() + argument.size() || value == 0)
        throw std::runtime_error("no number above 0: " + std::string(argument));
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "usage: tongket-corpus-check DIRECTORY [EVERY]\n";
        return 2;
    }
    try {
        Check check;
        for (const fs::path& path : texts_in(argv[1], argc == 3 ? number(argv[2]) : 1)) check.run(path);
        return check.report() ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "tongket-corpus-check: " << error.what() << '\n';
        return 2;
    }
}
