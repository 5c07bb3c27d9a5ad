#include "policy/setting.hpp"

#include <algorithm>

namespace docs_lint::policy {
namespace {

using Members = std::vector<SettingMember>;

Members::iterator find_member(Members& members, std::string_view key) {
    return std::find_if(members.begin(), members.end(),
                        [key](const SettingMember& member) { return member.key.scalar == key; });
}

} // namespace

const Setting* Setting::find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [key](const SettingMember& member) { return member.key.scalar == key; });
    return found == members.end() ? nullptr : &found->value;
}

// Recursion is safe here: yaml::parse limits the depth.
Setting to_setting(yaml::Node node, const std::shared_ptr<const std::string>& file, bool built_in) {
    Setting setting;
    setting.kind = node.kind;
    setting.built_in = built_in;
    setting.file = file;
    setting.line = node.line;
    setting.column = node.column;
    setting.quoted = node.quoted;
    setting.scalar = std::move(node.scalar);
    for (yaml::Node& item : node.items) setting.items.push_back(to_setting(std::move(item), file, built_in));
    for (auto& [key, value] : node.members)
        setting.members.push_back(
            {to_setting(std::move(key), file, built_in), to_setting(std::move(value), file, built_in)});
    return setting;
}

void overlay(Setting& base, Setting over, NewEntries place) {
    if (!base.is(yaml::NodeKind::mapping) || !over.is(yaml::NodeKind::mapping)) {
        base = std::move(over);
        return;
    }
    Members added;
    for (auto& [key, value] : over.members) {
        const auto known = find_member(base.members, key.scalar);
        if (known == base.members.end())
            added.push_back({std::move(key), std::move(value)});
        else
            overlay(known->value, std::move(value));
    }
    const auto at = place == NewEntries::in_front ? base.members.begin() : base.members.end();
    base.members.insert(at, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

} // namespace docs_lint::policy
