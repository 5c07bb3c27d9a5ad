#include "facts/specification_owners.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

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
using facts::OwnedSpecification;
using Roles = std::vector<std::string>;

bool is_for_owner(const ItemFacts& item, const policy::SpecFirst& rule) {
    const auto& ids = rule.confirmed_by_owner;
    return item.definition != nullptr && std::find(ids.begin(), ids.end(), item.definition->id) != ids.end();
}

/// The item accepts these roles whatever they own: `Product Owner` of an item that names both.
bool may_confirm_otherwise(const Roles& held, const ItemFacts& item,
                           const std::vector<OwnedSpecification>& specifications,
                           const policy::RoleRegister& known) {
    return std::any_of(item.definition->confirmed_by.begin(), item.definition->confirmed_by.end(),
                       [&](const std::string& wanted) {
                           return known.may_act_as(held, wanted) &&
                                  std::none_of(specifications.begin(), specifications.end(),
                                               [&](const OwnedSpecification& one) {
                                                   return known.may_act_as(one.roles, wanted);
                                               });
                       });
}

/// Of the roles those that may confirm the item, and only as owners of specifications.
Roles owners_among(const Roles& roles, const ItemFacts& item,
                   const std::vector<OwnedSpecification>& specifications, const policy::RoleRegister& known) {
    Roles owners;
    std::copy_if(roles.begin(), roles.end(), std::back_inserter(owners), [&](const std::string& role) {
        return known.may_act_as_any({role}, item.definition->confirmed_by) &&
               !may_confirm_otherwise({role}, item, specifications, known);
    });
    return owners;
}

bool own_others(const Roles& roles, const std::vector<OwnedSpecification>& specifications,
                const policy::RoleRegister& known) {
    return !roles.empty() && std::none_of(roles.begin(), roles.end(), [&](const std::string& role) {
        return facts::owns_any(role, specifications, known);
    });
}

bool is_confirmed_by_another(const DocumentFacts& document, const ItemFacts& item,
                             const std::vector<OwnedSpecification>& specifications) {
    const policy::RoleRegister& known = document.policy->roles;
    const Roles held = facts::roles_in(item.owner.roles, known);
    const bool confirmed = item.owner.verdict == model::Verdict::positive &&
                           facts::confirmed_by_right_role(item, *document.policy);
    return confirmed && !may_confirm_otherwise(held, item, specifications, known) &&
           own_others(held, specifications, known);
}

/// The evidence names owners of specifications, and none of them owns one that is concerned.
bool states_for_another(const DocumentFacts& document, const ItemFacts& item,
                        const std::vector<OwnedSpecification>& specifications) {
    const policy::RoleRegister& known = document.policy->roles;
    return own_others(owners_among(item.evidence.roles, item, specifications, known), specifications, known);
}

void report(const DocumentFacts& document, const ItemFacts& item, const OwnedSpecification& first,
            const std::string& fact, base::Span place, Report& report) {
    const auto titles = titles_of(first.roles, document.policy->roles);
    report.finding({
        .message = fmt::format("{}, and {} belongs to {}", fact, (*first.document)->path, titles),
        .location = document->at(place),
        .help = fmt::format("have {} confirmed by {}; or cite the specification that the defect is about",
                            name_of(item), titles),
        .related = {{"its owner is named here", (*first.document)->at(first.owner->source)}},
    });
}

void judge_item(const DocumentFacts& document, const ItemFacts& item,
                const std::vector<OwnedSpecification>& specifications, Report& to) {
    const OwnedSpecification& first = specifications.front();
    if (is_confirmed_by_another(document, item, specifications))
        report(document, item, first,
               fmt::format("{} was confirmed by {}", name_of(item), names_of(item.owner.roles)),
               item.owner_component.component->source, to);
    else if (states_for_another(document, item, specifications))
        report(document, item, first,
               fmt::format("the evidence of {} is the word of {}", name_of(item),
                           titles_of(item.evidence.roles, document.policy->roles)),
               place_of(item, item.evidence_component), to);
}

void check_document(const DocumentFacts& document, const facts::Corpus& corpus, Report& report) {
    if (document.process == nullptr || !document.process->spec_first) return;
    const policy::SpecFirst& rule = *document.process->spec_first;
    for (const ItemFacts* item : claimed_items(document)) {
        if (!is_for_owner(*item, rule)) continue;
        const auto specifications = facts::concerned_specifications(document, *item, corpus);
        if (specifications && !specifications->empty()) judge_item(document, *item, *specifications, report);
    }
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const DocumentFacts& document : corpus.documents) check_document(document, corpus, report);
}

} // namespace docs_lint::rules::authority::other_specification
