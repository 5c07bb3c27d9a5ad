#pragma once

#include "base/date.hpp"
#include "base/path_pattern.hpp"
#include "policy/expression.hpp"
#include "policy/problems.hpp"
#include "policy/setting.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// What a value may refer to. References are not checked while a file is missing that could hold the other
/// end.
struct ReadContext {
    Problems& problems;
    bool check_references = true;
    std::vector<std::string> roles;
    std::vector<std::string> processes;
    std::vector<std::string> classes;
    const Setting* process_section = nullptr; ///< the processes, unread
};

/// The value is of that kind, or a problem is noted.
bool expect(const Setting& setting, yaml::NodeKind kind, Problems& problems);
/// The value is a mapping without unknown keys and with the required ones; `owner` is the place of what it
/// describes.
bool expect_keys(const Setting& setting, const Setting& owner, const std::vector<std::string>& required,
                 const std::vector<std::string>& optional, Problems& problems);

void read_value(const Setting& setting, std::string& target, Problems& problems);
void read_value(const Setting& setting, std::optional<std::string>& target, Problems& problems);
void read_value(const Setting& setting, bool& target, Problems& problems);
void read_value(const Setting& setting, int& target, Problems& problems);
void read_value(const Setting& setting, std::optional<base::Date>& target, Problems& problems);
void read_value(const Setting& setting, base::PathPattern& target, Problems& problems);
void read_value(const Setting& setting, Expression& target, Problems& problems);
void read_value(const Setting& setting, std::optional<Expression>& target, Problems& problems);
/// `90m`, `2h`, `3d`, `1w`
void read_value(const Setting& setting, std::chrono::minutes& target, Problems& problems);

template <typename Value>
void read_value(const Setting& setting, std::vector<Value>& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::sequence, problems)) return;
    for (const Setting& item : setting.items) read_value(item, target.emplace_back(), problems);
}

template <typename Value>
void read(const Setting& mapping, std::string_view key, Value& target, Problems& problems) {
    if (const Setting* value = mapping.find(key)) read_value(*value, target, problems);
}

/// A list under `key` that must not be empty.
void require_items(const Setting& mapping, std::string_view key, Problems& problems);
/// A list of regular expressions under `key`.
void read_expressions(const Setting& mapping, std::string_view key, std::vector<std::string>& target,
                      Problems& problems);

/// One name, or a list of names, of things that exist: each is looked up in `known`.
struct Reference {
    std::string_view what; ///< `role`
    const std::vector<std::string>& known;
    bool checked = true;
};
void read_name(const Setting& mapping, std::string_view key, std::string& target, const Reference& reference,
               Problems& problems);
void read_names(const Setting& mapping, std::string_view key, std::vector<std::string>& target,
                const Reference& reference, Problems& problems);

std::vector<std::string> keys_of(const Setting* mapping);

} // namespace docs_lint::policy
