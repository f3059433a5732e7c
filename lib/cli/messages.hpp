// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the program says on standard error.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <tongket/error.hpp>

#include "cli/input.hpp"

namespace tongket::cli {

/// `tongket: FILE: message` as a line. File names and what is quoted from files may hold anything: nothing of it
/// steers the terminal.
[[nodiscard]] std::string message_line(const std::string& file, const std::string& message);

/// The same with line and column where the error is of a place in `source`.
[[nodiscard]] std::string message_line(const std::string& file, std::string_view source, const Error& error);

/// Calls `work(source)`; what it throws because of `file` is added to `messages`. What errors tell places in is put
/// into `source`, which is empty at first, and outlives the call.
/// @returns whether all went well
template <class Work>
bool guarded(const std::string& file, std::string& messages, Work work) {
    std::string_view source;
    try {
        work(source);
        return true;
    } catch (const FileError& error) {
        messages += message_line(file, error.what());
    } catch (const Error& error) {
        messages += message_line(file, source, error);
    } catch (const std::bad_alloc&) {
        messages += message_line(file, "not enough memory");
    } catch (const std::exception& error) {
        messages += message_line(file, error.what());
    }
    return false;
}

}  // namespace tongket::cli
