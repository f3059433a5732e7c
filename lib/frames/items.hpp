// SPDX-License-Identifier: BSL-1.0
/// @file
/// A sentence as the clause grammar sees it: persons, verbs of a conference, and the words that join them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "islands/islands.hpp"
#include "page/document.hpp"

namespace tongket::frames {

/// What somebody does at a conference. A verb may have several: `dự và chỉ đạo`.
enum class Sense : std::uint8_t {
    attend,
    chair,
    speak,  ///< takes the floor: phát biểu
    say,    ///< nhấn mạnh, cho rằng
    report,
    request,
    conclude,
    launch,
    confer,
    side,    ///< về phía X, tại điểm cầu Y: those behind it attend
    source,  ///< theo: what follows is somebody's
    count_
};
/// The names of the senses, in the order of `Sense`.
inline constexpr auto sense_names = std::to_array<std::string_view>(
    {"attend", "chair", "speak", "say", "report", "request", "conclude", "launch", "confer", "side", "source"});
static_assert(sense_names.size() == static_cast<std::size_t>(Sense::count_));

/// A set of senses.
using Senses = std::uint16_t;
static_assert(static_cast<std::size_t>(Sense::count_) <= std::numeric_limits<Senses>::digits);
[[nodiscard]] constexpr Senses sense_bit(Sense sense) noexcept {
    return static_cast<Senses>(1U << static_cast<unsigned>(sense));
}

enum class ItemKind : std::uint8_t {
    person,    ///< named, with the offices around the name
    office,    ///< a person by office alone
    verb,      ///< has senses
    meeting,   ///< hội nghị
    presents,  ///< opens a list: có, gồm, là, the colon
    of,        ///< của, do
    joins,     ///< và, cùng
    with,      ///< với: may bring those with whom one meets
    comma,
    semicolon,
    name,     ///< a word of a name: an agency, a group, what begins with a capital
    adverb,   ///< may stand between subject and verb: đã, cùng, đồng, trực tiếp
    passive,  ///< được: what follows is done to the subject
    word,     ///< any other
    bracket,
    mark  ///< any other
};

/// A word, person or mark of a sentence.
struct Item {
    ItemKind kind = ItemKind::word;
    Senses senses = 0;
    TokenRange tokens;
    std::size_t person = 0;    ///< of a person or office: the index among the page's mentions
    bool of_presence = false;  ///< of a verb: what comes right behind it is there ('có mặt')
    bool of_meeting = false;   ///< a meeting, or a verb whose words name one: 'chủ trì hội nghị'
    bool opens_group = false;  ///< a group may begin here: 'đại diện', '12 doanh nghiệp', 'Sở'
};

/// The items of a range of tokens, in order. Costs a step for each token.
[[nodiscard]] std::vector<Item> items_of(const Document& document, const Islands& islands, TokenRange range);

}  // namespace tongket::frames
