// SPDX-License-Identifier: BSL-1.0
/// @file
/// The built-in lexicon as it is compiled into the library.
#pragma once

#include <tongket/grammar/lexicon_index.hpp>

namespace tongket {

/// What `builtin_lexicon()` compiles to; written by lexicon/compile.cpp when the library is built, so that no program
/// has to compile it.
[[nodiscard]] const grammar::LexiconIndex::Tables& builtin_tables() noexcept;

}  // namespace tongket
