#include "cli/merge.hpp"

#include "base/file.hpp"
#include "cli/check.hpp"
#include "cli/message.hpp"
#include "engine/merge_shards.hpp"
#include "reporters/read_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::cli {
namespace {

constexpr std::size_t kMostBytes = 2'000'000'000;

base::Result<engine::RunResult> read_report(const std::string& path) {
    const auto text = base::read_file(path, kMostBytes);
    if (!text)
        return base::fail(base::ErrorKind::usage, text.error().message, "give reports of `audit --shard`");
    return reporters::read_json(*text, path);
}

base::Result<engine::RunResult> merge_reports(const std::vector<std::string>& paths) {
    std::vector<engine::RunResult> shards;
    for (const std::string& path : paths) {
        auto shard = read_report(path);
        if (!shard) return base::fail(shard.error());
        shards.push_back(std::move(*shard));
    }
    return engine::merge_shards(std::move(shards));
}

} // namespace

CLI::App* add_merge(CLI::App& application, MergeOptions& options) {
    CLI::App* command = application.add_subcommand(
        "merge", "Join the JSON reports of all shards of an audit into the report of the whole");
    command->add_option("reports", options.reports, "What `audit --shard K/N -o json=FILE` wrote")
        ->type_name("FILE")
        ->required()
        ->check(not_empty());
    add_report_options(*command, options.common);
    return command;
}

ExitCode merge(const MergeOptions& options, const Surroundings& surroundings) {
    return report([&] { return merge_reports(options.reports); }, options.common, surroundings);
}

} // namespace docs_lint::cli
