// SPDX-License-Identifier: BSL-1.0
#include "wrap/unwrap.hpp"

#include <algorithm>

#include "wrap/breaks.hpp"
#include "wrap/furniture.hpp"
#include "wrap/margin.hpp"
#include "wrap/ranges.hpp"

namespace tongket {
namespace {

constexpr bool is_letter_or_digit(char c) noexcept {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

// Writes the text anew, line by line.
class Joiner {
  public:
    Joiner(std::string_view text, const std::vector<TypedLine>& lines, const std::vector<bool>& furniture,
           const std::vector<bool>& soft, const Margin& margin)
        : text_(text), lines_(lines), furniture_(furniture), soft_(soft), margin_(margin) {}

    Unwrapped run() {
        out_.text.reserve(text_.size());
        std::optional<std::size_t> before;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            if (furniture_[at]) {
                const std::size_t end = at + 1 < lines_.size() ? lines_[at + 1].begin : text_.size();
                if (at > 0 && furniture_[at - 1])
                    out_.furniture.back().end = end;
                else
                    out_.furniture.push_back({lines_[at].begin, end});
                continue;
            }
            break_before(before, at);
            copy_line(at);
            before = at;
        }
        if (before && *before + 1 == lines_.size()) copy(text_.size());
        return std::move(out_);
    }

  private:
    std::string_view text_;
    const std::vector<TypedLine>& lines_;
    const std::vector<bool>& furniture_;
    const std::vector<bool>& soft_;
    const Margin& margin_;
    Unwrapped out_;
    std::size_t read_ = 0;   // of the text
    std::size_t shift_ = 0;  // by how much places in the text are behind those in what is written

    void copy(std::size_t end) {
        out_.text.append(text_, read_, end - read_);
        read_ = end;
    }
    // Goes on reading behind what is left out.
    void skip_to(std::size_t place) {
        read_ = place;
        if (read_ - out_.text.size() == shift_) return;
        shift_ = read_ - out_.text.size();
        out_.shifts.push(out_.text.size(), read_);
    }

    void break_before(std::optional<std::size_t> before, std::size_t at) {
        const TypedLine& line = lines_[at];
        if (soft_[at]) {
            if (out_.joined++ == 0) out_.place.begin = lines_[*before].begin;
            out_.place.end = line.end;
            if (!ends_inside_word()) out_.text += ' ';
            skip_to(line.begin);
        } else if (at > 0 && furniture_[at - 1]) {
            if (before) out_.text += '\n';
            skip_to(line.begin);
        } else {
            copy(line.begin);
        }
    }
    // 'NĐ-|CP', '158/|199'
    [[nodiscard]] bool ends_inside_word() const {
        const std::string& text = out_.text;
        return text.size() > 1 && (text.back() == '-' || text.back() == '/') &&
               is_letter_or_digit(text[text.size() - 2]);
    }

    // The blanks that make the right edge of joined lines straight are left out.
    void copy_line(std::size_t at) {
        const TypedLine& line = lines_[at];
        for (const std::size_t place : lost_dashes(text_, line, margin_)) {
            copy(place);
            out_.text += '-';
            ++read_;
        }
        const auto next =
            std::find(furniture_.begin() + static_cast<std::ptrdiff_t>(at) + 1, furniture_.end(), false);
        const bool joined =
            soft_[at] || (next != furniture_.end() && soft_[static_cast<std::size_t>(next - furniture_.begin())]);
        const std::string_view words = text_.substr(0, line.end);
        for (std::size_t blanks = std::max<std::size_t>(line.begin, read_); joined;) {
            blanks = words.find("  ", blanks);
            if (blanks == std::string_view::npos) break;
            copy(blanks + 1);
            blanks = words.find_first_not_of(' ', blanks);
            skip_to(blanks);
        }
        copy(line.end);
    }
};

}  // namespace

std::optional<Unwrapped> unwrap(std::string_view text, Wrap wrap) {
    if (wrap == Wrap::never || (wrap == Wrap::automatic && !may_be_wrapped(text))) return std::nullopt;
    const std::vector<TypedLine> lines = typed_lines(text);
    const std::optional<Margin> margin =
        wrap == Wrap::always ? std::optional(margin_of_wrapped(lines)) : find_margin(lines);
    if (!margin) return std::nullopt;
    const std::vector<bool> furniture = find_furniture(text, lines, *margin);
    const std::vector<bool> soft = find_soft_breaks(text, lines, furniture, *margin);
    Unwrapped result = Joiner(text, lines, furniture, soft, *margin).run();
    if (result.joined == 0) return std::nullopt;
    return result;
}

}  // namespace tongket
