// SPDX-License-Identifier: BSL-1.0
/// @file
/// How far the program is, as a line on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>

namespace tongket::cli {

/// A line that counts files and is gone in the end. What else goes to the same terminal goes through it.
class Progress {
  public:
    /// @param shown  whether there is a terminal to show it on, and more than one file to wait for
    Progress(std::ostream& err, std::size_t total, bool shown) : err_(err), total_(total), shown_(shown) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    /// Counts a file, and shows the count ten times a second.
    void step();
    /// Writes messages, whole lines.
    void say(const std::string& messages);

  private:
    using Clock = std::chrono::steady_clock;

    std::ostream& err_;
    std::size_t total_;
    bool shown_;
    std::size_t count_ = 0;
    bool on_line_ = false;
    Clock::time_point last_{};

    void clear();
};

}  // namespace tongket::cli
