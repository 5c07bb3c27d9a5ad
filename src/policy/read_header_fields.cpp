#include "policy/read_sections.hpp"

#include <array>

namespace docs_lint::policy {
namespace {

struct Row {
    std::string_view key;
    std::vector<std::string> HeaderFields::*target;
};

constexpr std::array<Row, 7> kRows = {{
    {"version-fields", &HeaderFields::versions},
    {"updated-fields", &HeaderFields::updates},
    {"date-fields", &HeaderFields::dates},
    {"role-fields", &HeaderFields::roles},
    {"severity-fields", &HeaderFields::severities},
    {"priority-fields", &HeaderFields::priorities},
    {"type-fields", &HeaderFields::types},
}};

} // namespace

HeaderFields read_header_fields(const Setting& section, ReadContext& context) {
    HeaderFields fields;
    std::vector<std::string> keys;
    for (const Row& row : kRows) keys.emplace_back(row.key);
    if (!expect_keys(section, section, {}, keys, context.problems)) return fields;
    for (const Row& row : kRows) read(section, row.key, fields.*row.target, context.problems);
    return fields;
}

} // namespace docs_lint::policy
