// SPDX-License-Identifier: BSL-1.0
/// @file
/// A text and its report in one, and reports of files.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <tongket/api.hpp>
#include <tongket/error.hpp>
#include <tongket/model.hpp>
#include <tongket/parse.hpp>
#include <tongket/result.hpp>

namespace tongket {

/// A text with the report that was read from it. Owns both; copies share them and are cheap. What its members view
/// stays where it is as long as there is a copy, also when documents are moved, and a document that was moved from is
/// as good as before.
class TONGKET_API ParsedDocument {
  public:
    /// Reads a text, which the document then owns.
    /// @throws Error as `Parser::parse`
    explicit ParsedDocument(std::string source, const Parser& parser = Parser());
    /// The same without exceptions.
    [[nodiscard]] static Result<ParsedDocument> make(std::string source, const Parser& parser) noexcept;

    ParsedDocument(const ParsedDocument&) noexcept = default;
    ParsedDocument& operator=(const ParsedDocument&) noexcept = default;
    ~ParsedDocument() = default;

    /// The text as it was given.
    [[nodiscard]] const std::string& source() const& noexcept { return state_->source; }
    /// The report, its spans in bytes of the source.
    [[nodiscard]] const Report& report() const& noexcept { return state_->report; }
    /// The words of a place of the source.
    [[nodiscard]] std::string_view text(const Span& span) const& noexcept { return slice(state_->source, span); }
    /// What they view may end with the last copy of the document.
    const std::string& source() const&& = delete;
    const Report& report() const&& = delete;
    std::string_view text(const Span&) const&& = delete;

    /// Line and column of a place of the source.
    [[nodiscard]] LineColumn locate(std::size_t offset) const noexcept {
        return tongket::locate(state_->source, offset);
    }

    /// Whether both have the same text and the same report.
    [[nodiscard]] bool operator==(const ParsedDocument& other) const noexcept {
        return state_ == other.state_ || *state_ == *other.state_;
    }

  private:
    struct State {
        std::string source;
        Report report;
        bool operator==(const State&) const = default;
    };
    std::shared_ptr<const State> state_;
};

/// Reads the report that a file holds as text (`text_of_file`). The document's source is the file's content where
/// that is UTF-8; of another encoding, or of the letters of a legacy font, it is the text that was decoded.
/// @throws Error file_not_found, not_a_file, unreadable_file, input_too_large (a file longer than
/// `Options::max_input_bytes` is not read at all), not_text (a PDF, a page of HTML, ...: the message says what reads
/// it) or invalid_utf8; the message begins with the file's name
[[nodiscard]] TONGKET_API ParsedDocument parse_file(const std::filesystem::path& file,
                                                    const Parser& parser = Parser());
/// The same without exceptions.
[[nodiscard]] TONGKET_API Result<ParsedDocument> try_parse_file(const std::filesystem::path& file,
                                                                const Parser& parser) noexcept;
[[nodiscard]] TONGKET_API Result<ParsedDocument> try_parse_file(const std::filesystem::path& file) noexcept;

}  // namespace tongket
