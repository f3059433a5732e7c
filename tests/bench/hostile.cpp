// SPDX-License-Identifier: BSL-1.0
/// @file
/// What texts built to hurt cost beside prose: time per byte, and peak memory per byte of input. Each text is parsed
/// in a process of its own, which is ended when it takes too long.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
#include <iostream>
#include <iterator>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "generate/generate.hpp"
#include "process.hpp"

using namespace tongket;
using namespace tongket::bench;

namespace {

constexpr std::size_t mib = std::size_t{1} << 20U;
constexpr double most_times = 4;     // of prose, per byte
constexpr double most_memory = 6;    // bytes per byte of input, and 4 MiB
constexpr double memory_limit = 64;  // the same, for the process; and 1 GiB
constexpr int no_memory_status = 3;  // exit status

constexpr std::string_view opening =
    "Sở Thông tin và Truyền thông Hà Nam tổng kết công tác năm 2017\n\nNgày 18/01/2018, Sở Thông tin và Truyền thông "
    "Hà Nam tổ chức Hội nghị tổng kết công tác năm 2017 và triển khai nhiệm vụ năm 2018.\n\n";

struct Hostile {
    std::string_view name;
    std::string_view run;  // stands again and again behind the opening
};
constexpr std::string_view prose = "prose";
constexpr Hostile texts[] = {
    {"digits", "1"},
    {"brackets", "("},
    {"semicolons", ";"},
    {"full stops", "."},
    {"blanks", " "},
    {"line breaks", "\n"},
    {"capitals", "A"},
    {"capital words", "A B "},
    {"marks on one letter", "\u0323\u0301"},
    {"letters with marks", "a\u0323\u0302"},
    {"breakdowns", "trong đó có 5 xã, "},
    {"nested breakdowns", "trong đó (gồm 5 xã "},
    {"people", "đồng chí Nguyễn Văn An, "},
    {"titles", "Giám đốc "},
    {"ranks", "TS. "},
    {"agencies", "Sở Y tế "},
    {"dates", "18/01/2018 "},
    {"days without a year", "tổ chức hội nghị ngày 3/5, đến hết tháng 11/2017 "},
    {"periods", "năm 2017 "},
    {"numbers", "1, "},
    {"percentages", "5% "},
    {"amounts", "1 tỷ "},
    {"scales", "1 nghìn tỷ triệu "},
    {"ranges", "từ 1 đến "},
    {"openings", "Sở tổ chức hội nghị tổng kết năm 2017. "},
    {"tasks", "Năm 2018, Sở tập trung: "},
    {"bullets", "- a\n"},
    {"citations", "Nghị định số 1/2007/NĐ-CP "},
    {"document heads", "Nghị định số "},
    {"awards", "tặng Bằng khen cho 1 tập thể "},
    {"changes", "tăng 5% so với năm 2016, "},
};

std::string hostile_text(const std::string& name, std::size_t bytes) {
    if (name == prose) return test::generate_report(1, bytes - bytes / 50).text;
    const auto* found =
        std::find_if(std::begin(texts), std::end(texts), [&](const Hostile& text) { return text.name == name; });
    if (found == std::end(texts)) throw std::runtime_error("no such text: " + name);
    std::string text(opening);
    text.reserve(bytes);
    while (text.size() + found->run.size() <= bytes) text += found->run;
    return text;
}

// Parses a text and prints its bytes, the seconds of processor time and the bytes of memory that it took.
int parse_one(const std::string& name, std::size_t bytes, unsigned limit_seconds) {
    alarm(limit_seconds);
    const auto most = static_cast<rlim_t>(memory_limit * static_cast<double>(bytes)) + 1024 * mib;
    const rlimit memory{most, most};
    setrlimit(RLIMIT_AS, &memory);
    const std::string text = hostile_text(name, bytes);
    const Parser parser;
    const PeakMemory peak;
    const std::clock_t start = std::clock();
    const Report report = parser.parse(text);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::cout << text.size() << ' ' << seconds << ' ' << peak.grown() << '\n';
    return report.zones.empty() ? 1 : 0;
}

struct Cost {
    bool ended_well = false;
    double nanoseconds = 0;  // per byte of input
    double memory = 0;       // bytes above 4 MiB per byte of input
    std::string how_ended;
};

Cost cost_of(std::string_view name, std::size_t bytes, unsigned limit_seconds) {
    const Ended ended = run_process(
        {this_program(), "--one", std::string(name), std::to_string(bytes), std::to_string(limit_seconds)});
    std::istringstream output(ended.output);
    double size = 0, seconds = 0, memory = 0;
    Cost cost;
    cost.ended_well = ended.status == 0 && (output >> size >> seconds >> memory);
    if (!cost.ended_well) {
        cost.how_ended = ended.status == 128 + SIGALRM      ? "took too long"
                         : ended.status == no_memory_status ? "ran out of memory"
                                                            : "ended with status " + std::to_string(ended.status);
        return cost;
    }
    cost.nanoseconds = seconds * 1e9 / size;
    cost.memory = std::max(0.0, memory - 4.0 * mib) / size;
    return cost;
}

// @param allowed  times the time of prose that does not fail the run; 0: any
int run(std::size_t bytes, double allowed) {
    std::printf("%.1f MiB each%*s%14s%14s\n", static_cast<double>(bytes) / mib, 14, "ns/byte", "times prose",
                "memory/byte");
    const Cost base = cost_of(prose, bytes, 600);
    if (!base.ended_well) throw std::runtime_error("prose " + base.how_ended);
    std::printf("%-22s%6.1f%14.2f%14.2f\n", "prose", base.nanoseconds, 1.0, base.memory);
    // A hundred times prose is no time but a hang.
    const auto limit = static_cast<unsigned>(10 + 100 * base.nanoseconds * static_cast<double>(bytes) / 1e9);
    bool failed = false;
    for (const Hostile& text : texts) {
        const Cost cost = cost_of(text.name, bytes, limit);
        if (!cost.ended_well) {
            std::printf("%-22s%s  missed\n", std::string(text.name).c_str(), cost.how_ended.c_str());
            failed = true;
            continue;
        }
        const double times = cost.nanoseconds / base.nanoseconds;
        const bool met = times <= most_times && cost.memory <= most_memory;
        std::printf("%-22s%6.1f%14.2f%14.2f  %s\n", std::string(text.name).c_str(), cost.nanoseconds, times,
                    cost.memory, met ? "met" : "missed");
        std::fflush(stdout);
        if (allowed > 0 && times > allowed) failed = true;
    }
    std::printf("targets: at most %.0f times the time of prose, %.0f bytes of memory per byte above 4 MiB\n",
                most_times, most_memory);
    return failed ? 1 : 0;
}

std::size_t number(std::string_view digits) {
    std::size_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size())
        throw std::runtime_error("no number: " + std::string(digits));
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        if (arguments.size() == 4 && arguments[0] == "--one")
            return parse_one(arguments[1], number(arguments[2]), static_cast<unsigned>(number(arguments[3])));
        if (arguments.empty() || arguments.size() > 2) {
            std::cerr << "usage: tongket-hostile MEBIBYTES [TIMES]\n"
                         "TIMES: how many times the time of prose a text may take; a longer one fails the run\n";
            return 2;
        }
        return run(number(arguments[0]) * mib, arguments.size() == 2 ? static_cast<double>(number(arguments[1])) : 0);
    } catch (const std::bad_alloc&) {
        return no_memory_status;
    } catch (const std::exception& error) {
        std::cerr << "tongket-hostile: " << error.what() << '\n';
        return 1;
    }
}
