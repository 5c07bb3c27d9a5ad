#pragma once

#include "yaml/node.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

struct SettingMember;

/// A YAML value that knows its file, so that values of several files can be merged and still be complained
/// about.
struct Setting {
    yaml::NodeKind kind = yaml::NodeKind::null;
    std::shared_ptr<const std::string> file;
    std::size_t line = 0;
    std::size_t column = 0;
    bool quoted = false;
    bool built_in = false; ///< of a pack in the program, which its tests have checked
    std::string scalar;
    std::vector<Setting> items;
    std::vector<SettingMember> members;

    [[nodiscard]] const Setting* find(std::string_view key) const;
    [[nodiscard]] bool is(yaml::NodeKind wanted) const { return kind == wanted; }
};

struct SettingMember {
    Setting key;
    Setting value;
};

Setting to_setting(yaml::Node node, const std::shared_ptr<const std::string>& file, bool built_in = false);

/// Where entries that the base does not have are put.
enum class NewEntries { behind, in_front };

/// Mappings are laid over one another key by key, at every level; anything else is replaced whole.
void overlay(Setting& base, Setting over, NewEntries place = NewEntries::behind);

} // namespace docs_lint::policy
