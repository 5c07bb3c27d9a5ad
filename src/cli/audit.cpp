#include "cli/audit.hpp"

#include "cli/check.hpp"
#include "cli/message.hpp"

#include <CLI/CLI.hpp>

namespace docs_lint::cli {

CLI::App* add_audit(CLI::App& application, AuditOptions& options) {
    CLI::App* command = application.add_subcommand("audit", "Check a commit and its whole history");
    command->add_option("revision", options.revision, "Where to start (default: HEAD)")
        ->type_name("REV")
        ->check(not_empty());
    add_common_options(*command, options.common);
    return command;
}

ExitCode audit(const AuditOptions& options, const Surroundings& surroundings) {
    engine::Request request;
    request.mode = engine::Mode::audit;
    request.head = options.revision;
    if (const auto status = apply(options.common, request); !status)
        return report_error(status.error(), colour_choice(options.common), surroundings);
    return run_and_report(request, options.common, surroundings);
}

} // namespace docs_lint::cli
