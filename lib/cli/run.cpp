// SPDX-License-Identifier: BSL-1.0
#include "cli/run.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <tongket/tongket.hpp>

#include "cli/arguments.hpp"
#include "cli/completion.hpp"
#include "cli/in_order.hpp"
#include "cli/inputs.hpp"
#include "cli/manual.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"

namespace tongket::cli {
namespace {

/// A parser with the words of all lexicon files, or nothing where one of them cannot be read.
std::optional<Parser> make_parser(const Settings& settings, std::ostream& err) {
    std::vector<LexiconEntry> all;
    Options options = settings.options;
    // How long a file is was looked at when it was read; in UTF-8 it may be longer.
    options.max_input_bytes = std::numeric_limits<std::size_t>::max();
    Parser parser(options);
    for (const std::string& file : settings.lexicons) {
        std::string messages, lines;
        const bool was_read = guarded(file, messages, [&](std::string_view& source) {
            source = lines = read_file(file, Options{}.max_input_bytes);
            std::vector<LexiconEntry> entries = read_lexicon(lines);
            all.insert(all.end(), std::move_iterator(entries.begin()), std::move_iterator(entries.end()));
            // Words that only the whole lexicon can judge (cues, concepts) are judged with this file at hand.
            parser = Parser(options, all);
        });
        err << messages;
        if (!was_read) return std::nullopt;
    }
    return parser;
}

/// What one file gave: a result for each text in it that could be read, and what to say.
template <class Result>
struct FileResult {
    std::vector<Result> results;
    std::string messages;
    std::size_t texts = 0;
    bool failed = false;
};

/// A run of the program over its files.
class Run {
  public:
    Run(const Settings& settings, Parser parser, std::vector<InputFile> files, Inputs& inputs, const Opener& open)
        : settings_(settings),
          parser_(std::move(parser)),
          files_(std::move(files)),
          inputs_(inputs),
          reading_{settings.options.max_input_bytes, settings.options.replace_invalid_utf8, open} {}

    [[nodiscard]] const Settings& settings() const noexcept { return settings_; }
    [[nodiscard]] const std::vector<InputFile>& files() const noexcept { return files_; }
    [[nodiscard]] const Parser& parser() const noexcept { return parser_; }
    /// Whether there may be several reports: of a folder and a list however many there are just now.
    [[nodiscard]] bool several() const noexcept {
        return files_.size() != 1 || settings_.files.size() != 1 || files_.front().path != settings_.files.front();
    }

    /// Calls `work(document)` for the texts of all files, some files at once, and `take(result)` for what each file
    /// gave, in order, until it says false.
    /// @returns whether all files could be read
    template <class Work, class Take>
    bool for_each_file(Progress& progress, Work work, Take take) const {
        using Result = FileResult<std::invoke_result_t<Work&, const Document&>>;
        bool all_read = true;
        const std::size_t jobs = settings_.jobs.value_or(std::max(std::thread::hardware_concurrency(), 1U));
        in_order(
            files_.size(), jobs, [&](std::size_t i) { return read<Result>(files_[i], work); },
            [&](Result result) {
                progress.say(result.messages);
                if (result.failed) all_read = false;
                const bool goes_on = take(std::move(result));
                progress.step();
                return goes_on;
            });
        return all_read;
    }

  private:
    const Settings& settings_;
    Parser parser_;
    std::vector<InputFile> files_;
    Inputs& inputs_;
    ReadingOptions reading_;

