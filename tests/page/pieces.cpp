// SPDX-License-Identifier: BSL-1.0
#include "page/pieces.hpp"

#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "files.hpp"
#include "grammar/tokenized.hpp"

using namespace tongket;

namespace {

/// A text as its words.
struct Words {
    std::string source;  // which the text views
    std::vector<Diagnostic> diagnostics;
    NormalizedText text;
    Document document;
    explicit Words(std::string words)
        : source(std::move(words)), text(source, Options{}, diagnostics), document(text, test::builtin_index()) {}
};

/// Whether the last two words of a text are pieces of one.
bool pieces(const std::string& source) {
    const Words words(source);
    return are_pieces(words.document, words.document.size() - 2);
}

std::size_t broken(const std::string& source) { return find_broken_words(Words(source).document).count; }

}  // namespace

TEST_CASE("pieces make a syllable, and one of them is no word", "[page]") {
    for (const std::string words :
         {"tr ạm", "đ iểm", "ng ười", "Th ực", "b ộ", "tri ệu", "kho ảng", "hu yện", "qu yết", "ngườ i", "điể m",
          "hoạ ch", "khoả ng", "ph át", "418 tr ạm", "98 đ iểm", "12 x ã"}) {
        INFO(words);
        CHECK(pieces(words));
    }
}

TEST_CASE("words beside each other are no pieces", "[page]") {
    for (const std::string words :
         {"ở ông", "sở y", "và y", "bị ốm", "hộ ấy", "cho ăn", "UBND ở", "TP ở", "tr Ạm", "tr\nạm", "tr-ạm", "tr, ạm",
          // Letters before a word may be units, names, or parts of abbreviations.
          "30 m ống", "98 đ ở", "10 tr ủng", "ông B ở", "đ/c ông", "60 triệu m",
          // No syllable.
          "web app", "uể oải", "ì ạch", "tra ì"}) {
        INFO(words);
        CHECK_FALSE(pieces(words));
    }
}

TEST_CASE("a letter before a word may be a piece", "[page]") {
    const auto may_be = [](const std::string& source) {
        const Words words(source);
        return may_be_pieces(words.document, words.document.size() - 2);
    };
    CHECK(may_be("30 m ô"));
    CHECK(may_be("30 m ống"));
    CHECK_FALSE(may_be("30 km ô"));
    CHECK_FALSE(may_be("30 m mô"));
}

TEST_CASE("broken words are counted once", "[page]") {
    CHECK(broken("Toàn tỉnh có 418 tr ạm, 98 đ iểm và 12 x ã.") == 3);
    CHECK(broken("Toàn tỉnh có 418 trạm, 98 điểm và 12 xã.") == 0);
    const Words words("Toàn tỉnh có 418 tr ạm.");
    CHECK(words.document.text_of(find_broken_words(words.document).first) == "tr");
}

TEST_CASE("sound pages have no broken words", "[page]") {
    for (const test::Sample& sample : test::read_all_samples()) {
        INFO(sample.name);
        CHECK(broken(sample.text) == 0);
    }
}
