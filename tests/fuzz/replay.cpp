// SPDX-License-Identifier: BSL-1.0
// Runs a fuzz target over files, without libFuzzer: usage: replay FILE-OR-DIRECTORY...
// Each file is named before it is run, so that the last line tells which one ended the process. A target with a
// mutator of its own gets each file changed by it as well.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace fs = std::filesystem;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
// Null where the target has none.
extern "C" [[gnu::weak]] std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                                             std::size_t most_bytes, unsigned seed);

namespace {

std::vector<fs::path> files_of(int argc, char** argv) {
    std::vector<fs::path> files;
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) {
            files.emplace_back(argv[i]);
            continue;
        }
        for (const auto& entry : fs::directory_iterator(argv[i])) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot be read");
    std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
    (void)LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    if (LLVMFuzzerCustomMutator == nullptr) return;
    constexpr std::size_t most_more = 4096;
    const std::size_t size = bytes.size();
    bytes.resize(size + most_more);
    bytes.resize(LLVMFuzzerCustomMutator(bytes.data(), size, bytes.size(), static_cast<unsigned>(size)));
    (void)LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<fs::path> files = files_of(argc, argv);
    std::size_t failed = 0;
    for (const fs::path& file : files) {
        std::cout << file.string() << std::endl;
        try {
            replay(file);
        } catch (const std::exception& error) {
            std::cout << "  FAILED: " << error.what() << '\n';
            ++failed;
        }
    }
    std::cout << files.size() << " inputs, " << failed << " failed\n";
    return files.empty() || failed != 0 ? 1 : 0;
}
