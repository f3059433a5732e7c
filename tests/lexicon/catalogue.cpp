// SPDX-License-Identifier: BSL-1.0
// The indicator catalogue and the patterns that lead to it agree.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <tongket/lexicon.hpp>

#include "catch.hpp"

namespace {

std::set<std::string> catalogue_ids() {
    std::set<std::string> ids;
    std::string_view rest = tongket::builtin_indicators();
    bool header = true;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!header && !line.empty()) ids.emplace(line.substr(0, line.find(',')));
        header = false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return ids;
}

}  // namespace

TEST_CASE("the catalogue has at least 120 indicators and a pattern for each", "[catalogue]") {
    const std::set<std::string> ids = catalogue_ids();
    CHECK(ids.size() >= 120);
    std::set<std::string> reached;
    for (const tongket::LexiconEntry& entry : tongket::read_lexicon(tongket::builtin_lexicon()))
        if (entry.word_class == "indicator") reached.insert(entry.value);
    for (const std::string& id : ids) {
        INFO(id);
        CHECK(reached.contains(id));
    }
    for (const std::string& id : reached) {
        INFO(id);
        CHECK(ids.contains(id));
    }
}
