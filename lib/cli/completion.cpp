// SPDX-License-Identifier: BSL-1.0
#include "cli/completion.hpp"

#include <utility>

#include "cli/arguments.hpp"
#include "cli/words.hpp"

namespace tongket::cli {
namespace {

constexpr const char *bash = "bash", *zsh = "zsh";

/// What is completed as the value of an option, or as an operand.
enum class Value { none, words, folder, file, number };

Value value_of(const std::string& shown) {
    if (shown.empty()) return Value::none;
    if (shown.find('|') != std::string::npos) return Value::words;
    if (shown == "DIR") return Value::folder;
    return shown == "N" ? Value::number : Value::file;
}

std::string replaced(std::string text, char what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, 1, by);
    return text;
}

std::string words_of(const std::string& shown) { return replaced(shown, '|', " "); }

std::string names_of(const std::vector<OptionHelp>& options) {
    std::vector<std::string> names;
    for (const OptionHelp& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
    return joined(names, " ");
}

// ---- bash -------------------------------------------------------------------------------------------------------------

/// A branch of `case`.
std::string bash_branch(const std::string& pattern, const std::string& commands) {
    return "        " + pattern + ") " + commands + " ;;\n";
}

std::string bash_words(const std::string& words) { return "words=\"" + words + "\""; }

/// `--format)`, for all options that take a value.
std::string bash_values(const CommandHelp& command) {
    std::string branches;
    for (const OptionHelp& option : command.options) {
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) patterns.push_back(command.name + ":" + name);
        const std::string pattern = joined(patterns, "|");
        switch (value_of(option.value)) {
            case Value::none:
                break;
            case Value::words:
                branches += bash_branch(pattern, bash_words(words_of(option.value)));
                break;
            case Value::folder:
                branches += bash_branch(pattern, "mapfile -t COMPREPLY < <(compgen -d -- \"$current\"); return");
                break;
            case Value::file:
                branches += bash_branch(pattern, "return");
                break;
            case Value::number:
                branches += bash_branch(pattern, "compopt +o default; return");
                break;
        }
    }
    return branches;
}

std::string bash_completion(const ProgramHelp& program) {
    std::vector<std::string> commands;
    std::string values, options = bash_branch(":-*", bash_words(names_of(program.options))), operands;
    for (const CommandHelp& command : program.commands) {
        commands.push_back(command.name);
        values += bash_values(command);
        options += bash_branch(command.name + ":-*", bash_words(names_of(command.options)));
        if (value_of(command.operands) == Value::words)
            options += bash_branch(command.name + ":*", bash_words(words_of(command.operands)));
    }
    return R"(# bash completion of tongket; made by `tongket completion bash`.
_tongket() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words= word
    # A `=` between an option and its value is a word too.
    [ "$current" = = ] && current=
    [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        )" +
           joined(commands, "|") +
           R"() command=$word; break ;;
        esac
    done
    COMPREPLY=()
    case $command:$before in
)" + values +
           R"(        *)
            case $command:$current in
)" + options +
           bash_branch(":*", bash_words(joined(commands, " "))) +
           R"(            esac ;;
    esac
    # Where no word fits, the shell's own completion of file names follows.
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _tongket tongket
)";
}

// ---- zsh --------------------------------------------------------------------------------------------------------------

/// In single quotes, within which brackets and colons part what `_arguments` reads.
std::string zsh_text(std::string text) {
    for (const char c : {'[', ']', ':'}) text = replaced(std::move(text), c, std::string("\\") + c);
    return replaced(std::move(text), '\'', "'\\''");
}

std::string zsh_value(const std::string& shown) {
    switch (value_of(shown)) {
        case Value::none:
            break;
        case Value::words:
            return ":word:(" + words_of(shown) + ")";
        case Value::folder:
            return ":folder:_files -/";
        case Value::file:
            return ":file:_files";
        case Value::number:
            return ":number:";
    }
    return "";
}

std::string zsh_options(const std::vector<OptionHelp>& options) {
    std::string lines;
    for (const OptionHelp& option : options) {
        const bool repeats = option.names.front() == "--lexicon";
        for (const std::string& name : option.names) {
            const std::string exclusive = repeats ? "*" : "(" + joined(option.names, " ") + ")";
            const std::string equals = !option.value.empty() && name.starts_with("--") ? "=" : "";
            lines += " \\\n        '" + exclusive + name + equals + "[" + zsh_text(option.description) + "]" +
                     zsh_value(option.value) + "'";
        }
    }
    return lines;
}

std::string zsh_completion(const ProgramHelp& program) {
    std::string commands, branches;
    for (const CommandHelp& command : program.commands) {
        commands += "        '" + command.name + ":" + zsh_text(command.description) + "'\n";
        branches += "        *:" + command.name + ") _arguments -s" + zsh_options(command.options);
        if (!command.operands.empty()) branches += " \\\n        '*" + zsh_value(command.operands) + "'";
        branches += " ;;\n";
    }
    return R"(#compdef tongket
# zsh completion of tongket; made by `tongket completion zsh`.
_tongket() {
    local state line
    local -a commands=(
)" + commands +
           R"(    )
    _arguments -C)" +
           zsh_options(program.options) + R"( \
        '1: :->command' '*:: :->operands'
    case $state:$words[1] in
        command:*) _describe command commands; _files ;;
)" + branches +
           R"(        *) _files ;;
    esac
}
_tongket "$@"
)";
}

}  // namespace

std::vector<std::string> shells() { return {bash, zsh}; }

std::string completion(const std::string& shell, const ProgramHelp& program) {
    return shell == zsh ? zsh_completion(program) : bash_completion(program);
}

}  // namespace tongket::cli
