// SPDX-License-Identifier: BSL-1.0
#include "meeting/organizer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include <tongket/grammar/fold.hpp>

#include "meeting/agency_name.hpp"
#include "meeting/place.hpp"
#include "page/same_word.hpp"
#include "text/lower.hpp"
#include "text/phrase_key.hpp"

namespace tongket {
namespace {

// 'tổng kết', 'sơ kết', 'giao ban'.
bool reviews(const Document& document, std::size_t at) {
    constexpr CueSet verbs =
        grammar::cue_bit(Cue::annual) | grammar::cue_bit(Cue::interim) | grammar::cue_bit(Cue::briefing);
    return document.token(at).starts(LexiconClass::cue) && (document.cues_at(at) & verbs) != 0;
}

// What a body that holds a conference does.
bool holding_verb(const Document& document, std::size_t at) {
    return document.match_cue(at, Cue::hold) || reviews(document, at);
}

// 'Cụm thi đua các tỉnh miền núi', 'Ban Chỉ đạo các chương trình mục tiêu quốc gia'.
bool names_members(const Document& document, std::size_t at) {
    const Token next = document.token(at + 1);
    return document.token(at).is_word(Keyword::cac) && next.kind == TokenKind::word &&
           !next.starts(LexiconClass::cue);
}
// The comma of 'các tỉnh, thành phố'.
bool continues_places(const Document& document, std::size_t at) {
    return document.token(at).is_mark(',') && at > 0 && document.token(at - 1).starts(LexiconClass::admin_level) &&
           document.token(at + 1).kind == TokenKind::word && !document.token(at + 1).has(Token::capital);
}

// 'Trung tâm Thông tin và Ứng dụng tiến bộ khoa học tổ chức': a name whose words the lexicon does not know runs
// up to the verb.
std::size_t up_to_verb(const Document& document, TokenRange name, std::size_t limit) {
    constexpr std::size_t reach = 24;
    const Token next = document.token(name.last);
    // Behind a name that is whole only what goes on in capitals belongs to it.
    // Its own last words, or what follows.
    constexpr std::size_t words = 2;
    const bool members =
        names_members(document, name.last) || names_members(document, name.last - std::min(name.last, words));
    const bool whole = ends_with_known_part(document, name) && !next.is_word(Keyword::va) && !members &&
                       next.kind != TokenKind::number;
    if (whole && !next.is_mark('(')) return name.last;
    bool capital = false;
    std::size_t end = name.last;  // without a bracket that only explains
    for (std::size_t t = name.last; t < std::min(limit, name.last + reach); ++t) {
        if (document.token(t).is_word(Keyword::da) || holding_verb(document, t))
            return whole && !capital ? name.last : end;
        if (const std::size_t behind = behind_abbreviation(document, t, limit); behind > t) {
            t = behind - 1;
            continue;
        }
        const std::size_t part = std::max<std::size_t>(name_part(document, t), 1);
        const Token token = document.token(t);
        // 'Hội Luật gia tỉnh và Sở Tư pháp': the first of those that hold it together.
        if ((token.is_word(Keyword::va) || token.is_mark(',')) && starts_agency(document, t + 1)) return end;
        const bool joins = (token.is_mark('-') && token.has(Token::space_before)) || token.is_word(Keyword::va) ||
                           names_members(document, t) || continues_places(document, t);
        // 'Vùng 3 hải quân', 'Ủy ban Quốc gia ASEAN 2020'.
        const bool number = token.kind == TokenKind::number && document.token(t - 1).has(Token::capital);
        if (part == 1 && !joins && !number &&
            (token.kind != TokenKind::word || grammar::is_function_word(token.word)))
            break;
        capital |= token.has(Token::capital);
        t += part - 1;
        end = t + 1;
    }
    return name.last;
}

// ---- names in full -----------------------------------------------------------------------------------------------

constexpr std::size_t words_of(TokenRange range) { return range.last - range.first; }

// Whether a name leaves open which of its kind is meant: 'Cục thuế tỉnh', 'Thành ủy'.
bool bare(const Document& document, TokenRange name) {
    const std::size_t head = document.match(name.first, LexiconClass::agency).length;
    if (head >= words_of(name)) return head > 1;
    return document.token(name.last - 1).starts(LexiconClass::admin_level);
}

// 'TNMT' of 'Sở TNMT', 'TT&TT' of 'Sở TT&TT tỉnh': the letters behind the head.
std::string letters_behind(const Document& document, TokenRange name, std::size_t head) {
    std::string letters;
    for (std::size_t t = name.first + head; t < name.last; ++t) {
        if (document.token(t).kind == TokenKind::mark) continue;
        if (!document.token(t).has(Token::all_caps)) break;
        letters += with_small_letters(document.text_of(t));
    }
    return letters;
}
std::string initials_behind(const Document& document, TokenRange name, std::size_t head) {
    std::string initials;
    for (std::size_t t = name.first + head; t < name.last; ++t) {
        if (document.token(t).kind != TokenKind::word || document.token(t).is_word(Keyword::va)) continue;
        const std::string word = with_small_letters(document.text_of(t));
        initials += word.substr(0, grammar::decode(word, 0).length);
    }
    return initials;
}

// 'Sở Tài nguyên và Môi trường' for 'Sở TNMT'.
bool spelled_out(const Document& document, TokenRange name, TokenRange other) {
    const std::size_t head = document.match(name.first, LexiconClass::agency).length;
    if (head != document.match(other.first, LexiconClass::agency).length ||
        !same_word(document, name.first, other.first))
        return false;
    const std::string letters = letters_behind(document, name, head);
    return letters.size() > 1 && letters_behind(document, other, head).empty() &&
           initials_behind(document, other, head).starts_with(letters);
}

// Whether a name may be that of the level with which another ends: 'BHXH huyện A' is none for 'BHXH tỉnh', and no
// district's name is one.
bool of_level(const Document& document, TokenRange name, TokenRange other) {
    const std::size_t level = name.last - 1;
    const auto token = [&](std::size_t at) { return document.token(at); };
    bool province = false;
    for (std::size_t t = other.first + (words_of(name) - 1); t < other.last; ++t) {
        if (token(t).starts(LexiconClass::admin_level) && !same_word(document, t, level)) return false;
        province |= token(t).starts(LexiconClass::province) && token(t).has(Token::capital);
    }
    return province || document.match(level, LexiconClass::admin_level).payload->attribute("province").empty();
}

// 'Cục Thuế Quảng Ngãi' for 'Cục thuế tỉnh': the same words but for the last, and a place.
bool fuller(const Document& document, TokenRange name, TokenRange other) {
    const std::size_t stem =
        words_of(name) - (document.token(name.last - 1).starts(LexiconClass::admin_level) ? 1 : 0);
    if (words_of(other) <= stem) return false;
    for (std::size_t i = 0; i < stem; ++i)
        if (!same_word(document, name.first + i, other.first + i)) return false;
    return province_in(document, other).has_value() && (stem == words_of(name) || of_level(document, name, other));
}

// ---- candidates --------------------------------------------------------------------------------------------------

// What an agency does in a sentence, in falling order of weight.
enum class Part : std::uint8_t { holder, owner, bearer, reporter, mention, place, office, seat };

struct Candidate {
    TokenRange name;
    int points = 0;
};

// By part and standing: opening, lead, early, title, elsewhere. The body beats the headline, but a headline's agency
// beats one that the opening only mentions.
constexpr int points_of(Part part, Standing standing) {
    constexpr std::array<std::array<int, 5>, 8> points{{
        {12, 11, 10, 8, 4},  // holder
        {11, 10, 9, 8, 4},   // owner
        {9, 8, 8, 7, 3},     // bearer
        {6, 6, 5, 5, 3},     // reporter
        {3, 2, 1, 5, 0},     // mention
        {2, 1, 1, 0, 0},     // place
        {2, 2, 2, 0, 2},     // office
        {1, 1, 1, 0, 1},     // seat
    }};
    return points[static_cast<std::size_t>(part)][static_cast<std::size_t>(standing)];
}

class Scout {
  public:
    Scout(const Document& document, const Islands& islands, Telling telling)
        : document_(document),
          islands_(islands),
          range_(telling.range),
          standing_(telling.standing),
          attended_(says_who_attended()) {}

