#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

using Patterns = std::vector<base::PathPattern>;

const std::string* first_match(const std::vector<std::string>& paths, const Patterns& patterns) {
    const auto found = std::find_if(paths.begin(), paths.end(), [&](const std::string& path) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const base::PathPattern& pattern) { return pattern.matches(path); });
    });
    return found == paths.end() ? nullptr : &*found;
}

std::vector<std::string> lacking(const policy::CompanionFiles& what, const facts::CommitChanges& change) {
    std::vector<std::string> names;
    for (const auto& group : what.then)
        if (first_match(change.changed, group.paths) == nullptr &&
            first_match(change.brought_in, group.paths) == nullptr)
            names.push_back(group.name);
    return names;
}

bool is_excused(const policy::CompanionFiles& what, const facts::CommitChanges& change) {
    return what.unless && what.unless->found_in(change.subject);
}

std::string help_for(const policy::CompanionFiles& what, const policy::OwnRule& rule,
                     const std::vector<std::string>& names) {
    const std::string usual = fmt::format("change {} in the same commit", base::list_in_words(names));
    const std::string help = rule.fix.empty() ? usual : rule.fix;
    if (!what.unless) return help;
    return fmt::format("{}; a subject that matches `{}` excuses a commit", help, shown(what.unless->text()));
}

} // namespace

void check(const policy::CompanionFiles& what, const policy::OwnRule& rule, const facts::History& history,
           Report& report) {
    for (const facts::Gap& gap : history.change_gaps) report.unverified(gap.message, gap.location, gap.help);
    for (const facts::CommitChanges& change : history.commit_changes) {
        const std::string* path = first_match(change.changed, what.when);
        if (path == nullptr || is_excused(what, change)) continue;
        const auto names = lacking(what, change);
        if (names.empty()) continue;
        // What is staged has no subject yet, and so may still be excused.
        const bool may_be_excused = what.unless && change.commit.empty();
        report.finding({
            .message = fmt::format("{} touches {} and not {}", commit_name(change.commit), *path,
                                   base::list_in_words(names)),
            .location = diagnostics::whole_document(*path),
            .help = help_for(what, rule, names),
            .commit = change.commit,
            .at_most = may_be_excused ? std::optional(diagnostics::Severity::warning) : std::nullopt,
        });
    }
}

} // namespace docs_lint::rules::kinds
