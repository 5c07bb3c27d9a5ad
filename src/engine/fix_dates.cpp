#include "base/written_date.hpp"
#include "engine/fix_makers.hpp"
#include "model/columns.hpp"
#include "model/header_values.hpp"
#include "model/log_tables.hpp"
#include "rules/change_logs.hpp"
#include "rules/header_dates.hpp"

#include <fmt/format.h>
#include <optional>

namespace docs_lint::engine {
namespace {

using markdown::Text;

/// `02.03.2026` is read with its day first, as nearly everybody writes it; whoever does not means another
/// day.
bool may_mean_another_day(std::string_view written, base::Date date) {
    const bool dots_and_year_last = written.size() > 5 && written[written.size() - 5] == '.';
    const auto day = static_cast<unsigned>(date.day());
    return dots_and_year_last && day <= 12 && day != static_cast<unsigned>(date.month());
}

struct Respelt {
    base::TextEdit edit;
    std::string what;
};

/// The date of a value as `YYYY-MM-DD`, where it is written in another form that has one reading.
std::optional<Respelt> respell(const Text& value, const FixSource& source) {
    if (model::read_date_value(value, source.document.policy->sign_off).form != model::DateForm::other)
        return std::nullopt;
    const auto found = base::find_written_date(value.text);
    if (!found || !found->date || found->other) return std::nullopt;
    const std::string written = value.text.substr(found->source.begin, found->source.size());
    const base::Span bytes = value.source_of(found->source);
    const bool plain = source.document->text.compare(bytes.begin, bytes.size(), written) == 0;
    if (!plain || may_mean_another_day(written, *found->date)) return std::nullopt;
    const std::string date = base::to_string(*found->date);
    return Respelt{{bytes, date}, fmt::format("\"{}\" becomes {}", written, date)};
}

} // namespace

std::vector<Fix> fix_header_dates(const FixSource& source) {
    std::vector<Fix> fixes;
    for (const model::Field* field : rules::date_fields_of(source.document))
        if (auto date = respell(field->value, source))
            fixes.push_back({"header/date-invalid",
                             field->source,
                             {std::move(date->edit)},
                             std::move(date->what),
                             FixScope::header_date});
    return fixes;
}

std::vector<Fix> fix_change_log_dates(const FixSource& source) {
    std::vector<Fix> fixes;
    for (const model::ChangeLogTable& log : model::find_change_log_tables(source.tree))
        for (const markdown::TableRow& row : log.table->rows) {
            if (!rules::counts_as_row(source.document, row.source)) continue;
            if (auto date = respell(model::cell_at(row, log.columns.date), source))
                fixes.push_back({"changelog/malformed",
                                 row.source,
                                 {std::move(date->edit)},
                                 std::move(date->what),
                                 FixScope::change_log});
        }
    return fixes;
}

} // namespace docs_lint::engine