    std::vector<Candidate> run() const {
        std::vector<Candidate> found;
        bool subject_open = true;  // whether the next agency may be the subject of the verb to come
        for (std::size_t t = range_.first; t < range_.last; ++t) {
            if (token(t).is_mark('(')) t = closing(t);
            if (!starts_agency(document_, t) || cited(t)) continue;
            TokenRange name{t, agency_name_end(document_, t, range_.last)};
            if (name.empty()) continue;  // a head that no grammar reads as a name
            const auto part = part_of(name, subject_open);
            if (part == Part::holder) {
                name.last = up_to_verb(document_, name, range_.last);
                name.last = without_function_words(document_, name);
                subject_open = false;
            }
            name.last = without_bracket(name);
            found.push_back({name, part ? points_of(*part, standing_) - doubts(name) : 0});
            t = std::max(name.last, t + 1) - 1;
        }
        return found;
    }

  private:
    const Document& document_;
    const Islands& islands_;
    TokenRange range_;
    Standing standing_;
    bool attended_;  // whether the sentence says who came

    [[nodiscard]] Token token(std::size_t at) const { return document_.token(at); }

    [[nodiscard]] std::optional<Part> part_of(TokenRange name, bool subject_open) const {
        if (islands_.persons.at(name.first) != nullptr) {
            // The office of those who speak; guests hold no conference, and the heads of a province rather their own.
            // 'Tổng giám đốc Công ty A cho biết': a guest, unless he is in the chair.
            if (attended_ || (is_business(name.first) && !is_chaired())) return std::nullopt;
            if (!over_agencies(name.first)) return Part::office;
            if (organizer_kind(document_, name.first) != OrganizerKind::committee) return std::nullopt;
            return Part::seat;
        }
        if (names_place(name.first)) return Part::place;
        if (of_document(name.first)) return std::nullopt;
        if (agent(name) || (subject_open && subject(name))) return Part::holder;
        if (owner(name.first)) return Part::owner;
        if (bearer(name.first)) return Part::bearer;
        if (reports(name)) return Part::reporter;
        return attended_ ? std::nullopt : std::optional(Part::mention);
    }

