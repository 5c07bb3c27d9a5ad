#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::changelog::version_step {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a version is neither the next minor nor the next major one after the version before it",
    .why = "A step that leaves versions out looks like rows that were lost.",
    .fix = "Number the version as the next one, or add the rows that are missing.",
    .source = "Role charter §5.7: minor increment for additions, major for breaking changes",
    .severity = diagnostics::Severity::warning,
};

namespace {

bool is_next(const base::Version& from, const base::Version& to) {
    if (to.major_number == from.major_number + 1) return to.minor_number == 0 && to.patch_number == 0;
    if (to.major_number != from.major_number) return false;
    if (to.minor_number == from.minor_number + 1) return to.patch_number == 0;
    return to.minor_number == from.minor_number && to.patch_number == from.patch_number + 1;
}

std::vector<const model::ChangeLogRow*> by_version(const facts::DocumentFacts& document) {
    auto rows = rows_that_count(document);
    std::erase_if(rows, [](const model::ChangeLogRow* row) { return !row->version; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* left, const auto* right) { return *left->version < *right->version; });
    return rows;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    const auto rows = by_version(document);
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const auto& before = *rows[at - 1]->version;
        const auto& version = *rows[at]->version;
        if (version == before || is_next(before, version)) continue;
        report.finding({
            .message =
                fmt::format("version {} follows {}, and is neither its next minor nor its next major version",
                            base::to_string(version), base::to_string(before)),
            .location = document->at(rows[at]->source),
            .help = fmt::format(
                "{}.{} and {}.0 are the next ones; correct the number, or add the rows between them",
                before.major_number, before.minor_number + 1, before.major_number + 1),
            .related = {{"the version before it", document->at(rows[at - 1]->source)}},
        });
    }
}

} // namespace docs_lint::rules::changelog::version_step
