// SPDX-License-Identifier: BSL-1.0
// Each rule of the grammars alone, over tokens: what it takes, what it leaves, what it makes of it.
#include <string>
#include <vector>

#include <tongket/grammar/agency.hpp>
#include <tongket/grammar/citation.hpp>
#include <tongket/grammar/date.hpp>
#include <tongket/grammar/numeral.hpp>
#include <tongket/grammar/period.hpp>
#include <tongket/grammar/person.hpp>
#include <tongket/grammar/quantity.hpp>

#include "catch.hpp"
#include "grammar/tokenized.hpp"

using namespace tongket;
using namespace tongket::grammar;
using test::Tokenized;

namespace {

std::string shown(const std::optional<Decimal>& value) { return value ? value->to_string() : "-"; }

std::string shown(const DayExpression& day) {
    std::string out = std::to_string(day.day) + "." + std::to_string(day.month) + "." + std::to_string(day.year);
    if (day.introduced) out += " introduced";
    if (day.day_part) out += " " + std::to_string(static_cast<int>(*day.day_part));
    return out;
}

}  // namespace

TEST_CASE("terminals take one token of their kind", "[grammar]") {
    CHECK(Tokenized("năm 2017").take(word(Keyword::nam)) == "năm");
    CHECK(Tokenized("NĂM").take(word(Keyword::nam)) == "NĂM");
    CHECK(Tokenized("tháng").take(word(Keyword::nam)).empty());
    CHECK(Tokenized("– a").take(mark('-')) == "–");
    CHECK(Tokenized("").take(mark('-')).empty());
    int number = 0;
    CHECK(Tokenized("12").take(two_digits, number) == "12");
    CHECK(number == 12);
    CHECK(Tokenized("123").take(two_digits, number).empty());
    CHECK(Tokenized("1.2").take(SmallInteger{1, 4}, number).empty());
    CHECK(Tokenized("2017").take(four_digits, number) == "2017");
    CHECK(number == 2017);
    Phrase found;
    const Tokenized title("Phó Giám đốc Sở");
    CHECK(title.take(phrase(LexiconClass::title), found) == "Phó Giám đốc");
    REQUIRE(found.payload != nullptr);
    CHECK(found.length == 3);
}

TEST_CASE("rules never read past the end", "[grammar]") {
    for (const std::string text : {"",
                                   "1",
                                   "1/",
                                   "1 tỷ",
                                   "từ",
                                   "từ 1 đến",
                                   "trên",
                                   "ngày",
                                   "ngày 1",
                                   "ngày 1/",
                                   "năm",
                                   "quý",
                                   "giai đoạn 2006 -",
                                   "Nghị định số",
                                   "Nghị định số 1/",
                                   "đồng chí",
                                   "Sở",
                                   "thứ",
                                   "thứ 5/",
                                   "12 /100",
                                   "một trăm"}) {
        INFO(text);
        const Tokenized tokens(text);
        QuantityExpression quantity;
        DayExpression day;
        PeriodExpression period;
        CitationExpression citation;
        PersonExpression person;
        Phrase agency;
        CHECK(tokens.take(plain_quantity_rule, quantity).size() <= text.size());
        CHECK(tokens.take(range_rule, quantity).size() <= text.size());
        CHECK(tokens.take(ratio_rule, quantity).size() <= text.size());
        CHECK(tokens.take(rank_rule, quantity).size() <= text.size());
        CHECK(tokens.take(day_rule, day).size() <= text.size());
        CHECK(tokens.take(period_rule, period).size() <= text.size());
        CHECK(tokens.take(citation_rule, citation).size() <= text.size());
        CHECK(tokens.take(person_rule, person).size() <= text.size());
        CHECK(tokens.take(agency_rule, agency).size() <= text.size());
    }
}

