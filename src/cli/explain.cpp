#include "cli/explain.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "cli/message.hpp"
#include "cli/rule_pages.hpp"
#include "reporters/style.hpp"
#include "reporters/text.hpp"
#include "rules/own_rules.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::cli {
namespace {

using reporters::Ink;
using reporters::Style;

/// Rules whose name after the group is the same, or else the one that differs least.
std::string suggestion(const std::string& wanted, const policy::Policy& policy) {
    std::vector<std::string> names;
    std::vector<std::string> same_ending;
    for (const auto& rule : rules::describe_all(policy)) {
        names.emplace_back(rule.id);
        if (names.back().substr(names.back().find('/') + 1) == wanted) same_ending.push_back(names.back());
    }
    if (!same_ending.empty()) return fmt::format("did you mean {}?", base::list_in_words(same_ending, "or"));
    if (const auto nearest = base::nearest_name(wanted, names))
        return fmt::format("did you mean {}?", *nearest);
    return "`docs-lint rules` lists all of them";
}

std::vector<std::string> rule_names() {
    std::vector<std::string> names;
    for (const rules::Rule& rule : rules::all_rules()) names.emplace_back(rule.id);
    return names;
}

class Page {
public:
    Page(std::size_t width, Style style) : width_(width), style_(style) {}

    void paragraph(std::string_view title, std::string_view text) {
        if (text.empty()) return;
        text_ += fmt::format("\n{}\n", style_.paint(Ink::strong, title));
        prose(text, 2);
    }

    /// Text of a rule, which may be a stranger's own.
    void prose(std::string_view text, std::size_t indentation) {
        const std::string clean = base::escape_invisible(base::collapse_blanks(text));
        for (const std::string& one : reporters::wrap(clean, width_ - indentation))
            line(std::string(indentation, ' ') + one);
    }

    void line(std::string_view text) { text_ += fmt::format("{}\n", text); }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::size_t width_;
    Style style_;
    std::string text_;
};

std::string_view group_of(std::string_view rule) {
    return rule.substr(0, rule.find('/'));
}

/// `gate, with condition-unmet and date-order`
std::string group_in_words(std::string_view rule) {
    const std::string_view group = group_of(rule);
    std::vector<std::string> others;
    for (const rules::Rule& one : rules::all_rules())
        if (group_of(one.id) == group && one.id != rule) others.emplace_back(one.id.substr(group.size() + 1));
    return others.empty() ? std::string(group)
                          : fmt::format("{}, with {}", group, base::list_in_words(others));
}

constexpr std::size_t kMostLines = 40; // longer ones are read on the page

/// An example where the pages are at hand, and where they all are.
void add_examples(Page& page, const std::string& rule, const std::string& pages) {
    const auto example = pages.empty() ? std::vector<std::string>{} : first_example_of(rule, pages);
    if (!example.empty() && example.size() <= kMostLines) {
        page.paragraph("Example", example.front());
        for (std::size_t at = 1; at < example.size(); ++at)
            page.line(example[at].empty() ? "" : "  " + base::escape_invisible(example[at]));
    }
    page.paragraph("Page with all examples",
                   pages.empty() ? fmt::format("rules/docs/{}.md, in the repository of docs-lint", rule)
                                 : fmt::format("{}/{}.md", pages, rule));
}

std::string page_of(const rules::RuleDescription& rule, std::size_t width, Style style,
                    const std::string& pages) {
    const rules::RuleMetadata& metadata = rule.metadata;
    Page page(width, style);
    page.line(fmt::format("{} ({})", style.paint(Ink::strong, rule.id),
                          style.paint(reporters::ink_of(metadata.severity), to_string(metadata.severity))));
    page.prose(metadata.summary, 0);
    page.paragraph("Why it matters", metadata.why);
    page.paragraph("How to fix it", metadata.fix);
    page.paragraph("Where it comes from", metadata.source);
    page.paragraph("What it looks at", rule.scope);
    page.paragraph("Suppression", metadata.suppressible ? "A finding may be suppressed, with a reason."
                                                        : "A finding cannot be suppressed.");
    if (rules::find_rule(rule.id) == nullptr) return page.text(); // a team's own
    page.paragraph("Group", group_in_words(rule.id));
    add_examples(page, std::string(rule.id), pages);
    return page.text();
}

} // namespace

CLI::App* add_explain(CLI::App& application, ExplainOptions& options) {
    CLI::App* command = application.add_subcommand("explain", "What a rule finds, why, and how to fix it");
    command->add_option("rule", options.rule, "Such as the name in the brackets of a finding")
        ->required()
        ->type_name("RULE")
        ->check(known_words(rule_names()));
    add_configuration_option(*command, options.common);
    add_colour_option(*command, options.common);
    return command;
}

ExitCode explain(const ExplainOptions& options, const Surroundings& surroundings) {
    const ColourChoice colour = colour_choice(options.common);
    const Style style(use_colour(colour, surroundings.out_is_terminal, surroundings));
    const std::size_t width = std::clamp<std::size_t>(surroundings.columns, 40, 100);
    const auto show = [&](const rules::RuleDescription& rule) {
        const std::string page = page_of(rule, width, style, rule_pages_of(surroundings.program));
        const auto written =
            write_stream(surroundings.out, under_ci(surroundings) ? reporters::disarm_commands(page) : page);
        return written ? ExitCode::clean : report_error(written.error(), colour, surroundings);
    };
    // A built-in rule is explained whatever state the configuration is in.
    if (const rules::Rule* rule = rules::find_rule(options.rule)) return show(rules::describe(*rule));
    const auto policy = read_policy(options.common, surroundings);
    if (!policy) return report_error(policy.error(), colour, surroundings);
    if (const policy::OwnRule* rule = policy->find_own_rule(options.rule))
        return show(rules::describe(*rule));
    return report_error({base::ErrorKind::usage, fmt::format("no rule is called `{}`", options.rule),
                         suggestion(options.rule, *policy)},
                        colour, surroundings);
}

} // namespace docs_lint::cli
