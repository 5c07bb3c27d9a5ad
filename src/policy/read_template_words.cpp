#include "policy/read_sections.hpp"

#include <array>

namespace docs_lint::policy {
namespace {

using Words = TemplateWords::Words;

struct Row {
    std::string_view key;
    Words TemplateWords::*target;
};

constexpr std::array<Row, 17> kRows = {{
    {"state-headings", &TemplateWords::state_headings},
    {"state-lists", &TemplateWords::state_lists},
    {"state-labels", &TemplateWords::state_labels},
    {"evidence-labels", &TemplateWords::evidence_labels},
    {"alternatives", &TemplateWords::alternatives},
    {"required-words", &TemplateWords::required_words},
    {"no-words", &TemplateWords::no_words},
    {"confirmation-words", &TemplateWords::confirmation_words},
    {"role-alternatives", &TemplateWords::role_alternatives},
    {"role-joints", &TemplateWords::role_joints},
    {"role-leads", &TemplateWords::role_leads},
    {"quoted-role-leads", &TemplateWords::quoted_role_leads},
    {"reversions", &TemplateWords::reversions},
    {"reversion-denials", &TemplateWords::reversion_denials},
    {"severity-columns", &TemplateWords::severity_columns},
    {"stay-columns", &TemplateWords::stay_columns},
    {"duty-words", &TemplateWords::duty_words},
}};

TemplateWords::WordsOfKinds read_kinds(const Setting& section, std::string_view key, Problems& problems) {
    TemplateWords::WordsOfKinds words;
    const Setting* kinds = section.find(key);
    if (kinds == nullptr || !expect(*kinds, yaml::NodeKind::mapping, problems)) return words;
    for (const auto& [name, list] : kinds->members) {
        if (const auto kind = parse_evidence_kind(name.scalar))
            read_value(list, words[*kind], problems);
        else
            problems.add_unknown(name, "kind of evidence", name.scalar, evidence_kind_names());
    }
    return words;
}

} // namespace

TemplateWords read_template_words(const Setting& section, ReadContext& context) {
    TemplateWords words;
    std::vector<std::string> keys{"evidence", "evidence-otherwise"};
    for (const Row& row : kRows) keys.emplace_back(row.key);
    if (!expect_keys(section, section, {}, keys, context.problems)) return words;
    for (const Row& row : kRows) read(section, row.key, words.*row.target, context.problems);
    words.evidence = read_kinds(section, "evidence", context.problems);
    words.evidence_otherwise = read_kinds(section, "evidence-otherwise", context.problems);
    return words;
}

} // namespace docs_lint::policy
