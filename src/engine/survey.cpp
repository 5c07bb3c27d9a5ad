#include "engine/survey.hpp"

#include "base/text.hpp"
#include "markdown/parse.hpp"
#include "model/document.hpp"
#include "model/placeholders.hpp"
#include "model/role_list.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;

/// A class of nobody, which knows every field that some class knows: what it reads depends on no path.
policy::DocumentClass neutral_class(const policy::Policy& policy) {
    policy::DocumentClass neutral;
    const auto append = [](auto& target, const auto& more) {
        target.insert(target.end(), more.begin(), more.end());
    };
    for (const policy::DocumentClass& known : policy.classes) {
        append(neutral.fields, known.fields);
        append(neutral.status_fields, known.status_fields);
        append(neutral.statuses, known.statuses);
        if (known.filing) neutral.fields.push_back({known.filing->date_fields, false});
    }
    append(neutral.status_fields, policy.discovery.status_fields);
    neutral.fields.push_back({policy.discovery.owner_fields, false});
    neutral.fields.push_back({policy.header_fields.roles, false});
    neutral.fields.push_back({policy.discovery.filing_date_fields, false});
    neutral.records_gates = true;
    return neutral;
}

void add_roles(std::vector<std::string>& names, const std::vector<model::RoleMention>& mentions) {
    for (const model::RoleMention& mention : mentions) {
        const std::string name = base::collapse_blanks(mention.name);
        if (!model::is_blank_or_dash(name)) names.push_back(name);
    }
}

void survey_header(SurveyedDocument& found, const model::Document& document, const policy::Policy& policy) {
    std::size_t open = 0;
    for (const model::Field& field : document.header.fields) {
        const bool placeholder = model::has_placeholder(field.value, policy.sign_off);
        if (placeholder) ++open;
        if (!field.plain) continue; // a name that hides something is nobody's convention
        const auto moments = base::find_moments(field.value.text);
        found.fields.push_back({base::collapse_blanks(field.key), std::string(base::trim(field.value.text)),
                                model::status_value(field, *document.document_class),
                                !moments.empty() && moments.front().begin == 0});
        const bool holds_role = model::matches_label(field.key, policy.discovery.owner_fields) ||
                                model::matches_label(field.key, policy.header_fields.roles);
        if (!placeholder && holds_role)
            add_roles(found.owners, model::read_signature(field.value, 0, policy.roles).roles);
    }
    found.is_template = open > 0 && 2 * open >= document.header.fields.size();
}

/// A placeholder may go on in the next line.
bool has_brace(const model::Component& component) {
    std::string text;
    for (const markdown::Text& line : component.value) text += line.text + '\n';
    const std::size_t open = text.find('{');
    return open != std::string::npos && text.find('}', open) != std::string::npos;
}

void survey_signatures(SurveyedDocument& found, const model::GateItem& item, const policy::Policy& policy) {
    for (const model::Component& component : item.components) {
        if (component.kind == model::ComponentKind::evidence) continue;
        const model::Confirmation confirmation = model::read_confirmation(component, policy);
        const bool given = confirmation.verdict == model::Verdict::positive ||
                           confirmation.verdict == model::Verdict::negative;
        if (given) add_roles(found.signers, confirmation.roles);
    }
}

void survey_gates(SurveyedDocument& found, const model::Document& document, const policy::Policy& policy) {
    std::size_t evidence = 0;
    std::size_t braces = 0;
    for (const model::Gate& gate : document.gates)
        for (const model::GateItem& item : gate.items) {
            found.items.push_back({item.id, item.title});
            survey_signatures(found, item, policy);
            for (const model::Component& component : item.components) {
                if (component.kind != model::ComponentKind::evidence) continue;
                ++evidence;
                if (has_brace(component)) ++braces;
            }
        }
    found.is_template = found.is_template || (evidence > 1 && braces == evidence);
}

bool is_readme(const std::string& path) {
    const std::string name = base::lower(path.substr(path.rfind('/') + 1));
    return name.starts_with("readme.");
}

SurveyedDocument survey_read(const model::Document& document, const policy::Policy& policy) {
    SurveyedDocument found;
    found.path = document.path;
    found.covered_by = policy.class_of(document.path);
    survey_header(found, document, policy);
    survey_gates(found, document, policy);
    found.change_log_rows = document.change_log.size();
    found.change_log_dated = std::any_of(document.change_log.begin(), document.change_log.end(),
                                         [](const model::ChangeLogRow& row) { return row.date.has_value(); });
    if (found.is_template) found.text = document.text;
    return found;
}

Result<SurveyedDocument> survey_as(const policy::DocumentClass& neutral, std::string path, std::string text,
                                   const policy::Policy& policy) {
    const auto document = model::read(std::move(path), std::move(text), neutral, policy);
    if (!document) return base::fail(document.error());
    return survey_read(*document, policy);
}

} // namespace

const SurveyedField* SurveyedDocument::find(std::string_view name) const {
    const std::string wanted = model::label_key(name);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const SurveyedField& field) {
        return model::label_key(field.name) == wanted;
    });
    return found == fields.end() ? nullptr : &*found;
}

Result<SurveyedDocument> survey_document(std::string path, std::string text, const policy::Policy& policy) {
    return survey_as(neutral_class(policy), std::move(path), std::move(text), policy);
}

Result<Survey> survey(const source::SourceTree& snapshot, const policy::Policy& policy) {
    const auto& files = snapshot.files();
    if (!files) return base::fail(files.error());
    const policy::DocumentClass neutral = neutral_class(policy);
    Survey result;
    result.policy = &policy;
    for (const source::File& file : *files) {
        const bool plain = is_regular(file.mode);
        if (!plain || !policy::is_markdown(file.path) || is_readme(file.path)) continue;
        auto text = snapshot.read(file, markdown::Limits{}.bytes);
        if (!text) {
            result.unread.push_back(file.path);
            continue;
        }
        auto found = survey_as(neutral, file.path, std::move(*text), policy);
        if (found)
            result.documents.push_back(std::move(*found));
        else
            result.unread.push_back(file.path);
    }
    return result;
}

} // namespace docs_lint::engine
