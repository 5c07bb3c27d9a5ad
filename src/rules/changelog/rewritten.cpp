#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unordered_set>

namespace docs_lint::rules::changelog::rewritten {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a commit edits or removes a change-log row of an earlier version",
    .why = "Rows are append-only: a log that is rewritten later proves nothing about what was changed when.",
    .fix = "Restore the row as it was. What needs to be said about an earlier version belongs into the row "
           "of a new one.",
    .source = "Role charter §9: change-log entry for every version increment",
};

namespace {

using facts::Edition;

/// Formatting apart, what a row says.
std::string words_of(const Edition::LogRow& row) {
    std::string words;
    for (const std::string* part : {&row.version_text, &row.date_text, &row.change}) {
        for (const char byte : *part)
            if (std::string_view(" \t*_`").find(byte) == std::string_view::npos) words += byte;
        words += '|';
    }
    return words;
}

/// The row of the version that the document still has may be completed; all below it are closed.
bool is_closed(const Edition::LogRow& row, const Edition& before, const Edition& after) {
    if (row.planned || !row.version) return false;
    const bool current = before.version && *row.version >= *before.version;
    return !current || (after.version && *after.version > *row.version);
}

const Edition::LogRow* successor_of(const Edition::LogRow& row, const Edition& after) {
    const auto found = std::find_if(after.change_log.begin(), after.change_log.end(),
                                    [&](const Edition::LogRow& one) { return one.version == row.version; });
    return found == after.change_log.end() ? nullptr : &*found;
}

/// What a version's rows say. Logs are long, and every version has the rows of the one before.
class Rows {
public:
    explicit Rows(const Edition& edition) {
        for (const Edition::LogRow& row : edition.change_log) words_.insert(words_of(row));
    }

    [[nodiscard]] bool hold(const Edition::LogRow& row) const { return words_.count(words_of(row)) > 0; }

private:
    std::unordered_set<std::string> words_;
};

/// A merge that takes one parent's row as it was has not rewritten that of the other parent.
bool is_taken_from_other_parent(const facts::Revision& revision, const Edition::LogRow& row) {
    const Edition::LogRow* successor = successor_of(row, *revision.after);
    return successor != nullptr &&
           std::any_of(revision.beside.begin(), revision.beside.end(),
                       [&](const auto& other) { return Rows(*other).hold(*successor); });
}

void judge_row(const facts::Revision& revision, const Edition::LogRow& row, Report& report) {
    const Edition::LogRow* successor = successor_of(row, *revision.after);
    const bool removed = successor == nullptr;
    report.finding({
        .message = fmt::format("{} {} the change-log row of version {}", commit_name(revision.commit),
                               removed ? "removes" : "rewrites", base::to_string(*row.version)),
        .location = removed ? revision.before->at(row.place) : revision.after->at(successor->place),
        .help = "restore the row as it was; say what is new in the row of a new version",
        .related = removed ? std::vector<diagnostics::Related>{}
                           : std::vector<diagnostics::Related>{{"the row as it was",
                                                                revision.before->at(row.place)}},
        .commit = revision.commit,
    });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::Revision& revision : history.revisions) {
        if (revision.before == nullptr || revision.after == nullptr) continue;
        if (revision.after->document_class->change_log == policy::ChangeLogDuty::none) continue;
        const Rows rows(*revision.after);
        for (const Edition::LogRow& row : revision.before->change_log)
            if (is_closed(row, *revision.before, *revision.after) && !rows.hold(row) &&
                !is_taken_from_other_parent(revision, row))
                judge_row(revision, row, report);
    }
}

} // namespace docs_lint::rules::changelog::rewritten
