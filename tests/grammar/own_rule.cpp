// SPDX-License-Identifier: BSL-1.0
// A rule as one would add it, built from the terminals alone. docs/extending.md shows the same.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "catch.hpp"
#include "grammar/tokenized.hpp"

namespace {

namespace g = tongket::grammar;
namespace x3 = boost::spirit::x3;

/// `Quốc lộ 14`, `bão số 6`: a name that ends in a number.
struct NumberedName {
    g::Phrase name;
    std::size_t number = 0;  ///< index of the token
};

constexpr auto set_name = [](auto& ctx) { x3::_val(ctx).name = x3::_attr(ctx); };
constexpr auto set_number = [](auto& ctx) { x3::_val(ctx).number = x3::_attr(ctx); };

const x3::rule<struct NumberedNameRule, NumberedName> numbered_name = "numbered name";
const auto numbered_name_def = g::phrase(g::LexiconClass::numbered)[set_name] >> g::number_token[set_number];
BOOST_SPIRIT_DEFINE(numbered_name)

std::vector<std::string> numbered_names(const tongket::test::Tokenized& text) {
    std::vector<std::string> names;
    const std::size_t size = text.tokens.size() - 1;  // the last token ends the stream
    for (std::size_t at = 0; at < size;) {
        std::size_t end = at;
        NumberedName found;
        if (text.tokens[at].starts(g::LexiconClass::numbered))
            end = g::parse_at(text.stream, at, numbered_name, found);
        if (end != at) names.push_back(text.words(at, end));
        at = std::max(end, at + 1);
    }
    return names;
}

}  // namespace

TEST_CASE("a rule of one's own finds its islands", "[grammar]") {
    const tongket::test::Tokenized text("Khắc phục hậu quả cơn bão số 6, nâng cấp Quốc lộ 14 và 30 km đường.");
    CHECK(numbered_names(text) == std::vector<std::string>{"bão số 6", "Quốc lộ 14"});
}
