// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reports of the genre made up from wordings and word lists, with all that they say known beforehand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tongket/model.hpp>

namespace tongket::test {

/// A made-up report and what a careful reader would find in it.
struct GeneratedReport {
    std::string text;  ///< UTF-8 in NFC, lines end with LF
    /// What the text says, in the order of the text; spans are bytes of `text`. Known are the title, the publication,
    /// the byline, the zones, the meeting (but for its name and venue), people, delegations, measures (but for the
    /// indicator; without the period where the text does not imply one), shortcomings, targets, awards (but for the
    /// year) and citations; the rest is empty.
    Report truth;
};

/// A report made of the numbers that follow from `seed`: the same text with every compiler and standard library.
/// @param bytes  about how long, 1000 or more; the parts grow in proportion, the opening least. Below 2000 there are
/// no
///               speeches and no awards.
[[nodiscard]] GeneratedReport generate_report(std::uint64_t seed, std::size_t bytes = 8000);

/// Reports of the seeds `first_seed`, `first_seed + 1`, ... until they have `total_bytes` together.
[[nodiscard]] std::vector<GeneratedReport> generate_corpus(std::uint64_t first_seed, std::size_t total_bytes,
                                                           std::size_t report_bytes = 8000);

/// FNV-1a, 64 bits, over the texts one after the other: pins a corpus.
[[nodiscard]] std::uint64_t checksum(const std::vector<GeneratedReport>& reports);

}  // namespace tongket::test
