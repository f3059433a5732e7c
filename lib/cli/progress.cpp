// SPDX-License-Identifier: BSL-1.0
#include "cli/progress.hpp"

namespace tongket::cli {

void Progress::step() {
    ++count_;
    constexpr std::chrono::milliseconds pause{100};
    const Clock::time_point now = Clock::now();
    if (!shown_ || now - last_ < pause) return;
    last_ = now;
    err_ << "\r" + std::to_string(count_) + " of " + std::to_string(total_) + " files" << std::flush;
    on_line_ = true;
}

void Progress::say(const std::string& messages) {
    if (messages.empty()) return;
    clear();
    err_ << messages << std::flush;
}

void Progress::clear() {
    constexpr const char* to_line_begin_and_erase = "\r\x1b[K";
    if (on_line_) err_ << to_line_begin_and_erase << std::flush;
    on_line_ = false;
}

}  // namespace tongket::cli
