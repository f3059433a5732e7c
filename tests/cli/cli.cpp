// SPDX-License-Identifier: BSL-1.0
#include "cli/run.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <streambuf>
#include <string>
#include <system_error>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "cli/messages.hpp"
#include "cli/program.hpp"

using tongket::from_json;
using tongket::cli::Terminal;
using namespace cli_test;

namespace {

const std::string not_utf8 = "Hội nghị\nổ\xFF\n";

/// What the system says, in the language of the locale.
std::string no_such_file() { return std::generic_category().message(ENOENT); }

}  // namespace

TEST_CASE("help and version go to standard output", "[cli]") {
    const Outcome version = run({"--version"});
    CHECK(version.code == 0);
    CHECK(version.out == "tongket " + std::string(tongket::version) + "\n");
    CHECK(version.err.empty());

    for (const std::vector<std::string>& arguments : {Names{"--help"}, Names{"parse", "--help"}}) {
        const Outcome help = run(arguments);
        CHECK(help.code == 0);
        CHECK(contains(help.out, "Examples:"));
        CHECK(contains(help.out, "parse"));
        CHECK(help.err.empty());
    }
    CHECK(contains(run({"parse", "--help"}).out, "--replace-invalid-utf8"));
}

TEST_CASE("wrong usage is told and exits with 2", "[cli]") {
    const std::vector<Names> wrong = {{},
                                      {"parse"},
                                      {"read", "a.txt"},
                                      {"a.txt"},
                                      {"parse", "--format", "xml", "-"},
                                      {"parse", "--color", "blue", "-"},
                                      {"parse", "--max-bytes", "many", "-"},
                                      {"parse", "--max-bytes", "-1", "-"},
                                      {"parse", "--max-bytes", "+1", "-"},
                                      {"parse", "--max-bytes", "0x10", "-"},
                                      {"parse", "--max-bytes", "1e3", "-"},
                                      {"parse", "--max-bytes", "", "-"},
                                      {"parse", "--max-bytes", " 5", "-"},
                                      {"parse", "--max-bytes", "18446744073709551616", "-"},
                                      {"parse", "--wrap", "sometimes", "-"},
                                      {"parse", "--max-work", "-1", "-"},
                                      {"parse", "--max-work", "0x10", "-"},
                                      {"parse", "--max-work", "1.5", "-"},
                                      {"parse", "--max-work", "inf", "-"},
                                      {"parse", "--max-work", "99999999999999999999999", "-"},
                                      {"explain", "--max-work", "-0", "-"},
                                      {"parse", "--output"},
                                      {"parse", "--unknown", "-"}};
    for (const Names& arguments : wrong) {
        const Outcome outcome = run(arguments);
        INFO(outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.starts_with("tongket: "));
        CHECK(contains(outcome.err, "Try: tongket --help"));
    }
}

TEST_CASE("options may stand before FILE, but not before a command", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const Outcome json = run({"--format", "json", a});
    CHECK(json.code == 0);
    CHECK(json.out == json_of(text_a) + "\n");
    CHECK(run({"--format=jsonl", a}).out == json_of(text_a, -1) + "\n");
    CHECK(run({"-j1", a}).out == run({a}).out);
    CHECK(run({"--strict", a}).out == run({a}).out);

    const Outcome before = run({"--format", "json", "explain", a});
    CHECK(before.code == 2);
    CHECK(contains(before.err, "options stand behind the command: tongket explain --format ..."));
    const Outcome mistyped = run({"--fromat", "json", a});
    CHECK(mistyped.code == 2);
    CHECK(contains(mistyped.err, "did you mean '--format'?"));
}

TEST_CASE("one file gives one report", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const Outcome json = run({"parse", a});
    CHECK(json.code == 0);
    CHECK(json.err.empty());
    CHECK(json.out == json_of(text_a) + "\n");
    CHECK(run({"parse", "--format", "jsonl", a}).out == json_of(text_a, -1) + "\n");
    CHECK(run({"parse", "--format", "table", a}).out == to_table(tongket::Parser().parse(text_a)));
    CHECK(run({"parse", "-"}, text_a).out == json.out);
}

