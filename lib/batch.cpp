// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <optional>
#include <system_error>
#include <thread>

#include <tongket/batch.hpp>

namespace tongket {

std::vector<Result<Report>> parse_many(std::span<const std::string_view> texts, unsigned threads,
                                       const Parser& parser) {
    std::vector<std::optional<Result<Report>>> read(texts.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&]() noexcept {
        for (std::size_t i = next++; i < texts.size(); i = next++) read[i].emplace(parser.try_parse(texts[i]));
    };
    const std::size_t wanted = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> others;
        const std::size_t count = std::min(wanted, std::max<std::size_t>(texts.size(), 1)) - 1;
        others.reserve(count);
        try {
            while (others.size() < count) others.emplace_back(work);
        } catch (const std::system_error&) {
            // The system gives no more threads: those that there are do the work.
        }
        work();
    }
    std::vector<Result<Report>> reports;
    reports.reserve(texts.size());
    for (auto& report : read) reports.push_back(*std::move(report));
    return reports;
}

std::vector<Result<Report>> parse_many(std::span<const std::string> texts, unsigned threads, const Parser& parser) {
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    return parse_many(std::span(views), threads, parser);
}

}  // namespace tongket
