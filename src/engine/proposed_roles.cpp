#include "engine/proposed_roles.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "yaml/write.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace docs_lint::engine {
namespace {

constexpr std::size_t kWordsOfName = 6;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kShortestNearName = 6;

struct NameUse {
    std::string name;
    std::set<std::string> signed_in;
    std::set<std::string> owned;

    [[nodiscard]] std::size_t documents() const {
        std::set<std::string> all = signed_in;
        all.insert(owned.begin(), owned.end());
        return all.size();
    }
};

bool may_be_role(const std::string& name, const policy::Policy& policy) {
    return name.size() <= kLongestName && yaml::can_write(name) && !id_of_name(name).empty() &&
           name.find_first_of("0123456789@{}[]<>|:/") == std::string::npos &&
           base::split(name, ' ').size() <= kWordsOfName &&
           !model::contains_any_word(name, policy.sign_off.pending_words);
}

/// By name as names compare; those that the register knows are left out.
std::map<std::string, NameUse> unknown_names(const std::vector<SurveyedDocument>& documents,
                                             const policy::Policy& policy) {
    std::map<std::string, NameUse> uses;
    const auto note = [&](const std::string& name) -> NameUse* {
        if (!policy.roles.roles_named(name).empty() || !may_be_role(name, policy)) return nullptr;
        NameUse& use = uses[base::normalise_name(name)];
        if (use.name.empty()) use.name = name;
        return &use;
    };
    for (const SurveyedDocument& document : documents) {
        if (document.is_template) continue;
        for (const std::string& name : document.signers)
            if (NameUse* use = note(name)) use->signed_in.insert(document.path);
        for (const std::string& name : document.owners)
            if (NameUse* use = note(name)) use->owned.insert(document.path);
    }
    return uses;
}

bool is_one_letter_off(const std::string& left, const std::string& right) {
    return left.size() >= kShortestNearName &&
           base::edit_distance(base::normalise_name(left), base::normalise_name(right)) == 1;
}

const policy::Role* role_near(const std::string& name, const policy::Policy& policy) {
    for (const policy::Role& role : policy.roles.roles()) {
        const bool alias = std::any_of(role.aliases.begin(), role.aliases.end(),
                                       [&](const std::string& one) { return is_one_letter_off(name, one); });
        if (alias || is_one_letter_off(name, role.title)) return &role;
    }
    return nullptr;
}

/// A frequent unknown name that this one, of a single document, is a slip of.
const NameUse* frequent_name_near(const NameUse& use, const std::map<std::string, NameUse>& all) {
    for (const auto& [key, other] : all)
        if (other.documents() > 1 && is_one_letter_off(use.name, other.name)) return &other;
    return nullptr;
}

std::string use_in_words(const NameUse& use) {
    std::vector<std::string> parts;
    if (!use.signed_in.empty())
        parts.push_back("signs in " + base::count_of(use.signed_in.size(), "document"));
    if (!use.owned.empty()) parts.push_back("owns " + base::count_of(use.owned.size(), "document"));
    std::string text = base::list_in_words(parts);
    if (use.documents() == 1)
        text += fmt::format(" ({}): is it a role?",
                            use.signed_in.empty() ? *use.owned.begin() : *use.signed_in.begin());
    return text;
}

std::string slip_note(const NameUse& use, std::string_view meant) {
    const std::string& path = use.signed_in.empty() ? *use.owned.begin() : *use.signed_in.begin();
    return fmt::format("\"{}\" stands in {} only and reads like a slip of \"{}\": no role was made of it",
                       use.name, path, meant);
}

void add_alias(std::vector<ProposedRole>& roles, const policy::Role& role, const NameUse& use) {
    auto found =
        std::find_if(roles.begin(), roles.end(), [&](const ProposedRole& one) { return one.id == role.id; });
    if (found == roles.end()) found = roles.insert(roles.end(), ProposedRole{role.id, {}, role.aliases, {}});
    found->aliases.push_back(use.name);
    found->notes.push_back(
        fmt::format("\"{}\" {}; the built-in register has {}", use.name, use_in_words(use), role.title));
}

ProposedRole new_role(const NameUse& use, const std::set<std::string>& taken, const policy::Policy& policy) {
    ProposedRole role{id_of_name(use.name), use.name, {}, {use_in_words(use)}};
    while (taken.count(role.id) > 0 || policy.roles.find(role.id) != nullptr) role.id += "-2";
    if (const auto near = policy.roles.nearest_title(use.name))
        role.notes.push_back(fmt::format(
            "if this is the built-in role {}, make it an alias of that: until then it signs for itself only",
            *near));
    return role;
}

} // namespace

std::string id_of_name(std::string_view name) {
    std::string id;
    for (const char byte : base::lower(name)) {
        const bool kept =
            model::is_letter(byte) || model::is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80;
        if (kept)
            id += byte;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::vector<ProposedRole> propose_roles(const std::vector<SurveyedDocument>& documents,
                                        const policy::Policy& policy, std::vector<std::string>& notes) {
    std::vector<ProposedRole> roles;
    std::set<std::string> taken;
    const auto uses = unknown_names(documents, policy);
    for (const auto& [key, use] : uses) {
        const policy::Role* near = role_near(use.name, policy);
        const NameUse* frequent = use.documents() == 1 ? frequent_name_near(use, uses) : nullptr;
        if (near != nullptr && use.documents() == 1)
            notes.push_back(slip_note(use, near->title));
        else if (near != nullptr)
            add_alias(roles, *near, use);
        else if (frequent != nullptr)
            notes.push_back(slip_note(use, frequent->name));
        else
            taken.insert(roles.emplace_back(new_role(use, taken, policy)).id);
    }
    return roles;
}

} // namespace docs_lint::engine
