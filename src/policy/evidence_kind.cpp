#include "policy/process.hpp"

#include <array>

namespace docs_lint::policy {
namespace {

struct Row {
    EvidenceKind kind;
    std::string_view name;
    std::string_view description;
};

constexpr std::array<Row, 15> kRows = {{
    {EvidenceKind::commit, "commit", "a commit hash"},
    {EvidenceKind::path, "path", "a path in the repository"},
    {EvidenceKind::specification, "specification", "the path of a canonical specification"},
    {EvidenceKind::section, "section", "a section of a document"},
    {EvidenceKind::version, "version", "a document version"},
    {EvidenceKind::date, "date", "a date"},
    {EvidenceKind::role, "role", "the role whose statement it is"},
    {EvidenceKind::statement, "statement", "a written statement"},
    {EvidenceKind::result, "result", "a test result"},
    {EvidenceKind::method, "method", "what was tested, or how"},
    {EvidenceKind::calculation, "calculation", "a calculation by hand"},
    {EvidenceKind::decision, "decision", "an answer to its yes-or-no question"},
    {EvidenceKind::need, "need", "a statement that it was needed"},
    {EvidenceKind::waiver, "waiver", "a statement that nothing was needed"},
    {EvidenceKind::severity, "severity", "a severity tier"},
}};

const Row& row_of(EvidenceKind kind) {
    for (const Row& row : kRows)
        if (row.kind == kind) return row;
    return kRows.front();
}

} // namespace

std::string_view to_string(EvidenceKind kind) {
    return row_of(kind).name;
}

std::string_view describe(EvidenceKind kind) {
    return row_of(kind).description;
}

std::optional<EvidenceKind> parse_evidence_kind(std::string_view text) {
    for (const Row& row : kRows)
        if (row.name == text) return row.kind;
    return std::nullopt;
}

std::vector<std::string> evidence_kind_names() {
    std::vector<std::string> names;
    for (const Row& row : kRows) names.emplace_back(row.name);
    return names;
}

} // namespace docs_lint::policy
