#pragma once

#include "policy/document_class.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Looks through the raw lines of a document's head (`head_lines`) for one that files it. A value may stand
/// behind its field, on the line below it, or in a table with its fields side by side.
class FilingSearch {
public:
    /// The class says how documents are filed, and outlives this.
    explicit FilingSearch(const policy::DocumentClass& document_class);

    /// The next line, folded. True where it says that the document is filed.
    bool read(std::string_view line);

private:
    bool read_table_row(std::string_view line);
    void read_captions(const std::vector<std::string_view>& cells);

    const policy::DocumentClass& class_;
    std::vector<std::string> status_keys_;
    std::vector<std::string> date_keys_;
    bool wants_status_ = false; ///< the line before ended behind the field's name
    bool wants_date_ = false;
    enum class Table { none, captions, rows };
    Table table_ = Table::none;
    std::size_t status_column_ = 0;
};

} // namespace docs_lint::model
