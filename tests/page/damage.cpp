// SPDX-License-Identifier: BSL-1.0
#include "page/damage.hpp"

#include <string>
#include <vector>

#include <tongket/parse.hpp>

#include "catch.hpp"
#include "files.hpp"
#include "grammar/tokenized.hpp"

using namespace tongket;

namespace {

double share(const std::string& source) {
    std::vector<Diagnostic> diagnostics;
    const NormalizedText text(source, Options{}, diagnostics);
    return share_of_no_syllables(Document(text, test::builtin_index()));
}

std::string times(const std::string& words, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += words + " ";
    return all;
}

}  // namespace

TEST_CASE("words of sound pages are syllables", "[page]") {
    for (const test::Sample& sample : test::read_all_samples()) {
        INFO(sample.name);
        CHECK(share(sample.text) < damaged_share / 2);
    }
    CHECK(share(times("nghiêng ngoằn khuỷu quyết giếng uống yếu ở à ủy thuở", 20)) == 0);
}

TEST_CASE("words taken apart and letters of old fonts are none", "[page]") {
    CHECK(share(times("sở tr iển kh ai nh iệm vụ n ăm tới", 20)) > damaged_share);
    CHECK(share(times("së th«ng tin vµ truyÒn th«ng tØnh hµ nam tæng kÕt", 20)) > damaged_share);
    // Too few words to tell.
    CHECK(share(times("tr iển kh ai", 2)) == 0);
    // Abbreviations are no sign.
    CHECK(share(times("UBND, HĐND và UBMTTQ tỉnh, Sở TT&TT, các DNNN đã họp bàn", 20)) < damaged_share);
}

TEST_CASE("a damaged page is told", "[page]") {
    const auto told = [](const std::string& text) {
        for (const Diagnostic& diagnostic : parse(text).diagnostics)
            if (diagnostic.code == "damaged-text") return diagnostic.message.substr(0, 4);
        return std::string();
    };
    CHECK(told(times("tr iển kh ai nh iệm vụ", 30)) == "42 %");
    CHECK(told(times("triển khai nhiệm vụ", 50)).empty());
    // A few words of a short text, or of a long one.
    CHECK(told("Năm 2016, toàn tỉnh có 418 tr ạm BTS, 98 đ iểm bưu điện văn hóa xã.") == "2 wo");
    CHECK(told(times("triển khai nhiệm vụ trọng tâm", 200) + "tại 12 hu yện và 98 đ iểm") == "2 wo");
    // One may be mistyped.
    CHECK(told("Năm 2016, toàn tỉnh có 418 trạm BTS, 98 đ iểm bưu điện văn hóa xã.").empty());
    CHECK(told("Năm 2016, mỗi hộ lắp 30 m ống nước, vay 10 tr ủng hộ sản xuất, ông B ở thôn 2.").empty());
}
