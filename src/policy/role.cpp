#include "policy/role.hpp"

#include "base/text.hpp"
#include "policy/expression.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace docs_lint::policy {
namespace {

// Signs of a name that is left open, doubtful or struck out: `{Product Owner}`, `[QA Lead]`, `PMO Lead?`.
constexpr std::string_view kDoubtfulSigns = "{}[]<>?~|";

// Words that turn a name round or leave it open: `not the Spec Owner`, `QA Lead or Engineering`.
constexpr std::array<std::string_view, 20> kDoubtfulWords = {
    "no",     "not",        "non",     "or",      "nor",    "never", "without", "former", "ex",  "pending",
    "absent", "unassigned", "missing", "unknown", "nobody", "none",  "any",     "some",   "tbc", "tbd"};

bool is_doubtful_word(std::string_view word) {
    return std::find(kDoubtfulWords.begin(), kDoubtfulWords.end(), word) != kDoubtfulWords.end();
}

/// Of a normalised name.
bool has_doubtful_word(std::string_view name) {
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        if (is_doubtful_word(name.substr(0, end))) return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

std::string_view without_trailing_brackets(std::string_view name) {
    for (name = base::trim(name); name.ends_with(')'); name = base::trim(name)) {
        const auto open = name.rfind('(');
        if (open == std::string_view::npos) break;
        name = name.substr(0, open);
    }
    return name;
}

std::string spelled_out(std::string_view name) {
    std::string spelled;
    for (const char byte : name)
        if (byte == '&')
            spelled += " and ";
        else
            spelled += byte;
    return spelled;
}

/// The form in which names are compared; empty for a name that cannot be one.
std::string comparable(std::string_view name) {
    if (name.find_first_of(kDoubtfulSigns) != std::string_view::npos) return {};
    std::string plain = base::normalise_name(name);
    if (has_doubtful_word(plain)) return {};
    if (name.find_first_of("&)") != std::string_view::npos)
        plain = base::normalise_name(spelled_out(without_trailing_brackets(name)));
    return plain.starts_with("the ") ? plain.substr(4) : plain;
}

std::vector<RoleName> names_of(const std::vector<Role>& roles) {
    std::vector<RoleName> names;
    for (const Role& role : roles) {
        names.push_back({role.title, role.id});
        for (const std::string& alias : role.aliases) names.push_back({alias, role.id});
    }
    std::sort(names.begin(), names.end(), [](const RoleName& left, const RoleName& right) {
        if (left.name.size() != right.name.size()) return left.name.size() > right.name.size();
        return std::tie(left.name, left.role) < std::tie(right.name, right.role);
    });
    return names;
}

/// A pattern names whoever holds such a role, and nobody who stands in for one.
bool stands_in_for_another(std::string_view name) {
    const auto words = base::split(name, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return word == "deputy" || word == "acting" || word == "interim" || word == "assistant" ||
               word == "former" || word == "vice" || word == "ex";
    });
}

} // namespace

struct RoleRegister::Compiled {
    std::vector<Role> roles;
    std::vector<RoleName> names;
    std::map<std::string, std::set<std::string>> ids_by_name;
    std::vector<std::pair<Expression, std::string>> patterns; ///< and the id that each means
};

RoleRegister::RoleRegister() : RoleRegister(std::vector<Role>{}) {}

RoleRegister::RoleRegister(std::vector<Role> roles) {
    auto compiled = std::make_shared<Compiled>();
    compiled->roles = std::move(roles);
    compiled->names = names_of(compiled->roles);
    for (const Role& role : compiled->roles) {
        compiled->ids_by_name[comparable(role.title)].insert(role.id);
        for (const std::string& alias : role.aliases)
            compiled->ids_by_name[comparable(alias)].insert(role.id);
        for (const std::string& pattern : role.patterns)
            compiled->patterns.emplace_back(Expression::known(pattern), role.id);
    }
    compiled->ids_by_name.erase("");
    compiled_ = std::move(compiled);
}

const std::vector<Role>& RoleRegister::roles() const {
    return compiled_->roles;
}

const std::vector<RoleName>& RoleRegister::names() const {
    return compiled_->names;
}

const Role* RoleRegister::find(std::string_view id) const {
    const auto& all = compiled_->roles;
    const auto found = std::find_if(all.begin(), all.end(), [id](const Role& role) { return role.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> RoleRegister::roles_named(std::string_view name) const {
    const std::string wanted = comparable(name);
    if (wanted.empty()) return {};
    std::set<std::string> ids;
    if (const auto known = compiled_->ids_by_name.find(wanted); known != compiled_->ids_by_name.end())
        ids = known->second;
    if (!stands_in_for_another(wanted))
        for (const auto& [pattern, id] : compiled_->patterns)
            if (pattern.matches_whole(wanted)) ids.insert(id);
    return {ids.begin(), ids.end()};
}

std::vector<std::string> RoleRegister::roles_called(std::string_view name) const {
    const auto known = compiled_->ids_by_name.find(comparable(name));
    if (known == compiled_->ids_by_name.end()) return roles_named(name);
    return {known->second.begin(), known->second.end()};
}

bool RoleRegister::may_act_as(const std::vector<std::string>& held, std::string_view wanted) const {
    std::vector<std::string> open{std::string(wanted)};
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        if (!seen.insert(id).second) continue;
        if (std::find(held.begin(), held.end(), id) != held.end()) return true;
        if (const Role* role = find(id)) open.insert(open.end(), role->members.begin(), role->members.end());
    }
    return false;
}

bool RoleRegister::may_act_as_any(const std::vector<std::string>& held,
                                  const std::vector<std::string>& wanted) const {
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& role) { return may_act_as(held, role); });
}

std::vector<std::string> RoleRegister::roles_of(std::string_view address) const {
    std::vector<std::string> ids;
    for (const Role& role : roles())
        if (std::any_of(role.identities.begin(), role.identities.end(), [&](const std::string& identity) {
                return base::equals_ignoring_case(identity, address);
            }))
            ids.push_back(role.id);
    return ids;
}

std::vector<std::string> RoleRegister::roles_of(const signatures::PublicKey& key) const {
    std::vector<std::string> ids;
    for (const Role& role : roles())
        if (std::find(role.keys.begin(), role.keys.end(), key) != role.keys.end()) ids.push_back(role.id);
    return ids;
}

bool RoleRegister::has_identity(std::string_view wanted) const {
    return std::any_of(roles().begin(), roles().end(), [&](const Role& role) {
        return !role.identities.empty() && may_act_as({role.id}, wanted);
    });
}

bool RoleRegister::has_key(std::string_view wanted) const {
    return std::any_of(roles().begin(), roles().end(),
                       [&](const Role& role) { return !role.keys.empty() && may_act_as({role.id}, wanted); });
}

std::optional<std::string> RoleRegister::nearest_title(std::string_view name) const {
    const auto wanted = base::normalise_name(name);
    std::vector<std::string> known;
    for (const auto& [spelling, ids] : compiled_->ids_by_name) known.push_back(spelling);
    const auto nearest = wanted.empty() ? std::nullopt : base::nearest_name(wanted, known);
    if (!nearest) return std::nullopt;
    const Role* role = find(*compiled_->ids_by_name.at(*nearest).begin());
    return role == nullptr ? std::nullopt : std::optional(role->title);
}

} // namespace docs_lint::policy
