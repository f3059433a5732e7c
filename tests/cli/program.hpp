// SPDX-License-Identifier: BSL-1.0
/// @file
/// The program as its tests run it, in folders of their own.
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include <tongket/tongket.hpp>

#include "catch.hpp"
#include "cli/run.hpp"

namespace cli_test {

namespace fs = std::filesystem;
using tongket::cli::Terminal;

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

inline Outcome run(const std::vector<std::string>& arguments, const std::string& input = "",
                   const Terminal& terminal = {}) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Outcome outcome;
    outcome.code = tongket::cli::run(arguments, in, out, err, terminal);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
}

/// A directory of its own for a test, gone afterwards.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "tongket-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

    /// Makes a file and says where.
    [[nodiscard]] std::string file(const std::string& name, const std::string& content) const {
        const fs::path path = path_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }

    [[nodiscard]] std::string content(const std::string& name) const {
        std::ifstream in(path_ / name, std::ios::binary);
        REQUIRE(in);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }

    /// The names of all files below `name`, hidden ones too, in order.
    [[nodiscard]] std::vector<std::string> names(const std::string& name) const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(path_ / name))
            found.push_back(entry.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

  private:
    fs::path path_;
};

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

using Names = std::vector<std::string>;

inline const std::string text_a = "Hội nghị tổng kết năm 2017\nNgày 18/01/2018, Sở A tổ chức hội nghị.\n";
inline const std::string text_b = "Hội nghị sơ kết 6 tháng đầu năm 2018\nSở B tổ chức hội nghị.\n";

inline std::string json_of(const std::string& text, int indent = 2) {
    return tongket::to_json(tongket::Parser().parse(text), indent);
}

}  // namespace cli_test
