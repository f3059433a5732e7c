// SPDX-License-Identifier: BSL-1.0
// Numerals in digits, in words and in both: what is taken, what it is worth, and what is no number.
#include <tongket/grammar/numeral.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "figures_page.hpp"
#include "generate/numerals.hpp"
#include "grammar/tokenized.hpp"

using namespace tongket;
using grammar::Amount;
using grammar::NumberReading;
using grammar::NumeralParser;
using grammar::Retold;
using grammar::RetoldParser;
using test::Tokenized;

namespace {

struct Row {
    std::string text;
    std::string taken;
    std::string value;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.text);
        Amount amount;
        CHECK(Tokenized(row.text).take(NumeralParser{}, amount) == row.taken);
        CHECK((amount.value ? amount.value->to_string() : "-") == row.value);
    }
}

}  // namespace

TEST_CASE("numbers in words are read whole", "[numeral]") {
    check({{"một nghìn hai trăm xã", "một nghìn hai trăm", "1200"},
           {"sáu trăm mười hai nghìn không trăm ba mươi tư đồng", "sáu trăm mười hai nghìn không trăm ba mươi tư",
            "612034"},
           {"hai trăm bốn lăm triệu không trăm lẻ hai ngàn", "hai trăm bốn lăm triệu không trăm lẻ hai ngàn",
            "245002000"},
           {"hai nghìn không trăm mười hộ", "hai nghìn không trăm mười", "2010"},
           {"một trăm linh năm xã", "một trăm linh năm", "105"},
           {"năm mươi lăm hộ", "năm mươi lăm", "55"},
           {"năm trăm triệu", "năm trăm triệu", "500000000"},
           {"hai mươi mốt xã", "hai mươi mốt", "21"},
           {"hai mươi tư xã", "hai mươi tư", "24"},
           {"ba chục hộ", "ba chục", "30"},
           {"một triệu hai trăm nghìn tỉ", "một triệu hai trăm nghìn tỉ", "1200000000000000"},
           {"hai tỷ rưỡi", "hai tỷ rưỡi", "2500000000"},
           {"một trăm rưỡi triệu", "một trăm rưỡi triệu", "150000000"},
           {"hai triệu tư", "hai triệu tư", "2400000"},
           {"nửa triệu đồng", "nửa triệu", "500000"},
           {"bốn phẩy hai tỷ", "bốn phẩy hai tỷ", "4200000000"},
           {"không phẩy không năm", "không phẩy không năm", "0.05"},
           {"ba phẩy mười lăm", "ba phẩy mười lăm", "3.15"},
           {"gấp rưỡi năm trước", "gấp rưỡi", "1.5"},
           {"gấp đôi rưỡi", "gấp đôi rưỡi", "2.5"},
           {"gấp ba rưỡi", "gấp ba rưỡi", "3.5"}});
}

TEST_CASE("words that only look like numbers end a numeral or begin none", "[numeral]") {
    check({{"năm hai nghìn", "", "-"},
           {"năm học mới", "", "-"},
           {"mười năm qua", "mười", "10"},
           {"hai mươi năm", "hai mươi", "20"},
           {"hai trăm năm lịch sử", "hai trăm", "200"},
           {"12 tỷ lệ", "12", "12"},
           {"5 triệu chứng", "5", "5"},
           {"hai mươi tư vấn viên", "hai mươi", "20"},
           {"hai tỷ một năm", "hai tỷ", "2000000000"},
           {"hai nghìn không kể", "hai nghìn", "2000"},
           {"nửa đầu năm", "", "-"},
           {"tư nhân", "", "-"},
           {"không có", "", "-"}});
}

TEST_CASE("a phrase that is no number as a whole has no value", "[numeral]") {
    for (const std::string text : {"hai ba trăm", "hai trăm bốn triệu", "5 tỷ tỷ", "1 tỷ 5", "1,5 tỷ 250 triệu",
                                   "hai trăm ba trăm", "1 nghìn 5", "2 500 triệu 3 000 triệu"}) {
        INFO(text);
        Amount amount;
        CHECK(Tokenized(text).take(NumeralParser{}, amount) == text);
        CHECK_FALSE(amount.value);
        CHECK(amount.form == NumberReading::Form::unread);
    }
}

TEST_CASE("digits and scale words are mixed", "[numeral]") {
    check({{"2 nghìn 350 tỷ", "2 nghìn 350 tỷ", "2350000000000"},
           {"5 nghìn 2 trăm tỷ", "5 nghìn 2 trăm tỷ", "5200000000000"},
           {"3 nghìn 500 hộ", "3 nghìn 500", "3500"},
           {"1 tỷ 500 đồng", "1 tỷ 500", "1000000500"},
           {"5 trăm triệu", "5 trăm triệu", "500000000"},
           {"3tr5", "3tr5", "3500000"},
           {"3tr250", "3tr250", "3250000"},
           {"520 tỷđồng", "520 tỷđồng", "520000000000"},
           {"3½ triệu", "3½ triệu", "3500000"},
           {"10⁶ đồng", "10⁶", "1000000"},
           {"10^6 đồng", "10^6", "1000000"},
           {"3 x 10^6 đồng", "3 x 10^6", "3000000"},
           {"5 tỷ 12%", "5 tỷ", "5000000000"},
           {"5 tỷ 2016", "5 tỷ", "5000000000"}});
}

