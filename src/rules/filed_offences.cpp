#include "rules/filed_offences.hpp"

#include "rules/commit_names.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {

void report_offences(const facts::History& history, facts::FiledOffence offence,
                     const std::function<std::string(const facts::FiledRecordChange&)>& message,
                     const std::string& help, Report& report) {
    for (const facts::FiledRecordChange& change : history.filed_changes) {
        if (change.offence != offence) continue;
        report.finding({
            .message = message(change),
            .location = change.place,
            .help = help,
            .related = {{fmt::format("as it stood in {}, the record is filed here",
                                     commit_name(change.parent)),
                         change.filed_line}},
            .commit = change.commit,
        });
    }
}

} // namespace docs_lint::rules
