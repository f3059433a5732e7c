// SPDX-License-Identifier: BSL-1.0
/// @file
/// Places in a text, from bytes to code points.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace tongket::arrow {

[[nodiscard]] inline std::size_t count_code_points(std::string_view utf8) noexcept {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Counts each block of a text once, so that any place is found by counting less than a block.
class CodePoints {
  public:
    /// @param utf8  must outlive this
    explicit CodePoints(std::string_view utf8) : utf8_(utf8) {
        before_.reserve(utf8.size() / block + 1);
        std::size_t count = 0;
        for (std::size_t at = 0; at <= utf8.size(); at += block) {
            before_.push_back(count);
            count += count_code_points(utf8.substr(at, block));
        }
    }

    /// Code points before a byte; before the end, where it lies behind.
    [[nodiscard]] std::size_t before(std::size_t byte) const noexcept {
        const std::size_t end = std::min(byte, utf8_.size());
        const std::size_t begin = end / block * block;
        return before_[end / block] + count_code_points(utf8_.substr(begin, end - begin));
    }

  private:
    static constexpr std::size_t block = 64;
    std::string_view utf8_;
    std::vector<std::size_t> before_;
};

}  // namespace tongket::arrow