TEST_CASE("several files give an array, lines or headed tables", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const std::string b = folder.file("b.txt", text_b);

    const Outcome array = run({"parse", a, b});
    CHECK(array.code == 0);
    CHECK(array.out.starts_with("[\n  {\n    \"schema\""));
    CHECK(array.out.ends_with("\n  }\n]\n"));
    const std::size_t middle = array.out.find("\n  },\n  {\n");
    REQUIRE(middle != std::string::npos);
    CHECK(from_json(array.out.substr(1, middle + 4 - 1)) == tongket::Parser().parse(text_a));
    const std::size_t second = middle + std::string("\n  },").size();
    CHECK(from_json(array.out.substr(second, array.out.size() - second - 2)) == tongket::Parser().parse(text_b));

    CHECK(run({"parse", "--format", "jsonl", a, b}).out == json_of(text_a, -1) + "\n" + json_of(text_b, -1) + "\n");
    const std::string tables = run({"parse", "--format", "table", a, b}).out;
    CHECK(tables.starts_with("== " + a + " ==\n\nMeeting\n"));
    CHECK(contains(tables, "\n\n== " + b + " ==\n"));
}

TEST_CASE("a file that cannot be parsed is named; the others are written", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const std::string bad = folder.file("bad.txt", not_utf8);
    const std::string missing = folder.at("missing.txt");

    const Outcome outcome = run({"parse", "--format", "jsonl", bad, missing, a});
    CHECK(outcome.code == 1);
    CHECK(outcome.out == json_of(text_a, -1) + "\n");
    INFO(outcome.err);
    CHECK(outcome.err.starts_with("tongket: " + bad + ":2:2: byte 16: "));
    CHECK(contains(outcome.err, "tongket: " + missing + ": " + no_such_file() + "\n"));

    CHECK(run({"parse", bad}).out.empty());
    CHECK(run({"parse", bad, missing}).out == "[]\n");
    CHECK(run({"parse", bad, a}).out.starts_with("[\n  {"));
}

TEST_CASE("messages count in plain digits", "[cli]") {
    CHECK(run({"parse", "-"}, std::string(1999, '\n') + "\xFF").err.starts_with("tongket: -:2000:1: byte 1999: "));
}

TEST_CASE("nothing that is named in a message or a heading steers the terminal", "[cli]") {
    const Folder folder;
    // An escape sequence, C1's own CSI, a line break, an override of the direction, and a byte that is no UTF-8.
    const std::string steering = "a\x1b[31mb\u009B2Jc\nd\u202Ee\xFF";
    const std::string shown = "a\uFFFD[31mb\uFFFD2Jc d\uFFFDe\uFFFD";

    CHECK(run({"parse", steering}).err == "tongket: " + shown + ": " + no_such_file() + "\n");
    CHECK(run({"parse", "--lexicon", steering, "-"}).err == "tongket: " + shown + ": " + no_such_file() + "\n");
    CHECK(contains(run({"parse", "--" + steering, "-"}).err, shown));
    CHECK(contains(run({"parse", "--format", steering, "-"}).err, shown));

    const std::string bad = folder.file(steering + ".txt", not_utf8);
    CHECK(run({"parse", bad}).err.starts_with("tongket: " + folder.at(shown) + ".txt:2:2: byte 16: "));

    const std::string a = folder.file("1/" + steering, text_a);
    const std::string also_a = folder.file("2/" + steering, text_a);
    const std::string tables = run({"parse", "--format", "table", a, also_a}).out;
    CHECK(tables.starts_with("== " + folder.at("1/" + shown) + " ==\n"));
    CHECK(contains(tables, "\n== " + folder.at("2/" + shown) + " ==\n"));
    CHECK(run({"parse", "--output", folder.at("out"), a, a}).err ==
          "tongket: " + folder.at("1/" + shown) + ": not written: " + folder.at("out/" + shown) + ".json is for " +
              folder.at("1/" + shown) + " already\n");

    // Words of a lexicon that is refused.
    const std::string lexicon = folder.file("words.tsv", "a\x1b[31mb\tword\n");
    CHECK(contains(run({"parse", "--lexicon", lexicon, a}).err, "unknown lexicon class 'a\uFFFD[31mb'"));
}

