// SPDX-License-Identifier: BSL-1.0
// A rule of one's own, run on a report's text. docs/extending.md shows the same.
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

#include <tongket/grammar/terminals.hpp>
#include <tongket/grammar/tokenize.hpp>
#include <tongket/tongket.hpp>

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

std::vector<std::string> numbered_names(const g::TokenizedText& text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        NumberedName found;
        if (text[at].starts(g::LexiconClass::numbered)) end = g::parse_at(text.stream(), at, numbered_name, found);
        if (end != at) names.emplace_back(text.words(at, end));
        at = std::max(end, at + 1);
    }
    return names;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: own_rule REPORT\n";
        return 2;
    }
    try {
        const tongket::ParsedDocument report = tongket::parse_file(argv[1]);
        for (const std::string& name : numbered_names(g::tokenize(report.source()))) std::cout << name << '\n';
    } catch (const tongket::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
