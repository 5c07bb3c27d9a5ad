#include "policy/setting_builder.hpp"

namespace docs_lint::policy {

const Setting* find_path(const Setting& mapping, const std::vector<std::string>& keys) {
    const Setting* at = &mapping;
    for (const std::string& key : keys) {
        at = at->find(key);
        if (at == nullptr) return nullptr;
    }
    return at;
}

Setting* find_member(Setting& mapping, std::string_view key) {
    for (SettingMember& member : mapping.members)
        if (member.key.scalar == key) return &member.value;
    return nullptr;
}

} // namespace docs_lint::policy
