#include "policy/identity.hpp"

#include <array>
#include <utility>

namespace docs_lint::policy {
namespace {

constexpr std::array<std::pair<IdentityGrade, std::string_view>, 3> kGrades = {{
    {IdentityGrade::claimed, "claimed"},
    {IdentityGrade::committed, "committed"},
    {IdentityGrade::signed_by_key, "signed"},
}};

} // namespace

std::string_view to_string(IdentityGrade grade) {
    for (const auto& [known, name] : kGrades)
        if (known == grade) return name;
    return {};
}

std::optional<IdentityGrade> parse_identity_grade(std::string_view text) {
    for (const auto& [grade, name] : kGrades)
        if (name == text) return grade;
    return std::nullopt;
}

std::vector<std::string> identity_grade_names() {
    std::vector<std::string> names;
    for (const auto& [grade, name] : kGrades) names.emplace_back(name);
    return names;
}

} // namespace docs_lint::policy
