#include "facts/specification_owners.hpp"

#include "facts/asked_evidence.hpp"
#include "facts/fix_scope.hpp"
#include "facts/spec_order.hpp"
#include "model/header_values.hpp"
#include "model/role_list.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {

using Roles = std::vector<std::string>;

Roles roles_in(const std::vector<model::RoleMention>& mentions, const policy::RoleRegister& known) {
    Roles roles;
    for (const model::RoleMention& mention : mentions) {
        const Roles called = known.roles_called(mention.name);
        const Roles& meant = called.empty() ? mention.roles : called;
        roles.insert(roles.end(), meant.begin(), meant.end());
    }
    return roles;
}

namespace {

/// Its header may have named another owner when the item was confirmed.
bool was_updated_since(const DocumentFacts& specification, const ItemFacts& confirmed) {
    const policy::Policy& policy = *specification.policy;
    const model::Field* updated = specification->header.find_any(policy.header_fields.updates);
    if (updated == nullptr || !confirmed.owner.date) return false;
    const auto when = model::read_date_value(updated->value, policy.sign_off).moment;
    return when && base::surely_before(*confirmed.owner.date, *when);
}

std::optional<OwnedSpecification> read_specification(const std::string& path, const Corpus& corpus) {
    const DocumentFacts* document = corpus.find(path);
    const model::Field* owner =
        document != nullptr ? (*document)->header.find_any({"Owner", "Canonical owner"}) : nullptr;
    if (owner == nullptr) return std::nullopt;
    const policy::RoleRegister& known = corpus.policy->roles;
    Roles roles = roles_in(model::read_signature(owner->value, 0, known).roles, known);
    if (roles.empty()) return std::nullopt;
    return OwnedSpecification{document, owner, std::move(roles)};
}

bool decides_on_specification(const ItemFacts& item, const policy::SpecFirst& rule) {
    const auto& commits = rule.spec_commits;
    return item.definition->id == rule.decision ||
           std::find(commits.begin(), commits.end(), item.definition->id) != commits.end();
}

/// Whether the item names what is concerned: for what becomes of a specification any that the defect is
/// about, for the fix the one that it deviates from.
bool names_concerned(const ItemFacts& item, const ItemFacts& confirmed, const policy::SpecFirst& rule) {
    if (item.definition == nullptr) return false;
    return decides_on_specification(confirmed, rule)
               ? is_about_specification(item, rule)
               : asks_for(*item.definition, policy::EvidenceKind::specification);
}

} // namespace

std::optional<std::vector<OwnedSpecification>>
concerned_specifications(const DocumentFacts& document, const ItemFacts& confirmed, const Corpus& corpus) {
    std::vector<OwnedSpecification> all;
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items) {
            if (!names_concerned(item, confirmed, *document.process->spec_first)) continue;
            for (const std::string& path : specifications_named_by(item, corpus, paths_left_alone(item))) {
                if (!corpus.has_path(path)) continue;
                auto specification = read_specification(path, corpus);
                if (!specification || was_updated_since(*specification->document, confirmed))
                    return std::nullopt;
                all.push_back(std::move(*specification));
            }
        }
    return all;
}

bool owns_any(const std::string& role, const std::vector<OwnedSpecification>& specifications,
              const policy::RoleRegister& known) {
    return std::any_of(specifications.begin(), specifications.end(), [&](const OwnedSpecification& one) {
        return known.may_act_as(one.roles, role) || known.may_act_as_any({role}, one.roles);
    });
}

} // namespace docs_lint::facts
