#include "rules/open_actions.hpp"

#include "model/shown_words.hpp"
#include "model/text_tools.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {

std::vector<const model::Action*> open_actions(const facts::DocumentFacts& document) {
    std::vector<const model::Action*> open;
    if (document.filing.filed || !document->document_class->records_gates) return open;
    for (const model::Action& action : document->actions)
        if (action.status != model::ActionStatus::complete) open.push_back(&action);
    return open;
}

std::string name_of(const model::Action& action) {
    if (!model::is_blank_or_dash(action.id)) return fmt::format("action {}", action.id);
    return fmt::format("the action \"{}\"", action.description);
}

bool has_owner(const model::Action& action, const policy::SignOffFormat& format) {
    return !model::names_nobody(action.owner) && !is_left_open(model::as_people_read(action.owner), format);
}

bool is_left_open(const std::string& text, const policy::SignOffFormat& format) {
    return model::is_blank_or_dash(text) || text.find_first_of("{[?") != std::string::npos ||
           model::contains_any_word(text, format.pending_words) ||
           model::contains_any_word(text, format.placeholder_words);
}

} // namespace docs_lint::rules
