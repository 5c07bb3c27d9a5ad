#include "reporters/format.hpp"

#include <array>

namespace docs_lint::reporters {
namespace {

constexpr std::array kFormats = {
    Format{"full", "frames with the source line (default)", true, &render_full},
    Format{"concise", "one line a finding", true, &render_concise},
    Format{"json", "schema docs-lint/1", false, &render_json},
    Format{"sarif", "SARIF 2.1.0, for code scanning", false, &render_sarif},
    Format{"github", "annotations of GitHub Actions", false, &render_github},
    Format{"markdown", "for a job's summary or a comment on GitHub", false, &render_markdown},
};

} // namespace

std::span<const Format> all_formats() {
    return kFormats;
}

const Format* find_format(std::string_view name) {
    for (const Format& format : kFormats) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : kFormats) names.emplace_back(format.name);
    return names;
}

} // namespace docs_lint::reporters
