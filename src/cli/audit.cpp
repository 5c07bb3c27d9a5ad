#include "cli/audit.hpp"

#include "cli/check.hpp"
#include "cli/jobs.hpp"
#include "cli/kept_audit.hpp"
#include "cli/message.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace docs_lint::cli {
namespace {

constexpr std::size_t kMostShards = 10'000;
constexpr std::chrono::milliseconds kLeastToKeep{300}; ///< an audit that is quicker can as well be done again

std::optional<std::size_t> parse_number(std::string_view digits) {
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

base::Result<engine::Shard> parse_shard(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto number = parse_number(std::string_view(text).substr(0, slash));
    const auto count =
        slash == std::string::npos ? std::nullopt : parse_number(std::string_view(text).substr(slash + 1));
    if (!number || !count || *number < 1 || *number > *count || *count > kMostShards)
        return base::fail(base::ErrorKind::usage, fmt::format("`{}` is no shard", text),
                          fmt::format("write `--shard K/N`, K from 1 to N, N at most {}", kMostShards));
    return engine::Shard{*number, *count};
}

base::Result<engine::Request> request_of(const AuditOptions& options) {
    engine::Request request;
    request.mode = engine::Mode::audit;
    request.head = options.revision;
    if (auto status = apply(options.common, request); !status) return base::fail(status.error());
    if (options.shard.empty()) return request;
    auto shard = parse_shard(options.shard);
    if (!shard) return base::fail(shard.error());
    request.shard = *shard;
    return request;
}

} // namespace

CLI::App* add_audit(CLI::App& application, AuditOptions& options) {
    CLI::App* command = application.add_subcommand("audit", "Check a commit and its whole history");
    command->add_option("revision", options.revision, "Where to start (default: HEAD)")
        ->type_name("REV")
        ->check(not_empty());
    auto* shard = command->add_option("--shard", options.shard,
                                      "Only part K of N of the work; `docs-lint merge` joins their reports");
    shard->type_name("K/N")->check(not_empty());
    command->add_option("-j,--jobs", options.jobs, "Spread the work over so many processes")
        ->type_name("N")
        ->check(CLI::Range(1, 64))
        ->excludes(shard);
    add_common_options(*command, options.common);
    return command;
}

ExitCode audit(const AuditOptions& options, const Surroundings& surroundings) {
    const auto request = request_of(options);
    if (!request) return report_error(request.error(), colour_choice(options.common), surroundings);
    const bool always = options.common.history_index == "always";
    const std::chrono::milliseconds least = always ? std::chrono::milliseconds{0} : kLeastToKeep;
    Surroundings own = surroundings;
    own.engine = [&](const engine::Request& whole) {
        return options.jobs == 1 ? run_or_recall(whole, surroundings.engine, least)
                                 : run_in_processes(whole, options.jobs, surroundings.engine);
    };
    return run_and_report(*request, options.common, own);
}

} // namespace docs_lint::cli
