#pragma once

#include "markdown/ast.hpp"
#include "model/block_tree.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace docs_lint::model {

/// Which columns of a table hold a change log.
struct ChangeLogColumns {
    std::optional<std::size_t> version, date, change;
};

struct ChangeLogTable {
    const markdown::Block* table = nullptr; ///< of the tree that was read, with at least its header
    ChangeLogColumns columns;               ///< version and change are there
};

/// The tables of the document that are change logs; logs may be kept in lists and headings, too.
std::vector<ChangeLogTable> find_change_log_tables(const BlockTree& tree);

/// Which columns of a table hold a state transition log.
struct TransitionColumns {
    std::optional<std::size_t> from, to, both, date, time, gate, status, number;
    bool utc = false; ///< the heading of the time says so

    [[nodiscard]] bool is_log() const { return ((from && to) || both) && (date || time); }
};

struct TransitionTable {
    const markdown::Block* table = nullptr; ///< of the tree that was read, with at least its header
    TransitionColumns columns;
};

/// The tables of the document that are state transition logs.
std::vector<TransitionTable> find_transition_tables(const BlockTree& tree);

} // namespace docs_lint::model
