// SPDX-License-Identifier: BSL-1.0
#include "zones/voice.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "text/lower.hpp"

namespace tongket {
namespace {

using grammar::cue_bit;

constexpr std::uint32_t longest_speech = 20;  // sentences

class VoiceFinder {
  public:
    VoiceFinder(const Document& document, const Islands& islands) : document_(document), islands_(islands) {
        find_host();
    }

    std::vector<std::optional<Voice>> run() {
        std::vector<std::optional<Voice>> voices;
        voices.reserve(document_.sentences.size());
        for (const Sentence& sentence : document_.sentences) {
            if (current_ && ++current_->sentences_ago > longest_speech) current_.reset();
            for (const PersonMention& mention : islands_.persons.in(sentence.tokens)) hear(mention, sentence);
            if (sentence.has(LexiconClass::honorific)) hear_addressed(sentence);
            voices.push_back(current_);
        }
        return voices;
    }

  private:
    const Document& document_;
    const Islands& islands_;
    std::optional<Voice> current_;
    struct Office {
        SpeakerRank rank = SpeakerRank::unknown;
        Side side = Side::unknown;
        [[nodiscard]] bool known() const { return rank != SpeakerRank::unknown; }
    };
    // By the last syllable of the name, as 'ông Tám' calls whom the page named before.
    std::unordered_map<std::string, Office> offices_;
    std::unordered_set<grammar::WordId> host_words_;  // of the sentence that says who holds the conference

    void find_host() {
        const Sentence* told = nullptr;
        for (const Sentence& sentence : document_.sentences) {
            if (!sentence.has(Cue::meeting)) continue;
            if (told == nullptr) told = &sentence;
            if (!sentence.has(Cue::hold)) continue;
            told = &sentence;
            break;
        }
        if (told == nullptr) return;
        for (std::size_t t = told->tokens.first; t < told->tokens.last; ++t)
            if (document_.token(t).word != 0) host_words_.insert(document_.token(t).word);
    }

    // Whether a body is of the host, by its words.
    [[nodiscard]] Side side_of(const PersonMention& mention) const {
        std::size_t words = 0, shared = 0;
        for (const grammar::PositionExpression& position : mention.person.positions)
            for (std::size_t t = position.organization.first; t < position.organization.last; ++t)
                if (const grammar::WordId word = document_.token(t).word; word != 0) {
                    ++words;
                    shared += host_words_.contains(word) ? 1 : 0;
                }
        constexpr std::size_t fewest = 2;
        if (words < fewest) return Side::unknown;
        return shared * 4 >= words * 3 ? Side::host : Side::guest;
    }

    [[nodiscard]] static SpeakerRank rank_of(const Document& document, const PersonMention& mention) {
        for (const grammar::PositionExpression& position : mention.person.positions)
            for (std::size_t t = position.title.first; t < position.title.last; ++t)
                if (const PhraseMatch title = document.match(t, LexiconClass::title)) {
                    const std::string_view rank = title.payload->attribute("rank");
                    if (rank == "state") return SpeakerRank::state;
                    if (rank == "minister") return SpeakerRank::minister;
                    break;
                }
        return mention.person.positions.empty() ? SpeakerRank::unknown : SpeakerRank::other;
    }

    [[nodiscard]] std::optional<Manner> manner_behind(std::size_t from, const Sentence& sentence) const {
        CueSet cues = 0;
        for (std::size_t t = from; t < std::min<std::size_t>(sentence.tokens.last, from + speech_behind_name); ++t)
            cues |= document_.cues_at(t);
        if ((cues & cue_bit(Cue::request)) != 0) return Manner::requests;
        if ((cues & cue_bit(Cue::report)) != 0) return Manner::reports;
        if ((cues & (cue_bit(Cue::say) | cue_bit(Cue::speech))) != 0) return Manner::speaks;
        return std::nullopt;
    }

    void hear(const PersonMention& mention, const Sentence& sentence) {
        Office office{rank_of(document_, mention), side_of(mention)};
        if (const TokenRange name = mention.person.name; !name.empty()) {
            const auto [known, added] = offices_.emplace(lower(document_.text_of(name.last - 1)), office);
            if (office.known())
                known->second = office;
            else
                office = known->second;
        }
        if (const auto manner = manner_behind(mention.range.last, sentence))
            current_ = Voice{office.rank, office.side, *manner, 0};
    }

    // 'ông Tám nói': a name of one syllable is no mention of its own.
    void hear_addressed(const Sentence& sentence) {
        for (std::size_t t = sentence.tokens.first; t + 1 < sentence.tokens.last; ++t) {
            const PhraseMatch honorific = document_.match(t, LexiconClass::honorific);
            if (!honorific) continue;
            const std::size_t name = t + honorific.length;
            if (name >= sentence.tokens.last || !document_.token(name).has(Token::capital)) continue;
            const auto known = offices_.find(lower(document_.text_of(name)));
            if (known == offices_.end()) continue;
            if (const auto manner = manner_behind(name + 1, sentence))
                current_ = Voice{known->second.rank, known->second.side, *manner, 0};
        }
    }
};

}  // namespace

std::vector<std::optional<Voice>> voices_of(const Document& document, const Islands& islands) {
    return VoiceFinder(document, islands).run();
}

}  // namespace tongket
