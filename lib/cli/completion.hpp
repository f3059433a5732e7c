// SPDX-License-Identifier: BSL-1.0
/// @file
/// What makes a shell complete the words of the command line.
#pragma once

#include <string>
#include <vector>

namespace tongket::cli {

struct ProgramHelp;

/// The shells that there are completions for.
[[nodiscard]] std::vector<std::string> shells();

/// A script that the shell reads.
/// @param shell  one of `shells()`
[[nodiscard]] std::string completion(const std::string& shell, const ProgramHelp& program);

}  // namespace tongket::cli
