#pragma once

#include "policy/process.hpp"
#include "policy/role.hpp"
#include "policy/sign_off_format.hpp"
#include "policy/template_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// What the placeholder of an item's evidence asks for.
struct TemplateEvidence {
    std::vector<std::vector<EvidenceKind>> alternatives;
    std::vector<std::string> waivers;  ///< statements that nothing was needed, word by word
    std::vector<std::string> subjects; ///< what a question of the item is about
    std::vector<std::string> unread;   ///< alternatives from which no kind is read
    std::vector<std::string> unfit;    ///< statements that hold a placeholder themselves
};
TemplateEvidence read_template_evidence(std::string_view placeholder, const SignOffFormat& format,
                                        const TemplateWords& words, const RoleRegister& roles);

/// The roles that the placeholder of an owner confirmation names.
struct TemplateOwner {
    std::vector<std::string> roles;   ///< ids, any of whom may confirm
    std::vector<std::string> unknown; ///< names that no role has, or several have
    bool joined = false;              ///< several roles are to confirm together
};
TemplateOwner read_template_owner(std::string_view placeholder, const TemplateWords& words,
                                  const RoleRegister& roles);

} // namespace docs_lint::policy
