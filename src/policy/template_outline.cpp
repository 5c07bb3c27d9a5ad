#include "policy/template_outline.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace docs_lint::policy {
namespace {

using markdown::BlockKind;

bool has_letter(std::string_view id) {
    return std::any_of(id.begin(), id.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
}

/// Goes through the lines and keeps the item that is open.
class OutlineReader {
public:
    OutlineReader(const TemplateText& text, const Policy& policy)
        : text_(text), format_(policy.sign_off), words_(policy.template_words),
          version_fields_(policy.header_fields.versions) {}

    TemplateOutline read() {
        for (const TemplateLine& line : text_.lines()) read_line(line);
        outline_.version = read_template_version(text_, version_fields_);
        for (TemplateItem& item : outline_.items)
            if (!item.evidence) item.evidence = std::move(required_[item.title.line]);
        drop_mentions();
        note_unread_tables();
        note_unread_quotes();
        return std::move(outline_);
    }

private:
    void read_line(const TemplateLine& line) {
        if (line.kind == BlockKind::heading) return read_heading(line);
        const bool may_name = line.kind == BlockKind::code ? !line.indented : line.bold || line.first;
        auto name = may_name ? read_template_name(line.written.text, format_) : std::nullopt;
        if (name && is_item(*name, line)) return open_item(std::move(*name), line);
        if (open_)
            read_component(line);
        else if (asks_for_owner(line) && !outline_.gates.empty())
            outline_.unread.push_back(line.written);
    }

    [[nodiscard]] bool asks_for_owner(const TemplateLine& line) const {
        const auto field = read_template_field(line.written.text);
        return field && is_any_of(field->label, format_.owner_labels);
    }

    void read_heading(const TemplateLine& line) {
        open_ = false;
        if (line.level == 1 && outline_.title.text.empty()) outline_.title = line.written;
        auto name = read_template_name(line.written.text, format_);
        if (name && is_item(*name, line)) return open_item(std::move(*name), line);
        if (line.level <= gate_level_) gate_.clear();
        if (!name || !name->gate.empty()) return;
        const auto states = split_at_arrows(name->rest);
        const bool is_gate = states.size() > 1 || (name->keyword && name->separated);
        if (!is_gate) return;
        gate_ = name->id;
        gate_level_ = line.level;
        outline_.gates.push_back({name->id, states, line.written});
    }

    /// A number alone may be that of a section, unless its gate is open.
    [[nodiscard]] bool is_item(const TemplateName& name, const TemplateLine& line) const {
        if (name.gate.empty() || (!name.separated && line.kind != BlockKind::heading)) return false;
        if (line.kind == BlockKind::code && !name.keyword) return false;
        if (line.kind == BlockKind::paragraph && !line.bold && !name.keyword) return false;
        return name.keyword || has_letter(name.id) || name.gate == gate_;
    }

    void open_item(TemplateName name, const TemplateLine& line) {
        Written title = line.written;
        title.text = std::move(name.rest);
        const bool certain = line.kind == BlockKind::heading || (line.bold && !line.list_item);
        outline_.items.push_back(
            {std::move(name.id), std::move(name.gate), std::move(title), {}, {}, certain});
        open_ = true;
        target_ = nullptr;
    }

    void read_component(const TemplateLine& line) {
        TemplateItem& item = outline_.items.back();
        if (auto field = read_template_field(line.written.text)) {
            if (is_any_of(field->label, format_.evidence_labels)) return begin(item.evidence, *field, line);
            if (is_any_of(field->label, format_.owner_labels)) {
                if (item.owner) outline_.unread.push_back(line.written);
                return begin(item.owner, *field, line);
            }
            if (is_any_of(field->label, words_.evidence_labels))
                return begin(required_[item.title.line], *field, line);
            if (is_any_of(field->label, format_.validation_labels) ||
                is_any_of(field->label, format_.other_labels)) {
                target_ = nullptr;
                return;
            }
        }
        if (target_ != nullptr && continues(line)) append(line);
    }

    void begin(std::optional<Written>& target, const TemplateField& field, const TemplateLine& line) {
        if (!target) target = Written{field.value, line.written.line, line.written.column};
        target_ = &target;
        home_ = line.list_item;
        home_block_ = line.block;
    }

    /// A further line of the same list item, with the lists inside it, or an indented one of the same block.
    [[nodiscard]] bool continues(const TemplateLine& line) const {
        if (home_) return text_.is_within(line.block, *home_);
        return line.block == home_block_ && (line.kind != BlockKind::code || line.indented);
    }

    void append(const TemplateLine& line) {
        const bool further_point = line.first && line.list_item != home_;
        (*target_)->text += (further_point ? ", " : " ") + line.written.text;
    }

    void note_unread_tables() {
        if (outline_.gates.empty()) return;
        for (const markdown::Block& block : text_.ast().blocks) {
            if (block.rows.size() < 2) continue;
            for (const markdown::Text& cell : block.rows.front().cells)
                if (Written column = text_.written(cell); is_any_of(cell.text, format_.owner_labels) &&
                                                          column.line > outline_.gates.front().heading.line)
                    outline_.unread.push_back(std::move(column));
        }
    }

    void note_unread_quotes() {
        const markdown::Ast& ast = text_.ast();
        for (std::size_t index = 1; index < ast.blocks.size() && !outline_.gates.empty(); ++index) {
            if (!ast.is_inside(index, BlockKind::block_quote)) continue;
            for (const markdown::Text& line : ast.blocks[index].lines) {
                const auto field = read_template_field(line.text);
                Written place = text_.written(line);
                if (field && is_any_of(field->label, format_.owner_labels) &&
                    place.line > outline_.gates.front().heading.line)
                    outline_.unread.push_back(std::move(place));
            }
        }
    }

    /// A name without components is a mention where it is no item by its form, or where the item itself
    /// stands elsewhere.
    void drop_mentions() {
        const auto has_components = [](const TemplateItem& item) { return item.evidence || item.owner; };
        std::set<std::string> described;
        for (const TemplateItem& item : outline_.items)
            if (has_components(item)) described.insert(item.id);
        auto& items = outline_.items;
        items.erase(std::remove_if(items.begin(), items.end(),
                                   [&](const TemplateItem& item) {
                                       return !has_components(item) &&
                                              (!item.certain || described.count(item.id) > 0);
                                   }),
                    items.end());
    }

    const TemplateText& text_;
    const SignOffFormat& format_;
    const TemplateWords& words_;
    const std::vector<std::string>& version_fields_;
    TemplateOutline outline_;
    std::string gate_;
    int gate_level_ = 0;
    bool open_ = false;
    std::optional<Written>* target_ = nullptr;
    std::optional<std::size_t> home_;
    std::size_t home_block_ = 0;
    std::map<std::size_t, std::optional<Written>> required_; ///< `Evidence required`, by the item's line
};

} // namespace

TemplateOutline read_outline(const TemplateText& text, const Policy& policy) {
    return OutlineReader(text, policy).read();
}

std::optional<Written> read_template_version(const TemplateText& text,
                                             const std::vector<std::string>& version_fields) {
    const auto take = [&](const Written& place, std::string_view label,
                          std::string_view value) -> std::optional<Written> {
        value = base::trim(value);
        value = value.substr(0, value.find_first_of(" ,;("));
        if (!is_any_of(label, version_fields) || value.empty()) return std::nullopt;
        return Written{std::string(value), place.line, place.column};
    };
    for (const TemplateLine& line : text.lines()) {
        if (line.kind == BlockKind::heading && line.level > 1) break;
        if (line.kind == BlockKind::heading || line.kind == BlockKind::code) continue;
        if (const auto field = read_template_field(line.written.text))
            if (auto version = take(line.written, field->label, field->value)) return version;
    }
    for (const markdown::Block& block : text.ast().blocks) {
        if (block.kind == BlockKind::heading && block.level > 1) break;
        for (const markdown::TableRow& row : block.rows)
            if (row.cells.size() >= 2)
                if (auto version = take(text.written(row.cells[0]), row.cells[0].text, row.cells[1].text))
                    return version;
    }
    return std::nullopt;
}

} // namespace docs_lint::policy
