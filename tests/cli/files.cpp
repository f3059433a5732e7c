// SPDX-License-Identifier: BSL-1.0
// Which files the program reads, what they may be, and what their reports are called.
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/program.hpp"
#include "typed.hpp"

using namespace cli_test;
using tongket::test::latin_1;
using tongket::test::typed_in;
using tongket::test::utf_16;

TEST_CASE("files of other kinds are named, with what reads them", "[cli]") {
    struct Kind {
        std::string content;
        std::string told;
        std::string remedy;
    };
    const std::vector<Kind> kinds = {
        {"%PDF-1.7\n", "a PDF", "pip install 'tongket[files]'"},
        {"\n\n<!DOCTYPE html><p>Doanh thu 5 tỷ đồng</p>", "a page of HTML", "pip install"},
        {utf_16("<html><p>5 ty dong</p></html> "), "a page of HTML", "pip install"},
        {"PK\x03\x04.....word/document.xml", "a DOCX", "pip install"},
        {"PK\x03\x04.....a.txt", "a ZIP archive", "pip install"},
        {"PK\x03\x04.....[Content_Types].xml xl/workbook.xml", "no DOCX or ODT", "save it as PDF or DOCX"},
        {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + utf_16("WordDocument"), "a DOC", "pip install"},
        {"\x1F\x8B\x08\x08", "packed by gzip", "gunzip -c"},
        {"{\\rtf1\\ansi Doanh thu 5 t\\u7927?}", "an RTF", "pip install"},
        {"From: a@b.vn\nSubject: c\n\nDoanh thu", "an e-mail", "pip install"},
        {"\x89PNG\r\n\x1A\n", "a picture (PNG)", "ocrmypdf"},
        {"\xFF\xD8\xFF\xE0", "a picture (JPEG)", "ocrmypdf"},
        {"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it"},
        {"{\"measures\": []}", "JSON", "only the text of a report is read"},
        {std::string("\x01\x00\x02\x7F\x00", 5), "a file that is no text", "only the text"},
        {std::string(1000, '\0'), "a file of zero bytes", "only the text"},
    };
    const Folder folder;
    for (const Kind& kind : kinds) {
        const std::string file = folder.file("report.txt", kind.content);
        for (const std::string command : {"parse", "explain"}) {
            const Outcome outcome = run({command, file});
            INFO(outcome.err);
            CHECK(outcome.code == 1);
            CHECK(outcome.out.empty());
            CHECK(outcome.err.starts_with("tongket: " + file + ": "));
            CHECK(contains(outcome.err, kind.told));
            CHECK(contains(outcome.err, kind.remedy));
        }
        CHECK(run({"parse", "-"}, kind.content).code == 1);
        CHECK(run({file}).code == 1);
    }
}

TEST_CASE("Vietnamese without its marks is refused; other languages and marks are not", "[cli]") {
    const std::string bare =
        "Chieu ngay 12 thang 1, So Y te tinh Ha Nam to chuc hoi nghi tong ket cong tac nam 2016 va trien khai nhiem "
        "vu "
        "nam 2017, doanh thu dat 5 ty dong.\n";
    const Outcome outcome = run({"parse", "-"}, bare);
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "without its marks"));
    CHECK(run({"parse", "-"}, "Hoi nghi tong ket").code == 0);  // too short to tell
    CHECK(run({"parse", "-"}, bare + "Chiều ngày 12 tháng 1, Sở Y tế tổ chức hội nghị.\n").code == 0);
    const std::string english =
        "The department of health held its annual conference on the twelfth of January to review the work of the "
        "past "
        "year and to discuss what is to be done in the next one, with more than a hundred people in the hall.\n";
    CHECK(run({"parse", "-"}, english).code == 0);
}

