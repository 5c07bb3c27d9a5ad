#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::fix::undone {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the fix was verified when it was not there any more",
    .why = "A verification speaks of what was there when it was signed. Where nothing of the fix "
           "was left in its files, because it was reverted, something else was verified, or nothing.",
    .fix = "Bring the fix back and verify it anew. Where another commit mends the defect now, cite that one.",
    .source = "Delivery process, V.1: the defect no longer reproduces, and I.2: the new values are committed",
    .suppressible = false,
};

namespace {

using facts::UndoneWork;

std::string commits_of(const UndoneWork& work) {
    std::vector<std::string> names;
    for (const facts::Citation* citation : work.citations)
        names.push_back(short_id(citation->judged_commit()));
    return fmt::format("{} {}", names.size() == 1 ? "commit" : "commits", base::list_in_words(names));
}

std::string message_for(const UndoneWork& work) {
    const std::string files = base::list_in_words(work.paths);
    if (work.verified_in.empty())
        return fmt::format("what {} changed is undone, and gate {} has passed: nothing of it is left in {}",
                           commits_of(work), work.gate->id, files);
    return fmt::format(
        "what {} changed was undone when commit {} recorded that gate {} had passed: nothing of "
        "it was left in {}",
        commits_of(work), short_id(work.verified_in), work.gate->id, files);
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const UndoneWork& work : history.undone_work) {
        const facts::Citation& first = *work.citations.front();
        const auto place = (*work.document)->at(first.mention->source);
        if (work.unknown) {
            report.unverified(fmt::format("whether what {} changed was still there when gate {} passed: {}",
                                          commits_of(work), work.gate->id, work.unknown->message),
                              place, work.unknown->help);
            continue;
        }
        report.finding({
            .message = message_for(work),
            .location = place,
            .help = "bring it back and verify it anew; where another commit mends the defect now, cite that",
            .commit = work.verified_in,
        });
    }
}

} // namespace docs_lint::rules::fix::undone
