#include "facts/rewriting.hpp"
#include "facts/spec_order.hpp"
#include "model/role_list.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::authority::other_specification {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "what the owner of the specification has to confirm was confirmed by the owner of another one",
    .why =
        "Whether a specification must change, and whether a fix does what it asks for, is for its owner to "
        "say. The owner of another document does not answer for it.",
    .fix =
        "Have the item confirmed by the role that the specification's header names as its owner. Where the "
        "defect is about another specification, cite that one.",
    .source = "Delivery process, RC.2, FS.2 and V.4: the relevant canonical owner, of the specification "
              "against which the defect was identified",
    .suppressible = false,
};

namespace {

using facts::DocumentFacts;
using facts::ItemFacts;
using Roles = std::vector<std::string>;

/// A specification that the record cites, and whom its header names as its owner.
struct Specification {
    const DocumentFacts* document = nullptr;
    const model::Field* owner = nullptr;
    Roles roles;
};

bool is_for_owner(const ItemFacts& item, const policy::SpecFirst& rule) {
    const auto& ids = rule.confirmed_by_owner;
    return item.definition != nullptr && std::find(ids.begin(), ids.end(), item.definition->id) != ids.end();
}

/// A pattern for any domain's owner says nothing of one that has a name of its own.
Roles roles_in(const std::vector<model::RoleMention>& mentions, const policy::RoleRegister& known) {
    Roles roles;
    for (const model::RoleMention& mention : mentions) {
        const Roles called = known.roles_called(mention.name);
        const Roles& meant = called.empty() ? mention.roles : called;
        roles.insert(roles.end(), meant.begin(), meant.end());
    }
    return roles;
}

std::optional<Specification> read_specification(const std::string& path, const facts::Corpus& corpus) {
    const DocumentFacts* document = corpus.find(path);
    const model::Field* owner =
        document != nullptr ? (*document)->header.find_any({"Owner", "Canonical owner"}) : nullptr;
    if (owner == nullptr) return std::nullopt;
    const policy::RoleRegister& known = corpus.policy->roles;
    Roles roles = roles_in(model::read_signature(owner->value, 0, known).roles, known);
    if (roles.empty()) return std::nullopt;
    return Specification{document, owner, std::move(roles)};
}

/// Nothing where the owner of one of them is not known: it may be the one in question.
std::optional<std::vector<Specification>> cited_specifications(const DocumentFacts& document,
                                                               const facts::Corpus& corpus) {
    std::vector<Specification> all;
    for (const facts::GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items) {
            if (!facts::is_about_specification(item, *document.process->spec_first)) continue;
            for (const model::PathMention& mention : item.evidence.paths)
                for (const std::string& path : corpus.index.ending_in(mention.path)) {
                    if (!facts::is_specification(path, *corpus.policy)) continue;
                    auto specification = read_specification(path, corpus);
                    if (!specification) return std::nullopt;
                    all.push_back(std::move(*specification));
                }
        }
    return all;
}

/// The same role, one of a group or the group itself: `Canonical Owner` is whoever is meant.
bool is_owner(const std::string& role, const std::vector<Specification>& specifications,
              const policy::RoleRegister& known) {
    return std::any_of(specifications.begin(), specifications.end(), [&](const Specification& one) {
        return known.may_act_as(one.roles, role) ||
               std::any_of(one.roles.begin(), one.roles.end(),
                           [&](const std::string& owner) { return known.may_act_as({role}, owner); });
    });
}

/// The item accepts these roles whatever they own: `Product Owner` of an item that names both.
bool may_confirm_otherwise(const Roles& held, const ItemFacts& item,
                           const std::vector<Specification>& specifications,
                           const policy::RoleRegister& known) {
    return std::any_of(item.definition->confirmed_by.begin(), item.definition->confirmed_by.end(),
                       [&](const std::string& wanted) {
                           return known.may_act_as(held, wanted) &&
                                  std::none_of(specifications.begin(), specifications.end(),
                                               [&](const Specification& one) {
                                                   return known.may_act_as(one.roles, wanted);
                                               });
                       });
}

bool is_confirmed_by_another(const DocumentFacts& document, const ItemFacts& item,
                             const std::vector<Specification>& specifications) {
    const policy::RoleRegister& known = document.policy->roles;
    const Roles held = roles_in(item.owner.roles, known);
    const bool confirmed = item.owner.verdict == model::Verdict::positive && !held.empty() &&
                           facts::confirmed_by_right_role(item, *document.policy);
    if (!confirmed || may_confirm_otherwise(held, item, specifications, known)) return false;
    return std::none_of(held.begin(), held.end(),
                        [&](const std::string& role) { return is_owner(role, specifications, known); });
}

void report_item(const DocumentFacts& document, const ItemFacts& item,
                 const std::vector<Specification>& specifications, Report& report) {
    const Specification& first = specifications.front();
    const auto titles = titles_of(first.roles, document.policy->roles);
    report.finding({
        .message = fmt::format("{} was confirmed by {}, and {} belongs to {}", name_of(item),
                               names_of(item.owner.roles), (*first.document)->path, titles),
        .location = document->at(item.owner_component.component->source),
        .help = fmt::format("have {} confirmed by {}; or cite the specification that the defect is about",
                            name_of(item), titles),
        .related = {{"its owner is named here", (*first.document)->at(first.owner->source)}},
    });
}

void check_document(const DocumentFacts& document, const facts::Corpus& corpus, Report& report) {
    if (document.process == nullptr || !document.process->spec_first) return;
    const policy::SpecFirst& rule = *document.process->spec_first;
    if (rule.confirmed_by_owner.empty()) return;
    const auto specifications = cited_specifications(document, corpus);
    if (!specifications || specifications->empty()) return;
    for (const ItemFacts* item : claimed_items(document))
        if (is_for_owner(*item, rule) && is_confirmed_by_another(document, *item, *specifications))
            report_item(document, *item, *specifications, report);
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const DocumentFacts& document : corpus.documents) check_document(document, corpus, report);
}

} // namespace docs_lint::rules::authority::other_specification
