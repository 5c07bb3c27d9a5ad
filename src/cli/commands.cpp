#include "cli/commands.hpp"

#include "cli/audit.hpp"
#include "cli/baseline.hpp"
#include "cli/check.hpp"
#include "cli/completion.hpp"
#include "cli/doctor.hpp"
#include "cli/explain.hpp"
#include "cli/help.hpp"
#include "cli/hook.hpp"
#include "cli/init.hpp"
#include "cli/install.hpp"
#include "cli/manual.hpp"
#include "cli/merge.hpp"
#include "cli/new.hpp"
#include "cli/process.hpp"
#include "cli/rules.hpp"
#include "cli/server.hpp"
#include "cli/status.hpp"
#include "cli/versions.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace docs_lint::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  docs-lint                          check the documents in this repository
  docs-lint docs/records             only those below a folder
  docs-lint --staged                 what the next commit would hold
  docs-lint --range main..HEAD       a pull request
  docs-lint audit                    everything, and its whole history
  docs-lint -o json=report.json      a report for machines beside the one for people
  docs-lint status                   who has to do what next, and by when
  docs-lint init                     propose a configuration from the documents that are here
  docs-lint check --fix              cure what follows from the documents themselves
  docs-lint new record CLASS ID TITLE    begin a document with all its parts open
  docs-lint install                  make git run docs-lint in its hooks
  docs-lint doctor                   what can and cannot be verified here, and why
  docs-lint explain RULE             why a rule exists and how to fix a finding
  docs-lint process show TEMPLATE    the process that a Markdown template defines

`docs-lint check --help` shows the options of a check.
Exit codes: 0 clean, 1 findings, 2 wrong usage, configuration or a failure, 3 could not verify.)";

} // namespace

struct CommandLine::Parsed {
    std::string folder;
    CheckOptions check;
    AuditOptions audit;
    MergeOptions merge;
    BaselineOptions baseline;
    HookOptions hook;
    InitOptions init;
    StatusOptions status;
    NewOptions new_text;
    InstallOptions install;
    CommonOptions doctor;
    ExplainOptions explain;
    ProcessOptions process;
    CommonOptions rules;
    CommonOptions server;
    CompletionOptions completion;
};

/// `add` defines its options, `run` does it.
struct CommandLine::Command {
    std::string name;
    void (*add)(CLI::App& application, Parsed& parsed);
    ExitCode (*run)(const Parsed& parsed, const Surroundings& surroundings);

    /// That has options of its own.
    template <auto kOptions, auto kAdd, auto kRun>
    static Command of(std::string name) {
        return {std::move(name),
                [](CLI::App& application, Parsed& parsed) { kAdd(application, parsed.*kOptions); },
                [](const Parsed& parsed, const Surroundings& surroundings) {
                    return kRun(parsed.*kOptions, surroundings);
                }};
    }

    static Command of_completion() {
        return {"completion",
                [](CLI::App& application, Parsed& parsed) { add_completion(application, parsed.completion); },
                [](const Parsed& parsed, const Surroundings& surroundings) {
                    return completion(parsed.completion, as_typed(describe_program(), kUsualCommand),
                                      surroundings);
                }};
    }

    static Command of_manual() {
        return {"man", [](CLI::App& application, Parsed&) { add_manual(application); },
                [](const Parsed&, const Surroundings& surroundings) {
                    return manual(describe_program(), surroundings);
                }};
    }
};

/// In the order of the help.
const std::vector<CommandLine::Command>& CommandLine::commands() {
    static const std::vector<Command> all = {
        Command::of<&Parsed::check, add_check, check>("check"),
        Command::of<&Parsed::audit, add_audit, audit>("audit"),
        Command::of<&Parsed::merge, add_merge, merge>("merge"),
        Command::of<&Parsed::baseline, add_baseline, baseline>("baseline"),
        Command::of<&Parsed::hook, add_hook, hook>("hook"),
        Command::of<&Parsed::status, add_status, status>("status"),
        Command::of<&Parsed::init, add_init, init>("init"),
        Command::of<&Parsed::new_text, add_new, write_new>("new"),
        Command::of<&Parsed::install, add_install, install>("install"),
        Command::of<&Parsed::doctor, add_doctor, doctor>("doctor"),
        Command::of<&Parsed::explain, add_explain, explain>("explain"),
        Command::of<&Parsed::rules, add_rules, list_rules>("rules"),
        Command::of<&Parsed::process, add_process, process>("process"),
        Command::of<&Parsed::server, add_server, server>("server"),
        Command::of_completion(),
        Command::of_manual(),
    };
    return all;
}

CommandLine::CommandLine(const std::vector<std::string>& words, bool with_all)
    : application_(std::make_unique<CLI::App>(
          "Checks governed Markdown documents against their process and against git.")),
      parsed_(std::make_unique<Parsed>()) {
    application_->name("docs-lint");
    application_->formatter(help_formatter());
    application_->set_version_flag("--version", version_line());
    application_->add_option("-C", parsed_->folder, "Run as if started in FOLDER")
        ->type_name("FOLDER")
        ->check(not_empty());
    application_->require_subcommand(1);
    application_->fallthrough();
    for (const Command& command : commands())
        if (with_all || std::find(words.begin(), words.end(), command.name) != words.end())
            command.add(*application_, *parsed_);
    application_->footer(kExamples); // last: the commands would inherit it
}

CommandLine::~CommandLine() = default;

void CommandLine::parse(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end()); // as the library wants them
    application_->parse(std::move(arguments));
}

const std::string& CommandLine::folder() const {
    return parsed_->folder;
}

ExitCode CommandLine::run(const Surroundings& surroundings) const {
    const std::string name = application_->get_subcommands().front()->get_name();
    const auto named = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command& command) { return command.name == name; });
    return named->run(*parsed_, surroundings);
}

const std::vector<std::string>& command_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const CommandLine::Command& command : CommandLine::commands()) all.push_back(command.name);
        return all;
    }();
    return names;
}

DescribedCommand describe_program() {
    return describe(CommandLine({}, true).application());
}

} // namespace docs_lint::cli
