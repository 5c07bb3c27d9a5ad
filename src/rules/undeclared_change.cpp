#include "rules/undeclared_change.hpp"

#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"

#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules {

Finding undeclared_change(const facts::UndeclaredChange& change, std::string_view what, std::string help) {
    const facts::DocumentFacts& document = *change.document;
    const facts::ItemFacts& decision = *change.decision_item;
    return {
        .message = fmt::format("{} says that {}, and fix commit {} changes {}", name_of(decision), what,
                               short_id(change.fix->commit), base::list_in_words(change.names)),
        .location = document->at(change.fix->mention->source),
        .help = std::move(help),
        .related = {{"the decision is here", document->at(place_of(decision, decision.evidence_component))}},
        .commit = change.fix->judged_commit(),
    };
}

} // namespace docs_lint::rules
