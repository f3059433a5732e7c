// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"

using namespace tongket;

namespace {

std::string shown(const Meeting& meeting) {
    std::string out(name_of(meeting.kind));
    out += " " + (meeting.date ? meeting.date->to_string() : "-");
    out += " " + (meeting.day_part ? std::string(name_of(*meeting.day_part)) : "-");
    out += " " + (meeting.reviews ? meeting.reviews->to_string() : "-");
    out += " " + (meeting.plans ? meeting.plans->to_string() : "-");
    if (meeting.organizer) {
        out += " | " + meeting.organizer->name + " | " + std::string(name_of(meeting.organizer->kind));
        out += " " + meeting.organizer->province.value_or("-");
    }
    return out;
}

std::string read(const std::string& source) { return shown(parse(source).meeting); }

}  // namespace

TEST_CASE("the conference is read from headline and opening", "[meeting]") {
    struct Row {
        std::string source, meeting;
    };
    const std::vector<Row> rows = {
        {"Sở Y tế tổng kết công tác năm 2016\n\nSáng ngày 11/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết "
         "công tác năm 2016, "
         "triển khai nhiệm vụ năm 2017.\n",
         "annual_review 2017-01-11 morning 2016 2017 | Sở Y tế tỉnh Hà Nam | department VN-63"},
        {"Phòng Văn hóa và Thông tin sơ kết 6 tháng đầu năm 2014\n\nChiều 04/7/2014, Phòng Văn hóa và Thông tin tổ "
         "chức hội nghị sơ kết "
         "công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2014.\n",
         "interim_review 2014-07-04 afternoon 2014-H1 2014-H2 | Phòng Văn hóa và Thông tin | office -"},
        {"Bộ Khoa học và Công nghệ giao ban quý III/2012\n\nNgày 09/10/2012, Bộ Khoa học và Công nghệ tổ chức hội "
         "nghị giao ban quý III, triển "
         "khai nhiệm vụ quý IV năm 2012.\n",
         "briefing 2012-10-09 - 2012-Q3 2012-Q4 | Bộ Khoa học và Công nghệ | ministry -"},
        {"Sở Nội vụ tỉnh Bắc Giang triển khai nhiệm vụ năm 2015\n\nSáng 15/01/2015, Sở Nội vụ tỉnh Bắc Giang tổ chức "
         "hội nghị triển khai nhiệm "
         "vụ năm 2015.\n\nNăm 2014, Sở đã ban hành 12 văn bản.\n",
         "kickoff 2015-01-15 morning 2014 2015 | Sở Nội vụ tỉnh Bắc Giang | department VN-54"},
        {"Sở Tư pháp sơ kết 9 tháng đầu năm 2023\n\nChiều 05/10/2023, Sở Tư pháp tỉnh Hà Nam tổ chức hội nghị sơ kết "
         "công tác 9 tháng đầu năm, "
         "triển khai nhiệm vụ quý IV năm 2023.\n",
         "interim_review 2023-10-05 afternoon 2023-9M 2023-Q4 | Sở Tư pháp tỉnh Hà Nam | department VN-63"},
    };
    for (const Row& row : rows) {
        INFO(row.source);
        CHECK(read(row.source) == row.meeting);
    }
}

TEST_CASE("a day without a year takes that of the publication", "[meeting]") {
    CHECK(read("Sở Y tế tổng kết công tác năm 2013\n\n08/01/2014\n\nChiều 6-1, Sở Y tế tỉnh Hà Nam tổ chức hội nghị "
               "tổng kết công tác năm 2013, "
               "triển khai nhiệm vụ năm 2014.\n")
              .starts_with("annual_review 2014-01-06 afternoon 2013 2014"));
    // Else that of the planned period.
    CHECK(read("Sở Y tế tổng kết công tác năm 2013\n\nSáng 25/1, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công "
               "tác năm 2013, triển khai "
               "nhiệm vụ năm 2014.\n")
              .starts_with("annual_review 2014-01-25 morning 2013 2014"));
}

TEST_CASE("an organizer is an agency by kind", "[meeting]") {
    const auto organizer = [](const std::string& name) {
        const auto agency = parse_agency(name);
        REQUIRE(agency);
        return *agency;
    };
    CHECK(organizer("Sở Y tế tỉnh Hà Nam") == Organizer{"Sở Y tế tỉnh Hà Nam",
                                                        OrganizerKind::department,
                                                        "VN-63",
                                                        {0, std::string("Sở Y tế tỉnh Hà Nam").size()}});
    CHECK(organizer("Bộ Y tế").kind == OrganizerKind::ministry);
    CHECK(organizer("Phòng Y tế").kind == OrganizerKind::office);
    CHECK(organizer("UBND tỉnh Bắc Giang").kind == OrganizerKind::committee);
    CHECK(organizer("Bưu điện tỉnh Hà Nam").kind == OrganizerKind::other);
    CHECK_FALSE(organizer("Bộ Y tế").province);
}

TEST_CASE("the organizer is not the agency at whose place it was held", "[meeting]") {
    for (const std::string place : {"tại Hội trường UBND tỉnh", "tại trụ sở UBND tỉnh", "tại UBND tỉnh"}) {
        const Report report = parse("Hội nghị tổng kết năm 2016\n\nSáng 11/01/2017, " + place +
                                    ", Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016.\n");
        INFO(place);
        REQUIRE(report.meeting.organizer);
        CHECK(report.meeting.organizer->name == "Sở Y tế tỉnh Hà Nam");
    }
}

TEST_CASE("of the periods reviewed and planned one tells the other where the page names it", "[meeting]") {
    struct Row {
        std::string words, said, before, after, named_before, named_after;
    };
    const std::vector<Row> rows = {
        {"năm 2012", "2012", "2011", "2013", "Năm 2011", "Năm 2013"},
        {"6 tháng đầu năm 2012", "2012-H1", "2011-H2", "2012-H2", "6 tháng cuối năm 2011", "6 tháng cuối năm 2012"},
        {"quý III/2012", "2012-Q3", "2012-Q2", "2012-Q4", "Quý II/2012", "Quý IV/2012"},
        {"quý IV/2012", "2012-Q4", "2012-Q3", "2013-Q1", "Quý III/2012", "Quý I/2013"},
        {"tháng 12/2012", "2012-12", "2012-11", "2013-01", "Tháng 11/2012", "Tháng 1/2013"},
        {"9 tháng đầu năm 2012", "2012-9M", "-", "2012-Q4", "Năm 2011", "Quý IV/2012"},
        {"năm học 2011 - 2012", "2011..2012", "2010..2011", "2012..2013", "Năm học 2010 - 2011",
         "Năm học 2012 - 2013"},
    };
    for (const Row& row : rows) {
        const auto page = [&](const std::string& work, const std::string& named) {
            return "Sở Y tế " + work + row.words + "\n\nNgày 09/10/2012, Sở Y tế tỉnh Hà Nam tổ chức hội nghị " +
                   work + row.words + ".\n\nSở đã ban hành 12 văn bản. " + named + " có 3 việc.\n";
        };
        INFO(row.words);
        CHECK(read(page("tổng kết công tác ", row.named_after)).find(" " + row.said + " " + row.after + " |") !=
              std::string::npos);
        CHECK(read(page("triển khai nhiệm vụ ", row.named_before)).find(" " + row.before + " " + row.said + " |") !=
              std::string::npos);
    }
}
