// SPDX-License-Identifier: BSL-1.0
// Runs every rule of the library on tokens of a text, as a program outside of the source tree can.
#include <iostream>
#include <string>
#include <string_view>

#include <tongket/grammar/agency.hpp>
#include <tongket/grammar/citation.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/period.hpp>
#include <tongket/grammar/person.hpp>
#include <tongket/grammar/quantity.hpp>
#include <tongket/grammar/tokenize.hpp>
#include <tongket/lexicon.hpp>

namespace {

namespace g = tongket::grammar;

bool all_right = true;

/// Whether a rule takes all of a phrase.
template <class Attribute, class Rule>
void check(std::string_view phrase, const Rule& rule) {
    const g::TokenizedText text = g::tokenize(phrase);
    Attribute found;
    const std::size_t end = g::parse_at(text.stream(), 0, rule, found);
    const bool whole = end == text.size() && text.words(0, end) == phrase;
    std::cout << (whole ? "ok   " : "WRONG") << ' ' << phrase << '\n';
    all_right = all_right && whole;
}

}  // namespace

int main() {
    check<g::DayExpression>("ngày 18/01/2018", g::day_rule);
    check<g::PeriodExpression>("6 tháng đầu năm 2018", g::period_rule);
    check<g::QuantityExpression>("trên 520 tỷ đồng", g::plain_quantity_rule);
    check<g::QuantityExpression>("20 - 25%", g::range_rule);
    check<g::QuantityExpression>("158/199 xã", g::ratio_rule);
    check<g::QuantityExpression>("thứ 5", g::rank_rule);
    check<g::CitationExpression>("Nghị định số 64/2007/NĐ-CP", g::citation_rule);
    check<g::PersonExpression>("đồng chí Hoàng Văn An", g::person_rule);
    check<g::Phrase>("Sở Y tế tỉnh Hà Nam", g::agency_rule);

    // No text, and no tokens at all.
    g::DayExpression day;
    const g::TokenizedText empty = g::tokenize("");
    all_right = all_right && g::parse_at(empty.stream(), 0, g::day_rule, day) == 0;
    all_right = all_right && g::parse_at(g::TokenStream(), 3, g::day_rule, day) == 3;

    // A lexicon of one's own.
    const auto lexicon = std::make_shared<const g::LexiconIndex>(tongket::read_lexicon("unit\tthùng loa\tloa\n"));
    const g::TokenizedText own("12 thùng loa", lexicon);
    all_right = all_right && own.stream().match(1, g::LexiconClass::unit).value() == "loa";
    return all_right ? 0 : 1;
}
