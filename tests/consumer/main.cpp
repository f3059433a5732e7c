// SPDX-License-Identifier: BSL-1.0
// An application that uses the library: the same for every way of finding it.
#include <iostream>

#include <tongket/tongket.hpp>

int main() {
    const tongket::Report report =
        tongket::parse("Ngày 18/01/2018, Sở Thông tin và Truyền thông Hà Nam tổ chức Hội nghị tổng kết năm 2017.");
    const auto date = report.meeting.date;
    std::cout << "tongket " << tongket::version << ": " << (date ? date->to_string() : "no date") << '\n';
    if (date != tongket::Date{2018, 1, 18}) return 1;

    // An exception of the library arrives as what it is.
    try {
        (void)tongket::parse("\xff");
    } catch (const tongket::Error& error) {
        return error.code() == tongket::ErrorCode::invalid_utf8 ? 0 : 1;
    }
    return 1;
}
