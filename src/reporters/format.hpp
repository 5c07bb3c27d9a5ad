#pragma once

#include "engine/run.hpp"
#include "reporters/options.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {

/// Frames in the manner of compilers, then what was looked at.
std::string render_full(const engine::RunResult& result, const Options& options);

/// One line a finding, one line for all of them.
std::string render_concise(const engine::RunResult& result, const Options& options);

/// The schema `docs-lint/1`. Plain ASCII, whatever the documents hold.
std::string render_json(const engine::RunResult& result, const Options& options);

/// SARIF 2.1.0, as code scanning takes it. What could not be verified is a result of its rule, and a
/// notification that the run did not succeed. Plain ASCII.
std::string render_sarif(const engine::RunResult& result, const Options& options);

/// Workflow commands of GitHub Actions, within what a step may annotate.
std::string render_github(const engine::RunResult& result, const Options& options);

/// GitHub's Markdown, below 1 MiB: verdict, findings by document, what could not be verified, what was looked
/// at. Text of documents is neither markup, link nor mention in it. Says what it leaves out.
std::string render_markdown(const engine::RunResult& result, const Options& options);

struct Format {
    std::string_view name;
    std::string_view summary;
    bool for_people; ///< colours, widths and build logs matter
    std::string (*render)(const engine::RunResult&, const Options&);
};

/// Every format, the default one first.
std::span<const Format> all_formats();

const Format* find_format(std::string_view name);

std::vector<std::string> format_names();

} // namespace docs_lint::reporters
