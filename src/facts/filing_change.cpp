#include "facts/filing_change.hpp"

#include "base/text.hpp"
#include "facts/line_difference.hpp"
#include "model/document.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

std::vector<base::Span> spans_that_filing_may_change(const model::Document& document) {
    std::vector<base::Span> spans = {document.header.source};
    for (const auto& declared : document.states) spans.push_back(declared.source);
    for (const auto& row : document.transitions) spans.push_back(row.source);
    for (const auto& action : document.actions) spans.push_back(action.source);
    for (const auto& row : document.change_log) spans.push_back(row.source);
    const bool knows_last = document.process != nullptr && !document.process->gates.empty();
    for (const auto& gate : document.gates) {
        spans.push_back(gate.heading);
        for (const auto& status : gate.statuses) spans.push_back(status.source);
        if (!knows_last || gate.id != document.process->gates.back().id) continue;
        for (const auto& item : gate.items) spans.push_back(item.source);
    }
    return spans;
}

bool is_ticked_line(std::string_view line) {
    const auto trimmed = base::trim(line);
    return trimmed.starts_with("- [x]") || trimmed.starts_with("- [X]") || trimmed.starts_with("- [ ]");
}

std::vector<diagnostics::Location> lines_beyond(const model::Document& document, std::string_view other) {
    std::vector<diagnostics::Location> beyond;
    const auto allowed = spans_that_filing_may_change(document);
    for (const base::Span line : lines_only_in(document.text, other)) {
        const bool needed = std::any_of(allowed.begin(), allowed.end(), [line](base::Span span) {
            return span.begin < line.end && line.begin < span.end;
        });
        if (!needed && !is_ticked_line(std::string_view(document.text).substr(line.begin, line.size())))
            beyond.push_back(document.at(line));
    }
    return beyond;
}

} // namespace

ChangesBeyondFiling changes_beyond_filing(const std::string& path, const std::string& old_text,
                                          const std::string& new_text,
                                          const policy::DocumentClass& document_class,
                                          const policy::Policy& policy) {
    const auto before = model::read(path, old_text, document_class, policy);
    const auto after = model::read(path, new_text, document_class, policy);
    if (!before || !after) return {};
    return {lines_beyond(*after, old_text), lines_beyond(*before, new_text)};
}

} // namespace docs_lint::facts