    // 'Cục An toàn thực phẩm (Bộ Y tế)': whose it is.
    [[nodiscard]] std::size_t without_bracket(TokenRange name) const {
        if (!token(name.last - 1).is_mark(')')) return name.last;
        for (std::size_t t = name.last - 1; t-- > name.first + 1;)
            if (token(t).is_mark('(')) return t;
        return name.last;
    }

    // What stands in brackets explains a name: 'Chi cục ... (thuộc Cục ...)'.
    [[nodiscard]] std::size_t closing(std::size_t open) const {
        constexpr std::size_t longest = 24;
        for (std::size_t t = open + 1; t < std::min(range_.last, open + longest); ++t)
            if (token(t).is_mark(')')) return t;
        return open;
    }

    [[nodiscard]] bool says_who_attended() const {
        for (std::size_t t = range_.first; t < range_.last; ++t)
            if (document_.match_cue(t, Cue::attend)) return true;
        return false;
    }
    [[nodiscard]] bool is_chaired() const {
        for (std::size_t t = range_.first; t < range_.last; ++t)
            if (document_.match_cue(t, Cue::chair)) return true;
        return false;
    }
    [[nodiscard]] bool is_business(std::size_t at) const {
        return document_.match(at, LexiconClass::agency).payload->attribute("business") == "1";
    }
    [[nodiscard]] bool over_agencies(std::size_t at) const {
        return document_.match(at, LexiconClass::agency).payload->attribute("over") == "1";
    }

