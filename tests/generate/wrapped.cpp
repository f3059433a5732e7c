// SPDX-License-Identifier: BSL-1.0
#include "generate/wrapped.hpp"

#include <algorithm>
#include <string>

#include <tongket/grammar/fold.hpp>

namespace tongket::test {
namespace {

using grammar::decode;

// A tenth of a mean letter, as in a book face.
std::size_t proportional_width(char32_t c) {
    constexpr std::u32string_view narrow = U"ijltfrI.,;:'()/!|- ", wide = U"mwMW%";
    if (narrow.find(c) != std::u32string_view::npos) return 6;
    if (wide.find(c) != std::u32string_view::npos) return 16;
    return grammar::fold(c).upper ? 13 : 10;
}

std::size_t width_of(std::string_view text, bool proportional) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode(text, at);
        width += proportional ? proportional_width(c.value) : 10;
        at += c.length;
    }
    return width;
}

// A part of a line that is not broken, and whether a blank stands before it.
struct Piece {
    std::size_t begin, end;
    bool behind_blank;
};

using Line = std::vector<Piece>;

class Setter {
  public:
    Setter(std::string_view page, const Setting& setting) : page_(page), setting_(setting) {}

    WrappedPage run() {
        for (std::size_t at = 0; at < page_.size();) {
            const std::size_t end = std::min(page_.find('\n', at), page_.size());
            set_paragraph(at, end);
            at = end + 1;
        }
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::size_t in_page = setting_.lines_a_page == 0 ? 0 : i % setting_.lines_a_page;
            if (setting_.lines_a_page != 0 && in_page == 0) begin_page(i / setting_.lines_a_page + 1);
            out_.text += lines_[i].text;
            out_.origin.insert(out_.origin.end(), lines_[i].origin.begin(), lines_[i].origin.end());
            insert("\n", lines_[i].end);
            if (setting_.lines_a_page != 0 && (in_page + 1 == setting_.lines_a_page || i + 1 == lines_.size()))
                end_page(i / setting_.lines_a_page + 1);
        }
        return std::move(out_);
    }

  private:
    struct SetLine {
        std::string text;
        std::vector<std::size_t> origin;
        std::size_t end;  // in the page
    };
    std::string_view page_;
    const Setting& setting_;
    std::vector<SetLine> lines_;
    WrappedPage out_;

    void insert(std::string_view text, std::size_t place) {
        out_.text += text;
        out_.origin.insert(out_.origin.end(), text.size(), place);
    }
    [[nodiscard]] std::size_t pages() const {
        return (lines_.size() + setting_.lines_a_page - 1) / setting_.lines_a_page;
    }
    [[nodiscard]] std::size_t next_place() const { return out_.origin.empty() ? 0 : out_.origin.back(); }
    void begin_page(std::size_t number) {
        if (pages() == 1) return;
        insert((number == 1 ? "" : "\f") + std::string(setting_.indent + 20, ' ') + "BẢN TIN NGÀNH\n\n",
               next_place());
    }
    void end_page(std::size_t number) {
        insert("\n" + std::string(setting_.indent + 30, ' ') + "Trang " + std::to_string(number) + "/" +
                   std::to_string(pages()) + "\n",
               next_place());
    }

    [[nodiscard]] std::size_t width(std::size_t begin, std::size_t end) const {
        return width_of(page_.substr(begin, end - begin), setting_.proportional);
    }

    [[nodiscard]] std::vector<Piece> pieces_of(std::size_t begin, std::size_t end) const {
        std::vector<Piece> pieces;
        bool blank = false;
        std::size_t first = begin;
        const auto close = [&](std::size_t last) {
            if (last > first) {
                pieces.push_back({first, last, blank});
                blank = false;
            }
            first = last;
        };
        for (std::size_t at = begin; at < end; ++at) {
            if (page_[at] == ' ') {
                close(at);
                blank = true;
                first = at + 1;
            } else if (setting_.breaks_at_hyphens && page_[at] == '-' && at > first && at + 1 < end &&
                       page_[at + 1] >= 'A') {
                close(at + 1);
            }
        }
        close(end);
        return pieces;
    }

    void set_paragraph(std::size_t begin, std::size_t end) {
        const std::vector<Piece> pieces = pieces_of(begin, end);
        if (pieces.empty() && !setting_.blank_lines) return;
        const std::size_t most = setting_.width * 10;
        if (width(begin, end) + setting_.first_indent * 10 <= most) {
            SetLine line{"", {}, end};
            if (!pieces.empty()) add_blanks(line, setting_.indent + setting_.first_indent, begin);
            add(line, begin, end);
            lines_.push_back(std::move(line));
            return;
        }
        Line line;
        std::size_t taken = setting_.first_indent * 10;
        bool first = true;
        for (const Piece& piece : pieces) {
            const std::size_t blank = piece.behind_blank && !line.empty() ? width_of(" ", setting_.proportional) : 0;
            if (!line.empty() && taken + blank + width(piece.begin, piece.end) > most) {
                set_line(line, first, setting_.justified ? most - taken : 0);
                line.clear();
                taken = 0;
                first = false;
            }
            taken += (line.empty() ? 0 : blank) + width(piece.begin, piece.end);
            line.push_back(piece);
        }
        set_line(line, first, 0);
    }

    void add_blanks(SetLine& line, std::size_t count, std::size_t place) const {
        line.text.append(count, ' ');
        line.origin.insert(line.origin.end(), count, place);
    }
    void add(SetLine& line, std::size_t begin, std::size_t end) const {
        line.text += page_.substr(begin, end - begin);
        for (std::size_t at = begin; at < end; ++at) line.origin.push_back(at);
    }
    // With so many tenths of a column spread over its blanks.
    void set_line(const Line& pieces, bool first, std::size_t spare) {
        SetLine line{"", {}, pieces.back().end};
        add_blanks(line, setting_.indent + (first ? setting_.first_indent : 0), pieces.front().begin);
        const auto gaps = static_cast<std::size_t>(
            std::count_if(pieces.begin() + 1, pieces.end(), [](const Piece& piece) { return piece.behind_blank; }));
        std::size_t columns = spare / 10, left = gaps;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i > 0 && pieces[i].behind_blank) {
                const std::size_t more = (columns + left - 1) / left;
                add_blanks(line, 1 + more, pieces[i - 1].end);
                columns -= more;
                --left;
            }
            add(line, pieces[i].begin, pieces[i].end);
        }
        lines_.push_back(std::move(line));
    }
};

}  // namespace

WrappedPage wrapped(std::string_view page, const Setting& setting) { return Setter(page, setting).run(); }

}  // namespace tongket::test
