#include "rules/change_logs.hpp"

#include <algorithm>

namespace docs_lint::rules {
namespace {

bool is_newer(const model::ChangeLogRow& row, const model::ChangeLogRow& than) {
    if (*row.version != *than.version) return *row.version > *than.version;
    return row.date && (!than.date || *row.date > *than.date);
}

} // namespace

bool keeps_change_log(const facts::DocumentFacts& document) {
    return document->document_class->change_log != policy::ChangeLogDuty::none;
}

std::vector<const model::ChangeLogRow*> rows_that_count(const facts::DocumentFacts& document) {
    std::vector<const model::ChangeLogRow*> rows;
    for (const model::ChangeLogRow& row : document->change_log)
        if (!row.planned) rows.push_back(&row);
    return rows;
}

bool counts_as_row(const facts::DocumentFacts& document, base::Span source) {
    const auto rows = rows_that_count(document);
    return std::any_of(rows.begin(), rows.end(), [&](const auto* row) { return row->source == source; });
}

const model::ChangeLogRow* newest_row(const facts::DocumentFacts& document) {
    const model::ChangeLogRow* newest = nullptr;
    for (const model::ChangeLogRow* row : rows_that_count(document))
        if (row->version && (newest == nullptr || is_newer(*row, *newest))) newest = row;
    return newest;
}

const model::Field* version_field(const facts::DocumentFacts& document) {
    return document->header.find_any(document.policy->header_fields.versions);
}

} // namespace docs_lint::rules