    // 'Sở Y tế tổ chức', 'Sở Y tế phối hợp với ... mở': the first agency before the verb.
    [[nodiscard]] bool subject(TokenRange name) const {
        constexpr grammar::KeywordSet governing{Keyword::cua, Keyword::voi, Keyword::cho, Keyword::theo};
        if (name.first > range_.first && governing.contains(token(name.first - 1).word)) return false;
        if (heads_dateline(name.last) || is_asked(name.first)) return false;
        // 'Đảng ủy, Ban Chỉ huy Quân sự huyện ...': the one that is named in full.
        if (name.last + 1 < range_.last && bare(document_, name) &&
            (token(name.last).is_mark(',') || token(name.last).is_word(Keyword::va)) &&
            starts_agency(document_, name.last + 1))
            return false;
        const std::size_t end = up_to_verb(document_, name, range_.last);
        constexpr std::size_t adverbs = 3, reach = 80;
        const std::size_t limit = std::min(range_.last, end + reach);
        std::size_t passed = 0;
        for (std::size_t t = end; t < limit; ++t, ++passed) {
            if (token(t).is_mark('(')) {
                t = closing(t);
                passed = 0;
                continue;
            }
            // 'Báo X đưa tin, tại hội nghị ... diễn ra'.
            if (token(t).is_mark(',') && is_press(document_, name.first)) return false;
            if (passed < adverbs && reviews(document_, t)) return true;
            if (document_.match_cue(t, Cue::hold) && holds_conference(t)) return true;
            if (document_.match_cue(t, Cue::attend) || document_.match_cue(t, Cue::report)) return false;
        }
        return false;
    }
    // 'Sở Y tế HN - Sáng 3/1, Bộ Y tế tổ chức': the outlet before the dash.
    [[nodiscard]] bool heads_dateline(std::size_t end) const {
        constexpr grammar::KeywordSet day_openers{Keyword::sang, Keyword::ngay, Keyword::chieu, Keyword::toi};
        return token(end).is_mark('-') && token(end + 1).has(Token::capital) &&
               day_openers.contains(token(end + 1).word);
    }
    // 'tổ chức Hội nghị', 'Hội nghị ... tổ chức'; 'các tổ chức, cá nhân' holds none.
    [[nodiscard]] bool holds_conference(std::size_t verb) const {
        constexpr std::size_t reach = 12;
        for (std::size_t t = verb; t < std::min(range_.last, verb + reach); ++t)
            if (document_.match_cue(t, Cue::meeting) || reviews(document_, t) || document_.match_cue(t, Cue::plan))
                return true;
        constexpr std::size_t back = 40;
        for (std::size_t t = verb; t-- > range_.first && verb - t <= back;)
            if (document_.match_cue(t, Cue::meeting)) return true;
        return false;
    }
    // 'do Sở Y tế tổ chức', 'được Sở Y tế triệu tập'.
    [[nodiscard]] bool agent(TokenRange name) const {
        constexpr std::size_t reach = 12;
        constexpr grammar::KeywordSet openers{Keyword::by_agent, Keyword::duoc};
        if (name.first == range_.first || !openers.contains(token(name.first - 1).word)) return false;
        for (std::size_t t = name.last; t < std::min(range_.last, name.last + reach); ++t)
            if (document_.match_cue(t, Cue::hold)) return true;
        return false;
    }
    // 'hội nghị tổng kết công tác năm 2014 của Sở Y tế'; not 'cho rằng ... yêu cầu của Chính phủ', 'theo Nghị quyết
    // của HĐND tỉnh'.
    [[nodiscard]] bool owner(std::size_t at) const {
        constexpr std::size_t reach = 40;
        if (at == range_.first || !token(at - 1).is_word(Keyword::cua)) return false;
        for (std::size_t t = at - 1; t-- > range_.first && at - t <= reach;) {
            if (document_.match_cue(t, Cue::meeting) || holding_verb(document_, t)) return !inside_attendance(t);
            if (token(t).is_mark(';') || islands_.citations.at(t) != nullptr || names_document(t)) return false;
            for (const Cue other : {Cue::attend, Cue::say, Cue::tell, Cue::report})
                if (document_.match_cue(t, other)) return false;
        }
        return false;
    }
    // 'Nghị quyết', 'Chỉ thị'; a plan or a programme may be what the conference is about.
    [[nodiscard]] bool names_document(std::size_t at) const {
        const PhraseMatch document = document_.match(at, LexiconClass::document);
        return document && token(at).has(Token::capital) && document.value() != "plan" &&
               document.value() != "programme";
    }
    // 'theo Nghị quyết của Quốc hội'
    [[nodiscard]] bool of_document(std::size_t at) const {
        constexpr std::size_t longest = 8;  // tokens of the document
        if (at == range_.first || !token(at - 1).is_word(Keyword::cua)) return false;
        for (std::size_t back = 2; back <= longest && at >= range_.first + back; ++back) {
            // 'theo báo cáo của Sở' names who reports.
            if (islands_.citations.at(at - back) != nullptr || names_document(at - back)) return true;
            if (token(at - back).kind == TokenKind::mark) return false;
        }
        return false;
    }
    // 'đề nghị Bộ Y tế làm rõ'
    [[nodiscard]] bool is_asked(std::size_t at) const {
        constexpr std::size_t longest = 3;
        for (std::size_t length = 1; length <= longest && at >= range_.first + length; ++length)
            if (document_.match_cue(at - length, Cue::request).length == length) return true;
        return false;
    }
    // The 'hội nghị' of 'dự hội nghị'.
    [[nodiscard]] bool inside_attendance(std::size_t at) const {
        constexpr std::size_t longest = 3;
        for (std::size_t back = 1; back <= longest && at >= range_.first + back; ++back)
            if (document_.match_cue(at - back, Cue::attend).length > back) return true;
        return false;
    }
    // 'Hội nghị Thành ủy', 'giao ban Ban Chỉ đạo'.
    [[nodiscard]] bool bearer(std::size_t at) const {
        constexpr std::size_t longest_word = 3;
        for (std::size_t length = 1; length <= longest_word && at >= range_.first + length; ++length) {
            const std::size_t t = at - length;
            if (document_.match_cue(t, Cue::meeting).length == length ||
                document_.match_cue(t, Cue::briefing).length == length)
                return true;
        }
        return false;
    }
    // 'Theo Sở Y tế', 'theo báo cáo của Sở Y tế', 'Sở Y tế cho biết'.
    [[nodiscard]] bool reports(TokenRange name) const {
        if (name.last < range_.last && document_.match_cue(name.last, Cue::report)) return true;
        if (name.first == range_.first) return false;
        if (token(name.first - 1).is_word(Keyword::theo)) return true;
        // 'được Sở Y tế công bố tại Hội nghị'.
        if (token(name.first - 1).is_word(Keyword::duoc)) return true;
        constexpr std::size_t longest_word = 3;
        for (std::size_t t = name.first - 1; t-- > range_.first && name.first - t <= longest_word + 1;)
            if (t + document_.match_cue(t, Cue::report).length == name.first - 1 &&
                token(name.first - 1).is_word(Keyword::cua))
                return true;
        return false;
    }
    // An agency after 'tại' is where it was held, and so is one after 'tại Hội trường'.
    [[nodiscard]] bool names_place(std::size_t at) const {
        constexpr std::size_t longest_venue = 6;
        for (std::size_t t = at; t-- > range_.first && at - t <= longest_venue;) {
            if (token(t).kind != TokenKind::word) return false;
            if (token(t).is_word(Keyword::tai)) return t + 1 == at || token(t + 1).starts(LexiconClass::venue);
        }
        return false;
    }
    // 'Theo Báo X', 'Ảnh: Đài Y': where the page has it from.
    [[nodiscard]] bool cited(std::size_t at) const {
        return document_.match(at, LexiconClass::agency).payload->attribute("press") == "1" && at > range_.first &&
               (token(at - 1).is_word(Keyword::theo) || token(at - 1).is_mark(':'));
    }
    // 'Ngành Y tế' is what an agency leads; a small letter begins few names; 'Chi cục' alone names none.
    [[nodiscard]] int doubts(TokenRange name) const {
        constexpr int for_a_field = 8, for_a_small_letter = 1, for_no_name = 6;
        const PhraseMatch head = document_.match(name.first, LexiconClass::agency);
        const bool nameless = words_of(name) <= head.length && !over_agencies(name.first) &&
                              head.payload->attribute("whole") != "1" && !token(name.first).has(Token::all_caps);
        return (head.payload->attribute("field") == "1" ? for_a_field : 0) +
               (token(name.first).has(Token::capital) ? 0 : for_a_small_letter) + (nameless ? for_no_name : 0);
    }
};

// The first of those that most speaks for.
std::optional<Candidate> most(const std::vector<Candidate>& candidates) {
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [](const Candidate& a, const Candidate& b) { return a.points < b.points; });
    if (best == candidates.end() || best->points <= 0) return std::nullopt;
    return *best;
}

// All agencies that the story names.
std::vector<Candidate> in_story(const Document& document, const Islands& islands) {
    std::vector<Candidate> found;
    for (const Sentence& sentence : document.sentences)
        if (tells_story(sentence.zone))
            for (const Candidate& candidate : Scout(document, islands, {sentence.tokens, Standing::elsewhere}).run())
                found.push_back(candidate);
    return found;
}

// The words of a name, which has some, by which it is told again.
std::string key_of(const Document& document, TokenRange name) { return phrase_key(document.plain_words(name)); }

// 'Bộ trưởng Y tế Lê Văn Tám cho biết': the office that is told with the conference, where the page names its body
// elsewhere, 'Bộ Y tế': a head and the words behind the title.
std::optional<Candidate> of_speaker(const Document& document, const Islands& islands,
                                    std::span<const Telling> tellings, const std::vector<Candidate>& agencies) {
    std::unordered_map<std::string, const Candidate*> by_words_behind_head;
    for (const Candidate& agency : agencies)
        if (const std::size_t head = document.match(agency.name.first, LexiconClass::agency).length;
            words_of(agency.name) > head)
            by_words_behind_head.emplace(key_of(document, {agency.name.first + head, agency.name.last}), &agency);
    for (const Telling& telling : tellings)
        for (const PersonMention& mention : islands.persons.in(telling.range))
            for (const grammar::PositionExpression& position : mention.person.positions) {
                if (position.organization.empty()) continue;
                if (const auto found = by_words_behind_head.find(key_of(document, position.organization));
                    found != by_words_behind_head.end())
                    return *found->second;
            }
    return std::nullopt;
}

// A page that does not say who held it may still say whose figures it gives: the one that it does so for twice.
std::optional<Candidate> most_heard(const Document& document, const std::vector<Candidate>& agencies) {
    constexpr int enough = 4;
    std::vector<Candidate> heard;
    std::unordered_map<std::string, std::size_t> by_name;
    for (const Candidate& candidate : agencies) {
        const auto [known, fresh] = by_name.emplace(key_of(document, candidate.name), heard.size());
        if (fresh)
            heard.push_back(candidate);
        else
            heard[known->second].points += candidate.points;
    }
    const auto best = most(heard);
    return best && best->points >= enough ? best : std::nullopt;
}

// 'SỞ XÂY DỰNG TỈNH QUẢNG BÌNH' above the story: whose site the page stands on, below the body that it belongs to.
// One of a whole province or of the press tells of others too, and several are links.
std::optional<Candidate> owner_of_site(const Document& document) {
    std::vector<Candidate> owners;
    for (const Line& line : document.lines) {
        if (line.blank()) continue;
        const ZoneKind zone = document.sentences[line.first_sentence].zone;
        if (tells_story(zone)) break;
        const std::size_t first = line.tokens.first;
        if (zone != ZoneKind::boilerplate || !document.token(first).has(Token::all_caps) ||
            !starts_agency(document, first) || is_press(document, first) ||
            organizer_kind(document, first) == OrganizerKind::committee)
            continue;
        const std::size_t end = agency_name_end(document, first, line.tokens.last);
        if (end == line.tokens.last && !bare(document, {first, end})) owners.push_back({{first, end}});
    }
    const auto rank = [&](const Candidate& owner) {
        return document.match(owner.name.first, LexiconClass::agency).payload->attribute("rank");
    };
    if (owners.size() == 2 && rank(owners[1]) < rank(owners[0])) return owners[1];
    return owners.size() == 1 ? std::optional(owners[0]) : std::nullopt;
}

}  // namespace

