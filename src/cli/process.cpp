#include "cli/process.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/message.hpp"
#include "cli/paths.hpp"
#include "engine/processes.hpp"
#include "policy/document_class.hpp"
#include "policy/write_process.hpp"
#include "reporters/style.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using base::Result;
using engine::KnownProcess;
using engine::KnownProcesses;
using reporters::Ink;
using reporters::Style;

/// One process for people, line by line.
class Page {
public:
    Page(const policy::RoleRegister& roles, Style style) : roles_(roles), style_(style) {}

    std::string text_of(const KnownProcess& known) {
        const policy::Process& process = known.process;
        const std::string version = process.version.empty() ? "" : " v" + process.version;
        title(fmt::format("{}{} ({})", process.title, version, process.id));
        line(fmt::format("  from {}{}", known.origin,
                         known.classes.empty()
                             ? ""
                             : fmt::format(", followed by {}", base::list_in_words(known.classes))));
        line("");
        line("States: " + joined(process.states, " → "));
        for (const policy::Reversion& one : process.reversions)
            line(fmt::format("  back from {} to {}", one.from, one.to));
        for (const policy::ProcessGate& gate : process.gates) add_gate(gate);
        add_severities(process);
        add_spec_first(process);
        return std::move(text_);
    }

private:
    static std::string joined(const std::vector<std::string>& texts, std::string_view joint) {
        return fmt::format("{}", fmt::join(texts, joint));
    }

    void line(const std::string& text) { text_ += base::escape_invisible(text) + "\n"; }
    void title(const std::string& text) {
        text_ += style_.paint(Ink::strong, base::escape_invisible(text)) + "\n";
    }

    void add_gate(const policy::ProcessGate& gate) {
        line("");
        title(fmt::format("Gate {}: {} → {}", gate.id, gate.from, gate.to));
        for (const policy::ProcessItem& item : gate.items) add_item(item);
    }

    void add_item(const policy::ProcessItem& item) {
        line(fmt::format("  {}  {}", item.id, item.title));
        line("      confirmed by: " + owners_of(item));
        line("      evidence:     " + evidence_of(item));
        for (const std::string& waiver : item.waivers)
            line(fmt::format("      or the words: \"{}\"", waiver));
        if (item.question)
            line(fmt::format("      question:     {} required?", item.question->subjects.front()));
        if (!item.needed_if.empty()) line(fmt::format("      no waiver if {} says yes", item.needed_if));
        if (!item.needed_for.empty())
            line(fmt::format("      no waiver for {}", base::list_in_words(item.needed_for, "or")));
        if (item.identity) line(fmt::format("      identity:     {}", policy::to_string(*item.identity)));
        if (item.two_identities.value_or(false)) line("      confirmed and validated by two identities");
        if (!item.covers.empty()) line(fmt::format("      goes through the areas of {}", item.covers));
    }

    [[nodiscard]] std::string owners_of(const policy::ProcessItem& item) const {
        std::vector<std::string> titles;
        for (const std::string& id : item.confirmed_by) {
            const policy::Role* role = roles_.find(id);
            titles.push_back(role == nullptr ? id : role->title);
        }
        return titles.empty() ? "any known role" : base::list_in_words(titles, "or");
    }

    static std::string evidence_of(const policy::ProcessItem& item) {
        std::vector<std::string> ways;
        for (const auto& kinds : item.evidence) {
            std::vector<std::string> names;
            for (const policy::EvidenceKind kind : kinds) names.emplace_back(describe(kind));
            ways.push_back(base::list_in_words(names));
        }
        return joined(ways, "; or ");
    }

    void add_severities(const policy::Process& process) {
        if (process.severities.empty()) return;
        line("");
        title("Severities");
        for (const policy::SeverityTier& tier : process.severities) {
            std::vector<std::string> stays;
            for (const std::string& state : process.states)
                if (const auto stay = tier.longest_stay.find(state); stay != tier.longest_stay.end())
                    stays.push_back(
                        fmt::format("{} at most {}", state, policy::length_in_words(stay->second)));
            line(fmt::format("  {}: {}{}", tier.name,
                             stays.empty() ? "no limits" : base::list_in_words(stays),
                             tier.closure_duties ? "; duties at closure" : ""));
        }
    }

    void add_spec_first(const policy::Process& process) {
        if (!process.spec_first) return;
        line("");
        line(fmt::format("Spec first: if {} says yes, the commits of {} come before those of {}.",
                         process.spec_first->decision, base::list_in_words(process.spec_first->spec_commits),
                         base::list_in_words(process.spec_first->fix_commits)));
    }

