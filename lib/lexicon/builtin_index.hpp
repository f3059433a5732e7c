// SPDX-License-Identifier: BSL-1.0
/// @file
/// The built-in lexicon as it is compiled into the library.
#pragma once

#include <tongket/grammar/lexicon_index.hpp>

namespace tongket {

/// What `builtin_lexicon()` compiles to; written by lexicon/compiler/lexicon_tables.cpp when the library is built, so
/// that no program has to compile it.
[[nodiscard]] const grammar::LexiconIndex::Tables& builtin_tables() noexcept;

/// The built-in lexicon, ready to be looked up in. Reads the lines of its indicators; all else is there.
[[nodiscard]] grammar::LexiconIndex builtin_index();

}  // namespace tongket
