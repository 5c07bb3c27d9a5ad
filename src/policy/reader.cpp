#include "policy/reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

std::string_view name_of(yaml::NodeKind kind) {
    switch (kind) {
    case yaml::NodeKind::null:
        return "nothing";
    case yaml::NodeKind::scalar:
        return "text";
    case yaml::NodeKind::sequence:
        return "a list";
    case yaml::NodeKind::mapping:
        return "a mapping";
    }
    return "nothing";
}

std::string_view how_to_write(yaml::NodeKind kind) {
    switch (kind) {
    case yaml::NodeKind::sequence:
        return "write each entry as \"- entry\", or all of them as [one, two]";
    case yaml::NodeKind::mapping:
        return "write it as \"key: value\" lines, indented by two blanks";
    default:
        return "write it on one line, quoted if it holds special characters";
    }
}

std::optional<int> parse_number(std::string_view text) {
    int number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::chrono::minutes> parse_duration(std::string_view text) {
    if (text.size() < 2 || text.size() > 6) return std::nullopt;
    const auto number = parse_number(text.substr(0, text.size() - 1));
    if (!number || *number <= 0) return std::nullopt;
    switch (text.back()) {
    case 'm':
        return std::chrono::minutes(*number);
    case 'h':
        return std::chrono::hours(*number);
    case 'd':
        return std::chrono::hours(24) * *number;
    case 'w':
        return std::chrono::hours(168) * *number;
    default:
        return std::nullopt;
    }
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void check_reference(const Setting& at, const Reference& reference, Problems& problems) {
    if (!reference.checked || !at.is(yaml::NodeKind::scalar) || at.scalar.empty()) return;
    if (!contains(reference.known, at.scalar))
        problems.add_unknown(at, reference.what, at.scalar, reference.known);
}

} // namespace

bool expect(const Setting& setting, yaml::NodeKind kind, Problems& problems) {
    if (setting.kind == kind) return true;
    problems.add(setting, fmt::format("expected {}, found {}", name_of(kind), name_of(setting.kind)),
                 how_to_write(kind));
    return false;
}

bool expect_keys(const Setting& setting, const Setting& owner, const std::vector<std::string>& required,
                 const std::vector<std::string>& optional, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::mapping, problems)) return false;
    std::vector<std::string> known = required;
    known.insert(known.end(), optional.begin(), optional.end());
    for (const auto& [key, value] : setting.members)
        if (!contains(known, key.scalar)) problems.add_unknown(key, "key", key.scalar, known);
    for (const std::string& key : required)
        if (setting.find(key) == nullptr)
            problems.add(owner, fmt::format("the key \"{}\" is missing", key), "it is always needed here");
    return true;
}

void read_value(const Setting& setting, std::string& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    target = setting.scalar;
    if (base::trim(target).empty())
        problems.add(setting, "the text is empty", "leave the key out or fill it in");
}

void read_value(const Setting& setting, std::optional<std::string>& target, Problems& problems) {
    read_value(setting, target.emplace(), problems);
}

void read_value(const Setting& setting, bool& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    target = setting.scalar == "true";
    if (setting.scalar != "true" && setting.scalar != "false")
        problems.add(setting, fmt::format("expected true or false, found \"{}\"", setting.scalar),
                     suggest(setting.scalar, {"true", "false"}));
}

void read_value(const Setting& setting, int& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    const auto number = parse_number(setting.scalar);
    if (!number || *number < 0)
        problems.add(setting, fmt::format("expected a whole number, found \"{}\"", setting.scalar));
    target = number.value_or(0);
}

void read_value(const Setting& setting, std::optional<base::Date>& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    target = base::parse_date(setting.scalar);
    if (!target)
        problems.add(setting, fmt::format("\"{}\" is no date", setting.scalar), "write it as YYYY-MM-DD");
}

void read_value(const Setting& setting, base::PathPattern& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    auto pattern = base::PathPattern::parse(setting.scalar);
    if (!pattern)
        problems.add(setting, pattern.error().message, pattern.error().help);
    else if (setting.scalar.starts_with('/') || setting.scalar.starts_with("./"))
        problems.add(setting, fmt::format("the path \"{}\" matches nothing", setting.scalar),
                     "paths begin at the repository's root, without / or ./");
    else
        target = std::move(*pattern);
}

void read_value(const Setting& setting, Expression& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    if (setting.built_in) {
        target = Expression::known(setting.scalar);
        return;
    }
    auto expression = Expression::parse(setting.scalar);
    if (!expression)
        problems.add(setting, expression.error().message, expression.error().help);
    else
        target = std::move(*expression);
}

void read_value(const Setting& setting, std::chrono::minutes& target, Problems& problems) {
    if (!expect(setting, yaml::NodeKind::scalar, problems)) return;
    const auto duration = parse_duration(setting.scalar);
    if (!duration)
        problems.add(setting, fmt::format("\"{}\" is no length of time", setting.scalar),
                     "write it as 30m, 2h, 3d or 1w");
    target = duration.value_or(std::chrono::minutes(0));
}

void read_value(const Setting& setting, std::optional<Expression>& target, Problems& problems) {
    read_value(setting, target.emplace(), problems);
}

void require_items(const Setting& mapping, std::string_view key, Problems& problems) {
    const Setting* list = mapping.find(key);
    if (list != nullptr && list->is(yaml::NodeKind::sequence) && list->items.empty())
        problems.add(*list, fmt::format("\"{}\" must not be empty", key), "name at least one");
}

void read_expressions(const Setting& mapping, std::string_view key, std::vector<std::string>& target,
                      Problems& problems) {
    read(mapping, key, target, problems);
    const Setting* list = mapping.find(key);
    if (list == nullptr) return;
    for (const Setting& item : list->items) {
        if (!item.is(yaml::NodeKind::scalar) || item.built_in) continue;
        if (const auto expression = Expression::parse(item.scalar); !expression)
            problems.add(item, expression.error().message, expression.error().help);
    }
}

void read_name(const Setting& mapping, std::string_view key, std::string& target, const Reference& reference,
               Problems& problems) {
    read(mapping, key, target, problems);
    if (const Setting* value = mapping.find(key)) check_reference(*value, reference, problems);
}

void read_names(const Setting& mapping, std::string_view key, std::vector<std::string>& target,
                const Reference& reference, Problems& problems) {
    read(mapping, key, target, problems);
    const Setting* list = mapping.find(key);
    if (list == nullptr) return;
    for (const Setting& item : list->items) check_reference(item, reference, problems);
}

std::vector<std::string> keys_of(const Setting* mapping) {
    std::vector<std::string> keys;
    if (mapping == nullptr) return keys;
    for (const SettingMember& member : mapping->members) keys.push_back(member.key.scalar);
    return keys;
}

} // namespace docs_lint::policy