TEST_CASE("legacy encodings are read as what they mean, and told", "[cli]") {
    const Folder folder;
    const std::string text = "Chiều ngày 12/1, Sở Y tế tổ chức hội nghị tổng kết công tác năm 2016.\n";
    const auto check = [&](const std::string& content, const std::string& told) {
        const std::string file = folder.file("a.txt", content);
        const Outcome outcome = run({"parse", file});
        INFO(told);
        CHECK(outcome.code == 0);
        CHECK(outcome.out == json_of(text) + "\n");
        CHECK(outcome.err == "tongket: " + file + ": read as " + told + "; places are those in the text in UTF-8\n");
    };
    const std::string tcvn3 = typed_in(tongket::LegacyFont::tcvn3, text),
                      vni = typed_in(tongket::LegacyFont::vni, text);
    check(latin_1(tcvn3), "TCVN3 letters in windows-1252, converted");
    check(latin_1(vni), "VNI letters in windows-1252, converted");
    check(vni, "VNI letters in UTF-8, converted");
    CHECK(run({"parse", "-"}, text).err.empty());
    CHECK(run({"parse", "-"}, "\xEF\xBB\xBF" + text).err.empty());

    const std::string wide = utf_16("Hoi nghi\n");
    CHECK(run({"parse", "-"}, "\xFF\xFE" + wide).out == json_of("Hoi nghi\n") + "\n");
    const std::string broken = wide + "\xD8\xD8" + utf_16("a");
    CHECK(run({"parse", "-"}, broken).err ==
          "tongket: -: UTF-16-LE without a mark, but not so at byte 18; Options::replace_invalid_utf8 "
          "(--replace-invalid-utf8) reads it with U+FFFD there\n");
    CHECK(run({"parse", "--replace-invalid-utf8", "-"}, broken).code == 0);
}

TEST_CASE("folders are read with the folders in them, but not what is hidden", "[cli]") {
    const Folder folder;
    for (const char* const name : {"in/b.txt", "in/2017/a.txt", "in/2016/a.v2.txt"})
        static_cast<void>(folder.file(name, text_a));
    for (const char* const name : {"in/.hidden.txt", "in/.git/c.txt", "in/~$b.txt"})
        static_cast<void>(folder.file(name, "\x89PNG\r\n"));
    const std::string out = folder.at("out");
    const Outcome outcome = run({"parse", "--output", out, folder.at("in")});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK(folder.names("out") == Names{"2016", "2017", "b.json"});
    CHECK(folder.names("out/2016") == Names{"a.v2.json"});
    CHECK(folder.content("out/2017/a.json") == json_of(text_a) + "\n");

    // An array, also where there is one file just now.
    CHECK(run({"parse", folder.at("in/2017")}).out.starts_with("[\n  {"));
    CHECK(run({"parse", folder.at("in"), "-"}, text_b).code == 0);

    // A folder without files is told.
    fs::create_directories(folder.at("empty"));
    const std::string nothing =
        "tongket: " + folder.at("empty") + ": no file to read in this folder (hidden ones are left out)\n";
    const Outcome empty = run({"parse", folder.at("empty")});
    CHECK(empty.code == 1);
    CHECK(empty.out == "[]\n");
    CHECK(empty.err == nothing);
    const Outcome beside = run({"parse", "--format", "jsonl", folder.at("empty"), folder.at("in/2017")});
    CHECK(beside.code == 1);
    CHECK(beside.out == json_of(text_a, -1) + "\n");
    CHECK(beside.err == nothing);

    fs::create_symlink("gone.txt", folder.at("in/link.txt"));
    const Outcome broken = run({"parse", folder.at("in")});
    CHECK(broken.code == 1);
    CHECK(contains(broken.err, "link.txt: "));
}

TEST_CASE("files of one stem have names of their own", "[cli]") {
    const Folder folder;
    const std::string first = folder.file("in/1/a.txt", text_a), second = folder.file("in/2/a.txt", text_b),
                      third = folder.file("in/2/a.text", text_a), other = folder.file("in/2/b.txt", text_a);
    CHECK(run({"parse", "--output", folder.at("out"), first, second, third, other, "-"}, text_a).code == 0);
    CHECK(folder.names("out") == Names{"1", "2", "stdin.json"});
    CHECK(folder.names("out/1") == Names{"a.json"});
    CHECK(folder.names("out/2") == Names{"a.text.json", "a.txt.json", "b.json"});
    CHECK(folder.content("out/2/a.txt.json") == json_of(text_b) + "\n");
    // Two folders that are given keep their names where files in them share theirs.
    CHECK(run({"parse", "--output", folder.at("both"), folder.at("in/1"), folder.at("in/2")}).code == 0);
    CHECK(folder.names("both") == Names{"1", "2"});
}

