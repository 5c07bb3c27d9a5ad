#include "model/filing_search.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/filing_words.hpp"
#include "model/header.hpp"
#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

/// Names in the form that lines are folded to.
std::vector<std::string> folded_names(const std::vector<std::string>& names) {
    std::vector<std::string> folded;
    for (const std::string& name : names) {
        folded.push_back(base::collapse_blanks(base::fold_look_alikes(name)));
        std::replace(folded.back().begin(), folded.back().end(), '_', ' ');
    }
    return folded;
}

/// Every place behind `key` in the line where a value may begin. The line is folded, so lower case.
template <typename Use>
void for_each_value(std::string_view line, const std::vector<std::string>& keys, Use use) {
    for (const std::string& key : keys) {
        for (auto at = find_word(line, key); at; at = find_word(line, key, *at + 1)) {
            std::size_t value = *at + key.size();
            while (value < line.size() &&
                   std::string_view(" \t]*_)~\"'`").find(line[value]) != std::string_view::npos)
                ++value;
            const bool separated =
                value < line.size() && (line[value] == ':' || line[value] == '|' || line[value] == '=');
            if (separated) use(line.substr(value + 1, kLongestFilingValue));
        }
    }
}

/// Letters and a colon: a field of its own, not the value of the one before.
bool is_field(std::string_view line) {
    const std::string_view key = line.substr(0, std::min<std::size_t>(line.find(':'), kLongestFilingValue));
    return key.size() < line.size() && std::none_of(key.begin(), key.end(), is_digit);
}

bool is_any(const std::string& key, const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return label_key(name) == key; });
}

} // namespace

FilingSearch::FilingSearch(const policy::DocumentClass& document_class)
    : class_(document_class), status_keys_(folded_names(document_class.status_fields)),
      date_keys_(folded_names(document_class.filing->date_fields)) {}

bool FilingSearch::read(std::string_view line) {
    bool filed = false;
    if (line.empty()) return false;
    if (is_without_value(line)) return read_table_row(line);
    const bool is_value = !is_field(line);
    if (wants_status_ && is_value && files_by_status(line.substr(0, kLongestFilingValue), class_))
        filed = true;
    if (wants_date_ && is_value && files_by_date(line.substr(0, kLongestFilingValue), class_)) filed = true;
    wants_status_ = wants_date_ = false;
    for_each_value(line, status_keys_, [&](std::string_view value) {
        wants_status_ = wants_status_ || is_without_value(value);
        filed = filed || files_by_status(value, class_);
    });
    for_each_value(line, date_keys_, [&](std::string_view value) {
        wants_date_ = wants_date_ || is_without_value(value);
        filed = filed || (!is_without_value(value) && files_by_date(value, class_));
    });
    filed = filed || files_by_tick(line.substr(0, kLongestFilingValue), class_);
    return filed || read_table_row(line);
}

/// A table with its fields side by side: `| Owner | Status |`, the line of dashes, `| ... | Filed |`.
bool FilingSearch::read_table_row(std::string_view line) {
    const auto cells = base::split(line, '|');
    if (cells.size() < 2) {
        table_ = Table::none;
        return false;
    }
    const bool dashes = line.find_first_not_of("|-: ") == std::string_view::npos;
    if (dashes) table_ = table_ == Table::captions ? Table::rows : Table::none;
    if (table_ == Table::rows)
        return status_column_ < cells.size() &&
               is_any(label_key(cells[status_column_]), class_.filing->statuses);
    if (!dashes) read_captions(cells);
    return false;
}

void FilingSearch::read_captions(const std::vector<std::string_view>& cells) {
    std::size_t known = 0;
    bool has_status = false;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        if (is_field_of(cells[at], class_)) ++known;
        if (!is_any(label_key(cells[at]), class_.status_fields)) continue;
        has_status = true;
        status_column_ = at;
    }
    table_ = has_status && known > 1 ? Table::captions : Table::none;
}

} // namespace docs_lint::model
