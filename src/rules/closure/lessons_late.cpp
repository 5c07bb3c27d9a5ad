#include "rules/closed_items.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::closure::lessons_late {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a release was tagged between the closing of an urgent item and the filing of its lessons record",
    .why = "The review has to be complete before the next release ships, or that release carries what it "
           "would have "
           "found.",
    .fix = "The order cannot be mended afterwards: file the record now, name the delay among its frictions, "
           "and have "
           "the exception accepted with its reason.",
    .source = "Tech backlog lessons learnt template, when to run",
};

void check(const facts::History& history, Report& report) {
    for (const facts::LateLessons& late : history.late_lessons) {
        const facts::ClosedItem& item = *late.item;
        if (!late.known) {
            report.unverified(fmt::format("whether the lessons of {} were filed before the next release: {}",
                                          name_of(item), late.problem.message),
                              place_of(item), late.problem.help);
            continue;
        }
        report.finding({
            .message =
                fmt::format("{} was closed in {}, and release {} was tagged before its lessons were filed",
                            urgent_name_of(item), commit_name(late.closing_commit), late.tag),
            .location = place_of(item),
            .help = "file the record, and say in it why it came after the release",
            .related = {{fmt::format("the lessons record, which {} does not hold filed", late.tag),
                         diagnostics::whole_document(item.lessons.path)}},
            .commit = late.tag_commit,
        });
    }
}

} // namespace docs_lint::rules::closure::lessons_late
