#include "rules/places.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {
namespace {

std::string_view reason_of(model::Misplacement misplacement) {
    switch (misplacement) {
    case model::Misplacement::none:
        return "stands here";
    case model::Misplacement::nested:
        return "stands here under another component, not beside it";
    case model::Misplacement::lazy:
        return "stands here, but Markdown joins this line to the component before it";
    case model::Misplacement::quoted:
        return "stands here in a block quote, which is no sign-off";
    case model::Misplacement::other_list:
        return "stands here in another list than the item's first component";
    case model::Misplacement::repeated:
        return "stands here, and says that it is given once more";
    case model::Misplacement::noted:
        return "is spoken of in this note";
    }
    return "stands here";
}

} // namespace

std::string name_of(const facts::ItemFacts& item) {
    return item.item->id.empty() ? fmt::format("\"{}\"", item.item->title) : item.item->id;
}

base::Span place_of(const facts::ItemFacts& item, const facts::ComponentFacts& component) {
    if (component.component != nullptr) return component.component->source;
    return component.placed.empty() ? item.item->heading : component.placed.back()->source;
}

diagnostics::Related claim_of(const facts::DocumentFacts& document, const std::string& what,
                              const facts::Claim& claim) {
    return {fmt::format("{} counts as passed: {}", what, claim.reason), document->at(claim.source)};
}

std::vector<diagnostics::Related> grounds_of(const facts::DocumentFacts& document,
                                             const facts::ItemFacts& item,
                                             const facts::ComponentFacts& component) {
    std::vector<diagnostics::Related> grounds = {claim_of(document, name_of(item), *item.claim)};
    for (const model::Component* one : component.misplaced)
        grounds.push_back(
            {fmt::format("\"{}\" {}", one->label, reason_of(one->misplacement)), document->at(one->source)});
    for (std::size_t at = 0; at + 1 < component.placed.size(); ++at)
        grounds.push_back({"it stands here, too", document->at(component.placed[at]->source)});
    return grounds;
}

std::vector<const facts::ItemFacts*> claimed_items(const facts::DocumentFacts& document) {
    std::vector<const facts::ItemFacts*> items;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items)
            if (item.claim) items.push_back(&item);
    return items;
}

std::string titles_of(const std::vector<std::string>& roles, const policy::RoleRegister& role_register) {
    std::vector<std::string> titles;
    for (const std::string& id : roles) {
        const policy::Role* role = role_register.find(id);
        titles.push_back(role != nullptr ? role->title : id);
    }
    return base::list_in_words(titles, "or");
}

std::string names_of(const std::vector<model::RoleMention>& mentions) {
    std::vector<std::string> names;
    for (const model::RoleMention& mention : mentions) names.push_back(fmt::format("\"{}\"", mention.name));
    return base::list_in_words(names);
}

} // namespace docs_lint::rules
