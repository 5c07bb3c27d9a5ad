#pragma once

#include "engine/run.hpp"
#include "reporters/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {

/// What `docs-lint status` shows of a run that was asked for its records: where each stands, who does what
/// next and by when, what is left on its timer. `all`: those that are closed, too.
struct StatusView {
    const engine::RunResult& result;
    bool all = false;
};

/// The format `name` of `status_formats`.
std::string render_status(std::string_view name, const StatusView& view, const Options& options);

/// `table`, `json` (schema `docs-lint-status/1`), `markdown`.
std::vector<std::string> status_formats();

/// The state that a record is in: `ROOT_CAUSE`, `ROOT_CAUSE (declares FIX_SCOPE)`, `not known`.
std::string state_text(const records::Record& record);

/// The gate that the record has to pass next, with the items that are signed; null where none is left.
const records::Gate* next_gate(const records::Record& record);

/// How a record is called: by its id, else by the name of its file.
std::string name_of(const records::Record& record);

} // namespace docs_lint::reporters