    const policy::RoleRegister& roles_;
    Style style_;
    std::string text_;
};

std::string list_of(const KnownProcesses& known) {
    std::size_t widest = 0;
    for (const KnownProcess& one : known.processes) widest = std::max(widest, one.process.id.size());
    std::string text;
    for (const KnownProcess& one : known.processes)
        text +=
            base::escape_invisible(fmt::format(
                "{:{}}  {}{}, from {}{}", one.process.id, widest, one.process.title,
                one.process.version.empty() ? "" : " v" + one.process.version, one.origin,
                one.classes.empty() ? ", not in use" : ", followed by " + base::list_in_words(one.classes))) +
            "\n";
    return text;
}

Result<KnownProcesses> choose(const ProcessOptions& options, const engine::Request& request) {
    if (!options.name.empty() && policy::is_markdown(options.name)) {
        const auto missing = options.revision.empty() ? MissingPath::refuse : MissingPath::allow;
        const auto paths = repository_paths({options.name}, ".", missing);
        if (!paths) return base::fail(paths.error());
        return engine::read_process_template(request, paths->empty() ? options.name : paths->front());
    }
    auto known = engine::list_processes(request);
    if (!known || options.list) return known;
    std::vector<std::string> names;
    for (const KnownProcess& one : known->processes) names.push_back(one.process.id);
    auto& all = known->processes;
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const KnownProcess& one) {
                                 return !options.name.empty() && one.process.id != options.name;
                             }),
              all.end());
    const auto in_use =
        std::stable_partition(all.begin(), all.end(), [](const auto& one) { return !one.classes.empty(); });
    if (in_use != all.begin()) all.erase(in_use, all.end());
    if (!all.empty()) return known;
    return base::fail(
        base::ErrorKind::usage, fmt::format("no process is called `{}`", options.name),
        fmt::format("there are {}; a template is given by its path", base::list_in_words(names)));
}

std::string print(const ProcessOptions& options, const KnownProcesses& known,
                  const Surroundings& surroundings) {
    if (options.list) return list_of(known);
    const Style style(use_colour(colour_choice(options.common), surroundings.out_is_terminal, surroundings));
    const bool yaml = options.format == "yaml";
    std::string text = yaml ? "processes:\n" : "";
    for (const KnownProcess& one : known.processes) {
        if (!yaml && !text.empty()) text += "\n";
        text += yaml ? policy::to_yaml(one.process) : Page(known.roles, style).text_of(one);
    }
    return text;
}

} // namespace

CLI::App* add_process(CLI::App& application, ProcessOptions& options) {
    CLI::App* command = application.add_subcommand("process", "The processes by which records are judged");
    command->require_subcommand(1);
    const auto add_common = [&options](CLI::App& one) {
        one.add_option("--rev", options.revision, "As a commit has it, instead of the working tree")
            ->type_name("REV")
            ->check(not_empty());
        one.add_option("--config", options.common.configuration, "Use this file instead of .docs-lint.yaml")
            ->type_name("FILE")
            ->check(not_empty());
        one.add_flag("--trust-repository", options.common.trust_repository,
                     "Read a repository that belongs to another user");
        add_colour_option(one, options.common);
    };
    CLI::App* show = command->add_subcommand("show", "States, gates, items, times and ways back");
    show->add_option("name", options.name, "Id of a process, or path of a Markdown template that defines one")
        ->type_name("ID|TEMPLATE")
        ->check(not_empty());
    show->add_option("--format", options.format, "text, or yaml as packs and configurations have it")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "yaml"}));
    add_common(*show);
    CLI::App* list = command->add_subcommand("list", "All processes, and who follows them");
    list->callback([&options] { options.list = true; });
    add_common(*list);
    return command;
}

ExitCode process(const ProcessOptions& options, const Surroundings& surroundings) {
    const ColourChoice colour = colour_choice(options.common);
    engine::Request request;
    if (const auto status = apply(options.common, request); !status)
        return report_error(status.error(), colour, surroundings);
    if (!options.revision.empty()) {
        request.mode = engine::Mode::revision;
        request.head = options.revision;
    }
    const auto known = choose(options, request);
    if (!known) return report_error(known.error(), colour, surroundings);
    if (const auto written = write_stream(surroundings.out, print(options, *known, surroundings)); !written)
        return report_error(written.error(), colour, surroundings);
    ExitCode code = ExitCode::clean;
    for (const KnownProcess& one : known->processes)
        if (one.problem) code = worst(code, report_error(*one.problem, colour, surroundings));
    return code;
}

} // namespace docs_lint::cli
