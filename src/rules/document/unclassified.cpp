#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::document::unclassified {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a Markdown file in a governed folder belongs to no class",
    .why =
        "What no class covers is not checked at all: a record in a folder with a slip of the pen in its name "
        "could be "
        "edited after filing, and nobody would be told.",
    .fix = "Move the file where its class keeps its documents, or describe its class in `.docs-lint.yaml`.",
    .source = "Document lifecycle guide: every governed document has a class",
    .severity = diagnostics::Severity::warning,
};

namespace {

struct Folder {
    std::string_view parent;
    std::string_view name;
};

Folder folder_of(std::string_view path) {
    path = path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return {{}, path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

/// The part of a pattern's text in front of its first placeholder.
std::string_view literal_part(std::string_view pattern) {
    return pattern.substr(0, pattern.find_first_of("*?{"));
}

/// A folder of some class beside the file's own whose name differs little: `phase_gate` for `phase_gates`.
std::optional<std::string> folder_meant(const policy::Policy& policy, std::string_view path) {
    const std::string lower = base::lower(path);
    const Folder folder = folder_of(lower);
    std::vector<std::string> names;
    for (const policy::DocumentClass& document_class : policy.classes)
        for (const base::PathPattern& pattern : document_class.paths) {
            const Folder candidate = folder_of(literal_part(pattern.text()));
            if (candidate.parent == folder.parent) names.emplace_back(candidate.name);
        }
    const auto nearest = base::nearest_name(folder.name, names);
    if (!nearest) return std::nullopt;
    const std::string meant =
        folder.parent.empty() ? *nearest : fmt::format("{}/{}", folder.parent, *nearest);
    if (path.starts_with(meant + "/")) return std::nullopt; // it is there already
    return meant;
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const std::string& path : corpus.unclassified) {
        const auto meant = folder_meant(*corpus.policy, path);
        report.finding({
            .message = "no class covers this Markdown file, so nothing in it is checked or protected",
            .location = diagnostics::whole_document(path),
            .help =
                meant
                    ? fmt::format("did you mean the folder {}?", *meant)
                    : "move it where its class keeps its documents, or describe its class in .docs-lint.yaml",
        });
    }
}

} // namespace docs_lint::rules::document::unclassified
