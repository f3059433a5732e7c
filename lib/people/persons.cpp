// SPDX-License-Identifier: BSL-1.0
#include "people/persons.hpp"

#include <map>
#include <set>
#include <string>

#include "text/phrase_key.hpp"

namespace tongket {
namespace {

std::optional<std::string> honorific_of(const Document& document, const grammar::PersonExpression& person) {
    if (!person.honorific) return std::nullopt;
    const std::string_view value = person.honorific->payload->value;
    if (value != "as-written") return std::string(value);
    // 'các ông' calls each of them ông.
    const std::size_t last = person.honorific->first + person.honorific->length - 1;
    return phrase_key(document.words({last, last + 1}));
}

// Whether a title names an office that every society or company has.
bool shared(const Document& document, TokenRange title) {
    for (std::size_t t = title.first; t < title.last; ++t)
        if (const PhraseMatch found = document.match(t, LexiconClass::title); found)
            return found.payload->attribute("joint") == "1";
    return false;
}

// Gathers the mentions of each name.
class PersonCollector {
  public:
    PersonCollector(const Document& document, const Islands& islands) : document_(document), islands_(islands) {}

    NamedPersons run(const std::optional<Letterhead>& letterhead) {
        named_.of_mention.assign(islands_.persons.size(), NamedPersons::none);
        find_short_names();
        // The body first, so that a caption's wording does not win; then captions for those named nowhere else.
        for (const bool captions : {false, true})
            for (std::size_t m = 0; m < islands_.persons.size(); ++m) {
                const Sentence& sentence =
                    document_.sentences[document_.sentence_of(islands_.persons[m].range.first)];
                if (!peopled(sentence.zone) || secondary(sentence.zone) != captions) continue;
                add(m);
            }
        if (letterhead && letterhead->signature) add_signer(*letterhead->signature);
        return std::move(named_);
    }

  private:
    const Document& document_;
    const Islands& islands_;
    NamedPersons named_;
    std::map<std::string, std::size_t> by_name_;

    std::map<std::string, std::string> full_names_;  // by what is left of them: 'Minh Anh' of 'Lê Minh Anh'

    // 'ông Minh Anh' is the one person on the page whose full name ends so.
    void find_short_names() {
        std::map<std::string, std::string> endings;  // empty where two names end so
        std::set<std::string> names;
        for (const PersonMention& mention : islands_.persons) {
            const TokenRange name = mention.person.name;
            if (name.empty() || !names.insert(phrase_key(document_.words(name))).second) continue;
            for (std::size_t first = name.first + 1; first + 1 < name.last; ++first) {
                const auto [at, added] =
                    endings.emplace(phrase_key(document_.words({first, name.last})), std::string{});
                at->second = added ? phrase_key(document_.words(name)) : std::string{};
            }
        }
        for (const auto& [ending, full] : endings)
            if (!full.empty() && names.contains(ending)) full_names_.emplace(ending, full);
    }

    [[nodiscard]] static bool secondary(ZoneKind zone) { return zone == ZoneKind::caption || zone == ZoneKind::lead; }

    // Who signed an agency's own report, with the office over the name.
    void add_signer(const Signature& signature) {
        PersonMention mention;
        mention.person.name = signature.name;
        mention.person.positions = {signature.office};
        Person person = read_person(document_, mention);
        const auto [at, added] = by_name_.emplace(phrase_key(person.name), named_.people.size());
        if (added)
            named_.people.push_back(std::move(person));
        else if (named_.people[at->second].positions.empty())
            named_.people[at->second].positions = std::move(person.positions);
    }

    void add(std::size_t m) {
        const PersonMention& mention = islands_.persons[m];
        if (mention.person.name.empty()) return;
        Person person = read_person(document_, mention);
        std::string key = phrase_key(person.name);
        if (const auto full = full_names_.find(key); full != full_names_.end()) key = full->second;
        const auto [at, added] = by_name_.emplace(key, named_.people.size());
        named_.of_mention[m] = at->second;
        if (added) {
            named_.people.push_back(std::move(person));
            return;
        }
        Person& known = named_.people[at->second];
        if (!known.honorific) known.honorific = person.honorific;
        if (known.positions.empty()) known.positions = std::move(person.positions);
        // The spelling is that of the place: mentions may differ in case and in normalisation form.
        const bool as_full = phrase_key(person.name).size() >= phrase_key(known.name).size();
        if (person.span.begin < known.span.begin && as_full) {
            known.name = std::move(person.name);
            known.span = person.span;
        }
    }
};

}  // namespace

bool peopled(ZoneKind zone) {
    return zone != ZoneKind::boilerplate && zone != ZoneKind::byline && zone != ZoneKind::dateline &&
           zone != ZoneKind::title;
}

std::vector<Position> positions_of(const Document& document, const grammar::PersonExpression& person) {
    std::vector<Position> positions;
    for (const auto& p : person.positions) {
        Position position;
        position.title = document.words(p.title);
        if (!p.organization.empty()) position.organization = document.words(document.trimmed(p.organization, "-,&/"));
        positions.push_back(std::move(position));
    }
    // The first of two offices may be held in the body of the second.
    for (std::size_t i = positions.size(); i-- > 0;) {
        if (i + 1 >= positions.size() || positions[i].organization || !positions[i + 1].organization) continue;
        const TokenRange next = person.positions[i + 1].organization;
        const PhraseMatch head = document.match(next.first, LexiconClass::agency);
        if (!head) continue;
        // 'Phó Chủ tịch, Tổng Thư ký Hội Luật gia'.
        if (head.payload->attribute("joint") == "1" && shared(document, person.positions[i].title)) {
            positions[i].organization = positions[i + 1].organization;
            positions[i].confidence = Confidence::likely;
            continue;
        }
        // 'Phó Giám đốc, Chủ tịch Công đoàn Sở Y tế': where the union is.
        if (head.payload->attribute("inside") != "1") continue;
        const TokenRange host{next.first + head.length, next.last};
        if (host.empty() || !document.token(host.first).starts(LexiconClass::agency) ||
            !document.token(host.first).has(Token::capital))
            continue;
        positions[i].organization = document.words(document.trimmed(host, "-,&/"));
        positions[i].confidence = Confidence::likely;
    }
    return positions;
}

Person read_person(const Document& document, const PersonMention& mention) {
    Person person;
    person.name = document.words(mention.person.name);
    person.span = document.span(mention.person.name);
    person.honorific = honorific_of(document, mention.person);
    person.positions = positions_of(document, mention.person);
    return person;
}

NamedPersons collect_persons(const Document& document, const Islands& islands,
                             const std::optional<Letterhead>& letterhead) {
    return PersonCollector(document, islands).run(letterhead);
}

}  // namespace tongket
