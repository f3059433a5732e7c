// SPDX-License-Identifier: BSL-1.0
// What the program says of itself: short forms, what was meant, completions, the manual.
#include <cstdio>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/arguments.hpp"
#include "cli/program.hpp"
#include "cli/suggest.hpp"

using namespace cli_test;
using tongket::cli::nearest;

namespace {

/// What bash completes, a word a line, where the script is read first.
Names completed_by_bash(const Folder& folder, const Names& words) {
    static_cast<void>(folder.file("completion.bash", run({"completion", "bash"}).out));
    std::string line = "COMP_WORDS=(tongket";
    for (const std::string& word : words) line += " '" + word + "'";
    const std::string script =
        ". " + folder.at("completion.bash") + "\n" + line + ")\nCOMP_CWORD=" + std::to_string(words.size()) +
        "\ncompopt() { :; }\n_tongket\n[ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' \"${COMPREPLY[@]}\"\n";
    FILE* const pipe = popen(("bash --norc " + folder.file("script.bash", script)).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
    CHECK(pclose(pipe) == 0);
    return tongket::cli::read_list(out, '\n');
}

}  // namespace

TEST_CASE("a file alone is shown as tables", "[cli]") {
    const Folder folder;
    const std::string a = folder.file("a.txt", text_a);
    CHECK(run({a}).out == run({"parse", "--format", "table", a}).out);
    CHECK(run({"-"}, text_a).out == run({a}).out);
    CHECK(run({a, "--format", "json"}).out == run({"parse", a}).out);
    CHECK(run({a, a}).out == run({"parse", "--format", "table", a, a}).out);
    const Outcome missing = run({folder.at("none.txt")});
    CHECK(missing.code == 2);
    CHECK(contains(missing.err, "is neither a command nor a file that is there\n"));
}

TEST_CASE("the nearest word is the one that was meant", "[cli]") {
    const Names words = {"json", "jsonl", "table", "csv", "sqlite"};
    CHECK(nearest("jsno", words) == "json");
    CHECK(nearest("jsonn", words) == "json");
    CHECK(nearest("tables", words) == "table");
    CHECK(nearest("cvs", words) == "csv");
    CHECK(nearest("sqlit", words) == "sqlite");
    CHECK_FALSE(nearest("xml", words));
    CHECK_FALSE(nearest("", words));
    CHECK_FALSE(nearest("x", {"y"}));
    CHECK_FALSE(nearest(std::string(100000, 'a'), words));
}

TEST_CASE("what was mistyped is answered by what was meant", "[cli]") {
    const std::vector<std::pair<Names, std::string>> meant = {
        {{"pasre", "-"}, "parse"},
        {{"explan", "-"}, "explain"},
        {{"parse", "--fromat", "json", "-"}, "--format"},
        {{"parse", "--ouput=x", "-"}, "--output"},
        {{"explain", "--lexicn", "x", "-"}, "--lexicon"},
        {{"--versoin"}, "--version"},
        {{"parse", "--format", "jsnol", "-"}, "jsonl"},
        {{"parse", "--wrap", "nevr", "-"}, "never"},
        {{"completion", "bsh"}, "bash"},
    };
    for (const auto& [arguments, word] : meant) {
        const Outcome outcome = run(arguments);
        INFO(outcome.err);
        CHECK(outcome.code == 2);
        CHECK(contains(outcome.err, "did you mean '" + word + "'?\nTry: tongket --help\n"));
    }
    CHECK_FALSE(contains(run({"parse", "--format", "parquet", "-"}).err, "did you mean"));
    CHECK_FALSE(contains(run({"parse", "--quite-another", "-"}).err, "did you mean"));
}

TEST_CASE("bash completes commands, options and their words", "[cli]") {
    const Folder folder;
    CHECK(completed_by_bash(folder, {"par"}) == Names{"parse"});
    CHECK(completed_by_bash(folder, {""}) == Names{"parse", "explain", "completion", "manual"});
    CHECK(completed_by_bash(folder, {"--ver"}) == Names{"--version"});
    CHECK(completed_by_bash(folder, {"parse", "--form"}) == Names{"--format"});
    CHECK(completed_by_bash(folder, {"parse", "--format", "js"}) == Names{"json", "jsonl"});
    CHECK(completed_by_bash(folder, {"parse", "--format", "=", "js"}) == Names{"json", "jsonl"});
    CHECK(completed_by_bash(folder, {"parse", "--format", "="}) == Names{"json", "jsonl", "table", "csv", "sqlite"});
    CHECK(completed_by_bash(folder, {"explain", "--format", ""}) == Names{"text", "json"});
    CHECK(completed_by_bash(folder, {"explain", "a.txt", "--wr"}) == Names{"--wrap"});
    CHECK(completed_by_bash(folder, {"completion", "z"}) == Names{"zsh"});
    // Names of files are the shell's own affair.
    CHECK(completed_by_bash(folder, {"parse", "a"}).empty());
    CHECK(completed_by_bash(folder, {"parse", "--jobs", ""}).empty());
    fs::create_directories(folder.at("there"));
    CHECK(completed_by_bash(folder, {"parse", "--output", folder.at("th")}) == Names{folder.at("there")});
}

TEST_CASE("completions and the manual have all commands and options", "[cli]") {
    const std::string bash = run({"completion", "bash"}).out, zsh = run({"completion", "zsh"}).out;
    const std::string manual = run({"manual"}).out;
    CHECK(zsh.starts_with("#compdef tongket\n"));
    CHECK(manual.starts_with(".TH TONGKET 1 "));
    const tongket::cli::ProgramHelp help = tongket::cli::program_help();
    REQUIRE(help.commands.size() == 4);
    for (const char* const heading :
         {"NAME", "SYNOPSIS", "TONGKET PARSE", "TONGKET EXPLAIN", "EXIT STATUS", "EXAMPLES"})
        CHECK(contains(manual, std::string("\n.SH ") + heading + "\n"));
    for (const tongket::cli::CommandHelp& command : help.commands) {
        CHECK(contains(run({"--help"}).out, "  " + command.name + " "));
        for (const tongket::cli::OptionHelp& option : command.options) {
            const std::string& name = option.names.back();
            INFO(command.name + " " + name);
            CHECK(contains(run({command.name, "--help"}).out, name));
            CHECK(contains(bash, name));
            CHECK(contains(zsh, name + (option.value.empty() ? "[" : "=[")));
            std::string escaped;
            for (const char c : name) (escaped += c == '-' ? "\\" : "") += c;
            CHECK(contains(manual, escaped + "\\fR"));
        }
    }
    // No line of text is taken for a macro.
    CHECK_FALSE(contains(manual, "\n'"));
    for (const std::string& line : tongket::cli::read_list(manual, '\n'))
        if (line.starts_with('.'))
            CHECK((line.starts_with(".TH ") || line.starts_with(".SH ") || line == ".TP" || line == ".nf" ||
                   line == ".fi"));
}
