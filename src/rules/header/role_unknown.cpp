#include "base/text.hpp"
#include "model/header_values.hpp"
#include "model/persons.hpp"
#include "model/placeholders.hpp"
#include "model/role_list.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules::header::role_unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the header names an owner or role that the role register does not know",
    .why = "Only a role that the process knows can be asked, and only its sign-off counts. A slip of the pen "
           "makes "
           "an owner "
           "whom nobody can find.",
    .fix = "Name a role of the register, or add the team's own role to `roles` in `.docs-lint.yaml`.",
    .source = "Document lifecycle guide, Owner of each class; role charter §9",
    .severity = diagnostics::Severity::warning,
};

namespace {

using Mentions = std::vector<model::RoleMention>;

/// The parts of a name between slashes; nothing where it has none.
std::vector<base::Span> parts_of(std::string_view name) {
    std::vector<base::Span> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= name.size(); ++at) {
        if (at < name.size() && name[at] != '/') continue;
        parts.push_back(model::trim(name, {begin, at}));
        begin = at + 1;
    }
    return parts.size() > 1 ? parts : std::vector<base::Span>{};
}

/// Adds the names in one mention that nobody knows: `QA/Testing Owner` is one role, `QA Lead / PMO Lead` are
/// two.
void collect_unknown(const model::RoleMention& mention, const policy::RoleRegister& roles,
                     std::vector<std::string>& unknown) {
    if (!mention.roles.empty() || base::trim(mention.name).empty()) return;
    const auto parts = parts_of(mention.name);
    if (parts.empty()) unknown.push_back(mention.name);
    for (const base::Span part : parts) {
        const std::string name = mention.name.substr(part.begin, part.size());
        if (!name.empty() && roles.roles_named(name).empty()) unknown.push_back(name);
    }
}

/// `Jane Doe, QA Lead`: a name, and the role that it acts in.
bool is_name_of(const model::Document& document, const Mentions& mentions, std::size_t at) {
    if (at + 1 >= mentions.size() || mentions[at + 1].roles.empty()) return false;
    const std::size_t begin = mentions[at].source.end;
    const std::size_t end = mentions[at + 1].source.begin;
    return begin <= end && document.text.substr(begin, end - begin).find(',') != std::string::npos;
}

std::vector<std::string> unknown_in(const facts::DocumentFacts& document, const markdown::Text& list) {
    const policy::RoleRegister& roles = document.policy->roles;
    std::vector<std::string> unknown;
    if (!roles.roles_named(list.text).empty()) return unknown;
    const Mentions mentions = model::read_signature(list, 0, roles).roles;
    for (std::size_t at = 0; at < mentions.size(); ++at)
        if (!is_name_of(*document, mentions, at)) collect_unknown(mentions[at], roles, unknown);
    return unknown;
}

/// A slash may join roles, or be part of one's name: the reading that knows more of them counts.
std::vector<std::string> unknown_roles(const facts::DocumentFacts& document, const model::Field& field) {
    std::vector<std::string> unknown = unknown_in(document, field.value);
    std::vector<std::string> unknown_apart;
    for (const base::Span part : parts_of(field.value.text))
        for (std::string& name : unknown_in(document, field.value.slice(part)))
            unknown_apart.push_back(std::move(name));
    const bool has_parts = !parts_of(field.value.text).empty();
    return has_parts && unknown_apart.size() < unknown.size() ? unknown_apart : unknown;
}

bool names_nobody_yet(const facts::DocumentFacts& document, const model::Field& field) {
    return model::is_blank_or_dash(model::without_glyphs(field.value.text)) ||
           model::is_pending(field.value, document.policy->sign_off);
}

/// `Backend Enginer`
bool shares_word_with_role(const std::string& name, const policy::RoleRegister& roles) {
    const std::string plain = base::collapse_blanks(name);
    const auto words = base::split(plain, ' ');
    return std::any_of(roles.names().begin(), roles.names().end(), [&](const policy::RoleName& known) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return model::find_word(known.name, word).has_value();
        });
    });
}

/// `Engineering owner: Jane Doe`: the field is called like a role and may say who holds it. What is nearly
/// the name of a role is none of a person.
bool may_be_holder(const facts::DocumentFacts& document, const model::Field& field, const std::string& name) {
    const policy::RoleRegister& roles = document.policy->roles;
    return !roles.roles_named(field.key).empty() && model::is_personal_name(base::collapse_blanks(name)) &&
           !roles.nearest_title(name) && !shares_word_with_role(name, roles);
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::Field& field : document->header.fields) {
        if (!model::matches_label(field.key, document.policy->header_fields.roles)) continue;
        if (names_nobody_yet(document, field)) continue;
        for (const std::string& name : unknown_roles(document, field)) {
            if (may_be_holder(document, field, name)) continue;
            const auto nearest = document.policy->roles.nearest_title(name);
            report.finding({
                .message = fmt::format("nobody knows the role \"{}\"", name),
                .location = document->at(field.source),
                .help = nearest
                            ? fmt::format("did you mean {}? else add the role to `roles` in .docs-lint.yaml",
                                          *nearest)
                            : "name a role of the register, or add this one to `roles` in .docs-lint.yaml",
            });
        }
    }
}

} // namespace docs_lint::rules::header::role_unknown
