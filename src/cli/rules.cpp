#include "cli/rules.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/message.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"
#include "rules/own_rules.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace docs_lint::cli {
namespace {

using Json = nlohmann::ordered_json;
using Descriptions = std::vector<rules::RuleDescription>;

const std::vector<std::string> kFormats = {"table", "json"};

constexpr std::size_t kNoLimit = 1'000'000;
constexpr std::size_t kSeverityWidth = 11, kColumnGap = 2, kLeastSummary = 32, kSummaryBelow = 4;

/// Rules beside their summaries; below them, where a terminal has no room.
class RuleTable {
public:
    RuleTable(const Descriptions& all, std::size_t columns, reporters::Style style)
        : columns_(columns), style_(style) {
        for (const auto& rule : all) widest_ = std::max(widest_, rule.id.size());
    }

    [[nodiscard]] std::string row(const rules::RuleDescription& rule) const {
        const auto severity = rule.metadata.severity;
        const std::string word = fmt::format("{:{}}", to_string(severity), kSeverityWidth);
        const std::size_t front = widest_ + kColumnGap + kSeverityWidth + kColumnGap;
        const bool beside = front + kLeastSummary <= columns_;
        const std::string behind = "\n" + std::string(beside ? front : kSummaryBelow, ' ');
        return fmt::format("{:{}}  {}{}{}\n", rule.id, widest_,
                           style_.paint(reporters::ink_of(severity), word), beside ? "  " : behind,
                           fmt::join(lines_of(rule, behind.size() - 1), behind));
    }

private:
    [[nodiscard]] std::vector<std::string> lines_of(const rules::RuleDescription& rule,
                                                    std::size_t indent) const {
        const std::size_t room = std::max(columns_, indent + kLeastSummary) - indent;
        return reporters::wrap(base::escape_invisible(base::collapse_blanks(rule.metadata.summary)), room);
    }

    std::size_t columns_;
    std::size_t widest_ = 0;
    reporters::Style style_;
};

std::string table(const Descriptions& all, std::size_t columns, reporters::Style style) {
    const RuleTable table(all, columns, style);
    std::string text;
    for (const auto& rule : all) text += table.row(rule);
    return text;
}

std::string json(const Descriptions& all) {
    Json document;
    document["schema"] = "docs-lint-rules/1";
    document["rules"] = Json::array();
    for (const auto& rule : all) {
        Json row;
        row["rule"] = rule.id;
        row["severity"] = to_string(rule.metadata.severity);
        row["summary"] = rule.metadata.summary;
        row["why"] = rule.metadata.why;
        row["fix"] = rule.metadata.fix;
        row["source"] = rule.metadata.source;
        row["scope"] = rule.scope;
        row["suppressible"] = rule.metadata.suppressible;
        document["rules"].push_back(std::move(row));
    }
    return document.dump(2, ' ', true, Json::error_handler_t::replace) + "\n";
}

base::Result<void> write(const CommonOptions& options, const Descriptions& all,
                         const Surroundings& surroundings) {
    const auto outputs = parse_outputs(options.outputs, kFormats, "table");
    if (!outputs) return base::fail(outputs.error());
    const bool colour = use_colour(colour_choice(options), surroundings.out_is_terminal, surroundings);
    return write_each(*outputs, surroundings.out, [&](const OutputSpec& output) {
        const bool on_screen = output.path.empty();
        // In a pipe each rule keeps its line, for whoever searches them.
        const std::size_t columns =
            on_screen && surroundings.out_is_terminal ? surroundings.columns : kNoLimit;
        const std::string text =
            output.format == "json" ? json(all) : table(all, columns, reporters::Style(colour && on_screen));
        return on_screen && under_ci(surroundings) ? reporters::disarm_commands(text) : text;
    });
}

} // namespace

CLI::App* add_rules(CLI::App& application, CommonOptions& options) {
    CLI::App* command = application.add_subcommand("rules", "All rules, the repository's own ones too");
    command->add_option("-o,--output", options.outputs, "table or json; with =PATH into a file")
        ->type_name("FORMAT[=PATH]")
        ->check(known_words(kFormats))
        ->allow_extra_args(false)
        ->take_all();
    add_configuration_option(*command, options);
    add_colour_option(*command, options);
    return command;
}

ExitCode list_rules(const CommonOptions& options, const Surroundings& surroundings) {
    const auto policy = read_policy(options, surroundings);
    if (!policy) return report_error(policy.error(), colour_choice(options), surroundings);
    const auto written = write(options, rules::describe_all(*policy), surroundings);
    return written ? ExitCode::clean : report_error(written.error(), colour_choice(options), surroundings);
}

} // namespace docs_lint::cli
