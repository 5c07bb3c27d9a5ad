#include "policy/read_sections.hpp"

#include <array>

namespace docs_lint::policy {
namespace {

struct Row {
    std::string_view key;
    std::vector<std::string> ReferenceFormat::*target;
};

constexpr std::array<Row, 7> kRows = {{
    {"path-columns", &ReferenceFormat::path_columns},
    {"version-columns", &ReferenceFormat::version_columns},
    {"planned-words", &ReferenceFormat::planned_words},
    {"gone-words", &ReferenceFormat::gone_words},
    {"example-words", &ReferenceFormat::example_words},
    {"history-words", &ReferenceFormat::history_words},
    {"generic-names", &ReferenceFormat::generic_names},
}};

} // namespace

ReferenceFormat read_references(const Setting& section, ReadContext& context) {
    ReferenceFormat format;
    std::vector<std::string> keys;
    for (const Row& row : kRows) keys.emplace_back(row.key);
    if (!expect_keys(section, section, {}, keys, context.problems)) return format;
    for (const Row& row : kRows) read(section, row.key, format.*row.target, context.problems);
    return format;
}

} // namespace docs_lint::policy