TEST_CASE("invalid UTF-8 can be replaced", "[cli]") {
    CHECK(run({"parse", "-"}, not_utf8).code == 1);
    CHECK(run({"parse", "--replace-invalid-utf8", "-"}, not_utf8).code == 0);
}

TEST_CASE("larger files than allowed are refused", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", "12345");
    CHECK(run({"parse", "--max-bytes", "5", a}).code == 0);
    const std::string message = ": is larger than 4 bytes (see --max-bytes)\n";
    const Outcome file = run({"parse", "--max-bytes", "4", a});
    CHECK(file.code == 1);
    CHECK(file.err == "tongket: " + a + message);
    CHECK(run({"parse", "--max-bytes", "4", "-"}, "12345").err == "tongket: -" + message);
    CHECK(run({"parse", "--max-bytes", "18446744073709551615", a}).code == 0);

    // Sparse: it takes no room, and reading it would show.
    const std::string huge = folder.file("huge.txt", "");
    fs::resize_file(huge, std::uintmax_t{1} << 40);
    CHECK(run({"parse", huge}).code == 1);
}

TEST_CASE("an error of a whole text has no place in it", "[cli]") {
    using tongket::Error;
    using tongket::ErrorCode;
    const auto line = [](ErrorCode code) {
        return tongket::cli::message_line("a.txt", "một\nhai", Error(code, 6, "why"));
    };
    CHECK(line(ErrorCode::input_too_large) == "tongket: a.txt: why\n");
    CHECK(line(ErrorCode::not_text) == "tongket: a.txt: why\n");
    CHECK(line(ErrorCode::invalid_utf8) == "tongket: a.txt:2:1: byte 6: why\n");
}

TEST_CASE("bounds are decimal", "[cli]") {
    CHECK(run({"parse", "--max-bytes", "010", "-"}, "123456789").code == 0);
    CHECK(run({"parse", "--max-bytes", "010", "-"}, "12345678901").code == 1);
    CHECK(run({"parse", "--max-bytes", "0", "-"}, "").code == 0);
    const std::string wrapped = "Doanh thu viễn thông năm 2016 đạt 918 tỷ đồng, tăng 5%\nso với năm 2015.\n";
    CHECK(contains(run({"parse", "-"}, wrapped).out, "wrapped-lines"));
    CHECK_FALSE(contains(run({"parse", "--wrap", "never", "-"}, wrapped).out, "wrapped-lines"));
    CHECK(
        contains(run({"parse", "--wrap", "always", "-"}, "đạt 918 tỷ đồng, tăng\n5% so với\n").out, "wrapped-lines"));
    CHECK(contains(run({"parse", "--max-work", "0", "-"}, text_a).out, "work-budget"));
    CHECK_FALSE(contains(run({"parse", "--max-work", "18446744073709551615", "-"}, text_a).out, "work-budget"));
}

TEST_CASE("standard input is read once", "[cli]") {
    const Outcome outcome = run({"parse", "--format", "jsonl", "-", "-"}, text_a);
    CHECK(outcome.code == 1);
    CHECK(outcome.out == json_of(text_a, -1) + "\n");
    CHECK(outcome.err == "tongket: -: standard input can be read only once\n");
}

