#include "engine/change_log_rows.hpp"
#include "model/version_text.hpp"
#include "rules/change_logs.hpp"

#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

/// The day on which the header says that the document was last changed; a dash where it does not say so.
std::string date_of_update(const FixSource& source) {
    const auto* field = source.document->header.find_any(source.document.policy->header_fields.updates);
    const auto date = field == nullptr ? std::nullopt : base::parse_date(field->value.trimmed().text);
    return date ? base::to_string(*date) : "—";
}

} // namespace

std::vector<Fix> fix_missing_row(const FixSource& source) {
    const model::Field* field = rules::version_field(source.document);
    const model::ChangeLogRow* newest = rules::newest_row(source.document);
    if (field == nullptr || newest == nullptr) return {};
    const auto version = model::version_at_front(field->value.text);
    if (!version || *version <= *newest->version) return {};
    const std::string number = written_like(*version, newest->version_text);
    auto edit = newest_row_edit(source, {number, date_of_update(source), "{what changed}"});
    if (!edit) return {};
    return {{"changelog/version-mismatch",
             field->source,
             {std::move(*edit)},
             fmt::format("the change log gets a row for {}, whose text is yours to write", number),
             FixScope::change_log,
             "changelog/malformed"}};
}

} // namespace docs_lint::engine
