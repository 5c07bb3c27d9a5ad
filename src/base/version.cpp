#include "base/version.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

namespace docs_lint::base {

std::optional<Version> parse_version(std::string_view text) {
    static const re2::RE2 pattern(R"([vV]?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?)");
    Version version;
    re2::StringPiece patch;
    const re2::StringPiece input(text.data(), text.size());
    if (!re2::RE2::FullMatch(input, pattern, &version.major_number, &version.minor_number, &patch))
        return std::nullopt;
    if (!patch.empty()) version.patch_number = static_cast<unsigned>(std::stoul(std::string(patch)));
    return version;
}

std::string to_string(const Version& version) {
    if (version.patch_number == 0) return fmt::format("{}.{}", version.major_number, version.minor_number);
    return fmt::format("{}.{}.{}", version.major_number, version.minor_number, version.patch_number);
}

} // namespace docs_lint::base
