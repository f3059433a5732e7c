// SPDX-License-Identifier: BSL-1.0
#include "cli/manual.hpp"

#include <tongket/version.hpp>

#include "cli/arguments.hpp"
#include "cli/words.hpp"

namespace tongket::cli {
namespace {

/// Text in which nothing is a macro or an escape.
std::string plain(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool begins_line = out.empty() || out.back() == '\n';
        if (begins_line && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string heading(const std::string& title) {
    std::string capitals;
    for (const char c : title) capitals += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return ".SH " + capitals + "\n";
}

std::string described(const std::vector<OptionHelp>& options) {
    std::string text;
    for (const OptionHelp& option : options) {
        std::string names = "\\fB" + plain(joined(option.names, ", ")) + "\\fR";
        if (!option.value.empty()) names += " \\fI" + plain(option.value) + "\\fR";
        text += ".TP\n" + names + "\n" + plain(option.description) + ".";
        if (!option.standard.empty()) text += " By itself " + plain(option.standard) + ".";
        text += "\n";
    }
    return text;
}

std::string section(const HelpSection& section) {
    return heading(section.title) + ".nf\n" + plain(section.text) + "\n.fi\n";
}

}  // namespace

std::string manual(const ProgramHelp& program) {
    std::string page = ".TH TONGKET 1 \"\" \"tongket " + std::string(version) + "\"\n";
    page += heading("Name") + "tongket \\- read the reports in which Vietnamese state agencies review a year\n";
    page += heading("Synopsis") + ".nf\n\\fBtongket\\fR \\fIFILE\\fR\n";
    for (const CommandHelp& command : program.commands) {
        page += "\\fBtongket " + command.name + "\\fR ";
        if (!command.options.empty()) page += "[\\fIOPTION\\fR...] ";
        page += "\\fI" + plain(command.operands) + "\\fR\n";
    }
    page += ".fi\n" + heading("Description") + plain(program.description) + "\n" + described(program.options);
    for (const CommandHelp& command : program.commands)
        page += heading("tongket " + command.name) + plain(command.description) + ".\n" + described(command.options);
    return page + section(exit_status) + section(examples);
}

}  // namespace tongket::cli
