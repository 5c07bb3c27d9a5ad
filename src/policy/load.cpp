#include "policy/layers.hpp"
#include "policy/load_from.hpp"
#include "policy/read_sections.hpp"

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
    policy.template_words = read_template_words(section("template-words"), context);
    policy.roles = RoleRegister(read_roles(section("roles"), context));
    policy.classes = read_classes(section("classes"), context);
    policy.processes = read_processes(section("processes"), context);
    policy.references = read_references(section("references"), context);
    policy.severities = read_severities(section("rules"), rules, context);
    if (const Setting* discovery = root.find("discovery"))
        policy.discovery = read_discovery(*discovery, context);
    if (const Setting* suppressions = root.find("suppressions"))
        policy.suppressions = read_suppressions(*suppressions, rules, context);
    if (const Setting* sign_off = root.find("sign-off"))
        policy.sign_off = read_sign_off(*sign_off, *sign_off, context);
    else if (context.check_references)
        context.problems.add(nothing, "there is no \"sign-off\" section",
                             "extend a pack that has one, such as pmo");
}

} // namespace

base::Result<Policy> load_from(std::span<const EmbeddedFile> files,
                               const std::optional<Configuration>& configuration, const KnownRules& rules) {
    Problems problems;
    Layers layers = stack_layers(files, configuration, problems);
    ReadContext context{problems, layers.complete, {}, {}, nullptr, {}};
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
