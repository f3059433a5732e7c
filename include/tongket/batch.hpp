// SPDX-License-Identifier: BSL-1.0
/// @file
/// Many texts at once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>
#include <tongket/model.hpp>
#include <tongket/parse.hpp>
#include <tongket/result.hpp>

namespace tongket {

/// Reads many texts by several threads.
/// @param texts    need not outlive the call
/// @param threads  how many, this one among them; 0: one for each processor. No more are made than there are texts,
///                 and fewer where the system gives no more
/// @returns for each text, in order, its report or why there is none
[[nodiscard]] TONGKET_API std::vector<Result<Report>> parse_many(std::span<const std::string_view> texts,
                                                                 unsigned threads = 0,
                                                                 const Parser& parser = Parser());
[[nodiscard]] TONGKET_API std::vector<Result<Report>> parse_many(std::span<const std::string> texts,
                                                                 unsigned threads = 0,
                                                                 const Parser& parser = Parser());

}  // namespace tongket
