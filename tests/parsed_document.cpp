// SPDX-License-Identifier: BSL-1.0
// Documents own their text; files are read or refused for a reason.
#include <tongket/parsed_document.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "files.hpp"
#include "typed.hpp"

using namespace tongket;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone after the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / fs::path("tongket-documents");
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path file(const std::string& name, const std::string& content) const {
        std::ofstream(path / name, std::ios::binary) << content;
        return path / name;
    }
};

const std::string text = "Doanh thu bưu chính năm 2016 đạt 109 tỷ đồng.";

void check_refused(const fs::path& file, ErrorCode code, const Parser& parser = Parser()) {
    INFO(file.string());
    const Result<ParsedDocument> result = try_parse_file(file, parser);
    REQUIRE_FALSE(result);
    CHECK(result.error().code() == code);
    CHECK_THAT(result.error().what(), Catch::Matchers::StartsWith(file.string() + ": "));
    CHECK_THROWS_AS(parse_file(file, parser), Error);
}

}  // namespace

TEST_CASE("a document owns its text, and what it shows stays where it is", "[document]") {
    auto document = std::make_optional<ParsedDocument>(text);
    const std::string_view words = document->text(document->report().measures.at(0).span);
    const Report* const report = &document->report();
    CHECK(words == "109 tỷ đồng");

    ParsedDocument moved = std::move(*document);
    // What was moved from is as good as before.
    CHECK(document->source() == text);
    document.reset();
    std::vector<ParsedDocument> many{moved, moved};
    many.reserve(100);
    moved = ParsedDocument("Khác.");
    CHECK(words == "109 tỷ đồng");
    CHECK(many[1].text(report->measures[0].span).data() == words.data());
    CHECK(many[0] == many[1]);
    CHECK(many[0] == ParsedDocument(text));
    CHECK_FALSE(many[0] == moved);

    // A text short enough to be kept inside its string.
    ParsedDocument brief("5 xã");
    const std::string_view before = brief.source();
    const ParsedDocument after = std::move(brief);
    CHECK(after.source().data() == before.data());
}

TEST_CASE("a document leads from spans to lines", "[document]") {
    const ParsedDocument document("Sở Y tế\n\nCấp 12 giấy phép.");
    const Span span = document.report().measures.at(0).span;
    CHECK(document.text(span) == "12 giấy phép");
    CHECK(document.locate(span.begin) == LineColumn{3, 5});
    REQUIRE_FALSE(ParsedDocument::make("\xFF", Parser()));
    CHECK(ParsedDocument::make("\xFF", Parser()).error().code() == ErrorCode::invalid_utf8);
    CHECK(ParsedDocument::make("a", Parser())->source() == "a");
}

TEST_CASE("a file is read as its text", "[document]") {
    const Folder folder;
    const ParsedDocument document = parse_file(folder.file("a.txt", text));
    CHECK(document.source() == text);
    CHECK(document.report() == parse(text));
    CHECK(*try_parse_file(folder.path / "a.txt") == document);
    const ParsedDocument empty = parse_file(folder.file("empty.txt", ""));
    CHECK(empty.report().diagnostics.at(0).code == "empty-input");
    fs::create_symlink(folder.path / "a.txt", folder.path / "link");
    CHECK(parse_file(folder.path / "link") == document);
}

TEST_CASE("a file of another kind than text is refused, one in another encoding is decoded", "[document]") {
    const Folder folder;
    for (const std::string content : {"<!DOCTYPE html>\n<p>Thu <b>109</b>&nbsp;tỷ đồng</p>", "%PDF-1.7\n%\x93\xFF",
                                      "{\\rtf1\\ansi Thu 109 t\\u7927?}", "{\"value\": \"109 tỷ đồng\"}"}) {
        const fs::path file = folder.file("report.txt", content);
        check_refused(file, ErrorCode::not_text);
        CHECK_THAT(try_parse_file(file).error().what(), Catch::Matchers::Contains(", which is no text: "));
    }
    const fs::path wide = folder.file("wide.txt", "\xFF\xFE" + test::utf_16("Thu 109 USD.\n"));
    CHECK(parse_file(wide) == ParsedDocument("Thu 109 USD.\n"));
    CHECK(try_parse_file(wide)->source() == "Thu 109 USD.\n");

    Options options;
    options.replace_invalid_utf8 = true;
    const ParsedDocument damaged = parse_file(folder.file("damaged.txt", text + "\xFF"), Parser(options));
    CHECK(damaged.source() == text + "\xFF");
    CHECK(damaged.report().measures == parse(text).measures);
    CHECK(damaged.report().diagnostics.at(0).code == "invalid-utf8");
}

TEST_CASE("a file that cannot be read is refused for its reason", "[document]") {
    const Folder folder;
    check_refused(folder.path / "missing.txt", ErrorCode::file_not_found);
    check_refused(folder.path / "missing" / "a.txt", ErrorCode::file_not_found);
    check_refused(folder.path, ErrorCode::not_a_file);
    check_refused("/dev/null", ErrorCode::not_a_file);
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    check_refused(pipe, ErrorCode::not_a_file);
    check_refused(folder.file("bad.txt", "Sở \xFF"), ErrorCode::invalid_utf8);
    CHECK(try_parse_file(folder.path / "bad.txt").error().offset() == 5);

    const ParsedDocument document(text);
    Options options;
    options.max_input_bytes = text.size();
    CHECK(parse_file(folder.file("fits.txt", text), Parser(options)) == document);
    check_refused(folder.file("long.txt", text + "."), ErrorCode::input_too_large, Parser(options));

    const fs::path locked = folder.file("locked.txt", text);
    fs::permissions(locked, fs::perms::none);
    // Who may read all files reads this one too.
    if (!std::ifstream(locked)) check_refused(locked, ErrorCode::unreadable_file);
}
