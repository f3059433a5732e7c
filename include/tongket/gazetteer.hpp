// SPDX-License-Identifier: BSL-1.0
/// @file
/// The provinces of Vietnam and what became of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tongket/api.hpp>

namespace tongket {

/// A province or centrally-run city, as of before the mergers of 1 July 2025 (63, and Hà Tây, which ended in 2008).
struct Province {
    std::string code;       ///< ISO 3166-2: `VN-54`
    std::string name;       ///< official name: `Bắc Giang`
    std::string successor;  ///< code of the province that it belongs to since 1 July 2025 (Nghị quyết 202/2025/QH15);
                            ///< its own where it goes on; the 34 keep the code of the old province of their name
    bool operator==(const Province&) const = default;
};

/// All provinces of the built-in gazetteer, in the order of the lexicon. Reads the lexicon at the first call.
[[nodiscard]] TONGKET_API const std::vector<Province>& provinces();

/// The province of an ISO 3166-2 code, or nothing.
[[nodiscard]] TONGKET_API std::optional<Province> find_province(std::string_view code);

}  // namespace tongket