Organizer read_organizer(const Document& document, TokenRange name) {
    Organizer organizer;
    organizer.name = document.words(name);
    organizer.span = document.span(name);
    organizer.kind = organizer_kind(document, name.first).value_or(OrganizerKind::other);
    organizer.province = province_behind(document, name.last);
    if (!organizer.province) organizer.province = province_in(document, name);
    return organizer;
}

bool works_beyond_provinces(const Document& document, TokenRange name) {
    bool wide = false;
    for (std::size_t t = name.first; t < name.last; ++t) {
        // 'Mặt trận Tổ quốc Việt Nam tỉnh' is of one.
        const PhraseMatch level = document.match(t, LexiconClass::admin_level);
        if (level && level.payload->attribute("wide") != "1") return false;
        for (const LexiconClass c : {LexiconClass::agency, LexiconClass::sector, LexiconClass::admin_level}) {
            const PhraseMatch part = document.match(t, c);
            wide |= part && part.payload->attribute("wide") == "1";
        }
    }
    return wide;
}

std::optional<TokenRange> find_organizer(const Document& document, const Islands& islands,
                                         std::span<const Telling> tellings,
                                         const std::optional<Letterhead>& letterhead) {
    if (letterhead) return letterhead->agency;
    std::vector<Candidate> candidates;
    for (const Telling& telling : tellings)
        for (const Candidate& candidate : Scout(document, islands, telling).run()) candidates.push_back(candidate);
    auto best = most(candidates);
    if (!best || best->points <= points_of(Part::mention, Standing::opening))
        if (const auto owner = owner_of_site(document)) best = owner;
    if (!best || bare(document, best->name)) {
        const std::vector<Candidate> agencies = in_story(document, islands);
        if (!best) best = of_speaker(document, islands, tellings, agencies);
        if (!best) best = most_heard(document, agencies);
        candidates.insert(candidates.end(), agencies.begin(), agencies.end());
    }
    if (!best) return std::nullopt;
    for (const Candidate& other : candidates)
        if ((bare(document, best->name) && fuller(document, best->name, other.name)) ||
            spelled_out(document, best->name, other.name))
            return other.name;
    return best->name;
}

}  // namespace tongket
