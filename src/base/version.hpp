#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::base {

/// A document version: `x.y`, or `x.y.z` as some teams write it (`x.y` and `x.y.0` are the same).
struct Version {
    unsigned major_number = 0;
    unsigned minor_number = 0;
    unsigned patch_number = 0;

    friend auto operator<=>(const Version&, const Version&) = default;
};

/// Strictly `x.y` or `x.y.z`, with or without a leading `v`.
std::optional<Version> parse_version(std::string_view text);

std::string to_string(const Version& version);

} // namespace docs_lint::base
