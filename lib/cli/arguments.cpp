// SPDX-License-Identifier: BSL-1.0
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <memory>
#include <system_error>
#include <utility>

#include <tongket/print.hpp>
#include <tongket/version.hpp>

#include "cli/completion.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/run.hpp"
#include "cli/suggest.hpp"
#include "cli/words.hpp"

namespace tongket::cli {
namespace {

using Words = std::vector<std::string>;

template <class Enum>
Words words_of() {
    return {enum_names<Enum>.begin(), enum_names<Enum>.end()};
}

bool contains(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Makes an option take one of a few words, which the help shows as its value.
CLI::Option* one_of(CLI::Option* option, const Words& words) {
    const auto check = [words](std::string& text) -> std::string {
        if (contains(words, text)) return "";
        return "'" + text + "' is none of " + joined(words, ", ") + did_you_mean(text, words);
    };
    return option->check(CLI::Validator(check, "", "word"))->type_name(joined(words, "|"));
}

/// A whole number in decimal digits that fits. CLI11 itself would take -1 for a very large one, 010 for 8 and 0x10
/// for 16.
CLI::Validator whole_number(std::size_t least = 0) {
    const auto check = [least](std::string& text) -> std::string {
        std::size_t value = 0;
        const char* const end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data(), end, value);
        if (error == std::errc::result_out_of_range && last == end)
            return "must be at most " + std::to_string(std::numeric_limits<std::size_t>::max()) + ", not " + text;
        if (error != std::errc{} || last != end) return "must be a whole number, not " + text;
        if (value < least) return "must be at least " + std::to_string(least) + ", not " + text;
        text = std::to_string(value);
        return "";
    };
    return CLI::Validator(check, "", "whole number");
}

/// Which files are read, and how, whatever is then done with them.
void add_reading_options(CLI::App& command, Settings& settings) {
    command
        .add_option("FILE", settings.files,
                    "Text of a report, in UTF-8 or another encoding that Vietnamese is written in, or a folder with "
                    "such files; - is standard input")
        ->type_name("");
    command
        .add_option("--files-from", settings.files_from,
                    "Read also the files that are named in FILE, one path a line; - is standard input")
        ->type_name("FILE");
    command.add_flag("-0,--null", settings.zero_ended,
                     "A zero byte ends each path of --files-from, not a line break");
    command.add_option("-j,--jobs", settings.jobs, "Read N files at once; by default one for each processor core")
        ->transform(whole_number(1))
        ->type_name("N");
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
    one_of(
        command.add_option("--wrap", settings.wrap,
                           "Whether lines are wrapped, as those of PDF files and mails, and to be joined; auto: as "
                           "they look"),
        words_of<Wrap>())
        ->capture_default_str();
}

std::string footer() {
    std::string text;
    for (const HelpSection& section : {examples, exit_status})
        text += std::string(section.title) + ":\n" + section.text + "\n\n";
    text.resize(text.size() - 2);
    return text;
}

constexpr const char *parse_name = "parse", *explain_name = "explain", *completion_name = "completion",
                     *manual_name = "manual";

void describe(CLI::App& app, Settings& settings) {
    app.name("tongket");
    app.set_version_flag("--version", "tongket " + std::string(version), "Print the version and exit");
    app.require_subcommand(1);
    app.footer(footer());

    CLI::App* const parse = app.add_subcommand(
        parse_name,
        "Read reports and write them as typed data; tongket FILE alone is tongket parse --format table FILE");
    one_of(parse->add_option("--format", settings.format,
                             "json: indented, an array for several files; jsonl: one line a report; table: for eyes; "
                             "csv: one line a measure; sqlite: a database with one row a measure"),
           words_of<Format>())
        ->capture_default_str();
    parse
        ->add_option(
            "--output", settings.output,
            "Write DIR/<name of FILE>.json (.jsonl, .csv; .txt for tables) instead of standard output, of files "
            "in a folder with the folders in it; of sqlite the file of the database")
        ->type_name("DIR");
    parse->add_flag("--strict", settings.strict,
                    "Exit with 3 where a text is no report of a conference or has warnings, and say which");
    one_of(parse->add_option("--color", settings.color,
                             "Colours in tables; auto: on a terminal, unless NO_COLOR is set"),
           {"auto", "always", "never"})
        ->capture_default_str();
    add_reading_options(*parse, settings);
    parse->footer(footer());
    parse->callback([&settings] { settings.command = Command::parse; });

    CLI::App* const explain = app.add_subcommand(
        explain_name, "Show why reports are read as they are: what spoke for and against each decision");
    one_of(explain->add_option("--format", settings.explain_format,
                               "text: for eyes; json: all of it, one line a report"),
           {"text", "json"})
        ->capture_default_str();
    add_reading_options(*explain, settings);
    explain->callback([&settings] { settings.command = Command::explain; });

    CLI::App* const completion =
        app.add_subcommand(completion_name, "Print what makes a shell complete the words of this command line");
    one_of(completion->add_option("SHELL", settings.shell, "The shell")->required(), shells());
    completion->callback([&settings] { settings.command = Command::completion; });

    CLI::App* const manual = app.add_subcommand(manual_name, "Print the manual, a page for man(1)");
    manual->callback([&settings] { settings.command = Command::manual; });
}

std::unique_ptr<CLI::App> make_app(Settings& settings) {
    auto app = std::make_unique<CLI::App>("Reads the reports in which Vietnamese state agencies review a year.");
    describe(*app, settings);
    return app;
}

OptionHelp help_of(const CLI::Option& option) {
    OptionHelp help;
    for (const std::string& name : option.get_snames()) help.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) help.names.push_back("--" + name);
    if (option.get_type_size() != 0) help.value = option.get_type_name();
    help.description = option.get_description();
    help.standard = option.get_default_str();
    return help;
}

std::vector<OptionHelp> options_of(const CLI::App& command) {
    std::vector<OptionHelp> options;
    for (const CLI::Option* option : command.get_options([](const CLI::Option* o) { return !o->get_positional(); }))
        options.push_back(help_of(*option));
    return options;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    return app.get_subcommands([](const CLI::App*) { return true; });
}

Words names_of(const std::vector<CommandHelp>& commands) {
    Words names;
    for (const CommandHelp& command : commands) names.push_back(command.name);
    return names;
}

Words names_of(const std::vector<OptionHelp>& options) {
    Words names;
    for (const OptionHelp& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

/// A command by its name, or null.
const CommandHelp* find_command(const ProgramHelp& help, const std::string& name) {
    const auto found = std::find_if(help.commands.begin(), help.commands.end(),
                                    [&](const CommandHelp& one) { return one.name == name; });
    return found == help.commands.end() ? nullptr : &*found;
}

/// What an option that is not known was meant to be.
std::string option_meant(const Words& arguments) {
    const ProgramHelp help = program_help();
    Words known;
    if (const CommandHelp* const command = find_command(help, arguments.front())) {
        known = names_of(command->options);
    } else {
        known = names_of(help.options);
        const Words of_parse = names_of(find_command(help, parse_name)->options);
        known.insert(known.end(), of_parse.begin(), of_parse.end());
    }
    for (const std::string& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (name.starts_with("--") && !contains(known, name)) return did_you_mean(name, known);
    }
    return "";
}

int refuse(std::ostream& err, const std::string& message) {
    err << "tongket: " + printable(message) + "\nTry: tongket --help\n";
    return exit_usage;
}

/// `tongket FILE` alone is short for `tongket parse --format table FILE`; options may stand before FILE.
/// @returns what to say where the first argument is neither a command nor a file, or options stand before a command
std::optional<std::string> complete(Words& arguments, Settings& settings) {
    const std::string& first = arguments.front();
    const ProgramHelp help = program_help();
    const auto is_command = [&](const std::string& word) { return find_command(help, word) != nullptr; };
    if (first.starts_with('-') && first != standard_input) {
        const std::string name = first.substr(0, first.starts_with("--") ? first.find('=') : 2);
        if (contains(names_of(help.options), name) ||
            !contains(names_of(find_command(help, parse_name)->options), name))
            return std::nullopt;
        const auto command = std::find_if(arguments.begin(), arguments.end(), is_command);
        if (command != arguments.end())
            return "options stand behind the command: tongket " + *command + " " + first + " ...";
    } else {
        if (is_command(first)) return std::nullopt;
        std::error_code ignored;
        if (first != standard_input && !std::filesystem::exists(first, ignored))
            return "'" + first + "' is neither a command nor a file that is there" +
                   did_you_mean(first, names_of(help.commands));
    }
    settings.format = name_of(Format::table);
    arguments.insert(arguments.begin(), parse_name);
    return std::nullopt;
}

}  // namespace

ProgramHelp program_help() {
    Settings settings;
    const auto app = make_app(settings);
    ProgramHelp program{app->get_description(), options_of(*app), {}};
    for (const CLI::App* command : commands_of(*app)) {
        CommandHelp help{command->get_name(), "", command->get_description(), options_of(*command)};
        for (const CLI::Option* operand :
             command->get_options([](const CLI::Option* o) { return o->get_positional(); }))
            help.operands = operand->get_required() ? operand->get_type_name() : "[FILE...]";
        program.commands.push_back(std::move(help));
    }
    return program;
}

std::optional<int> read_arguments(Words arguments, Settings& settings, std::ostream& out, std::ostream& err) {
    if (arguments.empty()) return refuse(err, "a file or a command is required");
    if (const auto fault = complete(arguments, settings)) return refuse(err, *fault);
    const auto app = make_app(settings);
    try {
        // CLI11 takes the arguments in reverse.
        app->parse(Words(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        // Help and version come as exceptions of exit code 0.
        if (error.get_exit_code() != 0) return refuse(err, error.what() + option_meant(arguments));
        app->exit(error, out, err);
        if (out.flush()) return exit_success;
        err << message_line("standard output", "cannot be written");
        return exit_failure;
    }
    const bool reads = settings.command == Command::parse || settings.command == Command::explain;
    if (reads && settings.files.empty() && !settings.files_from) return refuse(err, "FILE is required");
    if (settings.format == name_of(Format::sqlite) && !has_sqlite())
        return refuse(err, "--format sqlite: this program was built without SQLite");
    settings.options.wrap = from_name<Wrap>(settings.wrap).value();
    return std::nullopt;
}

}  // namespace tongket::cli
