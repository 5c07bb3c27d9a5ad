#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::state::unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a record declares no state, or one that its process does not define",
    .why = "Which gates must have passed follows from the state. From a state that nobody knows nothing "
           "follows, and a "
           "gate without sign-offs would go unnoticed.",
    .fix = "Declare the current state, one of the process's states, in a line `Current state: ...` or in the "
           "transition log.",
    .source = "Delivery process, state machine",
    .suppressible = false,
};

namespace {

void report_undeclared(const facts::DocumentFacts& document, Report& report) {
    if (document.furthest_state() || !document->states.empty()) return;
    report.finding({
        .message = "the record declares no state",
        .location = document->at(document->beginning()),
        .help = fmt::format("say it in a line of its own, as in `Current state: {}`",
                            document.process->states.front()),
    });
}

std::string help_for(const std::string& state, const policy::Process& process) {
    const auto nearest = base::nearest_name(state, process.states);
    return fmt::format("{}its states are {}", nearest ? fmt::format("did you mean {}? ", *nearest) : "",
                       base::list_in_words(process.states));
}

/// A row of the log that leads on from a state of the process leads to one of them, or says that it waits.
void report_log(const facts::DocumentFacts& document, Report& report) {
    for (const model::Transition& row : document->transitions) {
        const bool leads_nowhere = model::is_blank_or_dash(row.to) ||
                                   model::contains_any_word(row.to, document.policy->sign_off.pending_words);
        if (!document.process->rank_of(row.from) || document.process->rank_of(row.to) || leads_nowhere)
            continue;
        report.finding({
            .message = fmt::format("the log leads from {} to \"{}\", which is no state of the process \"{}\"",
                                   row.from, row.to, document.process->title),
            .location = document->at(row.source),
            .help = help_for(row.to, *document.process),
        });
    }
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    report_undeclared(document, report);
    report_log(document, report);
    for (const model::StateDeclaration& declared : document->states) {
        if (document.process->rank_of(declared.state)) continue;
        report.finding({
            .message = fmt::format("the process \"{}\" defines no state \"{}\"", document.process->title,
                                   declared.state),
            .location = document->at(declared.source),
            .help = help_for(declared.state, *document.process),
        });
    }
}

} // namespace docs_lint::rules::state::unknown
