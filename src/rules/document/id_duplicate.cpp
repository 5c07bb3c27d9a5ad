#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace docs_lint::rules::document::id_duplicate {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "two documents of one class claim one id",
    .why = "A second record with a filed one's id can stand in for it: people find the wrong one and nobody "
           "notices.",
    .fix = "Give the new document an id of its own.",
    .source = "Role charter §9, naming and locations",
};

void check(const facts::Corpus& corpus, Report& report) {
    std::map<std::pair<const policy::DocumentClass*, std::string>, std::string> first;
    for (const std::string& path : corpus.paths) {
        const policy::DocumentClass* document_class = corpus.policy->class_of(path);
        if (document_class == nullptr) continue;
        const auto id = document_class->item_id(path);
        if (!id) continue;
        const auto [known, added] = first.emplace(std::pair(document_class, *id), path);
        if (added) continue;
        report.finding({
            .message = fmt::format("the id {} is already that of {}", *id, known->second),
            .location = diagnostics::whole_document(path),
            .help = "give one of the two an id of its own",
            .related = {{"the other document", diagnostics::whole_document(known->second)}},
        });
    }
}

} // namespace docs_lint::rules::document::id_duplicate