TEST_CASE("amounts are digits or words with scales", "[grammar]") {
    struct Row {
        std::string text;
        std::string taken;
        std::string value;
        int scale;
        bool worded;
    };
    const std::vector<Row> rows = {
        {"487.362 máy", "487.362", "487362", 0, false},
        {"3,5 triệu bản", "3,5 triệu", "3500000", 6, false},
        {"67.879 tỷ đồng", "67.879 tỷ", "67879000000000", 9, false},
        {"1,2 nghìn tỷ", "1,2 nghìn tỷ", "1200000000000", 12, false},
        {"5 vạn", "5 vạn", "50000", 4, false},
        {"1 tỷ 250 triệu đồng", "1 tỷ 250 triệu", "1250000000", 9, false},
        {"1 triệu 250 tỷ", "1 triệu 250 tỷ", "1000250000000000", 9, false},
        {"1 tỷ rưỡi", "1 tỷ rưỡi", "1500000000", 9, false},
        {"ba lớp", "ba", "3", 0, true},
        {"mười xã", "mười", "10", 0, true},
        {"mười lăm xã", "mười lăm", "15", 0, true},
        {"hai mươi xã", "hai mươi", "20", 0, true},
        {"hai mươi lăm xã", "hai mươi lăm", "25", 0, true},
        {"một trăm hai mươi", "một trăm hai mươi", "120", 2, true},
        {"hai nghìn", "hai nghìn", "2000", 3, true},
        {"xã", "", "-", 0, false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        Amount amount;
        CHECK(Tokenized(row.text).take(NumeralParser{}, amount) == row.taken);
        CHECK(shown(amount.value) == row.value);
        CHECK(amount.scale == row.scale);
        CHECK(amount.worded == row.worded);
    }
    Amount large;
    CHECK(Tokenized("99999999999999999999 bản").take(NumeralParser{}, large) == "99999999999999999999");
    CHECK_FALSE(large.value);
}

TEST_CASE("plain quantities have qualifier, amount, unit and denominator", "[grammar]") {
    const Tokenized text("trên 58,8 máy/100 dân trong tỉnh");
    QuantityExpression q;
    CHECK(text.take(plain_quantity_rule, q) == "trên 58,8 máy/100 dân");
    REQUIRE(q.approximator != nullptr);
    CHECK(q.approximator->value == "over");
    CHECK(shown(q.amount.value) == "58.8");
    REQUIRE(q.unit);
    CHECK(text.words(q.unit->first, q.unit->end()) == "máy");
    REQUIRE(q.per_amount);
    CHECK(shown(q.per_amount->value) == "100");
    REQUIRE(q.per_unit);
    CHECK_FALSE(q.upper);
    CHECK_FALSE(q.whole);

    QuantityExpression after;
    CHECK(Tokenized("300 cán bộ trở lên").take(plain_quantity_rule, after) == "300 cán bộ trở lên");
    REQUIRE(after.after != nullptr);
    CHECK(after.after->value == "at_least");

    QuantityExpression bare;
    CHECK(Tokenized("431.500.").take(plain_quantity_rule, bare) == "431.500");
    CHECK_FALSE(bare.unit);
}

TEST_CASE("ranges have two ends", "[grammar]") {
    struct Row {
        std::string text, taken, from, to;
    };
    const std::vector<Row> rows = {{"20-25% số xã", "20-25%", "20", "25"},
                                   {"từ 3 đến 5 ngày", "từ 3 đến 5 ngày", "3", "5"},
                                   {"12 đến 17 triệu máy", "12 đến 17 triệu máy", "12000000", "17000000"},
                                   {"20% - 25%", "20% - 25%", "20", "25"},
                                   {"25-20%", "25-20%", "25", "20"},  // a slip, told by `reversed`
                                   {"25-20", "", "", ""},
                                   {"20%", "", "", ""},
                                   {"20 và 25%", "", "", ""}};
    for (const Row& row : rows) {
        INFO(row.text);
        QuantityExpression q;
        CHECK(Tokenized(row.text).take(range_rule, q) == row.taken);
        if (row.taken.empty()) continue;
        REQUIRE(q.upper);
        CHECK(shown(q.amount.value) == row.from);
        CHECK(shown(q.upper->value) == row.to);
    }
}

TEST_CASE("ratios need a noun, ranks a word before them", "[grammar]") {
    QuantityExpression ratio;
    CHECK(Tokenized("158/199 xã có đài").take(ratio_rule, ratio) == "158/199 xã");
    REQUIRE(ratio.whole);
    CHECK(shown(ratio.whole->value) == "199");
    QuantityExpression none;
    CHECK(Tokenized("158/199").take(ratio_rule, none).empty());
    QuantityExpression rank;
    CHECK(Tokenized("thứ 7/63 tỉnh").take(rank_rule, rank) == "thứ 7/63 tỉnh");
    CHECK(rank.ranked);
    CHECK(shown(rank.amount.value) == "7");
    REQUIRE(rank.whole);
    CHECK(shown(rank.whole->value) == "63");
    QuantityExpression no_rank;
    CHECK(Tokenized("7/63 tỉnh").take(rank_rule, no_rank).empty());
}

TEST_CASE("days are written in many ways", "[grammar]") {
    struct Row {
        std::string text, taken, day;
    };
    const std::vector<Row> rows = {
        {"ngày 18/01/2018, Sở", "ngày 18/01/2018", "18.1.2018 introduced"},
        {"18/1/2018", "18/1/2018", "18.1.2018"},
        {"sáng 25/1 tại", "sáng 25/1", "25.1.0 introduced 0"},
        {"chiều 6-1", "chiều 6-1", "6.1.0 introduced 1"},
        {"tối ngày 18.6", "tối ngày 18.6", "18.6.0 introduced 2"},
        {"ngày 04 tháng 9 năm 2007", "ngày 04 tháng 9 năm 2007", "4.9.2007 introduced"},
        {"6-1-2014", "6-1-2014", "6.1.2014"},
        {"18.06.2018", "18.06.2018", "18.6.2018"},
        {"158/199", "", ""},
        {"32/1/2018", "", ""},
        {"1/13/2018", "", ""},
        {"1.234", "", ""},
        {"18,6", "", ""},
        {"ngày", "", ""},
        {"18/01/1066", "", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        DayExpression day;
        CHECK(Tokenized(row.text).take(day_rule, day) == row.taken);
        if (!row.taken.empty()) CHECK(shown(day) == row.day);
    }
    DayExpression leap{std::nullopt, true, 29, 2, 0};
    CHECK(leap.resolve(2016) == Date{2016, 2, 29});
    CHECK_FALSE(leap.resolve(2017));
    CHECK_FALSE(leap.resolve(std::nullopt));
}

TEST_CASE("periods are written in many ways", "[grammar]") {
    struct Row {
        std::string text, taken, period;
    };
    const std::vector<Row> rows = {
        {"năm 2017 và", "năm 2017", "2017"},
        {"6 tháng đầu năm 2018", "6 tháng đầu năm 2018", "2018-H1"},
        {"6 tháng cuối năm", "6 tháng cuối năm", "2001-H2"},
        {"quý I/2023", "quý I/2023", "2023-Q1"},
        {"quý IV", "quý IV", "2001-Q4"},
        {"quý 3 năm 2011", "quý 3 năm 2011", "2011-Q3"},
        {"9 tháng đầu năm", "9 tháng đầu năm", "2001-9M"},
        {"3 tháng đầu năm 2020", "3 tháng đầu năm 2020", "2020-Q1"},
        {"tháng 12/2017", "tháng 12/2017", "2017-12"},
        {"giai đoạn 2006 - 2015", "giai đoạn 2006 - 2015", "2006..2015"},
        {"nhiệm kỳ 2010-2015", "nhiệm kỳ 2010-2015", "2010..2015"},
        {"từ năm 2006 đến năm 2015", "từ năm 2006 đến năm 2015", "2006..2015"},
        {"ngày 31/12", "ngày 31/12", "2001-12-31"},
        {"11 tháng đầu năm 2017,", "11 tháng đầu năm 2017", "2017-11M"},
        {"mười một tháng đầu năm", "mười một tháng đầu năm", "2001-11M"},
        {"4 tháng đầu của năm 2018", "4 tháng đầu của năm 2018", "2018-4M"},
        {"8 tháng năm 2018 đạt", "8 tháng năm 2018", "2018-8M"},
        {"2 tháng cuối năm 2018", "2 tháng cuối năm 2018", "2018-11..2018-12"},
        {"ba tháng cuối năm", "ba tháng cuối năm", "2001-Q4"},
        {"nửa đầu năm 2018", "nửa đầu năm 2018", "2018-H1"},
        {"nửa cuối năm", "nửa cuối năm", "2001-H2"},
        {"quý I và quý II năm 2017,", "quý I và quý II năm 2017", "2017-H1"},
        {"quý I, II/2018 đạt", "quý I, II/2018", "2018-H1"},
        {"quý 2, 3 và 4 năm 2018", "quý 2, 3 và 4 năm 2018", "2018-Q2..2018-Q4"},
        {"từ quý II đến quý IV,", "từ quý II đến quý IV", "2001-Q2..2001-Q4"},
        {"quý III - IV/2018", "quý III - IV/2018", "2018-H2"},
        {"từ quý IV/2017 đến hết quý I/2018", "từ quý IV/2017 đến hết quý I/2018", "2017-Q4..2018-Q1"},
        {"từ tháng 3 đến tháng 5/2017", "từ tháng 3 đến tháng 5/2017", "2017-03..2017-05"},
        {"tháng 3-5/2017", "tháng 3-5/2017", "2017-03..2017-05"},
        {"từ tháng 11 đến tháng 2/2018", "từ tháng 11 đến tháng 2/2018", "2017-11..2018-02"},
        {"tháng 11/2017 đến tháng 2", "tháng 11/2017 đến tháng 2", "2017-11..2018-02"},
        {"từ 10/2016 đến 9/2017", "từ 10/2016 đến 9/2017", "2016-10..2017-09"},
        {"tháng 11 và tháng 12/2017", "tháng 11 và tháng 12/2017", "2017-11..2017-12"},
        {"tháng 3, 4 và 5/2017", "tháng 3, 4 và 5/2017", "2017-03..2017-05"},
        {"từ tháng 1 đến tháng 9", "từ tháng 1 đến tháng 9", "2001-9M"},
        {"10 ngày đầu tháng 3/2018", "10 ngày đầu tháng 3/2018", "2018-03-01..2018-03-10"},
        {"10 ngày cuối tháng 2/2016", "10 ngày cuối tháng 2/2016", "2016-02-20..2016-02-29"},
        {"10 ngày cuối tháng 2", "10 ngày cuối tháng 2", "2001-02"},
        {"15 ngày đầu tháng 4", "15 ngày đầu tháng 4", "2001-04-01..2001-04-15"},
        {"30 ngày đầu tháng 4/2018", "30 ngày đầu tháng 4/2018", "2018-04"},
        {"31 ngày đầu tháng 4/2018", "", ""},
        {"Q4/2018", "Q4/2018", "2018-Q4"},
        {"Q4, phường 2", "", ""},
        {"từ tháng 3 tới tháng 5/2017", "từ tháng 3 tới tháng 5/2017", "2017-03..2017-05"},
        {"từ ngày 2 tới ngày 6/10", "từ ngày 2 tới ngày 6/10", "2001-10-02..2001-10-06"},
        {"năm 2016 và 2017", "năm 2016 và 2017", "2016..2017"},
        {"năm 2016, 2017 và 2018,", "năm 2016, 2017 và 2018", "2016..2018"},
        {"năm 2016, 2017 hộ", "năm 2016", "2016"},
        {"năm 2016 và 2018", "năm 2016 và 2018", ""},
        {"năm học 2016-2017", "năm học 2016-2017", "2016..2017"},
        {"năm học 2016-17 có", "năm học 2016-17", "2016..2017"},
        {"niên vụ 2016/2017", "niên vụ 2016/2017", "2016..2017"},
        {"vụ Đông Xuân 2016 - 2017", "vụ Đông Xuân 2016 - 2017", "2016..2017"},
        {"vụ Đông - Xuân năm 2017", "vụ Đông - Xuân năm 2017", "2017"},
        {"vụ Mùa 2017", "vụ Mùa 2017", "2017"},
        {"2 năm 2016-2017", "2 năm 2016-2017", "2016..2017"},
        {"hai năm 2016 và 2017", "hai năm 2016 và 2017", "2016..2017"},
        {"5 năm (2011 - 2015)", "5 năm (2011 - 2015)", "2011..2015"},
        {"ba năm 2014, 2015 và 2016", "ba năm 2014, 2015 và 2016", "2014..2016"},
        {"từ 2 - 6/10/2018", "từ 2 - 6/10/2018", "2018-10-02..2018-10-06"},
        {"từ ngày 2 đến 6/10", "từ ngày 2 đến 6/10", "2001-10-02..2001-10-06"},
        {"từ ngày 28 đến ngày 3/10/2018", "từ ngày 28 đến ngày 3/10/2018", "2018-09-28..2018-10-03"},
        {"từ ngày 16/11/2016 đến 15/11/2017", "từ ngày 16/11/2016 đến 15/11/2017", "2016-11-16..2017-11-15"},
        {"ngày 1/1 - 31/12/2017", "ngày 1/1 - 31/12/2017", "2017"},
        {"hôm 3/9", "hôm 3/9", "2001-09-03"},
        {"đêm 3/9/2018", "đêm 3/9/2018", "2018-09-03"},
        {"rạng sáng 3/9", "rạng sáng 3/9", "2001-09-03"},
        // What goes on as something else is not taken.
        {"tháng 3, 4 xã", "tháng 3", "2001-03"},
        {"quý I và quý III/2018", "quý I và quý III/2018", ""},
        {"tháng 3 và 4 xã", "tháng 3", "2001-03"},
        {"tháng 13", "", ""},
        {"quý 5", "", ""},
        {"năm 12", "", ""},
        {"2017", "", ""},
        {"12 tháng", "", ""},
        {"11 tháng", "", ""},
        {"3 tháng đầu năm học", "", ""},
        {"9 tháng đầu năm học", "", ""},
        {"2 năm 2011-2015", "", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        PeriodExpression period;
        CHECK(Tokenized(row.text).take(period_rule, period) == row.taken);
        if (row.taken.empty()) continue;
        const auto resolved = period.resolve(2001);
        CHECK(period.gapped == row.period.empty());
        CHECK((resolved ? resolved->to_string() : "") == row.period);
    }
    for (const std::string text :
         {"tháng 13/2017", "tháng 0/2017", "quý V", "quý 5/2018", "năm 2107", "tháng 12/2107", "ngày 31/02/2017",
          "ngày 30/2", "ngày 31/13/2017", "ngày 5/1/2107", "giai đoạn 2020-2016", "năm học 2017-2017"}) {
        INFO(text);
        PeriodExpression period;
        CHECK(Tokenized(text).take(period_rule, period) == text);
        CHECK(period.implausible());
        CHECK_FALSE(period.resolve(2001));
    }
    PeriodExpression bare;
    CHECK(Tokenized("2018").take(bare_year_rule, bare) == "2018");
    CHECK(Tokenized("3018").take(bare_year_rule, bare).empty());
}

TEST_CASE("document numbers go on while they look like one", "[grammar]") {
    struct Row {
        std::string text, number;
    };
    const std::vector<Row> rows = {
        {"64/2007/NĐ-CP ngày", "64/2007/NĐ-CP"},
        {"26 –NQ/TW của", "26 –NQ/TW"},
        {"19-CTr/TU", "19-CTr/TU"},
        {"41/2009/QH12 và", "41/2009/QH12"},
        {"03/2007/QĐ- BTTTT", "03/2007/QĐ- BTTTT"},
        {"17/2010/TTLT-BTTTT-BNV", "17/2010/TTLT-BTTTT-BNV"},
        {"191 giai", "191"},
        {"11 - 15 xã", "11"},
        {"749/QĐ-TTg.", "749/QĐ-TTg"},
        {"NĐ-CP", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        TokenRange range;
        CHECK(Tokenized(row.text).take(DocumentNumberParser{}, range) == row.number);
    }
}

TEST_CASE("citations have type, number, date and issuer", "[grammar]") {
    const Tokenized text("Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về");
    CitationExpression citation;
    CHECK(text.take(citation_rule, citation) == "Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ");
    REQUIRE(citation.type.payload != nullptr);
    CHECK(citation.type.payload->value == "decree");
    CHECK(text.words(citation.number.first, citation.number.last) == "64/2007/NĐ-CP");
    CHECK(citation.coded);
    REQUIRE(citation.date);
    CHECK(citation.date->resolve({}) == Date{2007, 4, 10});
    CHECK(text.words(citation.issuer.first, citation.issuer.last) == "Chính phủ");

    CitationExpression short_mention;
    CHECK(Tokenized("Đề án 191 của ngành").take(citation_rule, short_mention).starts_with("Đề án 191"));
    CHECK_FALSE(short_mention.coded);
    CitationExpression none;
    CHECK(Tokenized("Nghị định của Chính phủ").take(citation_rule, none).empty());
}

TEST_CASE("names are runs of capitalised syllables", "[grammar]") {
    struct Row {
        std::string text, name;
        bool surname_needed;
    };
    const std::vector<Row> rows = {
        {"Lê Thị Bình, Giám đốc", "Lê Thị Bình", true},
        {"Nguyễn Hoàng Minh Châu đã", "Nguyễn Hoàng Minh Châu", true},
        {"Trần thị Hoa", "Trần thị Hoa", true},
        {"Ksor H'Nhan nói", "Ksor H'Nhan", false},
        {"Y Biêr Niê K'đăm", "Y Biêr Niê K'đăm", false},
        {"Lê", "", true},
        {"lê thị bình", "", true},
        {"Quốc lộ", "", true},
        {"Thông tin", "", true},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        TokenRange range;
        CHECK(Tokenized(row.text).take(NameParser{row.surname_needed}, range) == row.name);
    }
}

TEST_CASE("positions have a title and a body", "[grammar]") {
    struct Row {
        std::string text, title, organization;
    };
    const std::vector<Row> rows = {
        {"Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch", "UBND tỉnh"},
        {"Giám đốc Sở Y tế tỉnh Hà Nam", "Giám đốc", "Sở Y tế tỉnh Hà Nam"},
        {"Ủy viên BTV Tỉnh ủy", "Ủy viên BTV", "Tỉnh ủy"},
        {"Giám đốc, chủ trì", "Giám đốc", ""},
        {"Thứ trưởng Bộ Thông tin và Truyền thông", "Thứ trưởng", "Bộ Thông tin và Truyền thông"},
        // A name in small letters ends at the mark, not before a word that no lexicon has.
        {"Giám đốc Trung tâm kiểm nghiệm dược phẩm, ông", "Giám đốc", "Trung tâm kiểm nghiệm dược phẩm"},
        {"Cục trưởng Cục chống hàng giả.", "Cục trưởng", "Cục chống hàng giả"},
        {"Giám đốc Trung tâm phát biểu.", "Giám đốc", "Trung tâm"},
        {"Chủ tịch UBND P. Hiệp Thành,", "Chủ tịch", "UBND P. Hiệp Thành"},
        {"Chủ tịch UBND Q. 15 trình bày", "Chủ tịch", "UBND Q. 15"},
        {"Chủ tịch UBND tỉnh 12 lần", "Chủ tịch", "UBND tỉnh"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const Tokenized text(row.text);
        PositionExpression position;
        CHECK_FALSE(text.take(PositionParser{}, position).empty());
        CHECK(text.words(position.title.first, position.title.last) == row.title);
        CHECK(text.words(position.organization.first, position.organization.last) == row.organization);
    }
    PositionExpression none;
    CHECK(Tokenized("Sở Y tế").take(PositionParser{}, none).empty());
}

TEST_CASE("agencies go on to the end of their name", "[grammar]") {
    struct Row {
        std::string text, name;
    };
    const std::vector<Row> rows = {
        {"Sở Thông tin và Truyền thông tổ chức", "Sở Thông tin và Truyền thông"},
        {"Sở Y tế tỉnh Hà Nam đã", "Sở Y tế tỉnh Hà Nam"},
        {"UBND tỉnh và Sở Y tế", "UBND tỉnh"},
        {"Ban Tuyên giáo Tỉnh ủy, Hội Nhà báo", "Ban Tuyên giáo Tỉnh ủy"},
        {"Sở TT&TT - Lê Thị Bình", "Sở TT&TT"},
        {"Bộ Y tế;", "Bộ Y tế"},
        {"cuộc họp", ""},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        Phrase agency;
        CHECK(Tokenized(row.text).take(AgencyParser{}, agency) == row.name);
    }
}

TEST_CASE("persons have honorific, positions and a name", "[grammar]") {
    const Tokenized text("đồng chí Phạm Minh Hải, Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh dự");
    PersonExpression person;
    CHECK(text.take(person_rule, person) == "đồng chí Phạm Minh Hải, Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh");
    REQUIRE(person.honorific);
    CHECK(person.honorific->payload->value == "đồng chí");
    CHECK(text.words(person.name.first, person.name.last) == "Phạm Minh Hải");
    REQUIRE(person.positions.size() == 2);
    CHECK(text.words(person.positions[1].title.first, person.positions[1].title.last) == "Phó Chủ tịch");

    PersonExpression before;
    const Tokenized titles("Giám đốc Sở Lê Thị Bình chủ trì");
    CHECK(titles.take(person_rule, before) == "Giám đốc Sở Lê Thị Bình");
    CHECK_FALSE(before.honorific);
    CHECK(before.positions.size() == 1);
    PersonExpression none;
    CHECK(Tokenized("Sở Y tế").take(person_rule, none).empty());
}
