// SPDX-License-Identifier: BSL-1.0
/// @file
/// Text in other encodings than UTF-8, and in the legacy fonts of pages before 2008. TCVN3 (fonts such as .VnTime)
/// and VNI (VNI-Times) put Vietnamese letters where Latin-1 has others; such text survives in files of bytes and, as
/// Latin-1 letters, in pages that were later made Unicode.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/names.hpp>

namespace tongket {

/// The fonts whose letters are known.
enum class LegacyFont : std::uint8_t { tcvn3, vni };
template <>
inline constexpr std::array enum_names<LegacyFont> = std::to_array<std::string_view>({"TCVN3", "VNI"});

/// What stands for a letter in a legacy font; both in UTF-8.
struct LegacyLetter {
    std::string_view typed;  ///< one or two Latin-1 letters
    std::string_view letter;
};

/// All letters of a font. Where two stand for the same, the first or one in capitals is that which is written.
[[nodiscard]] TONGKET_API const std::vector<LegacyLetter>& legacy_letters(LegacyFont font);

/// Text that was typed in a font that is known, in Unicode. What the font has no letter for stays as it is.
/// @param utf8  what was typed, as Latin-1 letters
/// @throws Error invalid_utf8
[[nodiscard]] TONGKET_API std::string from_legacy(std::string_view utf8, LegacyFont font);

/// Text that was typed in a legacy font, and which font it was.
struct ConvertedText {
    std::string text;
    LegacyFont font;
};

/// Finds out whether a text was typed in a legacy font, by whether it then reads as Vietnamese.
/// @returns the text in Unicode; nothing where it is Vietnamese in Unicode already, or none at all
/// @throws Error invalid_utf8
[[nodiscard]] TONGKET_API std::optional<ConvertedText> convert_legacy(std::string_view utf8);

/// What `decode_text` made of bytes.
struct Decoded {
    std::string text;                ///< in UTF-8, without a byte order mark; in NFC where letters were converted
    std::string_view encoding;       ///< of the bytes: `utf-8`, `utf-16-le`, `utf-16-be`, `utf-32-le`, `utf-32-be`,
                                     ///< `windows-1252` (of legacy fonts) or `windows-1258`
    std::optional<LegacyFont> font;  ///< whose letters were converted
    std::string description;         ///< what was done, in words: `UTF-16-LE by its mark`
    /// Where the first byte stands that is not of the encoding; all such bytes became U+FFFD.
    std::optional<std::size_t> malformed;
};

/// Reads bytes of an unknown encoding. Known by their form: UTF-8, UTF-16 and UTF-32 with or without a mark. Known by
/// whether the result reads as Vietnamese: Windows-1258, TCVN3, VNI.
/// @throws Error invalid_utf8: none of these; the offset is that of the first byte that is not UTF-8.
/// input_too_large: more than 256 MiB that are not UTF-8
[[nodiscard]] TONGKET_API Decoded decode_text(std::string_view bytes);

/// Bytes in Windows-1252, in UTF-8: for text of which nothing is known. Where the code page has no letter the byte
/// gives the code point of its value.
[[nodiscard]] TONGKET_API std::string from_windows_1252(std::string_view bytes);

/// Whether a text is Vietnamese that was typed without its marks (`Hoi nghi tong ket cong tac nam`), which the parser
/// does not understand. A text of fewer than twenty words is not judged.
/// @throws Error invalid_utf8
[[nodiscard]] TONGKET_API bool lacks_marks(std::string_view utf8);

}  // namespace tongket
