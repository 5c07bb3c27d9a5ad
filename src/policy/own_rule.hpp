#pragma once

#include "base/path_pattern.hpp"
#include "diagnostics/severity.hpp"
#include "policy/expression.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace docs_lint::policy {

/// What part of a document a pattern is searched in.
enum class TextPlace {
    text,    ///< what a reader sees outside code blocks: paragraphs, lists, quotes, table cells, headings
    heading, ///< headings
    header,  ///< `key: value` of each header field
    code,    ///< lines of code blocks
    source,  ///< lines as they are written, markup and comments included
};

/// Kind `pattern`: a text that must not stand in a document, or one that must.
struct PatternRule {
    Expression pattern;
    bool forbidden = true;
    TextPlace where = TextPlace::text;
};

/// A heading that a rule asks for, under any of its titles.
struct SectionRule {
    std::vector<std::string> titles;
    std::optional<int> level;
    bool required = true;
    bool not_empty = false;
};

/// Kind `required-section`.
struct RequiredSections {
    std::vector<SectionRule> sections;
    bool in_order = false; ///< those that are there stand in this order
};

struct ColumnRule {
    std::vector<std::string> names;
    bool required = true;
    bool not_empty = false;            ///< no cell of it is empty, a dash included
    std::vector<std::string> values;   ///< what a cell may say; empty: anything
    std::optional<Expression> pattern; ///< what a whole cell must match
};

/// Kind `table-shape`: the table below a heading.
struct TableShape {
    std::vector<std::string> section; ///< titles of the heading, any of them
    bool required = true;
    bool in_order = false;
    std::vector<ColumnRule> columns;
};

/// What the value of a header field must be.
enum class FieldForm { any, date, version, role, path };

/// Kind `header-field`.
struct HeaderFieldRule {
    std::vector<std::string> names; ///< any of them; the first is how it is called
    bool required = true;
    std::vector<std::string> values;
    std::optional<Expression> pattern; ///< what the whole value must match
    FieldForm form = FieldForm::any;
};

/// Kind `named-record`: a text that names a record, which must exist. What the pattern's groups catch stands
/// in the place of the placeholders of the same names.
struct NamedRecord {
    Expression pattern;
    std::vector<std::string> field; ///< names of the header field to look in; empty: `where`
    TextPlace where = TextPlace::text;
    std::vector<base::PathPattern> paths;
};

/// Kind `companion-files`: files that one commit changes together.
struct CompanionFiles {
    struct Group {
        std::string name;
        std::vector<base::PathPattern> paths;
    };
    std::vector<base::PathPattern> when;
    std::vector<Group> then;          ///< at least one file of every group
    std::optional<Expression> unless; ///< searched in the subject of the commit
};

/// A rule that a team or pack makes of one of the general kinds. Its id never is, or begins like, a built-in
/// one.
struct OwnRule {
    std::string id; ///< `team/kebab-name`
    std::string kind;
    std::string summary;
    std::string why;
    std::string fix;
    std::string origin; ///< `.docs-lint.yaml:12`
    diagnostics::Severity severity = diagnostics::Severity::error;
    std::vector<std::string> classes; ///< ids; empty: all but templates
    std::vector<base::PathPattern> paths, excluded_paths;
    std::variant<PatternRule, RequiredSections, TableShape, HeaderFieldRule, NamedRecord, CompanionFiles>
        what;
};

} // namespace docs_lint::policy
