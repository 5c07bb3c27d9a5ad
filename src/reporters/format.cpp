#include "reporters/format.hpp"

#include <array>

namespace docs_lint::reporters {
namespace {

constexpr std::array kFormats = {
    Format{"full", "frames with the source line (default)", true, &render_full},
    Format{"concise", "one line a finding", true, &render_concise},
    Format{"grouped", "findings by document", true, &render_grouped},
    Format{"json", "schema docs-lint/1", false, &render_json},
    Format{"jsonl", "the same, one object a line", false, &render_jsonl},
    Format{"sarif", "SARIF 2.1.0, for code scanning", false, &render_sarif},
    Format{"html", "one page: records, gates, history, findings", false, &render_html,
           engine::RecordsAsked::with_history},
    Format{"github", "annotations of GitHub Actions", false, &render_github},
    Format{"gitlab", "Code Quality report of GitLab", false, &render_gitlab},
    Format{"junit", "JUnit XML, for lists of tests", false, &render_junit},
    Format{"checkstyle", "Checkstyle XML", false, &render_checkstyle},
    Format{"rdjson", "Diagnostic Format of reviewdog", false, &render_rdjson},
    Format{"markdown", "for a job's summary or a comment on GitHub", false, &render_markdown,
           engine::RecordsAsked::standing},
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
