// SPDX-License-Identifier: BSL-1.0
#include "zones/voice.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/lower.hpp"

namespace tongket {
namespace {

using grammar::cue_bit;

constexpr std::uint32_t longest_speech = 20;  // sentences

class VoiceFinder {
  public:
    VoiceFinder(const Document& document, const Islands& islands, const std::vector<Quoted>& quotations)
        : document_(document), islands_(islands), quotations_(quotations) {
        find_host();
    }

    Voices run() {
        found_.by_sentence.reserve(document_.sentences.size());
        for (const Sentence& sentence : document_.sentences) {
            if (current_ && ++current_->sentences_ago > longest_speech) current_.reset();
            hear_unnamed(sentence);
            for (const PersonMention& mention : islands_.persons.in(sentence.tokens)) hear(mention, sentence);
            if (sentence.has(LexiconClass::honorific)) hear_addressed(sentence);
            found_.by_sentence.push_back(current_);
        }
        give_quotations();
        sum_up();
        return std::move(found_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    const std::vector<Quoted>& quotations_;
    Voices found_;
    std::optional<Voice> current_;
    // By the last syllable of the name, as 'ông Tám' calls whom the page named before, and by title.
    std::unordered_map<std::string, std::size_t> by_name_, by_title_;
    std::optional<std::size_t> agencies_, delegates_;  // the speakers that stand for all of them
    std::unordered_set<grammar::WordId> host_words_;   // of the sentence that says who holds the conference

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
        for (const grammar::PositionExpression& position : mention.person.positions)
            for (std::size_t t = position.organization.first; t < position.organization.last; ++t)
                if (document.match(t, LexiconClass::agency) &&
                    document.match(t, LexiconClass::agency).payload->attribute("business") == "1")
                    return SpeakerRank::business;
        return mention.person.positions.empty() ? SpeakerRank::unknown : SpeakerRank::other;
    }

    [[nodiscard]] std::optional<Manner> manner_behind(std::size_t from, const Sentence& sentence) const {
        CueSet cues = 0;
        for (std::size_t t = from; t < std::min<std::size_t>(sentence.tokens.last, from + speech_behind_name); ++t)
            cues |= document_.cues_at(t);
        if ((cues & cue_bit(Cue::request)) != 0) return Manner::requests;
        if ((cues & cue_bit(Cue::report)) != 0) return Manner::reports;
        if ((cues & (cue_bit(Cue::say) | cue_bit(Cue::tell) | cue_bit(Cue::speech))) != 0) return Manner::speaks;
        return std::nullopt;
    }

    // 'Theo ông Tám, ...'
    [[nodiscard]] bool quoted_at(std::size_t at) const {
        return at > 0 && document_.token(at - 1).is_word(Keyword::theo);
    }

    std::size_t new_speaker(SpeakerRank rank, Side side) {
        Speaker speaker;
        speaker.rank = rank;
        speaker.side = side;
        found_.speakers.push_back(speaker);
        return found_.speakers.size() - 1;
    }

    void speak(std::size_t speaker, Manner manner) {
        if (found_.speakers[speaker].turn == 0) found_.speakers[speaker].turn = ++found_.turns;
        current_ = Voice{speaker, manner, 0};
    }

    // Whom a mention means: by name, or by a title that somebody was named with.
    [[nodiscard]] std::size_t speaker_of(const PersonMention& mention) {
        const SpeakerRank rank = rank_of(document_, mention);
        const Side side = side_of(mention);
        const TokenRange name = mention.person.name;
        std::string title;
        if (!mention.person.positions.empty()) {
            const TokenRange said = mention.person.positions.front().title;
            for (std::size_t t = said.first; t < said.last; ++t) title += lower(document_.text_of(t)) + ' ';
        }
        if (name.empty()) {
            auto known = by_title_.find(title);
            if (known == by_title_.end()) known = by_title_.emplace(title, new_speaker(rank, side)).first;
            return known->second;
        }
        const std::string key = lower(document_.text_of(name.last - 1));
        auto known = by_name_.find(key);
        if (known == by_name_.end()) known = by_name_.emplace(key, new_speaker(rank, side)).first;
        Speaker& speaker = found_.speakers[known->second];
        if (rank != SpeakerRank::unknown) {
            speaker.rank = rank;
            speaker.side = side;
        }
        if (!title.empty()) by_title_[title] = known->second;
        return known->second;
    }

    void hear(const PersonMention& mention, const Sentence& sentence) {
        const std::size_t speaker = speaker_of(mention);
        found_.speakers[speaker].chairs |= sentence.has(Cue::chair);
        found_.speakers[speaker].in_headline |= &sentence == &document_.sentences.front();
        if (const auto manner = manner_behind(mention.range.last, sentence))
            speak(speaker, *manner);
        else if (quoted_at(mention.range.first))
            speak(speaker, Manner::speaks);
    }

    // 'ông Tám nói': a name of one syllable is no mention of its own; 'ông nói' is who spoke before.
    void hear_addressed(const Sentence& sentence) {
        for (std::size_t t = sentence.tokens.first; t + 1 < sentence.tokens.last; ++t) {
            const PhraseMatch honorific = document_.match(t, LexiconClass::honorific);
            if (!honorific) continue;
            const std::size_t name = t + honorific.length;
            if (name >= sentence.tokens.last) continue;
            if (!document_.token(name).has(Token::capital)) {
                if (current_ && (document_.cues_at(name) & spoken) != 0) current_->sentences_ago = 0;
                continue;
            }
            const auto known = by_name_.find(lower(document_.text_of(name)));
            if (known == by_name_.end()) continue;
            if (const auto manner = manner_behind(name + 1, sentence))
                speak(known->second, *manner);
            else if (quoted_at(t))
                speak(known->second, Manner::speaks);
        }
    }

    // 'Sở Y tế cho biết', 'báo cáo tại hội nghị cho thấy', 'đại diện huyện nói': nobody by name.
    void hear_unnamed(const Sentence& sentence) {
        constexpr std::size_t among_first = 6;  // tokens
        if (islands_.persons.any_in(sentence.tokens)) return;
        const std::size_t end = std::min<std::size_t>(sentence.tokens.last, sentence.content + among_first);
        for (std::size_t t = sentence.content; t < end; ++t) {
            const Token token = document_.token(t);
            const bool agency = (token.starts(LexiconClass::agency) && token.has(Token::capital)) ||
                                bool{document_.match_cue(t, Cue::report)};
            const bool delegate = !agency && token.starts(LexiconClass::delegate);
            if (!agency && !delegate) continue;
            CueSet cues = 0;
            for (std::size_t at = t; at < std::min<std::size_t>(sentence.tokens.last, t + speech_behind_name); ++at)
                cues |= document_.cues_at(at);
            if ((cues & (cue_bit(Cue::report) | cue_bit(Cue::tell))) == 0) continue;
            auto& all = delegate ? delegates_ : agencies_;
            if (!all) all = new_speaker(delegate ? SpeakerRank::delegate : SpeakerRank::agency, Side::unknown);
            current_ = Voice{*all, delegate ? Manner::speaks : Manner::reports, 0};
            return;
        }
    }

    // '..., ông Tám nói.' stands behind what he says, or in the sentence after it.
    void give_quotations() {
        auto& voices = found_.by_sentence;
        for (std::size_t s = 0; s < voices.size(); ++s) {
            const Quoted& quoted = quotations_[s];
            if (quoted.place != Quotation::opens && quoted.place != Quotation::inside) continue;
            if (voices[s] && voices[s]->sentences_ago == 0) continue;
            for (const std::size_t told_in : {std::size_t{quoted.closed_by}, std::size_t{quoted.closed_by} + 1})
                if (told_in < voices.size() && voices[told_in] && voices[told_in]->sentences_ago == 0) {
                    voices[s] = voices[told_in];
                    break;
                }
        }
    }

    void sum_up() {
        for (std::size_t s = 0; s < found_.by_sentence.size(); ++s) {
            const auto& voice = found_.by_sentence[s];
            if (!voice) continue;
            Speaker& speaker = found_.speakers[voice->speaker];
            const Sentence& sentence = document_.sentences[s];
            ++speaker.sentences;
            speaker.figures += static_cast<std::uint32_t>(islands_.quantities.in(sentence.tokens).size());
            speaker.requests |= voice->sentences_ago == 0 && voice->manner == Manner::requests;
        }
    }

    static constexpr CueSet spoken =
        cue_bit(Cue::say) | cue_bit(Cue::tell) | cue_bit(Cue::speech) | cue_bit(Cue::request) | cue_bit(Cue::report);
};

}  // namespace

Voices voices_of(const Document& document, const Islands& islands, const std::vector<Quoted>& quotations) {
    return VoiceFinder(document, islands, quotations).run();
}

}  // namespace tongket