TEST_CASE("reports go to a directory by the stem of their file", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("in/a.txt", text_a);
    const std::string b = folder.file("in/b.v2.txt", text_b);
    const std::string out = folder.at("new/out");

    const Outcome outcome = run({"parse", "--output", out, a, b, "-"}, text_a);
    CHECK(outcome.code == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
    CHECK(folder.names("new/out") == Names{"a.json", "b.v2.json", "stdin.json"});
    CHECK(folder.content("new/out/a.json") == json_of(text_a) + "\n");

    CHECK(run({"parse", "--output", out, "--format", "jsonl", a}).code == 0);
    CHECK(folder.content("new/out/a.jsonl") == json_of(text_a, -1) + "\n");
    CHECK(run({"parse", "--output", out, "--format", "table", a}).code == 0);
    CHECK(folder.content("new/out/a.txt") == to_table(tongket::Parser().parse(text_a)));

    // A later run may replace what an earlier one wrote.
    CHECK(run({"parse", "--output", out, folder.file("in/a.txt", text_b)}).code == 0);
    CHECK(folder.content("new/out/a.json") == json_of(text_b) + "\n");
}

TEST_CASE("no file is overwritten within a run", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("1/a.txt", text_a);
    const Outcome clash = run({"parse", "--output", folder.at("out"), a, a});
    CHECK(clash.code == 1);
    CHECK(clash.err == "tongket: " + a + ": not written: " + folder.at("out/a.json") + " is for " + a + " already\n");
    CHECK(folder.content("out/a.json") == json_of(text_a) + "\n");

    const Outcome own_input = run({"parse", "--output", folder.at("1"), "--format", "table", a});
    CHECK(own_input.code == 1);
    CHECK(contains(own_input.err, "would overwrite the input"));
    CHECK(folder.content("1/a.txt") == text_a);
}

TEST_CASE("failures leave no files behind", "[cli]") {
    const Folder folder;
    const std::string bad = folder.file("bad.txt", not_utf8);
    const std::string a = folder.file("a.txt", text_a);
    CHECK(run({"parse", "--output", folder.at("out"), bad, a}).code == 1);
    CHECK(folder.names("out") == Names{"a.json"});

    // The target is a directory, which cannot be replaced.
    fs::create_directories(folder.at("blocked/a.json"));
    const Outcome blocked = run({"parse", "--output", folder.at("blocked"), a});
    CHECK(blocked.code == 1);
    CHECK(contains(blocked.err, "tongket: " + a + ": cannot write " + folder.at("blocked/a.json") + ": "));
    CHECK(folder.names("blocked") == Names{"a.json"});

    // A file stands where the directory should be.
    const Outcome no_directory = run({"parse", "--output", a, a});
    CHECK(no_directory.code == 1);
    CHECK(no_directory.err.starts_with("tongket: " + a + ": "));
    CHECK(folder.content("a.txt") == text_a);
}

TEST_CASE("what an earlier run left behind blocks nothing", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    // The names of temporary files of this and of earlier versions.
    const std::string old_name = ".a.json." + std::to_string(getpid()) + ".tmp";
    const std::string left = folder.file("out/" + old_name, "left"),
                      other = folder.file("out/.tongket-7.tmp", "left");
    CHECK(run({"parse", "--output", folder.at("out"), a}).code == 0);
    CHECK(folder.content("out/a.json") == json_of(text_a) + "\n");
    CHECK(folder.names("out") == Names{old_name, ".tongket-7.tmp", "a.json"});
}

TEST_CASE("names may be as long as the file system allows", "[cli]") {
    const Folder folder;
    constexpr std::size_t longest = 255;
    const std::string stem(longest - std::string(".json").size(), 'a');
    CHECK(run({"parse", "--output", folder.at("out"), folder.file(stem, text_a)}).code == 0);
    CHECK(folder.names("out") == Names{stem + ".json"});
    const std::string longer = folder.file(stem + "a", text_a);
    const Outcome refused = run({"parse", "--output", folder.at("out"), longer});
    CHECK(refused.code == 1);
    CHECK(contains(refused.err, std::generic_category().message(ENAMETOOLONG)));
    CHECK(folder.names("out") == Names{stem + ".json"});
}

TEST_CASE("a signal leaves no temporary file behind", "[cli]") {
    const Folder folder;
    Names arguments = {"parse", "--output", folder.at("out")};
    for (int i = 0; i < 300; ++i) arguments.push_back(folder.file("in/" + std::to_string(i) + ".txt", text_a));
    const std::string whole = json_of(text_a) + "\n";
    std::size_t ended_early = 0;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        for (unsigned milliseconds = 1; milliseconds < 30; milliseconds += 4) {
            // The test framework's own handler would speak for the child too.
            const auto handler = ::signal(signal, SIG_DFL);
            const pid_t child = fork();
            REQUIRE(child >= 0);
            if (child == 0) {
                while (run(arguments).code == 0) {
                }
                _exit(0);
            }
            usleep(milliseconds * 1000);
            ::signal(signal, handler);
            kill(child, signal);
            int status = 0;
            REQUIRE(waitpid(child, &status, 0) == child);
            ended_early += WIFSIGNALED(status) && WTERMSIG(status) == signal ? 1 : 0;
            if (!fs::exists(folder.at("out"))) continue;
            for (const std::string& name : folder.names("out")) {
                INFO(name);
                REQUIRE(name.ends_with(".json"));
                REQUIRE(folder.content("out/" + name) == whole);
            }
        }
    }
    CHECK(ended_early == 24);
}

