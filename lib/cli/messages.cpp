// SPDX-License-Identifier: BSL-1.0
#include "cli/messages.hpp"

#include <tongket/print.hpp>

namespace tongket::cli {
namespace {

/// Whether errors of a code are found at a place; all others are of the whole file.
bool has_place(ErrorCode code) noexcept {
    return code == ErrorCode::invalid_utf8 || code == ErrorCode::invalid_json || code == ErrorCode::invalid_lexicon;
}

}  // namespace

std::string message_line(const std::string& file, const std::string& message) {
    return "tongket: " + printable(file) + ": " + printable(message) + "\n";
}

std::string message_line(const std::string& file, std::string_view source, const Error& error) {
    if (!has_place(error.code())) return message_line(file, error.what());
    const LineColumn place = locate(source, error.offset());
    return message_line(file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
                        "byte " + std::to_string(error.offset()) + ": " + error.what());
}

}  // namespace tongket::cli
