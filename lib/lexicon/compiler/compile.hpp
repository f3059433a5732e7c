// SPDX-License-Identifier: BSL-1.0
/// @file
/// The C++ sources that the build generates.
#pragma once

#include <filesystem>
#include <iosfwd>

namespace tongket {

/// Writes the tables of the built-in lexicon.
/// @throws Error invalid_lexicon as LexiconIndex does
void write_lexicon_tables(std::ostream& out);

/// Writes the weights of zones, genre and clauses.
/// @param lib  the folder in whose rooms `weights.tsv` and `hand_weights.tsv` lie
/// @throws std::runtime_error for a file that cannot be read, std::invalid_argument as evidence::read_weights does
void write_weights(std::ostream& out, const std::filesystem::path& lib);

}  // namespace tongket