TEST_CASE("a list names files, by lines or with zero bytes", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a), odd = folder.file("b\nc.txt", text_b);
    const std::string both = json_of(text_a, -1) + "\n" + json_of(text_b, -1) + "\n";
    CHECK(run({"parse", "--format", "jsonl", "--files-from", "-"}, a + "\n\n" + a + "\n").out ==
          json_of(text_a, -1) + "\n" + json_of(text_a, -1) + "\n");
    CHECK(run({"parse", "--format", "jsonl", "-0", "--files-from", "-"}, a + '\0' + odd).out == both);
    CHECK(run({"parse", "--format", "jsonl", "--null", "--files-from", folder.file("list", odd + '\0'), a}).out ==
          json_of(text_a, -1) + "\n" + json_of(text_b, -1) + "\n");
    const Outcome none = run({"parse", "--files-from", folder.file("empty", "\n")});
    CHECK(none.code == 1);
    CHECK(none.out == "[]\n");
    CHECK(none.err == "tongket: " + folder.at("empty") + ": no file is named in this list\n");

    const Outcome twice = run({"parse", "--files-from", "-", "-"}, a + "\n");
    CHECK(twice.code == 1);
    CHECK(contains(twice.err, "tongket: -: standard input can be read only once\n"));
    CHECK(run({"parse", "--files-from", folder.at("none")}).err ==
          "tongket: " + folder.at("none") + ": " + std::generic_category().message(ENOENT) + "\n");
}

TEST_CASE("a list may have CRLF and a byte order mark", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a), b = folder.file("b.txt", text_b);
    const std::string both = json_of(text_a, -1) + "\n" + json_of(text_b, -1) + "\n";
    const auto listed = [](const std::string& list) {
        return run({"parse", "--format", "jsonl", "--files-from", "-"}, list);
    };
    for (const std::string& list :
         {a + "\r\n" + b + "\r\n", "\uFEFF" + a + "\r\n\r\n" + b, "\uFEFF" + a + "\n" + b}) {
        CHECK(listed(list).out == both);
        CHECK(listed(list).err.empty());
    }
    // A name may end with CR.
    const std::string odd = folder.file("c\r", text_a);
    CHECK(listed(odd + "\n" + b + "\n").out == both);
    CHECK(run({"parse", "--format", "jsonl", "-0", "--files-from", "-"}, odd + '\0' + b).out == both);
}

TEST_CASE("reports stand in order however many files are read at once", "[cli]") {
    const Folder folder;
    Names arguments = {"parse", "--format", "jsonl"};
    for (int i = 0; i < 60; ++i) {
        const std::string name = "in/" + std::to_string(100 + i) + ".txt";
        arguments.push_back(
            folder.file(name, i % 7 == 3 ? "\x89PNG\r\n" : "Năm 2016 có " + std::to_string(i) + " xã.\n"));
    }
    arguments.insert(arguments.end(), {"-j", "1"});
    const Outcome one = run(arguments);
    CHECK(one.code == 1);
    for (const char* const jobs : {"2", "8", "1000"}) {
        arguments.back() = jobs;
        const Outcome several = run(arguments);
        CHECK(several.code == one.code);
        CHECK((several.out == one.out));
        CHECK((several.err == one.err));
    }
}

TEST_CASE("the count of files is for a terminal on which nothing else is written", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a), b = folder.file("b.txt", text_b);
    const auto counted = [&](Names arguments, bool out_is_terminal, bool err_is_terminal) {
        Terminal terminal;
        terminal.is_terminal = out_is_terminal;
        terminal.shows_messages = err_is_terminal;
        return run(arguments, "", terminal).err;
    };
    const std::string count = counted({"parse", a, b}, false, true);
    CHECK(count.starts_with("\r1 of 2 files"));
    CHECK(count.ends_with("\r\x1b[K"));
    CHECK(counted({"parse", a, b}, false, false).empty());
    CHECK(counted({"parse", a, b}, true, true).empty());
    CHECK_FALSE(counted({"parse", "--output", folder.at("out"), a, b}, true, true).empty());
    CHECK(counted({"parse", a}, false, true).empty());
    // What is said stands on lines of its own.
    CHECK(contains(counted({"parse", a, folder.at("none")}, false, true), "\r1 of 2 files\r\x1b[Ktongket: "));
}
