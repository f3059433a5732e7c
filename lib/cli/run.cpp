// SPDX-License-Identifier: BSL-1.0
#include "cli/run.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <exception>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include <tongket/tongket.hpp>

#include "cli/input.hpp"
#include "cli/output.hpp"

namespace tongket::cli {
namespace {

constexpr const char* footer = R"(Examples:
  tongket parse report.txt                           one report as JSON
  tongket parse --format table report.txt            the same as tables
  tongket parse --output results reports/*.txt       results/<file name>.json for each
  tongket parse --format jsonl a.txt b.txt | jq .meeting
  tongket explain report.txt                         why it is read so, sentence by sentence
  pdftotext report.pdf - | tongket parse -            from another program

Exit status: 0 all parsed; 1 some file failed, the others are written; 2 wrong usage or an unreadable lexicon.)";

/// What the command line asks for.
struct Settings {
    std::vector<std::string> files;
    std::string format = "json";
    std::optional<std::string> output;
    std::vector<std::string> lexicons;
    std::string color = "auto";
    std::string wrap = "auto";
    Options options;
    bool explains = false;  ///< `tongket explain`
    std::string explain_format = "text";
};

/// One of a few words, which the help shows as the option's type.
CLI::Validator one_of(std::initializer_list<const char*> words) {
    return CLI::IsMember(std::vector<std::string>(words.begin(), words.end())).description("");
}

/// A whole number in decimal digits that fits. CLI11 itself would take -1 for a very large one, 010 for 8 and 0x10
/// for 16.
CLI::Validator whole_number() {
    const auto check = [](std::string& text) -> std::string {
        std::size_t value = 0;
        const char* const end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data(), end, value);
        if (error == std::errc::result_out_of_range && last == end)
            return "must be at most " + std::to_string(std::numeric_limits<std::size_t>::max()) + ", not " + text;
        if (error != std::errc{} || last != end) return "must be a whole number, not " + text;
        text = std::to_string(value);
        return "";
    };
    return CLI::Validator(check, "", "whole number");
}

/// How texts are read, whatever is then done with them.
void add_reading_options(CLI::App& command, Settings& settings) {
    command
        .add_option("--lexicon", settings.lexicons,
                    "Words to know besides the built-in ones; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_flag("--replace-invalid-utf8", settings.options.replace_invalid_utf8,
                     "Read bytes that are not UTF-8 as U+FFFD instead of refusing the file");
    command.add_option("--max-bytes", settings.options.max_input_bytes, "Refuse longer files")
        ->transform(whole_number())
        ->type_name("N")
        ->capture_default_str();
    command
        .add_option("--max-work", settings.options.max_work,
                    "Leave the rest of a file unread after so many units of work (prose: less than one a byte)")
        ->transform(whole_number())
        ->type_name("N");
    command
        .add_option(
            "--wrap", settings.wrap,
            "Whether lines are wrapped, as those of PDF files and mails, and to be joined; auto: as they look")
        ->check(one_of({"auto", "never", "always"}))
        ->type_name("auto|never|always")
        ->capture_default_str();
}

void describe(CLI::App& app, Settings& settings) {
    app.name("tongket");
    app.set_version_flag("--version", "tongket " + std::string(version));
    app.require_subcommand(1);
    app.footer(footer);

    CLI::App* const parse = app.add_subcommand("parse", "Read reports and write them as typed data");
    parse->add_option("FILE", settings.files, "Text of a report in UTF-8; - is standard input")
        ->type_name("")
        ->required();
    parse
        ->add_option("--format", settings.format,
                     "json: indented, an array for several files; jsonl: one line a report; table: for eyes")
        ->check(one_of({"json", "jsonl", "table"}))
        ->type_name("json|jsonl|table")
        ->capture_default_str();
    parse
        ->add_option("--output", settings.output,
                     "Write DIR/<stem of FILE>.json (.jsonl, .txt for tables) instead of standard output")
        ->type_name("DIR");
    parse->add_option("--color", settings.color, "Colours in tables; auto: on a terminal, unless NO_COLOR is set")
        ->check(one_of({"auto", "always", "never"}))
        ->type_name("auto|always|never")
        ->capture_default_str();
    add_reading_options(*parse, settings);
    parse->footer(footer);

    CLI::App* const explain = app.add_subcommand(
        "explain", "Show why reports are read as they are: what spoke for and against each decision");
    explain->add_option("FILE", settings.files, "Text of a report in UTF-8; - is standard input")
        ->type_name("")
        ->required();
    explain->add_option("--format", settings.explain_format, "text: for eyes; json: all of it, one line a report")
        ->check(one_of({"text", "json"}))
        ->type_name("text|json")
        ->capture_default_str();
    add_reading_options(*explain, settings);
    explain->callback([&settings] { settings.explains = true; });
}

/// `tongket: FILE: message`, or with line and column for an error at a place in `source`. File names and what is
/// quoted from files may hold anything: nothing of it steers the terminal.
void report_error(std::ostream& err, const std::string& file, const std::string& message) {
    err << "tongket: " + printable(file) + ": " + printable(message) + "\n";
}

void report_error(std::ostream& err, const std::string& file, std::string_view source, const Error& error) {
    const LineColumn place = locate(source, error.offset());
    report_error(err, file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
                 "byte " + std::to_string(error.offset()) + ": " + error.what());
}

/// Reads the command line.
/// @returns an exit code where there is nothing more to do
std::optional<int> read_arguments(const std::vector<std::string>& arguments, Settings& settings, std::ostream& out,
                                  std::ostream& err) {
    CLI::App app("Reads the reports in which Vietnamese state agencies review a year.");
    describe(app, settings);
    try {
        // CLI11 takes the arguments in reverse.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        // Help and version come as exceptions of exit code 0.
        if (error.get_exit_code() == 0) {
            app.exit(error, out, err);
            if (out.flush()) return exit_success;
            report_error(err, "standard output", "cannot be written");
            return exit_failure;
        }
        err << "tongket: " + printable(error.what()) + "\nTry: tongket --help\n";
        return exit_usage;
    }
    settings.options.wrap = from_name<Wrap>(settings.wrap).value();
    return std::nullopt;
}

/// Calls `work(source)` with `source` empty; what it throws because of `file` becomes a message.
/// @returns whether all went well
template <class Work>
bool guarded(const std::string& file, std::ostream& err, Work work) {
    std::string source;
    try {
        work(source);
        return true;
    } catch (const FileError& error) {
        report_error(err, file, error.what());
    } catch (const Error& error) {
        report_error(err, file, source, error);
    } catch (const std::bad_alloc&) {
        report_error(err, file, "not enough memory");
    } catch (const std::exception& error) {
        report_error(err, file, error.what());
    }
    return false;
}

/// A parser with the words of all lexicon files, or nothing where one of them cannot be read.
std::optional<Parser> make_parser(const Settings& settings, std::ostream& err) {
    std::vector<LexiconEntry> all;
    Parser parser(settings.options);
    for (const std::string& file : settings.lexicons) {
        const bool was_read = guarded(file, err, [&](std::string& source) {
            source = read_file(file, Options{}.max_input_bytes);
            std::vector<LexiconEntry> entries = read_lexicon(source);
            all.insert(all.end(), std::move_iterator(entries.begin()), std::move_iterator(entries.end()));
            // Words that only the whole lexicon can judge (cues, concepts) are judged with this file at hand.
            parser = Parser(settings.options, all);
        });
        if (!was_read) return std::nullopt;
    }
    return parser;
}

/// Reads inputs, standard input once only.
class Inputs {
  public:
    Inputs(std::istream& in, std::size_t max_bytes) : in_(in), max_bytes_(max_bytes) {}

    [[nodiscard]] std::string read(const std::string& file) {
        if (file != standard_input) return read_file(file, max_bytes_);
        if (std::exchange(was_read_, true)) throw FileError("standard input can be read only once");
        return read_stream(in_, max_bytes_);
    }

  private:
    std::istream& in_;
    std::size_t max_bytes_;
    bool was_read_ = false;
};

Format format_of(const std::string& name) {
    if (name == "table") return Format::table;
    return name == "jsonl" ? Format::jsonl : Format::json;
}

TableOptions table_options(const Settings& settings, const Terminal& terminal) {
    TableOptions options;
    const bool to_terminal = terminal.is_terminal && !settings.output;
    options.colors = settings.color == "always" || (settings.color == "auto" && to_terminal && !terminal.no_color);
    if (to_terminal) options.width = terminal.width;
    return options;
}

int write_to_directory(const Settings& settings, const Parser& parser, const TableOptions& table, Inputs& inputs,
                       std::ostream& err) {
    std::optional<DirectoryOutput> output;
    const bool made = guarded(*settings.output, err, [&](std::string&) {
        output.emplace(*settings.output, format_of(settings.format), table, settings.files);
    });
    if (!made) return exit_failure;

    int code = exit_success;
    for (const std::string& file : settings.files) {
        const bool written = guarded(file, err, [&](std::string& source) {
            const std::filesystem::path target = output->claim(file);
            source = inputs.read(file);
            output->write(target, parser.parse(source));
        });
        if (!written) code = exit_failure;
    }
    return code;
}

int write_to_stream(const Settings& settings, const Parser& parser, const TableOptions& table, Inputs& inputs,
                    std::ostream& out, std::ostream& err) {
    StreamOutput output(out, format_of(settings.format), table, settings.files.size() > 1);
    int code = exit_success;
    const auto to_output = [&](auto write) {
        const bool written = guarded("standard output", err, [&](std::string&) { write(); });
        if (!written) code = exit_failure;
        return written;
    };
    for (const std::string& file : settings.files) {
        Report report;
        const bool parsed = guarded(file, err, [&](std::string& source) {
            source = inputs.read(file);
            report = parser.parse(source);
        });
        if (!parsed) {
            code = exit_failure;
            continue;
        }
        // A stream that failed once takes no more reports.
        if (!to_output([&] { output.write(file, report); })) return code;
    }
    to_output([&] { output.finish(); });
    return code;
}

int explain(const Settings& settings, const Parser& parser, Inputs& inputs, std::ostream& out, std::ostream& err) {
    int code = exit_success;
    for (const std::string& file : settings.files) {
        std::string shown;
        const bool explained = guarded(file, err, [&](std::string& source) {
            source = inputs.read(file);
            const Explanation explanation = parser.explain(source);
            if (settings.explain_format == "json")
                shown = to_json(explanation, -1) + "\n";
            else if (explanation.sentences.empty())
                shown = "no report of a conference found in this text\n";
            else
                shown = to_text(explanation);
        });
        if (!explained) {
            code = exit_failure;
            continue;
        }
        out << shown;
        if (!out.flush()) {
            report_error(err, "standard output", "cannot be written");
            return exit_failure;
        }
    }
    return code;
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal) {
    Settings settings;
    if (const auto code = read_arguments(arguments, settings, out, err)) return *code;

    const auto parser = make_parser(settings, err);
    if (!parser) return exit_usage;
    Inputs inputs(in, settings.options.max_input_bytes);
    if (settings.explains) return explain(settings, *parser, inputs, out, err);
    const TableOptions table = table_options(settings, terminal);
    return settings.output ? write_to_directory(settings, *parser, table, inputs, err)
                           : write_to_stream(settings, *parser, table, inputs, out, err);
}

}  // namespace tongket::cli
