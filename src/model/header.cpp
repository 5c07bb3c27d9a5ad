#include "model/header.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/columns.hpp"
#include "model/field_line.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

constexpr std::size_t kWordsOfPlainKey = 4;

/// Names compare without case, blanks, hyphens and underscores.
bool is_same_field(std::string_view left, std::string_view right) {
    return is_same_label(left, right);
}

bool is_plain(const FieldLine& field, std::string_view document) {
    return is_written_plainly(field.key, document) && is_written_plainly(field.value, document) &&
           !base::find_deceptive_character(field.key.text) &&
           !base::find_deceptive_character(field.value.text);
}

/// Collects fields, and lines that go on with the one before.
class Collector {
public:
    Collector(std::string_view document, const policy::DocumentClass& document_class)
        : document_(document), class_(document_class) {}

    void add(const FieldLine& line) {
        Field field;
        field.key = line.key.text;
        field.value = line.value;
        field.source = line.value.empty() ? line.key.source : base::join(line.key.source, line.value.source);
        field.plain = is_plain(line, document_) && !has_html_around(document_, field.source);
        header_.source = header_.fields.empty() ? field.source : base::join(header_.source, field.source);
        header_.fields.push_back(std::move(field));
    }

    void go_on(const Text& line) {
        const Text trimmed = line.trimmed();
        if (header_.fields.empty() || trimmed.empty()) return;
        Field& field = header_.fields.back();
        field.plain = field.plain && is_written_plainly(trimmed, document_) &&
                      !base::find_deceptive_character(trimmed.text);
        field.value = join_lines({field.value, trimmed});
        field.source = base::join(field.source, trimmed.source);
        header_.source = base::join(header_.source, field.source);
    }

    /// Reads lines as fields if they are some; false if they are prose.
    bool add_lines(const std::vector<Text>& lines, bool needs_proof) {
        std::vector<std::vector<FieldLine>> read;
        for (const Text& line : lines) read.push_back(read_field_line(line.trimmed()));
        if (read.empty() || read.front().empty() || !is_header(read, needs_proof)) return false;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            if (read[at].empty()) go_on(lines[at]);
            for (const FieldLine& field : read[at]) add(field);
        }
        return true;
    }

    [[nodiscard]] bool knows(std::string_view key) const { return is_field_of(key, class_); }
    [[nodiscard]] bool empty() const { return header_.fields.empty(); }
    Header take() { return std::move(header_); }

private:
    /// A bold or known key makes a header; else every line must be a field with a short key.
    [[nodiscard]] bool is_header(const std::vector<std::vector<FieldLine>>& lines, bool needs_proof) const {
        const FieldLine& first = lines.front().front();
        if (first.bold || knows(first.key.text)) return true;
        if (needs_proof) return false;
        return std::all_of(lines.begin(), lines.end(), [](const auto& line) {
            return !line.empty() &&
                   base::split(base::collapse_blanks(line.front().key.text), ' ').size() <= kWordsOfPlainKey;
        });
    }

    std::string_view document_;
    const policy::DocumentClass& class_;
    Header header_;
};

Text unquoted(const Text& value) {
    const std::string_view text = value.text;
    const bool quoted =
        text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return quoted ? value.slice({1, text.size() - 1}) : value;
}

Text without_yaml_comment(const Text& value) {
    const std::size_t comment = value.text.find(" #");
    const bool quoted = !value.empty() && (value.text.front() == '"' || value.text.front() == '\'');
    if (comment == std::string::npos || quoted) return value;
    return value.slice({0, comment}).trimmed();
}

bool is_block_indicator(std::string_view value) {
    return !value.empty() && (value.front() == '|' || value.front() == '>') && value.size() <= 2;
}

/// Flat `key: value` lines; what is indented goes on with the line before.
void read_front_matter(Collector& header, const Block& block) {
    for (const Text& line : block.lines) {
        if (line.trimmed().empty() || line.text.front() == '#') continue;
        const bool indented =
            line.text.front() == ' ' || line.text.front() == '\t' || line.text.front() == '-';
        const std::size_t colon = line.text.find(':');
        if (indented || colon == std::string::npos) {
            header.go_on(line);
            continue;
        }
        FieldLine field;
        field.key = unquoted(line.slice({0, colon}).trimmed());
        field.value = unquoted(without_yaml_comment(line.slice({colon + 1, line.text.size()}).trimmed()));
        if (is_block_indicator(field.value.text)) field.value = field.value.slice({0, 0});
        header.add(field);
    }
}

bool is_table_caption(const markdown::TableRow& row) {
    const std::string key = base::normalise_name(row.cells[0].text);
    constexpr std::string_view kCaptions[] = {"",     "field", "key",    "property", "attribute",
                                              "item", "name",  "header", "metadata"};
    return std::find(std::begin(kCaptions), std::end(kCaptions), key) != std::end(kCaptions);
}

