#include "base/text.hpp"
#include "rules/closed_items.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::closure::lessons_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a closed item has no filed lessons record that names it at the prescribed path",
    .why = "An urgent fault that reached the product shows where the process let it through, and the "
           "delivery of a "
           "feature shows where it was slow. Without its review the next one goes the same way. Of defects "
           "P0 and P1 "
           "(or Critical and High) owe the record, of features each one.",
    .fix = "Hold the lessons learnt review and file its record under the item's id.",
    .source =
        "Delivery process, closed state, action 1; tech backlog lessons learnt template, output; PMO Lead's "
        "charter, section 9",
};

namespace {

std::vector<std::string> in_quotes(std::vector<std::string> texts) {
    for (std::string& text : texts) text = "\"" + text + "\"";
    return texts;
}

std::string fault_of(const facts::LessonsRecord& lessons) {
    if (lessons.path.empty()) return "has no lessons record";
    if (!lessons.filed) return "its lessons record is not filed";
    if (!lessons.names_item) return "its lessons record does not name it";
    return "its lessons record has no section " + base::list_in_words(in_quotes(lessons.lacking));
}

std::string cure_of(const facts::LessonsRecord& lessons) {
    if (lessons.path.empty()) return fmt::format("file it as {}", lessons.expected);
    if (!lessons.filed) return "give it its filing date";
    if (!lessons.names_item) return "say in its title and its field Item what it is about";
    return "give it these parts, and \"None\" where there is nothing to say";
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::ClosedItem& item : corpus.closed_items) {
        if (!item.has_all_duties || item.ids.empty() || item.rule->lessons_records.empty()) continue;
        const facts::LessonsRecord& lessons = item.lessons;
        if (lessons.problem) {
            report.unverified(fmt::format("whether the lessons record of {} is filed: {}", name_of(item),
                                          lessons.problem->message),
                              diagnostics::whole_document(lessons.path), lessons.problem->help);
            continue;
        }
        if (lessons.filed && lessons.names_item && lessons.lacking.empty()) continue;
        std::vector<diagnostics::Related> related;
        if (!lessons.path.empty())
            related.push_back({"the record at its path", diagnostics::whole_document(lessons.path)});
        report.finding({
            .message = fmt::format("{} is closed and {}", urgent_name_of(item), fault_of(lessons)),
            .location = place_of(item),
            .help = cure_of(lessons),
            .related = std::move(related),
            .at_most = mildness_of(item),
        });
    }
}

} // namespace docs_lint::rules::closure::lessons_missing
