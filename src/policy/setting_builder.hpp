#pragma once

#include "policy/setting.hpp"
#include "policy/template_text.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace docs_lint::policy {

/// Makes values of a pack that have their places in another file, such as a template.
class SettingBuilder {
public:
    explicit SettingBuilder(const std::string& file) : file_(std::make_shared<const std::string>(file)) {}

    [[nodiscard]] Setting scalar(std::string_view text, const Written& at) const {
        Setting setting = empty(yaml::NodeKind::scalar, at);
        setting.scalar = text;
        return setting;
    }
    [[nodiscard]] Setting empty(yaml::NodeKind kind, const Written& at) const {
        Setting setting;
        setting.kind = kind;
        setting.file = file_;
        setting.line = at.line;
        setting.column = at.column;
        return setting;
    }
    [[nodiscard]] Setting list(const std::vector<std::string>& texts, const Written& at) const {
        Setting setting = empty(yaml::NodeKind::sequence, at);
        for (const std::string& text : texts) setting.items.push_back(scalar(text, at));
        return setting;
    }
    void add(Setting& mapping, std::string_view key, Setting value, const Written& at) const {
        mapping.members.push_back({scalar(key, at), std::move(value)});
    }

private:
    std::shared_ptr<const std::string> file_;
};

/// The value at a path of keys, or null.
const Setting* find_path(const Setting& mapping, const std::vector<std::string>& keys);

/// The value under a key, to be changed, or null.
Setting* find_member(Setting& mapping, std::string_view key);

} // namespace docs_lint::policy
