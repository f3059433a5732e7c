// SPDX-License-Identifier: BSL-1.0
/// @file
/// The command line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <tongket/parse.hpp>

namespace tongket::cli {

enum class Command : std::uint8_t { parse, explain, completion, manual };

/// What the command line asks for.
struct Settings {
    Command command = Command::parse;
    std::vector<std::string> files;         ///< files and folders
    std::optional<std::string> files_from;  ///< a file with the paths of more
    bool zero_ended = false;                ///< what ends a path in it: a zero byte, not a line break
    std::string format = "json";
    std::optional<std::string> output;
    std::vector<std::string> lexicons;
    std::string color = "auto";
    std::string wrap = "auto";
    std::optional<std::size_t> jobs;  ///< how many files at once; nothing: one for each core
    bool strict = false;
    Options options;
    std::string explain_format = "text";
    std::string shell;  ///< of `tongket completion`
};

/// An option as the help shows it.
struct OptionHelp {
    std::vector<std::string> names;  ///< `-j`, `--jobs`
    std::string value;               ///< `N`, `FILE`, `DIR` or its words, `auto|never|always`; empty for a flag
    std::string description;
    std::string standard;  ///< the value that it has by itself; may be empty
};

/// A command as the help shows it.
struct CommandHelp {
    std::string name;
    std::string operands;  ///< `[FILE...]`, or words
    std::string description;
    std::vector<OptionHelp> options;
};

/// The program as the help shows it; the completions of shells and the manual are made of it.
struct ProgramHelp {
    std::string description;
    std::vector<OptionHelp> options;
    std::vector<CommandHelp> commands;
};

[[nodiscard]] ProgramHelp program_help();

/// Reads the command line.
/// @param arguments  without the program's name
/// @returns an exit code where there is nothing more to do
[[nodiscard]] std::optional<int> read_arguments(std::vector<std::string> arguments, Settings& settings,
                                                std::ostream& out, std::ostream& err);

/// What is told behind the options: examples, and what the exit status means.
struct HelpSection {
    const char* title;
    const char* text;  ///< lines, indented by two blanks
};
inline constexpr HelpSection examples{"Examples",
                                      R"(  tongket report.txt                                 one report as tables
  tongket parse report.txt                           one report as JSON
  tongket parse --output results reports             results/<path in reports>.json for each file in the folder
  tongket parse --format csv reports >measures.csv   the measures of all reports as one table
  tongket parse --format sqlite --output measures.db reports
  tongket parse --format jsonl a.txt b.txt | jq .meeting
  find . -name '*.txt' -print0 | tongket parse --format jsonl -0 --files-from -
  tongket explain report.txt                         why it is read so, sentence by sentence
  pdftotext report.pdf - | tongket parse -           from another program)"};
inline constexpr HelpSection exit_status{"Exit status", R"(  0  all parsed
  1  some file failed; the others are written
  2  wrong usage, or an unreadable lexicon
  3  with --strict: a text is no report of a conference, or has warnings)"};

}  // namespace tongket::cli
