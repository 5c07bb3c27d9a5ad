#include "policy/read_sections.hpp"

#include <fmt/format.h>
#include <utility>

namespace docs_lint::policy {
namespace {

void check_identities(const Setting& entry, Problems& problems) {
    const Setting* list = entry.find("identities");
    if (list == nullptr) return;
    for (const Setting& item : list->items)
        if (item.is(yaml::NodeKind::scalar) && item.scalar.find('@') == std::string::npos)
            problems.add(item, fmt::format("\"{}\" is no e-mail address", item.scalar),
                         "identities are the addresses of commits");
}

void read_keys(const Setting& entry, Role& role, Problems& problems) {
    const Setting* list = entry.find("keys");
    if (list == nullptr) return;
    std::vector<std::string> texts;
    read_value(*list, texts, problems);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        auto key = signatures::parse_public_key(texts[at]);
        if (key)
            role.keys.push_back(std::move(*key));
        else
            problems.add(list->items[at], key.error().message, key.error().help);
    }
}

Role read_role(const Setting& id, const Setting& entry, ReadContext& context) {
    Role role;
    role.id = id.scalar;
    Problems& problems = context.problems;
    if (!expect_keys(entry, id, {"title"}, {"aliases", "patterns", "members", "identities", "keys"},
                     problems))
        return role;
    read(entry, "title", role.title, problems);
    read(entry, "aliases", role.aliases, problems);
    read_expressions(entry, "patterns", role.patterns, problems);
    read_names(entry, "members", role.members, {"role", context.roles, context.check_references}, problems);
    read(entry, "identities", role.identities, problems);
    check_identities(entry, problems);
    read_keys(entry, role, problems);
    return role;
}

} // namespace

std::vector<Role> read_roles(const Setting& section, ReadContext& context) {
    std::vector<Role> roles;
    if (!expect(section, yaml::NodeKind::mapping, context.problems)) return roles;
    for (const auto& [id, entry] : section.members) roles.push_back(read_role(id, entry, context));
    return roles;
}

} // namespace docs_lint::policy
