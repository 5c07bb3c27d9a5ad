#include "cli/doctor.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/message.hpp"
#include "cli/program_path.hpp"
#include "cli/versions.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace docs_lint::cli {
namespace {

using engine::Diagnosis;
using engine::Observation;
using engine::RuleGroup;
using engine::Standing;
using reporters::Ink;
using Json = nlohmann::ordered_json;

const std::vector<std::string> kFormats = {"text", "json"};
constexpr std::size_t kTopic = 13;
constexpr std::size_t kTextColumn = 23;

std::string_view word_of(Standing standing) {
    constexpr std::string_view kWords[] = {"ok", "note", "limited", "failed"};
    return kWords[static_cast<std::size_t>(standing)];
}

Ink ink_of(Standing standing) {
    constexpr Ink kInks[] = {Ink::help, Ink::information, Ink::unverified, Ink::error};
    return kInks[static_cast<std::size_t>(standing)];
}

std::string verdict(const Diagnosis& diagnosis) {
    switch (diagnosis.worst()) {
    case Standing::failed:
        return "docs-lint cannot judge anything here";
    case Standing::limited:
        return "some things cannot be verified here; they end in exit code 3, never in a pass";
    default:
        return "everything can be verified here";
    }
}

class Page {
public:
    Page(std::size_t width, bool colour) : width_(std::clamp<std::size_t>(width, 48, 100)), style_(colour) {}

    void title(std::string_view text, std::string_view value = {}) {
        text_ += fmt::format("\n{}", style_.paint(Ink::strong, text));
        if (!value.empty()) text_ += " " + base::escape_invisible(value);
        text_ += "\n";
    }

    /// A row of a mark, a topic and a text that goes on below itself.
    void row(Standing standing, std::string_view topic, std::string_view text) {
        const std::string mark = fmt::format("{:8}", word_of(standing));
        std::string head = fmt::format("  {}{:{}}", style_.paint(ink_of(standing), mark), topic, kTopic);
        if (topic.size() >= kTopic) head += " "; // a longer one pushes its text to the right
        lines(head, text);
    }

    void further(std::string_view label, std::string_view text) {
        if (text.empty()) return;
        const std::string head = std::string(kTextColumn, ' ') + style_.paint(Ink::help, label) + " ";
        lines(head, text, label.size() + 1);
    }

    void observations(const std::vector<Observation>& rows) {
        for (const Observation& one : rows) {
            row(one.standing, one.topic, one.text);
            further("cure:", one.cure);
        }
    }

    void line(std::string_view text) { text_ += fmt::format("{}\n", text); }

