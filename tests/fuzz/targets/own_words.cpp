// SPDX-License-Identifier: BSL-1.0
// A parser with words of the user, whatever they are: it is refused, or its reports are sound. Slow beside the other
// targets, since every input compiles the whole lexicon anew.
#include <algorithm>

#include "check.hpp"

using namespace tongket;

namespace {

/// A report that has the words of the entries in the places of a name, a title, a unit, an indicator and a document.
std::string report_with(const std::vector<LexiconEntry>& entries) {
    std::string text =
        "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016\n\n"
        "Ngày 12/01/2017, Sở Y tế tỉnh Hà Nam tổ chức hội nghị tổng kết công tác năm 2016. ";
    constexpr std::size_t most_entries = 16;
    for (std::size_t i = 0; i < std::min(entries.size(), most_entries); ++i) {
        const std::string& phrase = entries[i].phrases.front();
        for (const char* words : {"Đồng chí ", " Nguyễn Văn An, ", " Sở Y tế dự hội nghị.\n\nNăm 2016, ", " đạt 12 ",
                                  " 5 ", " xã, tăng ", " 3% so với ", "; tặng 2 ", " theo ", " số 12/2016/QĐ-UBND. "})
            (text += words) += phrase;
        text += '\n';
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view lines = fuzz::as_text(data, size);
    try {
        const std::vector<LexiconEntry> entries = read_lexicon(lines);
        if (entries.empty()) return 0;
        const Parser parser({}, entries);
        const std::string source = report_with(entries);
        fuzz::check_report(source, parser.parse(source));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::invalid_utf8) fuzz::check_error(lines, error, ErrorCode::invalid_lexicon);
    }
    return 0;
}
