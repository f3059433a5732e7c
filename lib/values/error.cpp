// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <exception>
#include <new>

#include <tongket/error.hpp>
#include <tongket/result.hpp>

namespace tongket {

void throw_error(const Error& error) { throw error; }

const Error& out_of_memory() {
    static const Error error(ErrorCode::out_of_memory, 0, "out of memory");
    return error;
}

Error caught_error() noexcept {
    try {
        try {
            throw;
        } catch (const Error& error) {
            return error;
        } catch (const std::bad_alloc&) {
            return out_of_memory();
        } catch (const std::exception& other) {
            return {ErrorCode::foreign_exception, 0, other.what()};
        } catch (...) {
            return {ErrorCode::foreign_exception, 0, "an exception that is no std::exception"};
        }
    } catch (...) {
        return out_of_memory();  // there was none for the message
    }
}

LineColumn locate(std::string_view source, std::size_t offset) noexcept {
    const std::size_t end = std::min(offset, source.size());
    LineColumn place;
    for (std::size_t i = 0; i < end; ++i) {
        const char c = source[i];
        const bool ends_line = c == '\n' || (c == '\r' && !source.substr(i + 1).starts_with('\n'));
        // The bytes of a code point after its first one look like 10xxxxxx.
        const bool continues_code_point = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (ends_line) {
            ++place.line;
            place.column = 1;
        } else if (!continues_code_point) {
            ++place.column;
        }
    }
    return place;
}

}  // namespace tongket
