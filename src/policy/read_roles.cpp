#include "policy/read_sections.hpp"

#include <fmt/format.h>

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

Role read_role(const Setting& id, const Setting& entry, ReadContext& context) {
    Role role;
    role.id = id.scalar;
    Problems& problems = context.problems;
    if (!expect_keys(entry, id, {"title"}, {"aliases", "patterns", "members", "identities"}, problems))
        return role;
    read(entry, "title", role.title, problems);
    read(entry, "aliases", role.aliases, problems);
    read_expressions(entry, "patterns", role.patterns, problems);
    read_names(entry, "members", role.members, {"role", context.roles, context.check_references}, problems);
    read(entry, "identities", role.identities, problems);
    check_identities(entry, problems);
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
