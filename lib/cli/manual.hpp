// SPDX-License-Identifier: BSL-1.0
/// @file
/// The page for man(1).
#pragma once

#include <string>

namespace tongket::cli {

struct ProgramHelp;

/// The manual in the macros of man(7).
[[nodiscard]] std::string manual(const ProgramHelp& program);

}  // namespace tongket::cli
