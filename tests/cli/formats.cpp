// SPDX-License-Identifier: BSL-1.0
// Tables of measures, and what --strict says of reports.
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/csv.hpp"
#include "cli/measure_rows.hpp"
#include "cli/program.hpp"
#include "cli/sqlite.hpp"

#ifdef TONGKET_WITH_SQLITE
#include <sqlite3.h>
#endif

using namespace cli_test;
using namespace tongket::cli;

namespace {

const std::string report_text =
    "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016\n"
    "Ngày 12/01/2017, Sở Thông tin và Truyền thông tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016.\n"
    "Doanh thu bưu chính năm 2016 đạt 109,5 tỷ đồng, tăng 5% so với năm 2015.\n";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

const std::string head =
    "\uFEFFprovince,period,indicator,value,unit,text,indicator_id,kind,to,approx,estimated,planned,of,per_value,per_"
    "unit,"
    "role,"
    "direction,baseline,part_of,zone,confidence,measure,begin,end,report,province_code,period_start,period_end";

}  // namespace

TEST_CASE("measures are rows", "[cli]") {
    const auto rows = measure_rows(tongket::Parser().parse(report_text), "ha-nam");
    REQUIRE(rows.size() == 2);
    const auto cell = [&](std::size_t row, std::string_view name) {
        const auto columns = measure_columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == name) return rows[row][i];
        FAIL("no such column");
        return Cell();
    };
    CHECK(cell(0, "province") == Cell("Hà Nam"));
    CHECK(cell(0, "province_code") == Cell("VN-63"));
    CHECK(cell(0, "period") == Cell("2016"));
    CHECK(cell(0, "period_end") == Cell("2016-12-31"));
    CHECK(cell(0, "value") == Cell(tongket::Decimal(109'500'000'000)));
    CHECK(cell(0, "unit") == Cell("VND"));
    CHECK(cell(0, "indicator_id") == Cell("revenue.postal"));
    CHECK(cell(0, "estimated") == Cell(false));
    CHECK(cell(0, "direction") == Cell());
    CHECK(cell(0, "report") == Cell("ha-nam"));
    CHECK(cell(1, "direction") == Cell("increase"));
    CHECK(cell(1, "measure") == Cell(std::int64_t{1}));
    const auto begin = std::get<std::int64_t>(cell(1, "begin")), end = std::get<std::int64_t>(cell(1, "end"));
    CHECK(report_text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)) == "5%");
}

TEST_CASE("csv is one table of all reports, or one a file", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", report_text), b = folder.file("b.txt", report_text),
                      none = folder.file("none.txt", "Sở Y tế họp.\n");
    const Outcome outcome = run({"parse", "--format", "csv", a, none, b});
    CHECK(outcome.code == 0);
    const auto lines = lines_of(outcome.out);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == head);
    CHECK(lines[1].starts_with("Hà Nam,2016,"));
    CHECK(contains(lines[1], ",109500000000,VND,\"109,5 tỷ đồng\",revenue.postal,money,,exact,False,"));
    CHECK(lines[4].ends_with(",b,VN-63,2016-01-01,2016-12-31"));
    CHECK(run({"parse", "--format", "csv", none}).out == head + "\r\n");

    CHECK(run({"parse", "--format", "csv", "--output", folder.at("out"), a, b}).code == 0);
    CHECK(folder.names("out") == Names{"a.csv", "b.csv"});
    CHECK(lines_of(folder.content("out/b.csv")).size() == 3);
}

TEST_CASE("no cell of a csv is a formula, and quotes keep what is in it", "[cli]") {
    const auto row = [](const std::string& text) { return csv_row(std::vector<Cell>{text, Cell()}); };
    CHECK(row("một \"hai\", ba") == "\"một \"\"hai\"\", ba\",\r\n");
    CHECK(row("a\nb") == "\"a\nb\",\r\n");
    CHECK(row("=1+1") == "'=1+1,\r\n");
    CHECK(row("\uFF1D1") == "'\uFF1D1,\r\n");
    CHECK(row("a;@b") == "a;'@b,\r\n");
    CHECK(row("\ta") == "'\ta,\r\n");
    CHECK(row("\n-a") == "\"'\n'-a\",\r\n");
    CHECK(row("a-b") == "a-b,\r\n");
    CHECK(csv_row(std::vector<Cell>{tongket::Decimal(-15, -1), true, std::int64_t{-3}}) == "-1.5,True,-3\r\n");
}

#ifdef TONGKET_WITH_SQLITE
TEST_CASE("sqlite is a database with one row a measure", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", report_text), b = folder.file("b.txt", report_text);
    const std::string file = folder.at("out.db");
    const Outcome outcome = run({"parse", "--format", "sqlite", "--output", file, a, b});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(outcome.out.empty());

    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database,
                               "SELECT count(*), group_concat(DISTINCT typeof(value)), max(value), min(report), "
                               "max(report), sum(estimated), count(direction) FROM measures",
                               -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const auto text = [&](int column) {
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
    };
    CHECK(text(0) == "4");
    CHECK(text(1) == "integer");
    CHECK(text(2) == "109500000000");
    CHECK(text(3) + text(4) == "ab");
    CHECK(text(5) == "0");
    CHECK(text(6) == "2");
    sqlite3_finalize(statement);
    sqlite3_close(database);

    // A stream takes it too, but no terminal, and nothing is overwritten that is read.
    CHECK(run({"parse", "--format", "sqlite", a}).out.starts_with("SQLite format 3"));
    CHECK(run({"parse", "--format", "sqlite", a}, "", {true, false, 80, true}).code == 1);
    CHECK(contains(run({"parse", "--format", "sqlite", "--output", a, a}).err, "would overwrite the input"));
    CHECK(folder.content("a.txt") == report_text);
    CHECK(contains(run({"parse", "--format", "sqlite", "--output", folder.at(""), a}).err, "is a directory"));
    CHECK(folder.names("") == Names{"a.txt", "b.txt", "out.db"});
}
#endif

