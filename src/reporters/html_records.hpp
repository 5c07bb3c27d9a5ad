#pragma once

#include "engine/run.hpp"

#include <kainjow/mustache.hpp>

namespace docs_lint::reporters {

/// What the page says of records: the table of all, the matrices of gates by process, and each by itself.
/// Every text in it is safe to be shown; the page's template escapes it for HTML.
void add_records(kainjow::mustache::data& page, const engine::RunResult& result);

} // namespace docs_lint::reporters
