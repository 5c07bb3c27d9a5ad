#pragma once

#include "base/result.hpp"
#include "engine/run.hpp"

#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// Reads what `render_json` wrote; written again it is the same text. A text that is no such report, or is
/// not whole, is an error of kind `usage` that says where it goes wrong. `name` is what the report is called
/// in messages.
base::Result<engine::RunResult> read_json(std::string_view text, const std::string& name);

/// The same document, and records with it, between processes of one run and from run to run; bytes that are
/// no UTF-8 stay what they are.
std::string pack(const engine::RunResult& result);
base::Result<engine::RunResult> unpack(std::string_view bytes);

} // namespace docs_lint::reporters
