// SPDX-License-Identifier: BSL-1.0
// A page around sentences whose figures are looked at, and the figures as lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tongket/tongket.hpp>

#include "spans.hpp"

namespace tongket::test {

using Lines = std::vector<std::string>;

/// The page of a department of information and communications that reviews 2016; `body` stands among its results.
inline std::string page_of(const std::string& body) {
    return "Sở Thông tin và Truyền thông tỉnh Hà Nam tổng kết công tác năm 2016\n\nNgày 12/01/2017, Sở Thông tin và "
           "Truyền thông tỉnh Hà Nam tổ chức "
           "hội nghị tổng kết công tác năm 2016, triển khai nhiệm vụ năm 2017.\n\n" +
           body + "\n";
}
inline Report report_of(const std::string& body) { return parse_checked(page_of(body)); }

/// `text = value unit kind`, then whatever is not the default.
inline Lines shown(const Report& report) {
    Lines lines;
    for (const Measure& m : report.measures) {
        std::string line =
            m.text + " = " + m.value.to_string() + " " + m.unit.value_or("-") + " " + std::string(name_of(m.kind));
        if (m.per) line += " /" + m.per->value.to_string() + " " + m.per->unit;
        if (m.approx != Approximation::exact) line += " " + std::string(name_of(m.approx));
        if (m.estimated) line += " estimated";
        if (m.direction) line += " " + std::string(name_of(*m.direction));
        if (m.baseline) line += " [" + *m.baseline + "]";
        if (m.part_of) line += " of#" + std::to_string(*m.part_of);
        lines.push_back(line);
    }
    return lines;
}
inline Lines shown(const std::string& body) { return shown(report_of(body)); }

/// `text: indicator`.
inline Lines subjects(const std::string& body) {
    Lines lines;
    for (const Measure& m : report_of(body).measures)
        lines.push_back(m.text + ": " + (m.indicator ? m.indicator->text : "-"));
    return lines;
}

/// `text: id`.
inline Lines ids(const std::string& body) {
    Lines lines;
    for (const Measure& m : report_of(body).measures) lines.push_back(m.text + ": " + m.indicator_id.value_or("-"));
    return lines;
}

/// `text: period`.
inline Lines periods(const std::string& body) {
    Lines lines;
    for (const Measure& m : report_of(body).measures)
        lines.push_back(m.text + ": " + (m.period ? m.period->to_string() : "-"));
    return lines;
}

}  // namespace tongket::test
