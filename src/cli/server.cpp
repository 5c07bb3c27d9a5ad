#include "cli/server.hpp"

#include "cli/history_index.hpp"
#include "cli/message.hpp"
#include "server/server.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

namespace docs_lint::cli {
namespace {

base::Result<engine::Request> request_of(const CommonOptions& options, const Surroundings& surroundings) {
    engine::Request request;
    if (const auto applied = apply(options, request); !applied) return base::fail(applied.error());
    if (request.configuration) // the documents lie anywhere
        request.configuration = std::filesystem::absolute(*request.configuration).string();
    if (const auto used = use_history_index(options, false, surroundings, request); !used)
        return base::fail(used.error());
    return request;
}

} // namespace

CLI::App* add_server(CLI::App& application, CommonOptions& options) {
    CLI::App* command =
        application.add_subcommand("server", "Speak the language server protocol to an editor");
    add_judging_options(*command, options);
    command->add_flag_callback(
        "--stdio", [] {}, "By the standard streams, which is the only way; some editors say so");
    return command;
}

ExitCode server(const CommonOptions& options, const Surroundings& surroundings) {
    const auto request = request_of(options, surroundings);
    if (!request) return report_error(request.error(), ColourChoice::never, surroundings);
    const auto orderly = server::serve(surroundings.in, surroundings.out, *request);
    if (!orderly) return report_error(orderly.error(), ColourChoice::never, surroundings);
    return *orderly ? ExitCode::clean : static_cast<ExitCode>(1);
}

} // namespace docs_lint::cli