/// `| **Item** | BLG-... |`: a name that may head the column is a field's where the class knows it and a
/// value stands beside it.
bool gives_value(const markdown::TableRow& row) {
    const std::string beside = base::normalise_name(cell_at(row, 1).text);
    constexpr std::string_view kCaptions[] = {"",        "value",    "values",      "detail", "details",
                                              "content", "contents", "description", "entry",  "information"};
    return std::find(std::begin(kCaptions), std::end(kCaptions), beside) == std::end(kCaptions);
}

bool is_change_log(const Block& table) {
    return find_column(table, {"version"}) &&
           find_column(table, {"change", "changes", "description", "summary"});
}

Text without_colon(const Text& cell) {
    const bool colon = !cell.empty() && cell.text.back() == ':';
    return colon ? cell.slice({0, cell.text.size() - 1}).trimmed() : cell;
}

bool read_table(Collector& header, const Block& table) {
    if (table.rows.empty() || table.rows.front().cells.size() != 2 || is_change_log(table)) return false;
    const auto is_known = [&](const markdown::TableRow& row) {
        return !row.cells.empty() && header.knows(without_colon(row.cells[0]).text);
    };
    const bool known = std::any_of(table.rows.begin(), table.rows.end(), is_known);
    if (!known && !header.empty()) return false;
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        const auto& row = table.rows[at];
        const bool caption = at == 0 && is_table_caption(row) && !(is_known(row) && gives_value(row));
        if (row.cells.empty() || caption) continue;
        FieldLine field{without_colon(row.cells[0]), cell_at(row, 1), false};
        if (!field.key.empty()) header.add(field);
    }
    return true;
}

bool read_list(Collector& header, const BlockTree& tree, std::size_t list) {
    bool any = false;
    for (const std::size_t item : tree.children(list)) {
        const auto& inside = tree.children(item);
        if (inside.empty() || tree[inside.front()].kind != BlockKind::paragraph) continue;
        const auto& lines = tree[inside.front()].lines;
        if (header.add_lines(lines, any))
            any = true;
        else if (!any)
            return false;
        else
            for (const Text& line : lines) {
                const auto fields = read_field_line(line.trimmed());
                for (const FieldLine& field : fields) header.add(field);
                if (fields.empty()) header.go_on(line);
            }
    }
    return any;
}

bool is_without_text(const Block& block) {
    return std::all_of(block.lines.begin(), block.lines.end(),
                       [](const Text& line) { return line.trimmed().empty(); });
}

enum class Step { go_on, stop };

/// What stands before the block that is being read.
struct Above {
    bool title = false;
    bool fields = false; ///< other than front matter
};

Step read_heading(Collector& header, const Block& heading, Above& above) {
    const bool several = heading.lines.size() > 1;
    if (heading.setext && header.add_lines(heading.lines, heading.level == 1 || !several)) return Step::stop;
    if (heading.level != 1 || above.title || above.fields) return Step::stop;
    above.title = true;
    return Step::go_on;
}

Step read_block(Collector& header, const BlockTree& tree, std::size_t index, Above& above) {
    const Block& block = tree[index];
    bool read = false;
    switch (block.kind) {
    case BlockKind::front_matter:
        read_front_matter(header, block);
        return Step::go_on;
    case BlockKind::html:
        return Step::go_on;
    case BlockKind::heading:
        return read_heading(header, block, above);
    case BlockKind::paragraph:
        read = is_without_text(block) || header.add_lines(block.lines, false);
        break;
    case BlockKind::list:
        read = read_list(header, tree, index);
        break;
    case BlockKind::table:
        read = read_table(header, block);
        break;
    default:
        break;
    }
    above.fields = above.fields || (read && !is_without_text(block));
    return read ? Step::go_on : Step::stop;
}

} // namespace

const Field* Header::find(std::string_view name) const {
    const auto all = find_all(name);
    return all.empty() ? nullptr : all.front();
}

const Field* Header::find_any(const std::vector<std::string>& names) const {
    for (const Field& field : fields)
        for (const std::string& name : names)
            if (is_same_field(field.key, name)) return &field;
    return nullptr;
}

std::vector<const Field*> Header::find_all(std::string_view name) const {
    std::vector<const Field*> found;
    for (const Field& field : fields)
        if (is_same_field(field.key, name)) found.push_back(&field);
    return found;
}

bool is_field_of(std::string_view key, const policy::DocumentClass& document_class) {
    const auto is_wanted = [&](const std::string& name) { return is_same_field(name, key); };
    const auto among = [&](const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(), is_wanted);
    };
    return among(document_class.status_fields) ||
           (document_class.filing && among(document_class.filing->date_fields)) ||
           std::any_of(document_class.fields.begin(), document_class.fields.end(),
                       [&](const policy::FieldRule& rule) { return among(rule.names); });
}

Header read_header(const BlockTree& tree, std::string_view text,
                   const policy::DocumentClass& document_class) {
    Collector header(text, document_class);
    Above above;
    for (const std::size_t index : tree.children(0))
        if (read_block(header, tree, index, above) == Step::stop) break;
    return header.take();
}

} // namespace docs_lint::model
