#include "rules/commit_names.hpp"
#include "rules/filed_offences.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::replaced {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a filed record was turned into a link or a submodule, or its mode was changed",
    .why = "A link shows whatever it points to today. A record is a plain file whose mode, like its bytes, "
           "stays as filed.",
    .fix = "Before the commit is shared, take it out (git reset, git rebase). Once it is shared, restore the "
           "plain file as it was filed: what was done stays in the history and stays named, until the team "
           "lets this rule begin at a later commit (effective-from in the configuration).",
    .source = "Role charter §9: filed status is immutable",
    .suppressible = false,
};

namespace {

std::string_view name_of(git::Mode mode) {
    switch (mode) {
    case git::Mode::link:
        return "a link";
    case git::Mode::submodule:
        return "a submodule";
    case git::Mode::tree:
        return "a folder";
    case git::Mode::executable:
        return "an executable file";
    case git::Mode::file:
        return "a plain file";
    case git::Mode::none:
        return "a folder that was replaced";
    }
    return "something else";
}

} // namespace

void check(const facts::History& history, Report& report) {
    const auto message = [](const facts::FiledRecordChange& change) {
        const std::string who = commit_name(change.commit);
        if (change.mode_only) return fmt::format("{} makes a filed record {}", who, name_of(change.new_mode));
        if (change.new_mode == git::Mode::none)
            return fmt::format("{} replaces a folder above a filed record by something else", who);
        return fmt::format("{} replaces a filed record by {}", who, name_of(change.new_mode));
    };
    report_offences(history, facts::FiledOffence::replaced, message, "restore the plain file that was filed",
                    report);
}

} // namespace docs_lint::rules::record::replaced
