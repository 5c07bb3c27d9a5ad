#pragma once

#include "base/result.hpp"
#include "markdown/ast.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// Something that a template says, and where.
struct Written {
    std::string text;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// One line of a template as a reader sees it.
struct TemplateLine {
    markdown::BlockKind kind = markdown::BlockKind::paragraph; ///< heading, paragraph or code
    std::size_t block = 0;
    int level = 0;                        ///< headings
    bool first = false;                   ///< of its block
    bool bold = false;                    ///< begins in bold
    bool indented = false;                ///< code: begins with a blank
    std::optional<std::size_t> list_item; ///< the innermost one around it
    Written written;
};

/// A template, parsed: its lines of text in their order, and its blocks. Block quotes and HTML say nothing.
class TemplateText {
public:
    /// The error says why the text is past a limit of the parser.
    static base::Result<TemplateText> parse(std::string_view text);

    [[nodiscard]] const std::vector<TemplateLine>& lines() const { return lines_; }
    [[nodiscard]] const markdown::Ast& ast() const { return ast_; }
    [[nodiscard]] bool is_within(std::size_t block, std::size_t container) const;
    /// A piece of the template with its place.
    [[nodiscard]] Written written(const markdown::Text& text) const;

private:
    void add_line(std::size_t block, const markdown::Text& text, bool first);
    [[nodiscard]] std::optional<std::size_t> list_item_around(std::size_t block) const;

    std::string text_;
    markdown::Ast ast_;
    std::vector<TemplateLine> lines_;
};

/// `label: value`; nothing where the line has no colon.
struct TemplateField {
    std::string label;
    std::string value;
};
std::optional<TemplateField> read_template_field(std::string_view line);

/// Equal to one of the words, case and punctuation apart.
bool is_any_of(std::string_view text, const std::vector<std::string>& words);
/// One of the words stands in the text as a whole word.
bool says_any_of(std::string_view text, const std::vector<std::string>& words);

} // namespace docs_lint::policy
