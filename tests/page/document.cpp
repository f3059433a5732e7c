// SPDX-License-Identifier: BSL-1.0
#include "page/document.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "files.hpp"
#include "grammar/tokenized.hpp"

using namespace tongket;

namespace {

using Lines = std::vector<std::string>;

/// The sentences of a text without the labels and marks that open them.
Lines contents(const std::string& source) {
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    const Document document(text, test::builtin_index());
    Lines lines;
    for (const Sentence& sentence : document.sentences)
        lines.emplace_back(document.words({sentence.content, sentence.tokens.last}));
    return lines;
}

}  // namespace

TEST_CASE("labels of headings are no part of what they say", "[page]") {
    CHECK(contents("1. Trường học\nII. Giáo viên\na) Lớp học\n- Học sinh\n") ==
          Lines{"Trường học", "Giáo viên", "Lớp học", "Học sinh"});
}

TEST_CASE("numbers without a mark label headings where they follow each other", "[page]") {
    CHECK(contents("1 Trường học\nToàn tỉnh có 120 trường.\n2 Giáo viên\n\n3 Lớp học\n") ==
          Lines{"Trường học", "Toàn tỉnh có 120 trường.", "Giáo viên", "Lớp học"});
    // One alone counts, as do numbers that begin with another or that all count the same.
    for (const Lines& lines :
         {Lines{"1 Trường học", "Toàn tỉnh có 120 trường."}, Lines{"2 Trường học", "3 Giáo viên"},
          Lines{"1 Huân chương Lao động hạng Nhất", "2 Huân chương Lao động hạng Nhì"},
          Lines{"1 Cờ thi đua của Chính phủ", "2 Bằng khen của Bộ"}, Lines{"1 Sở", "3 Huyện"},
          Lines{"1 trường học", "2 giáo viên"}}) {
        INFO(lines[0]);
        CHECK(contents(lines[0] + "\n" + lines[1] + "\n") == lines);
    }
}
