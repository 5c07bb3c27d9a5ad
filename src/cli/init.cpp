#include "cli/init.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/message.hpp"
#include "engine/configuration.hpp"
#include "engine/place.hpp"
#include "engine/proposal.hpp"
#include "engine/proposed_packs.hpp"
#include "policy/policy.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::Result;

/// What init found out, before anything is written.
struct Prepared {
    std::string path; ///< of the configuration
    std::size_t documents = 0;
    engine::Proposal proposal;
    std::string text;
};

engine::Request request_of(const InitOptions& options) {
    engine::Request request;
    request.trust_owner = options.common.trust_repository;
    return request;
}

Result<Prepared> prepare(const InitOptions& options) {
    const auto place = engine::find_place(request_of(options));
    if (!place) return base::fail(place.error());
    if (place->root.empty())
        return base::fail(ErrorKind::usage,
                          "a bare repository has no working tree to write a configuration into",
                          "run `docs-lint init` in a clone");
    const auto packs = engine::propose_packs(*place->snapshot);
    if (!packs) return base::fail(packs.error());
    const auto survey = engine::survey(*place->snapshot, *packs);
    if (!survey) return base::fail(survey.error());
    Prepared prepared;
    prepared.path = place->root + engine::kConfigurationFile;
    prepared.documents = survey->documents.size();
    prepared.proposal = engine::propose_configuration(*survey);
    prepared.text = engine::configuration_text(prepared.proposal, *packs);
    // A proposal that nobody could load must never be written.
    const auto loaded =
        policy::load(policy::Configuration{engine::kConfigurationFile, prepared.text}, engine::known_rules());
    if (!loaded)
        return base::fail(ErrorKind::failure,
                          "the proposed configuration is not valid: " + loaded.error().message,
                          "this is a fault of docs-lint; `docs-lint init` wrote nothing");
    return prepared;
}

/// Only a plain file is ever replaced, and only when asked for.
Result<void> write(const Prepared& prepared, bool force) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(prepared.path, error);
    if (!fs::exists(status)) return write_new_file(prepared.path, prepared.text);
    if (!fs::is_regular_file(status))
        return base::fail(ErrorKind::usage, fmt::format("{} is no plain file", prepared.path),
                          "remove it first: docs-lint reads its configuration from a plain file only");
    if (!force)
        return base::fail(
            ErrorKind::usage, fmt::format("{} is already there", prepared.path),
            "`docs-lint init --stdout` shows what would be proposed, --force replaces the file");
    return write_file(prepared.path, prepared.text);
}

class Account {
public:
    explicit Account(std::size_t width) : width_(std::clamp<std::size_t>(width, 40, 100)) {}

    void line(std::string_view text, std::string_view indent = "") {
        bool first = true;
        for (const std::string& part :
             reporters::wrap(base::escape_invisible(text), width_ - indent.size() - 2)) {
            text_ += fmt::format("{}{}{}\n", indent, first ? "" : "  ", part);
            first = false;
        }
    }

    void rows(std::string_view title, const std::vector<engine::Accounted>& rows) {
        if (rows.empty()) return;
        line(title);
        for (const engine::Accounted& row : rows)
            line(fmt::format("{}: {}", row.where, base::count_of(row.documents, "document")), "  ");
    }

    void classes(const std::vector<engine::ProposedClass>& classes) {
        for (const engine::ProposedClass& one : classes) {
            const std::string what = one.overlay ? "adapted, a class of the pack" : "new class";
            line(fmt::format("{} {}: {}{}", what, one.id, base::count_of(one.documents, "document"),
                             one.paths.empty() ? "" : ", " + one.paths.back()),
                 "  ");
        }
    }

    void processes(const engine::Proposal& proposal) {
        for (const engine::ProposedClass& one : proposal.classes)
            if (!one.process_template.empty())
                line(fmt::format("process of {}: from {}", one.id, one.process_template), "  ");
        for (const engine::OpenProcess& open : proposal.open_processes)
            line(
                fmt::format("process of {}: {} is not in force yet, .docs-lint.yaml says what it leaves open",
                            open.class_id, open.path),
                "  ");
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::size_t width_;
    std::string text_;
};

constexpr std::size_t kMany = 20;

void add_verdict(Account& account, const engine::RunResult& result) {
    const auto counts = reporters::count(result.outcome);
    const std::size_t passed = result.summary.judged - std::min(counts.documents, result.summary.judged);
    const std::size_t findings = result.outcome.findings.size();
    account.line(fmt::format("Checked by it: {} {}, {}.", base::count_of(passed, "document"),
                             passed == 1 ? "passes" : "pass",
                             findings == 0 ? "no findings"
                                           : fmt::format("{} in {}", base::count_of(findings, "finding"),
                                                         base::count_of(counts.documents, "document"))));
    if (counts.unverified > 0)
        account.line(fmt::format("{} could not be verified: `docs-lint doctor` says why.",
                                 base::count_of(counts.unverified, "check")));
    account.line("Next:");
    account.line("read .docs-lint.yaml: every entry says what it rests on", "  ");
    if (findings > 0)
        account.line("docs-lint: shows the findings. Mend the documents; what shall stay as it is goes into "
                     "`suppressions`, with its reason",
                     "  ");
    if (findings >= kMany)
        account.line("docs-lint baseline: records today's findings as known, where they are too many to mend "
                     "at once",
                     "  ");
    account.line("commit .docs-lint.yaml: from then on changes are judged by it", "  ");
    account.line("docs-lint install: makes git run it before each commit and push", "  ");
}

std::string account_of(const Prepared& prepared, const engine::RunResult& result, std::size_t width) {
    Account account(width);
    account.line(fmt::format("Wrote {} from {}.", prepared.path,
                             base::count_of(prepared.documents, "Markdown document")));
    account.classes(prepared.proposal.classes);
    account.processes(prepared.proposal);
    if (!prepared.proposal.roles.empty())
        account.line(fmt::format("{} that the pack does not know",
                                 base::count_of(prepared.proposal.roles.size(), "role")),
                     "  ");
    account.rows("Covered by the built-in pack as they are:", prepared.proposal.covered);
    account.rows("Not governed:", prepared.proposal.left_out);
    add_verdict(account, result);
    return account.text();
}

Result<void> run(const InitOptions& options, const Surroundings& surroundings) {
    const auto prepared = prepare(options);
    if (!prepared) return base::fail(prepared.error());
    if (options.to_stdout) return write_stream(surroundings.out, prepared->text);
    if (auto written = write(*prepared, options.force); !written) return written;
    const auto result = surroundings.engine(request_of(options));
    if (!result) return base::fail(result.error());
    return write_stream(surroundings.out, account_of(*prepared, *result, surroundings.columns));
}

} // namespace

CLI::App* add_init(CLI::App& application, InitOptions& options) {
    CLI::App* command =
        application.add_subcommand("init", "Propose a .docs-lint.yaml from the documents that are here");
    auto* force = command->add_flag("--force", options.force, "Replace the file that is there");
    command->add_flag("--stdout", options.to_stdout, "Print it and write nothing")->excludes(force);
    command->add_flag("--trust-repository", options.common.trust_repository,
                      "Read a repository that another user owns");
    add_colour_option(*command, options.common);
    return command;
}

ExitCode init(const InitOptions& options, const Surroundings& surroundings) {
    const auto done = run(options, surroundings);
    return done ? ExitCode::clean : report_error(done.error(), colour_choice(options.common), surroundings);
}

} // namespace docs_lint::cli
