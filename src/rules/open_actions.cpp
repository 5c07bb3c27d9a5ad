#include "rules/open_actions.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/text_tools.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

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

std::string owner_as_read(const model::Action& action) {
    std::string kept = action.owner;
    static const re2::RE2 struck("~~[^~]*~~");
    re2::RE2::GlobalReplace(&kept, struck, " ");
    return base::collapse_blanks(base::fold_look_alikes(kept));
}

bool has_owner(const model::Action& action, const policy::SignOffFormat& format) {
    static const re2::RE2 nobody(
        R"(\W*(?:(?:nobody|no ?one|no-one|none|nil|no owner|someone|somebody|anyone|anybody|unknown|vacant|unowned|)"
        R"(open|n/?a|not applicable)\W*|)"
        R"((?:unassigned|not (?:yet )?(?:assigned|named|known)|no (?:owner|one)|nobody|owner to be|)"
        R"((?:yet )?to be (?:named|assigned|appointed|found|agreed|chosen|nominated)|will be (?:named|assigned))\b.*))");
    const std::string owner = owner_as_read(action);
    return !is_left_open(owner, format) && !re2::RE2::FullMatch(owner, nobody);
}

bool is_left_open(const std::string& text, const policy::SignOffFormat& format) {
    return model::is_blank_or_dash(text) || text.find_first_of("{[?") != std::string::npos ||
           model::contains_any_word(text, format.pending_words) ||
           model::contains_any_word(text, format.placeholder_words);
}

} // namespace docs_lint::rules
