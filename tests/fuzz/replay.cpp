// Stands in for libFuzzer where there is none: gives a fuzzer its seeds, and so many changes of them, the
// same in every run.
//     x_fuzz_replay CHANGES FILE-OR-FOLDER...
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

constexpr std::size_t kLargestSeed = 20'000;

void add_file(const fs::path& path, std::vector<std::string>& seeds) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (bytes.size() <= kLargestSeed) seeds.push_back(std::move(bytes));
}

std::vector<std::string> read_seeds(const std::vector<std::string>& places) {
    std::vector<fs::path> files;
    for (const std::string& place : places) {
        if (!fs::is_directory(place))
            files.emplace_back(place);
        else
            for (const auto& entry : fs::recursive_directory_iterator(place))
                if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (const fs::path& file : files) add_file(file, seeds);
    return seeds;
}

std::size_t below(std::size_t end, Random& random) {
    return end == 0 ? 0 : static_cast<std::size_t>(random() % end);
}

/// A few bytes are replaced, taken out, said twice, or taken from another seed.
std::string changed(std::string text, const std::vector<std::string>& seeds, Random& random) {
    for (std::size_t times = 1 + below(6, random); times > 0; --times) {
        const std::size_t at = below(text.size() + 1, random);
        const std::size_t size = below(std::min<std::size_t>(text.size() - at, 64) + 1, random);
        const std::string& other = seeds[below(seeds.size(), random)];
        const std::size_t from = below(other.size() + 1, random);
        switch (random() % 5) {
        case 0:
            text.replace(at, size, std::string(1, static_cast<char>(random())));
            break;
        case 1:
            text.erase(at, size);
            break;
        case 2:
            text.insert(at, text.substr(at, size));
            break;
        case 3:
            text.insert(at, other.substr(from, below(200, random)));
            break;
        default:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << (random() % 8)));
        }
    }
    return text;
}

void try_out(const std::string& text) {
    // Exactly as large as it is, so that AddressSanitizer sees a byte too many.
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

const std::string* tried = nullptr;

/// What made the program abort is kept.
void keep_what_was_tried(int) {
    std::ofstream("fuzz-abort.bin", std::ios::binary) << *tried;
    std::_Exit(1);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const long changes = std::atol(argv[1]);
    const auto seeds = read_seeds({argv + 2, argv + argc});
    if (seeds.empty()) return 2;
    std::signal(SIGABRT, keep_what_was_tried);
    for (const std::string& seed : seeds) {
        tried = &seed;
        try_out(seed);
    }
    const char* const number = std::getenv("FUZZ_SEED");
    Random random(number == nullptr ? 20260221 : static_cast<std::uint64_t>(std::atoll(number)));
    for (long change = 0; change < changes; ++change) {
        const std::string text = changed(seeds[below(seeds.size(), random)], seeds, random);
        tried = &text;
        try_out(text);
    }
    std::printf("%zu seeds, %ld changes\n", seeds.size(), changes);
    return 0;
}