#ifdef TONGKET_WITH_SQLITE
TEST_CASE("of files that are there a database replaces none but its own", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", report_text), b = folder.file("b.txt", report_text);
    const auto write = [&](const std::string& file, const Names& inputs) {
        Names arguments{"parse", "--format", "sqlite", "--output", file};
        arguments.insert(arguments.end(), inputs.begin(), inputs.end());
        return run(arguments);
    };
    const auto change = [](const std::string& file, const char* statement) {
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
        CHECK(sqlite3_exec(database, statement, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(database);
    };
    const auto check_kept = [&](const std::string& name) {
        const std::string before = folder.content(name);
        const Outcome outcome = write(folder.at(name), {a});
        INFO(outcome.err);
        CHECK(outcome.code == 1);
        CHECK(contains(outcome.err, "tongket: " + folder.at(name) + ": not overwritten: "));
        CHECK(contains(outcome.err, "give the name of a new file, or remove this one"));
        CHECK(folder.content(name) == before);
    };

    // Its own, of one report and then of two.
    REQUIRE(write(folder.at("own.db"), {a}).code == 0);
    const std::string first = folder.content("own.db");
    REQUIRE(write(folder.at("own.db"), {a, b}).code == 0);
    CHECK(folder.content("own.db") != first);
    CHECK(write(folder.file("new.db", ""), {a}).code == 0);

    static_cast<void>(folder.file("notes.txt", "of mine"));
    check_kept("notes.txt");
    change(folder.at("other.db"), "CREATE TABLE measures (a); INSERT INTO measures VALUES (1)");
    check_kept("other.db");
    change(folder.at("own.db"), "CREATE TABLE remarks (a)");
    check_kept("own.db");
    CHECK(contains(write("/dev/null", {a}).err, "no regular file"));

    // A link leads to the file that is replaced.
    REQUIRE(write(folder.at("linked.db"), {a}).code == 0);
    fs::create_symlink("linked.db", folder.at("link.db"));
    REQUIRE(write(folder.at("link.db"), {a, b}).code == 0);
    CHECK(fs::is_symlink(folder.at("link.db")));
    CHECK(folder.content("linked.db") != first);
}
#endif

TEST_CASE("strict: a text that is no report or has warnings is told, and the exit is 3", "[cli]") {
    const Folder folder;
    const std::string good = folder.file("good.txt", report_text), none = folder.file("none.txt", "Trời mưa to.\n"),
                      odd = folder.file("odd.txt", report_text + "Doanh thu viễn thông đạt 1.02.7 tỷ đồng.\n");
    CHECK(run({"parse", "--strict", good}).code == 0);
    const Outcome outcome = run({"parse", "--strict", "--format", "jsonl", good, none, odd});
    CHECK(outcome.code == 3);
    CHECK(contains(outcome.err, "tongket: " + none + ": not to be relied on: no-report\n"));
    CHECK(contains(outcome.err, "tongket: " + odd + ": not to be relied on: malformed-number\n"));
    CHECK(outcome.out == run({"parse", "--format", "jsonl", good, none, odd}).out);
    CHECK(run({"parse", "--strict", none, folder.at("missing")}).code == 1);
}

TEST_CASE("a text that is unsound or unread as a whole is told, whatever the format", "[cli]") {
    const Folder folder;
    std::string telex;
    for (int i = 0; i < 10; ++i)
        telex +=
            "Nawm 2016, Sowr dax caaps 38 giaays pheps vaf xuwr phatj 12 truwowngf howpj trong nganhf buwu chinhs. ";
    const std::string damaged = folder.file("telex.txt", telex), good = folder.file("good.txt", report_text);
    const std::string told = "tongket: " + damaged + ": warning: ";
    for (const char* const format : {"json", "jsonl", "csv", "table"}) {
        const Outcome outcome = run({"parse", "--format", format, damaged, good});
        INFO(outcome.err);
        CHECK(outcome.code == 0);
        CHECK(outcome.err.starts_with(told));
        CHECK(outcome.err.ends_with(" (damaged-text)\n"));
    }
    const Outcome strict = run({"parse", "--strict", damaged});
    CHECK(strict.code == 3);
    CHECK(contains(strict.err, "not to be relied on: damaged-text"));
    CHECK(contains(run({"parse", "-"}, "").err, "(empty-input)"));
    CHECK(contains(run({"parse", "--max-work", "0", good}).err, "(work-budget)"));
    // What is odd in places, and other news, is told by the report and by --strict.
    CHECK(run({"parse", "-"}, report_text + "Doanh thu viễn thông đạt 1.02.7 tỷ đồng.\n").err.empty());
    CHECK(run({"parse", "-"}, "Trời mưa to.\n").err.empty());
}
