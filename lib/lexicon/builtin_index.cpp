// SPDX-License-Identifier: BSL-1.0
#include "lexicon/builtin_index.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tongket {
namespace {

// The lines of a lexicon file that begin with the name of a class.
std::string lines_of_class(std::string_view text, std::string_view name) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        if (text.starts_with(name)) lines += text.substr(0, end);
        text.remove_prefix(end);
    }
    return lines;
}

}  // namespace

grammar::LexiconIndex builtin_index() {
    return {builtin_tables(), read_lexicon(lines_of_class(builtin_lexicon(), "indicator"))};
}

}  // namespace tongket
