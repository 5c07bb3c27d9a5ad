#include "base/text.hpp"
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

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    report_undeclared(document, report);
    for (const model::StateDeclaration& declared : document->states) {
        if (document.process->rank_of(declared.state)) continue;
        const auto nearest = base::nearest_name(declared.state, document.process->states);
        report.finding({
            .message = fmt::format("the process \"{}\" defines no state \"{}\"", document.process->title,
                                   declared.state),
            .location = document->at(declared.source),
            .help =
                fmt::format("{}its states are {}", nearest ? fmt::format("did you mean {}? ", *nearest) : "",
                            base::list_in_words(document.process->states)),
        });
    }
}

} // namespace docs_lint::rules::state::unknown