    void paragraph(std::string_view text) {
        for (const std::string& part : reporters::wrap(text, width_)) line(part);
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    /// Messages may have lines of their own.
    void lines(const std::string& head, std::string_view text, std::size_t indent = 0) {
        bool first = true;
        for (const std::string_view part : base::split(text, '\n'))
            for (const std::string& line :
                 reporters::wrap(base::escape_invisible(part), width_ - kTextColumn - indent)) {
                text_ += fmt::format("{}{}\n", first ? head : std::string(kTextColumn + indent, ' '), line);
                first = false;
            }
    }

    std::size_t width_;
    reporters::Style style_;
    std::string text_;
};

void show_classes(Page& page, const Diagnosis& diagnosis) {
    std::size_t empty = 0;
    std::vector<std::string> counts;
    for (const engine::ClassCount& one : diagnosis.classes) {
        if (one.documents == 0)
            ++empty;
        else
            counts.push_back(fmt::format("{} {}", one.documents, one.id));
    }
    if (counts.empty()) return;
    page.row(Standing::good, "classes", counts.front());
    for (std::size_t at = 1; at < counts.size(); ++at)
        page.line(std::string(kTextColumn, ' ') + base::escape_invisible(counts[at]));
    if (empty > 0)
        page.line(std::string(kTextColumn, ' ') +
                  fmt::format("({} more {} no document here)", empty, empty == 1 ? "has" : "have"));
}

void show_rules(Page& page, const RuleGroup& group) {
    const std::string count = base::count_of(group.rules.size(), "rule");
    if (group.verifiable) {
        page.row(Standing::good, group.scope, count);
        return;
    }
    page.row(Standing::limited, group.scope, fmt::format("{} cannot judge everything: {}", count, group.why));
    page.further("rules:", base::list_in_words(group.rules));
    page.further("cure:", group.cure);
}

Json to_json(const std::vector<Observation>& rows) {
    Json list = Json::array();
    for (const Observation& one : rows)
        list.push_back({{"standing", word_of(one.standing)},
                        {"topic", one.topic},
                        {"text", one.text},
                        {"cure", one.cure}});
    return list;
}

std::string json_of(const Diagnosis& diagnosis) {
    Json document;
    document["schema"] = "docs-lint-doctor/1";
    for (const auto& [name, version] : versions()) document["versions"][name] = version;
    document["standing"] = word_of(diagnosis.worst());
    document["place"] = diagnosis.place;
    document["repository"] = to_json(diagnosis.repository);
    document["configuration"] = to_json(diagnosis.configuration);
    document["packs"] = diagnosis.packs;
    document["governed"] = diagnosis.governed;
    document["classes"] = Json::array();
    for (const engine::ClassCount& one : diagnosis.classes)
        document["classes"].push_back(
            {{"class", one.id}, {"title", one.title}, {"documents", one.documents}});
    document["rules"] = Json::array();
    for (const RuleGroup& group : diagnosis.rules)
        document["rules"].push_back({{"scope", group.scope},
                                     {"verifiable", group.verifiable},
                                     {"why", group.why},
                                     {"cure", group.cure},
                                     {"rules", group.rules}});
    document["hooks"] = to_json(diagnosis.hooks);
    return document.dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

/// husky lets its hooks look among the packages of the work tree, too.
bool asks_path_alone(const Observation& hook) {
    return hook.standing == Standing::good && hook.text.starts_with("installed") &&
           !hook.text.ends_with("husky");
}

void note_lacking_program(Diagnosis& diagnosis, const Surroundings& surroundings) {
    const bool any = std::any_of(diagnosis.hooks.begin(), diagnosis.hooks.end(), asks_path_alone);
    if (!any || is_on_path(surroundings)) return;
    diagnosis.hooks.push_back({Standing::note, "program",
                               "docs-lint is not on PATH, so that hooks that call it refuse",
                               "put docs-lint into a folder of PATH"});
}

ExitCode code_of(Standing standing) {
    if (standing == Standing::failed) return ExitCode::failure;
    return standing == Standing::limited ? ExitCode::unverifiable : ExitCode::clean;
}

base::Result<void> write(const Diagnosis& diagnosis, const CommonOptions& options,
                         const Surroundings& surroundings) {
    const auto outputs = parse_outputs(options.outputs, kFormats, "text");
    if (!outputs) return base::fail(outputs.error());
    const bool colour = use_colour(colour_choice(options), surroundings.out_is_terminal, surroundings);
    return write_each(*outputs, surroundings.out, [&](const OutputSpec& output) {
        return output.format == "json"
                   ? json_of(diagnosis)
                   : show_diagnosis(diagnosis, surroundings.columns, colour && output.path.empty());
    });
}

} // namespace

std::string show_diagnosis(const Diagnosis& diagnosis, std::size_t width, bool colour) {
    Page page(width, colour);
    page.paragraph(version_line());
    page.title("Repository", diagnosis.place);
    page.observations(diagnosis.repository);
    page.title("Configuration");
    page.observations(diagnosis.configuration);
    if (!diagnosis.packs.empty()) page.row(Standing::good, "packs", base::list_in_words(diagnosis.packs));
    show_classes(page, diagnosis);
    page.title("Rules, by what they look at");
    for (const RuleGroup& group : diagnosis.rules) show_rules(page, group);
    if (!diagnosis.hooks.empty()) page.title("Hooks");
    page.observations(diagnosis.hooks);
    page.line("");
    for (const std::string& line : reporters::wrap("docs-lint: " + verdict(diagnosis), width))
        page.line(line);
    return page.take();
}

CLI::App* add_doctor(CLI::App& application, CommonOptions& options) {
    CLI::App* command = application.add_subcommand("doctor", "What can and cannot be verified here, and why");
    command->add_option("-o,--output", options.outputs, "text or json; with =PATH into a file")
        ->type_name("FORMAT[=PATH]")
        ->check(known_words(kFormats))
        ->allow_extra_args(false)
        ->take_all();
    command
        ->add_option("--config", options.configuration,
                     "A configuration file instead of the repository's own")
        ->type_name("FILE")
        ->check(not_empty());
    command->add_flag("--trust-repository", options.trust_repository,
                      "Read a repository that another user owns");
    add_colour_option(*command, options);
    return command;
}

ExitCode doctor(const CommonOptions& options, const Surroundings& surroundings) {
    engine::Request request;
    if (const auto applied = apply(options, request); !applied)
        return report_error(applied.error(), colour_choice(options), surroundings);
    Diagnosis diagnosis = engine::diagnose(request);
    note_lacking_program(diagnosis, surroundings);
    const auto written = write(diagnosis, options, surroundings);
    return written ? code_of(diagnosis.worst())
                   : report_error(written.error(), colour_choice(options), surroundings);
}

} // namespace docs_lint::cli
