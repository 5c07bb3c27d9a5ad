#include "policy/read_sections.hpp"

#include <array>

namespace docs_lint::policy {
namespace {

using Words = std::vector<std::string>;

struct Row {
    std::string_view key;
    Words SignOffFormat::*target;
    bool required;
};

constexpr std::array<Row, 24> kRows = {{
    {"item-keywords", &SignOffFormat::item_keywords, true},
    {"evidence-labels", &SignOffFormat::evidence_labels, true},
    {"owner-labels", &SignOffFormat::owner_labels, true},
    {"validation-labels", &SignOffFormat::validation_labels, true},
    {"owner-yes", &SignOffFormat::owner_yes, true},
    {"owner-no", &SignOffFormat::owner_no, true},
    {"validation-pass", &SignOffFormat::validation_pass, true},
    {"validation-fail", &SignOffFormat::validation_fail, true},
    {"other-labels", &SignOffFormat::other_labels, false},
    {"status-labels", &SignOffFormat::status_labels, false},
    {"status-passed", &SignOffFormat::status_passed, false},
    {"status-open", &SignOffFormat::status_open, false},
    {"pending-words", &SignOffFormat::pending_words, false},
    {"placeholder-words", &SignOffFormat::placeholder_words, false},
    {"instruction-phrases", &SignOffFormat::instruction_phrases, false},
    {"hedges", &SignOffFormat::hedges, false},
    {"remark-words", &SignOffFormat::remark_words, false},
    {"vague-phrases", &SignOffFormat::vague_phrases, false},
    {"spoken-phrases", &SignOffFormat::spoken_phrases, false},
    {"reservation-words", &SignOffFormat::reservation_words, false},
    {"result-words", &SignOffFormat::result_words, false},
    {"words-without-method", &SignOffFormat::words_without_method, false},
    {"calculation-words", &SignOffFormat::calculation_words, false},
    {"unchanged-words", &SignOffFormat::unchanged_words, false},
}};

std::vector<std::string> keys(bool required) {
    std::vector<std::string> names;
    for (const Row& row : kRows)
        if (row.required == required) names.emplace_back(row.key);
    if (required)
        names.emplace_back("validator-role");
    else
        names.insert(names.end(), {"identity", "two-identities"});
    return names;
}

} // namespace

std::optional<IdentityGrade> read_identity_grade(const Setting& entry, Problems& problems) {
    const Setting* setting = entry.find("identity");
    if (setting == nullptr) return std::nullopt;
    std::string name;
    read_value(*setting, name, problems);
    const auto grade = parse_identity_grade(name);
    if (!grade && !name.empty())
        problems.add_unknown(*setting, "grade of identity", name, identity_grade_names());
    return grade;
}

std::optional<bool> read_two_identities(const Setting& entry, Problems& problems) {
    const Setting* setting = entry.find("two-identities");
    if (setting == nullptr) return std::nullopt;
    bool wanted = false;
    read_value(*setting, wanted, problems);
    return wanted;
}

SignOffFormat read_sign_off(const Setting& section, const Setting& owner, ReadContext& context) {
    SignOffFormat format;
    if (!expect_keys(section, owner, keys(true), keys(false), context.problems)) return format;
    for (const Row& row : kRows) {
        read(section, row.key, format.*row.target, context.problems);
        if (row.required) require_items(section, row.key, context.problems);
    }
    std::stable_sort(
        format.vague_phrases.begin(), format.vague_phrases.end(),
        [](const std::string& left, const std::string& right) { return left.size() > right.size(); });
    read_name(section, "validator-role", format.validator_role,
              {"role", context.roles, context.check_references}, context.problems);
    format.identity.grade = read_identity_grade(section, context.problems).value_or(IdentityGrade::claimed);
    format.identity.two_identities = read_two_identities(section, context.problems).value_or(false);
    return format;
}

} // namespace docs_lint::policy
