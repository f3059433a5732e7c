// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is measured in a process of its own: time until it ends, memory that nothing before has left behind.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tongket::bench {

/// How a process ended.
struct Ended {
    int status = 0;      ///< its exit status, or 128 and the number of the signal that ended it
    double seconds = 0;  ///< from its start to its end
    std::string output;  ///< what it wrote to standard output
};

/// Runs a program and waits for it. Its standard error is this process's own.
/// @param command  the program's path and its arguments
/// @throws std::system_error: it cannot be started
[[nodiscard]] Ended run_process(const std::vector<std::string>& command);

/// The path of the running program.
[[nodiscard]] std::string this_program();

/// Begins to watch how much memory this process has resident (Linux).
class PeakMemory {
  public:
    PeakMemory();
    /// The most bytes that were resident since then, less those at the beginning.
    [[nodiscard]] std::size_t grown() const;

  private:
    std::size_t before_ = 0;
};

}  // namespace tongket::bench
