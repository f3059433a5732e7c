// SPDX-License-Identifier: BSL-1.0
#include "statements/topic.hpp"

#include <string>

#include <tongket/names.hpp>

#include "catch.hpp"
#include "page.hpp"

using namespace tongket;
using test::TestPage;

namespace {

std::string topic(const std::string& words) {
    const TestPage page(words);
    return std::string(name_of(topic_of(page.document, {0, page.document.size()})));
}

}  // namespace

TEST_CASE("a topic is what the terms speak of", "[statements]") {
    CHECK(topic("cấp thẻ nhà báo cho phóng viên") == std::string(name_of(Topic::press)));
    CHECK(topic("phát triển mạng bưu chính") == std::string(name_of(Topic::postal)));
    CHECK(topic("xây trạm viễn thông") == std::string(name_of(Topic::telecom)));
    CHECK(topic("ứng dụng công nghệ thông tin") == std::string(name_of(Topic::it)));
    CHECK(topic("bảo đảm an toàn thông tin") == std::string(name_of(Topic::security)));
}

TEST_CASE("words without terms have the general topic", "[statements]") {
    CHECK(topic("hôm nay trời mưa") == std::string(name_of(Topic::general)));
    CHECK(topic("") == std::string(name_of(Topic::general)));
}

TEST_CASE("most terms win, of as many the first named", "[statements]") {
    CHECK(topic("báo chí, viễn thông, viễn thông") == std::string(name_of(Topic::telecom)));
    CHECK(topic("báo chí, báo chí, viễn thông") == std::string(name_of(Topic::press)));
    CHECK(topic("viễn thông, báo chí") == std::string(name_of(Topic::telecom)));
    CHECK(topic("báo chí, viễn thông") == std::string(name_of(Topic::press)));
}

TEST_CASE("post and telecom together are one topic", "[statements]") {
    CHECK(topic("bưu chính và mạng viễn thông") == std::string(name_of(Topic::postal_telecom)));
    CHECK(topic("báo chí; viễn thông; báo chí; bưu chính; báo chí; viễn thông; bưu chính") ==
          std::string(name_of(Topic::postal_telecom)));
}

TEST_CASE("only terms of the range count", "[statements]") {
    const TestPage page("báo chí; viễn thông");
    std::size_t cut = 0;
    while (!page.document.token(cut).is_mark(';')) ++cut;
    CHECK(topic_of(page.document, {0, cut}) == Topic::press);
    CHECK(topic_of(page.document, {cut + 1, page.document.size()}) == Topic::telecom);
    CHECK(topic_of(page.document, {cut, cut + 1}) == Topic::general);
}
