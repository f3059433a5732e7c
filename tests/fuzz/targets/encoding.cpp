// SPDX-License-Identifier: BSL-1.0
// Bytes of any encoding: they are read as valid UTF-8 or refused where they are no UTF-8, and are of some kind.
#include <tongket/encoding.hpp>
#include <tongket/file_kind.hpp>

#include "check.hpp"
#include "text/text.hpp"

using namespace tongket;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::as_text(data, size);
    fuzz::check(!sniff(bytes).name.empty(), "a kind without a name");
    const std::size_t invalid = find_invalid_utf8(bytes);
    try {
        const Decoded decoded = decode_text(bytes);
        fuzz::check(find_invalid_utf8(decoded.text) == std::string_view::npos, "a decoded text is not valid");
        fuzz::check(!decoded.malformed || *decoded.malformed < size, "bytes outside the input are malformed");
        const bool is_utf8 = decoded.encoding == "utf-8";
        if (is_utf8 && !decoded.malformed && !decoded.font)
            fuzz::check(bytes.ends_with(decoded.text), "UTF-8 is read as something else");
        fuzz::check(!is_utf8 || decoded.malformed.has_value() == (invalid != std::string_view::npos),
                    "what is not UTF-8 is read as such in silence");
        static_cast<void>(lacks_marks(decoded.text));
        for (const LegacyFont font : {LegacyFont::tcvn3, LegacyFont::vni})
            fuzz::check(find_invalid_utf8(from_legacy(decoded.text, font)) == std::string_view::npos,
                        "a text of a legacy font is not valid");
    } catch (const Error& error) {
        fuzz::check_error(bytes, error, ErrorCode::invalid_utf8);
        fuzz::check(error.offset() == invalid, "not the first byte that is not UTF-8");
    }
    return 0;
}
