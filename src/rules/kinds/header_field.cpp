#include "base/date.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "model/text_tools.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/texts.hpp"
#include "rules/kinds/titles.hpp"
#include "rules/kinds/values.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

using policy::FieldForm;

std::optional<std::string> fault_of_date(const std::string& value) {
    const auto moments = base::find_moments(value);
    if (moments.empty() || moments.front().begin != 0) return "does not begin with a date (YYYY-MM-DD)";
    return moments.front().moment ? std::nullopt : std::optional("is a date that no calendar has");
}

std::optional<std::string> fault_of_version(const std::string& value) {
    const std::string first = value.substr(0, value.find_first_of(" (,;"));
    return base::parse_version(first) ? std::nullopt : std::optional("does not begin with a version (x.y)");
}

/// The names that a value lists: as one, between commas, or joined by `and`.
std::vector<std::string> names_in(std::string value, const policy::RoleRegister& roles) {
    if (!roles.roles_named(value).empty()) return {value};
    std::vector<std::string> names;
    std::replace_if(
        value.begin(), value.end(), [](char one) { return one == ';' || one == '+'; }, ',');
    for (const std::string_view part : base::split(value, ',')) {
        const std::string_view name = base::trim(part);
        const std::size_t joint = name.find(" and ");
        if (joint == std::string_view::npos || !roles.roles_named(name).empty()) {
            names.emplace_back(name);
            continue;
        }
        names.emplace_back(base::trim(name.substr(0, joint)));
        names.emplace_back(base::trim(name.substr(joint + 5)));
    }
    return names;
}

std::optional<std::string> fault_of_role(const std::string& value, const policy::RoleRegister& roles) {
    for (const std::string& name : names_in(value, roles)) {
        if (!roles.roles_named(name).empty()) continue;
        const auto nearest = roles.nearest_title(name);
        return fmt::format("names \"{}\", which is no role that is known{}", name,
                           nearest ? fmt::format(" (\"{}\" is one)", *nearest) : std::string());
    }
    return std::nullopt;
}

bool is_there(const std::string& path, const facts::Corpus& corpus) {
    if (corpus.has_path(path)) return true;
    const std::string folder = path.ends_with('/') ? path : path + "/";
    const auto below = std::lower_bound(corpus.paths.begin(), corpus.paths.end(), folder);
    return below != corpus.paths.end() && below->starts_with(folder);
}

/// From the repository's root, or from the document's folder.
std::optional<std::string> fault_of_path(const std::string& value, const Subject& subject) {
    const std::string path = value.substr(0, value.find('#'));
    const auto beside = std::filesystem::path(subject.document->path).parent_path() / path;
    for (const std::string& one :
         {std::filesystem::path(path).lexically_normal().string(), beside.lexically_normal().string()})
        if (!path.empty() && is_there(one, subject.corpus)) return std::nullopt;
    return fmt::format("is no path in {}", subject.corpus.snapshot);
}

std::optional<std::string> fault_of_form(const std::string& value, FieldForm form, const Subject& subject) {
    switch (form) {
    case FieldForm::any:
        return std::nullopt;
    case FieldForm::date:
        return fault_of_date(value);
    case FieldForm::version:
        return fault_of_version(value);
    case FieldForm::role:
        return fault_of_role(value, subject.corpus.policy->roles);
    case FieldForm::path:
        return fault_of_path(value, subject);
    }
    return std::nullopt;
}

void judge_value(const policy::HeaderFieldRule& what, const model::Field& field, const Subject& subject,
                 Report& report) {
    const std::string value = model::without_glyphs(base::collapse_blanks(field.value.text));
    const bool free = what.values.empty() && !what.pattern && what.form == FieldForm::any;
    if (free) return;
    auto fault = field.plain ? fault_of(value, {what.values, what.pattern}) : std::nullopt;
    if (!fault && field.plain) fault = fault_of_form(value, what.form, subject);
    if (!fault && field.plain) return;
    report.finding({
        .message = fault
                       ? fmt::format("\"{}\" in the header field \"{}\" {}", shown(value), field.key, *fault)
                       : fmt::format("the header field \"{}\" holds a character that a reader cannot see or "
                                     "takes for another",
                                     field.key),
        .location = subject.document->at(field.source),
        .help = subject.help(fault ? "write what the field allows"
                                   : "type field and value anew in plain letters"),
    });
}

} // namespace

void check(const policy::HeaderFieldRule& what, const Subject& subject, Report& report) {
    const model::Header& header = subject.document->header;
    bool filled = false;
    for (const std::string& name : what.names)
        for (const model::Field* field : header.find_all(name)) {
            if (model::is_blank_or_dash(field->value.text)) continue;
            filled = true;
            judge_value(what, *field, subject, report);
        }
    if (filled || !what.required) return;
    const model::Field* empty = header.find_any(what.names);
    const base::Span place = empty != nullptr   ? empty->source
                             : header.present() ? header.fields.front().source
                                                : subject.document->beginning();
    report.finding({
        .message = empty != nullptr ? fmt::format("the header field \"{}\" is empty", empty->key)
                                    : fmt::format("the header has no field {}", quoted(what.names)),
        .location = subject.document->at(place),
        .help = subject.help("add the field to the header block"),
    });
}

} // namespace docs_lint::rules::kinds
