#include "policy/layers.hpp"
#include "policy/load_from.hpp"
#include "policy/read_sections.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::policy {
namespace {

Setting empty_mapping(const std::shared_ptr<const std::string>& file) {
    Setting setting;
    setting.kind = yaml::NodeKind::mapping;
    setting.file = file;
    setting.line = setting.column = 1;
    return setting;
}

void read_change_logs(const Setting& section, ReadContext& context, Policy& policy) {
    if (!expect_keys(section, section, {}, {"planned-words", "draft-statuses"}, context.problems)) return;
    read(section, "planned-words", policy.planned_words, context.problems);
    read(section, "draft-statuses", policy.draft_statuses, context.problems);
}

/// The rules that severities and suppressions may name: the built-in ones and the own ones.
KnownRules with_own_rules(KnownRules rules, const Setting* own) {
    for (std::string& id : keys_of(own)) rules.ids.push_back(std::move(id));
    return rules;
}

/// Sign-offs need their words; a policy that records none needs none.
void check_sign_offs_are_defined(const Setting& root, ReadContext& context, const Policy& policy) {
    const Setting* classes = root.find("classes");
    for (const DocumentClass& one : policy.classes) {
        if (!one.records_gates && one.process.empty()) continue;
        const auto entry =
            std::find_if(classes->members.begin(), classes->members.end(),
                         [&](const SettingMember& member) { return member.key.scalar == one.id; });
        context.problems.add(
            entry->key, fmt::format("\"{}\" records gates, and there is no \"sign-off\" section", one.id),
            "give the words of sign-offs, or extend a pack that has them, such as pmo");
    }
}

void read_policy(const Setting& root, const KnownRules& rules, ReadContext& context, Policy& policy) {
    const Setting nothing = empty_mapping(root.file);
    const auto section = [&root, &nothing](std::string_view key) -> const Setting& {
        const Setting* found = root.find(key);
        return found == nullptr ? nothing : *found;
    };
    context.roles = keys_of(root.find("roles"));
    context.processes = keys_of(root.find("processes"));
    context.classes = keys_of(root.find("classes"));
    policy.header_fields = read_header_fields(section("header"), context);
    read_change_logs(section("change-logs"), context, policy);
    context.process_section = root.find("processes");
    context.classes = keys_of(root.find("classes"));
    policy.template_words = read_template_words(section("template-words"), context);
    policy.roles = RoleRegister(read_roles(section("roles"), context));
    policy.classes = read_classes(section("classes"), context);
    policy.governed_folders = read_governed_folders(section("governed-folders"), context);
    policy.processes = read_processes(section("processes"), context);
    policy.references = read_references(section("references"), context);
    if (const Setting* discovery = root.find("discovery"))
        policy.discovery = read_discovery(*discovery, context);
    policy.own_rules = read_own_rules(section("own-rules"), rules, context);
    const KnownRules known = with_own_rules(rules, root.find("own-rules"));
    read_rule_settings(section("rules"), known, context, policy);
    if (const Setting* suppressions = root.find("suppressions"))
        policy.suppressions = read_suppressions(*suppressions, known, context);
    if (const Setting* sign_off = root.find("sign-off"))
        policy.sign_off = read_sign_off(*sign_off, *sign_off, context);
    else if (context.check_references)
        check_sign_offs_are_defined(root, context, policy);
}

} // namespace

base::Result<Policy> load_from(std::span<const EmbeddedFile> files,
                               const std::optional<Configuration>& configuration, const KnownRules& rules) {
    Problems problems;
    Layers layers = stack_layers(files, configuration, problems);
    ReadContext context{problems, layers.complete, {}, {}, {}, nullptr};
    Policy policy;
    policy.packs = std::move(layers.packs);
    read_policy(layers.root, rules, context, policy);
    if (!problems.empty()) return base::fail(problems.to_error());
    return policy;
}

base::Result<Policy> load(const std::optional<Configuration>& configuration, const KnownRules& rules) {
    return load_from(embedded_files(), configuration, rules);
}

} // namespace docs_lint::policy
