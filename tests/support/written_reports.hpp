#pragma once

#include <filesystem>
#include <string>

namespace docs_lint::tests {

/// What one audit writes in all formats, each into a file of its own.
enum class Audited {
    clean,   ///< a tidy repository
    hostile, ///< findings and what could not be judged, with names and texts made to break out
    shallow, ///< no finding, and a history that is not there
};

/// The report, made once for each program; its folder lives as long.
std::filesystem::path report_of(Audited audited, const std::string& format);

} // namespace docs_lint::tests
