#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::work_before_gate {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the fix was committed before the record said that the gate which opens its work had passed",
    .why = "That gate locks what is to be built. A fix that is committed before it was built against a scope "
           "that "
           "nobody had confirmed. Order is judged by ancestry: the record as it stood in the fix commit, or "
           "right "
           "before it.",
    .fix = "Nothing can put the commits into another order afterwards. Have the fix held against the scope, "
           "and put "
           "that on record. Commit the record when a gate passes, not when all is over.",
    .source = "Delivery process, entry condition of the implementation state; rule of the fix scope state",
    .suppressible = false,
};

namespace {

using facts::GateStanding;
using facts::WorkOrder;

/// Recorded in time on another line of history, which the fix had not seen.
bool is_recorded_in_time(const WorkOrder& order) {
    return order.parallel && order.fix_authored_at &&
           order.passed_at->seconds <= order.fix_authored_at->seconds;
}

/// The present record claims that gate without its sign-offs: that is what has to be mended, and is found.
bool is_claimed_unsigned(const WorkOrder& order) {
    for (const facts::GateFacts& gate : order.document->gates)
        if (gate.definition == order.gate) return gate.claim && !gate.passed();
    return false;
}

std::string standing_of(const WorkOrder& order) {
    switch (order.at_fix) {
    case GateStanding::absent:
        return "the record was not committed yet";
    case GateStanding::claimed:
        return fmt::format("the record claimed gate {} without all of its sign-offs", order.gate->id);
    case GateStanding::open:
    case GateStanding::passed:
        break;
    }
    return fmt::format("the record did not say that gate {} had passed", order.gate->id);
}

std::string since(const WorkOrder& order) {
    if (order.passed_in.empty()) return "; no commit says so yet";
    return fmt::format("; commit {}{} is the first to say so", short_id(order.passed_in),
                       order.parallel ? ", later and on another line of history," : "");
}

/// Who records a defect only afterwards breaks the rule, and many a tidy team does so once: it is told, and
/// not stopped. Where lines of history run side by side only their clocks tell, and clocks can be set.
bool is_mild(const WorkOrder& order) {
    return order.at_fix == GateStanding::absent || order.parallel;
}

void report_early(const WorkOrder& order, Report& report) {
    const facts::DocumentFacts& document = *order.document;
    Finding finding{
        .message = fmt::format("when commit {} made the fix, {}{}", short_id(order.fix_commit),
                               standing_of(order), since(order)),
        .location = document->at(order.fix->mention->source),
        .help = fmt::format(
            "have the fix held against the scope that gate {} locks, and put that on record; commit "
            "the record when the gate passes",
            order.gate->id),
        .commit = order.fix_commit,
    };
    for (const facts::GateFacts& gate : document.gates)
        if (gate.definition == order.gate && gate.gate != nullptr)
            finding.related.push_back({"the gate that opens this work", document->at(gate.place(*document))});
    if (is_mild(order)) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const WorkOrder& order : history.work_orders) {
        if (order.unknown)
            report.unverified(fmt::format("what the record said when commit {} made the fix: {}",
                                          short_id(order.fix_commit), order.unknown->message),
                              (*order.document)->at(order.fix->mention->source), order.unknown->help);
        else if (order.at_fix != GateStanding::passed && !is_recorded_in_time(order) &&
                 !is_claimed_unsigned(order))
            report_early(order, report);
    }
}

} // namespace docs_lint::rules::gate::work_before_gate