    template <class Result, class Work>
    [[nodiscard]] Result read(const InputFile& file, Work& work) const {
        Result result;
        std::vector<Document> documents;
        std::string bytes;
        const bool opened = guarded(file.path, result.messages, [&](std::string_view& source) {
            source = bytes = inputs_.read(file.path);
            documents = documents_of(file, bytes, reading_);
        });
        result.texts = documents.size();
        result.failed = !opened;
        for (const Document& document : documents) {
            if (!document.note.empty()) result.messages += message_line(document.path, document.note);
            const bool done = guarded(document.path, result.messages, [&](std::string_view& source) {
                if (!document.error.empty()) throw FileError(document.error);
                source = document.text;
                result.results.push_back(work(document));
            });
            if (!done) result.failed = true;
        }
        return result;
    }
};

TableOptions table_options(const Settings& settings, const Terminal& terminal) {
    TableOptions options;
    const bool to_terminal = terminal.is_terminal && !settings.output;
    options.colors = settings.color == "always" || (settings.color == "auto" && to_terminal && !terminal.no_color);
    if (to_terminal) options.width = terminal.width;
    return options;
}

std::unique_ptr<Output> make_output(const Run& run, std::ostream& out, const Terminal& terminal) {
    const Settings& settings = run.settings();
    const Format format = from_name<Format>(settings.format).value();
    if (format == Format::sqlite) {
        if (!settings.output && terminal.is_terminal)
            throw FileError("a database is not for a terminal: --output FILE writes a file");
        return std::make_unique<DatabaseOutput>(settings.output.value_or(""), out, run.files());
    }
    const TableOptions table = table_options(settings, terminal);
    if (settings.output) return std::make_unique<DirectoryOutput>(*settings.output, format, table, run.files());
    return std::make_unique<StreamOutput>(out, format, table, run.several());
}

/// What to say of a file that is no sound report as a whole, or is not read to its end: tables of measures hold no
/// diagnostics, and figures that look like any others.
std::string warnings(const NamedReport& named) {
    constexpr auto of_the_whole = std::to_array<std::string_view>(
        {"damaged-text", "empty-input", "no-story", "second-report", "unread-pages", "unread-part", "work-budget"});
    std::string messages;
    for (const Diagnostic& diagnostic : named.report.diagnostics)
        if (std::find(of_the_whole.begin(), of_the_whole.end(), diagnostic.code) != of_the_whole.end())
            messages += message_line(named.path, "warning: " + diagnostic.message + " (" + diagnostic.code + ")");
    return messages;
}

/// Why a report is not to be relied on; empty where it is.
std::string doubts(const Report& report) {
    std::set<std::string> warnings;
    for (const Diagnostic& diagnostic : report.diagnostics)
        if (diagnostic.severity == Severity::warning || diagnostic.code == "no-report")
            warnings.insert(diagnostic.code);
    return joined(warnings, ", ");
}

int parse(const Run& run, std::ostream& out, std::ostream& err, const Terminal& terminal) {
    const Settings& settings = run.settings();
    const std::string output_name = settings.output.value_or("standard output");
    std::unique_ptr<Output> output;
    std::string messages;
    const bool made =
        guarded(output_name, messages, [&](std::string_view) { output = make_output(run, out, terminal); });
    err << messages;
    if (!made) return exit_failure;

    const bool on_one_terminal = terminal.is_terminal && !settings.output;
    Progress progress(err, run.files().size(), terminal.shows_messages && !on_one_terminal && run.files().size() > 1);
    bool all_written = true, doubtful = false;
    const auto attempt = [&](const std::string& name, auto write) {
        std::string failure;
        const bool written = guarded(name, failure, [&](std::string_view) { write(); });
        progress.say(failure);
        if (!written) all_written = false;
        return written;
    };
    const auto work = [&](const Document& document) {
        NamedReport result{document.path, document.name, run.parser().parse(document.text)};
        std::vector<Diagnostic>& diagnostics = result.report.diagnostics;
        diagnostics.insert(diagnostics.end(), document.diagnostics.begin(), document.diagnostics.end());
        return result;
    };
    const auto take = [&](FileResult<NamedReport> result) {
        output->expect(result.texts);
        for (const NamedReport& report : result.results) {
            progress.say(warnings(report));
            const std::string& name = output->is_one() ? output_name : report.path;
            if (!attempt(name, [&] { output->write(report); }) && output->is_one()) return false;
            const std::string codes = settings.strict ? doubts(report.report) : "";
            if (codes.empty()) continue;
            doubtful = true;
            progress.say(message_line(report.path, "not to be relied on: " + codes));
        }
        return true;
    };
    const bool all_read = run.for_each_file(progress, work, take);
    // An output that failed takes no end.
    if (all_written || !output->is_one()) attempt(output_name, [&] { output->finish(); });
    if (!all_read || !all_written) return exit_failure;
    return doubtful ? exit_doubt : exit_success;
}

int explain(const Run& run, std::ostream& out, std::ostream& err) {
    const bool as_json = run.settings().explain_format == "json";
    const auto work = [&](const Document& document) -> std::string {
        const Explanation explanation = run.parser().explain(document.text);
        if (as_json) return to_json(explanation, -1) + "\n";
        if (explanation.sentences.empty() && explanation.cells.empty())
            return "no report of a conference found in this text\n";
        return to_text(explanation);
    };
    bool all_written = true;
    const auto take = [&](const FileResult<std::string>& result) {
        for (const std::string& shown : result.results) out << shown;
        if (!out.flush()) {
            err << message_line("standard output", "cannot be written");
            all_written = false;
        }
        return all_written;
    };
    Progress progress(err, run.files().size(), false);
    const bool all_read = run.for_each_file(progress, work, take);
    return all_read && all_written ? exit_success : exit_failure;
}

int print(const std::string& text, std::ostream& out, std::ostream& err) {
    out << text;
    if (out.flush()) return exit_success;
    err << message_line("standard output", "cannot be written");
    return exit_failure;
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminal& terminal, const Opener& open) {
    Settings settings;
    if (const auto code = read_arguments(arguments, settings, out, err)) return *code;
    if (settings.command == Command::completion) return print(completion(settings.shell, program_help()), out, err);
    if (settings.command == Command::manual) return print(manual(program_help()), out, err);

    auto parser = make_parser(settings, err);
    if (!parser) return exit_usage;

    Inputs inputs(in, settings.options.max_input_bytes);
    std::vector<std::string> given = settings.files;
    std::string messages;
    if (settings.files_from) {
        const bool was_read = guarded(*settings.files_from, messages, [&](std::string_view) {
            const std::string list = inputs.read(*settings.files_from);
            const std::vector<std::string> listed = read_list(list, settings.zero_ended ? '\0' : '\n');
            if (listed.empty()) messages += message_line(*settings.files_from, "no file is named in this list");
            given.insert(given.end(), listed.begin(), listed.end());
        });
        if (!was_read) {
            err << messages;
            return exit_failure;
        }
    }
    std::vector<InputFile> files = find_files(given, messages);
    err << messages;

    const Run all(settings, *std::move(parser), std::move(files), inputs, open);
    const int code = settings.command == Command::explain ? explain(all, out, err) : parse(all, out, err, terminal);
    // A folder that could not be read, or has nothing to read, is a failure too.
    return messages.empty() ? code : exit_failure;
}

}  // namespace tongket::cli
