// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether money is a loss.
#pragma once

#include <cstddef>

#include "measures/words.hpp"

namespace tongket {

/// Whether words that say what is measured are a loss: 'lỗ', 'lỗ lũy kế', 'lỗ của 5 công ty'; not 'lỗ hổng bảo mật',
/// 'bù lỗ', nor the 'thua lỗ' of 'doanh nghiệp thua lỗ nợ thuế', 'dự án thua lỗ được cấp'.
[[nodiscard]] bool names_loss(const Words& words, TokenRange subject);

/// Whether a loss stands right before a token, or before words that link it: 'bốn đơn vị ước lỗ tới 131 tỷ đồng'; not
/// 'doanh nghiệp thua lỗ có 500 tỷ đồng nợ thuế'.
[[nodiscard]] bool follows_loss(const Words& words, std::size_t at);

}  // namespace tongket
