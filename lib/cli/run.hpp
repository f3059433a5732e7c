// SPDX-License-Identifier: BSL-1.0
/// @file
/// The program `tongket` as a function: its main() and the Python package call the same one.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "cli/documents.hpp"

namespace tongket::cli {

/// What the output streams lead to.
struct Terminal {
    bool is_terminal = false;     ///< of standard output
    bool no_color = false;        ///< the user wants no colours (https://no-color.org)
    std::size_t width = 100;      ///< columns
    bool shows_messages = false;  ///< standard error leads to a terminal
};

/// Standard output, standard error and the environment of this process.
[[nodiscard]] Terminal standard_terminal();

enum ExitCode : int {
    exit_success = 0,
    exit_failure = 1,  ///< some file could not be parsed or written
    exit_usage = 2,    ///< the command line makes no sense, or a lexicon cannot be read
    exit_doubt = 3     ///< `--strict`: a text is no report, or has warnings
};

/// Runs the program.
/// @param arguments  without the program's name
/// @param in  what the file name `-` reads
/// @param open  finds the texts of files of other kinds; without it they are refused
/// @returns an `ExitCode`; messages go to `err`
[[nodiscard]] int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
                      std::ostream& err, const Terminal& terminal = {}, const Opener& open = {});

}  // namespace tongket::cli
