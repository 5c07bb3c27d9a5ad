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

/// Under the path of each document a line for each of its findings, then what was looked at.
std::string render_grouped(const engine::RunResult& result, const Options& options);

/// The schema `docs-lint/1`. Plain ASCII, whatever the documents hold.
std::string render_json(const engine::RunResult& result, const Options& options);

/// Its parts, one object a line, which says its `type`; the last is the summary.
std::string render_jsonl(const engine::RunResult& result, const Options& options);

/// SARIF 2.1.0, as code scanning takes it. What could not be verified is a result of its rule, and a
/// notification that the run did not succeed. Plain ASCII.
std::string render_sarif(const engine::RunResult& result, const Options& options);

/// Workflow commands of GitHub Actions, within what a step may annotate.
std::string render_github(const engine::RunResult& result, const Options& options);

/// One page for a browser, with nothing that is fetched or runs: where each record stands, its history drawn,
/// the gates of all, and every finding.
std::string render_html(const engine::RunResult& result, const Options& options);

/// GitLab's Code Quality report: no two records have one fingerprint.
std::string render_gitlab(const engine::RunResult& result, const Options& options);

/// JUnit XML: a test case for each rule that has something to say of a document; what could not be verified
/// is an error, findings are a failure. A clean run is one case that passes.
std::string render_junit(const engine::RunResult& result, const Options& options);

std::string render_checkstyle(const engine::RunResult& result, const Options& options);

/// reviewdog's Diagnostic Format, whose columns count bytes.
std::string render_rdjson(const engine::RunResult& result, const Options& options);

/// GitHub's Markdown, below 1 MiB: verdict, findings by document, where records stand (gates in a table,
/// states in a diagram), what could not be verified, what was looked at. Text of documents is neither markup,
/// link nor mention in it. Says what it leaves out.
std::string render_markdown(const engine::RunResult& result, const Options& options);

struct Format {
    std::string_view name;
    std::string_view summary;
    bool for_people; ///< colours, widths and build logs matter
    std::string (*render)(const engine::RunResult&, const Options&);
    engine::RecordsAsked records = engine::RecordsAsked::none; ///< what it has to know of records
};

/// Every format, the default one first.
std::span<const Format> all_formats();

const Format* find_format(std::string_view name);

std::vector<std::string> format_names();

} // namespace docs_lint::reporters
