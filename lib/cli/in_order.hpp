// SPDX-License-Identifier: BSL-1.0
/// @file
/// Work on several threads whose results are taken in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/signals.hpp"

namespace tongket::cli {

/// Calls `work(i)` for each i below `count`, on several threads, and `take(result)` on this one, in the order of i.
/// Work is never further ahead than four results a thread. Ends early where `take` returns false.
/// @param work  must not throw
template <class Work, class Take>
void in_order(std::size_t count, std::size_t threads, Work work, Take take) {
    threads = std::min(threads, count);
    if (threads <= 1) {
        for (std::size_t i = 0; i < count && take(work(i)); ++i) {
        }
        return;
    }

    using Result = std::invoke_result_t<Work&, std::size_t>;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::optional<Result>> ready(threads * 4);  // the result of i at i % size
    std::size_t begun = 0, taken = 0;
    bool stopped = false;

    const auto run = [&] {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [&] { return stopped || begun >= count || begun < taken + ready.size(); });
            if (stopped || begun >= count) return;
            const std::size_t i = begun++;
            lock.unlock();
            Result result = work(i);
            lock.lock();
            ready[i % ready.size()] = std::move(result);
            changed.notify_all();
        }
    };

    /// The threads; all have ended when this has.
    struct Pool {
        std::mutex& mutex;
        std::condition_variable& changed;
        bool& stopped;
        std::vector<std::thread> threads{};

        ~Pool() {
            {
                const std::lock_guard lock(mutex);
                stopped = true;
            }
            changed.notify_all();
            for (std::thread& thread : threads) thread.join();
        }
    } pool{mutex, changed, stopped};
    {
        // Files are written on this thread, which alone may let a signal end the program.
        const SignalsHeld held;
        for (std::size_t i = 0; i < threads; ++i) pool.threads.emplace_back(run);
    }

    for (std::size_t i = 0; i < count; ++i) {
        std::unique_lock lock(mutex);
        std::optional<Result>& slot = ready[i % ready.size()];
        changed.wait(lock, [&] { return slot.has_value(); });
        Result result = *std::exchange(slot, std::nullopt);
        taken = i + 1;
        lock.unlock();
        changed.notify_all();
        if (!take(std::move(result))) return;
    }
}

}  // namespace tongket::cli
