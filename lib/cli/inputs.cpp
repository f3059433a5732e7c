// SPDX-License-Identifier: BSL-1.0
#include "cli/inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/messages.hpp"

namespace tongket::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& name) {
    const std::string text = name.string();
    constexpr std::string_view word_lock = "~$", of_mac_archives = "__MACOSX";
    return text.starts_with('.') || text.starts_with(word_lock) || text == of_mac_archives;
}

/// A path without its file's ending, and without that of gzip.
std::string without_ending(fs::path path) {
    if (path.extension() == ".gz") path.replace_extension();
    return path.replace_extension().string();
}

/// The files in a folder and the folders in it, in order.
std::vector<fs::path> files_in(const fs::path& folder, std::string& messages) {
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (is_hidden(entry->path().filename())) {
            entry.disable_recursion_pending();
            continue;
        }
        std::error_code ignored;
        const bool is_missing = entry->is_symlink(ignored) && !entry->exists(ignored);
        if (is_missing || entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error) messages += message_line(folder.string(), error.message());
    std::sort(files.begin(), files.end());
    return files;
}

/// Whether two files would be called the same; one that was given twice is no twin.
bool has_twins(const std::vector<InputFile>& files) {
    std::map<std::string, std::string> paths;
    return std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
        return paths.emplace(file.name, file.path).first->second != file.path;
    });
}

/// The folder that all paths lie in.
fs::path common_folder(const std::vector<fs::path>& paths) {
    fs::path common = paths.front().parent_path();
    for (const fs::path& path : paths) {
        const auto [end, ignored] = std::mismatch(common.begin(), common.end(), path.begin(), path.end());
        fs::path shared;
        for (auto part = common.begin(); part != end; ++part) shared /= *part;
        common = shared;
    }
    return common;
}

/// Calls files by their paths below the folder that they have in common.
void name_by_paths(std::vector<InputFile>& files) {
    std::vector<fs::path> paths;
    std::error_code ignored;
    for (const InputFile& file : files)
        if (file.path != standard_input) paths.push_back(fs::absolute(file.path, ignored).lexically_normal());
    if (paths.empty()) return;
    const fs::path common = common_folder(paths);
    std::map<std::string, std::set<fs::path>> of_name;
    for (fs::path& path : paths) {
        path = path.lexically_relative(common);
        of_name[without_ending(path)].insert(path);
    }
    auto path = paths.begin();
    for (InputFile& file : files) {
        if (file.path == standard_input) continue;
        const std::string name = without_ending(*path);
        file.name = of_name[name].size() > 1 ? path->string() : name;
        ++path;
    }
}

/// Whether all line breaks are CRLF; of others a CR is the end of a name.
bool ends_lines_by_crlf(std::string_view list) {
    for (std::size_t at = list.find('\n'); at != std::string_view::npos; at = list.find('\n', at + 1))
        if (at == 0 || list[at - 1] != '\r') return false;
    return list.find('\n') != std::string_view::npos;
}

}  // namespace

std::string Inputs::read(const std::string& path) {
    if (path != standard_input) return read_file(path, max_bytes_);
    const std::lock_guard lock(mutex_);
    if (std::exchange(was_read_, true)) throw FileError("standard input can be read only once");
    return read_stream(in_, max_bytes_);
}

std::vector<std::string> read_list(std::string_view list, char end) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (end == '\n' && list.starts_with(byte_order_mark)) list.remove_prefix(byte_order_mark.size());
    const bool has_crlf = end == '\n' && ends_lines_by_crlf(list);
    std::vector<std::string> paths;
    while (!list.empty()) {
        std::string_view path = list.substr(0, list.find(end));
        list.remove_prefix(std::min(path.size() + 1, list.size()));
        if (has_crlf && path.ends_with('\r')) path.remove_suffix(1);
        if (!path.empty()) paths.emplace_back(path);
    }
    return paths;
}

std::vector<InputFile> find_files(const std::vector<std::string>& given, std::string& messages) {
    std::vector<InputFile> files;
    for (const std::string& one : given) {
        std::error_code ignored;
        if (one == standard_input) {
            files.push_back({one, "stdin"});
        } else if (fs::is_directory(one, ignored)) {
            std::string unread;
            const std::vector<fs::path> found = files_in(one, unread);
            if (found.empty() && unread.empty())
                unread = message_line(one, "no file to read in this folder (hidden ones are left out)");
            messages += unread;
            for (const fs::path& file : found)
                files.push_back({file.string(), without_ending(file.lexically_relative(one))});
        } else {
            files.push_back({one, without_ending(fs::path(one).filename())});
        }
    }
    if (has_twins(files)) name_by_paths(files);
    return files;
}

}  // namespace tongket::cli
