#include "model/units.hpp"

#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

class Grouper {
public:
    explicit Grouper(const std::vector<std::vector<std::string>>& labels) : labels_(labels) {}

    void add(const Entry& entry) {
        auto values = values_of(entry, labels_);
        switch (entry.shape) {
        case EntryShape::heading:
            begin(entry, std::move(values), true);
            below_heading_ = true;
            break;
        case EntryShape::table_row:
            add_row(entry, std::move(values));
            break;
        case EntryShape::list_item:
            add_item(entry, std::move(values));
            break;
        default:
            add_line(entry, std::move(values));
            break;
        }
    }

    std::vector<Unit> take() { return std::move(units_); }

private:
    void begin(const Entry& entry, std::vector<EntryValue> values, bool titled) {
        Unit unit;
        unit.entries.push_back(&entry);
        unit.titled = titled;
        unit.values = std::move(values);
        units_.push_back(std::move(unit));
        below_heading_ = false;
    }

    void go_on(const Entry& entry, std::vector<EntryValue> values) {
        Unit& unit = units_.back();
        unit.entries.push_back(&entry);
        std::move(values.begin(), values.end(), std::back_inserter(unit.values));
    }

    [[nodiscard]] bool repeats(const std::vector<EntryValue>& values) const {
        return std::any_of(values.begin(), values.end(),
                           [&](const EntryValue& value) { return units_.back().labels(value.kind); });
    }

    /// The unit may go on with a labelled line: nothing in it is given twice, and it is no row.
    [[nodiscard]] bool accepts(const std::vector<EntryValue>& values) const {
        return !units_.empty() && !units_.back().is_row && !repeats(values);
    }

    void add_row(const Entry& row, std::vector<EntryValue> values) {
        const bool upright = !values.empty() && !values.front().is_cell;
        if (upright && accepts(values) && belongs_to_last(row)) return go_on(row, std::move(values));
        begin(row, std::move(values), !upright);
        units_.back().is_row = !upright;
    }

    /// Rows of one upright table, or the first row below a title.
    [[nodiscard]] bool belongs_to_last(const Entry& row) const {
        const Entry& last = *units_.back().entries.back();
        return last.shape != EntryShape::table_row || last.group == row.group;
    }

    /// A label begins the entry, the box of a task apart.
    static bool begins_with_label(const Entry& entry, const std::vector<EntryValue>& values,
                                  const std::vector<std::vector<std::string>>& labels) {
        if (values.empty()) return false;
        return std::any_of(labels.begin(), labels.end(), [&](const std::vector<std::string>& names) {
            return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return starts_with_ignoring_case(entry.text.text, name) &&
                       !word_begins_at(entry.text.text, name.size());
            });
        });
    }

    void add_item(const Entry& item, std::vector<EntryValue> values) {
        const bool nested = item.depth > 1 && !units_.empty() && !units_.back().is_row;
        const bool labelled = begins_with_label(item, values, labels_);
        if (nested || (labelled && accepts(values) && (below_heading_ || follows_labels(item))))
            return keep_heading([&] { go_on(item, std::move(values)); });
        begin(item, std::move(values), !labelled);
    }

    /// The list that it stands in belongs to the last unit: it began below its title, or with a label.
    [[nodiscard]] bool follows_labels(const Entry& item) const {
        const Entry& last = *units_.back().entries.back();
        if (last.shape != EntryShape::list_item) return true;
        const Entry& first = *units_.back().entries.front();
        const bool own_list = first.shape == EntryShape::list_item && first.group == item.group;
        return last.group == item.group && !(own_list && units_.back().titled);
    }

    void add_line(const Entry& line, std::vector<EntryValue> values) {
        const bool labelled = begins_with_label(line, values, labels_);
        const bool joins = labelled || below_heading_;
        if (joins && accepts(values)) return keep_heading([&] { go_on(line, std::move(values)); });
        begin(line, std::move(values), !labelled);
    }

    template <typename Step>
    void keep_heading(const Step& step) {
        const bool below = below_heading_;
        step();
        below_heading_ = below;
    }

    const std::vector<std::vector<std::string>>& labels_;
    std::vector<Unit> units_;
    bool below_heading_ = false;
};

} // namespace

const EntryValue* Unit::find(std::size_t kind) const {
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const EntryValue& value) { return value.kind == kind; });
    return found == values.end() ? nullptr : &*found;
}

base::Span Unit::source() const {
    base::Span source = entries.front()->source;
    for (const Entry* entry : entries) source = base::join(source, entry->source);
    return source;
}

markdown::Text Unit::text() const {
    std::vector<markdown::Text> parts;
    for (const Entry* entry : entries) parts.push_back(entry->text);
    return join_lines(parts);
}

std::vector<Unit> read_units(const std::vector<Entry>& entries, std::size_t begin, std::size_t end,
                             const std::vector<std::vector<std::string>>& labels) {
    Grouper grouper(labels);
    for (std::size_t at = begin; at < end; ++at) grouper.add(entries[at]);
    return grouper.take();
}

} // namespace docs_lint::model