TEST_CASE("colours are for terminals", "[cli]") {
    const auto has_colors = [](std::vector<std::string> options, bool is_terminal, bool no_color) {
        options.insert(options.begin(), {"parse", "--format", "table"});
        options.emplace_back("-");
        const Outcome outcome = run(options, text_a, {is_terminal, no_color, 80});
        CHECK(outcome.code == 0);
        return contains(outcome.out, "\x1b[");
    };
    CHECK(has_colors({}, true, false));
    CHECK_FALSE(has_colors({}, false, false));
    CHECK_FALSE(has_colors({}, true, true));
    CHECK_FALSE(has_colors({"--color", "never"}, true, false));
    CHECK(has_colors({"--color", "always"}, false, true));

    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    CHECK(run({"parse", "--format", "table", "--output", folder.at("out"), a}, "", {true, false, 80}).code == 0);
    CHECK_FALSE(contains(folder.content("out/a.txt"), "\x1b["));
}

TEST_CASE("NO_COLOR counts when it is not empty", "[cli]") {
    setenv("NO_COLOR", "1", 1);
    CHECK(tongket::cli::standard_terminal().no_color);
    setenv("NO_COLOR", "", 1);
    CHECK_FALSE(tongket::cli::standard_terminal().no_color);
    unsetenv("NO_COLOR");
    CHECK_FALSE(tongket::cli::standard_terminal().no_color);
}

TEST_CASE("a lexicon that cannot be read stops the program", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const std::string good = folder.file("good.tsv", "# no words\n");
    const std::string bad = folder.file("bad.tsv", "# comment\nnonsense\tword\n");

    CHECK(run({"parse", "--lexicon", good, a}).code == 0);
    CHECK(run({"parse", "--lexicon", good, "--lexicon", good, a}).code == 0);

    const Outcome missing = run({"parse", "--lexicon", folder.at("none.tsv"), a});
    CHECK(missing.code == 2);
    CHECK(missing.out.empty());
    CHECK(missing.err == "tongket: " + folder.at("none.tsv") + ": " + no_such_file() + "\n");

    const Outcome wrong = run({"parse", "--lexicon", good, "--lexicon", bad, a});
    CHECK(wrong.code == 2);
    CHECK(wrong.err.starts_with("tongket: " + bad + ":2:1: byte 10: "));
}

TEST_CASE("a lexicon may build on those before it, and is blamed for its own lines", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    const std::string terms = folder.file("terms.tsv", "term\tgánh lúa\trice_load\n");
    const std::string pattern = folder.file("patterns.tsv", "# of ours\nindicator\trice_load\tx.y\n");
    CHECK(run({"parse", "--lexicon", terms, "--lexicon", pattern, a}).code == 0);
    const Outcome alone = run({"parse", "--lexicon", pattern, a});
    CHECK(alone.code == 2);
    CHECK(alone.err == "tongket: " + pattern + ":2:1: byte 10: indicator x.y: no term has the concept 'rice_load'\n");
    const std::string scale = folder.file("scale.tsv", "unit\tgang\n\nscale\tmuôn\t2000000000\n");
    CHECK(contains(run({"parse", "--lexicon", terms, "--lexicon", scale, a}).err,
                   scale + ":3:1: byte 11: the value of 'muôn' must be a number from 1 to 15"));
}

TEST_CASE("a stream that takes nothing is an error", "[cli]") {
    // A stream buffer without a buffer refuses every character.
    struct Full : std::streambuf {
    } full;
    for (const Names& arguments : {Names{"parse", "-"}, Names{"explain", "-"}, Names{"--help"},
                                   Names{"parse", "--help"}, Names{"--version"}}) {
        std::istringstream in(text_a);
        std::ostream out(&full);
        std::ostringstream err;
        CHECK(tongket::cli::run(arguments, in, out, err) == 1);
        CHECK(err.str().starts_with("tongket: standard output: cannot"));
    }
}