TEST_CASE("blanks part groups of three", "[numeral]") {
    check({{"1 000 000 đồng", "1 000 000", "1000000"},
           {"1\u00A0500 m", "1\u00A0500", "1500"},
           {"2 500 tỷ", "2 500 tỷ", "2500000000000"},
           {"2 500,5 tỷ", "2 500,5 tỷ", "2500500000000"},
           {"12, 5 tỷ", "12, 5 tỷ", "12500000000"},
           {"29, 46%", "29, 46", "29.46"},
           {"12, 13%", "12", "12"},
           {"12, 50%", "12", "12"},
           {"12, 5 xã", "12", "12"},
           {"12 50 hộ", "12", "12"},
           {"2016 500 hộ", "2016", "2016"}});
    Amount amount;
    CHECK(Tokenized("2 500 và").take(NumeralParser{}, amount) == "2 500");
    CHECK_FALSE(amount.value);
}

TEST_CASE("malformed digits have no value", "[numeral]") {
    for (const std::string text : {"1.000.00", "1,5,3", "12.34,56", "1e9", "1E+9", "12⁶", "000.500"}) {
        INFO(text);
        Amount amount;
        CHECK(Tokenized(text).take(NumeralParser{}, amount) == text);
        CHECK_FALSE(amount.value);
        CHECK(amount.form == NumberReading::Form::malformed);
    }
}

TEST_CASE("a number is told again in a bracket", "[numeral]") {
    for (const Row& row : std::vector<Row>{{"(mười lăm) xã", "(mười lăm)", "15"},
                                           {"(năm)", "(năm)", "5"},
                                           {"(bằng chữ: Một triệu hai trăm nghìn đồng chẵn)",
                                            "(bằng chữ: Một triệu hai trăm nghìn đồng chẵn)", "1200000"},
                                           {"(hai trăm ba trăm)", "", "-"},
                                           {"(mười lăm xã)", "", "-"}}) {
        INFO(row.text);
        Retold retold;
        CHECK(Tokenized(row.text).take(RetoldParser{}, retold) == row.taken);
        CHECK((retold.amount.value ? retold.amount.value->to_string() : "-") == row.value);
    }
}

TEST_CASE("a number is read the same in whatever way it is written", "[numeral][generated]") {
    constexpr std::size_t cases = 20'000;
    const Parser parser;
    std::mt19937_64 random(1);
    std::size_t read = 0, wrong = 0;
    std::string examples;
    while (read < cases)
        for (const test::WrittenNumber& written : test::ways_to_write(random)) {
            ++read;
            const auto m = parser.parse_quantity(written.text);
            if (m && m->value == written.value && m->to == written.to) continue;
            if (++wrong <= 40)
                examples += written.text + " = " + written.value.to_string() + ", read " +
                            (m ? m->value.to_string() : "nothing") + "\n";
        }
    INFO(examples);
    CHECK(wrong == 0);
}

TEST_CASE("a malformed number never has a value without a diagnostic", "[numeral][generated]") {
    constexpr std::size_t pages = 20, numbers = 100;
    std::mt19937_64 random(2);
    std::size_t silent = 0, unsaid = 0;
    std::string examples;
    for (std::size_t page = 0; page < pages; ++page) {
        std::string body;
        std::vector<std::string> sentences;
        for (std::size_t i = 0; i < numbers; ++i) {
            sentences.push_back("Trong năm, đơn vị đạt " + test::malformed_number(random) + ".");
            body += sentences.back() + "\n";
        }
        const Report report = test::report_of(body);
        const auto holds = [](Span line, Span span) { return line.begin <= span.begin && span.end <= line.end; };
        std::size_t begin = test::report_of("").zones.back().span.end - 1;  // before the line break
        for (const std::string& sentence : sentences) {
            const Span line{begin, begin + sentence.size()};
            begin = line.end + 1;
            const bool read = std::any_of(report.measures.begin(), report.measures.end(),
                                          [&](const Measure& m) { return holds(line, m.span); });
            const bool said = std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                                          [&](const Diagnostic& d) { return holds(line, d.span); });
            if (said) continue;
            read ? ++silent : ++unsaid;
            if (examples.size() < 2000) examples += sentence + (read ? " has a value\n" : " is not said\n");
        }
    }
    INFO(examples);
    CHECK(silent == 0);
    CHECK(unsaid == 0);
}
